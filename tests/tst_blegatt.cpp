// Characteristic values written down from the GATT Specification Supplement, and what they must give.

#include "backends/ble/gatt/revolutions.h"
#include "backends/ble/gatt/values.h"

#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::ble;

class TestBleGatt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreRead_data();
    void valuesAreRead();
    void cutAndAbsurdValuesAreMarked_data();
    void cutAndAbsurdValuesAreMarked();
    void floatsHaveSignedExponents();
    void describedValuesReadThemselves_data();
    void describedValuesReadThemselves();
    void everyLengthOfEveryCharacteristicIsSurvived();
    void shortUuidsAreThoseOfTheSig();
    void speedAndCadenceComeFromTurns_data();
    void speedAndCadenceComeFromTurns();
};

void TestBleGatt::valuesAreRead_data()
{
    QTest::addColumn<int>("uuid");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *name, int uuid, const char *hex, const char *wanted) { QTest::newRow(name) << uuid << QByteArray(hex) << QString::fromUtf8(wanted); };
    row("battery", 0x2A19, "57", "battery=87");
    row("temperature", 0x2A6E, "2909", "temperature=23.45");
    row("temperature below zero", 0x2A6E, "18FC", "temperature=-10");
    row("temperature is not known", 0x2A6E, "0080", "");
    row("humidity", 0x2A6F, "C411", "humidity=45.48");
    row("humidity is not known", 0x2A6F, "FFFF", "");
    row("pressure", 0x2A6D, "B8770F00", "pressure=101368.8");
    row("elevation, three bytes with a sign", 0x2A6C, "18FCFF", "elevation=-10");
    row("illuminance is not known", 0x2AFB, "FFFFFF", "");
    row("manufacturer", 0x2A29, "41434D4500", "manufacturer=ACME");
    row("heart rate, one byte", 0x2A37, "0048", "heart_rate=72");
    row("heart rate, two bytes, energy, beats", 0x2A37, "19480080000004000200020002", "heart_rate=72 energy_expended=128 rr_interval=1 rr_interval_2=0.5 rr_interval_3=0.5 rr_interval_4=0.5");
    row("thermometer in °C with its time", 0x2A1C, "026E0100FFE7070C190E1E2D", "temperature=36.6 timestamp=2023-12-25T14:30:45");
    row("thermometer in °F", 0x2A1C, "01DA0300FF", "temperature=37");
    row("thermometer has no value", 0x2A1C, "00FFFF7F00", "");
    row("cycling: wheel and crank", 0x2A5B, "030A000000000405000002", "cumulative_wheel_revolutions=10 last_wheel_event_time=1 cumulative_crank_revolutions=5 last_crank_event_time=0.5");
    row("running", 0x2A53, "038002B4550010270000", "instantaneous_speed=2.5 instantaneous_cadence=180 instantaneous_stride_length=0.85 total_distance=1000");
    row("scale, kilograms", 0x2A9D, "00B036", "weight=70");
    row("scale: the weighing failed", 0x2A9D, "00FFFF", "");
    row("oximeter", 0x2A5F, "0061004800", "spo2=97 pulse=72");
    row("blood pressure in kPa", 0x2A35, "01A0F050F070F0", "systolic=120.009852 diastolic=60.0049261 mean_arterial_pressure=84.0068965");
    row("magnetic flux", 0x2AA1, "E80318FC0000", "magnetic_flux_x=0.0001 magnetic_flux_y=-0.0001 magnetic_flux_z=0");
    row("ozone has no value", 0x2BD4, "FF07", "");
}

void TestBleGatt::valuesAreRead()
{
    QFETCH(int, uuid);
    QFETCH(QByteArray, hex);
    QFETCH(QString, wanted);
    const gatt::Values got = gatt::decode(quint16(uuid), QByteArray::fromHex(hex));
    QVERIFY(got.known && got.intact);
    QStringList words;
    for (const Reading &reading : got.readings)
        words.append(keyOf(*reading.what, reading.ordinal) + u'=' + (reading.what->type == MetricType::Text ? reading.text : QString::number(reading.value, 'g', 9)));
    QCOMPARE(words.join(u' '), wanted);
}

void TestBleGatt::cutAndAbsurdValuesAreMarked_data()
{
    QTest::addColumn<int>("uuid");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("readings");
    QTest::newRow("half a temperature") << 0x2A6E << QByteArray("29") << 0;
    QTest::newRow("a battery of 200 %") << 0x2A19 << QByteArray("C8") << 0;
    QTest::newRow("a humidity of 600 %") << 0x2A6F << QByteArray("60EA") << 0;
    QTest::newRow("colder than cold") << 0x2A6E << QByteArray("0180") << 0;
    QTest::newRow("nothing") << 0x2A37 << QByteArray("") << 0;
    QTest::newRow("energy is promised") << 0x2A37 << QByteArray("0848") << 1;
}

