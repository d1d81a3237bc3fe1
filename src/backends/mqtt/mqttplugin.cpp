#include "backends/mqtt/mqttplugin.h"

#include "backends/mqtt/mqttbackend.h"

namespace muster {

Result<void> MqttBackendPlugin::check(const QUrl &url) const
{
    const auto settings = mqtt::mqttSettings(url);
    return settings ? Result<void>() : tl::unexpected(settings.error());
}

std::unique_ptr<Backend> MqttBackendPlugin::create(const Connection &connection, const Credentials &credentials, Ingest &ingest) const
{
    return std::make_unique<MqttBackend>(connection, credentials, ingest);
}

} // namespace muster
