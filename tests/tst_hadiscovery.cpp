#include "backends/mqtt/conventions/haabbreviations.h"
#include "backends/mqtt/conventions/homeassistant.h"
#include "backends/mqtt/conventions/haexpansion.h"
#include "backends/mqtt/conventions/commandencoding.h"
#include "backends/mqtt/conventions/decoding.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/valuepath.h"

#include <QJsonArray>
#include <QTest>

using namespace muster;
using namespace muster::mqtt;

namespace {

Digest digest(const char *topic, const QByteArray &payload)
{
    return homeAssistant("homeassistant")->digest(QByteArray(topic), payload);
}

// The one entity that a configuration of this component announces.
Announcement announced(const QByteArray &component, const QByteArray &keys)
{
    const QByteArray topic = "homeassistant/" + component + "/n1/thing/config";
    const Digest result = digest(topic.constData(), R"({"dev":{"ids":"n1"},)" + keys + '}');
    return result.announced.isEmpty() ? Announcement() : result.announced.constFirst();
}

QJsonObject expanded(const char *behindPrefix, const QByteArray &payload)
{
    const auto topic = haTopic(QByteArray(behindPrefix));
    const auto expansion = topic ? expandHa(*topic, payload) : Result<HaExpansion>(HaExpansion());
    return expansion && !expansion->entities.isEmpty() ? expansion->entities.constFirst().config : QJsonObject();
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestHaDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topicsAreRecognisedByTheirShape_data();
    void topicsAreRecognisedByTheirShape();
    void shortNamesAreWrittenOut();
    void theBaseTopicReplacesATildeAtEitherEnd();
    void componentsOfADeviceMessageInheritWhatIsShared();
    void brokenMessagesAreRefused_data();
    void brokenMessagesAreRefused();

    void plainTemplatesNameAPlace_data();
    void plainTemplatesNameAPlace();
    void otherTemplatesAreListedWithAProblem();
    void everyComponentIsDescribed_data();
    void everyComponentIsDescribed();
    void wordsBecomeThePayloadsOfTheConfiguration();
    void unknownComponentsAreListedWithAProblem();
    void pythonFormsDecideWhatMatches();

    void identifiersBecomeAddresses();
    void sensorsSayWhatTheyMeasure();
    void numbersAndSelectsKeepTheirLimits();
    void jsonLightsHaveAPartForEachAbility();
    void coloursAreSentTheWayTheLightWants_data();
    void coloursAreSentTheWayTheLightWants();
    void filtersSelectTopics_data();
    void filtersSelectTopics();
};

void TestHaDiscovery::topicsAreRecognisedByTheirShape_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QString>("parts"); // component|node|object; empty: none
    QTest::newRow("two levels") << QByteArray("sensor/t1/config") << "sensor||t1";
    QTest::newRow("three levels") << QByteArray("sensor/n-1/t_1/config") << "sensor|n-1|t_1";
    QTest::newRow("four levels") << QByteArray("sensor/a/b/c/config") << "";
    QTest::newRow("space") << QByteArray("sensor/a b/config") << "";
    QTest::newRow("other end") << QByteArray("sensor/a/state") << "";
    QTest::newRow("line feed") << QByteArray("sensor/a/config\n") << "";
}

void TestHaDiscovery::topicsAreRecognisedByTheirShape()
{
    QFETCH(QByteArray, topic);
    QFETCH(QString, parts);
    const auto found = haTopic(topic);
    QCOMPARE(found ? found->component + QLatin1Char('|') + found->node + QLatin1Char('|') + found->object : QString(), parts);
}

void TestHaDiscovery::shortNamesAreWrittenOut()
{
    const QJsonObject config = expanded("light/x/config", R"({"stat_t":"s","bri_scl":99,"dev":{"ids":["a"],"mf":"Acme","sw":"1"},"o":{"name":"n","url":"u"},
        "avty":{"t":"a","pl_avail":"up"},"whatever":1,"name":null})");
    QCOMPARE(config.value(text("state_topic")).toString(), text("s"));
    QCOMPARE(config.value(text("brightness_scale")).toInt(), 99);
    QCOMPARE(config.value(text("device")).toObject().value(text("manufacturer")).toString(), text("Acme"));
    QCOMPARE(config.value(text("origin")).toObject().value(text("support_url")).toString(), text("u"));
    QCOMPARE(config.value(text("availability")).toObject().value(text("payload_available")).toString(), text("up"));
    QCOMPARE(config.value(text("whatever")).toInt(), 1);
    QVERIFY(config.value(text("name")).isNull());
    QVERIFY(configAbbreviations().size() > 250 && deviceAbbreviations().size() == 10);
}

