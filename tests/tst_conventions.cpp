// Each convention by a table: messages as devices send them, and what must come out of the whole way through the router.
#include "support/mqttroad.h"

#include "backends/mqtt/conventions/secrets.h"

#include <QTest>

#include <cmath>

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
    void secretsAreShownNowhere_data();
    void secretsAreShownNowhere();
    void secretsAreRecordedNowhere();
    void attributesAreBounded();
    void valuesLapse();
    void oneDeviceHoweverManyRoads();
    void manyDevicesCostTheirNumber();
    void homieChildrenAreLostWithTheirRoot();
    void homieCommandsAreConfirmedByTheirTarget();
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

void homieRows()
{
    row("homie 4: attributes in any order", {{"homie/h/n/t/$unit", "°C", true}, {"homie/h/n/t", "21.5", true}, {"homie/h/$homie", "4.0.0", true}, {"homie/h/$state", "ready", true}, {"homie/h/$nodes", "n,m", true},
                                             {"homie/h/n/$properties", "t,mode,on", true}, {"homie/h/$name", "Heating", true}, {"homie/h/n/t/$datatype", "float", true}, {"homie/h/n/t/$format", "5:30", true},
                                             {"homie/h/n/t/$settable", "true", true}, {"homie/h/n/mode/$datatype", "enum", true}, {"homie/h/n/mode/$format", "auto,frost", true}, {"homie/h/n/mode/$settable", "true", true},
                                             {"homie/h/n/on/$datatype", "boolean", true}, {"homie/h/n/on/$settable", "true", true}, {"homie/h/m/$properties", "odd", true}, {"homie/h/m/odd/$datatype", "colour", true},
                                             {"homie/h/n/mode", "frost", true}, {"homie/h/n/on", "true", true}},
        "homie:homie/h", "Heating|||", {text("n.t = 21.5 °C"), text("n.mode = frost"), text("n.on = true"), text("$state = ready"), text("m.odd = none")},
        {{"n.t", 22.5, "homie/h/n/t/set 22.5"}, {"n.t", 31.0, "“n.t” wants a number between 5 and 30."}, {"n.mode", text("auto"), "homie/h/n/mode/set auto"}, {"n.on", false, "homie/h/n/on/set false"}, {"m.odd", text("x"), ""}});
    row("homie 3: arrays and old ways", {{"devices/a/$homie", "3.0.1"}, {"devices/a/$mac", "DE:AD:BE:EF:FE:ED"}, {"devices/a/$fw/name", "weather"}, {"devices/a/$fw/version", "1.2"}, {"devices/a/$nodes", "lamp[]"},
                                         {"devices/a/lamp/$array", "0-1"}, {"devices/a/lamp/$properties", "led:settable"}, {"devices/a/$state", "ready"}, {"devices/a/lamp_1/led", "on"}},
        "mac:DE:AD:BE:EF:FE:ED", "a|||weather 1.2", {text("lamp_1.led = on"), text("lamp_0.led = none")}, {{"lamp_0.led", text("off"), "devices/a/lamp_0/led/set off"}});
    row("homie 5: a description", {{"homie/5/k/$state", "init", true}, {"homie/5/k/$description", R"({"homie":"5.0","version":1,"name":"Kitchen","nodes":{"relay":{"properties":{"state":{"datatype":"boolean","settable":true},
            "level":{"datatype":"integer","format":"0:10:2","settable":true,"unit":"%"},"note":{"datatype":"string"},"bad":{"datatype":"float","format":"a:b"},"B_d":{"datatype":"float"},
            "color":{"datatype":"color","format":"rgb,hsv","settable":true},"bell":{"datatype":"enum","format":"ding,dong","retained":false}}}}})", true},
                                   {"homie/5/k/$state", "ready", true}, {"homie/5/k/relay/state", "true", true}, {"homie/5/k/relay/level", "4"}, {"homie/5/k/relay/note", QByteArray(1, '\0')}, {"homie/5/k/relay/bad", "5"},
                                   {"homie/5/k/relay/bell", "ding"}, {"homie/5/k/$log/warn", "battery low"}, {"homie/5/k/$alert/low", "Battery is low", true}},
        "homie:homie/5/k", "Kitchen|||", {text("relay.state = true"), text("relay.level = 4 %"), text("relay.note = "), text("relay.bad = none"), text("relay.bell = ding"), text("$log.warn = battery low"), text("$alert.low = Battery is low")},
        {{"relay.state", true, "homie/5/k/relay/state/set true"}, {"relay.level", 6.0, "homie/5/k/relay/level/set 6"}, {"relay.color", text("rgb,255,0,0"), "homie/5/k/relay/color/set rgb,255,0,0"}, {"relay.bad", 1.0, ""}});
}

