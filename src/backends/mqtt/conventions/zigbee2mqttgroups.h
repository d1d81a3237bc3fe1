#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace muster::mqtt {

/// What the members of a Zigbee2MQTT group have in common, and so the group: on and off, brightness, colour and position of lights, switches, covers and
/// locks that every member has, within the range that all of them take. Empty: nothing. An endpoint of a device counts as a member ("state_left" of one is the group's "state").
/// A group's state tells of on and off, brightness and colours alone (zigbee2mqtt.io, "Groups"); what else can be set is not read back.
[[nodiscard]] QJsonArray commonExposes(const QList<QJsonArray> &members);

/// What a group can learn from a device: the features of its lights and the like, for commonExposes(). Small.
[[nodiscard]] QJsonArray groupParts(const QJsonArray &exposes);

/// The groups of each base topic as they were last told, and what the devices there have for them. Bounded.
class ZigbeeGroups
{
public:
    static constexpr qsizetype maxBases = 1'000;
    static constexpr qsizetype maxParts = 50'000; ///< devices with parts, of all bases; beyond it none is remembered

    /// False: beyond a limit, not remembered.
    bool setDevices(const QByteArray &base, const QJsonArray &devices);
    bool setGroups(const QByteArray &base, const QJsonArray &groups);
    [[nodiscard]] QJsonArray groups(const QByteArray &base) const { return m_bases.value(base).groups; }
    /// Of one of them: what its members have in common. None where that cannot be told: it has no members, or one that is not known.
    [[nodiscard]] std::optional<QJsonArray> exposes(const QByteArray &base, const QJsonObject &group) const;

private:
    struct Base
    {
        QJsonArray groups {};
        QHash<QString, QJsonArray> parts {}; ///< by IEEE address
    };
    [[nodiscard]] bool hasRoomFor(const QByteArray &base) const { return m_bases.contains(base) || m_bases.size() < maxBases; }

    QHash<QByteArray, Base> m_bases;
    qsizetype m_parts = 0;
};

} // namespace muster::mqtt
