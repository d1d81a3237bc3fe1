// Alarms: the evaluation as a pure function, what runs behind Ingest, and what a person and the next start see of it.

#include "rules/alarms.h"
#include "rules/alarmwatch.h"
#include "rules/walltime.h"

#include "tests/support/madeupfleet.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace muster;
using namespace muster::support;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros start = 1'700'000'000 * second; // a Tuesday, 22:13:20 UTC
const QTimeZone berlin("Europe/Berlin");

struct Point
{
    double at = 0; ///< seconds
    double value = 0;
};

struct Expected
{
    double raised = 0;
    double cleared = 0; ///< 0: not before the end
};

AlarmRule above(double limit)
{
    AlarmRule rule;
    rule.name = QStringLiteral("Hot");
    rule.key = QStringLiteral("temperature");
    rule.limit = limit;
    return rule;
}

AlarmRule with(AlarmRule rule, const std::function<void(AlarmRule &)> &change)
{
    change(rule);
    return rule;
}

/// Everything a live run does, with the clock in one place.
class Stage
{
public:
    Stage()
    {
        alarms.setClock([this] { return now; });
        QObject::connect(&alarms, &Alarms::runChanged, &watch, &AlarmWatch::setRules);
        QObject::connect(&watch, &AlarmWatch::changed, &alarms, &Alarms::take);
        QObject::connect(&alarms, &Alarms::documentsToStore, &alarms, [this](const QHash<QString, QString> &changed) {
            for (auto it = changed.cbegin(); it != changed.cend(); ++it)
                it->isEmpty() ? void(documents.remove(it.key())) : void(documents.insert(it.key(), it.value()));
        });
    }

    void say(DeviceId device, double value, quint32 which = 0) { say({Sample {.time = now, .value = value, .metric = metricOf(device, which)}}); }
    void say(const QList<Sample> &samples)
    {
        const SampleBatch batch {samples, {}};
        fleet.observe(batch);
        watch.take(batch);
    }
    void pass(Micros span)
    {
        now += span;
        watch.pass();
        alarms.pass();
    }
    void setZone(const QTimeZone &zone)
    {
        alarms.setZone(zone);
        watch.setZone(zone);
    }
    [[nodiscard]] AlarmKey keyOf(AlarmRuleId rule, quint32 device) const { return {rule, metricOf({device}, 0)}; }

    Micros now = start;
    Fleet fleet;
    FleetColumns columns {fleet};
    AlarmWatch watch {[this] { return now; }};
    QHash<QString, QString> documents;
    Alarms alarms {fleet, columns};
};

QList<alarmlogic::Firing> dryRun(const AlarmRule &rule, const QList<Sample> &samples, Micros from, Micros to, const QList<Sample> &references = {},
    const QTimeZone &zone = QTimeZone::utc())
{
    alarmlogic::DryRun run(rule, from, zone);
    run.setReferences(references);
    for (qsizetype i = 0; i < samples.size(); i += 7)
        run.feed(samples.mid(i, 7));
    run.end(to);
    return run.firings();
}

} // namespace

class TestAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesDecide_data();
    void rulesDecide();
    void valuesThatAreNoneChangeNothing();
    void aClockSetBackStartsAnew();
    void badRulesAreRefusedWithASentence_data();
    void badRulesAreRefusedWithASentence();
    void jsonKeepsEverything();
    void aDryRunGivesWhatALiveRunGave();
    void anAlarmLivesUntilItIsOverAndAcknowledged();
    void raisingAgainExtendsItAndIsNewsAgain();
    void shelvedAlarmsAreOutOfSightUntilTheirTime();
    void aRuleIsAboutWhateverFitsItsQuery();
    void aRuleBeginsWithTheValueThereIs();
    void whatIsLeftOfAHoldCountsAfterARestart();
    void alarmsAndAcknowledgementsSurviveARestart();
    void rulesOfANewerFormatAreKept();
    void aRemovedRuleTakesItsAlarmsAway();
    void aDeviceThatLeavesEndsItsAlarms();
    void queriesSeeAlarms();
    void aStormIsBounded();
    void hoursAreStretchesOfTheWall_data();
    void hoursAreStretchesOfTheWall();
    void whatLastsLastsFromTheBeginningOfTheHours();
    void hoursDecide_data();
    void hoursDecide();
    void anotherMetricIsTheLimit();
    void oneMessageWithValueAndLimitIsOneEvaluation();
    void theLimitOfAnotherDeviceCounts();
    void aLimitThatChangesIsFollowed();
    void whatNobodyAcknowledgesIsToldAgain();
    void theTimeUntilItIsToldAgainSurvivesARestart();
    void itIsToldAgainWithinItsHoursOnly();
    void automationsRaiseThemByName();
    void whatAutomationsRaisedSurvivesARestart();
    void whatAutomationsRaisedEndsWithItsDeviceOrItsRule();
};

