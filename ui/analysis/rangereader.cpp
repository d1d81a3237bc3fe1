#include "ui/analysis/rangereader.h"

#include "core/fleet.h"
#include "ui/chart/seam.h"

#include <algorithm>

namespace muster {

RangeReader::RangeReader(const Fleet &fleet, Past &past, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_past(past)
    , m_asker(past.newAsker())
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &RangeReader::step);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { refused(m_query, tr("The recorded past did not answer in time.")); });
    connect(&past, &Past::envelopeArrived, this, [this](quint64 query, MetricId, const Envelope &envelope) { takeEnvelope(query, envelope); });
    connect(&past, &Past::samplesArrived, this, [this](quint64 query, MetricId, const RecordedSamples &samples) { takeSamples(query, samples); });
    connect(&past, &Past::refused, this, [this](quint64 query, const Error &error) { refused(query, error.text); });
}

void RangeReader::read(MetricId metric, Micros from, Micros to)
{
    stop();
    m_metric = metric;
    m_from = from;
    m_to = to;
    m_problem.clear();
    const MetricState *const state = m_fleet.metric(metric);
    m_seam = std::clamp(state ? seam::liveFrom(state->series) : from, from, std::max(from, to));
    m_stage = m_seam > from && m_past.isRecording() ? Stage::Counting : Stage::Live;
    m_turn.start();
}

void RangeReader::stop()
{
    m_turn.stop();
    m_patience.stop();
    m_query = 0;
    m_stage = Stage::Idle;
}

void RangeReader::ask(Stage stage)
{
    constexpr int enoughToCount = 64;
    m_stage = stage;
    m_patience.start();
    m_query = stage == Stage::Pages ? m_past.askSamples(m_metric, m_from, m_seam, page)
                                    : m_past.askEnvelope(m_asker, m_metric, m_from, m_seam, stage == Stage::Counting ? enoughToCount : columns);
}

void RangeReader::step()
{
    if (m_stage == Stage::Live)
        readLive();
    else if (m_stage != Stage::Idle)
        ask(m_stage);
}

void RangeReader::takeEnvelope(quint64 query, const Envelope &envelope)
{
    if (query == 0 || query != m_query)
        return;
    m_query = 0;
    m_patience.stop();
    Envelope inside;
    qint64 count = 0;
    for (const EnvelopeColumn &column : envelope) {
        if (column.endTime < m_from || column.time >= m_seam) // the neighbours that lines are drawn to
            continue;
        inside.append(column);
        count += column.count;
    }
    if (m_stage == Stage::Counting) {
        m_stage = count == 0 ? Stage::Live : count > most ? Stage::Summaries : Stage::Pages;
        m_turn.start();
        return;
    }
    m_stage = Stage::Live;
    m_turn.start();
    Q_EMIT summariesRead(inside);
}

void RangeReader::takeSamples(quint64 query, const RecordedSamples &samples)
{
    if (query == 0 || query != m_query)
        return;
    m_query = 0;
    m_patience.stop();
    if (samples.complete || samples.next <= m_from)
        m_stage = Stage::Live;
    else
        m_from = samples.next;
    m_turn.start();
    Q_EMIT samplesRead(samples.samples);
}

void RangeReader::refused(quint64 query, const QString &problem)
{
    if (query == 0 || query != m_query)
        return;
    m_query = 0;
    m_patience.stop();
    m_problem = problem;
    m_stage = Stage::Live;
    m_turn.start();
}

void RangeReader::readLive()
{
    const MetricState *const state = m_fleet.metric(m_metric);
    if (!state)
        return finish();
    m_from = std::max(m_from, m_seam);
    const Series &series = state->series;
    const qsizetype begin = series.lowerBound(m_from);
    const qsizetype end = series.lowerBound(m_to);
    qsizetype until = std::min(end, begin + page);
    // Those of one time stay together, so that the next slice can begin behind them.
    while (until < end && series.timeAt(until) == series.timeAt(until - 1))
        ++until;
    QList<Sample> samples;
    samples.reserve(until - begin);
    for (qsizetype i = begin; i < until; ++i)
        samples.append({series.timeAt(i), series.valueAt(i), m_metric, 0, 0});
    if (until < end) {
        m_from = series.timeAt(until);
        m_turn.start();
        Q_EMIT samplesRead(samples);
        return;
    }
    m_stage = Stage::Idle;
    if (!samples.isEmpty())
        Q_EMIT samplesRead(samples);
    finish();
}

void RangeReader::finish()
{
    if (m_turn.isActive())
        return; // somebody began anew while hearing of the last samples
    m_stage = Stage::Idle;
    Q_EMIT finished(m_problem);
}

} // namespace muster
