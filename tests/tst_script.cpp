// Scripts of device profiles: what they may say and be told, and that nothing they do is felt outside their process.

#include "backends/serial/serialbackend.h"
#include "codec/profilefiles.h"
#include "codec/profilejson.h"
#include "script/scriptrunner.h"
#include "script/scripttrial.h"
#include "script/worker/scriptengine.h"
#include "tests/support/ingestrecord.h"
#include "tests/support/ptypair.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace muster;
using script::ScriptRunner;
using test::PtyPair;

namespace {

constexpr ConnectionId road {7};
const QString good = QStringLiteral("function decode(bytes, text) { return { n: bytes.length, said: text } }\nfunction encode(command, value) { return command + ' ' + value }");

/// Waiting for what a busy machine may take long for; nothing here is as slow by itself.
constexpr int patience = 60'000;

codec::Profile profileWith(const QString &script)
{
    codec::Profile profile;
    profile.name = QStringLiteral("Odd thing");
    profile.decoder = codec::Profile::Decoder::Script;
    profile.script = script.split(QLatin1Char('\n'));
    return profile;
}

/// A script that runs, and everything that came of it.
struct Run
{
    explicit Run(const QString &script, const ScriptRunner::Limits &limits = {}, script::Budget *shared = nullptr)
        : runner(profileWith(script), shared ? *shared : budget)
    {
        runner.setLimits(limits);
        QObject::connect(&runner, &ScriptRunner::decoded, &runner, [this](const QList<script::Decoded> &readings) {
            for (const script::Decoded &each : readings)
                said.append(each.json);
        });
        QObject::connect(&runner, &ScriptRunner::encoded, &runner, [this](CommandId id, const QString &command, const Result<QByteArray> &bytes) {
            made.append(QStringLiteral("%1 %2: ").arg(id.n).arg(command) + (bytes ? QString::fromUtf8(*bytes) : bytes.error().text));
        });
        QObject::connect(&runner, &ScriptRunner::noted, &runner, [this](Severity, const QString &text) { notes.append(text); });
        runner.start();
    }
    script::Budget budget;
    ScriptRunner runner;
    QByteArrayList said {};
    QStringList made {};
    QStringList notes {};
};

/// For those that must be stopped: soon, twice, and then no more.
constexpr ScriptRunner::Limits impatient {.callMs = 300, .startMs = patience, .firstPauseMs = 1, .stops = 2};
/// For those that must not be stopped, however busy the machine is.
constexpr ScriptRunner::Limits patient {.callMs = patience, .startMs = patience, .firstPauseMs = 1, .stops = 2};

} // namespace

class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesBecomeReadings_data();
    void framesBecomeReadings();
    void commandsBecomeBytes_data();
    void commandsBecomeBytes();
    void scriptsReachNothingOutside();
    void profilesAreChecked_data();
    void profilesAreChecked();
    void profilesAreWrittenAsTheyWereRead();
    void readingsComeInOrder();
    void commandsComeBeforeFrames();
    void badScriptIsStopped_data();
    void badScriptIsStopped();
    void memoryIsBounded_data();
    void memoryIsBounded();
    void failuresAreNamedWithTheirLine_data();
    void failuresAreNamedWithTheirLine();
    void scriptThatCannotRunIsOff_data();
    void scriptThatCannotRunIsOff();
    void killedProcessIsStartedAgain();
    void framesBeyondTheBoundAreCounted();
    void commandsOfAStoppedScriptEnd();
    void processesAreBounded();
    void strangeProgramsAreSurvived_data();
    void strangeProgramsAreSurvived();
    void shippedExamplesHold();
    void trialEndsWithABadScript();
    void deviceOverAPtyIsReadAndCommanded();
    void deviceWithABadScriptDisturbsNobody();
};

