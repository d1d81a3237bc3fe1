// How fast recorded samples become rows of a CSV file, beside `sqlite3 -csv` on the same samples in a plain table.
//   bench_export [--quick] [folder]
// Prints "goal <name> <value> <unit> (wanted <op> <bound>) ok|short"; exit code 1 when one is short, 77 when there is no sqlite3 to compare with.

#include "store/exchange/dataexport.h"
#include "store/history/history.h"
#include "store/sqlite.h"
#include "tests/support/goals.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <optional>
#include <random>

using namespace muster;

namespace {

using Clock = std::chrono::steady_clock;
constexpr Micros second = 1'000'000;
constexpr Micros begin = 1'700'000'000 * second;
constexpr int metrics = 10;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Two decimals, ten times a second with a jitter of milliseconds, into the history and (every tenth) into a plain table.
void record(History &history, Sqlite &plain, qint64 perMetric, qint64 plainRows)
{
    std::mt19937 random(1);
    std::vector<qint64> cents(metrics, 2'150);
    auto insert = plain.prepare("INSERT INTO samples VALUES(?, ?, ?, ?, ?)");
    qint64 inserted = 0;
    SampleBatch batch;
    if (!insert || !plain.execute("BEGIN"))
        qFatal("the plain table cannot be filled");
    for (qint64 i = 0; i < perMetric; ++i) {
        for (int metric = 0; metric < metrics; ++metric) {
            cents[size_t(metric)] += qint64(random() % 11) - 5;
            const Micros time = begin + i * second / 10 + qint64(random() % 5) * 1'000;
            const double value = double(cents[size_t(metric)]) / 100;
            batch.samples.append({time, value, {quint32(metric + 1)}, Sample::DeviceTime, 0});
            if (inserted++ >= plainRows)
                continue;
            insert->bind(1, time);
            insert->bind(2, QStringLiteral("Pump %1").arg(metric));
            insert->bind(3, QStringLiteral("pressure"));
            insert->bind(4, QStringLiteral("bar"));
            insert->bind(5, value);
            (void) insert->run();
        }
        if (batch.samples.size() >= 50'000)
            history.append(std::exchange(batch, {}));
    }
    history.append(batch);
    history.flush();
    (void) plain.execute("COMMIT");
}

ExportRequest request(const QString &path, ExportRequest::Form form, ExportRequest::Order order)
{
    ExportRequest request;
    request.path = path;
    request.form = form;
    request.order = order;
    for (int metric = 0; metric < metrics; ++metric)
        request.traces.push_back({{quint32(metric + 1)}, QStringLiteral("Pump %1").arg(metric), QStringLiteral("pressure"), QStringLiteral("bar"), MetricType::Number, {}, {}, {}});
    return request;
}

/// Rows a second.
double rate(History &history, const ExportRequest &wanted, const char *name)
{
    DataExport exporter(&history);
    std::optional<Result<qint64>> result;
    QObject::connect(&exporter, &DataExport::finished, &exporter, [&](quint64, const Result<qint64> &rows) { result = rows; });
    const auto start = Clock::now();
    exporter.start(1, wanted);
    while (!result)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!*result)
        qFatal("%s", qPrintable(result->error().text));
    const double seconds = secondsSince(start);
    const double bytes = double(QFileInfo(wanted.path).size());
    test::note((QByteArray(name) + "_bytes_per_row").constData(), bytes / double(**result), "B");
    return double(**result) / seconds;
}

/// The same columns, out of a plain table.
double sqliteRate(const QString &program, const QString &database, const QString &path, qint64 rows)
{
    QProcess process;
    process.setStandardOutputFile(path);
    const auto start = Clock::now();
    process.start(program, {QStringLiteral("-csv"), QStringLiteral("-header"), database,
                               QStringLiteral("SELECT strftime('%Y-%m-%dT%H:%M:%f', time / 1e6, 'unixepoch') AS time, device, metric, unit, value FROM samples")});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("sqlite3 failed");
    return double(rows) / secondsSince(start);
}

double plainRate(const QString &program, const QString &database, const QString &path, qint64 rows)
{
    QProcess process;
    process.setStandardOutputFile(path);
    const auto start = Clock::now();
    process.start(program, {QStringLiteral("-csv"), QStringLiteral("-header"), database, QStringLiteral("SELECT * FROM samples")});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("sqlite3 failed");
    return double(rows) / secondsSince(start);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString sqlite3 = QStandardPaths::findExecutable(QStringLiteral("sqlite3"));
    if (sqlite3.isEmpty()) {
        std::puts("skip: there is no sqlite3 program to compare with (Debian: sqlite3)");
        return 77;
    }
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool quick = arguments.removeAll(QStringLiteral("--quick")) > 0;
    const QTemporaryDir folder(arguments.value(0, QDir::tempPath()) + QStringLiteral("/bench_export-XXXXXX"));
    const qint64 perMetric = quick ? 400'000 : 2'000'000;
    const qint64 plainRows = quick ? 500'000 : 2'000'000;
    History history;
    if (const auto opened = history.open(folder.filePath(QStringLiteral("history.db"))); !opened)
        qFatal("%s", qPrintable(opened.error().text));
    {
        auto plain = Sqlite::open(folder.filePath(QStringLiteral("plain.db")));
        if (!plain || !(*plain)->execute("CREATE TABLE samples(time INTEGER, device TEXT, metric TEXT, unit TEXT, value REAL)"))
            qFatal("no plain table");
        record(history, **plain, perMetric, plainRows);
    }
    using Form = ExportRequest::Form;
    using Order = ExportRequest::Order;
    const QString csv = folder.filePath(QStringLiteral("out"));
    const double fast = rate(history, request(csv, Form::Long, Order::ByMetric), "csv_long");
    const double iso = sqliteRate(sqlite3, folder.filePath(QStringLiteral("plain.db")), csv, plainRows);
    const double plain = plainRate(sqlite3, folder.filePath(QStringLiteral("plain.db")), csv, plainRows);
    test::goal("csv_long", fast / 1e6, "Mrows/s", ">=", 5);
    test::note("sqlite3_csv", plain / 1e6, "Mrows/s");
    test::note("sqlite3_csv_with_times_as_text", iso / 1e6, "Mrows/s");
    test::goal("csv_long_against_sqlite3_csv", fast / plain, "times", ">=", 1);
    test::note("csv_long_by_time", rate(history, request(csv, Form::Long, Order::ByTime), "csv_long_by_time") / 1e6, "Mrows/s");
    test::note("csv_wide", rate(history, request(csv, Form::Wide, Order::ByTime), "csv_wide") / 1e6, "Mrows/s");
    test::note("json_lines", rate(history, request(csv, Form::JsonLines, Order::ByMetric), "json_lines") / 1e6, "Mrows/s");
    test::note("sqlite", rate(history, request(csv, Form::Sqlite, Order::ByMetric), "sqlite") / 1e6, "Mrows/s");
    return test::goalsExit();
}
