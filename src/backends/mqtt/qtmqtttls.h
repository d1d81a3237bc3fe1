#pragma once

#include "backends/mqtt/mqttfault.h"

#include <QSslError>

#include <optional>

class QSslCertificate;
class QSslConfiguration;

namespace muster::qttls {

/// What Qt's objection to a certificate means.
[[nodiscard]] MqttFault::Certificate problemOf(QSslError::SslError error);
/// A certificate as a person may compare it.
[[nodiscard]] ServerCertificate describe(const QSslCertificate &certificate);
/// Gives a configuration our own certificate and key, from PEM or PKCS#12. What is wrong with them, if something is.
[[nodiscard]] std::optional<MqttFault::Identity> useIdentity(const MqttOptions &options, QSslConfiguration &configuration);
/// Why a handshake failed. Qt hands on nothing of OpenSSL's reasons but their text.
[[nodiscard]] MqttFault handshakeFault(const MqttOptions &options, const QString &text);

} // namespace muster::qttls
