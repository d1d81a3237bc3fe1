// The made-up fleet: deterministic, complete, obedient, and honest about what it does not do.

#include "backends/sim/simbackend.h"
#include "backends/sim/simcatalogue.h"
#include "backends/sim/simkinds.h"
#include "core/backendregistry.h"
#include "core/ingest.h"

#include <QHash>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

Q_IMPORT_PLUGIN(SimPlugin)

using namespace muster;

namespace {

constexpr Micros minute = 60'000'000;
constexpr Micros noon = 1'700'049'600LL * 1'000'000; ///< 2023-11-15T12:00:00Z

sim::Machine *find(std::vector<sim::Machine> &fleet, const char *address)
{
    const auto it = std::find_if(fleet.begin(), fleet.end(),
        [&](const sim::Machine &m) { return m.device.addresses.contains(QLatin1StringView(address)); });
    return it == fleet.end() ? nullptr : &*it;
}

int channelOf(const sim::Machine &machine, const char *key)
{
    for (int i = 0; i < machine.device.metrics.size(); ++i)
        if (machine.device.metrics.at(i).key == QLatin1StringView(key))
            return i;
    return -1;
}

/// What a machine reports over a time, cut into pieces of `piece`.
QList<sim::Reading> life(sim::Machine &machine, Micros from, Micros length, Micros piece, const sim::Pace &pace = {})
{
    QList<sim::Reading> readings;
    for (Micros t = 0; t <= length; t += piece)
        sim::advance(machine, from + t, pace, readings);
    return readings;
}

bool same(const sim::Reading &a, const sim::Reading &b)
{
    return a.channel == b.channel && a.time == b.time && a.value == b.value && a.text == b.text;
}

QUrl url(const char *text) { return QUrl(QString::fromLatin1(text)); }

/// A backend on a clock of our own, with what it told the world.
struct Stand
{
    explicit Stand(const char *address)
        : backend({1}, sim::readOptions(url(address)).value(), ingest, [this] { return now; })
    {
        QObject::connect(&ingest, &Ingest::devicesAnnounced, &ingest, [this](const QList<Device> &all) {
            for (const Device &device : all)
                devices.insert(device.id, device);
        });
        QObject::connect(&ingest, &Ingest::sampled, &ingest, [this](const SampleBatch &batch) {
            samples += batch.samples;
            ingest.acknowledge(batch.samples.size());
        });
    }
    DeviceId id(const char *address) const
    {
        for (const Device &device : devices)
            if (device.addresses.contains(QLatin1StringView(address)))
                return device.id;
        return {};
    }
    MetricId metric(const char *address, const char *key) const
    {
        const QList<Metric> metrics = devices.value(id(address)).metrics;
        for (const Metric &metric : metrics)
            if (metric.key == QLatin1StringView(key))
                return metric.id;
        return {};
    }
    double last(MetricId metric) const
    {
        for (auto it = samples.crbegin(); it != samples.crend(); ++it)
            if (it->metric == metric)
                return it->value;
        return qQNaN();
    }
    Command command(quint32 number, const char *address, const char *key, const Value &argument) const
    {
        Command command;
        command.id = {number};
        command.device = id(address);
        command.key = QString::fromLatin1(key);
        command.argument = argument;
        return command;
    }

    Micros now = nowMicros();
    Ingest ingest;
    QHash<DeviceId, Device> devices;
    QList<Sample> samples;
    SimBackend backend;
};

} // namespace

