// How much processor time 100 000 devices take to answer a query, beside a plain look at each device's texts in the same run.
// bench_query [--quick]: 20 000 devices and fewer rounds.

#include "query/fleetcolumns.h"
#include "query/livequery.h"
#include "query/predicate.h"
#include "query/query.h"
#include "tests/support/goals.h"

#include "core/fleet.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <vector>

using namespace muster;

namespace {

QList<Device> madeDevices(int count)
{
    const QStringList kinds {QStringLiteral("Climate sensor"), QStringLiteral("Door contact"), QStringLiteral("Heat pump"), QStringLiteral("Lamp"),
        QStringLiteral("Energy meter"), QStringLiteral("Gateway")};
    const QStringList rooms {QStringLiteral("hall"), QStringLiteral("kitchen"), QStringLiteral("cellar"), QStringLiteral("roof"), QStringLiteral("yard")};
    QList<Device> devices;
    for (int i = 1; i <= count; ++i) {
        Device device;
        device.id = {quint32(i)};
        device.connection = {1};
        device.name = QStringLiteral("%1 %2 %3").arg(kinds[i % 6], rooms[i / 7 % 5]).arg(i, 6, 10, QLatin1Char('0'));
        device.addresses = {QStringLiteral("mqtt:site/building%1/%2/%3").arg(i % 40).arg(rooms[i / 7 % 5]).arg(i)};
        device.model = QStringLiteral("Model %1").arg(i % 120);
        device.manufacturer = QStringLiteral("Maker %1").arg(i % 30);
        device.firmware = QStringLiteral("%1.%2.%3").arg(i % 3).arg(i % 11).arg(i % 17);
        device.presence = i % 20 == 0 ? Presence::Offline : Presence::Online;
        const auto metric = [&](int n, const char *key, const char *unit, Role role) {
            return Metric {.id = {quint32(i * 3 + n)}, .key = QLatin1StringView(key), .unit = QString::fromUtf8(unit), .role = role};
        };
        device.metrics = {metric(0, "temperature", "°C", Role::None), metric(1, "humidity", "%", Role::None), metric(2, "battery", "%", Role::Battery)};
        devices.append(device);
    }
    return devices;
}

SampleBatch madeValues(int from, int to, Micros time)
{
    SampleBatch batch;
    for (int i = from; i <= to; ++i) {
        const auto n = quint32(i * 3);
        batch.samples.append({time, 15 + i * 7 % 200 / 10.0, {n}, 0, 0});
        batch.samples.append({time, double(i * 13 % 100), {n + 1}, 0, 0});
        batch.samples.append({time, double(i * 17 % 101), {n + 2}, 0, 0});
    }
    return batch;
}

/// Processor time in nanoseconds: nothing here waits, and a busy machine must not count.
qint64 processorNs()
{
    return qint64(double(std::clock()) * (1e9 / CLOCKS_PER_SEC));
}

/// Median of a few rounds, in milliseconds of processor time.
template <class Work>
double timed(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const qint64 start = processorNs();
        work();
        times.push_back(double(processorNs() - start) / 1e6);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[size_t(rounds) / 2];
}

/// What a search box does without columns: every text of every device, as it is.
qsizetype naiveWord(const Fleet &fleet, const QString &word)
{
    qsizetype count = 0;
    const QList<DeviceId> all = fleet.devices();
    for (const DeviceId id : all) {
        const Device *device = fleet.device(id);
        const FleetEntry *entry = fleet.entry(id);
        const auto within = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
        count += within(fleet.displayName(id)) || within(device->model) || within(device->manufacturer) ||
                 std::any_of(device->addresses.begin(), device->addresses.end(), within) ||
                 (entry && std::any_of(entry->tags.begin(), entry->tags.end(), within));
    }
    return count;
}

qsizetype naiveCompound(const Fleet &fleet)
{
    qsizetype count = 0;
    const QList<DeviceId> all = fleet.devices();
    for (const DeviceId id : all) {
        const MetricState *temperature = fleet.metric(fleet.findMetric(id, QStringLiteral("temperature")));
        const MetricState *battery = fleet.metric(fleet.metricOfRole(id, Role::Battery));
        count += fleet.status(id) == DeviceStatus::Live && temperature && temperature->value >= 20 && temperature->value <= 25 && battery &&
                 battery->value < 50 && fleet.displayName(id).contains(QLatin1StringView("cellar"), Qt::CaseInsensitive);
    }
    return count;
}

struct Bench
{
    FleetColumns &columns;
    int rounds = 0;
    qsizetype found = 0;

