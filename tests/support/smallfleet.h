#pragma once

#include "query/bits.h"
#include "query/columns.h"

#include "core/connections.h"
#include "core/fleet.h"

#include <limits>

namespace muster::test {

inline QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

inline Metric metric(
    quint32 id, const char *key, MetricType type = MetricType::Number, const char *unit = "", Role role = Role::None, const QStringList &options = {})
{
    Metric made;
    made.id = {id};
    made.key = latin(key);
    made.type = type;
    made.unit = latin(unit);
    made.role = role;
    made.options = options;
    return made;
}

inline Device device(quint32 id, const char *name, const QStringList &addresses, Kind kind, Presence presence)
{
    Device made;
    made.id = {id};
    made.connection = {1};
    made.name = latin(name);
    made.addresses = addresses;
    made.kind = kind;
    made.presence = presence;
    return made;
}

/// Seven devices, the first five of them in the fleet:
/// 1 Pump North, 2 Pump South, 3 Lamp 2, 4 Lamp 10, 5 Übergabe Straße, 6 a serial port without a name, 7 Sensor 100%*
struct SmallFleet
{
    SmallFleet()
    {
        connections.restore({Connection {{1}, latin("Workshop"), QUrl(latin("mqtt://broker")), true}}, {1});
        describe();
        decide();
        measure();
    }

    void describe()
    {
        Device a = device(1, "Pump North", {latin("mqtt:plant/pump1")}, Kind::IoT, Presence::Online);
        a.model = latin("AquaPump 300");
        a.manufacturer = latin("Grundfos");
        a.firmware = latin("1.9");
        a.hardware = latin("rev B");
        a.metrics = {metric(1, "temperature", MetricType::Number, "°C"), metric(2, "charge", MetricType::Number, "%", Role::Battery),
            metric(3, "power", MetricType::Boolean), metric(4, "mode", MetricType::Enumeration, "", Role::None, {latin("Off"), latin("Eco"), latin("Boost")})};
        Device b = device(2, "Pump South", {latin("ble:AA:BB:CC:DD:EE:FF"), latin("mac:AA:BB:CC:DD:EE:FF")}, Kind::M2M, Presence::Offline);
        b.model = latin("AquaPump 400");
        b.firmware = latin("1.10");
        b.metrics = {metric(5, "Temperature", MetricType::Number, "°F"), metric(6, "battery", MetricType::Number, "%"), metric(7, "power", MetricType::Boolean),
            metric(8, "rssi", MetricType::Number, "dBm", Role::Signal)};
        Device c = device(3, "Lamp 2", {latin("mqtt:home/lamp2")}, Kind::IoT, Presence::Online);
        c.metrics = {metric(9, "state", MetricType::Text), metric(10, "brightness"),
            metric(11, "door", MetricType::Boolean, "", Role::None, {latin("closed"), latin("open")})};
        Device d = device(4, "Lamp 10", {latin("mqtt:home/lamp10")}, Kind::IoT, Presence::Unknown);
        Device e = device(5, "Übergabe Straße", {latin("mqtt:heizung/übergabe")}, Kind::IoT, Presence::Lost);
        e.firmware = latin("2.0-beta");
        e.metrics = {
            metric(12, "temperature", MetricType::Number, "°C"), metric(13, "energy.power", MetricType::Number, "W"), metric(14, "status", MetricType::Text)};
        Device f = device(6, "", {latin("serial:0403:6001:A1")}, Kind::M2M, Presence::Unknown);
        f.connection = {};
        Device g = device(7, "Sensor 100%*", {latin("http:sensor")}, Kind::IoT, Presence::Online);
        g.metrics = {metric(15, "room temp"), metric(16, "level", MetricType::Text), metric(17, "temperature")};
        fleet.announce({a, b, c, d, e, f, g});
    }

    void decide()
    {
        fleet.adopt({{1}, {2}, {3}, {4}, {5}});
        const GroupId plant = fleet.addGroup(latin("Plant"));
        const GroupId cellar = fleet.addGroup(latin("Cellar"), plant);
        fleet.assign({{1}}, cellar);
        fleet.assign({{3}}, plant);
        fleet.setTags({1}, {latin("Roof"), latin("critical")});
        fleet.setTags({2}, {latin("roof")});
        fleet.setTags({3}, {latin("spare part")});
        fleet.setTags({5}, {latin("Büro")});
    }

    void measure()
    {
        SampleBatch batch;
        const auto set = [&](quint32 id, double value) { batch.samples.append({now - 1'000'000, value, {id}, Sample::Retained, 0}); };
        const auto say = [&](quint32 id, const char *text) {
            batch.texts.append(latin(text));
            batch.samples.append({now - 1'000'000, double(batch.texts.size() - 1), {id}, Sample::Text | Sample::Retained, 0});
        };
        set(1, 21.5);
        set(2, 80);
        set(3, 1);
        set(4, 1);
        set(5, -5);
        set(6, 15);
        set(7, 0);
        set(8, -70);
        say(9, "Ready");
        set(10, 40);
        set(11, 1);
        set(12, 80);
        set(13, 2000);
        say(14, "3");
        set(15, 19);
        say(16, "42");
        set(17, std::numeric_limits<double>::quiet_NaN());
        fleet.observe(batch);
        fleet.see({{1}}, now - 10 * second);
        fleet.see({{2}}, now - 3'600 * second);
        fleet.see({{3}}, now - 120 * second);
    }

    [[nodiscard]] QString ids(const Bits &rows) const
    {
        QStringList numbers;
        rows.forEach([&](Row row) { numbers.append(QString::number(row)); });
        return numbers.join(u' ');
    }

    static constexpr Micros second = 1'000'000;
    Micros now = nowMicros();
    Fleet fleet;
    Connections connections;
};

} // namespace muster::test
