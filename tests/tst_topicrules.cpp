#include "backends/mqtt/mqttsettings.h"
#include "backends/mqtt/topicrule.h"
#include "backends/mqtt/topicruletrial.h"
#include "support/mqttroad.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

using namespace muster;
using namespace muster::mqtt;
using muster::test::MqttRoad;

namespace {

RouterOptions optionsWith(const QStringList &rules)
{
    RouterOptions options = MqttRoad::options();
    options.generic = false;
    for (const QString &text : rules) {
        auto rule = topicRule(text);
        if (!rule)
            qFatal("%s", qPrintable(rule.error().text));
        options.rules.push_back(*std::move(rule));
    }
    return options;
}

// "device: key=value [unit] name, …" of a trial of one message.
QString tried(const QString &rule, const QString &topic, const QByteArray &payload)
{
    const TopicTrial trial = tryTopicRule({rule}, 0, {{topic, payload, true}});
    if (!trial.error.isEmpty())
        return QString::number(trial.column) + QLatin1Char(' ') + trial.error;
    if (trial.made.isEmpty())
        return QStringLiteral("-");
    QStringList values;
    for (const TopicTrial::Value &value : trial.made.first().values) {
        QString text = value.key + QLatin1Char('=') + value.text;
        text += value.unit.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(value.unit);
        text += value.name.isEmpty() ? QString() : QLatin1Char(' ') + value.name;
        values.append(text + (value.isCommand ? QStringLiteral("!") : QString()));
    }
    return trial.made.first().device + QStringLiteral(": ") + (values.isEmpty() ? trial.made.first().problem : values.join(QStringLiteral(", ")));
}

} // namespace

class TestTopicRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongRulesAreRefused_data();
    void wrongRulesAreRefused();
    void messagesAreRead_data();
    void messagesAreRead();
    void theRouterDoesWhatTheTrialSays_data();
    void theRouterDoesWhatTheTrialSays();
    void metricsHaveTheirNamesAndUnits();
    void knownConventionsComeFirst();
    void rulesComeBeforePlainTopics();
    void theFirstRuleHasTheTopic();
    void commandsAreWritten();
    void hostileKeysMakeNoCommand();
    void documentsBeyondLimitsAreCounted();
    void aTrialIsBounded();
    void rulesAreReadFromTheAddress();
    void tooManyRulesAreRefused();
    void whatARuleWantsIsSubscribed();
};

void TestTopicRules::wrongRulesAreRefused_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *rule, int column, const char *says) { QTest::newRow(rule) << QString::fromUtf8(rule) << column << QString::fromUtf8(says); };
    row("", 1, "begins with a topic");
    row("   ; device x", 4, "begins with a topic");
    row("a/#/b", 3, "only be the last one");
    row("a/b+/c", 4, "whole level");
    row("a/x{device}", 4, "whole level");
    row("a/{de vice}", 4, "no name for a level");
    row("a/{}", 4, "no name for a level");
    row("a/{value}", 4, "{value} stands for what is sent");
    row("a/{x}/{x}", 8, "Two levels are named “x”");
    row("#", 1, "which device it is");
    row("+/state", 1, "which device it is");
    row("a/{d}; colour red", 8, "“colour” says nothing here");
    row("a/{d}; device", 14, "follows its name");
    row("a/{d}; device {x}", 15, "No level is named “x”");
    row("a/{d}; format xml", 15, "“xml” is no format");
    row("a/{d}; format json; format cbor", 21, "“format” is there twice");
    row("a/{d}; keep t,, h", 15, "missing here");
    row("a/{d}; keep t [°C", 15, "ends with ]");
    row("a/{d}; keep = t", 13, "behind =");
    row("a/{d}; keep t, h = t", 16, "“t” is there twice");
    row("a/{d}; command t", 16, "behind “at”");
    row("a/{d}; command t at", 20, "topic to send to");
    row("a/{d}; command t at a/#", 21, "without + and #");
    row("a/{d}; command t at a/{x}", 23, "No level is named “x”");
    row("a/{d}; command t at a send 1", 28, "{value}");
    row("a/{d}; command t 5..1 at a", 18, "larger one");
    row("a/{d}; keep t; command h at a", 16, "not among the values");
    row("a/{d}\tb", 6, "one line");
    QTest::newRow("too long") << QString(TopicRule::maxLength + 1, u'a') << int(TopicRule::maxLength + 1) << "characters long";
    QTest::newRow("too deep") << QStringLiteral("a/").repeated(40) + QStringLiteral("{d}") << 65 << "levels";
}

