// Queries that stay answered: the columns follow the fleet, and the answer is at every time what a slow look at the fleet would give.

#include "query/dynamicgroups.h"
#include "query/livequery.h"
#include "query/predicate.h"
#include "query/query.h"

#include "tests/support/smallfleet.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace muster;
using namespace muster::test;

namespace {

/// A query as text and, made beside it without the parser or the columns, what it means.
struct Asked
{
    QString text {};
    std::function<bool(const Fleet &, DeviceId)> holds {};
};

/// Makes random fleets, changes them at random and asks random questions.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {}

    int below(int bound) { return int(m_random.bounded(bound)); }
    QString of(const QStringList &words) { return words.at(below(int(words.size()))); }
    QString word() { return of({latin("pump"), latin("Lamp"), latin("ü"), latin("a1"), latin("x"), latin("Nord")}); }
    QString phrase() { return below(2) == 0 ? word() : word() + u' ' + word(); }

    Device newDevice(quint32 id)
    {
        Device made = device(id, "", {QStringLiteral("mqtt:%1/%2").arg(word()).arg(id)}, below(2) == 0 ? Kind::IoT : Kind::M2M, Presence(below(4)));
        made.name = below(5) == 0 ? QString() : phrase();
        made.model = below(3) == 0 ? QString() : phrase();
        made.firmware = below(3) == 0 ? QString() : QStringLiteral("%1.%2").arg(below(3)).arg(below(12));
        const quint32 first = id * 4;
        made.metrics = {metric(first, below(2) == 0 ? "temperature" : "Temperature", MetricType::Number, "°C")};
        if (below(2) == 0)
            made.metrics.append(metric(first + 1, "power", MetricType::Boolean));
        if (below(2) == 0)
            made.metrics.append(metric(first + 2, "mode", MetricType::Enumeration, "", Role::None, {latin("Off"), latin("Eco"), latin("12")}));
        if (below(2) == 0)
            made.metrics.append(metric(first + 3, "charge", MetricType::Number, "%", Role::Battery));
        return made;
    }

    SampleBatch values(int devices)
    {
        SampleBatch batch;
        for (int n = below(20); n > 0; --n) {
            const quint32 id = quint32(1 + below(devices));
            const int which = below(4);
            const double value = which == 0 ? below(40) - 10 : which == 1 ? below(2) : which == 2 ? below(3) : below(101);
            batch.samples.append({++m_time, value, {id * 4 + quint32(which)}, 0, 0});
        }
        return batch;
    }

    Asked leaf()
    {
        switch (below(9)) {
        case 0:
            return bare(word());
        case 1: {
            const QString w = word();
            return {QStringLiteral("name:") + w, [w](const Fleet &f, DeviceId id) { return f.displayName(id).contains(w, Qt::CaseInsensitive); }};
        }
        case 2: {
            const QString w = word();
            return {QStringLiteral("tag:") + w, [w](const Fleet &f, DeviceId id) { return f.entry(id) && f.entry(id)->tags.contains(w, Qt::CaseInsensitive); }};
        }
        case 3:
            return status();
        case 4:
            return number(latin("temperature"), [](const Fleet &f, DeviceId id) { return latest(f, id, latin("temperature")); });
        case 5:
            return number(latin("battery"), [](const Fleet &f, DeviceId id) { return latest(f, id, latin("charge")); });
        case 6:
            return mode();
        case 7:
            return glob();
        default:
            return power();
        }
    }

