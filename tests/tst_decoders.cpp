// NMEA 0183, Modbus-RTU as it passes on a bus, and binary layouts: frames in, readings out.

#include "support/heard.h"

#include "codec/checksum.h"
#include "codec/profile.h"
#include "codec/rawvalue.h"

#include <QTest>

using namespace muster;
using namespace muster::codec;

namespace {

/// With its checksum.
QByteArray sentence(const QByteArray &body)
{
    return '$' + body + '*' + QByteArray::number(checksum(Checksum::Xor8, body), 16).rightJustified(2, '0').toUpper() + "\r\n";
}

/// With its CRC, from hex digits.
QByteArray modbus(const char *hex)
{
    return framed({.kind = Framing::Kind::Modbus}, QByteArray::fromHex(hex));
}

struct Link
{
    explicit Link(const Profile &profile = {})
        : codec(profile, heard)
    {
        heard.codec = &codec;
    }
    QString feed(const QByteArray &bytes, Micros now = 1'000)
    {
        heard.said.clear();
        codec.feed(bytes, now);
        return heard.said.join(QLatin1Char(' '));
    }
    Heard heard {};
    LinkCodec codec;
};

} // namespace

class TestDecoders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesSayWhatTheyMean_data();
    void sentencesSayWhatTheyMean();
    void sentencesWithWrongSumsAreCounted();
    void busIsUnderstood_data();
    void busIsUnderstood();
    void registersAreNumbersOfTheProfile();
    void responsesOfAnotherTimeAreNone();
    void namesArePlainText_data();
    void namesArePlainText();
    void layoutsAreRead_data();
    void layoutsAreRead();
    void rawNumbersGoBothWays_data();
    void rawNumbersGoBothWays();
};

void TestDecoders::sentencesSayWhatTheyMean_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *body, const char *said) { QTest::newRow(body) << QByteArray(body) << QString::fromUtf8(said); };
    row("GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,", "quality=\"GPS\" satellites=8 hdop=0.9 latitude=48.1173° longitude=11.5166666667° altitude=545.4m");
    row("GPGGA,,,,,,0,00,99.99,,,,,,", "quality=\"none\" satellites=0 hdop=99.99");
    row("GNRMC,123519,A,3345.600,S,07030.300,W,022.4,084.4,230394,003.1,W", "latitude=-33.76° longitude=-70.505° speed=22.4kn course=84.4°");
    row("GNRMC,123519,V,,,,,,,230394,,", "");
    row("GPGLL,4916.45,N,12311.12,W,225444,A", "latitude=49.2741666667° longitude=-123.185333333°");
    row("GPVTG,054.7,T,034.4,M,005.5,N,010.2,K", "course=54.7° speed=5.5kn");
    row("GPGSA,A,3,04,05,,09,12,,,24,,,,,2.5,1.3,2.1", "fix=\"3D\" pdop=2.5 hdop=1.3 vdop=2.1");
    row("GPGSV,2,1,08,01,40,083,46,02,17,308,41", "satellites_in_view.GP=8");
    row("GPGSV,2,2,08,01,40,083,46", "");
    row("HEHDT,274.07,T", "heading=274.07°");
    row("HCHDM,101.1,M", "magnetic_heading=101.1°");
    row("WIMWV,214.8,R,36.0,K,A", "wind.relative_angle=214.8° wind.relative_speed=10m/s");
    row("WIMWV,214.8,T,10.0,M,V", "");
    row("SDDBT,7.8,f,2.4,M,1.3,F", "depth=2.4m");
    row("SDDPT,2.4,0.3", "depth=2.4m");
    row("YXMTW,17.75,C", "water_temperature=17.75°C");
    row("YXXDR,C,19.5,C,AIR,P,101325,P,BARO,H,48,P,HUMI", "AIR=19.5°C BARO=101325Pa HUMI=48%");
    row("GPGLL,9916.45,N,12311.12,W,225444,A", "");
    row("GPGLL,4960.45,N,12311.12,W,225444,A", "");
    row("GPGGA", "");
    row("GPZZZ,1,2", "");
}

void TestDecoders::sentencesSayWhatTheyMean()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    Link automatic;
    QCOMPARE(automatic.feed(sentence(body)), said);
    Profile profile;
    profile.decoder = Profile::Decoder::Nmea;
    Link link(profile);
    QCOMPARE(link.feed("\n" + sentence(body).toLower().replace(body.toLower(), body)), said); // hex digits in lower case
}

