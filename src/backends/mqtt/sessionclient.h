#pragma once

#include "backends/mqtt/mqttclient.h"

namespace muster {

/// MqttClient over a library's session object, driven by the event loop of its thread. May be deleted at any time, even from within a Listener
/// call: release() then lets the session say goodbye and go away by itself once the library's call has returned.
template<class Session>
class SessionClient final : public MqttClient
{
public:
    explicit SessionClient(Listener &listener)
        : m_session(new Session(listener))
    {}
    ~SessionClient() override { m_session->release(); }
    SessionClient(const SessionClient &) = delete;
    SessionClient &operator=(const SessionClient &) = delete;

    void connectToBroker(const MqttOptions &options) override { m_session->open(options); }
    void disconnectFromBroker() override { m_session->close(); }
    Result<void> subscribe(const QByteArray &filter, int qos) override { return m_session->subscribe(filter, qos); }
    Result<void> unsubscribe(const QByteArray &filter) override { return m_session->unsubscribe(filter); }
    Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain) override { return m_session->publish(topic, payload, qos, retain); }

private:
    Session *m_session; ///< ours until release()
};

} // namespace muster
