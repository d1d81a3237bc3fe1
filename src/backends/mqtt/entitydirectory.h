#pragma once

#include "backends/mqtt/topictable.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>

namespace muster {
class Ingest;
}

namespace muster::mqtt {

/// The entities that conventions announced on one connection, and the devices they belong to: turns announcements into metric ids, targets
/// in the topic table, availability and commands, and takes all of it back when an entity is withdrawn.
class EntityDirectory
{
public:
    static constexpr size_t maxEntities = 500'000;

    struct Command
    {
        CommandInfo info {};
        CommandEncoding encoding {};
        MetricId echo {};      ///< the metric that confirms it; invalid: none
        Metric echoMetric {};  ///< its description: options
    };

    EntityDirectory(Ingest &ingest, ConnectionId connection, TopicTable &topics)
        : m_ingest(ingest), m_connection(connection), m_topics(topics) {}

    /// Carries out a digest. Returns the new owners of targets: values kept for them can be replayed.
    std::vector<quint32> apply(const Digest &digest);
    /// A metric that a convention reads itself.
    struct Known
    {
        MetricId id {};        ///< invalid: it cannot be had, or another convention of the device is its own
        DeviceId device {};    ///< invalid: nobody announced this origin
        QString key {};        ///< within the device
        MetricType type = MetricType::Number;
        QStringList options {};
    };
    /// The metric of an announced entity; one that was not announced with it is made when it is first seen, at most maxReadings of one entity.
    [[nodiscard]] Known metric(const QByteArray &origin, const Metric &metric);
    static constexpr qsizetype maxReadings = 1'024;
    [[nodiscard]] DeviceId deviceOf(const QByteArray &origin) const;
    /// The announcement that such targets are of; null: it is gone.
    [[nodiscard]] const Announcement *announcementOf(quint32 owner) const;
    [[nodiscard]] const Command *command(DeviceId device, const QString &key) const;
    /// A person decided anew which addresses are one device. Returns owners as apply() does.
    std::vector<quint32> announceAgain(const QStringList &addresses);
    void withdrawAll();
    [[nodiscard]] bool has(DeviceId device) const { return m_devices.contains(device.n); }
    /// Whether something else knows the device: then it stays when its last entity goes.
    std::function<bool(DeviceId)> isShared {};

private:
    struct Entity
    {
        quint32 owner = 0;
        DeviceId device {};
        Announcement announcement {};   ///< bindings stay where they are: targets point at them
        QStringList metrics {};
        QStringList commands {};
        Reach *reach = nullptr;
        bool muted = false;             ///< the device's native convention tells the same
        QHash<QString, Known> readings {}; ///< by the convention's key
        QHash<QString, Known> announced {}; ///< likewise, of those that the announcement has; made when the first of them is read
    };
    struct Parts
    {
        std::map<QString, quint32> metricOwners {}; // maps: most devices have few, and a QHash begins with room for 48
        std::map<QString, Command> commands {};
        std::vector<std::unique_ptr<Reach>> reaches {};
        QSet<quint32> owners {};        ///< its entities
        std::map<std::pair<QByteArray, QByteArray>, quint32> attributes {}; ///< topic and place → who shows them; further entities do not once more
        QStringList addresses {};
        int natives = 0;                ///< of them by the device's own convention
        bool named = false;
    };
    void announce(const Announcement &announcement, std::vector<quint32> &owners);
    void makeKeysUnique(Announcement &announcement, const Parts &parts) const;
    void bind(Entity &entity, Parts &parts);
    [[nodiscard]] static bool showsAttributes(const Entity &entity, const Binding &binding, Parts &parts);
    /// Ties the entity to its availability; true if no entity of the device had this one before.
    bool addReach(Entity &entity, Parts &parts);
    void absorb(DeviceId from, DeviceId into, std::vector<quint32> &owners);
    void mute(DeviceId device);
    void unmute(DeviceId device);
    void succeed(Entity &before, Entity &made);
    void unbind(Entity &entity, const QStringList &keptMetrics, const QStringList &keptCommands);
    void release(Entity &entity, const QStringList &keptMetrics, const QStringList &keptCommands);
    void withdraw(const QByteArray &origin);
    void resolveAnnounced(Entity &entity);
    void leaveGroup(const Announcement &announcement);
    [[nodiscard]] std::map<QString, Metric> bindMetrics(Entity &entity, Parts &parts);
    void countLimit();

    Ingest &m_ingest;
    ConnectionId m_connection;
    TopicTable &m_topics;
    QHash<QByteArray, Entity *> m_byOrigin;
    std::unordered_map<quint32, std::unique_ptr<Entity>> m_entities; ///< by owner
    QHash<QString, DeviceId> m_byAddress;
    std::vector<std::pair<DeviceId, DeviceId>> m_toAbsorb;           ///< devices that turned out to be another one
    QHash<QByteArray, std::set<QByteArray>> m_groups;                ///< origins
    std::unordered_map<quint32, Parts> m_devices;                    ///< by DeviceId
    quint32 m_lastOwner = 0;
};

} // namespace muster::mqtt
