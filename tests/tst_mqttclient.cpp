#include "backends/mqtt/mqttclient.h"
#include "tests/support/broker.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QHostInfo>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <functional>

using namespace muster;
using muster::test::Broker;

namespace {

struct Message
{
    QByteArray topic {};
    QByteArray payload {};
    int qos = 0;
    bool retained = false;
};

/// Writes down what a client says and does what a test wants done from within a call.
class Recorder : public MqttClient::Listener
{
public:
    void mqttConnected() override
    {
        ++connected;
        act(onConnected);
    }
    void mqttDisconnected(const Error &reason, bool isPermanent) override
    {
        ++disconnected;
        error = reason;
        permanent = isPermanent;
        act(onDisconnected);
    }
    void mqttReceived(const MqttMessage &message) override
    {
        strays += inBurst ? 0 : 1;
        messages.append({message.topic.toByteArray(), message.payload.toByteArray(), message.qos, message.retained});
        act(onReceived);
    }
    void mqttBurst(bool begins) override
    {
        strays += begins == inBurst ? 1 : 0;
        inBurst = begins;
        bursts += begins ? 1 : 0;
    }
    void mqttCertificateRefused(const ServerCertificate &certificate) override { offered = certificate; }
    void mqttKeyLocked() override { ++keyLocked; }
    void mqttPublished(int token) override { published.append(token); }
    void mqttRefused(int token, const Error &reason) override
    {
        refused.append(token);
        error = reason;
    }
    void mqttSubscribed(const QByteArray &filter, bool granted) override { subscriptions.append({filter, granted}); }

    [[nodiscard]] int calls() const { return connected + disconnected + bursts + int(messages.size() + published.size() + subscriptions.size()); }

    int connected = 0;
    int disconnected = 0;
    int bursts = 0;
    int strays = 0; ///< messages outside of a burst, bursts within bursts
    bool inBurst = false;
    Error error {};
    bool permanent = false;
    ServerCertificate offered {};
    int keyLocked = 0;
    QList<Message> messages;
    QList<int> published;
    QList<int> refused;
    QList<std::pair<QByteArray, bool>> subscriptions;
    std::function<void()> onConnected;
    std::function<void()> onDisconnected;
    std::function<void()> onReceived;

private:
    static void act(const std::function<void()> &action)
    {
        if (action)
            action();
    }
};

/// How all of this is gone through: "ws" and "wss" over WebSockets, else over TCP. ctest does it each way.
QString road()
{
    return qEnvironmentVariable("MUSTER_MQTT_ROAD");
}

bool overTls()
{
    return road() == QLatin1String("wss");
}

bool overWeb()
{
    return !road().isEmpty();
}

/// To a server that a test makes itself.
MqttOptions optionsFor(quint16 port)
{
    MqttOptions options;
    options.host = QStringLiteral("127.0.0.1");
    options.port = port;
    options.webPath = overWeb() ? QStringLiteral("/mqtt") : QString();
    return options;
}

MqttOptions optionsFor(const Broker &broker, int protocol = 4)
{
    MqttOptions options = optionsFor(broker.port());
    options.protocol = protocol;
    options.tls = overTls();
    options.caFile = overTls() ? broker.caFile() : QString();
    return options;
}

/// Over WebSockets the newer one alone: what carries them does not know them apart.
QList<int> versions()
{
    return overWeb() ? QList<int> {5} : QList<int> {4, 5};
}

void protocols()
{
    QTest::addColumn<int>("protocol");
    const QList<int> all = versions();
    for (const int version : all)
        QTest::newRow(version == 5 ? "MQTT 5" : "MQTT 3.1.1") << version;
}


/// Reads the hello of a TLS client, whose names are not encrypted, and never answers.
class HelloServer : public QTcpServer
{
public:
    HelloServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hello += socket->readAll(); });
        });
        listen(QHostAddress::LocalHost);
    }
    QByteArray hello {};
};
} // namespace

/// What every MqttClient keeps, whichever library it is made of; against a real broker.
class TestMqttClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void connects_data() { protocols(); }
    void connects();
    void deliversWhatWasPublished_data();
    void deliversWhatWasPublished();
    void tellsRetainedFromLive_data() { protocols(); }
    void tellsRetainedFromLive();
    void carriesAnyPayload_data();
    void carriesAnyPayload();
    void carriesOddTopics_data();
    void carriesOddTopics();
    void overlappingFiltersDeliverOnce();
    void unsubscribedFilterGoesSilent();
    void tellsWhatTheBrokerDoesNotGrant_data() { protocols(); }
    void tellsWhatTheBrokerDoesNotGrant();
    void tellsWhatTheBrokerDoesNotTake();
    void bracketsEveryMessageInABurst();
    void refusesWhatIsNoTopic_data();
    void refusesWhatIsNoTopic();
    void refusesOrdersWithoutASession();
    void tokensAreUnique();

    void rightPasswordGetsIn_data() { protocols(); }
    void rightPasswordGetsIn();
    void wrongPasswordIsPermanent_data();
    void wrongPasswordIsPermanent();
    void killedBrokerIsNotPermanent_data() { protocols(); }
    void killedBrokerIsNotPermanent();
    void stoppedBrokerIsNotPermanent_data() { protocols(); }
    void stoppedBrokerIsNotPermanent();
    void connectsAgainAfterTheBrokerIsBack();
    void knowsWhyTheBrokerRefuses_data();
    void knowsWhyTheBrokerRefuses();
    void frozenBrokerIsNoticed();
    void unknownHostIsNamed();
    void closedPortIsNamed_data();
    void closedPortIsNamed();
    void silentServerTimesOut();
    void unansweredConnectDoesNotBlockTheThread();
    void wrongServerIsNoBroker();
    void knowsWhatAWebServerSays_data();
    void knowsWhatAWebServerSays();

    void trustsTheGivenAuthority_data();
    void trustsTheGivenAuthority();
    void refusesABadCertificate_data();
    void refusesABadCertificate();
    void showsItsCertificate_data();
    void showsItsCertificate();
    void saysWhatIsWrongWithItsCertificate_data();
    void saysWhatIsWrongWithItsCertificate();
    void takesThePinnedCertificate_data();
    void takesThePinnedCertificate();
    void takesNoOtherThanThePinnedCertificate();
    void wantsTheVersionItWasTold();
    void sendsTheTypedNameToTheServer();
    void offersTheGivenNameAndProtocols();
    void plainTextToASecurePortFails();
    void tlsToAPlainPortFails();

    void disconnectingIsCancelled_data() { protocols(); }
    void disconnectingIsCancelled();
    void disconnectingOnTheWayUpIsCancelled();
    void saysNothingOnceDeleted();
    void mayBeDeletedFromWithinItsCalls_data();
    void mayBeDeletedFromWithinItsCalls();
    void mayBeDeletedWithMuchUnsent();
    void mayBeDisconnectedFromWithinAMessage();
    void mayBeOpenedAnewFromWithinAMessage();
    void callsComeFromTheEventLoop();

