#pragma once

#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/topictable.h"

#include <QSet>

#include <functional>

namespace muster {
class Ingest;
}

namespace muster::mqtt {

/// The devices that the generic rule makes of topics nothing else claims. One device may get its values from several topics
/// (`home/kitchen/temperature`, `home/kitchen/humidity`); it goes when the last of them is claimed by an entity.
/// Its address is "mqtt:<broker>/<device topic>", so that the same topic on two brokers means two devices.
class GenericDevices
{
public:
    GenericDevices(Ingest &ingest, ConnectionId connection, const QString &broker, const GenericRule &rule)
        : m_ingest(ingest), m_connection(connection), m_broker(broker), m_rule(rule) {}

    /// Makes (or finds) the device of a topic and a metric on it for a value at `path` (empty: the payload itself). A target without a metric: no value
    /// to be made of it, or a limit.
    [[nodiscard]] Target target(Topic &topic, std::string_view path, const Scalar &first);
    /// Takes back what was made of a topic.
    void withdraw(Topic &topic);
    void withdrawAll();
    [[nodiscard]] bool has(DeviceId device) const { return m_ids.contains(device); }
    /// Whether something else than the generic rule knows the device: then it stays when its last topic goes.
    std::function<bool(DeviceId)> isShared {};

private:
    [[nodiscard]] DeviceId device(Topic &topic, const GenericPlace &place);

    struct Made
    {
        DeviceId id {};
        int topics = 0;
    };
    Ingest &m_ingest;
    ConnectionId m_connection;
    QString m_broker;
    GenericRule m_rule;
    ByteMap<Made> m_devices;
    QSet<DeviceId> m_ids;
};

} // namespace muster::mqtt