class TestSim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlIsReadOrRefusedWithASentence_data();
    void urlIsReadOrRefusedWithASentence();
    void pluginIsFoundByItsScheme();
    void everySpeciesIsPresentInEverySizeFromEight();
    void devicesAreDescribedCompletely();
    void sameSeedGivesTheSameLifeHoweverItIsCut();
    void otherSeedGivesAnotherLife();
    void readingsAscendPerMetricAndStayPlausible();
    void pumpFailsAndRecovers();
    void nothingFailsWithoutFaults();
    void meterFallsSilentAndReturns();
    void doorBatteryRunsDown();
    void vibrationComesAtAHundredHertz();
    void everyDeclaredCommandIsObeyed();
    void nonsenseIsRefused();
    void brokenPumpWantsAReset();
    void historyComesFirstAndInOrder();
    void commandIsConfirmedAndSeenInTheReadings();
    void flakyMeterRefusesAndForgets();
    void stopCancelsWhatIsUnderWay();
    void tappedDeviceShowsItsMessages();
    void consoleHearsEveryDevice();
    void sleepingComputerIsNotCaughtUpWith();
    void loadKeepsItsRate();
};

void TestSim::urlIsReadOrRefusedWithASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("demo") << QStringLiteral("sim://demo") << true;
    QTest::newRow("all") << QStringLiteral("sim://demo?devices=80&seed=3&speed=60&faults=0&history=5") << true;
    QTest::newRow("load") << QStringLiteral("sim://load?devices=1000&metrics=3&rate=10") << true;
    QTest::newRow("no host") << QStringLiteral("sim:") << false;
    QTest::newRow("other host") << QStringLiteral("sim://other") << false;
    QTest::newRow("other scheme") << QStringLiteral("mqtt://demo") << false;
    QTest::newRow("no number") << QStringLiteral("sim://demo?devices=many") << false;
    QTest::newRow("none") << QStringLiteral("sim://demo?devices=0") << false;
    QTest::newRow("too many") << QStringLiteral("sim://demo?devices=1e9") << false;
    QTest::newRow("no speed") << QStringLiteral("sim://demo?speed=0") << false;
    QTest::newRow("not a number") << QStringLiteral("sim://load?rate=nan") << false;
}

void TestSim::urlIsReadOrRefusedWithASentence()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto options = sim::readOptions(QUrl(text));
    QCOMPARE(options.has_value(), valid);
    if (!options)
        QVERIFY(options.error().text.endsWith(QLatin1Char('.')));
}

void TestSim::pluginIsFoundByItsScheme()
{
    BackendRegistry registry;
    registry.addStatic();
    const auto *entry = registry.find(QStringLiteral("sim"));
    QVERIFY(entry);
    QCOMPARE(entry->name, QStringLiteral("Demo"));
    QVERIFY(registry.check(url("sim://demo?devices=40")).has_value());
    QVERIFY(!registry.check(url("sim://demo?devices=x")).has_value());
    Ingest ingest;
    Connection connection;
    connection.url = url("sim://demo");
    QVERIFY(entry->plugin->create(connection, {}, ingest));
}

void TestSim::everySpeciesIsPresentInEverySizeFromEight()
{
    for (const int devices : {8, 40, 200}) {
        sim::Options options;
        options.devices = devices;
        const auto fleet = sim::makeFleet(options);
        QCOMPARE(int(fleet.size()), devices);
        QSet<size_t> species;
        QSet<QString> addresses;
        QSet<Kind> kinds;
        for (const auto &machine : fleet) {
            species.insert(machine.state.index());
            addresses.insert(machine.device.addresses.first());
            kinds.insert(machine.device.kind);
        }
        QCOMPARE(int(species.size()), sim::demoSpecies);
        QCOMPARE(int(addresses.size()), devices);
        QCOMPARE(int(kinds.size()), 2);
    }
}

