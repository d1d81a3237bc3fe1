#include "backends/mqtt/qttls.h"

#include "backends/mqtt/mqttclient.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace muster::qttls {

namespace {

/// The key in some bytes, of whichever kind it is.
QSslKey keyIn(const QByteArray &content, const QByteArray &passphrase)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (const QSslKey key(content, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase); !key.isNull())
            return key;
    }
    return {};
}

} // namespace

MqttFault::Certificate problemOf(QSslError::SslError error)
{
    using Certificate = MqttFault::Certificate;
    switch (error) {
    case QSslError::CertificateExpired:
        return Certificate::Expired;
    case QSslError::CertificateNotYetValid:
        return Certificate::NotYetValid;
    case QSslError::HostNameMismatch:
        return Certificate::WrongHost;
    case QSslError::CertificateRevoked:
        return Certificate::Revoked;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
        return Certificate::Untrusted;
    default:
        return Certificate::Bad;
    }
}

ServerCertificate describe(const QSslCertificate &certificate)
{
    constexpr qsizetype most = 300;
    ServerCertificate description;
    description.fingerprint = certificate.digest(QCryptographicHash::Sha256);
    description.subject = certificate.subjectDisplayName().left(most);
    description.issuer = certificate.issuerDisplayName().left(most);
    description.names = QStringList(certificate.subjectAlternativeNames().values()).join(QStringLiteral(", ")).left(most);
    description.from = certificate.effectiveDate().toMSecsSinceEpoch() * 1'000;
    description.until = certificate.expiryDate().toMSecsSinceEpoch() * 1'000;
    return description;
}

std::optional<MqttFault::Identity> useIdentity(const MqttOptions &options, QSslConfiguration &configuration)
{
    using Problem = MqttFault::Identity;
    constexpr qint64 most = 1 << 20;
    const QByteArray passphrase = options.passphrase.toUtf8();
    const Problem closed = passphrase.isEmpty() ? Problem::Locked : Problem::WrongPassphrase;
    QFile file(options.certificateFile);
    if (!file.open(QIODevice::ReadOnly))
        return Problem::BadFile;
    const QByteArray content = file.read(most);
    QList<QSslCertificate> chain = QSslCertificate::fromData(content, QSsl::Pem);
    QSslKey key;
    if (chain.isEmpty()) { // Qt does not tell a wrong passphrase from a file that is none
        QSslCertificate own;
        file.seek(0);
        if (!content.startsWith('\x30') || !QSslCertificate::importPkcs12(&file, &key, &own, &chain, passphrase))
            return content.startsWith('\x30') ? closed : Problem::BadFile;
        chain.prepend(own);
    } else {
        QFile keyFile(options.keyFile);
        const QByteArray keyContent = options.keyFile.isEmpty() ? content : keyFile.open(QIODevice::ReadOnly) ? keyFile.read(most) : QByteArray();
        key = keyIn(keyContent, passphrase);
        if (key.isNull())
            return keyContent.contains("ENCRYPTED") ? closed : Problem::BadKey;
    }
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return {};
}

std::optional<MqttFault> prepare(QSslSocket &socket, const MqttOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(options.tls13 ? QSsl::TlsV1_3OrLater : QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols(options.alpn);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!options.caFile.isEmpty()) {
        QFile file(options.caFile);
        const auto authorities = file.open(QIODevice::ReadOnly) ? QSslCertificate::fromDevice(&file) : QList<QSslCertificate>();
        if (authorities.isEmpty())
            return MqttFault::badCaFile(options);
        configuration.setCaCertificates(authorities);
    }
    if (!options.certificateFile.isEmpty()) {
        if (const auto problem = useIdentity(options, configuration))
            return MqttFault::badIdentity(options, *problem);
    }
    socket.setSslConfiguration(configuration);
    if (!options.serverName.isEmpty())
        socket.setPeerVerifyName(options.serverName);
    return {};
}

std::optional<MqttFault> pinFault(const QSslSocket &socket, const MqttOptions &options)
{
    const QSslCertificate shown = socket.peerCertificate();
    if (options.pin.isEmpty() || shown.digest(QCryptographicHash::Sha256) == options.pin)
        return {};
    MqttFault fault = MqttFault::badCertificate(options, MqttFault::Certificate::NotPinned, {});
    fault.untrusted = describe(shown);
    return fault;
}

MqttFault objection(const QSslSocket &socket, const MqttOptions &options, const QList<QSslError> &errors)
{
    MqttFault fault = MqttFault::badCertificate(options, MqttFault::Certificate::Bad, {});
    for (const QSslError &error : errors) {
        const auto problem = problemOf(error.error());
        fault = MqttFault::badCertificate(options, problem, error.errorString());
        if (problem != MqttFault::Certificate::Untrusted) // that often comes along with a more telling objection, which then decides
            break;
    }
    fault.untrusted = describe(socket.peerCertificate());
    return fault;
}

MqttFault handshakeFault(const MqttOptions &options, const QString &text)
{
    const auto says = [&text](const char *word) { return text.contains(QLatin1StringView(word), Qt::CaseInsensitive); };
    if (says("certificate required") || (says("alert handshake failure") && options.certificateFile.isEmpty()))
        return MqttFault::badIdentity(options, MqttFault::Identity::Wanted);
    if (says("key values mismatch"))
        return MqttFault::badIdentity(options, MqttFault::Identity::Mismatch);
    if (!options.certificateFile.isEmpty() && (says("unknown ca") || says("alert bad certificate") || says("certificate unknown") || says("decrypt error")))
        return MqttFault::badIdentity(options, MqttFault::Identity::Refused, text);
    if (says("protocol version") || says("unsupported protocol"))
        return MqttFault::oldTls(options);
    return says("no application protocol") ? MqttFault::noProtocol(options) : MqttFault::noTls(options, text);
}

} // namespace muster::qttls
