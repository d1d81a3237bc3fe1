// Notifications of a Bluetooth device on their way to samples, beside bare Qt Bluetooth in the same run; and what 500 chatty advertisers cost.
// The radio is simulated on a bus of its own, in a thread of this program.

#include "backends/ble/blebackend.h"
#include "tests/support/goals.h"
#include "tests/support/ingestrecord.h"
#include "tests/support/simulatedbluez.h"

#include <QBluetoothDeviceInfo>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLowEnergyController>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <utility>

using namespace muster;
using namespace muster::test;

namespace {

int s_count = 40'000;

const QString &heartRate()
{
    static const QString uuid = simUuid(0x2A37);
    return uuid;
}

/// Runs the event loop until it is so, at most a minute. Sleeps between events: processEvents() with a time limit would not, and its turning would be
/// counted as a cost of what is measured.
template<class Condition>
bool wait(Condition condition)
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition() || clock.elapsed() > 60'000)
            loop.quit();
    });
    look.start(2);
    if (!condition())
        loop.exec();
    return condition();
}

SimPeripheral belt()
{
    SimPeripheral made;
    made.address = QStringLiteral("C0:00:00:00:18:0D");
    made.name = QStringLiteral("Belt");
    made.services = {{simUuid(0x180D), true, {{heartRate(), {QStringLiteral("notify")}, {}, {}}}}};
    return made;
}

/// Flat out, as fast as the bus takes them.
void tell(SimulatedBlueZ &bluez)
{
    bluez.call([](FakeBlueZ &sim) {
        for (int i = 0; i < s_count; ++i)
            sim.notify(belt().address, heartRate(), QByteArray::fromHex(i % 2 ? "0048" : "0049"));
    });
}

double perSecond(qint64 nanoseconds)
{
    return s_count * 1e9 / double(nanoseconds);
}

/// Notifications a second that arrive as Qt's signal; 0 if they do not.
double bare(SimulatedBlueZ &bluez)
{
    // The simulation lives in another thread, so the controller may live here.
    QBluetoothDeviceInfo info(QBluetoothAddress(belt().address), QStringLiteral("Belt"), 0);
    info.setCoreConfigurations(QBluetoothDeviceInfo::LowEnergyCoreConfiguration);
    const std::unique_ptr<QLowEnergyController> controller(QLowEnergyController::createCentral(info));
    std::unique_ptr<QLowEnergyService> service;
    bool subscribed = false;
    int arrived = 0;
    QObject::connect(controller.get(), &QLowEnergyController::connected, controller.get(), &QLowEnergyController::discoverServices);
    QObject::connect(controller.get(), &QLowEnergyController::discoveryFinished, controller.get(), [&] {
        service.reset(controller->createServiceObject(QBluetoothUuid(quint16(0x180D))));
        QObject::connect(service.get(), &QLowEnergyService::stateChanged, controller.get(), [&](QLowEnergyService::ServiceState state) {
            if (state != QLowEnergyService::RemoteServiceDiscovered)
                return;
            const QLowEnergyCharacteristic rate = service->characteristic(QBluetoothUuid(quint16(0x2A37)));
            service->writeDescriptor(rate.descriptor(QBluetoothUuid(quint16(0x2902))), QByteArray::fromHex("0100"));
        });
        QObject::connect(service.get(), &QLowEnergyService::descriptorWritten, controller.get(), [&] { subscribed = true; });
        QObject::connect(service.get(), &QLowEnergyService::characteristicChanged, controller.get(), [&] { ++arrived; });
        service->discoverDetails(QLowEnergyService::SkipValueDiscovery);
    });
    controller->connectToDevice();
    if (!wait([&] { return subscribed; }))
        return 0;
    QElapsedTimer clock;
    clock.start();
    tell(bluez);
    const bool all = wait([&] { return arrived >= s_count; });
    const double rate = perSecond(clock.nsecsElapsed());
    controller->disconnectFromDevice();
    wait([&] { return controller->state() == QLowEnergyController::UnconnectedState; });
    return all ? rate : 0;
}