void TestHaDiscovery::theBaseTopicReplacesATildeAtEitherEnd()
{
    const QJsonObject config = expanded("sensor/x/config", R"({"~":"home/x/","stat_t":"~status","cmd_t":"set/~","json_attr_t":"a~b","name":"~x",
        "avty":[{"t":"~online"}]})");
    QCOMPARE(config.value(text("state_topic")).toString(), text("home/x/status"));
    QCOMPARE(config.value(text("command_topic")).toString(), text("set/home/x/"));
    QCOMPARE(config.value(text("json_attributes_topic")).toString(), text("a~b"));
    QCOMPARE(config.value(text("name")).toString(), text("~x"));
    QCOMPARE(config.value(text("availability")).toArray().at(0).toObject().value(text("topic")).toString(), text("home/x/online"));
    QVERIFY(!config.contains(text("~")));
}

void TestHaDiscovery::componentsOfADeviceMessageInheritWhatIsShared()
{
    const auto topic = haTopic("device/node/dev1/config");
    const auto expansion = expandHa(*topic, R"({"dev":{"ids":"d"},"o":{"name":"x"},"stat_t":"shared","qos":2,"avty_t":"a",
        "cmps":{"one":{"p":"sensor","uniq_id":"1"},"two":{"p":"switch","stat_t":"own","cmd_t":"c"},"three":{"p":"button"},"four":{"p":"nonsense","x":1}}})");
    QVERIFY(expansion);
    QCOMPARE(expansion->entities.size(), 3); // the unknown platform is left out
    const HaEntity &one = expansion->entities[0];
    QCOMPARE(one.identity(), QByteArray("sensor/dev1 node one"));
    QCOMPARE(one.config.value(text("state_topic")).toString(), text("shared"));
    QCOMPARE(one.config.value(text("availability_topic")).toString(), text("a"));
    QVERIFY(!one.config.contains(text("qos")) && !one.config.contains(text("platform")));
    QVERIFY(expansion->entities[1].removed); // "three" holds nothing but its platform
    QCOMPARE(expansion->entities[2].config.value(text("state_topic")).toString(), text("own"));
}

void TestHaDiscovery::brokenMessagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray sensor = "homeassistant/sensor/x/config";
    const QByteArray device = "homeassistant/device/x/config";
    QTest::newRow("no json") << sensor << QByteArray("{");
    QTest::newRow("no object") << sensor << QByteArray("[1]");
    QTest::newRow("10 000 deep") << sensor << QByteArray(10'000, '[');
    QTest::newRow("unknown component") << QByteArray("homeassistant/nonsense/x/config") << QByteArray("{}");
    QTest::newRow("no state topic") << sensor << QByteArray(R"({"name":"x"})");
    QTest::newRow("bad state topic") << sensor << QByteArray(R"({"stat_t":"a#"})");
    QTest::newRow("wildcard command topic") << QByteArray("homeassistant/button/x/config") << QByteArray(R"({"cmd_t":"a/+"})");
    QTest::newRow("unnamed device") << sensor << QByteArray(R"({"stat_t":"a","dev":{"name":"x"}})");
    QTest::newRow("no origin") << device << QByteArray(R"({"dev":{"ids":"x"},"cmps":{"a":{"p":"sensor","stat_t":"t"}}})");
    QTest::newRow("no components") << device << QByteArray(R"({"dev":{"ids":"x"},"o":{"name":"x"}})");
    QTest::newRow("no platform") << device << QByteArray(R"({"dev":{"ids":"x"},"o":{"name":"x"},"cmps":{"a":{"stat_t":"t"}}})");
    QTest::newRow("components are a list") << device << QByteArray(R"({"dev":{"ids":"x"},"o":{"name":"x"},"cmps":[]})");
}

void TestHaDiscovery::brokenMessagesAreRefused()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, payload);
    const Digest result = digest(topic.constData(), payload);
    QVERIFY(result.announced.isEmpty() && result.withdrawn.isEmpty());
    QVERIFY(result.verdict != Digest::Verdict::Understood);
    QVERIFY(!result.reason.isEmpty());
}

