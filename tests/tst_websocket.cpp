// WebSockets as an MQTT client needs them: frames byte by byte, and a relay between two ends of which one is slow.
#include "backends/mqtt/websocketframes.h"
#include "backends/mqtt/websocketrelay.h"
#include "tests/support/broker.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace muster;
using test::Broker;
using websocket::FrameReader;
using websocket::Opcode;

namespace {

constexpr char sampleKey[] = "dGhlIHNhbXBsZSBub25jZQ=="; // RFC 6455 section 1.3
constexpr char sampleAccept[] = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// As a server sends it: not masked.
QByteArray serverFrame(quint8 first, const QByteArray &payload)
{
    QByteArray frame(1, char(first));
    if (payload.size() < 126)
        return frame + char(payload.size()) + payload;
    return frame + char(127) + QByteArray(4, '\0') + char(payload.size() >> 24) + char(payload.size() >> 16) + char(payload.size() >> 8) + char(payload.size()) + payload;
}

/// A web server that goes on as a WebSocket, and does with it what a test wants.
class WebServer : public QTcpServer
{
public:
    WebServer() { listen(QHostAddress::LocalHost); }
    QSslSocket *peer = nullptr;
    QByteArray along {};  ///< sent in one go with the answer
    QString secrets {};   ///< a folder with server.pem and server.key: speaks TLS
    /// Bytes that nobody took off its hands.
    [[nodiscard]] qint64 waiting() const { return peer->bytesToWrite() + peer->encryptedBytesToWrite(); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        peer = new QSslSocket(this);
        peer->setSocketDescriptor(descriptor);
        connect(peer, &QSslSocket::readyRead, this, [this] {
            if (!m_greeted)
                greet();
        });
        if (secrets.isEmpty())
            return;
        peer->setLocalCertificate(secrets + QStringLiteral("/server.pem"));
        peer->setPrivateKey(secrets + QStringLiteral("/server.key"), QSsl::Ec);
        peer->startServerEncryption();
    }

private:
    void greet()
    {
        const QByteArray request = peer->readAll();
        const qsizetype at = request.indexOf("Sec-WebSocket-Key: ") + 19;
        const QByteArray key = request.mid(at, request.indexOf('\r', at) - at);
        const QByteArray accept = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
        m_greeted = true;
        peer->setReadBufferSize(1'024); // what a test does not read stays where it is
        peer->write("HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: " +
            accept + "\r\n\r\n" + along);
    }
    bool m_greeted = false;
};

/// A relay to it, and what libmosquitto would hold in its hand.
struct Joined
{
    explicit Joined(const Broker *secrets = nullptr, const QByteArray &along = {})
    {
        server.along = along;
        server.secrets = secrets ? secrets->folder() : QString();
        MqttOptions options;
        options.host = QStringLiteral("127.0.0.1");
        options.port = server.serverPort();
        options.webPath = QStringLiteral("/mqtt");
        options.tls = secrets != nullptr;
        options.caFile = secrets ? secrets->caFile() : QString();
        relay = std::make_unique<WebSocketRelay>(options);
        QObject::connect(relay.get(), &WebSocketRelay::failed, relay.get(), [this](const MqttFault &fault) { failures.append(fault.error.text); });
        QSignalSpy opened(relay.get(), &WebSocketRelay::opened);
        relay->start(QHostAddress(QHostAddress::LocalHost));
        if (!opened.wait(5'000))
            return;
        const int error = relay->join([this](const char *path) {
            sockaddr_un address {};
            address.sun_family = AF_UNIX;
            std::strncpy(address.sun_path, path, sizeof address.sun_path - 1);
            local = ::socket(AF_UNIX, SOCK_STREAM, 0);
            return ::connect(local, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && ::fcntl(local, F_SETFL, O_NONBLOCK) == 0;
        });
        joined = error == 0;
    }
    ~Joined() { close(); }
    Joined(const Joined &) = delete;
    Joined &operator=(const Joined &) = delete;
    void close()
    {
        if (local >= 0)
            ::close(local);
        local = -1;
    }
    /// Reads as fast as it comes until `size` bytes or the end, 30 s at most. QTRY_… would look every 50 ms only.
    qsizetype readAll(qsizetype size)
    {
        qsizetype got = 0;
        const QDeadlineTimer deadline(30'000);
        while (got < size && !ended && !deadline.hasExpired()) {
            got += read().size();
            QCoreApplication::processEvents();
        }
        return got;
    }
    /// What is there; sets `ended` at the end.
    QByteArray read()
    {
        QByteArray bytes(256 << 10, Qt::Uninitialized);
        const auto got = ::recv(local, bytes.data(), size_t(bytes.size()), 0);
        ended = got == 0;
        return bytes.left(std::max<qsizetype>(0, got));
    }
    WebServer server;
    std::unique_ptr<WebSocketRelay> relay;
    QStringList failures;
    int local = -1;
    bool joined = false;
    bool ended = false;
};

} // namespace

class TestWebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void framesAreMasked();
    void framesHaveTheirLength_data();
    void framesHaveTheirLength();
    void framesAreTakenApart_data();
    void framesAreTakenApart();
    void whatBreaksTheRulesIsSeen_data();
    void whatBreaksTheRulesIsSeen();
    void onlyTheLastPingCounts();
    void answersAreJudged_data();
    void answersAreJudged();

    void bytesGoBothWays_data() { roads(); }
    void bytesGoBothWays();
    void whatCameWithTheAnswerIsNotLost();
    void pingsAreAnswered();
    void aSlowReaderSlowsTheBrokerDown_data() { roads(); }
    void aSlowReaderSlowsTheBrokerDown();
    void aSlowBrokerSlowsTheWriterDown_data() { roads(); }
    void aSlowBrokerSlowsTheWriterDown();
    void theEndComesBehindAllThatWasSent_data() { roads(); }
    void theEndComesBehindAllThatWasSent();
    void aBreachIsToldOnce();
    void whatNobodyCanDecryptEndsIt();
    void goodbyeGetsOut();
    void goodbyeIsAnswered();

private:
    static void roads();

    Broker m_secrets; ///< of which its certificate alone is used
};

void TestWebSocket::initTestCase()
{
    const Broker::Options options {.tls = true};
    if (const QString missing = Broker::missing(options); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY(m_secrets.start(options));
    m_secrets.kill();
}

void TestWebSocket::roads()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("ws") << false;
    QTest::newRow("wss") << true;
}

void TestWebSocket::framesAreMasked()
{
    QByteArray out;
    websocket::appendFrame(out, Opcode::Text, "Hello", 0x37fa213d); // RFC 6455 section 5.7
    QCOMPARE(out, hex("818537fa213d7f9f4d5158"));
}

void TestWebSocket::framesHaveTheirLength_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("none") << 0 << hex("828000000000");
    QTest::newRow("125") << 125 << hex("82fd00000000");
    QTest::newRow("126") << 126 << hex("82fe007e00000000");
    QTest::newRow("65535") << 65'535 << hex("82feffff00000000");
    QTest::newRow("65536") << 65'536 << hex("82ff000000000001000000000000");
}

void TestWebSocket::framesHaveTheirLength()
{
    QFETCH(int, size);
    QFETCH(QByteArray, head);
    QByteArray out;
    websocket::appendFrame(out, Opcode::Binary, QByteArray(size, 'x'), 0);
    QVERIFY(out == head + QByteArray(size, 'x'));
}

void TestWebSocket::framesAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("one") << hex("820348656c") << QByteArray("Hel");
    QTest::newRow("in parts") << hex("020348656c80026c6f") << QByteArray("Hello");
    QTest::newRow("a ping between parts") << hex("020348656c8900") + hex("80026c6f") << QByteArray("Hello");
    QTest::newRow("two, one empty") << hex("8200820161") << QByteArray("a");
    QTest::newRow("16 bits") << hex("827e0100") + QByteArray(256, 'x') << QByteArray(256, 'x');
    QTest::newRow("64 bits") << hex("827f0000000000010000") + QByteArray(65'536, 'x') << QByteArray(65'536, 'x');
    QTest::newRow("a pong nobody asked for") << hex("8a0161820162") << QByteArray("b");
}

void TestWebSocket::framesAreTakenApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, payload);
    for (const qsizetype piece : {bytes.size(), qsizetype(1), qsizetype(3)}) {
        FrameReader reader;
        QByteArray got;
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            QCOMPARE(reader.take(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)), got), FrameReader::State::Going);
        QVERIFY(got == payload);
    }
}

