#include "tests/support/madeupfleet.h"
#include "ui/models/discoveredmodel.h"
#include "ui/models/fleetmodel.h"
#include "ui/models/groupmodel.h"
#include "ui/models/metricmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace muster;
using namespace muster::support;

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersAreRowsInOrderOfTheirNames();
    void adoptingInsertsOneRowAtItsPlace();
    void renamingMovesTheRowAndKeepsWhatPointsAtIt();
    void releasedAndVanishedDevicesLeave();
    void everyWordOfTheFilterMustOccur();
    void theFilterSpeaksTheQueryLanguage();
    void whatCannotBeUnderstoodChangesNothing();
    void aQueryMayOrderAndLimitTheRows();
    void aBurstOfValuesCostsOneNewLook();
    void aDynamicGroupHoldsWhateverFits();
    void aGroupShowsItsSubgroupsDevicesToo();
    void aBurstOfValuesIsOneChangePerTick();
    void sortingByValuesFollowsThemInTime();
    void devicesWithoutAValueComeLastEitherWay();
    void theValueColumnShowsTheChosenMetric();
    void editingTheNameRenamesTheDevice();
    void oneMoreAmongManyIsOneInsertion();

    void discoveredDevicesHangBelowTheirConnection();
    void adoptedDevicesLeaveTheDiscovered();
    void newOnesAreCountedUntilLookedAt();
    void discoveredAreFilteredByWords();

    void groupsNestAndCount();
    void groupsComeGoAndChangeTheirNames();
    void takingDevicesIntoAGroupAdoptsThem();
    void whatWasStoredIsShownBeforeAnythingIsHeard();
    void dynamicGroupsComeAfterTheOthers();

    void diagnosticMetricsComeLast();
    void aGrowingDeviceKeepsItsRows();
    void onlyTheShownDevicesMetricsAreToldOf();
    void aVanishedDeviceLeavesNoRows();

    void runsJoinNeighbours();
};

namespace {

QStringList namesOf(const FleetModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, int(FleetColumn::Name)).data().toString());
    return names;
}

QStringList devicesNamed(std::initializer_list<int> numbers)
{
    QStringList names;
    for (const int n : numbers)
        names.append(QStringLiteral("Device %1").arg(n));
    return names;
}

} // namespace

void TestModels::membersAreRowsInOrderOfTheirNames()
{
    Fleet fleet;
    announceSome(fleet, 12);
    fleet.adopt({{10}, {2}, {1}});
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    QCOMPARE(namesOf(model), devicesNamed({1, 2, 10}));
    model.sort(int(FleetColumn::Name), Qt::DescendingOrder);
    QCOMPARE(namesOf(model), devicesNamed({10, 2, 1}));
}

void TestModels::adoptingInsertsOneRowAtItsPlace()
{
    Fleet fleet;
    announceSome(fleet, 9);
    fleet.adopt({{1}, {9}});
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    const QSignalSpy inserted(&model, &FleetModel::rowsInserted);
    const QSignalSpy reset(&model, &FleetModel::modelReset);
    fleet.adopt({{5}});
    QCOMPARE(namesOf(model), devicesNamed({1, 5, 9}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowOf({9}), 2);
}

void TestModels::renamingMovesTheRowAndKeepsWhatPointsAtIt()
{
    Fleet fleet;
    fleet.announce({});
    fleet.adopt(announceSome(fleet, 4));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex first = model.index(0, int(FleetColumn::Name));
    const QPersistentModelIndex third = model.index(2, int(FleetColumn::Name));
    fleet.rename({1}, QStringLiteral("Zeppelin"));
    QCOMPARE(first.row(), 3);
    QCOMPARE(third.row(), 1);
    fleet.rename({1}, QStringLiteral("Aardvark"));
    QCOMPARE(first.row(), 0);
    QCOMPARE(model.rowOf({4}), 3);
}

void TestModels::releasedAndVanishedDevicesLeave()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 200));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    fleet.release({{3}});
    QCOMPARE(model.rowOf({3}), -1);
    QCOMPARE(model.rowCount(), 199);
    QList<DeviceId> many;
    for (quint32 n = 10; n < 110; ++n)
        many.append(DeviceId {n});
    fleet.release(many);
    QCOMPARE(model.rowCount(), 99);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.deviceAt(row)), row);
}

void TestModels::everyWordOfTheFilterMustOccur()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 20));
    fleet.setTags({7}, {QStringLiteral("roof")});
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setFilter(QStringLiteral("ROOF device"));
    QCOMPARE(namesOf(model), devicesNamed({7}));
    model.setFilter(QStringLiteral("made-up/19"));
    QCOMPARE(namesOf(model), devicesNamed({19}));
    fleet.setTags({3}, {QStringLiteral("made-up/19")});
    QCOMPARE(namesOf(model), devicesNamed({3, 19}));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 20);
}