void TestHaDiscovery::plainTemplatesNameAPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    const int plain = int(Place::Kind::Text);
    const int json = int(Place::Kind::Json);
    const int evaluated = int(Place::Kind::Template);
    const int none = int(Place::Kind::None);
    QTest::newRow("nothing") << "" << plain << "";
    QTest::newRow("value") << " {{ value }} " << plain << "";
    QTest::newRow("member") << "{{value_json.a}}" << json << "a";
    QTest::newRow("mixed") << "{{ value_json.a.b['c d'][0] }}" << json << "a.b.c d.0";
    QTest::newRow("quotes") << R"({{ value_json["temperature:0"].tC }})" << json << "temperature:0.tC";
    QTest::newRow("dict method") << "{{ value_json.update }}" << json << "update";
    QTest::newRow("white space control") << "{{- value_json.a -}}" << json << "a";
    QTest::newRow("is_defined") << "{{ value_json.a | is_defined }}" << json << "a";
    QTest::newRow("root") << "{{ value_json }}" << json << "";
    QTest::newRow("filter") << "{{ value_json.a | float }}" << evaluated << "";
    QTest::newRow("arithmetic") << "{{ value_json.a / 10 }}" << evaluated << "";
    QTest::newRow("other variable") << "{{ states('x') }}" << none << "";
    QTest::newRow("block") << "{% if value %}1{% endif %}" << evaluated << "";
    QTest::newRow("two") << "{{ value }}{{ value }}" << evaluated << "";
    QTest::newRow("text around") << "x {{ value }}" << evaluated << "";
    QTest::newRow("negative index") << "{{ value_json[-1] }}" << evaluated << "";
    QTest::newRow("dynamic index") << "{{ value_json[value] }}" << evaluated << "";
    QTest::newRow("escape") << "{{ value_json['a\\'b'] }}" << evaluated << "";
    QTest::newRow("unfinished") << "{{ value_json.a['b }}" << none << "";
    QTest::newRow("call") << "{{ value_json.get('a') }}" << evaluated << "";
    QTest::newRow("constant") << "{{ 1 }}" << evaluated << "";
    QTest::newRow("longer name") << "{{ values }}" << evaluated << "";
}

void TestHaDiscovery::plainTemplatesNameAPlace()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, path);
    const Place place = placeOf(text);
    QCOMPARE(int(place.kind), kind);
    if (place.kind == Place::Kind::Template)
        QCOMPARE(place.path, text.toUtf8());
    else
        QCOMPARE(dotted(place.path.toStdString()), path);
}

