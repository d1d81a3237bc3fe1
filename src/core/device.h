#pragma once

#include "core/ids.h"
#include "core/sample.h"
#include "core/value.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <limits>

namespace muster {

/// How a device is reached. M2M: point to point (serial, BLE, Modbus RTU). IoT: over an IP network (MQTT, HTTP …).
enum class Kind : quint8 { M2M, IoT };

/// What is known about a device being reachable, as its own road reports it. Lost: the road itself is down.
enum class Presence : quint8 { Unknown, Online, Offline, Lost };

enum class MetricType : quint8 { Number, Boolean, Enumeration, Text, Event };

/// What a metric means to every device alike, so that the fleet table has a column for it.
enum class Role : quint8 { None, Battery, Signal };

/// Something a device measures or states. Identified within its device by `key`; everywhere else by `id`.
struct Metric
{
    MetricId id {};          ///< given by Ingest
    QString key {};          ///< stable, unique within the device: "temperature", "energy.power"
    QString name {};         ///< for people; empty: use the key
    MetricType type = MetricType::Number;
    QString unit {};         ///< as the device declares it: "°C", "W"; empty: none
    int decimals = -1;       ///< digits after the point for display; -1: as needed
    QStringList options {};  ///< Enumeration: texts by index. Boolean: empty, or {off, on}
    Role role = Role::None;
    bool diagnostic = false; ///< about the device itself (signal, uptime, configuration) rather than what it is for
    QString problem {};      ///< why values cannot be decoded (an unsupported template …); empty: they can

    friend bool operator==(const Metric &, const Metric &) = default;
};

/// A metric of an earlier session: the same device and key shall get the same id again.
struct KnownMetric
{
    MetricId id {};
    QString address {}; ///< one of its device's
    QString key {};
    MetricType type = MetricType::Number;
};

enum class ArgumentType : quint8 { None, Boolean, Number, Enumeration, Text };

/// A command a device takes, and the argument it wants.
struct CommandInfo
{
    QString key {};           ///< stable, unique within the device: "power", "light.brightness"
    QString name {};          ///< for people; empty: use the key
    ArgumentType argument = ArgumentType::None;
    double minimum = 0;       ///< Number
    double maximum = 100;     ///< Number
    double step = 1;          ///< Number, > 0
    QString unit {};
    QStringList options {};   ///< Enumeration
    QString metric {};        ///< key of the metric that shows its effect; empty: none
    bool dangerous = false;   ///< ask once before sending (restart, firmware, unlock …)
    QString problem {};       ///< why it cannot be sent (an unsupported template …); empty: it can

    friend bool operator==(const CommandInfo &, const CommandInfo &) = default;
};

/// A device as one road knows it, where it is reached over several.
struct DevicePart
{
    DeviceId id {};                         ///< what that road's backend calls it
    ConnectionId connection {};             ///< invalid: that road does not show it now
    QString link {};
    QString convention {};
    QStringList addresses {};
    Presence presence = Presence::Unknown;
    QHash<MetricId, QString> metrics {};    ///< the keys they have there
    QHash<QString, QString> commands {};    ///< key in Device::commands → the key it has there

    friend bool operator==(const DevicePart &, const DevicePart &) = default;
};

/// What its roads know about a device. The fleet adds what a person says about it (FleetEntry).
struct Device
{
    DeviceId id {};               ///< given by Ingest
    ConnectionId connection {};   ///< the connection that reported it last; 0: none is open
    QStringList addresses {};     ///< "mqtt:home/plug1", "mac:AA:BB:CC:DD:EE:FF", …; any shared one means the same device. Never empty.
    QString name {};
    QString manufacturer {};
    QString model {};
    QString firmware {};
    QString hardware {};
    QString serialNumber {};
    QString link {};              ///< the road: "mqtt", "serial", "ble", "sim" …
    QString via {};               ///< address of the gateway it hangs on; empty: none
    QString convention {};        ///< how it announced itself: "Home Assistant", "generic JSON", "demo" …
    Kind kind = Kind::IoT;
    Presence presence = Presence::Unknown;
    QList<Metric> metrics {};
    QList<CommandInfo> commands {};
    QList<DevicePart> parts {};   ///< empty: one road alone ever showed it
    QList<QStringList> sources {};///< the addresses it was announced by together, in this session; empty: always the same ones

    friend bool operator==(const Device &, const Device &) = default;
};

/// Which device went into which other one, or came out of it.
struct DeviceMove
{
    DeviceId device {};
    DeviceId other {};

    friend bool operator==(const DeviceMove &, const DeviceMove &) = default;
};

/// The description without what is only true for the moment (connection, presence, sources).
[[nodiscard]] Device atRest(Device device);

/// By which address and key a metric is found again in a later session, whatever its device is united with then.
[[nodiscard]] KnownMetric lastingName(const Device &device, const Metric &metric);

/// One message of a device as it came over the wire, for the inspector.
struct RawMessage
{
    Micros time = 0;
    DeviceId device {};
    bool outgoing = false;
    QString where {};      ///< the topic, port or characteristic
    QByteArray payload {}; ///< cut to RawMessage::maxBytes
    qsizetype size = 0;    ///< before cutting

    static constexpr qsizetype maxBytes = 16 * 1024;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::Device)
Q_DECLARE_METATYPE(muster::RawMessage)
