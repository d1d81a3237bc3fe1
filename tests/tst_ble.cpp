// The Bluetooth LE backend through the real Qt Bluetooth against a simulated BlueZ on a bus of its own.

#include "backends/ble/blebackend.h"
#include "backends/ble/bleplugin.h"
#include "backends/ble/commands.h"
#include "backends/ble/link.h"
#include "tests/support/blestage.h"
#include "tests/support/simulatedbluez.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>
#include <optional>

using namespace muster;
using namespace muster::test;

namespace {

/// A board whose UART echoes what it is sent.
SimPeripheral board()
{
    return demo::nusPeripheral();
}

} // namespace

class TestBle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void advertisersBecomeDevices();
    void serviceDataWithoutSignalIsHeard();
    void whatIsNamelessAndSaysNothingIsLeftOut();
    void encryptedAdvertsWaitForTheirKey();
    void memberIsConnectedReadAndHeard();
    void devicesOutsideTheFleetAreLeftAlone();
    void whatMaySpeakByAdvertIsListenedToFirst();
    void uartBecomesMetricsAndTakesLines();
    void commandsConnectOnDemand();
    void lostLinkIsBackSoon();
    void adapterGoesOffAndOn();
    void adapterIsUnpluggedAndPlugged();
    void serviceDiesAndReturns();
    void muteServiceStallsNobody();
    void silentCharacteristicDoesNotStopTheOthers();
    void thousandsOfCharacteristicsAreBounded();
    void describedCharacteristicsReadThemselves();
    void manyChattyAdvertisersCostLittle();
    void urlsAreChecked();

private:
    std::optional<SimulatedBlueZ> m_bluez;
};

void TestBle::init()
{
    m_bluez.emplace();
    QVERIFY(m_bluez->startWithAdapter());
}

void TestBle::cleanup()
{
    m_bluez.reset();
}

void TestBle::advertisersBecomeDevices()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::btHomeThermometer()); });
    BleStage stage;
    const QString address = bleAddress(demo::BtHome);
    QTRY_COMPARE(stage.last(address, "temperature"), 25.0);
    QCOMPARE(stage.last(address, "humidity"), 50.55);
    QTRY_COMPARE(stage.last(address, "rssi"), -67.0);
    const Device device = stage.record.device(address);
    QCOMPARE(device.name, QStringLiteral("DIY-sensor"));
    QCOMPARE(device.kind, Kind::M2M);
    QCOMPARE(device.presence, Presence::Online);
    QVERIFY(device.addresses.contains(QStringLiteral("mac:") + demo::BtHome));
    QVERIFY(stage.isOpen());

    m_bluez->call([](FakeBlueZ &bluez) {
        SimAdvert advert;
        advert.rssi = -70;
        advert.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex("4002ca0903bf13")}};
        bluez.advertise(demo::BtHome, advert);
    });
    QTRY_COMPARE(stage.last(address, "temperature"), 25.06);
    QTRY_COMPARE(stage.last(address, "rssi"), -70.0);
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), 0);
}

// As BlueZ tells them while another program scans without a filter: Qt passes them over. Each value counts once, whoever told it.
void TestBle::serviceDataWithoutSignalIsHeard()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::btHomeThermometer()); });
    BleStage stage;
    const QString address = bleAddress(demo::BtHome);
    QTRY_COMPARE(stage.last(address, "temperature"), 25.0);
    const auto advertise = [this](const char *hex, std::optional<qint16> rssi) {
        m_bluez->call([&](FakeBlueZ &bluez) {
            SimAdvert advert;
            advert.rssi = rssi;
            advert.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex(hex)}};
            bluez.advertise(demo::BtHome, advert);
        });
    };
    QList<double> wanted {25.0};
    const auto next = [&](const char *hex, std::optional<qint16> rssi, double value) {
        advertise(hex, rssi);
        wanted.append(value);
        QTRY_COMPARE(stage.record.numbers(address, QStringLiteral("temperature")), wanted);
    };
    next("4002ca0903bf13", {}, 25.06);
    next("4002cb0903bf13", {}, 25.07);
    advertise("4002cb0903bf13", qint16(-71)); // the same with its signal: Qt tells it, and must not bring back older ones
    next("4002cc0903bf13", qint16(-72), 25.08);
    next("4002ca0903bf13", {}, 25.06);
    next("4002cd0903bf13", qint16(-73), 25.09);
    QCOMPARE(stage.record.device(address).name, QStringLiteral("DIY-sensor"));
}