void TestDecoders::sentencesWithWrongSumsAreCounted()
{
    Link link;
    QCOMPARE(link.feed("$GPGLL,4916.45,N,12311.12,W,225444,A*00\r\n"), QString());
    QCOMPARE(link.codec.counters().badChecksums, 1U);
    QByteArray commas = "GPXDR";
    commas.append(QByteArray(500, ','));
    QCOMPARE(link.feed(sentence(commas)), QString());
    QCOMPARE(link.codec.counters().malformed, 1U);
}

void TestDecoders::busIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("bus");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &bus, const char *said) { QTest::newRow(name) << bus << QString::fromUtf8(said); };
    row("holding", modbus("010300000002") + modbus("010304002A0007"), "1.holding.0=42 1.holding.1=7");
    row("input", modbus("110400080001") + modbus("110402000A"), "17.input.8=10");
    row("coils", modbus("010100130003") + modbus("01010105"), "1.coil.19=true 1.coil.20=false 1.coil.21=true");
    row("answer as long as a request", modbus("010200000013") + modbus("010203010000"), "1.discrete.0=true");
    row("write one", modbus("0106000100 03") + modbus("010600010003"), "1.holding.1=3");
    row("write a coil", modbus("010500ACFF00") + modbus("010500ACFF00"), "1.coil.172=true");
    row("write many", modbus("01100001000204000A0102") + modbus("011000010002"), "1.holding.1=10 1.holding.2=258");
    row("refused", modbus("0A0100000001") + modbus("0A8102"), "10.exception=2");
    row("answer of nobody", modbus("010304002A0007"), "");
    row("answer of another", modbus("010300000002") + modbus("020304002A0007"), "");
    row("noise before", "\x01\x03\xFF" + modbus("010300000001") + modbus("010302002A") + QByteArray(300, '\xEE'), "1.holding.0=42");
    row("asked twice", modbus("010300000001") + modbus("010300000001") + modbus("010302002A"), "1.holding.0=42");
}

void TestDecoders::busIsUnderstood()
{
    QFETCH(QByteArray, bus);
    QFETCH(QString, said);
    Profile profile;
    profile.framing.kind = Framing::Kind::Modbus;
    profile.decoder = Profile::Decoder::Modbus;
    for (qsizetype at = 0; at <= bus.size(); ++at) {
        Link link(profile);
        QString found = link.feed(bus.first(at));
        found += QLatin1Char(' ') + link.feed(bus.sliced(at));
        link.heard.said.clear();
        link.codec.flush(2'000);
        found = (found + QLatin1Char(' ') + link.heard.said.join(QLatin1Char(' '))).trimmed();
        QVERIFY2(said.isEmpty() ? found.isEmpty() : found.startsWith(said), qPrintable(found));
    }
}

void TestDecoders::registersAreNumbersOfTheProfile()
{
    Profile profile;
    profile.framing.kind = Framing::Kind::Modbus;
    profile.decoder = Profile::Decoder::Modbus;
    profile.fields = {
        {.from = QStringLiteral("1.holding.0"), .key = QStringLiteral("u"), .unit = QStringLiteral("V"), .type = Raw::F32},
        {.from = QStringLiteral("1.holding.2"), .key = QStringLiteral("n"), .scale = 0.1, .type = Raw::S32, .wordsSwapped = true},
        {.from = QStringLiteral("1.holding.9"), .key = QStringLiteral("far"), .type = Raw::U32},
    };
    Link link(profile);
    const QByteArray bus = modbus("010300000006") + modbus("01030C" "43660000" "FFF6FFFF" "0001" "0002");
    QCOMPARE(link.feed(bus), QStringLiteral("u=230V n=-1 1.holding.4=1 1.holding.5=2"));
    profile.others = false;
    Link only(profile);
    QCOMPARE(only.feed(bus), QStringLiteral("u=230V n=-1"));
    QCOMPARE(only.codec.counters().limitReached, 0U);
}

void TestDecoders::responsesOfAnotherTimeAreNone()
{
    Profile profile;
    profile.framing.kind = Framing::Kind::Modbus;
    profile.decoder = Profile::Decoder::Modbus;
    Link link(profile);
    link.feed(modbus("010300000001"), 1'000'000);
    QCOMPARE(link.feed(modbus("010302002A"), 60'000'000), QString());
}

void TestDecoders::namesArePlainText_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("key=value") << int(Profile::Decoder::KeyValue) << QByteArray("\nab\xFF=1\nb\x01=2\n");
    QTest::newRow("csv") << int(Profile::Decoder::Csv) << QByteArray("\nab\xFF,c\n1,2\na\x01,c\n1,2,\xFF\n");
    QTest::newRow("json") << int(Profile::Decoder::Json) << QByteArray("\n{\"a\xFF\":1}\n{\"a\x01\":2}\n");
}

