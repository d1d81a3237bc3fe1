// Exporting samples, recorded and live: what stands in the file, and that it stands there whole or not at all.

#include "store/exchange/dataexport.h"
#include "store/exchange/rowtext.h"
#include "store/history/history.h"
#include "store/sqlite.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <cmath>
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
    return {{}, {}, name, unit, MetricType::Number, {}, std::move(times), std::move(values)};
}

} // namespace

class TestExport : public QObject
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
    void theRecordedPastComesBeforeTheLiveMemory();
    void byMetricWritesOneMetricAfterTheOther();
    void textsAreWrittenAsTheyWereSaid();
    void jsonLinesAreObjectsThatReadBack();
    void sqliteIsOneTableThatReadsBack();
    void anSqliteFileIsThereWholeOrNotAtAll();
    void recordingGoesOnMeanwhile();
    void aFullFileSystemLeavesNothingBehind();
    void numbersAreAsShortAsCanBe_data();
    void numbersAreAsShortAsCanBe();
    void tooManyColumnsAreRefused();

private:
    Result<qint64> run(const ExportRequest &request, History *history = nullptr);
    [[nodiscard]] ExportRequest asked(const char *name, ExportRequest::Form form, std::vector<ExportTrace> traces = {}) const;
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    [[nodiscard]] QList<QStringList> rows(const char *name) const;

    [[nodiscard]] std::unique_ptr<History> recorded(const char *name) const;

    QTemporaryDir m_dir;
};