void TestScript::framesBecomeReadings_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("readings"); ///< as name=value+unit; or what is wrong
    const auto row = [](const char *name, const char *script, const QByteArray &frame, const char *readings) {
        QTest::newRow(name) << QString::fromUtf8(script) << frame << QString::fromUtf8(readings);
    };
    row("bytes", "function decode(b) { return { a: b[0] << 8 | b[1], last: b[b.length - 1] } }", QByteArray("\x01\x02\xff", 3), "a=258 last=255");
    row("text", "function decode(b, t) { return { t: Number(t.split('=')[1]) } }", "T=21.5", "t=21.5");
    row("unit", "function decode(b) { return { t: { value: b[0], unit: '°C' } } }", QByteArray("\x15", 1), "t=21°C");
    row("truth and words", "function decode(b) { return { on: b[0] > 1, mode: 'eco' } }", QByteArray("\x05", 1), "on=1 mode=eco");
    row("keeps what it learnt", "let n = 0\nfunction decode() { n += 1; return { n: n } }", "x", "n=1");
    row("constant function", "const decode = b => ({ n: b.length })", "xyz", "n=3");
    row("floats", "function decode(b) { return { f: new DataView(b.buffer).getFloat32(0, true) } }", QByteArray("\x00\x00\xa4\x41", 4), "f=20.5");
    row("nothing", "function decode() {}", "x", "ignored 1");
    row("null", "function decode() { return null }", "x", "ignored 1");
    row("empty", "function decode() { return {} }", "x", "ignored 1");
    row("not finite", "function decode() { return { a: NaN, b: 1 } }", "x", "b=1");
    row("only lists", "function decode() { return { a: [1, 2] } }", "x", "malformed 1");
    row("no object", "function decode() { return 5 }", "x", "line 0: TypeError: decode() gave no object of values");
    row("replaces JSON", "JSON.stringify = null; Uint8Array = null\nfunction decode(b) { return { n: b.length } }", "x", "n=1");
    row("throws a text", "function decode() { throw 'no' }", "x", "line 0: no");
    row("throws what cannot be said", "function decode() { throw { toString: null } }", "x", "TypeError");
    row("throws in toJSON", "function decode() { return { toJSON() { throw new Error('odd') } } }", "x", "odd");
    row("endless recursion", "function decode() { return decode() + 1 }", "x", "RangeError: Maximum call stack size exceeded");
    row("circle", "function decode() { const a = {}; a.a = a; return a }", "x", "TypeError");
    row("too much", "function decode() { return { a: 'x'.repeat(70000) } }", "x", "decode() gave more than 64 KiB");
}

void TestScript::framesBecomeReadings()
{
    QFETCH(QString, script);
    QFETCH(QByteArray, frame);
    QFETCH(QString, readings);
    script::ScriptEngine engine;
    const auto loaded = engine.load(script.toUtf8());
    QVERIFY2(loaded, loaded ? "" : loaded.error().text.constData());
    const auto made = engine.decode(frame);
    if (!made) {
        const QString fault = QStringLiteral("line %1: %2").arg(made.error().line).arg(QString::fromUtf8(made.error().text));
        QVERIFY2(fault.contains(readings), qPrintable(fault));
        return;
    }
    codec::Profile profile;
    profile.decoder = codec::Profile::Decoder::Script;
    codec::Trial trial(profile);
    trial.take(*made);
    const codec::Tried tried = trial.tried();
    QStringList said;
    for (const codec::TriedColumn &column : tried.columns)
        said.append(column.metric.key + QLatin1Char('=') + (column.metric.type == MetricType::Text ? column.text : QString::number(column.last)) + column.metric.unit);
    if (tried.counters.ignored + tried.counters.malformed > 0)
        said.append(tried.counters.ignored > 0 ? QStringLiteral("ignored 1") : QStringLiteral("malformed 1"));
    QCOMPARE(said.join(QLatin1Char(' ')), readings);
}

