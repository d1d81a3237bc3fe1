#pragma once

#include "backends/mqtt/mqttfault.h"

#include <openssl/ssl.h>

#include <memory>

namespace muster {

/// What OpenSSL needs to know for one session: whom to trust and which host the certificate has to be for.
///
/// libmosquitto checks a certificate against the very text it connects to. Muster resolves names beforehand (see mosquittosession.h) and
/// connects to addresses, so it brings its own context instead, in which OpenSSL checks the name the person typed and sends it as SNI.
/// TLS 1.2 at least. There is no switch to skip the check; a pinned certificate is compared as a whole instead.
class TlsContext
{
public:
    /// The error: a file of certificates or keys cannot be read, or its passphrase is missing or wrong.
    static tl::expected<std::unique_ptr<TlsContext>, MqttFault> make(const MqttOptions &options);

    [[nodiscard]] SSL_CTX *handle() const { return m_context.get(); }
    /// Whether the server asked for a certificate of ours.
    [[nodiscard]] bool wasAsked() const { return m_asked; }
    /// Why a handshake failed. `reason` is OpenSSL's (sslerr.h) and `libraryText` what it reported, for the cases that are not about the certificate.
    [[nodiscard]] MqttFault fault(const MqttOptions &options, int reason, const QString &libraryText) const;

private:
    struct Free
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };

    TlsContext() = default;
    bool trust(const QString &caFile);
    bool expectHost(const QString &host);
    bool offer(const QByteArrayList &protocols);
    [[nodiscard]] MqttFault certificateFault(const MqttOptions &options) const;
    static TlsContext *of(X509_STORE_CTX *store);
    static int verified(int ok, X509_STORE_CTX *store);
    static int asked(SSL *ssl, void *self);
    static int comparePin(X509_STORE_CTX *store, void *self);
    static void stepped(const SSL *ssl, int where, int value);

    std::unique_ptr<SSL_CTX, Free> m_context;
    QByteArray m_serverName;       ///< for SNI; empty: an address was typed, RFC 6066 section 3 wants none then
    int m_verifyError = X509_V_OK; ///< the first objection to the certificate
    bool m_asked = false;
    QByteArray m_pin;
    ServerCertificate m_refused; ///< the certificate objected to
};

} // namespace muster
