// MqttClient as Qt MQTT does it, for systems that have it and not libmosquitto (-DMUSTER_MQTT=qt).
#include "backends/mqtt/qtmqttsession.h"
#include "backends/mqtt/sessionclient.h"

#include <QtMqttVersion>

namespace muster {

std::unique_ptr<MqttClient> MqttClient::create(Listener &listener)
{
    return std::make_unique<SessionClient<QtMqttSession>>(listener);
}

QString MqttClient::library()
{
    return QStringLiteral("Qt MQTT " QTMQTT_VERSION_STR);
}

} // namespace muster
