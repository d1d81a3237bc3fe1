// Schedules that set automations off: when they are due, over daylight-saving changes and clocks that are set, and what becomes of missed runs after
// a sleep and after the program was killed. One clock for everything.

#include "rules/automations.h"
#include "rules/automationtrial.h"
#include "rules/automationwords.h"
#include "tests/support/madeupfleet.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace muster;
using namespace muster::support;

namespace {

using State = AutomationRun::State;

constexpr Micros second = 1'000'000;
constexpr Micros hour = 3'600 * second;

const QTimeZone &berlin()
{
    static const QTimeZone zone("Europe/Berlin");
    return zone;
}

/// As the clock on the wall in Berlin shows it.
Micros wall(const char *text)
{
    QDateTime moment = QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyy-MM-dd HH:mm"));
    moment.setTimeZone(berlin());
    return moment.toMSecsSinceEpoch() * 1'000;
}

QString shown(Micros moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment / 1'000, berlin()).toString(QStringLiteral("MM-dd HH:mm"));
}

Schedule scheduleOf(const char *json)
{
    const Result<Schedule> read = schedulejson::scheduleOf(QJsonDocument::fromJson(json).object());
    if (!read)
        qWarning("%s", qPrintable(read.error().text));
    return read.value_or(Schedule());
}

/// An automation that sends `argument` to the boiler when a schedule says so.
Automation heating(const char *schedule, const Value &argument = QStringLiteral("{value}"))
{
    Automation rule;
    rule.name = QStringLiteral("Heating");
    Trigger trigger;
    trigger.type = Trigger::Type::Schedule;
    trigger.schedule = scheduleOf(schedule);
    rule.triggers = {trigger};
    RuleStep step;
    step.key = QStringLiteral("setpoint");
    step.address = QStringLiteral("mqtt:made-up/1");
    step.argument = argument;
    rule.steps = {step};
    return rule;
}

/// The automations with the clock in one place and a boiler that obeys.
class Stage
{
public:
    explicit Stage(Micros at, const QHash<QString, QString> &before = {})
        : now(at)
        , documents(before)
    {
        Device boiler = madeUpDevice(1);
        CommandInfo command;
        command.key = QStringLiteral("setpoint");
        command.argument = ArgumentType::Number;
        command.maximum = 1'000;
        boiler.commands.append(command);
        fleet.announce({boiler});
        fleet.adopt({{1}});
        automations.setClock([this] { return now; });
        automations.setZone(berlin());
        QObject::connect(&automations, &Automations::noticed, &automations, [this](Severity, const QString &text) { notices.append(text); });
        QObject::connect(&automations, &Automations::documentsToStore, &automations, [this](const QHash<QString, QString> &changed) {
            for (auto it = changed.cbegin(); it != changed.cend(); ++it)
                it->isEmpty() ? void(documents.remove(it.key())) : void(documents.insert(it.key(), it.value()));
        });
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &dispatcher, [this](const Command &one) {
            sent.append(shown(now) + u' ' + automationwords::argument(one.argument));
            if (obeys)
                dispatcher.finish(one.id, {}, true);
            else
                open.append(one.id);
        });
        automations.restore(before);
    }

    void add(const Automation &rule)
    {
        const Result<AutomationId> added = automations.add(rule);
        QVERIFY2(added, added ? "" : qPrintable(added.error().text));
        last = *added;
    }
    /// The clock goes on to then, minute by minute.
    void goOnTo(Micros then)
    {
        for (; now < then; now += 60 * second)
            automations.pass();
        jumpTo(then);
    }
    void jumpTo(Micros then)
    {
        now = then;
        automations.pass();
    }
    [[nodiscard]] QString trace(qsizetype place = 0) const
    {
        const AutomationRun *const run = automations.runs(last).value(place);
        QStringList lines;
        if (run)
            for (const TraceLine &line : run->trace)
                lines.append(line.text);
        return lines.join(u'\n');
    }
    [[nodiscard]] State state(qsizetype place = 0) const
    {
        const AutomationRun *const run = automations.runs(last).value(place);
        return run ? run->state : State::Queued;
    }

    Micros now = 0;
    Fleet fleet;
    FleetColumns columns {fleet};
    Dispatcher dispatcher {fleet};
    QHash<QString, QString> documents;
    QStringList sent;
    QStringList notices;
    QList<CommandId> open;
    bool obeys = true;
    Automations automations {fleet, columns, dispatcher};
    AutomationId last {1};
};

