#pragma once

#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/mqttfault.h"

#include <QHash>
#include <QMqttClient>
#include <QMqttSubscription>
#include <QObject>
#include <QSslError>
#include <QTimer>

#include <functional>
#include <vector>

class QTcpSocket;

namespace muster {

/// What QtMqttClient hides: one QMqttClient on a socket of ours, so that names, certificates and time limits fail with a reason.
///
/// What Qt MQTT 6.4 cannot do, and what is done about it here: it does not tell the reason in the broker's DISCONNECT, so the last bytes
/// received are kept; it tells a message once per matching filter, so the repetitions are swallowed;
/// subscribing while it tells a message is not safe, so that waits for the event loop; its goodbye may block for 30 s, so it is
/// only said when nothing else is waiting to be written.
class QtMqttSession final : public QObject
{
public:
    static constexpr int goodbyeMs = 1'000;
    static constexpr qsizetype maxUnconfirmed = 10'000; ///< publishes under way; more are refused
    static constexpr qint64 maxUnwritten = 64LL << 20;  ///< bytes

    explicit QtMqttSession(MqttClient::Listener &listener);
    ~QtMqttSession() override;

    /// The owner is done: no further Listener call; the session deletes itself.
    void release();
    void open(const MqttOptions &options);
    void close();
    Result<void> subscribe(const QByteArray &filter, int qos);
    Result<void> unsubscribe(const QByteArray &filter);
    Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain);

private:
    enum class Phase : quint8 { Idle, Starting, Connecting, Greeting, Open, Leaving };

    void start();
    [[nodiscard]] bool secure();
    void socketFailed();
    [[nodiscard]] bool isPinned();
    void certificateRefused(const QList<QSslError> &errors);
    void greet();
    void stateChanged(QMqttClient::ClientState state);
    void peek();
    void receive(const QMqttMessage &message);
    void endBurst();
    void acknowledged(int id, int reason);
    void follow(QMqttSubscription *subscription, const QByteArray &filter);
    /// Runs it at once, or from the event loop while a message is being told.
    void outsideOfMessages(const std::function<void()> &order);
    void goodbye();
    void end(const MqttFault &fault);
    void drop();
    [[nodiscard]] MqttFault sessionFault() const;

    MqttClient::Listener *m_listener;
    MqttOptions m_options;
    Phase m_phase = Phase::Idle;
    QTcpSocket *m_socket = nullptr;  ///< child; a QSslSocket with TLS
    QMqttClient *m_client = nullptr; ///< child
    QTimer m_deadline;
    MqttFault m_socketFault; ///< what the socket or the certificate check said first; code Cancelled: nothing
    QByteArray m_tail;       ///< the last bytes received, 4 at most
    bool m_fresh = false;    ///< the message being told has not been passed on
    bool m_telling = false;
    bool m_burst = false;
    int m_lastToken = 0;
    QHash<int, int> m_tokens; ///< packet identifier → token
};

} // namespace muster
