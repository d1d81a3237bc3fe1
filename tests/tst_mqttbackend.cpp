#include "support/broker.h"
#include "support/fakemqttclient.h"
#include "support/ingestrecord.h"

#include "backends/mqtt/mqttbackend.h"
#include "backends/mqtt/mqttplugin.h"
#include "core/backendregistry.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

Q_IMPORT_PLUGIN(MqttBackendPlugin)

using namespace muster;
using namespace muster::test;

namespace {

const ConnectionId road {1};
const QString kitchen = QStringLiteral("mqtt:broker/home/kitchen");

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// A backend over a client that needs no network, and what comes out of it.
struct Bench
{
    explicit Bench(const char *url = "mqtt://broker")
        : record(ingest)
        , backend(Connection {road, QStringLiteral("bench"), QUrl(QString::fromUtf8(url)), true}, {}, ingest,
                  [this](MqttClient::Listener &listener) {
                      auto made = std::make_unique<FakeMqttClient>(listener);
                      client = made.get();
                      return made;
                  })
        , states(&backend, &Backend::statusChanged)
        , finished(&backend, &Backend::commandFinished)
        , notes(&backend, &Backend::noted)
    {
        MqttBackend::Pace pace;
        pace.firstRetry = 1;
        pace.lastRetry = 4;
        pace.settle = 20;
        backend.setPace(pace);
        backend.start();
    }

    void connect() { client->listener.mqttConnected(); }
    void drop() { client->listener.mqttDisconnected({Error::Code::Unreachable, QStringLiteral("gone")}, false); }
    void message(const char *topic, const QByteArray &payload, bool retained = false) { client->message(topic, payload, retained); }
    quint64 count(Count what) { return at(ingest.counters(road), what); }
    ConnectionStatus status() { return states.isEmpty() ? ConnectionStatus() : states.constLast().constFirst().value<ConnectionStatus>(); }
    void settle() { QTest::qWait(80); } // longer than Pace::settle: waiting for something not to happen

    CommandId send(const QString &address, const char *key, const Value &argument)
    {
        Command command;
        command.id = {++lastCommand};
        command.device = record.device(address).id;
        command.key = QString::fromUtf8(key);
        command.argument = argument;
        backend.send(command);
        return command.id;
    }

    Ingest ingest;
    IngestRecord record;
    FakeMqttClient *client = nullptr;
    MqttBackend backend;
    QSignalSpy states;
    QSignalSpy finished;
    QSignalSpy notes;
    quint32 lastCommand = 0;
};

const char sensorTopic[] = "homeassistant/sensor/n1/temperature/config";
const QByteArray sensorConfig = R"({"name":"Temperature","stat_t":"z/n1","val_tpl":"{{ value_json.t }}","unit_of_meas":"°C","uniq_id":"t1",
    "dev":{"ids":["n1"],"name":"Node one","mf":"Acme"},"avty_t":"z/n1/lwt"})";
const char switchTopic[] = "homeassistant/switch/n1/relay/config";
const QByteArray switchConfig = R"({"name":"Relay","stat_t":"z/n1/relay","cmd_t":"z/n1/relay/set","qos":1,"uniq_id":"r1","dev":{"ids":["n1"]}})";
const QString node = QStringLiteral("ha:n1");

} // namespace

class TestMqttBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlsAreCheckedWithASentence_data();
    void urlsAreCheckedWithASentence();
    void filtersAreSubscribedOnce_data();
    void filtersAreSubscribedOnce();
    void thePluginIsFoundByItsSchemes();

    void topicsBecomeDevicesByTheGenericRule();
    void discoveredEntitiesGetTheirValues();
    void aDiscoveryTakesItsTopicsFromTheGenericRule();
    void retainedStateBeforeItsDiscoveryIsNotLost();
    void withdrawnEntitiesDisappear();
    void availabilityBecomesPresence_data();
    void availabilityBecomesPresence();

    void aRetainedRepetitionAfterReconnectMakesNoSample();
    void reconnectsWithBackOffUntilStopped();
    void aRefusedLoginIsNotTriedAgain();

    void commandsArePublishedAndConfirmedByTheState();
    void commandsWithoutAStateEndUnconfirmed();
    void templatesMakeValues();
    void ownConventionsGoBeforeDiscovery();
    void tasmotaReportsConfirmItsCommands();
    void aDeviceAnswersItsCommands();
    void impossibleCommandsAreRefusedWithASentence();
    void stoppingCancelsCommands();

    void messageTimesAreUsedWhenPlausible();
    void aTypeThatChangesIsCountedAndNotStored();
    void hostileMessagesAreCountedAndBounded();
    void markupInNamesStaysText();
    void rawMessagesAreKeptForTheTappedDeviceOnly();
    void consoleHearsAndSends();
    void mutatedPayloadsNeverCrash();

    void aRealBrokerEndToEnd();
    void aRealBrokerComesBackWithoutDuplicates();
    void aBrokerBehindASecureWebSocketComesBack();
};

void TestMqttBackend::urlsAreCheckedWithASentence_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("complaint"); // empty: fine
    QTest::newRow("plain") << "mqtt://h" << "";
    QTest::newRow("all") << "mqtts://ada@h:8884?protocol=5&filter=a/%23&filter=b/%2B/c&clientid=x&keepalive=60&qos=1&maxpayload=99&discovery=ha&generic=off&retained=off" << "";
    QTest::newRow("path") << "mqtt://h/plant1" << "";
    QTest::newRow("scheme") << "http://h" << "mqtt://";
    QTest::newRow("no host") << "mqtt:///x" << "names no broker";
    QTest::newRow("port") << "mqtt://h:0" << "Port 0";
    QTest::newRow("protocol") << "mqtt://h?protocol=7" << "3.1.1 or 5";
    QTest::newRow("filter") << "mqtt://h?filter=a%23" << "no topic filter";
    QTest::newRow("keepalive") << "mqtt://h?keepalive=abc" << "whole number";
    QTest::newRow("ca without tls") << "mqtt://h?ca=/etc/hosts" << "mqtts://";
    QTest::newRow("web") << "ws://h:9001/live/mqtt?filter=a/%23" << "";
    QTest::newRow("secure web") << "wss://ada@h?pin=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" << "";
    QTest::newRow("ca without tls on the web") << "ws://h?ca=/etc/hosts" << "wss://";
    QTest::newRow("ca missing") << "mqtts://h?ca=/nowhere/ca.pem" << "/nowhere/ca.pem";
    QTest::newRow("unknown") << "mqtt://h?foo=1" << "foo";
    QTest::newRow("twice") << "mqtt://h?qos=1&qos=2" << "twice";
}

