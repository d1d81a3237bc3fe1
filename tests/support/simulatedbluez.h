#pragma once

#include "tests/support/fakebluez.h"
#include "tests/support/peripherals.h"
#include "tests/support/privatebus.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <type_traits>

namespace muster::test {

/// A simulated BlueZ in a thread of its own (Qt Bluetooth keeps its caller waiting) on the bus that the environment names.
class SimulatedBlueZ
{
public:
    /// Runs in the simulation's thread and waits for the result.
    template<class Call>
    auto call(Call what)
    {
        using Answer = decltype(what(m_bluez));
        if constexpr (std::is_void_v<Answer>) {
            m_bluez.run([&] { what(m_bluez); });
        } else {
            Answer answer {};
            m_bluez.run([&] { answer = what(m_bluez); });
            return answer;
        }
    }

    SimulatedBlueZ()
    {
        m_bluez.moveToThread(&m_thread);
        m_thread.start();
    }
    ~SimulatedBlueZ()
    {
        call([](FakeBlueZ &bluez) { bluez.crash(); });
        call([](FakeBlueZ &bluez) { bluez.moveToThread(QCoreApplication::instance()->thread()); });
        m_thread.quit();
        m_thread.wait();
    }
    SimulatedBlueZ(const SimulatedBlueZ &) = delete;
    SimulatedBlueZ &operator=(const SimulatedBlueZ &) = delete;

    /// On the bus, without an adapter.
    bool start()
    {
        return call([](FakeBlueZ &bluez) { return bluez.start(qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS")); });
    }
    /// With an adapter that is on.
    bool startWithAdapter()
    {
        const bool started = start();
        call([](FakeBlueZ &bluez) { bluez.addAdapter(QStringLiteral("hci0"), demo::Adapter); });
        return started;
    }

private:
    FakeBlueZ m_bluez;
    QThread m_thread;
};

} // namespace muster::test

/// A test program with a bus of its own, made before anything in it knows of D-Bus (libdbus reads the address once). Exit code 77 without dbus-daemon.
#define MUSTER_BLUEZ_MAIN(Application, TestClass) \
    int main(int argc, char **argv) \
    { \
        muster::test::PrivateBus bus; \
        if (!bus.start()) { \
            std::printf("SKIPPED: no dbus-daemon (Debian: dbus-daemon)\n"); \
            return 77; \
        } \
        bus.exportAsSystemBus(); \
        qputenv("BLUETOOTH_FORCE_DBUS_LE_VERSION", "5.66"); \
        Application app(argc, argv); \
        TestClass test; \
        return QTest::qExec(&test, argc, argv); \
    }
