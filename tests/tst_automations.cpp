// Automations: what sets them off, what they do, what a person sees of it, and what is left after the program was killed. One clock for everything.

#include "rules/alarms.h"
#include "rules/automations.h"
#include "rules/automationtrial.h"
#include "rules/automationwords.h"

#include "tests/support/madeupfleet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace muster;
using namespace muster::support;

namespace {

using State = AutomationRun::State;

constexpr Micros second = 1'000'000;
constexpr Micros start = 1'700'000'000 * second;

QString addressOf(quint32 device)
{
    return QStringLiteral("mqtt:made-up/%1").arg(device);
}

Trigger crossing(Trigger::Type type, double limit, Micros hold = 0)
{
    Trigger trigger;
    trigger.type = type;
    trigger.key = QStringLiteral("temperature");
    trigger.limit = limit;
    trigger.hold = hold;
    return trigger;
}

Trigger changesTo(const QString &word, quint32 device, Micros hold = 0)
{
    Trigger trigger;
    trigger.type = Trigger::Type::ChangesTo;
    trigger.key = QStringLiteral("power");
    trigger.word = word;
    trigger.address = addressOf(device);
    trigger.hold = hold;
    return trigger;
}

RuleStep power(bool on, quint32 device = 0)
{
    RuleStep step;
    step.key = QStringLiteral("power");
    step.argument = on;
    if (device != 0)
        step.address = addressOf(device);
    return step;
}

RuleStep delay(Micros span)
{
    RuleStep step;
    step.type = RuleStep::Type::Delay;
    step.span = span;
    return step;
}

RuleStep alarmStep(RuleStep::Type type)
{
    RuleStep step;
    step.type = type;
    step.key = QStringLiteral("Overheated");
    if (type == RuleStep::Type::RaiseAlarm) {
        step.gravity = AlarmSeverity::Critical;
        step.text = QStringLiteral("{device} is at {value} ({rule})");
    }
    return step;
}

Automation rule(const QString &name, const Trigger &trigger, const QList<RuleStep> &steps)
{
    Automation made;
    made.name = name;
    made.triggers = {trigger};
    made.steps = steps;
    return made;
}

Automation with(Automation rule, const std::function<void(Automation &)> &change)
{
    change(rule);
    return rule;
}

/// Everything a live run does, with the clock in one place and devices that obey at once.
class Stage
{
public:
    Stage()
    {
        const QList<QTimer *> timers = automations.findChildren<QTimer *>();
        for (QTimer *timer : timers) {
            if (timer->interval() != Automations::gatherMs)
                continue;
            timer->setInterval(0);
            m_gathering.append(timer);
        }
        automations.setClock([this] { return now; });
        automations.setZone(QTimeZone::utc());
        QObject::connect(&automations, &Automations::triggersChanged, &watch, &TriggerWatch::set);
        QObject::connect(&watch, &TriggerWatch::changed, &automations, &Automations::take);
        QObject::connect(&automations, &Automations::noticed, &automations, [this](Severity, const QString &text) { notices.append(text); });
        QObject::connect(&automations, &Automations::notifyRequested, &automations, [this](const QString &, const QString &text) { told.append(text); });
        QObject::connect(&automations, &Automations::documentsToStore, &automations, [this](const QHash<QString, QString> &changed) {
            for (auto it = changed.cbegin(); it != changed.cend(); ++it)
                it->isEmpty() ? void(documents.remove(it.key())) : void(documents.insert(it.key(), it.value()));
        });
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &dispatcher, [this](const Command &command) {
            sent.append(QStringLiteral("%1 %2 %3").arg(command.device.n).arg(command.key, automationwords::argument(command.argument)));
            if (onSend)
                onSend(command);
        });
        onSend = [this](const Command &command) { dispatcher.finish(command.id, {}, true); };
    }

    void add(const Automation &rule)
    {
        const Result<AutomationId> added = automations.add(rule);
        QVERIFY2(added, added ? "" : qPrintable(added.error().text));
        last = *added;
        settle();
    }
    /// What is gathered is done.
    void settle() { QTRY_VERIFY(isSettled()); }
    void say(quint32 device, double value, quint32 which = 0)
    {
        const SampleBatch batch {{Sample {.time = now, .value = value, .metric = metricOf({device}, which)}}, {}};
        watch.take(batch);
        fleet.observe(batch);
    }
    void pass(Micros span)
    {
        now += span;
        ahead = TriggerWatch::settling; // as if that had passed, too
        watch.pass();
        ahead = 0;
        automations.pass();
    }
    [[nodiscard]] const AutomationRun *run(qsizetype place = 0) const { return automations.runs(last).value(place); }
    [[nodiscard]] State state(qsizetype place = 0) const { return run(place) ? run(place)->state : State::Queued; }
    [[nodiscard]] QString trace(qsizetype place = 0) const
    {
        QStringList lines;
        if (const AutomationRun *const one = run(place))
            for (const TraceLine &line : one->trace)
                lines.append(line.text);
        return lines.join(u'\n');
    }

    Micros now = start;
    Fleet fleet;
    FleetColumns columns {fleet};
    Dispatcher dispatcher {fleet};
    Micros ahead = 0;
    TriggerWatch watch {[this] { return now + ahead; }};
    QHash<QString, QString> documents;
    QStringList sent;
    QStringList notices;
    QStringList told;
    std::function<void(const Command &)> onSend;
    Automations automations {fleet, columns, dispatcher};
    AutomationId last {};

private:
    [[nodiscard]] bool isSettled() const
    {
        return std::none_of(m_gathering.cbegin(), m_gathering.cend(), [](const QTimer *timer) { return timer->isActive(); });
    }

    QList<QTimer *> m_gathering;
};

/// A fleet of `devices` members.
void people(Stage &stage, quint32 devices)
{
    stage.fleet.adopt(announceSome(stage.fleet, devices));
    stage.settle();
}

} // namespace

class TestAutomations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triggersFireOnceAndArmAgain_data();
    void triggersFireOnceAndArmAgain();
    void aThermostatDoesNotFlap();
    void whatIsSoAlreadyCounts();
    void conditionsDecideByTheMomentsValues();
    void timeWindows_data();
    void timeWindows();
    void modes_data();
    void modes();
    void whatACommandSetsOffAtOnceMayEndItsRun();
    void eachDeviceHasAModeOfItsOwn_data();
    void eachDeviceHasAModeOfItsOwn();
    void runsInParallelAreBounded();
    void aWaitEndsWithTheValueOrInVain();
    void commandsGoToEveryDeviceThatFits();
    void aFailingCommandIsRepeatedAsDeclared();
    void aDangerousCommandNeedsConsent();
    void presenceSetsOff();
    void alarmsSetOff();
    void stepsRaiseAndClearAlarms();
    void alarmsThatRaiseEachOtherAreALoop();
    void oneStepCanBeTried();
    void whatIsToldFromOutsideSetsOff();
    void whatAPersonStartsHasNoDeviceOfItsOwn();
    void aLoopIsStoppedAndNamed();
    void timersSurviveBeingKilled();
    void whatCameDueMeanwhileIsRunOrSkipped();
    void rulesOfANewerFormatAreKept();
    void jsonKeepsEverything();
    void badRulesAreRefusedWithASentence_data();
    void badRulesAreRefusedWithASentence();
    void valuesThatAreNoneAndDevicesThatGo();
    void tracesAreBounded();
    void aDryRunGivesWhatALiveRunGave();
};