void TestDecoders::namesArePlainText()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, lines);
    Profile profile;
    profile.decoder = Profile::Decoder(decoder);
    Link link(profile);
    QCOMPARE(link.feed(lines), QString());
    QVERIFY(link.codec.counters().malformed >= 2);
}

void TestDecoders::layoutsAreRead_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("said");
    QTest::newRow("whole") << QByteArray::fromHex("0102FF80A5000000000000F03F") << QStringLiteral("a=258 b=-1 c=5 d=true e=1 m=\"b\"");
    QTest::newRow("short") << QByteArray::fromHex("0102FF") << QStringLiteral("a=258 b=-1");
    QTest::newRow("one byte") << QByteArray::fromHex("01") << QString();
    QTest::newRow("not a number") << QByteArray::fromHex("0102FF80A5000000000000F87F") << QStringLiteral("a=258 b=-1 c=5 d=true m=\"b\"");
    QTest::newRow("no such option") << QByteArray::fromHex("0102FF80B5000000000000F03F") << QStringLiteral("a=258 b=-1 c=5 d=true e=1");
}

void TestDecoders::layoutsAreRead()
{
    QFETCH(QByteArray, frame);
    QFETCH(QString, said);
    Profile profile;
    profile.framing.kind = Framing::Kind::Slip;
    profile.decoder = Profile::Decoder::Binary;
    profile.fields = {
        {.key = QStringLiteral("a"), .at = 0, .type = Raw::U16, .bigEndian = true},
        {.key = QStringLiteral("b"), .at = 2, .type = Raw::S8},
        {.key = QStringLiteral("c"), .at = 4, .type = Raw::U8, .bit = 0, .bits = 4},
        {.key = QStringLiteral("d"), .boolean = true, .at = 3, .type = Raw::U8, .bit = 7, .bits = 1},
        {.key = QStringLiteral("e"), .at = 5, .type = Raw::F64},
        {.key = QStringLiteral("m"), .options = {QStringLiteral("a"), QStringLiteral("b")}, .raw = {QStringLiteral("9"), QStringLiteral("10")}, .at = 4, .type = Raw::U8,
            .bit = 4, .bits = 4},
    };
    Link link(profile);
    QCOMPARE(link.feed("\xC0" + framed(profile.framing, frame)), said);
    QCOMPARE(link.feed(framed(profile.framing, frame)), said);
}

void TestDecoders::rawNumbersGoBothWays_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<double>("number");
    const auto row = [](const char *form, const char *hex, double number) { QTest::addRow("%s %s", form, hex) << QByteArray(form) << QByteArray::fromHex(hex) << number; };
    row("u8", "FF", 255);
    row("s8", "80", -128);
    row("u16", "0100", 1);
    row("u16be", "0100", 256);
    row("s16be", "FFFE", -2);
    row("u24be", "800000", 8'388'608);
    row("s24", "000080", -8'388'608);
    row("u32le", "FFFFFFFF", 4'294'967'295.0);
    row("s32be", "80000000", -2'147'483'648.0);
    row("u64be", "0020000000000000", 9'007'199'254'740'992.0);
    row("s64", "FFFFFFFFFFFFFFFF", -1);
    row("f32be", "C2F6E979", double(-123.456F));
    row("f64", "000000000000F03F", 1);
}

void TestDecoders::rawNumbersGoBothWays()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, bytes);
    QFETCH(double, number);
    const auto raw = rawFormOf({form.data(), size_t(form.size())});
    QVERIFY(raw.has_value());
    QCOMPARE(rawNumber(bytes, *raw), std::optional(number));
    QCOMPARE(rawBytes(number, *raw), std::optional(bytes));
    QCOMPARE(rawNumber(bytes.chopped(1), *raw), std::nullopt);
    QCOMPARE(rawBytes(std::nan(""), *raw), std::nullopt);
    if (raw->type < Raw::F32)
        QCOMPARE(rawBytes(1e30, *raw), std::nullopt);
}

QTEST_GUILESS_MAIN(TestDecoders)
#include "tst_decoders.moc"
