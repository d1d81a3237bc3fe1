// Profiles: those that come with Muster do what their examples say, survive being written and read, and what is wrong is told with its place.

#include "support/heard.h"

#include "codec/profilefiles.h"
#include "codec/profilejson.h"
#include "codec/profileshelf.h"
#include "codec/tryout.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace muster;
using namespace muster::codec;

namespace {

bool same(const Value &found, const Value &wanted)
{
    if (std::holds_alternative<double>(found) && std::holds_alternative<double>(wanted))
        return std::abs(std::get<double>(found) - std::get<double>(wanted)) <= 1e-9 * std::max(1.0, std::abs(std::get<double>(wanted)));
    return found == wanted;
}

Profile profileOf(const QByteArray &json)
{
    const auto profile = readProfile(json);
    if (!profile)
        qWarning("%s", qPrintable(profile.error().text));
    return profile.value_or(Profile());
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDozenIsShipped();
    void shippedOnesKeepTheirPromises_data();
    void shippedOnesKeepTheirPromises();
    void writtenIsReadTheSame_data() { shippedOnesKeepTheirPromises_data(); }
    void writtenIsReadTheSame();
    void anyCutReadsOrIsRefused_data() { shippedOnesKeepTheirPromises_data(); }
    void anyCutReadsOrIsRefused();
    void faultsHaveTheirPlace_data();
    void faultsHaveTheirPlace();
    void fieldsSayWhatValuesMean_data();
    void fieldsSayWhatValuesMean();
    void otherNamesKeepOutOfTheWay();
    void commandsAreEncoded_data();
    void commandsAreEncoded();
    void answersEndCommands();
    void pollsAreAnswered();
    void schemaAndParserKnowTheSame();
    void shippedOnesFollowTheSchema_data() { shippedOnesKeepTheirPromises_data(); }
    void shippedOnesFollowTheSchema();
    void faultsHaveAPlace_data();
    void faultsHaveAPlace();
    void installedOnesComeFirst();
    void whatCannotBeInstalledIsNamed_data();
    void whatCannotBeInstalledIsNamed();
    void idsComeFromNames_data();
    void idsComeFromNames();
    void bytesAreTriedOut();
    void brokenPromisesAreNamed();
};

void TestProfile::aDozenIsShipped()
{
    QVERIFY(shippedProfiles().size() >= 12);
    QVERIFY(!shippedProfile(QStringLiteral("no-such")).has_value());
    QVERIFY(!shippedProfile(QStringLiteral("../profiles/max31855")).has_value());
}

void TestProfile::shippedOnesKeepTheirPromises_data()
{
    QTest::addColumn<QString>("id");
    const QStringList ids = shippedProfiles();
    for (const QString &id : ids)
        QTest::newRow(qPrintable(id)) << id;
}

void TestProfile::shippedOnesKeepTheirPromises()
{
    QFETCH(QString, id);
    const auto profile = shippedProfile(id);
    QVERIFY2(profile.has_value(), qPrintable(profile ? QString() : profile.error().text));
    QVERIFY(!profile->examples.isEmpty());
    QVERIFY(!profile->description.isEmpty());
    if (!profile->script.isEmpty())
        return; // tst_script runs it
    for (const Example &example : profile->examples) {
        const QByteArray bytes = example.hex ? QByteArray::fromHex(example.bytes) : example.bytes;
        Heard heard;
        LinkCodec codec(*profile, heard);
        heard.codec = &codec;
        for (const char byte : bytes)
            codec.feed({&byte, 1}, 1'000);
        codec.flush(2'000);
        for (auto it = example.readings.cbegin(); it != example.readings.cend(); ++it) {
            QVERIFY2(heard.last.contains(it.key()), qPrintable(it.key() + QStringLiteral(" is missing in ") + heard.said.join(QLatin1Char(' '))));
            QVERIFY2(same(heard.last.value(it.key()), it.value()), qPrintable(it.key() + QStringLiteral(" is wrong in ") + heard.said.join(QLatin1Char(' '))));
        }
        const LinkCounters &counters = codec.counters();
        QCOMPARE(counters.malformed + counters.badChecksums + counters.oversized + counters.typeChanged + counters.outOfRange, 0U);
    }
    for (const CommandSpec &command : profile->commands) {
        Heard heard;
        LinkCodec codec(*profile, heard);
        Value argument;
        switch (command.info.argument) {
        case ArgumentType::None: break;
        case ArgumentType::Boolean: argument = true; break;
        case ArgumentType::Number: argument = command.info.minimum; break;
        case ArgumentType::Enumeration: argument = command.info.options.constFirst(); break;
        case ArgumentType::Text: argument = QStringLiteral("word"); break;
        }
        const auto outgoing = codec.encode(command.info.key, argument);
        QVERIFY2(outgoing.has_value(), qPrintable(command.info.key));
        QVERIFY(!outgoing->bytes.isEmpty());
    }
}

void TestProfile::writtenIsReadTheSame()
{
    QFETCH(QString, id);
    const auto profile = shippedProfile(id);
    QVERIFY(profile.has_value());
    const QByteArray written = writeProfile(*profile);
    const auto again = readProfile(written);
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().text + QString::fromUtf8(written)));
    QVERIFY2(*again == *profile, written.constData());
}

void TestProfile::anyCutReadsOrIsRefused()
{
    QFETCH(QString, id);
    const QByteArray json = writeProfile(shippedProfile(id).value_or(Profile()));
    for (qsizetype at = 0; at < json.size(); at += 3) {
        QVERIFY(!readProfile(json.first(std::max<qsizetype>(at - 2, 0))).has_value());
        QByteArray other = json;
        other[at] = '7';
        const auto profile = readProfile(other); // whatever it is, it must not fall over
        if (!profile)
            QVERIFY(!profile.error().text.isEmpty());
    }
}

void TestProfile::faultsHaveTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *json, const char *text) { QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(text); };
    row("no JSON", "{\n \"profile\": 1,\n \"name\": nonsense }", "Line 3, column 12: this is no valid JSON (illegal value).");
    row("no object", "[]", "A profile is a JSON object; this is none.");
    row("no name", "{\n  \"profile\": 1 }", "Line 1, column 1: The profile lacks “name”.");
    row("empty name", "{ \"profile\": 1, \"name\": \"\" }", "Line 1, column 17: “name” must not be empty.");
    row("version", "{ \"profile\": 2, \"name\": \"x\" }", "Line 1, column 3: “profile” must be a whole number from 1 to 1.");
    row("unknown key", "{ \"profile\": 1, \"name\": \"x\",\n  \"framing\": { \"knd\": \"lines\" } }", "Line 2, column 16: “framing.knd” is not known here. Did you mean “kind”?");
    row("unknown key, nothing near", "{ \"profile\": 1, \"name\": \"x\", \"ble\": { \"zzzzzzzz\": 1 } }",
        "Line 1, column 39: “ble.zzzzzzzz” is not known here. Known are: service, write, notify.");
    row("unknown word", "{ \"profile\": 1, \"name\": \"x\", \"decoder\": \"jsn\" }", "Line 1, column 30: “decoder” cannot be “jsn”. Did you mean “json”?");
    row("wrong type", "{ \"profile\": 1, \"name\": 5 }", "Line 1, column 17: “name” must be a text.");
    row("in a list", "{ \"profile\": 1, \"name\": \"x\",\n\"fields\": [\n  { \"key\": \"a\" },\n  { \"key\": \"é\", \"typ\": \"u8\" }\n] }",
        "Line 4, column 17: “fields.1.typ” is not known here. Did you mean “type”?");
    row("number too large", "{ \"profile\": 1, \"name\": \"x\", \"serial\": { \"stopBits\": 3 } }", "Line 1, column 42: “serial.stopBits” must be a whole number from 1 to 2.");
    row("missing length", "{ \"profile\": 1, \"name\": \"x\", \"framing\": { \"kind\": \"length\" } }", "Line 1, column 43: “framing.kind” lacks “length”.");
    row("odd digits", "{ \"profile\": 1, \"name\": \"x\", \"framing\": { \"start\": \"hex:ABC\" } }",
        "Line 1, column 43: “framing.start” must have two hexadecimal digits for each byte behind “hex:”.");
    row("bits beyond", "{ \"profile\": 1, \"name\": \"x\", \"fields\": [{ \"key\": \"a\", \"bit\": 6, \"bits\": 3 }] }",
        "Line 1, column 65: “fields.0.bits” reaches beyond the number's own bits.");
    row("same key", "{ \"profile\": 1, \"name\": \"x\", \"fields\": [{ \"key\": \"a\" }, { \"key\": \"a\" }] }", "Line 1, column 30: “fields” has the key “a” twice.");
    row("no place for the argument", "{ \"profile\": 1, \"name\": \"x\", \"commands\": [{ \"key\": \"a\", \"send\": \"SET\", \"argument\": { \"type\": \"number\" } }] }",
        "Line 1, column 57: “commands.0.send” lacks {value} for the argument.");
    row("unknown number format", "{ \"profile\": 1, \"name\": \"x\", \"commands\": [{ \"key\": \"a\", \"send\": \"hex:01 {value:u17}\", \"argument\": { \"type\": \"number\" } }] }",
        "Line 1, column 57: “commands.0.send” has “{value:u17}”; use {value} in a text, {value:u16be} or another number format, or {value:text}, in bytes.");
    row("poll of no field", "{ \"profile\": 1, \"name\": \"x\", \"polls\": [{ \"send\": \"A?\", \"fields\": [\"b\"] }] }",
        "Line 1, column 30: “polls” names the field “b”, which is not among the fields.");
}