void TestSim::devicesAreDescribedCompletely()
{
    QSet<MetricType> types;
    QSet<ArgumentType> arguments;
    QSet<Role> roles;
    const auto fleet = sim::makeFleet({});
    for (const auto &machine : fleet) {
        const Device &device = machine.device;
        QVERIFY(!device.name.isEmpty() && !device.manufacturer.isEmpty() && !device.model.isEmpty() && !device.serialNumber.isEmpty());
        QCOMPARE(device.metrics.size(), qsizetype(machine.channels.size()));
        QSet<QString> keys;
        for (const Metric &metric : device.metrics) {
            keys.insert(metric.key);
            types.insert(metric.type);
            roles.insert(metric.role);
            QVERIFY(!metric.name.isEmpty());
            QVERIFY2(metric.type != MetricType::Number || metric.decimals >= 0, qPrintable(metric.key));
        }
        QCOMPARE(keys.size(), device.metrics.size());
        for (const CommandInfo &command : device.commands) {
            arguments.insert(command.argument);
            QVERIFY2(command.metric.isEmpty() || keys.contains(command.metric), qPrintable(command.key));
        }
    }
    QCOMPARE(int(types.size()), 5);
    QCOMPARE(int(arguments.size()), 5);
    QCOMPARE(int(roles.size()), 3);
}

void TestSim::sameSeedGivesTheSameLifeHoweverItIsCut()
{
    auto one = sim::makeFleet({});
    auto other = sim::makeFleet({});
    for (size_t i = 0; i < one.size(); ++i) {
        const auto a = life(one[i], noon, 2 * minute, minute);
        const auto b = life(other[i], noon, 2 * minute, 50'000);
        QCOMPARE(a.size(), b.size());
        QVERIFY(std::equal(a.cbegin(), a.cend(), b.cbegin(), same));
    }
}

void TestSim::otherSeedGivesAnotherLife()
{
    sim::Options options;
    auto one = sim::makeFleet(options);
    options.seed = 2;
    auto other = sim::makeFleet(options);
    const auto a = life(one.front(), noon, minute, minute);
    const auto b = life(other.front(), noon, minute, minute);
    QVERIFY(a.size() != b.size() || !std::equal(a.cbegin(), a.cend(), b.cbegin(), same));
}

void TestSim::readingsAscendPerMetricAndStayPlausible()
{
    auto fleet = sim::makeFleet({});
    for (auto &machine : fleet) {
        QHash<int, Micros> last;
        const auto readings = life(machine, noon, 60 * minute, minute, {1'000'000, 1'000'000, 1, true});
        QVERIFY(readings.size() > 100);
        for (const auto &reading : readings) {
            QVERIFY(reading.time >= last.value(reading.channel));
            last[reading.channel] = reading.time;
            const Metric &metric = machine.device.metrics.at(reading.channel);
            QVERIFY(std::isfinite(reading.value));
            if (metric.unit == QLatin1String("%"))
                QVERIFY2(reading.value >= 0 && reading.value <= 100, qPrintable(metric.key));
            if (metric.key == QLatin1String("temperature"))
                QVERIFY2(reading.value > 10 && reading.value < 120, qPrintable(QString::number(reading.value)));
            if (metric.type == MetricType::Enumeration)
                QVERIFY(reading.value >= 0 && reading.value < double(metric.options.size()));
        }
    }
}

void TestSim::pumpFailsAndRecovers()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *pump = find(fleet, "sim:pump-1");
    QVERIFY(pump);
    const auto readings = life(*pump, noon, 240 * minute, minute, {1'000'000, 1'000'000, 1, true});
    const int condition = channelOf(*pump, "condition");
    int faults = 0;
    int recoveries = 0;
    int before = -1;
    for (const auto &reading : readings) {
        if (reading.channel != condition)
            continue;
        const int now = int(reading.value);
        faults += now == sim::Pump::Fault;
        recoveries += before == sim::Pump::Fault && now == sim::Pump::Starting;
        before = now;
    }
    QVERIFY(faults > 0);
    QVERIFY(recoveries >= faults - 1 && recoveries > 0);
}

