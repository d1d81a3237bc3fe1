// What the history store can do, each figure beside a baseline of the same run: plain SQLite, a row per sample.
//   bench_history [--quick] [--keep] [--only ingest|sizes|windows|large] [folder]
// Prints "goal <name> <value> <unit> (wanted <op> <bound>) ok|short"; exit code 1 when one is short.

#include "store/history/history.h"
#include "store/sqlite.h"
#include "tests/support/goals.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

#include <time.h>

using namespace muster;

namespace {

using Clock = std::chrono::steady_clock;
constexpr Micros second = 1'000'000;
constexpr Micros begin = 1'700'000'000 * second;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Of this thread: what other programs on the machine do does not change it much.
double cpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double memoryMiB(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine()) {
        if (line.startsWith(field))
            return double(line.simplified().split(' ').value(1).toLongLong()) / 1'024;
    }
    return 0;
}

template<class Value>
Value must(Result<Value> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    if constexpr (!std::is_void_v<Value>)
        return std::move(*result);
}

/// A sensor that wanders by a few hundredths a second and is read every second, give or take two milliseconds.
class Sensor
{
public:
    explicit Sensor(quint32 seed)
        : m_random(seed)
        , m_hundredths(2'000 + int(seed % 1'000))
    {}
    Sample next(MetricId metric)
    {
        m_hundredths += int(std::lround(m_step(m_random)));
        const Micros time = begin + m_second++ * second + m_jitter(m_random) * 1'000;
        return {time, m_hundredths / 100.0, metric, Sample::DeviceTime, 0};
    }

private:
    std::mt19937 m_random;
    std::normal_distribution<double> m_step {0, 5};
    std::uniform_int_distribution<int> m_jitter {-2, 2};
    int m_hundredths;
    qint64 m_second = 0;
};

/// Batches made beforehand, so that making them is not measured.
std::vector<SampleBatch> fleetBatches(int metrics, qint64 samples, qsizetype batchSize)
{
    std::vector<Sensor> sensors;
    for (int i = 0; i < metrics; ++i)
        sensors.emplace_back(quint32(i + 1));
    std::vector<SampleBatch> batches;
    SampleBatch batch;
    for (qint64 i = 0; i < samples; ++i) {
        const auto metric = size_t(i % metrics);
        batch.samples.append(sensors[metric].next({quint32(metric + 1)}));
        if (batch.samples.size() == batchSize || i + 1 == samples)
            batches.push_back(std::exchange(batch, {}));
    }
    return batches;
}

