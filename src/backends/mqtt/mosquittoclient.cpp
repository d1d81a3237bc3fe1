// MqttClient as libmosquitto does it.
#include "backends/mqtt/mosquittosession.h"
#include "backends/mqtt/sessionclient.h"

#include <mosquitto.h>

namespace muster {

std::unique_ptr<MqttClient> MqttClient::create(Listener &listener)
{
    return std::make_unique<SessionClient<MosquittoSession>>(listener);
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