private:
    void start(const Broker::Options &wanted = {});
    void connectNow(const MqttOptions &options);
    void subscribeNow(const QByteArray &filter, int qos = 0);

    std::unique_ptr<Broker> m_broker;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<MqttClient> m_client;
};

void TestMqttClient::initTestCase()
{
    if (const QString missing = Broker::missing({}); !missing.isEmpty()) {
        qWarning("skipped: %s", qPrintable(missing));
        std::exit(77);
    }
}

void TestMqttClient::init()
{
    m_broker = std::make_unique<Broker>();
    m_recorder = std::make_unique<Recorder>();
    m_client = MqttClient::create(*m_recorder);
}

void TestMqttClient::cleanup()
{
    if (m_recorder)
        QCOMPARE(m_recorder->strays, 0);
    m_client.reset();
    m_recorder.reset();
    m_broker.reset();
}

void TestMqttClient::start(const Broker::Options &wanted)
{
    Broker::Options options = wanted;
    options.webSocket = overWeb();
    options.tls = options.tls || overTls();
    if (const QString missing = Broker::missing(options); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY2(m_broker->start(options), m_broker->log().constData());
}

void TestMqttClient::connectNow(const MqttOptions &options)
{
    m_client->connectToBroker(options);
    QTRY_VERIFY2(m_recorder->connected == 1 || m_recorder->disconnected > 0, "neither connected nor refused");
    QVERIFY2(m_recorder->connected == 1, qPrintable(m_recorder->error.text));
}

void TestMqttClient::subscribeNow(const QByteArray &filter, int qos)
{
    const qsizetype before = m_recorder->subscriptions.size();
    QVERIFY(m_client->subscribe(filter, qos));
    QTRY_COMPARE(m_recorder->subscriptions.size(), before + 1);
    QCOMPARE(m_recorder->subscriptions.last(), std::pair(filter, true));
}

#define START(...)                                                                                                                                             \
    do {                                                                                                                                                       \
        start(__VA_ARGS__);                                                                                                                                    \
        if (QTest::currentTestFailed() || !m_broker->processId())                                                                                              \
            return;                                                                                                                                            \
    } while (false)
// A bare system, without /etc/hosts, does not even know itself by name.
#define NEEDS_NAME(host)                                                                                                                                       \
    do {                                                                                                                                                       \
        if (QHostInfo::fromName(host).addresses().isEmpty())                                                                                                   \
            QSKIP("this computer cannot resolve its own name, localhost");                                                                                     \
    } while (false)
#define NOT_OVER(where, why)                                                                                                                                   \
    do {                                                                                                                                                       \
        if (where)                                                                                                                                             \
            QSKIP(why);                                                                                                                                        \
    } while (false)
#define CONNECT(options)                                                                                                                                       \
    do {                                                                                                                                                       \
        connectNow(options);                                                                                                                                   \
        if (QTest::currentTestFailed())                                                                                                                        \
            return;                                                                                                                                            \
    } while (false)
#define SUBSCRIBE(...)                                                                                                                                         \
    do {                                                                                                                                                       \
        subscribeNow(__VA_ARGS__);                                                                                                                             \
        if (QTest::currentTestFailed())                                                                                                                        \
            return;                                                                                                                                            \
    } while (false)

void TestMqttClient::connects()
{
    QFETCH(int, protocol);
    START();
    CONNECT(optionsFor(*m_broker, protocol));
    QCOMPARE(m_recorder->disconnected, 0);
    QVERIFY(!MqttClient::library().isEmpty());
}

void TestMqttClient::deliversWhatWasPublished_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("qos");
    const QList<int> all = versions();
    for (const int protocol : all) {
        for (const int qos : {0, 1, 2})
            QTest::addRow("protocol %d QoS %d", protocol, qos) << protocol << qos;
    }
}

void TestMqttClient::deliversWhatWasPublished()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(int, protocol);
    QFETCH(int, qos);
    NOT_OVER(overWeb() && qos != 1, "the same whatever carries it");
    START();
    CONNECT(optionsFor(*m_broker, protocol));
    SUBSCRIBE("plant/+/state", qos);
    const auto token = m_client->publish("plant/7/state", R"({"temperature":21.5})", qos, false);
    QVERIFY(token);
    QVERIFY(*token > 0);
    QTRY_COMPARE(m_recorder->messages.size(), 1);
    QTRY_COMPARE(m_recorder->published, QList<int> {*token});
    QCOMPARE(m_recorder->messages.first().topic, QByteArray("plant/7/state"));
    QCOMPARE(m_recorder->messages.first().payload, QByteArray(R"({"temperature":21.5})"));
    QCOMPARE(m_recorder->messages.first().qos, qos);
    QCOMPARE(m_recorder->messages.first().retained, false);
}