void TestProfile::faultsHaveTheirPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const auto profile = readProfile(json);
    QVERIFY(!profile.has_value());
    QCOMPARE(profile.error().text, text);
}

void TestProfile::fieldsSayWhatValuesMean_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("heard");
    QTest::addColumn<QByteArray>("counted");
    const auto row = [](const char *name, const char *field, const char *said, const char *heard, const char *counted = "") {
        QTest::newRow(name) << QByteArray(field) << QByteArray(said) << QString::fromUtf8(heard) << QByteArray(counted);
    };
    row("scaled", R"("scale": 0.1, "offset": -40, "unit": "°C")", "605", "k=20.5°C");
    row("highest", R"("minimum": -5, "maximum": 10)", "10", "k=10");
    row("too high", R"("minimum": -5, "maximum": 10)", "10.1", "", "range");
    row("lowest, scaled", R"("scale": 0.5, "minimum": -5, "maximum": 10)", "-10", "k=-5");
    row("too low, scaled", R"("scale": 0.5, "minimum": -5, "maximum": 10)", "-11", "", "range");
    row("beyond all numbers", R"("scale": 1e300)", "1e300", "", "range");
    row("a word", R"("scale": 2)", "open", "", "type");
    row("option by number", R"("values": {"0": "off", "3": "run"})", "3", R"(k="run")");
    row("option by another form of it", R"("values": {"0": "off", "3": "run"})", "3.0", R"(k="run")");
    row("option by word", R"("values": {"o": "open", "c": "closed"})", "c", R"(k="closed")");
    row("option by truth", R"("values": {"false": "open", "true": "closed"})", "true", R"(k="closed")");
    row("no such option", R"("values": {"0": "off", "3": "run"})", "4", "", "range");
    row("boolean by number", R"("boolean": true)", "2", "k=true");
    row("boolean by word", R"("boolean": true)", "OFF", "k=false");
    row("no boolean", R"("boolean": true)", "perhaps", "", "type");
    row("text of a number", R"("text": true)", "7.50", R"(k="7.5")");
}

