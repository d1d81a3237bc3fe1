#include "core/ingest.h"

#include <QSignalSpy>
#include <QTest>

using namespace muster;

namespace {

Device plug(const QString &address = QStringLiteral("mqtt:plug"))
{
    Device device;
    device.addresses = {address};
    device.name = QStringLiteral("Plug");
    device.connection = {1};
    return device;
}

Metric power(MetricType type = MetricType::Number)
{
    Metric metric;
    metric.key = QStringLiteral("power");
    metric.type = type;
    return metric;
}

Metric temperature()
{
    Metric metric;
    metric.key = QStringLiteral("temperature");
    return metric;
}

/// A thermometer as the radio of this computer hears it, and as a gateway tells of it over a broker.
Device heardByRadio()
{
    Device device = plug(QStringLiteral("ble:A4:C1"));
    device.addresses.append(QStringLiteral("mac:A4:C1"));
    device.link = QStringLiteral("ble");
    return device;
}

Device toldByGateway()
{
    Device device = plug(QStringLiteral("mac:A4:C1"));
    device.addresses.append(QStringLiteral("omg:hall"));
    device.link = QStringLiteral("mqtt");
    device.connection = {2};
    return device;
}

QStringList keysOf(const Device &device)
{
    QStringList keys;
    for (const Metric &metric : device.metrics)
        keys.append(metric.key);
    return keys;
}

/// Records what leaves an Ingest.
struct Outlet
{
    explicit Outlet(Ingest &ingest)
    {
        QObject::connect(&ingest, &Ingest::devicesAnnounced, &context, [this](const QList<Device> &d) { devices += d; order += u'd'; });
        QObject::connect(&ingest, &Ingest::devicesWithdrawn, &context, [this](const QList<DeviceId> &d) { withdrawn += d; order += u'w'; });
        QObject::connect(&ingest, &Ingest::devicesUnited, &context, [this](const QList<DeviceMove> &moves) { united += moves; });
        QObject::connect(&ingest, &Ingest::sampled, &context, [this](const SampleBatch &b) {
            batches.append(b);
            order += u's';
        });
    }
    QObject context;
    QList<Device> devices;
    QList<DeviceId> withdrawn;
    QList<DeviceMove> united;
    QList<SampleBatch> batches;
    QString order;
};

} // namespace

