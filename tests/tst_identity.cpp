// What a person decided about which addresses are one device, and what becomes of it.
#include "support/mqttroad.h"

#include "core/fleet.h"
#include "core/homes.h"
#include "core/identities.h"

#include <QSignalSpy>
#include <QTest>

using namespace muster;
using muster::test::IngestRecord;
using muster::test::MqttRoad;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QStringList words(const char *line)
{
    return text(line).split(u' ', Qt::SkipEmptyParts);
}

Device device(const char *addresses, quint32 connection, const char *link = "mqtt")
{
    Device made;
    made.addresses = words(addresses);
    made.connection = {connection};
    made.link = text(link);
    return made;
}

Metric metric(const char *key)
{
    Metric made;
    made.key = text(key);
    return made;
}

/// An Ingest with the fleet behind it and a person who decides.
struct House
{
    House()
        : identities(fleet)
    {
        QObject::connect(&ingest, &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
        QObject::connect(&ingest, &Ingest::devicesWithdrawn, &fleet, &Fleet::withdraw);
        QObject::connect(&ingest, &Ingest::devicesUnited, &fleet, &Fleet::unite);
        QObject::connect(&ingest, &Ingest::devicesParted, &fleet, &Fleet::part);
        QObject::connect(&ingest, &Ingest::sampled, &fleet, &Fleet::observe);
        QObject::connect(&identities, &Identities::changed, &ingest, &Ingest::setIdentity);
        QObject::connect(&fleet, &Fleet::entriesChanged, &ingest, [this](const QList<DeviceId> &ids) {
            for (const DeviceId id : ids)
                ingest.setMembers({id}, fleet.isMember(id));
        });
    }
    Ingest ingest;
    Fleet fleet;
    Identities identities;
};

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitTellsSourcesApart_data()
    {
        QTest::addColumn<QStringList>("sources");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("own");
        QTest::addColumn<QStringList>("stays");
        QTest::newRow("two that share one") << QStringList {text("ha:1 mac:G"), text("ha:2 mac:G")} << text("ha:2") << words("ha:2") << words("ha:1 mac:G");
        QTest::newRow("what all share") << QStringList {text("ha:1 mac:G"), text("ha:2 mac:G")} << text("mac:G") << QStringList() << QStringList();
        QTest::newRow("one source") << QStringList {text("ble:X mac:X")} << text("mac:X") << QStringList() << QStringList();
        QTest::newRow("none of its own") << QStringList {text("ble:X mac:X"), text("mac:X ble:X omg:1"), text("mac:X")} << text("ble:X") << words("ble:X omg:1") << words("mac:X");
        QTest::newRow("more than one source") << QStringList {text("a:1 b:1"), text("b:1 c:1"), text("a:1 d:1")} << text("b:1") << words("b:1 c:1") << words("a:1 d:1");
        QTest::newRow("unknown") << QStringList {text("a:1")} << text("z:1") << QStringList() << QStringList();
    }

    void splitTellsSourcesApart()
    {
        QFETCH(QStringList, sources);
        QFETCH(QString, address);
        QFETCH(QStringList, own);
        QFETCH(QStringList, stays);
        QList<QStringList> lists;
        for (const QString &source : std::as_const(sources))
            lists.append(source.split(u' '));
        const Split split = splitOf(lists, address);
        QCOMPARE(split.own, own);
        QCOMPARE(split.stays, stays);
    }

    void decisionsSurviveBeingWrittenDown()
    {
        Identity identity = joined({}, {words("ble:X mac:X"), words("mqtt:b/fridge")});
        identity = parted(identity, {words("ha:2"), words("ha:1 mac:G")});
        const auto back = identityFrom(toText(identity));
        QVERIFY(back);
        QCOMPARE(*back, identity);
        QVERIFY(identityFrom(QString())->isEmpty());
        QVERIFY(!identityFrom(text("[1,2]")));
        QVERIFY(identityFrom(text(R"({"together":[["a"],7,[3,4]],"apart":[{"own":["x"]},null]})"))->isEmpty());
    }

    void joiningTakesBackASplitAndTheOtherWayRound()
    {
        const Identity apart = parted({}, {words("ha:2"), words("ha:1 mac:G")});
        QCOMPARE(apart.parted(words("ha:2 mac:G")), words("ha:2"));
        QCOMPARE(apart.parted(words("ha:1 mac:G")), words("ha:1 mac:G"));
        const Identity again = joined(apart, {words("ha:2"), words("ha:1 mac:G")});
        QVERIFY(again.apart.isEmpty());
        QCOMPARE(again.together, QList<QStringList> {words("ha:2 ha:1")});
        QCOMPARE(joined(again, {words("ha:1"), words("ble:X")}).together, QList<QStringList> {words("ha:1 ble:X ha:2")});
        QVERIFY(parted(again, {words("ha:2"), words("ha:1 mac:G")}).together.isEmpty());
    }