void TestSim::nothingFailsWithoutFaults()
{
    sim::Options options;
    options.faults = false;
    auto fleet = sim::makeFleet(options);
    for (auto &machine : fleet) {
        QList<sim::Reading> readings;
        for (int i = 0; i < 120; ++i) {
            sim::advance(machine, noon + i * minute, {1'000'000, 1'000'000, 1, false}, readings);
            QVERIFY(machine.online);
            if (const auto *pump = std::get_if<sim::Pump>(&machine.state))
                QVERIFY(pump->condition != sim::Pump::Fault);
        }
    }
}

void TestSim::meterFallsSilentAndReturns()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *meter = find(fleet, "sim:meter-1");
    QVERIFY(meter);
    int changes = 0;
    bool online = true;
    for (int i = 0; i < 3'600; ++i) {
        QList<sim::Reading> readings;
        sim::advance(*meter, noon + i * (minute / 60), {1'000'000, 0, 1, true}, readings);
        changes += std::exchange(online, meter->online) != meter->online;
        QVERIFY(meter->online || readings.isEmpty());
    }
    QVERIFY(changes >= 4);
}

void TestSim::doorBatteryRunsDown()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *door = find(fleet, "sim:contact-2");
    QVERIFY(door);
    const int battery = channelOf(*door, "battery");
    QList<double> values;
    for (const auto &reading : life(*door, noon, 5 * minute, minute))
        if (reading.channel == battery)
            values.append(reading.value);
    QVERIFY(values.size() >= 2);
    QVERIFY(values.last() < values.first());
}

