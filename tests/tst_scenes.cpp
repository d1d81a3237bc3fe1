// Scenes: what is captured of devices, how it is written down, and what becomes of it when a scene is applied.

#include "core/fleet.h"
#include "query/fleetcolumns.h"
#include "rules/automations.h"
#include "rules/scenes.h"
#include "tests/support/madeupfleet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace muster;
using namespace muster::support;

namespace {

CommandInfo command(const QString &key, ArgumentType argument, const QString &metric)
{
    CommandInfo info;
    info.key = key;
    info.argument = argument;
    info.metric = metric;
    return info;
}

/// A lamp: switch (made up already), level 0…100, effect of three, caption, and a restart that is dangerous.
Device lamp(quint32 n)
{
    Device device = madeUpDevice(n);
    device.metrics.append(numberMetric(device.id, 4, QStringLiteral("level"), QStringLiteral("%")));
    Metric effect;
    effect.id = metricOf(device.id, 5);
    effect.key = QStringLiteral("effect");
    effect.type = MetricType::Enumeration;
    effect.options = {QStringLiteral("none"), QStringLiteral("fire"), QStringLiteral("snow")};
    Metric caption;
    caption.id = metricOf(device.id, 6);
    caption.key = QStringLiteral("caption");
    caption.type = MetricType::Text;
    device.metrics += {effect, caption};
    device.commands.append(command(QStringLiteral("level"), ArgumentType::Number, QStringLiteral("level")));
    device.commands.append(command(QStringLiteral("effect"), ArgumentType::Enumeration, QStringLiteral("effect")));
    device.commands.last().options = {QStringLiteral("none"), QStringLiteral("fire")};
    device.commands.append(command(QStringLiteral("caption"), ArgumentType::Text, QStringLiteral("caption")));
    device.commands.append(command(QStringLiteral("valve"), ArgumentType::Boolean, QStringLiteral("power")));
    device.commands.last().dangerous = true;
    device.commands.append(command(QStringLiteral("blink"), ArgumentType::None, {}));
    return device;
}

QString address(quint32 n)
{
    return QStringLiteral("mqtt:made-up/%1").arg(n);
}

struct Room
{
    explicit Room(quint32 lamps = 3)
    {
        QList<Device> devices;
        QList<DeviceId> ids;
        for (quint32 n = 1; n <= lamps; ++n) {
            devices.append(lamp(n));
            ids.append(DeviceId {n});
        }
        fleet.announce(devices);
        fleet.adopt(ids);
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &dispatcher, [this](const Command &sentOne) {
            sent.append(QStringLiteral("%1 %2 %3").arg(sentOne.device.n).arg(sentOne.key, scenelogic::textOf(sentOne.argument)));
            open.append(sentOne.id);
            if (obeys)
                dispatcher.finish(sentOne.id, {}, true);
        });
        QObject::connect(&scenes, &Scenes::documentsToStore, &scenes, [this](const QHash<QString, QString> &changed) {
            for (auto it = changed.cbegin(); it != changed.cend(); ++it)
                it->isEmpty() ? void(documents.remove(it.key())) : void(documents.insert(it.key(), it.value()));
        });
        QObject::connect(&scenes, &Scenes::ended, &scenes, [this](const SceneRun &run) { runs.append(run); });
    }
    [[nodiscard]] SceneId add(const QString &name, const QList<SceneValue> &values)
    {
        const Result<SceneId> added = scenes.add({{}, name, values});
        return added ? *added : SceneId();
    }
    [[nodiscard]] SceneId evening(quint32 devices)
    {
        QList<SceneValue> values;
        for (quint32 n = 1; n <= devices; ++n)
            values += {{address(n), QStringLiteral("power"), true}, {address(n), QStringLiteral("level"), double(n)}};
        return add(QStringLiteral("Evening"), values);
    }

