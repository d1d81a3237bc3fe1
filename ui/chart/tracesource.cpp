#include "ui/chart/tracesource.h"

#include "core/fleet.h"
#include "ui/chart/watches.h"
#include "ui/format.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

using Reading = TraceSource::Reading;

/// `holding`: the one that held at the time, not one that was yet to come.
std::optional<Reading> nearest(const Series &series, Micros time, Micros until, bool holding)
{
    const qsizetype end = series.lowerBound(until + 1);
    if (end == 0)
        return std::nullopt;
    qsizetype at = std::min(series.lowerBound(time), end - 1);
    if (at > 0 && series.timeAt(at) != time && (holding ? series.timeAt(at) > time : time - series.timeAt(at - 1) < std::abs(series.timeAt(at) - time)))
        --at;
    if (holding && series.timeAt(at) > time)
        return std::nullopt;
    const double value = series.valueAt(at);
    return Reading {series.timeAt(at), value, 1, value, value, {}};
}

std::optional<Reading> nearest(const Envelope &envelope, Micros time, Micros before, bool holding)
{
    std::optional<Reading> best;
    for (const EnvelopeColumn &column : envelope) {
        if (column.endTime >= before || (holding && column.time > time))
            break;
        const bool atEnd = holding ? column.endTime <= time : std::abs(column.endTime - time) < std::abs(column.time - time);
        const Micros when = atEnd ? column.endTime : column.time;
        if (!best || std::abs(when - time) <= std::abs(best->time - time))
            best = Reading {when, atEnd ? column.last : column.first, column.count, column.min, column.max, {}};
    }
    return best;
}

} // namespace

QString TraceSource::Reading::words(const Metric &metric) const
{
    const bool isText = metric.type == MetricType::Text || metric.type == MetricType::Event;
    return isText ? format::plain(text) : format::quantity(metric, value).joined();
}

TraceSource::TraceSource(const ChartParts &parts, QObject *parent)
    : QObject(parent)
    , m_fleet(parts.fleet)
    , m_watches(parts.watches)
    , m_recorded(parts.past)
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
    std::vector<std::unique_ptr<TextTrail>> trails;
    m_types.clear();
    for (const Trace &trace : traces.all()) {
        metrics.append(trace.metric);
        m_types.append(trace.info.type);
        if (!trace.metric.isValid())
            continue;
        known.append(trace.metric);
        if (trace.isText())
            trails.push_back(takeTrail(trace.metric));
    }
    for (const MetricId metric : std::as_const(metrics))
        m_watches.take(metric);
    for (const MetricId metric : std::as_const(m_metrics))
        m_watches.drop(metric);
    m_metrics = metrics;
    m_trails = std::move(trails);
    m_past->setMetrics(known);
    for (EnvelopeCache &cache : m_caches)
        cache.clear();
    m_gaps.fill({});
}

std::unique_ptr<TextTrail> TraceSource::takeTrail(MetricId metric)
{
    for (std::unique_ptr<TextTrail> &known : m_trails) {
        if (known && known->metric() == metric)
            return std::move(known);
    }
    auto fresh = std::make_unique<TextTrail>(m_recorded, metric);
    connect(fresh.get(), &TextTrail::arrived, this, &TraceSource::arrived);
    if (const MetricState *state = m_fleet.metric(metric); state && state->time > 0)
        fresh->hear(state->time, state->text);
    return fresh;
}

TextTrail *TraceSource::trail(qsizetype trace) const
{
    const auto found = std::find_if(m_trails.begin(), m_trails.end(), [&](const auto &each) { return each->metric() == m_metrics.value(trace); });
    return found == m_trails.end() ? nullptr : found->get();
}

const TextTrail *TraceSource::texts(qsizetype trace, const seam::Grid &grid)
{
    TextTrail *said = trail(trace);
    if (said)
        said->want(grid.from, grid.to(), nowMicros());
    return said;
}

void TraceSource::hear(const QList<MetricId> &metrics)
{
    for (const std::unique_ptr<TextTrail> &trail : m_trails) {
        const MetricState *state = metrics.contains(trail->metric()) ? m_fleet.metric(trail->metric()) : nullptr;
        if (state)
            trail->hear(state->time, state->text);
    }
}

const Series *TraceSource::series(qsizetype trace) const
{
    const MetricState *state = m_fleet.metric(m_metrics.value(trace));
    return state ? &state->series : nullptr;
}

Envelope TraceSource::envelope(qsizetype trace, const seam::Grid &grid, Micros until)
{
    const Series *memory = series(trace);
    if (!memory)
        return {};
    const Envelope &live = m_caches[size_t(trace)].envelope(*memory, grid.from, grid.to(), grid.columns, size_t(trace) == m_fresh);
    Envelope all = m_past->envelope(m_metrics.at(trace), *memory, live, grid);
    while (!all.isEmpty() && all.constLast().time > until)
        all.removeLast();
    if (!all.isEmpty() && all.constLast().endTime > until) {
        // The last column goes on filling up; what was there then is asked for alone, unless its beginning is older than live memory.
        const Micros from = grid.floor(all.constLast().time);
        const Envelope then = from >= seam::liveFrom(*memory) ? memory->envelope(from, until + 1, 1) : Envelope();
        const auto part = std::find_if(then.begin(), then.end(), [&](const EnvelopeColumn &column) { return column.time >= from && column.endTime <= until; });
        if (part != then.end())
            all.last() = *part;
    }
    return all;
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
    if (const TextTrail *said = trail(trace)) {
        const TextTrail::Said *last = said->at(std::min(time, until));
        return last ? std::optional(Reading {last->time, 0, 1, 0, 0, last->text}) : std::nullopt;
    }
    const bool holding = m_types.at(trace) != MetricType::Number;
    const auto live = nearest(*memory, time, until, holding);
    const auto past = nearest(envelope, time, std::min(seam::liveFrom(*memory), until), holding);
    if (live && past)
        return std::abs(live->time - time) <= std::abs(past->time - time) ? live : past;
    return live ? live : past;
}

} // namespace muster