/// A history with metrics 1 (a second apart, two decimals) and 2 (texts).
std::unique_ptr<History> TestExport::recorded(const char *name) const
{
    auto history = std::make_unique<History>();
    if (!history->open(path(name)))
        return nullptr;
    SampleBatch batch;
    for (int i = 0; i < 10'000; ++i)
        batch.samples.append({noon + i * 1'000'000LL, i / 100.0, {1}, 0, 0});
    batch.texts = {QStringLiteral("open"), QStringLiteral("=cmd(), \"shut\"\n")};
    batch.samples.append({noon, 0, {2}, Sample::Text, 0});
    batch.samples.append({noon + 5'000'000, 1, {2}, Sample::Text, 0});
    history->append(batch);
    history->flush();
    return history;
}

ExportRequest TestExport::asked(const char *name, ExportRequest::Form form, std::vector<ExportTrace> traces) const
{
    ExportRequest request;
    request.path = path(name);
    request.form = form;
    request.traces = std::move(traces);
    return request;
}

Result<qint64> TestExport::run(const ExportRequest &request, History *history)
{
    DataExport exporter(history);
    std::optional<Result<qint64>> result;
    connect(&exporter, &DataExport::finished, this, [&](quint64, const Result<qint64> &rows) { result = rows; });
    exporter.start(1, request);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        return failure(Error::Code::TimedOut, QStringLiteral("no answer"));
    return *result;
}

QList<QStringList> TestExport::rows(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? parsed(file.readAll()) : QList<QStringList> {};
}

void TestExport::longFormHasARowForEachSampleInOrderOfTime()
{
    ExportRequest request = asked("long.csv", ExportRequest::Form::Long);
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

void TestExport::wideFormHasARowForEachTime()
{
    ExportRequest request = asked("wide.csv", ExportRequest::Form::Wide);
    request.traces.push_back(trace(QStringLiteral("a"), QStringLiteral("V"), {noon, noon + 10}, {1, 2}));
    request.traces.push_back(trace(QStringLiteral("b"), {}, {noon + 5, noon + 10}, {3, 4}));
    QCOMPARE(run(request), Result<qint64>(3));
    const auto table = rows("wide.csv");
    QCOMPARE(table.at(0).mid(2), (QStringList {QStringLiteral("a (V)"), QStringLiteral("b")}));
    QCOMPARE(table.at(1).mid(1), (QStringList {QStringLiteral("0.000000"), QStringLiteral("1"), QString()}));
    QCOMPARE(table.at(2).mid(1), (QStringList {QStringLiteral("0.000005"), QString(), QStringLiteral("3")}));
    QCOMPARE(table.at(3).mid(1), (QStringList {QStringLiteral("0.000010"), QStringLiteral("2"), QStringLiteral("4")}));
}

void TestExport::twoSamplesOfOneTimeBothSurviveInWideForm()
{
    ExportRequest request = asked("twice.csv", ExportRequest::Form::Wide);
    request.traces.push_back(trace(QStringLiteral("a"), {}, {noon, noon}, {1, 2}));
    request.traces.push_back(trace(QStringLiteral("b"), {}, {noon}, {3}));
    QCOMPARE(run(request), Result<qint64>(2));
    QCOMPARE(rows("twice.csv").at(1).mid(2), (QStringList {QStringLiteral("1"), QStringLiteral("3")}));
    QCOMPARE(rows("twice.csv").at(2).mid(2), (QStringList {QStringLiteral("2"), QString()}));
}

void TestExport::everyDoubleReadsBackTheSame()
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
    ExportRequest request = asked("exact.csv", ExportRequest::Form::Long);
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

void TestExport::timesAreIsoWithOffsetAndSecondsToTheMicrosecond()
{
    ExportRequest request = asked("time.csv", ExportRequest::Form::Long);
    request.traces.push_back(trace(QStringLiteral("a"), {}, {noon, noon + 61'000'123}, {1, 2}));
    QVERIFY(run(request));
    const auto table = rows("time.csv");
    static const QRegularExpression iso(QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\d{3})?[+-]\d\d:\d\d$)"));
    for (int row : {1, 2})
        QVERIFY2(iso.match(table.at(row).at(0)).hasMatch(), qPrintable(table.at(row).at(0)));
    QCOMPARE(QDateTime::fromString(table.at(1).at(0), Qt::ISODateWithMs).toMSecsSinceEpoch(), noon / 1'000);
    QCOMPARE(QDateTime::fromString(table.at(2).at(0), Qt::ISODateWithMs).toMSecsSinceEpoch(), (noon + 61'000'123) / 1'000);
    QCOMPARE(table.at(2).at(1), QStringLiteral("61.000123"));
}

void TestExport::statesAreWrittenAsZeroOneAndTexts()
{
    ExportTrace relay = trace(QStringLiteral("relay"), {}, {noon, noon + 1}, {0, 1});
    relay.type = MetricType::Boolean;
    ExportTrace mode = trace(QStringLiteral("mode"), {}, {noon, noon + 1, noon + 2}, {0, 1, 7});
    mode.type = MetricType::Enumeration;
    mode.options = {QStringLiteral("heat"), QStringLiteral("=cool()")};
    ExportRequest request = asked("states.csv", ExportRequest::Form::Wide, {relay, mode});
    QCOMPARE(run(request), Result<qint64>(3));
    const auto table = rows("states.csv");
    QCOMPARE(table.at(1).mid(2), (QStringList {QStringLiteral("0"), QStringLiteral("heat")}));
    QCOMPARE(table.at(2).mid(2), (QStringList {QStringLiteral("1"), QStringLiteral("'=cool()")}));
    QCOMPARE(table.at(3).mid(2), (QStringList {QString(), QStringLiteral("7")}));
}

void TestExport::formulasAreMadeHarmless_data()
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

void TestExport::formulasAreMadeHarmless()
{
    QFETCH(QString, text);
    QTEST(csv::text(text), "field");
}

void TestExport::separatorsAndQuotesSurvive()
{
    const QString awkward = QStringLiteral("Hall \"B\", north\r\nlower");
    ExportRequest request = asked("quotes.csv", ExportRequest::Form::Long);
    request.traces.push_back(trace(awkward, QStringLiteral("a,b"), {noon}, {1}));
    QVERIFY(run(request));
    const auto table = rows("quotes.csv");
    QCOMPARE(table.size(), 2);
    QCOMPARE(table.at(1).at(2), awkward);
    QCOMPARE(table.at(1).at(3), QStringLiteral("a,b"));
}

void TestExport::copiesOnlyTheRangeAskedFor()
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

void TestExport::anUnwritablePathEndsWithASentence()
{
    ExportRequest request = asked("no/such/folder/x.csv", ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, {noon}, {1})});
    const auto done = run(request);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Io);
    QVERIFY(done.error().text.contains(request.path));
}

void TestExport::aFullDiskEndsWithASentenceAndLeavesTheOldFile()
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
    const auto done = run(asked("full.csv", ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, times, std::vector<double>(times.size(), 1))}));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::Io);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("full.csv?*")}, QDir::Files), QStringList());
}