    Fleet fleet;
    FleetColumns columns {fleet};
    Dispatcher dispatcher {fleet};
    QHash<QString, QString> documents;
    QStringList sent;
    QList<CommandId> open;
    QList<SceneRun> runs;
    bool obeys = true;
    Scenes scenes {fleet, dispatcher};
};

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownAndCanBeSetIsCaptured();
    void whatAPersonWritesBecomesAValue_data();
    void whatAPersonWritesBecomesAValue();
    void whatSwitchesOffIsSentLast();
    void jsonSaysTheSameAgain();
    void wrongJsonIsRefusedWithASentence_data();
    void wrongJsonIsRefusedWithASentence();
    void namesAreUnique();
    void everyValueIsSentOnce();
    void aDeviceGetsOneAfterTheOther();
    void notMoreThanSoManyAreUnderWay();
    void whatFailsIsNamedAndTheRestGoesOn();
    void dangerousCommandsNeedToBeAllowed();
    void whatIsStoppedIsNotSent();
    void scenesAreKept();
    void whatCannotBeReadIsLeftAlone();
    void aDeletedSceneIsPutBack();
    void anAutomationAppliesAScene();
    void anAutomationSaysWhatOfASceneFailed();
    void anAutomationRepeatsWhatFailedOfAScene();
    void anAutomationSaysThatASceneIsGone();
};

void TestScenes::whatIsKnownAndCanBeSetIsCaptured()
{
    Room room(2);
    QCOMPARE(scenelogic::captured(room.fleet, {1}), QList<SceneValue>()); // nothing is known of it yet
    say(room.fleet, metricOf({1}, 3), 1);
    say(room.fleet, metricOf({1}, 4), 40.5);
    say(room.fleet, metricOf({1}, 5), 1);
    room.fleet.observe({{Sample {.time = nowMicros(), .value = 0, .metric = metricOf({1}, 6), .flags = Sample::Text}}, {QStringLiteral("Hello")}});
    const QList<SceneValue> all {{address(1), QStringLiteral("power"), true}, {address(1), QStringLiteral("level"), 40.5},
        {address(1), QStringLiteral("effect"), QStringLiteral("fire")}, {address(1), QStringLiteral("caption"), QStringLiteral("Hello")}};
    QCOMPARE(scenelogic::captured(room.fleet, {1}), all);
    say(room.fleet, metricOf({1}, 4), 101); // the command does not go that far
    say(room.fleet, metricOf({1}, 5), 2);   // nor has it this option
    QCOMPARE(scenelogic::captured(room.fleet, {1}), (QList<SceneValue> {all.at(0), all.at(3)}));
    say(room.fleet, metricOf({1}, 3), qQNaN());
    QCOMPARE(scenelogic::captured(room.fleet, {1}), QList<SceneValue> {all.at(3)});
    QCOMPARE(scenelogic::captured(room.fleet, {99}), QList<SceneValue>());
}

void TestScenes::whatAPersonWritesBecomesAValue_data()
{
    QTest::addColumn<int>("command"); // of lamp(); -1: unknown
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("problem");
    QTest::newRow("on") << 0 << " ON " << "on" << "";
    QTest::newRow("not on") << 0 << "yes" << "" << "This must be on or off.";
    QTest::newRow("number") << 1 << "12.5" << "12.5" << "";
    QTest::newRow("too large") << 1 << "101" << "" << "This must be a number from 0 to 100.";
    QTest::newRow("no number") << 1 << "much" << "" << "This must be a number from 0 to 100.";
    QTest::newRow("infinite") << 1 << "inf" << "" << "This must be a number from 0 to 100.";
    QTest::newRow("option") << 2 << "Fire" << "fire" << "";
    QTest::newRow("no option") << 2 << "snow" << "" << "This must be one of: none, fire.";
    QTest::newRow("text") << 3 << " so it is " << " so it is " << "";
    QTest::newRow("text that looks like a switch") << 3 << "off" << "off" << "";
    QTest::newRow("without a value") << 5 << "1" << "" << "This command takes no value.";
    QTest::newRow("unknown, a switch") << -1 << "off" << "off" << "";
    QTest::newRow("unknown, a number") << -1 << "7" << "7" << "";
    QTest::newRow("unknown, a text") << -1 << "x7" << "x7" << "";
}