void TestHaDiscovery::otherTemplatesAreListedWithAProblem()
{
    const Announcement sensor = announced("sensor", R"("stat_t":"s","val_tpl":"{{ as_timestamp(now()) }}","unit_of_meas":"V")");
    QCOMPARE(sensor.device.metrics.size(), 1);
    QVERIFY(sensor.device.metrics[0].problem.contains(text("as_timestamp")));
    QVERIFY(sensor.bindings.isEmpty());
    const Announcement number = announced("number", R"("stat_t":"s","cmd_t":"c","cmd_tpl":"{{ states('x') }}")");
    QCOMPARE(number.bindings.size(), 1);
    QVERIFY(!number.device.commands[0].problem.isEmpty());
    QVERIFY(number.commands.isEmpty());
    const Announcement around = announced("number", R"("cmd_t":"c","cmd_tpl":"{\"v\": {{ value }}}")");
    QCOMPARE(*encode(around.commands[0], around.device.commands[0], 7.5), QByteArray(R"({"v": 7.5})"));
    const Announcement scaled = announced("number", R"("cmd_t":"c","cmd_tpl":"{{ value * 10 }}")");
    QCOMPARE(*encode(scaled.commands[0], scaled.device.commands[0], 7.0), QByteArray("70"));
}

void TestHaDiscovery::everyComponentIsDescribed_data()
{
    QTest::addColumn<QByteArray>("component");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QStringList>("metrics");
    QTest::addColumn<QStringList>("commands");
    const auto row = [](const char *component, const char *config, const char *metrics, const char *commands) {
        const auto list = [](const char *words) { return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts); };
        QTest::addRow("%s %s", component, config) << QByteArray(component) << QByteArray(config) << list(metrics) << list(commands);
    };
    const char *both = R"("stat_t":"s/t","cmd_t":"s/c","name":"N")";
    row("cover", both, "cover.thing", "cover.thing");
    row("cover", R"("pos_t":"p","set_pos_t":"sp","tilt_status_t":"t","tilt_cmd_t":"tc")", "cover.thing.position cover.thing.tilt", "cover.thing.position cover.thing.tilt");
    row("valve", both, "valve.thing", "valve.thing");
    row("valve", R"("stat_t":"s","cmd_t":"c","reports_position":true)", "valve.thing", "valve.thing");
    row("lock", both, "lock.thing", "lock.thing");
    row("climate", R"("mode_stat_t":"m","mode_cmd_t":"mc","temp_stat_t":"t","temp_cmd_t":"tc","curr_temp_t":"ct","act_t":"a","pow_cmd_t":"p")",
        "climate.thing.mode climate.thing.temperature climate.thing.current climate.thing.action", "climate.thing.mode climate.thing.temperature climate.thing.power");
    row("water_heater", R"("mode_stat_t":"m","temp_cmd_t":"tc")", "water_heater.thing.mode", "water_heater.thing.temperature");
    row("fan", R"("stat_t":"s","cmd_t":"c","pct_stat_t":"p","pct_cmd_t":"pc","osc_stat_t":"o")", "fan.thing fan.thing.speed fan.thing.oscillation", "fan.thing fan.thing.speed");
    row("humidifier", R"("stat_t":"s","cmd_t":"c","hum_cmd_t":"h")", "humidifier.thing", "humidifier.thing humidifier.thing.humidity");
    for (const char *component : {"text", "date", "time", "datetime"}) {
        const QByteArray key = QByteArray(component) + ".thing";
        row(component, both, key.constData(), key.constData());
    }
    row("device_tracker", R"("stat_t":"s")", "device_tracker.thing", "");
    row("notify", R"("cmd_t":"c")", "", "notify.thing");
    row("scene", R"("cmd_t":"c")", "", "scene.thing");
    row("update", R"("stat_t":"s","cmd_t":"c","pl_inst":"go")", "update.thing.installed update.thing.latest update.thing.progress", "update.thing.install");
    row("event", R"("stat_t":"s","evt_typ":["press"])", "event.thing", "");
    row("device_automation", R"("atype":"trigger","t":"a","type":"press","stype":"1")", "device_automation.thing", "");
    row("tag", R"("t":"a")", "tag.thing", "");
    row("siren", both, "siren.thing", "siren.thing");
    row("vacuum", both, "vacuum.thing vacuum.thing.fan vacuum.thing.battery", "vacuum.thing");
    row("lawn_mower", R"("activity_state_topic":"a","dock_command_topic":"d")", "lawn_mower.thing", "lawn_mower.thing.dock");
    row("alarm_control_panel", both, "alarm_control_panel.thing", "alarm_control_panel.thing");
    row("image", R"("url_t":"u")", "image.thing", "");
    row("light", R"("cmd_t":"c","stat_t":"s","bri_cmd_t":"b","rgb_cmd_t":"r")", "light.thing", "light.thing light.thing.brightness light.thing.color");
    row("light", R"j("schema":"template","cmd_t":"c","stat_t":"s","cmd_on_tpl":"on","cmd_off_tpl":"off","stat_tpl":"{{ value }}")j", "light.thing", "light.thing");
}