    /// From the text to the whole answer.
    double answer(const char *name, const char *text)
    {
        const double ms = timed(rounds, [&] {
            const ParsedQuery query = parseQuery(QString::fromUtf8(text));
            Predicate predicate(*query, columns);
            Ordering ordering(query->order(), columns);
            found = ordering.sorted(predicate.evaluate(columns.present(), nowMicros()), query->limit()).size();
        });
        std::printf("%-44s %7lld found\n", text, static_cast<long long>(found));
        test::goal(name, ms, "ms", "<=", 10);
        return ms;
    }
};

void benchLive(Fleet &fleet, FleetColumns &columns, int devices)
{
    std::vector<std::unique_ptr<LiveQuery>> queries;
    for (int i = 0; i < 10; ++i) {
        queries.push_back(std::make_unique<LiveQuery>(columns, LiveQuery::Scope::All));
        queries.back()->setQuery(*parseQuery(QStringLiteral("temperature>%1 status:live OR name:roof battery<%2").arg(20 + i).arg(10 * i)));
    }
    qint64 start = processorNs();
    const int renames = 1'000;
    for (int i = 1; i <= renames; ++i)
        fleet.rename({quint32(i)}, QStringLiteral("Renamed %1").arg(i));
    test::goal("live_one_device_ten_queries", double(processorNs() - start) / 1e3 / renames, "us", "<=", 100);

    // Ten live queries on the way of samples, against none.
    const int part = std::min(devices, 1'000);
    Micros time = nowMicros();
    const auto perSample = [&] {
        const int batches = 100;
        start = processorNs();
        for (int i = 0; i < batches; ++i)
            fleet.observe(madeValues(1, part, ++time));
        return double(processorNs() - start) / batches / (part * 3);
    };
    const double with = perSample();
    queries.clear();
    const double without = perSample();
    std::printf("observing a sample costs %.0f ns with ten live queries, %.0f ns with none\n", with, without);
    test::goal("live_share_of_100k_samples_per_s", (with - without) * 100'000 / 1e9 * 100, "%", "<=", 20);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    const int devices = quick ? 20'000 : 100'000;

    Fleet fleet;
    fleet.announce(madeDevices(devices));
    QList<DeviceId> all = fleet.devices();
    fleet.adopt(all);
    fleet.observe(madeValues(1, devices, nowMicros() - 1'000'000));
    const qint64 start = processorNs();
    FleetColumns columns(fleet);
    std::printf("%d devices, %d metrics; columns made in %.0f ms\n", devices, devices * 3, double(processorNs() - start) / 1e6);

    Bench bench {columns, quick ? 5 : 21};
    const double word = bench.answer("word", "cellar");
    bench.answer("words", "heat pump roof -0042");
    bench.answer("rare_word", "building17/yard");
    bench.answer("nothing", "qwertzuiop");
    bench.answer("field_words", "status:offline manufacturer:\"maker 10\" -model:*9");
    bench.answer("range", "temperature:[20 TO 25} humidity>40");
    const double compound = bench.answer("compound", "status:live temperature:[20 TO 25] battery<50 name:cellar");
    bench.answer("wildcard", "name:heat*00?7*");
    bench.answer("regex", "name:/^heat.*\\d{4}8$/");
    bench.answer("regex_alternatives", "name:/(heat|lamp).*7$/");
    bench.answer("age", "lastSeen<1h status:live");
    bench.answer("firmware", "firmware>=1.10 -tag:*");
    bench.answer("sort_number_limit", "status:live sort:-temperature limit:100");
    bench.answer("sort_name_limit", "sort:-name limit:100");
    bench.answer("everything", "");
    // What offers nothing to look for first costs the whole expression, text by text.
    const double bare =
        timed(5, [&] { bench.found = Predicate(*parseQuery(QStringLiteral("name:/[0-9]{3}[13579]$/")), columns).evaluate(columns.present(), 0).count(); });
    std::printf("a regular expression without plain text: %lld found in %.0f ms\n", static_cast<long long>(bench.found), bare);
    const double sorted =
        timed(5, [&] { bench.found = Ordering(parseQuery(QStringLiteral("sort:name"))->order(), columns).sorted(columns.present(), 0).size(); });
    std::printf("sort:name of all %lld without a limit: %.0f ms\n", static_cast<long long>(bench.found), sorted);

    qsizetype slow = 0;
    const double naive = timed(bench.rounds, [&] { slow = naiveWord(fleet, QStringLiteral("cellar")); });
    std::printf("naive word %.1f ms, %lld found\n", naive, static_cast<long long>(slow));
    test::goal("word_times_faster_than_naive", naive / word, "x", ">=", 3);
    const double naiveMs = timed(bench.rounds, [&] { slow = naiveCompound(fleet); });
    std::printf("naive compound %.1f ms, %lld found\n", naiveMs, static_cast<long long>(slow));
    test::goal("compound_times_faster_than_naive", naiveMs / compound, "x", ">=", 3);

    benchLive(fleet, columns, devices);
    return test::goalsExit();
}
