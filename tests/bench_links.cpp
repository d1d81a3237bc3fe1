// Links: what ten thousand of them cost at 100 000 samples a second, and how long one takes from wire to wire: a line on a serial port (pseudo terminal)
// to a subscriber of a real MQTT broker.
//   bench_links [--quick]

#include "app/services.h"
#include "rules/linkwatch.h"
#include "tests/support/broker.h"
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
    goal("links_cpu", spent * 100 / seconds, "% of a core", 20);
}

QStringList toBroker(quint16 port, const char *topic)
{
    return {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(port), QStringLiteral("-t"), QLatin1String(topic)};
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

bool makeLink(Services &services, test::PtyPair &knob)
{
    QTimer turning; // the serial line says something until it is heard
    QObject::connect(&turning, &QTimer::timeout, &turning, [&knob] { knob.say("knob=0\n"); });
    turning.start(100);
    if (!waitFor([&services] { return ends(services.fleet()).first && ends(services.fleet()).second; }))
        return false;
    const auto [from, to] = ends(services.fleet());
    DeviceLink link;
    link.fromAddress = from->addresses.constFirst();
    link.fromKey = QStringLiteral("knob");
    link.toAddress = to->addresses.constFirst();
    link.toKey = to->commands.constFirst().key;
    link.apart = DeviceLink::leastApart;
    return services.links().add(link).has_value();
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
    if (!services.start() || !makeLink(services, knob)) {
        std::printf("skipped: the link could not be made\n");
        return;
    }
    std::vector<double> spans;
    for (int i = 1; i <= values; ++i) {
        QElapsedTimer clock;
        clock.start();
        knob.say("knob=" + QByteArray::number(i) + '\n');
        const QByteArray wanted = QByteArray::number(i) + '\n';
        if (waitFor([&] { return told.endsWith(wanted); }, 5'000) && i > values / 10) // the first ones warm up
            spans.push_back(double(clock.nsecsElapsed()) / 1e6);
        waitFor([] { return false; }, 30); // the rate limit is no latency
    }
    bulb.kill();
    bulb.waitForFinished();
    std::sort(spans.begin(), spans.end());
    if (spans.empty())
        return goal("link_arrived", 1, "of none", 0);
    std::printf("wire to wire: %zu of %d values, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms\n", spans.size(), values - values / 10, spans[spans.size() / 2],
        spans[spans.size() * 9 / 10], spans[spans.size() * 99 / 100]);
    goal("link_wire_to_wire_p50", spans[spans.size() / 2], "ms", 60);
    goal("link_wire_to_wire_p99", spans[spans.size() * 99 / 100], "ms", 200);
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