void TestMqttClient::tellsRetainedFromLive()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    QFETCH(int, protocol);
    START();
    CONNECT(optionsFor(*m_broker, protocol));
    QVERIFY(m_client->publish("lamp/state", "on", 1, true));
    QTRY_COMPARE(m_recorder->published.size(), 1);
    SUBSCRIBE("lamp/#");
    QTRY_COMPARE(m_recorder->messages.size(), 1);
    QVERIFY(m_recorder->messages.last().retained);
    QVERIFY(m_client->publish("lamp/state", "off", 0, true));
    QTRY_COMPARE(m_recorder->messages.size(), 2);
    QVERIFY(!m_recorder->messages.last().retained);
}

void TestMqttClient::carriesAnyPayload_data()
{
    QTest::addColumn<QByteArray>("payload");
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += char(byte);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("every byte") << all;
    QTest::newRow("zeros") << QByteArray(3, '\0');
    QTest::newRow("1 MB") << all.repeated(4'096);
}

void TestMqttClient::carriesAnyPayload()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(QByteArray, payload);
    NOT_OVER(overWeb() && payload.size() != 256, "the same whatever carries it, and mosquitto 2.0 needs 0.1 s for each 4 KB over WebSockets");
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("raw");
    QVERIFY(m_client->publish("raw", payload, 0, false));
    QTRY_COMPARE(m_recorder->messages.size(), 1);
    QVERIFY(m_recorder->messages.first().payload == payload);
    QTRY_COMPARE(m_recorder->published.size(), 1);
}

void TestMqttClient::carriesOddTopics_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::newRow("two bytes") << QByteArray("h\xC3\xA4user/stra\xC3\x9F"
                                             "e");
    QTest::newRow("three bytes") << QByteArray("\xE6\xB8\xA9\xE5\xBA\xA6");
    QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x8C\xA1\xEF\xB8\x8F/x");
    QTest::newRow("combining, not composed") << QByteArray("e\xCC\x81/a");
    QTest::newRow("empty levels") << QByteArray("//a//");
    QTest::newRow("blanks and quotes") << QByteArray(" a b /\"<b>'&");
    QTest::newRow("right to left mark") << QByteArray("a\xE2\x80\x8F"
                                                      "b");
    QTest::newRow("long") << QByteArray("0123456789/").repeated(100);
}

void TestMqttClient::carriesOddTopics()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    QFETCH(QByteArray, topic);
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("#");
    const auto token = m_client->publish(topic, "1", 0, false);
    QVERIFY2(token, token ? "" : qPrintable(token.error().text));
    QTRY_COMPARE(m_recorder->messages.size(), 1);
    QCOMPARE(m_recorder->messages.first().topic, topic);
}

void TestMqttClient::overlappingFiltersDeliverOnce()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    START(Broker::Options {.configuration = "allow_duplicate_messages false\n"});
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("#");
    SUBSCRIBE("a/+");
    QVERIFY(m_client->publish("a/b", "1", 0, false));
    QVERIFY(m_client->publish("end", "1", 0, false));
    QTRY_VERIFY(!m_recorder->messages.isEmpty() && m_recorder->messages.last().topic == "end");
    QCOMPARE(m_recorder->messages.size(), 2);
}

void TestMqttClient::unsubscribedFilterGoesSilent()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("a");
    SUBSCRIBE("end");
    QVERIFY(m_client->unsubscribe("a"));
    QVERIFY(m_client->publish("a", "1", 0, false));
    QVERIFY(m_client->publish("end", "1", 0, false));
    QTRY_COMPARE(m_recorder->messages.size(), 1);
    QCOMPARE(m_recorder->messages.first().topic, QByteArray("end"));
}

void TestMqttClient::tellsWhatTheBrokerDoesNotGrant()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    QFETCH(int, protocol);
    START(Broker::Options {.guarded = true});
    CONNECT(optionsFor(*m_broker, protocol));
    QVERIFY(m_client->subscribe("open/#", 0));
    QVERIFY(m_client->subscribe("secret/#", 0));
    QTRY_COMPARE(m_recorder->subscriptions.size(), 2);
    QCOMPARE(m_recorder->subscriptions.at(0), std::pair(QByteArray("open/#"), true));
    QCOMPARE(m_recorder->subscriptions.at(1), std::pair(QByteArray("secret/#"), false));
    QCOMPARE(m_recorder->disconnected, 0);
}

void TestMqttClient::tellsWhatTheBrokerDoesNotTake()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    START(Broker::Options {.guarded = true});
    CONNECT(optionsFor(*m_broker, 5));
    const auto token = m_client->publish("closed/door", "open", 1, false);
    QVERIFY(token);
    QTRY_COMPARE(m_recorder->refused, QList<int> {*token});
    QCOMPARE(m_recorder->error.code, Error::Code::Refused);
    QVERIFY(m_recorder->published.isEmpty());
}

void TestMqttClient::bracketsEveryMessageInABurst()
{
    NOT_OVER(overTls(), "the same as over ws");
    constexpr int count = 5'000;
    START(Broker::Options {.configuration = "max_queued_messages 0\n"});
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("n");
    for (int i = 0; i < count; ++i)
        QVERIFY(m_client->publish("n", QByteArray::number(i), 0, false));
    QTRY_COMPARE(m_recorder->messages.size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(m_recorder->messages.at(i).payload, QByteArray::number(i));
    QVERIFY(!m_recorder->inBurst);
    QVERIFY2(m_recorder->bursts < count / 2, qPrintable(QString::number(m_recorder->bursts)));
}

void TestMqttClient::refusesWhatIsNoTopic_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("subscribing");
    QTest::newRow("publish to a wildcard") << QByteArray("a/+") << false;
    QTest::newRow("publish to nothing") << QByteArray() << false;
    QTest::newRow("publish with a zero inside") << QByteArray("a\0b", 3) << false;
    QTest::newRow("hash in the middle") << QByteArray("a/#/b") << true;
    QTest::newRow("plus within a level") << QByteArray("a/b+") << true;
    QTest::newRow("subscribe to nothing") << QByteArray() << true;
}