    void mergedDevicesAreOneAndKeepTheirMetrics()
    {
        House house;
        const DeviceId radio = house.ingest.announce(device("ble:X", 1, "ble"));
        const DeviceId topic = house.ingest.announce(device("mqtt:b/fridge", 2));
        const MetricId first = house.ingest.metric(radio, metric("temperature"));
        const MetricId second = house.ingest.metric(topic, metric("temperature"));
        house.ingest.push({2}, second, 0, 4.5);
        house.ingest.flush();
        house.fleet.adopt({radio, topic});
        house.fleet.rename(topic, text("Fridge"));
        house.identities.join({radio, topic});
        house.ingest.flush();
        QCOMPARE(house.fleet.devices(), QList<DeviceId> {radio});
        QCOMPARE(house.fleet.findByAddress(text("mqtt:b/fridge")), radio);
        QCOMPARE(house.fleet.displayName(radio), text("Fridge"));
        QCOMPARE(house.fleet.findMetric(radio, text("temperature")), first);
        QCOMPARE(house.fleet.findMetric(radio, text("mqtt.temperature")), second);
        QCOMPARE(house.fleet.metric(second)->value, 4.5);
        house.ingest.push({2}, house.ingest.metric(topic, metric("temperature")), 0, 5);
        house.ingest.flush();
        QCOMPARE(house.fleet.metric(second)->series.size(), 2);
        // Whatever is announced later belongs to it, too.
        QCOMPARE(house.ingest.announce(device("mqtt:b/fridge", 2)), topic);
        house.ingest.flush();
        QCOMPARE(house.fleet.devices().size(), 1);
    }

    void whatThePersonStartedFromStays()
    {
        House house;
        const DeviceId radio = house.ingest.announce(device("ble:X", 1, "ble"));
        const DeviceId topic = house.ingest.announce(device("mqtt:b/fridge", 2));
        house.ingest.flush();
        house.fleet.adopt({radio, topic});
        house.identities.join({topic, radio});
        house.ingest.flush();
        QCOMPARE(house.fleet.members(), QList<DeviceId> {topic});
        house.identities.set({});
        house.ingest.flush();
        QCOMPARE(house.fleet.members().size(), 2);
        QVERIFY(house.fleet.isMember(radio));
    }

    void mergeCanBeUndone()
    {
        House house;
        const DeviceId radio = house.ingest.announce(device("ble:X", 1, "ble"));
        const DeviceId topic = house.ingest.announce(device("mqtt:b/fridge", 2));
        const MetricId second = house.ingest.metric(topic, metric("temperature"));
        house.ingest.push({2}, second, 0, 4.5);
        house.ingest.flush();
        house.fleet.adopt({radio, topic});
        house.fleet.rename(topic, text("Fridge"));
        const FleetEntry before = *house.fleet.entry(topic);
        house.identities.join({radio, topic});
        house.ingest.flush();
        house.identities.set({});
        house.ingest.flush();
        QCOMPARE(house.fleet.members(), QList<DeviceId>({radio, topic}));
        QCOMPARE(*house.fleet.entry(topic), before);
        QVERIFY(house.fleet.entry(radio)->name.isEmpty());
        QCOMPARE(house.fleet.findMetric(topic, text("temperature")), second);
        QCOMPARE(house.fleet.metric(second)->series.size(), 1);
        QVERIFY(house.fleet.device(radio)->metrics.isEmpty());
        QVERIFY(house.fleet.device(radio)->parts.isEmpty());
    }

    void mergeIsThereAgainAfterARestart()
    {
        Identity decided;
        Device stored;
        {
            House house;
            const DeviceId radio = house.ingest.announce(device("ble:X", 1, "ble"));
            const DeviceId topic = house.ingest.announce(device("mqtt:b/fridge", 2));
            house.ingest.flush();
            house.identities.join({radio, topic});
            house.ingest.flush();
            decided = *identityFrom(toText(house.identities.current()));
            stored = atRest(*house.fleet.device(radio));
        }
        House house;
        house.identities.set(decided);
        house.ingest.seed({stored}, {}, {});
        house.fleet.restore({stored}, {FleetEntry {.device = stored.id}}, {});
        house.ingest.announce(device("mqtt:b/fridge", 2));
        house.ingest.flush();
        house.ingest.announce(device("ble:X", 1, "ble"));
        house.ingest.flush();
        QCOMPARE(house.fleet.devices(), QList<DeviceId> {stored.id});
        QCOMPARE(house.fleet.device(stored.id)->parts.size(), 2);
        // And without any of it being there: two that nobody stored are one at first sight.
        House other;
        other.identities.set(decided);
        other.ingest.announce(device("mqtt:b/fridge", 2));
        other.ingest.announce(device("ble:X", 1, "ble"));
        other.ingest.flush();
        QCOMPARE(other.fleet.devices().size(), 1);
    }

