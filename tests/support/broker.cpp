#include "tests/support/broker.h"

#include <QDeadlineTimer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace muster::test {
namespace {

constexpr int limitMs = 5'000;

QString find(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(program, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")}) : found;
}

QString guardPlugin()
{
    for (const QString &folder : {QStringLiteral("/usr/lib/x86_64-linux-gnu"), QStringLiteral("/usr/lib/aarch64-linux-gnu"), QStringLiteral("/usr/lib")}) {
        const QString path = folder + QStringLiteral("/mosquitto_dynamic_security.so");
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

Broker::~Broker()
{
    kill();
}

QString Broker::missing(const Options &options)
{
    QStringList programs {QStringLiteral("mosquitto")};
    if (options.tls)
        programs += QStringLiteral("openssl");
    if (!options.user.isEmpty())
        programs += QStringLiteral("mosquitto_passwd");
    for (const QString &program : std::as_const(programs)) {
        if (find(program).isEmpty())
            return QStringLiteral("%1 is not installed").arg(program);
    }
    return options.guarded && guardPlugin().isEmpty() ? QStringLiteral("mosquitto's dynamic security plug-in is not installed") : QString();
}

bool Broker::start(const Options &options)
{
    m_options = options;
    if (m_options.port == 0)
        m_options.port = freePort();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    return (!options.tls || provideCertificates()) && (options.user.isEmpty() || makePasswords()) && (!options.guarded || makeGuard()) && writeConfiguration() &&
           restart();
}

bool Broker::restart()
{
    m_process.start(find(QStringLiteral("mosquitto")), {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("mosquitto.conf"))});
    const QDeadlineTimer deadline(limitMs);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_options.port);
        if (probe.waitForConnected(200))
            return true;
        m_process.waitForFinished(10); // notices when it gives up
    }
    qWarning("mosquitto did not start: %s", log().constData());
    return false;
}

void Broker::stop()
{
    m_process.terminate();
    m_process.waitForFinished(limitMs);
}

void Broker::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(limitMs);
}

QByteArray Broker::log()
{
    m_log += m_process.readAll();
    return m_log;
}

bool Broker::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(find(program), arguments);
    const bool done = process.waitForFinished(limitMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!done)
        qWarning("%s failed: %s", qPrintable(program), process.readAll().constData());
    return done;
}

// openssl takes some 0.3 s for all of them: what it made for one broker will do for the next one of the same kind.
bool Broker::provideCertificates()
{
    static QHash<QString, QHash<QString, QByteArray>> made;
    QHash<QString, QByteArray> &files = made[m_options.certificateFor + QString::number(int(m_options.expired)) + QString::number(int(m_options.asksForCertificate))];
    const QDir folder(m_folder.path());
    if (files.isEmpty()) {
        if (!makeCertificates() || (m_options.asksForCertificate && !makeClientCertificates()))
            return false;
        const QStringList names = folder.entryList(QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            files[name] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    }
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (!writeFile(folder.filePath(file.key()), file.value()))
            return false;
    }
    return true;
}