void TestMqttClient::refusesWhatIsNoTopic()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    QFETCH(QByteArray, topic);
    QFETCH(bool, subscribing);
    START();
    CONNECT(optionsFor(*m_broker));
    const Result<void> result = subscribing ? m_client->subscribe(topic, 0) : m_client->publish(topic, "1", 0, false).map([](int) {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Invalid);
    SUBSCRIBE("still/works");
}

void TestMqttClient::refusesOrdersWithoutASession()
{
    QCOMPARE(m_client->publish("a", "1", 0, false).error().code, Error::Code::Unreachable);
    QCOMPARE(m_client->subscribe("a", 0).error().code, Error::Code::Unreachable);
    QCOMPARE(m_client->unsubscribe("a").error().code, Error::Code::Unreachable);
    m_client->disconnectFromBroker();
    QTest::qWait(0);
    QCOMPARE(m_recorder->calls(), 0);
}

void TestMqttClient::tokensAreUnique()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    START();
    CONNECT(optionsFor(*m_broker));
    QSet<int> tokens;
    for (int i = 0; i < 300; ++i) {
        const auto token = m_client->publish("a", "1", i % 3, false);
        QVERIFY(token);
        tokens.insert(*token);
    }
    QCOMPARE(tokens.size(), 300);
    QTRY_COMPARE(m_recorder->published.size(), 300);
    QCOMPARE(QSet<int>(m_recorder->published.cbegin(), m_recorder->published.cend()), tokens);
}

void TestMqttClient::rightPasswordGetsIn()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(int, protocol);
    START(Broker::Options {.user = QStringLiteral("ada"), .password = QStringLiteral("pä ß:#")});
    MqttOptions options = optionsFor(*m_broker, protocol);
    options.user = QStringLiteral("ada");
    options.password = QStringLiteral("pä ß:#");
    CONNECT(options);
}

void TestMqttClient::wrongPasswordIsPermanent_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QString>("user");
    const QList<int> all = versions();
    for (const int protocol : all) {
        QTest::addRow("wrong password, protocol %d", protocol) << protocol << QStringLiteral("ada");
        QTest::addRow("no login, protocol %d", protocol) << protocol << QString();
    }
}

void TestMqttClient::wrongPasswordIsPermanent()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(int, protocol);
    QFETCH(QString, user);
    NOT_OVER(overWeb() && user.isEmpty(), "the same whatever carries it");
    START(Broker::Options {.user = QStringLiteral("ada"), .password = QStringLiteral("right")});
    MqttOptions options = optionsFor(*m_broker, protocol);
    options.user = user;
    options.password = QStringLiteral("wrong");
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Unauthorized);
    QVERIFY(m_recorder->permanent);
    QVERIFY2(m_recorder->error.text.contains(QString::number(m_broker->port())), qPrintable(m_recorder->error.text));
    QVERIFY(!m_recorder->error.text.contains(options.password));
    QCOMPARE(m_recorder->connected, 0);
}

void TestMqttClient::killedBrokerIsNotPermanent()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(int, protocol);
    START();
    CONNECT(optionsFor(*m_broker, protocol));
    m_broker->kill();
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Unreachable);
    QVERIFY(!m_recorder->permanent);
    QVERIFY(!m_client->publish("a", "1", 0, false));
}

void TestMqttClient::stoppedBrokerIsNotPermanent()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    QFETCH(int, protocol);
    START();
    CONNECT(optionsFor(*m_broker, protocol));
    m_broker->stop();
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Unreachable);
    QVERIFY(!m_recorder->permanent);
}

void TestMqttClient::connectsAgainAfterTheBrokerIsBack()
{
    NOT_OVER(overWeb(), "tst_mqttbackend goes that way over wss");
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("a");
    m_broker->kill();
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY(m_broker->restart());
    m_recorder->onConnected = [this] { QVERIFY(m_client->subscribe("a", 0)); };
    m_client->connectToBroker(optionsFor(*m_broker));
    QTRY_COMPARE(m_recorder->connected, 2);
    QTRY_COMPARE(m_recorder->subscriptions.size(), 2);
    QVERIFY(m_client->publish("a", "back", 0, false));
    QTRY_COMPARE(m_recorder->messages.size(), 1);
}

void TestMqttClient::knowsWhyTheBrokerRefuses_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<bool>("permanent");
    using Code = Error::Code;
    QTest::newRow("3.1.1: protocol") << 4 << QByteArray::fromHex("20020001") << Code::Unsupported << true;
    QTest::newRow("3.1.1: client id") << 4 << QByteArray::fromHex("20020002") << Code::Refused << true;
    QTest::newRow("3.1.1: unavailable") << 4 << QByteArray::fromHex("20020003") << Code::Unreachable << false;
    QTest::newRow("3.1.1: password") << 4 << QByteArray::fromHex("20020004") << Code::Unauthorized << true;
    QTest::newRow("3.1.1: not authorised") << 4 << QByteArray::fromHex("20020005") << Code::Unauthorized << true;
    QTest::newRow("5: protocol") << 5 << QByteArray::fromHex("2003008400") << Code::Unsupported << true;
    QTest::newRow("5: client id") << 5 << QByteArray::fromHex("2003008500") << Code::Refused << true;
    QTest::newRow("5: password") << 5 << QByteArray::fromHex("2003008600") << Code::Unauthorized << true;
    QTest::newRow("5: not authorised") << 5 << QByteArray::fromHex("2003008700") << Code::Unauthorized << true;
    QTest::newRow("5: busy") << 5 << QByteArray::fromHex("2003008900") << Code::Unreachable << false;
    QTest::newRow("5: banned") << 5 << QByteArray::fromHex("2003008a00") << Code::Refused << true;
    QTest::newRow("5 to a broker of 3.1.1") << 5 << QByteArray::fromHex("20020001") << Code::Unsupported << true;
    QTest::newRow("5: let in, then taken over") << 5 << QByteArray::fromHex("2003000000e0028e00") << Code::Refused << true;
    QTest::newRow("5: let in, then shutting down") << 5 << QByteArray::fromHex("2003000000e0028b00") << Code::Unreachable << false;
    QTest::newRow("no answer to a login at all") << 4 << QByteArray::fromHex("90030001") + QByteArray(1, '\0') << Code::Corrupt << false;
}

