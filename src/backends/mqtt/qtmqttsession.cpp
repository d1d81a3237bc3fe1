#include "backends/mqtt/qtmqttsession.h"

#include "backends/mqtt/qttls.h"

#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSslSocket>
#include <QTcpSocket>

namespace muster {
namespace {

/// Text that comes back as the same bytes, or nothing.
std::optional<QString> textOf(const QByteArray &topic)
{
    QString text = QString::fromUtf8(topic);
    if (topic.isEmpty() || topic.contains('\0') || text.toUtf8() != topic)
        return std::nullopt;
    return text;
}

class QtMqttProperties final : public MqttExtras
{
public:
    explicit QtMqttProperties(const QMqttMessage &message)
        : m_message(message)
    {}
    [[nodiscard]] MessageProperties read() const override
    {
        const QMqttPublishProperties from = m_message.publishProperties();
        const auto has = [given = from.availableProperties()](QMqttPublishProperties::PublishPropertyDetail detail) { return given.testFlag(detail); };
        MessageProperties all;
        if (has(QMqttPublishProperties::PayloadFormatIndicator))
            all.isText = from.payloadFormatIndicator() == QMqtt::PayloadFormatIndicator::UTF8Encoded;
        if (has(QMqttPublishProperties::MessageExpiryInterval))
            all.expiry = from.messageExpiryInterval();
        if (has(QMqttPublishProperties::ContentType) && all.hasRoomFor(2 * from.contentType().size()))
            all.contentType = from.contentType();
        if (has(QMqttPublishProperties::ResponseTopic) && all.hasRoomFor(2 * from.responseTopic().size()))
            all.responseTopic = from.responseTopic();
        if (has(QMqttPublishProperties::CorrelationData) && all.hasRoomFor(from.correlationData().size()))
            all.correlation = from.correlationData();
        const QMqttUserProperties user = from.userProperties();
        for (const QMqttStringPair &pair : user) {
            if (all.hasRoomFor(2 * (pair.name().size() + pair.value().size())))
                all.user.append({pair.name(), pair.value()});
        }
        return all;
    }

private:
    const QMqttMessage &m_message;
};

} // namespace

QtMqttSession::QtMqttSession(MqttClient::Listener &listener)
    : m_listener(&listener)
    , m_socketFault(MqttFault::cancelled())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(MqttFault::timedOut(m_options)); });
}

QtMqttSession::~QtMqttSession()
{
    if (m_client)
        m_client->disconnect(this);
    if (m_socket)
        m_socket->disconnect(this);
    if (m_phase == Phase::Open)
        goodbye();
    qDeleteAll(findChildren<QMqttClient *>(Qt::FindDirectChildrenOnly)); // before their sockets, which they still write to
}

void QtMqttSession::release()
{
    m_listener = nullptr;
    deleteLater();
}

void QtMqttSession::open(const MqttOptions &options)
{
    m_options = options;
    m_phase = Phase::Starting;
    QMetaObject::invokeMethod(this, &QtMqttSession::start, Qt::QueuedConnection);
}

void QtMqttSession::start()
{
    if (m_phase != Phase::Starting || !m_listener)
        return;
    drop();
    if (!m_options.webPath.isEmpty()) {
        end(MqttFault::webSocketsUnsupported());
        return;
    }
    if (m_options.host.isEmpty() || m_options.port == 0) {
        end(MqttFault::invalid(MqttFault::tr("A broker's address needs a host and a port. Complete it.")));
        return;
    }
    m_phase = Phase::Connecting;
    m_deadline.start(m_options.timeLimit * 1'000);
    m_socket = m_options.tls ? new QSslSocket(this) : new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &QtMqttSession::socketFailed);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { end(sessionFault()); });
    connect(m_socket, &QTcpSocket::readyRead, this, &QtMqttSession::peek);
    if (m_options.tls) {
        if (secure())
            qobject_cast<QSslSocket *>(m_socket)->connectToHostEncrypted(m_options.host, m_options.port);
        return;
    }
    connect(m_socket, &QTcpSocket::connected, this, &QtMqttSession::greet);
    m_socket->connectToHost(m_options.host, m_options.port);
}

