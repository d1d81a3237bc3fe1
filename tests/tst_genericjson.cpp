#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/binaryleaves.h"
#include "backends/mqtt/jsonleaves.h"
#include "support/mqttroad.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

using namespace muster;
using namespace muster::mqtt;

Q_DECLARE_METATYPE(muster::mqtt::Decoding)

namespace {

// "path=form path=form …", in the order of the visit; "!" if it does not parse.
QByteArray leaves(JsonLeaves &json, const QByteArray &document)
{
    if (!json.parse(document))
        return "!";
    QByteArrayList list;
    QByteArray buffer;
    json.walk([&](std::string_view path, const Scalar &scalar) {
        list.append(dotted(path).toUtf8() + '=' + scalar.form(buffer).toByteArray());
        return true;
    });
    return list.join(' ');
}

} // namespace

class TestGenericJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topicsAreCutIntoDeviceAndMetric_data();
    void topicsAreCutIntoDeviceAndMetric();
    void textsAreNumbersOnlyWhenWhollyNumeric_data();
    void textsAreNumbersOnlyWhenWhollyNumeric();
    void firstValuesDecideTheType();
    void documentsAreWalkedInOrder_data();
    void documentsAreWalkedInOrder();
    void depthIsBounded();
    void binaryMapsAreRecognised_data();
    void binaryMapsAreRecognised();
    void mutatedBinaryNeverCrashes();
    void binaryMapsBecomeDevices();
    void timesAreRecognisedBySize_data();
    void timesAreRecognisedBySize();
    void wellKnownKeysHaveARole();
};

void TestGenericJson::topicsAreCutIntoDeviceAndMetric_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("object");
    QTest::addColumn<int>("levels");
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<QString>("key");
    QTest::newRow("scalar") << QByteArray("a/b/c") << false << 1 << QByteArray("a/b") << "c";
    QTest::newRow("object") << QByteArray("a/b/c") << true << 0 << QByteArray("a/b/c") << "";
    QTest::newRow("one level") << QByteArray("a") << false << 1 << QByteArray("a") << "value";
    QTest::newRow("two levels of metric") << QByteArray("a/b/c") << false << 2 << QByteArray("a") << "b.c";
    QTest::newRow("more levels than there are") << QByteArray("a/b") << false << 5 << QByteArray("a") << "b";
    QTest::newRow("leading slash") << QByteArray("/a") << false << 1 << QByteArray("/a") << "value";
    QTest::newRow("trailing slash") << QByteArray("a/") << false << 1 << QByteArray("a") << "value";
    QTest::newRow("a part of ESPHome") << QByteArray("porch/sensor/lux/state") << false << 1 << QByteArray("porch") << "sensor.lux";
    QTest::newRow("almost ESPHome") << QByteArray("porch/sensors/lux/state") << false << 1 << QByteArray("porch/sensors/lux") << "state";
    QTest::newRow("object with a level") << QByteArray("a/b") << true << 1 << QByteArray("a") << "b";
}

void TestGenericJson::topicsAreCutIntoDeviceAndMetric()
{
    QFETCH(QByteArray, topic);
    QFETCH(bool, object);
    QFETCH(int, levels);
    QFETCH(QByteArray, device);
    QFETCH(QString, key);
    GenericRule rule;
    (object ? rule.objectLevels : rule.scalarLevels) = levels;
    const GenericPlace place = placeOf(rule, topic, object);
    QCOMPARE(place.device, device);
    QCOMPARE(place.key, key);
}

void TestGenericJson::textsAreNumbersOnlyWhenWhollyNumeric_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<bool>("string");
    const auto row = [](const char *text, bool strict, bool string) { QTest::newRow(text) << QByteArray(text) << strict << string; };
    row("29.244", true, true);
    row("0.000", true, true);
    row("-7", true, true);
    row("1e3", true, true);
    row("0", true, true);
    row("007", true, false);
    row("356938035643809", true, false);
    row("3.14159265358979", true, true);
    row("2021-08-23", false, false);
    row("915M", false, false);
    row("0x1f", false, false);
    row("1,5", false, false);
    row("1_000", false, false);
    row("nan", false, false);
    row("inf", false, false);
    row("1e999", false, false);
    row(".5", false, false);
    row("5.", false, false);
    row("+5", false, false);
    row("-", false, false);
    row("", false, false);
    row("1 2", false, false);
}

