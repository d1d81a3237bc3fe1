// Links: what a value becomes, when it is sent, what stops it; then whole roads with the made-up fleet's parts, and loops.

#include "rules/links.h"
#include "rules/linkwatch.h"

#include "tests/support/madeupfleet.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace muster;
using namespace muster::support;

namespace {

constexpr Micros ms = 1'000;
constexpr Micros second = 1'000'000;

CommandInfo dimmer()
{
    CommandInfo command;
    command.key = QStringLiteral("brightness");
    command.argument = ArgumentType::Number;
    command.minimum = 0;
    command.maximum = 255;
    command.step = 5;
    command.metric = QStringLiteral("temperature");
    return command;
}

CommandInfo choice()
{
    CommandInfo command;
    command.key = QStringLiteral("mode");
    command.argument = ArgumentType::Enumeration;
    command.options = {QStringLiteral("off"), QStringLiteral("eco"), QStringLiteral("full")};
    return command;
}

CommandInfo toggle()
{
    CommandInfo command;
    command.key = QStringLiteral("power");
    command.argument = ArgumentType::Boolean;
    return command;
}

DeviceLink link(const std::function<void(DeviceLink &)> &change = {})
{
    DeviceLink link;
    link.fromAddress = QStringLiteral("mqtt:made-up/1");
    link.fromKey = QStringLiteral("temperature");
    link.toAddress = QStringLiteral("mqtt:made-up/2");
    link.toKey = QStringLiteral("brightness");
    if (change)
        change(link);
    return link;
}

/// Two dimmers and everything between a value and a command; the devices answer when they are told to.
class Stage
{
public:
    Stage()
    {
        QList<Device> devices {madeUpDevice(1), madeUpDevice(2), madeUpDevice(3)};
        for (Device &device : devices)
            device.commands = {dimmer(), choice()};
        fleet.announce(devices);
        QObject::connect(&links, &Links::runChanged, &watch, &LinkWatch::setLinks);
        QObject::connect(&watch, &LinkWatch::changed, &links, &Links::take);
        QObject::connect(&dispatcher, &Dispatcher::sendRequested, &links, [this](const Command &command) { sent.append(command); });
        QObject::connect(&links, &Links::documentToStore, &links, [this](const QString &text) { stored = text; });
    }
    void say(quint32 device, double value, quint16 flags = 0) { watch.take({{Sample {.time = now, .value = value, .metric = metricOf({device}, 0), .flags = flags}}, {}}); }
    void pass(Micros span)
    {
        now += span;
        watch.pass();
    }
    /// All devices do what they were asked, and say so.
    void obey()
    {
        const QList<Command> commands = std::exchange(sent, {});
        for (const Command &command : commands) {
            dispatcher.finish(command.id, {}, true);
            say(command.device.n, std::get<double>(command.argument));
        }
    }
    /// Does not wait for what is gathered.
    void storeNow()
    {
        links.findChild<QTimer *>(QStringLiteral("store"))->start(0);
        QTRY_VERIFY(!stored.isEmpty());
    }
    [[nodiscard]] QList<double> values() const
    {
        QList<double> all;
        for (const Command &command : sent)
            all.append(std::get<double>(command.argument));
        return all;
    }

    Micros now = 1'000 * second;
    QList<Command> sent;
    QString stored; // before the links, which say at their end what is to be kept
    Fleet fleet;
    Dispatcher dispatcher {fleet};
    Links links {fleet, dispatcher};
    LinkWatch watch {[this] { return now; }};
};

} // namespace

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOfAValueWhatTheCommandTakes_data();
    void makesOfAValueWhatTheCommandTakes();
    void sendsTheLatestOfWhatCameTooFast();
    void sendsOnlyWhatChanged();
    void stopsWhenItsInputFallsSilent();
    void keptValuesDoNotWakeAStaleLink();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void isTheSameAfterJson();
    void commandsAndCounts();
    void oneCommandIsUnderWayAtATime();
    void aFailedCommandIsTriedAgain();
    void saysWhatIsMissing();
    void aLoopIsStoppedAndNamed();
    void twoThatFollowEachOtherAreNoLoop();
    void aKnobThatIsTurnedForLongIsNoLoop();
    void comesBackWithItsCounts();
    void keepsWhatANewerProgramWrote();
};

