#include "ui/models/fleetorder.h"

#include "ui/models/wordfilter.h"

#include <algorithm>
#include <cmath>

namespace muster {

FleetOrder::FleetOrder(const Fleet &fleet)
    : m_fleet(fleet)
    , m_collator(nameCollator())
{
}

MetricId FleetOrder::valueOf(DeviceId id) const
{
    if (!metricKey.isEmpty())
        return m_fleet.findMetric(id, metricKey);
    const Device *device = m_fleet.device(id);
    if (!device)
        return {};
    MetricId any;
    for (const Metric &metric : device->metrics) {
        if (metric.diagnostic || metric.role != Role::None || !metric.problem.isEmpty())
            continue;
        if (metric.type != MetricType::Text && metric.type != MetricType::Event)
            return metric.id;
        if (!any.isValid())
            any = metric.id;
    }
    return any;
}

bool FleetOrder::isLive() const
{
    return column == FleetColumn::Status || column >= FleetColumn::Seen;
}

FleetOrder::Key FleetOrder::metricKeyOf(DeviceId id, MetricId metric) const
{
    Key key {.device = id};
    const MetricState *state = m_fleet.metric(metric);
    if (!state || state->time == 0 || std::isnan(state->value))
        return key;
    key.missing = false;
    if (state->info.type == MetricType::Text || state->info.type == MetricType::Event)
        key.text = m_collator.sortKey(state->text.left(200));
    else
        key.number = state->value;
    return key;
}

FleetOrder::Key FleetOrder::key(DeviceId id) const
{
    const Device *device = m_fleet.device(id);
    if (!device)
        return {.device = id};
    const auto number = [id](double value) { return Key {.missing = false, .number = value, .device = id}; };
    const auto text = [this, id](const QString &value) {
        return Key {.missing = value.isEmpty(), .text = m_collator.sortKey(value.left(200)), .device = id};
    };
    switch (column) {
    case FleetColumn::Status:
        return number(double(m_fleet.status(id)));
    case FleetColumn::Name:
        return text(m_fleet.displayName(id));
    case FleetColumn::Kind:
        return number(double(m_fleet.kind(id)));
    case FleetColumn::Link:
        return text(device->addresses.value(0));
    case FleetColumn::Model:
        return text(device->model.isEmpty() ? device->manufacturer : device->model);
    case FleetColumn::Seen: {
        const Micros seen = m_fleet.lastSeen(id);
        return seen ? number(double(seen)) : Key {.device = id};
    }
    case FleetColumn::Battery:
        return metricKeyOf(id, m_fleet.metricOfRole(id, Role::Battery));
    case FleetColumn::Signal:
        return metricKeyOf(id, m_fleet.metricOfRole(id, Role::Signal));
    case FleetColumn::Value:
    case FleetColumn::Trend:
        break;
    }
    return metricKeyOf(id, valueOf(id));
}

bool FleetOrder::less(const Key &a, const Key &b) const
{
    if (a.missing != b.missing)
        return b.missing;
    const bool up = direction == Qt::AscendingOrder;
    if (a.number != b.number)
        return (a.number < b.number) == up;
    if (a.text.has_value() != b.text.has_value())
        return b.text.has_value() == up;
    if (a.text) {
        const int order = a.text->compare(*b.text);
        if (order != 0)
            return (order < 0) == up;
    }
    return a.device < b.device;
}

void FleetOrder::sort(QList<DeviceId> &devices) const
{
    std::vector<Key> keys;
    keys.reserve(size_t(devices.size()));
    for (const DeviceId id : std::as_const(devices))
        keys.push_back(key(id));
    std::sort(keys.begin(), keys.end(), [this](const Key &a, const Key &b) { return less(a, b); });
    std::transform(keys.begin(), keys.end(), devices.begin(), [](const Key &key) { return key.device; });
}

int FleetOrder::place(const QList<DeviceId> &devices, DeviceId id) const
{
    const Key wanted = key(id);
    const auto at = std::upper_bound(devices.begin(), devices.end(), wanted, [this](const Key &a, DeviceId b) { return less(a, key(b)); });
    return int(at - devices.begin());
}

bool FleetOrder::inOrder(DeviceId first, DeviceId second) const
{
    return less(key(first), key(second));
}

} // namespace muster