void TestGenericJson::textsAreNumbersOnlyWhenWhollyNumeric()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, strict);
    QFETCH(bool, string);
    QCOMPARE(strictNumber(text).has_value(), strict);
    QCOMPARE(strictNumber(' ' + text + '\n').has_value(), strict);
    QCOMPARE(numericString(text).has_value(), string);
}

void TestGenericJson::firstValuesDecideTheType()
{
    const auto decoding = [](const Scalar &scalar) { return genericBinding(scalar) ? int(genericBinding(scalar)->decoding) : -1; };
    QCOMPARE(decoding(scalarOf("21.5")), int(Decoding::Number));
    QCOMPARE(decoding(Scalar::string("21.5")), int(Decoding::Number));
    QCOMPARE(decoding(scalarOf("true")), int(Decoding::Boolean));
    QCOMPARE(decoding(scalarOf("ON")), int(Decoding::Text));
    QCOMPARE(decoding(Scalar::string("00123")), int(Decoding::Text));
    QCOMPARE(decoding(scalarOf("null")), -1);
    QCOMPARE(decoding(scalarOf("unavailable")), -1);
    QCOMPARE(decoding(scalarOf("")), -1);
    QCOMPARE(decoding(scalarOf(QByteArray(300, 'x'))), -1);
    QCOMPARE(decoding(scalarOf(QByteArray("\x08\x01", 2))), -1);
    QCOMPARE(decoding(scalarOf("\xff\xfe")), -1);
}

void TestGenericJson::documentsAreWalkedInOrder_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("flat") << QByteArray(R"({"a":1,"b":2.0,"c":"x","d":true,"e":null})") << QByteArray("a=1 b=2.0 c=x d=True e=None");
    QTest::newRow("deep") << QByteArray(R"({"a":{"b":[1,{"c":2}]},"d":3})") << QByteArray("a.b.0=1 a.b.1.c=2 d=3");
    QTest::newRow("empty") << QByteArray("{}") << QByteArray("");
    QTest::newRow("root") << QByteArray("-12") << QByteArray("=-12");
    QTest::newRow("large") << QByteArray("18446744073709551615") << QByteArray("=18446744073709551615");
    QTest::newRow("escapes") << QByteArray(R"({"\u00b0":"\n"})") << QByteArray("\xc2\xb0=\n");
    QTest::newRow("cut") << QByteArray(R"({"a":1,)") << QByteArray("!");
    QTest::newRow("rubbish behind") << QByteArray(R"({"a":1}x)") << QByteArray("!");
    QTest::newRow("invalid text") << QByteArray("{\"a\":\"\xff\"}") << QByteArray("!");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("!");
    QTest::newRow("NaN") << QByteArray(R"({"a":NaN})") << QByteArray("!");
}

void TestGenericJson::documentsAreWalkedInOrder()
{
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, expected);
    JsonLeaves json;
    QCOMPARE(leaves(json, document), expected);
    QCOMPARE(leaves(json, R"({"again":1})"), QByteArray("again=1")); // a fault leaves nothing behind
}

