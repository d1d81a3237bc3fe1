// Exporting a chart as CSV: what stands in the file, and that it stands there whole or not at all.

#include "store/chartexport.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <limits>
#include <random>

#include <sys/resource.h>

using namespace muster;

namespace {

constexpr Micros noon = 1'700'000'000'250'000;

/// RFC 4180, strictly: fields by row.
QList<QStringList> parsed(const QByteArray &bytes)
{
    QList<QStringList> rows;
    QStringList row;
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < bytes.size() && bytes.at(i + 1) == '"')
                field += bytes.at(++i);
            else
                quoted = false;
        } else if (c == '"' && field.isEmpty()) {
            quoted = true;
        } else if (c == ',') {
            row.append(QString::fromUtf8(field));
            field.clear();
        } else if (c == '\r' && i + 1 < bytes.size() && bytes.at(i + 1) == '\n') {
            ++i;
            row.append(QString::fromUtf8(field));
            field.clear();
            rows.append(row);
            row.clear();
        } else {
            field += c;
        }
    }
    return rows;
}

ExportTrace trace(const QString &name, const QString &unit, std::vector<Micros> times, std::vector<double> values)
{
    return {name, unit, MetricType::Number, {}, std::move(times), std::move(values)};
}

} // namespace

class TestChartExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_dir.isValid()); }
    void longFormHasARowForEachSampleInOrderOfTime();
    void wideFormHasARowForEachTime();
    void twoSamplesOfOneTimeBothSurviveInWideForm();
    void everyDoubleReadsBackTheSame();
    void timesAreIsoWithOffsetAndSecondsToTheMicrosecond();
    void statesAreWrittenAsZeroOneAndTexts();
    void formulasAreMadeHarmless_data();
    void formulasAreMadeHarmless();
    void separatorsAndQuotesSurvive();
    void copiesOnlyTheRangeAskedFor();
    void anUnwritablePathEndsWithASentence();
    void aFullDiskEndsWithASentenceAndLeavesTheOldFile();
    void cancellingLeavesNothingBehind();
    void livesInAnotherThread();

private:
    Result<qint64> run(const ExportRequest &request);
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    [[nodiscard]] QList<QStringList> rows(const char *name) const;

    QTemporaryDir m_dir;
};

Result<qint64> TestChartExport::run(const ExportRequest &request)
{
    ChartExport exporter;
    std::optional<Result<qint64>> result;
    connect(&exporter, &ChartExport::finished, this, [&](const Result<qint64> &rows) { result = rows; });
    exporter.start(request);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        return failure(Error::Code::TimedOut, QStringLiteral("no answer"));
    return *result;
}

QList<QStringList> TestChartExport::rows(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? parsed(file.readAll()) : QList<QStringList> {};
}

void TestChartExport::longFormHasARowForEachSampleInOrderOfTime()
{
    ExportRequest request {path("long.csv"), ExportRequest::Form::Long, {}};
    request.traces.push_back(trace(QStringLiteral("Pump · pressure"), QStringLiteral("bar"), {noon, noon + 2'000'000}, {3.41, 3.5}));
    request.traces.push_back(trace(QStringLiteral("Hall · temperature"), QStringLiteral("°C"), {noon + 1'000'000}, {21.5}));
    const auto done = run(request);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    QCOMPARE(*done, 3);
    const auto table = rows("long.csv");
    QCOMPARE(table.size(), 4);
    QCOMPARE(table.at(0), (QStringList {QStringLiteral("time"), QStringLiteral("seconds"), QStringLiteral("name"), QStringLiteral("unit"), QStringLiteral("value")}));
    QCOMPARE(table.at(1).mid(1), (QStringList {QStringLiteral("0.000000"), QStringLiteral("Pump · pressure"), QStringLiteral("bar"), QStringLiteral("3.41")}));
    QCOMPARE(table.at(2).mid(1), (QStringList {QStringLiteral("1.000000"), QStringLiteral("Hall · temperature"), QStringLiteral("°C"), QStringLiteral("21.5")}));
    QCOMPARE(table.at(3).at(4), QStringLiteral("3.5"));
}

void TestChartExport::wideFormHasARowForEachTime()
{
    ExportRequest request {path("wide.csv"), ExportRequest::Form::Wide, {}};
    request.traces.push_back(trace(QStringLiteral("a"), QStringLiteral("V"), {noon, noon + 10}, {1, 2}));
    request.traces.push_back(trace(QStringLiteral("b"), {}, {noon + 5, noon + 10}, {3, 4}));
    QCOMPARE(run(request), Result<qint64>(3));
    const auto table = rows("wide.csv");
    QCOMPARE(table.at(0).mid(2), (QStringList {QStringLiteral("a (V)"), QStringLiteral("b")}));
    QCOMPARE(table.at(1).mid(1), (QStringList {QStringLiteral("0.000000"), QStringLiteral("1"), QString()}));
    QCOMPARE(table.at(2).mid(1), (QStringList {QStringLiteral("0.000005"), QString(), QStringLiteral("3")}));
    QCOMPARE(table.at(3).mid(1), (QStringList {QStringLiteral("0.000010"), QStringLiteral("2"), QStringLiteral("4")}));
}