void TestScenes::whatAPersonWritesBecomesAValue()
{
    QFETCH(int, command);
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QFETCH(QString, problem);
    const Device device = lamp(1);
    const Result<Value> read = scenelogic::argumentOf(text, command < 0 ? nullptr : &device.commands.at(command));
    QCOMPARE(read ? QString() : read.error().text, problem);
    if (read)
        QCOMPARE(scenelogic::textOf(*read), wanted);
}

void TestScenes::whatSwitchesOffIsSentLast()
{
    const SceneValue off {address(1), QStringLiteral("power"), false};
    const SceneValue level {address(1), QStringLiteral("level"), 4.0};
    const SceneValue on {address(1), QStringLiteral("valve"), true};
    QCOMPARE(scenelogic::inOrder({off, level, on}), (QList<SceneValue> {on, level, off}));
}

void TestScenes::jsonSaysTheSameAgain()
{
    const Scene scene {{7}, QStringLiteral("Movie “night”"), {{address(1), QStringLiteral("power"), false}, {address(1), QStringLiteral("level"), 0.25}, {address(2), QStringLiteral("caption"), QStringLiteral("")}}};
    const Result<Scene> back = scenejson::sceneOf(object(QJsonDocument(scenejson::toJson(scene)).toJson()));
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QCOMPARE(*back, scene);
}

void TestScenes::wrongJsonIsRefusedWithASentence_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *json, const char *sentence) { QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(sentence); };
    row("something else", R"({"automation":1})", "This is no scene: “scene” with its format, 1, is missing.");
    row("newer", R"({"scene":2})", "This scene was written by a newer Muster.");
    row("no list", R"({"scene":1,"name":"x","set":{}})", "A scene has a “name”, which is a text, and a list “set”.");
    row("no name", R"({"scene":1,"name":" ","set":[{"device":"d","command":"c","value":1}]})", "A scene needs a name.");
    row("empty", R"({"scene":1,"name":"x","set":[]})", "A scene needs a device and what it is to be set to.");
    row("no value", R"({"scene":1,"name":"x","set":[{"device":"d","command":"c","value":1},{"device":"d","command":"e"}]})",
        "Entry 2 of “set” needs a “device”, a “command” and a “value” that is true, false, a number or a text.");
    row("a list as a value", R"({"scene":1,"name":"x","set":[{"device":"d","command":"c","value":[1]}]})",
        "Entry 1 of “set” needs a “device”, a “command” and a “value” that is true, false, a number or a text.");
    row("twice", R"({"scene":1,"name":"x","set":[{"device":"d","command":"c","value":1},{"device":"d","command":"c","value":2}]})", "“c” of d stands twice in the scene.");
}

void TestScenes::wrongJsonIsRefusedWithASentence()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, sentence);
    const Result<Scene> read = scenejson::sceneOf(object(json));
    QVERIFY(!read);
    QCOMPARE(read.error().text, sentence);
}

void TestScenes::namesAreUnique()
{
    Room room;
    const SceneId id = room.evening(1);
    QVERIFY(id.isValid());
    const QList<SceneValue> values {{address(1), QStringLiteral("power"), true}};
    QCOMPARE(room.scenes.add({{}, QStringLiteral(" evening "), values}).error().text, QStringLiteral("There is a scene “Evening” already. Choose another name."));
    const SceneId other = room.add(QStringLiteral("Night"), values);
    QVERIFY(!room.scenes.change({other, QStringLiteral("EVENING"), values}));
    QVERIFY(room.scenes.change({id, QStringLiteral("EVENING"), values}));
    QCOMPARE(room.scenes.find(QStringLiteral("evening"))->id, id);
}