void TestScript::commandsBecomeBytes_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QByteArray>("hex"); ///< or what is wrong
    QTest::newRow("text") << QStringLiteral("function encode(c, v) { return c + '=' + v + '°' }") << QByteArray("73703d33c2b0");
    QTest::newRow("list") << QStringLiteral("function encode(c, v) { return [0xAA, v, 0, 255] }") << QByteArray("aa0300ff");
    QTest::newRow("array of bytes") << QStringLiteral("function encode(c, v) { return Uint8Array.of(1, v) }") << QByteArray("0103");
    QTest::newRow("buffer") << QStringLiteral("function encode(c, v) { return Uint8Array.of(1, v).buffer }") << QByteArray("0103");
    QTest::newRow("nothing to write") << QStringLiteral("function encode() { return [] }") << QByteArray("");
    QTest::newRow("no byte") << QStringLiteral("function encode() { return [1, 256] }") << QByteArray("!no byte from 0 to 255");
    QTest::newRow("fraction") << QStringLiteral("function encode() { return [1.5] }") << QByteArray("!no byte from 0 to 255");
    QTest::newRow("number") << QStringLiteral("function encode() { return 5 }") << QByteArray("!neither a text nor a list of bytes");
    QTest::newRow("nothing") << QStringLiteral("function encode() { }") << QByteArray("!neither a text nor a list of bytes");
    QTest::newRow("refused by itself") << QStringLiteral("function encode() {\n\nthrow new Error('only at night') }") << QByteArray("!line 3: Error: only at night");
    QTest::newRow("too much") << QStringLiteral("function encode() { return 'x'.repeat(70000) }") << QByteArray("!more than 64 KiB");
}

void TestScript::commandsBecomeBytes()
{
    QFETCH(QString, script);
    QFETCH(QByteArray, hex);
    script::ScriptEngine engine;
    QVERIFY(engine.load(script.toUtf8()));
    const auto made = engine.encode(R"({"command":"sp","value":3})");
    if (made)
        QCOMPARE(made->toHex(), hex);
    else
        QVERIFY2(("line " + QByteArray::number(made.error().line) + ": " + made.error().text).contains(hex.mid(1)), made.error().text.constData());
}

void TestScript::scriptsReachNothingOutside()
{
    script::ScriptEngine engine;
    QVERIFY(engine.load("function decode() { const all = {}\nfor (const n of ['Qt', 'console', 'print', 'require', 'XMLHttpRequest', 'setTimeout', 'gc', 'qsTr', 'fetch', 'load'])\n"
                        "all[n] = eval('typeof ' + n)\nreturn all }"));
    const auto made = engine.decode("x");
    QVERIFY(made);
    const QJsonObject all = QJsonDocument::fromJson(*made).object();
    for (auto it = all.constBegin(); it != all.constEnd(); ++it)
        QVERIFY2(it->toString() == QLatin1String("undefined"), qPrintable(it.key()));
}

void TestScript::profilesAreChecked_data()
{
    QTest::addColumn<QByteArray>("json"); ///< behind the name
    QTest::addColumn<QString>("fault");   ///< empty: none
    QTest::newRow("list") << QByteArray(R"("decoder": "script", "script": ["function decode(b) {", "}"])") << QString();
    QTest::newRow("text") << QByteArray(R"("decoder": "script", "script": "function decode(b) {\n}")") << QString();
    QTest::newRow("commands alone") << QByteArray(R"("script": "x", "commands": [{"key": "a"}])") << QString();
    QTest::newRow("none") << QByteArray("\n \"decoder\": \"script\"") << QStringLiteral("Line 2, column 2: “decoder” is “script”, but there is no script");
    QTest::newRow("empty") << QByteArray(R"("decoder": "script", "script": ["", " "])") << QStringLiteral("there is no script");
    QTest::newRow("none for a command") << QByteArray("\n \"commands\": [\n  {\"key\": \"a\"}]") << QStringLiteral("Line 3, column 3: “commands.0” lacks “send”, and there is no script");
    QTest::newRow("unused") << QByteArray(R"("script": "x")") << QStringLiteral("“script” is used by nothing");
    QTest::newRow("number") << QByteArray(R"("script": 5)") << QStringLiteral("“script” must be a text");
    QTest::newRow("mixed") << QByteArray(R"("script": ["x", 5])") << QStringLiteral("“script” must hold texts alone");
    QTest::newRow("long") << QByteArray(R"("decoder": "script", "script": ")" + QByteArray(70'000, 'x') + '"') << QStringLiteral("“script” is longer than 64 KiB");
    QTest::newRow("misspelt") << QByteArray(R"("scirpt": "x")") << QStringLiteral("Did you mean “script”");
}