void TestProfile::fieldsSayWhatValuesMean()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, said);
    QFETCH(QString, heard);
    QFETCH(QByteArray, counted);
    const Profile profile = profileOf(R"({"profile": 1, "name": "x", "decoder": "keyvalue", "fields": [{"key": "k", )" + field + "}]}");
    QCOMPARE(profile.fields.size(), 1);
    QCOMPARE(profileOf(writeProfile(profile)), profile);
    Heard sink;
    LinkCodec codec(profile, sink);
    sink.codec = &codec;
    codec.feed("\nk=" + said + "\n", 1);
    QCOMPARE(sink.said.join(QLatin1Char(' ')), heard);
    QCOMPARE(codec.counters().outOfRange, counted == "range" ? 1U : 0U);
    QCOMPARE(codec.counters().typeChanged, counted == "type" ? 1U : 0U);
}

void TestProfile::otherNamesKeepOutOfTheWay()
{
    const Profile profile = profileOf(R"({"profile": 1, "name": "x", "decoder": "keyvalue", "fields": [{"key": "t", "from": "temp"}]})");
    Heard sink;
    LinkCodec codec(profile, sink);
    sink.codec = &codec;
    codec.feed("\ntemp=1 t=2 u=3\n", 1);
    QCOMPARE(sink.said.join(QLatin1Char(' ')), QStringLiteral("t=1 t_2=2 u=3"));
}

