// Sparkplug B through a connection: what leaves Muster and when, first with a client that records it, then with mosquitto.
#include "support/broker.h"
#include "support/edgenode.h"
#include "support/fakemqttclient.h"
#include "support/ingestrecord.h"

#include "backends/mqtt/mqttbackend.h"
#include "backends/mqtt/sparkplug/hoststate.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace muster;
using muster::test::Broker;
using muster::test::FakeMqttClient;
using muster::test::Field;
using muster::test::IngestRecord;
using muster::test::bdSeq;
using muster::test::edgePayload;
using muster::test::rebirthControl;
using Type = mqtt::sparkplug::DataType;

namespace {

constexpr ConnectionId road {1};
const QString edge = QStringLiteral("sparkplug:G/E");
const QString machine = QStringLiteral("sparkplug:G/E/D");
const QByteArray stateTopic = QByteArrayLiteral("spBv1.0/STATE/muster");

struct Bench
{
    explicit Bench(const QString &url = QStringLiteral("mqtt://broker"), bool fake = true)
        : record(ingest)
        , backend(Connection {road, QStringLiteral("bench"), QUrl(url), true}, {}, ingest,
                  [this, fake](MqttClient::Listener &listener) -> std::unique_ptr<MqttClient> {
                      if (!fake)
                          return MqttClient::create(listener);
                      auto made = std::make_unique<FakeMqttClient>(listener);
                      client = made.get();
                      return made;
                  })
        , finished(&backend, &Backend::commandFinished)
    {
        backend.start();
    }
    void births()
    {
        client->message("spBv1.0/G/NBIRTH/E", edgePayload({bdSeq(0), rebirthControl(), Field("Temp").alias(1).type(Type::Float).single(20)}, 0, now()));
        client->message("spBv1.0/G/DBIRTH/E/D", edgePayload({Field("Valve").alias(2).type(Type::Boolean).truth(false)}, 1, now()));
    }
    void send(const QString &address, const char *key, const Value &argument)
    {
        Command command;
        command.id = {++lastCommand};
        command.device = record.device(address).id;
        command.key = QString::fromUtf8(key);
        command.argument = argument;
        backend.send(command);
    }
    [[nodiscard]] static quint64 now() { return quint64(nowMicros() / 1'000); }
    [[nodiscard]] bool isConfirmed(int at) const { return finished.size() > at && finished[at][1].value<Result<void>>() && finished[at][2].toBool(); }

    Ingest ingest;
    IngestRecord record;
    FakeMqttClient *client = nullptr;
    MqttBackend backend;
    QSignalSpy finished;
    quint32 lastCommand = 0;
};

qint64 timestampOf(const QByteArray &payload)
{
    const auto state = mqtt::sparkplug::hostState(payload);
    return state ? state->timestamp : -1;
}

/// mosquitto_pub and mosquitto_sub on a broker.
struct Mosquitto
{
    explicit Mosquitto(const Broker &broker)
        : server({QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(broker.port())})
    {
    }
    [[nodiscard]] bool publish(const QString &topic, const QByteArray &payload) const
    {
        QProcess process;
        process.start(QStringLiteral("mosquitto_pub"), server + QStringList {QStringLiteral("-t"), topic, QStringLiteral("-s")});
        process.write(payload);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0;
    }
    /// The message that the broker keeps on a topic: "<QoS> <payload>"; empty: none within a second.
    [[nodiscard]] QByteArray kept(const QString &topic) const
    {
        QProcess process;
        process.start(QStringLiteral("mosquitto_sub"), server + QStringList {QStringLiteral("-t"), topic, QStringLiteral("-q"), QStringLiteral("2"), QStringLiteral("-C"), QStringLiteral("1"), QStringLiteral("-W"),
                                                           QStringLiteral("1"), QStringLiteral("--retained-only"), QStringLiteral("-F"), QStringLiteral("%q %p")});
        process.waitForFinished();
        return process.readAllStandardOutput().trimmed();
    }
    QStringList server;
};

} // namespace

class TestSparkplugBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgeNodesAppearWithNoSetting();
    void numbersThatOnlyLookLikeItStayNumbers();
    void commandsAreConfirmedByData();
    void rebirthIsConfirmedByTheBirth();
    void rebirthsAreAskedForByThemselves();
    void historicalValuesConfirmNothing();
    void withdrawnMetricsLeaveTheDevice();
    void nothingIsPublishedUnlessAsked();
    void stateIsTheFirstMessage();
    void stateOfEveryServerIsItsOwn();
    void ownOfflineStateIsContradicted();
    void deathIsPublishedBeforeTheGoodbye();
    void optionsAreChecked_data();
    void optionsAreChecked();
    void conventionCanBeSwitchedOff();
    void plantOverARealBroker();
    void stateOverARealBroker_data();
    void stateOverARealBroker();
};

void TestSparkplugBackend::edgeNodesAppearWithNoSetting()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    QCOMPARE(bench.client->filters, QByteArrayList({"#"}));
    bench.births();
    QCOMPARE(bench.record.addresses(), QStringList({edge, machine}));
    QCOMPARE(bench.record.device(machine).via, edge);
    QCOMPARE(bench.record.device(machine).presence, Presence::Online);
    QCOMPARE(bench.record.numbers(edge, QStringLiteral("Temp")), QList<double>({20}));
    bench.client->message("spBv1.0/G/NDATA/E", edgePayload({Field().alias(1).single(21.5F)}, 2));
    QCOMPARE(bench.record.numbers(edge, QStringLiteral("Temp")), QList<double>({20, 21.5}));
    bench.client->message("spBv1.0/G/NDEATH/E", edgePayload({bdSeq(0)}, -1));
    QCOMPARE(bench.record.device(edge).presence, Presence::Offline);
    QCOMPARE(bench.record.device(machine).presence, Presence::Offline);
}