void TestAutomations::triggersFireOnceAndArmAgain_data()
{
    using Type = Trigger::Type;
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("hysteresis");
    QTest::addColumn<int>("hold");
    QTest::addColumn<QList<double>>("values"); ///< one a second
    QTest::addColumn<QList<int>>("fired");     ///< at which seconds
    const auto row = [](const char *name, Type type, double hysteresis, int hold, const QList<double> &values, const QList<int> &fired) {
        QTest::newRow(name) << int(type) << hysteresis << hold << values << fired;
    };
    row("above", Type::Above, 0, 0, {9, 11, 12, 10, 11}, {1, 4});
    row("above with hysteresis", Type::Above, 2, 0, {9, 11, 9, 11, 8, 11}, {1, 5});
    row("above, held", Type::Above, 0, 2, {11, 11, 11, 9, 11, 9, 11, 11, 11}, {2, 8});
    row("below", Type::Below, 1, 0, {11, 9, 10.5, 9, 11, 9}, {1, 5});
    row("enters a band", Type::Inside, 0, 0, {5, 15, 16, 25, 15}, {1, 4});
    row("leaves a band", Type::Outside, 1, 0, {15, 21, 19.5, 21, 19, 9}, {1, 5});
    row("NaN is no value", Type::Above, 0, 0, {9, qQNaN(), 11, qQNaN(), 12}, {2});
}

void TestAutomations::triggersFireOnceAndArmAgain()
{
    QFETCH(int, type);
    QFETCH(double, hysteresis);
    QFETCH(int, hold);
    QFETCH(QList<double>, values);
    QFETCH(QList<int>, fired);
    Stage stage;
    people(stage, 1);
    Trigger trigger = crossing(Trigger::Type(type), 10, hold * second);
    trigger.upper = 20;
    trigger.hysteresis = hysteresis;
    stage.add(rule(QStringLiteral("R"), trigger, {power(true)}));
    QList<int> seen;
    for (int i = 0; i < values.size(); ++i) {
        stage.say(1, values.at(i));
        stage.pass(0);
        while (seen.size() < stage.sent.size())
            seen.append(i);
        stage.now += second;
    }
    QCOMPARE(seen, fired);
}

void TestAutomations::aThermostatDoesNotFlap()
{
    Stage stage;
    people(stage, 2);
    Trigger hot = crossing(Trigger::Type::Above, 26, 60 * second);
    hot.address = addressOf(1);
    hot.hysteresis = 2;
    Trigger cool = crossing(Trigger::Type::Below, 24);
    cool.address = addressOf(1);
    cool.hysteresis = 2;
    stage.add(rule(QStringLiteral("Cool"), hot, {power(true, 2)}));
    stage.add(rule(QStringLiteral("Enough"), cool, {power(false, 2)}));
    for (int i = 0; i < 300; ++i) { // around the upper limit all the time
        stage.say(1, 26 + (i % 2 == 0 ? 0.5 : i < 30 ? -0.5 : 0.1));
        stage.pass(second);
    }
    QCOMPARE(stage.sent, QStringList {QStringLiteral("2 power on")});
    for (int i = 0; i < 100; ++i) { // and around the lower one
        stage.say(1, 24 + (i % 2 == 0 ? -0.5 : 0.5));
        stage.pass(second);
    }
    QCOMPARE(stage.sent, (QStringList {QStringLiteral("2 power on"), QStringLiteral("2 power off")}));
}

void TestAutomations::whatIsSoAlreadyCounts()
{
    Stage stage;
    people(stage, 2);
    stage.say(1, 30);
    stage.say(1, 1, 3);
    stage.add(rule(QStringLiteral("Hot"), crossing(Trigger::Type::Above, 26), {power(true, 2)}));
    QCOMPARE(stage.sent.size(), 1);
    stage.add(rule(QStringLiteral("On"), changesTo(QStringLiteral("on"), 1), {power(true, 2)}));
    QCOMPARE(stage.sent.size(), 1); // it did not change
    stage.say(1, 0, 3);
    stage.say(1, 1, 3);
    QCOMPARE(stage.sent.size(), 2);
    stage.add(rule(QStringLiteral("On for long"), changesTo(QStringLiteral("ON"), 1, 5 * second), {power(false, 2)}));
    stage.pass(5 * second);
    QCOMPARE(stage.sent.size(), 3);
}

void TestAutomations::conditionsDecideByTheMomentsValues()
{
    Stage stage;
    people(stage, 2);
    RuleCondition condition;
    condition.key = QStringLiteral("battery");
    condition.test = AlarmRule::Test::Below;
    condition.limit = 20;
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 26), {power(true)}), [&](Automation &r) { r.conditions = {condition}; }));
    stage.say(1, 50, 1);
    stage.say(1, 30);
    QCOMPARE(stage.state(), State::Declined);
    QVERIFY2(stage.trace().contains(QStringLiteral("it was 50 %")), qPrintable(stage.trace()));
    QVERIFY(stage.sent.isEmpty());
    stage.say(1, 20);
    // All in one batch: what counts is what was so when it was set off, not what came later.
    const SampleBatch batch {{{.time = stage.now, .value = 10, .metric = metricOf({1}, 1)}, {.time = stage.now + 1, .value = 30, .metric = metricOf({1}, 0)},
                                 {.time = stage.now + 2, .value = 90, .metric = metricOf({1}, 1)}}, {}};
    stage.now += 3;
    stage.fleet.observe(batch);
    stage.watch.take(batch);
    QCOMPARE(stage.sent, QStringList {QStringLiteral("1 power on")});
    QVERIFY2(stage.trace().contains(QStringLiteral("it was 10 %")), qPrintable(stage.trace()));
    // A metric nobody knows never is so, negated or not.
    condition.key = QStringLiteral("nonsense");
    condition.negated = true;
    stage.add(with(rule(QStringLiteral("S"), crossing(Trigger::Type::Above, 26), {power(true)}), [&](Automation &r) { r.conditions = {condition}; }));
    QCOMPARE(stage.state(), State::Declined);
    // A search, of the device and of any.
    RuleCondition search;
    search.type = RuleCondition::Type::Query;
    search.query = QStringLiteral("name:\"Device 2\"");
    stage.add(with(rule(QStringLiteral("T"), crossing(Trigger::Type::Above, 26), {power(true)}), [&](Automation &r) { r.conditions = {search}; }));
    QCOMPARE(stage.state(), State::Declined);
    search.any = true;
    stage.add(with(rule(QStringLiteral("U"), crossing(Trigger::Type::Above, 26), {power(true)}), [&](Automation &r) { r.conditions = {search}; }));
    QCOMPARE(stage.state(), State::Done);
}