class TestIngest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void devicesLeaveBeforeTheirSamples()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const DeviceId device = ingest.announce(plug());
        const MetricId metric = ingest.metric(device, power());
        ingest.push({1}, metric, 0, 5);
        QTRY_COMPARE(outlet.order, QStringLiteral("ds"));
        QCOMPARE(outlet.devices[0].metrics.size(), 1);
        QCOMPARE(outlet.devices[0].metrics[0].id, metric);
        QCOMPARE(outlet.batches[0].samples[0].value, 5.0);
        QVERIFY(!(outlet.batches[0].samples[0].flags & Sample::DeviceTime));
    }

    void everythingOfOneTickIsOneSignal()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const MetricId metric = ingest.metric(ingest.announce(plug()), power());
        for (int i = 0; i < 1'000; ++i)
            ingest.push({1}, metric, 0, i);
        ingest.flush();
        QCOMPARE(outlet.batches.size(), 1);
        QCOMPARE(outlet.batches[0].samples.size(), 1'000);
    }

    void sameAddressIsTheSameDevice()
    {
        Ingest ingest;
        const DeviceId first = ingest.announce(plug());
        Device again = plug();
        again.name.clear();
        again.model = QStringLiteral("S2");
        again.addresses.append(QStringLiteral("mac:AA"));
        QCOMPARE(ingest.announce(again), first);
        QCOMPARE(ingest.announce(plug(QStringLiteral("mac:AA"))), first);
        QVERIFY(ingest.announce(plug(QStringLiteral("mac:BB"))) != first);
    }

    void unchangedAnnouncementSaysNothing()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        ingest.announce(plug());
        ingest.flush();
        ingest.announce(plug());
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 1);
    }

    void withdrawnDeviceKeepsItsIdsAndIsToldAgain()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const DeviceId device = ingest.announce(plug());
        const MetricId metric = ingest.metric(device, power());
        ingest.flush();
        ingest.withdraw(device);
        ingest.flush();
        QCOMPARE(outlet.withdrawn, QList<DeviceId> {device});
        QCOMPARE(ingest.announce(plug()), device);
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 2);
        QCOMPARE(ingest.metric(device, power()), metric);
    }

    void metricOfAnotherTypeGetsAnotherId()
    {
        Ingest ingest;
        const DeviceId device = ingest.announce(plug());
        const MetricId number = ingest.metric(device, power());
        const MetricId text = ingest.metric(device, power(MetricType::Text));
        QVERIFY(text.isValid());
        QVERIFY(text != number);
    }

    void seededDevicesKeepTheirIds()
    {
        Device stored = plug();
        stored.id = {7};
        stored.metrics = {power()};
        stored.metrics[0].id = {30};
        Ingest ingest;
        ingest.seed({stored}, {9}, {40});
        QCOMPARE(ingest.announce(plug()), DeviceId {7});
        QCOMPARE(ingest.metric({7}, power()), MetricId {30});
        QCOMPARE(ingest.announce(plug(QStringLiteral("mqtt:new"))), DeviceId {10});
        QCOMPARE(ingest.metric({10}, power()), MetricId {41});
    }

    void limitsAreKeptAndCounted()
    {
        IngestLimits limits;
        limits.devices = 2;
        limits.metricsPerDevice = 1;
        Ingest ingest(limits);
        const DeviceId device = ingest.announce(plug());
        ingest.announce(plug(QStringLiteral("mqtt:2")));
        QVERIFY(!ingest.announce(plug(QStringLiteral("mqtt:3"))).isValid());
        QVERIFY(ingest.metric(device, power()).isValid());
        Metric second = power();
        second.key = QStringLiteral("other");
        QVERIFY(!ingest.metric(device, second).isValid());
        QCOMPARE(at(ingest.counters({1}), Count::LimitReached), 2);
    }

    void whoClaimsEverybodysAddressesIsHeldOff()
    {
        IngestLimits limits;
        limits.addressesPerPart = 3;
        limits.partsPerDevice = 2;
        Ingest ingest(limits);
        Outlet outlet(ingest);
        for (int i = 1; i <= 4; ++i) {
            Device one = plug(QStringLiteral("mac:%1").arg(i));
            one.connection = {quint32(i)};
            ingest.announce(one);
        }
        Device greedy = plug(QStringLiteral("ha:greedy"));
        greedy.connection = {9};
        for (int i = 1; i <= 4; ++i)
            greedy.addresses.append(QStringLiteral("mac:%1").arg(i));
        ingest.announce(greedy);
        ingest.flush();
        QCOMPARE(at(ingest.counters({9}), Count::LimitReached), 3); // one union, two addresses
        qsizetype most = 0;
        QSet<DeviceId> devices;
        for (const Device &device : std::as_const(outlet.devices)) {
            most = std::max(most, device.parts.size());
            devices.insert(device.id);
        }
        QCOMPARE(most, 2);
        QCOMPARE(devices.size(), 4);
    }

    void absurdTimesBecomeTheArrival()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const MetricId metric = ingest.metric(ingest.announce(plug()), power());
        const Micros now = nowMicros();
        for (const Micros time : {std::numeric_limits<Micros>::max(), std::numeric_limits<Micros>::min(), now + ingest.limits().future * 2, Micros(1)})
            ingest.push({1}, metric, time, 1);
        ingest.push({1}, metric, now - 1'000'000, 1);
        ingest.flush();
        QCOMPARE(at(ingest.counters({1}), Count::BadTime), 4);
        for (int i = 0; i < 4; ++i)
            QVERIFY(std::abs(outlet.batches[0].samples[i].time - now) < 60'000'000);
        QCOMPARE(outlet.batches[0].samples[4].time, now - 1'000'000);
        QVERIFY(outlet.batches[0].samples[4].flags & Sample::DeviceTime);
    }

    void stalledWindowLosesSamplesCounted()
    {
        IngestLimits limits;
        limits.backlog = 100;
        Ingest ingest(limits);
        Outlet outlet(ingest);
        QSignalSpy dropped(&ingest, &Ingest::dropped);
        const MetricId metric = ingest.metric(ingest.announce(plug()), power());
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 101; ++i)
                ingest.push({1}, metric, 0, i);
            ingest.flush();
        }
        QCOMPARE(outlet.batches.size(), 1);
        QCOMPARE(dropped.size(), 2);
        QCOMPARE(dropped.last()[0].toULongLong(), 202ULL);
        ingest.acknowledge(101);
        ingest.push({1}, metric, 0, 1);
        ingest.flush();
        QCOMPARE(outlet.batches.size(), 2);
    }

    void recordingIsIndependentOfTheWindow()
    {
        IngestLimits limits;
        limits.backlog = 100;
        limits.recordingBacklog = 250;
        Ingest ingest(limits);
        QSignalSpy recorded(&ingest, &Ingest::recorded);
        QSignalSpy dropped(&ingest, &Ingest::dropped);
        QSignalSpy unrecorded(&ingest, &Ingest::unrecorded);
        const MetricId metric = ingest.metric(ingest.announce(plug()), power());
        const auto round = [&] {
            for (int i = 0; i < 101; ++i)
                ingest.push({1}, metric, 0, i);
            ingest.flush();
        };
        round();
        QCOMPARE(recorded.size(), 0); // nobody records
        ingest.setRecording(true);
        for (int i = 0; i < 4; ++i)
            round();
        QCOMPARE(dropped.size(), 4); // the window is stalled from the first round on
        QCOMPARE(recorded.size(), 3);
        QCOMPARE(recorded[2][0].value<SampleBatch>().samples.size(), 101);
        QCOMPARE(unrecorded.size(), 1);
        QCOMPARE(unrecorded[0][0].toULongLong(), 101ULL);
        ingest.acknowledgeRecorded(303);
        round();
        QCOMPARE(recorded.size(), 4);
    }

    void metricsOfEarlierTimesGetTheirIdsBack()
    {
        Device stored = plug();
        stored.id = {1};
        stored.metrics = {power()};
        stored.metrics[0].id = {3};
        Ingest ingest;
        ingest.seed({stored}, {1}, {3});
        const QString address = QStringLiteral("mqtt:earlier");
        const QString key = QStringLiteral("power");
        ingest.remember({{{3}, QStringLiteral("mqtt:plug"), key, MetricType::Number}, {{20}, address, key, MetricType::Text}, {{12}, address, key, MetricType::Number},
            {{15}, address, key, MetricType::Number}});
        QCOMPARE(ingest.metric(ingest.announce(plug()), power()), MetricId {3});
        const DeviceId back = ingest.announce(plug(address));
        QCOMPARE(ingest.metric(back, power()), MetricId {15}); // the newest
        const MetricId text = ingest.metric(back, power(MetricType::Text));
        QCOMPARE(text, MetricId {20});
        QCOMPARE(ingest.metric(ingest.announce(plug(QStringLiteral("mqtt:new"))), power()), MetricId {21});
    }

    void metricThatWasWithdrawnComesBackAsItself()
    {
        Ingest ingest;
        const DeviceId device = ingest.announce(plug());
        const MetricId metric = ingest.metric(device, power());
        ingest.withdrawParts(device, {power().key}, {});
        ingest.flush();
        QCOMPARE(ingest.metric(device, power()), metric);
    }

    void textsTravelBesideTheirSamples()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const MetricId metric = ingest.metric(ingest.announce(plug()), power(MetricType::Text));
        ingest.pushText({1}, metric, 0, QStringLiteral("idle"));
        ingest.pushText({1}, metric, 0, QString(10'000, u'x'));
        ingest.flush();
        const SampleBatch batch = outlet.batches.value(0);
        QCOMPARE(batch.texts.value(qsizetype(batch.samples[0].value)), QStringLiteral("idle"));
        QCOMPARE(batch.texts.value(qsizetype(batch.samples[1].value)).size(), 4'096);
        QVERIFY(batch.samples[0].flags & Sample::Text);
    }

    void lostConnectionMakesPresenceNewsAgain()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const DeviceId device = ingest.announce(plug());
        ingest.setPresence(device, Presence::Online);
        ingest.flush();
        ingest.setReachable({1}, false);
        ingest.flush();
        QCOMPARE(outlet.devices.last().presence, Presence::Lost);
        ingest.setReachable({1}, true);
        ingest.setPresence(device, Presence::Online);
        ingest.flush();
        QCOMPARE(outlet.devices.last().presence, Presence::Online);
    }

    void bytesAreKeptWhileSomebodyListens()
    {
        Ingest ingest;
        Wire wire;
        connect(&wire, &Wire::tapRequested, &ingest, &Ingest::tapWire);
        connect(&ingest, &Ingest::wired, &wire, &Wire::take);
        connect(&wire, &Wire::taken, &ingest, &Ingest::acknowledgeWire);
        QList<WireBatch> heard;
        connect(&wire, &Wire::arrived, this, [&heard](const WireBatch &batch) { heard.append(batch); });
        QVERIFY(!ingest.isWireTapped({1}));
        wire.listen({1});
        wire.listen({1});
        QVERIFY(ingest.isWireTapped({1}));
        QVERIFY(!ingest.isWireTapped({2}));
        ingest.wire({1}, false, QStringLiteral("ttyS0"), "21.5\n");
        ingest.wire({1}, true, QStringLiteral("ttyS0"), QByteArray(Ingest::wirePerTick, 'x'));
        ingest.flush();
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard[0].chunks.size(), 1);
        QCOMPARE(heard[0].chunks[0].bytes, QByteArray("21.5\n"));
        QCOMPARE(heard[0].dropped, quint64(Ingest::wirePerTick));
        wire.release({1});
        QVERIFY(ingest.isWireTapped({1}));
        wire.release({1});
        QVERIFY(!ingest.isWireTapped({1}));
    }

    void bytesNobodyTakesInAreCountedNotQueued()
    {
        Ingest ingest;
        qsizetype bytes = 0;
        quint64 dropped = 0;
        connect(&ingest, &Ingest::wired, this, [&](const WireBatch &batch) {
            bytes += batch.bytes;
            dropped += batch.dropped;
        });
        const QByteArray piece(Ingest::wirePerTick, 'x');
        for (int i = 0; i < 100; ++i) {
            ingest.wire({1}, false, {}, piece);
            ingest.flush();
        }
        QVERIFY(bytes <= Ingest::wireBacklog + Ingest::wirePerTick);
        QCOMPARE(quint64(bytes) + dropped, quint64(100 * piece.size()));
        ingest.acknowledgeWire(bytes);
        ingest.wire({1}, false, {}, "back");
        const qsizetype before = bytes;
        ingest.flush();
        QCOMPARE(bytes, before + 4);
    }

    void membersAreKnown()
    {
        Ingest ingest;
        QSignalSpy changed(&ingest, &Ingest::membersChanged);
        const DeviceId device = ingest.announce(plug());
        QVERIFY(!ingest.isMember(device));
        ingest.setMembers({device}, true);
        QVERIFY(ingest.isMember(device));
        ingest.setMembers({device}, false);
        QVERIFY(!ingest.isMember(device));
        QCOMPARE(changed.size(), 2);
    }

    // --- one device, however many roads

    void sameHardwareOverTwoRoadsIsOneDevice()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const DeviceId heard = ingest.announce(heardByRadio());
        const MetricId byRadio = ingest.metric(heard, temperature());
        const DeviceId told = ingest.announce(toldByGateway());
        const MetricId byGateway = ingest.metric(told, temperature());
        QVERIFY(byRadio != byGateway);
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 1);
        const Device one = outlet.devices.constLast();
        QCOMPARE(one.id, heard);
        QCOMPARE(one.addresses, QStringList({QStringLiteral("ble:A4:C1"), QStringLiteral("mac:A4:C1"), QStringLiteral("omg:hall")}));
        QCOMPARE(keysOf(one), QStringList({QStringLiteral("temperature"), QStringLiteral("mqtt.temperature")}));
        QCOMPARE(one.parts.size(), 2);
        QCOMPARE(one.parts.at(1).metrics.value(byGateway), QStringLiteral("temperature"));
    }

    void deviceStaysWhileAnotherRoadShowsIt()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const DeviceId first = ingest.announce(heardByRadio());
        const DeviceId second = ingest.announce(toldByGateway());
        ingest.setPresence(first, Presence::Online);
        ingest.setPresence(second, Presence::Offline);
        ingest.flush();
        QCOMPARE(outlet.devices.constLast().presence, Presence::Online);
        QCOMPARE(outlet.devices.constLast().connection, ConnectionId {1});
        ingest.withdraw(first);
        ingest.flush();
        QVERIFY(outlet.withdrawn.isEmpty());
        QCOMPARE(outlet.devices.constLast().connection, ConnectionId {2});
        QCOMPARE(outlet.devices.constLast().presence, Presence::Offline);
        ingest.forget({2});
        ingest.flush();
        QCOMPARE(outlet.withdrawn, QList<DeviceId> {first});
    }

    void oneBrokerMayWithdrawWhatAnotherAnnounces()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        Device here = plug(QStringLiteral("mac:AA"));
        here.link = QStringLiteral("mqtt");
        Device there = here;
        there.connection = {2};
        const DeviceId first = ingest.announce(here);
        const DeviceId second = ingest.announce(there);
        ingest.flush();
        ingest.withdraw(second);
        ingest.flush();
        QVERIFY(outlet.withdrawn.isEmpty());
        QCOMPARE(outlet.devices.constLast().connection, ConnectionId {1});
        ingest.withdraw(first);
        ingest.flush();
        QCOMPARE(outlet.withdrawn, QList<DeviceId> {first});
    }

    void aNameIsNoHardware()
    {
        Ingest ingest;
        Device here = plug(QStringLiteral("ha:kitchen"));
        Device there = here;
        there.connection = {2};
        Outlet outlet(ingest);
        QVERIFY(ingest.announce(here) != ingest.announce(there));
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 2);
        // What no connection shows any more is found again by the next one.
        const DeviceId first = ingest.announce(here);
        ingest.forget({1});
        here.connection = {3};
        ingest.releaseHomes({1});
        QCOMPARE(ingest.announce(here), first);
    }

    void laterNewsMakeTwoDevicesOne()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        const DeviceId one = ingest.announce(plug(QStringLiteral("mac:AA")));
        Device board = plug(QStringLiteral("serial:1:2:3"));
        board.connection = {2};
        const DeviceId two = ingest.announce(board);
        const MetricId metric = ingest.metric(two, power());
        ingest.setMembers({two}, true);
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 2);
        board.addresses.append(QStringLiteral("mac:AA"));
        QCOMPARE(ingest.announce(board), two);
        ingest.flush();
        // The one that is in the fleet stays.
        QCOMPARE(outlet.united, QList<DeviceMove>({{one, two}}));
        QCOMPARE(outlet.devices.constLast().id, two);
        QCOMPARE(outlet.devices.constLast().metrics.constFirst().id, metric);
        QCOMPARE(ingest.metric(two, power()), metric);
        QVERIFY(ingest.isMember(one));
    }

    void serialNumberIsAnAddress()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        Device here = plug(QStringLiteral("ha:1"));
        here.manufacturer = QStringLiteral("Acme");
        here.serialNumber = QStringLiteral("P2-004711");
        Device there = here;
        there.addresses = {QStringLiteral("sparkplug:a/b")};
        there.manufacturer = QStringLiteral("ACME");
        there.connection = {2};
        ingest.announce(here);
        ingest.announce(there);
        Device another = plug(QStringLiteral("ha:2"));
        another.manufacturer = QStringLiteral("Acme");
        another.serialNumber = QStringLiteral("000000");
        Device yetAnother = another;
        yetAnother.addresses = {QStringLiteral("ha:3")};
        ingest.announce(another);
        ingest.announce(yetAnother);
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 3);
    }

    void storedDeviceOfTwoRoadsIsTakenApartAgain()
    {
        Device stored;
        MetricId byRadio;
        MetricId byGateway;
        {
            Ingest ingest;
            Outlet outlet(ingest);
            byGateway = ingest.metric(ingest.announce(toldByGateway()), temperature());
            byRadio = ingest.metric(ingest.announce(heardByRadio()), temperature());
            ingest.flush();
            stored = atRest(outlet.devices.constLast());
        }
        Ingest ingest;
        Outlet outlet(ingest);
        ingest.seed({stored}, {}, {});
        // In the other order: ids and keys are what they were.
        QCOMPARE(ingest.metric(ingest.announce(heardByRadio()), temperature()), byRadio);
        QCOMPARE(ingest.metric(ingest.announce(toldByGateway()), temperature()), byGateway);
        ingest.flush();
        QCOMPARE(outlet.devices.size(), 1);
        QCOMPARE(outlet.devices.constLast().id, stored.id);
        QCOMPARE(keysOf(outlet.devices.constLast()), keysOf(stored));
        Device fresh = plug(QStringLiteral("mqtt:new"));
        QVERIFY(ingest.announce(fresh).n > 2); // no number is given twice
    }

    void equalCommandsAreOneCommand()
    {
        Ingest ingest;
        Outlet outlet(ingest);
        CommandInfo restart;
        restart.key = QStringLiteral("restart");
        CommandInfo level;
        level.key = QStringLiteral("level");
        level.argument = ArgumentType::Number;
        Device one = heardByRadio();
        one.commands = {restart, level};
        Device two = toldByGateway();
        level.argument = ArgumentType::Text;
        two.commands = {restart, level};
        ingest.announce(one);
        ingest.announce(two);
        ingest.flush();
        const Device both = outlet.devices.constLast();
        QCOMPARE(both.commands.size(), 3);
        QCOMPARE(both.parts.at(1).commands.value(QStringLiteral("restart")), QStringLiteral("restart"));
        QCOMPARE(both.parts.at(1).commands.value(QStringLiteral("mqtt.level")), QStringLiteral("level"));
    }

    void whoLooksAtADeviceSeesAllItsParts()
    {
        Ingest ingest;
        const DeviceId first = ingest.announce(heardByRadio());
        const DeviceId second = ingest.announce(toldByGateway());
        ingest.tap(first);
        QVERIFY(ingest.isTapped(second));
        QSignalSpy raw(&ingest, &Ingest::rawArrived);
        RawMessage message;
        message.device = second;
        ingest.raw(message);
        ingest.flush();
        QCOMPARE(raw.at(0).at(0).value<QList<RawMessage>>().constFirst().device, first);
    }
};

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
