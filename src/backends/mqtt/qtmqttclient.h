#pragma once

#include "backends/mqtt/mqttclient.h"

namespace muster {

class QtMqttSession;

/// MqttClient over Qt MQTT, for systems that have it and not libmosquitto (-DMUSTER_MQTT=qt). Keeps the same contract, including that it may
/// be deleted from within a Listener call.
class QtMqttClient final : public MqttClient
{
public:
    explicit QtMqttClient(Listener &listener);
    ~QtMqttClient() override;
    QtMqttClient(const QtMqttClient &) = delete;
    QtMqttClient &operator=(const QtMqttClient &) = delete;

    void connectToBroker(const MqttOptions &options) override;
    void disconnectFromBroker() override;
    Result<void> subscribe(const QByteArray &filter, int qos) override;
    Result<void> unsubscribe(const QByteArray &filter) override;
    Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain) override;

private:
    QtMqttSession *m_session; ///< ours until release()
};

} // namespace muster
