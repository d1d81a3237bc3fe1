// Automations: what ten thousand of them cost at 100 000 samples a second, and how long one takes from wire to wire: a line on a serial port (pseudo
// terminal) to a subscriber of a real MQTT broker.
//   bench_rules [--quick]

#include "rules/automations.h"
#include "tests/support/goals.h"
#include "tests/support/madeupfleet.h"
#include "tests/support/wiretowire.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

using namespace muster;
using namespace muster::test;

namespace {

RuleStep command(const QString &key, const Value &argument, const QString &address = {})
{
    RuleStep step;
    step.key = key;
    step.argument = argument;
    step.address = address;
    return step;
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
    goal("rules_cpu", spent * 100 / seconds, "% of a core", "<", 20);
    goal("rules_sent", double(sent), "orders", ">", 0);
}

bool makeRules(Services &services, const Device &knob, const Device &bulb)
{
    Automation rule;
    Trigger trigger;
    trigger.key = QStringLiteral("knob");
    trigger.address = knob.addresses.constFirst();
    trigger.limit = 50;
    for (const bool isUp : {true, false}) {
        rule.name = isUp ? QStringLiteral("Up") : QStringLiteral("Down");
        trigger.type = isUp ? Trigger::Type::Above : Trigger::Type::Below;
        rule.triggers = {trigger};
        rule.steps = {command(bulb.commands.constFirst().key, isUp ? 100.0 : 0.0, bulb.addresses.constFirst())};
        services.fleet().adopt({knob.id, bulb.id});
        if (!services.automations().add(rule))
            return false;
    }
    waitFor([] { return false; }, 1'000); // what is running is what was asked for
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    evaluation(isQuick ? 5 : 30);
    measure({"rule", isQuick ? 100 : 500, 10, makeRules, [](int n) { return n % 2 == 1 ? std::pair(90, 100) : std::pair(10, 0); }});
    return goalsExit();
}