void TestExport::cancellingLeavesNothingBehind()
{
    std::vector<Micros> times;
    for (int i = 0; i < 1'000'000; ++i)
        times.push_back(noon + i);
    const std::vector<double> values(times.size(), 0.1);
    DataExport exporter(nullptr);
    std::optional<Result<qint64>> result;
    connect(&exporter, &DataExport::finished, this, [&](quint64, const Result<qint64> &rows) { result = rows; });
    connect(&exporter, &DataExport::progressed, &exporter, [&](quint64 job) { exporter.cancel(job); });
    exporter.start(1, asked("cancel.csv", ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, times, values)}));
    QTRY_VERIFY(result.has_value());
    QVERIFY(!*result);
    QCOMPARE(result->error().code, Error::Code::Cancelled);
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("cancel*")}, QDir::Files), QStringList());
    disconnect(&exporter, &DataExport::progressed, nullptr, nullptr);
    exporter.start(1, asked("again.csv", ExportRequest::Form::Long, {trace(QStringLiteral("a"), {}, {noon}, {1})}));
    exporter.start(2, asked("other.csv", ExportRequest::Form::Long));
    QCOMPARE(result->error().code, Error::Code::Refused);
    QTRY_VERIFY(result->has_value());
    QVERIFY(QFile::exists(path("again.csv")));
}

void TestExport::livesInAnotherThread()
{
    QThread thread;
    auto *exporter = new DataExport(nullptr);
    exporter->moveToThread(&thread);
    connect(&thread, &QThread::finished, exporter, &QObject::deleteLater);
    thread.start();
    std::optional<Result<qint64>> result;
    connect(exporter, &DataExport::finished, this, [&](quint64, const Result<qint64> &rows) { result = rows; });
    const ExportRequest request = asked("thread.csv", ExportRequest::Form::Wide, {trace(QStringLiteral("a"), {}, {noon}, {1})});
    QMetaObject::invokeMethod(exporter, [exporter, request] { exporter->start(1, request); });
    QTRY_VERIFY(result.has_value());
    QCOMPARE(*result, Result<qint64>(1));
    thread.quit();
    QVERIFY(thread.wait());
}

void TestExport::theRecordedPastComesBeforeTheLiveMemory()
{
    const auto history = recorded("seam.db");
    ExportTrace pressure = trace(QStringLiteral("p"), {}, {noon + 20'500'000, noon + 21'500'000}, {-1, -2});
    pressure.metric = {1};
    ExportRequest request = asked("seam.csv", ExportRequest::Form::Long, {pressure});
    request.from = noon + 10'000'000;
    QCOMPARE(run(request, history.get()), Result<qint64>(13)); // 10 … 20 s recorded, then two live
    const auto table = rows("seam.csv");
    QCOMPARE(table.at(1).at(4), QStringLiteral("0.1"));
    QCOMPARE(table.at(11).at(4), QStringLiteral("0.2"));
    QCOMPARE(table.at(12).at(4), QStringLiteral("-1"));
    request.to = noon + 20'000'000;
    QCOMPARE(run(request, history.get()), Result<qint64>(10));
}