void TestScenes::everyValueIsSentOnce()
{
    Room room(3);
    const SceneId id = room.evening(3);
    const Result<quint64> run = room.scenes.apply(id, QStringLiteral("person"), false);
    QVERIFY(run);
    QVERIFY(room.sent.isEmpty()); // nothing happens from within
    QTRY_COMPARE(room.runs.size(), 1);
    QStringList sent = room.sent;
    sent.sort();
    QCOMPARE(sent, (QStringList {QStringLiteral("1 level 1"), QStringLiteral("1 power on"), QStringLiteral("2 level 2"), QStringLiteral("2 power on"), QStringLiteral("3 level 3"), QStringLiteral("3 power on")}));
    QCOMPARE(room.runs.first().good, 6);
    QCOMPARE(room.runs.first().total, 6);
    QCOMPARE(room.runs.first().unconfirmed, 0);
    QVERIFY(room.runs.first().isOver());
    QCOMPARE(room.scenes.last(id)->number, *run);
    QVERIFY(!room.scenes.run(*run));
    const Result<quint64> only = room.scenes.apply(id, QStringLiteral("person"), false, {DeviceId {2}});
    QVERIFY(only);
    QTRY_COMPARE(room.runs.size(), 2);
    QCOMPARE(room.runs.last().total, 2);
}

void TestScenes::aDeviceGetsOneAfterTheOther()
{
    Room room(2);
    room.obeys = false;
    QVERIFY(room.scenes.apply(room.evening(2), QStringLiteral("person"), false));
    QTRY_COMPARE(room.sent, (QStringList {QStringLiteral("1 power on"), QStringLiteral("2 power on")}));
    room.dispatcher.finish(room.open.at(1), {}, false);
    QTRY_COMPARE(room.sent.size(), 3);
    QCOMPARE(room.sent.last(), QStringLiteral("2 level 2"));
    room.dispatcher.finish(room.open.at(0), {}, true);
    QTRY_COMPARE(room.sent.size(), 4);
    room.dispatcher.finish(room.open.at(2), {}, true);
    room.dispatcher.finish(room.open.at(2), {}, true); // says it again: nobody listens
    room.dispatcher.finish(room.open.at(3), {}, true);
    QTRY_COMPARE(room.runs.size(), 1);
    QCOMPARE(room.runs.first().good, 4);
    QCOMPARE(room.runs.first().unconfirmed, 1);
}

void TestScenes::notMoreThanSoManyAreUnderWay()
{
    Room room(Scenes::atOnce + 10);
    room.obeys = false;
    QVERIFY(room.scenes.apply(room.evening(Scenes::atOnce + 10), QStringLiteral("person"), false));
    QTRY_COMPARE(room.sent.size(), Scenes::atOnce);
    QSignalSpy progressed(&room.scenes, &Scenes::progressed);
    room.dispatcher.finish(room.open.first(), {}, true);
    QTRY_COMPARE(room.sent.size(), Scenes::atOnce + 1);
    QVERIFY(progressed.size() >= 1);
    QCOMPARE(progressed.last().first().value<SceneRun>().good, 1);
}

void TestScenes::whatFailsIsNamedAndTheRestGoesOn()
{
    Room room(2);
    room.obeys = false;
    const SceneId id = room.add(QStringLiteral("x"), {{address(9), QStringLiteral("power"), true}, {address(1), QStringLiteral("level"), 400.0}, {address(1), QStringLiteral("gone"), 1.0}, {address(2), QStringLiteral("power"), true}});
    QVERIFY(room.scenes.apply(id, QStringLiteral("person"), false));
    QTRY_COMPARE(room.sent, QStringList {QStringLiteral("2 power on")});
    room.dispatcher.finish(room.open.first(), failure(Error::Code::TimedOut, QStringLiteral("It did not answer.")), false);
    QTRY_COMPARE(room.runs.size(), 1);
    QCOMPARE(room.runs.first().failed(), 4);
    QStringList why;
    for (const SceneRun::Failure &failure : std::as_const(room.runs.first().failures))
        why.append(failure.why);
    QCOMPARE(why, (QStringList {QStringLiteral("There is no device mqtt:made-up/9 in the fleet."), QStringLiteral("“level” takes a number from 0 to 100."),
        QStringLiteral("Device 1 has no command “gone”."), QStringLiteral("It did not answer.")}));
}