void TestWebSocket::whatBreaksTheRulesIsSeen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("broken");
    QTest::newRow("text") << hex("810161") << true;
    QTest::newRow("masked") << hex("8281000000006100") << true;
    QTest::newRow("reserved bit") << hex("c20161") << true;
    QTest::newRow("unknown opcode") << hex("830161") << true;
    QTest::newRow("unknown control") << hex("8b00") << true;
    QTest::newRow("goes on with nothing") << hex("800161") << true;
    QTest::newRow("begins within another") << hex("020161820161") << true;
    QTest::newRow("long ping") << hex("897e0080") << true;
    QTest::newRow("ping in parts") << hex("0900") << true;
    QTest::newRow("negative length") << hex("827fffffffffffffffff") << true;
    QTest::newRow("goodbye") << hex("880203e8") << false;
}

void TestWebSocket::whatBreaksTheRulesIsSeen()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, broken);
    FrameReader reader;
    QByteArray got;
    const auto state = broken ? FrameReader::State::Broken : FrameReader::State::Closed;
    QCOMPARE(reader.take(bytes, got), state);
    got.clear();
    QCOMPARE(reader.take(hex("820161"), got), state); // whatever follows
    QVERIFY(got.isEmpty());
}

void TestWebSocket::onlyTheLastPingCounts()
{
    FrameReader reader;
    QByteArray got;
    QCOMPARE(reader.take(hex("890161890162"), got), FrameReader::State::Going);
    QCOMPARE(reader.takePing(), std::optional<QByteArray>("b"));
    QVERIFY(!reader.takePing());
}