const char weekPlan[] = R"({"kind":"week","missed":"run","between":16,"blocks":[{"day":"sat","from":"06:00","to":"22:00","value":21},
    {"day":"sun","from":"02:30","to":"10:00","value":22}]})";

} // namespace

class TestTimetable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWeekPlanHeatsOverTheChangeOfClocks_data();
    void aWeekPlanHeatsOverTheChangeOfClocks();
    void missedRunsAsDeclared_data();
    void missedRunsAsDeclared();
    void aSleepIsNoticedAndSaid();
    void runsMadeUpForWaitForEachOther();
    void aClockThatIsSet_data();
    void aClockThatIsSet();
    void aChangedScheduleCountsFromNow();
    void whatIsSwitchedOffMissesNothing();
    void sunriseNeedsASite();
    void onlyAPlanHasAValue();
    void aScheduleNeedsNamedDevices();
    void jsonKeepsASchedule();
    void manySchedulesAtOnce();
    void aDryRunGivesWhatALiveRunGave_data();
    void aDryRunGivesWhatALiveRunGave();
};

void TestTimetable::aWeekPlanHeatsOverTheChangeOfClocks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("sent");
    // The Sunday block begins at 02:30, which the spring leaves out and the autumn has twice.
    QTest::newRow("spring") << QStringLiteral("2026-03-27 12:00") << QStringList {QStringLiteral("03-28 06:00 21"), QStringLiteral("03-28 22:00 16"), QStringLiteral("03-29 03:00 22"), QStringLiteral("03-29 10:00 16")};
    QTest::newRow("autumn") << QStringLiteral("2026-10-23 12:00") << QStringList {QStringLiteral("10-24 06:00 21"), QStringLiteral("10-24 22:00 16"), QStringLiteral("10-25 02:30 22"), QStringLiteral("10-25 10:00 16")};
}

void TestTimetable::aWeekPlanHeatsOverTheChangeOfClocks()
{
    QFETCH(QString, from);
    QFETCH(QStringList, sent);
    Stage stage(wall(qPrintable(from)));
    stage.add(heating(weekPlan));
    stage.goOnTo(stage.now + 72 * hour);
    QCOMPARE(stage.sent, sent);
    QVERIFY2(stage.trace().contains(QStringLiteral("the week plan changes")) && stage.trace().contains(QStringLiteral("10:00")), qPrintable(stage.trace()));
    QVERIFY2(stage.trace().contains(QStringLiteral("setpoint = 16 of Device 1: confirmed")), qPrintable(stage.trace()));
    QVERIFY(!stage.trace().contains(QStringLiteral("late")));
}

void TestTimetable::missedRunsAsDeclared_data()
{
    QTest::addColumn<QByteArray>("missed");
    QTest::addColumn<int>("runs");
    QTest::addColumn<QString>("trace");
    QTest::newRow("one for all") << QByteArray("run") << 1 << QStringLiteral("3 run(s) before it were missed");
    QTest::newRow("skipped") << QByteArray("skip") << 0 << QStringLiteral("missed and skipped");
    QTest::newRow("asked about") << QByteArray("ask") << 0 << QStringLiteral("waits for a person");
    QTest::newRow("each") << QByteArray("all") << 4 << QStringLiteral("late");
}

void TestTimetable::missedRunsAsDeclared()
{
    QFETCH(QByteArray, missed);
    QFETCH(int, runs);
    QFETCH(QString, trace);
    QHash<QString, QString> documents;
    {
        Stage stage(wall("2026-03-27 12:00"));
        const QByteArray schedule = R"({"kind":"daily","times":["06:00","18:00"],"missed":")" + missed + "\"}";
        stage.add(heating(schedule.constData(), 20.0));
        stage.goOnTo(wall("2026-03-27 18:30"));
        QCOMPARE(stage.sent.size(), 1);
        documents = stage.documents; // killed here: nothing is said on the way out
    }
    Stage stage(wall("2026-03-29 19:00"), documents);
    QVERIFY(stage.sent.isEmpty());
    stage.jumpTo(stage.now);
    QCOMPARE(stage.sent.size(), runs);
    QVERIFY2(stage.trace().contains(trace), qPrintable(stage.trace()));
    QCOMPARE(stage.notices.size(), missed == "ask" ? 1 : 0);
    stage.goOnTo(wall("2026-03-30 07:00"));
    QCOMPARE(stage.sent.size(), runs + 1);
    QCOMPARE(stage.sent.last(), QStringLiteral("03-30 06:00 20"));
    Stage again(wall("2026-03-30 07:00"), stage.documents);
    again.jumpTo(again.now);
    QVERIFY(again.sent.isEmpty()); // what was asked, skipped or made up for is done with
}