void TestAlarms::rulesDecide_data()
{
    using Test = AlarmRule::Test;
    QTest::addColumn<AlarmRule>("rule");
    QTest::addColumn<QList<Point>>("points");
    QTest::addColumn<QList<Expected>>("expected");
    const auto row = [](const char *name, const AlarmRule &rule, const QList<Point> &points, const QList<Expected> &expected) {
        QTest::newRow(name) << rule << points << expected;
    };
    row("simple", above(30), {{1, 29}, {2, 31}, {3, 32}, {4, 30}, {5, 31}}, {{2, 4}, {5, 0}});
    row("not at the limit itself", above(30), {{1, 30}}, {});
    row("deadband", with(above(30), [](AlarmRule &r) { r.deadband = 2; }), {{1, 31}, {2, 29}, {3, 28}}, {{1, 3}});
    row("separate clear limit", with(above(26), [](AlarmRule &r) { r.clearAt = 24; }), {{1, 27}, {2, 25}, {3, 26.5}, {4, 24}}, {{1, 4}});
    row("below", with(above(5), [](AlarmRule &r) { r.test = Test::Below; r.deadband = 1; }), {{1, 4}, {2, 5.5}, {3, 6}}, {{1, 3}});
    row("equal", with(above(1), [](AlarmRule &r) { r.test = Test::Equal; }), {{1, 0}, {2, 1}, {3, 0}}, {{2, 3}});
    row("unequal", with(above(1), [](AlarmRule &r) { r.test = Test::Unequal; }), {{1, 1}, {2, 7}, {3, 1}}, {{2, 3}});
    row("outside", with(above(10), [](AlarmRule &r) { r.test = Test::Outside; r.upper = 20; r.deadband = 1; }),
        {{1, 15}, {2, 21}, {3, 19.5}, {4, 19}, {5, 9}, {6, 10.5}, {7, 11}}, {{2, 4}, {5, 7}});
    row("for: fires without a new value", with(above(30), [](AlarmRule &r) { r.hold = 10 * second; }), {{1, 31}}, {{11, 0}});
    row("for: a value that does not fit resets it", with(above(30), [](AlarmRule &r) { r.hold = 10 * second; }), {{1, 31}, {9, 29}, {10, 31}}, {{20, 0}});
    row("for: begins with the first value that fits", with(above(30), [](AlarmRule &r) { r.hold = 10 * second; }), {{1, 31}, {5, 33}, {9, 31}}, {{11, 0}});
    row("times in a row", with(above(30), [](AlarmRule &r) { r.times = 3; }), {{1, 31}, {2, 31}, {3, 29}, {4, 31}, {5, 31}, {6, 31}}, {{6, 0}});
    row("times and for", with(above(30), [](AlarmRule &r) { r.times = 2; r.hold = 5 * second; }), {{1, 31}, {9, 31}}, {{9, 0}});
    row("off delay", with(above(30), [](AlarmRule &r) { r.offDelay = 5 * second; }), {{1, 31}, {2, 29}, {4, 31}, {6, 29}}, {{1, 11}});
    row("silence as an alarm of its own", with(above(0), [](AlarmRule &r) { r.test = Test::Silent; r.hold = 10 * second; }), {{5, 1}, {20, 1}}, {{15, 20}, {30, 0}});
    row("silence counts as alarming", with(above(30), [](AlarmRule &r) { r.silence = 10 * second; r.silencePolicy = SilencePolicy::Alarming; }),
        {{5, 1}, {20, 1}}, {{15, 20}, {30, 0}});
    row("silence counts as normal", with(above(30), [](AlarmRule &r) { r.silence = 10 * second; r.silencePolicy = SilencePolicy::Normal; }), {{5, 31}}, {{5, 15}});
    row("silence keeps what is", with(above(30), [](AlarmRule &r) { r.silence = 10 * second; }), {{5, 31}}, {{5, 0}});
}

void TestAlarms::rulesDecide()
{
    QFETCH(AlarmRule, rule);
    QFETCH(QList<Point>, points);
    QFETCH(QList<Expected>, expected);
    QVERIFY(rule.validate());
    QList<Sample> samples;
    for (const Point &point : std::as_const(points))
        samples.append({start + Micros(point.at * second), point.value, {1}, 0, 0});
    const QList<alarmlogic::Firing> firings = dryRun(rule, samples, start, start + 40 * second);
    QCOMPARE(firings.size(), expected.size());
    for (qsizetype i = 0; i < firings.size(); ++i) {
        QCOMPARE(double(firings.at(i).raised - start) / second, expected.at(i).raised);
        QCOMPARE(firings.at(i).cleared == 0 ? 0 : double(firings.at(i).cleared - start) / second, expected.at(i).cleared);
    }
}

void TestAlarms::valuesThatAreNoneChangeNothing()
{
    AlarmTrack track;
    QCOMPARE(alarmlogic::feed(above(30), track, start, std::numeric_limits<double>::quiet_NaN()), AlarmChange::None);
    QCOMPARE(track, AlarmTrack());
    QCOMPARE(alarmlogic::feed(above(30), track, start, std::numeric_limits<double>::infinity()), AlarmChange::Raised);
    QCOMPARE(alarmlogic::feed(above(30), track, start - second, 20), AlarmChange::None); // late
    QVERIFY(track.active);
}