void TestAutomations::timeWindows_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("time"); ///< 2024-01-01 is a Monday
    QTest::addColumn<bool>("within");
    const auto row = [](const char *name, int from, int to, int days, const char *time, bool within) {
        QTest::newRow(name) << from * 60 << to * 60 << days << QString::fromLatin1(time) << within;
    };
    row("in the middle", 8, 17, 127, "2024-01-01T12:00:00Z", true);
    row("at its beginning", 8, 17, 127, "2024-01-01T08:00:00Z", true);
    row("at its end", 8, 17, 127, "2024-01-01T17:00:00Z", false);
    row("another day", 8, 17, 2, "2024-01-01T12:00:00Z", false);
    row("over midnight, before", 22, 6, 1, "2024-01-01T23:00:00Z", true);
    row("over midnight, after", 22, 6, 1, "2024-01-02T05:00:00Z", true);
    row("over midnight, of the day before", 22, 6, 1, "2024-01-01T05:00:00Z", false);
    row("all day", 0, 0, 127, "2024-01-01T05:00:00Z", true);
}

void TestAutomations::timeWindows()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, days);
    QFETCH(QString, time);
    RuleCondition condition;
    condition.type = RuleCondition::Type::Time;
    condition.from = from;
    condition.to = to;
    condition.days = quint8(days);
    QTEST(automationlogic::isWithin(condition, QDateTime::fromString(time, Qt::ISODate).toMSecsSinceEpoch() * 1'000, QTimeZone::utc()), "within");
}

void TestAutomations::modes_data()
{
    using Mode = Automation::Mode;
    QTest::addColumn<int>("mode");
    QTest::addColumn<QStringList>("sent"); ///< set off at 0 s and 2 s, each: on, 5 s, off
    const QString on = QStringLiteral("1 power on");
    const QString off = QStringLiteral("1 power off");
    QTest::newRow("single") << int(Mode::Single) << QStringList {on, off};
    QTest::newRow("restart") << int(Mode::Restart) << QStringList {on, on, off};
    QTest::newRow("queued") << int(Mode::Queued) << QStringList {on, off, on, off};
    QTest::newRow("parallel") << int(Mode::Parallel) << QStringList {on, on, off, off};
}

void TestAutomations::modes()
{
    QFETCH(int, mode);
    Stage stage;
    people(stage, 1);
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true), delay(5 * second), power(false)}),
        [&](Automation &r) { r.mode = Automation::Mode(mode); }));
    stage.say(1, 11);
    stage.say(1, 9);
    stage.pass(2 * second);
    stage.say(1, 11);
    for (int i = 0; i < 20; ++i) {
        stage.pass(second);
        QCoreApplication::processEvents();
    }
    QTEST(stage.sent, "sent");
    QVERIFY(stage.run()->isOver());
}

/// A device that answers from within the sending: what it says sets off many others, and this very rule anew.
void TestAutomations::whatACommandSetsOffAtOnceMayEndItsRun()
{
    Stage stage;
    people(stage, 40);
    for (int i = 0; i < 5; ++i)
        stage.add(with(rule(QStringLiteral("Others %1").arg(i), crossing(Trigger::Type::Above, 50), {power(false), delay(second)}), [](Automation &r) {
            r.mode = Automation::Mode::Parallel;
            r.most = 10;
        }));
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true), delay(5 * second)}), [](Automation &r) { r.mode = Automation::Mode::Restart; }));
    bool first = true;
    QList<CommandId> slow;
    stage.onSend = [&](const Command &command) {
        if (command.device != DeviceId {1})
            return slow.append(command.id);
        if (std::exchange(first, false)) {
            stage.say(1, 9);
            stage.say(1, 11);
            for (quint32 device = 2; device <= 12; ++device)
                stage.say(device, 60);
        }
        stage.dispatcher.finish(command.id, {}, true);
    };
    stage.say(1, 11);
    QVERIFY(slow.size() >= 50);
    for (const CommandId id : std::as_const(slow))
        stage.dispatcher.finish(id, {}, true);
    for (int i = 0; i < 10; ++i) {
        stage.pass(second);
        QCoreApplication::processEvents();
    }
    const QList<const AutomationRun *> all = stage.automations.runs(stage.last);
    QVERIFY(all.size() >= 2);
    QCOMPARE(all.first()->state, State::Done);
    for (qsizetype i = 1; i < all.size(); ++i)
        QCOMPARE(all.at(i)->state, State::Stopped);
}

void TestAutomations::eachDeviceHasAModeOfItsOwn_data()
{
    QTest::addColumn<Automation::Mode>("mode");
    QTest::addColumn<bool>("perDevice");
    QTest::addColumn<QStringList>("sent"); // of the first device twice, of the second once, all within the delay
    const QString one = QStringLiteral("1 power on");
    const QString two = QStringLiteral("2 power on");
    QTest::newRow("single, all") << Automation::Mode::Single << false << QStringList {one};
    QTest::newRow("single, each") << Automation::Mode::Single << true << QStringList {one, two};
    QTest::newRow("restart, all") << Automation::Mode::Restart << false << QStringList {two};
    QTest::newRow("restart, each") << Automation::Mode::Restart << true << QStringList {one, two};
    QTest::newRow("queued, all") << Automation::Mode::Queued << false << QStringList {one, one, two};
    QTest::newRow("queued, each") << Automation::Mode::Queued << true << QStringList {one, two, one};
}

void TestAutomations::eachDeviceHasAModeOfItsOwn()
{
    QFETCH(Automation::Mode, mode);
    QFETCH(bool, perDevice);
    QFETCH(QStringList, sent);
    Stage stage;
    people(stage, 2);
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {delay(10 * second), power(true)}), [&](Automation &one) {
        one.mode = mode;
        one.perDevice = perDevice;
    }));
    const auto cross = [&stage](quint32 device) {
        stage.say(device, 5);
        stage.pass(second);
        stage.say(device, 15);
    };
    cross(1);
    cross(1);
    cross(2);
    for (int i = 0; i < 50; ++i) {
        stage.pass(second);
        QCoreApplication::processEvents();
    }
    QCOMPARE(stage.sent, sent);
}

