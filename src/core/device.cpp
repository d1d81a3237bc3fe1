#include "core/device.h"

namespace muster {

Device atRest(Device device)
{
    device.connection = {};
    device.presence = Presence::Unknown;
    device.sources.clear();
    for (DevicePart &part : device.parts) {
        part.connection = {};
        part.presence = Presence::Unknown;
    }
    return device;
}

KnownMetric lastingName(const Device &device, const Metric &metric)
{
    for (const DevicePart &part : device.parts) {
        if (const auto key = part.metrics.constFind(metric.id); key != part.metrics.cend())
            return {metric.id, part.addresses.value(0), *key, metric.type};
    }
    return {metric.id, device.addresses.value(0), metric.key, metric.type};
}

} // namespace muster