void TestAlarms::aClockSetBackStartsAnew()
{
    const AlarmRule rule = with(above(30), [](AlarmRule &r) { r.hold = 10 * second; });
    AlarmTrack track;
    QCOMPARE(alarmlogic::feed(rule, track, start, 31), AlarmChange::None);
    QCOMPARE(alarmlogic::feed(rule, track, start - 3'600 * second, 31), AlarmChange::None);
    QCOMPARE(alarmlogic::due(rule, track), start - 3'590 * second);
}

void TestAlarms::badRulesAreRefusedWithASentence_data()
{
    QTest::addColumn<AlarmRule>("rule");
    const auto row = [](const char *name, const std::function<void(AlarmRule &)> &change) { QTest::newRow(name) << with(above(30), change); };
    row("no name", [](AlarmRule &r) { r.name = QStringLiteral(" \n"); });
    row("no metric", [](AlarmRule &r) { r.key.clear(); });
    row("not a number", [](AlarmRule &r) { r.limit = std::numeric_limits<double>::quiet_NaN(); });
    row("limits crossed", [](AlarmRule &r) { r.test = AlarmRule::Test::Outside; r.upper = 20; });
    row("deadband wider than the band", [](AlarmRule &r) { r.test = AlarmRule::Test::Outside; r.upper = 31; r.deadband = 1; });
    row("over above the limit", [](AlarmRule &r) { r.clearAt = 31; });
    row("silent for no time", [](AlarmRule &r) { r.test = AlarmRule::Test::Silent; });
    row("delay below zero", [](AlarmRule &r) { r.hold = -1; });
    row("delay of years", [](AlarmRule &r) { r.offDelay = AlarmRule::maxDelay + 1; });
    row("never in a row", [](AlarmRule &r) { r.times = 0; });
    row("told again too soon", [](AlarmRule &r) { r.again = 59 * second; });
    row("told again after years", [](AlarmRule &r) { r.again = AlarmRule::maxDelay + 1; });
    row("hours on no day", [](AlarmRule &r) { r.hours.days = 0; });
    row("hours after midnight", [](AlarmRule &r) { r.hours.to = 1'440; });
    row("hours shorter than what lasts", [](AlarmRule &r) { r.hours = {WeekHours::everyDay, 480, 490}; r.hold = 600 * second; });
    row("its own limit", [](AlarmRule &r) { r.limitKey = r.key; });
    row("silent with a limit", [](AlarmRule &r) { r.test = AlarmRule::Test::Silent; r.hold = second; r.limitKey = QStringLiteral("setpoint"); });
    row("no web address", [](AlarmRule &r) { r.postTo = QStringLiteral("example.org/hook"); });
    row("a mail address without @", [](AlarmRule &r) { r.mailTo = QStringLiteral("example.org"); });
    row("a mail address without a name", [](AlarmRule &r) { r.mailTo = QStringLiteral("@example.org"); });
    row("two mail addresses", [](AlarmRule &r) { r.mailTo = QStringLiteral("a@example.org,b@example.org"); });
    row("two lines of mail address", [](AlarmRule &r) { r.mailTo = QStringLiteral("a@example.org\nBcc:x"); });
    row("a long mail address", [](AlarmRule &r) { r.mailTo = QStringLiteral("a@").leftJustified(AlarmRule::maxMail + 1, u'x'); });
    row("bad query", [](AlarmRule &r) { r.query = QStringLiteral("battery<"); });
}

void TestAlarms::badRulesAreRefusedWithASentence()
{
    QFETCH(AlarmRule, rule);
    Stage stage;
    const auto refused = stage.alarms.add(rule);
    QVERIFY(!refused);
    QVERIFY(!refused.error().text.isEmpty());
    QVERIFY(stage.alarms.rules().isEmpty());
}

void TestAlarms::jsonKeepsEverything()
{
    AlarmRule rule = above(30.25);
    rule.id = {7};
    rule.enabled = false;
    rule.severity = AlarmSeverity::Critical;
    rule.address = QStringLiteral("mqtt:x");
    rule.query = QStringLiteral("kind:m2m");
    rule.hold = 90 * second;
    rule.times = 4;
    rule.clearAt = 28;
    rule.offDelay = second / 2;
    rule.silence = 3'600 * second;
    rule.silencePolicy = SilencePolicy::Normal;
    rule.hours = {0x1f, 22 * 60 + 30, 6 * 60};
    rule.limitKey = QStringLiteral("setpoint");
    rule.limitAddress = QStringLiteral("mqtt:y");
    rule.again = 90 * second;
    rule.postTo = QStringLiteral("https://example.org/hook?key=1");
    rule.mailTo = QStringLiteral("ops@example.org");
    const Result<AlarmRule> read = alarmjson::ruleOf(alarmjson::toJson(rule));
    QVERIFY(read);
    QCOMPARE(*read, rule);
    QVERIFY(!alarmjson::ruleOf({}));
    QJsonObject hostile = alarmjson::toJson(rule);
    hostile.insert(QStringLiteral("for"), 1e300);
    QVERIFY(!alarmjson::ruleOf(hostile));
    for (const char *hours : {"{'from':'25:00'}", "{'days':[]}", "{'days':['monday']}", "{'from':7}"}) {
        hostile = alarmjson::toJson(rule);
        hostile.insert(QStringLiteral("hours"), QJsonDocument::fromJson(QByteArray(hours).replace('\'', '"')).object());
        const Result<AlarmRule> refused = alarmjson::ruleOf(hostile);
        QVERIFY2(!refused || QByteArray(hours).contains('7'), hours); // what is no text is midnight
    }
}

void TestAlarms::aDryRunGivesWhatALiveRunGave()
{
    QRandomGenerator dice(42);
    qsizetype fired = 0;
    for (int round = 0; round < 400; ++round) {
        Stage stage;
        stage.setZone(berlin);
        stage.fleet.adopt(announceSome(stage.fleet, 1));
        AlarmRule rule = above(dice.bounded(3) - 1);
        rule.test = AlarmRule::Test(dice.bounded(7));
        rule.upper = rule.limit + 2;
        rule.hold = (rule.test == AlarmRule::Test::Silent ? 1 + dice.bounded(9) : dice.bounded(3) * 4) * second;
        rule.times = 1 + dice.bounded(3);
        rule.deadband = dice.bounded(2) / 2.0;
        rule.offDelay = dice.bounded(2) * 3 * second;
        rule.silence = dice.bounded(2) * 8 * second;
        rule.silencePolicy = SilencePolicy(dice.bounded(3));
        if (rule.test != AlarmRule::Test::Silent && dice.bounded(2) == 0)
            rule.limitKey = QStringLiteral("battery");
        if (dice.bounded(2) == 0) // a minute that begins and ends while it runs, at 23:15 in Berlin
            rule.hours = {quint8(dice.bounded(2) == 0 ? WeekHours::everyDay : 0x02), 23 * 60 + 14 + dice.bounded(4), 23 * 60 + 19 + dice.bounded(2)};
        if (dice.bounded(8) == 0)
            rule.hours = {0x04, 0, 0}; // all of Wednesday: it begins later
        QList<alarmlogic::Firing> live;
        QObject::connect(&stage.watch, &AlarmWatch::changed, &stage.watch, [&live](const QList<AlarmNews> &news) {
            for (const AlarmNews &one : news) {
                if (one.change == AlarmChange::Raised)
                    live.append({one.time, 0, one.track.value});
                else if (one.change == AlarmChange::Cleared)
                    live.last().cleared = one.time;
            }
        });
        QVERIFY(stage.alarms.add(rule));
        QList<Sample> recorded;
        QList<Sample> references;
        for (int step = 0; step < 200; ++step) {
            stage.pass(Micros(dice.bounded(5'000)) * 1'000 + 1); // the timer of the live run comes when it likes
            QList<Sample> said;
            for (int more = dice.bounded(4); more > 0; --more) { // in any order, some of them at the same time
                const bool isLimit = dice.bounded(3) == 0;
                said.append({stage.now, double(dice.bounded(7)) - (isLimit ? 4 : 3), metricOf({1}, isLimit ? 1 : 0), 0, 0});
                (isLimit ? references : recorded).append(said.last());
                stage.now += dice.bounded(3) == 0 ? second / 2 : 0;
            }
            if (!said.isEmpty())
                stage.say(said);
        }
        const QList<alarmlogic::Firing> dry = dryRun(rule, recorded, start, stage.now, rule.isRelative() ? references : QList<Sample>(), berlin);
        stage.pass(0);
        fired += dry.size();
        for (qsizetype i = 0; i < std::max(live.size(), dry.size()); ++i) {
            if (dry.value(i).raised != live.value(i).raised)
                qWarning() << round << i << live.size() << dry.size() << QJsonDocument(alarmjson::toJson(rule)).toJson(QJsonDocument::Compact);
            QCOMPARE(dry.value(i).raised - start, live.value(i).raised - start);
            QCOMPARE(dry.value(i).cleared, live.value(i).cleared);
        }
    }
    QVERIFY2(fired > 1'000, qPrintable(QString::number(fired)));
}

void TestAlarms::anAlarmLivesUntilItIsOverAndAcknowledged()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    const AlarmKey key = stage.keyOf(hot, 2);
    const QSignalSpy raised(&stage.alarms, &Alarms::raised);
    stage.say({2}, 31);
    QVERIFY(stage.alarms.find(key));
    QCOMPARE(raised.size(), 1);
    QCOMPARE(stage.alarms.counts().at(size_t(AlarmSeverity::Major)), 1);
    stage.alarms.acknowledge({key}, QStringLiteral("  on my\nway "));
    QCOMPARE(stage.alarms.find(key)->comment, QStringLiteral("on my way"));
    QVERIFY(stage.alarms.find(key)->active);
    stage.now += second;
    stage.say({2}, 29);
    QVERIFY(!stage.alarms.find(key));
    // The other way round.
    stage.say({2}, 31);
    stage.now += second;
    stage.say({2}, 29);
    QVERIFY(!stage.alarms.find(key)->active);
    stage.alarms.acknowledge({key});
    QVERIFY(stage.alarms.all().isEmpty());
    QCOMPARE(stage.alarms.log().size(), size_t(6));
    QCOMPARE(stage.alarms.log().at(1).why, QStringLiteral("on my way"));
}

void TestAlarms::raisingAgainExtendsItAndIsNewsAgain()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 1));
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    for (const double value : {31.0, 29.0, 32.0}) {
        stage.now += second;
        stage.say({1}, value);
    }
    QCOMPARE(stage.alarms.all().size(), 1);
    const Alarm alarm = *stage.alarms.find(stage.keyOf(hot, 1));
    QCOMPARE(alarm.times, 2);
    QCOMPARE(alarm.raised, start + second);
    QCOMPARE(alarm.changed, start + 3 * second);
    QVERIFY(alarm.active && !alarm.acknowledged);
}

void TestAlarms::shelvedAlarmsAreOutOfSightUntilTheirTime()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 1));
    const AlarmKey key = stage.keyOf(stage.alarms.add(above(30)).value(), 1);
    stage.say({1}, 31);
    stage.alarms.shelve({key}, stage.now + 3'600 * second);
    QCOMPARE(stage.alarms.counts().at(size_t(AlarmSeverity::Major)), 0);
    const QSignalSpy raised(&stage.alarms, &Alarms::raised);
    stage.say({1}, 29);
    stage.now += second;
    stage.say({1}, 31);
    QCOMPARE(raised.size(), 0);
    stage.now += 3'600 * second;
    QTRY_VERIFY(!stage.alarms.find(key)->isShelved());
    QCOMPARE(stage.alarms.counts().at(size_t(AlarmSeverity::Major)), 1);
}

void TestAlarms::aRuleIsAboutWhateverFitsItsQuery()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 6));
    const AlarmRuleId hot = stage.alarms.add(with(above(30), [](AlarmRule &r) { r.query = QStringLiteral("model:M1"); })).value();
    QCOMPARE(stage.watch.watched(), 2);
    for (quint32 n = 1; n <= 6; ++n)
        stage.say({n}, 31);
    QCOMPARE(stage.alarms.all().size(), 2);
    AlarmRule one = *stage.alarms.rule(hot);
    one.query.clear();
    one.address = QStringLiteral("mqtt:made-up/5");
    QVERIFY(stage.alarms.change(one));
    QCOMPARE(stage.watch.watched(), 1);
    QVERIFY(stage.alarms.find(stage.keyOf(hot, 5)));        // it is too hot there already
    QVERIFY(!stage.alarms.find(stage.keyOf(hot, 1))->active); // nobody looks there any longer
    one.enabled = false;
    QVERIFY(stage.alarms.change(one));
    QCOMPARE(stage.watch.watched(), 0);
}