bool Broker::makeCertificates()
{
    const auto path = [this](const char *name) { return m_folder.filePath(QLatin1StringView(name)); };
    const auto openssl = [this](const QString &command, const QStringList &more) {
        return run(QStringLiteral("openssl"), command.split(QLatin1Char(' ')) + more);
    };
    const QString newKey = QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes");
    const QString names = m_options.certificateFor.isEmpty() ? QStringLiteral("DNS:localhost,IP:127.0.0.1") : m_options.certificateFor;
    for (const char *name : {"ca", "other"}) {
        const QString file = path(name);
        if (!openssl(newKey + QStringLiteral(" -x509 -keyout"), {file + QStringLiteral(".key"), QStringLiteral("-out"), file + QStringLiteral(".pem"),
                                                                    QStringLiteral("-subj"), QStringLiteral("/CN=Authority ") + QLatin1StringView(name)}))
            return false;
    }
    return openssl(newKey + QStringLiteral(" -subj /CN=broker -keyout"),
               {path("server.key"), QStringLiteral("-out"), path("server.csr"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names}) &&
           openssl(QStringLiteral("x509 -req -copy_extensions copy -days"),
               {m_options.expired ? QStringLiteral("-1") : QStringLiteral("2"), QStringLiteral("-in"), path("server.csr"), QStringLiteral("-CA"),
                   path("ca.pem"), QStringLiteral("-CAkey"), path("ca.key"), QStringLiteral("-out"), path("server.pem")});
}

bool Broker::issue(const QString &name, const QString &authority, const QString &subject)
{
    const auto path = [this](const QString &file) { return m_folder.filePath(file); };
    const auto openssl = [this](const QString &command, const QStringList &more) {
        return run(QStringLiteral("openssl"), command.split(QLatin1Char(' ')) + more);
    };
    return openssl(QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout"),
               {path(name + QStringLiteral(".key")), QStringLiteral("-out"), path(name + QStringLiteral(".csr")), QStringLiteral("-subj"), subject}) &&
           openssl(QStringLiteral("x509 -req -days 2 -in"),
               {path(name + QStringLiteral(".csr")), QStringLiteral("-CA"), path(authority + QStringLiteral(".pem")), QStringLiteral("-CAkey"),
                   path(authority + QStringLiteral(".key")), QStringLiteral("-out"), path(name + QStringLiteral(".pem"))});
}

bool Broker::makeClientCertificates()
{
    const auto read = [this](const char *name) {
        QFile file(client(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString pass = QStringLiteral("pass:open sesame");
    return issue(QStringLiteral("client"), QStringLiteral("ca"), QStringLiteral("/CN=Ada")) &&
           issue(QStringLiteral("stranger"), QStringLiteral("other"), QStringLiteral("/CN=Stranger")) &&
           run(QStringLiteral("openssl"), {QStringLiteral("pkcs8"), QStringLiteral("-topk8"), QStringLiteral("-in"), client("client.key"), QStringLiteral("-out"),
                                              client("locked.key"), QStringLiteral("-passout"), pass}) &&
           run(QStringLiteral("openssl"), {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"), client("client.pem"), QStringLiteral("-inkey"),
                                              client("client.key"), QStringLiteral("-out"), client("client.p12"), QStringLiteral("-passout"), pass}) &&
           writeFile(client("bundle.pem"), read("client.pem") + read("client.key"));
}

QByteArray Broker::fingerprint() const
{
    QFile file(m_folder.filePath(QStringLiteral("server.pem")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray base64;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.startsWith('-'))
            base64 += line;
    }
    return QCryptographicHash::hash(QByteArray::fromBase64(base64), QCryptographicHash::Sha256);
}

bool Broker::makePasswords()
{
    const QString path = m_folder.filePath(QStringLiteral("passwords"));
    return writeFile(path, {}) && run(QStringLiteral("mosquitto_passwd"), {QStringLiteral("-b"), path, m_options.user, m_options.password});
}

bool Broker::makeGuard()
{
    return writeFile(m_folder.filePath(QStringLiteral("guard.json")), R"({
        "defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true, "subscribe": false, "unsubscribe": true},
        "anonymousGroup": "everyone",
        "groups": [{"groupname": "everyone", "roles": [{"rolename": "guest"}]}],
        "roles": [{"rolename": "guest", "acls": [
            {"acltype": "subscribePattern", "topic": "open/#", "allow": true},
            {"acltype": "publishClientSend", "topic": "closed/#", "allow": false}]}],
        "clients": []})");
}

bool Broker::writeConfiguration()
{
    const QByteArray folder = QFile::encodeName(m_folder.path());
    // mosquitto 2.0.11 does not start with WebSockets alone.
    const QByteArray beside = m_options.webSocket ? "listener 0 " + folder + "/plain.sock\n" : QByteArray();
    QByteArray text = beside + "listener " + QByteArray::number(m_options.port) +
                      " 127.0.0.1\n"
                      "persistence false\nlog_dest stderr\nlog_type error\nlog_type warning\nlog_type notice\n";
    if (geteuid() == 0)
        text += "user root\n";
    if (m_options.webSocket)
        text += "protocol websockets\n";
    if (m_options.tls)
        text += "certfile " + folder + "/server.pem\nkeyfile " + folder + "/server.key\n";
    if (m_options.asksForCertificate)
        text += "cafile " + folder + "/ca.pem\nrequire_certificate true\n";
    if (m_options.user.isEmpty())
        text += "allow_anonymous true\n";
    else
        text += "allow_anonymous false\npassword_file " + folder + "/passwords\n";
    if (m_options.guarded)
        text += "plugin " + QFile::encodeName(guardPlugin()) + "\nplugin_opt_config_file " + folder + "/guard.json\n";
    return writeFile(m_folder.filePath(QStringLiteral("mosquitto.conf")), text + m_options.configuration);
}

} // namespace muster::test
