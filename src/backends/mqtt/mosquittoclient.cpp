#include "backends/mqtt/mosquittoclient.h"

#include "backends/mqtt/mosquittosession.h"

#include <mosquitto.h>

namespace muster {

std::unique_ptr<MqttClient> MqttClient::create(Listener &listener)
{
    return std::make_unique<MosquittoClient>(listener);
}

MosquittoClient::MosquittoClient(Listener &listener)
    : m_session(new MosquittoSession(listener))
{}

MosquittoClient::~MosquittoClient()
{
    m_session->release();
}

void MosquittoClient::connectToBroker(const MqttOptions &options)
{
    m_session->open(options);
}

void MosquittoClient::disconnectFromBroker()
{
    m_session->close();
}

Result<void> MosquittoClient::subscribe(const QByteArray &filter, int qos)
{
    return m_session->subscribe(filter, qos);
}

Result<void> MosquittoClient::unsubscribe(const QByteArray &filter)
{
    return m_session->unsubscribe(filter);
}

Result<int> MosquittoClient::publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain)
{
    return m_session->publish(topic, payload, qos, retain);
}

QString MqttClient::library()
{
    int major = 0;
    int minor = 0;
    int revision = 0;
    mosquitto_lib_version(&major, &minor, &revision);
    return QStringLiteral("libmosquitto %1.%2.%3").arg(major).arg(minor).arg(revision);
}

} // namespace muster