void TestBle::whatIsNamelessAndSaysNothingIsLeftOut()
{
    m_bluez->call([](FakeBlueZ &bluez) {
        SimPeripheral nobody;
        nobody.address = QStringLiteral("4A:00:00:00:00:01");
        nobody.addressType = QStringLiteral("random");
        nobody.manufacturerData = {{0x004C, QByteArray::fromHex("10050318")}};
        bluez.addPeripheral(nobody);
        bluez.addPeripheral(demo::btHomeThermometer());
    });
    {
        BleStage stage;
        QTRY_COMPARE(stage.record.addresses(), QStringList({bleAddress(demo::BtHome)}));
    }
    BleStage all(BleBackend::Options {true});
    QTRY_COMPARE(all.record.addresses().size(), 2);
    // A made-up address is no proof of a device seen over another road.
    QCOMPARE(all.record.device(bleAddress(QStringLiteral("4A:00:00:00:00:01"))).addresses.size(), 1);
}

void TestBle::encryptedAdvertsWaitForTheirKey()
{
    m_bluez->call([](FakeBlueZ &bluez) {
        SimPeripheral sensor = demo::btHomeThermometer();
        sensor.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex("41e445f3c9962b332211006c7c4519")}};
        bluez.addPeripheral(sensor);
    });
    BleStage stage;
    QSignalSpy wanted(&stage.backend(), &BleBackend::keyWanted);
    QSignalSpy given(&stage.backend(), &BleBackend::keyGiven);
    const QString address = bleAddress(demo::BtHome);
    QTRY_COMPARE(wanted.size(), 1);
    QVERIFY(stage.record.numbers(address, QStringLiteral("temperature")).isEmpty());
    stage.send(address, ble::secretKey, QStringLiteral("not a key"));
    QVERIFY(!stage.finished.value(1).first);
    stage.send(address, ble::secretKey, QStringLiteral("231d39c1 d7cc1ab1 aee224cd 096db932"));
    QVERIFY(stage.finished.value(2).first);
    QCOMPARE(given.size(), 1);
    QTRY_COMPARE(stage.last(address, "temperature"), 25.06);
}

void TestBle::memberIsConnectedReadAndHeard()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::essPeripheral()); });
    BleStage stage;
    const QString address = bleAddress(demo::Ess);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    QTRY_COMPARE(stage.last(address, "temperature"), 23.45);
    QTRY_COMPARE(stage.last(address, "humidity"), 45.48);
    QTRY_COMPARE(stage.last(address, "pressure"), 101368.8);
    QTRY_COMPARE(stage.last(address, "battery"), 87.0);
    QTRY_COMPARE(stage.record.device(address).manufacturer, QStringLiteral("Muster Sim"));
    QTRY_VERIFY(m_bluez->call([](FakeBlueZ &bluez) { return bluez.notify(demo::Ess, simUuid(0x2A6E), QByteArray::fromHex("18fc")); }));
    QTRY_COMPARE(stage.last(address, "temperature"), -10.0);
    // Out of the fleet: the link is let go.
    stage.ingest.setMembers({stage.record.device(address).id}, false);
    QTRY_COMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.disconnects; }), 1);
}

void TestBle::devicesOutsideTheFleetAreLeftAlone()
{
    m_bluez->call([](FakeBlueZ &bluez) {
        bluez.addPeripheral(demo::essPeripheral());
        bluez.addPeripheral(demo::btHomeThermometer());
    });
    BleStage stage;
    QTRY_COMPARE(stage.record.addresses().size(), 2);
    stage.adopt(bleAddress(demo::BtHome)); // says everything by advertisement
    QTRY_VERIFY(!stage.record.numbers(bleAddress(demo::BtHome), QStringLiteral("temperature")).isEmpty());
    QTest::qWait(3 * BleBackend::tickMs);
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), 0);
}

void TestBle::whatMaySpeakByAdvertIsListenedToFirst()
{
    SimPeripheral sensor = demo::btHomeThermometer();
    const auto data = std::exchange(sensor.serviceData, {}); // its name is heard first
    sensor.connectHangs = true;
    m_bluez->call([&](FakeBlueZ &bluez) { bluez.addPeripheral(sensor); });
    BleStage stage;
    const QString address = bleAddress(demo::BtHome);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    QTest::qWait(3 * BleBackend::tickMs);
    SimAdvert advert;
    advert.serviceData = data;
    m_bluez->call([&](FakeBlueZ &bluez) { bluez.advertise(demo::BtHome, advert); });
    QTRY_COMPARE(stage.last(address, "temperature"), 25.0);
    QCOMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.connects; }), 0);
}