void TestMqttBackend::urlsAreCheckedWithASentence()
{
    QFETCH(QString, url);
    QFETCH(QString, complaint);
    const auto checked = MqttBackendPlugin().check(QUrl(url));
    if (complaint.isEmpty())
        QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().text));
    else
        QVERIFY(!checked && checked.error().text.contains(complaint));
}

void TestMqttBackend::filtersAreSubscribedOnce_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("filters");
    QTest::newRow("default") << QByteArray("mqtt://broker") << QByteArray("#");
    QTest::newRow("twice the same") << QByteArray("mqtt://broker?filter=%23&filter=%23") << QByteArray("#");
    QTest::newRow("covered") << QByteArray("mqtt://broker?filter=a/%2B&filter=a/%23&discovery=off") << QByteArray("a/#");
    QTest::newRow("discovery beside") << QByteArray("mqtt://broker/plant")
                                      << QByteArray("plant/# homeassistant/+/+/config homeassistant/+/+/+/config");
    QTest::newRow("the path of a WebSocket is no filter") << QByteArray("ws://broker/plant") << QByteArray("#");
    QTest::newRow("discovery covered") << QByteArray("mqtt://broker?filter=homeassistant/%23") << QByteArray("homeassistant/#");
}

void TestMqttBackend::filtersAreSubscribedOnce()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, filters);
    Bench bench(url.constData());
    bench.connect();
    QByteArrayList heard;
    for (const QByteArray &filter : std::as_const(bench.client->filters)) {
        if (!filter.startsWith("muster-")) // where devices answer, under a name made up for the session
            heard.append(filter);
    }
    QCOMPARE(heard.join(' '), filters);
}

void TestMqttBackend::thePluginIsFoundByItsSchemes()
{
    BackendRegistry registry;
    registry.addStatic();
    QVERIFY(registry.find(QStringLiteral("mqtt")));
    QCOMPARE(registry.find(QStringLiteral("mqtts")), registry.find(QStringLiteral("mqtt")));
    QCOMPARE(registry.find(QStringLiteral("wss")), registry.find(QStringLiteral("mqtt")));
    QCOMPARE(registry.find(QStringLiteral("mqtt"))->name, QStringLiteral("MQTT"));
}

void TestMqttBackend::topicsBecomeDevicesByTheGenericRule()
{
    Bench bench;
    bench.connect();
    bench.message("home/kitchen/temperature", "21.5");
    bench.message("home/kitchen/temperature", "22");
    bench.message("home/kitchen/lamp", "true");
    bench.message("home/cellar", R"({"t":"7.5","air":{"co2":612,"ok":true},"id":"00123","seen":"2021-08-23","list":[1,2],"none":null})");
    bench.message("home/cellar", R"({"t":8,"air":{"co2":613,"ok":false},"id":"00123","list":[3,4],"none":5})");
    bench.message("alone", "hello");
    const QString cellar = QStringLiteral("mqtt:broker/home/cellar");
    QCOMPARE(bench.record.addresses(), QStringList({QStringLiteral("mqtt:broker/alone"), cellar, kitchen}));
    QCOMPARE(bench.record.numbers(kitchen, QStringLiteral("temperature")), QList<double>({21.5, 22}));
    QCOMPARE(bench.record.metric(kitchen, QStringLiteral("lamp")).type, MetricType::Boolean);
    QCOMPARE(bench.record.numbers(cellar, QStringLiteral("t")), QList<double>({7.5, 8}));
    QCOMPARE(bench.record.numbers(cellar, QStringLiteral("air.co2")), QList<double>({612, 613}));
    QCOMPARE(bench.record.numbers(cellar, QStringLiteral("air.ok")), QList<double>({1, 0}));
    QCOMPARE(bench.record.numbers(cellar, QStringLiteral("list.1")), QList<double>({2, 4}));
    QCOMPARE(bench.record.numbers(cellar, QStringLiteral("none")), QList<double>({5}));
    QCOMPARE(bench.record.texts(cellar, QStringLiteral("id")), QStringList({text("00123"), text("00123")}));
    QCOMPARE(bench.record.metric(cellar, QStringLiteral("seen")).type, MetricType::Text);
    QCOMPARE(bench.record.texts(QStringLiteral("mqtt:broker/alone"), QStringLiteral("value")), QStringList({text("hello")}));
    QCOMPARE(bench.count(Count::Messages), 6u);
    QCOMPARE(bench.count(Count::Samples), quint64(bench.record.samples()));
}

void TestMqttBackend::discoveredEntitiesGetTheirValues()
{
    Bench bench;
    bench.connect();
    bench.message(sensorTopic, sensorConfig, true);
    bench.message(switchTopic, switchConfig, true);
    bench.message("z/n1", R"({"other":1,"t":20.5})");
    bench.message("z/n1", R"({"t":21})");
    bench.message("z/n1", R"({"t":null})");
    bench.message("z/n1", R"({"other":2})");
    bench.message("z/n1/relay", "ON");
    bench.message("z/n1/relay", "whatever");
    bench.message("z/n1/relay", "OFF");
    QCOMPARE(bench.record.addresses(), QStringList({node}));
    const Device device = bench.record.device(node);
    QCOMPARE(device.name, QStringLiteral("Node one"));
    QCOMPARE(device.convention, QStringLiteral("Home Assistant"));
    QCOMPARE(bench.record.metric(node, QStringLiteral("temperature")).unit, text("°C"));
    QCOMPARE(bench.record.numbers(node, QStringLiteral("temperature")), QList<double>({20.5, 21}));
    QCOMPARE(bench.record.numbers(node, QStringLiteral("switch.relay")), QList<double>({1, 0}));
    QCOMPARE(device.commands.size(), 1);
}