void TestTimetable::aSleepIsNoticedAndSaid()
{
    Stage stage(wall("2026-05-01 05:00"));
    stage.add(heating(R"({"kind":"daily","times":["06:00"],"missed":"run"})", 20.0));
    stage.jumpTo(wall("2026-05-01 08:00"));
    QCOMPARE(stage.sent, QStringList {QStringLiteral("05-01 08:00 20")});
    QVERIFY2(stage.trace().contains(QStringLiteral("It is 2 h late")), qPrintable(stage.trace()));
    QVERIFY2(stage.trace().contains(QStringLiteral("06:00")), qPrintable(stage.trace()));
    stage.jumpTo(wall("2026-05-02 06:00") + 90 * second); // a timer that sleeps along looks once a minute: not late
    QCOMPARE(stage.sent.size(), 2);
    QVERIFY(!stage.trace().contains(QStringLiteral("late")));
}

void TestTimetable::runsMadeUpForWaitForEachOther()
{
    Stage stage(wall("2026-05-01 05:00"));
    stage.add(heating(R"({"kind":"interval","every":3600,"missed":"all"})", 20.0)); // "single": the others would be in the way
    stage.obeys = false;
    stage.jumpTo(stage.now + 48 * hour);
    int done = 0;
    while (!stage.open.isEmpty()) {
        QCOMPARE(stage.open.size(), 1);
        stage.dispatcher.finish(stage.open.takeFirst(), {}, true);
        ++done;
        QCoreApplication::processEvents();
    }
    QCOMPARE(done, Timetable::mostMadeUp);
    const auto runs = stage.automations.runs(stage.last);
    QCOMPARE(int(runs.size()), Timetable::mostMadeUp);
    QVERIFY2(stage.trace(runs.size() - 1).contains(QStringLiteral("38 run(s) before it")), qPrintable(stage.trace(runs.size() - 1)));
    QCOMPARE(shown(runs.first()->firing.time), QStringLiteral("05-03 05:00"));
}

void TestTimetable::aClockThatIsSet_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<QString>("set");  ///< at noon, to
    QTest::addColumn<QString>("next"); ///< run that follows
    const QByteArray hourly = R"({"kind":"cron","cron":"0 * * * *"})";
    const QByteArray often = R"({"kind":"interval","every":600})";
    QTest::newRow("back a little: nothing twice") << hourly << QStringLiteral("2026-05-01 10:30") << QStringLiteral("05-01 13:00");
    QTest::newRow("back a lot: it was wrong before") << hourly << QStringLiteral("2026-04-01 10:30") << QStringLiteral("04-01 11:00");
    QTest::newRow("back: intervals go on") << often << QStringLiteral("2026-05-01 10:30") << QStringLiteral("05-01 10:40");
    QTest::newRow("forward: as if it had slept") << hourly << QStringLiteral("2026-05-03 10:30") << QStringLiteral("05-03 11:00");
}

void TestTimetable::aClockThatIsSet()
{
    QFETCH(QByteArray, schedule);
    QFETCH(QString, set);
    QFETCH(QString, next);
    Stage stage(wall("2026-05-01 11:30"));
    stage.add(heating(schedule.constData(), 20.0));
    stage.goOnTo(wall("2026-05-01 12:01"));
    QVERIFY(!stage.sent.isEmpty());
    stage.sent.clear();
    stage.jumpTo(wall(qPrintable(set)));
    QVERIFY(stage.sent.isEmpty()); // missed ones are skipped here
    QCOMPARE(shown(stage.automations.nextRun(stage.last)), next);
    stage.goOnTo(stage.automations.nextRun(stage.last));
    QCOMPARE(stage.sent, QStringList {next + QStringLiteral(" 20")});
}

