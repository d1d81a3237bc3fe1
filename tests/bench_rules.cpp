// Automations: what ten thousand of them cost at 100 000 samples a second, and how long one takes from wire to wire: a line on a serial port (pseudo
// terminal) to a subscriber of a real MQTT broker.
//   bench_rules [--quick]

#include "app/services.h"
#include "rules/automations.h"
#include "tests/support/broker.h"
#include "tests/support/madeupfleet.h"
#include "tests/support/ptypair.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace muster;

namespace {

bool allGood = true;

void goal(const char *name, double value, const char *unit, double most)
{
    const bool isGood = value < most;
    allGood = allGood && isGood;
    std::printf("goal %s %.3g %s (wanted < %g) %s\n", name, value, unit, most, isGood ? "ok" : "short");
    std::fflush(stdout);
}

double cpuSeconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

RuleStep command(const QString &key, const Value &argument, const QString &address = {})
{
    RuleStep step;
    step.key = key;
    step.argument = argument;
    step.address = address;
    return step;
}

bool waitFor(const std::function<bool()> &isSo, int ms = 30'000)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo()) {
        if (clock.elapsed() > ms)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    return true;
}

/// 10 000 automations, each about a device of its own and with a condition; each is set off once in about 100 s. Counted is everything that is not
/// done without them: evaluation, conditions, runs, commands, traces, what is to be stored.
void evaluation(int seconds)
{
    constexpr quint32 rules = 10'000;
    constexpr int perSecond = 100'000;
    constexpr int perBatch = perSecond / 50; // a tick of 20 ms
    Micros now = 1'700'000'000'000'000;
    Fleet fleet;
    fleet.adopt(support::announceSome(fleet, rules));
    FleetColumns columns(fleet);
    Dispatcher dispatcher(fleet);
    Automations automations(fleet, columns, dispatcher);
    TriggerWatch watch([&now] { return now; });
    qint64 sent = 0;
    automations.setClock([&now] { return now; });
    QObject::connect(&dispatcher, &Dispatcher::sendRequested, &dispatcher, [&](const Command &one) {
        ++sent;
        dispatcher.finish(one.id, {}, true);
    });
    QObject::connect(&automations, &Automations::triggersChanged, &watch, &TriggerWatch::set);
    QObject::connect(&watch, &TriggerWatch::changed, &automations, &Automations::take);
    for (quint32 n = 1; n <= rules; ++n) {
        Automation rule;
        rule.name = QStringLiteral("Rule %1").arg(n);
        Trigger trigger;
        trigger.key = QStringLiteral("temperature");
        trigger.address = QStringLiteral("mqtt:made-up/%1").arg(n);
        trigger.limit = 26;
        trigger.hysteresis = 2;
        rule.triggers = {trigger};
        RuleCondition condition;
        condition.key = QStringLiteral("battery");
        condition.test = AlarmRule::Test::Below;
        condition.limit = 200;
        rule.conditions = {condition};
        rule.steps = {command(QStringLiteral("power"), true)};
        std::ignore = automations.add(rule);
    }
    for (quint32 n = 1; n <= rules; ++n)
        support::say(fleet, support::metricOf({n}, 1), 50, now);
    if (!waitFor([&watch] { return watch.watched() == qsizetype(rules); })) {
        std::fprintf(stderr, "only %lld of %u automations are watched\n", static_cast<long long>(watch.watched()), rules);
        std::exit(2);
    }
    quint64 count = 0;
    double spent = 0;
    for (int tick = 0; tick < seconds * 50; ++tick) {
        SampleBatch batch;
        for (int i = 0; i < perBatch; ++i, ++count) {
            const quint32 device = quint32(count % rules) + 1;
            const bool isHot = (count / rules + device) % 1'000 < 3;
            batch.samples.append({now, isHot ? 27.0 : 20.0 + double(count % 7) * 0.5, support::metricOf({device}, 0), 0, 0});
        }
        const double begin = cpuSeconds();
        watch.take(batch);
        now += 20'000;
        watch.pass();
        QCoreApplication::processEvents();
        spent += cpuSeconds() - begin;
    }
    std::printf("%u automations (%lld watched), %d s of %d samples/s, %lld commands: %.0f ns a sample\n", rules, static_cast<long long>(watch.watched()), seconds, perSecond,
        static_cast<long long>(sent), spent * 1e9 / (double(seconds) * perSecond));
    goal("rules_cpu", spent * 100 / seconds, "% of a core", 20);
    goal("rules_missed", sent == 0 ? 1 : 0, "of none", 1);
}

QStringList toBroker(quint16 port, const char *topic)
{
    return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port), QStringLiteral("-t"), QLatin1String(topic)};
}