bool QtMqttSession::secure()
{
    auto *socket = qobject_cast<QSslSocket *>(m_socket);
    if (const auto fault = qttls::prepare(*socket, m_options)) {
        end(*fault);
        return false;
    }
    connect(socket, &QSslSocket::encrypted, this, [this] {
        if (isPinned())
            greet();
    });
    connect(socket, &QSslSocket::sslErrors, this, &QtMqttSession::certificateRefused);
    return true;
}

// The pinned certificate is taken whatever else is said of it, and no other one.
bool QtMqttSession::isPinned()
{
    const auto fault = qttls::pinFault(*qobject_cast<QSslSocket *>(m_socket), m_options);
    if (!fault)
        return true;
    m_socketFault = *fault;
    end(m_socketFault);
    return false;
}

void QtMqttSession::certificateRefused(const QList<QSslError> &errors)
{
    auto *socket = qobject_cast<QSslSocket *>(m_socket);
    if (m_options.pin.isEmpty())
        m_socketFault = qttls::objection(*socket, m_options, errors);
    else if (isPinned())
        socket->ignoreSslErrors();
}

void QtMqttSession::socketFailed()
{
    const bool known = m_socketFault.error.code != Error::Code::Cancelled;
    const bool securing = m_phase == Phase::Connecting && m_options.tls;
    switch (m_socket->error()) {
    case QAbstractSocket::HostNotFoundError:
        return end(MqttFault::unknownHost(m_options));
    case QAbstractSocket::ConnectionRefusedError:
        return end(MqttFault::portClosed(m_options));
    case QAbstractSocket::SocketTimeoutError:
        return end(MqttFault::timedOut(m_options));
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return end(known ? m_socketFault : qttls::handshakeFault(m_options, m_socket->errorString()));
    case QAbstractSocket::RemoteHostClosedError:
        return end(securing ? MqttFault::hungUp(m_options) : sessionFault());
    default:
        return end(m_phase == Phase::Connecting ? MqttFault::unreachable(m_options, m_socket->errorString()) : sessionFault());
    }
}

