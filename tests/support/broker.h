#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace muster::test {

/// A real mosquitto on a free port of 127.0.0.1, with its files in a temporary folder. Ends with the object.
/// Every function waits until what it asks for has happened.
class Broker
{
public:
    struct Options
    {
        quint16 port = 0; ///< 0: a free one
        QString user {};  ///< with a password: nobody else gets in
        QString password {};
        bool tls = false;
        bool webSocket = false;      ///< and plain MQTT nowhere but at a socket in its folder
        QString certificateFor {};   ///< subjectAltName, "DNS:localhost" or "IP:127.0.0.1"; empty: both
        bool expired = false;        ///< the certificate
        bool asksForCertificate = false; ///< with tls: clients without one of its authority do not get in; see client()
        bool guarded = false;        ///< subscriptions beside open/# and messages to closed/# are refused
        QByteArray configuration {}; ///< further lines
    };

    Broker() = default;
    ~Broker();
    Broker(const Broker &) = delete;
    Broker &operator=(const Broker &) = delete;

    /// Empty if this computer has all it takes; else what is missing, for QSKIP.
    [[nodiscard]] static QString missing(const Options &options);

    /// False if it does not accept connections within 5 s; log() says why.
    [[nodiscard]] bool start(const Options &options);
    /// Once more with the same options on the same port, as after a crash.
    [[nodiscard]] bool restart();
    /// SIGTERM: says goodbye to its clients.
    void stop();
    /// SIGKILL: its sockets close without a word.
    void kill();

    [[nodiscard]] quint16 port() const { return m_options.port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// The authority that issued its certificate, PEM.
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// Another authority, which did not.
    [[nodiscard]] QString otherCaFile() const { return m_folder.filePath(QStringLiteral("other.pem")); }
    /// Where asksForCertificate made files for clients: client.pem, client.key, locked.key, client.p12 (both with the passphrase “open sesame”),
    /// bundle.pem (certificate and key), stranger.pem and stranger.key of the other authority.
    [[nodiscard]] QString client(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    /// SHA-256 of its certificate.
    [[nodiscard]] QByteArray fingerprint() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QByteArray log();

private:
    [[nodiscard]] bool provideCertificates();
    [[nodiscard]] bool makeCertificates();
    [[nodiscard]] bool makeClientCertificates();
    [[nodiscard]] bool issue(const QString &name, const QString &authority, const QString &subject);
    [[nodiscard]] bool makePasswords();
    [[nodiscard]] bool makeGuard();
    [[nodiscard]] bool writeConfiguration();
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QProcess m_process;
    Options m_options;
    QByteArray m_log;
};

} // namespace muster::test