void TestModels::theFilterSpeaksTheQueryLanguage()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 20));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    say(fleet, metricOf({4}, 0), 31);
    model.setFilter(QStringLiteral("temperature>30"));
    QCOMPARE(namesOf(model), devicesNamed({4}));
    say(fleet, metricOf({9}, 0), 30.5);
    QCOMPARE(namesOf(model), devicesNamed({4, 9}));
    say(fleet, metricOf({4}, 0), 29);
    QCOMPARE(namesOf(model), devicesNamed({9}));
    model.setFilter(QStringLiteral("temperature>30 OR model:M0 -name=\"device 3\""));
    QCOMPARE(namesOf(model), devicesNamed({6, 9, 12, 15, 18}));
    fleet.release({{9}});
    QCOMPARE(namesOf(model), devicesNamed({6, 12, 15, 18}));
}

void TestModels::whatCannotBeUnderstoodChangesNothing()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 9));
    FleetModel model(fleet);
    model.setFilter(QStringLiteral("model:M1"));
    const QStringList before = namesOf(model);
    model.setFilter(QStringLiteral("model:M1 AND ("));
    QCOMPARE(namesOf(model), before);
    QVERIFY(model.isFiltered());
}

void TestModels::aQueryMayOrderAndLimitTheRows()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 5));
    for (quint32 n = 1; n <= 5; ++n)
        say(fleet, metricOf({n}, 0), n == 2 ? 50 : n);
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setFilter(QStringLiteral("sort:-temperature limit:3"));
    QVERIFY(model.isOrderedByQuery());
    QCOMPARE(namesOf(model), devicesNamed({2, 5, 4}));
    model.sort(int(FleetColumn::Name), Qt::AscendingOrder); // a person's click counts more; the limit stays
    QVERIFY(!model.isOrderedByQuery());
    QCOMPARE(namesOf(model), devicesNamed({1, 2, 3}));
    model.setFilter(QStringLiteral("limit:2"));
    QCOMPARE(namesOf(model), devicesNamed({1, 2}));
    fleet.release({{1}});
    QTRY_COMPARE(namesOf(model), devicesNamed({2, 3}));
}

void TestModels::aBurstOfValuesCostsOneNewLook()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 500));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setFilter(QStringLiteral("temperature>30"));
    QCOMPARE(model.rowCount(), 0);
    const QSignalSpy inserted(&model, &FleetModel::rowsInserted);
    SampleBatch batch;
    for (quint32 n = 1; n <= 500; ++n)
        batch.samples.append({.time = nowMicros(), .value = 31, .metric = metricOf({n}, 0)});
    fleet.observe(batch);
    QTRY_COMPARE(model.rowCount(), 500);
    QCOMPARE(inserted.size(), 1);
}

void TestModels::aDynamicGroupHoldsWhateverFits()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 12));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setBase(parseQuery(QStringLiteral("model:M1")).value());
    QCOMPARE(namesOf(model), devicesNamed({1, 4, 7, 10}));
    model.setFilter(QStringLiteral("name:/[17]$/"));
    QCOMPARE(namesOf(model), devicesNamed({1, 7}));
    QCOMPARE(model.scope().size(), 4);
    model.setBase({});
    QCOMPARE(namesOf(model), devicesNamed({1, 7, 11}));
}

void TestModels::aGroupShowsItsSubgroupsDevicesToo()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 6));
    const GroupId hall = fleet.addGroup(QStringLiteral("Hall"));
    const GroupId corner = fleet.addGroup(QStringLiteral("Corner"), hall);
    fleet.assign({{1}}, hall);
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setGroup(hall);
    QCOMPARE(namesOf(model), devicesNamed({1}));
    fleet.assign({{4}}, corner);
    QCOMPARE(namesOf(model), devicesNamed({1, 4}));
    fleet.unassign({{1}}, hall);
    QCOMPARE(namesOf(model), devicesNamed({4}));
}

void TestModels::aBurstOfValuesIsOneChangePerTick()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 50));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &FleetModel::dataChanged);
    for (int i = 0; i < 1'000; ++i)
        say(fleet, metricOf({17}, 0), i);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    const int row = model.rowOf({17});
    QCOMPARE(changed.at(0).at(0).value<QModelIndex>().row(), row);
    QCOMPARE(changed.at(0).at(1).value<QModelIndex>().row(), row);
    QCOMPARE(model.index(row, int(FleetColumn::Value)).data(ValueRole).toDouble(), 999.0);
}