void TestMqttBackend::aDiscoveryTakesItsTopicsFromTheGenericRule()
{
    Bench bench;
    bench.connect();
    bench.message("z/n1", R"({"t":20.5})"); // live, so it is a generic device at once
    bench.message("z/n1/relay", "ON");
    bench.message("z/n1/other", "5");
    QCOMPARE(bench.record.addresses(), QStringList({text("mqtt:broker/z/n1")}));
    QVERIFY(!bench.record.metric(text("mqtt:broker/z/n1"), QStringLiteral("relay")).key.isEmpty());
    bench.message(sensorTopic, sensorConfig, true);
    bench.message(switchTopic, switchConfig, true);
    QCOMPARE(bench.record.addresses(), QStringList({node, text("mqtt:broker/z/n1")}));
    QCOMPARE(bench.record.device(text("mqtt:broker/z/n1")).metrics.size(), 1); // "other" is nobody else's
    bench.message("z/n1/relay/set", "ON"); // a command topic is no device either
    bench.message("z/n1/lwt", "online");
    bench.message("z/n1", R"({"t":21})");
    QCOMPARE(bench.record.device(text("mqtt:broker/z/n1")).metrics.size(), 1);
    QCOMPARE(bench.record.numbers(node, QStringLiteral("temperature")), QList<double>({21}));
}

void TestMqttBackend::retainedStateBeforeItsDiscoveryIsNotLost()
{
    Bench bench;
    bench.connect();
    bench.message("z/n1", R"({"t":20.5})", true);
    bench.message("z/n1/lwt", "online", true);
    bench.message("home/kitchen/temperature", "19", true);
    QCOMPARE(bench.record.addresses(), QStringList()); // they wait for a discovery
    const QString large = QStringLiteral("mqtt:broker/home/large");
    bench.message("home/large", R"({"v":1,"rest":")" + QByteArray(20'000, 'x') + R"("})", true);
    QCOMPARE(bench.record.addresses(), QStringList({large})); // too large to be kept
    bench.message(sensorTopic, sensorConfig, true);
    QCOMPARE(bench.record.numbers(node, QStringLiteral("temperature")), QList<double>({20.5}));
    QCOMPARE(bench.record.device(node).presence, Presence::Online);
    QTRY_COMPARE(bench.record.addresses(), QStringList({node, kitchen, large}));
    QCOMPARE(bench.record.numbers(kitchen, QStringLiteral("temperature")), QList<double>({19}));
    QCOMPARE(bench.record.values(kitchen, QStringLiteral("temperature")).constFirst().flags & Sample::Retained, Sample::Retained);
}

void TestMqttBackend::withdrawnEntitiesDisappear()
{
    Bench bench;
    bench.connect();
    bench.message(sensorTopic, sensorConfig, true);
    bench.message(switchTopic, switchConfig, true);
    bench.message(switchTopic, "");
    QCOMPARE(bench.record.device(node).metrics.size(), 1);
    QVERIFY(bench.record.device(node).commands.isEmpty());
    bench.message(sensorTopic, "not json"); // keeps what is known
    QCOMPARE(bench.record.addresses(), QStringList({node}));
    bench.message(sensorTopic, "");
    QCOMPARE(bench.record.addresses(), QStringList());
    bench.message("homeassistant/device/n2/config", R"({"dev":{"ids":"n2"},"o":{"name":"x"},"stat_t":"z/n2",
        "cmps":{"a":{"p":"sensor","uniq_id":"a","unit_of_meas":"V"},"b":{"p":"button","cmd_t":"z/n2/b","uniq_id":"b"}}})");
    bench.message("z/n2", "3.3");
    QCOMPARE(bench.record.numbers(text("ha:n2"), QStringLiteral("a")), QList<double>({3.3}));
    bench.message("homeassistant/device/n2/config", R"({"dev":{"ids":"n2"},"o":{"name":"x"},"stat_t":"z/n2",
        "cmps":{"a":{"p":"sensor","uniq_id":"a","unit_of_meas":"V"},"b":{"p":"button"}}})");
    QVERIFY(bench.record.device(text("ha:n2")).commands.isEmpty());
    bench.message("homeassistant/device/n2/config", "");
    QCOMPARE(bench.record.addresses(), QStringList());
}

void TestMqttBackend::availabilityBecomesPresence_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QByteArray>("messages"); // "topic=payload topic=payload …"
    QTest::addColumn<Presence>("presence");
    const QByteArray two = R"("avty":[{"t":"a"},{"t":"b","val_tpl":"{{ value_json.state }}"}])";
    QTest::newRow("silent") << two << QByteArray("c=online") << Presence::Unknown;
    QTest::newRow("latest on") << two << QByteArray(R"(a=offline b={"state":"online"})") << Presence::Online;
    QTest::newRow("latest off") << two << QByteArray(R"(b={"state":"online"} a=offline)") << Presence::Offline;
    QTest::newRow("all, one silent") << two + R"(,"avty_mode":"all")" << QByteArray("a=online") << Presence::Unknown;
    QTest::newRow("all") << two + R"(,"avty_mode":"all")" << QByteArray(R"(a=online b={"state":"online"})") << Presence::Online;
    QTest::newRow("all, one off") << two + R"(,"avty_mode":"all")" << QByteArray(R"(a=offline b={"state":"online"})") << Presence::Offline;
    QTest::newRow("any") << two + R"(,"avty_mode":"any")" << QByteArray(R"(a=online b={"state":"offline"})") << Presence::Online;
    QTest::newRow("any, all off") << two + R"(,"avty_mode":"any")" << QByteArray(R"(a=offline b={"state":"offline"})") << Presence::Offline;
    QTest::newRow("own words") << QByteArray(R"("avty_t":"a","pl_avail":true,"pl_not_avail":"down","avty_tpl":"{{ value_json }}")")
                               << QByteArray("a=true") << Presence::Online;
    QTest::newRow("other words are ignored") << QByteArray(R"("avty_t":"a")") << QByteArray("a=online a=maybe") << Presence::Online;
}

