// Advertisements written down from the formats' own documents, and what they must give.

#include "backends/ble/adverts/aesccm.h"
#include "backends/ble/adverts/formats.h"

#include <QTest>

using namespace muster;
using namespace muster::ble;

namespace {

/// "temperature=25.06 humidity=50.55", in the order they were read.
QString told(const Readings &readings)
{
    QStringList words;
    for (const Reading &reading : readings) {
        const bool isText = reading.what->type == MetricType::Text || reading.what->type == MetricType::Event;
        words.append(keyOf(*reading.what, reading.ordinal) + u'=' + (isText ? reading.text : QString::number(reading.value, 'g', 9)));
    }
    return words.join(u' ');
}

Advert serviceAdvert(quint16 uuid, const char *hex, const char *mac = "")
{
    return {macOf(QString::fromLatin1(mac)), {}, {}, {{uuid, QByteArray::fromHex(hex)}}};
}

Advert makerAdvert(quint16 id, const char *hex, const char *name = "")
{
    return {0, QLatin1StringView(name), {{id, QByteArray::fromHex(hex)}}, {}};
}

} // namespace

Q_DECLARE_METATYPE(muster::ble::Advert)

class TestBleAdverts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAreRead_data();
    void formatsAreRead();
    void absurdValuesAreLeftOut_data();
    void absurdValuesAreLeftOut();
    void encryptedAdvertsNeedTheirKey();
    void plainAdvertsAreRefusedWhereAKeyIsSet();
    void cutAdvertsGiveWhatIsWhole();
    void everyLengthIsSurvived();
    void foreignCompanyNumbersAreNotGovee();
    void severalFormatsJoin();
    void addressesAreReadAndWritten();
    void metricsAreNamedForPeople();
};

