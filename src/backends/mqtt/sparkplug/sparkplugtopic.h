#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace muster::mqtt::sparkplug {

/// Who says something: an edge node, or a device on it.
struct Place
{
    QByteArray group {};
    QByteArray node {};
    QByteArray device {}; ///< empty: the edge node itself

    friend bool operator==(const Place &, const Place &) = default;
};

/// A topic of the namespace spBv1.0 (specification, chapter 4):
///   spBv1.0/<group>/NBIRTH|NDEATH|NDATA|NCMD/<edge node>      spBv1.0/<group>/DBIRTH|DDEATH|DDATA|DCMD/<edge node>/<device>
///   spBv1.0/STATE/<host>
/// Ids may be anything but empty and are compared with their case.
struct SparkplugTopic
{
    enum class Verb : quint8 { NodeBirth, NodeDeath, NodeData, NodeCommand, DeviceBirth, DeviceDeath, DeviceData, DeviceCommand, State };
    Verb verb = Verb::State;
    Place place {};
    QByteArray host {}; ///< State
};

/// Whether a topic lies in the namespace, by its beginning alone.
[[nodiscard]] bool isSparkplug(QByteArrayView topic);
/// None: it is of no form above.
[[nodiscard]] std::optional<SparkplugTopic> sparkplugTopic(QByteArrayView topic);
/// The topic of a command for an edge node or a device.
[[nodiscard]] QByteArray commandTopic(const Place &place);
[[nodiscard]] QByteArray stateTopic(const QByteArray &host);

} // namespace muster::mqtt::sparkplug