void TestAlarms::aRuleBeginsWithTheValueThereIs()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    stage.say({1}, 31);
    stage.now += second;
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    QVERIFY(stage.alarms.find(stage.keyOf(hot, 1)));
    QCOMPARE(stage.alarms.all().size(), 1);
}

void TestAlarms::whatIsLeftOfAHoldCountsAfterARestart()
{
    QHash<QString, QString> documents;
    {
        Stage before;
        before.fleet.adopt(announceSome(before.fleet, 1));
        QVERIFY(before.alarms.add(with(above(30), [](AlarmRule &r) { r.hold = 600 * second; })));
        before.say({1}, 31);
        before.pass(200 * second);
        before.say({1}, 32);
        QTRY_VERIFY(before.documents.contains(QStringLiteral("alarm/1/10")));
        documents = before.documents; // and no farewell
    }
    Stage after;
    after.now = start + 300 * second;
    after.fleet.adopt(announceSome(after.fleet, 1));
    QCOMPARE(after.alarms.restore(documents), 0);
    after.pass(299 * second);
    QVERIFY(after.alarms.all().isEmpty());
    after.pass(second);
    QCOMPARE(after.alarms.all().size(), 1);
    QCOMPARE(after.alarms.all().begin()->raised, start + 600 * second);
}

void TestAlarms::alarmsAndAcknowledgementsSurviveARestart()
{
    Stage before;
    before.fleet.adopt(announceSome(before.fleet, 3));
    const AlarmRuleId hot = before.alarms.add(above(30)).value();
    for (quint32 n = 1; n <= 3; ++n)
        before.say({n}, 31);
    before.alarms.acknowledge({before.keyOf(hot, 1)}, QStringLiteral("seen"));
    before.alarms.shelve({before.keyOf(hot, 2)}, before.now + 50 * second);
    QTRY_VERIFY(before.documents.value(QStringLiteral("alarm/1/20")).contains(QStringLiteral("shelvedUntil")));
    Stage after;
    after.fleet.adopt(announceSome(after.fleet, 3));
    const QSignalSpy raised(&after.alarms, &Alarms::raised);
    QCOMPARE(after.alarms.restore(before.documents), 0);
    QCOMPARE(after.alarms.all(), before.alarms.all());
    QCOMPARE(after.alarms.log().size(), before.alarms.log().size());
    after.now += second;
    after.say({1}, 33); // still too hot: that is no news
    QCOMPARE(raised.size(), 0);
    after.say({3}, 20);
    QVERIFY(!after.alarms.find(after.keyOf(hot, 3))->active);
    QVERIFY(after.alarms.add(above(5)).value() != hot);
}