void TestBleAdverts::formatsAreRead_data()
{
    QTest::addColumn<Advert>("advert");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char *name, const Advert &advert, const char *format, const char *wanted) {
        QTest::newRow(name) << advert << QString::fromLatin1(format) << QString::fromLatin1(wanted);
    };
    using namespace adverts;
    row("BTHome: the example of its page", serviceAdvert(uuid::bthome, "4002CA0903BF13"), "BTHome v2", "temperature=25.06 humidity=50.55");
    row("BTHome: the same twice", serviceAdvert(uuid::bthome, "4002CA0902CF09"), "BTHome v2", "temperature=25.06 temperature_2=25.11");
    row("BTHome: below zero", serviceAdvert(uuid::bthome, "405C02FBFFFF"), "BTHome v2", "power=-12.78");
    row("BTHome: steps of 0.35", serviceAdvert(uuid::bthome, "4058EA"), "BTHome v2", "temperature=-7.7");
    row("BTHome: buttons keep their places", serviceAdvert(uuid::bthome, "443A003A013A03"), "BTHome v2", "button_2=press button_3=triple_press");
    row("BTHome: a dimmer", serviceAdvert(uuid::bthome, "443C0103"), "BTHome v2", "dimmer=rotate_left 3");
    row("BTHome: text", serviceAdvert(uuid::bthome, "40530C48656C6C6F20576F726C6421"), "BTHome v2", "text=Hello World!");
    row("BTHome: a time", serviceAdvert(uuid::bthome, "40505D396164"), "BTHome v2", "timestamp=2023-05-14T19:41:17Z");
    row("BTHome: versions", serviceAdvert(uuid::bthome, "40F100010004F2000106"), "BTHome v2", "firmware_version=4.0.1.0 firmware_version_2=6.1.0");
    row("BTHome: ends at what is unknown", serviceAdvert(uuid::bthome, "400161EE0203"), "BTHome v2", "battery=97");
    row("BTHome: an older one with its address", serviceAdvert(uuid::bthome, "42B2188D38C1A402CA09"), "BTHome v2", "temperature=25.06");
    row("Ruuvi 3", makerAdvert(company::ruuvi, "03291A1ECE1EFC18F94202CA0B53"), "RuuviTag RAWv1",
        "humidity=20.5 temperature=26.3 pressure=1027.66 acceleration_x=-1 acceleration_y=-1.726 acceleration_z=0.714 voltage=2.899");
    row("Ruuvi 5", makerAdvert(company::ruuvi, "0512FC5394C37C0004FFFC040CAC364200CDCBB8334C884F"), "RuuviTag RAWv2",
        "temperature=24.3 humidity=53.49 pressure=1000.44 acceleration_x=0.004 acceleration_y=-0.004 acceleration_z=1.036 voltage=2.977 tx_power=4 "
        "movement=66 sequence=205");
    row("Ruuvi 5: nothing is available", makerAdvert(company::ruuvi, "058000FFFFFFFF800080008000FFFFFFFFFFFFFFFFFFFFFF"), "RuuviTag RAWv2", "");
    row("Ruuvi 6", makerAdvert(company::ruuvi, "06170C5668C79E007000C90501D900CD004C884F"), "Ruuvi Air 6",
        "temperature=29.5 humidity=55.3 pressure=1011.02 pm25=11.2 co2=201 illuminance=13026.67 sequence=205 voc_index=10 nox_index=2");
    row("ATC1441", serviceAdvert(uuid::environment, "A4C138D5D49801453E510B7B62"), "ATC1441", "temperature=32.5 humidity=62 battery=81 voltage=2.939");
    row("pvvx", serviceAdvert(uuid::environment, "5601CF38C1A462FDBD13470C64CC0F"), "pvvx", "temperature=-6.7 humidity=50.53 voltage=3.143 battery=100");
    row("MiBeacon: two values", serviceAdvert(uuid::mibeacon, "5020AA0137DFAA33342D580D100404016602"), "MiBeacon", "temperature=26 humidity=61.4");
    row("MiBeacon: light", serviceAdvert(uuid::mibeacon, "712098004A63B6658D7CC40D071003F32600"), "MiBeacon", "illuminance=9971");
    row("Govee H5075", makerAdvert(0xEC88, "000341C26400", "GVH5075_2762"), "Govee", "temperature=21.3 humidity=44.2 battery=100");
    row("Govee H5074", makerAdvert(0xEC88, "00A0FACC176402", "Govee_H5074_1234"), "Govee", "temperature=-13.76 humidity=60.92 battery=100");
    row("Govee H5106", makerAdvert(0x0001, "010181AA77CF", "GVH5106_1234"), "Govee", "temperature=-2.7 humidity=94.9 pm25=7");
    row("Govee H5179", makerAdvert(0x8801, "EC0001010A0AA40664", "Govee_H5179_3CD5"), "Govee", "temperature=25.7 humidity=17 battery=100");
    row("Eddystone-TLM", serviceAdvert(uuid::eddystone, "20001388150000000001000000FF"), "Eddystone-TLM",
        "voltage=5 temperature=21 advertising_count=1 uptime=25.5");
    row("Eddystone-TLM without battery and thermometer", serviceAdvert(uuid::eddystone, "2000000080000000000100000001"), "Eddystone-TLM", "advertising_count=1 uptime=0.1");
    row("iBeacon", makerAdvert(company::apple, "0215426C7565436861726D426561636F6E730EFE1355C5"), "iBeacon",
        "uuid=426c7565-4368-6172-6d42-6561636f6e73 major=3838 minor=4949 tx_power=-59");
    row("nobody's", makerAdvert(0x0059, "0102030405"), "", "");
}

void TestBleAdverts::formatsAreRead()
{
    QFETCH(Advert, advert);
    QFETCH(QString, format);
    QFETCH(QString, wanted);
    const Decoded got = decode(advert);
    QCOMPARE(QString::fromLatin1(got.format), format);
    QCOMPARE(told(got.readings), wanted);
    QCOMPARE(got.problem, Decoded::Problem::None);
}

