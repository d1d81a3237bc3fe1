#pragma once

#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/mqttfault.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

class QHostInfo;
class QSocketNotifier;
struct mosquitto;
struct mosquitto_message;
typedef struct mqtt5__property mosquitto_property;

namespace muster {

class TlsContext;
class WebSocketRelay;

/// What MosquittoClient hides: one libmosquitto handle, its socket in the event loop, and the way up to a session.
///
/// Nothing here blocks. mosquitto_connect_async() would: it calls getaddrinfo(), only the TCP connect behind it is non-blocking (and its
/// end is not looked at by the library). So names are resolved by QHostInfo, the library gets an address, SO_ERROR is read when the
/// socket becomes writable, and the next address is tried. The whole way up has to be done within MqttOptions::timeLimit.
/// Where the way is a WebSocket, WebSocketRelay goes to that address, and the library gets a local socket.
class MosquittoSession final : public QObject
{
public:
    static constexpr int judgeMs = 250;     ///< what a server is given to object to our certificate
    static constexpr int goodbyeMs = 1'000; ///< to get DISCONNECT out
    static constexpr qsizetype maxAddresses = 8;
    static constexpr qsizetype maxUnconfirmed = 10'000; ///< publishes and subscriptions under way; more are refused,
    static constexpr qsizetype maxWaiting = 64LL << 20; ///< and so are messages beyond this many bytes of payload under way
    static constexpr int burstMessages = 1'000;         ///< a burst ends here, so that other sockets and timers get their turn,
    static constexpr int burstMicros = 2'000;           ///< or here

    explicit MosquittoSession(MqttClient::Listener &listener);
    ~MosquittoSession() override;

    /// The owner is done: no further Listener call; deletes the session, at once or when the call under way has returned.
    void release();
    void open(const MqttOptions &options);
    void close();
    Result<void> subscribe(const QByteArray &filter, int qos);
    Result<void> unsubscribe(const QByteArray &filter);
    Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain);

private:
    enum class Phase : quint8 { Idle, Starting, Resolving, Connecting, Securing, Greeting, Open, Leaving };
    struct Busy;
    struct Callbacks;
    friend struct Callbacks;

    // The way up
    void start();
    [[nodiscard]] bool prepare();
    void resolved(const QHostInfo &info);
    void tryNext();
    void openRelay(const QHostAddress &address);
    void dropRelay();
    void joinRelay();
    void watch(int socket);
    void unwatch();
    void connected();
    void secure();
    void greet();
    void outOfTime();

    // The session
    void readable();
    void writable();
    void misc();
    [[nodiscard]] int readBurst();
    void settle(int code);
    void report();
    void updateWriting();
    void scheduleReport();

    // The end
    void end(const MqttFault &fault);
    void drop();
    [[nodiscard]] MqttFault faultOf(int code) const;
    [[nodiscard]] Result<void> verdict(int code, const QByteArray &name) const;

    MqttClient::Listener *m_listener;
    MqttOptions m_options;
    Phase m_phase = Phase::Idle;
    int m_busy = 0; ///< event handlers and library calls on the stack
    bool m_burst = false;
    bool m_welcome = false; ///< CONNACK came, the Listener does not know yet
    bool m_up = false;      ///< the broker has let us in
    bool m_over = false;    ///< the library called the session ended
    int m_refusal = 0;      ///< reason code of CONNACK or DISCONNECT; 0: none
    QString m_tlsText;      ///< the first error the library logged on the way up
    QList<QHostAddress> m_addresses;
    MqttFault m_lastFault; ///< of the address tried last
    int m_lookup = -1;

    mosquitto *m_handle = nullptr;
    std::unique_ptr<TlsContext> m_tls; ///< outlives m_handle; none below a WebSocket
    std::unique_ptr<WebSocketRelay> m_relay;
    std::unique_ptr<QSocketNotifier> m_reading;
    std::unique_ptr<QSocketNotifier> m_writing;
    QTimer m_deadline;
    QTimer m_attempt;
    QTimer m_misc;

    int m_lastToken = 0;
    bool m_reportScheduled = false;
    struct Sent
    {
        int token = 0;
        qsizetype size = 0;
    };
    QHash<int, Sent> m_sent;                  ///< by message id, which is reused after 65 535
    qsizetype m_waiting = 0;                  ///< bytes of payload in m_sent
    QHash<int, QByteArray> m_filters;         ///< message id → filter asked for
    QList<std::pair<int, int>> m_published;   ///< message id, reason code
    QList<std::pair<int, bool>> m_subscribed; ///< message id, granted
};

} // namespace muster
