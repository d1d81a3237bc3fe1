#pragma once

#include "backends/mqtt/mqttfault.h"

#include <openssl/ssl.h>

namespace muster::tls {

inline constexpr qint64 maxFile = 1 << 20; ///< bytes of a certificate or key file

/// Gives a context the certificate and key that the options name, to show to a broker that asks: PEM (certificate, chain and key in one file or
/// two) or PKCS#12. The error says what is wrong with which file; the passphrase is in none.
[[nodiscard]] tl::expected<void, MqttFault> useIdentity(SSL_CTX *context, const MqttOptions &options);

/// A certificate as a person may compare it.
[[nodiscard]] ServerCertificate describe(const X509 *certificate);
[[nodiscard]] QByteArray fingerprint(const X509 *certificate);

} // namespace muster::tls
