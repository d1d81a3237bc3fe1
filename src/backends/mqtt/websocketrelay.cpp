#include "backends/mqtt/websocketrelay.h"

#include "backends/mqtt/qttls.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace muster {

namespace {

constexpr quint16 usualPort = 80;
constexpr quint16 usualTlsPort = 443;

/// A socket that is closed again.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

bool makeNonBlocking(int socket)
{
    return ::fcntl(socket, F_SETFL, O_NONBLOCK) == 0 && ::fcntl(socket, F_SETFD, FD_CLOEXEC) == 0;
}

/// As the request names it: an international name in its ASCII form, an IPv6 address in brackets, the port where it is not the usual one.
QByteArray hostOf(const MqttOptions &options)
{
    const bool ipv6 = options.host.contains(QLatin1Char(':'));
    const QByteArray ascii = QUrl::toAce(options.host); // none where it is no proper name: "my_broker"
    const QByteArray name = ipv6 ? '[' + options.host.section(QLatin1Char('%'), 0, 0).toLatin1() + ']' : ascii.isEmpty() ? QUrl::toPercentEncoding(options.host) : ascii;
    const bool usual = options.port == (options.tls ? usualTlsPort : usualPort);
    return usual ? name : name + ':' + QByteArray::number(options.port);
}

QByteArray randomKey()
{
    std::array<quint32, 4> numbers {};
    QRandomGenerator::system()->fillRange(numbers.data(), qsizetype(numbers.size()));
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof numbers).toBase64();
}

} // namespace

WebSocketRelay::WebSocketRelay(const MqttOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_objection(MqttFault::cancelled())
    , m_socket(options.tls ? new QSslSocket(this) : new QTcpSocket(this))
    , m_key(randomKey())
{
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(chunk);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &WebSocketRelay::socketFailed);
    connect(m_socket, &QTcpSocket::disconnected, this, &WebSocketRelay::socketClosed);
    connect(m_socket, &QTcpSocket::readyRead, this, &WebSocketRelay::readable);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &WebSocketRelay::updateReading);
}

WebSocketRelay::~WebSocketRelay()
{
    m_socket->disconnect(this);
    hangUp();
}

void WebSocketRelay::start(const QHostAddress &address)
{
    m_stage = Stage::Connecting;
    connect(m_socket, &QTcpSocket::connected, this, [this] { m_isReached = true; });
    if (m_options.tls)
        return secure(address);
    connect(m_socket, &QTcpSocket::connected, this, &WebSocketRelay::ask);
    m_socket->connectToHost(address, m_options.port);
}

void WebSocketRelay::secure(const QHostAddress &address)
{
    auto *socket = qobject_cast<QSslSocket *>(m_socket);
    if (const auto fault = qttls::prepare(*socket, m_options)) {
        QTimer::singleShot(0, this, [this, fault = *fault] { fail(fault); });
        return;
    }
    connect(socket, &QSslSocket::encryptedBytesWritten, this, &WebSocketRelay::updateReading);
    connect(socket, &QSslSocket::sslErrors, this, &WebSocketRelay::certificateRefused);
    connect(socket, &QSslSocket::encrypted, this, [this, socket] {
        if (const auto fault = qttls::pinFault(*socket, m_options))
            fail(*fault);
        else
            ask();
    });
    // The certificate is for the name, not for the address it led to.
    socket->connectToHostEncrypted(address.toString(), m_options.port, m_options.serverName.isEmpty() ? m_options.host : m_options.serverName);
}

// The pinned certificate is taken whatever else is said of it, and no other one.
void WebSocketRelay::certificateRefused(const QList<QSslError> &errors)
{
    auto *socket = qobject_cast<QSslSocket *>(m_socket);
    if (m_options.pin.isEmpty()) {
        m_objection = qttls::objection(*socket, m_options, errors);
        return;
    }
    if (const auto fault = qttls::pinFault(*socket, m_options))
        m_objection = *fault;
    else
        socket->ignoreSslErrors();
}