void TestScript::profilesAreChecked()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    const auto profile = codec::readProfile(R"({"profile": 1, "name": "x", )" + json + '}');
    if (fault.isEmpty())
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().text));
    else
        QVERIFY2(!profile && profile.error().text.contains(fault), qPrintable(profile ? QStringLiteral("it was let through") : profile.error().text));
}

void TestScript::profilesAreWrittenAsTheyWereRead()
{
    const auto profile = codec::shippedProfile(QStringLiteral("scripted-dust-sensor"));
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().text));
    QVERIFY(profile->commands.at(0).scripted);
    const auto again = codec::readProfile(codec::writeProfile(*profile));
    QVERIFY2(again, again ? "" : qPrintable(again.error().text));
    QCOMPARE(*again, *profile);
}

void TestScript::readingsComeInOrder()
{
    Run run(good, patient);
    QByteArrayList wanted;
    for (int i = 0; i < 5'000; ++i) {
        const QByteArray frame = QByteArray::number(i);
        run.runner.decode(frame, i);
        wanted.append(R"({"n":)" + QByteArray::number(frame.size()) + R"(,"said":")" + frame + "\"}");
    }
    QTRY_COMPARE_WITH_TIMEOUT(run.said.size(), wanted.size(), patience);
    QCOMPARE(run.said, wanted);
    QVERIFY(run.runner.isDone());
    QCOMPARE(run.runner.losses(), codec::ScriptLosses());
    QVERIFY(run.notes.isEmpty());
}

void TestScript::commandsComeBeforeFrames()
{
    Run run(good, patient);
    for (int i = 0; i < 5'000; ++i)
        run.runner.decode("x", i);
    run.runner.encode({1}, QStringLiteral("a"), R"({"command":"a","value":1})");
    run.runner.encode({2}, QStringLiteral("b"), R"({"command":"b","value":2})");
    run.runner.encode({3}, QStringLiteral("c"), R"({"command":"c","value":3})");
    run.runner.abandon({2});
    QTRY_COMPARE_WITH_TIMEOUT(run.made, (QStringList {QStringLiteral("1 a: a 1"), QStringLiteral("3 c: c 3")}), patience);
    QVERIFY(run.said.size() < 5'000);
}

void TestScript::badScriptIsStopped_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("loop") << QStringLiteral("function decode() { for (;;); }");
    QTest::newRow("loop that catches") << QStringLiteral("function decode() { for (;;) try { throw 1 } catch (e) {} }");
    QTest::newRow("loop at the start") << QStringLiteral("for (;;);");
    QTest::newRow("expression that backtracks") << QStringLiteral("function decode() { return { a: /a*a*a*b/.test('a'.repeat(1000000)) } }");
    QTest::newRow("sorting") << QStringLiteral("const a = new Array(3000000).fill(0).map((x, i) => i * 7919 % 3000000)\nfunction decode() { for (;;) a.slice().sort((x, y) => x - y) }");
}

void TestScript::badScriptIsStopped()
{
    QFETCH(QString, script);
    Run run(script, impatient);
    for (int i = 0; i < 3; ++i)
        run.runner.decode("x", i);
    // Each time the process is there again, it is asked again.
    QTRY_VERIFY_WITH_TIMEOUT((run.runner.decode("x", 1), !run.runner.problem().isEmpty()), patience);
    QCOMPARE(run.runner.processId(), 0);
    QVERIFY2(run.runner.problem().contains(QStringLiteral("Odd thing")) && run.runner.problem().contains(QStringLiteral("was stopped 2 times")), qPrintable(run.runner.problem()));
    QVERIFY2(run.runner.problem().contains(QStringLiteral("300 ms")) || run.runner.problem().contains(QStringLiteral("memory")), qPrintable(run.runner.problem()));
    QCOMPARE(run.notes.size(), 2); // stopped, and then off
    const quint64 unread = run.runner.losses().unread;
    run.runner.decode("x", 9);
    QCOMPARE(run.runner.losses().unread, unread + 1);
    if (!script.startsWith(QLatin1String("for")) && !script.startsWith(QLatin1String("const")))
        QVERIFY(run.runner.losses().stopped > 0);
    QVERIFY(run.said.isEmpty());
}

void TestScript::memoryIsBounded_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("lists") << QStringLiteral("function decode() { const a = []; for (;;) a.push(new Array(10000).fill(1)) }");
    QTest::newRow("texts") << QStringLiteral("function decode() { let a = 'x'; for (;;) a = (a + a).toUpperCase() }");
    QTest::newRow("buffers") << QStringLiteral("function decode() { const a = []; for (;;) a.push(new Uint8Array(10000000).fill(1)) }");
    QTest::newRow("closures") << QStringLiteral("function decode() { let f = () => 0; for (;;) { const g = f; f = () => g } }");
}