void TestTimetable::aChangedScheduleCountsFromNow()
{
    Stage stage(wall("2026-05-01 05:00"));
    stage.add(heating(R"({"kind":"daily","times":["06:00"],"missed":"run"})", 20.0));
    stage.now = wall("2026-05-01 05:30");
    Automation changed = *stage.automations.rule(stage.last);
    changed.name = QStringLiteral("Renamed"); // the schedule goes on where it is
    QVERIFY(stage.automations.change(changed));
    stage.now = wall("2026-05-01 09:00"); // and nobody looked at six
    changed.triggers.first().schedule.times = {8 * 3'600};
    QVERIFY(stage.automations.change(changed));
    stage.jumpTo(stage.now);
    QVERIFY(stage.sent.isEmpty());
    stage.goOnTo(wall("2026-05-02 08:00"));
    QCOMPARE(stage.sent, QStringList {QStringLiteral("05-02 08:00 20")});
    stage.automations.remove(stage.last);
    stage.goOnTo(wall("2026-05-03 09:00"));
    QCOMPARE(stage.sent.size(), 1);
    QTRY_VERIFY(stage.documents.isEmpty());
}

void TestTimetable::whatIsSwitchedOffMissesNothing()
{
    Stage stage(wall("2026-05-01 05:00"));
    stage.add(heating(R"({"kind":"daily","times":["06:00"],"missed":"run"})", 20.0));
    stage.automations.setEnabled(stage.last, false);
    stage.goOnTo(wall("2026-05-02 09:00"));
    stage.automations.setEnabled(stage.last, true);
    stage.jumpTo(stage.now);
    QVERIFY(stage.sent.isEmpty());
    stage.goOnTo(wall("2026-05-03 06:00"));
    QCOMPARE(stage.sent.size(), 1);
}

void TestTimetable::sunriseNeedsASite()
{
    const Automation rule = heating(R"({"kind":"sun","event":"sunset","offset":-600})", 20.0);
    Stage stage(wall("2026-06-21 12:00"));
    const Result<AutomationId> refused = stage.automations.add(rule);
    QVERIFY(!refused && refused.error().text.contains(QStringLiteral("latitude")) && refused.error().text.contains(QStringLiteral("settings")));
    stage.automations.setSite(Site {52.52, 13.405});
    stage.add(rule);
    QCOMPARE(shown(stage.automations.nextRun(stage.last)), QStringLiteral("06-21 21:23"));
    stage.automations.setSite(Site {48.14, 11.58}); // moved to Munich
    QCOMPARE(shown(stage.automations.nextRun(stage.last)).left(8), QStringLiteral("06-21 21"));
    QVERIFY(shown(stage.automations.nextRun(stage.last)) != QStringLiteral("06-21 21:23"));
    QTRY_VERIFY(stage.documents.contains(QStringLiteral("site")));
    Stage again(stage.now, stage.documents);
    QVERIFY(again.automations.site() == (Site {48.14, 11.58}));
    QVERIFY(again.notices.isEmpty());
    stage.documents.remove(QStringLiteral("site"));
    Stage lost(stage.now, stage.documents);
    QCOMPARE(lost.automations.nextRun(stage.last), 0);
    QCOMPARE(lost.automations.all().size(), 1);
    Automation off = *lost.automations.rule(stage.last);
    off.enabled = false;
    QVERIFY(lost.automations.change(off)); // what cannot run can be switched off
    lost.notices.clear();
    lost.automations.setEnabled(stage.last, true);
    QVERIFY(!lost.automations.rule(stage.last)->enabled);
    QVERIFY2(lost.notices.value(0).contains(QStringLiteral("latitude")), qPrintable(lost.notices.join(u'\n')));
    stage.documents.insert(QStringLiteral("site"), QStringLiteral(R"({"latitude":1e300,"longitude":"x"})"));
    QVERIFY(!Stage(stage.now, stage.documents).automations.site());
}

void TestTimetable::onlyAPlanHasAValue()
{
    Stage stage(wall("2026-05-01 05:00"));
    stage.add(heating(R"({"kind":"daily","times":["06:00"]})"));
    stage.goOnTo(wall("2026-05-01 06:01"));
    QVERIFY(stage.sent.isEmpty());
    QVERIFY2(stage.trace().contains(QStringLiteral("There is no value to send")), qPrintable(stage.trace()));
    stage.now = wall("2026-05-02 07:00"); // Saturday, in the block
    stage.add(heating(weekPlan));
    QVERIFY(stage.automations.runNow(stage.last));
    QCOMPARE(stage.sent, QStringList {QStringLiteral("05-02 07:00 21")});
}

void TestTimetable::aScheduleNeedsNamedDevices()
{
    Automation rule = heating(R"({"kind":"daily","times":["06:00"]})", 20.0);
    rule.steps.first().address.clear();
    QVERIFY(!rule.validate() && rule.validate().error().text.contains(QStringLiteral("where the command goes")));
    rule.steps.first().query = QStringLiteral("model:M1");
    QVERIFY(rule.validate());
    RuleCondition condition;
    condition.key = QStringLiteral("temperature");
    rule.conditions = {condition};
    QVERIFY(!rule.validate());
    rule.conditions.first().address = QStringLiteral("mqtt:made-up/1");
    QVERIFY(rule.validate());
}

void TestTimetable::jsonKeepsASchedule()
{
    const Automation rule = heating(weekPlan);
    const Result<Automation> read = automationjson::ruleOf(automationjson::toJson(rule));
    QVERIFY(read && *read == rule);
    const auto wrong = automationjson::ruleOf(QJsonDocument::fromJson(R"({"automation":1,"name":"x","when":[{"type":"schedule","schedule":{"kind":"daily","times":["25:00"]}}],"then":[{"type":"delay","for":1}]})").object());
    QVERIFY(!wrong && wrong.error().text.contains(QStringLiteral("trigger 1")) && wrong.error().text.contains(QStringLiteral("25:00")));
    const auto words = [](const char *json) { return automationwords::schedule(scheduleOf(json)); };
    QCOMPARE(words(R"({"kind":"daily","times":["06:30","22:00"]})"), QStringLiteral("it is 06:30, 22:00"));
    QCOMPARE(words(R"({"kind":"sun","event":"sunset","offset":-1800})"), QStringLiteral("it is 30 min before sunset"));
    QCOMPARE(words(R"({"kind":"interval","every":300})"), QStringLiteral("another 5 min are over"));
    QCOMPARE(words(R"({"kind":"cron","cron":"0 6 * * *"})"), QStringLiteral("“0 6 * * *” says so"));
}

void TestTimetable::manySchedulesAtOnce()
{
    Stage stage(wall("2026-05-01 05:00"));
    constexpr int many = 6'000; // more than there are runs kept
    static_assert(many > Automations::mostKeptInAll);
    const Automation rule = heating(R"({"kind":"daily","times":["06:00"]})", 20.0);
    for (int i = 0; i < many; ++i)
        QVERIFY(stage.automations.add(rule));
    stage.jumpTo(wall("2026-05-01 06:00"));
    QCOMPARE(stage.sent.size(), many);
    stage.jumpTo(wall("2026-05-01 06:00") + 30 * second);
    QCOMPARE(stage.sent.size(), many);
}

void TestTimetable::aDryRunGivesWhatALiveRunGave_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::newRow("week plan") << QByteArray(weekPlan);
    QTest::newRow("times of day") << QByteArray(R"({"kind":"daily","times":["02:30","06:00","22:00:07"]})");
    QTest::newRow("interval") << QByteArray(R"({"kind":"interval","every":5399})");
    QTest::newRow("cron") << QByteArray(R"({"kind":"cron","cron":"*/20 1-5,12 * * *"})");
    QTest::newRow("sun") << QByteArray(R"({"kind":"sun","event":"sunrise","offset":-1234})");
}