void WebSocketRelay::ask()
{
    if (m_stage != Stage::Connecting)
        return;
    m_stage = Stage::Asking;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->write(websocket::request(hostOf(m_options), m_options.webPath.toLatin1(), m_key));
}

void WebSocketRelay::socketFailed()
{
    if (m_stage == Stage::Over)
        return;
    const bool connecting = m_stage == Stage::Connecting;
    const bool isObjected = m_objection.error.code != Error::Code::Cancelled;
    switch (m_socket->error()) {
    case QAbstractSocket::HostNotFoundError:
        return fail(MqttFault::unknownHost(m_options));
    case QAbstractSocket::ConnectionRefusedError:
        return fail(MqttFault::portClosed(m_options));
    case QAbstractSocket::SocketTimeoutError:
        return fail(MqttFault::timedOut(m_options));
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        if (m_stage == Stage::Connecting || m_stage == Stage::Asking) // TLS 1.3: our certificate is judged after the handshake
            return fail(isObjected ? m_objection : qttls::handshakeFault(m_options, m_socket->errorString()));
        return hangUp(); // a record that nobody can read: Qt leaves the connection open, and nothing would ever come again
    case QAbstractSocket::RemoteHostClosedError:
        return; // socketClosed() comes, behind what is still to be read
    default:
        if (connecting)
            fail(MqttFault::unreachable(m_options, m_socket->errorString()));
    }
}

void WebSocketRelay::socketClosed()
{
    if (m_stage == Stage::Connecting || m_stage == Stage::Asking)
        return fail(m_stage == Stage::Asking && m_head.size() > 0 ? MqttFault::noWebSocket(m_options, 0, {}) : MqttFault::hungUp(m_options));
    takeIn();
    if (m_inward.isEmpty() && m_socket->bytesAvailable() == 0)
        hangUp(); // else when the local end has it all
}

void WebSocketRelay::readable()
{
    if (m_stage == Stage::Asking)
        readAnswer();
    else if (m_stage == Stage::Open)
        takeIn();
}

void WebSocketRelay::readAnswer()
{
    m_head += m_socket->read(websocket::maxHead - m_head.size());
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0 && m_head.size() < websocket::maxHead && QByteArrayView("HTTP/").startsWith(m_head.left(5)))
        return;
    const auto answer = websocket::answerOf(QByteArrayView(m_head).first(end < 0 ? 0 : end + 4), m_key);
    if (!answer.isUpgraded)
        return fail(MqttFault::noWebSocket(m_options, answer.status == 101 ? 0 : answer.status, QString::fromLatin1(answer.reason)));
    m_head.remove(0, end + 4); // what came along with it; a broker waits for the login, so as a rule nothing
    Q_EMIT opened();
}

