// Sparkplug B payloads: what the bytes say, in every type and width, and that hostile ones cost little and break nothing.
#include "backends/mqtt/sparkplug/compression.h"
#include "backends/mqtt/sparkplug/datatypes.h"
#include "backends/mqtt/sparkplug/hoststate.h"
#include "backends/mqtt/sparkplug/sparkplugtopic.h"
#include "backends/mqtt/sparkplug/wire.h"

#include <QTest>

#include <bit>
#include <cmath>

#include <zlib.h>

using namespace muster;
using namespace muster::mqtt;
using namespace muster::mqtt::sparkplug;

namespace {

QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

// A payload with one metric "m" whose fields behind the name are `fields`.
QByteArray payloadWith(const QByteArray &fields)
{
    WireWriter metric;
    metric.bytes(1, "m");
    metric.append(fields);
    WireWriter payload;
    payload.varint(1, 1'700'000'000'000);
    payload.bytes(2, metric.message());
    payload.varint(3, 7);
    return payload.message();
}

std::optional<Value> read(DataType type, const QByteArray &fields)
{
    const auto payload = readPayload(payloadWith(fields));
    return payload ? valueOf(type, payload->metrics.at(0)) : std::nullopt;
}

QByteArray varintField(quint32 number, quint64 value)
{
    WireWriter writer;
    writer.varint(number, value);
    return writer.message();
}

QByteArray bytesField(quint32 number, const QByteArray &value)
{
    WireWriter writer;
    writer.bytes(number, value);
    return writer.message();
}

QByteArray packed(const QByteArray &data, int windowBits)
{
    z_stream z {};
    if (deflateInit2(&z, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray in = data;
    QByteArray out(qsizetype(deflateBound(&z, uLong(data.size()))) + 64, '\0');
    z.next_in = reinterpret_cast<Bytef *>(in.data());
    z.avail_in = uInt(in.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    deflate(&z, Z_FINISH);
    out.resize(qsizetype(z.total_out));
    deflateEnd(&z);
    return out;
}

QByteArray compressed(const QByteArray &inner, const char *algorithm, int windowBits)
{
    WireWriter metric;
    metric.bytes(1, "algorithm");
    metric.varint(4, 12);
    metric.bytes(15, algorithm);
    WireWriter outer;
    outer.bytes(2, metric.message());
    outer.bytes(4, "SPBV1.0_COMPRESSED");
    outer.bytes(5, packed(inner, windowBits));
    return outer.message();
}

// A template in a template in a template …
QByteArray nested(int depth)
{
    QByteArray metric = varintField(4, 3) + varintField(10, 1);
    for (int i = 0; i < depth; ++i)
        metric = varintField(4, 19) + bytesField(18, bytesField(2, bytesField(1, "x") + metric));
    return payloadWith(metric);
}

} // namespace

class TestSparkplugPayload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void envelopeIsRead();
    void wholeNumbersAreReadInEveryWidth_data();
    void wholeNumbersAreReadInEveryWidth();
    void otherScalarsAreRead();
    void valuesOfAnotherTypeAreNone();
    void arraysAreRead_data();
    void arraysAreRead();
    void dataSetsAreRead();
    void dataSetsThatDoNotAddUpAreNone();
    void templatesAreRead();
    void propertiesAreRead();
    void metaDataIsRead();
    void unknownFieldsArePassedOver();
    void compressedPayloadsAreUnpacked();
    void bombsAreBounded();
    void hostilePayloadsAreRefused_data();
    void hostilePayloadsAreRefused();
    void cutPayloadsNeverCrash();
    void depthAndPartsAreBounded();
    void whatIsWrittenReadsTheSame();
    void topicsAreTakenApart_data();
    void topicsAreTakenApart();
    void statesAreReadStrictly();
};

void TestSparkplugPayload::envelopeIsRead()
{
    const auto payload = readPayload(payloadWith(varintField(2, 9) + varintField(3, 1'699'999'990'000) + varintField(4, 3) + varintField(5, 1) + varintField(6, 1) + varintField(10, 5)));
    QVERIFY(payload);
    QCOMPARE(*payload->timestamp, 1'700'000'000'000ULL);
    QCOMPARE(*payload->sequence, 7ULL);
    const sparkplug::Metric &metric = payload->metrics.at(0);
    QCOMPARE(*metric.name, QByteArray("m"));
    QCOMPARE(*metric.alias, 9ULL);
    QCOMPARE(*metric.timestamp, 1'699'999'990'000ULL);
    QCOMPARE(metric.type, 3U);
    QVERIFY(metric.isHistorical && metric.isTransient && !metric.isNull);
}

void TestSparkplugPayload::wholeNumbersAreReadInEveryWidth_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<quint64>("raw");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name, DataType type, bool wide, quint64 raw, double value) { QTest::newRow(name) << int(type) << wide << raw << value; };
    row("Int8 in 8 bits", DataType::Int8, false, 244, -12);
    row("Int8 in 32 bits", DataType::Int8, false, 4'294'967'284, -12);
    row("Int8 in 64 bits", DataType::Int8, true, ~0ULL - 11, -12);
    row("Int16 in 16 bits", DataType::Int16, false, 35'536, -30'000);
    row("Int16 in 32 bits", DataType::Int16, false, 4'294'937'296, -30'000);
    row("Int32", DataType::Int32, false, 4'294'967'291, -5);
    row("Int32 in 64 bits", DataType::Int32, true, ~0ULL - 4, -5);
    row("Int64", DataType::Int64, true, ~0ULL, -1);
    row("UInt8", DataType::UInt8, false, 255, 255);
    row("UInt16", DataType::UInt16, false, 65'535, 65'535);
    row("UInt32 in int_value", DataType::UInt32, false, 4'000'000'000, 4e9);
    row("UInt32 in long_value", DataType::UInt32, true, 4'000'000'000, 4e9);
    row("UInt64", DataType::UInt64, true, ~0ULL, 18'446'744'073'709'551'615.0);
}

void TestSparkplugPayload::wholeNumbersAreReadInEveryWidth()
{
    QFETCH(int, type);
    QFETCH(bool, wide);
    QFETCH(quint64, raw);
    QFETCH(double, value);
    const auto got = read(DataType(type), varintField(wide ? 11 : 10, raw));
    QVERIFY(got);
    QCOMPARE(std::get<double>(*got), value);
}

void TestSparkplugPayload::otherScalarsAreRead()
{
    WireWriter single;
    single.fixed32(12, std::bit_cast<quint32>(55.49F));
    QCOMPARE(std::get<double>(*read(DataType::Float, single.message())), 55.49); // not 55.4900016784668
    WireWriter real;
    real.fixed64(13, std::bit_cast<quint64>(0.1));
    QCOMPARE(std::get<double>(*read(DataType::Double, real.message())), 0.1);
    WireWriter none;
    none.fixed64(13, std::bit_cast<quint64>(std::nan("")));
    QVERIFY(std::isnan(std::get<double>(*read(DataType::Double, none.message()))));
    QCOMPARE(*read(DataType::Boolean, varintField(14, 1)), Value(true));
    QCOMPARE(*read(DataType::Boolean, varintField(10, 0)), Value(false)); // as some write it
    QCOMPARE(*read(DataType::String, bytesField(15, "Grüße")), Value(QStringLiteral("Grüße")));
    QCOMPARE(*read(DataType::Text, bytesField(15, "")), Value(QString(QLatin1String(""))));
    QCOMPARE(*read(DataType::Uuid, bytesField(15, "u-1")), Value(QStringLiteral("u-1")));
    QCOMPARE(*read(DataType::DateTime, varintField(11, 1'700'000'000'123)), Value(QStringLiteral("2023-11-14T22:13:20.123Z")));
    QCOMPARE(*read(DataType::Bytes, bytesField(16, bytesOf("00ff"))), Value(QStringLiteral("00 ff")));
    QCOMPARE(*read(DataType::Int32, varintField(7, 1)), Value());
}

void TestSparkplugPayload::valuesOfAnotherTypeAreNone()
{
    QVERIFY(!read(DataType::Int8, varintField(10, 300)));
    QVERIFY(!read(DataType::UInt8, varintField(10, 256)));
    QVERIFY(!read(DataType::UInt32, varintField(11, 1ULL << 32)));
    QVERIFY(!read(DataType::Int32, bytesField(15, "5")));
    QVERIFY(!read(DataType::String, varintField(10, 5)));
    QVERIFY(!read(DataType::Boolean, varintField(10, 2)));
    QVERIFY(!read(DataType::Double, varintField(10, 5)));
    QVERIFY(!read(DataType::DataSet, bytesField(15, "x")));
    QVERIFY(!read(DataType::Template, bytesField(15, "x")));
    QVERIFY(!read(DataType::PropertySet, bytesField(15, "x")));
    QVERIFY(!read(DataType::Int32, {}));
}

// The examples of the specification (chapter 6.4.16), where its bytes agree with its text.
void TestSparkplugPayload::arraysAreRead_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](DataType type, const char *hex, const char *text) { QTest::addRow("%s", nameOf(type).data()) << int(type) << bytesOf(hex) << QByteArray(text); };
    row(DataType::Int8Array, "e97b", "[-23,123]");
    row(DataType::Int16Array, "d08a3075", "[-30000,30000]");
    row(DataType::Int32Array, "fffffffaafcb12", ""); // cut
    row(DataType::Int64Array, "ce0672ac189cbac4", "[-4270929666821191986]");
    row(DataType::UInt8Array, "17fa", "[23,250]");
    row(DataType::UInt16Array, "1e0088cc", "[30,52360]");
    row(DataType::UInt32Array, "3400000049fb55c4", "[52,3293969225]");
    row(DataType::UInt64Array, "3400000000000000d99e02d1b27637e4", "[52,\"16444743074749521625\"]");
    row(DataType::FloatArray, "a4709d3f", "[1.23]");
    row(DataType::DoubleArray, "000000000000f07f", "[\"Infinity\"]");
    row(DataType::BooleanArray, "0c00000034d0", "[false,false,true,true,false,true,false,false,true,true,false,true]");
    row(DataType::StringArray, "41424300686500", "[\"ABC\",\"he\"]");
    row(DataType::DateTimeArray, "7b68e5cf8b010000", "[\"2023-11-14T22:13:20.123Z\"]");
}

void TestSparkplugPayload::arraysAreRead()
{
    QFETCH(int, type);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    const auto got = arrayText(DataType(type), bytes);
    QCOMPARE(got.value_or(QByteArray()), text);
    if (type == int(DataType::BooleanArray))
        QVERIFY(!arrayText(DataType::BooleanArray, bytes.left(5)) && !arrayText(DataType::BooleanArray, bytes.left(3)));
    if (type == int(DataType::StringArray))
        QVERIFY(!arrayText(DataType::StringArray, bytes.chopped(1)));
    const QByteArray many = arrayText(DataType::UInt8Array, QByteArray(100'000, '\1')).value_or(QByteArray());
    QVERIFY(many.size() < 2'000 && many.endsWith("\xE2\x80\xA6]"));
}

void TestSparkplugPayload::dataSetsAreRead()
{
    const auto cell = [](const QByteArray &value) { return bytesField(1, value); };
    const QByteArray row = bytesField(4, cell(bytesField(6, "x")) + cell(varintField(1, 4'294'967'291)));
    const QByteArray set = varintField(1, 2) + bytesField(2, "name") + bytesField(2, "n") + varintField(3, 12) + varintField(3, 3) + row;
    QCOMPARE(*read(DataType::DataSet, bytesField(17, set)), Value(QStringLiteral("{\"columns\":[\"name\",\"n\"],\"rows\":[[\"x\",-5]]}")));
    const QByteArray packedTypes = varintField(1, 2) + bytesField(2, "name") + bytesField(2, "n") + bytesField(3, bytesOf("0c03")) + row;
    QCOMPARE(*read(DataType::DataSet, bytesField(17, packedTypes)), *read(DataType::DataSet, bytesField(17, set)));
}

void TestSparkplugPayload::dataSetsThatDoNotAddUpAreNone()
{
    QVERIFY(!read(DataType::DataSet, bytesField(17, varintField(1, 2) + bytesField(2, "a") + varintField(3, 12))));
    QVERIFY(!read(DataType::DataSet, bytesField(17, varintField(1, 1) + bytesField(2, "a"))));
    QVERIFY(!read(DataType::DataSet, bytesField(17, varintField(1, 1) + bytesField(2, "a") + varintField(3, 12) + bytesField(4, ""))));
    QVERIFY(!read(DataType::DataSet, bytesField(17, varintField(1, ~0ULL) + bytesField(2, "a") + varintField(3, 12))));
}

void TestSparkplugPayload::templatesAreRead()
{
    const QByteArray member = bytesField(2, bytesField(1, "on") + varintField(4, 11) + varintField(14, 1));
    const QByteArray parameter = bytesField(3, bytesField(1, "p") + varintField(2, 12) + bytesField(8, "v"));
    const auto payload = readPayload(payloadWith(varintField(4, 19) + bytesField(18, bytesField(1, "1.0") + member + parameter + bytesField(4, "Motor") + varintField(5, 0))));
    QVERIFY(payload);
    const Template &made = *payload->metrics.at(0).instance;
    QCOMPARE(*made.reference, QByteArray("Motor"));
    QCOMPARE(made.version, QByteArray("1.0"));
    QVERIFY(!made.isDefinition);
    QCOMPARE(*made.metrics.at(0).name, QByteArray("on"));
    QCOMPARE(made.parameters.at(0).name, QByteArray("p"));
    QCOMPARE(made.parameters.at(0).type, 12U);
    QCOMPARE(std::get<Text>(made.parameters.at(0).value).utf8, QByteArray("v"));
}

void TestSparkplugPayload::propertiesAreRead()
{
    const QByteArray quality = bytesField(2, varintField(1, 3) + varintField(3, 192));
    const QByteArray unit = bytesField(2, varintField(1, 12) + bytesField(8, "bar"));
    const QByteArray inner = bytesField(2, varintField(1, 20) + bytesField(9, bytesField(1, "a") + bytesField(2, varintField(1, 11) + varintField(7, 1))));
    const QByteArray list = bytesField(2, varintField(1, 21) + bytesField(10, bytesField(1, bytesField(1, "b") + bytesField(2, varintField(2, 1)))));
    const auto payload = readPayload(payloadWith(bytesField(9, bytesField(1, "Quality") + bytesField(1, "engUnit") + bytesField(1, "set") + bytesField(1, "list") + quality + unit + inner + list)));
    QVERIFY(payload);
    const PropertySet &set = payload->metrics.at(0).properties;
    QCOMPARE(std::get<quint32>(propertyOf(set, "quality")->value), 192U);
    QCOMPARE(std::get<Text>(propertyOf(set, "engUnit")->value).utf8, QByteArray("bar"));
    QCOMPARE(propertyOf(set, "set")->sets.at(0).properties.at(0).key, QByteArray("a"));
    QVERIFY(propertyOf(set, "list")->sets.at(0).properties.at(0).isNull);
    QVERIFY(!propertyOf(set, "other"));
    // as many keys as values, or no set at all
    const auto odd = readPayload(payloadWith(bytesField(9, bytesField(1, "Quality") + bytesField(1, "engUnit") + quality)));
    QVERIFY(odd && odd->metrics.at(0).properties.properties.empty());
}

void TestSparkplugPayload::metaDataIsRead()
{
    const QByteArray data = varintField(1, 1) + bytesField(2, "text/plain") + varintField(3, 5) + varintField(4, 2) + bytesField(5, "a.txt") + bytesField(6, "txt") + bytesField(7, "00") + bytesField(8, "d");
    const auto payload = readPayload(payloadWith(bytesField(8, data) + bytesField(16, "hello")));
    const MetaData &read = *payload->metrics.at(0).metaData;
    QVERIFY(read.isMultiPart && read.size == 5 && read.sequence == 2);
    QCOMPARE(read.contentType, QByteArray("text/plain"));
    QCOMPARE(read.fileName + read.fileType + read.md5 + read.description, QByteArray("a.txttxt00d"));
    QCOMPARE(*valueOf(DataType::File, payload->metrics.at(0)), Value(QStringLiteral("a.txt, 5 bytes")));
}

void TestSparkplugPayload::unknownFieldsArePassedOver()
{
    const auto payload = readPayload(payloadWith(varintField(1, 5) /* a name of another wire type */ + bytesField(99, "?") + varintField(10, 5)));
    QVERIFY(payload);
    QCOMPARE(*payload->metrics.at(0).name, QByteArray("m"));
    QCOMPARE(std::get<quint32>(payload->metrics.at(0).value), 5U);
}

void TestSparkplugPayload::compressedPayloadsAreUnpacked()
{
    const QByteArray inner = payloadWith(varintField(4, 3) + varintField(10, 5));
    for (const QByteArray &bytes : {compressed(inner, "GZIP", MAX_WBITS + 16), compressed(inner, "DEFLATE", MAX_WBITS)}) {
        const auto payload = readPayload(bytes);
        QVERIFY(payload);
        QCOMPARE(*payload->sequence, 7ULL);
        QCOMPARE(*payload->metrics.at(0).name, QByteArray("m"));
        QVERIFY(!readPayload(bytes.chopped(8)));
    }
    QVERIFY(!readPayload(compressed(compressed(inner, "GZIP", MAX_WBITS + 16), "GZIP", MAX_WBITS + 16)));
}

void TestSparkplugPayload::bombsAreBounded()
{
    const QByteArray bomb = packed(QByteArray(64 << 20, '\0'), MAX_WBITS); // 64 KiB of it
    QVERIFY(bomb.size() < 100'000);
    const auto inflatedBomb = inflated(bomb, 1 << 20);
    QVERIFY(!inflatedBomb);
    QCOMPARE(inflatedBomb.error().code, Error::Code::TooLarge);
    QCOMPARE(inflated("no such thing", 1'000).error().code, Error::Code::Corrupt);
    QCOMPARE(inflated({}, 1'000).error().code, Error::Code::Corrupt);
}

void TestSparkplugPayload::hostilePayloadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a plain number") << QByteArray("55.49"); // by chance an unknown field of four bytes
    QTest::newRow("length beyond the end") << bytesOf("12ff01");
    QTest::newRow("length of 2^63") << bytesOf("12ffffffffffffffff7f");
    QTest::newRow("varint of eleven bytes") << bytesOf("08ffffffffffffffffffff01");
    QTest::newRow("varint beyond 64 bits") << bytesOf("08ffffffffffffffffff02");
    QTest::newRow("field 0") << bytesOf("0005");
    QTest::newRow("a group") << bytesOf("0b0c");
    QTest::newRow("wire type 7") << bytesOf("0f00");
    QTest::newRow("a metric cut off") << bytesOf("12020a05");
    QTest::newRow("text") << QByteArray("{\"temperature\":21.5}");
}

void TestSparkplugPayload::hostilePayloadsAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto payload = readPayload(bytes);
    QVERIFY(!payload);
    QVERIFY(!payload.error().text.isEmpty());
}

void TestSparkplugPayload::cutPayloadsNeverCrash()
{
    const QByteArray whole = nested(5) + payloadWith(bytesField(9, bytesField(1, "k") + bytesField(2, varintField(1, 3)))) + compressed(nested(2), "GZIP", MAX_WBITS + 16);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        (void)readPayload(whole.left(i));
        QByteArray changed = whole;
        changed[i] = char(changed[i] ^ 0x55);
        (void)readPayload(changed);
    }
    QVERIFY(readPayload(nested(5)));
}

void TestSparkplugPayload::depthAndPartsAreBounded()
{
    QVERIFY(readPayload(nested(8)));
    const auto deep = readPayload(nested(9));
    QVERIFY(!deep);
    QCOMPARE(deep.error().code, Error::Code::TooLarge);
    QCOMPARE(readPayload(QByteArray(bytesOf("1200")).repeated(60'000)).error().code, Error::Code::TooLarge); // as many empty metrics
    QCOMPARE(readPayload(payloadWith(bytesField(17, QByteArray(bytesOf("2200")).repeated(60'000)))).error().code, Error::Code::TooLarge); // rows
    QCOMPARE(readPayload(payloadWith(bytesField(9, QByteArray(bytesOf("0a00")).repeated(60'000)))).error().code, Error::Code::TooLarge); // keys
    QCOMPARE(readPayload(payloadWith(bytesField(17, bytesField(3, QByteArray(60'000, '\1'))))).error().code, Error::Code::TooLarge); // types
}

void TestSparkplugPayload::whatIsWrittenReadsTheSame()
{
    Payload payload;
    payload.timestamp = 1;
    payload.sequence = 255;
    for (const Scalar &value : {Scalar(quint32(5)), Scalar(~quint64(0)), Scalar(1.5F), Scalar(2.5), Scalar(true), Scalar(Text {"t"}), Scalar(Bytes {QByteArray(1, '\0')})}) {
        sparkplug::Metric &metric = payload.metrics.emplace_back();
        metric.name = "n";
        metric.alias = 300;
        metric.timestamp = 2;
        metric.type = 4;
        metric.isHistorical = metric.isTransient = metric.isNull = true;
        metric.value = value;
    }
    const auto again = readPayload(writePayload(payload));
    QVERIFY(again);
    QCOMPARE(again->metrics.size(), payload.metrics.size());
    for (size_t i = 0; i < payload.metrics.size(); ++i)
        QVERIFY(again->metrics[i].value == payload.metrics[i].value && again->metrics[i].alias == payload.metrics[i].alias && again->metrics[i].isNull);
    QCOMPARE(writePayload(*again), writePayload(payload));
}

void TestSparkplugPayload::topicsAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<int>("verb");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("node birth") << QByteArray("spBv1.0/Plant 1/NBIRTH/Edge ü") << int(SparkplugTopic::Verb::NodeBirth) << QByteArray("Plant 1|Edge ü|");
    QTest::newRow("node death") << QByteArray("spBv1.0/G/NDEATH/E") << int(SparkplugTopic::Verb::NodeDeath) << QByteArray("G|E|");
    QTest::newRow("node data") << QByteArray("spBv1.0/G/NDATA/E") << int(SparkplugTopic::Verb::NodeData) << QByteArray("G|E|");
    QTest::newRow("node command") << QByteArray("spBv1.0/G/NCMD/E") << int(SparkplugTopic::Verb::NodeCommand) << QByteArray("G|E|");
    QTest::newRow("device birth") << QByteArray("spBv1.0/G/DBIRTH/E/D 1") << int(SparkplugTopic::Verb::DeviceBirth) << QByteArray("G|E|D 1");
    QTest::newRow("device death") << QByteArray("spBv1.0/G/DDEATH/E/D") << int(SparkplugTopic::Verb::DeviceDeath) << QByteArray("G|E|D");
    QTest::newRow("device data") << QByteArray("spBv1.0/G/DDATA/E/D") << int(SparkplugTopic::Verb::DeviceData) << QByteArray("G|E|D");
    QTest::newRow("device command") << QByteArray("spBv1.0/G/DCMD/E/D") << int(SparkplugTopic::Verb::DeviceCommand) << QByteArray("G|E|D");
    QTest::newRow("state") << QByteArray("spBv1.0/STATE/scada") << int(SparkplugTopic::Verb::State) << QByteArray("||scada");
    for (const char *wrong : {"spBv1.0/G/NBIRTH", "spBv1.0/G/NBIRTH/E/D", "spBv1.0/G/DBIRTH/E", "spBv1.0/G/NFOO/E", "spBv1.0/STATE/a/b", "spBv1.0//NBIRTH/E", "spBv1.0/G/DDATA/E/", "spbv1.0/G/NDATA/E",
             "spAv1.0/G/NDATA/E", "spBv1.0/G/nbirth/E", "spBv1.0/", "home/humidity"})
        QTest::newRow(wrong) << QByteArray(wrong) << -1 << QByteArray();
}

void TestSparkplugPayload::topicsAreTakenApart()
{
    QFETCH(QByteArray, topic);
    QFETCH(int, verb);
    QFETCH(QByteArray, where);
    const auto got = sparkplugTopic(topic);
    QCOMPARE(got ? int(got->verb) : -1, verb);
    if (!got)
        return;
    QCOMPARE(got->place.group + '|' + got->place.node + '|' + (got->host.isEmpty() ? got->place.device : got->host), where);
    if (got->verb == SparkplugTopic::Verb::NodeCommand || got->verb == SparkplugTopic::Verb::DeviceCommand)
        QCOMPARE(commandTopic(got->place), topic);
}

void TestSparkplugPayload::statesAreReadStrictly()
{
    const auto state = hostState(hostStatePayload(true, 1'700'000'000'000));
    QVERIFY(state && state->online);
    QCOMPARE(state->timestamp, 1'700'000'000'000);
    QCOMPARE(hostStatePayload(false, 5), QByteArray("{\"online\":false,\"timestamp\":5}"));
    for (const char *wrong : {"", "ONLINE", "{}", "{\"online\":true}", "{\"online\":\"true\",\"timestamp\":1}", "{\"online\":true,\"timestamp\":\"1\"}", "[]"})
        QVERIFY2(!hostState(wrong), wrong);
}

QTEST_GUILESS_MAIN(TestSparkplugPayload)
#include "tst_sparkplugpayload.moc"