void TestProfile::commandsAreEncoded_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<Value>("argument");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *command, Value argument, const QByteArray &bytes, const char *fault = "") {
        QTest::newRow(name) << QByteArray(command) << argument << bytes << QString::fromUtf8(fault);
    };
    row("nothing", R"("send": "GO")", {}, "GO\n");
    row("number", R"("send": "V {value};", "argument": {"type": "number"})", 12.5, "V 12.5;\n");
    row("whole number", R"("send": "{\"v\":{value}}", "argument": {"type": "number"})", 12.0, "{\"v\":12}\n");
    row("digits", R"("send": "V{value}", "argument": {"type": "number", "decimals": 2})", 1.5, "V1.50\n");
    row("scaled", R"("send": "V{value}", "argument": {"type": "number", "scale": 1000})", 1.5, "V1500\n");
    row("too high", R"("send": "V{value}", "argument": {"type": "number", "maximum": 10})", 11.0, "", "“C” takes a number from 0 to 10.");
    row("not a number", R"("send": "V{value}", "argument": {"type": "number"})", std::nan(""), "", "“C” takes a number from 0 to 100.");
    row("no argument", R"("send": "V{value}", "argument": {"type": "number"})", {}, "", "“C” needs a number.");
    row("bytes", R"("send": "hex:A5 {value:u16be} 5A", "argument": {"type": "number", "maximum": 70000})", 258.0, QByteArray("\xA5\x01\x02\x5A\n"));
    row("beyond its bytes", R"("send": "hex:{value:u16}", "argument": {"type": "number", "maximum": 70000})", 65'536.0, "",
        "“C” was given a number that does not fit into its bytes.");
    row("below zero", R"("send": "hex:{value:s24}", "argument": {"type": "number", "minimum": -5})", -2.0, QByteArray("\xFE\xFF\xFF\n"));
    row("float", R"("send": "hex:{value:f32be}", "argument": {"type": "number"})", 1.0, QByteArray("\x3F\x80\x00\x00\n", 5));
    row("boolean", R"("send": "R{value}", "argument": {"type": "boolean"})", true, "R1\n");
    row("boolean in words", R"("send": "R {value}", "argument": {"type": "boolean", "values": {"ZU": "off", "AUF": "on"}})", true, "R AUF\n");
    row("boolean off", R"("send": "R {value}", "argument": {"type": "boolean", "values": {"ZU": "off", "AUF": "on"}})", false, "R ZU\n");
    row("choice", R"("send": "M{value}", "argument": {"type": "enumeration", "values": {"0": "idle", "7": "run"}})", QStringLiteral("run"), "M7\n");
    row("no such choice", R"("send": "M{value}", "argument": {"type": "enumeration", "values": {"0": "idle", "7": "run"}})", QStringLiteral("fly"), "",
        "“C” takes one of: idle, run.");
    row("text", R"("send": "say {value}", "argument": {"type": "text"})", QStringLiteral("ä %1"), "say \xC3\xA4 %1\n");
    row("two lines", R"("send": "say {value}", "argument": {"type": "text"})", QStringLiteral("a\nRESET"), "", "“C” takes one line of text.");
}

