#include "ui/chart/pastcache.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qint64 patienceMs = 2'000;     ///< for an answer, doubled each time
constexpr int mostTries = 5;             ///< doublings
constexpr qint64 oldestKeptMs = 60'000;  ///< the beginning only moves when the oldest samples are removed
constexpr int oldestColumns = 64;

} // namespace

PastCache::PastCache(Past &past, QObject *parent)
    : QObject(parent)
    , m_past(past)
{
    m_clock.start();
    connect(&past, &Past::envelopeArrived, this, &PastCache::takeIn);
    connect(&past, &Past::refused, this, &PastCache::refused);
    connect(&past, &Past::recordingChanged, this, [this] {
        clear();
        Q_EMIT arrived();
    });
}

void PastCache::setMetrics(const QList<MetricId> &metrics)
{
    std::vector<Trace> traces;
    for (const MetricId metric : metrics) {
        if (Trace *known = find(metric)) {
            traces.push_back(std::move(*known));
            known->metric = {};
        } else {
            traces.push_back({.metric = metric, .asker = m_past.newAsker(), .oldestAsker = m_past.newAsker()});
        }
    }
    m_traces = std::move(traces);
}

void PastCache::clear()
{
    for (Trace &trace : m_traces)
        trace = {.metric = trace.metric, .asker = trace.asker, .oldestAsker = trace.oldestAsker};
}

PastCache::Trace *PastCache::find(MetricId metric)
{
    const auto found = std::find_if(m_traces.begin(), m_traces.end(), [&](const Trace &trace) { return trace.metric == metric; });
    return metric.isValid() && found != m_traces.end() ? &*found : nullptr;
}

Envelope PastCache::envelope(MetricId metric, const Series &series, const Envelope &live, const seam::Grid &grid)
{
    Trace *trace = find(metric);
    // A sample before the range leads the line in: nothing older is seen.
    const bool liveSuffices = !series.isEmpty() && seam::liveFrom(series) <= grid.from && series.timeAt(0) < grid.from;
    if (!trace)
        return live;
    if (!knows(*trace, series, grid) && mayAsk(trace->question))
        ask(*trace, series, grid);
    if (liveSuffices)
        return live;
    const Micros end = std::min(grid.to(), seam::liveFrom(series));
    const bool usesWider = !covers(trace->told, grid.from, end) && covers(trace->wider, grid.from, end);
    const seam::Told &told = usesWider ? trace->wider : trace->told;
    return told.grid.columns > 0 ? seam::join(told, series, live, grid) : live;
}

bool PastCache::covers(const seam::Told &told, Micros from, Micros to)
{
    return told.grid.columns > 0 && (told.grid.from <= from || told.reachesTheBeginning()) && told.grid.to() >= to;
}

bool PastCache::knows(const Trace &trace, const Series &series, const seam::Grid &grid)
{
    // Half of the margin may be used up before the next question.
    const Micros reserve = margin(grid) / 2 * grid.width;
    const Micros from = grid.from - reserve;
    const Micros to = grid.to() + reserve;
    const Micros begin = seam::liveFrom(series);
    if (begin < from)
        return true;
    const seam::Told &told = trace.told;
    if (!covers(told, from, std::min(to, begin)) || !told.grid.matches(grid))
        return false;
    if (begin == seam::never)
        return true;
    // While live memory forgets, its beginning goes towards the last that the store knew.
    return told.complete >= std::min(to, begin)
        && (begin >= to || begin == trace.liveFrom || begin - trace.liveFrom <= (told.complete - trace.liveFrom) / 2);
}

void PastCache::ask(Trace &trace, const Series &series, const seam::Grid &grid)
{
    const int more = margin(grid);
    const Micros now = nowMicros();
    const Micros newest = series.isEmpty() ? now : series.timeAt(series.size() - 1) + 1;
    seam::Told about;
    about.grid = {grid.from - more * grid.width, grid.width, grid.columns + 2 * more};
    about.complete = std::min(newest, about.grid.to());
    trace.asked = about;
    trace.askedLiveFrom = seam::liveFrom(series);
    note(trace.question, m_past.askEnvelope(trace.asker, trace.metric, about.grid.from, about.grid.to(), about.grid.columns));
}

int PastCache::margin(const seam::Grid &grid)
{
    return std::max(0, std::min(grid.columns / 2, (mostColumns - grid.columns) / 2));
}

bool PastCache::mayAsk(const Question &question) const
{
    return m_clock.elapsed() >= question.notBefore;
}

void PastCache::note(Question &question, quint64 id) const
{
    question.id = id;
    question.notBefore = m_clock.elapsed() + (patienceMs << std::min(question.tries, mostTries));
    ++question.tries;
}

void PastCache::takeIn(quint64 query, MetricId metric, const Envelope &envelope)
{
    Trace *trace = find(metric);
    if (!trace || query == 0)
        return;
    if (query == trace->oldestQuestion.id) {
        trace->oldestQuestion = {};
        trace->oldestKnown = m_clock.elapsed();
        trace->oldest = envelope.isEmpty() ? 0 : envelope.constFirst().time;
        Q_EMIT arrived();
    } else if (query == trace->question.id) {
        trace->question = {};
        const bool wider = trace->told.grid.from < trace->asked.grid.from && trace->told.grid.to() >= trace->asked.grid.to();
        if (trace->told.grid.columns > 0 && wider)
            trace->wider = std::move(trace->told);
        trace->told = std::exchange(trace->asked, {});
        trace->told.envelope = envelope;
        trace->liveFrom = trace->askedLiveFrom;
        Q_EMIT arrived();
    }
}

void PastCache::refused(quint64 query)
{
    // Asked again when patience is over and somebody looks.
    for (Trace &trace : m_traces) {
        if (trace.question.id == query)
            trace.question.id = 0;
        if (trace.oldestQuestion.id == query)
            trace.oldestQuestion.id = 0;
    }
}

Micros PastCache::oldest(MetricId metric)
{
    Trace *trace = find(metric);
    if (!trace)
        return 0;
    const bool old = trace->oldestKnown < 0 || m_clock.elapsed() - trace->oldestKnown > oldestKeptMs;
    if (old && mayAsk(trace->oldestQuestion))
        note(trace->oldestQuestion, m_past.askEnvelope(trace->oldestAsker, metric, 0, nowMicros(), oldestColumns));
    return trace->oldest;
}

} // namespace muster