void TestAutomations::runsInParallelAreBounded()
{
    Stage stage;
    people(stage, 30);
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {delay(5 * second), power(true)}), [](Automation &r) {
        r.mode = Automation::Mode::Parallel;
        r.most = 4;
    }));
    for (quint32 device = 1; device <= 30; ++device)
        stage.say(device, 11);
    QCOMPARE(stage.automations.declined(), 26U);
    QCOMPARE(stage.state(), State::Declined);
    QCOMPARE(stage.run()->times, 26);
    stage.pass(5 * second);
    QCOMPARE(stage.sent.size(), 4);
}

void TestAutomations::aWaitEndsWithTheValueOrInVain()
{
    RuleStep wait;
    wait.type = RuleStep::Type::Wait;
    wait.until.key = QStringLiteral("battery");
    wait.until.limit = 90;
    wait.span = 60 * second;
    Stage stage;
    people(stage, 1);
    stage.add(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {wait, power(true)}));
    stage.say(1, 11);
    QCOMPARE(stage.state(), State::Waiting);
    stage.say(1, 80, 1);
    QVERIFY(stage.sent.isEmpty());
    stage.say(1, 95, 1);
    QCOMPARE(stage.state(), State::Done);
    QCOMPARE(stage.sent.size(), 1);
    stage.say(1, 50, 1);
    stage.say(1, 9);
    stage.say(1, 11);
    stage.pass(60 * second);
    QCOMPARE(stage.state(), State::Stopped);
    QCOMPARE(stage.sent.size(), 1);
    wait.goOn = true;
    stage.add(rule(QStringLiteral("S"), crossing(Trigger::Type::Above, 10), {wait, power(true)}));
    stage.pass(60 * second);
    QCOMPARE(stage.sent.size(), 2);
}

void TestAutomations::commandsGoToEveryDeviceThatFits()
{
    Stage stage;
    people(stage, 5);
    RuleStep all = power(true);
    all.query = QStringLiteral("id<4");
    stage.add(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {all}));
    QList<CommandId> open;
    stage.onSend = [&](const Command &command) { open.append(command.id); };
    stage.say(5, 11);
    QCOMPARE(open.size(), 3);
    QCOMPARE(stage.state(), State::Running);
    for (const CommandId id : std::as_const(open))
        stage.dispatcher.finish(id, {}, true);
    QCOMPARE(stage.state(), State::Done);
    QVERIFY2(stage.trace().contains(QStringLiteral("3 devices, confirmed")), qPrintable(stage.trace()));
}

void TestAutomations::aFailingCommandIsRepeatedAsDeclared()
{
    Stage stage;
    people(stage, 1);
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true), power(false)}), [](Automation &r) {
        r.retries = 2;
        r.retryAfter = 5 * second;
    }));
    stage.onSend = [&](const Command &command) { stage.dispatcher.finish(command.id, failure(Error::Code::TimedOut, QStringLiteral("Nobody answered.")), false); };
    stage.say(1, 11);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(stage.state(), State::Waiting);
    stage.pass(5 * second);
    QCOMPARE(stage.sent.size(), 2);
    stage.pass(5 * second);
    QCOMPARE(stage.sent.size(), 3);
    QCOMPARE(stage.state(), State::Failed);
    QVERIFY2(stage.trace().contains(QStringLiteral("Nobody answered.")), qPrintable(stage.trace()));
    QCOMPARE(stage.notices.size(), 1);
    QVERIFY(stage.notices.first().contains(QStringLiteral("“R”")));
    stage.pass(60 * second);
    QCOMPARE(stage.sent.size(), 3);
    // The second time succeeds.
    stage.say(1, 9);
    stage.say(1, 11);
    stage.onSend = [&](const Command &command) { stage.dispatcher.finish(command.id, {}, true); };
    stage.pass(5 * second);
    QCOMPARE(stage.state(), State::Done);
    QCOMPARE(stage.sent.size(), 6);
}

void TestAutomations::aDangerousCommandNeedsConsent()
{
    Stage stage;
    Device device = madeUpDevice(1);
    device.commands.first().dangerous = true;
    stage.fleet.announce({device});
    stage.fleet.adopt({{1}});
    stage.settle();
    Automation made = rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true)});
    stage.add(made);
    stage.say(1, 11);
    QCOMPARE(stage.state(), State::Failed);
    QVERIFY(stage.sent.isEmpty());
    made.id = stage.last;
    made.mayBeDangerous = true;
    QVERIFY(stage.automations.change(made));
    stage.settle();
    stage.say(1, 9);
    stage.say(1, 11);
    QCOMPARE(stage.sent.size(), 1);
}

void TestAutomations::presenceSetsOff()
{
    Stage stage;
    people(stage, 2);
    Trigger offline;
    offline.type = Trigger::Type::Offline;
    RuleStep tell;
    tell.type = RuleStep::Type::Notify;
    tell.text = QStringLiteral("{device} is gone ({rule}) {value}");
    stage.add(rule(QStringLiteral("Gone"), offline, {tell}));
    Trigger online;
    online.type = Trigger::Type::Online;
    RuleStep greet = tell;
    greet.text = QStringLiteral("{device} is here");
    stage.add(rule(QStringLiteral("Here"), online, {greet}));
    QVERIFY(stage.told.isEmpty());
    const auto set = [&stage](quint32 n, Presence presence) {
        Device device = madeUpDevice(n);
        device.presence = presence;
        stage.fleet.announce({device});
        stage.fleet.see({{n}}, nowMicros());
        stage.settle();
    };
    set(1, Presence::Online);
    QVERIFY(stage.told.isEmpty()); // it was not known to be away
    set(1, Presence::Offline);
    QTRY_COMPARE(stage.told, QStringList {QStringLiteral("Device 1 is gone (Gone)")});
    set(1, Presence::Online);
    QTRY_COMPARE(stage.told.size(), 2);
    QCOMPARE(stage.told.last(), QStringLiteral("Device 1 is here"));
}