void TestBleGatt::cutAndAbsurdValuesAreMarked()
{
    QFETCH(int, uuid);
    QFETCH(QByteArray, hex);
    QFETCH(int, readings);
    const gatt::Values got = gatt::decode(quint16(uuid), QByteArray::fromHex(hex));
    QVERIFY(got.known && !got.intact);
    QCOMPARE(int(got.readings.size()), readings);
}

void TestBleGatt::floatsHaveSignedExponents()
{
    QCOMPARE(gatt::sfloat(0xF16E), 36.6);   // 366 * 10^-1
    QCOMPARE(gatt::sfloat(0x0072), 114.0);
    QCOMPARE(gatt::sfloat(0x1FFF), -10.0);  // -1 * 10^1
    QCOMPARE(gatt::sfloat(0x8001), 1e-8);
    QVERIFY(!gatt::sfloat(0x07FF) && !gatt::sfloat(0x0800) && !gatt::sfloat(0x07FE) && !gatt::sfloat(0x0802));
    QCOMPARE(gatt::ieeeFloat(0xFF00016E), 36.6);
    QCOMPARE(gatt::ieeeFloat(0x02FFFFFF), -100.0);
    QVERIFY(!gatt::ieeeFloat(0x007FFFFF) && !gatt::ieeeFloat(0x00800000) && !gatt::ieeeFloat(0x00800002));
}

void TestBleGatt::describedValuesReadThemselves_data()
{
    QTest::addColumn<QByteArray>("descriptor");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("u16, hundredths of a degree") << QByteArray("06FE2F27010000") << QByteArray("2909") << true << 23.45 << QString();
    QTest::newRow("s8 below zero") << QByteArray("0C002F27010000") << QByteArray("EA") << true << -22.0 << QString();
    QTest::newRow("boolean") << QByteArray("01000027010000") << QByteArray("05") << true << 1.0 << QString();
    QTest::newRow("float") << QByteArray("14000027010000") << QByteArray("0000C03F") << true << 1.5 << QString();
    QTest::newRow("text") << QByteArray("19000027010000") << QByteArray("4142") << true << 0.0 << QStringLiteral("AB");
    QTest::newRow("too short for its format") << QByteArray("08000027010000") << QByteArray("2909") << false << 0.0 << QString();
    QTest::newRow("NaN") << QByteArray("14000027010000") << QByteArray("0000C07F") << false << 0.0 << QString();
    QTest::newRow("a format nobody knows") << QByteArray("77000027010000") << QByteArray("2909") << false << 0.0 << QString();
    QTest::newRow("an exponent of 100") << QByteArray("06642F27010000") << QByteArray("2909") << false << 0.0 << QString();
}

void TestBleGatt::describedValuesReadThemselves()
{
    QFETCH(QByteArray, descriptor);
    QFETCH(QByteArray, hex);
    QFETCH(bool, readable);
    QFETCH(double, number);
    QFETCH(QString, text);
    const auto presentation = gatt::presentation(QByteArray::fromHex(descriptor));
    const auto value = presentation ? gatt::scalar(*presentation, QByteArray::fromHex(hex)) : std::nullopt;
    QCOMPARE(value.has_value(), readable);
    if (readable) {
        QCOMPARE(value->number, number);
        QCOMPARE(value->text, text);
    }
}

void TestBleGatt::everyLengthOfEveryCharacteristicIsSurvived()
{
    qsizetype known = 0;
    for (int uuid = 0x2A00; uuid < 0x2C00; ++uuid) {
        for (const char fill : {'\0', '\x7F', '\x80', '\xFF', '\x19'}) {
            for (qsizetype length = 0; length < 64; ++length) {
                const gatt::Values got = gatt::decode(quint16(uuid), QByteArray(length, fill));
                known += got.known;
                for (const Reading &reading : got.readings)
                    QVERIFY(std::isfinite(reading.value));
            }
        }
    }
    QVERIFY(known > 0);
}

void TestBleGatt::shortUuidsAreThoseOfTheSig()
{
    QCOMPARE(gatt::shortUuid(QUuid(QStringLiteral("00002a19-0000-1000-8000-00805f9b34fb"))), quint16(0x2A19));
    QCOMPARE(gatt::shortUuid(QUuid(QStringLiteral("6e400001-b5a3-f393-e0a9-e50e24dcca9e"))), quint16(0));
    QCOMPARE(gatt::shortUuid(QUuid(QStringLiteral("12342a19-0000-1000-8000-00805f9b34fb"))), quint16(0));
    QCOMPARE(gatt::fullUuid(0x180F).toString(QUuid::WithoutBraces), QStringLiteral("0000180f-0000-1000-8000-00805f9b34fb"));
}