void TestMqttClient::knowsWhyTheBrokerRefuses()
{
    QFETCH(int, protocol);
    QFETCH(QByteArray, answer);
    QFETCH(Error::Code, code);
    QFETCH(bool, permanent);
    NOT_OVER(overWeb(), "what the broker says is the same whatever carries it");
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [socket, answer] { socket->write(answer); });
    });
    MqttOptions options = optionsFor(server.serverPort());
    options.protocol = protocol;
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY2(m_recorder->error.code == code, qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->permanent, permanent);
    QCOMPARE(m_recorder->connected, answer.size() > 5 ? 1 : 0);
}

void TestMqttClient::frozenBrokerIsNoticed()
{
    NOT_OVER(overWeb(), "it takes its time, and whose silence it is makes no difference");
    START();
    MqttOptions options = optionsFor(*m_broker);
    options.keepAlive = 5;
    CONNECT(options);
    ::kill(pid_t(m_broker->processId()), SIGSTOP); // its socket stays open, nothing answers
    QTRY_COMPARE_WITH_TIMEOUT(m_recorder->disconnected, 1, 25'000);
    QCOMPARE(m_recorder->error.code, Error::Code::TimedOut);
    QVERIFY(!m_recorder->permanent);
}

void TestMqttClient::unknownHostIsNamed()
{
    NOT_OVER(overTls(), "the same as over ws");
    MqttOptions options = optionsFor(quint16(1883));
    options.host = QStringLiteral("no-such-broker.invalid"); // never resolves, RFC 2606
    m_client->connectToBroker(options);
    QTRY_COMPARE_WITH_TIMEOUT(m_recorder->disconnected, 1, 12'000);
    QCOMPARE(m_recorder->error.code, Error::Code::NotFound);
    QVERIFY(m_recorder->error.text.contains(options.host));
    QVERIFY(!m_recorder->permanent);
}

void TestMqttClient::closedPortIsNamed_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("tls");
    QTest::newRow("address") << QStringLiteral("127.0.0.1") << false;
    QTest::newRow("address, TLS") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("name with several addresses") << QStringLiteral("localhost") << false;
}

void TestMqttClient::closedPortIsNamed()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(QString, host);
    NEEDS_NAME(host);
    QFETCH(bool, tls);
    MqttOptions options = optionsFor(quint16(0));
    options.tls = tls;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        options.port = server.serverPort();
    }
    options.host = host;
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Unreachable);
    QVERIFY(m_recorder->error.text.contains(QString::number(options.port)));
    QVERIFY2(!m_recorder->error.text.contains(QStringLiteral("hung up")), qPrintable(m_recorder->error.text)); // nobody was there to hang up
    QVERIFY(!m_recorder->permanent);
}

void TestMqttClient::silentServerTimesOut()
{
    NOT_OVER(overWeb(), "it takes its time, and the limit is the same one");
    QTcpServer server; // takes connections and never says a word
    QVERIFY(server.listen(QHostAddress::LocalHost));
    MqttOptions options = optionsFor(server.serverPort());
    options.timeLimit = 1;
    QElapsedTimer clock;
    clock.start();
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY(clock.elapsed() >= 900);
    QCOMPARE(m_recorder->error.code, Error::Code::TimedOut);
    QVERIFY(!m_recorder->permanent);
}

void TestMqttClient::unansweredConnectDoesNotBlockTheThread()
{
    NOT_OVER(overTls(), "the same as over ws");
    QTcpServer server; // with a full queue: the kernel then drops whoever wants to connect
    server.setListenBacklogSize(1);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    server.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> queue;
    for (int i = 0; i < 4; ++i) {
        queue.push_back(std::make_unique<QTcpSocket>());
        queue.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    }
    qint64 longest = 0;
    int ticked = 0;
    QElapsedTimer sinceTick;
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, [&] {
        longest = qMax(longest, sinceTick.restart());
        ++ticked;
    });
    MqttOptions options = optionsFor(server.serverPort());
    sinceTick.start();
    ticks.start(10);
    m_client->connectToBroker(options);
    QTRY_VERIFY(ticked > 30);
    QVERIFY2(longest < 250, qPrintable(QStringLiteral("the thread stood still for %1 ms").arg(longest)));
    QCOMPARE(m_recorder->calls(), 0);
    m_client->disconnectFromBroker();
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Cancelled);
}