void TestWebSocket::answersAreJudged_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("upgraded");
    const QByteArray ok = QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ") + sampleAccept + "\r\n";
    QTest::newRow("mqtt") << ok + "Sec-WebSocket-Protocol: mqtt\r\n\r\n" << 101 << true;
    QTest::newRow("names no protocol") << ok + "\r\n" << 101 << true;
    QTest::newRow("another protocol") << ok + "Sec-WebSocket-Protocol: chat\r\n\r\n" << 101 << false;
    QTest::newRow("extensions nobody wanted") << ok + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n" << 101 << false;
    QTest::newRow("no upgrade") << QByteArray("HTTP/1.1 101 x\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ") + sampleAccept + "\r\n\r\n" << 101 << false;
    QTest::newRow("refused") << QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n") << 403 << false;
    QTest::newRow("no number") << QByteArray("HTTP/1.1 abc\r\n\r\n") << 0 << false;
    QTest::newRow("short") << QByteArray("HTTP/1.1") << 0 << false;
    QTest::newRow("nothing") << QByteArray() << 0 << false;
    QTest::newRow("binary") << QByteArray(300, '\xff') << 0 << false;
}

void TestWebSocket::answersAreJudged()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    QFETCH(bool, upgraded);
    const auto answer = websocket::answerOf(head, sampleKey);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.isUpgraded, upgraded);
    QCOMPARE(websocket::answerOf("HTTP/1.1 404 a\x1b[31mb\n", sampleKey).reason, QByteArray("a?[31mb"));
}

void TestWebSocket::bytesGoBothWays()
{
    QFETCH(bool, tls);
    Joined it(tls ? &m_secrets : nullptr);
    QVERIFY(it.joined);
    QCOMPARE(::send(it.local, "login", 5, 0), 5);
    QByteArray frame;
    QTRY_VERIFY((frame += it.server.peer->readAll()).size() == 2 + 4 + 5);
    QCOMPARE(quint8(frame.at(0)), 0x82);
    QCOMPARE(quint8(frame.at(1)), 0x85);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(char(frame.at(6 + i) ^ frame.at(2 + i % 4)), "login"[i]);
    it.server.peer->write(serverFrame(0x82, "hello"));
    QByteArray got;
    QTRY_VERIFY((got += it.read()) == "hello");
    QVERIFY(it.failures.isEmpty());
}

// More than is read along with the answer, so that the rest of it is there before the first of it was passed on.
void TestWebSocket::whatCameWithTheAnswerIsNotLost()
{
    QByteArray early(200'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < early.size(); ++i)
        early[i] = char(i % 251);
    Joined it(nullptr, serverFrame(0x82, early));
    QVERIFY(it.joined);
    QByteArray got;
    QTRY_VERIFY((got += it.read()).size() >= early.size());
    QVERIFY(got == early);
}

void TestWebSocket::pingsAreAnswered()
{
    Joined it;
    QVERIFY(it.joined);
    it.server.peer->write(serverFrame(0x89, "you?"));
    QByteArray frame;
    QTRY_VERIFY((frame += it.server.peer->readAll()).size() == 2 + 4 + 4);
    QCOMPARE(quint8(frame.at(0)), 0x8A);
    QCOMPARE(char(frame.at(6) ^ frame.at(2)), 'y');
}

// What nobody takes in stays with the sender: in the kernel's buffers, not in the relay.
void TestWebSocket::aSlowReaderSlowsTheBrokerDown()
{
    QFETCH(bool, tls);
    const qsizetype size = (tls ? 32 : 64) << 20;
    Joined it(tls ? &m_secrets : nullptr);
    QVERIFY(it.joined);
    it.server.peer->write(serverFrame(0x82, QByteArray(size, 'x')));
    qint64 before = -1;
    QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, it.server.waiting()) == it.server.waiting() && before < size - 100'000, 20'000);
    QVERIFY2(before > size / 2, qPrintable(QString::number(before))); // most of it waits there
    QCOMPARE(it.readAll(size), size);
    QVERIFY(it.failures.isEmpty());
}