void TestAutomations::alarmsSetOff()
{
    Stage stage;
    people(stage, 2);
    Alarms alarms(stage.fleet, stage.columns);
    stage.automations.listenTo(alarms);
    AlarmRule alarm;
    alarm.name = QStringLiteral("Too hot");
    alarm.key = QStringLiteral("temperature");
    alarm.limit = 30;
    const AlarmRuleId id = *alarms.add(alarm);
    Trigger raised;
    raised.type = Trigger::Type::AlarmRaised;
    raised.word = QStringLiteral("too hot");
    stage.add(rule(QStringLiteral("R"), raised, {power(true)}));
    Trigger cleared = raised;
    cleared.type = Trigger::Type::AlarmCleared;
    stage.add(rule(QStringLiteral("C"), cleared, {power(false)}));
    AlarmTrack track;
    track.value = 31;
    alarms.take({{{id, metricOf({2}, 0)}, {2}, AlarmChange::Raised, stage.now, track}});
    QCOMPARE(stage.sent, QStringList {QStringLiteral("2 power on")});
    alarms.take({{{id, metricOf({2}, 0)}, {2}, AlarmChange::Cleared, stage.now, track}});
    QCOMPARE(stage.sent.last(), QStringLiteral("2 power off"));
}

void TestAutomations::stepsRaiseAndClearAlarms()
{
    Stage stage;
    people(stage, 2);
    Alarms alarms(stage.fleet, stage.columns);
    stage.automations.listenTo(alarms);
    Trigger raised;
    raised.type = Trigger::Type::AlarmRaised;
    raised.word = QStringLiteral("Overheated");
    stage.add(rule(QStringLiteral("R"), raised, {power(true)}));
    stage.add(rule(QStringLiteral("Hot"), crossing(Trigger::Type::Above, 30), {alarmStep(RuleStep::Type::RaiseAlarm), alarmStep(RuleStep::Type::RaiseAlarm)}));
    stage.say(2, 20);
    stage.say(2, 31);
    QCOMPARE(alarms.all().size(), 1);
    const Alarm alarm = *alarms.all().cbegin();
    QVERIFY(alarm.active);
    QCOMPARE(alarm.device, DeviceId {2});
    QCOMPARE(alarm.severity, AlarmSeverity::Critical);
    QCOMPARE(alarm.text, QStringLiteral("Device 2 is at 31 °C (Hot)"));
    QCOMPARE(alarm.times, 2);
    QVERIFY2(stage.trace().contains(QStringLiteral("Raised the alarm “Overheated” of Device 2.")), qPrintable(stage.trace()));
    QVERIFY2(stage.trace().contains(QStringLiteral("was raised already")), qPrintable(stage.trace()));
    QTRY_COMPARE(stage.sent, QStringList {QStringLiteral("2 power on")}); // once: the second time is no news
    // Over by its name; a second time there is none.
    stage.add(rule(QStringLiteral("Cool"), crossing(Trigger::Type::Below, 25), {alarmStep(RuleStep::Type::ClearAlarm), alarmStep(RuleStep::Type::ClearAlarm)}));
    stage.say(2, 24);
    QVERIFY(!alarms.all().cbegin()->active);
    QCOMPARE(stage.state(), State::Done);
    QVERIFY2(stage.trace().contains(QStringLiteral("Cleared the alarm “Overheated” of Device 2.")), qPrintable(stage.trace()));
    QVERIFY2(stage.trace().contains(QStringLiteral("There was no alarm “Overheated” of Device 2 to clear.")), qPrintable(stage.trace()));
    QVERIFY(alarms.log().back().why.contains(QStringLiteral("Cool")));
    // About another device than the one that set it off, and about none.
    RuleStep other = alarmStep(RuleStep::Type::RaiseAlarm);
    other.address = addressOf(1);
    Trigger manual;
    manual.type = Trigger::Type::Manual;
    stage.add(rule(QStringLiteral("Manual"), manual, {other, alarmStep(RuleStep::Type::RaiseAlarm)}));
    QVERIFY(stage.automations.runNow(stage.last));
    QCOMPARE(alarms.all().size(), 2);
    QCOMPARE(stage.state(), State::Failed);
    QVERIFY2(stage.trace().contains(QStringLiteral("No device set this off")), qPrintable(stage.trace()));
}

void TestAutomations::alarmsThatRaiseEachOtherAreALoop()
{
    Stage stage;
    people(stage, 1);
    Alarms alarms(stage.fleet, stage.columns);
    alarms.setClock([&stage] { return stage.now; });
    stage.automations.listenTo(alarms);
    Trigger raised;
    raised.type = Trigger::Type::AlarmRaised;
    Trigger cleared;
    cleared.type = Trigger::Type::AlarmCleared;
    stage.add(rule(QStringLiteral("Down"), raised, {alarmStep(RuleStep::Type::ClearAlarm)}));
    stage.add(rule(QStringLiteral("Up"), cleared, {alarmStep(RuleStep::Type::RaiseAlarm)}));
    QVERIFY(alarms.raise(QStringLiteral("Overheated"), AlarmSeverity::Major, {1}, {}));
    QTRY_VERIFY(!stage.notices.isEmpty());
    QVERIFY2(stage.notices.first().contains(QStringLiteral("Down → Up")) || stage.notices.first().contains(QStringLiteral("Up → Down")), qPrintable(stage.notices.first()));
    QVERIFY(alarms.log().size() <= 2U * (Automations::loopRounds + 2));
    // A value that flutters is no loop, however often it raises and clears an alarm.
    stage.notices.clear();
    stage.add(rule(QStringLiteral("Flutter"), crossing(Trigger::Type::Above, 30), {alarmStep(RuleStep::Type::RaiseAlarm)}));
    for (int i = 0; i < 3 * Automations::loopRounds; ++i) {
        stage.say(1, 20);
        stage.pass(second);
        stage.say(1, 31);
        stage.pass(second);
    }
    QVERIFY(stage.automations.halted(stage.last).isEmpty());
}

