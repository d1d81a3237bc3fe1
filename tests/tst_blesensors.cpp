// Sensors of the Bluetooth standard from their radio to samples: each over a simulated BlueZ, connected, told to report, and heard.

#include "tests/support/blestage.h"
#include "tests/support/simulatedbluez.h"

#include <QCoreApplication>
#include <QTest>

#include <optional>

using namespace muster;
using namespace muster::test;

namespace {

const QString sensor = QStringLiteral("C0:00:00:00:18:16");

/// What is told, and the last value of a metric afterwards.
struct Said
{
    QByteArray hex {};
    QByteArray key {};
    double value = 0;
};

} // namespace

Q_DECLARE_METATYPE(QList<Said>)

class TestBleSensors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sensorIsHeard_data();
    void sensorIsHeard();
};

void TestBleSensors::sensorIsHeard_data()
{
    QTest::addColumn<int>("service");
    QTest::addColumn<int>("uuid");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QList<Said>>("said");
    const auto row = [](const char *name, int service, int uuid, const char *how, const QList<Said> &said) {
        QTest::newRow(name) << service << uuid << QString::fromLatin1(how) << said;
    };
    row("heart rate", 0x180D, 0x2A37, "notify", {{"0048", "heart_rate", 72}, {"0050", "heart_rate", 80}});
    row("thermometer, indicated", 0x1809, 0x2A1C, "indicate", {{"006E0100FF", "temperature", 36.6}});
    row("cycling: speed and cadence", 0x1816, 0x2A5B, "notify",
        {{"03E8030000000005000002", "cumulative_wheel_revolutions", 1'000}, {"03F2030000000A0800000A", "speed", 30.312}, {"03F2030000000A0800000A", "cadence", 90}});
    row("cycling power", 0x1818, 0x2A63, "notify", {{"2000640005000002", "instantaneous_power", 100}, {"200064000800000A", "cadence", 90}});
    row("running", 0x1814, 0x2A53, "notify", {{"038002B4550010270000", "instantaneous_speed", 2.5}, {"038002B4550010270000", "instantaneous_cadence", 180}});
    row("scale, indicated", 0x181D, 0x2A9D, "indicate", {{"00B036", "weight", 70}});
    row("pulse oximeter", 0x1822, 0x2A5F, "notify", {{"0061004800", "spo2", 97}, {"0061004800", "pulse", 72}});
    row("blood pressure, indicated", 0x1810, 0x2A35, "indicate", {{"007800500064000000", "systolic", 120}});
}

void TestBleSensors::sensorIsHeard()
{
    QFETCH(int, service);
    QFETCH(int, uuid);
    QFETCH(QString, how);
    QFETCH(QList<Said>, said);
    SimulatedBlueZ bluez;
    QVERIFY(bluez.startWithAdapter());
    SimPeripheral made;
    made.address = sensor;
    made.name = QStringLiteral("Sensor");
    made.advertisedUuids = {simUuid(quint16(service))};
    made.services = {{simUuid(quint16(service)), true, {{simUuid(quint16(uuid)), {how}, {}, {}}}}};
    bluez.call([&](FakeBlueZ &fake) { fake.addPeripheral(made); });
    BleStage stage;
    const QString address = bleAddress(sensor);
    QTRY_VERIFY(stage.record.device(address).id.isValid());
    stage.adopt(address);
    for (const Said &each : std::as_const(said)) {
        QTRY_VERIFY(bluez.call([&](FakeBlueZ &fake) { return fake.notify(sensor, simUuid(quint16(uuid)), QByteArray::fromHex(each.hex)); }));
        QTRY_COMPARE(stage.last(address, each.key.constData()), each.value);
    }
    QCOMPARE(stage.record.addresses().size(), 1);
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestBleSensors)
#include "tst_blesensors.moc"