void TestMqttClient::wrongServerIsNoBroker()
{
    NOT_OVER(overTls(), "the same as over ws");
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this,
        [&server] { server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" + QByteArray(4'096, 'x')); });
    MqttOptions options = optionsFor(server.serverPort());
    m_client->connectToBroker(options);
    QTRY_COMPARE_WITH_TIMEOUT(m_recorder->disconnected, 1, 12'000);
    QVERIFY2(m_recorder->error.code == (overWeb() ? Error::Code::NotFound : Error::Code::Corrupt), qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->connected, 0);
}

void TestMqttClient::knowsWhatAWebServerSays_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<bool>("permanent");
    using Code = Error::Code;
    QTest::newRow("no such path") << QByteArray("HTTP/1.1 404 Not Found\r\n\r\n") << Code::NotFound << true;
    QTest::newRow("a login of its own") << QByteArray("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\n\r\n") << Code::Unauthorized << true;
    QTest::newRow("elsewhere") << QByteArray("HTTP/1.1 301 Moved Permanently\r\nLocation: wss://other/\r\n\r\n") << Code::Refused << true;
    QTest::newRow("no broker behind it") << QByteArray("HTTP/1.1 502 Bad Gateway\r\n\r\n") << Code::Unreachable << false;
    QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\n\r\n<html>") << Code::Corrupt << false;
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << Code::Corrupt << false;
    QTest::newRow("another key") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n") << Code::Corrupt << false;
    QTest::newRow("a head without end") << QByteArray("HTTP/1.1 101 Switching Protocols\r\nX: ") + QByteArray(100'000, 'x') << Code::Corrupt << false;
    QTest::newRow("nothing") << QByteArray() << Code::Unreachable << false;
}

void TestMqttClient::knowsWhatAWebServerSays()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(QByteArray, answer);
    QFETCH(Error::Code, code);
    QFETCH(bool, permanent);
    NOT_OVER(!overWeb(), "there is no web server in between");
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [socket, answer, &asked] {
            asked += socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    MqttOptions options = optionsFor(server.serverPort());
    options.webPath = QStringLiteral("/live/mqtt%20x");
    options.user = QStringLiteral("ada");
    options.password = QStringLiteral("hush");
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY2(m_recorder->error.code == code, qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->permanent, permanent);
    QVERIFY2(asked.startsWith("GET /live/mqtt%20x HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(options.port) + "\r\n"), asked.constData());
    QVERIFY(asked.contains("Sec-WebSocket-Protocol: mqtt\r\n"));
    QVERIFY(!asked.contains("hush")); // that is for the broker
}

void TestMqttClient::trustsTheGivenAuthority_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("protocol");
    QTest::newRow("by name") << QStringLiteral("localhost") << 4;
    QTest::newRow("by address, MQTT 5") << QStringLiteral("127.0.0.1") << 5;
}

void TestMqttClient::trustsTheGivenAuthority()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    QFETCH(QString, host);
    NEEDS_NAME(host);
    QFETCH(int, protocol);
    START(Broker::Options {.tls = true});
    MqttOptions options = optionsFor(*m_broker, protocol);
    options.host = host;
    options.tls = true;
    options.caFile = m_broker->caFile();
    CONNECT(options);
    SUBSCRIBE("a", 1);
    const QByteArray payload(overWeb() ? 10'000 : 300'000, 'x'); // mosquitto 2.0 is slow over WebSockets
    QVERIFY(m_client->publish("a", payload, 1, false));
    QTRY_COMPARE(m_recorder->messages.size(), 1);
    QVERIFY(m_recorder->messages.first().payload == payload);
}

void TestMqttClient::refusesABadCertificate_data()
{
    QTest::addColumn<QString>("certificateFor");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("says");
    const auto refused = Error::Code::Refused;
    QTest::newRow("unknown authority") << "DNS:localhost" << false << "other" << refused << "issued by the authority";
    QTest::newRow("not the system's authority") << "DNS:localhost" << false << "" << refused << "trusts";
    QTest::newRow("wrong host") << "DNS:elsewhere.example" << false << "ca" << refused << "another host";
    QTest::newRow("name given, only the address certified") << "IP:127.0.0.1" << false << "ca" << refused << "another host";
    QTest::newRow("expired") << "DNS:localhost" << true << "ca" << refused << "expired";
    QTest::newRow("no CA file") << "DNS:localhost" << false << "missing" << Error::Code::NotFound << "CA file";
}

void TestMqttClient::refusesABadCertificate()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    NEEDS_NAME(QStringLiteral("localhost"));
    QFETCH(QString, certificateFor);
    QFETCH(bool, expired);
    QFETCH(QString, ca);
    QFETCH(Error::Code, code);
    QFETCH(QString, says);
    START(Broker::Options {.tls = true, .certificateFor = certificateFor, .expired = expired});
    MqttOptions options = optionsFor(*m_broker);
    options.host = QStringLiteral("localhost");
    options.tls = true;
    options.caFile = ca.isEmpty() ? QString() : QStringLiteral("%1/%2.pem").arg(m_broker->folder(), ca);
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->connected, 0);
    QVERIFY2(m_recorder->error.text.contains(says), qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->error.code, code);
    QVERIFY(m_recorder->permanent);
    if (code != Error::Code::Refused)
        return;
    QCOMPARE(m_recorder->offered.fingerprint, m_broker->fingerprint());
    QVERIFY2(m_recorder->offered.subject.contains(QLatin1String("broker")), qPrintable(m_recorder->offered.subject));
    QVERIFY2(m_recorder->offered.issuer.contains(QLatin1String("Authority ca")), qPrintable(m_recorder->offered.issuer));
    QVERIFY2(m_recorder->offered.names.contains(certificateFor.section(u':', 1)), qPrintable(m_recorder->offered.names));
    QCOMPARE(m_recorder->offered.until < nowMicros(), expired);
    QVERIFY(m_recorder->offered.from > 0);
}

void TestMqttClient::showsItsCertificate_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("two files") << QByteArray("client.pem") << QByteArray("client.key") << QString();
    QTest::newRow("one file") << QByteArray("bundle.pem") << QByteArray() << QString();
    QTest::newRow("locked key") << QByteArray("client.pem") << QByteArray("locked.key") << QStringLiteral("open sesame");
    QTest::newRow("PKCS#12") << QByteArray("client.p12") << QByteArray() << QStringLiteral("open sesame");
}

void TestMqttClient::showsItsCertificate()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, passphrase);
    START(Broker::Options {.tls = true, .asksForCertificate = true});
    MqttOptions options = optionsFor(*m_broker);
    options.tls = true;
    options.caFile = m_broker->caFile();
    options.certificateFile = m_broker->client(certificate.constData());
    options.keyFile = key.isEmpty() ? QString() : m_broker->client(key.constData());
    options.passphrase = passphrase;
    CONNECT(options);
}

void TestMqttClient::saysWhatIsWrongWithItsCertificate_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("locked");
    const auto row = [](const char *name, const char *certificate, const char *key, const char *passphrase, const char *says, bool locked) {
        QTest::newRow(name) << QByteArray(certificate) << QByteArray(key) << QString::fromLatin1(passphrase) << QString::fromLatin1(says) << locked;
    };
    row("none", "", "", "", "wants a certificate of yours", false);
    row("of another authority", "stranger.pem", "stranger.key", "", "does not accept the certificate", false);
    row("no key", "client.pem", "", "", "no readable key", false);
    row("key of another", "client.pem", "stranger.key", "", "does not belong", false);
    row("locked key", "client.pem", "locked.key", "", "is locked", true);
    row("locked key, wrong passphrase", "client.pem", "locked.key", "open barley", "does not open", true);
    row("PKCS#12 without its passphrase", "client.p12", "", "", "is locked", true);
    row("PKCS#12, wrong passphrase", "client.p12", "", "open barley", "does not open", true);
    row("no file", "missing.pem", "", "", "cannot be read", false);
    row("no certificate", "mosquitto.conf", "", "", "cannot be read", false);
    row("no key file", "client.pem", "missing.key", "", "no readable key", false);
}