    Asked tree(int depth)
    {
        const int what = depth <= 0 ? 0 : below(5);
        if (what < 2)
            return leaf();
        const Asked a = tree(depth - 1);
        if (what == 2)
            return {QStringLiteral("NOT (%1)").arg(a.text), [a](const Fleet &f, DeviceId id) { return !a.holds(f, id); }};
        const Asked b = tree(depth - 1);
        if (what == 3)
            return {QStringLiteral("(%1 OR %2)").arg(a.text, b.text), [a, b](const Fleet &f, DeviceId id) { return a.holds(f, id) || b.holds(f, id); }};
        const QString text = below(2) == 0 ? QStringLiteral("(%1 AND %2)") : QStringLiteral("%1 %2");
        return {text.arg(a.text, b.text), [a, b](const Fleet &f, DeviceId id) { return a.holds(f, id) && b.holds(f, id); }};
    }

private:
    static const MetricState *state(const Fleet &fleet, DeviceId id, const QString &key)
    {
        for (const Metric &each : fleet.device(id)->metrics)
            if (each.key.compare(key, Qt::CaseInsensitive) == 0)
                if (const MetricState *known = fleet.metric(each.id); known && known->time > 0)
                    return known;
        return nullptr;
    }
    static std::optional<double> latest(const Fleet &fleet, DeviceId id, const QString &key)
    {
        const MetricState *known = state(fleet, id, key);
        return known ? std::optional(known->value) : std::nullopt;
    }

    Asked bare(const QString &w)
    {
        return {w, [w](const Fleet &f, DeviceId id) {
                    const Device &d = *f.device(id);
                    QStringList texts {f.displayName(id), d.model, d.manufacturer};
                    texts += d.addresses;
                    if (f.entry(id))
                        texts += f.entry(id)->tags;
                    return std::any_of(texts.cbegin(), texts.cend(), [&](const QString &text) { return text.contains(w, Qt::CaseInsensitive); });
                }};
    }
    Asked status()
    {
        const int s = below(4);
        const QString word = QStringList {latin("unknown"), latin("live"), latin("stale"), latin("offline")}.at(s);
        return {QStringLiteral("status:") + word, [s](const Fleet &f, DeviceId id) { return int(f.status(id)) == s; }};
    }
    Asked number(const QString &field, const std::function<std::optional<double>(const Fleet &, DeviceId)> &value)
    {
        const int low = below(40) - 10;
        const int high = low + below(30);
        switch (below(4)) {
        case 0:
            return {QStringLiteral("%1:[%2 TO %3}").arg(field).arg(low).arg(high), [=](const Fleet &f, DeviceId id) {
                        const auto v = value(f, id);
                        return v && *v >= low && *v < high;
                    }};
        case 1:
            return {QStringLiteral("%1>%2").arg(field).arg(low), [=](const Fleet &f, DeviceId id) {
                        const auto v = value(f, id);
                        return v && *v > low;
                    }};
        case 2:
            return {QStringLiteral("%1<=%2").arg(field).arg(low), [=](const Fleet &f, DeviceId id) {
                        const auto v = value(f, id);
                        return v && *v <= low;
                    }};
        default:
            return {QStringLiteral("-%1:*").arg(field), [=](const Fleet &f, DeviceId id) { return !value(f, id); }};
        }
    }
    Asked mode()
    {
        const QString w = of({latin("off"), latin("ECO"), latin("12")});
        return {QStringLiteral("mode:") + w, [w](const Fleet &f, DeviceId id) {
                    const MetricState *known = state(f, id, latin("mode"));
                    return known && known->info.options.value(qsizetype(known->value)).compare(w, Qt::CaseInsensitive) == 0;
                }};
    }
    Asked power()
    {
        const bool on = below(2) == 0;
        return {on ? latin("power:on") : latin("power:false"), [on](const Fleet &f, DeviceId id) {
                    const auto value = latest(f, id, latin("power"));
                    return value && (*value != 0) == on;
                }};
    }
    Asked glob()
    {
        const QString w = word();
        const bool any = below(2) == 0;
        const QRegularExpression slow(
            QRegularExpression::anchoredPattern((any ? latin(".*") : latin(".")) + w + latin(".*")), QRegularExpression::CaseInsensitiveOption);
        const bool model = below(2) == 0;
        return {(model ? latin("model:") : latin("name:")) + (any ? u'*' : u'?') + w + u'*', [slow, model](const Fleet &f, DeviceId id) {
                    const QString text = model ? f.device(id)->model : f.displayName(id);
                    return !text.isEmpty() && slow.match(text).hasMatch();
                }};
    }