void TestWebSocket::aSlowBrokerSlowsTheWriterDown()
{
    constexpr qsizetype limit = 64 << 20;
    QFETCH(bool, tls);
    Joined it(tls ? &m_secrets : nullptr);
    QVERIFY(it.joined);
    const QByteArray bytes(64 << 10, 'y');
    qsizetype written = 0;
    int refusals = 0;
    const auto writeMore = [&] { // until nothing is taken for a while
        for (;;) {
            const auto more = ::send(it.local, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
            if (more <= 0)
                break;
            written += more;
            refusals = 0;
            if (written > limit)
                return true;
        }
        return ++refusals > 20;
    };
    QTRY_VERIFY_WITH_TIMEOUT(writeMore(), 30'000);
    QVERIFY2(written < limit, "it took all of it in");
    it.server.peer->setReadBufferSize(0);
    qsizetype got = 0;
    QTRY_VERIFY_WITH_TIMEOUT((got += it.server.peer->readAll().size()) > written, 30'000); // and then all of it goes through
    QVERIFY(it.failures.isEmpty());
}

void TestWebSocket::theEndComesBehindAllThatWasSent()
{
    constexpr qsizetype size = 3 << 20;
    QFETCH(bool, tls);
    Joined it(tls ? &m_secrets : nullptr);
    QVERIFY(it.joined);
    it.server.peer->write(serverFrame(0x82, QByteArray(size, 'x')) + serverFrame(0x88, QByteArray()));
    it.server.peer->disconnectFromHost();
    QCOMPARE(it.readAll(size + 1), size);
    QVERIFY(it.ended);
    QVERIFY(it.failures.isEmpty());
}

void TestWebSocket::aBreachIsToldOnce()
{
    Joined it;
    QVERIFY(it.joined);
    it.server.peer->write(serverFrame(0x81, "text") + serverFrame(0x81, "text"));
    QTRY_COMPARE(it.failures.size(), 1);
    it.server.peer->write(serverFrame(0x81, "text"));
    it.server.peer->disconnectFromHost();
    QTest::qWait(0);
    QCOMPARE(it.failures.size(), 1);
}

void TestWebSocket::whatNobodyCanDecryptEndsIt()
{
    Joined it(&m_secrets);
    QVERIFY(it.joined);
    it.server.peer->write(serverFrame(0x82, "hello"));
    QByteArray got;
    QTRY_VERIFY((got += it.read()) == "hello");
    const QByteArray record = QByteArray::fromHex("1703030020") + QByteArray(32, 'x');
    QCOMPARE(::send(int(it.server.peer->socketDescriptor()), record.constData(), size_t(record.size()), 0), record.size());
    QTRY_VERIFY(it.read().isEmpty() && it.ended);
}

void TestWebSocket::goodbyeIsAnswered()
{
    Joined it;
    QVERIFY(it.joined);
    it.server.peer->write(serverFrame(0x88, "\x03\xE8"));
    QTRY_VERIFY(it.read().isEmpty() && it.ended);
    it.relay->finish();
    QByteArray frames;
    QTRY_VERIFY((frames += it.server.peer->readAll()).size() == 2 + 4 + 2);
    QCOMPARE(quint8(frames.at(0)), 0x88);
}

void TestWebSocket::goodbyeGetsOut()
{
    Joined it;
    QVERIFY(it.joined);
    QCOMPARE(::send(it.local, "bye", 3, 0), 3);
    it.close();
    it.relay->finish();
    it.relay.reset();
    QByteArray frames;
    QTRY_VERIFY((frames += it.server.peer->readAll()).size() == 2 + 4 + 3 + 2 + 4 + 2);
    QCOMPARE(quint8(frames.at(0)), 0x82);
    QCOMPARE(quint8(frames.at(9)), 0x88);
}

QTEST_GUILESS_MAIN(TestWebSocket)
#include "tst_websocket.moc"