void TestMqttClient::saysWhatIsWrongWithItsCertificate()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, passphrase);
    QFETCH(QString, says);
    QFETCH(bool, locked);
    START(Broker::Options {.tls = true, .asksForCertificate = true});
    MqttOptions options = optionsFor(*m_broker);
    options.tls = true;
    options.caFile = m_broker->caFile();
    options.certificateFile = certificate.isEmpty() ? QString() : m_broker->client(certificate.constData());
    options.keyFile = key.isEmpty() ? QString() : m_broker->client(key.constData());
    options.passphrase = passphrase;
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->connected, 0);
    QVERIFY2(m_recorder->error.text.contains(says), qPrintable(m_recorder->error.text));
    QVERIFY(passphrase.isEmpty() || !m_recorder->error.text.contains(passphrase));
    QCOMPARE(m_recorder->keyLocked, locked ? 1 : 0);
    QVERIFY(m_recorder->permanent);
}

void TestMqttClient::takesThePinnedCertificate_data()
{
    QTest::addColumn<QString>("certificateFor");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<bool>("known");
    QTest::newRow("unknown authority") << "DNS:localhost" << false << false;
    QTest::newRow("wrong host") << "DNS:elsewhere.example" << false << true;
    QTest::newRow("expired") << "DNS:localhost" << true << true;
    QTest::newRow("everything wrong") << "DNS:elsewhere.example" << true << false;
}

void TestMqttClient::takesThePinnedCertificate()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    QFETCH(QString, certificateFor);
    QFETCH(bool, expired);
    QFETCH(bool, known);
    START(Broker::Options {.tls = true, .certificateFor = certificateFor, .expired = expired});
    MqttOptions options = optionsFor(*m_broker);
    options.tls = true;
    options.caFile = known ? m_broker->caFile() : m_broker->otherCaFile();
    options.pin = m_broker->fingerprint();
    CONNECT(options);
    QVERIFY(m_recorder->offered.fingerprint.isEmpty());
}

// Not even with a certificate that is valid in every way.
void TestMqttClient::takesNoOtherThanThePinnedCertificate()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    START(Broker::Options {.tls = true});
    MqttOptions options = optionsFor(*m_broker);
    options.tls = true;
    options.caFile = m_broker->caFile();
    options.pin = QByteArray(32, 'x');
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->connected, 0);
    QVERIFY2(m_recorder->error.text.contains(QLatin1String("not the one this connection trusts")), qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->offered.fingerprint, m_broker->fingerprint());
    QVERIFY(m_recorder->permanent);
}

// mosquitto cannot be kept from TLS 1.3, so this is OpenSSL's own server.
void TestMqttClient::wantsTheVersionItWasTold()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    START(Broker::Options {.tls = true}); // for its certificate
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    QProcess server;
    server.start(QStringLiteral("openssl"), {QStringLiteral("s_server"), QStringLiteral("-tls1_2"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("-cert"),
                                                m_broker->client("server.pem"), QStringLiteral("-key"), m_broker->client("server.key")});
    const auto listens = [port] {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return probe.waitForConnected(200);
    };
    QTRY_VERIFY(listens());
    MqttOptions options = optionsFor(*m_broker);
    options.port = port;
    options.tls = true;
    options.tls13 = true;
    options.caFile = m_broker->caFile();
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY2(m_recorder->error.text.contains(QLatin1String("does not speak TLS 1.3")), qPrintable(m_recorder->error.text));
    server.kill();
    QVERIFY(server.waitForFinished());
}

void TestMqttClient::offersTheGivenNameAndProtocols()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    HelloServer server;
    QVERIFY(server.isListening());
    MqttOptions options = optionsFor(server.serverPort());
    options.tls = true;
    options.serverName = QStringLiteral("things.example");
    options.alpn = {"x-amzn-mqtt-ca", "mqtt"};
    m_client->connectToBroker(options);
    QTRY_VERIFY(server.hello.size() > 100);
    QVERIFY2(server.hello.contains("things.example"), server.hello.toHex().constData());
    QVERIFY2(server.hello.contains(QByteArray::fromHex("0e") + "x-amzn-mqtt-ca" + QByteArray::fromHex("04") + "mqtt"), server.hello.toHex().constData());
}

void TestMqttClient::sendsTheTypedNameToTheServer()
{
    NOT_OVER(road() == QLatin1String("ws"), "see wss");
    NEEDS_NAME(QStringLiteral("localhost"));
    HelloServer server;
    QVERIFY(server.isListening());
    MqttOptions options = optionsFor(server.serverPort());
    options.host = QStringLiteral("localhost");
    options.tls = true;
    m_client->connectToBroker(options);
    QTRY_VERIFY(server.hello.size() > 100);
    QVERIFY2(server.hello.contains("localhost"), server.hello.toHex().constData());
    QVERIFY(!server.hello.contains("127.0.0.1"));
}

void TestMqttClient::plainTextToASecurePortFails()
{
    START(Broker::Options {.tls = true});
    MqttOptions options = optionsFor(*m_broker);
    options.tls = false;
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY2(m_recorder->error.text.contains(QStringLiteral("TLS")) || m_recorder->error.code == Error::Code::Corrupt, qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->connected, 0);
}

void TestMqttClient::tlsToAPlainPortFails()
{
    NOT_OVER(overTls(), "there is no plain port here; see ws");
    START();
    MqttOptions options = optionsFor(*m_broker);
    options.tls = true;
    m_client->connectToBroker(options);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QVERIFY2(m_recorder->error.text.contains(QStringLiteral("TLS")), qPrintable(m_recorder->error.text));
    QCOMPARE(m_recorder->connected, 0);
}

