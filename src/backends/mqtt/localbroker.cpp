#include "backends/mqtt/localbroker.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace muster {
namespace {

constexpr int maxAttempts = 3;
constexpr int pollMs = 20;
constexpr qsizetype maxComplaint = 4'096;

/// The wanted port if it is free on this computer, else one the system picks; 0 if there is none.
quint16 freePort(quint16 wanted)
{
    QTcpServer server;
    if (server.listen(QHostAddress::LocalHost, wanted) || server.listen(QHostAddress::LocalHost, 0))
        return server.serverPort();
    return 0;
}

} // namespace

LocalBroker::LocalBroker(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_program(findProgram())
{
    m_poll.setSingleShot(true);
    m_limit.setSingleShot(true);
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([parent = getpid()] {
        prctl(PR_SET_PDEATHSIG, SIGTERM); // also when Muster is killed
        if (getppid() != parent)
            _exit(0); // it died before the line above
    });
#endif
    connect(
        &m_process, &QProcess::readyReadStandardError, this, [this] { m_complaint = (m_complaint + m_process.readAllStandardError()).right(maxComplaint); });
    connect(&m_process, &QProcess::finished, this, &LocalBroker::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Error::Code::Io, tr("%1 could not be started (%2). Reinstall the mosquitto package.").arg(m_process.program(), m_process.errorString()));
    });
    connect(&m_probe, &QTcpSocket::connected, this, &LocalBroker::probed);
    connect(&m_probe, &QTcpSocket::errorOccurred, this, [this] { m_poll.start(pollMs); });
    connect(&m_poll, &QTimer::timeout, this, &LocalBroker::probe);
    connect(&m_limit, &QTimer::timeout, &m_process, &QProcess::kill);
}

LocalBroker::~LocalBroker()
{
    disconnect(&m_process, nullptr, this, nullptr);
    disconnect(&m_probe, nullptr, this, nullptr);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopLimitMs)) {
        m_process.kill();
        m_process.waitForFinished(stopLimitMs);
    }
}

QUrl LocalBroker::url() const
{
    QUrl url;
    if (m_state != State::Running)
        return url;
    url.setScheme(QStringLiteral("mqtt"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

QString LocalBroker::findProgram()
{
    const QString name = QStringLiteral("mosquitto");
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/sbin")});
}

void LocalBroker::start()
{
    if (m_state != State::Stopped || m_process.state() != QProcess::NotRunning)
        return;
    if (m_program.isEmpty()) {
        fail(Error::Code::NotFound, tr("This computer has no MQTT broker. Install the mosquitto package."));
        return;
    }
    m_private = std::make_unique<QTemporaryDir>(); // only its owner may look into it
    m_attempts = 0;
    launch(freePort(usualPort));
}

void LocalBroker::launch(quint16 port)
{
    ++m_attempts;
    m_port = port;
    m_stopping = false;
    m_complaint.clear();
    const auto configuration = writeConfiguration(port);
    if (!configuration) {
        fail(configuration.error().code, configuration.error().text);
        return;
    }
    m_state = State::Starting;
    m_limit.start(startLimitMs);
    m_process.start(m_program, {QStringLiteral("-c"), *configuration});
    if (m_process.state() != QProcess::NotRunning)
        m_poll.start(pollMs);
}

Result<QString> LocalBroker::writeConfiguration(quint16 port) const
{
    if (m_folder.contains(QLatin1Char('\n')) || (!m_folder.isEmpty() && !QDir().mkpath(m_folder)))
        return failure(Error::Code::Io, tr("The folder “%1” for the broker's data cannot be made. Check the permissions.").arg(m_folder));
    QByteArray text = "listener " + QByteArray::number(port) +
                      " 127.0.0.1\n"
                      "max_queued_messages 100000\n" // with its default of 1000 it drops most of what a large site has retained
                      "allow_anonymous true\n"
                      "log_dest stderr\nlog_type error\nlog_type warning\n";
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        text += "user root\n"; // else it would become "mosquitto", which may not enter our folders
#endif
    if (m_folder.isEmpty())
        text += "persistence false\n";
    else
        text += "persistence true\nautosave_interval 60\npersistence_location " + QFile::encodeName(m_folder) + "/\n";
    QFile file(m_private->filePath(QStringLiteral("mosquitto.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return failure(Error::Code::Io, tr("The broker's configuration cannot be written to “%1”. Check the free space.").arg(file.fileName()));
    return file.fileName();
}

void LocalBroker::probe()
{
    if (m_state == State::Starting && m_process.state() != QProcess::NotRunning)
        m_probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

void LocalBroker::probed()
{
    m_probe.abort();
    if (m_state != State::Starting || m_stopping)
        return;
    m_limit.stop();
    m_state = State::Running;
    Q_EMIT started(m_port);
}

void LocalBroker::stop()
{
    if (m_state == State::Stopped || m_stopping)
        return;
    m_stopping = true;
    m_poll.stop();
    m_limit.start(stopLimitMs);
    m_process.terminate();
}

void LocalBroker::ended()
{
    const State before = m_state;
    m_limit.stop();
    m_poll.stop();
    m_probe.abort();
    m_state = State::Stopped;
    if (m_stopping) {
        Q_EMIT stopped();
        return;
    }
    if (before == State::Starting && m_complaint.contains("Address already in use") && m_attempts < maxAttempts) {
        launch(freePort(0));
        return;
    }
    const QString complaint = QString::fromLocal8Bit(m_complaint).trimmed().section(QLatin1Char('\n'), -1);
    fail(Error::Code::Io, before == State::Starting ? tr("The broker on this computer did not start (%1). Reinstall the mosquitto package.").arg(complaint)
                                                    : tr("The broker on this computer ended by itself (%1). Start it again.").arg(complaint));
}

void LocalBroker::fail(Error::Code code, const QString &text)
{
    m_limit.stop();
    m_poll.stop();
    m_state = State::Stopped;
    Q_EMIT failed({code, text});
}

} // namespace muster