void TestAlarms::rulesOfANewerFormatAreKept()
{
    Stage stage;
    const QString stored = QString::fromLatin1("{'last':9,'rules':[{'format':2,'id':4,'name':'From the future'},17]}").replace(u'\'', u'"');
    QCOMPARE(stage.alarms.restore({{QStringLiteral("alarm rules"), stored}, {QStringLiteral("alarm/4/1"), QStringLiteral("[")},
                 {QStringLiteral("alarm log/1"), QStringLiteral("{}")}, {QStringLiteral("calculations"), QStringLiteral("x")}}), 2);
    QVERIFY(stage.alarms.add(above(30)));
    QTRY_VERIFY(stage.documents.value(QStringLiteral("alarm rules")).contains(QStringLiteral("From the future")));
}

void TestAlarms::aRemovedRuleTakesItsAlarmsAway()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    const AlarmRuleId hot = stage.alarms.add(above(30)).value();
    stage.say({1}, 31);
    const QSignalSpy changed(&stage.alarms, &Alarms::alarmsChanged);
    stage.alarms.remove(hot);
    QCOMPARE(changed.size(), 1);
    QVERIFY(stage.alarms.all().isEmpty());
    QTRY_COMPARE(stage.documents.keys(QString()).size(), 0);
    QTRY_VERIFY(!stage.documents.contains(QStringLiteral("alarm/1/10")));
    QCOMPARE(stage.watch.watched(), 0);
}

void TestAlarms::aDeviceThatLeavesEndsItsAlarms()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    const AlarmKey key = stage.keyOf(stage.alarms.add(above(30)).value(), 1);
    stage.say({1}, 31);
    stage.fleet.release({{1}});
    QTRY_VERIFY(!stage.alarms.find(key)->active);
    QVERIFY(!stage.alarms.log().back().why.isEmpty());
}

void TestAlarms::queriesSeeAlarms()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 4));
    const AlarmRuleId hot = stage.alarms.add(with(above(30), [](AlarmRule &r) { r.severity = AlarmSeverity::Critical; })).value();
    LiveQuery active(stage.columns);
    active.setQuery(parseQuery(QStringLiteral("alarm:active severity>=major")).value());
    LiveQuery open(stage.columns);
    open.setQuery(parseQuery(QStringLiteral("alarm:unacked")).value());
    stage.say({3}, 31);
    QCOMPARE(active.devices(), QList<DeviceId> {{3}});
    stage.alarms.acknowledge({stage.keyOf(hot, 3)});
    QCOMPARE(open.count(), 0);
    QCOMPARE(active.count(), 1);
    stage.now += second;
    stage.say({3}, 29);
    QCOMPARE(active.count(), 0);
}