// Not the clock ends these, but that there is no more memory: by an exception where the engine notices, else by the end of the process.
void TestScript::memoryIsBounded()
{
    QFETCH(QString, script);
    Run run(script, patient);
    run.runner.decode("x", 1);
    QTRY_VERIFY_WITH_TIMEOUT(run.runner.losses().failed + run.runner.losses().stopped > 0, patience);
    QCOMPARE(run.notes.size(), 1);
    QVERIFY2(run.notes.first().contains(QStringLiteral("memory")) || run.notes.first().contains(QStringLiteral("Error")), qPrintable(run.notes.first()));
}

void TestScript::failuresAreNamedWithTheirLine_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("note");
    QTest::newRow("unknown name") << QStringLiteral("function decode(b) {\n    const t = b[0]\n    return { t: tt }\n}") << QStringLiteral("Line 3: ReferenceError: tt is not defined.");
    QTest::newRow("of nothing") << QStringLiteral("function decode(b, t) {\n return { t: t.match(/=(.*)/)[1] }\n}") << QStringLiteral("Line 2: TypeError:");
    QTest::newRow("long and many lines") << QStringLiteral("function decode(b) { throw new Error('a\\nb'.repeat(5000)) }") << QStringLiteral("Line 1: Error: a ba ba");
}

void TestScript::failuresAreNamedWithTheirLine()
{
    QFETCH(QString, script);
    QFETCH(QString, note);
    Run run(script, patient);
    for (int i = 0; i < 10; ++i)
        run.runner.decode("x", i);
    QTRY_COMPARE_WITH_TIMEOUT(run.runner.losses().failed, 10U, patience);
    QCOMPARE(run.notes.size(), 1); // told once, counted ten times
    QVERIFY2(run.notes.first().contains(note) && run.notes.first().contains(QStringLiteral("“Odd thing”")), qPrintable(run.notes.first()));
    QVERIFY(run.notes.first().size() < 400 && !run.notes.first().contains(QLatin1Char('\n')));
}

void TestScript::scriptThatCannotRunIsOff_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no JavaScript") << QStringLiteral("function decode(b) {\n  return {{ }\n}") << QStringLiteral("Line 2: SyntaxError");
    QTest::newRow("throws at once") << QStringLiteral("\n\nnothing.at.all") << QStringLiteral("Line 3: ReferenceError");
    QTest::newRow("throws a text at once") << QStringLiteral("\nthrow 'no'") << QStringLiteral("no");
    QTest::newRow("no decode") << QStringLiteral("function decoed(b) {}") << QStringLiteral("has no function decode(bytes)");
    QTest::newRow("decode is none") << QStringLiteral("const decode = 5") << QStringLiteral("has no function decode(bytes)");
}

