#include "ui/chart/traceset.h"

#include "core/fleet.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QJsonObject>

#include <algorithm>

namespace muster {

namespace {

Metric described(const Metric &metric)
{
    Metric info = metric;
    info.id = {};
    return info;
}

Metric metricFrom(const QJsonObject &stored)
{
    Metric info;
    info.key = stored.value(QStringLiteral("metric")).toString();
    info.name = stored.value(QStringLiteral("name")).toString();
    info.unit = stored.value(QStringLiteral("unit")).toString();
    const int type = stored.value(QStringLiteral("type")).toInt();
    info.type = type >= 0 && type <= int(MetricType::Event) ? MetricType(type) : MetricType::Number;
    return info;
}

} // namespace

QString Trace::name() const
{
    return QStringLiteral("%1 · %2").arg(format::plain(device, 60), format::plain(format::metricName(info), 60));
}

qsizetype TraceSet::indexOf(MetricId metric) const
{
    const auto found = std::find_if(m_traces.begin(), m_traces.end(), [&](const Trace &trace) { return trace.metric == metric; });
    return metric.isValid() && found != m_traces.end() ? found - m_traces.begin() : -1;
}

bool TraceSet::uses(Side side) const
{
    return std::any_of(m_traces.begin(), m_traces.end(), [&](const Trace &trace) { return trace.side == side && trace.isNumber(); });
}

QList<qsizetype> TraceSet::bands() const
{
    QList<qsizetype> result;
    for (qsizetype i = 0; i < m_traces.size(); ++i) {
        if (m_traces.at(i).shown && !m_traces.at(i).isNumber())
            result.append(i);
    }
    return result;
}

QString TraceSet::unit(Side side) const
{
    const auto found = std::find_if(m_traces.begin(), m_traces.end(), [&](const Trace &trace) { return trace.side == side && trace.isNumber(); });
    return found == m_traces.end() ? QString() : found->info.unit;
}

Result<Side> TraceSet::place(const Metric &metric) const
{
    const qsizetype present = indexOf(metric.id);
    if (present >= 0)
        return m_traces.at(present).side;
    const QString name = format::plain(format::metricName(metric), 60);
    if (m_traces.size() >= most)
        return failure(Error::Code::TooLarge, tr("This chart already shows %1 metrics; “%2” needs another chart.").arg(most).arg(name));
    if (metric.type != MetricType::Number)
        return Side::Left;
    for (const Side side : {Side::Left, Side::Right}) {
        if (uses(side) && unit(side) == metric.unit)
            return side;
    }
    for (const Side side : {Side::Left, Side::Right}) {
        if (!uses(side))
            return side;
    }
    const auto quoted = [](const QString &unit) { return unit.isEmpty() ? tr("no unit") : format::plain(unit, 20); };
    return failure(Error::Code::Refused, tr("This chart's axes are taken (%1 and %2); “%3” (%4) needs another chart.")
                                             .arg(quoted(unit(Side::Left)), quoted(unit(Side::Right)), name, quoted(metric.unit)));
}

Result<void> TraceSet::add(const Fleet &fleet, MetricId metric)
{
    const MetricState *state = fleet.metric(metric);
    const Device *device = state ? fleet.device(state->device) : nullptr;
    if (!device || device->addresses.isEmpty())
        return failure(Error::Code::NotFound, tr("This metric is no longer there."));
    if (indexOf(metric) >= 0)
        return {};
    const auto side = place(state->info);
    if (!side)
        return tl::unexpected(side.error());
    Trace trace;
    trace.metric = metric;
    trace.address = device->addresses.first();
    trace.info = described(state->info);
    trace.device = fleet.displayName(state->device);
    trace.colour = freeColour();
    trace.side = *side;
    m_traces.append(trace);
    return {};
}

int TraceSet::freeColour() const
{
    for (int colour = 0; colour < theme::traceCount; ++colour) {
        if (std::none_of(m_traces.begin(), m_traces.end(), [&](const Trace &trace) { return trace.colour == colour; }))
            return colour;
    }
    return 0;
}

void TraceSet::showOnly(qsizetype i)
{
    for (qsizetype other = 0; other < m_traces.size(); ++other)
        m_traces[other].shown = other == i;
}

void TraceSet::showAll()
{
    for (Trace &trace : m_traces)
        trace.shown = true;
}

void TraceSet::changeSide(qsizetype i)
{
    const auto opposite = [](Side side) { return side == Side::Left ? Side::Right : Side::Left; };
    if (!m_traces.at(i).isNumber())
        return;
    const Side target = opposite(m_traces.at(i).side);
    if (!uses(target) || unit(target) == m_traces.at(i).info.unit) {
        m_traces[i].side = target;
        return;
    }
    for (Trace &trace : m_traces)
        trace.side = opposite(trace.side);
}

bool TraceSet::resolve(const Fleet &fleet)
{
    bool changed = false;
    for (Trace &trace : m_traces) {
        const DeviceId device = fleet.findByAddress(trace.address);
        const MetricId metric = device.isValid() ? fleet.findMetric(device, trace.info.key) : MetricId {};
        const MetricState *state = fleet.metric(metric);
        // One that changed its unit stays where a person put it.
        Trace now = trace;
        now.metric = state ? metric : MetricId {};
        if (state) {
            now.info = described(state->info);
            now.device = fleet.displayName(device);
        }
        if (now.metric != trace.metric || now.info != trace.info || now.device != trace.device) {
            trace = now;
            changed = true;
        }
    }
    return changed;
}

QJsonArray TraceSet::save() const
{
    QJsonArray stored;
    for (const Trace &trace : m_traces) {
        stored.append(QJsonObject {{QStringLiteral("device"), trace.address}, {QStringLiteral("metric"), trace.info.key},
            {QStringLiteral("deviceName"), trace.device}, {QStringLiteral("name"), trace.info.name}, {QStringLiteral("unit"), trace.info.unit},
            {QStringLiteral("type"), int(trace.info.type)}, {QStringLiteral("colour"), trace.colour},
            {QStringLiteral("right"), trace.side == Side::Right}, {QStringLiteral("hidden"), !trace.shown}});
    }
    return stored;
}

void TraceSet::restore(const QJsonArray &stored)
{
    m_traces.clear();
    for (const QJsonValue &value : stored) {
        const QJsonObject object = value.toObject();
        Trace trace;
        trace.address = object.value(QStringLiteral("device")).toString();
        trace.info = metricFrom(object);
        if (trace.address.isEmpty() || trace.info.key.isEmpty() || m_traces.size() >= most)
            continue;
        trace.device = object.value(QStringLiteral("deviceName")).toString();
        trace.colour = qBound(0, object.value(QStringLiteral("colour")).toInt(), theme::traceCount - 1);
        trace.side = object.value(QStringLiteral("right")).toBool() ? Side::Right : Side::Left;
        trace.shown = !object.value(QStringLiteral("hidden")).toBool();
        m_traces.append(trace);
    }
}

} // namespace muster