void TestAlarms::aStormIsBounded()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 10'000));
    QVERIFY(stage.alarms.add(above(30)));
    const QSignalSpy changed(&stage.alarms, &Alarms::alarmsChanged);
    SampleBatch batch;
    for (quint32 n = 1; n <= 10'000; ++n)
        batch.samples.append({.time = stage.now, .value = 31, .metric = metricOf({n}, 0)});
    stage.watch.take(batch);
    QCOMPARE(stage.alarms.all().size(), 10'000);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(qsizetype(stage.alarms.log().size()), Alarms::mostEntries);
    stage.alarms.acknowledge(stage.alarms.all().keys());
    QCOMPARE(changed.size(), 2);
}

void TestAlarms::hoursAreStretchesOfTheWall_data()
{
    QTest::addColumn<WeekHours>("hours");
    QTest::addColumn<QDate>("from");
    const QDate spring(2026, 3, 25); // the clock jumps on Sunday the 29th, 02:00 to 03:00
    const QDate autumn(2026, 10, 21); // and on Sunday the 25th, 03:00 back to 02:00
    for (const QDate &date : {spring, autumn}) {
        const auto row = [&date](const char *name, const WeekHours &hours) { QTest::addRow("%s, %s", name, qPrintable(date.toString(Qt::ISODate))) << hours << date; };
        row("office", {0x1f, 8 * 60, 18 * 60});
        row("over midnight", {WeekHours::everyDay, 22 * 60, 6 * 60});
        row("Saturday's night", {0x20, 22 * 60, 6 * 60});
        row("the weekend at a stretch", {0x60, 0, 0});
        row("Sunday and Monday at a stretch", {0x41, 0, 0});
        row("until midnight", {0x7f, 12 * 60, 0});
        row("within the jump", {0x7f, 2 * 60 + 15, 2 * 60 + 45});
        row("into the jump", {0x7f, 60, 2 * 60 + 30});
        row("out of the jump", {0x7f, 2 * 60 + 30, 4 * 60});
        row("one minute is missing", {0x7f, 60, 59});
        row("always", {});
    }
}

void TestAlarms::hoursAreStretchesOfTheWall()
{
    QFETCH(WeekHours, hours);
    QFETCH(QDate, from);
    const OpenHours open(hours, berlin);
    const auto isOpen = [&hours](Micros moment) { // looked up day by day, without stretches
        const QDate today = walltime::shown(moment, berlin).date;
        for (int day = -1; day <= 0; ++day) {
            const QDate date = today.addDays(day);
            if ((hours.days >> unsigned(date.dayOfWeek() - 1) & 1U) == 0)
                continue;
            const bool isWhole = hours.from == hours.to;
            const Micros begins = walltime::moment(date, isWhole ? 0 : hours.from * 60, berlin);
            const Micros ends = isWhole || hours.to < hours.from ? walltime::moment(date.addDays(1), isWhole ? 0 : hours.to * 60, berlin) : walltime::moment(date, hours.to * 60, berlin);
            if (moment >= begins && moment < ends)
                return true;
        }
        return false;
    };
    const Micros first = walltime::moment(from, 0, berlin);
    bool before = false;
    Micros changed = 0;
    for (Micros moment = first; moment < first + 10LL * 86'400 * second; moment += 60 * second) {
        const OpenHours::Stretch stretch = open.at(moment);
        QCOMPARE(stretch.isOpen, isOpen(moment));
        QVERIFY(stretch.from <= moment && moment < stretch.to);
        if (moment != first && stretch.isOpen != before)
            changed = moment;
        if (changed != 0)
            QCOMPARE(stretch.from, changed); // neighbours are one stretch, and none is cut
        before = stretch.isOpen;
    }
    QCOMPARE(changed == 0, hours.isAlways());
}

void TestAlarms::whatLastsLastsFromTheBeginningOfTheHours()
{
    const OpenHours office({0x1f, 8 * 60, 18 * 60}, berlin);
    const auto at = [](int day, int hour, int minute) { return walltime::moment(QDate(2026, 10, day), (hour * 60 + minute) * 60, berlin); };
    constexpr Micros minute = 60 * second;
    QCOMPARE(office.after(at(22, 9, 0), 10 * minute), at(22, 9, 10));
    QCOMPARE(office.after(at(22, 7, 30), 10 * minute), at(22, 8, 10));
    QCOMPARE(office.after(at(22, 7, 30), 0), at(22, 8, 0));
    QCOMPARE(office.after(at(22, 17, 55), 10 * minute), at(23, 8, 10));
    QCOMPARE(office.after(at(23, 17, 55), 10 * minute), at(26, 8, 10)); // over a weekend, and the end of summer time
    QCOMPARE(office.after(at(23, 9, 0), 11 * 60 * minute), Micros(0));  // longer than they last
}

void TestAlarms::hoursDecide_data()
{
    QTest::addColumn<AlarmRule>("rule");
    QTest::addColumn<QList<Point>>("points");
    QTest::addColumn<QList<Expected>>("expected");
    const auto row = [](const char *name, const QList<Point> &points, const QList<Expected> &expected, const std::function<void(AlarmRule &)> &change = [](AlarmRule &) {}) {
        // From 22:14 to 22:16; the first second is 22:13:20, so they begin at 40 and end at 160
        QTest::newRow(name) << with(with(above(30), [](AlarmRule &r) { r.hours = {WeekHours::everyDay, 22 * 60 + 14, 22 * 60 + 16}; }), change) << points << expected;
    };
    row("within", {{50, 31}, {60, 29}}, {{50, 60}});
    row("before: counts from the beginning", {{10, 31}}, {{40, 0}});
    row("before, and over before", {{10, 31}, {30, 29}}, {});
    row("after", {{170, 31}}, {});
    row("over after the end", {{150, 31}, {170, 29}}, {{150, 170}});
    row("again after the end", {{150, 31}, {170, 29}, {180, 31}}, {{150, 170}});
    row("lasts from the beginning", {{10, 31}, {60, 31}}, {{70, 0}}, [](AlarmRule &r) { r.hold = 30 * second; });
    row("lasts beyond the end", {{140, 31}, {165, 31}}, {}, [](AlarmRule &r) { r.hold = 30 * second; });
    row("silence counts from the beginning", {{1, 1}}, {{60, 0}}, [](AlarmRule &r) { r.test = AlarmRule::Test::Silent; r.hold = 20 * second; });
    row("silence as alarming counts from the beginning", {{1, 1}}, {{60, 0}}, [](AlarmRule &r) { r.silence = 20 * second; r.silencePolicy = SilencePolicy::Alarming; });
    row("silence as normal counts always", {{150, 31}}, {{150, 170}}, [](AlarmRule &r) { r.silence = 20 * second; r.silencePolicy = SilencePolicy::Normal; });
    row("values before count in a row", {{10, 31}, {20, 31}, {50, 31}}, {{50, 0}}, [](AlarmRule &r) { r.times = 3; });
}

void TestAlarms::hoursDecide()
{
    QFETCH(AlarmRule, rule);
    QFETCH(QList<Point>, points);
    QFETCH(QList<Expected>, expected);
    QVERIFY(rule.validate());
    QList<Sample> samples;
    for (const Point &point : std::as_const(points))
        samples.append({start + Micros(point.at * second), point.value, {1}, 0, 0});
    const QList<alarmlogic::Firing> firings = dryRun(rule, samples, start, start + 200 * second);
    QCOMPARE(firings.size(), expected.size());
    for (qsizetype i = 0; i < firings.size(); ++i) {
        QCOMPARE(double(firings.at(i).raised - start) / second, expected.at(i).raised);
        QCOMPARE(firings.at(i).cleared == 0 ? 0 : double(firings.at(i).cleared - start) / second, expected.at(i).cleared);
    }
}

void TestAlarms::anotherMetricIsTheLimit()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    const AlarmRuleId over = stage.alarms.add(with(above(2), [](AlarmRule &r) { r.limitKey = QStringLiteral("battery"); })).value(); // more than 2 above
    const AlarmKey key = stage.keyOf(over, 1);
    stage.say({1}, 31);
    QVERIFY(!stage.alarms.find(key)); // the limit has no value yet
    stage.now += second;
    stage.say({1}, 30, 1);
    QVERIFY(!stage.alarms.find(key));
    stage.now += second;
    stage.say({1}, 28, 1); // without a new temperature
    QVERIFY(stage.alarms.find(key));
    QCOMPARE(stage.alarms.find(key)->value, 31.0);
    QCOMPARE(stage.alarms.find(key)->raised, stage.now);
    stage.now += second;
    stage.say({2}, 50, 1); // that of another device
    QVERIFY(stage.alarms.find(key)->active);
    stage.now += second;
    stage.say({1}, 29, 1);
    QVERIFY(!stage.alarms.find(key)->active);
    stage.now += second;
    stage.say({1}, 33);
    QVERIFY(stage.alarms.find(key)->active);
}

void TestAlarms::oneMessageWithValueAndLimitIsOneEvaluation()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 1));
    const AlarmRuleId over = stage.alarms.add(with(above(0), [](AlarmRule &r) { r.limitKey = QStringLiteral("battery"); })).value();
    for (const double value : {20.0, 40.0, 10.0, 60.0}) { // always 1 below its limit
        stage.now += second;
        stage.say({Sample {.time = stage.now, .value = value, .metric = metricOf({1}, 0)}, Sample {.time = stage.now, .value = value + 1, .metric = metricOf({1}, 1)}});
    }
    QVERIFY(!stage.alarms.find(stage.keyOf(over, 1)));
}