double processorSeconds(clockid_t clock = CLOCK_PROCESS_CPUTIME_ID)
{
    timespec now {};
    clock_gettime(clock, &now);
    return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

struct Road
{
    Road()
        : backend(ConnectionId {1}, {}, ingest, &thread)
    {
        thread.start();
        backend.start();
    }
    ~Road() { backend.stop(); }

    struct Thread : QThread
    {
        ~Thread() override
        {
            quit();
            wait();
        }
    };
    Ingest ingest;
    IngestRecord record {ingest};
    Thread thread;
    BleBackend backend;
};

/// Notifications a second that arrive as samples; 0 if they do not.
double whole(SimulatedBlueZ &bluez)
{
    Road road;
    const QString address = QStringLiteral("ble:") + belt().address;
    if (!wait([&] { return road.record.device(address).id.isValid(); }))
        return 0;
    const int before = bluez.call([](FakeBlueZ &sim) { return sim.counters.startNotify; });
    road.ingest.setMembers({road.record.device(address).id}, true);
    if (!wait([&] { return bluez.call([](FakeBlueZ &sim) { return sim.counters.startNotify; }) > before; }))
        return 0;
    qsizetype samples = 0;
    QObject::connect(&road.ingest, &Ingest::sampled, &road.ingest, [&](const SampleBatch &batch) { samples += batch.samples.size(); });
    QElapsedTimer clock;
    clock.start();
    tell(bluez);
    return wait([&] { return samples >= s_count; }) ? perSecond(clock.nsecsElapsed()) : 0;
}

/// Processor seconds for advertisements of 500 devices: of the whole program but the simulation's thread. What Qt spends on D-Bus for both sides of
/// the bus is in one thread of its own and counted here.
void chatty(SimulatedBlueZ &bluez)
{
    constexpr int devices = 500;
    const int rounds = s_count / 2'000;
    const auto addressOf = [](int i) { return QStringLiteral("54:48:E6:00:%1:%2").arg(i / 256, 2, 16, QLatin1Char('0')).arg(i % 256, 2, 16, QLatin1Char('0')).toUpper(); };
    bluez.call([&](FakeBlueZ &sim) {
        for (int i = 0; i < devices; ++i) {
            SimPeripheral sensor = demo::btHomeThermometer();
            sensor.address = addressOf(i);
            sim.addPeripheral(sensor);
        }
    });
    const auto say = [&](int round) {
        bluez.call([&](FakeBlueZ &sim) {
            for (int i = 0; i < devices; ++i) {
                SimAdvert advert;
                advert.rssi = qint16(-50 - round % 20);
                sim.advertise(addressOf(i), advert);
            }
        });
    };
    Road road;
    wait([&] { return road.record.addresses().size() >= devices; });
    const auto simulation = [&] { return bluez.call([](FakeBlueZ &) { return processorSeconds(CLOCK_THREAD_CPUTIME_ID); }); };
    wait([settled = quint64(0), at = 0, &road]() mutable { // the finding of them is over
        const quint64 now = muster::at(road.ingest.counters({1}), Count::Messages);
        at = std::exchange(settled, now) == now ? at + 1 : 0;
        return at > 500;
    });
    const double start = processorSeconds();
    const double simulated = simulation();
    QElapsedTimer clock;
    clock.start();
    for (int round = 0; round < rounds; ++round) { // one advertisement of each a second is usual: here they come as fast as they can
        say(round);
        QCoreApplication::processEvents();
    }
    const auto heard = [&] { return at(road.ingest.counters({1}), Count::Messages); };
    quint64 last = 0;
    wait([&] { // until no more come
        const quint64 now = heard();
        const bool quiet = now == last && clock.elapsed() > 2'500;
        last = now;
        return quiet;
    });
    const double itself = simulation() - simulated;
    const double cpu = processorSeconds() - start - itself;
    const double each = cpu / (rounds * devices);
    std::printf("500 advertisers: %d advertisements cost %.2f s of processor time, %.0f us each (and the simulation %.0f us)\n", rounds * devices, cpu, 1e6 * each,
        1e6 * itself / (rounds * devices));
    const double share = 100 * devices * each;
    test::goal("ble-chatty", share, "%-of-a-core-at-500-a-second", "<=", 10);
}

} // namespace

int main(int argc, char **argv)
{
    PrivateBus bus;
    if (!bus.start()) {
        std::printf("SKIPPED: no dbus-daemon (Debian: dbus-daemon)\n");
        return 77;
    }
    bus.exportAsSystemBus();
    qputenv("BLUETOOTH_FORCE_DBUS_LE_VERSION", "5.66");
    qputenv("QT_LOGGING_RULES", "qt.bluetooth*=false");
    const QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--quick")))
        s_count = 10'000;
    SimulatedBlueZ bluez;
    if (!bluez.startWithAdapter())
        return 1;
    bluez.call([](FakeBlueZ &sim) { sim.addPeripheral(belt()); });
    const double ours = whole(bluez); // first: its scan makes the device known
    const double theirs = bare(bluez);
    std::printf("bare Qt Bluetooth %.0f notifications a second, Muster %.0f samples a second\n", theirs, ours);
    const double ratio = theirs > 0 ? ours / theirs : 0;
    test::goal("ble-notifications", ratio, "of-bare-qt", ">=", 0.8);
    chatty(bluez);
    return test::goalsExit();
}