void TestModels::sortingByValuesFollowsThemInTime()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 3));
    for (quint32 n = 1; n <= 3; ++n)
        say(fleet, metricOf({n}, 0), n);
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.sort(int(FleetColumn::Value), Qt::DescendingOrder);
    QCOMPARE(namesOf(model), devicesNamed({3, 2, 1}));
    const QPersistentModelIndex one = model.index(2, int(FleetColumn::Name));
    say(fleet, metricOf({1}, 0), 10);
    QCOMPARE(namesOf(model), devicesNamed({3, 2, 1}));
    QTRY_COMPARE(namesOf(model), devicesNamed({1, 3, 2}));
    QCOMPARE(one.row(), 0);
}

void TestModels::devicesWithoutAValueComeLastEitherWay()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 3));
    say(fleet, metricOf({2}, 0), 5);
    FleetModel model(fleet);
    model.sort(int(FleetColumn::Value), Qt::AscendingOrder);
    QCOMPARE(model.deviceAt(0), DeviceId {2});
    model.sort(int(FleetColumn::Value), Qt::DescendingOrder);
    QCOMPARE(model.deviceAt(0), DeviceId {2});
}

void TestModels::theValueColumnShowsTheChosenMetric()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 1));
    FleetModel model(fleet);
    QAbstractItemModelTester tester(&model);
    const QModelIndex value = model.index(0, int(FleetColumn::Value));
    QCOMPARE(value.data(MetricRole).toUInt(), metricOf({1}, 0).n);
    model.setMetricKey(QStringLiteral("power"));
    QCOMPARE(value.data(MetricRole).toUInt(), metricOf({1}, 3).n);
    QCOMPARE(model.headerData(int(FleetColumn::Value), Qt::Horizontal).toString(), QStringLiteral("power"));
    model.setMetricKey(QStringLiteral("absent"));
    QCOMPARE(value.data(MetricRole).toUInt(), 0U);
    QVERIFY(!value.data(ValueRole).isValid());

    Device door = madeUpDevice(1);
    door.metrics.move(3, 0); // a state before any number: that is what it is for
    fleet.announce({door});
    model.setMetricKey({});
    QCOMPARE(value.data(MetricRole).toUInt(), metricOf({1}, 3).n);
}

void TestModels::editingTheNameRenamesTheDevice()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 1));
    FleetModel model(fleet);
    QVERIFY(model.setData(model.index(0, int(FleetColumn::Name)), QStringLiteral("  Boiler ")));
    QCOMPARE(fleet.displayName({1}), QStringLiteral("Boiler"));
    QVERIFY(!model.setData(model.index(0, int(FleetColumn::Kind)), QStringLiteral("x")));
}