void TestBle::uartBecomesMetricsAndTakesLines()
{
    QByteArray received;
    m_bluez->call([&](FakeBlueZ &bluez) {
        bluez.addPeripheral(board());
        bluez.onWrite = [&](const QString &, const QString &, const QByteArray &bytes) { received += bytes; };
    });
    BleStage stage;
    const QString address = bleAddress(demo::Nus);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    int sent = 0;
    const auto tell = [&] { // lines cut where the radio pleases
        return m_bluez->call([&](FakeBlueZ &bluez) {
            const QByteArray line = QByteArray("speed=") + QByteArray::number(++sent) + " level=7\n";
            return bluez.notify(demo::Nus, demo::NusTx, line.first(5)) && bluez.notify(demo::Nus, demo::NusTx, line.sliced(5));
        });
    };
    QTRY_VERIFY(tell());
    for (int i = 0; i < 5; ++i)
        QVERIFY(tell());
    QTRY_COMPARE(stage.last(address, "speed"), double(sent));
    QCOMPARE(stage.last(address, "level"), 7.0);

    stage.send(address, ble::sendKey, QStringLiteral("a line that is longer than what one packet carries"));
    QTRY_VERIFY(stage.finished.contains(1));
    QVERIFY(stage.finished.value(1).first && stage.finished.value(1).second);
    QByteArray line;
    m_bluez->call([&](FakeBlueZ &) { line = received; });
    QVERIFY2(line.startsWith("a line that is longer than what one packet carries"), line.constData());
    QVERIFY(stage.backend().write(demo::Nus, "by hand").has_value());
    QTRY_VERIFY(m_bluez->call([&](FakeBlueZ &) { return received.endsWith("by hand"); }));
}

void TestBle::commandsConnectOnDemand()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(board()); });
    BleStage stage;
    const QString address = bleAddress(demo::Nus);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.send(address, ble::connectKey);
    QTRY_VERIFY(stage.finished.contains(1));
    QVERIFY(stage.finished.value(1).first);
    stage.send(address, ble::sendKey, QStringLiteral("hello"));
    QTRY_VERIFY(stage.finished.contains(2));
    QVERIFY(stage.finished.value(2).first);
    stage.send(address, ble::disconnectKey);
    QTRY_COMPARE(m_bluez->call([](FakeBlueZ &bluez) { return bluez.counters.disconnects; }), 1);

    m_bluez->call([](FakeBlueZ &bluez) { bluez.peripheral(demo::Nus)->connectError = SimError {QStringLiteral("org.bluez.Error.Failed"), QStringLiteral("le-connection-abort-by-local")}; });
    // Until the program has heard that the link is gone, it is there, and asking for it is no mistake.
    quint32 command = 3;
    const auto isRefused = [&] {
        stage.send(address, ble::connectKey);
        ++command;
        return QTest::qWaitFor([&] { return stage.finished.contains(command); }) && !stage.finished.value(command).first;
    };
    QTRY_VERIFY(isRefused());
}

void TestBle::lostLinkIsBackSoon()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(board()); });
    BleStage stage;
    const QString address = bleAddress(demo::Nus);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    int sent = 0;
    const auto tell = [&] {
        return m_bluez->call([&](FakeBlueZ &bluez) { return bluez.notify(demo::Nus, demo::NusTx, "n=" + QByteArray::number(++sent) + '\n'); });
    };
    QTRY_VERIFY(tell() && tell() && tell());
    QTRY_COMPARE(stage.last(address, "n"), double(sent));
    const MetricId before = stage.record.metric(address, QStringLiteral("n")).id;
    QElapsedTimer clock;
    clock.start();
    m_bluez->call([](FakeBlueZ &bluez) { bluez.dropLink(demo::Nus); });
    QTRY_COMPARE(stage.record.device(address).presence, Presence::Offline);
    QTRY_VERIFY(tell() && tell() && tell());
    QTRY_COMPARE(stage.last(address, "n"), double(sent));
    qInfo("back after %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 5'000);
    QCOMPARE(stage.record.device(address).presence, Presence::Online);
    QCOMPARE(stage.record.metric(address, QStringLiteral("n")).id, before);
}

