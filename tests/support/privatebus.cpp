#include "tests/support/privatebus.h"
#include <QFile>

namespace muster::test {

bool PrivateBus::start()
{
    if (!m_dir.isValid())
        return false;
    const QString conf = m_dir.filePath(QStringLiteral("bus.conf"));
    QFile f(conf);
    if (!f.open(QIODevice::WriteOnly))
        return false;
    f.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
            " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
            "<busconfig><type>system</type><auth>EXTERNAL</auth>\n"
            "<listen>unix:path=" +
            m_dir.filePath(QStringLiteral("bus.sock")).toUtf8() +
            "</listen>\n"
            "<policy context=\"default\"><allow user=\"*\"/><allow own=\"*\"/>"
            "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow receive_sender=\"*\" eavesdrop=\"true\"/>"
            "</policy></busconfig>\n");
    f.close();
    m_proc.setProcessChannelMode(QProcess::SeparateChannels);
    m_proc.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + conf, QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                                                    QStringLiteral("--nosyslog"), QStringLiteral("--print-address=1")});
    if (!m_proc.waitForStarted(5000))
        return false;
    while (m_address.isEmpty() && m_proc.waitForReadyRead(5000)) {
        if (m_proc.canReadLine())
            m_address = QString::fromUtf8(m_proc.readLine()).trimmed();
    }
    return !m_address.isEmpty();
}

void PrivateBus::stop()
{
    if (m_proc.state() == QProcess::NotRunning)
        return;
    m_proc.terminate();
    if (!m_proc.waitForFinished(2000)) {
        m_proc.kill();
        m_proc.waitForFinished(2000);
    }
}

} // namespace muster::test