void TestModels::oneMoreAmongManyIsOneInsertion()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 5'000));
    announceSome(fleet, 1, 9'000);
    FleetModel model(fleet);
    const QSignalSpy inserted(&model, &FleetModel::rowsInserted);
    const QSignalSpy layout(&model, &FleetModel::layoutChanged);
    const QSignalSpy reset(&model, &FleetModel::modelReset);
    fleet.adopt({{9'000}});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(layout.size() + reset.size(), 0);
    QCOMPARE(model.deviceAt(5'000), DeviceId {9'000});
}

void TestModels::discoveredDevicesHangBelowTheirConnection()
{
    Fleet fleet;
    announceSome(fleet, 3, 1, {1});
    announceSome(fleet, 2, 10, {2});
    fleet.adopt({{2}});
    DiscoveredModel model(fleet);
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 2);
    const int first = model.index(0, 0).data(ConnectionRole).toUInt() == 1 ? 0 : 1;
    QCOMPARE(model.rowCount(model.index(first, 0)), 2);
    QCOMPARE(model.rowCount(model.index(1 - first, 0)), 2);
    announceSome(fleet, 1, 20, {2});
    QCOMPARE(model.rowCount(model.index(1 - first, 0)), 3);
    announceSome(fleet, 1, 20, {1}); // heard on another road now
    QCOMPARE(model.rowCount(model.index(first, 0)), 3);
    QCOMPARE(model.deviceCount(), 5);
}

void TestModels::adoptedDevicesLeaveTheDiscovered()
{
    Fleet fleet;
    const QList<DeviceId> ids = announceSome(fleet, 5);
    DiscoveredModel model(fleet);
    QAbstractItemModelTester tester(&model);
    fleet.adopt({{2}, {3}, {5}});
    QCOMPARE(model.deviceCount(), 2);
    QCOMPARE(model.indexOf(DeviceId {4}).row(), 1);
    fleet.adopt(ids);
    QCOMPARE(model.rowCount(), 0);
    fleet.release({{1}});
    QCOMPARE(model.deviceCount(), 1);
    fleet.withdraw({{1}});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::newOnesAreCountedUntilLookedAt()
{
    Fleet fleet;
    announceSome(fleet, 2);
    DiscoveredModel model(fleet);
    QSignalSpy counted(&model, &DiscoveredModel::newCountChanged);
    QCOMPARE(model.newCount(), 2);
    model.markSeen();
    QCOMPARE(model.newCount(), 0);
    QCOMPARE(counted.size(), 1);
    announceSome(fleet, 2, 1); // known already
    QCOMPARE(model.newCount(), 0);
    announceSome(fleet, 3, 7);
    QCOMPARE(model.newCount(), 3);
    QVERIFY(model.indexOf(DeviceId {8}).data(NewRole).toBool());
    fleet.adopt({{8}});
    QCOMPARE(model.newCount(), 2);
    fleet.release({{8}}); // back, but known
    QCOMPARE(model.newCount(), 2);
}

void TestModels::discoveredAreFilteredByWords()
{
    Fleet fleet;
    announceSome(fleet, 12, 1, {1});
    announceSome(fleet, 1, 20, {2});
    DiscoveredModel model(fleet);
    DiscoveredFilter filter(fleet, model);
    QAbstractItemModelTester tester(&filter);
    QCOMPARE(filter.rowCount(), 2);
    const QModelIndex branch = filter.index(0, 0);
    QCOMPARE(filter.index(1, 0, branch).data().toString(), QStringLiteral("Device 2"));
    QCOMPARE(filter.index(11, 0, branch).data().toString(), QStringLiteral("Device 12"));
    filter.setFilter(QStringLiteral("device 20"));
    QCOMPARE(filter.rowCount(), 1);
    announceSome(fleet, 1, 201, {1});
    QCOMPARE(filter.rowCount(), 2);
    filter.setFilter({});
    QCOMPARE(filter.rowCount(filter.index(0, 0)), 13);
}

void TestModels::groupsNestAndCount()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 6));
    const GroupId hall = fleet.addGroup(QStringLiteral("Hall"));
    const GroupId corner = fleet.addGroup(QStringLiteral("Corner"), hall);
    GroupModel model(fleet);
    QAbstractItemModelTester tester(&model);
    fleet.assign({{1}, {2}}, hall);
    fleet.assign({{2}, {3}}, corner);
    QTRY_COMPARE(model.indexOf(hall).data(CountRole).toInt(), 3);
    QCOMPARE(model.indexOf(corner).data(CountRole).toInt(), 2);
    QCOMPARE(model.indexOf(GroupId {}).data(CountRole).toInt(), 6);
    QCOMPARE(model.indexOf(corner).parent(), model.indexOf(hall));
    QCOMPARE(model.indexOf(hall).parent(), model.indexOf(GroupId {}));
}

void TestModels::groupsComeGoAndChangeTheirNames()
{
    Fleet fleet;
    GroupModel model(fleet);
    QAbstractItemModelTester tester(&model);
    const GroupId hall = fleet.addGroup(QStringLiteral("Hall"));
    const GroupId yard = fleet.addGroup(QStringLiteral("Yard"));
    const GroupId corner = fleet.addGroup(QStringLiteral("Corner"), hall);
    QVERIFY(model.indexOf(corner).isValid());
    QVERIFY(model.setData(model.indexOf(yard), QStringLiteral("Back yard")));
    QCOMPARE(model.indexOf(yard).data().toString(), QStringLiteral("Back yard"));
    QVERIFY(!model.setData(model.indexOf(yard), QStringLiteral("   ")));
    const QPersistentModelIndex kept = model.indexOf(yard);
    fleet.removeGroup(hall);
    QVERIFY(!model.indexOf(corner).isValid());
    QCOMPARE(kept.row(), 0);
    QCOMPARE(model.rowCount(model.indexOf(GroupId {})), 1);
}

void TestModels::takingDevicesIntoAGroupAdoptsThem()
{
    Fleet fleet;
    announceSome(fleet, 3);
    fleet.adopt({{1}});
    const GroupId hall = fleet.addGroup(QStringLiteral("Hall"));
    GroupModel model(fleet);
    model.take({{1}, {2}}, model.indexOf(hall));
    QCOMPARE(fleet.membersOf(hall).size(), 2);
    model.take({{3}}, model.indexOf(GroupId {}));
    QCOMPARE(fleet.members().size(), 3);
    QCOMPARE(fleet.membersOf(hall).size(), 2);
}

