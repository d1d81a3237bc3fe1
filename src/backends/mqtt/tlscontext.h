#pragma once

#include "backends/mqtt/mqttfault.h"

#include <openssl/ssl.h>

#include <memory>

namespace muster {

/// What OpenSSL needs to know for one session: whom to trust and which host the certificate has to be for.
///
/// libmosquitto checks a certificate against the very text it connects to. Muster resolves names beforehand (see mosquittosession.h) and
/// connects to addresses, so it brings its own context instead, in which OpenSSL checks the name the person typed and sends it as SNI.
/// TLS 1.2 at least. There is no switch to skip the check.
class TlsContext
{
public:
    /// The error: the CA file cannot be read.
    static tl::expected<std::unique_ptr<TlsContext>, MqttFault> make(const MqttOptions &options);

    [[nodiscard]] SSL_CTX *handle() const { return m_context.get(); }
    /// Why a handshake failed. `libraryText` is what OpenSSL reported, for the cases that are not about the certificate.
    [[nodiscard]] MqttFault fault(const MqttOptions &options, const QString &libraryText) const;

private:
    struct Free
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };

    TlsContext() = default;
    bool trust(const QString &caFile);
    bool expectHost(const QString &host);
    static int verified(int ok, X509_STORE_CTX *store);
    static void stepped(const SSL *ssl, int where, int value);

    std::unique_ptr<SSL_CTX, Free> m_context;
    QByteArray m_serverName;       ///< for SNI; empty: an address was typed, RFC 6066 section 3 wants none then
    int m_verifyError = X509_V_OK; ///< the first objection to the certificate
};

} // namespace muster