void TestGenericJson::depthIsBounded()
{
    JsonLeaves json;
    const auto nested = [](int depth) { return QByteArray(depth, '[') + '1' + QByteArray(depth, ']'); };
    QVERIFY(json.parse(nested(60)));
    QVERIFY(!json.parse(nested(65)));
    QVERIFY(!json.parse(nested(10'000)));
    QVERIFY(!json.parse(QByteArray(1'000'000, '[')));
    QVERIFY(json.parse(nested(1)));
}

void TestGenericJson::binaryMapsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("leaves"); // C or M, then what is in it; empty: neither
    const auto row = [](const char *name, const char *hex, const char *leaves) { QTest::newRow(name) << QByteArray::fromHex(hex) << QByteArray(leaves); };
    row("cbor: half float", "a16174f94d60", "C t=21.5");
    row("cbor: nested, text, bool, null", "a2616ba2616118ff616239018f617a83f5f66161", "C k.a=255 k.b=-400 z.0=True z.1=None z.2=a");
    row("cbor: indefinite, tagged, chunked", "d9d9f7bf6161c11a5f5e1000ff", "C a=1600000000");
    row("cbor: numbers as names", "a201f94d6020f4", "C 1=21.5 -1=False");
    row("cbor: bytes are passed over", "a2616142ffff616202", "C b=2");
    row("cbor: not a number", "a16174f97e00", "C t=None");
    row("cbor: cut", "a26174f94d60", "");
    row("cbor: something behind", "a16174f94d6000", "");
    row("cbor: a list", "8301f94d60", "");
    row("cbor: empty", "a0ffff", "");
    row("cbor: claims to be long", "a161747bffffffffffffffff", "");
    row("cbor: other names", "a1f5f94d60", "");
    row("msgpack: double", "81a174cb4035800000000000", "M t=21.5");
    row("msgpack: all numbers", "86a161ffa162ccc8a163d1ff38a164ce00010000a165ca41ac0000a166d3ffffffffffffffff", "M a=-1 b=200 c=-200 d=65536 e=21.5 f=-1");
    row("msgpack: nested, text, bool, nil", "82a16b82a16193c3c2c0a162a2c3a9a17ade0001a178d90161", "M k.a.0=True k.a.1=False k.a.2=None k.b=\xC3\xA9 z.x=a");
    row("msgpack: bytes and extensions are passed over", "83a161c402ffffa162d6ff00000000a16307", "M c=7");
    row("msgpack: numbers as names", "8101cb4035800000000000", "M 1=21.5");
    row("msgpack: cut", "82a174cb4035800000000000", "");
    row("msgpack: something behind", "81a174cb403580000000000000", "");
    row("msgpack: claims to be long", "dfffffffffa17400", "");
    row("plain number", "35352e3439", "");
    row("plain text", "6f6666", "");
    row("text in another alphabet", "d0b4d0b0", "");
    row("anything", "ff00ff00ff", "");
}

void TestGenericJson::binaryMapsAreRecognised()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, leaves);
    const BinaryForm form = binaryForm(payload);
    QByteArrayList found;
    if (form != BinaryForm::None)
        found.append(form == BinaryForm::Cbor ? "C" : "M");
    QByteArray buffer;
    walkBinary(payload, form, [&](std::string_view path, const Scalar &scalar) {
        found.append(dotted(path).toUtf8() + '=' + scalar.form(buffer).toByteArray());
        return true;
    });
    QCOMPARE(found.join(' '), leaves);
}

void TestGenericJson::mutatedBinaryNeverCrashes()
{
    const QByteArrayList seeds {QByteArray::fromHex("a2616ba2616118ff616239018f617a83f5f66161"), QByteArray::fromHex("bf6161c11a5f5e100061627f61616162ffff"),
                                QByteArray::fromHex("86a161ffa162ccc8a163d1ff38a164ce00010000a165ca41ac0000a166d3ffffffffffffffff"), QByteArray(300, '\x81'), QByteArray(300, '\xa1'), QByteArray(300, '\x9f')};
    quint32 state = 99;
    const auto random = [&state](qsizetype below) {
        state = state * 1'664'525u + 1'013'904'223u;
        return qsizetype((state >> 8) % quint32(std::max<qsizetype>(below, 1)));
    };
    int visits = 0;
    for (int i = 0; i < 30'000; ++i) {
        QByteArray bytes = seeds[random(seeds.size())];
        for (qsizetype n = random(6); n > 0 && !bytes.isEmpty(); --n) {
            if (random(3) == 0)
                bytes.truncate(random(bytes.size()) + 1);
            else
                bytes[random(bytes.size())] = char(random(256));
        }
        for (const BinaryForm form : {BinaryForm::Cbor, BinaryForm::MessagePack})
            walkBinary(bytes, form, [&visits](std::string_view, const Scalar &) { return ++visits > 0; });
    }
    QVERIFY(visits > 0);
}