void TestBle::adapterGoesOffAndOn()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::essPeripheral()); });
    BleStage stage;
    const QString address = bleAddress(demo::Ess);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    QTRY_COMPARE(stage.last(address, "temperature"), 23.45);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.setPowered(QStringLiteral("hci0"), false); });
    QTRY_COMPARE(stage.states.last().state, ConnectionState::Waiting);
    QVERIFY2(stage.states.last().detail.contains(QStringLiteral("off")), qPrintable(stage.states.last().detail));
    m_bluez->call([](FakeBlueZ &bluez) {
        bluez.characteristic(demo::Ess, simUuid(0x2A6E))->value = QByteArray::fromHex("6408");
        bluez.setPowered(QStringLiteral("hci0"), true);
    });
    QTRY_VERIFY(stage.isOpen());
    QTRY_COMPARE(stage.last(address, "temperature"), 21.48);
    QTRY_COMPARE(stage.record.device(address).presence, Presence::Online);
}

void TestBle::adapterIsUnpluggedAndPlugged()
{
    m_bluez->call([](FakeBlueZ &bluez) {
        bluez.addPeripheral(demo::btHomeThermometer());
        bluez.removeAdapter(QStringLiteral("hci0"));
    });
    BleStage stage;
    QTRY_COMPARE(stage.states.last().state, ConnectionState::Waiting);
    QVERIFY2(stage.states.last().detail.contains(QStringLiteral("adapter")), qPrintable(stage.states.last().detail));
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addAdapter(QStringLiteral("hci0"), demo::Adapter); });
    QTRY_VERIFY(stage.isOpen());
    QTRY_COMPARE(stage.last(bleAddress(demo::BtHome), "temperature"), 25.0);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.removeAdapter(QStringLiteral("hci0")); });
    QTRY_COMPARE(stage.states.last().state, ConnectionState::Waiting);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addAdapter(QStringLiteral("hci0"), demo::Adapter); });
    QTRY_VERIFY(stage.isOpen());
}

void TestBle::serviceDiesAndReturns()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::essPeripheral()); });
    BleStage stage;
    const QString address = bleAddress(demo::Ess);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    QTRY_COMPARE(stage.last(address, "temperature"), 23.45);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.crash(); });
    QTRY_COMPARE(stage.states.last().state, ConnectionState::Waiting);
    QVERIFY2(stage.states.last().detail.contains(QStringLiteral("bluetoothd")), qPrintable(stage.states.last().detail));
    QVERIFY(m_bluez->startWithAdapter());
    m_bluez->call([](FakeBlueZ &bluez) { bluez.characteristic(demo::Ess, simUuid(0x2A6E))->value = QByteArray::fromHex("6408"); });
    QTRY_VERIFY(stage.isOpen());
    QTRY_COMPARE(stage.last(address, "temperature"), 21.48);
    QCOMPARE(stage.record.addresses().size(), 1);
}

