// What calculated metrics cost: 1000 of them over a stream of 100 000 samples/s, as a share of one core, beside the same stream without them.
//
//     bench_analysis [--quick]
//
// 1000 metrics of 100 Hz each; every calculation uses two of them, and they are of five kinds in turn: a difference, a rate, a mean over 5 minutes, a
// deviation from a rolling mean, a condition. The stream runs as fast as it can; CPU time is that of this process for all of the way: Ingest, a
// queue-less listener in the place of the window, and the Calculator.

#include "analysis/calculations.h"
#include "analysis/calculator.h"
#include "analysis/statistics.h"
#include "tests/support/goals.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace muster;

namespace {

constexpr int metrics = 1'000;
constexpr int hertz = 100;
constexpr int ticksPerSecond = 50;

double cpuSeconds()
{
    timespec now {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

QString expression(int i)
{
    const QString a = QStringLiteral("\"Bench/m%1\"").arg(i);
    const QString b = QStringLiteral("\"Bench/m%1\"").arg((i + 1) % metrics);
    switch (i % 5) {
    case 0:
        return a + QStringLiteral(" - ") + b;
    case 1:
        return QStringLiteral("rate(%1) + 0 * %2").arg(a, b);
    case 2:
        return QStringLiteral("mean(%1, 5m) / %2").arg(a, b);
    case 3:
        return QStringLiteral("(%1 - mean(%1, 1m)) / stddev(%1, 1m) + 0 * %2").arg(a, b);
    default:
        return QStringLiteral("if(%1 > 20 and %2 > 20, max(%1, %2), convert(%1, \"°C\", \"°F\"))").arg(a, b);
    }
}

struct Outcome
{
    double cpuShare = 0;      ///< of one core, while the stream runs at its own pace
    quint64 samples = 0;
    quint64 results = 0;
};

QList<MetricId> announce(Ingest &ingest)
{
    Device device;
    device.addresses = {QStringLiteral("bench:1")};
    device.name = QStringLiteral("Bench");
    for (int i = 0; i < metrics; ++i) {
        Metric metric;
        metric.key = QStringLiteral("m%1").arg(i);
        metric.unit = QStringLiteral("°C");
        device.metrics.append(metric);
    }
    const DeviceId id = ingest.announce(device);
    QList<MetricId> ids;
    for (const Metric &metric : std::as_const(device.metrics))
        ids.append(ingest.metric(id, metric));
    ingest.flush();
    return ids;
}

Outcome run(int seconds, bool calculating)
{
    IngestLimits limits;
    Ingest ingest(limits);
    Fleet fleet;
    Calculator calculator(ingest);
    Calculations calculations(fleet);
    Outcome outcome;
    QObject::connect(&ingest, &Ingest::devicesAnnounced, &fleet, &Fleet::announce);
    QObject::connect(&calculations, &Calculations::runChanged, &calculator, &Calculator::setCalculations);
    const QList<MetricId> ids = announce(ingest);
    if (calculating) {
        QObject::connect(&ingest, &Ingest::arrived, &calculator, &Calculator::take);
        for (int i = 0; i < metrics; ++i)
            if (const auto added = calculations.add({.name = QStringLiteral("c%1").arg(i), .expression = expression(i)}); !added)
                qFatal("%s", qPrintable(added.error().text));
        ingest.flush();
    }
    const MetricId last = *std::max_element(ids.begin(), ids.end());
    QObject::connect(&ingest, &Ingest::sampled, &ingest, [&](const SampleBatch &batch) {
        for (const Sample &sample : batch.samples)
            ++(sample.metric <= last ? outcome.samples : outcome.results);
        ingest.acknowledge(batch.samples.size());
    });
    const Micros start = nowMicros() - Micros(seconds + 60) * 1'000'000;
    const double before = cpuSeconds();
    constexpr int perTick = hertz / ticksPerSecond;
    for (int tick = 0; tick < seconds * ticksPerSecond; ++tick) {
        for (int n = 0; n < perTick; ++n) {
            const Micros time = start + Micros(tick * perTick + n) * (1'000'000 / hertz);
            for (int i = 0; i < metrics; ++i)
                ingest.push({}, ids[i], time + i, 20 + double((tick * 31 + n * 17 + i * 7) % 100) * 0.01);
        }
        ingest.flush();
    }
    ingest.flush();
    outcome.cpuShare = (cpuSeconds() - before) / seconds;
    return outcome;
}

double statisticsRate()
{
    StatisticsBuilder builder(10'000'000);
    constexpr int many = 5'000'000;
    const double before = cpuSeconds();
    for (int i = 0; i < many; ++i)
        builder.add(Micros(i) * 1'000, double((i * 31) % 1'000) * 0.01);
    const Statistics so = builder.result();
    const double rate = many / (cpuSeconds() - before);
    return so.count == many ? rate : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int seconds = quick ? 10 : 60;
    const int rounds = 3;
    std::array<double, rounds> extra {};
    Outcome with;
    Outcome without;
    for (double &share : extra) {
        without = run(seconds, false);
        with = run(seconds, true);
        share = with.cpuShare - without.cpuShare;
        std::printf("%d s of stream: %.2f %% of a core without, %.2f %% with %d calculations (%llu samples, %llu results)\n", seconds,
            without.cpuShare * 100, with.cpuShare * 100, metrics, static_cast<unsigned long long>(with.samples),
            static_cast<unsigned long long>(with.results));
    }
    std::sort(extra.begin(), extra.end());
    const double share = extra[rounds / 2];
    std::printf("%.0f ns per sample, %.0f ns per result\n", share * seconds * 1e9 / double(with.samples), share * seconds * 1e9 / double(with.results));
    std::printf("statistics: %.1f million samples/s\n", statisticsRate() * 1e-6);
    test::goal("calculations_core_share", share * 100, "%", "<=", 5);
    const bool complete = with.samples == quint64(metrics) * hertz * quint64(seconds) && with.results > with.samples;
    test::goal("calculations_complete", complete ? 1 : 0, "runs", "=", 1);
    return test::goalsExit();
}