void smallRows()
{
    row("esphome: described, no discovery", {{"esphome/discover/porch", R"({"ip":"10.0.0.7","name":"porch","friendly_name":"Porch","version":"2026.8.0","mac":"20500de464ec","platform":"ESP32","board":"esp32dev"})", true},
                                             {"porch/sensor/lux/state", "210"}, {"porch/binary_sensor/door/state", "ON"}, {"porch/climate/air/mode/state", "heat"}, {"porch/debug", "[I] hello"}},
        "mac:20:50:0D:E4:64:EC", "Porch|ESPHome|esp32dev|2026.8.0", {text("sensor.lux = 210"), text("binary_sensor.door = ON"), text("climate.air.mode = heat"), text("ip = 10.0.0.7")});
    row("wled: brightness, colour, XML", {{"wled/a1b2c3/g", "128", true}, {"wled/a1b2c3/c", "#FFA000", true},
                                          {"wled/a1b2c3/v", R"(<?xml version="1.0" ?><vs><ac>0</ac><cl>255</cl><cl>160</cl><cl>0</cl><fx>2</fx><sx>100</sx><ds>Desk</ds></vs>)"}},
        "wled:wled/a1b2c3", "Desk|WLED||", {text("on = false"), text("brightness = 0"), text("color = #FFA000"), text("effect = 2"), text("speed = 100")},
        {{"on", true, "wled/a1b2c3 ON"}, {"brightness", 99.0, "wled/a1b2c3 99"}, {"color", text("#00FF00"), "wled/a1b2c3/col #00FF00"}, {"effect", 7.0, "wled/a1b2c3/api FX=7"}});
    row("wled: a topic of its own", {{"bar/strip/v", "<vs><ac>9</ac></vs>"}, {"bar/strip/status", "online", true}}, "wled:bar/strip", "strip|WLED||", {text("brightness = 9")}, {{"on", false, "bar/strip OFF"}});
    row("meshtastic: a node and what it measured", {{"msh/EU_868/2/json/LongFast/!7efeee00", R"({"from":861943568,"payload":{"hardware":10,"id":"!33603710","longname":"Hut","shortname":"H"},"sender":"!7efeee00","timestamp":1646832724,"to":-1,"type":"nodeinfo"})"},
                                                    {"msh/EU_868/2/json/LongFast/!7efeee00", R"({"from":861943568,"payload":{"battery_level":101,"voltage":4.1,"temperature":-3.5},"rssi":-90,"snr":5.5,"sender":"!7efeee00","timestamp":1646832730,"type":"telemetry"})"},
                                                    {"msh/EU_868/2/json/LongFast/!7efeee00", R"({"from":861943568,"payload":{"latitude_i":374208000,"longitude_i":-1221981000,"altitude":123},"sender":"!7efeee00","timestamp":1646832731,"type":"position"})"},
                                                    {"msh/EU_868/2/json/LongFast/!7efeee00", R"({"from":861943568,"payload":{"latitude_i":1,"name":"Point"},"sender":"!7efeee00","timestamp":1646832732,"type":"waypoint"})"},
                                                    {"msh/EU_868/2/json/LongFast/!7efeee00", R"({"from":861943568,"payload":{"text":"hello"},"sender":"!7efeee00","timestamp":1646832733,"type":"text"})"}},
        "meshtastic:!33603710", "Hut|Meshtastic||",
        {text("powered = true"), text("battery_level = none"), text("voltage = 4.1 V"), text("temperature = -3.5 °C"), text("rssi = -90 dBm"), text("latitude = 37.4208 °"), text("longitude = -122.1981 °"),
         text("altitude = 123 m"), text("latitude_i = 374208000"), text("waypoint.name = Point"), text("text = hello")},
        {{"sendtext", text("say \"hi\""), R"(msh/EU_868/2/json/mqtt/ {"from":2130636288,"to":861943568,"type":"sendtext","payload":"say \"hi\""})"}});
}

void loraRows()
{
    const QByteArray info = R"("deviceInfo":{"deviceName":"Cellar","deviceProfileName":"LHT65","devEui":"a84041000181c061"})";
    const QByteArray chirp = "application/17c8/device/a84041000181c061/event/";
    row("chirpstack: uplink and status", {{chirp + "up", R"({"time":"2022-07-18T09:34:15.775023242+00:00",)" + info + R"(,"fCnt":10,"fPort":2,"data":"qg==","object":{"air":{"t":25.1},"door":true},"rxInfo":[{"rssi":-99,"snr":1},{"rssi":-36,"snr":10.5}]})"},
                                          {chirp + "status", "{" + info + R"(,"margin":10,"batteryLevel":88.3})"}, {chirp + "ack", "{" + info + R"(,"acknowledged":false})"},
                                          {"application/17c8/device/a84041000181c061/command/down", "{}"}},
        "eui:A84041000181C061", "Cellar||LHT65|",
        {text("air.t = 25.1"), text("door = true"), text("fCnt = 10"), text("rssi = -36 dBm"), text("snr = 10.5 dB"), text("gateways = 2"), text("margin = 10 dB"), text("battery = 88.3 %"), text("event = ack: not acknowledged")},
        {{"downlink", text("vu8="), R"(application/17c8/device/a84041000181c061/command/down {"devEui":"a84041000181c061","confirmed":false,"fPort":1,"data":"vu8="})"}});
    row("ttn: uplink", {{"v3/app1@ttn/devices/dev1/up", R"({"end_device_ids":{"device_id":"dev1","dev_eui":"A84041000181C061"},"received_at":"2022-07-18T09:34:15Z","uplink_message":{"f_port":15,"frm_payload":"AQ==",
            "decoded_payload":{"temperature":1.5},"rx_metadata":[{"rssi":-35,"snr":5}]}})"},
                        {"v3/app1@ttn/devices/dev1/down/ack", R"({"end_device_ids":{"device_id":"dev1"},"downlink_ack":{}})"}, {"v3/app1@ttn/devices/dev1/down/push", R"({"downlinks":[]})"}},
        "eui:A84041000181C061", "dev1|||", {text("temperature = 1.5"), text("f_cnt = 0"), text("f_port = 15"), text("rssi = -35 dBm"), text("event = down/ack")},
        {{"downlink", text("vu8="), R"(v3/app1@ttn/devices/dev1/down/push {"downlinks":[{"f_port":1,"frm_payload":"vu8=","priority":"NORMAL"}]})"}});
}

