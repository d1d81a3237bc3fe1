// Each convention by a table: messages as devices send them, and what must come out of the whole way through the router.
#include "support/mqttroad.h"

#include <QRegularExpression>
#include <QTest>

using namespace muster;
using namespace muster::mqtt;
using muster::test::MqttRoad;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

struct Message
{
    QByteArray topic {};
    QByteArray payload {};
    bool retained = false;
};

struct Order
{
    const char *key;
    Value argument {};
    QByteArray written {};
};

} // namespace

Q_DECLARE_METATYPE(QList<Message>)
Q_DECLARE_METATYPE(QList<Order>)

class TestConventions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesBecomeValuesAndCommands_data();
    void messagesBecomeValuesAndCommands();
    void lookAlikesAreNobodysDevice_data();
    void lookAlikesAreNobodysDevice();
    void aShellySaysWhoItIsWhenAsked();
};

namespace {

// The rows of one family: the messages, the device's address, what it is ("name|manufacturer|model|firmware"), its values and its commands.
void row(const char *name, const QList<Message> &messages, const char *address, const char *device, const QStringList &values, const QList<Order> &orders = {})
{
    QTest::newRow(name) << messages << text(address) << text(device) << values << orders;
}

void shellyRows()
{
    const QByteArray id = "shellyplus2pm-b0b21c10a478";
    row("shelly: status of a switch", {{id + "/status/switch:0", R"({"id":0,"source":"MQTT","output":true,"apower":8.9,"voltage":237.0,"current":0.04,"aenergy":{"total":62.5,"by_minute":[1,2],"minute_ts":1709223337},"temperature":{"tC":35.5,"tF":96}})"}},
        "mac:B0:B2:1C:10:A4:78", "shellyplus2pm-b0b21c10a478|Shelly|shellyplus2pm|",
        {text("switch:0.output = true"), text("switch:0.apower = 8.9 W"), text("switch:0.voltage = 237 V"), text("switch:0.current = 0.04 A"), text("switch:0.aenergy.total = 62.5 Wh"),
         text("switch:0.temperature.tC = 35.5 °C"), text("switch:0.aenergy.by_minute.0 = none"), text("switch:0.id = none")},
        {{"switch:0", true, id + R"(/rpc {"id":7,"src":"me","method":"Switch.Set","params":{"id":0,"on":true}})"},
         {"switch:0", false, id + R"(/rpc {"id":7,"src":"me","method":"Switch.Set","params":{"id":0,"on":false}})"},
         {"reboot", {}, id + R"(/rpc {"id":7,"src":"me","method":"Shelly.Reboot","params":{}})"}});
    row("shelly: notifications overlay", {{"hall/lamp/events/rpc", R"({"src":"shellydimmer-a0b1c2d3e4f5","dst":"hall/lamp/events","method":"NotifyFullStatus","params":{"ts":1709223337.2,"light:0":{"id":0,"output":true,"brightness":40},"sys":{"mac":"A0B1C2D3E4F5","uptime":99},"wifi":{"rssi":-61}}})"},
                                          {"hall/lamp/events/rpc", R"({"src":"shellydimmer-a0b1c2d3e4f5","dst":"hall/lamp/events","method":"NotifyStatus","params":{"ts":1709223338.2,"light:0":{"id":0,"brightness":41}}})"}},
        "shelly:hall/lamp", "hall/lamp|Shelly|shellydimmer|", {text("light:0.output = true"), text("light:0.brightness = 41 %"), text("sys.uptime = 99 s"), text("wifi.rssi = -61 dBm"), text("sys.mac = none")},
        {{"light:0.brightness", 55.0, R"(hall/lamp/rpc {"id":7,"src":"me","method":"Light.Set","params":{"id":0,"brightness":55}})"}});
    row("shelly: events of a button", {{"b/events/rpc", R"({"src":"shellyi4-a0b1c2d3e4f5","dst":"b/events","method":"NotifyEvent","params":{"ts":1709223337.2,"events":[{"component":"input:0","id":0,"event":"single_push","ts":1709223337.2}]}})"}},
        "mac:A0:B1:C2:D3:E4:F5", "b|Shelly|shellyi4|", {text("input:0.event = single_push")});
    row("shelly: a cover", {{"shellyplus2pm-b0b21c10a478/status/cover:0", R"({"id":0,"state":"stopped","current_pos":50})"}}, "shelly:shellyplus2pm-b0b21c10a478", "shellyplus2pm-b0b21c10a478|Shelly|shellyplus2pm|",
        {text("cover:0.state = stopped"), text("cover:0.current_pos = 50 %")},
        {{"cover:0.open", {}, id + R"(/rpc {"id":7,"src":"me","method":"Cover.Open","params":{"id":0}})"}, {"cover:0.position", 30.0, id + R"(/rpc {"id":7,"src":"me","method":"Cover.GoToPosition","params":{"id":0,"pos":30}})"},
         {"cover:0.position", 101.0, "“cover:0: Position” wants a number between 0 and 100."}});
    row("shelly: three phases", {{"shellypro3em-a0b1c2d3e4f5/status/em:0", R"({"id":0,"a_current":1.5,"a_act_power":300.2,"a_aprt_power":310,"total_act_power":900,"errors":["phase_sequence"]})"},
                                 {"shellypro3em-a0b1c2d3e4f5/status/emdata:0", R"({"id":0,"a_total_act_energy":12.5,"total_act":40,"total_act_ret":1})"}},
        "mac:A0:B1:C2:D3:E4:F5", "shellypro3em-a0b1c2d3e4f5|Shelly|shellypro3em|",
        {text("em:0.a_current = 1.5 A"), text("em:0.a_act_power = 300.2 W"), text("em:0.a_aprt_power = 310 VA"), text("em:0.total_act_power = 900 W"), text("em:0.errors = phase_sequence"),
         text("emdata:0.a_total_act_energy = 12.5 Wh"), text("emdata:0.total_act = 40 Wh")});
}

void shellyFirstRows()
{
    row("shelly gen1: a relay", {{"shellies/announce", R"({"id":"shelly1pm-AABBCC","model":"SHSW-PM","mac":"A4CF12AABBCC","ip":"10.0.0.9","new_fw":false,"fw_ver":"20230913-112003/v1.14.0-gcb84623"})"},
                                 {"shellies/shelly1pm-AABBCC/relay/0", "on", true}, {"shellies/shelly1pm-AABBCC/relay/0/power", "12.50"}, {"shellies/shelly1pm-AABBCC/relay/0/energy", "7200"},
                                 {"shellies/shelly1pm-AABBCC/input/0", "0"}, {"shellies/shelly1pm-AABBCC/temperature", "41.2"}, {"shellies/shelly1pm-AABBCC/overtemperature", "0"},
                                 {"shellies/shelly1pm-AABBCC/input_event/0", R"({"event":"S","event_cnt":2})"}, {"shellies/shelly1pm-AABBCC/relay/0/command", "off"}},
        "mac:A4:CF:12:AA:BB:CC", "shelly1pm-AABBCC|Shelly|SHSW-PM|20230913-112003/v1.14.0-gcb84623",
        {text("relay.0 = true"), text("relay.0.power = 12.5 W"), text("relay.0.energy = 7200 W·min"), text("input.0 = false"), text("temperature = 41.2 °C"), text("overtemperature = false"),
         text("input_event.0 = S"), text("relay.0.command = none")},
        {{"relay.0", true, "shellies/shelly1pm-AABBCC/relay/0/command on"}, {"update", {}, "shellies/shelly1pm-AABBCC/command update_fw"}});
    row("shelly gen1: a roller and sensors", {{"shellies/r/roller/0", "stop"}, {"shellies/r/roller/0/pos", "30"}, {"shellies/r/sensor/battery", "88"}, {"shellies/r/sensor/flood", "true"},
                                              {"shellies/r/ext_temperature/0", "999.0"}, {"shellies/r/ext_temperature/1", "20.5"}, {"shellies/r/sensor/state", "open"}, {"shellies/r/emeter/0/power", "-20"}},
        "shelly:r", "r|Shelly||",
        {text("roller.0 = stop"), text("roller.0.pos = 30 %"), text("sensor.battery = 88 %"), text("sensor.flood = true"), text("ext_temperature.0 = none"), text("ext_temperature.1 = 20.5 °C"),
         text("sensor.state = open"), text("emeter.0.power = -20 W")},
        {{"roller.0", text("open"), "shellies/r/roller/0/command open"}, {"roller.0.pos", 40.0, "shellies/r/roller/0/command/pos 40"}});
}

} // namespace

