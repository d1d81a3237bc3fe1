#include "backends/mqtt/mosquittosession.h"

#include "backends/mqtt/mosquittoproperties.h"
#include "backends/mqtt/tlscontext.h"
#include "backends/mqtt/websocketrelay.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QRandomGenerator>
#include <QSocketNotifier>

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace muster {
namespace {

MqttFault systemFault(const MqttOptions &options, int error)
{
    switch (error) {
    case ECONNREFUSED:
        return MqttFault::portClosed(options);
    case ETIMEDOUT:
        return MqttFault::timedOut(options);
    case ECONNRESET: // it took the connection, and hung up on the first bytes of TLS
    case EPIPE:
        return MqttFault::hungUp(options);
    default:
        return MqttFault::unreachable(options, QString::fromLocal8Bit(std::strerror(error)));
    }
}

/// libmosquitto takes 0 (off) or 5 s and more.
int keepAliveOf(const MqttOptions &options)
{
    return options.keepAlive <= 0 ? 0 : qBound(5, options.keepAlive, 65'535);
}

QByteArray clientIdOf(const MqttOptions &options)
{
    if (!options.clientId.isEmpty())
        return options.clientId.toUtf8();
    return "muster-" + QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
}

} // namespace

/// While one exists, release() must not delete the session.
struct MosquittoSession::Busy
{
    explicit Busy(MosquittoSession &session)
        : m_session(session)
    {
        ++m_session.m_busy;
    }
    ~Busy() { --m_session.m_busy; }
    Busy(const Busy &) = delete;
    Busy &operator=(const Busy &) = delete;

    MosquittoSession &m_session;
};

/// What libmosquitto calls, always from within one of its functions. Only a message goes straight through to the Listener; the rest is
/// noted and told once the function has returned.
struct MosquittoSession::Callbacks
{
    static MosquittoSession &session(void *self) { return *static_cast<MosquittoSession *>(self); }

    static void connected(mosquitto *, void *self, int code, int, const mosquitto_property *)
    {
        if (code == 0)
            session(self).m_welcome = true;
        else
            session(self).m_refusal = code;
    }

    // `code`: a reason code of MQTT 5 (from 128 on) or one of libmosquitto's own, which its function returns as well.
    static void disconnected(mosquitto *, void *self, int code, const mosquitto_property *)
    {
        session(self).m_over = true;
        if (code >= 0x80)
            session(self).m_refusal = code;
    }

    static void message(mosquitto *, void *self, const mosquitto_message *message, const mosquitto_property *properties)
    {
        MosquittoSession &it = session(self);
        if (it.m_phase != Phase::Open || !it.m_listener)
            return;
        if (!it.m_burst) {
            it.m_burst = true;
            it.m_listener->mqttBurst(true);
            if (it.m_phase != Phase::Open || !it.m_listener)
                return;
        }
        const MosquittoProperties extras(properties);
        it.m_listener->mqttReceived({QByteArrayView(message->topic, qsizetype(std::strlen(message->topic))),
            QByteArrayView(static_cast<const char *>(message->payload), message->payloadlen), message->qos, message->retain, properties ? &extras : nullptr});
        errno = 0; // readBurst() takes EAGAIN for "nothing left to read"
    }

    static void published(mosquitto *, void *self, int id, int reason, const mosquitto_property *) { session(self).m_published.append({id, reason}); }

    static void subscribed(mosquitto *, void *self, int id, int count, const int *codes, const mosquitto_property *)
    {
        session(self).m_subscribed.append({id, count > 0 && codes[0] < 0x80});
    }

    // Only set on the way up: with it, the library formats a line for every packet.
    static void logged(mosquitto *, void *self, int level, const char *text)
    {
        if (level == MOSQ_LOG_ERR && session(self).m_tlsText.isEmpty())
            session(self).m_tlsText = QString::fromUtf8(text);
    }

    static void install(mosquitto *handle)
    {
        mosquitto_connect_v5_callback_set(handle, &connected);
        mosquitto_disconnect_v5_callback_set(handle, &disconnected);
        mosquitto_message_v5_callback_set(handle, &message);
        mosquitto_publish_v5_callback_set(handle, &published);
        mosquitto_subscribe_v5_callback_set(handle, &subscribed);
        mosquitto_log_callback_set(handle, &logged);
    }
};

MosquittoSession::MosquittoSession(MqttClient::Listener &listener)
    : m_listener(&listener)
{
    m_deadline.setSingleShot(true);
    m_attempt.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &MosquittoSession::outOfTime);
    connect(&m_attempt, &QTimer::timeout, this, [this] {
        const Busy busy(*this);
        m_lastFault = MqttFault::timedOut(m_options);
        tryNext();
    });
    connect(&m_misc, &QTimer::timeout, this, &MosquittoSession::misc);
}

MosquittoSession::~MosquittoSession()
{
    drop();
}

void MosquittoSession::release()
{
    m_listener = nullptr;
    if (m_busy > 0)
        deleteLater();
    else
        delete this;
}

void MosquittoSession::open(const MqttOptions &options)
{
    m_options = options;
    m_phase = Phase::Starting; // what the old session still has to say is not passed on
    QMetaObject::invokeMethod(this, &MosquittoSession::start, Qt::QueuedConnection);
}

void MosquittoSession::start()
{
    if (m_phase != Phase::Starting || !m_listener)
        return;
    const Busy busy(*this);
    drop();
    m_deadline.start(m_options.timeLimit * 1'000);
    if (!prepare())
        return;
    QHostAddress address;
    if (address.setAddress(m_options.host)) {
        m_addresses = {address};
        tryNext();
        return;
    }
    m_phase = Phase::Resolving;
    m_lookup = QHostInfo::lookupHost(m_options.host, this, [this](const QHostInfo &info) { resolved(info); });
}

bool MosquittoSession::prepare()
{
    [[maybe_unused]] static const int once = mosquitto_lib_init();
    const auto fail = [this](const MqttFault &fault) {
        end(fault);
        return false;
    };
    if (m_options.host.isEmpty() || m_options.port == 0)
        return fail(MqttFault::invalid(MqttFault::tr("A broker's address needs a host and a port. Complete it.")));
    m_handle = mosquitto_new(clientIdOf(m_options).constData(), true, this);
    if (!m_handle)
        return fail(MqttFault::invalid(MqttFault::tr("“%1” cannot be a client id. Choose another one.").arg(m_options.clientId)));
    mosquitto_int_option(m_handle, MOSQ_OPT_PROTOCOL_VERSION, m_options.protocol == 5 ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311);
    mosquitto_int_option(m_handle, MOSQ_OPT_TCP_NODELAY, 1);
    if (!m_options.user.isEmpty()) {
        mosquitto_username_pw_set(
            m_handle, m_options.user.toUtf8().constData(), m_options.password.isEmpty() ? nullptr : m_options.password.toUtf8().constData());
    }
    const MqttWill &will = m_options.will;
    if (!will.topic.isEmpty() && mosquitto_will_set(m_handle, will.topic.constData(), int(will.payload.size()), will.payload.constData(), will.qos, will.retain) != MOSQ_ERR_SUCCESS)
        return fail(MqttFault::badTopic(QString::fromUtf8(will.topic)));
    Callbacks::install(m_handle);
    if (!m_options.tls || !m_options.webPath.isEmpty())
        return true;
    auto tls = TlsContext::make(m_options);
    if (!tls)
        return fail(tls.error());
    m_tls = std::move(*tls);
    mosquitto_int_option(m_handle, MOSQ_OPT_SSL_CTX_WITH_DEFAULTS, 0);
    mosquitto_void_option(m_handle, MOSQ_OPT_SSL_CTX, m_tls->handle());
    return true;
}

void MosquittoSession::resolved(const QHostInfo &info)
{
    if (m_phase != Phase::Resolving || info.lookupId() != m_lookup)
        return;
    const Busy busy(*this);
    m_lookup = -1;
    m_addresses = info.addresses().mid(0, maxAddresses);
    m_lastFault = MqttFault::unknownHost(m_options);
    tryNext();
}

void MosquittoSession::tryNext()
{
    m_attempt.stop();
    while (!m_addresses.isEmpty()) {
        unwatch();
        m_phase = Phase::Connecting;
        const QHostAddress address = m_addresses.takeFirst();
        if (const auto left = int(m_addresses.size()); left > 0)
            m_attempt.start(qMax(1'000, m_deadline.remainingTime() / (left + 1)));
        if (!m_options.webPath.isEmpty())
            return openRelay(address);
        const int code = mosquitto_connect_async(m_handle, address.toString().toLatin1().constData(), m_options.port, keepAliveOf(m_options));
        if (code == MOSQ_ERR_SUCCESS || code == MOSQ_ERR_CONN_PENDING)
            return watch(mosquitto_socket(m_handle));
        m_attempt.stop();
        if (m_tls && (!m_tlsText.isEmpty() || m_tls->wasAsked())) // it got as far as the handshake
            return end(faultOf(MOSQ_ERR_TLS));
        m_lastFault = code == MOSQ_ERR_ERRNO ? systemFault(m_options, errno) : faultOf(code);
    }
    end(m_lastFault);
}

void MosquittoSession::openRelay(const QHostAddress &address)
{
    dropRelay();
    m_relay = std::make_unique<WebSocketRelay>(m_options);
    connect(m_relay.get(), &WebSocketRelay::opened, this, &MosquittoSession::joinRelay);
    connect(m_relay.get(), &WebSocketRelay::failed, this, [this](const MqttFault &fault) {
        const Busy busy(*this);
        if (m_relay->wasReached())
            return end(fault);
        m_lastFault = fault;
        tryNext();
    });
    m_relay->start(address);
}

void MosquittoSession::dropRelay()
{
    if (!m_relay)
        return;
    m_relay->finish();
    m_relay.release()->deleteLater(); // it may be in the middle of telling us something
}

// libmosquitto takes a host for the path of a local socket where the port is 0.
void MosquittoSession::joinRelay()
{
    if (m_phase != Phase::Connecting)
        return;
    const Busy busy(*this);
    m_attempt.stop();
    m_addresses.clear();
    const int error = m_relay->join([this](const char *path) {
        const int code = mosquitto_connect_async(m_handle, path, 0, keepAliveOf(m_options));
        return code == MOSQ_ERR_SUCCESS || code == MOSQ_ERR_CONN_PENDING;
    });
    if (error != 0)
        return end(systemFault(m_options, error));
    watch(mosquitto_socket(m_handle));
}

void MosquittoSession::watch(int socket)
{
    m_reading = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    m_reading->setEnabled(false);
    m_writing = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
    connect(m_reading.get(), &QSocketNotifier::activated, this, &MosquittoSession::readable);
    connect(m_writing.get(), &QSocketNotifier::activated, this, &MosquittoSession::writable);
}

void MosquittoSession::unwatch()
{
    for (auto *notifier : {&m_reading, &m_writing}) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater(); // it may be in the middle of telling us something
        }
    }
}

void MosquittoSession::connected()
{
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(mosquitto_socket(m_handle), SOL_SOCKET, SO_ERROR, &error, &size);
    // With TLS the library writes before it may, and that write takes the error away: it was not written, and there is nobody at the other end.
    const auto *ssl = static_cast<const SSL *>(mosquitto_ssl_get(m_handle));
    sockaddr_storage peer {};
    socklen_t peerSize = sizeof peer;
    if (error == 0 && ssl && !SSL_want_read(ssl) && getpeername(mosquitto_socket(m_handle), reinterpret_cast<sockaddr *>(&peer), &peerSize) != 0)
        error = ECONNREFUSED;
    if (error != 0) {
        m_lastFault = systemFault(m_options, error);
        tryNext();
        return;
    }
    m_attempt.stop();
    m_addresses.clear();
    m_reading->setEnabled(true);
    m_phase = m_tls ? Phase::Securing : Phase::Greeting;
    if (m_tls)
        secure();
    else
        settle(mosquitto_loop_write(m_handle, 1));
}

// The handshake goes on in mosquitto_loop_read() whichever way the socket is ready; mosquitto_loop_write() does nothing before its end.
// It reports a peer that has gone (SSL_ERROR_SYSCALL) as success, so that is looked at here.
void MosquittoSession::secure()
{
    const int code = mosquitto_loop_read(m_handle, 1);
    const int socket = mosquitto_socket(m_handle);
    if (code != MOSQ_ERR_SUCCESS || socket < 0) {
        end(faultOf(MOSQ_ERR_TLS));
        return;
    }
    auto *ssl = static_cast<SSL *>(mosquitto_ssl_get(m_handle));
    if (SSL_is_init_finished(ssl))
        return greet();
    char byte = 0;
    const auto peeked = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (peeked == 0 || (peeked < 0 && errno != EAGAIN && errno != EINTR))
        end(faultOf(MOSQ_ERR_CONN_LOST));
    else
        m_writing->setEnabled(SSL_want_write(ssl));
}

// In TLS 1.3 the server looks at our certificate after we take the handshake for done. A server that refuses it says why and closes; had we written
// meanwhile, the write would fail and the reason be lost. So it is given a moment, which ends with the first thing it says (RFC 8446 section 4.6.1:
// session tickets, as a rule).
void MosquittoSession::greet()
{
    m_phase = Phase::Greeting;
    const auto *ssl = static_cast<SSL *>(mosquitto_ssl_get(m_handle));
    if (SSL_version(ssl) != TLS1_3_VERSION || !m_tls->wasAsked()) {
        settle(mosquitto_loop_write(m_handle, 1));
        return;
    }
    m_writing->setEnabled(false);
    QTimer::singleShot(judgeMs, m_writing.get(), [this] { updateWriting(); });
}

void MosquittoSession::outOfTime()
{
    const Busy busy(*this);
    end(MqttFault::timedOut(m_options));
}

void MosquittoSession::readable()
{
    const Busy busy(*this);
    if (m_phase == Phase::Securing)
        secure();
    else if (m_handle)
        settle(readBurst());
}

void MosquittoSession::writable()
{
    const Busy busy(*this);
    if (m_phase == Phase::Connecting)
        connected();
    else if (m_phase == Phase::Securing)
        secure();
    else if (m_handle)
        settle(mosquitto_loop_write(m_handle, 1));
}

void MosquittoSession::misc()
{
    const Busy busy(*this);
    if (m_handle)
        settle(mosquitto_loop_misc(m_handle));
}

// mosquitto_loop_read() takes in one packet a call when no QoS 1 or 2 message is under way. It is called until the socket is empty, so that
// a burst pays for the event loop once. What is left at the bound wakes the notifier again.
int MosquittoSession::readBurst()
{
    QElapsedTimer clock;
    clock.start();
    int code = MOSQ_ERR_SUCCESS;
    for (int packets = 1; packets <= burstMessages; ++packets) {
        errno = 0;
        code = mosquitto_loop_read(m_handle, 1);
        if (code != MOSQ_ERR_SUCCESS || errno == EAGAIN || m_over || !m_listener || m_phase == Phase::Starting)
            break;
        if (packets % 32 == 0 && clock.nsecsElapsed() > burstMicros * 1'000LL)
            break;
    }
    if (m_burst) {
        m_burst = false;
        if (m_listener)
            m_listener->mqttBurst(false);
    }
    return code;
}

// Tells the Listener what the library's function has noted; any of its calls may close, open anew or delete.
void MosquittoSession::settle(int code)
{
    if (m_welcome && m_listener && m_phase == Phase::Greeting) {
        m_welcome = false;
        m_up = true;
        m_phase = Phase::Open;
        m_deadline.stop();
        m_misc.start(1'000);
        mosquitto_log_callback_set(m_handle, nullptr);
        m_listener->mqttConnected();
    }
    report();
    if (!m_listener || m_phase == Phase::Starting)
        return;
    if (code != MOSQ_ERR_SUCCESS || m_over || mosquitto_socket(m_handle) < 0)
        end(faultOf(code));
    else
        updateWriting();
}

void MosquittoSession::report()
{
    const auto subscribed = std::exchange(m_subscribed, {});
    for (const auto &[id, granted] : subscribed) {
        const QByteArray filter = m_filters.take(id);
        if (m_listener && m_phase == Phase::Open && !filter.isEmpty())
            m_listener->mqttSubscribed(filter, granted);
    }
    const auto published = std::exchange(m_published, {});
    for (const auto &[id, reason] : published) {
        const auto [token, size] = m_sent.take(id);
        m_waiting -= size;
        if (!m_listener || m_phase != Phase::Open || token == 0)
            continue;
        if (reason < 0x80)
            m_listener->mqttPublished(token);
        else
            m_listener->mqttRefused(token, MqttFault::refusedMessage(m_options, reason).error);
    }
}

void MosquittoSession::scheduleReport()
{
    if (m_reportScheduled || (m_published.isEmpty() && m_subscribed.isEmpty()))
        return;
    m_reportScheduled = true;
    QTimer::singleShot(0, this, [this] {
        const Busy busy(*this);
        m_reportScheduled = false;
        report();
    });
}

void MosquittoSession::updateWriting()
{
    if (m_writing && (m_phase == Phase::Greeting || m_phase == Phase::Open || m_phase == Phase::Leaving))
        m_writing->setEnabled(mosquitto_want_write(m_handle));
}

} // namespace muster