double baseline(const QString &path, const char *table, const char *insert, const std::vector<SampleBatch> &batches, qint64 limit, double &bytesPerSample)
{
    QFile::remove(path);
    auto db = must(Sqlite::open(path));
    must(db->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"));
    must(db->execute(table));
    auto statement = must(db->prepare(insert));
    const auto start = Clock::now();
    qint64 rows = 0;
    for (const SampleBatch &batch : batches) {
        if (rows >= limit)
            break;
        must(db->transaction([&]() -> Result<void> {
            for (const Sample &sample : batch.samples) {
                statement.bind(1, qint64(sample.metric.n));
                statement.bind(2, sample.time);
                statement.bind(3, sample.value);
                if (auto done = statement.run(); !done)
                    return done;
            }
            return {};
        }));
        rows += batch.samples.size();
    }
    must(db->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    const double rate = double(rows) / secondsSince(start);
    bytesPerSample = double(QFileInfo(path).size()) / double(rows);
    return rate;
}

void baselines(const QDir &folder, const std::vector<SampleBatch> &batches, qint64 limit)
{
    double bytes = 0;
    test::note("baseline_append_rows", baseline(folder.filePath(QStringLiteral("rows.db")), "CREATE TABLE s(series INTEGER, ts INTEGER, value REAL)",
        "INSERT INTO s VALUES(?, ?, ?)", batches, limit, bytes) / 1e6, "Msamples/s");
    test::note("baseline_append_rows_size", bytes, "B/sample");
    test::note("baseline_primary_key", baseline(folder.filePath(QStringLiteral("key.db")),
        "CREATE TABLE s(series INTEGER, ts INTEGER, value REAL, PRIMARY KEY(series, ts)) WITHOUT ROWID", "INSERT OR REPLACE INTO s VALUES(?, ?, ?)", batches,
        limit / 4, bytes) / 1e6, "Msamples/s");
    test::note("baseline_primary_key_size", bytes, "B/sample");
}

/// Everything in blocks and the log carried over when it returns.
void ingest(const QDir &folder, const std::vector<SampleBatch> &batches, const char *name)
{
    const QString path = folder.filePath(QStringLiteral("ingest.db"));
    QFile::remove(path);
    History history;
    must(history.open(path));
    qint64 samples = 0;
    const auto start = Clock::now();
    const double cpu = cpuSeconds();
    double worst = 0;
    for (const SampleBatch &batch : batches) {
        const auto before = Clock::now();
        history.append(batch);
        worst = std::max(worst, secondsSince(before));
        samples += batch.samples.size();
    }
    history.close();
    const double rate = double(samples) / secondsSince(start);
    test::goal(name, rate / 1e6, "Msamples/s", ">=", 5);
    test::note("ingest_per_cpu_second", double(samples) / (cpuSeconds() - cpu) / 1e6, "Msamples/s");
    test::note("longest_append", worst * 1'000, "ms");
    test::note("file_size", double(QFileInfo(path).size()) / double(samples), "B/sample");
}

/// Compacts as the program does, in slices of the event loop.
void compact(History &history)
{
    history.compact();
    while (history.isCompacting())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template<class Next>
double fill(History &history, qint64 samples, MetricId metric, Next next)
{
    const auto start = Clock::now();
    SampleBatch batch;
    for (qint64 i = 0; i < samples; ++i) {
        batch.samples.append(next(i, metric));
        if (batch.samples.size() == 65'536 || i + 1 == samples) {
            history.append(batch);
            batch.samples.clear();
        }
    }
    return double(samples) / secondsSince(start);
}

template<class MakeNext>
double sizeOf(const QDir &folder, const QString &file, qint64 samplesPerMetric, MakeNext makeNext)
{
    constexpr int metrics = 20;
    const QString path = folder.filePath(file);
    QFile::remove(path);
    History history;
    must(history.open(path));
    for (int metric = 1; metric <= metrics; ++metric)
        fill(history, samplesPerMetric, {quint32(metric)}, makeNext(metric));
    compact(history);
    history.close();
    return double(QFileInfo(path).size()) / double(metrics * samplesPerMetric);
}

void sizes(const QDir &folder, qint64 samplesPerMetric)
{
    const auto walk = [](int seed) {
        return [sensor = Sensor(quint32(seed))](qint64, MetricId metric) mutable { return sensor.next(metric); };
    };
    const auto steps = [](bool jitter) {
        return [jitter](int seed) {
            return [random = std::mt19937(quint32(seed)), value = 20.5, jitter](qint64 i, MetricId metric) mutable {
                if (random() % 600 == 0) // a new level every ten minutes or so
                    value = double(random() % 10'000) / 100;
                const Micros late = jitter ? Micros(random() % 5) * 1'000 : 0;
                return Sample {begin + i * second + late, value, metric, Sample::DeviceTime, 0};
            };
        };
    };
    const auto arrivals = [](int seed) {
        return [sensor = Sensor(quint32(seed)), random = std::mt19937(7)](qint64, MetricId metric) mutable {
            Sample sample = sensor.next(metric);
            sample.time += Micros(random() % 1'000);
            return sample;
        };
    };
    // What no codec can beat without knowing the generator's seed: the entropy of the rounded normal steps and of five equally likely delays.
    const double jitterBound = std::log2(5.0) / 8;
    double stepBound = 0;
    for (int step = -60; step <= 60; ++step) {
        const auto upTo = [](double x) { return std::erfc(-x / 5 / std::sqrt(2.0)) / 2; };
        const double p = upTo(step + 0.5) - upTo(step - 0.5);
        stepBound -= p > 0 ? p * std::log2(p) / 8 : 0;
    }
    test::note("bound_two_decimals_jitter", stepBound + jitterBound, "B/sample");
    test::note("bound_steps_jitter", jitterBound, "B/sample");
    test::goal("size_two_decimals_jitter", sizeOf(folder, QStringLiteral("walk.db"), samplesPerMetric, walk), "B/sample", "<=", 1.3);
    test::goal("size_steps", sizeOf(folder, QStringLiteral("steps.db"), samplesPerMetric, steps(false)), "B/sample", "<=", 0.4);
    test::note("size_steps_jitter", sizeOf(folder, QStringLiteral("steps_jitter.db"), samplesPerMetric, steps(true)), "B/sample");
    test::note("size_two_decimals_microsecond_times", sizeOf(folder, QStringLiteral("arrivals.db"), samplesPerMetric, arrivals), "B/sample");
}

void windows(const QDir &folder, qint64 samples, int questions)
{
    const QString path = folder.filePath(QStringLiteral("windows.db"));
    QFile::remove(path);
    History history;
    must(history.open(path));
    const MetricId metric {1};
    Sensor sensor(1);
    fill(history, samples, metric, [&](qint64, MetricId id) { return sensor.next(id); });
    history.close();
    must(history.open(path));
    std::mt19937_64 random(3);
    std::vector<double> times;
    std::vector<double> cpuTimes;
    qsizetype columns = 0;
    const double whole = double(samples) * second;
    for (int i = 0; i < questions; ++i) {
        // As often a minute as a year: the width is spread evenly over its orders of magnitude.
        const double width = std::exp(std::uniform_real_distribution<>(std::log(60e6), std::log(whole))(random));
        const auto from = begin + Micros(std::uniform_real_distribution<>(0, whole - width)(random));
        const auto start = Clock::now();
        const double cpu = cpuSeconds();
        columns += must(history.envelope(metric, from, from + Micros(width), 1'200)).size();
        times.push_back(secondsSince(start) * 1'000);
        cpuTimes.push_back((cpuSeconds() - cpu) * 1'000);
    }
    std::sort(cpuTimes.begin(), cpuTimes.end());
    test::note("envelope_p99_cpu", cpuTimes[cpuTimes.size() * 99 / 100], "ms");
    std::sort(times.begin(), times.end());
    test::goal("envelope_p99", times[times.size() * 99 / 100], "ms", "<=", 8);
    test::note("envelope_median", times[times.size() / 2], "ms");
    test::note("envelope_worst", times.back(), "ms");
    test::note("envelope_columns", double(columns) / questions, "columns");
    const auto start = Clock::now();
    (void) must(history.envelope(metric, begin, begin + Micros(whole), 1'200));
    test::note("envelope_whole", secondsSince(start) * 1'000, "ms");
    const auto reading = Clock::now();
    const qsizetype read = must(history.read(metric, begin, begin + Micros(whole), std::min<qint64>(samples, 2'000'000))).samples.size();
    test::note("read_raw", double(read) / secondsSince(reading) / 1e6, "Msamples/s");
}

void large(const QDir &folder, qint64 samples)
{
    const QString path = folder.filePath(QStringLiteral("large.db"));
    QFile::remove(path);
    constexpr int metrics = 100;
    const double before = memoryMiB("VmRSS:");
    {
        History history;
        must(history.open(path));
        double rate = 0;
        for (int metric = 1; metric <= metrics; ++metric) {
            Sensor sensor {quint32(metric)};
            rate += fill(history, samples / metrics, {quint32(metric)}, [&](qint64, MetricId id) { return sensor.next(id); });
        }
        test::note("large_fill_with_making", rate / metrics / 1e6, "Msamples/s");
        test::note("memory_while_recording", memoryMiB("VmRSS:") - before, "MiB");
    }
    test::note("large_samples", double(samples) / 1e6, "Msamples");
    History history;
    auto start = Clock::now();
    must(history.open(path));
    test::goal("open_large", secondsSince(start) * 1'000, "ms", "<=", 100);
    start = Clock::now();
    (void) must(history.envelope({metrics / 2}, begin, begin + samples / metrics * second, 1'200));
    test::goal("first_envelope_large", secondsSince(start) * 1'000, "ms", "<=", 30);
    test::note("large_file", double(QFileInfo(path).size()) / 1'048'576, "MiB");
    test::note("memory_peak", memoryMiB("VmHWM:"), "MiB");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool quick = arguments.removeAll(QStringLiteral("--quick")) > 0;
    const bool keep = arguments.removeAll(QStringLiteral("--keep")) > 0;
    QString only;
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--only")); at >= 0) {
        only = arguments.value(at + 1);
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    }
    const auto wanted = [&](const char *part) { return only.isEmpty() || only == QLatin1StringView(part); };
    QTemporaryDir made(QDir(arguments.value(0, QDir::tempPath())).filePath(QStringLiteral("bench_history-XXXXXX")));
    if (!made.isValid())
        qFatal("No folder for the files can be made in %s.", qPrintable(arguments.value(0, QDir::tempPath())));
    made.setAutoRemove(!keep);
    const QDir folder(made.path());
    std::printf("note files on %s (%s)\n", qPrintable(QStorageInfo(folder).rootPath()), QStorageInfo(folder).fileSystemType().constData());
    if (wanted("ingest")) {
        const auto batches = fleetBatches(1'200, quick ? 6'000'000 : 24'000'000, 8'192);
        baselines(folder, batches, quick ? 500'000 : 4'000'000);
        ingest(folder, batches, "ingest_durable");
    }
    if (wanted("sizes"))
        sizes(folder, quick ? 200'000 : 400'000);
    if (wanted("windows"))
        windows(folder, quick ? 2'000'000 : 10'000'000, quick ? 300 : 3'000);
    if (wanted("large"))
        large(folder, quick ? 5'000'000 : 100'000'000);
    return test::goalsExit();
}