void TestConventions::messagesBecomeValuesAndCommands_data()
{
    QTest::addColumn<QList<Message>>("messages");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QList<Order>>("orders");
    shellyRows();
    shellyFirstRows();
}

void TestConventions::messagesBecomeValuesAndCommands()
{
    QFETCH(QList<Message>, messages);
    QFETCH(QString, address);
    QFETCH(QString, device);
    QFETCH(QStringList, values);
    QFETCH(QList<Order>, orders);
    MqttRoad road;
    for (const Message &message : std::as_const(messages))
        road.message(message.topic, message.payload, message.retained);
    const Device found = road.record.device(address);
    QVERIFY2(found.id.isValid(), qPrintable(road.record.addresses().join(QLatin1Char(' '))));
    QCOMPARE(QStringList({found.name, found.manufacturer, found.model, found.firmware}).join(QLatin1Char('|')), device);
    for (const QString &value : std::as_const(values)) {
        const QString key = value.section(QStringLiteral(" = "), 0, 0);
        QCOMPARE(key + QStringLiteral(" = ") + road.last(address, key), value);
    }
    for (const Order &order : std::as_const(orders))
        QCOMPARE(road.written(address, text(order.key), order.argument), order.written);
    QCOMPARE(road.count(Count::Malformed), 0U);
    // No topic of it made a device by the generic rule as well.
    QCOMPARE(road.record.addresses().filter(QStringLiteral("mqtt:broker/")), QStringList());
}

