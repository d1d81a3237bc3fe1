#include "ui/analysis/rangeanalysis.h"

#include "ui/chart/gaps.h"

#include <algorithm>

namespace muster {

RangeAnalysis::RangeAnalysis(const Fleet &fleet, Past &past, QObject *parent)
    : QObject(parent)
    , m_reader(fleet, past)
{
    connect(&m_reader, &RangeReader::samplesRead, this, &RangeAnalysis::takeSamples);
    connect(&m_reader, &RangeReader::summariesRead, this, &RangeAnalysis::takeSummaries);
    connect(&m_reader, &RangeReader::finished, this, &RangeAnalysis::conclude);
}

RangeAnalysis::~RangeAnalysis() = default;

const TraceAnalysis *RangeAnalysis::find(MetricId metric) const
{
    const auto it = std::find_if(m_results.begin(), m_results.end(), [metric](const TraceAnalysis &a) { return a.metric == metric; });
    return it == m_results.end() ? nullptr : &*it;
}

void RangeAnalysis::start(const QList<Subject> &subjects, Micros from, Micros to, double k)
{
    stop();
    m_subjects = subjects;
    m_from = from;
    m_to = to;
    m_k = k;
    m_made.clear();
    m_clock.start();
    next();
}

void RangeAnalysis::stop()
{
    m_reader.stop();
    m_current = -1;
}

void RangeAnalysis::next()
{
    if (++m_current < m_subjects.size()) {
        m_builder.reset();
        m_band.reset();
        m_made.push_back({.metric = m_subjects.at(m_current).metric});
        // What is before the range says what is usual at its beginning.
        m_reader.read(m_made.back().metric, m_from - bandWindow(m_to - m_from, 0), m_to);
        return;
    }
    m_current = -1;
    m_results = std::move(m_made);
    m_doneFrom = m_from;
    m_doneTo = m_to;
    m_took = m_clock.elapsed();
    Q_EMIT finished();
}

void RangeAnalysis::prepare(const QList<Sample> &samples)
{
    constexpr qsizetype enough = 2'000;
    Envelope single;
    for (qsizetype i = 0; i < std::min(samples.size(), enough); ++i) {
        const Sample &sample = samples.at(i);
        single.append({sample.time, sample.time, sample.value, sample.value, sample.value, sample.value, 1});
    }
    const auto usual = GapRule::usual(single);
    const bool isState = m_subjects.at(m_current).isState;
    m_builder.emplace(usual && !isState ? GapRule::limit(*usual, 0) : 0, isState ? StatisticsBuilder::Between::Hold : StatisticsBuilder::Between::Line);
    m_band.emplace(bandWindow(m_to - m_from, usual ? usual->median : 0), m_k);
}

void RangeAnalysis::takeSamples(const QList<Sample> &samples)
{
    if (m_current < 0)
        return;
    if (!m_builder)
        prepare(samples);
    TraceAnalysis &made = m_made.back();
    const bool isState = m_subjects.at(m_current).isState;
    for (const Sample &sample : samples) {
        if (sample.flags & Sample::Text)
            continue;
        const bool unusual = !isState && m_band->add(sample.time, sample.value);
        if (sample.time < m_from)
            continue;
        m_builder->add(sample.time, sample.value);
        if (!unusual)
            continue;
        ++made.marked;
        if (made.marks.size() >= TraceAnalysis::mostMarks)
            made.marks.removeFirst();
        made.marks.append({sample.time, sample.value});
    }
}

void RangeAnalysis::takeSummaries(const Envelope &columns)
{
    if (m_current < 0)
        return;
    if (!m_builder)
        prepare({});
    // There is no telling what is unusual from a minimum and a maximum.
    for (const EnvelopeColumn &column : columns)
        if (column.time >= m_from)
            m_builder->add(column);
}

void RangeAnalysis::conclude(const QString &problem)
{
    if (m_current < 0)
        return;
    TraceAnalysis &made = m_made.back();
    made.problem = problem;
    if (m_builder) {
        made.statistics = m_builder->result();
        made.values = m_builder->values();
    }
    next();
}

} // namespace muster
