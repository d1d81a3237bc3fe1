#pragma once

#include <QHash>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>

class QSslSocket;

namespace muster::test {

/// A small mail server at 127.0.0.1 in this very process: who waits for it without letting the event loop go waits for ever. Keeps what it is given.
class SmtpServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Encryption : quint8 { None, StartTls, Tls };
    struct Options
    {
        Encryption encryption = Encryption::None;
        QString certificateFor {};   ///< subjectAltName; empty: DNS:localhost,IP:127.0.0.1
        bool expired = false;        ///< the certificate
        QByteArray logins {};        ///< "PLAIN LOGIN"; empty: nobody logs in
        QByteArray user {};
        QByteArray password {};
    };
    struct Received
    {
        QByteArray from {};
        QByteArrayList to {};
        QByteArray data {};          ///< as it came, dots stuffed
        QByteArray user {};
        bool encrypted = false;

        [[nodiscard]] QString header(const char *name) const; ///< unfolded and decoded
        [[nodiscard]] QString body() const;                   ///< decoded
    };

    explicit SmtpServer(const Options &options);
    /// Empty, or why it cannot work.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Answers the next ones otherwise: "greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "." or "QUIT". An empty answer: none; "close": hangs up.
    void answer(const QByteArray &command, const QByteArray &with, int times = 1);
    /// As the login that is asked for.
    void setPassword(const QByteArray &password) { m_options.password = password; }

    [[nodiscard]] const QList<Received> &mails() const { return m_mails; }
    [[nodiscard]] const QByteArrayList &commands() const { return m_commands; } ///< with what follows them, logins' secrets aside
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] QString otherCaFile() const { return m_folder.filePath(QStringLiteral("other.pem")); }

    static constexpr char endless[] = "endless";

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Session
    {
        QByteArray in {};
        Received mail {};
        QByteArray login {};  ///< the mechanism, while one is under way
        QByteArray name {};
        bool inData = false;
        bool greeted = false;
    };
    [[nodiscard]] bool provideCertificates();
    [[nodiscard]] bool makeCertificates() const;
    void read(QSslSocket &socket);
    void take(QSslSocket &socket, Session &session, const QByteArray &line);
    void takeLogin(QSslSocket &socket, Session &session, const QByteArray &line);
    void reply(QSslSocket &socket, const QByteArray &command, const QByteArray &usual);

    Options m_options;
    QTemporaryDir m_folder;
    QSslCertificate m_certificate;
    QSslKey m_key;
    QString m_problem;
    QHash<QByteArray, QByteArrayList> m_answers;
    QHash<QSslSocket *, Session> m_sessions;
    QList<Received> m_mails;
    QByteArrayList m_commands;
    int m_connections = 0;
};

/// RFC 2047, B and UTF-8 alone.
[[nodiscard]] QString decodedWords(const QByteArray &header);

} // namespace muster::test