void TestSim::vibrationComesAtAHundredHertz()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *pump = find(fleet, "sim:pump-1");
    QVERIFY(pump);
    const int vibration = channelOf(*pump, "vibration");
    QList<Micros> times;
    for (const auto &reading : life(*pump, noon, 10'000'000, 50'000))
        if (reading.channel == vibration)
            times.append(reading.time);
    QVERIFY2(times.size() >= 980 && times.size() <= 1'001, qPrintable(QString::number(times.size())));
    for (qsizetype i = 1; i < times.size(); ++i)
        QCOMPARE(times.at(i) - times.at(i - 1), 10'000);
}

void TestSim::everyDeclaredCommandIsObeyed()
{
    auto fleet = sim::makeFleet({});
    for (auto &machine : fleet) {
        QList<sim::Reading> ignored;
        sim::advance(machine, noon, {}, ignored);
        const QList<CommandInfo> commands = machine.device.commands;
        for (const CommandInfo &command : commands) {
            Value argument;
            double expected = qQNaN();
            if (command.argument == ArgumentType::Boolean) {
                argument = true;
                expected = 1;
            } else if (command.argument == ArgumentType::Number) {
                argument = command.maximum - command.step;
                expected = command.maximum - command.step;
            } else if (command.argument == ArgumentType::Enumeration) {
                argument = command.options.last();
                expected = double(command.options.size() - 1);
            } else if (command.argument == ArgumentType::Text) {
                argument = QStringLiteral("hello");
            }
            QVERIFY2(sim::obey(machine, command.key, argument).has_value(), qPrintable(machine.device.name + command.key));
            QList<sim::Reading> readings;
            sim::advance(machine, machine.clock + 20'000'000, {100'000, 0, 1, false}, readings);
            if (!qIsNaN(expected))
                QCOMPARE(machine.channels.at(size_t(channelOf(machine, command.metric.toLatin1().constData()))).value, expected);
            else if (command.argument == ArgumentType::Text)
                QVERIFY(std::any_of(readings.cbegin(), readings.cend(), [](const auto &r) { return r.text == QLatin1String("hello"); }));
        }
    }
}

void TestSim::nonsenseIsRefused()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *bulb = find(fleet, "sim:bulb-1");
    QVERIFY(bulb);
    const auto refused = [&](const char *key, const Value &value) { return !sim::obey(*bulb, QString::fromLatin1(key), value).has_value(); };
    QVERIFY(refused("brightness", 101.0));
    QVERIFY(refused("brightness", qQNaN()));
    QVERIFY(refused("brightness", true));
    QVERIFY(refused("effect", QStringLiteral("disco")));
    QVERIFY(refused("explode", {}));
    sim::Machine *door = find(fleet, "sim:contact-1");
    QVERIFY(!sim::obey(*door, QStringLiteral("open"), true).has_value());
}

void TestSim::brokenPumpWantsAReset()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *machine = find(fleet, "sim:pump-2");
    QVERIFY(machine);
    auto &pump = std::get<sim::Pump>(machine->state);
    pump.condition = sim::Pump::Fault;
    pump.recovery = 1e9;
    const auto refusal = sim::answer(*machine, QStringLiteral("run"), true);
    QCOMPARE(refusal.kind, sim::Answer::Kind::Refuses);
    QVERIFY(refusal.reason.contains(machine->device.name));
    QCOMPARE(sim::answer(*machine, QStringLiteral("reset"), true).kind, sim::Answer::Kind::Obeys);
    QVERIFY(sim::obey(*machine, QStringLiteral("reset"), {}).has_value());
    QCOMPARE(pump.condition, sim::Pump::Starting);
}

void TestSim::historyComesFirstAndInOrder()
{
    Stand stand("sim://demo?devices=40&history=30");
    const Micros start = stand.now;
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 40);
    const MetricId temperature = stand.metric("sim:climate-1", "temperature");
    const auto count = [&] { return std::count_if(stand.samples.cbegin(), stand.samples.cend(), [&](const Sample &s) { return s.metric == temperature; }); };
    QTRY_VERIFY(count() >= 880);
    stand.now += 10'000'000 - 1;
    QTRY_VERIFY(count() >= 903);
    QHash<MetricId, Micros> last;
    Micros first = start;
    for (const Sample &sample : std::as_const(stand.samples)) {
        QVERIFY(sample.time >= last.value(sample.metric));
        QVERIFY(sample.time <= stand.now);
        QVERIFY(sample.flags & Sample::DeviceTime);
        last[sample.metric] = sample.time;
        first = std::min(first, sample.time);
    }
    QVERIFY(first >= start - 31 * minute && first <= start - 29 * minute);
}

void TestSim::commandIsConfirmedAndSeenInTheReadings()
{
    Stand stand("sim://demo?history=0");
    QSignalSpy finished(&stand.backend, &Backend::commandFinished);
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 40);
    const MetricId power = stand.metric("sim:plug-1", "switch");
    stand.now += 1'000'000;
    QTRY_COMPARE(stand.last(power), 1.0);
    stand.backend.send(stand.command(7, "sim:plug-1", "switch", false));
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<CommandId>(), CommandId {7});
    QVERIFY(finished.first().at(1).value<Result<void>>().has_value());
    QCOMPARE(finished.first().at(2).toBool(), true);
    stand.now += 200'000;
    QTRY_COMPARE(stand.last(power), 0.0);
}

void TestSim::flakyMeterRefusesAndForgets()
{
    auto fleet = sim::makeFleet({});
    sim::Machine *meter = find(fleet, "sim:meter-2");
    QVERIFY(meter);
    QHash<sim::Answer::Kind, int> counts;
    for (int i = 0; i < 200; ++i)
        ++counts[sim::answer(*meter, QStringLiteral("interval"), true).kind];
    QVERIFY(counts[sim::Answer::Kind::Obeys] > 90);
    QVERIFY(counts[sim::Answer::Kind::Refuses] > 15);
    QVERIFY(counts[sim::Answer::Kind::Silent] > 15);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(sim::answer(*meter, QStringLiteral("interval"), false).kind, sim::Answer::Kind::Obeys);
}