    void splitAddressTakesItsRoadWithIt()
    {
        House house;
        const DeviceId radio = house.ingest.announce(device("ble:X mac:X", 1, "ble"));
        const DeviceId told = house.ingest.announce(device("ha:9 mac:X", 2));
        const MetricId metricTold = house.ingest.metric(told, metric("humidity"));
        house.ingest.flush();
        QCOMPARE(house.fleet.devices(), QList<DeviceId> {radio});
        house.fleet.adopt({radio});
        QVERIFY(house.identities.canPart(radio, text("ha:9")));
        QVERIFY(!house.identities.canPart(radio, text("mac:X")));
        house.identities.part(radio, text("ha:9"));
        house.ingest.flush();
        QCOMPARE(house.fleet.devices().size(), 2);
        QCOMPARE(house.fleet.findByAddress(text("ha:9")), told);
        QCOMPARE(house.fleet.findByAddress(text("mac:X")), radio);
        QCOMPARE(house.fleet.findMetric(told, text("humidity")), metricTold);
        QVERIFY(house.fleet.isMember(told)); // it does not vanish among what was merely discovered
        QVERIFY(!house.identities.canPart(radio, text("ble:X")));
        // It stays apart whatever is announced.
        QCOMPARE(house.ingest.announce(device("ha:9 mac:X", 2)), told);
        house.ingest.flush();
        QCOMPARE(house.fleet.devices().size(), 2);
        house.identities.set({});
        house.ingest.flush();
        QCOMPARE(house.fleet.devices(), QList<DeviceId> {radio});
        QCOMPARE(house.fleet.findMetric(radio, text("humidity")), metricTold);
    }

    void twoDevicesBehindOneGatewayAddressCanBeToldApart()
    {
        MqttRoad road;
        Fleet fleet;
        QObject::connect(&road.ingest, &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
        QObject::connect(&road.ingest, &Ingest::devicesWithdrawn, &fleet, &Fleet::withdraw);
        QObject::connect(&road.ingest, &Ingest::devicesUnited, &fleet, &Fleet::unite);
        QObject::connect(&road.ingest, &Ingest::devicesParted, &fleet, &Fleet::part);
        Identities identities(fleet);
        QObject::connect(&identities, &Identities::changed, &road.ingest, &Ingest::setIdentity);
        QObject::connect(&road.ingest, &Ingest::identityChanged, &fleet, [&road](const QStringList &addresses) { road.router.announceAgain(addresses); });
        const auto announce = [&road](const char *name) {
            road.message(QByteArray("homeassistant/sensor/") + name + "/t/config",
                QByteArray(R"({"stat_t":"NAME/t","cmd_t":"x","unit_of_meas":"°C","dev":{"ids":["NAME"],"cns":[["mac","02:00:00:00:00:01"]],"name":"NAME"}})").replace("NAME", name), true);
        };
        announce("one");
        announce("two");
        road.message("two/t", "21.5", true);
        const DeviceId both = fleet.findByAddress(text("ha:one"));
        road.ingest.flush();
        QCOMPARE(fleet.devices().size(), 1);
        const DeviceId device = fleet.devices().constFirst();
        QVERIFY(!both.isValid() || both == device);
        const QList<Metric> metrics = fleet.device(device)->metrics;
        QCOMPARE(metrics.size(), 2);
        QVERIFY(identities.canPart(device, text("ha:two")));
        QVERIFY(!identities.canPart(device, text("mac:02:00:00:00:00:01")));
        identities.part(device, text("ha:two"));
        road.ingest.flush();
        QCOMPARE(fleet.devices().size(), 2);
        const DeviceId two = fleet.findByAddress(text("ha:two"));
        QVERIFY(two != device);
        QCOMPARE(fleet.device(two)->metrics.size(), 1);
        QCOMPARE(fleet.device(two)->name, text("two"));
        QCOMPARE(fleet.device(two)->connection, ConnectionId {1});
        QCOMPARE(fleet.device(two)->metrics.constFirst().id, metrics.at(1).id); // with its past
        QCOMPARE(fleet.device(device)->metrics.size(), 1);
        road.message("two/t", "22.5");
        road.ingest.flush();
        QCOMPARE(road.record.values(text("ha:two"), fleet.device(two)->metrics.constFirst().key).constLast().number, 22.5);
        announce("two"); // again, and it is still another
        road.ingest.flush();
        QCOMPARE(fleet.devices().size(), 2);
        identities.set({});
        road.ingest.flush();
        QCOMPARE(fleet.devices(), QList<DeviceId> {device});
        QSet<MetricId> ids;
        for (const Metric &one : fleet.device(device)->metrics)
            ids.insert(one.id);
        QCOMPARE(ids, QSet<MetricId>({metrics.at(0).id, metrics.at(1).id}));
        road.message("two/t", "23");
        road.ingest.flush();
        QCOMPARE(fleet.findByAddress(text("ha:two")), device);
    }

    void twoBrokersDoNotExchangeDevicesOverARestart_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a name that both use") << text("ha:plug");
        QTest::newRow("one device on both") << text("mac:02:00:00:00:00:01");
    }

