#include "backends/mqtt/tlscontext.h"

#include "backends/mqtt/mqttclient.h"
#include "backends/mqtt/tlsidentity.h"

#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <openssl/err.h>
#include <openssl/sslerr.h>
#include <openssl/x509v3.h>

namespace muster {

tl::expected<std::unique_ptr<TlsContext>, MqttFault> TlsContext::make(const MqttOptions &options)
{
    std::unique_ptr<TlsContext> tls(new TlsContext);
    tls->m_context.reset(SSL_CTX_new(TLS_client_method()));
    if (!tls->m_context)
        return tl::unexpected(MqttFault::noTls(options, QStringLiteral("SSL_CTX_new")));
    SSL_CTX *context = tls->handle();
    SSL_CTX_set_app_data(context, tls.get());
    SSL_CTX_set_min_proto_version(context, options.tls13 ? TLS1_3_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, &TlsContext::verified);
    tls->m_pin = options.pin;
    if (!options.pin.isEmpty())
        SSL_CTX_set_cert_verify_callback(context, &TlsContext::comparePin, tls.get());
    SSL_CTX_set_cert_cb(context, &TlsContext::asked, tls.get());
    SSL_CTX_set_info_callback(context, &TlsContext::stepped);
    if (!tls->trust(options.caFile)) {
        ERR_clear_error();
        return tl::unexpected(MqttFault::badCaFile(options));
    }
    if (!tls->expectHost(options.serverName.isEmpty() ? options.host : options.serverName))
        return tl::unexpected(MqttFault::unknownHost(options));
    if (!tls->offer(options.alpn))
        return tl::unexpected(MqttFault::noProtocol(options));
    if (!options.certificateFile.isEmpty()) {
        if (const auto used = tls::useIdentity(context, options); !used)
            return tl::unexpected(used.error());
    }
    return tls;
}

bool TlsContext::trust(const QString &caFile)
{
    if (caFile.isEmpty())
        return SSL_CTX_set_default_verify_paths(handle()) == 1;
    return SSL_CTX_load_verify_file(handle(), QFile::encodeName(caFile).constData()) == 1;
}

bool TlsContext::expectHost(const QString &host)
{
    X509_VERIFY_PARAM *parameters = SSL_CTX_get0_param(handle());
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    QHostAddress address;
    if (address.setAddress(host)) {
        address.setScopeId({});
        return X509_VERIFY_PARAM_set1_ip_asc(parameters, address.toString().toLatin1().constData()) == 1;
    }
    m_serverName = QUrl::toAce(host);
    if (m_serverName.endsWith('.')) // a fully qualified name; certificates and SNI have it without the dot
        m_serverName.chop(1);
    return !m_serverName.isEmpty() && X509_VERIFY_PARAM_set1_host(parameters, m_serverName.constData(), size_t(m_serverName.size())) == 1;
}

// RFC 7301 section 3.1: each name with its length in front.
bool TlsContext::offer(const QByteArrayList &protocols)
{
    QByteArray wire;
    for (const QByteArray &name : protocols)
        wire += char(name.size()) + name;
    return wire.isEmpty() || SSL_CTX_set_alpn_protos(handle(), reinterpret_cast<const unsigned char *>(wire.constData()), unsigned(wire.size())) == 0;
}

TlsContext *TlsContext::of(X509_STORE_CTX *store)
{
    const auto *ssl = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    return static_cast<TlsContext *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
}

int TlsContext::verified(int ok, X509_STORE_CTX *store)
{
    TlsContext *self = of(store);
    if (!ok && self->m_verifyError == X509_V_OK) {
        self->m_verifyError = X509_STORE_CTX_get_error(store);
        self->m_refused = tls::describe(X509_STORE_CTX_get0_cert(store));
    }
    return ok;
}

int TlsContext::asked(SSL *, void *self)
{
    static_cast<TlsContext *>(self)->m_asked = true;
    return 1; // go on with what useIdentity() gave, or with none
}

// Instead of the whole check of issuers, names and dates: the certificate is the pinned one, or it is not. That the other side has its key is for
// the handshake to prove, as always.
int TlsContext::comparePin(X509_STORE_CTX *store, void *self)
{
    auto &it = *static_cast<TlsContext *>(self);
    const X509 *shown = X509_STORE_CTX_get0_cert(store);
    const bool same = shown && tls::fingerprint(shown) == it.m_pin;
    if (!same && shown)
        it.m_refused = tls::describe(shown);
    it.m_verifyError = same ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION;
    X509_STORE_CTX_set_error(store, it.m_verifyError);
    return same ? 1 : 0;
}

// libmosquitto sets the address it connects to as the server name just before the handshake; this comes after it and before the
// client's hello is written.
void TlsContext::stepped(const SSL *ssl, int where, int value)
{
    Q_UNUSED(value)
    if (where != SSL_CB_HANDSHAKE_START || SSL_is_init_finished(ssl))
        return;
    const auto *self = static_cast<TlsContext *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
    auto *mutableSsl = const_cast<SSL *>(ssl);
    const char *name = self->m_serverName.isEmpty() ? nullptr : self->m_serverName.constData();
    SSL_ctrl(mutableSsl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char *>(name));
}

MqttFault TlsContext::fault(const MqttOptions &options, int reason, const QString &libraryText) const
{
    using Identity = MqttFault::Identity;
    if (m_verifyError != X509_V_OK) {
        MqttFault fault = certificateFault(options);
        fault.untrusted = m_refused;
        return fault;
    }
    switch (reason) {
    case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
        return MqttFault::badIdentity(options, Identity::Wanted);
    case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE: // before TLS 1.3 the only word for it, though for others as well
        if (options.certificateFile.isEmpty())
            return MqttFault::badIdentity(options, Identity::Wanted);
        [[fallthrough]];
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
    case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
    case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
    case SSL_R_TLSV1_ALERT_DECRYPT_ERROR:
        return options.certificateFile.isEmpty() ? MqttFault::noTls(options, libraryText) : MqttFault::badIdentity(options, Identity::Refused, libraryText);
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
    case SSL_R_UNSUPPORTED_PROTOCOL:
        return MqttFault::oldTls(options);
    case SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL:
        return MqttFault::noProtocol(options);
    default:
        return MqttFault::noTls(options, libraryText);
    }
}

MqttFault TlsContext::certificateFault(const MqttOptions &options) const
{
    using Certificate = MqttFault::Certificate;
    const QString detail = QString::fromUtf8(X509_verify_cert_error_string(m_verifyError));
    switch (m_verifyError) {
    case X509_V_ERR_APPLICATION_VERIFICATION:
        return MqttFault::badCertificate(options, Certificate::NotPinned, detail);
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: // another authority of the same name
        return MqttFault::badCertificate(options, Certificate::Untrusted, detail);
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return MqttFault::badCertificate(options, Certificate::Expired, detail);
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return MqttFault::badCertificate(options, Certificate::NotYetValid, detail);
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return MqttFault::badCertificate(options, Certificate::WrongHost, detail);
    case X509_V_ERR_CERT_REVOKED:
        return MqttFault::badCertificate(options, Certificate::Revoked, detail);
    default:
        return MqttFault::badCertificate(options, Certificate::Bad, detail);
    }
}

} // namespace muster
