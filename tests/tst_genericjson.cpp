#include "backends/mqtt/conventions/genericrule.h"
#include "backends/mqtt/jsonleaves.h"

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
