// Automations from one real road to another, in the real program without its window: a serial line (pty), a simulated Bluetooth radio with the real
// D-Bus and Qt Bluetooth, a real mosquitto, and what another process receives from it. And the program killed in the middle of a hold time and a delay.

#include "app/services.h"
#include "rules/automationwords.h"
#include "tests/support/broker.h"
#include "tests/support/ptypair.h"
#include "tests/support/simulatedbluez.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

using namespace muster;
using namespace muster::test;

namespace {

constexpr Micros second = 1'000'000;

QString topic(const char *text)
{
    return QString::fromLatin1(text);
}

Automation rule(const QByteArray &json)
{
    const Result<Automation> read = automationjson::ruleOf(QJsonDocument::fromJson(json).object());
    if (!read)
        qWarning("%s", qPrintable(read.error().text));
    return read.value_or(Automation());
}

/// Another process that prints what the broker sends to the switches.
class Listener
{
public:
    explicit Listener(const Broker &broker)
    {
        m_process.start(topic("mosquitto_sub"), {topic("-h"), topic("127.0.0.1"), topic("-p"), QString::number(broker.port()), topic("-v"), topic("-q"), topic("1"), topic("-t"), topic("bench/+/set")});
    }
    ~Listener()
    {
        m_process.terminate();
        m_process.waitForFinished(3'000);
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    /// "light ON", one for each message since the last forget().
    [[nodiscard]] QStringList heard()
    {
        m_text += m_process.readAllStandardOutput();
        QStringList lines;
        const QStringList all = QString::fromUtf8(m_text).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : all)
            if (!line.contains(QStringLiteral("probe")))
                lines.append(line.mid(6).replace(QStringLiteral("/set "), QStringLiteral(" ")));
        return lines;
    }
    [[nodiscard]] bool isListening()
    {
        m_text += m_process.readAllStandardOutput();
        return m_text.contains("probe");
    }
    void forget()
    {
        std::ignore = heard();
        m_text.clear();
    }

private:
    QProcess m_process;
    QByteArray m_text;
};

bool publish(const Broker &broker, const char *where, const QByteArray &payload)
{
    QProcess process;
    process.start(topic("mosquitto_pub"), {topic("-h"), topic("127.0.0.1"), topic("-p"), QString::number(broker.port()), topic("-r"), topic("-q"), topic("1"), topic("-t"), topic(where), topic("-m"), QString::fromUtf8(payload)});
    return process.waitForFinished(20'000) && process.exitCode() == 0;
}

bool announceSwitch(const Broker &broker, const char *name)
{
    const QByteArray config = QByteArray(R"({"name":"Relay","uniq_id":"u_NAME","stat_t":"bench/NAME/state","cmd_t":"bench/NAME/set","dev":{"ids":["NAME"],"name":"The NAME"}})").replace("NAME", name);
    return publish(broker, QByteArray("homeassistant/switch/" + QByteArray(name) + "/relay/config").constData(), config);
}

QUrl urlOf(const Broker &broker)
{
    return QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port()));
}

DeviceId named(const Fleet &fleet, const QString &name)
{
    const QList<DeviceId> all = fleet.devices();
    for (const DeviceId id : all)
        if (fleet.displayName(id) == name)
            return id;
    return {};
}

QString addressOf(const Fleet &fleet, DeviceId id)
{
    const Device *const device = fleet.device(id);
    return device ? device->addresses.value(0) : QString();
}

} // namespace

class TestAutomationRoads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void darkSwitchesALightOn();
    void heatOnASerialLineSwitchesTheCooling();
    void anEmptyRoomGoesDark();
    void timersSurviveAKilledProgram();
    void aTimetableHeatsOverTheChangeOfClocks();
    void missedRunsAfterAKillAreAsDeclared();
    void cleanupTestCase();