void QtMqttSession::greet()
{
    if (m_phase != Phase::Connecting)
        return;
    m_phase = Phase::Greeting;
    m_client = new QMqttClient(this);
    m_client->setProtocolVersion(m_options.protocol == 5 ? QMqttClient::MQTT_5_0 : QMqttClient::MQTT_3_1_1);
    m_client->setClientId(m_options.clientId.isEmpty() ? QStringLiteral("muster-%1").arg(QRandomGenerator::global()->generate64(), 16, 16, QLatin1Char('0'))
                                                       : m_options.clientId);
    m_client->setKeepAlive(quint16(qBound(0, m_options.keepAlive, 65'535)));
    m_client->setAutoKeepAlive(m_options.keepAlive > 0);
    m_client->setUsername(m_options.user);
    m_client->setPassword(m_options.user.isEmpty() ? QString() : m_options.password);
    if (!m_options.will.topic.isEmpty()) {
        m_client->setWillTopic(QString::fromUtf8(m_options.will.topic));
        m_client->setWillMessage(m_options.will.payload);
        m_client->setWillQoS(quint8(m_options.will.qos));
        m_client->setWillRetain(m_options.will.retain);
    }
    m_client->setTransport(m_socket, QMqttClient::IODevice);
    connect(m_socket, &QTcpSocket::readyRead, this, &QtMqttSession::endBurst); // after the client's own
    connect(m_client, &QMqttClient::stateChanged, this, &QtMqttSession::stateChanged);
    connect(m_client, &QMqttClient::messageReceived, this, [this] { m_fresh = true; });
    connect(m_client, &QMqttClient::messageStatusChanged, this, [this](qint32 id, QMqtt::MessageStatus, const QMqttMessageStatusProperties &properties) {
        if (int(properties.reasonCode()) >= 0x80)
            acknowledged(id, int(properties.reasonCode()));
    });
    connect(m_client, &QMqttClient::messageSent, this, [this](qint32 id) { acknowledged(id, 0); });
    m_client->connectToHost();
}

void QtMqttSession::stateChanged(QMqttClient::ClientState state)
{
    if (state == QMqttClient::Connected && m_phase == Phase::Greeting) {
        m_phase = Phase::Open;
        m_deadline.stop();
        if (m_listener)
            m_listener->mqttConnected();
    } else if (state == QMqttClient::Disconnected) {
        end(sessionFault());
    }
}

// Comes before the client reads.
void QtMqttSession::peek()
{
    if (m_options.protocol == 5)
        m_tail = m_socket->peek(m_socket->bytesAvailable()).right(4);
    if (m_phase == Phase::Greeting && !m_socket->peek(1).startsWith('\x20'))
        end(MqttFault::protocol(m_options)); // not CONNACK; the client would wait on
}

MqttFault QtMqttSession::sessionFault() const
{
    const int refusal = m_client ? int(m_client->serverConnectionProperties().reasonCode()) : 0;
    if (refusal != 0)
        return MqttFault::refused(m_options, refusal);
    const bool open = m_phase == Phase::Open;
    const auto error = m_client ? m_client->error() : QMqttClient::NoError;
    if (error == QMqttClient::ServerUnavailable) // no answer to its pings
        return MqttFault::silent(m_options);
    if (error == QMqttClient::ProtocolViolation || error == QMqttClient::UnknownError)
        return MqttFault::protocol(m_options);
    // DISCONNECT of MQTT 5: E0, length, reason, and possibly the length of its properties, 0 as far as brokers are known.
    if (open && m_tail.size() == 4 && m_tail.startsWith(QByteArray::fromHex("e002")))
        return MqttFault::ended(m_options, quint8(m_tail.at(2)));
    if (open && m_tail.right(3).startsWith(QByteArray::fromHex("e001")))
        return MqttFault::ended(m_options, quint8(m_tail.back()));
    return open ? MqttFault::lost(m_options) : MqttFault::hungUp(m_options);
}

void QtMqttSession::receive(const QMqttMessage &message)
{
    if (!m_fresh || m_phase != Phase::Open || !m_listener)
        return;
    m_fresh = false;
    m_telling = true;
    if (!m_burst) {
        m_burst = true;
        m_listener->mqttBurst(true);
    }
    const QByteArray topic = message.topic().name().toUtf8();
    const QByteArray payload = message.payload();
    const QtMqttProperties extras(message);
    if (m_listener && m_phase == Phase::Open)
        m_listener->mqttReceived({topic, payload, message.qos(), message.retain(), m_options.protocol == 5 ? &extras : nullptr});
    m_telling = false;
}

void QtMqttSession::endBurst()
{
    if (!m_burst)
        return;
    m_burst = false;
    if (m_listener)
        m_listener->mqttBurst(false);
}

void QtMqttSession::acknowledged(int id, int reason)
{
    const int token = m_tokens.take(id);
    if (token == 0 || !m_listener || m_phase != Phase::Open)
        return;
    if (reason < 0x80)
        m_listener->mqttPublished(token);
    else
        m_listener->mqttRefused(token, MqttFault::refusedMessage(m_options, reason).error);
}

void QtMqttSession::outsideOfMessages(const std::function<void()> &order)
{
    const auto run = [this, order] {
        if (m_phase == Phase::Open && m_client)
            order();
    };
    if (m_telling)
        QTimer::singleShot(0, this, run);
    else
        run();
}

Result<void> QtMqttSession::subscribe(const QByteArray &filter, int qos)
{
    if (m_phase != Phase::Open)
        return tl::unexpected(MqttFault::notConnected(m_options).error);
    const auto text = textOf(filter);
    const QMqttTopicFilter topic(text.value_or(QString()));
    if (!text || !topic.isValid())
        return tl::unexpected(MqttFault::badTopic(QString::fromUtf8(filter)).error);
    outsideOfMessages([this, topic, filter, qos] { follow(m_client->subscribe(topic, quint8(qos)), filter); });
    return {};
}

void QtMqttSession::follow(QMqttSubscription *subscription, const QByteArray &filter)
{
    const auto answer = [this, filter](bool granted) {
        if (m_listener && m_phase == Phase::Open)
            m_listener->mqttSubscribed(filter, granted);
    };
    if (!subscription || subscription->state() == QMqttSubscription::Subscribed || subscription->state() == QMqttSubscription::Error) {
        const bool granted = subscription && subscription->state() == QMqttSubscription::Subscribed;
        QTimer::singleShot(0, this, [answer, granted] { answer(granted); });
        return;
    }
    connect(subscription, &QMqttSubscription::stateChanged, this, [answer](QMqttSubscription::SubscriptionState state) {
        if (state == QMqttSubscription::Subscribed || state == QMqttSubscription::Error)
            answer(state == QMqttSubscription::Subscribed);
    });
    connect(subscription, &QMqttSubscription::messageReceived, this, &QtMqttSession::receive);
}

Result<void> QtMqttSession::unsubscribe(const QByteArray &filter)
{
    if (m_phase != Phase::Open)
        return tl::unexpected(MqttFault::notConnected(m_options).error);
    const auto text = textOf(filter);
    if (!text)
        return tl::unexpected(MqttFault::badTopic(QString::fromUtf8(filter)).error);
    outsideOfMessages([this, topic = QMqttTopicFilter(*text)] { m_client->unsubscribe(topic); });
    return {};
}

Result<int> QtMqttSession::publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain)
{
    const auto text = textOf(topic);
    const QMqttTopicName name(text.value_or(QString()));
    if (m_phase != Phase::Open)
        return tl::unexpected(MqttFault::notConnected(m_options).error);
    if (!text || !name.isValid())
        return tl::unexpected(MqttFault::badTopic(QString::fromUtf8(topic)).error);
    if (m_tokens.size() >= maxUnconfirmed || m_socket->bytesToWrite() > maxUnwritten)
        return tl::unexpected(MqttFault::tooMany(m_options).error);
    if (payload.size() > 268'435'455 - topic.size() - 16)
        return tl::unexpected(MqttFault::tooLarge(*text).error);
    const int id = m_client->publish(name, payload, quint8(qos), retain);
    if (id < 0)
        return tl::unexpected(MqttFault::notConnected(m_options).error);
    m_socket->flush(); // now, not when the event loop comes around
    const int token = ++m_lastToken;
    if (qos > 0) {
        m_tokens.insert(id, token);
    } else {
        QTimer::singleShot(0, this, [this, token] {
            if (m_listener && m_phase == Phase::Open)
                m_listener->mqttPublished(token);
        });
    }
    return token;
}

void QtMqttSession::close()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Leaving)
        return;
    const bool wasOpen = m_phase == Phase::Open;
    m_phase = Phase::Leaving;
    m_deadline.start(wasOpen ? goodbyeMs : 0);
    if (wasOpen)
        QTimer::singleShot(0, this, &QtMqttSession::goodbye);
}