void TestChartExport::twoSamplesOfOneTimeBothSurviveInWideForm()
{
    ExportRequest request {path("twice.csv"), ExportRequest::Form::Wide, {}};
    request.traces.push_back(trace(QStringLiteral("a"), {}, {noon, noon}, {1, 2}));
    request.traces.push_back(trace(QStringLiteral("b"), {}, {noon}, {3}));
    QCOMPARE(run(request), Result<qint64>(2));
    QCOMPARE(rows("twice.csv").at(1).mid(2), (QStringList {QStringLiteral("1"), QStringLiteral("3")}));
    QCOMPARE(rows("twice.csv").at(2).mid(2), (QStringList {QStringLiteral("2"), QString()}));
}

void TestChartExport::everyDoubleReadsBackTheSame()
{
    std::mt19937_64 random(7);
    std::vector<Micros> times;
    std::vector<double> values {0.1, -0.0, 1e300, 5e-324, 1.0 / 3, 123456789.123456789, std::numeric_limits<double>::quiet_NaN()};
    while (values.size() < 20'000) {
        const double value = std::bit_cast<double>(random());
        if (std::isfinite(value))
            values.push_back(value);
    }
    for (size_t i = 0; i < values.size(); ++i)
        times.push_back(noon + Micros(i));
    ExportRequest request {path("exact.csv"), ExportRequest::Form::Long, {}};
    request.traces.push_back(trace(QStringLiteral("a"), {}, times, values));
    QCOMPARE(run(request), Result<qint64>(qint64(values.size())));
    const auto table = rows("exact.csv");
    QCOMPARE(table.size(), qsizetype(values.size()) + 1);
    for (size_t i = 0; i < values.size(); ++i) {
        const QString text = table.at(qsizetype(i) + 1).at(4);
        if (std::isnan(values[i]))
            QVERIFY(text.isEmpty());
        else
            QCOMPARE(std::bit_cast<quint64>(text.toDouble()), std::bit_cast<quint64>(values[i]));
    }
}

void TestChartExport::timesAreIsoWithOffsetAndSecondsToTheMicrosecond()
{
    ExportRequest request {path("time.csv"), ExportRequest::Form::Long, {}};
    request.traces.push_back(trace(QStringLiteral("a"), {}, {noon, noon + 61'000'123}, {1, 2}));
    QVERIFY(run(request));
    const auto table = rows("time.csv");
    static const QRegularExpression iso(QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$)"));
    for (int row : {1, 2})
        QVERIFY2(iso.match(table.at(row).at(0)).hasMatch(), qPrintable(table.at(row).at(0)));
    QCOMPARE(QDateTime::fromString(table.at(1).at(0), Qt::ISODateWithMs).toMSecsSinceEpoch(), noon / 1'000);
    QCOMPARE(QDateTime::fromString(table.at(2).at(0), Qt::ISODateWithMs).toMSecsSinceEpoch(), (noon + 61'000'123) / 1'000);
    QCOMPARE(table.at(2).at(1), QStringLiteral("61.000123"));
}

void TestChartExport::statesAreWrittenAsZeroOneAndTexts()
{
    ExportTrace relay = trace(QStringLiteral("relay"), {}, {noon, noon + 1}, {0, 1});
    relay.type = MetricType::Boolean;
    ExportTrace mode = trace(QStringLiteral("mode"), {}, {noon, noon + 1, noon + 2}, {0, 1, 7});
    mode.type = MetricType::Enumeration;
    mode.options = {QStringLiteral("heat"), QStringLiteral("=cool()")};
    ExportRequest request {path("states.csv"), ExportRequest::Form::Wide, {relay, mode}};
    QCOMPARE(run(request), Result<qint64>(3));
    const auto table = rows("states.csv");
    QCOMPARE(table.at(1).mid(2), (QStringList {QStringLiteral("0"), QStringLiteral("heat")}));
    QCOMPARE(table.at(2).mid(2), (QStringList {QStringLiteral("1"), QStringLiteral("'=cool()")}));
    QCOMPARE(table.at(3).mid(2), (QStringList {QString(), QStringLiteral("7")}));
}

void TestChartExport::formulasAreMadeHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QStringLiteral("Pump 3") << QByteArray("Pump 3");
    QTest::newRow("equals") << QStringLiteral("=1+1") << QByteArray("\"'=1+1\"");
    QTest::newRow("plus") << QStringLiteral("+cmd|'/C calc'!A0") << QByteArray("\"'+cmd|'/C calc'!A0\"");
    QTest::newRow("minus") << QStringLiteral("-2+3") << QByteArray("\"'-2+3\"");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("\"'@SUM(A1)\"");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("\"'\t=1\"");
    QTest::newRow("return") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"");
    QTest::newRow("full width") << QStringLiteral("＝1") << QByteArray("\"'＝1\"");
    QTest::newRow("a number stays one") << QStringLiteral("-5.5") << QByteArray("-5.5");
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestChartExport::formulasAreMadeHarmless()
{
    QFETCH(QString, text);
    QTEST(csv::text(text), "field");
}

void TestChartExport::separatorsAndQuotesSurvive()
{
    const QString awkward = QStringLiteral("Hall \"B\", north\r\nlower");
    ExportRequest request {path("quotes.csv"), ExportRequest::Form::Long, {}};
    request.traces.push_back(trace(awkward, QStringLiteral("a,b"), {noon}, {1}));
    QVERIFY(run(request));
    const auto table = rows("quotes.csv");
    QCOMPARE(table.size(), 2);
    QCOMPARE(table.at(1).at(2), awkward);
    QCOMPARE(table.at(1).at(3), QStringLiteral("a,b"));
}

void TestChartExport::copiesOnlyTheRangeAskedFor()
{
    Series series;
    for (int i = 0; i < 10; ++i)
        series.append(noon + i, i);
    Metric metric;
    metric.unit = QStringLiteral("V");
    const ExportTrace part = copyTrace(series, metric, QStringLiteral("a"), noon + 3, noon + 5);
    QCOMPARE(part.values, (std::vector<double> {3, 4, 5}));
    QCOMPARE(part.times.front(), noon + 3);
    QCOMPARE(part.unit, metric.unit);
    QCOMPARE(copyTrace(series, metric, {}, 0, std::numeric_limits<Micros>::max()).values.size(), size_t(10));
    QVERIFY(copyTrace(series, metric, {}, noon + 20, noon + 30).values.empty());
}

void TestChartExport::anUnwritablePathEndsWithASentence()
{
    ExportRequest request {path("no/such/folder/x.csv"), ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, {noon}, {1})}};
    const auto done = run(request);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Io);
    QVERIFY(done.error().text.contains(request.path));
}