    QRandomGenerator m_random;
    Micros m_time = nowMicros() - 1'000'000;
};

/// One thing happens to the fleet.
void change(Fleet &fleet, Dice &dice, int devices)
{
    const DeviceId id {quint32(1 + dice.below(devices))};
    switch (dice.below(9)) {
    case 0:
        fleet.announce({dice.newDevice(id.n)});
        break;
    case 1:
        fleet.withdraw({id});
        break;
    case 2:
        fleet.adopt({id});
        break;
    case 3:
        fleet.release({id});
        break;
    case 4:
        fleet.rename(id, dice.phrase());
        break;
    case 5:
        fleet.setTags(id, {dice.word(), dice.phrase()});
        break;
    case 6:
        fleet.setKind(id, dice.below(3) - 1);
        break;
    default:
        fleet.observe(dice.values(devices));
        break;
    }
}

QList<DeviceId> slowLook(const Fleet &fleet, const Asked &asked, LiveQuery::Scope scope)
{
    QList<DeviceId> found;
    const QList<DeviceId> all = fleet.devices();
    for (const DeviceId id : all)
        if (scope == LiveQuery::Scope::All || fleet.isMember(id) == (scope == LiveQuery::Scope::Members))
            if (asked.holds(fleet, id))
                found.append(id);
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

class TestLiveQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dynamicGroupsCountAndSurvive();
    void badDynamicGroupsAreRefusedWithASentence();
    void storedGroupsThatCannotBeReadAreCounted();
    void predicateEqualsSlowLook();
    void liveAnswerEqualsSlowLook();
    void limitKeepsTheFirst();
    void orderFollowsValues();
    void timeAloneMakesDevicesLeave();
    void unreadMetricsAskNothing();
    void groupsAreFollowed();
    void connectionsAreFollowed();
    void alarmsAreFollowed();
    void removedDevicesLeave();
    void newQueryTellsTheDifference();
    void idleColumnsAreBounded();
    void reusedTextsAreAskedAnew();
    void renamesDoNotGrowTheTexts();
};

void TestLiveQuery::predicateEqualsSlowLook()
{
    Dice dice(11);
    for (int round = 0; round < 20; ++round) {
        Fleet fleet;
        QList<Device> devices;
        for (quint32 id = 1; id <= 60; ++id)
            devices.append(dice.newDevice(id));
        fleet.announce(devices);
        for (int n = 0; n < 200; ++n)
            change(fleet, dice, 60);
        FleetColumns columns(fleet);
        for (int n = 0; n < 100; ++n) {
            const Asked asked = dice.tree(4);
            const ParsedQuery query = parseQuery(asked.text);
            QVERIFY2(query, qPrintable(asked.text));
            Predicate predicate(*query, columns);
            QList<DeviceId> found;
            predicate.evaluate(columns.present(), nowMicros()).forEach([&](Row row) { found.append(DeviceId {row}); });
            QVERIFY2(found == slowLook(fleet, asked, LiveQuery::Scope::All), qPrintable(asked.text));
            for (Row row = 0; row < columns.rows(); ++row)
                QVERIFY2(predicate.matches(row, nowMicros()) == found.contains(DeviceId {row}), qPrintable(asked.text));
        }
    }
}