void TestExport::byMetricWritesOneMetricAfterTheOther()
{
    const auto history = recorded("metrics.db");
    ExportTrace pressure {{1}, QStringLiteral("Pump 3"), QStringLiteral("pressure"), QStringLiteral("bar"), MetricType::Number, {}, {}, {}};
    ExportTrace door {{2}, QStringLiteral("Gate"), QStringLiteral("door"), {}, MetricType::Text, {}, {}, {}};
    ExportRequest request = asked("metrics.csv", ExportRequest::Form::Long, {door, pressure});
    request.order = ExportRequest::Order::ByMetric;
    QCOMPARE(run(request, history.get()), Result<qint64>(10'002));
    const auto table = rows("metrics.csv");
    QCOMPARE(table.at(0).join(u','), QStringLiteral("time,device,metric,unit,value"));
    QCOMPARE(table.at(1).mid(1).join(u'|'), QStringLiteral("Gate|door||open"));
    QCOMPARE(table.at(3).mid(1).join(u'|'), QStringLiteral("Pump 3|pressure|bar|0"));
    QCOMPARE(table.at(10'002).mid(1).join(u'|'), QStringLiteral("Pump 3|pressure|bar|99.99"));
}

void TestExport::textsAreWrittenAsTheyWereSaid()
{
    const auto history = recorded("texts.db");
    ExportTrace door {{2}, {}, QStringLiteral("door"), {}, MetricType::Text, {}, {}, {}};
    for (const auto form : {ExportRequest::Form::Long, ExportRequest::Form::Wide}) {
        QCOMPARE(run(asked("texts.csv", form, {door}), history.get()), Result<qint64>(2));
        const auto table = rows("texts.csv");
        QCOMPARE(table.at(1).constLast(), QStringLiteral("open"));
        QCOMPARE(table.at(2).constLast(), QStringLiteral("'=cmd(), \"shut\"\n"));
    }
}

void TestExport::jsonLinesAreObjectsThatReadBack()
{
    const auto history = recorded("lines.db");
    ExportTrace door {{2}, QStringLiteral("Gate \"N\""), QStringLiteral("do\tor"), {}, MetricType::Text, {}, {}, {}};
    ExportTrace live = trace(QStringLiteral("x"), QStringLiteral("V"), {noon + 1, noon + 2}, {2.5, std::numeric_limits<double>::quiet_NaN()});
    ExportTrace relay = trace(QStringLiteral("r"), {}, {noon + 3}, {1});
    relay.type = MetricType::Boolean;
    QCOMPARE(run(asked("lines.jsonl", ExportRequest::Form::JsonLines, {door, live, relay}), history.get()), Result<qint64>(5));
    QFile file(path("lines.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QJsonObject> objects;
    for (const QByteArray &line : file.readAll().trimmed().split('\n'))
        objects.append(QJsonDocument::fromJson(line).object());
    QCOMPARE(objects.size(), 5);
    QCOMPARE(objects.at(0).value(QStringLiteral("device")).toString(), door.device);
    QCOMPARE(objects.at(0).value(QStringLiteral("metric")).toString(), door.name);
    QCOMPARE(objects.at(1).value(QStringLiteral("value")), QJsonValue(2.5));
    QCOMPARE(QDateTime::fromString(objects.at(0).value(QStringLiteral("time")).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(), noon / 1'000);
    QVERIFY(objects.at(2).value(QStringLiteral("value")).isNull());
    QCOMPARE(objects.at(3).value(QStringLiteral("value")), QJsonValue(true));
    QCOMPARE(objects.at(4).value(QStringLiteral("value")).toString(), QStringLiteral("=cmd(), \"shut\"\n"));
}

void TestExport::sqliteIsOneTableThatReadsBack()
{
    const auto history = recorded("table.db");
    ExportTrace pressure {{1}, QStringLiteral("Pump 3"), QStringLiteral("pressure"), QStringLiteral("bar"), MetricType::Number, {}, {}, {}};
    ExportTrace door {{2}, QStringLiteral("Gate"), QStringLiteral("door"), {}, MetricType::Text, {}, {}, {}};
    QCOMPARE(run(asked("table.sqlite", ExportRequest::Form::Sqlite, {pressure, door}), history.get()), Result<qint64>(10'002));
    auto db = Sqlite::open(path("table.sqlite"));
    auto row = (*db)->prepare("SELECT count(*), sum(value), min(epoch_us), max(time) FROM samples WHERE device = 'Pump 3' AND unit = 'bar'");
    QVERIFY(row && row->step());
    QCOMPARE(row->integer(0), 10'000);
    QCOMPARE(row->real(1), 499'950.0);
    QCOMPARE(row->integer(2), noon);
    QCOMPARE(QDateTime::fromString(row->text(3), Qt::ISODateWithMs).toMSecsSinceEpoch(), noon / 1'000 + 9'999'000);
    auto text = (*db)->prepare("SELECT value FROM samples WHERE metric = 'door' ORDER BY epoch_us");
    QVERIFY(text && text->step());
    QCOMPARE(text->text(0), QStringLiteral("open"));
}

void TestExport::anSqliteFileIsThereWholeOrNotAtAll()
{
    const auto history = recorded("whole.db");
    ExportTrace pressure {{1}, {}, QStringLiteral("p"), {}, MetricType::Number, {}, {}, {}};
    DataExport exporter(history.get());
    std::optional<Result<qint64>> result;
    connect(&exporter, &DataExport::finished, this, [&](quint64, const Result<qint64> &rows) { result = rows; });
    exporter.start(4, asked("whole.sqlite", ExportRequest::Form::Sqlite, {pressure}));
    exporter.cancel(3);
    QVERIFY2(!result, "another job's number cancels nothing");
    exporter.cancel(4);
    QVERIFY(result && !*result);
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("whole.sqlite*")}, QDir::Files), QStringList());
    const auto refused = run(asked("no/folder/x.sqlite", ExportRequest::Form::Sqlite, {pressure}), history.get());
    QVERIFY(!refused && refused.error().text.contains(QStringLiteral("no/folder/x.sqlite")));
}

void TestExport::recordingGoesOnMeanwhile()
{
    const auto history = recorded("busy.db");
    ExportTrace pressure {{1}, {}, QStringLiteral("p"), {}, MetricType::Number, {}, {}, {}};
    DataExport exporter(history.get());
    std::optional<Result<qint64>> result;
    int batches = 0;
    QTimer recording; // at every turn of the event loop that the export shares with it
    connect(&recording, &QTimer::timeout, this, [&] {
        SampleBatch batch;
        batch.samples.append({noon + (20'000 + ++batches) * 1'000'000LL, 7, {1}, 0, 0});
        history->append(batch);
    });
    connect(&exporter, &DataExport::finished, this, [&](quint64, const Result<qint64> &rows) { result = rows; });
    ExportRequest request = asked("busy.sqlite", ExportRequest::Form::Sqlite, {pressure});
    request.to = noon + 15'000 * 1'000'000LL;
    recording.start(0);
    exporter.start(1, request);
    QTRY_VERIFY(result.has_value());
    recording.stop();
    QCOMPARE(*result, Result<qint64>(10'000));
    QVERIFY(batches > 0);
    QCOMPARE(history->read({1}, noon + 20'000 * 1'000'000LL, 1LL << 58, 1'000'000)->samples.size(), batches);
}

void TestExport::aFullFileSystemLeavesNothingBehind()
{
    const QString place = path("tiny");
    QVERIFY(QDir().mkpath(place));
    if (QProcess::execute(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=256k"),
            QStringLiteral("tmpfs"), place}) != 0)
        QSKIP("Mounting a file system is not permitted here.");
    const auto history = recorded("full.db");
    ExportTrace pressure {{1}, {}, QStringLiteral("p"), {}, MetricType::Number, {}, {}, {}};
    QStringList problems;
    QStringList left;
    for (const auto form : {ExportRequest::Form::Long, ExportRequest::Form::JsonLines, ExportRequest::Form::Sqlite}) {
        const auto done = run(asked("tiny/x", form, {pressure}), history.get());
        problems.append(done ? QStringLiteral("written") : done.error().text);
        left += QDir(place).entryList(QDir::Files);
    }
    QProcess::execute(QStringLiteral("umount"), {place});
    QCOMPARE(left, QStringList());
    for (const QString &problem : std::as_const(problems))
        QVERIFY2(problem.contains(path("tiny/x")) && problem.contains(QStringLiteral("Make room")), qPrintable(problem));
}

void TestExport::numbersAreAsShortAsCanBe_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QByteArray(text).toDouble() << QByteArray(text); };
    for (const char *text : {"0", "-0", "1", "-1", "21.5", "100000", "0.1", "-273.15", "0.000000001", "123456789012345", "1e+300", "5e-324", "0.30000000000000004",
             "1234.5678", "99999.99"})
        row(text);
}

void TestExport::numbersAreAsShortAsCanBe()
{
    QFETCH(double, value);
    QFETCH(QByteArray, text);
    RowText rows;
    char digits[RowText::room];
    for (int decimals : {0, 3, 9, 1}) { // whatever came before
        (void) rows.number(digits, std::pow(10, -decimals));
        QCOMPARE(QByteArray(digits, rows.number(digits, value) - digits), text);
    }
}

void TestExport::tooManyColumnsAreRefused()
{
    const auto done = run(asked("many.csv", ExportRequest::Form::Wide, std::vector<ExportTrace>(ExportRequest::mostMerged + 1)));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::TooLarge);
    QVERIFY(!QFile::exists(path("many.csv")));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