void TestMqttBackend::availabilityBecomesPresence()
{
    QFETCH(QByteArray, keys);
    QFETCH(QByteArray, messages);
    QFETCH(Presence, presence);
    Bench bench;
    bench.connect();
    bench.message(sensorTopic, R"({"stat_t":"s","unit_of_meas":"V","dev":{"ids":"n1"},)" + keys + '}', true);
    for (const QByteArray &message : messages.split(' '))
        bench.message(message.left(message.indexOf('=')).constData(), message.mid(message.indexOf('=') + 1));
    QCOMPARE(bench.record.device(node).presence, presence);
    // An update of the configuration forgets nothing: the words heard so far still count.
    bench.message(sensorTopic, R"({"stat_t":"s2","unit_of_meas":"V","dev":{"ids":"n1"},)" + keys + '}');
    QCOMPARE(bench.record.device(node).presence, presence);
}

void TestMqttBackend::aRetainedRepetitionAfterReconnectMakesNoSample()
{
    Bench bench;
    bench.connect();
    bench.message(sensorTopic, sensorConfig, true);
    bench.message("z/n1", R"({"t":20})", true);
    bench.message("z/n1", R"({"t":21})");
    bench.drop();
    QTRY_COMPARE(bench.client->attempts, 2);
    bench.connect();
    bench.message(sensorTopic, sensorConfig, true);
    bench.message("z/n1", R"({"t":21})", true);
    QCOMPARE(bench.record.numbers(node, QStringLiteral("temperature")), QList<double>({20, 21}));
    QCOMPARE(bench.record.seen(bench.record.device(node).id), 0); // what the broker kept is no sign of life
    bench.message("z/n1", R"({"t":22})", true); // it changed while nobody listened
    bench.message("z/n1", R"({"t":22})");       // live: the device says so once more
    QCOMPARE(bench.record.numbers(node, QStringLiteral("temperature")), QList<double>({20, 21, 22, 22}));
    QCOMPARE(bench.count(Count::Reconnects), 1u);
}

void TestMqttBackend::reconnectsWithBackOffUntilStopped()
{
    Bench bench;
    for (int attempt = 1; attempt < 5; ++attempt) {
        QTRY_COMPARE(bench.client->attempts, attempt);
        bench.drop();
        QCOMPARE(bench.status().state, ConnectionState::Waiting);
        QVERIFY(bench.status().retryAt > 0);
    }
    QTRY_COMPARE(bench.client->attempts, 5);
    bench.connect();
    QCOMPARE(bench.status().state, ConnectionState::Open);
    bench.drop();
    bench.backend.stop();
    QCOMPARE(bench.status().state, ConnectionState::Closed);
    bench.settle();
    QCOMPARE(bench.client->attempts, 5);
    QCOMPARE(bench.client->goodbyes, 1);
}

void TestMqttBackend::aRefusedLoginIsNotTriedAgain()
{
    Bench bench;
    bench.client->listener.mqttDisconnected({Error::Code::Refused, QStringLiteral("no")}, true);
    QCOMPARE(bench.status().state, ConnectionState::Failed);
    QCOMPARE(bench.status().detail, QStringLiteral("no"));
    bench.settle();
    QCOMPARE(bench.client->attempts, 1);
}

void TestMqttBackend::commandsArePublishedAndConfirmedByTheState()
{
    Bench bench;
    bench.connect();
    bench.message(switchTopic, switchConfig, true);
    bench.send(node, "switch.relay", true);
    QCOMPARE(bench.client->published.size(), 1);
    const auto published = bench.client->published.constFirst();
    QCOMPARE(published.topic, QByteArray("z/n1/relay/set"));
    QCOMPARE(published.payload, QByteArray("ON"));
    QCOMPARE(published.qos, 1);
    QVERIFY(!published.retain);
    bench.client->listener.mqttPublished(published.token);
    bench.message("z/n1/relay", "OFF"); // not what was wanted
    bench.message("z/n1/relay", "ON", true); // not live
    QCOMPARE(bench.finished.size(), 0);
    bench.message("z/n1/relay", "ON");
    QCOMPARE(bench.finished.size(), 1);
    QVERIFY(bench.finished[0][1].value<Result<void>>().has_value());
    QVERIFY(bench.finished[0][2].toBool());
    QCOMPARE(bench.count(Count::Sent), 1u);
}

void TestMqttBackend::commandsWithoutAStateEndUnconfirmed()
{
    Bench bench;
    bench.connect();
    bench.message("homeassistant/button/n1/restart/config", R"({"cmd_t":"z/n1/cmd","pl_prs":"reboot","dev_cla":"restart","dev":{"ids":"n1"}})");
    bench.message("homeassistant/light/n1/light/config", R"({"schema":"json","cmd_t":"z/l/set","opt":true,"stat_t":"z/l","brightness":true,
        "sup_clrm":["rgb","color_temp"],"effect_list":["a \"quoted\" one"],"dev":{"ids":"n1"}})");
    QVERIFY(bench.record.device(node).commands.constFirst().dangerous);
    bench.send(node, "button.restart", {});
    bench.send(node, "light", true);
    bench.send(node, "light.brightness", 128.0);
    bench.send(node, "light.color", QStringLiteral("#ff8000"));
    bench.send(node, "light.effect", QStringLiteral("a \"quoted\" one"));
    const QByteArrayList wanted {"reboot", R"({"state":"ON"})", R"({"state":"ON","brightness":128})", R"({"state":"ON","color":{"r":255,"g":128,"b":0}})",
                                 R"({"state":"ON","effect":"a \"quoted\" one"})"};
    QCOMPARE(bench.client->published.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        QCOMPARE(bench.client->published[i].payload, wanted[i]);
        bench.client->listener.mqttPublished(bench.client->published[i].token);
        QCOMPARE(bench.finished.size(), i + 1);
        QVERIFY(bench.finished[i][1].value<Result<void>>().has_value());
        QVERIFY(!bench.finished[i][2].toBool());
    }
}