void shadowRows()
{
    row("aws: reported and desired", {{"$aws/things/Lamp/shadow/get/accepted", R"({"state":{"desired":{"color":{"r":9},"on":true,"list":[1]},"reported":{"color":{"r":3},"on":false,"id":"x"}},"version":5})"},
                                      {"$aws/things/Lamp/shadow/update/documents", R"({"previous":{"state":{"reported":{"on":false}}},"current":{"state":{"reported":{"on":true}},"version":7}})"},
                                      {"$aws/things/Lamp/shadow/update/accepted", R"({"state":{"reported":{"on":false}},"version":6})"}},
        "aws:Lamp", "Lamp|||", {text("color.r = 3"), text("desired.color.r = 9"), text("on = true"), text("id = x")},
        {{"color.r", 4.0, R"($aws/things/Lamp/shadow/update {"state":{"desired":{"color":{"r":4}}},"clientToken":"me-7"})"}, {"on", false, R"($aws/things/Lamp/shadow/update {"state":{"desired":{"on":false}},"clientToken":"me-7"})"},
         {"id", text("y"), ""}, {"read_shadow", {}, "$aws/things/Lamp/shadow/get "}});
    row("aws: a named shadow", {{"$aws/things/Lamp/shadow/name/net/update/delta", R"({"state":{"ssid":"home"},"version":2})"}}, "aws:Lamp/net", "Lamp/net|||", {text("delta.ssid = home")},
        {{"ssid", text("x"), R"($aws/things/Lamp/shadow/name/net/update {"state":{"desired":{"ssid":"x"}},"clientToken":"me-7"})"}});
}

/// A bridge's list of devices: address and exposes of each.
QByteArray bridgeDevices(const QList<std::pair<QByteArray, QByteArray>> &devices)
{
    QByteArrayList list;
    for (const auto &[ieee, exposes] : devices)
        list.append(R"({"ieee_address":")" + ieee + R"(","friendly_name":"m_)" + ieee + R"(","type":"Router","definition":{"vendor":"V","model":"M","exposes":[)" + exposes + "]}}");
    return '[' + list.join(',') + ']';
}

QByteArray bridgeGroup(const QByteArrayList &members)
{
    QByteArrayList list;
    for (const QByteArray &member : members)
        list.append(R"({"endpoint":1,"ieee_address":")" + member + "\"}");
    return R"([{"friendly_name":"hall","id":5,"members":[)" + list.join(',') + R"(],"scenes":[]}])";
}