void TestScript::scriptThatCannotRunIsOff()
{
    QFETCH(QString, script);
    QFETCH(QString, problem);
    Run run(script, patient);
    run.runner.decode("x", 1);
    QTRY_VERIFY_WITH_TIMEOUT(!run.runner.problem().isEmpty(), patience);
    QVERIFY2(run.runner.problem().contains(problem) && run.runner.problem().contains(QStringLiteral("“Odd thing”")), qPrintable(run.runner.problem()));
    QCOMPARE(run.runner.losses().unread, 1U);
    QTRY_COMPARE_WITH_TIMEOUT(run.budget.running, 0, patience);
}

void TestScript::killedProcessIsStartedAgain()
{
    Run run(good, {.callMs = patience, .startMs = patience, .firstPauseMs = 1, .stops = 100});
    for (int round = 0; round < 5; ++round) {
        run.said.clear();
        QTRY_VERIFY_WITH_TIMEOUT((run.runner.decode("abc", 1), !run.said.isEmpty()), patience);
        QCOMPARE(run.said.first(), QByteArray(R"({"n":3,"said":"abc"})"));
        QVERIFY(run.runner.processId() > 0);
        ::kill(pid_t(run.runner.processId()), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(run.notes.size() == 1, patience);
    }
    QVERIFY2(run.notes.first().contains(QStringLiteral("crashed")), qPrintable(run.notes.first()));
}

void TestScript::framesBeyondTheBoundAreCounted()
{
    ScriptRunner::Limits limits = patient;
    limits.frames = 10;
    Run run(good, limits);
    for (int i = 0; i < 100; ++i)
        run.runner.decode("x", i);
    QTRY_COMPARE_WITH_TIMEOUT(run.said.size(), 10, patience);
    QCOMPARE(run.runner.losses().unread, 90U);
    limits = patient;
    limits.bytes = 1'000;
    Run other(good, limits);
    for (int i = 0; i < 100; ++i)
        other.runner.decode(QByteArray(100, 'x'), i);
    QTRY_COMPARE_WITH_TIMEOUT(other.said.size(), 10, patience);
    QCOMPARE(other.runner.losses().unread, 90U);
}

void TestScript::commandsOfAStoppedScriptEnd()
{
    Run run(QStringLiteral("function decode() {}\nfunction encode() { for (;;); }"), impatient);
    run.runner.encode({1}, QStringLiteral("a"), "{}");
    run.runner.encode({2}, QStringLiteral("b"), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(run.made.size(), 2, patience);
    QVERIFY2(run.made.first().contains(QStringLiteral("longer than 300 ms")) && run.made.first().contains(QStringLiteral("was not sent")), qPrintable(run.made.first()));
    run.runner.stop();
    run.runner.encode({3}, QStringLiteral("c"), "{}");
    QCOMPARE(run.made.size(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(run.budget.running, 0, patience);
}

void TestScript::processesAreBounded()
{
    script::Budget budget;
    budget.running = script::Budget::most - 1;
    Run one(good, patient, &budget);
    Run two(good, patient, &budget);
    QVERIFY2(two.runner.problem().contains(QStringLiteral("16")), qPrintable(two.runner.problem()));
    two.runner.decode("x", 1);
    QCOMPARE(two.runner.losses().unread, 1U);
    one.runner.stop();
    QTRY_COMPARE_WITH_TIMEOUT(budget.running, script::Budget::most - 1, patience);
    two.runner.start();
    QVERIFY(two.runner.problem().isEmpty());
    two.runner.decode("x", 1);
    QTRY_COMPARE_WITH_TIMEOUT(two.said.size(), 1, patience);
}

void TestScript::strangeProgramsAreSurvived_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("problem");
    QTest::newRow("talks nonsense") << QStringLiteral("/usr/bin/yes") << QStringLiteral("said what it should not");
    QTest::newRow("ends") << QStringLiteral("/bin/true") << QStringLiteral("ended");
    QTest::newRow("is not there") << QStringLiteral("/nonexistent/muster-script") << QStringLiteral("Install Muster anew");
    QTest::newRow("says nothing") << QStringLiteral("/bin/cat") << QStringLiteral("did not start");
}

void TestScript::strangeProgramsAreSurvived()
{
    QFETCH(QString, program);
    QFETCH(QString, problem);
    script::Budget budget;
    ScriptRunner runner(profileWith(good), budget);
    runner.setProgram(program);
    runner.setLimits({.callMs = 300, .startMs = program.endsWith(QLatin1String("cat")) ? 50 : patience, .firstPauseMs = 1, .stops = 2});
    runner.start();
    runner.decode("x", 1);
    QTRY_VERIFY_WITH_TIMEOUT(!runner.problem().isEmpty(), patience);
    QVERIFY2(runner.problem().contains(problem), qPrintable(runner.problem()));
    QTRY_COMPARE_WITH_TIMEOUT(budget.running, 0, patience);
}

void TestScript::shippedExamplesHold()
{
    const QStringList ids = codec::shippedProfiles();
    int scripted = 0;
    for (const QString &id : ids) {
        const auto profile = codec::shippedProfile(id);
        QVERIFY(profile);
        if (profile->script.isEmpty())
            continue;
        ++scripted;
        script::ScriptTrial trial;
        QSignalSpy ends(&trial, &script::ScriptTrial::finished);
        QByteArrayList pieces;
        for (const codec::Example &example : profile->examples)
            pieces.append(codec::bytesOf(example));
        trial.start(*profile, pieces);
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, patience);
        QCOMPARE(ends.first().at(1).toString(), QString());
        const auto tried = ends.first().at(0).value<QList<codec::Tried>>();
        QCOMPARE(tried.size(), profile->examples.size());
        for (qsizetype i = 0; i < tried.size(); ++i)
            QCOMPARE(codec::faultsOf(*profile, i, tried[i]), QStringList());
    }
    QVERIFY(scripted > 0);
}

void TestScript::trialEndsWithABadScript()
{
    script::ScriptTrial trial;
    QSignalSpy ends(&trial, &script::ScriptTrial::finished);
    trial.start(profileWith(QStringLiteral("function decode() {\nreturn tt\n}")), {"\na\nb\n"});
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, patience);
    QVERIFY2(ends.first().at(1).toString().contains(QStringLiteral("Line 2")), qPrintable(ends.first().at(1).toString()));
    QCOMPARE(ends.first().at(0).value<QList<codec::Tried>>().first().counters.malformed, 2U);
    trial.start(profileWith(QStringLiteral("function decode() { for (;;); }")), {"\na\nb\n"});
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 2, patience);
    QVERIFY2(ends.last().at(1).toString().contains(QStringLiteral("longer than 1000 ms")), qPrintable(ends.last().at(1).toString()));
}