void QtMqttSession::goodbye()
{
    if (!m_client || !m_socket)
        return;
    m_socket->flush();
    if (m_socket->bytesToWrite() == 0)
        m_client->disconnectFromHost();
    else
        m_socket->abort();
}

void QtMqttSession::end(const MqttFault &fault)
{
    if (m_phase == Phase::Idle || (m_phase == Phase::Starting && m_socket))
        return; // told already, or replaced by a new session
    const MqttFault reason = m_phase == Phase::Leaving ? MqttFault::cancelled() : fault;
    drop();
    m_phase = Phase::Idle;
    if (m_listener && !reason.untrusted.fingerprint.isEmpty())
        m_listener->mqttCertificateRefused(reason.untrusted);
    if (m_listener && reason.keyLocked)
        m_listener->mqttKeyLocked();
    if (m_listener)
        m_listener->mqttDisconnected(reason.error, reason.permanent);
}

// The client and the socket may be on the stack: they go from the event loop, in this order.
void QtMqttSession::drop()
{
    m_deadline.stop();
    endBurst();
    if (m_client) {
        m_client->disconnect(this);
        m_client->deleteLater();
    }
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
    m_client = nullptr;
    m_socket = nullptr;
    m_socketFault = MqttFault::cancelled();
    m_tail.clear();
    m_tokens.clear();
    m_fresh = false;
}

} // namespace muster
