#pragma once

#include "core/fleet.h"

namespace muster::support {

/// Devices out of nothing for tests of the window: each has a temperature (number), a battery, a signal, a switch (boolean) and a command for it.
/// Ids are dense from `first`, as Ingest would give them: device n has the metrics 10 n … 10 n + 3.
inline MetricId metricOf(DeviceId device, quint32 which)
{
    return {device.n * 10 + which};
}

inline Metric numberMetric(DeviceId device, quint32 which, const QString &key, const QString &unit, Role role = Role::None)
{
    Metric metric;
    metric.id = metricOf(device, which);
    metric.key = key;
    metric.unit = unit;
    metric.role = role;
    metric.diagnostic = role != Role::None;
    return metric;
}

inline Device madeUpDevice(quint32 n, ConnectionId connection = {1})
{
    Device device;
    device.id = {n};
    device.connection = connection;
    device.addresses = {QStringLiteral("mqtt:made-up/%1").arg(n)};
    device.name = QStringLiteral("Device %1").arg(n);
    device.model = QStringLiteral("M%1").arg(n % 3);
    device.manufacturer = QStringLiteral("ACME");
    device.metrics = {numberMetric(device.id, 0, QStringLiteral("temperature"), QStringLiteral("°C")),
        numberMetric(device.id, 1, QStringLiteral("battery"), QStringLiteral("%"), Role::Battery),
        numberMetric(device.id, 2, QStringLiteral("rssi"), QStringLiteral("dBm"), Role::Signal)};
    Metric power;
    power.id = metricOf(device.id, 3);
    power.key = QStringLiteral("power");
    power.type = MetricType::Boolean;
    device.metrics.append(power);
    CommandInfo command;
    command.key = QStringLiteral("power");
    command.name = QStringLiteral("Power");
    command.argument = ArgumentType::Boolean;
    command.metric = QStringLiteral("power");
    device.commands = {command};
    return device;
}

inline QList<DeviceId> announceSome(Fleet &fleet, quint32 count, quint32 first = 1, ConnectionId connection = {1})
{
    QList<Device> devices;
    QList<DeviceId> ids;
    for (quint32 n = first; n < first + count; ++n) {
        devices.append(madeUpDevice(n, connection));
        ids.append(DeviceId {n});
    }
    fleet.announce(devices);
    return ids;
}

inline void say(Fleet &fleet, MetricId metric, double value, Micros time = nowMicros())
{
    fleet.observe({{Sample {.time = time, .value = value, .metric = metric}}, {}});
}

} // namespace muster::support