// Templates, on the whole way: values, several for one template, what fails changes nothing; events are live messages only; updates are JSON.
void TestMqttBackend::templatesMakeValues()
{
    Bench bench;
    bench.connect();
    const QByteArray device = R"("dev":{"ids":"n1"}})";
    bench.message("homeassistant/sensor/n1/bar/config", R"({"stat_t":"s/1","unit_of_meas":"bar","val_tpl":"{{ value_json.pa | is_defined | float / 100000 }}",)" + device);
    bench.message("homeassistant/binary_sensor/n1/wet/config", R"({"stat_t":"s/1","val_tpl":"{% if value_json.w %}ON{% else %}OFF{% endif %}",)" + device);
    bench.message("homeassistant/event/n1/key/config", R"({"stat_t":"s/2","evt_typ":["single"],"val_tpl":"{{ {'event_type': value} | to_json }}",)" + device);
    bench.message("homeassistant/update/n1/fw/config", R"({"stat_t":"s/3",)" + device);
    bench.message("s/1", R"({"pa":101325,"w":1})");
    bench.message("s/1", R"({"w":0})");
    bench.message("s/1", R"({"pa":"odd","w":0})");
    QCOMPARE(bench.record.numbers(node, QStringLiteral("bar")), QList<double>({1.01325}));
    QCOMPARE(bench.record.numbers(node, QStringLiteral("binary_sensor.wet")), QList<double>({1, 0, 0}));
    bench.message("s/2", "single");
    bench.message("s/2", "other");
    bench.message("s/2", "single", true);
    QCOMPARE(bench.record.texts(node, QStringLiteral("event.key")), QStringList({QStringLiteral("single")}));
    bench.message("s/3", R"({"installed_version":"1.0","latest_version":"1.2"})");
    QCOMPARE(bench.record.texts(node, QStringLiteral("update.fw.installed")), QStringList({QStringLiteral("1.0")}));
    QCOMPARE(bench.record.texts(node, QStringLiteral("update.fw.latest")), QStringList({QStringLiteral("1.2")}));
}

// A bridge tells what its devices can do; Home Assistant's discovery of the same devices is not shown beside it, whichever comes first.
void TestMqttBackend::ownConventionsGoBeforeDiscovery()
{
    Bench bench;
    bench.connect();
    const QString plug = text("ieee:0x00158d0000000001");
    const QByteArray twin = R"({"stat_t":"z/plug","val_tpl":"{{ value_json.power }}","unit_of_meas":"W","dev":{"ids":["zigbee2mqtt_0x00158d0000000001"],"name":"twin"}})";
    const QByteArray devices = R"([{"ieee_address":"0x00158d0000000001","friendly_name":"plug","type":"Router","definition":{"model":"M","vendor":"V","exposes":[
        {"type":"switch","features":[{"type":"binary","name":"state","property":"state","access":7,"value_on":"ON","value_off":"OFF"}]},
        {"type":"numeric","name":"power","property":"power","access":1,"unit":"W"}]}}])";
    bench.message("homeassistant/sensor/a/watts/config", twin);
    QCOMPARE(bench.record.metric(plug, text("watts")).unit, text("W"));
    bench.message("z/bridge/devices", devices, true);
    bench.message("homeassistant/sensor/a/more/config", twin);
    const Device device = bench.record.device(plug);
    QCOMPARE(device.name, text("plug"));
    QCOMPARE(device.convention, text("Zigbee2MQTT"));
    QStringList keys;
    for (const Metric &metric : device.metrics)
        keys.append(metric.key);
    keys.sort();
    QCOMPARE(keys, QStringList({text("power"), text("state")}));
    bench.message("z/plug", R"({"state":"OFF","power":3.5})");
    QCOMPARE(bench.record.numbers(plug, text("power")), QList<double>({3.5}));
    bench.message("z/plug/availability", R"({"state":"offline"})");
    QCOMPARE(bench.record.device(plug).presence, Presence::Offline);
    bench.send(plug, "state", true);
    QCOMPARE(bench.client->published.constLast().topic, QByteArray("z/plug/set"));
    QCOMPARE(bench.client->published.constLast().payload, QByteArray(R"({"state":"ON"})"));
    bench.client->listener.mqttPublished(bench.client->published.constLast().token);
    bench.message("z/plug", R"({"state":"ON"})");
    QCOMPARE(bench.finished.size(), 1);
    QVERIFY(bench.finished[0][2].toBool()); // the device said so
    bench.message("z/bridge/devices", "[]", true); // gone from the bridge: what others say counts again
    QCOMPARE(bench.record.metric(plug, text("watts")).unit, text("W"));
}

void TestMqttBackend::tasmotaReportsConfirmItsCommands()
{
    Bench bench;
    bench.connect();
    bench.message("tasmota/discovery/AABBCCDDEE01/config",
                  R"({"dn":"Lamp","fn":["Left"],"hn":"h","mac":"AABBCCDDEE01","md":"Sonoff","ofln":"Offline","onln":"Online","state":["OFF","ON","TOGGLE","HOLD"],
                      "sw":"14.1","t":"lamp","ft":"%prefix%/%topic%/","tp":["cmnd","stat","tele"],"rl":[1,0],"ver":1})", true);
    const QString lamp = text("mac:AA:BB:CC:DD:EE:01");
    QCOMPARE(bench.record.device(lamp).name, text("Lamp"));
    bench.message("tele/lamp/LWT", "Online", true);
    QCOMPARE(bench.record.device(lamp).presence, Presence::Online);
    bench.message("tele/lamp/SENSOR", R"({"Time":"2024-01-01T00:00:00","ENERGY":{"Power":12.5},"TempUnit":"C"})");
    QCOMPARE(bench.record.numbers(lamp, text("ENERGY.Power")), QList<double>({12.5}));
    QCOMPARE(bench.record.metric(lamp, text("ENERGY.Power")).unit, text("W"));
    bench.message("stat/lamp/RESULT", R"({"POWER":"OFF","MqttPassword":"secret"})");
    QVERIFY(bench.record.texts(lamp, text("MqttPassword")).isEmpty());
    bench.send(lamp, "POWER", true);
    QCOMPARE(bench.client->published.constLast().topic, QByteArray("cmnd/lamp/POWER"));
    bench.client->listener.mqttPublished(bench.client->published.constLast().token);
    bench.message("stat/lamp/POWER", "ON");
    QCOMPARE(bench.finished.size(), 1);
    QVERIFY(bench.finished[0][2].toBool());
    QCOMPARE(bench.record.numbers(lamp, text("POWER")), QList<double>({0, 1}));
}