void TestHaDiscovery::everyComponentIsDescribed()
{
    QFETCH(QByteArray, component);
    QFETCH(QByteArray, config);
    const Announcement made = announced(component.constData(), config);
    QStringList metrics;
    for (const Metric &metric : made.device.metrics) {
        QVERIFY2(metric.problem.isEmpty(), qPrintable(metric.problem));
        metrics.append(metric.key);
    }
    QStringList commands;
    for (const CommandInfo &command : made.device.commands) {
        QVERIFY2(command.problem.isEmpty(), qPrintable(command.problem));
        commands.append(command.key);
    }
    QTEST(metrics, "metrics");
    QTEST(commands, "commands");
    QCOMPARE(made.bindings.size(), metrics.size());
    QCOMPARE(made.commands.size(), commands.size());
}

void TestHaDiscovery::wordsBecomeThePayloadsOfTheConfiguration()
{
    const Announcement cover = announced("cover", R"("cmd_t":"c","pl_open":"UP","pl_stop":null)");
    const CommandInfo &command = cover.device.commands[0];
    QCOMPARE(command.options, QStringList({text("open"), text("close")}));
    QCOMPARE(*encode(cover.commands[0], command, text("open")), QByteArray("UP"));
    QCOMPARE(*encode(cover.commands[0], command, text("close")), QByteArray("CLOSE"));
    QVERIFY(!encode(cover.commands[0], command, text("stop")));
    QVERIFY(announced("lock", R"("cmd_t":"c")").device.commands[0].dangerous);
    const Announcement position = announced("cover", R"j("set_pos_t":"c","set_pos_tpl":"{ \"position\": {{ position }} }")j");
    QCOMPARE(*encode(position.commands[0], position.device.commands[0], 40.0), QByteArray(R"({ "position": 40 })"));
    const Announcement light = announced("light", R"("cmd_t":"c","rgb_cmd_t":"r")");
    QCOMPARE(*encode(light.commands[1], light.device.commands[1], text("#ff8000")), QByteArray("255,128,0"));
    const Announcement siren = announced("siren", R"("cmd_t":"c")");
    QCOMPARE(*encode(siren.commands[0], siren.device.commands[0], true), QByteArray(R"({"state":"ON"})"));
}

void TestHaDiscovery::unknownComponentsAreListedWithAProblem()
{
    const Announcement other = announced("camera", R"("t":"s/t","name":"N")");
    QCOMPARE(other.device.metrics.size(), 1);
    QVERIFY(!other.device.metrics[0].problem.isEmpty());
    QVERIFY(other.bindings.isEmpty());
    QVERIFY(other.topics.contains("s/t"));
}

void TestHaDiscovery::pythonFormsDecideWhatMatches()
{
    QByteArray buffer;
    const Announcement on = announced("binary_sensor", R"("stat_t":"s","val_tpl":"{{ value_json.x }}","pl_on":true,"pl_off":false)");
    const Binding &binding = on.bindings[0];
    QCOMPARE(binding.on, QByteArray("True"));
    Scalar yes {Scalar::Kind::Boolean, true, 0, 0, {}};
    QCOMPARE(decode(binding, yes, buffer).number, 1.0);
    QCOMPARE(decode(binding, Scalar::string("true"), buffer).outcome, Decoded::Outcome::Unfit);
    QCOMPARE(decode(binding, {}, buffer).outcome, Decoded::Outcome::Nothing);
    QCOMPARE(pythonForm(21.0), QByteArray("21.0"));
    QCOMPARE(pythonForm(0.1), QByteArray("0.1"));
    QCOMPARE(pythonForm(-0.0), QByteArray("-0.0"));
    QCOMPARE(pythonForm(1e16), QByteArray("1e+16"));
    QCOMPARE(pythonForm(123456789012345.0), QByteArray("123456789012345.0"));
    QCOMPARE(pythonForm(0.0001), QByteArray("0.0001"));
    QCOMPARE(pythonForm(0.00001), QByteArray("1e-05"));
    QCOMPARE(pythonForm(QJsonValue(21)), QByteArray("21"));
}

void TestHaDiscovery::identifiersBecomeAddresses()
{
    const auto addresses = [](const QByteArray &device) {
        const Digest result = digest("homeassistant/sensor/x/config", R"({"stat_t":"s","uniq_id":"u","dev":)" + device + '}');
        return result.announced.isEmpty() ? QStringList() : result.announced[0].device.addresses;
    };
    QCOMPARE(addresses(R"({"ids":["zigbee2mqtt_0x00158D0001A2B3C4"]})"),
             QStringList({text("ha:zigbee2mqtt_0x00158D0001A2B3C4"), text("ieee:0x00158d0001a2b3c4")}));
    QCOMPARE(addresses(R"({"cns":[["mac","02:5b:aa:bb:cc:dd"],["bluetooth","A4-C1-38-00-11-22"]]})"),
             QStringList({text("mac:02:5B:AA:BB:CC:DD"), text("ble:A4:C1:38:00:11:22")}));
    QCOMPARE(addresses(R"({"ids":"a4c138001122"})"), QStringList({text("ha:a4c138001122"), text("mac:A4:C1:38:00:11:22")}));
    QCOMPARE(addresses(R"({"ids":["zigbee2mqtt_bridge_0x00124b00120144ae"]})"), QStringList({text("ha:zigbee2mqtt_bridge_0x00124b00120144ae")}));
    QCOMPARE(addresses("{}"), QStringList({text("ha:u")}));
    QCOMPARE(addresses(R"({"ids":[]})"), QStringList());
}

void TestHaDiscovery::sensorsSayWhatTheyMeasure()
{
    const auto metric = [](const QByteArray &keys) { return announced("sensor", R"("stat_t":"s",)" + keys).device.metrics.value(0); };
    const Metric battery = metric(R"("dev_cla":"battery","unit_of_meas":"%","ent_cat":"diagnostic","sug_dsp_prc":1)");
    QCOMPARE(battery.role, Role::Battery);
    QCOMPARE(battery.type, MetricType::Number);
    QCOMPARE(battery.decimals, 1);
    QVERIFY(battery.diagnostic);
    QCOMPARE(battery.key, text("thing"));
    QCOMPARE(metric(R"("dev_cla":"signal_strength")").role, Role::Signal);
    QCOMPARE(metric(R"("name":"x")").type, MetricType::Text);
    QCOMPARE(metric(R"("dev_cla":"timestamp")").type, MetricType::Text);
    const Metric choice = metric(R"("dev_cla":"enum","ops":["low","high"])");
    QCOMPARE(choice.type, MetricType::Enumeration);
    QCOMPARE(choice.options, QStringList({text("low"), text("high")}));
    QCOMPARE(announced("switch", R"("cmd_t":"c")").device.commands[0].key, text("switch.thing"));
    QCOMPARE(announced("switch", R"("cmd_t":"c","retain":"true","qos":"1")").commands[0].retain, true);
}

void TestHaDiscovery::numbersAndSelectsKeepTheirLimits()
{
    const Announcement number = announced("number", R"("cmd_t":"c","stat_t":"s","min":"-5","max":5,"step":0.5,"unit_of_meas":"K")");
    const CommandInfo &command = number.device.commands[0];
    QCOMPARE(command.minimum, -5.0);
    QCOMPARE(command.step, 0.5);
    QCOMPARE(command.metric, text("number.thing"));
    QCOMPARE(*encode(number.commands[0], command, 5.0), QByteArray("5"));
    QCOMPARE(*encode(number.commands[0], command, 0.5), QByteArray("0.5"));
    QVERIFY(!encode(number.commands[0], command, 5.5));
    const Announcement select = announced("select", R"("cmd_t":"c","ops":["a","b"])");
    QCOMPARE(*encode(select.commands[0], select.device.commands[0], text("b")), QByteArray("b"));
    QVERIFY(!encode(select.commands[0], select.device.commands[0], text("c")));
    QVERIFY(announced("select", R"("cmd_t":"c")").device.commands.isEmpty());
}

void TestHaDiscovery::jsonLightsHaveAPartForEachAbility()
{
    const Announcement light = announced("light", R"("schema":"json","cmd_t":"c","stat_t":"s","bri_scl":254,"sup_clrm":["color_temp","xy"],
        "min_mirs":150,"max_mirs":370,"fx_list":["none","blink"])");
    QStringList keys;
    for (const Metric &metric : light.device.metrics)
        keys.append(metric.key);
    QCOMPARE(keys, QStringList({text("light.thing"), text("light.thing.brightness"), text("light.thing.color_temp"), text("light.thing.color.x"),
                                text("light.thing.color.y"), text("light.thing.effect")}));
    QCOMPARE(light.device.commands.size(), 5);
    QCOMPARE(light.device.commands[1].maximum, 254.0);
    QCOMPARE(light.device.commands[2].maximum, 370.0);
    QCOMPARE(*encode(light.commands[2], light.device.commands[2], 200.0), QByteArray(R"({"state":"ON","color_temp":200})"));
    const Announcement plain = announced("light", R"("schema":"json","cmd_t":"c","stat_t":"s")");
    QCOMPARE(plain.device.metrics.size(), 1);
}

void TestHaDiscovery::coloursAreSentTheWayTheLightWants_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QString>("colour");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("rgb") << QByteArray("rgb") << "#ff8000" << QByteArray(R"({"r":255,"g":128,"b":0})");
    QTest::newRow("commas") << QByteArray("rgb") << "255, 128,0" << QByteArray(R"({"r":255,"g":128,"b":0})");
    QTest::newRow("rgbw") << QByteArray("rgbw") << "#000001" << QByteArray(R"({"r":0,"g":0,"b":1,"w":0})");
    QTest::newRow("hue") << QByteArray("hs") << "#ff8000" << QByteArray(R"({"h":30.118,"s":100})");
    QTest::newRow("grey has no hue") << QByteArray("hs") << "#808080" << QByteArray(R"({"h":0,"s":0})");
    QTest::newRow("red") << QByteArray("xy") << "#ff0000" << QByteArray(R"({"x":0.6401,"y":0.33})");
    QTest::newRow("white") << QByteArray("xy") << "#ffffff" << QByteArray(R"({"x":0.3127,"y":0.329})");
    QTest::newRow("too large") << QByteArray("rgb") << "256,0,0" << QByteArray();
    QTest::newRow("a name") << QByteArray("rgb") << "red" << QByteArray();
}

