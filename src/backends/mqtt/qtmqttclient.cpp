#include "backends/mqtt/qtmqttclient.h"

#include "backends/mqtt/qtmqttsession.h"

#include <QtMqttVersion>

namespace muster {

std::unique_ptr<MqttClient> MqttClient::create(Listener &listener)
{
    return std::make_unique<QtMqttClient>(listener);
}

QtMqttClient::QtMqttClient(Listener &listener)
    : m_session(new QtMqttSession(listener))
{}

QtMqttClient::~QtMqttClient()
{
    m_session->release();
}

void QtMqttClient::connectToBroker(const MqttOptions &options)
{
    m_session->open(options);
}

void QtMqttClient::disconnectFromBroker()
{
    m_session->close();
}

Result<void> QtMqttClient::subscribe(const QByteArray &filter, int qos)
{
    return m_session->subscribe(filter, qos);
}

Result<void> QtMqttClient::unsubscribe(const QByteArray &filter)
{
    return m_session->unsubscribe(filter);
}

Result<int> QtMqttClient::publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain)
{
    return m_session->publish(topic, payload, qos, retain);
}

QString MqttClient::library()
{
    return QStringLiteral("Qt MQTT " QTMQTT_VERSION_STR);
}

} // namespace muster
