#pragma once
// A dbus-daemon of our own on a private socket. Nothing of the machine's buses is touched.
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace muster::test {

class PrivateBus
{
public:
    ~PrivateBus() { stop(); }
    // Starts the daemon; true when its address is known.
    bool start();
    void stop();
    QString address() const { return m_address; }
    qint64 pid() const { return m_proc.processId(); }
    // Must run before anything in this process touches D-Bus at all (libdbus reads all the
    // bus addresses from the environment once, on the first dbus_bus_get of any kind).
    void exportAsSystemBus() const { qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toUtf8()); }

private:
    QTemporaryDir m_dir;
    QProcess m_proc;
    QString m_address;
};

} // namespace muster::test