/// The knob's device and the dimmer's, once both are there.
std::pair<const Device *, const Device *> ends(const Fleet &fleet)
{
    std::pair<const Device *, const Device *> found {nullptr, nullptr};
    const QList<DeviceId> all = fleet.devices();
    for (const DeviceId id : all) {
        if (fleet.findMetric(id, QStringLiteral("knob")).isValid())
            found.first = fleet.device(id);
        else if (fleet.displayName(id) == QLatin1String("Bulb") && !fleet.device(id)->commands.isEmpty())
            found.second = fleet.device(id);
    }
    return found;
}

bool makeRules(Services &services, test::PtyPair &knob)
{
    QTimer turning; // the serial line says something until it is heard
    QObject::connect(&turning, &QTimer::timeout, &turning, [&knob] { knob.say("knob=0\n"); });
    turning.start(100);
    if (!waitFor([&services] { return ends(services.fleet()).first && ends(services.fleet()).second; }))
        return false;
    const auto [from, to] = ends(services.fleet());
    Automation rule;
    Trigger trigger;
    trigger.key = QStringLiteral("knob");
    trigger.address = from->addresses.constFirst();
    trigger.limit = 50;
    for (const bool isUp : {true, false}) {
        rule.name = isUp ? QStringLiteral("Up") : QStringLiteral("Down");
        trigger.type = isUp ? Trigger::Type::Above : Trigger::Type::Below;
        rule.triggers = {trigger};
        rule.steps = {command(to->commands.constFirst().key, isUp ? 100.0 : 0.0, to->addresses.constFirst())};
        services.fleet().adopt({from->id, to->id});
        if (!services.automations().add(rule))
            return false;
    }
    turning.stop();
    waitFor([] { return false; }, 1'000); // what is running is what was asked for
    return true;
}

void wireToWire(int values)
{
    test::Broker broker;
    if (const QString missing = test::Broker::missing({}); !missing.isEmpty() || !broker.start({})) {
        std::printf("skipped: no broker (%s)\n", qPrintable(missing));
        return;
    }
    const char config[] = R"({"name":"Brightness","uniq_id":"b","cmd_t":"bulb/set","min":0,"max":100000,"step":1,"dev":{"ids":["bulb"],"name":"Bulb"}})";
    QProcess::execute(QStringLiteral("mosquitto_pub"),
        toBroker(broker.port(), "homeassistant/number/bulb/b/config") + QStringList {QStringLiteral("-r"), QStringLiteral("-m"), QLatin1String(config)});
    test::PtyPair knob;
    const QTemporaryDir folder;
    Options options;
    options.data = folder.path();
    options.endpoints = {QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(broker.port())), QUrl(QStringLiteral("serial://%1").arg(knob.path()))};
    Services services(options);
    QProcess bulb;
    QByteArray told;
    QObject::connect(&bulb, &QProcess::readyReadStandardOutput, &bulb, [&bulb, &told] { told += bulb.readAllStandardOutput(); });
    bulb.start(QStringLiteral("mosquitto_sub"), toBroker(broker.port(), "bulb/set"));
    if (!services.start() || !makeRules(services, knob)) {
        std::printf("skipped: the rules could not be made\n");
        return;
    }
    std::vector<double> spans;
    for (int i = 1; i <= values; ++i) {
        QElapsedTimer clock;
        clock.start();
        told.clear();
        knob.say(i % 2 == 1 ? "knob=90\n" : "knob=10\n");
        const QByteArray wanted = i % 2 == 1 ? "100\n" : "0\n";
        if (waitFor([&] { return told == wanted; }, 5'000) && i > values / 10) // the first ones warm up
            spans.push_back(double(clock.nsecsElapsed()) / 1e6);
        waitFor([] { return false; }, 10);
    }
    bulb.kill();
    bulb.waitForFinished();
    std::sort(spans.begin(), spans.end());
    if (spans.empty())
        return goal("rule_arrived", 1, "of none", 0);
    std::printf("wire to wire: %zu of %d values, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms\n", spans.size(), values - values / 10, spans[spans.size() / 2],
        spans[spans.size() * 9 / 10], spans[spans.size() * 99 / 100]);
    goal("rule_wire_to_wire_p50", spans[spans.size() / 2], "ms", 60);
    goal("rule_wire_to_wire_p99", spans[spans.size() * 99 / 100], "ms", 200);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    evaluation(isQuick ? 5 : 30);
    wireToWire(isQuick ? 100 : 500);
    return allGood ? 0 : 1;
}