void TestLinks::makesOfAValueWhatTheCommandTakes_data()
{
    QTest::addColumn<DeviceLink>("made");
    QTest::addColumn<CommandInfo>("command");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("expected"); ///< NaN: nothing
    const double nothing = std::nan("");
    const auto scaled = [](double scale, double offset) {
        return link([=](DeviceLink &l) {
            l.scale = scale;
            l.offset = offset;
        });
    };
    const auto bounded = link([](DeviceLink &l) {
        l.least = 20;
        l.most = 100;
    });
    QTest::newRow("to the nearest step") << scaled(100, 0) << dimmer() << 0.63 << 65.0;
    QTest::newRow("offset") << scaled(-1, 255) << dimmer() << 55.0 << 200.0;
    QTest::newRow("within the command's range") << scaled(1, 0) << dimmer() << 1e9 << 255.0;
    QTest::newRow("below it") << scaled(1, 0) << dimmer() << -3.0 << 0.0;
    QTest::newRow("limits") << bounded << dimmer() << 3.0 << 20.0;
    QTest::newRow("upper limit") << bounded << dimmer() << 300.0 << 100.0;
    QTest::newRow("no number") << link() << dimmer() << nothing << nothing;
    QTest::newRow("too large a number") << scaled(1e300, 0) << dimmer() << 1e300 << nothing;
    QTest::newRow("on") << link() << toggle() << 0.5 << 1.0;
    QTest::newRow("off") << link() << toggle() << 0.49 << 0.0;
    QTest::newRow("the other way round") << scaled(-1, 1) << toggle() << 1.0 << 0.0;
    QTest::newRow("option") << link() << choice() << 1.6 << 2.0;
    QTest::newRow("no such option") << link() << choice() << 3.0 << nothing;
    QTest::newRow("no option below") << link() << choice() << -1.0 << nothing;
}

void TestLinks::makesOfAValueWhatTheCommandTakes()
{
    QFETCH(DeviceLink, made);
    QFETCH(CommandInfo, command);
    QFETCH(double, value);
    QFETCH(double, expected);
    const auto out = linklogic::outcome(made, command, value);
    QCOMPARE(out.has_value(), !std::isnan(expected));
    if (out)
        QCOMPARE(*out, expected);
    if (out && command.argument == ArgumentType::Enumeration)
        QCOMPARE(std::get<QString>(linklogic::argument(command, *out)), command.options.at(qsizetype(expected)));
}

void TestLinks::sendsTheLatestOfWhatCameTooFast()
{
    Stage stage;
    QVERIFY(stage.links.add(link()));
    for (int i = 1; i <= 50; ++i) { // 500 ms, a value each 10 ms
        stage.say(1, i * 5);
        stage.obey();
        stage.pass(10 * ms);
    }
    stage.pass(second);
    stage.obey();
    // At 0, 200 and 400 ms, and the last.
    QCOMPARE(stage.links.state(stage.links.all().constFirst().id).sent, 4);
    QCOMPARE(stage.links.state(stage.links.all().constFirst().id).last, 250.0);
}

void TestLinks::sendsOnlyWhatChanged()
{
    Stage stage;
    const auto id = stage.links.add(link());
    for (const double value : {10.0, 11.0, 9.0, 10.0, 20.0, 20.0}) { // steps of 5: 10 10 10 10 20 20
        stage.say(1, value);
        stage.obey();
        stage.pass(second);
    }
    QCOMPARE(stage.links.state(*id).sent, 2);
    DeviceLink always = *stage.links.find(*id);
    always.onChange = false;
    QVERIFY(stage.links.change(always));
    stage.say(1, 20);
    stage.obey();
    stage.pass(second);
    stage.say(1, 20);
    stage.obey();
    QCOMPARE(stage.links.state(*id).sent, 4);
}