void TestModels::whatWasStoredIsShownBeforeAnythingIsHeard()
{
    Fleet fleet;
    FleetModel devices(fleet);
    GroupModel groups(fleet);
    DiscoveredModel discovered(fleet);
    QAbstractItemModelTester deviceTester(&devices);
    QAbstractItemModelTester groupTester(&groups);
    Device stored;
    stored.id = {3};
    stored.name = QStringLiteral("Kiln");
    stored.addresses = {QStringLiteral("mqtt:kiln")};
    FleetEntry entry;
    entry.device = {3};
    fleet.restore({stored}, {entry}, {{{7}, {}, QStringLiteral("Hall")}});
    QTRY_COMPARE(namesOf(devices), QStringList {QStringLiteral("Kiln")});
    QTRY_COMPARE(groups.indexOf(GroupId {}).data(CountRole).toInt(), 1);
    QVERIFY(groups.indexOf({7}).isValid());
    QCOMPARE(discovered.rowCount(), 0);
}

void TestModels::dynamicGroupsComeAfterTheOthers()
{
    Fleet fleet;
    fleet.adopt(announceSome(fleet, 6));
    FleetColumns columns(fleet);
    DynamicGroups groups(columns);
    const DynamicGroupId hot = groups.add(QStringLiteral("Hot"), QStringLiteral("temperature>30")).value();
    GroupModel model(fleet, &groups);
    QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex row = model.indexOfDynamic(hot);
    QCOMPARE(row.row(), 0);
    const GroupId hall = fleet.addGroup(QStringLiteral("Hall"));
    QCOMPARE(model.indexOf(hall).row(), 0);
    QCOMPARE(row.row(), 1);
    QCOMPARE(model.dynamicAt(row), hot);
    QVERIFY(!model.groupAt(row).isValid());
    QCOMPARE(row.data(CountRole).toInt(), 0);
    say(fleet, metricOf({4}, 0), 31);
    QCOMPARE(row.data(CountRole).toInt(), 1);
    QVERIFY(model.setData(row, QStringLiteral("Too hot")));
    QCOMPARE(groups.find(hot)->name, QStringLiteral("Too hot"));
    model.take({{1}}, row); // nobody is put into a group that a query fills
    QVERIFY(fleet.entry({1})->groups.isEmpty());
    groups.remove(hot);
    QVERIFY(!row.isValid());
    QCOMPARE(model.rowCount(model.indexOf(GroupId {})), 1);
}

void TestModels::diagnosticMetricsComeLast()
{
    Fleet fleet;
    announceSome(fleet, 1);
    MetricModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setDevice({1});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, MetricModel::Name).data().toString(), QStringLiteral("temperature"));
    QCOMPARE(model.index(1, MetricModel::Name).data().toString(), QStringLiteral("power"));
    QCOMPARE(model.index(2, MetricModel::Name).data().toString(), QStringLiteral("battery"));
}

void TestModels::aGrowingDeviceKeepsItsRows()
{
    Fleet fleet;
    Device device = madeUpDevice(1);
    device.metrics = {device.metrics.first()};
    fleet.announce({device});
    MetricModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setDevice({1});
    const QSignalSpy reset(&model, &MetricModel::modelReset);
    const QSignalSpy inserted(&model, &MetricModel::rowsInserted);
    fleet.announce({madeUpDevice(1)});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    fleet.announce({device});
    QCOMPARE(model.rowCount(), 1);
}

void TestModels::onlyTheShownDevicesMetricsAreToldOf()
{
    Fleet fleet;
    announceSome(fleet, 2);
    MetricModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setDevice({1});
    QSignalSpy changed(&model, &MetricModel::dataChanged);
    say(fleet, metricOf({2}, 0), 1);
    say(fleet, metricOf({1}, 0), 2);
    say(fleet, metricOf({1}, 3), 1);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).value<QModelIndex>().row(), 0);
    QCOMPARE(changed.at(0).at(1).value<QModelIndex>().row(), 1);
}

void TestModels::aVanishedDeviceLeavesNoRows()
{
    Fleet fleet;
    announceSome(fleet, 1);
    MetricModel model(fleet);
    QAbstractItemModelTester tester(&model);
    model.setDevice({1});
    fleet.withdraw({{1}});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::runsJoinNeighbours()
{
    using Runs = QList<std::pair<int, int>>;
    QCOMPARE(rowRuns({5, 3, 4, 9}), (Runs {{3, 5}, {9, 9}}));
    QCOMPARE(rowRuns({1, 3, 5, 7}, 2), (Runs {{1, 7}}));
    QVERIFY(rowRuns({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