void TestMqttClient::disconnectingIsCancelled()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(int, protocol);
    START();
    MqttOptions options = optionsFor(*m_broker, protocol);
    options.clientId = QStringLiteral("leaver");
    CONNECT(options);
    m_client->disconnectFromBroker();
    QCOMPARE(m_recorder->disconnected, 0);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Cancelled);
    QTRY_VERIFY2(m_broker->log().contains("Client leaver disconnected."), m_broker->log().constData()); // it said goodbye
    QCOMPARE(m_recorder->disconnected, 1);
}

void TestMqttClient::disconnectingOnTheWayUpIsCancelled()
{
    START();
    m_client->connectToBroker(optionsFor(*m_broker));
    m_client->disconnectFromBroker();
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Cancelled);
    QCOMPARE(m_recorder->connected, 0);
}

void TestMqttClient::saysNothingOnceDeleted()
{
    NOT_OVER(overTls(), "the same as over ws");
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("a");
    for (int i = 0; i < 50; ++i)
        QVERIFY(m_client->publish("a", "1", 1, false));
    const int before = m_recorder->calls();
    m_client.reset();
    m_client = MqttClient::create(*m_recorder);
    m_client->connectToBroker(optionsFor(*m_broker));
    m_client.reset(); // on the way up
    Recorder other;
    const auto witness = MqttClient::create(other);
    witness->connectToBroker(optionsFor(*m_broker));
    QTRY_COMPARE(other.connected, 1);
    QCOMPARE(m_recorder->calls(), before);
}

void TestMqttClient::mayBeDeletedFromWithinItsCalls_data()
{
    QTest::addColumn<QString>("call");
    for (const char *call : {"connected", "received", "disconnected"})
        QTest::newRow(call) << QString::fromLatin1(call);
}

void TestMqttClient::mayBeDeletedFromWithinItsCalls()
{
    NOT_OVER(overTls(), "the same as over ws");
    QFETCH(QString, call);
    START();
    const auto remove = [this] { m_client.reset(); };
    if (call == QStringLiteral("connected")) {
        m_recorder->onConnected = remove;
        m_client->connectToBroker(optionsFor(*m_broker));
        QTRY_COMPARE(m_recorder->connected, 1);
    } else if (call == QStringLiteral("received")) {
        CONNECT(optionsFor(*m_broker));
        SUBSCRIBE("a");
        m_recorder->onReceived = [this, remove] {
            m_recorder->inBurst = false; // nobody is left to end it
            remove();
        };
        for (int i = 0; i < 50; ++i)
            QVERIFY(m_client->publish("a", "1", 1, false));
        QTRY_COMPARE(m_recorder->messages.size(), 1);
    } else {
        m_recorder->onDisconnected = remove;
        CONNECT(optionsFor(*m_broker));
        m_broker->kill();
        QTRY_COMPARE(m_recorder->disconnected, 1);
    }
    const int before = m_recorder->calls();
    QTest::qWait(20); // whatever would still come
    QCOMPARE(m_recorder->calls(), before);
    QVERIFY(!m_client);
}

void TestMqttClient::mayBeDeletedWithMuchUnsent()
{
    NOT_OVER(overTls(), "the same as over ws");
    START();
    CONNECT(optionsFor(*m_broker));
    ::kill(pid_t(m_broker->processId()), SIGSTOP); // takes nothing any more
    QElapsedTimer clock;
    clock.start();
    int taken = 0;
    Result<int> last;
    for (; taken < 1'000 && last; ++taken)
        last = m_client->publish("a", QByteArray(1 << 20, 'x'), 0, false);
    QVERIFY(taken > 10 && taken < 100); // bounded
    QCOMPARE(last.error().code, Error::Code::TooLarge);
    m_client.reset();
    QTest::qWait(20); // it may go from the event loop
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(m_recorder->disconnected, 0);
}

void TestMqttClient::mayBeDisconnectedFromWithinAMessage()
{
    NOT_OVER(overWeb(), "see mayBeOpenedAnewFromWithinAMessage");
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("a");
    m_recorder->onReceived = [this] { m_client->disconnectFromBroker(); };
    for (int i = 0; i < 50; ++i)
        QVERIFY(m_client->publish("a", "1", 0, false));
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Cancelled);
    QCOMPARE(m_recorder->messages.size(), 1);
}

void TestMqttClient::mayBeOpenedAnewFromWithinAMessage()
{
    NOT_OVER(overTls(), "the same as over ws");
    START();
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("a");
    m_recorder->onReceived = [this] { m_client->connectToBroker(optionsFor(*m_broker)); };
    QVERIFY(m_client->publish("a", "1", 0, false));
    QTRY_COMPARE(m_recorder->connected, 2);
    QCOMPARE(m_recorder->disconnected, 0);
    m_recorder->onReceived = {};
    SUBSCRIBE("a");
    QVERIFY(m_client->publish("a", "2", 0, false));
    QTRY_COMPARE(m_recorder->messages.size(), 2);
}

void TestMqttClient::callsComeFromTheEventLoop()
{
    NOT_OVER(overWeb(), "the same whatever carries it");
    START();
    m_client->connectToBroker({});
    QCOMPARE(m_recorder->calls(), 0);
    QTRY_COMPARE(m_recorder->disconnected, 1);
    QCOMPARE(m_recorder->error.code, Error::Code::Invalid);
    m_recorder->disconnected = 0;
    CONNECT(optionsFor(*m_broker));
    SUBSCRIBE("a");
    const int before = m_recorder->calls();
    QVERIFY(m_client->publish("a", "1", 0, false));
    QCOMPARE(m_recorder->calls(), before);
    QTRY_COMPARE(m_recorder->published.size(), 1);
}

QTEST_GUILESS_MAIN(TestMqttClient)
#include "tst_mqttclient.moc"