void TestProfile::commandsAreEncoded()
{
    QFETCH(QByteArray, command);
    QFETCH(Value, argument);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, fault);
    const Profile profile = profileOf(R"({"profile": 1, "name": "x", "commands": [{"key": "c", "name": "C", )" + command + "}]}");
    QCOMPARE(profile.commands.size(), 1);
    QCOMPARE(profileOf(writeProfile(profile)), profile);
    Heard heard;
    const LinkCodec codec(profile, heard);
    const auto outgoing = codec.encode(QStringLiteral("c"), argument);
    QCOMPARE(outgoing ? QString() : outgoing.error().text, fault);
    if (outgoing)
        QCOMPARE(outgoing->bytes, bytes);
}

void TestProfile::answersEndCommands()
{
    const Profile profile = profileOf(R"({"profile": 1, "name": "x", "commands": [
        {"key": "a", "send": "A", "answer": {"good": "OK", "bad": "ERR", "timeoutMs": 300}},
        {"key": "b", "send": "B", "metric": "b", "answer": {"good": "b="}},
        {"key": "c", "send": "C"}]})");
    Heard heard;
    LinkCodec codec(profile, heard);
    heard.codec = &codec;
    codec.feed("t=0\nt=1\n", 1);
    const auto a = codec.encode(QStringLiteral("a"), {});
    QCOMPARE(a->timeoutMs, 300);
    codec.await(*a, {1});
    codec.feed("t=1\nOK\nOK\n", 2);
    QCOMPARE(heard.answers.size(), 1);
    QCOMPARE(heard.answers.at(0), std::pair(CommandId {1}, QStringLiteral("ok")));
    codec.await(*a, {2});
    codec.feed("ERR 7\n", 3);
    QCOMPARE(heard.answers.at(1), std::pair(CommandId {2}, QStringLiteral("The device refused: ERR 7")));
    const auto b = codec.encode(QStringLiteral("b"), {});
    codec.await(*b, {3});
    codec.feed("b=5\n", 4);
    QCOMPARE(heard.answers.at(2).first, CommandId {3});
    QCOMPARE(heard.last.value(QStringLiteral("b")), Value(5.0));
    codec.await(*codec.encode(QStringLiteral("c"), {}), {4});
    codec.await(*a, {5});
    codec.abandon({5});
    codec.feed("OK\n", 5);
    QCOMPARE(heard.answers.size(), 3);
    for (quint32 i = 0; i < 10'000; ++i)
        codec.await(*a, {10 + i});
    for (int i = 0; i < 1'000; ++i)
        codec.feed("OK\n", 6);
    QCOMPARE(heard.answers.size(), 3 + LinkCodec::maxAwaited);
}

void TestProfile::pollsAreAnswered()
{
    const auto profile = shippedProfile(QStringLiteral("scpi-power-supply"));
    QVERIFY(profile.has_value());
    Heard heard;
    LinkCodec codec(*profile, heard);
    heard.codec = &codec;
    QCOMPARE(codec.polls().size(), 3);
    QCOMPARE(codec.polls().at(0).outgoing.bytes, QByteArray("MEAS:VOLT?\n"));
    codec.await(codec.polls().at(0).outgoing);
    codec.feed("12.001\r\n", 1);
    codec.await(codec.polls().at(1).outgoing);
    codec.await(codec.polls().at(2).outgoing);
    codec.feed("0.25\r\n1\r\n", 2);
    QCOMPARE(heard.said.join(QLatin1Char(' ')), QStringLiteral("voltage=12.001V current=0.25A output=true"));
    codec.await(codec.polls().at(0).outgoing);
    codec.abandon({});
    codec.feed("99\r\n", 3);
    QCOMPARE(heard.said.size(), 3);
    codec.await(codec.polls().at(0).outgoing);
    codec.feed("\x01\x02 error\r\n", 3);
    QCOMPARE(heard.said.size(), 3);
    QVERIFY(codec.counters().malformed >= 1);
}

namespace {

QJsonObject schema()
{
    QFile file(QStringLiteral(MUSTER_SOURCE_DIR "/resources/profiles/profile.schema.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// A part of the schema, its reference followed.
QJsonObject part(const QJsonObject &whole, const QJsonValue &value)
{
    const QString reference = value.toObject().value(QStringLiteral("$ref")).toString();
    return reference.isEmpty() ? value.toObject() : whole.value(QStringLiteral("$defs")).toObject().value(reference.section(u'/', -1)).toObject();
}

/// Names of all members below a part; `path`: of it, for what the parser is asked.
void gather(const QJsonObject &whole, const QJsonObject &from, const QStringList &path, QList<QStringList> &all)
{
    const QJsonObject properties = from.value(QStringLiteral("properties")).toObject();
    for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
        const QJsonObject member = part(whole, *it);
        all.append(path + QStringList {it.key()});
        gather(whole, member, path + QStringList {it.key()}, all);
        if (const QJsonObject items = part(whole, member.value(QStringLiteral("items"))); !items.isEmpty())
            gather(whole, items, path + QStringList {it.key(), QString()}, all);
    }
}

/// A profile with nothing but a member at a path, of a type that no member has.
QJsonValue nested(const QStringList &path)
{
    if (path.isEmpty())
        return QJsonValue(QJsonValue::Null);
    const QJsonValue inner = nested(path.mid(1));
    return path[0].isEmpty() ? QJsonValue(QJsonArray {inner}) : QJsonValue(QJsonObject {{path[0], inner}});
}

/// What a value has that the schema does not allow: types, unknown and missing members, words, bounds of numbers.
QStringList violations(const QJsonObject &whole, const QJsonObject &rule, const QJsonValue &value, const QString &where)
{
    QStringList all;
    const QString type = rule.value(QStringLiteral("type")).toString();
    const bool fits = type.isEmpty() || (type == QLatin1String("object") && value.isObject()) || (type == QLatin1String("array") && value.isArray())
        || (type == QLatin1String("string") && value.isString()) || (type == QLatin1String("boolean") && value.isBool())
        || ((type == QLatin1String("number") || type == QLatin1String("integer")) && value.isDouble());
    if (!fits || (rule.contains(QStringLiteral("enum")) && !rule.value(QStringLiteral("enum")).toArray().contains(value)))
        all.append(where);
    if (value.isDouble() && (value.toDouble() < rule.value(QStringLiteral("minimum")).toDouble(-1e300) || value.toDouble() > rule.value(QStringLiteral("maximum")).toDouble(1e300)))
        all.append(where);
    const QJsonArray required = rule.value(QStringLiteral("required")).toArray();
    for (const QJsonValue name : required) {
        if (!value.toObject().contains(name.toString()))
            all.append(where + u'.' + name.toString());
    }
    const QJsonObject properties = rule.value(QStringLiteral("properties")).toObject();
    const QJsonObject members = value.toObject();
    for (auto it = members.constBegin(); it != members.constEnd() && !properties.isEmpty(); ++it) {
        if (properties.contains(it.key()))
            all += violations(whole, part(whole, properties.value(it.key())), *it, where + u'.' + it.key());
        else if (!it.key().startsWith(u'$'))
            all.append(where + u'.' + it.key());
    }
    const QJsonObject items = part(whole, rule.value(QStringLiteral("items")));
    for (const QJsonValue each : value.toArray())
        all += violations(whole, items, each, where + QStringLiteral("[]"));
    return all;
}

} // namespace

void TestProfile::schemaAndParserKnowTheSame()
{
    const QJsonObject whole = schema();
    QList<QStringList> all;
    gather(whole, whole, {}, all);
    QVERIFY(all.size() > 60);
    QSet<QString> names;
    for (const QStringList &path : std::as_const(all)) {
        names.insert(path.constLast());
        const auto read = readProfile(QJsonDocument(nested(path).toObject()).toJson());
        QVERIFY(!read);
        QVERIFY2(!read.error().text.contains(QStringLiteral("not known")), qPrintable(read.error().text));
    }
    // The other way round: what the parser names in its source.
    QFile source(QStringLiteral(MUSTER_SOURCE_DIR "/src/codec/profilejson.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    static const QRegularExpression call(QStringLiteral(R"re((?:\.(?:text|texts|bytes|flag|integer|number|character|choice|object|list)\(|(?:order|values)\(\w+, )"(\w+)")re"));
    QSet<QString> known;
    for (auto it = call.globalMatch(QString::fromUtf8(source.readAll())); it.hasNext();)
        known.insert(it.next().captured(1));
    known.insert(QStringLiteral("readings")); // is taken by hand
    QCOMPARE((known - names).values(), QStringList());
    QCOMPARE((names - known).values(), QStringList());
}

void TestProfile::shippedOnesFollowTheSchema()
{
    QFETCH(QString, id);
    const QJsonObject whole = schema();
    const QJsonObject profile = QJsonDocument::fromJson(*ProfileShelf().text(id)).object();
    QCOMPARE(violations(whole, whole, profile, id), QStringList());
    QCOMPARE(violations(whole, whole, QJsonObject {{QStringLiteral("profile"), 1}, {QStringLiteral("nme"), 1}}, id).size(), 2); // lacks one, has an unknown one
}

void TestProfile::faultsHaveAPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("behind"); ///< what begins at the fault; "-": nowhere
    QTest::newRow("fine") << QByteArray(R"({"profile": 1, "name": "x"})") << QByteArray("-");
    QTest::newRow("unknown") << QByteArray("{\"profile\": 1,\n \"name\": \"ä\", \"framng\": {}}") << QByteArray("\"framng\"");
    QTest::newRow("value") << QByteArray(R"({"profile": 1, "name": "x", "decoder": "xml"})") << QByteArray("\"decoder\"");
    QTest::newRow("too large") << QByteArray(maxProfile + 1, ' ') << QByteArray("-");
}

void TestProfile::faultsHaveAPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, behind);
    qsizetype fault = 77;
    (void)readProfile(json, &fault);
    if (behind == "-")
        QCOMPARE(fault, -1);
    else
        QVERIFY2(fault >= 0 && json.mid(fault).startsWith(behind), json.mid(fault).constData());
}

void TestProfile::installedOnesComeFirst()
{
    const QTemporaryDir folder;
    const ProfileShelf shelf(folder.filePath(QStringLiteral("profiles")));
    QCOMPARE(shelf.ids(), shippedProfiles());
    const QByteArray mine = R"({"profile": 1, "name": "Mine"})";
    QVERIFY(shelf.install(QStringLiteral("my-own"), mine));
    QVERIFY(shelf.install(QStringLiteral("gps-nmea"), mine));
    QCOMPARE(shelf.ids().size(), shippedProfiles().size() + 1);
    QCOMPARE(shelf.find(QStringLiteral("my-own"))->name, QStringLiteral("Mine"));
    QCOMPARE(shelf.find(QStringLiteral("gps-nmea"))->name, QStringLiteral("Mine"));
    QCOMPARE(*shelf.text(QStringLiteral("gps-nmea")), mine);
    QVERIFY(shelf.remove(QStringLiteral("gps-nmea")));
    QCOMPARE(*shelf.find(QStringLiteral("gps-nmea")), *shippedProfile(QStringLiteral("gps-nmea")));
    const auto again = shelf.remove(QStringLiteral("gps-nmea"));
    QVERIFY(!again && again.error().text.contains(QStringLiteral("gps-nmea")));
    QFile stranger(shelf.folder() + QStringLiteral("/Not An Id.json"));
    QVERIFY(stranger.open(QIODevice::WriteOnly));
    QVERIFY(!shelf.ids().contains(QStringLiteral("Not An Id")));

    // Those of Bluetooth devices stand beside them.
    const QByteArray lamp = R"({"bleProfile": 1, "name": "Lamp", "match": {"names": ["Lamp*"]}})";
    const QByteArray line = R"({"profile": 1, "name": "Line"})";
    QVERIFY(shelf.install(QStringLiteral("lamp"), lamp));
    QVERIFY(shelf.bleIds().contains(QStringLiteral("lamp")) && shelf.bleIds().contains(QStringLiteral("bulb-triones")) && !shelf.ids().contains(QStringLiteral("lamp")));
    QCOMPARE(shelf.bleProfiles().front().name, QStringLiteral("Lamp"));
    QVERIFY(shelf.isInstalled(QStringLiteral("lamp")) && shelf.isBle(QStringLiteral("lamp")));
    QVERIFY(!shelf.find(QStringLiteral("lamp")));
    QCOMPARE(*shelf.text(QStringLiteral("lamp")), lamp);
    QVERIFY(!shelf.install(QStringLiteral("lamp"), line)); // an id names one of either kind
    QVERIFY(!shelf.install(QStringLiteral("gps-nmea"), lamp));
    QVERIFY(shelf.remove(QStringLiteral("lamp")));
    QVERIFY(!shelf.isBle(QStringLiteral("lamp")));
}

void TestProfile::whatCannotBeInstalledIsNamed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const QByteArray good = R"({"profile": 1, "name": "x"})";
    QTest::newRow("no JSON") << QStringLiteral("a") << QByteArray("{\n  \"profile\" 1}") << QStringLiteral("Line 2, column");
    QTest::newRow("no profile") << QStringLiteral("a") << QByteArray("{\n \"nme\": 1}") << QStringLiteral("Line ");
    QTest::newRow("path") << QStringLiteral("../../etc/x") << good << QStringLiteral("../../etc/x");
    QTest::newRow("hidden") << QStringLiteral(".x") << good << QStringLiteral(".x");
    QTest::newRow("nothing") << QString() << good << QStringLiteral("id of a profile");
}

void TestProfile::whatCannotBeInstalledIsNamed()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    const auto done = ProfileShelf(folder.path()).install(id, json);
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(said), qPrintable(done.error().text));
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(!ProfileShelf().install(QStringLiteral("a"), R"({"profile": 1, "name": "x"})")); // nowhere to put it
}

void TestProfile::idsComeFromNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("file") << QStringLiteral("GPS receiver (v2).json") << QStringLiteral("gps-receiver-v2");
    QTest::newRow("nothing left") << QStringLiteral("电表") << QStringLiteral("profile");
    QTest::newRow("dots") << QStringLiteral("...a..") << QStringLiteral("a");
    QTest::newRow("long") << QString(500, u'a') << QString(64, u'a');
}