void zigbeeGroupRows()
{
    const QByteArray onOff = R"({"type":"binary","name":"state","property":"state","access":7,"value_on":"ON","value_off":"OFF","value_toggle":"TOGGLE"})";
    const auto number = [](const char *name, int least, int most, const QByteArray &more = {}) {
        return QByteArray(R"({"type":"numeric","name":")") + name + R"(","property":")" + name + R"(","access":7,"value_min":)" + QByteArray::number(least) + R"(,"value_max":)" + QByteArray::number(most) + more + '}';
    };
    const QByteArray xy = R"({"type":"composite","name":"color_xy","property":"color","features":[{"type":"numeric","name":"x","property":"x","access":7},{"type":"numeric","name":"y","property":"y","access":7}]})";
    const auto light = [](const QByteArrayList &features) { return R"({"type":"light","features":[)" + features.join(',') + "]}"; };
    const QByteArray effect = R"(,{"type":"enum","name":"effect","property":"effect","access":2,"values":["blink"]},{"type":"numeric","name":"linkquality","property":"linkquality","access":1})";
    const QByteArray colour = light({onOff, number("brightness", 0, 254), number("color_temp", 150, 500, R"(,"unit":"mired")"), xy}) + effect;
    const QByteArray warm = light({onOff, number("brightness", 1, 254), number("color_temp", 153, 370, R"(,"unit":"mired")")}) + effect;
    const QByteArray plug = R"({"type":"switch","features":[)" + onOff + "]}";
    const QByteArray two = R"({"type":"switch","features":[{"type":"binary","name":"state","property":"state_l1","endpoint":"l1","access":7,"value_on":"ON","value_off":"OFF"}]},)"
                           R"({"type":"switch","features":[{"type":"binary","name":"state","property":"state_l2","endpoint":"l2","access":7,"value_on":"ON","value_off":"OFF"}]})";
    const QByteArray cover = R"({"type":"cover","features":[{"type":"enum","name":"state","property":"state","access":3,"values":["OPEN","CLOSE","STOP"]},)" + number("position", 0, 100, R"(,"unit":"%")") + "]}";
    const QByteArray devices = bridgeDevices({{"0xa1", colour}, {"0xa2", warm}, {"0xb1", plug}, {"0xb2", two}, {"0xc1", cover}, {"0xd1", R"({"type":"numeric","name":"t","property":"t","access":1})"}});
    const char *const address = "zigbee2mqtt:z/group/5";
    const QByteArray said = R"({"state":"ON","brightness":100,"color_temp":200,"color":{"x":0.1,"y":0.2},"position":30})";
    const auto group = [&](const char *name, const QByteArrayList &members, const QStringList &values, const QList<Order> &orders, bool first = false) {
        const Message told {"z/bridge/groups", bridgeGroup(members), true};
        const Message known {"z/bridge/devices", devices, true};
        row(name, {first ? told : known, first ? known : told, {"z/hall", said}}, address, ("hall||Group of " + QByteArray::number(members.size()) + " device(s)|").constData(), values, orders);
    };
    const QStringList ofLights {text("state = true"), text("brightness = 100"), text("color_temp = 200 mired"), text("color.x = none"), text("effect = none"), text("linkquality = none"), text("position = none")};
    const QList<Order> toLights {{"state", false, R"(z/hall/set {"state":"OFF"})"}, {"brightness", 50.0, R"(z/hall/set {"brightness":50})"}, {"brightness", 0.0, "“brightness” wants a number between 1 and 254."},
                                 {"color_temp", 370.0, R"(z/hall/set {"color_temp":370})"}, {"color_temp", 371.0, "“color_temp” wants a number between 153 and 370."}, {"color.x", 0.5, ""}, {"effect", text("blink"), ""}};
    group("zigbee2mqtt group: two lights", {"0xa1", "0xa2"}, ofLights, toLights);
    group("zigbee2mqtt group: told before its members", {"0xa2", "0xa1"}, ofLights, toLights, true);
    group("zigbee2mqtt group: one light has its colours", {"0xa1"}, {text("color.x = 0.1"), text("color.y = 0.2"), text("color_temp = 200 mired")}, {{"color.x", 0.5, R"(z/hall/set {"color":{"x":0.5}})"}});
    group("zigbee2mqtt group: a light and a plug", {"0xa1", "0xb1"}, {text("state = true"), text("brightness = none")}, {{"state", true, R"(z/hall/set {"state":"ON"})"}, {"brightness", 5.0, ""}});
    group("zigbee2mqtt group: endpoints", {"0xb2", "0xa1"}, {text("state = true"), text("state_l1 = none")}, {{"state", true, R"(z/hall/set {"state":"ON"})"}});
    group("zigbee2mqtt group: nothing in common", {"0xa1", "0xc1"}, {text("state = none"), text("position = none")}, {{"state", true, ""}, {"position", 5.0, ""}});
    group("zigbee2mqtt group: covers are not told of", {"0xc1"}, {text("position = none")}, {{"position", 5.0, R"(z/hall/set {"position":5})"}, {"state", text("STOP"), R"(z/hall/set {"state":"STOP"})"}});
    group("zigbee2mqtt group: a sensor among them", {"0xd1", "0xa2"}, ofLights, {});
    group("zigbee2mqtt group: a member nobody knows", {"0xa1", "0xff"}, {text("state = true"), text("brightness = none")}, {{"state", true, R"(z/hall/set {"state":"ON"})"}, {"brightness", 5.0, ""}});
    group("zigbee2mqtt group: empty", {}, {text("state = true"), text("brightness = none")}, {{"state", true, R"(z/hall/set {"state":"ON"})"}});
}

void tasmotaShutterRows()
{
    const auto config = [](const QByteArray &more) {
        return Message {"tasmota/discovery/00000049A3BC/config", R"({"dn":"Blinds","mac":"00000049A3BC","md":"Sonoff Dual","sw":"13.1","t":"blinds","ft":"%prefix%/%topic%/","tp":["cmnd","stat","tele"],)" + more + '}', true};
    };
    const char *const address = "mac:00:00:00:49:A3:BC";
    const char *const device = "Blinds|Tasmota|Sonoff Dual|13.1";
    row("tasmota: a shutter", {config(R"("rl":[3,3,1,0],"fn":["a","b","Lamp",null],"sht":[[-90,90,24]])"), {"tele/blinds/SENSOR", R"({"Time":"2024-01-01T00:00:00","Shutter1":{"Position":54,"Direction":-1,"Target":20,"Tilt":-30}})"},
                               {"stat/blinds/RESULT", R"({"ShutterPosition1":20})"}, {"stat/blinds/RESULT", R"({"ShutterOpen1":"Done"})"}},
        address, device, {text("Shutter1.Position = 54 %"), text("Shutter1.Target = 20 %"), text("Shutter1.Direction = -1"), text("Shutter1.Tilt = -30 °"), text("ShutterPosition1 = none"), text("ShutterOpen1 = none")},
        {{"ShutterOpen1", {}, "cmnd/blinds/ShutterOpen1 "}, {"ShutterClose1", {}, "cmnd/blinds/ShutterClose1 "}, {"ShutterStop1", {}, "cmnd/blinds/ShutterStop1 "}, {"ShutterPosition1", 30.0, "cmnd/blinds/ShutterPosition1 30"},
         {"ShutterPosition1", 101.0, "“Position of shutter 1” wants a number between 0 and 100."}, {"ShutterTilt1", -45.0, "cmnd/blinds/ShutterTilt1 -45"}, {"ShutterOpen2", {}, ""}, {"POWER1", true, ""},
         {"POWER3", true, "cmnd/blinds/POWER3 ON"}});
    row("tasmota: two shutters behind a relay", {config(R"("rl":[1,3,3,3,3],"sho":[1,0],"sht":[[-90,90,0],[10,10,5]])"), {"stat/blinds/SHUTTER2", "100"}, {"stat/blinds/SHUTTER1", "x"}, {"stat/blinds/SHUTTER1", "101"}},
        address, device, {text("Shutter2.Position = 100 %"), text("Shutter1.Position = none")},
        {{"ShutterPosition2", 0.0, "cmnd/blinds/ShutterPosition2 0"}, {"ShutterTilt1", 0.0, ""}, {"ShutterTilt2", 10.0, ""}, {"ShutterOpen3", {}, ""}, {"POWER1", true, "cmnd/blinds/POWER1 ON"}});
    row("tasmota: half a shutter", {config(R"("rl":[3,0,3,1],"sht":"x")"), {"tele/blinds/SENSOR", R"({"Shutter1":{"Position":"open"},"Shutter":5})"}}, address, device,
        {text("Shutter1.Position = open"), text("Shutter = none")}, {{"ShutterOpen1", {}, ""}, {"POWER4", false, "cmnd/blinds/POWER4 OFF"}});
}

void attributeRows()
{
    const auto sensor = [](const char *object, const QByteArray &more) {
        return Message {QByteArray("homeassistant/sensor/n/") + object + "/config", R"({"stat_t":"n/s","val_tpl":"{{ value_json.t }}","dev":{"ids":["n"],"name":"N"},)" + more + '}', true};
    };
    const Message state {"n/s", R"({"t":"warm","x":1})"};
    row("attributes: every scalar", {sensor("t", R"("json_attr_t":"n/a")"), state, {"n/a", R"({"fw":"1.2","dBm":-60.5,"ok":true,"of":{"a":[7,"b"]},"no":null,"password":"hush","battery":3})", true}}, "ha:n", "N|||",
        {text("t = warm"), text("t.attributes.fw = 1.2"), text("t.attributes.dBm = -60.5"), text("t.attributes.ok = true"), text("t.attributes.of.a.0 = 7"), text("t.attributes.of.a.1 = b"), text("t.attributes.no = none"),
         text("t.attributes.password = none"), text("t.attributes.battery = 3")});
    row("attributes: kept before they are wanted", {{"n/a", R"({"fw":"1.2"})", true}, sensor("t", R"("json_attr_t":"n/a")")}, "ha:n", "N|||", {text("t.attributes.fw = 1.2")});
    row("attributes: through a template", {sensor("t", R"("json_attr_t":"n/s","json_attr_tpl":"{{ value_json.in | to_json }}")"), {"n/s", R"({"t":"warm","in":{"y":2},"x":1})"}}, "ha:n", "N|||",
        {text("t = warm"), text("t.attributes.y = 2"), text("t.attributes.x = none")});
    row("attributes: a template that is not understood hides nobody's", {sensor("t", R"("json_attr_t":"n/a","json_attr_tpl":"{{ now() }}")"), sensor("u", R"("json_attr_t":"n/a")"), {"n/a", R"({"x":1})"}}, "ha:n", "N|||",
        {text("t.attributes.x = none"), text("u.attributes.x = 1")});
    row("attributes: the state itself is none", {sensor("t", R"("json_attr_t":"n/s")"), state}, "ha:n", "N|||", {text("t = warm"), text("t.attributes.x = none")});
    row("attributes: shown once", {sensor("t", R"("json_attr_t":"n/a")"), sensor("u", R"("json_attr_t":"n/a")"), {"n/a", R"({"x":1})"}}, "ha:n", "N|||", {text("t.attributes.x = 1"), text("u.attributes.x = none")});
    row("attributes: another type is no value", {sensor("t", R"("json_attr_t":"n/a")"), {"n/a", R"({"x":1})"}, {"n/a", R"({"x":"unknown"})"}}, "ha:n", "N|||", {text("t.attributes.x = 1")});
    row("attributes: no object", {sensor("t", R"("json_attr_t":"n/a")"), {"n/a", "[1]"}, {"n/a", "5"}, {"n/a", R"({"x":)"}, {"n/a", ""}}, "ha:n", "N|||", {text("t.attributes.0 = none"), text("t.attributes.x = none")});
    row("attributes: a name that is another metric's", {{"homeassistant/light/n/l/config", R"({"schema":"json","brightness":true,"cmd_t":"n/l/set","stat_t":"n/l","json_attr_t":"n/a","dev":{"ids":["n"],"name":"N"}})", true},
        {"n/l", R"({"state":"ON","brightness":10})"}, {"n/a", R"({"brightness":"full"})"}}, "ha:n", "N|||", {text("light.l.brightness = 10"), text("light.l.attributes.brightness = full")});
    row("attributes: gone with their entity", {sensor("t", R"("json_attr_t":"n/a")"), sensor("u", R"("json_attr_t":"n/b")"), {"n/a", R"({"x":1})"}, {"homeassistant/sensor/n/t/config", "", true}}, "ha:n", "N|||",
        {text("t.attributes.x = none")});
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
    homieRows();
    smallRows();
    zigbeeGroupRows();
    tasmotaShutterRows();
    attributeRows();
    loraRows();
    shadowRows();
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
    row("homie: another version", "a/b/$homie", "7.0");
    row("homie: another state", "home/5/b/$state", "17");
    row("homie: a value without a description", "homie/5/b/n/p", "17");
    row("wled: too bright", "wled/a/g", "999");
    row("wled: no colour", "wled/a/c", "red");
    row("wled: other XML", "cam/v", "<b>1</b>");
    row("chirpstack: no such device", "application/1/device/0101010101010101/event/up", R"({"deviceInfo":{"devEui":"0202020202020202"},"x":1})");
    row("ttn: another device", "v3/a@t/devices/d/up", R"({"end_device_ids":{"device_id":"e"},"x":1})");
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

void TestConventions::secretsAreShownNowhere_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *payload, const char *shown) { QTest::newRow(payload) << QByteArray(payload) << QByteArray(shown); };
    row(R"({"MqttPassword":"hunter2","n":1})", R"({"MqttPassword":"•••","n":1})");
    row(R"({"a":{"Password1" : "x\"y", "b":"c"}})", R"({"a":{"Password1" : "•••", "b":"c"}})");
    row(R"({"network_key":[1,2,{"a":"]"}],"pan":3})", R"({"network_key":"•••","pan":3})");
    row(R"({"PASSWORD": 1909})", R"({"PASSWORD": "•••"})");
    row(R"({"psk":null,"password":"","n":"password"})", R"({"psk":null,"password":"","n":"password"})");
    row(R"({"password":"cut of)", R"({"password":"•••")");
    row(R"({"password")", R"({"password")");
    row("{\"password\":\"x\\", "{\"password\":\"•••\"");
    row("password", "password");
    row("", "");
}