private:
    [[nodiscard]] Fleet &fleet() { return m_services->fleet(); }
    /// Time passes for the automations alone: what is measured keeps the real one.
    void pass(Micros span)
    {
        m_ahead += span;
        m_services->automating().pass();
    }
    [[nodiscard]] QString trace(AutomationId id, qsizetype place = 0)
    {
        QStringList lines;
        if (const AutomationRun *const run = m_services->automations().runs(id).value(place))
            for (const TraceLine &line : run->trace)
                lines.append(line.text);
        return lines.join(u'\n');
    }
    void advertise(const QByteArray &hex)
    {
        m_bluez.call([&hex](FakeBlueZ &bluez) {
            SimAdvert advert;
            advert.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex(hex)}};
            bluez.advertise(demo::BtHome, advert);
        });
    }
    [[nodiscard]] double value(DeviceId device, const char *key)
    {
        const MetricState *const state = fleet().metric(fleet().findMetric(device, topic(key)));
        return state && state->time != 0 ? state->value : -1;
    }
    /// A step as JSON.
    [[nodiscard]] QByteArray command(const QString &name, bool on);

    Broker m_broker;
    SimulatedBlueZ m_bluez;
    PtyPair m_serial;
    QTemporaryDir m_folder;
    std::atomic<Micros> m_ahead = 0;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Listener> m_listener;
};

QByteArray TestAutomationRoads::command(const QString &name, bool on)
{
    const Device *const device = fleet().device(named(fleet(), name));
    QJsonObject step {{topic("type"), topic("command")}, {topic("value"), on}};
    step.insert(topic("command"), device ? device->commands.value(0).key : QString());
    step.insert(topic("device"), addressOf(fleet(), named(fleet(), name)));
    return QJsonDocument(step).toJson();
}