    void twoBrokersDoNotExchangeDevicesOverARestart()
    {
        QFETCH(QString, address);
        const QByteArray name = address.toUtf8();
        QList<Device> stored;
        QString written;
        DeviceId first;
        DeviceId second;
        {
            House house;
            first = house.ingest.announce(device(name.constData(), 1));
            second = house.ingest.announce(device(name.constData(), 2));
            house.ingest.flush();
            Homes homes;
            const QList<DeviceId> devices = house.fleet.devices();
            for (const DeviceId id : devices) {
                QVERIFY(homes.update(*house.fleet.device(id)));
                stored.append(atRest(*house.fleet.device(id)));
                QVERIFY(!homes.update(stored.constLast())); // closing takes nothing back
            }
            written = homes.toText();
        }
        Homes homes;
        homes.restore(written, {Connection {.id = {1}}, Connection {.id = {2}}});
        House house;
        house.ingest.setHomes(homes.all());
        house.ingest.seed(stored, {}, {});
        QCOMPARE(house.ingest.announce(device(name.constData(), 2)), second); // this one was quicker today
        QCOMPARE(house.ingest.announce(device(name.constData(), 1)), first);
        house.ingest.forget({1});
        house.ingest.forget({2});
        QCOMPARE(house.ingest.announce(device(name.constData(), 2)), second);
        QCOMPARE(house.ingest.announce(device(name.constData(), 1)), first);
    }

    void aDeviceOfTheSameNameIsAnotherUnlessItsConnectionIsNoMore()
    {
        Device stored = device("ha:plug", 1);
        stored.id = {1};
        Homes homes;
        homes.update(stored);
        for (const bool removed : {false, true}) {
            Homes again;
            again.restore(homes.toText(), removed ? QList<Connection>() : QList<Connection> {Connection {.id = {1}}});
            House house;
            house.ingest.setHomes(again.all());
            house.ingest.seed({atRest(stored)}, {}, {});
            QCOMPARE(house.ingest.announce(device("ha:plug", 2)) == stored.id, removed);
        }
        House house;
        house.ingest.setHomes(homes.all());
        house.ingest.seed({atRest(stored)}, {}, {});
        house.ingest.releaseHomes({1});
        QCOMPARE(house.ingest.announce(device("ha:plug", 2)), stored.id);
    }

    void homesAreKeptWhereTheyMatter()
    {
        Homes homes;
        Device named = device("mac:02:00:00:00:00:01", 1);
        named.id = {1};
        QVERIFY(!homes.update(named));
        Device plain = device("ha:1", 1);
        plain.id = {2};
        QVERIFY(homes.update(plain));
        plain.connection = {3};
        QVERIFY(homes.update(plain));
        QCOMPARE(homes.toText(), text(R"({"2":3})"));
        QVERIFY(homes.forget(plain));
        QVERIFY(!homes.forget(plain));
        QVERIFY(homes.toText().isEmpty());
        homes.restore(text(R"([1,{"x":2}])"), {Connection {.id = {1}}});
        homes.restore(text(R"({"x":1,"-1":1,"7":"1","8":1e30,"9":1})"), {Connection {.id = {1}}});
        QCOMPARE(homes.toText(), text(R"({"9":1})"));
    }

    void devicesNobodyShowsCanBeMergedToo()
    {
        House house;
        QList<Device> stored;
        for (quint32 id = 1; id <= 2; ++id) {
            Device one = device(id == 1 ? "ble:X" : "mqtt:b/fridge", 0);
            one.id = {id};
            Metric temperature = metric("temperature");
            temperature.id = {id};
            one.metrics = {temperature};
            stored.append(one);
        }
        house.ingest.seed(stored, {}, {});
        house.fleet.restore(stored, {FleetEntry {.device = {1}}, FleetEntry {.device = {2}}}, {});
        house.ingest.setMembers({{1}, {2}}, true);
        house.identities.join({{1}, {2}});
        house.ingest.flush();
        QCOMPARE(house.fleet.members(), QList<DeviceId> {{1}});
        QCOMPARE(house.fleet.device({1})->metrics.size(), 2);
        house.identities.set({});
        house.ingest.flush();
        QCOMPARE(house.fleet.members(), QList<DeviceId>({{1}, {2}}));
    }
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