void TestAutomations::oneStepCanBeTried()
{
    Stage stage;
    QList<Device> devices;
    for (quint32 n = 1; n <= 3; ++n) {
        devices.append(madeUpDevice(n));
        CommandInfo level = devices.last().commands.first();
        level.key = QStringLiteral("level");
        level.argument = ArgumentType::Number;
        level.metric.clear();
        CommandInfo restart = level;
        restart.key = QStringLiteral("restart");
        restart.argument = ArgumentType::None;
        restart.dangerous = true;
        devices.last().commands += {level, restart};
    }
    stage.fleet.announce(devices);
    stage.fleet.adopt({{1}, {2}, {3}});
    stage.settle();
    stage.say(2, 21.5);
    RuleStep value = power(true);
    value.key = QStringLiteral("level");
    value.argument = QStringLiteral("{value}");
    RuleStep many = power(true);
    many.query = QStringLiteral("name:*");
    stage.add(with(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 30), {power(true), value, delay(second), many}), [](Automation &one) { one.retries = 3; }));
    const Automation stored = *stage.automations.rule(stage.last);
    QSignalSpy tried(&stage.automations, &Automations::stepTried);
    QStringList origins;
    QObject::connect(&stage.dispatcher, &Dispatcher::sendRequested, &stage.automations, [&origins](const Command &command) { origins.append(command.origin); });
    // The second step, and nothing before or after it, with the value there is.
    Result<AutomationId> trial = stage.automations.tryStep(stored, 1, {2}, false);
    QVERIFY(trial);
    QVERIFY(tried.isEmpty());
    QTRY_COMPARE(tried.size(), 1);
    QCOMPARE(stage.sent, QStringList {QStringLiteral("2 level 21.5")});
    QCOMPARE(origins, QStringList {QStringLiteral("person, trying a step of: R")});
    QVERIFY(tried.first().at(1).toBool());
    QVERIFY2(tried.first().at(2).toString().contains(QStringLiteral("level = 21.5")), qPrintable(tried.first().at(2).toString()));
    QCOMPARE(stage.automations.all().size(), 1);
    QVERIFY(!stage.automations.rule(*trial));
    QVERIFY2(stage.trace().startsWith(QStringLiteral("A person tried step 2.")), qPrintable(stage.trace()));
    QCOMPARE(stage.state(), State::Done);
    stage.settle();
    QCOMPARE(stage.documents.keys().filter(QStringLiteral("automation run/")).size(), 1);
    QCOMPARE(stage.documents.keys().filter(QStringLiteral("automation/")).size(), 1);
    // What fails is said, and not repeated.
    stage.onSend = [&stage](const Command &command) { stage.dispatcher.finish(command.id, failure(Error::Code::Refused, QStringLiteral("No, thanks.")), false); };
    QVERIFY(stage.automations.tryStep(stored, 0, {2}, false));
    QTRY_COMPARE(tried.size(), 2);
    QVERIFY(!tried.last().at(1).toBool());
    QVERIFY2(tried.last().at(2).toString().contains(QStringLiteral("No, thanks.")), qPrintable(tried.last().at(2).toString()));
    QCOMPARE(stage.sent.size(), 2);
    // One that is nowhere stored, about no device; one that waits; what is dangerous.
    Automation fresh = stored;
    fresh.id = {};
    QVERIFY(stage.automations.tryStep(fresh, 0, {}, false));
    QTRY_COMPARE(tried.size(), 3);
    QVERIFY(tried.last().at(2).toString().contains(QStringLiteral("No device set this off")));
    QVERIFY(!stage.automations.tryStep(stored, 2, {2}, false));
    QVERIFY(!stage.automations.tryStep(stored, 9, {2}, false));
    QCOMPARE(stage.automations.reach(stored.steps.at(3), {}).devices.size(), 3);
    QVERIFY(!stage.automations.reach(stored.steps.at(3), {}).isDangerous);
    fresh.steps = {power(true)};
    fresh.steps.first().key = QStringLiteral("restart");
    fresh.steps.first().argument = {};
    QVERIFY(stage.automations.reach(fresh.steps.first(), {1}).isDangerous);
    QVERIFY(stage.automations.tryStep(fresh, 0, {1}, false));
    QTRY_COMPARE(tried.size(), 4);
    QVERIFY(tried.last().at(2).toString().contains(QStringLiteral("dangerous")));
    QCOMPARE(stage.sent.size(), 2);
}

void TestAutomations::whatIsToldFromOutsideSetsOff()
{
    Stage stage;
    people(stage, 2);
    Trigger told;
    told.type = Trigger::Type::Told;
    told.word = QStringLiteral("Good night");
    stage.add(rule(QStringLiteral("Night"), told, {power(false, 1)}));
    const AutomationId night = stage.last;
    stage.add(with(rule(QStringLiteral("Off"), told, {power(false, 2)}), [](Automation &one) { one.enabled = false; }));
    RuleCondition never;
    never.key = QStringLiteral("temperature");
    never.address = addressOf(1);
    never.limit = 99;
    stage.add(with(rule(QStringLiteral("Never"), told, {power(false, 2)}), [&never](Automation &one) { one.conditions = {never}; }));
    QVERIFY(stage.automations.setOff(QStringLiteral("good")).isEmpty());
    QVERIFY(stage.sent.isEmpty());
    QCOMPARE(stage.automations.setOff(QStringLiteral("good NIGHT")), (QList<AutomationId> {night, stage.last}));
    QCOMPARE(stage.sent, QStringList {QStringLiteral("1 power off")});
    QCOMPARE(stage.state(), State::Declined);
    QVERIFY(stage.automations.runs(night).first()->trace.first().text.contains(QStringLiteral("Good night")));
}

void TestAutomations::whatAPersonStartsHasNoDeviceOfItsOwn()
{
    Stage stage;
    people(stage, 2);
    stage.add(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true)}));
    QVERIFY(stage.automations.runNow(stage.automations.all().first()));
    QVERIFY(stage.sent.isEmpty());
    QTRY_VERIFY2(stage.trace().contains(QStringLiteral("No device set this off")), qPrintable(stage.trace()));
}

void TestAutomations::aLoopIsStoppedAndNamed()
{
    Stage stage;
    people(stage, 2);
    // A device that obeys says its new state at once.
    stage.onSend = [&](const Command &command) {
        stage.dispatcher.finish(command.id, {}, true);
        QMetaObject::invokeMethod(&stage.automations, [&stage, command] { stage.say(command.device.n, std::get<bool>(command.argument) ? 1 : 0, 3); }, Qt::QueuedConnection);
    };
    stage.say(1, 0, 3);
    stage.say(2, 0, 3);
    stage.add(rule(QStringLiteral("Ping"), changesTo(QStringLiteral("on"), 1), {power(true, 2), power(false, 2)}));
    stage.add(rule(QStringLiteral("Pong"), changesTo(QStringLiteral("off"), 2), {power(false, 1), power(true, 1)}));
    stage.say(1, 1, 3);
    QTRY_VERIFY(!stage.notices.isEmpty());
    QVERIFY2(stage.notices.first().contains(QStringLiteral("“Ping”")) || stage.notices.first().contains(QStringLiteral("“Pong”")), qPrintable(stage.notices.first()));
    QVERIFY2(stage.notices.first().contains(QStringLiteral("Ping → Pong")), qPrintable(stage.notices.first()));
    const qsizetype sent = stage.sent.size();
    QVERIFY(sent <= 4 * (Automations::loopRounds + 1));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    const QList<AutomationId> all = stage.automations.all();
    const AutomationId halted = stage.automations.halted(all.first()).isEmpty() ? all.last() : all.first();
    QVERIFY(!stage.automations.halted(halted).isEmpty());
    QVERIFY(!stage.automations.runNow(halted));
    // Switched on again by a person.
    stage.automations.setEnabled(halted, true);
    QVERIFY(stage.automations.halted(halted).isEmpty());
}