void TestTopicRules::wrongRulesAreRefused()
{
    QFETCH(QString, rule);
    QFETCH(int, column);
    QFETCH(QString, says);
    const auto read = topicRule(rule);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(says), qPrintable(read.error().text));
    QCOMPARE(read.error().column, column);
}

void TestTopicRules::messagesAreRead_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("made");
    const auto row = [](const char *name, const char *rule, const char *topic, const QByteArray &payload, const char *made) {
        QTest::newRow(name) << QString::fromUtf8(rule) << QString::fromUtf8(topic) << payload << QString::fromUtf8(made);
    };
    const QByteArray cbor = QCborValue(QCborMap {{QStringLiteral("t"), 21.5}, {QStringLiteral("on"), true}}).toCbor();
    const QByteArray pack("\x82\xA1t\x15\xA1h\x28", 7);
    row("JSON", "plant/{line}/{device}/state", "plant/l1/p3/state", R"({"t":21.5,"air":{"co2":600},"mode":"auto"})", "l1 p3: t=21.5, air.co2=600, mode=auto");
    row("other device", "plant/{line}/{device}/state; device {device}@{line}", "plant/l1/p3/state", R"({"t":1})", "p3@l1: t=1");
    row("another topic", "plant/{line}/{device}/state", "plant/l1/p3/status", R"({"t":1})", "-");
    row("longer topic", "plant/{device}", "plant/p3/state", "1", "-");
    row("shorter topic", "plant/{line}/{device}", "plant/p3", "1", "-");
    row("empty level", "plant/{device}/state", "plant//state", "1", "-");
    row("any level", "site/+/{device}/#", "site/x/d1/env/temp", "21", "d1: env.temp=21");
    row("rest is nothing", "site/{device}/#", "site/d1", "21", "d1: value=21");
    row("rest of a document", "site/{device}/#", "site/d1/env", R"({"t":1})", "d1: env.t=1");
    row("key from a level", "sensors/{device}/{metric}", "sensors/d1/hum", "40.5", "d1: hum=40.5");
    row("key from a level, document", "sensors/{device}/{metric}", "sensors/d1/air", R"({"t":1})", "d1: air.t=1");
    row("key from the last level", "plant/{device}/state", "plant/p3/state", "running", "p3: state=running");
    row("no key", "plant/{device}", "plant/p3", "7", "p3: value=7");
    row("one device", "boiler/{metric}", "boiler/temp", "60", "boiler: temp=60");
    row("kept", "p/{device}; keep t = temp [°C] Oil temperature, air.co2 = co2", "p/a", R"({"t":21.5,"air":{"co2":600},"x":1})", "a: temp=21.5 [°C] Oil temperature, co2=600");
    row("kept, plain", "s/{device}/{metric}; keep hum [%]", "s/a/hum", "40", "a: hum=40 [%]");
    row("not kept, plain", "s/{device}/{metric}; keep hum [%]", "s/a/temp", "40", "a: None of the values to keep is in the payload.");
    row("blanks in a name", "p/{device}; keep Oil temp = oil", "p/a", R"({"Oil temp":9})", "a: oil=9");
    row("CBOR", "p/{device}; format cbor", "p/a", cbor, "a: t=21.5, on=true");
    row("CBOR by itself", "p/{device}", "p/a", cbor, "a: t=21.5, on=true");
    row("MessagePack", "p/{device}; format msgpack", "p/a", pack, "a: t=21, h=40");
    row("CBOR that is none", "p/{device}; format cbor", "p/a", pack, "a: The payload is not in this format.");
    row("pairs", "p/{device}; format pairs", "p/a", "t=21.5, h: 40;state=ok", "a: t=21.5, h=40, state=ok");
    row("no pairs", "p/{device}; format pairs", "p/a", "hello", "a: The payload is not in this format.");
    row("text", "p/{device}; format text", "p/a", "{on}", "a: value={on}");
    row("broken JSON", "p/{device}", "p/a", R"({"t":)", "a: The payload is not in this format.");
    row("list", "p/{device}", "p/a", "[1,2]", "a: There is no value in the payload.");
    row("empty", "p/{device}", "p/a", "", "a: There is no value in the payload.");
    row("secret", "p/{device}", "p/a", R"({"password":"x","t":1})", "a: t=1");
    row("time", "p/{device}", "p/a", R"({"ts":1700000000,"t":1})", "a: t=1");
    row("far into a list", "p/{device}; keep v.70", "p/a", R"({"v":[)" + QByteArray("1,").repeated(80) + "1]}", "a: None of the values to keep is in the payload.");
    row("system topics", "{device}/#", "$SYS/uptime", "1", "-");
    row("system topics written out", "$SYS/{device}", "$SYS/uptime", "1", "uptime: value=1");
    row("name of braces", "p/{device}/{metric}; device x {device}", "p/{metric}/t", "1", "x {metric}: t=1");
    row("can be set", "p/{device}; command t at p/{device}/set/{metric}", "p/a", R"({"t":1,"h":2})", "a: t=1!, h=2");
}