void TestAutomationRoads::initTestCase()
{
    if (const QString why = Broker::missing({}); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(m_broker.start({}), m_broker.log().constData());
    for (const char *name : {"light", "cooling", "lamps"})
        QVERIFY(announceSwitch(m_broker, name));
    QVERIFY(publish(m_broker, "bench/probe/set", "probe"));
    m_listener = std::make_unique<Listener>(m_broker);
    QTRY_VERIFY_WITH_TIMEOUT(m_listener->isListening(), 20'000);
    QVERIFY(m_bluez.startWithAdapter());
    m_bluez.call([](FakeBlueZ &bluez) {
        SimPeripheral sensor = demo::btHomeThermometer();
        sensor.serviceData = {{simUuid(0xFCD2), QByteArray::fromHex("400550c3002101")}}; // 500 lx, something moves
        sensor.connectError = SimError {topic("org.bluez.Error.Failed"), topic("it only advertises")};
        bluez.addPeripheral(sensor);
    });
    Options options;
    options.data = m_folder.filePath(topic("data"));
    options.endpoints = {urlOf(m_broker), QUrl(topic("ble://")), QUrl(topic("serial://") + m_serial.path())};
    m_services = std::make_unique<Services>(options);
    m_services->automating().setClock([this] { return nowMicros() + m_ahead; });
    const auto started = m_services->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().text));
    for (const char *name : {"The light", "The cooling", "The lamps", "DIY-sensor"})
        QTRY_VERIFY_WITH_TIMEOUT(named(fleet(), topic(name)).isValid(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(value(named(fleet(), topic("DIY-sensor")), "illuminance"), 500.0, 60'000);
    for (const char *name : {"The light", "The cooling", "The lamps", "DIY-sensor"})
        fleet().adopt({named(fleet(), topic(name))});
}

void TestAutomationRoads::darkSwitchesALightOn()
{
    const DeviceId sensor = named(fleet(), topic("DIY-sensor"));
    QTRY_COMPARE_WITH_TIMEOUT(value(sensor, "illuminance"), 500.0, 60'000);
    const Result<AutomationId> id = m_services->automations().add(rule(R"({"automation":1,"name":"Dark","when":[{"type":"below","metric":"illuminance","device":")" + addressOf(fleet(), sensor).toUtf8()
        + R"(","limit":50,"hysteresis":20}],"if":[{"type":"metric","metric":"motion","is":"equal","value":"on"}],"then":[)" + command(topic("The light"), true) + "]}"));
    QVERIFY2(id, id ? "" : qPrintable(id.error().text));
    QTest::qWait(2 * Automations::gatherMs); // nothing happens; what is running is what is asserted below
    QVERIFY(m_listener->heard().isEmpty());
    int said = 0;
    const auto isOn = [this, &said] { // 40.01 lx and so on: a radio repeats itself until somebody hears it
        advertise("4005" + QByteArray::number(0xa0 + ++said % 64, 16) + "0f002101");
        return m_listener->heard() == QStringList {topic("light ON")};
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOn(), 60'000);
    QVERIFY2(trace(*id).contains(topic("illuminance of DIY-sensor was 40.")), qPrintable(trace(*id)));
    QVERIFY2(trace(*id).contains(topic("it was Detected")), qPrintable(trace(*id)));
    m_listener->forget();
}

void TestAutomationRoads::heatOnASerialLineSwitchesTheCooling()
{
    const auto isThere = [this] {
        m_serial.say("temperature=25\n");
        return named(fleet(), fleet().displayName(fleet().findByAddress(QStringLiteral("serial:") + m_serial.path()))).isValid();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 60'000);
    const DeviceId board = fleet().findByAddress(QStringLiteral("serial:") + m_serial.path());
    fleet().adopt({board});
    const auto measure = [this, board](double temperature) {
        m_serial.say("temperature=" + QByteArray::number(temperature) + '\n');
        return value(board, "temperature") == temperature;
    };
    QTRY_VERIFY_WITH_TIMEOUT(measure(25), 60'000);
    const QByteArray about = R"(,"metric":"temperature","hysteresis":2,"device":")" + addressOf(fleet(), board).toUtf8() + '"';
    Automations &automations = m_services->automations();
    const Result<AutomationId> hot = automations.add(rule(R"({"automation":1,"name":"Hot","when":[{"type":"above","limit":26,"for":"60s")" + about + R"(}],"then":[)" + command(topic("The cooling"), true) + "]}"));
    const Result<AutomationId> cool = automations.add(rule(R"({"automation":1,"name":"Cool","when":[{"type":"below","limit":24)" + about + R"(}],"then":[)" + command(topic("The cooling"), false) + "]}"));
    QVERIFY(hot && cool);
    QTRY_VERIFY_WITH_TIMEOUT(measure(25.5), 60'000);
    QTest::qWait(2 * Automations::gatherMs);
    QTRY_VERIFY_WITH_TIMEOUT(measure(27), 60'000);
    pass(30 * second);
    QTRY_VERIFY_WITH_TIMEOUT(measure(25.7), 60'000); // not for long enough
    QTRY_VERIFY_WITH_TIMEOUT(measure(27.5), 60'000);
    m_ahead = 0;
    pass(30 * second);
    QVERIFY(m_listener->heard().isEmpty());
    pass(31 * second);
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->heard(), QStringList {topic("cooling ON")}, 60'000);
    for (const double temperature : {26.5, 25.0, 26.2, 24.5, 26.3}) // no flapping in between
        QTRY_VERIFY_WITH_TIMEOUT(measure(temperature), 60'000);
    pass(120 * second);
    QTRY_VERIFY_WITH_TIMEOUT(measure(23.5), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->heard(), (QStringList {topic("cooling ON"), topic("cooling OFF")}), 60'000);
    m_listener->forget();
    m_ahead = 0;
}

void TestAutomationRoads::anEmptyRoomGoesDark()
{
    QVERIFY(publish(m_broker, "homeassistant/binary_sensor/room/m/config", R"({"name":"Motion","uniq_id":"m1","stat_t":"bench/motion","dev_cla":"motion","dev":{"ids":["room"],"name":"The room"}})"));
    const auto moves = [this](bool moving) {
        const DeviceId room = named(fleet(), topic("The room"));
        const Device *const device = fleet().device(room);
        const MetricState *const state = device ? fleet().metric(device->metrics.value(0).id) : nullptr;
        return state && state->time != 0 && state->value == (moving ? 1 : 0);
    };
    QVERIFY(publish(m_broker, "bench/motion", "ON"));
    QTRY_VERIFY_WITH_TIMEOUT(moves(true), 60'000);
    const DeviceId room = named(fleet(), topic("The room"));
    fleet().adopt({room});
    const QByteArray key = fleet().device(room)->metrics.first().key.toUtf8();
    const Result<AutomationId> id = m_services->automations().add(rule(R"({"automation":1,"name":"Empty","when":[{"type":"changesTo","value":"off","for":"10m","metric":")" + key + R"(","device":")"
        + addressOf(fleet(), room).toUtf8() + R"("}],"then":[)" + command(topic("The lamps"), false) + "]}"));
    QVERIFY(id);
    QTest::qWait(2 * Automations::gatherMs);
    QVERIFY(publish(m_broker, "bench/motion", "OFF"));
    QTRY_VERIFY_WITH_TIMEOUT(moves(false), 60'000);
    pass(400 * second);
    QVERIFY(publish(m_broker, "bench/motion", "ON")); // somebody came back
    QTRY_VERIFY_WITH_TIMEOUT(moves(true), 60'000);
    m_ahead = 0;
    QVERIFY(publish(m_broker, "bench/motion", "OFF"));
    QTRY_VERIFY_WITH_TIMEOUT(moves(false), 60'000);
    pass(400 * second);
    QVERIFY(m_listener->heard().isEmpty());
    pass(201 * second);
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->heard(), QStringList {topic("lamps OFF")}, 60'000);
    QVERIFY2(trace(*id).contains(topic("of The room was")), qPrintable(trace(*id)));
}

/// What is stored under a name that begins so; empty: nothing.
static QHash<QString, QString> stored(const QString &folder, const QString &prefix)
{
    QHash<QString, QString> found;
    Inventory inventory(folder + QStringLiteral("/fleet.db"));
    if (const auto contents = inventory.load())
        for (auto it = contents->documents.cbegin(); it != contents->documents.cend(); ++it)
            if (it.key().startsWith(prefix))
                found.insert(it.key(), it.value());
    return found;
}

void TestAutomationRoads::timersSurviveAKilledProgram()
{
    Options options;
    options.data = m_services ? m_folder.filePath(topic("killed")) : QString();
    m_services.reset();
    QVERIFY(publish(m_broker, "homeassistant/sensor/probe/t/config", R"({"name":"Level","uniq_id":"p1","stat_t":"bench/level","unit_of_meas":"cm","dev":{"ids":["probe"],"name":"The probe"}})"));
    QVERIFY(publish(m_broker, "bench/level", "10"));
    options.endpoints = {urlOf(m_broker)};
    {
        Services services(options);
        QVERIFY(services.start());
        for (const char *name : {"The probe", "The light", "The lamps"}) {
            QTRY_VERIFY_WITH_TIMEOUT(named(services.fleet(), topic(name)).isValid(), 60'000);
            services.fleet().adopt({named(services.fleet(), topic(name))});
        }
        const Fleet &fleet = services.fleet();
        const DeviceId probe = named(fleet, topic("The probe"));
        const QByteArray when = R"("when":[{"type":"above","limit":20,"metric":")" + fleet.device(probe)->metrics.first().key.toUtf8() + R"(","device":")" + addressOf(fleet, probe).toUtf8() + '"';
        const auto step = [&fleet](const char *name, bool value) {
            const DeviceId id = named(fleet, topic(name));
            return R"({"type":"command","value":)" + QByteArray(value ? "true" : "false") + R"(,"command":")" + fleet.device(id)->commands.first().key.toUtf8() + R"(","device":")" + addressOf(fleet, id).toUtf8() + "\"}";
        };
        QVERIFY(services.automations().add(rule(R"({"automation":1,"name":"Hold",)" + when + R"(,"for":"10m"}],"then":[)" + step("The lamps", true) + "]}")));
        QVERIFY(services.automations().add(rule(R"({"automation":1,"name":"Delay",)" + when + R"(}],"then":[)" + step("The light", true) + R"(,{"type":"delay","for":"10m"},)" + step("The light", false) + "]}")));
        services.stop();
    }
    m_listener->forget();
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(topic(MUSTER_PROGRAM), {topic("--headless"), topic("--data"), options.data});
    QVERIFY(program.waitForStarted(60'000));
    QTest::qWait(500); // so that the program, not this process, finds the value changing; either way the result is the same
    QVERIFY(publish(m_broker, "bench/level", "30"));
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->heard(), QStringList {topic("light ON")}, 60'000);
    const auto waits = [&options] {
        const QHash<QString, QString> runs = stored(options.data, topic("automation run/"));
        const bool isWaiting = std::any_of(runs.cbegin(), runs.cend(), [](const QString &text) { return automationjson::runOf(QJsonDocument::fromJson(text.toUtf8()).object()).state == AutomationRun::State::Waiting; });
        return isWaiting && stored(options.data, topic("automation track/")).size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waits(), 60'000);
    program.kill(); // SIGKILL
    QVERIFY(program.waitForFinished(60'000));
    QVERIFY(publish(m_broker, "bench/level", "31")); // still above when it is back

    Services services(options);
    std::atomic<Micros> ahead = 400 * second; // so long it was away
    services.automating().setClock([&ahead] { return nowMicros() + ahead; });
    QVERIFY(services.start());
    QTRY_VERIFY_WITH_TIMEOUT(services.fleet().status(named(services.fleet(), topic("The light"))) == DeviceStatus::Live || services.fleet().device(named(services.fleet(), topic("The light")))->connection.isValid(), 60'000);
    QTest::qWait(2 * Automations::gatherMs);
    services.automating().pass();
    QCOMPARE(m_listener->heard().size(), 1); // what is left of the ten minutes counts …
    ahead = 610 * second;
    services.automating().pass();
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->heard().size(), 3, 60'000); // … and no more than that
    QStringList heard = m_listener->heard();
    heard.sort();
    QCOMPARE(heard, (QStringList {topic("lamps ON"), topic("light OFF"), topic("light ON")}));
    services.stop();
}

/// Something that is heated, with a set point.
static bool announceBoiler(const Broker &broker, const char *name)
{
    const QByteArray config = QByteArray(R"({"name":"Set point","uniq_id":"u_NAME","cmd_t":"bench/NAME/set","min":5,"max":30,"step":0.5,"dev":{"ids":["NAME"],"name":"The NAME"}})").replace("NAME", name);
    return publish(broker, QByteArray("homeassistant/number/" + QByteArray(name) + "/setpoint/config").constData(), config);
}

/// An automation that sends `value` to a device's first command when `schedule` says so.
static Automation scheduled(const Fleet &fleet, const char *name, const QByteArray &schedule, const QJsonValue &value)
{
    const Device *const device = fleet.device(named(fleet, topic(name)));
    QJsonObject step {{topic("type"), topic("command")}, {topic("value"), value}};
    step.insert(topic("command"), device ? device->commands.value(0).key : QString());
    step.insert(topic("device"), addressOf(fleet, named(fleet, topic(name))));
    const QByteArray then = QJsonDocument(step).toJson(QJsonDocument::Compact);
    return rule(R"({"automation":1,"name":")" + QByteArray(name) + R"(","when":[{"type":"schedule","schedule":)" + schedule + R"(}],"then":[)" + then + "]}");
}

void TestAutomationRoads::aTimetableHeatsOverTheChangeOfClocks()
{
    m_services.reset();
    QVERIFY(announceBoiler(m_broker, "boiler"));
    const QTimeZone berlin("Europe/Berlin");
    const auto wall = [&berlin](QDate date, int clock) { return QDateTime(date, QTime(clock, 0), berlin).toMSecsSinceEpoch() * 1'000; };
    Options options;
    options.data = m_folder.filePath(topic("heating"));
    options.endpoints = {urlOf(m_broker)};
    std::atomic<Micros> now = wall(QDate(2026, 10, 24), 5); // the day before clocks go back
    Services services(options);
    services.automating().setClock([&now] { return now.load(); });
    services.automating().setZone(berlin);
    QVERIFY(services.start());
    QTRY_VERIFY_WITH_TIMEOUT(named(services.fleet(), topic("The boiler")).isValid(), 60'000);
    services.fleet().adopt({named(services.fleet(), topic("The boiler"))});
    m_listener->forget();
    const Result<AutomationId> id = services.automations().add(scheduled(services.fleet(), "The boiler",
        R"({"kind":"week","between":16,"blocks":[{"day":"sat","from":"06:00","to":"22:00","value":21},{"day":"sun","from":"02:30","to":"09:00","value":22.5}]})", topic("{value}")));
    QVERIFY2(id, id ? "" : qPrintable(id.error().text));
    QStringList due;
    for (const Micros end = wall(QDate(2026, 10, 25), 12); now < end; now += 900 * second) { // a quarter of an hour at a time
        services.automating().pass();
        const QList<const AutomationRun *> runs = services.automations().runs(*id);
        if (runs.size() == due.size())
            continue;
        due.append(QDateTime::fromMSecsSinceEpoch(runs.first()->firing.time / 1'000, Qt::UTC).toString(topic("dd hh:mm")));
        QTRY_VERIFY_WITH_TIMEOUT(runs.first()->isOver(), 60'000);
    }
    QCOMPARE(due, (QStringList {topic("24 04:00"), topic("24 20:00"), topic("25 00:30"), topic("25 08:00")})); // UTC; 02:30 comes twice, the first one counts
    QTRY_COMPARE_WITH_TIMEOUT(m_listener->heard(), (QStringList {topic("boiler 21"), topic("boiler 16"), topic("boiler 22.5"), topic("boiler 16")}), 60'000);
    QStringList lines;
    for (const TraceLine &line : services.automations().runs(*id).at(1)->trace)
        lines.append(line.text);
    QVERIFY2(lines.first().contains(topic("02:30")), qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.at(1).contains(topic("22.5")), qPrintable(lines.join(u'\n')));
    services.stop();
}

void TestAutomationRoads::missedRunsAfterAKillAreAsDeclared()
{
    Options options;
    options.data = m_folder.filePath(topic("missed"));
    options.endpoints = {urlOf(m_broker)};
    for (const char *name : {"once", "never", "each", "often"})
        QVERIFY(announceBoiler(m_broker, name));
    const QByteArray from = QByteArray::number(nowMicros() / second - 43'200); // half a day from the next run, whatever time it is
    const auto everyDay = [&from](const char *missed) { return R"({"kind":"interval","every":86400,"from":)" + from + R"(,"missed":")" + missed + "\"}"; };
    {
        Services services(options);
        QVERIFY(services.start());
        Fleet &fleet = services.fleet();
        for (const char *name : {"The once", "The never", "The each", "The often"}) {
            QTRY_VERIFY_WITH_TIMEOUT(named(fleet, topic(name)).isValid(), 60'000);
            fleet.adopt({named(fleet, topic(name))});
        }
        Automations &automations = services.automations();
        QVERIFY(automations.add(scheduled(fleet, "The once", everyDay("run"), 11)));
        QVERIFY(automations.add(scheduled(fleet, "The never", everyDay("skip"), 12)));
        QVERIFY(automations.add(scheduled(fleet, "The each", everyDay("all"), 13)));
        QVERIFY(automations.add(scheduled(fleet, "The often", R"({"kind":"interval","every":1})", 14)));
        services.stop();
    }
    m_listener->forget();
    const Micros before = nowMicros();
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(topic(MUSTER_PROGRAM), {topic("--headless"), topic("--data"), options.data});
    QVERIFY(program.waitForStarted(60'000));
    QTRY_VERIFY_WITH_TIMEOUT(m_listener->heard().count(topic("often 14")) >= 2, 60'000); // schedules run without a window, too
    const auto isAccountedFor = [&] {
        const QHash<QString, QString> marks = stored(options.data, topic("automation schedule/"));
        return marks.size() == 4 && QJsonDocument::fromJson(marks.value(topic("automation schedule/4/0")).toUtf8()).object().value(topic("until")).toInteger() > before;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAccountedFor(), 60'000);
    program.kill(); // SIGKILL
    QVERIFY(program.waitForFinished(60'000));
    Services services(options);
    services.automating().setClock([away = 3 * 86'400 * second] { return nowMicros() + away; }); // so long it was away
    QVERIFY(services.start());
    const auto all = [this](const char *what) { return int(m_listener->heard().count(topic(what))); };
    QTRY_VERIFY_WITH_TIMEOUT(all("each 13") >= 3 && all("once 11") >= 1, 60'000);
    Automations &automations = services.automations();
    QTRY_VERIFY_WITH_TIMEOUT(automations.runs({3}).size() == 3 && automations.runs({3}).first()->isOver(), 60'000);
    QCOMPARE(all("each 13"), 3);
    QCOMPARE(all("once 11"), 1);
    QCOMPARE(all("never 12"), 0);
    QCOMPARE(automations.runs({2}).size(), 1);
    QVERIFY2(automations.runs({2}).first()->trace.last().text.contains(topic("missed and skipped")), qPrintable(automations.runs({2}).first()->trace.last().text));
    QVERIFY2(automations.runs({1}).first()->trace.at(1).text.contains(topic("late")), qPrintable(automations.runs({1}).first()->trace.at(1).text));
    services.stop();
}

void TestAutomationRoads::cleanupTestCase()
{
    m_services.reset();
    m_listener.reset();
}

MUSTER_BLUEZ_MAIN(QCoreApplication, TestAutomationRoads)
#include "tst_automationroads.moc"