void TestSim::stopCancelsWhatIsUnderWay()
{
    Stand stand("sim://demo?history=0");
    QSignalSpy finished(&stand.backend, &Backend::commandFinished);
    QSignalSpy statuses(&stand.backend, &Backend::statusChanged);
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 40);
    for (quint32 i = 1; i <= 3; ++i)
        stand.backend.send(stand.command(i, "sim:bulb-1", "brightness", double(i)));
    stand.backend.abandon({2});
    stand.backend.stop();
    QCOMPARE(finished.size(), 2);
    for (const auto &end : std::as_const(finished))
        QCOMPARE(end.at(1).value<Result<void>>().error().code, Error::Code::Cancelled);
    QCOMPARE(statuses.last().first().value<ConnectionStatus>().state, ConnectionState::Closed);
    QTest::qWait(300); // longer than any latency: nothing may finish twice
    QCOMPARE(finished.size(), 2);
    stand.backend.send(stand.command(9, "sim:bulb-1", "light", true));
    QCOMPARE(finished.size(), 3);
    QCOMPARE(finished.last().at(1).value<Result<void>>().error().code, Error::Code::NotFound);
}

void TestSim::tappedDeviceShowsItsMessages()
{
    Stand stand("sim://demo?history=0");
    QList<RawMessage> raw;
    connect(&stand.ingest, &Ingest::rawArrived, this, [&](const QList<RawMessage> &messages) { raw += messages; });
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 40);
    stand.ingest.tap(stand.id("sim:plug-1"));
    stand.now += 2'000'000;
    QTRY_VERIFY(!raw.isEmpty());
    QVERIFY(raw.first().payload.startsWith("{") && raw.first().payload.contains("\"power\":"));
    QCOMPARE(raw.first().where, QStringLiteral("sim:plug-1/state"));
    stand.backend.send(stand.command(1, "sim:plug-1", "switch", true));
    QTRY_VERIFY(raw.last().outgoing);
    QCOMPARE(raw.last().payload, QByteArrayLiteral("{\"switch\":true}"));
}

void TestSim::consoleHearsEveryDevice()
{
    Stand stand("sim://demo?history=0");
    QSet<QString> places;
    connect(&stand.ingest, &Ingest::wired, this, [&](const WireBatch &batch) {
        for (const WireChunk &chunk : batch.chunks)
            places.insert(chunk.where);
    });
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 40);
    stand.now += 2'000'000;
    QTRY_VERIFY(!stand.samples.isEmpty());
    QVERIFY(places.isEmpty());
    stand.ingest.tapWire({1}, true);
    stand.now += 5'000'000;
    QTRY_VERIFY(places.size() > 1);
}

void TestSim::sleepingComputerIsNotCaughtUpWith()
{
    Stand stand("sim://demo?history=0&devices=8");
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 8);
    stand.now += 1'000'000;
    QTRY_VERIFY(!stand.samples.isEmpty());
    stand.samples.clear();
    stand.now += 60 * minute;
    const MetricId vibration = stand.metric("sim:pump-1", "vibration");
    const auto count = [&] { return std::count_if(stand.samples.cbegin(), stand.samples.cend(), [&](const Sample &s) { return s.metric == vibration; }); };
    stand.backend.disconnect();
    QTest::qWait(3 * SimBackend::tickMs); // the jump is taken
    stand.now += 500'000;
    QTRY_VERIFY(count() >= 40);
    QVERIFY(count() <= 110);
}

void TestSim::loadKeepsItsRate()
{
    Stand stand("sim://load?devices=100&metrics=3&rate=10");
    stand.backend.start();
    QTRY_COMPARE(stand.devices.size(), 100);
    stand.samples.clear();
    for (int i = 0; i < 20; ++i) { // two seconds of the fleet's time
        stand.now += 100'000;
        QTRY_VERIFY_WITH_TIMEOUT(stand.samples.size() >= 300 * i, 2'000);
    }
    QTRY_VERIFY(stand.samples.size() >= 5'700);
    QVERIFY(stand.samples.size() <= 6'300);
}

QTEST_GUILESS_MAIN(TestSim)
#include "tst_sim.moc"
