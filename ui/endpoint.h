#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace muster {

/// An MQTT endpoint URL taken apart for a form, and put together again. What the form does not know (a path, further query items) is carried
/// along unchanged, so that toUrl(parse(url)) means the same as `url`.
///
/// mqtts://ada@broker:8883?ca=/etc/ca.pem&cert=/etc/ada.p12&client=muster&filter=home/%23&filter=lab/%23&protocol=5
struct MqttEndpoint
{
    QString host {};
    int port = -1;             ///< -1: the usual one, 1883 or with TLS 8883; over a WebSocket 80 or 443
    bool tls = false;
    bool webSocket = false;
    QString user {};
    QString caFile {};         ///< PEM; empty: the system's certificates
    QString certificateFile {}; ///< our own, PEM or PKCS#12
    QString keyFile {};        ///< of it, where that is another file
    QString serverName {};     ///< empty: the host
    QString alpn {};           ///< protocols with commas between
    bool tls13 = false;        ///< at least; else 1.2
    QString pin {};            ///< SHA-256 of the only certificate to trust
    QString clientId {};       ///< empty: one is made up
    QStringList filters {};    ///< topics; empty: all
    bool five = false;         ///< MQTT 5; else 3.1.1
    QString path {};           ///< over a WebSocket: where it is on the web server; empty: /mqtt
    QUrlQuery others {};

    [[nodiscard]] int usualPort() const
    {
        if (webSocket)
            return tls ? 443 : 80;
        return tls ? 8883 : 1883;
    }
    friend bool operator==(const MqttEndpoint &, const MqttEndpoint &) = default;
};

/// Whether a form can show it: mqtt, mqtts, ws or wss, or nothing yet.
[[nodiscard]] bool isMqtt(const QUrl &url);
[[nodiscard]] MqttEndpoint mqttEndpoint(const QUrl &url);
[[nodiscard]] QUrl toUrl(const MqttEndpoint &endpoint);

/// The same connection, trusting this one certificate.
[[nodiscard]] QUrl pinned(const QUrl &url, const QByteArray &fingerprint);

/// The rules that make devices of topics, in their order: `rule=…` of the URL.
[[nodiscard]] QStringList topicRules(const QUrl &url);
[[nodiscard]] QUrl withTopicRules(const QUrl &url, const QStringList &rules);

/// What a person typed, as a URL: "broker:1883" and "broker" mean mqtt://, "/dev/ttyUSB0" and "COM3" serial:. Empty for an empty text.
[[nodiscard]] QUrl endpointFromText(const QString &text);

/// Takes the password out of a URL.
[[nodiscard]] QString takePassword(QUrl &url);

} // namespace muster
