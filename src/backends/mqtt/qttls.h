#pragma once

#include "backends/mqtt/mqttfault.h"

#include <QSslError>

#include <optional>

class QSslCertificate;
class QSslConfiguration;
class QSslSocket;

/// TLS where Qt does it: all of it with Qt MQTT, and below a WebSocket. The same rules and words as TlsContext.
namespace muster::qttls {

/// Makes a socket ready for what the options say. What is wrong with them, if something is.
[[nodiscard]] std::optional<MqttFault> prepare(QSslSocket &socket, const MqttOptions &options);
/// What there is to say against the certificate that was shown, whoever issued it: it is not the pinned one.
[[nodiscard]] std::optional<MqttFault> pinFault(const QSslSocket &socket, const MqttOptions &options);
/// What Qt's objections to the certificate that was shown amount to, where none is pinned.
[[nodiscard]] MqttFault objection(const QSslSocket &socket, const MqttOptions &options, const QList<QSslError> &errors);

/// What Qt's objection to a certificate means.
[[nodiscard]] MqttFault::Certificate problemOf(QSslError::SslError error);
/// A certificate as a person may compare it.
[[nodiscard]] ServerCertificate describe(const QSslCertificate &certificate);
/// Gives a configuration our own certificate and key, from PEM or PKCS#12. What is wrong with them, if something is.
[[nodiscard]] std::optional<MqttFault::Identity> useIdentity(const MqttOptions &options, QSslConfiguration &configuration);
/// Why a handshake failed. Qt hands on nothing of OpenSSL's reasons but their text.
[[nodiscard]] MqttFault handshakeFault(const MqttOptions &options, const QString &text);

} // namespace muster::qttls