void TestScenes::dangerousCommandsNeedToBeAllowed()
{
    Room room(1);
    const SceneId id = room.add(QStringLiteral("x"), {{address(1), QStringLiteral("valve"), true}, {address(1), QStringLiteral("power"), true}});
    QCOMPARE(room.scenes.dangerous(*room.scenes.scene(id)), 1);
    QVERIFY(room.scenes.apply(id, QStringLiteral("person"), false));
    QTRY_COMPARE(room.runs.size(), 1);
    QCOMPARE(room.sent, QStringList {QStringLiteral("1 power on")});
    QCOMPARE(room.runs.first().failures.first().why, QStringLiteral("“valve” is dangerous and was not sent."));
    QVERIFY(room.scenes.apply(id, QStringLiteral("person"), true));
    QTRY_COMPARE(room.runs.size(), 2);
    QCOMPARE(room.sent.size(), 3);
    QCOMPARE(room.runs.last().good, 2);
}

void TestScenes::whatIsStoppedIsNotSent()
{
    Room room(1);
    room.obeys = false;
    const Result<quint64> run = room.scenes.apply(room.evening(1), QStringLiteral("person"), false);
    QTRY_COMPARE(room.sent.size(), 1);
    room.scenes.stop(*run);
    room.dispatcher.finish(room.open.first(), {}, true);
    QTRY_COMPARE(room.runs.size(), 1);
    QCOMPARE(room.sent.size(), 1);
    QCOMPARE(room.runs.first().good, 1);
    QCOMPARE(room.runs.first().left, 1);
}

void TestScenes::scenesAreKept()
{
    Room room;
    const SceneId id = room.evening(2);
    const SceneId other = room.add(QStringLiteral("Night"), {{address(1), QStringLiteral("power"), false}});
    QTRY_COMPARE(room.documents.size(), 2);
    QHash<QString, QString> stored = room.documents;
    stored.insert(QStringLiteral("automation/1"), QStringLiteral("{}"));
    Room again;
    QCOMPARE(again.scenes.restore(stored), 0);
    QCOMPARE(again.scenes.all(), room.scenes.all());
    QCOMPARE(again.scenes.all().first().id, id);
    room.scenes.remove(other);
    QTRY_COMPARE(room.documents.size(), 1);
    QVERIFY(again.add(QStringLiteral("Third"), {{address(1), QStringLiteral("power"), false}}).n > other.n);
}

void TestScenes::whatCannotBeReadIsLeftAlone()
{
    Room room;
    const QHash<QString, QString> stored {{QStringLiteral("scene/4"), QStringLiteral(R"({"scene":9,"id":4})")}, {QStringLiteral("scene/5"), QStringLiteral("rubbish")}};
    QCOMPARE(room.scenes.restore(stored), 2);
    QVERIFY(room.scenes.all().isEmpty());
    QCOMPARE(room.evening(1).n, 6U); // no number of theirs is used again
    QTRY_COMPARE(room.documents.keys(), QStringList {QStringLiteral("scene/6")});
}

void TestScenes::aDeletedSceneIsPutBack()
{
    Room room;
    const Scene scene = *room.scenes.scene(room.evening(2));
    std::ignore = room.add(QStringLiteral("Night"), {{address(1), QStringLiteral("power"), false}});
    room.scenes.remove(scene.id);
    QCOMPARE(room.scenes.all().size(), 1);
    room.scenes.putBack(scene);
    QCOMPARE(room.scenes.all().first(), scene);
    room.scenes.putBack(scene); // it is there
    QCOMPARE(room.scenes.all().size(), 2);
    QTRY_COMPARE(room.documents.size(), 2);
}

namespace {

Result<AutomationId> automation(Automations &automations, const QByteArray &more = {})
{
    const Result<Automation> rule = automationjson::ruleOf(object(R"({"automation":1,"name":"Dusk","when":[{"type":"manual"}],"then":[{"type":"scene","scene":"evening"},{"type":"notice","text":"after"}])" + more + '}'));
    return rule ? automations.add(*rule) : Result<AutomationId>(tl::unexpected(rule.error()));
}

QStringList trace(const Automations &automations, AutomationId id)
{
    QStringList lines;
    const QList<const AutomationRun *> runs = automations.runs(id);
    if (!runs.isEmpty())
        for (const TraceLine &line : runs.first()->trace)
            lines.append(line.text);
    return lines;
}

} // namespace