void TestLiveQuery::liveAnswerEqualsSlowLook()
{
    Dice dice(12);
    for (int round = 0; round < 60; ++round) {
        Fleet fleet;
        FleetColumns columns(fleet);
        const Asked asked = dice.tree(4);
        const auto scope = LiveQuery::Scope(dice.below(3));
        LiveQuery live(columns, scope);
        live.setQuery(*parseQuery(asked.text));
        QSet<DeviceId> told;
        connect(&live, &LiveQuery::entered, this, [&](const QList<DeviceId> &ids) {
            for (const DeviceId id : ids) {
                QVERIFY(!told.contains(id));
                told.insert(id);
            }
        });
        connect(&live, &LiveQuery::left, this, [&](const QList<DeviceId> &ids) {
            for (const DeviceId id : ids)
                QVERIFY(told.remove(id));
        });
        QList<Device> devices;
        for (quint32 id = 1; id <= 400; ++id) // more than are asked about one by one
            devices.append(dice.newDevice(id));
        fleet.announce(devices);
        for (int n = 0; n < 150; ++n) {
            change(fleet, dice, 400);
            const QList<DeviceId> expected = slowLook(fleet, asked, scope);
            QVERIFY2(live.devices() == expected, qPrintable(asked.text));
            QCOMPARE(live.count(), expected.size());
            QCOMPARE(told, QSet<DeviceId>(expected.cbegin(), expected.cend()));
        }
    }
}

void TestLiveQuery::limitKeepsTheFirst()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("temperature:* sort:-temperature limit:2")));
    QCOMPARE(live.devices(), (QList<DeviceId> {{5}, {1}}));
    QCOMPARE(live.matching(), 3);
    QSignalSpy entered(&live, &LiveQuery::entered);
    QSignalSpy left(&live, &LiveQuery::left);
    small.fleet.observe({{{small.now, 100, {5}, 0, 0}}, {}});
    QTRY_COMPARE(live.devices(), (QList<DeviceId> {{2}, {5}}));
    QCOMPARE(entered.size(), 1);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.at(0).at(0).value<QList<DeviceId>>(), QList<DeviceId> {{1}});
    small.fleet.release({{2}});
    QVERIFY(!live.contains({2}));
    QTRY_COMPARE(live.devices(), (QList<DeviceId> {{5}, {1}}));
}

void TestLiveQuery::orderFollowsValues()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("sort:-temperature pump")));
    QCOMPARE(live.devices(), (QList<DeviceId> {{1}, {2}}));
    QSignalSpy reordered(&live, &LiveQuery::reordered);
    small.fleet.observe({{{small.now, 100, {5}, 0, 0}}, {}});
    QTRY_COMPARE(reordered.size(), 1);
    QCOMPARE(live.devices(), (QList<DeviceId> {{2}, {1}}));
    small.fleet.observe({{{small.now + 1, 101, {5}, 0, 0}}, {}}); // still the first
    small.fleet.rename({2}, latin("pump"));
    QTest::qWait(2 * LiveQuery::orderMs);
    QCOMPARE(reordered.size(), 1);
}

void TestLiveQuery::timeAloneMakesDevicesLeave()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    Micros now = small.now;
    live.setClock([&now] { return now; });
    live.setQuery(*parseQuery(latin("lastSeen<1m")));
    QCOMPARE(live.devices(), QList<DeviceId> {{1}});
    QSignalSpy left(&live, &LiveQuery::left);
    now += 60 * SmallFleet::second;
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(live.count(), 0);
}

void TestLiveQuery::unreadMetricsAskNothing()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("temperature>50")));
    QSignalSpy values(&columns, &FleetColumns::valuesChanged);
    QSignalSpy entered(&live, &LiveQuery::entered);
    small.fleet.observe({{{small.now, 1, {10}, 0, 0}}, {}});
    QCOMPARE(values.size(), 0);
    small.fleet.observe({{{small.now, 60, {1}, 0, 0}, {small.now, 61, {1}, 0, 0}}, {}});
    QCOMPARE(values.size(), 1);
    QCOMPARE(entered.size(), 1);
    QVERIFY(live.contains({1}));
}

void TestLiveQuery::groupsAreFollowed()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("group:plant")));
    QCOMPARE(live.devices(), (QList<DeviceId> {{1}, {3}}));
    small.fleet.assign({{4}}, {2});
    QCOMPARE(live.devices(), (QList<DeviceId> {{1}, {3}, {4}}));
    small.fleet.renameGroup({1}, latin("Works"));
    QCOMPARE(live.count(), 0);
    live.setQuery(*parseQuery(latin("group:works/cellar")));
    QCOMPARE(live.devices(), (QList<DeviceId> {{1}, {4}}));
    small.fleet.removeGroup({2});
    QCOMPARE(live.count(), 0);
}