void TestTopicRules::messagesAreRead()
{
    QFETCH(QString, rule);
    QFETCH(QString, topic);
    QFETCH(QByteArray, payload);
    QFETCH(QString, made);
    QCOMPARE(tried(rule, topic, payload), made);
}

void TestTopicRules::theRouterDoesWhatTheTrialSays_data()
{
    messagesAreRead_data();
}

void TestTopicRules::theRouterDoesWhatTheTrialSays()
{
    QFETCH(QString, rule);
    QFETCH(QString, topic);
    QFETCH(QByteArray, payload);
    const TopicTrial trial = tryTopicRule({rule}, 0, {{topic, payload, true}});
    MqttRoad road(optionsWith({rule}));
    for (int again = 0; again < 2; ++again) // the second way is the quick one
        road.message(topic.toUtf8(), payload);
    road.ingest.flush();
    qsizetype expected = 0;
    for (const TopicTrial::Made &made : trial.made) {
        const QString address = QStringLiteral("mqtt:broker/") + made.device;
        for (const TopicTrial::Value &value : made.values) {
            const QString unit = value.unit.isEmpty() ? QString() : QLatin1Char(' ') + value.unit;
            QCOMPARE(road.last(address, value.key), value.text + unit);
            ++expected;
        }
        QCOMPARE(road.record.device(address).metrics.size(), made.values.size());
    }
    QCOMPARE(road.count(Count::Samples), quint64(2 * expected));
}

void TestTopicRules::metricsHaveTheirNamesAndUnits()
{
    MqttRoad road(optionsWith({QStringLiteral("p/{device}; keep t = temp [°C] Oil temperature")}));
    road.message("p/a", R"({"t":21.5})");
    road.ingest.flush();
    const Metric metric = road.record.metric(QStringLiteral("mqtt:broker/a"), QStringLiteral("temp"));
    QCOMPARE(metric.unit, QStringLiteral("°C"));
    QCOMPARE(metric.name, QStringLiteral("Oil temperature"));
    QCOMPARE(road.record.device(QStringLiteral("mqtt:broker/a")).convention, QStringLiteral("MQTT rule"));
}