// --- end to end

namespace {

/// One connection over a pseudo terminal, as the serial plug-in makes it.
struct Bench
{
    explicit Bench(const PtyPair &pty, const QString &profile)
        : record(ingest)
        , backend({road, QStringLiteral("bench"), QUrl(QStringLiteral("serial://%1?profile=%2").arg(pty.path(), profile)), true}, ingest, claims, [] { return QList<serial::Port>(); },
              codec::ProfileShelf(), &scripts)
        , address(QStringLiteral("serial:") + pty.path())
    {
        QObject::connect(&backend, &Backend::noted, &backend, [this](Severity, const QString &text) { notes.append(text); });
        QObject::connect(&backend, &Backend::commandFinished, &backend,
            [this](CommandId, const Result<void> &result, bool) { outcomes.append(result ? QStringLiteral("ok") : result.error().text); });
        backend.start();
    }
    void order(quint32 id, const QString &key, const Value &value)
    {
        Command command;
        command.id = {id};
        command.device = record.device(address).id;
        command.key = key;
        command.argument = value;
        command.connection = road;
        backend.send(command);
    }
    Ingest ingest;
    test::IngestRecord record;
    serial::PortClaims claims;
    script::Budget scripts;
    SerialBackend backend;
    QString address;
    QStringList notes {};
    QStringList outcomes {};
};

} // namespace