void TestBleGatt::speedAndCadenceComeFromTurns_data()
{
    QTest::addColumn<int>("uuid");
    QTest::addColumn<QStringList>("messages"); ///< "seconds hex"
    QTest::addColumn<QString>("wanted");       ///< what the last one gives besides what it says
    const auto row = [](const char *name, int uuid, const QStringList &messages, const char *wanted) { QTest::newRow(name) << uuid << messages << QString::fromLatin1(wanted); };
    // 10 turns of 2.105 m in 2.5 s are 8.42 m/s.
    row("wheel", 0x2A5B, {QStringLiteral("0 01E80300000000"), QStringLiteral("2.5 01F2030000000A")}, "speed=30.312 wheel_circumference=2.105");
    row("crank: 3 turns in 2 s", 0x2A5B, {QStringLiteral("0 0205000002"), QStringLiteral("2 020800000A")}, "cadence=90");
    row("both", 0x2A5B, {QStringLiteral("0 03E8030000000005000002"), QStringLiteral("2.5 03F2030000000A0800000A")}, "speed=30.312 wheel_circumference=2.105 cadence=90");
    row("the first tells nothing", 0x2A5B, {QStringLiteral("0 03E8030000000005000002")}, "");
    row("the crank's clock goes round: 1 turn in 1 s", 0x2A5B, {QStringLiteral("0 020500E8FD"), QStringLiteral("1 020600E801")}, "cadence=60");
    row("the crank's turns go round: 2 in 1 s", 0x2A5B, {QStringLiteral("0 02FFFF0000"), QStringLiteral("1 0201000004")}, "cadence=120");
    row("the wheel's turns go round: 4 in 1 s", 0x2A5B, {QStringLiteral("0 01FFFFFFFF0000"), QStringLiteral("1 01030000000004")}, "speed=30.312 wheel_circumference=2.105");
    row("power meter: its wheel's clock has 1/2048 s", 0x2A63, {QStringLiteral("0 10006400E80300000000"), QStringLiteral("2.5 10006400F20300000014")}, "speed=30.312 wheel_circumference=2.105");
    row("power meter: wheel's clock goes round in 32 s", 0x2A63, {QStringLiteral("0 10006400E80300000FFC"), QStringLiteral("1 10006400EC0300000F04")}, "speed=30.312 wheel_circumference=2.105");
    row("power meter: crank", 0x2A63, {QStringLiteral("0 2000640005000002"), QStringLiteral("2 200064000800000A")}, "cadence=90");
    row("no new turn yet", 0x2A5B, {QStringLiteral("0 0205000002"), QStringLiteral("2 0205000002")}, "");
    row("stands", 0x2A5B, {QStringLiteral("0 0205000002"), QStringLiteral("3 0205000002")}, "cadence=0");
    row("stands for long", 0x2A5B, {QStringLiteral("0 0205000002"), QStringLiteral("300 0205000002")}, "cadence=0");
    row("its clock may have gone round meanwhile", 0x2A5B, {QStringLiteral("0 0205000002"), QStringLiteral("64 020800000A")}, "");
    row("was set anew", 0x2A5B, {QStringLiteral("0 01E80300000000"), QStringLiteral("1 01010000000004")}, "");
    row("turns without time", 0x2A5B, {QStringLiteral("0 0205000002"), QStringLiteral("1 0206000002")}, "");
}

void TestBleGatt::speedAndCadenceComeFromTurns()
{
    QFETCH(int, uuid);
    QFETCH(QStringList, messages);
    QFETCH(QString, wanted);
    gatt::Revolutions revolutions {quint16(uuid)};
    QStringList said;
    for (const QString &message : std::as_const(messages)) {
        const gatt::Values values = gatt::decode(quint16(uuid), QByteArray::fromHex(message.section(u' ', 1).toLatin1()));
        Readings readings = values.readings;
        revolutions.derive(readings, Micros(message.section(u' ', 0, 0).toDouble() * 1e6));
        said.clear();
        for (const Reading &reading : readings.mid(values.readings.size()))
            said.append(keyOf(*reading.what, reading.ordinal) + u'=' + QString::number(reading.value, 'g', 9));
    }
    QCOMPARE(said.join(u' '), wanted);
}

QTEST_GUILESS_MAIN(TestBleGatt)
#include "tst_blegatt.moc"