void TestTopicRules::knownConventionsComeFirst()
{
    MqttRoad road(optionsWith({QStringLiteral("zigbee2mqtt/{device}")}));
    road.message("zigbee2mqtt/bridge/devices", R"([{"ieee_address":"0x1","type":"Router","friendly_name":"plug","definition":{"exposes":[{"type":"numeric","property":"power","access":1}]}}])");
    road.message("zigbee2mqtt/plug", R"({"power":5})");
    road.message("zigbee2mqtt/stranger", R"({"power":7})");
    road.ingest.flush();
    QVERIFY(!road.record.device(QStringLiteral("mqtt:broker/plug")).id.isValid());
    QCOMPARE(road.last(QStringLiteral("mqtt:broker/stranger"), QStringLiteral("power")), QStringLiteral("7"));
}

void TestTopicRules::rulesComeBeforePlainTopics()
{
    RouterOptions options = optionsWith({QStringLiteral("plant/{line}/{device}/{metric}")});
    options.generic = true;
    MqttRoad road(std::move(options));
    road.message("plant/l1/p3/temp", "21");
    road.message("other/l1/p3/temp", "22");
    road.ingest.flush();
    QCOMPARE(road.last(QStringLiteral("mqtt:broker/l1 p3"), QStringLiteral("temp")), QStringLiteral("21"));
    QVERIFY(!road.record.device(QStringLiteral("mqtt:broker/plant/l1/p3")).id.isValid());
    QCOMPARE(road.last(QStringLiteral("mqtt:broker/other/l1/p3"), QStringLiteral("temp")), QStringLiteral("22"));
}

void TestTopicRules::theFirstRuleHasTheTopic()
{
    const QStringList rules {QStringLiteral("a/{device}/x"), QStringLiteral("a/{device}/#; device second {device}")};
    MqttRoad road(optionsWith(rules));
    road.message("a/d/x", "1");
    road.message("a/d/y", "2");
    road.ingest.flush();
    QCOMPARE(road.last(QStringLiteral("mqtt:broker/d"), QStringLiteral("x")), QStringLiteral("1"));
    QCOMPARE(road.last(QStringLiteral("mqtt:broker/second d"), QStringLiteral("y")), QStringLiteral("2"));
    const TopicTrial trial = tryTopicRule(rules, 1, {{QStringLiteral("a/d/x"), "1", true}, {QStringLiteral("a/d/y"), "2", true}});
    QCOMPARE(trial.matching, 1);
    QCOMPARE(trial.earlier, 1);
}

