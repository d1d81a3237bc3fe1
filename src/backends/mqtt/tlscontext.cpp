#include "backends/mqtt/tlscontext.h"

#include "backends/mqtt/mqttclient.h"

#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <openssl/err.h>
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
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, &TlsContext::verified);
    SSL_CTX_set_info_callback(context, &TlsContext::stepped);
    if (!tls->trust(options.caFile)) {
        ERR_clear_error();
        return tl::unexpected(MqttFault::badCaFile(options));
    }
    if (!tls->expectHost(options.host))
        return tl::unexpected(MqttFault::unknownHost(options));
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

int TlsContext::verified(int ok, X509_STORE_CTX *store)
{
    const auto *ssl = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *self = static_cast<TlsContext *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
    if (!ok && self->m_verifyError == X509_V_OK)
        self->m_verifyError = X509_STORE_CTX_get_error(store);
    return ok;
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

MqttFault TlsContext::fault(const MqttOptions &options, const QString &libraryText) const
{
    using Certificate = MqttFault::Certificate;
    const QString detail = QString::fromUtf8(X509_verify_cert_error_string(m_verifyError));
    switch (m_verifyError) {
    case X509_V_OK:
        return MqttFault::noTls(options, libraryText);
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