void TestScenes::anAutomationAppliesAScene()
{
    Room room(2);
    std::ignore = room.evening(2);
    Automations automations(room.fleet, room.columns, room.dispatcher);
    automations.setScenes(room.scenes);
    const Result<AutomationId> id = automation(automations);
    QVERIFY2(id, id ? "" : qPrintable(id.error().text));
    QVERIFY(automations.runNow(*id));
    QTRY_COMPARE(automations.runs(*id).first()->state, AutomationRun::State::Done);
    QCOMPARE(room.sent.size(), 4);
    QCOMPARE(trace(automations, *id), (QStringList {QStringLiteral("Started by a person."), QStringLiteral("apply the scene “evening”: confirmed."), QStringLiteral("Wrote a message: after"), QStringLiteral("Done.")}));
}

void TestScenes::anAutomationSaysWhatOfASceneFailed()
{
    Room room(2);
    std::ignore = room.add(QStringLiteral("Evening"), {{address(1), QStringLiteral("power"), true}, {address(2), QStringLiteral("level"), 500.0}, {address(2), QStringLiteral("valve"), true}});
    Automations automations(room.fleet, room.columns, room.dispatcher);
    automations.setScenes(room.scenes);
    const Result<AutomationId> id = automation(automations);
    QVERIFY(automations.runNow(*id));
    QTRY_COMPARE(automations.runs(*id).first()->state, AutomationRun::State::Failed);
    const QString all = trace(automations, *id).join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("“level” takes a number from 0 to 100.")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("apply the scene “evening”: confirmed.")), qPrintable(all)); // one was set
    QCOMPARE(room.sent, QStringList {QStringLiteral("1 power on")}); // nobody allowed what is dangerous
}

void TestScenes::anAutomationRepeatsWhatFailedOfAScene()
{
    Room room(2);
    room.obeys = false;
    std::ignore = room.add(QStringLiteral("Evening"), {{address(1), QStringLiteral("power"), true}, {address(2), QStringLiteral("power"), true}});
    Micros now = 1'700'000'000'000'000;
    Automations automations(room.fleet, room.columns, room.dispatcher);
    automations.setClock([&now] { return now; });
    automations.setScenes(room.scenes);
    const Result<AutomationId> id = automation(automations, R"(,"retries":1,"retryAfter":5)");
    QVERIFY(automations.runNow(*id));
    QTRY_COMPARE(room.sent.size(), 2);
    room.dispatcher.finish(room.open.at(0), {}, true);
    room.dispatcher.finish(room.open.at(1), failure(Error::Code::TimedOut, QStringLiteral("It did not answer.")), false);
    QTRY_COMPARE(automations.runs(*id).first()->state, AutomationRun::State::Waiting);
    now += 6'000'000;
    automations.pass();
    QTRY_COMPARE(room.sent.size(), 3);
    QCOMPARE(room.sent.last(), QStringLiteral("2 power on"));
    room.dispatcher.finish(room.open.at(2), {}, true);
    QTRY_COMPARE(automations.runs(*id).first()->state, AutomationRun::State::Done);
}

void TestScenes::anAutomationSaysThatASceneIsGone()
{
    Room room(1);
    Automations automations(room.fleet, room.columns, room.dispatcher);
    automations.setScenes(room.scenes);
    const Result<AutomationId> id = automation(automations);
    QVERIFY(automations.runNow(*id));
    QTRY_COMPARE(automations.runs(*id).first()->state, AutomationRun::State::Failed);
    QVERIFY(trace(automations, *id).contains(QStringLiteral("There is no scene “evening”.")));
}

QTEST_GUILESS_MAIN(TestScenes)
#include "tst_scenes.moc"