void TestHaDiscovery::coloursAreSentTheWayTheLightWants()
{
    QFETCH(QByteArray, mode);
    QFETCH(QString, colour);
    QFETCH(QByteArray, payload);
    const Announcement light = announced("light", R"("schema":"json","cmd_t":"c","sup_clrm":[")" + mode + R"("])");
    const auto sent = encode(light.commands.last(), light.device.commands.last(), colour);
    QCOMPARE(sent ? *sent : QByteArray(), payload.isEmpty() ? QByteArray() : R"({"state":"ON","color":)" + payload + '}');
}

void TestHaDiscovery::filtersSelectTopics_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("selects");
    const auto row = [](const char *filter, const char *topic, bool selects) {
        QTest::addRow("%s %s", filter, topic) << QByteArray(filter) << QByteArray(topic) << selects;
    };
    row("#", "a/b", true);
    row("#", "$SYS/x", false);
    row("+/x", "$SYS/x", false);
    row("$SYS/#", "$SYS/x", true);
    row("sport/#", "sport", true);
    row("sport/#", "sports", false);
    row("a/+/c", "a/b/c", true);
    row("a/+/c", "a//c", true);
    row("a/+", "a/b/c", false);
    row("+/+", "/a", true);
    row("+", "/a", false);
    row("a", "a", true);
    row("a", "a/", false);
}

void TestHaDiscovery::filtersSelectTopics()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, topic);
    QFETCH(bool, selects);
    QVERIFY(isFilter(filter) && isTopic(topic));
    QCOMPARE(matches(filter, topic), selects);
    QVERIFY(!isFilter("a#") && !isFilter("a/#/b") && !isFilter("a+/b") && !isFilter("") && !isTopic("a/+"));
    QVERIFY(covers("a/#", "a/+/c") && covers("a/+", "a/b") && !covers("a/+", "a/#") && covers("#", "#") && !covers("a/b", "a/+"));
}

QTEST_APPLESS_MAIN(TestHaDiscovery)
#include "tst_hadiscovery.moc"
