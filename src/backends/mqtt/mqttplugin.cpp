#include "backends/mqtt/mqttplugin.h"

#include "backends/mqtt/mqttbackend.h"
#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/topicruletrial.h"

namespace muster {

QString MqttBackendPlugin::library() const
{
    return MqttClient::library();
}

TopicTrial MqttBackendPlugin::tryRule(const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages) const
{
    return mqtt::tryTopicRule(rules, which, messages);
}

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