int WebSocketRelay::join(const std::function<bool(const char *path)> &reach)
{
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/muster-XXXXXX")); // for us alone, and gone when both have met
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("mqtt")));
    sockaddr_un address {};
    if (!folder.isValid())
        return EACCES;
    if (size_t(path.size()) >= sizeof address.sun_path)
        return ENAMETOOLONG;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    const Descriptor door(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (door.number() < 0 || !makeNonBlocking(door.number()) || ::bind(door.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(door.number(), 1) != 0 || !reach(path.constData()))
        return errno;
    m_local = ::accept(door.number(), nullptr, nullptr);
    if (m_local < 0 || !makeNonBlocking(m_local))
        return errno;
    m_localReading = std::make_unique<QSocketNotifier>(m_local, QSocketNotifier::Read);
    m_localWriting = std::make_unique<QSocketNotifier>(m_local, QSocketNotifier::Write);
    m_localWriting->setEnabled(false);
    connect(m_localReading.get(), &QSocketNotifier::activated, this, &WebSocketRelay::sendOut);
    connect(m_localWriting.get(), &QSocketNotifier::activated, this, &WebSocketRelay::localWritable);
    m_stage = Stage::Open;
    QTimer::singleShot(0, this, &WebSocketRelay::takeIn);
    return 0;
}

// --- from the broker

void WebSocketRelay::takeIn()
{
    if (m_stage == Stage::Open && !m_head.isEmpty())
        digest(std::exchange(m_head, {}));
    for (int turn = 0; m_stage == Stage::Open && m_inward.isEmpty() && m_socket->bytesAvailable() > 0; ++turn) {
        if (turn == turns) {
            QTimer::singleShot(0, this, &WebSocketRelay::takeIn);
            return;
        }
        digest(m_socket->read(chunk));
    }
}

void WebSocketRelay::digest(const QByteArray &bytes)
{
    if (m_stage != Stage::Open || bytes.isEmpty())
        return;
    const auto state = m_frames.take(bytes, m_inward);
    if (state == websocket::FrameReader::State::Broken)
        return fail(MqttFault::protocol(m_options));
    answerPing();
    if (state == websocket::FrameReader::State::Closed)
        m_stage = Stage::Ending;
    writeLocal();
}

void WebSocketRelay::writeLocal()
{
    while (m_local >= 0 && m_written < m_inward.size()) {
        const auto more = ::send(m_local, m_inward.constData() + m_written, size_t(m_inward.size() - m_written), MSG_NOSIGNAL);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            m_localWriting->setEnabled(true);
            return;
        }
        if (more <= 0)
            return hangUp();
        m_written += more;
    }
    if (m_local < 0)
        return;
    m_inward.clear();
    m_written = 0;
    m_localWriting->setEnabled(false);
    const bool isOver = m_stage == Stage::Ending || (m_socket->state() == QAbstractSocket::UnconnectedState && m_socket->bytesAvailable() == 0);
    if (isOver)
        hangUp(); // all that came was passed on
}

void WebSocketRelay::localWritable()
{
    writeLocal();
    takeIn();
}

// A peer that sends pings without taking in the answers gets none.
void WebSocketRelay::answerPing()
{
    if (const auto ping = m_frames.takePing(); ping && unwritten() < mostUnwritten)
        send(websocket::Opcode::Pong, *ping);
}

// --- to the broker

qint64 WebSocketRelay::unwritten() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

void WebSocketRelay::updateReading()
{
    if (m_localReading)
        m_localReading->setEnabled(m_stage == Stage::Open && unwritten() < mostUnwritten);
}

void WebSocketRelay::sendOut()
{
    QByteArray bytes(chunk, Qt::Uninitialized);
    for (int turn = 0; turn < turns && m_stage == Stage::Open && m_local >= 0 && unwritten() < mostUnwritten; ++turn) {
        const auto got = ::recv(m_local, bytes.data(), size_t(bytes.size()), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        if (got <= 0)
            return hangUp();
        send(websocket::Opcode::Binary, QByteArrayView(bytes).first(got));
    }
    updateReading();
}

// A mask nobody can foresee, so that nobody makes bytes of his choice appear on the wire (RFC 6455 section 10.3).
void WebSocketRelay::send(websocket::Opcode opcode, QByteArrayView payload)
{
    m_outward.resize(0);
    websocket::appendFrame(m_outward, opcode, payload, QRandomGenerator::system()->generate());
    m_socket->write(m_outward);
}

// --- the end

void WebSocketRelay::fail(const MqttFault &fault)
{
    if (m_stage == Stage::Over)
        return;
    m_stage = Stage::Over;
    m_socket->disconnect(this);
    Q_EMIT failed(fault);
}

void WebSocketRelay::hangUp()
{
    for (auto *notifier : {&m_localReading, &m_localWriting}) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater(); // it may be in the middle of telling us something
        }
    }
    if (m_local >= 0)
        ::close(m_local);
    m_local = -1;
}

void WebSocketRelay::finish()
{
    disconnect();
    if (m_stage == Stage::Open || m_stage == Stage::Ending) { // section 5.5.1: a goodbye is answered
        sendOut();
        constexpr std::array<char, 2> normal {'\x03', '\xE8'}; // 1000, RFC 6455 section 7.4.1
        send(websocket::Opcode::Close, QByteArrayView(normal.data(), qsizetype(normal.size())));
        m_socket->flush();
    }
    m_stage = Stage::Over;
    m_socket->disconnect(this);
    hangUp();
}

} // namespace muster