void TestGenericJson::binaryMapsBecomeDevices()
{
    test::MqttRoad road;
    const QString device = QStringLiteral("mqtt:broker/plant/pump");
    road.message("plant/pump", QCborValue(QCborMap {{QStringLiteral("flow"), 2.5}, {QStringLiteral("on"), true}}).toCbor());
    road.message("plant/pump", QCborValue(QCborMap {{QStringLiteral("flow"), 3.5}, {QStringLiteral("on"), false}}).toCbor());
    QCOMPARE(road.record.numbers(device, QStringLiteral("flow")), QList<double>({2.5, 3.5}));
    QCOMPARE(road.last(device, QStringLiteral("on")), QStringLiteral("false"));
    road.message("plant/pump", "stopped"); // it said something else before
    QCOMPARE(road.count(Count::TypeChanged), 1U);
    road.message("plant/fan", QByteArray::fromHex("81a174cb4035800000000000"));
    QCOMPARE(road.record.numbers(QStringLiteral("mqtt:broker/plant/fan"), QStringLiteral("t")), QList<double>({21.5}));
}

void TestGenericJson::timesAreRecognisedBySize_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("seconds") << QByteArray("1700000000") << 1'700'000'000'000'000LL;
    QTest::newRow("fractions") << QByteArray("1700000000.25") << 1'700'000'000'250'000LL;
    QTest::newRow("milliseconds") << QByteArray("1700000000123") << 1'700'000'000'123'000LL;
    QTest::newRow("microseconds") << QByteArray("1700000000123456") << 1'700'000'000'123'456LL;
    QTest::newRow("uptime") << QByteArray("86400") << 0LL;
    QTest::newRow("negative") << QByteArray("-1700000000") << 0LL;
    QTest::newRow("utc") << QByteArray("2024-05-01T10:00:00Z") << 1'714'557'600'000'000LL;
    QTest::newRow("zone") << QByteArray("2024-05-01T12:00:00.5+02:00") << 1'714'557'600'500'000LL;
    QTest::newRow("short zone") << QByteArray("2024-05-01 04:30:00-0530") << 1'714'557'600'000'000LL;
    QTest::newRow("no zone") << QByteArray("2024-05-01T10:00:00") << 0LL;
    QTest::newRow("no date") << QByteArray("2024-13-01T10:00:00Z") << 0LL;
    QTest::newRow("cut") << QByteArray("2024-05-01T10:00") << 0LL;
    QTest::newRow("signs") << QByteArray("2024--5-01T10:00:00Z") << 0LL;
    QTest::newRow("word") << QByteArray("now") << 0LL;
}

void TestGenericJson::timesAreRecognisedBySize()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, micros);
    const Scalar plain = scalarOf(text);
    QCOMPARE(messageTime(plain), micros);
    Scalar huge {Scalar::Kind::Real, false, 0, 1e300, {}};
    QVERIFY(messageTime(huge) > 0); // left to the limits of the one who takes it
}

void TestGenericJson::wellKnownKeysHaveARole()
{
    QCOMPARE(genericMetric(QStringLiteral("sys.battery"), Decoding::Number).role, Role::Battery);
    QCOMPARE(genericMetric(QStringLiteral("linkquality"), Decoding::Number).role, Role::Signal);
    QCOMPARE(genericMetric(QStringLiteral("battery"), Decoding::Text).role, Role::None);
    QCOMPARE(genericMetric(QStringLiteral("battery_voltage"), Decoding::Number).role, Role::None);
}

QTEST_APPLESS_MAIN(TestGenericJson)
#include "tst_genericjson.moc"
