#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace muster {

/// How to reach a broker and as whom. Durations in seconds, sizes in bytes.
struct MqttOptions
{
    QString host {};
    quint16 port = 1883;
    bool tls = false;
    QString caFile {};       ///< PEM; empty: the system's certificates
    QString user {};
    QString password {};
    QString clientId {};     ///< empty: one is made up
    int protocol = 4;        ///< 4: MQTT 3.1.1, 5: MQTT 5
    int keepAlive = 30;
};

/// A received message. The views are valid during the call only.
struct MqttMessage
{
    QByteArrayView topic {};
    QByteArrayView payload {};
    int qos = 0;
    bool retained = false;
};

/// One session with an MQTT broker: a thin seam over a library, with no policy of its own (no reconnecting, no topic logic).
/// Lives on the thread that made it and calls its Listener there, from the event loop, never from within a call to it.
class MqttClient
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void mqttConnected() = 0;
        /// The session ended or never came up. `permanent`: trying again with the same options is pointless
        /// (login refused, bad certificate). After disconnect() the code is Cancelled.
        virtual void mqttDisconnected(const Error &reason, bool permanent) = 0;
        virtual void mqttReceived(const MqttMessage &message) = 0;
        /// A burst of mqttReceived calls begins / has ended.
        virtual void mqttBurst(bool begins) = 0;
        /// QoS 0: handed to the operating system; QoS 1 and 2: the broker confirmed it.
        virtual void mqttPublished(int token) = 0;
        /// MQTT 5, QoS 1 and 2: the broker did not take the message. (MQTT 3.1.1 has no way to say so; there it is confirmed and dropped.)
        virtual void mqttRefused(int token, const Error &reason)
        {
            Q_UNUSED(token)
            Q_UNUSED(reason)
        }
        /// The broker answered a subscription.
        virtual void mqttSubscribed(const QByteArray &filter, bool granted) = 0;
    };

    virtual ~MqttClient() = default;

    virtual void connectToBroker(const MqttOptions &options) = 0;
    virtual void disconnectFromBroker() = 0;
    virtual Result<void> subscribe(const QByteArray &filter, int qos) = 0;
    virtual Result<void> unsubscribe(const QByteArray &filter) = 0;
    /// The token that mqttPublished will name; tokens are > 0 and unique within a session.
    virtual Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain) = 0;
    /// The library behind it, for the log and the about box: "libmosquitto 2.0.11".
    [[nodiscard]] virtual QString library() const = 0;

    /// The implementation that this build uses.
    static std::unique_ptr<MqttClient> create(Listener &listener);
};

} // namespace muster