void TestAutomations::timersSurviveBeingKilled()
{
    QHash<QString, QString> documents;
    {
        Stage stage;
        people(stage, 2);
        stage.add(rule(QStringLiteral("Hold"), crossing(Trigger::Type::Above, 10, 600 * second), {power(true, 2)}));
        stage.add(rule(QStringLiteral("Delay"), crossing(Trigger::Type::Above, 10), {power(true, 1), delay(600 * second), power(false, 1)}));
        stage.say(1, 11);
        stage.settle();
        QCOMPARE(stage.sent, QStringList {QStringLiteral("1 power on")});
        documents = stage.documents; // killed here: nothing is said on the way out
    }
    Stage stage;
    people(stage, 2);
    stage.now = start + 400 * second;
    QCOMPARE(stage.automations.restore(documents), 0);
    stage.settle();
    stage.pass(199 * second);
    QVERIFY(stage.sent.isEmpty());
    stage.pass(second);
    stage.sent.sort();
    QCOMPARE(stage.sent, (QStringList {QStringLiteral("1 power off"), QStringLiteral("2 power on")}));
    stage.pass(1'000 * second);
    QCOMPARE(stage.sent.size(), 2);
}

void TestAutomations::whatCameDueMeanwhileIsRunOrSkipped()
{
    for (const bool late : {true, false}) {
        QHash<QString, QString> documents;
        {
            Stage stage;
            people(stage, 2);
            const auto declared = [late](Automation &r) { r.runLate = late; };
            stage.add(with(rule(QStringLiteral("Hold"), crossing(Trigger::Type::Above, 10, 600 * second), {power(true, 2)}), declared));
            stage.add(with(rule(QStringLiteral("Delay"), crossing(Trigger::Type::Above, 10), {delay(600 * second), power(false, 1)}), declared));
            stage.say(1, 11);
            stage.settle();
            documents = stage.documents;
        }
        Stage stage;
        people(stage, 2);
        stage.now = start + 4'000 * second;
        stage.automations.restore(documents);
        stage.settle();
        stage.pass(0);
        QCOMPARE(stage.sent.size(), late ? 2 : 0);
        if (!late) {
            stage.last = stage.automations.all().first();
            QVERIFY2(stage.trace().contains(QStringLiteral("skipped")), qPrintable(stage.trace()));
        }
    }
}

void TestAutomations::rulesOfANewerFormatAreKept()
{
    const QString newer = QStringLiteral(R"({"automation":2,"id":7,"name":"From tomorrow","quantum":true})");
    Stage stage;
    QCOMPARE(stage.automations.restore({{QStringLiteral("automation/7"), newer}, {QStringLiteral("automation/9"), QStringLiteral("not JSON")}}), 2);
    QVERIFY(stage.automations.all().isEmpty());
    stage.add(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true)}));
    QVERIFY(stage.last.n > 9); // nothing is written over it
    QVERIFY(!stage.documents.contains(QStringLiteral("automation/7")));
}

void TestAutomations::jsonKeepsEverything()
{
    Automation made = rule(QStringLiteral("Everything"), crossing(Trigger::Type::Outside, 1.5, 90 * second), {power(true, 1), delay(5 * second)});
    made.triggers.first().upper = 9;
    made.triggers.first().hysteresis = 0.5;
    made.triggers.append(changesTo(QStringLiteral("open"), 3));
    Trigger raised;
    raised.type = Trigger::Type::AlarmRaised;
    raised.word = QStringLiteral("Hot");
    made.triggers.append(raised);
    RuleCondition metric;
    metric.key = QStringLiteral("battery");
    metric.test = AlarmRule::Test::Inside;
    metric.limit = 1;
    metric.upper = 2;
    RuleCondition time;
    time.type = RuleCondition::Type::Time;
    time.from = 1'350;
    time.to = 360;
    time.days = 31;
    time.negated = true;
    RuleCondition search;
    search.type = RuleCondition::Type::Query;
    search.query = QStringLiteral("group:Hall");
    search.any = true;
    made.conditions = {metric, time, search};
    RuleStep wait;
    wait.type = RuleStep::Type::Wait;
    wait.until = metric;
    wait.span = 60 * second;
    wait.goOn = true;
    RuleStep notice;
    notice.type = RuleStep::Type::Notice;
    notice.text = QStringLiteral("Oh");
    notice.severity = Severity::Warning;
    RuleStep level = power(true);
    level.argument = 12.5;
    level.query = QStringLiteral("tag:a");
    made.steps += {wait, notice, level, alarmStep(RuleStep::Type::RaiseAlarm), alarmStep(RuleStep::Type::ClearAlarm)};
    made.steps.last().address = addressOf(2);
    made.mode = Automation::Mode::Queued;
    made.most = 3;
    made.perDevice = true;
    made.retries = 2;
    made.retryAfter = 7 * second;
    made.goOn = true;
    made.runLate = false;
    made.mayBeDangerous = true;
    made.enabled = false;
    const QByteArray text = QJsonDocument(automationjson::toJson(made)).toJson();
    const Result<Automation> back = automationjson::ruleOf(QJsonDocument::fromJson(text).object());
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QCOMPARE(*back, made);
}

void TestAutomations::badRulesAreRefusedWithASentence_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *json, const char *word) { QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(word); };
    row("nothing", "{}", "automation");
    row("newer", R"({"automation":2})", "newer");
    row("no trigger", R"({"automation":1,"name":"x","then":[{"type":"delay","for":1}]})", "sets it off");
    row("no step", R"({"automation":1,"name":"x","when":[{"type":"manual"}]})", "something to do");
    row("unknown trigger", R"({"automation":1,"name":"x","when":[{"type":"boom"}],"then":[{"type":"delay","for":1}]})", "trigger 1");
    row("a text for a number", R"({"automation":1,"name":"x","when":[{"type":"above","metric":"t","limit":"26"}],"then":[{"type":"delay","for":1}]})", "“limit” in trigger 1");
    row("bad span", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"then":[{"type":"delay","for":"soon"}]})", "step 1");
    row("span too long", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"then":[{"type":"delay","for":"99w"}]})", "31 days");
    row("bad time", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"if":[{"type":"time","from":"25:00","to":"06:00"}],"then":[{"type":"delay","for":1}]})", "“from” in condition 1");
    row("bad day", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"if":[{"type":"time","from":"05:00","to":"06:00","days":["xyz"]}],"then":[{"type":"delay","for":1}]})", "mon");
    row("band upside down", R"({"automation":1,"name":"x","when":[{"type":"inside","metric":"t","limit":5,"upper":2}],"then":[{"type":"delay","for":1}]})", "upper limit");
    row("bad search", R"({"automation":1,"name":"x","when":[{"type":"offline","query":"status:("}],"then":[{"type":"delay","for":1}]})", "");
    row("too often", R"({"automation":1,"name":"x","retries":99,"when":[{"type":"manual"}],"then":[{"type":"delay","for":1}]})", "5 times");
    row("an alarm without a name", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"then":[{"type":"raiseAlarm","severity":"major"}]})", "needs its name");
    row("an alarm of what severity", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"then":[{"type":"raiseAlarm","alarm":"a","severity":"awful"}]})", "critical");
    row("an alarm about nothing", R"({"automation":1,"name":"x","when":[{"type":"schedule","schedule":{"kind":"cron","cron":"0 6 * * *"}}],"then":[{"type":"raiseAlarm","alarm":"a","severity":"major"}]})", "which one the alarm");
    row("told no name", R"({"automation":1,"name":"x","when":[{"type":"told"}],"then":[{"type":"delay","for":1}]})", "told from outside");
    row("told about no device", R"({"automation":1,"name":"x","when":[{"type":"told","name":"a"}],"then":[{"type":"command","command":"power"}]})", "where the command goes");
    row("waits for a search", R"({"automation":1,"name":"x","when":[{"type":"manual"}],"then":[{"type":"wait","for":1,"until":{"type":"query","query":"a"}}]})", "waited for");
}

