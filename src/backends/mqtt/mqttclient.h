#pragma once

#include "core/connection.h"
#include "core/messageproperties.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace muster {

/// What the broker publishes for us when the session ends without a goodbye.
struct MqttWill
{
    QByteArray topic {}; ///< empty: no will
    QByteArray payload {};
    int qos = 0;
    bool retain = false;
};

/// How to reach a broker and as whom. Durations in seconds, sizes in bytes.
struct MqttOptions
{
    QString host {};
    quint16 port = 1883;
    bool tls = false;
    QString webPath {}; ///< on a web server, "/mqtt": MQTT over a WebSocket; empty: directly over TCP
    QString caFile {}; ///< PEM, trusted instead of the system's certificates; empty: those
    QByteArray pin {}; ///< SHA-256 of the one certificate that is taken, whoever issued it; empty: any that is valid
    QString certificateFile {}; ///< PEM or PKCS#12: our own, for a broker that asks for it; empty: none
    QString keyFile {};         ///< PEM; empty: the key is in certificateFile
    QString passphrase {};      ///< of the key
    QString serverName {};      ///< asked for in the hello (SNI) and wanted in the certificate; empty: `host`
    QByteArrayList alpn {};     ///< protocols to offer; empty: none
    bool tls13 = false;         ///< TLS 1.3 at least; else 1.2
    QString user {};
    QString password {};
    QString clientId {}; ///< empty: one is made up
    int protocol = 4;    ///< 4: MQTT 3.1.1, 5: MQTT 5
    int keepAlive = 30;  ///< 0: off; else 5 or more
    MqttWill will {};
    int timeLimit = 10;  ///< for the whole way up: name, connection, handshakes, answer to the login
};

/// Properties of a message that are read only if somebody wants them.
class MqttExtras
{
public:
    [[nodiscard]] virtual MessageProperties read() const = 0;

protected:
    ~MqttExtras() = default;
};

/// A received message, up to 256 MB: the libraries take it in whole before they tell. The views are valid during the call only.
struct MqttMessage
{
    QByteArrayView topic {};
    QByteArrayView payload {};
    int qos = 0;
    bool retained = false;
    const MqttExtras *extras = nullptr; ///< MQTT 5: what it says of itself; null: nothing
};

/// One session with an MQTT broker: a thin seam over a library, with no policy of its own (no reconnecting, no topic logic).
/// Lives on the thread that made it and calls its Listener there, from the event loop, never from within a call to it. Never blocks
/// that thread: names, unreachable hosts and handshakes take their time in the background, MqttOptions::timeLimit at most in all.
///
/// The session is clean. With TLS the certificate must be valid, from a trusted authority and for the host that was typed,
/// or be the very one that was pinned; there is no other way around it. From within a Listener call everything is allowed, even deleting the client; the Listener hears nothing
/// more from a deleted one, not even the end of a burst. tests/tst_mqttclient.cpp holds every implementation to this.
class MqttClient
{
public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void mqttConnected() = 0;
        /// The session ended or never came up; once per connectToBroker(). `permanent`: trying again with the same options is pointless
        /// (login refused, bad certificate, another client took over). After disconnectFromBroker() the code is Cancelled.
        /// NotFound: no such host, no such CA file. Unauthorized: login. Refused: certificate, ban, another client took over. Unsupported: protocol or TLS. Unreachable: closed
        /// port, hung up, broker gone. TimedOut: no answer. Corrupt: what answers is no broker. Invalid: options without sense.
        virtual void mqttDisconnected(const Error &reason, bool permanent) = 0;
        virtual void mqttReceived(const MqttMessage &message) = 0;
        /// A burst of mqttReceived calls begins / has ended.
        virtual void mqttBurst(bool begins) = 0;
        /// QoS 0: handed to the operating system; QoS 1 and 2: the broker confirmed it. What is under way when the session ends
        /// is never told.
        virtual void mqttPublished(int token) = 0;
        /// MQTT 5, QoS 1 and 2: the broker did not take the message. (MQTT 3.1.1 has no way to say so; there it is confirmed and dropped.)
        virtual void mqttRefused(int token, const Error &reason)
        {
            Q_UNUSED(token)
            Q_UNUSED(reason)
        }
        /// Comes just before mqttDisconnected: this certificate of the broker was not taken; it could be pinned.
        virtual void mqttCertificateRefused(const ServerCertificate &certificate) { Q_UNUSED(certificate) }
        /// Comes just before mqttDisconnected: our key needs a passphrase, or another one.
        virtual void mqttKeyLocked() {}
        /// The broker answered a subscription.
        virtual void mqttSubscribed(const QByteArray &filter, bool granted) = 0;
    };

    virtual ~MqttClient() = default;

    /// Begins a session. One that is under way is left for it without a word to the Listener.
    virtual void connectToBroker(const MqttOptions &options) = 0;
    /// Says goodbye; mqttDisconnected follows. Nothing happens without a session.
    virtual void disconnectFromBroker() = 0;
    // Errors of the orders below: Unreachable without a session, Invalid for what cannot be a topic or filter, TooLarge for a message beyond
    // the protocol's or broker's limit or with 10 000 orders or 64 MB unconfirmed, Unsupported for a QoS the broker does not take.
    virtual Result<void> subscribe(const QByteArray &filter, int qos) = 0;
    virtual Result<void> unsubscribe(const QByteArray &filter) = 0;
    /// The token that mqttPublished will name; tokens are > 0 and unique within a session.
    virtual Result<int> publish(const QByteArray &topic, const QByteArray &payload, int qos, bool retain) = 0;
    /// The library behind it, for the log and the about box: "libmosquitto 2.0.11".
    [[nodiscard]] static QString library();

    /// The implementation that this build uses.
    [[nodiscard]] static std::unique_ptr<MqttClient> create(Listener &listener);
};

} // namespace muster
