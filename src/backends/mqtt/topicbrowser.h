#pragma once

#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/topicwatch.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace muster {

/// Listens to a broker's topics for a person who looks at them: in a session of its own, because only a new subscription is told what the broker has
/// retained, and because the devices' session must not hear everything twice. Lives as long as somebody looks. muster-io.
class TopicBrowser : public QObject, private MqttClient::Listener
{
    Q_OBJECT

public:
    using MakeClient = std::function<std::unique_ptr<MqttClient>(MqttClient::Listener &)>;

    static constexpr int tickMs = 50;
    static constexpr int retryMs = 5'000;

    TopicBrowser(ConnectionId connection, const MqttOptions &options, const MakeClient &makeClient, QObject *parent = nullptr);
    ~TopicBrowser() override;

    void setScope(const TopicScope &scope);
    /// The last batch has been taken in. Without it none comes any more; what arrives meanwhile is gathered.
    void acknowledge() { m_waiting = false; }

Q_SIGNALS:
    void arrived(const muster::TopicBatch &batch);
    void told(const QString &problem); ///< empty: it listens

private:
    void mqttConnected() override;
    void mqttDisconnected(const Error &reason, bool permanent) override;
    void mqttReceived(const MqttMessage &message) override;
    void mqttBurst(bool) override {}
    void mqttPublished(int) override {}
    void mqttSubscribed(const QByteArray &filter, bool granted) override;

    void hear(const QByteArray &filter);
    void tick();

    ConnectionId m_connection;
    MqttOptions m_options;
    std::unique_ptr<MqttClient> m_client;
    TopicScope m_scope;
    mqtt::TopicWatch m_watch;
    QTimer m_tick;
    QTimer m_retry;
    bool m_open = false;
    bool m_waiting = false; ///< for acknowledge()
};

} // namespace muster
