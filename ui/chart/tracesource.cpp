#include "ui/chart/tracesource.h"

#include "core/fleet.h"
#include "ui/chart/watches.h"
#include "ui/format.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

using Reading = TraceSource::Reading;

std::optional<Reading> nearest(const Series &series, Micros time, Micros until)
{
    const qsizetype end = series.lowerBound(until + 1);
    if (end == 0)
        return std::nullopt;
    qsizetype at = std::min(series.lowerBound(time), end - 1);
    if (at > 0 && time - series.timeAt(at - 1) < std::abs(series.timeAt(at) - time))
        --at;
    const double value = series.valueAt(at);
    return Reading {series.timeAt(at), value, 1, value, value};
}

std::optional<Reading> nearest(const Envelope &envelope, Micros time, Micros before)
{
    std::optional<Reading> best;
    for (const EnvelopeColumn &column : envelope) {
        if (column.endTime >= before)
            break;
        const bool atEnd = std::abs(column.endTime - time) < std::abs(column.time - time);
        const Micros when = atEnd ? column.endTime : column.time;
        if (!best || std::abs(when - time) <= std::abs(best->time - time))
            best = Reading {when, atEnd ? column.last : column.first, column.count, column.min, column.max};
    }
    return best;
}

} // namespace

QString TraceSource::Reading::words(const Metric &metric) const
{
    return format::quantity(metric, value).joined();
}

TraceSource::TraceSource(const ChartParts &parts, QObject *parent)
    : QObject(parent)
    , m_fleet(parts.fleet)
    , m_watches(parts.watches)
    , m_past(new PastCache(parts.past, this))
{
    connect(m_past, &PastCache::arrived, this, &TraceSource::arrived);
}

TraceSource::~TraceSource()
{
    for (const MetricId metric : std::as_const(m_metrics))
        m_watches.drop(metric);
}

void TraceSource::setTraces(const TraceSet &traces)
{
    QList<MetricId> metrics;
    QList<MetricId> known;
    for (const Trace &trace : traces.all()) {
        metrics.append(trace.metric);
        if (trace.metric.isValid())
            known.append(trace.metric);
    }
    for (const MetricId metric : std::as_const(metrics))
        m_watches.take(metric);
    for (const MetricId metric : std::as_const(m_metrics))
        m_watches.drop(metric);
    m_metrics = metrics;
    m_past->setMetrics(known);
    for (EnvelopeCache &cache : m_caches)
        cache.clear();
    m_gaps.fill({});
}

const Series *TraceSource::series(qsizetype trace) const
{
    const MetricState *state = m_fleet.metric(m_metrics.value(trace));
    return state ? &state->series : nullptr;
}

Envelope TraceSource::envelope(qsizetype trace, const seam::Grid &grid)
{
    const Series *memory = series(trace);
    if (!memory)
        return {};
    const Envelope &live = m_caches[size_t(trace)].envelope(*memory, grid.from, grid.to(), grid.columns, size_t(trace) == m_fresh);
    return m_past->envelope(m_metrics.at(trace), *memory, live, grid);
}

Micros TraceSource::gapLimit(qsizetype trace, const Envelope &envelope, Micros column)
{
    const Series *memory = series(trace);
    return memory ? m_gaps[size_t(trace)].limit(envelope, *memory, column, size_t(trace) == m_fresh) : 0;
}

Micros TraceSource::oldest(qsizetype trace) const
{
    const Series *memory = series(trace);
    if (!memory)
        return 0;
    const Micros recorded = m_past->oldest(m_metrics.at(trace));
    const Micros live = memory->isEmpty() ? 0 : memory->timeAt(0);
    return recorded > 0 && live > 0 ? std::min(recorded, live) : std::max(recorded, live);
}

std::optional<Reading> TraceSource::read(qsizetype trace, const Envelope &envelope, Micros time, Micros until) const
{
    const Series *memory = series(trace);
    if (!memory)
        return std::nullopt;
    const auto live = nearest(*memory, time, until);
    const auto past = nearest(envelope, time, std::min(seam::liveFrom(*memory), until));
    if (live && past)
        return std::abs(live->time - time) <= std::abs(past->time - time) ? live : past;
    return live ? live : past;
}

} // namespace muster