void TestSparkplugBackend::numbersThatOnlyLookLikeItStayNumbers()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    bench.client->message("home/humidity", "55.49");
    QCOMPARE(bench.record.numbers(QStringLiteral("mqtt:broker/home"), QStringLiteral("humidity")), QList<double>({55.49}));
}

void TestSparkplugBackend::commandsAreConfirmedByData()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    bench.births();
    bench.send(edge, "Temp", 21.3);
    bench.send(machine, "Valve", true);
    QCOMPARE(bench.client->published.size(), 2);
    const QByteArrayList topics {"spBv1.0/G/NCMD/E", "spBv1.0/G/DCMD/E/D"};
    for (int i = 0; i < 2; ++i) {
        const FakeMqttClient::Published sent = bench.client->published[i];
        QCOMPARE(sent.topic, topics[i]);
        QCOMPARE(sent.qos, 0);
        QVERIFY(!sent.retain);
        QVERIFY(!mqtt::sparkplug::readPayload(sent.payload)->sequence);
        bench.client->listener.mqttPublished(sent.token);
    }
    bench.client->message("spBv1.0/G/NDATA/E", edgePayload({Field().alias(1).single(20)}, 2));
    QVERIFY(bench.finished.isEmpty()); // not the wanted value
    bench.client->message("spBv1.0/G/NDATA/E", edgePayload({Field().alias(1).single(21.3F)}, 3));
    QVERIFY(bench.isConfirmed(0));
    bench.client->message("spBv1.0/G/DDATA/E/D", edgePayload({Field().alias(2).truth(true)}, 4));
    QVERIFY(bench.isConfirmed(1));
}

void TestSparkplugBackend::rebirthIsConfirmedByTheBirth()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    bench.births();
    bench.send(edge, "Node Control/Rebirth", {});
    bench.client->listener.mqttPublished(bench.client->lastToken);
    QVERIFY(bench.finished.isEmpty());
    bench.births();
    QVERIFY(bench.isConfirmed(0));
}

void TestSparkplugBackend::rebirthsAreAskedForByThemselves()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    bench.client->message("spBv1.0/G/NDATA/E", edgePayload({Field().alias(1).single(1)}, 2));
    QTRY_COMPARE(bench.client->published.size(), 1);
    QCOMPARE(bench.client->published[0].topic, QByteArray("spBv1.0/G/NCMD/E"));
    QCOMPARE(bench.client->published[0].qos, 0);
    QVERIFY(!bench.client->published[0].retain);
}