void TestLiveQuery::connectionsAreFollowed()
{
    SmallFleet small;
    FleetColumns columns(small.fleet, &small.connections);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("link:hall")));
    QCOMPARE(live.count(), 0);
    small.connections.change(Connection {{1}, latin("Hall"), QUrl(latin("mqtt://broker")), true});
    QCOMPARE(live.count(), 5);
    small.connections.remove({1});
    QCOMPARE(live.count(), 0);
}

void TestLiveQuery::alarmsAreFollowed()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("alarm:(active unacked) severity>=major")));
    columns.setAlarms({2}, 1 | 8, 16);
    QCOMPARE(live.devices(), QList<DeviceId> {{2}});
    columns.setAlarms({2}, 1 | 4, 16);
    QCOMPARE(live.count(), 0);
    columns.setAlarms({3}, 1 | 8, 1);
    QCOMPARE(live.count(), 0);
    columns.setAlarms({900'000}, 1, 1);
    live.setQuery(*parseQuery(latin("severity:[info TO minor}")));
    QCOMPARE(live.devices(), QList<DeviceId> {{3}});
}

void TestLiveQuery::removedDevicesLeave()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns, LiveQuery::Scope::Discovered);
    QCOMPARE(live.devices(), (QList<DeviceId> {{6}, {7}}));
    QSignalSpy left(&live, &LiveQuery::left);
    small.fleet.withdraw({{7}});
    QCOMPARE(left.size(), 1);
    QCOMPARE(live.devices(), QList<DeviceId> {{6}});
    small.fleet.adopt({{6}});
    QCOMPARE(live.count(), 0);
}

void TestLiveQuery::newQueryTellsTheDifference()
{
    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("pump")));
    QSignalSpy entered(&live, &LiveQuery::entered);
    QSignalSpy left(&live, &LiveQuery::left);
    live.setQuery(*parseQuery(latin("north OR lamp")));
    QCOMPARE(left.value(0).value(0).value<QList<DeviceId>>(), QList<DeviceId> {{2}});
    QCOMPARE(entered.value(0).value(0).value<QList<DeviceId>>(), (QList<DeviceId> {{3}, {4}}));
}

void TestLiveQuery::idleColumnsAreBounded()
{
    SmallFleet small;
    MetricColumns columns(small.fleet);
    columns.resize(10);
    for (const DeviceId id : small.fleet.devices())
        columns.learn(*small.fleet.device(id));
    const MetricColumn &kept = columns.lease(Field::Metric, latin("temperature"));
    for (int i = 0; i < 100; ++i)
        columns.giveBack(columns.lease(Field::Metric, QString::number(i)));
    QCOMPARE(kept.values[1], 21.5);
    QCOMPARE(&columns.lease(Field::Metric, latin("temperature")), &kept);
    QVERIFY(columns.size() <= 1 + MetricColumns::maxIdle);
}

void TestLiveQuery::reusedTextsAreAskedAnew()
{
    Dictionary dictionary;
    dictionary.resize(4);
    dictionary.set(1, latin("Old"));
    const quint32 code = dictionary.code(1);
    const quint32 epoch = dictionary.epoch();
    dictionary.set(1, {});
    dictionary.set(2, latin("New"));
    QCOMPARE(dictionary.code(2), code);
    QVERIFY(dictionary.epoch() != epoch);
    QCOMPARE(dictionary.folded(code), QByteArray("new"));
    QCOMPARE(dictionary.size(), size_t(2));

    SmallFleet small;
    FleetColumns columns(small.fleet);
    LiveQuery live(columns);
    live.setQuery(*parseQuery(latin("tag:roof")));
    QCOMPARE(live.count(), 2);
    small.fleet.setTags({2}, {});
    small.fleet.setTags({4}, {latin("cold")}); // takes over the number of the text that nobody has any longer
    QCOMPARE(live.devices(), QList<DeviceId> {{1}});
}