void TestLinks::stopsWhenItsInputFallsSilent()
{
    Stage stage;
    const auto id = stage.links.add(link([](DeviceLink &l) {
        l.stale = 10 * second;
        l.apart = 20 * second;
        l.whenStale = 30;
    }));
    stage.say(1, 100);
    stage.obey();
    stage.pass(second);
    stage.say(1, 200); // waits for the 20 s to be over
    QVERIFY(!stage.links.state(*id).isStale);
    stage.pass(9 * second);
    QVERIFY(stage.sent.isEmpty());
    stage.pass(second);
    QVERIFY(stage.links.state(*id).isStale);
    QCOMPARE(stage.values(), QList<double> {30}); // not the 200, which is old by now
    stage.obey();
    stage.pass(3'600 * second);
    QVERIFY(stage.sent.isEmpty());
    stage.say(1, 200);
    QVERIFY(!stage.links.state(*id).isStale);
    QCOMPARE(stage.values(), QList<double> {200});
}

void TestLinks::keptValuesDoNotWakeAStaleLink()
{
    Stage stage;
    const auto id = stage.links.add(link([](DeviceLink &l) { l.stale = 10 * second; }));
    stage.say(1, 100, Sample::Retained);
    QVERIFY(stage.sent.isEmpty());
    DeviceLink forEver = *stage.links.find(*id);
    forEver.stale = 0;
    QVERIFY(stage.links.change(forEver));
    stage.say(1, 100, Sample::Retained);
    QCOMPARE(stage.values(), QList<double> {100});
}

void TestLinks::refusesWhatCannotWork_data()
{
    QTest::addColumn<DeviceLink>("made");
    QTest::newRow("reads nothing") << link([](DeviceLink &l) { l.fromKey.clear(); });
    QTest::newRow("commands nothing") << link([](DeviceLink &l) { l.toAddress.clear(); });
    QTest::newRow("no number") << link([](DeviceLink &l) { l.scale = std::nan(""); });
    QTest::newRow("limits exchanged") << link([](DeviceLink &l) {
        l.least = 2;
        l.most = 1;
    });
    QTest::newRow("too fast") << link([](DeviceLink &l) { l.apart = 0; });
}

void TestLinks::refusesWhatCannotWork()
{
    QFETCH(DeviceLink, made);
    Stage stage;
    QVERIFY(!stage.links.add(made));
    QVERIFY(stage.links.all().isEmpty());
}

void TestLinks::isTheSameAfterJson()
{
    const DeviceLink made = link([](DeviceLink &l) {
        l.id = {7};
        l.name = QStringLiteral("Knob");
        l.enabled = false;
        l.scale = -0.25;
        l.offset = 3;
        l.least = 1;
        l.whenStale = 0;
        l.apart = 1'500 * ms;
        l.stale = 90 * second;
        l.onChange = false;
        l.mayBeDangerous = true;
    });
    const auto back = linkjson::linkOf(linkjson::toJson(made));
    QVERIFY(back.has_value());
    QVERIFY(*back == made);
    QJsonObject hostile = linkjson::toJson(made);
    hostile.insert(QStringLiteral("apart"), 1e308);
    hostile.insert(QStringLiteral("id"), -5);
    QVERIFY(!linkjson::linkOf(hostile));
}

void TestLinks::commandsAndCounts()
{
    Stage stage;
    const auto id = stage.links.add(link([](DeviceLink &l) { l.scale = 2; }));
    QVERIFY(id.has_value());
    stage.say(3, 50); // nobody's
    QVERIFY(stage.sent.isEmpty());
    stage.say(1, 50);
    QCOMPARE(stage.sent.size(), 1);
    QCOMPARE(stage.sent.constFirst().device, DeviceId {2});
    QCOMPARE(stage.sent.constFirst().key, QStringLiteral("brightness"));
    QCOMPARE(stage.sent.constFirst().origin, QStringLiteral("link"));
    stage.obey();
    QCOMPARE(stage.links.state(*id).sent, 1);
    QCOMPARE(stage.links.state(*id).last, 100.0);
    DeviceLink off = *stage.links.find(*id);
    off.enabled = false;
    QVERIFY(stage.links.change(off));
    stage.pass(second);
    stage.say(1, 10);
    QVERIFY(stage.sent.isEmpty());
    stage.links.remove(*id);
    QVERIFY(stage.links.all().isEmpty());
}

void TestLinks::oneCommandIsUnderWayAtATime()
{
    Stage stage;
    const auto id = stage.links.add(link());
    for (int i = 1; i <= 5; ++i) {
        stage.say(1, i * 10);
        stage.pass(second);
    }
    QCOMPARE(stage.values(), QList<double> {10});
    QCOMPARE(stage.links.state(*id).skipped, 3);
    stage.obey();
    QCOMPARE(stage.values(), QList<double> {50});
    stage.obey();
    QVERIFY(stage.sent.isEmpty());
    QCOMPARE(stage.links.state(*id).sent, 2);
    // One that is not answered does not keep the next waiting.
    stage.pass(second);
    stage.say(1, 100);
    stage.pass(second);
    stage.say(1, 110);
    QCOMPARE(stage.values(), QList<double> {100});
    QTRY_COMPARE_WITH_TIMEOUT(stage.values(), (QList<double> {100, 110}), 20'000);
    QCOMPARE(stage.links.state(*id).failed, 0);
}

void TestLinks::aFailedCommandIsTriedAgain()
{
    Stage stage;
    const auto id = stage.links.add(link());
    stage.say(1, 10);
    const Result<void> why = failure(Error::Code::TimedOut, QStringLiteral("It did not answer."));
    auto *const timer = stage.links.findChild<QTimer *>(QStringLiteral("retry"));
    QVERIFY(timer);
    for (int attempt = 0; attempt <= Links::retries; ++attempt) {
        QCOMPARE(stage.values(), QList<double> {10});
        stage.dispatcher.finish(std::exchange(stage.sent, {}).constFirst().id, why, false);
        QCOMPARE(stage.links.state(*id).error, QStringLiteral("It did not answer."));
        QCOMPARE(timer->isActive(), attempt < Links::retries);
        if (timer->isActive())
            timer->setInterval(0); // restarts it
        if (attempt < Links::retries)
            QTRY_COMPARE(stage.sent.size(), 1);
    }
    QCOMPARE(stage.links.state(*id).failed, 4);
    QVERIFY(stage.sent.isEmpty());
    stage.pass(second);
    stage.say(1, 20);
    stage.obey();
    QVERIFY(stage.links.state(*id).error.isEmpty());
    QCOMPARE(stage.links.state(*id).sent, 1);
}

void TestLinks::saysWhatIsMissing()
{
    Stage stage;
    const auto nowhere = stage.links.add(link([](DeviceLink &l) { l.toAddress = QStringLiteral("mqtt:gone"); }));
    QCOMPARE(stage.links.state(*nowhere).problem, QStringLiteral("The device it commands (mqtt:gone) is not there."));
    const auto keyless = stage.links.add(link([](DeviceLink &l) { l.fromKey = QStringLiteral("pressure"); }));
    QCOMPARE(stage.links.state(*keyless).problem, QStringLiteral("Device 1 has no metric “pressure” at the moment."));
    Device grown = madeUpDevice(1);
    grown.metrics.append(numberMetric({1}, 4, QStringLiteral("pressure"), QStringLiteral("bar")));
    stage.fleet.announce({grown});
    QTRY_VERIFY(stage.links.state(*keyless).problem.isEmpty());
    CommandInfo valve = toggle();
    valve.dangerous = true;
    Device dangerous = madeUpDevice(2);
    dangerous.commands = {valve};
    stage.fleet.announce({dangerous});
    const auto refused = stage.links.add(link([](DeviceLink &l) { l.toKey = QStringLiteral("power"); }));
    QVERIFY(stage.links.state(*refused).problem.contains(QStringLiteral("dangerous")));
    DeviceLink allowed = *stage.links.find(*refused);
    allowed.mayBeDangerous = true;
    QVERIFY(stage.links.change(allowed));
    QVERIFY(stage.links.state(*refused).problem.isEmpty());
}

void TestLinks::aLoopIsStoppedAndNamed()
{
    Stage stage;
    const auto there = stage.links.add(link([](DeviceLink &l) { l.offset = 10; }));
    const auto back = stage.links.add(link([](DeviceLink &l) {
        std::swap(l.fromAddress, l.toAddress);
        l.offset = 10;
    }));
    QSignalSpy stopped(&stage.links, &Links::stopped);
    stage.say(1, 0);
    int commands = 0;
    for (; !stage.sent.isEmpty() && commands < 100; ++commands) {
        stage.pass(second);
        stage.obey();
    }
    QCOMPARE(commands, int(LinkWatch::longestChain));
    QCOMPARE(stopped.size(), 1);
    QCOMPARE(stopped[0][1].toString(), QStringLiteral("Device 1 → Device 2 → Device 1"));
    QCOMPARE(stage.links.state(*there).loop, QStringLiteral("Device 1 → Device 2 → Device 1"));
    QVERIFY(stage.links.state(*back).loop.isEmpty());
    stage.pass(60 * second);
    stage.say(1, 100);
    QVERIFY(stage.sent.isEmpty());
    stage.links.startAgain(*there);
    QVERIFY(stage.links.state(*there).loop.isEmpty());
    stage.say(1, 50);
    QCOMPARE(stage.values(), QList<double> {60});
}

void TestLinks::twoThatFollowEachOtherAreNoLoop()
{
    Stage stage;
    QVERIFY(stage.links.add(link()));
    QVERIFY(stage.links.add(link([](DeviceLink &l) { std::swap(l.fromAddress, l.toAddress); })));
    for (int i = 0; i < 30; ++i) {
        stage.say(1 + i % 2, i % 2 == 0 ? 50 + i : 200 - i);
        for (int round = 0; round < 10; ++round) {
            stage.pass(second / 2);
            stage.obey();
        }
        QVERIFY(stage.sent.isEmpty());
    }
    const QList<DeviceLink> all = stage.links.all();
    for (const DeviceLink &one : all)
        QVERIFY(stage.links.state(one.id).loop.isEmpty());
}

void TestLinks::aKnobThatIsTurnedForLongIsNoLoop()
{
    Stage stage;
    const auto first = stage.links.add(link());
    QVERIFY(stage.links.add(link([](DeviceLink &l) {
        l.fromAddress = QStringLiteral("mqtt:made-up/2");
        l.toAddress = QStringLiteral("mqtt:made-up/3");
    })));
    for (int i = 0; i < 51; ++i) {
        stage.say(1, i * 5);
        stage.pass(second / 4);
        stage.obey();
        stage.obey();
    }
    QCOMPARE(stage.links.state(*first).sent, 51);
}

void TestLinks::comesBackWithItsCounts()
{
    QString stored;
    {
        Stage stage;
        QVERIFY(stage.links.add(link()));
        stage.say(1, 50);
        stage.obey();
        stage.storeNow();
        stored = stage.stored;
    }
    Stage stage;
    QCOMPARE(stage.links.restore(stored), 0);
    const LinkId id = stage.links.all().constFirst().id;
    QCOMPARE(stage.links.state(id).sent, 1);
    QCOMPARE(stage.links.state(id).last, 50.0);
    stage.say(1, 60);
    QCOMPARE(stage.values(), QList<double> {60});
    QVERIFY(stage.links.add(link())->n > id.n);
}

void TestLinks::keepsWhatANewerProgramWrote()
{
    QJsonObject newer = linkjson::toJson(link([](DeviceLink &l) { l.id = {3}; }));
    newer.insert(QStringLiteral("format"), 99);
    Stage stage;
    QCOMPARE(stage.links.restore(QString::fromUtf8(QJsonDocument(QJsonObject {{QStringLiteral("links"), QJsonArray {newer}}}).toJson())), 1);
    QVERIFY(stage.links.add(link()));
    stage.storeNow();
    QVERIFY(stage.stored.contains(QStringLiteral("\"format\":99")));
    QCOMPARE(stage.links.restore(QStringLiteral("nonsense")), 1);
}

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