/// Values come at any moment, and the clocks go back in between.
void TestTimetable::aDryRunGivesWhatALiveRunGave()
{
    QFETCH(QByteArray, schedule);
    qint64 ran = 0;
    qint64 all = 0;
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QRandomGenerator random(seed);
        Stage stage(wall("2026-10-23 12:00"));
        stage.automations.setSite(Site {52.52, 13.405});
        Automation made = heating(schedule.constData());
        made.steps.first().argument = 20.0;
        RuleCondition condition;
        condition.key = QStringLiteral("temperature");
        condition.address = QStringLiteral("mqtt:made-up/1");
        condition.test = AlarmRule::Test::Below;
        condition.limit = 15;
        made.conditions.append(condition);
        stage.add(made);
        made.id = stage.last;
        AutomationTrial trial(stage.automations.judge(), made, stage.automations.triggersOf(made), stage.now, stage.automations.timetable());
        QList<Sample> samples;
        const Micros end = stage.now + 72 * hour;
        while (stage.now < end) {
            const Micros until = std::min(stage.now + random.bounded(1, 3'600) * second, end);
            for (Micros due = stage.automations.nextRun(stage.last); due <= until; due = stage.automations.nextRun(stage.last))
                stage.jumpTo(due);
            stage.jumpTo(until);
            samples.append({until, double(random.bounded(30)), metricOf({1}, 0), 0, 0});
            stage.fleet.observe({{samples.last()}, {}});
        }
        for (qsizetype i = 0; i < samples.size(); i += 29)
            trial.feed({samples.mid(i, 29), {}});
        trial.end(end);
        QStringList dry;
        for (const AutomationTrial::Firing &firing : trial.firings())
            if (firing.ran)
                dry.append(shown(firing.time) + QStringLiteral(" 20"));
        QCOMPARE(dry, stage.sent);
        QCOMPARE(qint64(dry.size()), trial.ran());
        ran += trial.ran();
        all += trial.count();
    }
    QVERIFY(ran > 0 && ran < all);
}

QTEST_GUILESS_MAIN(TestTimetable)
#include "tst_timetable.moc"