void TestSparkplugBackend::historicalValuesConfirmNothing()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    bench.births();
    bench.send(machine, "Valve", true);
    bench.client->listener.mqttPublished(bench.client->lastToken);
    bench.client->message("spBv1.0/G/DDATA/E/D", edgePayload({Field().alias(2).historical().at(Bench::now() - 60'000).truth(true)}, 2));
    QVERIFY(bench.finished.isEmpty());
    const auto values = bench.record.values(machine, QStringLiteral("Valve"));
    QCOMPARE(values.size(), 2);
    QVERIFY(values[1].time < values[0].time);
}

void TestSparkplugBackend::withdrawnMetricsLeaveTheDevice()
{
    Bench bench;
    bench.client->listener.mqttConnected();
    bench.births();
    QCOMPARE(bench.record.device(edge).metrics.size(), 3);
    const MetricId before = bench.record.metric(edge, QStringLiteral("bdSeq")).id;
    bench.client->message("spBv1.0/G/NBIRTH/E", edgePayload({bdSeq(1), rebirthControl()}, 0, Bench::now()));
    QCOMPARE(bench.record.device(edge).metrics.size(), 2);
    QCOMPARE(bench.record.metric(edge, QStringLiteral("bdSeq")).id, before);
}

void TestSparkplugBackend::nothingIsPublishedUnlessAsked()
{
    for (const char *url : {"mqtt://broker", "mqtt://broker?sparkplug=host", "mqtt://broker?sparkplug=listen"}) {
        Bench bench(QString::fromLatin1(url));
        QVERIFY(bench.client->lastOptions.will.topic.isEmpty());
        bench.client->listener.mqttConnected();
        for (const QByteArray &filter : std::as_const(bench.client->filters))
            bench.client->listener.mqttSubscribed(filter, true);
        bench.births();
        bench.backend.stop();
        QVERIFY(bench.client->published.isEmpty());
    }
}

void TestSparkplugBackend::stateIsTheFirstMessage()
{
    Bench bench(QStringLiteral("mqtt://broker?sparkplug=primary&host=muster&filter=plant/%23"));
    const MqttWill will = bench.client->lastOptions.will;
    QCOMPARE(will.topic, stateTopic);
    QCOMPARE(will.qos, 1);
    QVERIFY(will.retain);
    QVERIFY(will.payload.startsWith("{\"online\":false,"));
    QVERIFY(qAbs(timestampOf(will.payload) - qint64(Bench::now())) < 60'000);
    bench.client->listener.mqttConnected();
    QVERIFY(bench.client->filters.contains("spBv1.0/#") && bench.client->filters.last() == stateTopic); // the whole namespace and the own STATE
    bench.births();
    bench.client->message("spBv1.0/G/NDATA/E", edgePayload({Field().alias(99).single(1)}, 2)); // would be asked for births
    bench.send(edge, "Temp", 1.0);
    QVERIFY(bench.client->published.isEmpty());
    QVERIFY(!bench.finished[0][1].value<Result<void>>());
    bench.client->listener.mqttSubscribed("spBv1.0/#", true);
    QVERIFY(bench.client->published.isEmpty());
    bench.client->listener.mqttSubscribed(stateTopic, true);
    QCOMPARE(bench.client->published.size(), 1);
    const FakeMqttClient::Published birth = bench.client->published[0];
    QCOMPARE(birth.topic, stateTopic);
    QCOMPARE(birth.qos, 1);
    QVERIFY(birth.retain);
    QVERIFY(birth.payload.startsWith("{\"online\":true,"));
    QCOMPARE(timestampOf(birth.payload), timestampOf(will.payload));
    QTRY_COMPARE(bench.client->published.size(), 2);
    QCOMPARE(bench.client->published[1].topic, QByteArray("spBv1.0/G/NCMD/E"));
    // the next session has a will and a birth of its own
    bench.client->listener.mqttDisconnected({Error::Code::Unreachable, QStringLiteral("gone")}, false);
    QTRY_COMPARE(bench.client->attempts, 2);
    QVERIFY(timestampOf(bench.client->lastOptions.will.payload) >= timestampOf(will.payload));
}

void TestSparkplugBackend::stateOfEveryServerIsItsOwn()
{
    mqtt::sparkplug::OwnState one;
    mqtt::sparkplug::OwnState other;
    (void)one.will(1'000'000);
    (void)other.will(9'000'000);
    QCOMPARE(timestampOf(one.birth()), 1'000);
    QCOMPARE(timestampOf(other.birth()), 9'000);
}

void TestSparkplugBackend::ownOfflineStateIsContradicted()
{
    Bench bench(QStringLiteral("mqtt://broker?sparkplug=primary&host=muster"));
    bench.client->listener.mqttConnected();
    bench.client->message(stateTopic, "{\"online\":false,\"timestamp\":1}", true); // before the own birth
    QVERIFY(bench.client->published.isEmpty());
    bench.client->listener.mqttSubscribed(stateTopic, true);
    bench.client->message(stateTopic, bench.client->published[0].payload); // its own
    QCOMPARE(bench.client->published.size(), 1);
    bench.client->message(stateTopic, "{\"online\":false,\"timestamp\":1}");
    QCOMPARE(bench.client->published.size(), 2);
    QCOMPARE(bench.client->published[1].payload, bench.client->published[0].payload);
    QVERIFY(bench.client->published[1].retain && bench.client->published[1].qos == 1);
    QVERIFY(bench.record.addresses().isEmpty());
}

void TestSparkplugBackend::deathIsPublishedBeforeTheGoodbye()
{
    Bench bench(QStringLiteral("mqtt://broker?sparkplug=primary&host=muster"));
    bench.client->listener.mqttConnected();
    bench.client->listener.mqttSubscribed(stateTopic, true);
    bench.backend.stop();
    QCOMPARE(bench.client->published.size(), 2);
    const FakeMqttClient::Published death = bench.client->published[1];
    QCOMPARE(death.topic, stateTopic);
    QVERIFY(death.payload.startsWith("{\"online\":false,") && death.qos == 1 && death.retain);
    QVERIFY(timestampOf(death.payload) >= timestampOf(bench.client->published[0].payload));
    QCOMPARE(bench.client->goodbyes, 1);
}

void TestSparkplugBackend::optionsAreChecked_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *options, bool good) { QTest::newRow(options) << QString::fromLatin1(options) << good; };
    row("sparkplug=primary&host=muster", true);
    row("sparkplug=primary&host=Muster%20im%20Werk", true);
    row("sparkplug=listen&reorder=300", true);
    row("reorder=1", true);
    row("sparkplug=primary", false);
    row("host=muster", false);
    row("sparkplug=host&host=muster", false);
    row("sparkplug=primary&host=a/b", false);
    row("sparkplug=primary&host=%23", false);
    row("sparkplug=primary&host=", false);
    row("sparkplug=on", false);
    row("reorder=0", false);
    row("reorder=301", false);
}

void TestSparkplugBackend::optionsAreChecked()
{
    QFETCH(QString, options);
    QFETCH(bool, good);
    const auto settings = mqtt::mqttSettings(QUrl(QStringLiteral("mqtt://broker?") + options));
    QCOMPARE(settings.has_value(), good);
    if (!good)
        QVERIFY(!settings.error().text.isEmpty());
    if (options == QLatin1String("reorder=1"))
        QCOMPARE(settings->sparkplug.reorder, Micros(1'000'000));
}

void TestSparkplugBackend::conventionCanBeSwitchedOff()
{
    Bench bench(QStringLiteral("mqtt://broker?conventions=-sparkplug"));
    bench.client->listener.mqttConnected();
    bench.births();
    QVERIFY(!bench.record.addresses().contains(edge));
}

// mosquitto's own publisher plays the edge node, its subscriber hears the command.
void TestSparkplugBackend::plantOverARealBroker()
{
    Broker::Options options;
    options.configuration = "log_type all\n";
    if (const QString why = Broker::missing(options); !why.isEmpty())
        QSKIP(qPrintable(why));
    Broker broker;
    QVERIFY2(broker.start(options), broker.log().constData());
    const Mosquitto mosquitto(broker);
    Bench bench(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port()), false);
    const QByteArray birth = edgePayload({bdSeq(0), rebirthControl(), Field("Temp").alias(1).type(Type::Float).single(20)}, 0, Bench::now());
    const auto isThere = [&] { return mosquitto.publish(QStringLiteral("spBv1.0/G/NBIRTH/E"), birth) && bench.record.device(edge).id.isValid(); };
    QTRY_VERIFY(isThere()); // not retained: heard once it is subscribed
    QProcess listener;
    listener.start(QStringLiteral("mosquitto_sub"), mosquitto.server + QStringList {QStringLiteral("-t"), QStringLiteral("spBv1.0/+/NCMD/#"), QStringLiteral("-F"), QStringLiteral("%q %r %x"), QStringLiteral("-i"), QStringLiteral("listener"), QStringLiteral("-C"),
                                                        QStringLiteral("1")});
    QVERIFY(listener.waitForStarted());
    QTRY_VERIFY(broker.log().contains("Sending SUBACK to listener"));
    bench.send(edge, "Temp", 21.5);
    QTRY_COMPARE(listener.state(), QProcess::NotRunning);
    QVERIFY(listener.readAllStandardOutput().startsWith("0 0 08")); // QoS 0, not retained, a payload
    QVERIFY(mosquitto.publish(QStringLiteral("spBv1.0/G/NDATA/E"), edgePayload({Field().alias(1).single(21.5F)}, 1, Bench::now())));
    QTRY_VERIFY(bench.isConfirmed(0));
    bench.backend.stop();
}

void TestSparkplugBackend::stateOverARealBroker_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("3.1.1") << 4;
    QTest::newRow("5") << 5;
}

void TestSparkplugBackend::stateOverARealBroker()
{
    QFETCH(int, protocol);
    Broker::Options options;
    options.configuration = "log_type all\n";
    if (const QString why = Broker::missing(options); !why.isEmpty())
        QSKIP(qPrintable(why));
    Broker broker;
    QVERIFY2(broker.start(options), broker.log().constData());
    const Mosquitto mosquitto(broker);
    const QString url = QStringLiteral("mqtt://127.0.0.1:%1?sparkplug=primary&host=muster&protocol=%2&clientid=musterhost").arg(broker.port()).arg(protocol);
    {
        Bench bench(url, false);
        QTRY_VERIFY(mosquitto.kept(QString::fromLatin1(stateTopic)).startsWith("1 {\"online\":true,"));
        QVERIFY(mosquitto.publish(QString::fromLatin1(stateTopic), "{\"online\":false,\"timestamp\":1}"));
        QTRY_VERIFY(mosquitto.kept(QString::fromLatin1(stateTopic)).startsWith("1 {\"online\":true,"));
        bench.backend.stop();
        QTRY_VERIFY(mosquitto.kept(QString::fromLatin1(stateTopic)).startsWith("1 {\"online\":false,"));
        QVERIFY(broker.log().contains(protocol == 5 ? "p5, c1" : "p2, c1")); // a clean session
    }
    // one that is cut off leaves its will
    Bench bench(url, false);
    QTRY_VERIFY(mosquitto.kept(QString::fromLatin1(stateTopic)).startsWith("1 {\"online\":true,"));
    QProcess other; // takes over the client id, which ends the first session without a goodbye
    other.start(QStringLiteral("mosquitto_sub"), mosquitto.server + QStringList {QStringLiteral("-i"), QStringLiteral("musterhost"), QStringLiteral("-t"), QStringLiteral("x")});
    QTRY_VERIFY(mosquitto.kept(QString::fromLatin1(stateTopic)).startsWith("1 {\"online\":false,"));
    other.terminate();
    other.waitForFinished();
}

QTEST_GUILESS_MAIN(TestSparkplugBackend)
#include "tst_sparkplugbackend.moc"
