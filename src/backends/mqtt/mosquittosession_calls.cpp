// The orders a session takes, and how it ends; mosquittosession.cpp is the way up and the event loop.
#include "backends/mqtt/mosquittosession.h"

#include "backends/mqtt/tlscontext.h"
#include "backends/mqtt/websocketrelay.h"

#include <QHostInfo>
#include <QSocketNotifier>

#include <mosquitto.h>

#include <openssl/err.h>
#include <openssl/sslerr.h>

namespace muster {

Result<void> MosquittoSession::subscribe(const QByteArray &filter, int qos)
{
    if (m_phase != Phase::Open)
        return verdict(MOSQ_ERR_NO_CONN, filter);
    if (filter.isEmpty() || filter.contains('\0')) // the library takes the first and cuts the second
        return verdict(MOSQ_ERR_INVAL, filter);
    if (m_filters.size() >= maxUnconfirmed)
        return verdict(MOSQ_ERR_NOMEM, filter);
    int id = 0;
    const int code = mosquitto_subscribe(m_handle, &id, filter.constData(), qos);
    if (code == MOSQ_ERR_SUCCESS)
        m_filters.insert(id, filter);
    updateWriting();
    return verdict(code, filter);
}

Result<void> MosquittoSession::unsubscribe(const QByteArray &filter)
{
    if (m_phase != Phase::Open)
        return verdict(MOSQ_ERR_NO_CONN, filter);
    if (filter.isEmpty() || filter.contains('\0'))
        return verdict(MOSQ_ERR_INVAL, filter);
    const int code = mosquitto_unsubscribe(m_handle, nullptr, filter.constData());
    updateWriting();
    return verdict(code, filter);
}

Result<int> MosquittoSession::publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain)
{
    const auto fail = [&](int code) { return tl::unexpected(verdict(code, topic).error()); };
    if (m_phase != Phase::Open)
        return fail(MOSQ_ERR_NO_CONN);
    if (topic.contains('\0'))
        return fail(MOSQ_ERR_INVAL);
    if (m_sent.size() >= maxUnconfirmed || (m_waiting > 0 && m_waiting + payload.size() > maxWaiting))
        return fail(MOSQ_ERR_NOMEM);
    if (payload.size() > 268'435'455)
        return fail(MOSQ_ERR_PAYLOAD_SIZE);
    int id = 0;
    const int code = mosquitto_publish(m_handle, &id, topic.constData(), int(payload.size()), payload.constData(), qos, retain);
    if (code != MOSQ_ERR_SUCCESS)
        return fail(code);
    const int token = ++m_lastToken;
    m_sent.insert(id, {token, payload.size()});
    m_waiting += payload.size();
    updateWriting();
    scheduleReport();
    return token;
}

Result<void> MosquittoSession::verdict(int code, const QByteArray &name) const
{
    const QString topic = QString::fromUtf8(name);
    switch (code) {
    case MOSQ_ERR_SUCCESS:
        return {};
    case MOSQ_ERR_INVAL:
    case MOSQ_ERR_MALFORMED_UTF8:
        return tl::unexpected(MqttFault::badTopic(topic).error);
    case MOSQ_ERR_PAYLOAD_SIZE:
    case MOSQ_ERR_OVERSIZE_PACKET:
        return tl::unexpected(MqttFault::tooLarge(topic).error);
    case MOSQ_ERR_NOMEM:
        return tl::unexpected(MqttFault::tooMany(m_options).error);
    case MOSQ_ERR_QOS_NOT_SUPPORTED:
    case MOSQ_ERR_RETAIN_NOT_SUPPORTED:
    case MOSQ_ERR_NOT_SUPPORTED:
        return tl::unexpected(MqttFault::notSupported(m_options).error);
    default:
        return tl::unexpected(MqttFault::notConnected(m_options).error);
    }
}

void MosquittoSession::close()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Leaving)
        return;
    const bool wasOpen = m_phase == Phase::Open;
    m_phase = Phase::Leaving;
    m_attempt.stop();
    m_deadline.start(wasOpen ? goodbyeMs : 0);
    if (!wasOpen)
        return;
    mosquitto_disconnect(m_handle);
    if (m_over) { // written at once, and the socket is closed
        m_deadline.start(0);
        unwatch();
    } else {
        updateWriting();
    }
}

void MosquittoSession::end(const MqttFault &fault)
{
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

void MosquittoSession::drop()
{
    m_deadline.stop();
    m_attempt.stop();
    m_misc.stop();
    if (m_lookup != -1)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    unwatch();
    if (m_handle) {
        if (m_up && !m_over)
            mosquitto_disconnect(m_handle); // politely, if it can be written at once
        mosquitto_destroy(m_handle);
    }
    m_handle = nullptr;
    dropRelay();
    m_tls.reset();
    m_addresses.clear();
    m_sent.clear();
    m_waiting = 0;
    m_filters.clear();
    m_published.clear();
    m_subscribed.clear();
    m_tlsText.clear();
    m_welcome = false;
    m_up = false;
    m_over = false;
    m_refusal = 0;
}

MqttFault MosquittoSession::faultOf(int code) const
{
    const bool greeting = m_phase != Phase::Open;
    if (m_refusal != 0)
        return greeting ? MqttFault::refused(m_options, m_refusal) : MqttFault::ended(m_options, m_refusal);
    switch (code) {
    case MOSQ_ERR_KEEPALIVE:
        return MqttFault::silent(m_options);
    case MOSQ_ERR_PROTOCOL:
    case MOSQ_ERR_MALFORMED_PACKET:
    case MOSQ_ERR_MALFORMED_UTF8:
    case MOSQ_ERR_OVERSIZE_PACKET:
        return MqttFault::protocol(m_options);
    default:
        break;
    }
    // "OpenSSL Error[0]: error:0A000126:SSL routines::unexpected eof while reading"
    const auto error = m_tlsText.section(QLatin1String("error:"), 1).section(QLatin1Char(':'), 0, 0).toULong(nullptr, 16);
    if (greeting && m_tls && error != 0 && ERR_GET_REASON(error) != SSL_R_UNEXPECTED_EOF_WHILE_READING)
        return m_tls->fault(m_options, ERR_GET_REASON(error), m_tlsText.section(QLatin1Char(':'), -1));
    // It asked for our certificate and went without a word, or the word was lost when it closed on what we were writing.
    if (greeting && m_tls && m_tls->wasAsked())
        return MqttFault::badIdentity(m_options, m_options.certificateFile.isEmpty() ? MqttFault::Identity::Wanted : MqttFault::Identity::Refused, MqttFault::tr("it hung up"));
    return greeting ? MqttFault::hungUp(m_options) : MqttFault::lost(m_options);
}

} // namespace muster
