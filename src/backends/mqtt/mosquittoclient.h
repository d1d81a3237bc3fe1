#pragma once

#include "backends/mqtt/mqttclient.h"

namespace muster {

class MosquittoSession;

/// MqttClient over libmosquitto, driven by the event loop of its thread. May be deleted at any time, even from within a Listener call:
/// the session then says goodbye and goes away by itself once the library's call has returned.
class MosquittoClient final : public MqttClient
{
public:
    explicit MosquittoClient(Listener &listener);
    ~MosquittoClient() override;
    MosquittoClient(const MosquittoClient &) = delete;
    MosquittoClient &operator=(const MosquittoClient &) = delete;

    void connectToBroker(const MqttOptions &options) override;
    void disconnectFromBroker() override;
    Result<void> subscribe(const QByteArray &filter, int qos) override;
    Result<void> unsubscribe(const QByteArray &filter) override;
    Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain) override;

private:
    MosquittoSession *m_session; ///< ours until release()
};

} // namespace muster
