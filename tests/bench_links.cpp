// Links: what ten thousand of them cost at 100 000 samples a second, and how long one takes from wire to wire: a line on a serial port (pseudo terminal)
// to a subscriber of a real MQTT broker.
//   bench_links [--quick]

#include "rules/linkwatch.h"
#include "tests/support/goals.h"
#include "tests/support/wiretowire.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

using namespace muster;
using namespace muster::test;

namespace {

/// 10 000 links, each with a metric of its own; each value another one, so each that may be sent is.
void evaluation(int seconds)
{
    constexpr int links = 10'000;
    constexpr int perSecond = 100'000;
    constexpr int perBatch = perSecond / 50; // a tick of 20 ms
    CommandInfo command;
    command.key = QStringLiteral("level");
    command.argument = ArgumentType::Number;
    command.maximum = 1e9;
    QList<RunningLink> running;
    for (quint32 n = 1; n <= links; ++n) {
        RunningLink one;
        one.link.id = {n};
        one.link.apart = 1'000'000;
        one.command = command;
        one.source = {n};
        one.effect = {links + n};
        running.append(one);
    }
    Micros now = 1'000'000'000;
    qint64 sent = 0;
    LinkWatch watch([&now] { return now; });
    QObject::connect(&watch, &LinkWatch::changed, &watch, [&sent](const QList<LinkNews> &news) { sent += news.size(); });
    watch.setLinks(running);
    double value = 0;
    quint32 metric = 0;
    double spent = 0;
    for (int tick = 0; tick < seconds * 50; ++tick) {
        SampleBatch batch;
        for (int i = 0; i < perBatch; ++i)
            batch.samples.append({now, ++value, {metric++ % links + 1}, 0, 0});
        const double begin = cpuSeconds();
        watch.take(batch);
        now += 20'000;
        watch.pass();
        spent += cpuSeconds() - begin;
    }
    std::printf("%d links, %d s of %d samples/s, %lld commands: %.0f ns a sample\n", links, seconds, perSecond, static_cast<long long>(sent),
        spent * 1e9 / (double(seconds) * perSecond));
    goal("links_cpu", spent * 100 / seconds, "% of a core", "<", 20);
}

bool makeLink(Services &services, const Device &knob, const Device &bulb)
{
    DeviceLink link;
    link.fromAddress = knob.addresses.constFirst();
    link.fromKey = QStringLiteral("knob");
    link.toAddress = bulb.addresses.constFirst();
    link.toKey = bulb.commands.constFirst().key;
    link.apart = DeviceLink::leastApart;
    return services.links().add(link).has_value();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    evaluation(isQuick ? 5 : 30);
    measure({"link", isQuick ? 100 : 500, 30, makeLink, [](int n) { return std::pair(n, n); }}); // the rate limit is no latency
    return goalsExit();
}