void TestBleAdverts::absurdValuesAreLeftOut_data()
{
    QTest::addColumn<Advert>("advert");
    QTest::addColumn<QString>("wanted");
    using namespace adverts;
    QTest::newRow("Govee: hotter than its sensor, and its error bit") << makerAdvert(0xEC88, "00BC00043E27", "GVH5075_2762") << QStringLiteral("battery=62");
    QTest::newRow("Govee: the error bit alone") << makerAdvert(0xEC88, "000341C2E400", "GVH5075_2762") << QStringLiteral("battery=100");
    QTest::newRow("BTHome: 200 % of battery") << serviceAdvert(uuid::bthome, "4001C802CA09") << QStringLiteral("temperature=25.06");
    QTest::newRow("BTHome: colder than cold") << serviceAdvert(uuid::bthome, "4002008003BF13") << QStringLiteral("humidity=50.55");
    QTest::newRow("BTHome: neither open nor closed") << serviceAdvert(uuid::bthome, "401A0702CA09") << QStringLiteral("temperature=25.06");
    QTest::newRow("pvvx: 655 % of humidity") << serviceAdvert(uuid::environment, "5601CF38C1A462FDFFFF470C64CC0F") << QStringLiteral("temperature=-6.7 voltage=3.143 battery=100");
    QTest::newRow("MiBeacon: 300 °C in a room") << serviceAdvert(uuid::mibeacon, "5020AA0137DFAA33342D58041002B80B") << QString();
}

void TestBleAdverts::absurdValuesAreLeftOut()
{
    QFETCH(Advert, advert);
    QFETCH(QString, wanted);
    const Decoded got = decode(advert);
    QCOMPARE(told(got.readings), wanted);
    QCOMPARE(got.problem, Decoded::Problem::Absurd);
}

void TestBleAdverts::encryptedAdvertsNeedTheirKey()
{
    // The example of bthome.io/encryption.
    const Advert bthome = serviceAdvert(adverts::uuid::bthome, "41e445f3c9962b332211006c7c4519", "54:48:E6:8F:80:A5");
    const QByteArray key = QByteArray::fromHex("231d39c1d7cc1ab1aee224cd096db932");
    QCOMPARE(told(decode(bthome, key).readings), QStringLiteral("temperature=25.06 humidity=50.55"));
    QCOMPARE(decode(bthome, key).counter, 0x00112233U);
    const Decoded without = decode(bthome);
    QVERIFY(without.encrypted && without.readings.isEmpty());
    QCOMPARE(without.problem, Decoded::Problem::NeedsKey);
    const Decoded wrong = decode(bthome, QByteArray(16, 'x'));
    QVERIFY(wrong.readings.isEmpty());
    QCOMPARE(wrong.problem, Decoded::Problem::WrongKey);
    QCOMPARE(decode(bthome, QByteArray(3, 'x')).problem, Decoded::Problem::WrongKey);

    const Advert xiaomi = serviceAdvert(adverts::uuid::mibeacon, "58586f0607892012342d585f176dd54f0200002fa453fa");
    QCOMPARE(told(decode(xiaomi, QByteArray::fromHex("a3bfe9853dd85a620debe3620caaa351")).readings), QStringLiteral("temperature=22.6"));
    QCOMPARE(decode(xiaomi).problem, Decoded::Problem::NeedsKey);
}

void TestBleAdverts::plainAdvertsAreRefusedWhereAKeyIsSet()
{
    const QByteArray key(16, 'k');
    for (const Advert &advert : {serviceAdvert(adverts::uuid::bthome, "4002CA0903BF13"), serviceAdvert(adverts::uuid::environment, "A4C138D5D49801453E510B7B62"),
             serviceAdvert(adverts::uuid::mibeacon, "5020AA0137DFAA33342D580D100404016602")}) {
        const Decoded got = decode(advert, key);
        QVERIFY(got.readings.isEmpty());
        QCOMPARE(got.problem, Decoded::Problem::Plain);
    }
}

void TestBleAdverts::cutAdvertsGiveWhatIsWhole()
{
    const Decoded cut = decode(serviceAdvert(adverts::uuid::bthome, "4002CA0903BF"));
    QCOMPARE(told(cut.readings), QStringLiteral("temperature=25.06"));
    QCOMPARE(cut.problem, Decoded::Problem::Cut);
    const Decoded lying = decode(serviceAdvert(adverts::uuid::bthome, "4053FF4142"));
    QVERIFY(lying.readings.isEmpty());
    QCOMPARE(lying.problem, Decoded::Problem::Cut);
}