void TestChartExport::aFullDiskEndsWithASentenceAndLeavesTheOldFile()
{
    QFile old(path("full.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    // A limit on the size of files stands in for a full disk: write() fails half way in the same manner.
    rlimit before {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight {300'000, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    std::vector<Micros> times;
    for (int i = 0; i < 100'000; ++i)
        times.push_back(noon + i);
    const auto done = run({path("full.csv"), ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, times, std::vector<double>(times.size(), 1))}});
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Io);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("full.csv?*")}, QDir::Files), QStringList());
}

void TestChartExport::cancellingLeavesNothingBehind()
{
    std::vector<Micros> times;
    for (int i = 0; i < 1'000'000; ++i)
        times.push_back(noon + i);
    const std::vector<double> values(times.size(), 0.1);
    ChartExport exporter;
    std::optional<Result<qint64>> result;
    connect(&exporter, &ChartExport::finished, this, [&](const Result<qint64> &rows) { result = rows; });
    connect(&exporter, &ChartExport::progressed, &exporter, &ChartExport::cancel);
    exporter.start({path("cancel.csv"), ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, times, values)}});
    QTRY_VERIFY(result.has_value());
    QVERIFY(!*result);
    QCOMPARE(result->error().code, Error::Code::Cancelled);
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("cancel*")}, QDir::Files), QStringList());
    disconnect(&exporter, &ChartExport::progressed, nullptr, nullptr);
    exporter.start({path("again.csv"), ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, {noon}, {1})}});
    exporter.start({path("other.csv"), ExportRequest::Form::Long, {}});
    QCOMPARE(result->error().code, Error::Code::Refused);
    QTRY_VERIFY(result->has_value());
    QVERIFY(QFile::exists(path("again.csv")));
}

void TestChartExport::livesInAnotherThread()
{
    QThread thread;
    auto *exporter = new ChartExport;
    exporter->moveToThread(&thread);
    connect(&thread, &QThread::finished, exporter, &QObject::deleteLater);
    thread.start();
    std::optional<Result<qint64>> result;
    connect(exporter, &ChartExport::finished, this, [&](const Result<qint64> &rows) { result = rows; });
    const ExportRequest request {path("thread.csv"), ExportRequest::Form::Wide, {trace(QStringLiteral("a"), {}, {noon}, {1})}};
    QMetaObject::invokeMethod(exporter, [exporter, request] { exporter->start(request); });
    QTRY_VERIFY(result.has_value());
    QCOMPARE(*result, Result<qint64>(1));
    thread.quit();
    QVERIFY(thread.wait());
}

QTEST_GUILESS_MAIN(TestChartExport)
#include "tst_chartexport.moc"
