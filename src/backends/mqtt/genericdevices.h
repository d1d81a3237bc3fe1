#pragma once

#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/entitydirectory.h"

#include <QSet>

#include <functional>

namespace muster {
class Ingest;
}

namespace muster::mqtt {

/// How a value at a path is decoded where nobody announced it; null: no metric is made of it (no value, far into an array, a secret).
[[nodiscard]] const Binding *genericBinding(std::string_view path, const Scalar &first);

/// The devices that rules, and the generic rule where none has a topic, make of topics nothing else claims. One device may get its values from several topics
/// (`home/kitchen/temperature`, `home/kitchen/humidity`); it goes when the last of them is claimed by an entity.
/// Its address is "mqtt:<broker>/<device topic>", or with what a rule calls it, so that the same topic on two brokers means two devices.
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
    [[nodiscard]] const EntityDirectory::Command *command(DeviceId device, const QString &key) const;
    /// Whether something else than the generic rule knows the device: then it stays when its last topic goes.
    std::function<bool(DeviceId)> isShared {};

private:
    [[nodiscard]] GenericPlace place(const Topic &topic) const;
    [[nodiscard]] DeviceId device(Topic &topic, const GenericPlace &place);
    [[nodiscard]] std::optional<TopicRule::Kept> metric(const Topic &topic, const GenericPlace &place, std::string_view path) const;
    void addCommand(const Topic &topic, DeviceId device, const TopicRule::Kept &kept, const Metric &metric, MetricId echo);

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
    QHash<DeviceId, QHash<QString, EntityDirectory::Command>> m_commands; ///< of rules, by key
};

} // namespace muster::mqtt