void TestAlarms::theLimitOfAnotherDeviceCounts()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 3));
    stage.say({3}, 25);
    stage.say({1}, 26);
    stage.now += second;
    const AlarmRuleId over = stage.alarms.add(with(above(0), [](AlarmRule &r) {
        r.limitKey = QStringLiteral("temperature");
        r.limitAddress = QStringLiteral("mqtt:made-up/3");
    })).value();
    QVERIFY(stage.alarms.find(stage.keyOf(over, 1))); // from the values there are
    stage.say({2}, 25);
    QVERIFY(!stage.alarms.find(stage.keyOf(over, 2)));
    stage.now += second;
    stage.say({3}, 24); // the limit of both, and a value of its own that is never above itself
    QVERIFY(stage.alarms.find(stage.keyOf(over, 2)));
    QVERIFY(!stage.alarms.find(stage.keyOf(over, 3)));
}

void TestAlarms::aLimitThatChangesIsFollowed()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 1));
    AlarmRule rule = with(above(0), [](AlarmRule &r) { r.limitKey = QStringLiteral("battery"); });
    rule.id = stage.alarms.add(rule).value();
    stage.say({1}, 31);
    stage.say({1}, 40, 1);
    stage.say({1}, 20, 2);
    stage.now += second;
    QVERIFY(!stage.alarms.find(stage.keyOf(rule.id, 1)));
    rule.limitKey = QStringLiteral("rssi");
    QVERIFY(stage.alarms.change(rule));
    QVERIFY(stage.alarms.find(stage.keyOf(rule.id, 1))->active);
    rule.limitKey = QStringLiteral("nothing such");
    QVERIFY(stage.alarms.change(rule));
    stage.now += second;
    stage.say({1}, 1'000);
    stage.say({1}, -1'000, 1);
    QVERIFY(stage.alarms.find(stage.keyOf(rule.id, 1))->active); // nobody knows whether it is over
}

void TestAlarms::whatNobodyAcknowledgesIsToldAgain()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    const AlarmRuleId hot = stage.alarms.add(with(above(30), [](AlarmRule &r) { r.again = 60 * second; })).value();
    const QSignalSpy again(&stage.alarms, &Alarms::toldAgain);
    stage.say({1}, 31);
    stage.say({2}, 31);
    stage.pass(59 * second);
    QCOMPARE(again.size(), 0);
    stage.pass(second);
    QCOMPARE(again.size(), 1); // both in one
    QCOMPARE(again.first().first().value<QList<Alarm>>().size(), 2);
    QCOMPARE(stage.alarms.log().back().event, AlarmLogEntry::Event::ToldAgain);
    stage.alarms.acknowledge({stage.keyOf(hot, 1)});
    stage.pass(600 * second);
    QCOMPARE(again.size(), 2); // once, however late
    QCOMPARE(again.last().first().value<QList<Alarm>>().first().key, stage.keyOf(hot, 2));
    stage.alarms.shelve({stage.keyOf(hot, 2)}, stage.now + 100 * second);
    stage.pass(90 * second);
    QCOMPARE(again.size(), 2);
    stage.now += 10 * second;
    QTRY_VERIFY(!stage.alarms.find(stage.keyOf(hot, 2))->isShelved());
    stage.pass(0);
    QTRY_COMPARE(again.size(), 3);
    stage.say({2}, 20);
    stage.pass(600 * second);
    QCOMPARE(again.size(), 3);
    stage.say({2}, 31);
    AlarmRule never = *stage.alarms.rule(hot);
    never.again = 0;
    QVERIFY(stage.alarms.change(never));
    stage.pass(600 * second);
    QCOMPARE(again.size(), 3);
    never.again = 60 * second;
    QVERIFY(stage.alarms.change(never));
    stage.pass(0);
    QCOMPARE(again.size(), 4);
    stage.alarms.remove(hot);
    stage.pass(600 * second);
    QCOMPARE(again.size(), 4);
}

void TestAlarms::theTimeUntilItIsToldAgainSurvivesARestart()
{
    QHash<QString, QString> documents;
    {
        Stage before;
        before.fleet.adopt(announceSome(before.fleet, 1));
        QVERIFY(before.alarms.add(with(above(30), [](AlarmRule &r) { r.again = 600 * second; })));
        before.say({1}, 31);
        before.pass(600 * second); // told again, and 600 s from here
        before.pass(200 * second);
        QTRY_VERIFY(before.documents.value(QStringLiteral("alarm/1/10")).contains(QString::number(start + 600 * second)));
        documents = before.documents; // and no farewell
    }
    Stage after;
    after.now = start + 900 * second;
    after.fleet.adopt(announceSome(after.fleet, 1));
    const QSignalSpy again(&after.alarms, &Alarms::toldAgain);
    QCOMPARE(after.alarms.restore(documents), 0);
    after.pass(299 * second);
    QCOMPARE(again.size(), 0);
    after.pass(second);
    QCOMPARE(again.size(), 1);
    Stage late;
    late.now = start + 9'000 * second;
    late.fleet.adopt(announceSome(late.fleet, 1));
    const QSignalSpy lateAgain(&late.alarms, &Alarms::toldAgain);
    QCOMPARE(late.alarms.restore(documents), 0);
    QTRY_COMPARE(lateAgain.size(), 1); // its own timer
}