void TestConventions::secretsAreShownNowhere()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, shown);
    QCOMPARE(withoutSecrets(payload), shown);
}

// Neither in values nor in the raw messages of the device that is looked at.
void TestConventions::secretsAreRecordedNowhere()
{
    MqttRoad road;
    road.message("stat/plug/RESULT", R"({"POWER":"ON"})");
    road.message("home/box", R"({"t":1,"wifi":{"password":"hunter2","ssid":"net"}})");
    road.ingest.tap(road.record.device(text("tasmota:plug")).id);
    road.message("stat/plug/RESULT", R"({"POWER":"OFF","MqttPassword":"hunter2"})");
    QCOMPARE(road.record.raw().size(), 1);
    QVERIFY(!road.record.raw().constFirst().payload.contains("hunter2") && road.record.raw().constFirst().payload.contains("POWER"));
    QCOMPARE(road.last(text("tasmota:plug"), text("MqttPassword")), text("none"));
    QCOMPARE(road.last(text("mqtt:broker/home/box"), text("wifi.password")), text("none"));
    QCOMPARE(road.last(text("mqtt:broker/home/box"), text("wifi.ssid")), text("net"));
}

// Home Assistant's expire_after and off_delay, with the clock in hand.
void TestConventions::attributesAreBounded()
{
    MqttRoad road;
    road.message("homeassistant/sensor/n/t/config", R"({"stat_t":"n/s","json_attr_t":"n/a","dev":{"ids":["n"],"name":"N"}})", true);
    for (int i = 0; i < 40; ++i) {
        QByteArrayList members;
        for (int member = 0; member < 100; ++member)
            members.append("\"m" + QByteArray::number(1'000 * i + member) + "\":1");
        road.message("n/a", '{' + members.join(',') + '}');
    }
    QCOMPARE(road.last(text("ha:n"), text("t.attributes.m0")), text("1"));
    QVERIFY(road.record.device(text("ha:n")).metrics.size() <= EntityDirectory::maxReadings + 1);
    QVERIFY(road.count(Count::LimitReached) > 40);
}

void TestConventions::valuesLapse()
{
    MqttRoad road;
    Micros now = 1'700'000'000'000'000;
    const auto later = [&](double seconds) {
        now += Micros(seconds * 1e6);
        road.router.lapse(now);
    };
    road.router.clock = [&now] { return now; };
    const QString node = text("ha:n");
    road.message("homeassistant/sensor/n/t/config", R"({"stat_t":"n","val_tpl":"{{ value_json.t }}","unit_of_meas":"K","exp_aft":60,"dev":{"ids":["n"]}})");
    road.message("homeassistant/sensor/n/word/config", R"({"stat_t":"n","val_tpl":"{{ value_json.w }}","exp_aft":"60","dev":{"ids":["n"]}})");
    road.message("homeassistant/binary_sensor/n/motion/config", R"({"stat_t":"n/motion","off_dly":5,"expire_after":30,"dev":{"ids":["n"]}})");
    const QString motion = text("binary_sensor.motion");
    const auto isNothing = [&](const QString &key) { return std::isnan(road.record.numbers(node, key).constLast()); };
    for (int i = 0; i < 3; ++i) { // the second is read along the way of the first
        road.message("n", R"({"t":20,"w":"fine"})");
        later(59);
        QCOMPARE(road.last(node, text("t")), text("20 K"));
    }
    later(1);
    QVERIFY(isNothing(text("t")));
    QCOMPARE(road.last(node, text("word")), QString());
    road.message("n/motion", "ON");
    later(4);
    road.message("n/motion", "ON"); // begins anew
    later(4);
    QCOMPARE(road.last(node, motion), text("true"));
    later(1);
    QCOMPARE(road.last(node, motion), text("false"));
    later(25);
    QVERIFY(isNothing(motion));
    road.message("n/motion", "ON");
    road.message("n/motion", "OFF");
    later(10);
    QCOMPARE(road.record.numbers(node, motion).size(), 6); // ON ON off nothing ON OFF
    road.message("n", R"({"t":21})");
    road.message("homeassistant/sensor/n/t/config", "", true);
    road.message("homeassistant/sensor/n/word/config", "", true);
    road.message("homeassistant/binary_sensor/n/motion/config", "", true);
    const qsizetype samples = road.record.samples();
    later(1'000);
    QCOMPARE(road.record.samples(), samples); // nobody is there any more
    QVERIFY(!road.router.isLapsing());
}

// Two devices until somebody says that they are one; then everything is in one place, and what came from the device itself goes first.
void TestConventions::oneDeviceHoweverManyRoads()
{
    MqttRoad road;
    road.message("plug/status/switch:0", R"({"id":0,"output":true})");
    road.message("homeassistant/sensor/x/watts/config", R"({"stat_t":"x/watts","unit_of_meas":"W","dev":{"ids":["other"],"cns":[["mac","aabbccddeeff"]],"name":"Twin"}})");
    QCOMPARE(road.record.addresses().size(), 2);
    road.message("plug/events/rpc", R"({"src":"shellyplus1pm-aabbccddeeff","method":"NotifyStatus","params":{"switch:0":{"id":0,"output":false}}})");
    QCOMPARE(road.record.addresses().size(), 1);
    const QString mac = text("mac:AA:BB:CC:DD:EE:FF");
    const Device one = road.record.device(mac);
    QVERIFY(one.addresses.contains(text("ha:other")) && one.addresses.contains(text("shelly:plug")));
    QCOMPARE(one.name, text("plug"));
    QCOMPARE(road.last(mac, text("switch:0.output")), text("false"));
    QVERIFY(!road.record.metric(mac, text("watts")).id.isValid()); // the device's own word is enough
    // a sensor over its gateway and by discovery
    road.message("homeassistant/sensor/b/t/config", R"({"stat_t":"+/+/BTtoMQTT/A4C138AABBCC","val_tpl":"{{ value_json.tempc | is_defined }}","unit_of_meas":"°C","dev":{"ids":["A4C138AABBCC"],"name":"Sensor"}})");
    road.message("home/gw/BTtoMQTT/A4C138AABBCC", R"({"id":"A4:C1:38:AA:BB:CC","tempc":21.5,"rssi":-60})");
    const Device sensor = road.record.device(text("ble:A4:C1:38:AA:BB:CC"));
    QVERIFY(sensor.addresses.contains(text("ha:A4C138AABBCC")));
    QCOMPARE(road.last(text("ble:A4:C1:38:AA:BB:CC"), text("tempc")), text("21.5 °C"));
}

// Announcing is not to cost more for each device the more there are: nothing compares all with all.
void TestConventions::manyDevicesCostTheirNumber()
{
    MqttRoad road;
    for (int i = 0; i < 4'000; ++i)
        road.message("shelly-" + QByteArray::number(i) + "/status/switch:0", R"({"id":0,"output":true})");
    QCOMPARE(road.record.addresses().size(), 4'000);
    QCOMPARE(road.count(Count::LimitReached), 0U);
}

void TestConventions::homieChildrenAreLostWithTheirRoot()
{
    MqttRoad road;
    road.message("homie/5/bridge/$state", "ready");
    road.message("homie/5/bridge/$description", R"({"homie":"5.0","version":1,"children":["lamp"]})");
    road.message("homie/5/lamp/$state", "ready");
    road.message("homie/5/lamp/$description", R"({"homie":"5.0","version":1,"root":"bridge"})");
    QCOMPARE(road.record.device(text("homie:homie/5/lamp")).via, text("homie:homie/5/bridge"));
    QCOMPARE(road.record.device(text("homie:homie/5/lamp")).presence, Presence::Online);
    road.message("homie/5/bridge/$state", "lost");
    QCOMPARE(road.record.device(text("homie:homie/5/lamp")).presence, Presence::Offline);
    road.message("homie/5/bridge/$state", "ready");
    QCOMPARE(road.record.device(text("homie:homie/5/lamp")).presence, Presence::Online);
    road.message("homie/5/lamp/$description", "{}"); // illegal: what was known stays
    QCOMPARE(road.count(Count::Malformed), 1U);
    road.message("homie/5/lamp/$state", "", true);
    QVERIFY(!road.record.device(text("homie:homie/5/lamp")).id.isValid());
}

void TestConventions::homieCommandsAreConfirmedByTheirTarget()
{
    MqttRoad road;
    const QString lamp = text("homie:homie/5/lamp");
    road.message("homie/5/lamp/$state", "ready");
    road.message("homie/5/lamp/$description", R"({"homie":"5.0","version":1,"nodes":{"n":{"properties":{"level":{"datatype":"integer","format":"0:100","settable":true}}}}})");
    road.message("homie/5/lamp/n/level", "10");
    const auto echo = [&] { return road.router.entities().command(road.record.device(lamp).id, text("n.level"))->echo; };
    QCOMPARE(echo(), road.record.metric(lamp, text("n.level")).id);
    road.message("homie/5/lamp/n/level/$target", "90");
    QCOMPARE(echo(), road.record.metric(lamp, text("n.level.$target")).id);
    QCOMPARE(road.last(lamp, text("n.level.$target")), text("90"));
    QCOMPARE(road.last(lamp, text("n.level")), text("10"));
}

QTEST_GUILESS_MAIN(TestConventions)
#include "tst_conventions.moc"