void TestTopicRules::commandsAreWritten()
{
    MqttRoad road(optionsWith({QStringLiteral("p/{device}/{metric}; keep spd = speed, mode; command speed 0..1500, mode at p/{device}/{metric}/set"),
        QStringLiteral("j/{device}; command t, name at j/{device}/set send {\"id\": \"{device}\", \"{metric}\": {value}; x}")}));
    road.message("p/a/spd", "5");
    road.message("p/a/mode", "auto");
    road.message("j/b\"", R"({"t":1,"name":"x","on":true})");
    road.ingest.flush();
    const QString a = QStringLiteral("mqtt:broker/a");
    QCOMPARE(road.written(a, QStringLiteral("speed"), 700.0), QByteArray("p/a/spd/set 700"));
    QVERIFY(road.written(a, QStringLiteral("speed"), 1501.0).contains("between 0 and 1500"));
    QCOMPARE(road.written(a, QStringLiteral("mode"), QStringLiteral("off")), QByteArray("p/a/mode/set off"));
    const QString b = QStringLiteral("mqtt:broker/b\"");
    QCOMPARE(road.written(b, QStringLiteral("t"), 2.5), QByteArray(R"(j/b"/set {"id": "b\"", "t": 2.5; x})"));
    QCOMPARE(road.written(b, QStringLiteral("name"), QStringLiteral("q\"")), QByteArray(R"(j/b"/set {"id": "b\"", "name": "q\""; x})"));
    QCOMPARE(road.written(b, QStringLiteral("on"), true), QByteArray());
    QCOMPARE(road.record.device(a).commands.size(), 2);
}

void TestTopicRules::hostileKeysMakeNoCommand()
{
    MqttRoad road(optionsWith({QStringLiteral("p/{device}; command a/b, #, ok at p/{device}/{metric}")}));
    road.message("p/a", R"({"a/b":1,"#":2,"ok":3})");
    road.ingest.flush();
    const Device device = road.record.device(QStringLiteral("mqtt:broker/a"));
    QCOMPARE(device.metrics.size(), 3);
    QCOMPARE(device.commands.size(), 1);
    QCOMPARE(device.commands.first().key, QStringLiteral("ok"));
}

void TestTopicRules::documentsBeyondLimitsAreCounted()
{
    MqttRoad road(optionsWith({QStringLiteral("p/{device}")}));
    QByteArray large("{");
    for (int i = 0; i < 5'000; ++i)
        large += (i > 0 ? "," : "") + QByteArray("\"k") + QByteArray::number(i) + "\":1";
    road.message("p/a", large + '}');
    QVERIFY(road.count(Count::LimitReached) > 0);
    road.message("p/b", QByteArray("{\"a\":").repeated(3'000) + "1" + QByteArray("}").repeated(3'000));
    QCOMPARE(road.count(Count::Malformed), quint64(1));
}

void TestTopicRules::aTrialIsBounded()
{
    QList<TopicMessage> messages;
    for (int i = 0; i < 2'000; ++i)
        messages.append({QStringLiteral("p/d%1").arg(i % 1'000) + (i < 1'000 ? QString() : QStringLiteral("/x")), "1", true});
    const TopicTrial trial = tryTopicRule({QStringLiteral("p/{device}/#")}, 0, messages);
    QCOMPARE(trial.matching, 2'000);
    QCOMPARE(trial.devices, 1'000);
    QCOMPARE(trial.made.size(), TopicTrial::mostMade);
    QVERIFY(!tryTopicRule({}, 0, messages).error.isEmpty());
    QVERIFY(!tryTopicRule({QStringLiteral("p/{d}")}, 7, messages).error.isEmpty());
}

void TestTopicRules::rulesAreReadFromTheAddress()
{
    const QString rule = QStringLiteral("a/{device}/#; keep t = temp [%] A & B");
    const QUrl url(QStringLiteral("mqtt://host?rule=b/{device}&rule=") + QString::fromLatin1(QUrl::toPercentEncoding(rule)));
    const auto settings = mqttSettings(url);
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().text));
    QCOMPARE(settings->rules.size(), size_t(2));
    QCOMPARE(settings->rules[1].keep.at(0).name, QStringLiteral("A & B"));
    const auto wrong = mqttSettings(QUrl(QStringLiteral("mqtt://host?rule=a/b%2B")));
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().text.contains(QStringLiteral("column 4")), qPrintable(wrong.error().text));
}

void TestTopicRules::tooManyRulesAreRefused()
{
    QString many = QStringLiteral("mqtt://host?generic=on");
    for (int i = 0; i <= TopicRule::maxRules; ++i)
        many += QStringLiteral("&rule=a%1/{d}").arg(i);
    QVERIFY(!mqttSettings(QUrl(many)));
    QString large = QStringLiteral("mqtt://host?generic=on");
    for (int i = 0; i < 20; ++i)
        large += QStringLiteral("&rule=%1/{d}").arg(QString(900, u'a'));
    QVERIFY(!mqttSettings(QUrl(large)));
}

void TestTopicRules::whatARuleWantsIsSubscribed()
{
    const auto rule = topicRule(QStringLiteral("/a/+/{device}/#"));
    QVERIFY(rule);
    QCOMPARE(rule->filter(), QByteArray("/a/+/+/#"));
}

QTEST_GUILESS_MAIN(TestTopicRules)
#include "tst_topicrules.moc"