void TestProfile::idsComeFromNames()
{
    QFETCH(QString, name);
    QTEST(ProfileShelf::idFor(name), "id");
    QVERIFY(ProfileShelf::isId(ProfileShelf::idFor(name)));
}

void TestProfile::bytesAreTriedOut()
{
    const Profile profile = profileOf(R"({"profile": 1, "name": "x", "decoder": "keyvalue", "fields": [{"key": "t", "unit": "°C"}, {"key": "s", "text": true}, {"key": "u"}]})");
    const Tried tried = tryOut(profile, "\nt=1\nt=2 s=open\nnoise\n");
    QCOMPARE(tried.columns.size(), 3);
    QCOMPARE(tried.columns[0].metric.unit, QStringLiteral("°C"));
    QCOMPARE(tried.columns[0].count, 2U);
    QCOMPARE(tried.columns[0].last, 2.0);
    QCOMPARE(tried.columns[1].text, QStringLiteral("open"));
    QCOMPARE(tried.columns[2].count, 0U);
    QCOMPARE(tried.counters.frames, 3U);
    QVERIFY(tryOut(Profile(), {}).columns.isEmpty());
}

void TestProfile::brokenPromisesAreNamed()
{
    Profile profile = profileOf(R"({"profile": 1, "name": "x", "decoder": "keyvalue", "fields": [{"key": "t"}, {"key": "on", "boolean": true}],
        "examples": [{"bytes": "\nt=1.5 on=1\n", "readings": {"t": 1.5, "on": true}}]})");
    QCOMPARE(failedExamples(profile), QStringList());
    profile.examples[0].readings = {{QStringLiteral("t"), 2.0}};
    QCOMPARE(failedExamples(profile), QStringList {QStringLiteral("Example 1: t is 1.5 and should be 2.")});
    profile.examples[0].readings = {{QStringLiteral("u"), 2.0}};
    QCOMPARE(failedExamples(profile), QStringList {QStringLiteral("Example 1: u has no value and should be 2.")});
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