void TestScript::deviceOverAPtyIsReadAndCommanded()
{
    PtyPair pty;
    Bench bench(pty, QStringLiteral("scripted-dust-sensor"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.record.device(bench.address).commands.size(), 3, patience);
    const QByteArray frame = QByteArray::fromHex("aac0d4043a0aa1601dab");
    pty.say(frame.first(4)); // half a frame, then the rest
    QTest::qWait(1);
    pty.say(frame.sliced(4) + QByteArray::fromHex("aac0d4043a0aa1601eab") + frame);
    QTRY_COMPARE_WITH_TIMEOUT(bench.record.numbers(bench.address, QStringLiteral("pm25")), (QList<double> {123.6, 123.6}), patience);
    QCOMPARE(bench.record.numbers(bench.address, QStringLiteral("pm10")), (QList<double> {261.8, 261.8}));
    QTRY_COMPARE_WITH_TIMEOUT(at(bench.ingest.counters(road), Count::Malformed), 1U, patience); // the wrong checksum
    QCOMPARE(bench.notes.size(), 1);
    QVERIFY2(bench.notes.first().contains(QStringLiteral("Line 7: Error: wrong checksum")), qPrintable(bench.notes.first()));

    bench.order(1, QStringLiteral("work"), false);
    bench.order(2, QStringLiteral("period"), 5.0);
    bench.order(3, QStringLiteral("period"), 99.0);
    QTRY_COMPARE_WITH_TIMEOUT(bench.outcomes.size(), 3, patience);
    QVERIFY2(bench.outcomes.first().contains(QStringLiteral("from 0 to 30")), qPrintable(bench.outcomes.first())); // refused at once
    QCOMPARE(bench.outcomes.mid(1), (QStringList {QStringLiteral("ok"), QStringLiteral("ok")}));
    QByteArray heard;
    QTRY_VERIFY_WITH_TIMEOUT((heard += pty.heard()).size() >= 38, patience);
    QCOMPARE(heard.toHex(), QByteArray("aab406010000000000000000000000ffff05ab" "aab408010500000000000000000000ffff0cab"));
}

void TestScript::deviceWithABadScriptDisturbsNobody()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("loop.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"profile": 1, "name": "Looping", "decoder": "script", "script": "function decode() { for (;;); }"})");
    file.close();
    PtyPair badPty;
    PtyPair goodPty;
    Bench bad(badPty, file.fileName());
    Bench fine(goodPty, QStringLiteral("auto"));
    int line = 0;
    // The other device is read all the while.
    QTRY_VERIFY_WITH_TIMEOUT((badPty.say("t=1\n"), goodPty.say("t=" + QByteArray::number(++line) + "\n"), !bad.notes.isEmpty()), patience);
    QVERIFY2(bad.notes.first().contains(QStringLiteral("“Looping” was stopped: one call took longer than 1000 ms")), qPrintable(bad.notes.first()));
    QTRY_VERIFY_WITH_TIMEOUT(fine.record.values(fine.address, QStringLiteral("t")).size() >= line - 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(at(bad.ingest.counters(road), Count::Malformed) > 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT((badPty.say("t=1\n"), at(bad.ingest.counters(road), Count::Dropped) > 0), patience);
    bad.backend.stop();
    fine.backend.stop();
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