void TestLiveQuery::renamesDoNotGrowTheTexts()
{
    TextRecords texts;
    texts.resize(100);
    Dice dice(3);
    for (int i = 0; i < 100'000; ++i) {
        const auto row = quint32(dice.below(100));
        const QByteArray name(dice.below(200), char('a' + dice.below(26)));
        texts.set(row, name, "mqtt:x\nble:y");
        QCOMPARE(texts.name(row), QByteArrayView(name));
        QCOMPARE(texts.addresses(row), QByteArrayView("mqtt:x\nble:y"));
    }
    QVERIFY(texts.bytes() < 400'000);
    texts.set(0, QByteArray(TextRecords::maxText - 1, 'a') + "ü", {});
    QCOMPARE(texts.name(0).size(), TextRecords::maxText - 1);
}

void TestLiveQuery::dynamicGroupsCountAndSurvive()
{
    Fleet fleet;
    const auto made = [](quint32 id, const char *name) { return device(id, name, {QStringLiteral("sim:%1").arg(id)}, Kind::IoT, Presence::Online); };
    fleet.announce({made(1, "Pump"), made(2, "Lamp"), made(3, "Pump 2")});
    fleet.adopt({{1}, {2}, {3}});
    FleetColumns columns(fleet);
    DynamicGroups groups(columns);
    const QSignalSpy changed(&groups, &DynamicGroups::changed);
    const DynamicGroupId pumps = groups.add(QStringLiteral(" Pumps \n"), QStringLiteral("pump")).value();
    const DynamicGroupId first = groups.add(QStringLiteral("First"), QStringLiteral("sort:-name limit:1")).value();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(groups.find(pumps)->name, QStringLiteral("Pumps"));
    QCOMPARE(groups.count(pumps), 2);
    QCOMPARE(groups.count(first), 1);
    fleet.rename({2}, QStringLiteral("Another pump"));
    QCOMPARE(groups.count(pumps), 3);
    groups.remove(pumps);
    DynamicGroups again(columns);
    QCOMPARE(again.restore(groups.save()), 0);
    QCOMPARE(again.all(), groups.all());
    QVERIFY(again.add(QStringLiteral("Another"), QStringLiteral("x")).value() != pumps);
    QVERIFY(again.change({first, QStringLiteral("First"), QStringLiteral("lamp")}));
    QCOMPARE(again.count(first), 0);
}

void TestLiveQuery::badDynamicGroupsAreRefusedWithASentence()
{
    Fleet fleet;
    FleetColumns columns(fleet);
    DynamicGroups groups(columns);
    QVERIFY(!groups.add(QStringLiteral("  "), QStringLiteral("x")));
    const auto refused = groups.add(QStringLiteral("Bad"), QStringLiteral("battery<"));
    QVERIFY(!refused && !refused.error().text.isEmpty());
    for (qsizetype n = 0; n < DynamicGroups::most; ++n)
        QVERIFY(groups.add(QStringLiteral("G"), QStringLiteral("x")));
    QCOMPARE(groups.add(QStringLiteral("One more"), QStringLiteral("x")).error().code, Error::Code::Refused);
}

void TestLiveQuery::storedGroupsThatCannotBeReadAreCounted()
{
    Fleet fleet;
    FleetColumns columns(fleet);
    DynamicGroups groups(columns);
    QCOMPARE(groups.restore(QStringLiteral("no JSON")), 1);
    const QString stored = QString::fromLatin1("{'version':9,'last':-5,'groups':[{'id':7,'name':'New','query':'future~syntax('},{'id':7,'name':'Twice'},5,{'id':1e99}]}").replace(u'\'', u'"');
    QCOMPARE(groups.restore(stored), 3);
    QCOMPARE(groups.all().size(), 1);
    QVERIFY(!groups.problem({7}).isEmpty()); // kept, with what is wrong
    QCOMPARE(groups.count({7}), 0);
}

QTEST_GUILESS_MAIN(TestLiveQuery)
#include "tst_livequery.moc"