// The service is there but answers nothing: Qt Bluetooth waits 25 s for it in the radio's thread, and nobody else does.
void TestBle::muteServiceStallsNobody()
{
    m_bluez->call([](FakeBlueZ &bluez) { bluez.addPeripheral(demo::essPeripheral()); });
    BleStage stage;
    const QString address = bleAddress(demo::Ess);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    m_bluez->call([](FakeBlueZ &bluez) { bluez.frozen = true; });
    qint64 longest = 0;
    QElapsedTimer since;
    since.start();
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, since.restart()); });
    beat.start(10);
    stage.send(address, ble::connectKey);
    QTest::qWait(1'500);
    qInfo("longest pause of this thread %lld ms", longest);
    QVERIFY(longest < 1'000);
    m_bluez->call([](FakeBlueZ &bluez) { bluez.thaw(); });
}

void TestBle::silentCharacteristicDoesNotStopTheOthers()
{
    m_bluez->call([](FakeBlueZ &bluez) {
        bluez.addPeripheral(demo::essPeripheral());
        bluez.characteristic(demo::Ess, simUuid(0x2A6F))->readError = SimError {QStringLiteral("org.bluez.Error.NotPermitted"), QStringLiteral("Not paired")};
    });
    BleStage stage;
    const QString address = bleAddress(demo::Ess);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    QTRY_COMPARE(stage.last(address, "battery"), 87.0);
    QCOMPARE(stage.last(address, "temperature"), 23.45);
    QVERIFY(stage.record.numbers(address, QStringLiteral("humidity")).isEmpty());
}

void TestBle::thousandsOfCharacteristicsAreBounded()
{
    m_bluez->call([](FakeBlueZ &bluez) {
        SimPeripheral monster;
        monster.address = QStringLiteral("C0:00:00:00:20:00");
        monster.name = QStringLiteral("Monster");
        monster.services = {{simUuid(0x181A), true, {}}};
        for (int i = 0; i < 2'000; ++i)
            monster.services[0].characteristics.append({simUuid(quint16(0x3000 + i)), {QStringLiteral("read")}, "x", {}});
        bluez.addPeripheral(monster);
    });
    BleStage stage({.listenFirstMs = 0});
    const QString address = bleAddress(QStringLiteral("C0:00:00:00:20:00"));
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.notes.isEmpty(), 30'000);
    QVERIFY2(stage.notes.first().contains(QStringLiteral("2000")), qPrintable(stage.notes.first()));
    QVERIFY(stage.record.device(address).metrics.size() < 10);
    QCOMPARE(at(stage.ingest.counters({1}), Count::LimitReached), quint64(2'000 - ble::Link::maxCharacteristics));
}

void TestBle::describedCharacteristicsReadThemselves()
{
    const QString own = QStringLiteral("12345678-0000-4000-8000-000000000001");
    m_bluez->call([&](FakeBlueZ &bluez) {
        SimPeripheral node;
        node.address = QStringLiteral("C0:00:00:00:29:04");
        node.name = QStringLiteral("Tank");
        SimCharacteristic level {own, {QStringLiteral("read"), QStringLiteral("notify"), QStringLiteral("write")}, QByteArray::fromHex("e803"),
            {{simUuid(0x2901), "Level"}, {simUuid(0x2904), QByteArray::fromHex("06FFAD27010000")}}};
        node.services = {{QStringLiteral("12345678-0000-4000-8000-000000000000"), true, {level}}};
        bluez.addPeripheral(node);
    });
    BleStage stage({.listenFirstMs = 0});
    const QString address = bleAddress(QStringLiteral("C0:00:00:00:29:04"));
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    const QString key = QStringLiteral("characteristic.") + own;
    QTRY_COMPARE(stage.record.numbers(address, key), QList<double>({100.0}));
    const Metric metric = stage.record.metric(address, key);
    QCOMPARE(metric.name, QStringLiteral("Level"));
    QCOMPARE(metric.unit, QStringLiteral("%"));
    stage.send(address, qPrintable(QStringLiteral("write.") + own), QStringLiteral("0102"));
    QTRY_VERIFY(stage.finished.contains(1));
    QVERIFY(stage.finished.value(1).first && stage.finished.value(1).second);
    QCOMPARE(m_bluez->call([&](FakeBlueZ &bluez) { return bluez.characteristic(QStringLiteral("C0:00:00:00:29:04"), own)->value; }), QByteArray::fromHex("0102"));
    stage.send(address, qPrintable(QStringLiteral("write.") + own), QStringLiteral("no digits"));
    QVERIFY(!stage.finished.value(2).first);
}

void TestBle::manyChattyAdvertisersCostLittle()
{
    constexpr int devices = 500;
    const auto addressOf = [](int i) { return QStringLiteral("54:48:E6:00:%1:%2").arg(i / 256, 2, 16, QLatin1Char('0')).arg(i % 256, 2, 16, QLatin1Char('0')).toUpper(); };
    m_bluez->call([&](FakeBlueZ &bluez) {
        for (int i = 0; i < devices; ++i) {
            SimPeripheral sensor = demo::btHomeThermometer();
            sensor.address = addressOf(i);
            bluez.addPeripheral(sensor);
        }
    });
    BleStage stage;
    QTRY_COMPARE_WITH_TIMEOUT(stage.record.addresses().size(), devices, 20'000);
    const auto samples = stage.record.samples();
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) { // ten advertisements of each that say the same, but for the signal
        m_bluez->call([&](FakeBlueZ &bluez) {
            for (int i = 0; i < devices; ++i) {
                SimAdvert advert;
                advert.rssi = qint16(-60 - round);
                bluez.advertise(addressOf(i), advert);
            }
        });
    }
    QTRY_VERIFY_WITH_TIMEOUT(at(stage.ingest.counters({1}), Count::Messages) >= quint64(devices), 20'000);
    QTest::qWait(500);
    const auto more = stage.record.samples() - samples;
    qInfo("%d advertisements made %lld samples", devices * rounds, qint64(more));
    QVERIFY(more <= 4 * devices);
}

void TestBle::urlsAreChecked()
{
    const BlePlugin plugin;
    QVERIFY(plugin.check(QUrl(QStringLiteral("ble://"))));
    QVERIFY(plugin.check(QUrl(QStringLiteral("ble://?nameless=1"))));
    QVERIFY(!plugin.check(QUrl(QStringLiteral("ble://?nameless=maybe"))));
    QVERIFY(!plugin.check(QUrl(QStringLiteral("ble://?color=red"))));
    QVERIFY(!plugin.check(QUrl(QStringLiteral("ble://garden"))));
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestBle)
#include "tst_ble.moc"
