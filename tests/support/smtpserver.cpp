#include "tests/support/smtpserver.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>

namespace muster::test {

namespace {

constexpr int limitMs = 20'000;
constexpr qsizetype endlessBytes = 4 * 1'024 * 1'024;

bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished(limitMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray unfolded(QByteArray head)
{
    return head.replace("\r\n ", " ");
}

} // namespace

QString decodedWords(const QByteArray &header)
{
    static const QRegularExpression word(QStringLiteral(R"(=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=(\s+(?==\?))?)"));
    const QString text = QString::fromLatin1(header);
    QString out;
    qsizetype from = 0;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += text.mid(from, match.capturedStart() - from) + QString::fromUtf8(QByteArray::fromBase64(match.captured(1).toLatin1()));
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString SmtpServer::Received::header(const char *name) const
{
    const QByteArrayList lines = unfolded(data.left(data.indexOf("\r\n\r\n"))).split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith(QByteArray(name) + ": "))
            return decodedWords(line.mid(qsizetype(qstrlen(name)) + 2).trimmed());
    return {};
}

QString SmtpServer::Received::body() const
{
    return QString::fromUtf8(QByteArray::fromBase64(data.mid(data.indexOf("\r\n\r\n") + 4)));
}

SmtpServer::SmtpServer(const Options &options)
    : m_options(options)
{
    if (options.encryption != Encryption::None && !provideCertificates())
        m_problem = QStringLiteral("openssl is not installed");
    else if (!listen(QHostAddress::LocalHost))
        m_problem = errorString();
}

// openssl takes some 0.3 s for all of them: what it made for one server will do for the next one of the same kind.
bool SmtpServer::provideCertificates()
{
    static QHash<QString, QHash<QString, QByteArray>> made;
    QHash<QString, QByteArray> &files = made[m_options.certificateFor + (m_options.expired ? QStringLiteral(" expired") : QString())];
    if (files.isEmpty()) {
        if (!makeCertificates())
            return false;
        for (const char *const name : {"ca.pem", "other.pem", "server.pem", "server.key"})
            files.insert(QString::fromLatin1(name), contents(m_folder.filePath(QLatin1StringView(name))));
    }
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        QFile copy(m_folder.filePath(file.key()));
        if (!copy.open(QIODevice::WriteOnly) || copy.write(file.value()) != file.value().size())
            return false;
    }
    m_certificate = QSslCertificate(files.value(QStringLiteral("server.pem")));
    m_key = QSslKey(files.value(QStringLiteral("server.key")), QSsl::Ec);
    return !m_certificate.isNull() && !m_key.isNull();
}

bool SmtpServer::makeCertificates() const
{
    const auto path = [this](const char *name) { return m_folder.filePath(QLatin1StringView(name)); };
    const auto ask = [](const QString &command, const QStringList &more) { return openssl(command.split(u' ') + more); };
    const QString newKey = QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout");
    const QString names = m_options.certificateFor.isEmpty() ? QStringLiteral("DNS:localhost,IP:127.0.0.1") : m_options.certificateFor;
    return ask(newKey, {path("ca.key"), QStringLiteral("-x509"), QStringLiteral("-out"), path("ca.pem"), QStringLiteral("-subj"), QStringLiteral("/CN=Authority ca")})
        && ask(newKey, {path("other.key"), QStringLiteral("-x509"), QStringLiteral("-out"), path("other.pem"), QStringLiteral("-subj"), QStringLiteral("/CN=Authority other")})
        && ask(newKey, {path("server.key"), QStringLiteral("-out"), path("server.csr"), QStringLiteral("-subj"), QStringLiteral("/CN=mail"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names})
        && ask(QStringLiteral("x509 -req -copy_extensions copy -days"), {m_options.expired ? QStringLiteral("-1") : QStringLiteral("2"), QStringLiteral("-in"), path("server.csr"),
               QStringLiteral("-CA"), path("ca.pem"), QStringLiteral("-CAkey"), path("ca.key"), QStringLiteral("-out"), path("server.pem")});
}

void SmtpServer::answer(const QByteArray &command, const QByteArray &with, int times)
{
    m_answers.insert(command, QByteArrayList(times, with));
}

void SmtpServer::incomingConnection(qintptr handle)
{
    auto *const socket = new QSslSocket(this);
    socket->setSocketDescriptor(handle);
    ++m_connections;
    m_sessions.insert(socket, {});
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setLocalCertificate(m_certificate);
    configuration.setPrivateKey(m_key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setSslConfiguration(configuration);
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(*socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_sessions.remove(socket);
        socket->deleteLater();
    });
    const auto greet = [this, socket] {
        if (!std::exchange(m_sessions[socket].greeted, true))
            reply(*socket, "greeting", "220 mail.test ESMTP");
    };
    if (m_options.encryption != Encryption::Tls)
        return greet();
    connect(socket, &QSslSocket::encrypted, this, greet);
    socket->startServerEncryption();
}

void SmtpServer::reply(QSslSocket &socket, const QByteArray &command, const QByteArray &usual)
{
    const bool isOther = !m_answers.value(command).isEmpty();
    const QByteArray text = isOther ? m_answers[command].takeFirst() : usual;
    if (text == "close")
        socket.disconnectFromHost();
    else if (text == endless)
        socket.write(QByteArray("250-").leftJustified(endlessBytes, 'x'));
    else if (!text.isEmpty())
        socket.write(text + "\r\n");
}

void SmtpServer::read(QSslSocket &socket)
{
    m_sessions[&socket].in += socket.readAll();
    while (m_sessions.contains(&socket)) {
        Session &session = m_sessions[&socket];
        const QByteArray end = session.inData ? "\r\n.\r\n" : "\r\n";
        const qsizetype length = session.in.indexOf(end);
        if (length < 0)
            return;
        const QByteArray line = session.in.left(length + (session.inData ? 2 : 0));
        session.in.remove(0, length + end.size());
        take(socket, session, line);
    }
}

void SmtpServer::take(QSslSocket &socket, Session &session, const QByteArray &line)
{
    if (!session.login.isEmpty())
        return takeLogin(socket, session, line);
    if (std::exchange(session.inData, false)) {
        session.mail.data = line;
        session.mail.encrypted = socket.isEncrypted();
        const bool isTaken = m_answers.value(".").isEmpty();
        if (isTaken)
            m_mails.append(session.mail);
        return reply(socket, ".", "250 2.0.0 taken");
    }
    const QByteArray command = line.left(line.indexOf(' ') < 0 ? line.size() : line.indexOf(' ')).toUpper();
    m_commands.append(line);
    if (command == "EHLO") {
        QByteArray features = "250-mail.test\r\n";
        if (m_options.encryption == Encryption::StartTls && !socket.isEncrypted())
            features += "250-STARTTLS\r\n";
        else if (!m_options.logins.isEmpty())
            features += "250-AUTH " + m_options.logins + "\r\n";
        reply(socket, command, features + "250 SIZE 1000000");
    } else if (command == "STARTTLS") {
        reply(socket, command, "220 go ahead");
        socket.startServerEncryption();
    } else if (command == "AUTH") {
        session.login = line.mid(5).toUpper();
        const bool isPlain = session.login == "PLAIN";
        reply(socket, command, isPlain ? "334 " : "334 VXNlcm5hbWU6");
    } else if (command == "MAIL") {
        session.mail.from = line.mid(10);
        const bool mayPass = m_options.user.isEmpty() || !session.mail.user.isEmpty();
        reply(socket, command, mayPass ? "250 ok" : "530 5.7.0 Authentication required");
    } else if (command == "RCPT") {
        session.mail.to.append(line.mid(8));
        reply(socket, command, "250 ok");
    } else if (command == "DATA") {
        const bool goesOn = m_answers.value(command).isEmpty();
        reply(socket, command, "354 go ahead");
        session.inData = goesOn;
    } else if (command == "QUIT") {
        reply(socket, command, "221 bye");
        socket.disconnectFromHost();
    } else {
        reply(socket, command, "502 what?");
    }
}

void SmtpServer::takeLogin(QSslSocket &socket, Session &session, const QByteArray &line)
{
    const QByteArray said = QByteArray::fromBase64(line);
    if (session.login == "LOGIN" && session.name.isEmpty()) {
        session.name = said;
        socket.write("334 UGFzc3dvcmQ6\r\n");
        return;
    }
    const QByteArray full = session.login == "PLAIN" ? said : '\0' + session.name + '\0' + said;
    session.login.clear();
    session.name.clear();
    const bool isRight = full == '\0' + m_options.user + '\0' + m_options.password;
    if (isRight)
        session.mail.user = m_options.user;
    reply(socket, "LOGIN", isRight ? "235 2.7.0 welcome" : "535 5.7.8 no such login");
}

} // namespace muster::test