void TestAlarms::itIsToldAgainWithinItsHoursOnly()
{
    Stage stage;
    stage.setZone(QTimeZone::utc());
    stage.fleet.adopt(announceSome(stage.fleet, 1));
    QVERIFY(stage.alarms.add(with(above(30), [](AlarmRule &r) {
        r.again = 3'600 * second;
        r.hours = {WeekHours::everyDay, 21 * 60, 23 * 60}; // it is 22:13:20
    })));
    const QSignalSpy again(&stage.alarms, &Alarms::toldAgain);
    stage.say({1}, 31);
    stage.pass(20 * 3'600 * second);
    QCOMPARE(again.size(), 0);
    stage.pass(3 * 3'600 * second - 800 * second);
    QCOMPARE(again.size(), 1);
    QVERIFY(stage.alarms.log().back().time >= start + 82'000 * second);
}

void TestAlarms::automationsRaiseThemByName()
{
    using Raising = Alarms::Raising;
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    QSignalSpy raised(&stage.alarms, &Alarms::raised);
    QSignalSpy cleared(&stage.alarms, &Alarms::cleared);
    const auto raise = [&stage](AlarmSeverity severity, quint32 device = 1) { return stage.alarms.raise(QStringLiteral("Pump dry"), severity, {device}, QStringLiteral("It hums")); };
    QVERIFY(raise(AlarmSeverity::Minor) == Raising::News);
    QCOMPARE(stage.alarms.rules().size(), 1);
    const AlarmKey key {stage.alarms.rules().first().id, {}, {1}};
    QVERIFY(stage.alarms.find(key));
    QCOMPARE(stage.alarms.find(key)->text, QStringLiteral("It hums"));
    QCOMPARE(stage.alarms.log().back().why, QStringLiteral("It hums"));
    QCOMPARE(stage.alarms.counts().at(size_t(AlarmSeverity::Minor)), 1);
    const auto fits = [&stage](const QString &query) { return parseQuery(query)->matches(stage.columns, {1}, stage.now); };
    QVERIFY(fits(QStringLiteral("alarm:active severity:minor")));
    // Again: it goes on, whatever its name is written like, and nobody is told.
    stage.alarms.acknowledge({key});
    QVERIFY(stage.alarms.raise(QStringLiteral(" pump  DRY"), AlarmSeverity::Minor, {1}, QStringLiteral("Still")) == Raising::Known);
    QCOMPARE(stage.alarms.all().size(), 1);
    QCOMPARE(stage.alarms.find(key)->times, 2);
    QCOMPARE(stage.alarms.find(key)->text, QStringLiteral("Still"));
    QVERIFY(stage.alarms.find(key)->acknowledged);
    QCOMPARE(raised.size(), 1);
    QCOMPARE(stage.alarms.log().size(), 2U);
    // Graver than before is news.
    QVERIFY(raise(AlarmSeverity::Critical) == Raising::News);
    QVERIFY(!stage.alarms.find(key)->acknowledged);
    QCOMPARE(raised.size(), 2);
    // Another device has one of its own.
    QVERIFY(raise(AlarmSeverity::Critical, 2) == Raising::News);
    QCOMPARE(stage.alarms.all().size(), 2);
    QCOMPARE(stage.alarms.rules().size(), 1);
    // Over by its name, or because a person says so.
    QVERIFY(stage.alarms.clear(QStringLiteral("PUMP dry"), {1}, QStringLiteral("Full again")));
    QVERIFY(!stage.alarms.clear(QStringLiteral("Pump dry"), {1}, {}));
    QVERIFY(!stage.alarms.find(key)->active);
    QCOMPARE(stage.alarms.log().back().why, QStringLiteral("Full again"));
    stage.alarms.clear({key, {key.rule, {}, {2}}}, QStringLiteral("By a person."));
    QCOMPARE(cleared.size(), 2);
    stage.alarms.acknowledge({key, {key.rule, {}, {2}}});
    QVERIFY(stage.alarms.all().isEmpty());
    QVERIFY(!fits(QStringLiteral("alarm:active")));
    // What a rule watches is over when the rule says so.
    const AlarmRuleId hot = *stage.alarms.add(above(30));
    stage.say({1}, 31);
    QVERIFY(stage.alarms.find(stage.keyOf(hot, 1)));
    stage.alarms.clear(QList<AlarmKey> {stage.keyOf(hot, 1)}, {});
    QVERIFY(stage.alarms.find(stage.keyOf(hot, 1))->active);
    // Nobody can be told of a device that is not in the fleet, and what is switched off is quiet.
    QVERIFY(!stage.alarms.raise(QStringLiteral("Pump dry"), AlarmSeverity::Minor, {77}, {}));
    AlarmRule off = *stage.alarms.rule(key.rule);
    off.enabled = false;
    QVERIFY(stage.alarms.change(off));
    QVERIFY(raise(AlarmSeverity::Minor) == Raising::Off);
    QVERIFY(!stage.alarms.find(key));
}

void TestAlarms::whatAutomationsRaisedSurvivesARestart()
{
    QHash<QString, QString> documents;
    AlarmKey key;
    {
        Stage stage;
        stage.fleet.adopt(announceSome(stage.fleet, 2));
        QVERIFY(stage.alarms.raise(QStringLiteral("Pump dry"), AlarmSeverity::Major, {2}, QStringLiteral("It hums")));
        AlarmRule rule = stage.alarms.rules().first();
        rule.again = 600 * second;
        QVERIFY(stage.alarms.change(rule));
        key = {rule.id, {}, {2}};
        QTRY_COMPARE(stage.documents.size(), 3);
        documents = stage.documents;
    }
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    QCOMPARE(stage.alarms.restore(documents), 0);
    const Alarm *const alarm = stage.alarms.find(key);
    QVERIFY(alarm && alarm->active);
    QCOMPARE(alarm->text, QStringLiteral("It hums"));
    QCOMPARE(stage.alarms.log().back().key, key);
    QSignalSpy again(&stage.alarms, &Alarms::toldAgain);
    stage.pass(601 * second);
    QCOMPARE(again.size(), 1);
    QVERIFY(stage.alarms.clear(QStringLiteral("Pump dry"), {2}, {}));
}

void TestAlarms::whatAutomationsRaisedEndsWithItsDeviceOrItsRule()
{
    Stage stage;
    stage.fleet.adopt(announceSome(stage.fleet, 2));
    for (const quint32 device : {1U, 2U})
        QVERIFY(stage.alarms.raise(QStringLiteral("Pump dry"), AlarmSeverity::Major, {device}, {}));
    const AlarmRuleId rule = stage.alarms.rules().first().id;
    stage.fleet.release({DeviceId {1}});
    QTRY_VERIFY(!stage.alarms.find({rule, {}, {1}}) || !stage.alarms.find({rule, {}, {1}})->active);
    QVERIFY(stage.alarms.find({rule, {}, {2}})->active);
    stage.alarms.remove(rule);
    QVERIFY(stage.alarms.all().isEmpty());
}

QTEST_GUILESS_MAIN(TestAlarms)
#include "tst_alarms.moc"
