#pragma once

#include "backends/mqtt/messagerouter.h"
#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/mqttcommands.h"
#include "backends/mqtt/mqttsettings.h"
#include "backends/mqtt/sparkplug/hoststate.h"
#include "backends/mqtt/topicbrowser.h"

#include "core/backend.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace muster {

/// A connection to an MQTT broker: keeps the session up, hears the filters of its URL (see MqttSettings for all options), and lets devices appear
/// through the conventions it knows (Home Assistant discovery) or, where none applies, through the generic rule "topic level → device".
///
/// Reconnecting: after a drop it waits a random time up to 1 s, 2 s, 4 s … 60 s (full jitter) and tries again; a session that held for
/// 10 s starts at 1 s again. What cannot get better by itself (login, certificate) ends in Failed.
/// Sparkplug: edge nodes are asked for missing births; with sparkplug=primary a STATE is published, first of all and until the end.
/// Commands: QoS 0 counts as sent when written, QoS 1 and 2 when the broker took them; where the entity has a state topic and is not
/// optimistic, the wanted value must come back within 5 s to count as confirmed, else it was "sent, not confirmed".
class MqttBackend : public Backend, private MqttClient::Listener
{
    Q_OBJECT

public:
    using MakeClient = std::function<std::unique_ptr<MqttClient>(MqttClient::Listener &)>;
    /// Durations in ms, for tests that cannot wait.
    struct Pace
    {
        int firstRetry = 1'000;
        int lastRetry = 60'000;
        int steady = 10'000;  ///< a session this old was a good one
        int settle = 500;     ///< retained messages count as all there when none came for this long …
        int settleAtMost = 10'000; ///< … or after this
    };

    MqttBackend(const Connection &connection, const Credentials &credentials, Ingest &ingest, MakeClient makeClient = &MqttClient::create);
    ~MqttBackend() override;

    void setPace(const Pace &pace) { m_pace = pace; }

    void start() override;
    void stop() override;
    void send(const Command &command) override;
    void abandon(CommandId id) override;
    void announceAgain(const QStringList &addresses) override;
    void browse(const TopicScope &scope) override;
    void acknowledgeTopics() override;
    void publish(const Publication &publication) override;
    Result<void> write(const QString &where, const QByteArray &bytes) override;

private:
    void mqttConnected() override;
    void mqttDisconnected(const Error &reason, bool permanent) override;
    void mqttReceived(const MqttMessage &message) override;
    void mqttBurst(bool begins) override;
    void mqttPublished(int token) override;
    void mqttRefused(int token, const Error &reason) override;
    void mqttSubscribed(const QByteArray &filter, bool granted) override;
    void mqttCertificateRefused(const ServerCertificate &certificate) override { m_untrusted = certificate; }
    void mqttKeyLocked() override { m_keyLocked = true; }

    void connectToBroker();
    void retryLater(const Error &reason);
    void settle();
    void setStatus(ConnectionState state, const QString &detail, Micros retryAt = 0);
    void fail(const Error &reason);
    [[nodiscard]] Result<int> publish(const Command &command, const mqtt::EntityDirectory::Command &entity, quint32 request);
    void watchCommands();
    void finishPublication(int token, const Result<void> &result);
    void dropPublications();
    void scheduleTick();
    void publishState(const QByteArray &payload);
    [[nodiscard]] bool isReady() const;

    Connection m_connection;
    Ingest &m_ingest;
    MakeClient m_makeClient;
    Credentials m_credentials;
    Pace m_pace;
    mqtt::MqttSettings m_settings;
    QByteArrayList m_subscriptions;
    std::unique_ptr<mqtt::MessageRouter> m_router;
    mqtt::MqttCommands m_commands;
    std::unique_ptr<MqttClient> m_client;
    std::unique_ptr<TopicBrowser> m_browser; ///< while somebody looks
    QHash<int, quint64> m_publications;      ///< token → order, of messages by hand under way
    ConnectionStatus m_status;
    ServerCertificate m_untrusted; ///< of the session that is about to end
    bool m_keyLocked = false;
    QTimer m_retry;
    QTimer m_settle;
    QTimer m_confirm;
    QTimer m_lapse;
    QTimer m_tick;            ///< for conventions that act by themselves
    std::optional<mqtt::sparkplug::OwnState> m_state; ///< Sparkplug: where the person wants it published
    int m_attempts = 0;       ///< since the last steady session
    quint32 m_lastRequest = 0; ///< number of the last command that its device answers
    Micros m_openSince = 0;
    quint64 m_retained = 0;   ///< retained messages since the last look
    bool m_stopped = true;
};

} // namespace muster
