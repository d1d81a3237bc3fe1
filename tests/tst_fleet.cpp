#include "core/fleet.h"

#include <QSignalSpy>
#include <QTest>

using namespace muster;

namespace {

Device sensor(quint32 id, const QString &key = QStringLiteral("temperature"))
{
    Device device;
    device.id = {id};
    device.connection = {1};
    device.addresses = {QStringLiteral("mqtt:%1").arg(id)};
    device.name = QStringLiteral("Sensor %1").arg(id);
    Metric metric;
    metric.id = {id * 10};
    metric.key = key;
    device.metrics = {metric};
    return device;
}

SampleBatch batch(quint32 metric, Micros time, double value, quint16 flags = 0)
{
    return {{{time, value, {metric}, flags, 0}}, {}};
}

} // namespace

class TestFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void announcedDeviceIsDiscoveredNotMember()
    {
        Fleet fleet;
        QSignalSpy added(&fleet, &Fleet::devicesAdded);
        fleet.announce({sensor(1), sensor(2)});
        QCOMPARE(added.size(), 1);
        QCOMPARE(fleet.devices().size(), 2);
        QVERIFY(fleet.members().isEmpty());
        QCOMPARE(fleet.findByAddress(QStringLiteral("mqtt:2")), DeviceId {2});
        fleet.adopt({{1}});
        QCOMPARE(fleet.members(), QList<DeviceId> {{1}});
    }

    void latestValueAndSeriesFollowTheSamples()
    {
        Fleet fleet;
        fleet.announce({sensor(1)});
        QSignalSpy changed(&fleet, &Fleet::metricsChanged);
        QSignalSpy observed(&fleet, &Fleet::observed);
        SampleBatch both = batch(10, 1'000, 20);
        both.samples.append({2'000, 21, {10}, 0, 0});
        both.samples.append({1'500, 19, {10}, 0, 0}); // late: in the series, not the latest
        fleet.observe(both);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<QList<MetricId>>().size(), 1);
        QCOMPARE(observed[0][0].toLongLong(), 3);
        QCOMPARE(fleet.metric({10})->value, 21.0);
        QCOMPARE(fleet.metric({10})->series.size(), 3);
        QCOMPARE(fleet.metric({10})->series.valueAt(1), 19.0);
    }

    void samplesOfUnknownMetricsAreAcknowledgedOnly()
    {
        Fleet fleet;
        QSignalSpy changed(&fleet, &Fleet::metricsChanged);
        QSignalSpy observed(&fleet, &Fleet::observed);
        fleet.observe(batch(99'999, 1, 1));
        QVERIFY(changed.isEmpty());
        QCOMPARE(observed.size(), 1);
    }

    void textIsKeptAsTheLatestValue()
    {
        Fleet fleet;
        fleet.announce({sensor(1)});
        fleet.observe({{{1'000, 0, {10}, Sample::Text, 0}}, {QStringLiteral("idle")}});
        QCOMPARE(fleet.metric({10})->text, QStringLiteral("idle"));
    }

    void withdrawnDeviceLeavesUnlessItIsAMember()
    {
        Fleet fleet;
        fleet.announce({sensor(1), sensor(2)});
        fleet.adopt({{1}});
        QSignalSpy removed(&fleet, &Fleet::devicesRemoved);
        fleet.withdraw({{1}, {2}});
        QCOMPARE(removed.size(), 1);
        QVERIFY(fleet.device({1}));
        QVERIFY(!fleet.device({1})->connection.isValid());
        QVERIFY(!fleet.device({2}));
        QVERIFY(!fleet.metric({20}));
        fleet.announce({sensor(2)});
        QVERIFY(fleet.metric({20}));
    }

    void releasedMemberStaysDiscoveredWhileItsRoadShowsIt()
    {
        Fleet fleet;
        fleet.announce({sensor(1), sensor(2)});
        fleet.adopt({{1}, {2}});
        fleet.withdraw({{2}});
        fleet.release({{1}, {2}});
        QVERIFY(fleet.device({1}));
        QVERIFY(!fleet.device({2}));
        QVERIFY(fleet.members().isEmpty());
    }

    void statusFollowsPresenceAndSilence()
    {
        Fleet fleet;
        Device device = sensor(1);
        fleet.announce({device});
        QCOMPARE(fleet.status({1}), DeviceStatus::Unknown);
        fleet.observe(batch(10, nowMicros(), 1, Sample::Retained));
        QCOMPARE(fleet.lastSeen({1}), 0); // what the broker kept is no sign of life
        fleet.observe(batch(10, nowMicros(), 1));
        QVERIFY(fleet.lastSeen({1}) > 0);
        fleet.announce({device});
        QCOMPARE(fleet.status({1}), DeviceStatus::Live);
        QSignalSpy statuses(&fleet, &Fleet::statusesChanged);
        device.presence = Presence::Lost;
        fleet.announce({device});
        QCOMPARE(fleet.status({1}), DeviceStatus::Stale);
        device.presence = Presence::Offline;
        fleet.announce({device});
        QCOMPARE(fleet.status({1}), DeviceStatus::Offline);
        QCOMPARE(statuses.size(), 2);
    }

    void groupsNest()
    {
        Fleet fleet;
        fleet.announce({sensor(1), sensor(2), sensor(3)});
        const GroupId site = fleet.addGroup(QStringLiteral("Site"));
        const GroupId hall = fleet.addGroup(QStringLiteral("Hall"), site);
        fleet.adopt({{1}}, hall);
        fleet.adopt({{2}}, site);
        fleet.adopt({{3}});
        QCOMPARE(fleet.membersOf(site).size(), 2);
        QCOMPARE(fleet.membersOf(hall).size(), 1);
        QCOMPARE(fleet.membersOf({}).size(), 3);
        fleet.removeGroup(site);
        QVERIFY(fleet.groups().isEmpty());
        QCOMPARE(fleet.members().size(), 3);
        QVERIFY(fleet.entry({1})->groups.isEmpty());
        QVERIFY(fleet.addGroup(QStringLiteral("New")).n > hall.n);
    }

    void namesTagsAndKindArePersonal()
    {
        Fleet fleet;
        fleet.announce({sensor(1)});
        fleet.rename({1}, QStringLiteral("Mine")); // not a member: nothing to rename
        QCOMPARE(fleet.displayName({1}), QStringLiteral("Sensor 1"));
        fleet.adopt({{1}});
        QSignalSpy changed(&fleet, &Fleet::entriesChanged);
        fleet.rename({1}, QStringLiteral(" Mine "));
        fleet.rename({1}, QStringLiteral("Mine"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(fleet.displayName({1}), QStringLiteral("Mine"));
        fleet.setTags({1}, {QStringLiteral("a"), QStringLiteral(" a "), QString()});
        QCOMPARE(fleet.entry({1})->tags, QStringList {QStringLiteral("a")});
        fleet.setKind({1}, int(Kind::M2M));
        QCOMPARE(fleet.kind({1}), Kind::M2M);
        fleet.rename({1}, QString());
        QCOMPARE(fleet.displayName({1}), QStringLiteral("Sensor 1"));
    }

    void manyMetricsShareTheMemory()
    {
        Fleet fleet;
        Device big = sensor(1);
        for (quint32 i = 0; i < 2'000; ++i) {
            Metric metric;
            metric.id = {1'000 + i};
            metric.key = QString::number(i);
            big.metrics.append(metric);
        }
        fleet.announce({big});
        const qsizetype limit = fleet.metric({10})->series.limit();
        QVERIFY(limit < Series::defaultLimit);
        QVERIFY(limit * 20 * 2'001 <= Fleet::memoryBudget);
        fleet.watch({10}, 600'000);
        QVERIFY(fleet.metric({10})->series.limit() >= 600'000);
        fleet.watch({10}, 0);
        QCOMPARE(fleet.metric({10})->series.limit(), limit);
    }

    void unitedDevicesKeepValuesAndWhatAPersonDecided()
    {
        Fleet fleet;
        fleet.announce({sensor(1), sensor(2, QStringLiteral("power"))});
        fleet.observe(batch(20, 1'000, 42));
        const GroupId hall = fleet.addGroup(QStringLiteral("Hall"));
        fleet.adopt({{1}});
        fleet.adopt({{2}}, hall);
        fleet.rename({2}, QStringLiteral("Pump"));
        fleet.setTags({2}, {QStringLiteral("old")});
        QSignalSpy removed(&fleet, &Fleet::devicesRemoved);
        Device both = sensor(1);
        both.metrics.append(sensor(2, QStringLiteral("power")).metrics);
        both.addresses.append(QStringLiteral("mqtt:2"));
        fleet.announce({both});
        fleet.unite({{{2}, {1}}});
        QCOMPARE(removed.size(), 1);
        QVERIFY(!fleet.device({2}));
        QCOMPARE(fleet.findByAddress(QStringLiteral("mqtt:2")), DeviceId {1});
        QCOMPARE(fleet.metric({20})->value, 42.0);
        QCOMPARE(fleet.metric({20})->series.size(), 1);
        QCOMPARE(fleet.metric({20})->device, DeviceId {1});
        QCOMPARE(fleet.findMetric({1}, QStringLiteral("power")), MetricId {20});
        QCOMPARE(fleet.displayName({1}), QStringLiteral("Pump"));
        QCOMPARE(fleet.entry({1})->groups, QSet<GroupId> {hall});
        QCOMPARE(fleet.entry({1})->tags, QStringList {QStringLiteral("old")});
        QVERIFY(!fleet.isMember({2}));
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