// Shelly: each request has a number of its own, and the device answers to the name that this program took.
void TestMqttBackend::aDeviceAnswersItsCommands()
{
    Bench bench;
    bench.connect();
    const QString plug = text("shelly:shelly-desk");
    bench.message("shelly-desk/status/cover:0", R"({"id":0,"state":"open"})");
    const auto answer = [&](const char *result) {
        const QJsonObject request = QJsonDocument::fromJson(bench.client->published.constLast().payload).object();
        const QByteArray me = request.value(text("src")).toString().toUtf8();
        bench.message(QByteArray(me + "/rpc").constData(), "{\"id\":" + QByteArray::number(request.value(text("id")).toInt()) + ",\"src\":\"shellyplus2pm-aabbccddeeff\",\"dst\":\"" + me + "\"," + result + '}');
    };
    bench.send(plug, "cover:0.open", {});
    bench.client->listener.mqttPublished(bench.client->published.constLast().token);
    QCOMPARE(bench.finished.size(), 0);
    answer(R"("result":null)");
    QCOMPARE(bench.finished.size(), 1);
    QVERIFY(bench.finished[0][1].value<Result<void>>() && bench.finished[0][2].toBool());
    bench.send(plug, "cover:0.position", 20.0);
    answer(R"("error":{"code":-103,"message":"not calibrated"})"); // before the broker said that it took it
    QCOMPARE(bench.finished.size(), 2);
    QVERIFY(bench.finished[1][1].value<Result<void>>().error().text.contains(text("not calibrated")));
    answer(R"("result":null)"); // once more
    QCOMPARE(bench.finished.size(), 2);
}

void TestMqttBackend::impossibleCommandsAreRefusedWithASentence()
{
    Bench bench;
    const auto lastError = [&] {
        const auto result = bench.finished.takeLast()[1].value<Result<void>>();
        return result ? Error {Error::Code::Io, {}} : result.error();
    };
    bench.send(node, "x", true);
    QCOMPARE(lastError().code, Error::Code::Unreachable);
    bench.connect();
    bench.message("homeassistant/number/n1/level/config", R"({"cmd_t":"c","min":5,"max":10,"dev":{"ids":"n1"}})");
    bench.message("homeassistant/number/n1/odd/config", R"({"cmd_t":"d","cmd_tpl":"{{ states.x }}","dev":{"ids":"n1"}})");
    bench.send(node, "x", true);
    QCOMPARE(lastError().code, Error::Code::NotFound);
    bench.send(node, "number.level", 11.0);
    QCOMPARE(lastError().code, Error::Code::Invalid);
    bench.send(node, "number.level", true);
    QCOMPARE(lastError().code, Error::Code::Invalid);
    bench.send(node, "number.odd", 6.0);
    QCOMPARE(lastError().code, Error::Code::Unsupported);
    QVERIFY(bench.client->published.isEmpty());
}

void TestMqttBackend::stoppingCancelsCommands()
{
    Bench bench;
    bench.connect();
    bench.message(switchTopic, switchConfig, true);
    bench.send(node, "switch.relay", true);
    const CommandId abandoned = bench.send(node, "switch.relay", false);
    bench.backend.abandon(abandoned);
    bench.backend.stop();
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.finished[0][1].value<Result<void>>().error().code, Error::Code::Cancelled);
}

