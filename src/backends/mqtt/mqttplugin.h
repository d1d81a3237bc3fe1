#pragma once

#include "core/backend.h"

namespace muster {

/// MQTT as a kind of connection; its URLs are described in mqttsettings.h.
class MqttBackendPlugin : public QObject, public BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID MusterBackendPlugin_iid FILE "mqtt.json")
    Q_INTERFACES(muster::BackendPlugin)

public:
    [[nodiscard]] QString library() const override;
    [[nodiscard]] TopicTrial tryRule(const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages) const override;
    [[nodiscard]] Result<void> check(const QUrl &url) const override;
    [[nodiscard]] std::unique_ptr<Backend> create(const Connection &connection, const Credentials &credentials, Ingest &ingest) const override;
};

} // namespace muster