void TestAutomations::badRulesAreRefusedWithASentence()
{
    QFETCH(QString, json);
    QFETCH(QString, word);
    const Result<Automation> read = automationjson::ruleOf(QJsonDocument::fromJson(json.toUtf8()).object());
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(word) && read.error().text.size() > 10, qPrintable(read.error().text));
}

void TestAutomations::valuesThatAreNoneAndDevicesThatGo()
{
    Stage stage;
    people(stage, 2);
    Trigger trigger = crossing(Trigger::Type::Above, 10, 10 * second);
    stage.add(rule(QStringLiteral("R"), trigger, {power(true, 2)}));
    stage.say(1, 11);
    stage.now -= 3'600 * second; // the clock was set back
    stage.say(1, 12);
    stage.pass(9 * second);
    QVERIFY(stage.sent.isEmpty());
    stage.pass(second);
    QCOMPARE(stage.sent.size(), 1);
    stage.fleet.release({{2}});
    stage.settle();
    stage.say(1, 9);
    stage.say(1, 12);
    stage.pass(10 * second);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(stage.state(), State::Failed);
    stage.say(1, 9);
    stage.say(1, 12);
    stage.fleet.release({{1}});
    stage.settle();
    stage.pass(10 * second); // nobody watches it any longer
    QCOMPARE(stage.watch.watched(), 0);
}

void TestAutomations::tracesAreBounded()
{
    Stage stage;
    people(stage, 1);
    stage.add(rule(QStringLiteral("R"), crossing(Trigger::Type::Above, 10), {power(true)}));
    for (int i = 0; i < 100; ++i) {
        stage.now += 60 * second; // not one after the other, which would be a loop
        stage.say(1, 9);
        stage.say(1, 11);
    }
    QCOMPARE(stage.sent.size(), 100);
    QCOMPARE(stage.automations.runs(stage.last).size(), Automations::mostKept);
    stage.settle();
    QCOMPARE(stage.documents.size(), Automations::mostKept + 2); // and the rule, and its hold
}

void TestAutomations::aDryRunGivesWhatALiveRunGave()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        Stage stage;
        people(stage, 3);
        Automation made = rule(QStringLiteral("R"), crossing(Trigger::Type(random.bounded(6)), random.bounded(10), random.bounded(4) * second), {power(true)});
        made.mode = Automation::Mode::Parallel;
        made.triggers.first().upper = made.triggers.first().limit + 5;
        made.triggers.first().hysteresis = random.bounded(3) * 0.5;
        made.triggers.first().word = QString::number(random.bounded(10));
        if (made.triggers.first().type == Trigger::Type::Silent)
            made.triggers.first().hold += second;
        if (random.bounded(2) == 1)
            made.triggers.append(changesTo(QStringLiteral("on"), 2, random.bounded(3) * second));
        RuleCondition condition;
        condition.key = QStringLiteral("battery");
        condition.limit = 50;
        condition.negated = random.bounded(2) == 1;
        if (random.bounded(3) > 0)
            made.conditions.append(condition);
        TriggerWatch watch {[&stage] { return stage.now; }};
        stage.add(made);
        made.id = stage.last;
        watch.set(stage.automations.triggersOf(made));
        AutomationTrial trial(stage.automations.judge(), made, stage.automations.triggersOf(made), stage.now);

        // The live run: batches of any size, a timer that comes when it likes.
        QList<AutomationTrial::Firing> live;
        QObject::connect(&watch, &TriggerWatch::changed, &watch, [&](const QList<TriggerNews> &news) {
            for (const TriggerNews &one : news) {
                QList<TraceLine> trace;
                const Firing firing {int(one.key.trigger), one.device, one.key.metric, one.time, one.value, one.text, one.reads};
                if (one.fired)
                    live.append({one.time, firing.trigger, one.key.metric, one.value, stage.automations.judge().holds(made, firing, trace)});
            }
        });
        SampleBatch batch;
        QList<Sample> all;
        Micros oldest = 0;
        for (int i = 0; i < 400; ++i) {
            const Micros step = (random.bounded(3) == 0 ? random.bounded(1, 1'500) : random.bounded(1, 15)) * 1'000;
            if (!batch.samples.isEmpty() && stage.now + step - oldest >= TriggerWatch::settling) { // Ingest would not have kept it that long
                stage.fleet.observe(batch);
                watch.take(std::exchange(batch, {}));
            }
            stage.now += step;
            if (random.bounded(3) == 0)
                watch.pass();
            const quint32 which = QList<quint32> {0, 0, 1, 3}.at(random.bounded(4));
            const double value = which == 3 ? random.bounded(2) : which == 1 ? random.bounded(100) : random.bounded(20) == 0 ? qQNaN() : random.bounded(12);
            batch.samples.append({stage.now, value, metricOf({quint32(random.bounded(1, 4))}, which), 0, 0});
            all.append(batch.samples.last());
            oldest = batch.samples.first().time;
        }
        watch.take(batch);
        watch.pass();
        for (qsizetype i = 0; i < all.size(); i += 37)
            trial.feed({all.mid(i, 37), {}});
        trial.end(stage.now);
        QList<AutomationTrial::Firing> dry = trial.firings();
        std::sort(live.begin(), live.end());
        std::sort(dry.begin(), dry.end());
        QVERIFY2(dry == live, qPrintable(QStringLiteral("seed %1: %2 dry, %3 live").arg(seed).arg(dry.size()).arg(live.size())));
    }
}

QTEST_GUILESS_MAIN(TestAutomations)
#include "tst_automations.moc"
