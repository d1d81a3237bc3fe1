#pragma once

#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/mqttfault.h"
#include "backends/mqtt/websocketframes.h"

#include <QObject>

#include <functional>
#include <memory>

class QHostAddress;
class QSocketNotifier;
class QSslError;
class QTcpSocket;

namespace muster {

/// A WebSocket to a broker with a local socket at its other end, so that libmosquitto, which knows of no WebSockets, speaks plain MQTT into it
/// without being any the wiser. TLS is Qt's here; whom it trusts and what it says is in qttls.h.
///
/// Lives on the thread of its session; nothing in it waits. Neither end is read while the other has not taken in what was read before, so
/// that a slow side slows the other one down as if they were one connection.
class WebSocketRelay final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype chunk = 64 << 10;        ///< bytes read at a time
    static constexpr qint64 mostUnwritten = 256 << 10;  ///< bytes that wait for the broker; the local end is not read beyond that
    static constexpr int turns = 16;                    ///< chunks before other sockets and timers get their turn

    explicit WebSocketRelay(const MqttOptions &options, QObject *parent = nullptr);
    ~WebSocketRelay() override;

    /// Goes to this address of the host. opened() or failed() follows, from the event loop.
    void start(const QHostAddress &address);
    /// Somebody took the connection: another address of the host would lead to no other answer.
    [[nodiscard]] bool wasReached() const { return m_isReached; }
    /// Once opened: `reach` is given the path of a local socket, in a folder nobody else gets into, and connects to it before it returns (false,
    /// with errno, if it cannot). 0, or the errno of what did not work.
    [[nodiscard]] int join(const std::function<bool(const char *path)> &reach);
    /// Passes on what was written at the local end, as far as that goes at once, and says goodbye. Nothing is told any more.
    void finish();

Q_SIGNALS:
    void opened();
    /// It did not come up, or the server broke the rules of WebSockets. A connection that merely ends is seen at the local end.
    void failed(const muster::MqttFault &fault);

private:
    enum class Stage : quint8 { Idle, Connecting, Asking, Open, Ending, Over };

    void secure(const QHostAddress &address);
    void certificateRefused(const QList<QSslError> &errors);
    void ask();
    void socketFailed();
    void socketClosed();
    void readable();
    void readAnswer();
    void takeIn();
    void digest(const QByteArray &bytes);
    void writeLocal();
    void localWritable();
    void sendOut();
    void answerPing();
    [[nodiscard]] qint64 unwritten() const;
    void updateReading();
    void send(websocket::Opcode opcode, QByteArrayView payload);
    void fail(const MqttFault &fault);
    void hangUp();

    MqttOptions m_options;
    Stage m_stage = Stage::Idle;
    bool m_isReached = false;
    MqttFault m_objection;          ///< to the certificate; code Cancelled: none
    QTcpSocket *m_socket;           ///< child; a QSslSocket with TLS
    QByteArray m_key;
    QByteArray m_head;              ///< of the answer, as far as it came
    websocket::FrameReader m_frames;
    QByteArray m_inward;            ///< MQTT for the local end,
    qsizetype m_written = 0;        ///< of which so much is written
    QByteArray m_outward;           ///< a frame being made
    int m_local = -1;
    std::unique_ptr<QSocketNotifier> m_localReading;
    std::unique_ptr<QSocketNotifier> m_localWriting;
};

} // namespace muster