// Each example, each of its beginnings, and each of them with a flood behind.
void TestBleAdverts::everyLengthIsSurvived()
{
    QByteArray flood(2'000, '\x3A');
    for (const quint16 uuid : {adverts::uuid::bthome, adverts::uuid::environment, adverts::uuid::mibeacon, adverts::uuid::eddystone}) {
        for (const char *hex : {"4002CA0903BF13", "41e445f3c9962b332211006c7c4519", "5020AA0137DFAA33342D580D100404016602", "20001388150000000001000000FF"}) {
            const QByteArray whole = QByteArray::fromHex(hex);
            for (qsizetype length = 0; length <= whole.size(); ++length) {
                Q_UNUSED(decode({1, {}, {}, {{uuid, whole.first(length)}}}, QByteArray(16, 'k')));
                Q_UNUSED(decode({1, {}, {}, {{uuid, whole.first(length) + flood}}}));
            }
        }
    }
    for (const quint16 id : {adverts::company::ruuvi, adverts::company::apple, quint16(0xEC88), quint16(1), quint16(0x8801), quint16(0x04CF)}) {
        for (int first = 0; first < 256; ++first) {
            for (qsizetype length = 0; length < 50; ++length)
                Q_UNUSED(decode({1, QStringLiteral("GVH5106_1"), {{id, QByteArray(length, char(first))}}, {}}));
        }
    }
}

void TestBleAdverts::foreignCompanyNumbersAreNotGovee()
{
    QVERIFY(!decode(makerAdvert(0x0001, "010103590E64", "Nokia phone")).format);
    QVERIFY(!decode(makerAdvert(0x0001, "010103590E64")).format);
    QCOMPARE(decode(makerAdvert(0x0001, "010103590E64", "GVH5102_1234")).model, QStringLiteral("H5102"));
}

void TestBleAdverts::severalFormatsJoin()
{
    Advert both = serviceAdvert(adverts::uuid::eddystone, "20001388150000000001000000FF");
    both.manufacturerData.append({adverts::company::apple, QByteArray::fromHex("0215426C7565436861726D426561636F6E730EFE1355C5")});
    const Decoded got = decode(both);
    QCOMPARE(got.format, "Eddystone-TLM");
    QCOMPARE(got.readings.size(), 8);
    QCOMPARE(got.identity, QStringLiteral("ibeacon:426c7565-4368-6172-6d42-6561636f6e73/3838/4949"));
}

void TestBleAdverts::addressesAreReadAndWritten()
{
    QCOMPARE(text(macOf(u"A4:C1:38:8d:18:B2")), QStringLiteral("A4:C1:38:8D:18:B2"));
    for (const char *none : {"", "A4:C1:38:8D:18", "A4-C1-38-8D-18-B2", "A4:C1:38:8D:18:B2:00", "G4:C1:38:8D:18:B2", "+4:C1:38:8D:18:B2"})
        QCOMPARE(macOf(QString::fromLatin1(none)), Mac(0));
}

void TestBleAdverts::metricsAreNamedForPeople()
{
    const Decoded got = decode(serviceAdvert(adverts::uuid::bthome, "4001610D120C02CA0902CF091A01"));
    QStringList names;
    for (const Reading &reading : got.readings)
        names.append(metricOf(*reading.what, reading.ordinal).name);
    QCOMPARE(names, QStringList({QStringLiteral("Battery"), QStringLiteral("PM2.5"), QStringLiteral("Temperature"), QStringLiteral("Temperature 2"), QStringLiteral("Door")}));
    const Metric battery = metricOf(*got.readings[0].what, 1);
    QCOMPARE(battery.role, Role::Battery);
    QCOMPARE(metricOf(*got.readings[4].what, 1).options, QStringList({QStringLiteral("Closed"), QStringLiteral("Open")}));
}

QTEST_GUILESS_MAIN(TestBleAdverts)
#include "tst_bleadverts.moc"