void TestMqttBackend::messageTimesAreUsedWhenPlausible()
{
    Bench bench;
    bench.connect();
    const Micros now = nowMicros();
    const QByteArray seconds = QByteArray::number(now / 1'000'000 - 60);
    bench.message("d/a", "{\"v\":1,\"ts\":" + seconds + "}");
    bench.message("d/b", "{\"v\":1,\"timestamp\":" + seconds + "500}");
    bench.message("d/c", R"({"time":"2026-01-02T03:04:05.5+01:00","v":1})");
    bench.message("d/d", R"({"time":42,"v":1})");             // an uptime: a value like any other
    bench.message("d/e", R"({"ts":9999999999999,"v":1})"); // the far future
    const auto timeOf = [&](const char *address) { return bench.record.values(QString::fromUtf8(address), QStringLiteral("v")).constFirst(); };
    QCOMPARE(timeOf("mqtt:broker/d/a").time, seconds.toLongLong() * 1'000'000);
    QCOMPARE(timeOf("mqtt:broker/d/b").time, seconds.toLongLong() * 1'000'000 + 500'000);
    QVERIFY(timeOf("mqtt:broker/d/b").flags & Sample::DeviceTime);
    QCOMPARE(timeOf("mqtt:broker/d/c").time, 1'767'319'445'500'000);
    QVERIFY(timeOf("mqtt:broker/d/d").time >= now);
    QCOMPARE(bench.record.numbers(text("mqtt:broker/d/d"), QStringLiteral("time")), QList<double>({42}));
    QVERIFY(timeOf("mqtt:broker/d/e").time >= now && timeOf("mqtt:broker/d/e").time <= nowMicros());
    QCOMPARE(bench.count(Count::BadTime), 1u);
}

void TestMqttBackend::aTypeThatChangesIsCountedAndNotStored()
{
    Bench bench;
    bench.connect();
    bench.message("d/a/v", "1");
    bench.message("d/a/v", "broken");
    bench.message("d/a/v", "true");
    bench.message("d/a/v", "unavailable");
    bench.message("d/a/v", "2");
    bench.message("d/o", R"({"v":1})");
    bench.message("d/o", R"({"v":"x"})");
    bench.message("d/o", R"({"v":{"deeper":3}})");
    bench.message("d/o", "offline");
    QCOMPARE(bench.record.numbers(text("mqtt:broker/d/a"), QStringLiteral("v")), QList<double>({1, 2}));
    QCOMPARE(bench.record.numbers(text("mqtt:broker/d/o"), QStringLiteral("v")), QList<double>({1}));
    QCOMPARE(bench.record.numbers(text("mqtt:broker/d/o"), QStringLiteral("v.deeper")), QList<double>({3}));
    QCOMPARE(bench.count(Count::TypeChanged), 4u);
    QCOMPARE(bench.notes.size(), 1); // said once, then counted
}

void TestMqttBackend::hostileMessagesAreCountedAndBounded()
{
    Bench bench("mqtt://broker?maxpayload=16000000");
    bench.connect();
    QElapsedTimer clock;
    clock.start();
    bench.message("d/x", "{\"v\":");
    bench.message("d/x", QByteArray(10'000, '[') + QByteArray(10'000, ']'));
    bench.message("d/x", "{\"a\":" + QByteArray(10'000, '{'));
    bench.message(sensorTopic, QByteArray(10'000, '['));
    bench.message(sensorTopic, "{\"device\":" + QByteArray(10'000, '['));
    QCOMPARE(bench.count(Count::Malformed), 5u);
    bench.message("d/\xff\xfe", "1");
    bench.message("d/\x01", "1");
    QCOMPARE(bench.count(Count::Malformed), 7u);
    bench.message("d/x", QByteArray("\x00\x01\xff\xfe", 4));
    QCOMPARE(bench.count(Count::Ignored), 1u);
    bench.message("d/x", QByteArray(16'000'001, 'x'));
    QCOMPARE(bench.count(Count::Oversized), 1u);
    QByteArray many = "{";
    for (int i = 0; i < 500'000; ++i)
        many += "\"key" + QByteArray::number(i) + "\":1,";
    many.back() = '}';
    bench.message("d/many", many);
    bench.message("d/many", many);
    QVERIFY(bench.count(Count::LimitReached) > 0);
    QVERIFY(bench.record.device(text("mqtt:broker/d/many")).metrics.size() <= IngestLimits().metricsPerDevice);
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(bench.notes.size() <= 3);
}

void TestMqttBackend::markupInNamesStaysText()
{
    Bench bench;
    bench.connect();
    bench.message("<b>d</b>/<script>x</script>", R"({"<i>k</i>":"<img src=x>"})");
    const QString address = QStringLiteral("mqtt:broker/<b>d</b>/<script>x</script>");
    QCOMPARE(bench.record.texts(address, QStringLiteral("<i>k</i>")), QStringList({text("<img src=x>")}));
}

void TestMqttBackend::rawMessagesAreKeptForTheTappedDeviceOnly()
{
    Bench bench;
    bench.connect();
    bench.message(switchTopic, switchConfig, true);
    bench.message("z/n1/relay", "ON");
    QVERIFY(bench.record.raw().isEmpty());
    bench.ingest.tap(bench.record.device(node).id);
    bench.message("z/n1/relay", "OFF");
    bench.message("home/kitchen/t", "1");
    bench.send(node, "switch.relay", true);
    const auto raw = bench.record.raw();
    QCOMPARE(raw.size(), 2);
    QCOMPARE(raw[0].payload, QByteArray("OFF"));
    QVERIFY(raw[1].outgoing);
    QCOMPARE(raw[1].where, QStringLiteral("z/n1/relay/set"));
}

void TestMqttBackend::consoleHearsAndSends()
{
    Bench bench;
    QList<WireChunk> heard;
    QObject::connect(&bench.ingest, &Ingest::wired, this, [&heard](const WireBatch &batch) { heard += batch.chunks; });
    QVERIFY(!bench.backend.write(QStringLiteral("a/b"), "x")); // not connected yet
    bench.connect();
    bench.message("home/kitchen/t", "1");
    bench.ingest.tapWire(road, true);
    bench.message("home/kitchen/t", "2");
    QVERIFY(bench.backend.write(QStringLiteral("home/kitchen/set"), "3"));
    bench.ingest.flush();
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard[0].whole && !heard[0].outgoing && heard[1].outgoing);
    QCOMPARE(heard[0].bytes, QByteArray("2"));
    QCOMPARE(heard[1].where, QStringLiteral("home/kitchen/set"));
    QCOMPARE(bench.client->published.constLast().payload, QByteArray("3"));
    QVERIFY(!bench.backend.write(QStringLiteral("a/+"), "x"));
    QVERIFY(!bench.backend.write({}, "x"));
}

// Valid messages with bytes changed, cut and repeated at random, always the same random: nothing may crash, hang or leak.
void TestMqttBackend::mutatedPayloadsNeverCrash()
{
    Bench bench;
    bench.connect();
    const QList<std::pair<QByteArray, QByteArray>> seeds {
        {sensorTopic, sensorConfig},
        {switchTopic, switchConfig},
        {"homeassistant/device/n2/config", R"({"dev":{"ids":"n2","cns":[["mac","aa:bb:cc:dd:ee:ff"]]},"o":{"name":"x"},"~":"q","cmps":{"a":{"p":"light","schema":"json","cmd_t":"~/c","stat_t":"~/s","sup_clrm":["xy","hs"],"~":"z/n2"}}})"},
        {"z/n1", R"({"t":20.5,"color":{"x":0.3,"y":0.4},"list":[1,[2,{"a":"b"}]],"ts":1700000000,"s":"21\u00b0"})"},
        {"z/n2/s", R"({"state":"ON","brightness":12,"color":{"x":0.3,"y":1e400}})"},
        {"home/kitchen/x", "-12.5e3"},
    };
    quint32 state = 12345;
    const auto random = [&state](qsizetype below) {
        state = state * 1'664'525u + 1'013'904'223u;
        return qsizetype((state >> 8) % quint32(std::max<qsizetype>(below, 1)));
    };
    for (int round = 0; round < 30'000; ++round) {
        auto [topic, payload] = seeds[random(seeds.size())];
        for (qsizetype changes = random(6); changes > 0 && !payload.isEmpty(); --changes) {
            const qsizetype at = random(payload.size());
            switch (random(4)) {
            case 0: payload[at] = char(random(256)); break;
            case 1: payload.truncate(at); break;
            case 2: payload.insert(at, payload.mid(at, random(40))); break;
            default: payload.remove(at, random(8)); break;
            }
        }
        bench.message(topic.constData(), payload, random(3) == 0);
        if (round % 5'000 == 0) {
            bench.drop();
            bench.connect();
        }
    }
    QCOMPARE(bench.count(Count::Messages), 30'000u);
}

// ---- with a real broker -------------------------------------------------------------------------------------------------------

namespace {

// mosquitto_pub, a program of its own, as devices are.
bool publish(const Broker &broker, const QByteArray &topic, const QByteArray &payload, bool retain)
{
    QStringList arguments {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(broker.port()), QStringLiteral("-t"), QString::fromUtf8(topic), QStringLiteral("-m"),
                           QString::fromUtf8(payload), QStringLiteral("-q"), QStringLiteral("1")};
    if (retain)
        arguments.append(QStringLiteral("-r"));
    return QProcess::execute(QStringLiteral("mosquitto_pub"), arguments) == 0;
}

struct Live
{
    explicit Live(const Broker &broker)
        : Live(QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port())))
    {}
    explicit Live(const QUrl &url)
        : record(ingest)
        , backend(Connection {road, {}, url, true}, {}, ingest)
        , states(&backend, &Backend::statusChanged)
        , finished(&backend, &Backend::commandFinished)
    {
        MqttBackend::Pace pace;
        pace.firstRetry = 100;
        pace.lastRetry = 400;
        backend.setPace(pace);
        backend.start();
    }
    ConnectionState state() const { return states.isEmpty() ? ConnectionState::Closed : states.constLast().constFirst().value<ConnectionStatus>().state; }

    Ingest ingest;
    IngestRecord record;
    MqttBackend backend;
    QSignalSpy states;
    QSignalSpy finished;
};

} // namespace

void TestMqttBackend::aRealBrokerEndToEnd()
{
    if (const QString missing = Broker::missing({}); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    Broker broker;
    QVERIFY2(broker.start({}), broker.log().constData());
    QVERIFY(publish(broker, "z/n1", R"({"t":20.5})", true));
    QVERIFY(publish(broker, sensorTopic, sensorConfig, true));
    QVERIFY(publish(broker, switchTopic, switchConfig, true));
    Live live(broker);
    QTRY_COMPARE(live.state(), ConnectionState::Open);
    QTRY_COMPARE(live.record.numbers(node, QStringLiteral("temperature")), QList<double>({20.5}));
    QVERIFY(publish(broker, "z/n1", R"({"t":21})", false));
    QTRY_COMPARE(live.record.numbers(node, QStringLiteral("temperature")), QList<double>({20.5, 21}));

    // The retained message tells that the listener has subscribed.
    QProcess listener;
    listener.start(QStringLiteral("stdbuf"), {QStringLiteral("-oL"), QStringLiteral("mosquitto_sub"), QStringLiteral("-h"),
                                              QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(broker.port()), QStringLiteral("-t"),
                                              QStringLiteral("z/n1/relay/set"), QStringLiteral("-t"), QStringLiteral("z/n1"), QStringLiteral("-C"),
                                              QStringLiteral("2")});
    QByteArray heard;
    const auto hears = [&](const char *word) { return (heard += listener.readAllStandardOutput()).contains(word); };
    QTRY_VERIFY(hears("20.5"));
    Command command;
    command.id = {1};
    command.device = live.record.device(node).id;
    command.key = QStringLiteral("switch.relay");
    command.argument = true;
    live.backend.send(command);
    QVERIFY(listener.waitForFinished());
    QVERIFY(hears("ON"));
    QVERIFY(publish(broker, "z/n1/relay", "ON", true));
    QTRY_COMPARE(live.finished.size(), 1);
    QVERIFY(live.finished[0][2].toBool());
    QCOMPARE(live.record.addresses(), QStringList({node}));
    live.backend.stop();
    QCOMPARE(live.state(), ConnectionState::Closed);
}

void TestMqttBackend::aRealBrokerComesBackWithoutDuplicates()
{
    Broker broker;
    Broker::Options options;
    options.configuration = "persistence true\nautosave_interval 1\nautosave_on_changes true\npersistence_location " + broker.folder().toUtf8() + "/\n";
    if (const QString missing = Broker::missing(options); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(broker.start(options), broker.log().constData());
    QVERIFY(publish(broker, sensorTopic, sensorConfig, true));
    Live live(broker);
    QTRY_COMPARE(live.record.addresses(), QStringList({node}));
    QVERIFY(publish(broker, "z/n1", R"({"t":20.5})", true));
    QTRY_COMPARE(live.record.numbers(node, QStringLiteral("temperature")), QList<double>({20.5}));
    QTest::qWait(1'500); // the broker writes down what it keeps once a second; without it nothing would come back
    broker.kill();
    QTRY_COMPARE(live.state(), ConnectionState::Waiting);
    QVERIFY2(broker.restart(), broker.log().constData());
    QTRY_COMPARE_WITH_TIMEOUT(live.state(), ConnectionState::Open, 10'000);
    QVERIFY(publish(broker, sensorTopic, sensorConfig, true));
    QVERIFY(publish(broker, "z/n1", R"({"t":21})", true));
    QTRY_COMPARE(live.record.numbers(node, QStringLiteral("temperature")), QList<double>({20.5, 21}));
    QCOMPARE(live.record.addresses(), QStringList({node}));
    QCOMPARE(live.record.device(node).metrics.size(), 1);
}

void TestMqttBackend::aBrokerBehindASecureWebSocketComesBack()
{
    if (MqttClient::library().startsWith(QLatin1String("Qt")))
        QSKIP("Qt MQTT goes without WebSockets");
    Broker broker;
    Broker::Options options;
    options.tls = true;
    options.webSocket = true;
    if (const QString missing = Broker::missing(options); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(broker.start(options), broker.log().constData());
    Live live(QUrl(QStringLiteral("wss://127.0.0.1:%1?ca=%2").arg(QString::number(broker.port()), broker.caFile())));
    QTRY_COMPARE(live.state(), ConnectionState::Open);
    broker.kill();
    QTRY_COMPARE(live.state(), ConnectionState::Waiting);
    QVERIFY2(broker.restart(), broker.log().constData());
    QTRY_COMPARE_WITH_TIMEOUT(live.state(), ConnectionState::Open, 10'000);
    Publication hello;
    hello.order = 1;
    hello.topic = QStringLiteral("hall/lamp/state");
    hello.payload = "7";
    live.backend.publish(hello);
    QTRY_COMPARE(live.record.numbers(QStringLiteral("mqtt:127.0.0.1:%1/hall/lamp").arg(broker.port()), QStringLiteral("state")), QList<double>({7}));
}

QTEST_GUILESS_MAIN(TestMqttBackend)
#include "tst_mqttbackend.moc"