void TestConventions::lookAlikesAreNobodysDevice_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char *name, const QByteArray &topic, const QByteArray &payload) { QTest::newRow(name) << topic << payload; };
    row("shelly: a status of something else", "home/status/wifi", R"({"rssi":-3})");
    row("shelly: a number that is not the component's", "home/status/switch:0", R"({"id":4,"output":true})");
    row("shelly: no object", "home/status/switch:0", "17");
    row("shelly: some other RPC", "service/rpc", R"({"id":1,"src":"client","dst":"service","result":{"x":1}})");
    row("shelly: some other events", "service/events/rpc", R"({"method":"Whatever","params":{"x":1}})");
    row("shelly: online of something else", "printer/online", "true");
    row("shelly gen1: too short", "shellies/power", "4");
}

// Whatever it may seem, it is what the generic rule makes of it, and no convention has a word in it.
void TestConventions::lookAlikesAreNobodysDevice()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    MqttRoad road;
    road.message(topic, payload);
    const QStringList addresses = road.record.addresses();
    QCOMPARE(addresses.size(), 1);
    QVERIFY2(addresses[0].startsWith(QStringLiteral("mqtt:broker/")), qPrintable(addresses[0]));
}

void TestConventions::aShellySaysWhoItIsWhenAsked()
{
    MqttRoad road;
    const QString plug = text("mac:AA:BB:CC:DD:EE:FF");
    road.message("plug/status/switch:0", R"({"id":0,"output":true})");
    QCOMPARE(road.record.device(text("shelly:plug")).addresses, QStringList {text("shelly:plug")});
    road.message("other/rpc", R"({"id":1,"src":"shellyplus1pm-aabbccddeeff","dst":"other","result":{"mqtt":{"topic_prefix":"plug"},"switch:0":{"id":0,"name":"Desk"},
        "input:0":{"id":0,"name":"Button"},"sys":{"device":{"name":"Lamp","mac":"AABBCCDDEEFF","fw_id":"20230913/1.0"}}}})");
    const Device device = road.record.device(plug);
    QCOMPARE(device.name, text("Lamp"));
    QCOMPARE(device.firmware, text("20230913/1.0"));
    QVERIFY(device.addresses.contains(text("shelly:plug")));
    QCOMPARE(road.record.addresses().size(), 1);
    QCOMPARE(road.record.metric(plug, text("switch:0.output")).name, text("Desk"));
    QCOMPARE(road.record.metric(plug, text("input:0.state")).name, text("Button"));
    road.message("plug/online", "false", true);
    QCOMPARE(road.record.device(plug).presence, Presence::Offline);
    road.message("plug/events/rpc", R"({"src":"shellyplus1pm-aabbccddeeff","method":"NotifyStatus","params":{"switch:0":{"id":0,"output":false}}})");
    QCOMPARE(road.last(plug, text("switch:0.output")), text("false"));
}

QTEST_GUILESS_MAIN(TestConventions)
#include "tst_conventions.moc"
