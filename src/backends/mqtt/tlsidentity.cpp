#include "backends/mqtt/tlsidentity.h"

#include "backends/mqtt/mqttclient.h"

#include <QFile>
#include <QHostAddress>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>

#include <cstring>
#include <ctime>
#include <memory>

namespace muster::tls {

namespace {

using Problem = MqttFault::Identity;

constexpr int maxChain = 16;     ///< certificates beside the own one
constexpr int maxNames = 20;     ///< of hosts that are shown
constexpr qsizetype maxText = 300;

template<auto function>
struct Free
{
    template<class T>
    void operator()(T *object) const
    {
        function(object);
    }
};
using Bio = std::unique_ptr<BIO, Free<&BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<&EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<&X509_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Free<&PKCS12_free>>;
using GeneralNames = std::unique_ptr<GENERAL_NAMES, Free<&GENERAL_NAMES_free>>;

/// What OpenSSL asks for while it reads a key, and whether it did.
struct Asked
{
    QByteArray passphrase {};
    bool asked = false;

    static int answer(char *buffer, int size, int, void *self)
    {
        auto &it = *static_cast<Asked *>(self);
        it.asked = true;
        if (it.passphrase.size() > size)
            return -1;
        std::memcpy(buffer, it.passphrase.constData(), size_t(it.passphrase.size()));
        return int(it.passphrase.size());
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.size() <= maxFile ? file.read(maxFile) : QByteArray();
}

Bio memory(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

Problem lockedOrWrong(const MqttOptions &options)
{
    return options.passphrase.isEmpty() ? Problem::Locked : Problem::WrongPassphrase;
}

tl::expected<void, Problem> install(SSL_CTX *context, X509 *certificate, EVP_PKEY *key)
{
    if (!certificate || SSL_CTX_use_certificate(context, certificate) != 1)
        return tl::unexpected(Problem::BadFile);
    if (!key)
        return tl::unexpected(Problem::BadKey);
    if (X509_check_private_key(certificate, key) != 1)
        return tl::unexpected(Problem::Mismatch);
    return SSL_CTX_use_PrivateKey(context, key) == 1 ? tl::expected<void, Problem> {} : tl::unexpected(Problem::BadKey);
}

void addToChain(SSL_CTX *context, Certificate certificate)
{
    if (SSL_CTX_add0_chain_cert(context, certificate.get()) == 1)
        (void)certificate.release(); // the context's now
}

tl::expected<void, Problem> usePkcs12(SSL_CTX *context, PKCS12 *file, const MqttOptions &options)
{
    const QByteArray passphrase = options.passphrase.toUtf8();
    // A file without a passphrase was sealed with an empty one or with none at all, which is not the same.
    const bool none = passphrase.isEmpty() && PKCS12_verify_mac(file, nullptr, 0) == 1;
    if (!none && PKCS12_verify_mac(file, passphrase.constData(), int(passphrase.size())) != 1)
        return tl::unexpected(lockedOrWrong(options));
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *chain = nullptr;
    if (PKCS12_parse(file, none ? nullptr : passphrase.constData(), &key, &certificate, &chain) != 1)
        return tl::unexpected(Problem::BadFile);
    const Key ownedKey(key);
    const Certificate ownedCertificate(certificate);
    const auto done = install(context, certificate, key);
    for (int i = 0; chain && sk_X509_num(chain) > 0; ++i) {
        Certificate next(sk_X509_shift(chain));
        if (done && i < maxChain)
            addToChain(context, std::move(next));
    }
    sk_X509_free(chain);
    return done;
}

tl::expected<void, Problem> usePem(SSL_CTX *context, const QByteArray &content, const MqttOptions &options)
{
    const Bio certificates = memory(content);
    const Certificate certificate(PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return tl::unexpected(Problem::BadFile);
    const QByteArray keyContent = options.keyFile.isEmpty() ? content : contentOf(options.keyFile);
    const Bio keys = memory(keyContent);
    Asked asked {options.passphrase.toUtf8()};
    const Key key(PEM_read_bio_PrivateKey(keys.get(), nullptr, &Asked::answer, &asked));
    if (!key)
        return tl::unexpected(asked.asked ? lockedOrWrong(options) : Problem::BadKey);
    if (const auto done = install(context, certificate.get(), key.get()); !done)
        return done;
    for (int i = 0; i < maxChain; ++i) {
        Certificate next(PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr));
        if (!next)
            break;
        addToChain(context, std::move(next));
    }
    return {};
}

QString textOf(const X509_NAME *name)
{
    const Bio out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, (XN_FLAG_ONELINE & ~XN_FLAG_SPC_EQ & ~ASN1_STRFLGS_ESC_MSB) | ASN1_STRFLGS_UTF8_CONVERT);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QString::fromUtf8(bytes, size).left(maxText);
}

QString nameOf(const GENERAL_NAME &name)
{
    const auto textFrom = [](const ASN1_STRING *string) {
        return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string));
    };
    if (name.type == GEN_DNS)
        return QString::fromLatin1(textFrom(name.d.dNSName)).left(maxText);
    if (name.type != GEN_IPADD)
        return {};
    const QByteArray bytes = textFrom(name.d.iPAddress);
    if (bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData())).toString();
    quint32 address = 0;
    for (const char byte : bytes)
        address = address << 8U | quint8(byte);
    return bytes.size() == 4 ? QHostAddress(address).toString() : QString();
}

QString namesIn(const X509 *certificate)
{
    const GeneralNames names(static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList list;
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()) && list.size() < maxNames; ++i)
        list.append(nameOf(*sk_GENERAL_NAME_value(names.get(), i)));
    list.removeAll(QString());
    return list.join(QStringLiteral(", "));
}

Micros timeOf(const ASN1_TIME *time)
{
    std::tm parts {};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? Micros(timegm(&parts)) * 1'000'000 : 0;
}

} // namespace

tl::expected<void, MqttFault> useIdentity(SSL_CTX *context, const MqttOptions &options)
{
    const QByteArray content = contentOf(options.certificateFile);
    const Bio bytes = memory(content);
    const Pkcs12 pkcs12(d2i_PKCS12_bio(bytes.get(), nullptr));
    const auto used = pkcs12 ? usePkcs12(context, pkcs12.get(), options) : usePem(context, content, options);
    ERR_clear_error();
    return used ? tl::expected<void, MqttFault> {} : tl::unexpected(MqttFault::badIdentity(options, used.error()));
}

QByteArray fingerprint(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned size = 0;
    X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(digest.data()), &size);
    return digest.left(qsizetype(size));
}

ServerCertificate describe(const X509 *certificate)
{
    ServerCertificate description;
    description.fingerprint = fingerprint(certificate);
    description.subject = textOf(X509_get_subject_name(certificate));
    description.issuer = textOf(X509_get_issuer_name(certificate));
    description.names = namesIn(certificate);
    description.from = timeOf(X509_get0_notBefore(certificate));
    description.until = timeOf(X509_get0_notAfter(certificate));
    return description;
}

} // namespace muster::tls
