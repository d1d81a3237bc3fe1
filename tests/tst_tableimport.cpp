// Taking tables into the history: what is recorded then, and what broken files leave behind.

#include "store/exchange/dataexport.h"
#include "store/exchange/tableimport.h"
#include "store/history/history.h"
#include "tables/tableformat.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <sys/resource.h>

using namespace muster;

namespace {

constexpr Micros start = 1'700'000'000'000'000;

QByteArray rows(int n)
{
    QByteArray table = "time,temp [°C],state\n";
    for (int i = 0; i < n; ++i)
        table += QByteArray::number(1'700'000'000 + i) + ',' + QByteArray::number(20 + i % 100 / 10.0) + (i % 2 ? ",open\n" : ",shut\n");
    return table;
}

} // namespace

class TestTableImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTableBecomesMetrics();
    void whatIsThereIsNotRecordedAgain();
    void whatWasExportedComesBack();
    void aFileBrokenInTheMiddleLeavesNothingBehind_data();
    void aFileBrokenInTheMiddleLeavesNothingBehind();
    void aLineOfGigabytesNeedsLittleMemory();
    void cancellingKeepsWhatIsStored();
    void recordingGoesOnMeanwhile();
    void aFullDiskIsToldAndKeepsWhatIsStored();
    void nothingIsImportedWithoutAHistory();
    void oneImportAtATime();

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    ImportRequest request(const char *name, const QByteArray &table);
    Result<qint64> run(const ImportRequest &request);
    [[nodiscard]] QList<Sample> recorded(quint32 metric) { return m_history->read({metric}, 0, 1LL << 58, 10'000'000)->samples; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<History> m_history;
    QList<Metric> m_metrics;
    qint64 m_skipped = 0;
};

void TestTableImport::init()
{
    m_history.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_history = std::make_unique<History>();
    QVERIFY(m_history->open(path("history.db")));
    m_metrics.clear();
}

ImportRequest TestTableImport::request(const char *name, const QByteArray &table)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
        qFatal("no room for the test's files");
    return {path(name), tables::guess(table.left(65'536)), {}, QStringLiteral("table")};
}

Result<qint64> TestTableImport::run(const ImportRequest &request)
{
    TableImport importer(m_history.get());
    std::optional<Result<qint64>> result;
    connect(&importer, &TableImport::metricsWanted, this, [&](quint64 job, const QList<Metric> &metrics) {
        m_metrics = metrics;
        QList<MetricId> ids;
        for (int i = 0; i < metrics.size(); ++i)
            ids.append(MetricId {quint32(101 + i)});
        importer.proceed(job, ids);
    });
    m_skipped = 0;
    connect(&importer, &TableImport::skipped, this, [&](quint64, qint64 samples) { m_skipped = samples; });
    connect(&importer, &TableImport::finished, this, [&](quint64, const Result<qint64> &samples) { result = samples; });
    importer.start(1, request);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        return failure(Error::Code::TimedOut, QStringLiteral("no answer"));
    return *result;
}

void TestTableImport::aTableBecomesMetrics()
{
    QCOMPARE(run(request("a.csv", rows(1'000))), Result<qint64>(2'000));
    QCOMPARE(m_metrics.size(), 2);
    QCOMPARE(m_metrics.at(0).name, QStringLiteral("temp"));
    QCOMPARE(m_metrics.at(0).unit, QStringLiteral("°C"));
    QCOMPARE(m_metrics.at(1).type, MetricType::Text);
    const auto temp = recorded(101);
    QCOMPARE(temp.size(), 1'000);
    QCOMPARE(temp.at(15).time, start + 15'000'000);
    QCOMPARE(temp.at(15).value, 21.5);
    const auto states = m_history->read({102}, 0, 1LL << 58, 10);
    QCOMPARE(states->texts.at(qsizetype(states->samples.at(1).value)), QStringLiteral("open"));
}

void TestTableImport::whatIsThereIsNotRecordedAgain()
{
    QCOMPARE(run(request("a.csv", rows(1'000))), Result<qint64>(2'000));
    QCOMPARE(run(request("b.csv", rows(1'500))), Result<qint64>(1'000)); // it goes on where the other ended
    QCOMPARE(m_skipped, 2'000);
    QCOMPARE(recorded(101).size(), 1'500);
    QCOMPARE(recorded(102).size(), 1'500);
    QCOMPARE(run(request("c.csv", "time,temp\n2026-01-01T00:00:00Z,20\n2026-01-01T00:00:00Z,20\n2026-01-01T00:00:00Z,21\n")), Result<qint64>(2));
    QCOMPARE(m_skipped, 1); // another value at the same time is another reading
}

void TestTableImport::whatWasExportedComesBack()
{
    SampleBatch batch;
    for (int i = 0; i < 5'000; ++i)
        batch.samples.append({start + i * 123'457LL, i * 0.1 - 17, {1}, 0, 0});
    m_history->take(batch);
    for (const auto form : {ExportRequest::Form::Long, ExportRequest::Form::Wide}) {
        DataExport exporter(m_history.get());
        ExportRequest wanted;
        wanted.path = path("out.csv");
        wanted.form = form;
        wanted.traces.push_back({{1}, QStringLiteral("Pump"), QStringLiteral("p"), QStringLiteral("bar"), MetricType::Number, {}, {}, {}});
        QSignalSpy done(&exporter, &DataExport::finished);
        exporter.start(1, wanted);
        QTRY_COMPARE(done.size(), 1);
        QFile file(wanted.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray head = file.read(65'536);
        const bool isFirst = recorded(101).isEmpty();
        QCOMPARE(run({wanted.path, tables::guess(head), {}, QStringLiteral("again")}), Result<qint64>(isFirst ? 5'000 : 0));
        QCOMPARE(m_skipped, isFirst ? 0 : 5'000);
        QCOMPARE(m_metrics.at(0).unit, QStringLiteral("bar"));
        const auto back = recorded(101);
        QCOMPARE(back.size(), 5'000);
        for (qsizetype i = 0; i < 5'000; ++i) {
            QCOMPARE(back.at(i).time, batch.samples.at(i).time);
            QCOMPARE(back.at(i).value, batch.samples.at(i).value);
        }
    }
}

void TestTableImport::aFileBrokenInTheMiddleLeavesNothingBehind_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("words");
    QTest::newRow("binary") << QByteArray("\x7F" "ELF\0\0\0", 7) << QStringLiteral("Save it as CSV");
    QTest::newRow("one line") << QByteArray(3'000'000, 'x') << QStringLiteral("more than a million characters");
    QTest::newRow("columns") << QByteArray(30'000, ',') << QStringLiteral("columns");
    QTest::newRow("encoding") << QByteArray("1700009999,1,\xE4\xF6 x\n") << QStringLiteral("encoding");
}

void TestTableImport::aFileBrokenInTheMiddleLeavesNothingBehind()
{
    QFETCH(QByteArray, end);
    QFETCH(QString, words);
    m_history->take({{{start, 1, {7}, 0, 0}}, {}});
    const auto done = run(request("broken.csv", rows(20'000) + end));
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(path("broken.csv")) && done.error().text.contains(words), qPrintable(done.error().text));
    QVERIFY(recorded(101).isEmpty());
    QCOMPARE(recorded(7).size(), 1);
}

void TestTableImport::aLineOfGigabytesNeedsLittleMemory()
{
    // A hole stands in for 5 GB of the same: zeros, which are no text.
    ImportRequest wanted = request("huge.csv", rows(10));
    QFile file(wanted.path);
    QVERIFY(file.resize(5LL << 30));
    rusage before {};
    getrusage(RUSAGE_SELF, &before);
    const auto done = run(wanted);
    QVERIFY(!done && done.error().text.contains(wanted.path));
    wanted.format.encoding = tables::Encoding::Utf16LittleEndian;
    QVERIFY(!run(wanted));
    rusage after {};
    getrusage(RUSAGE_SELF, &after);
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 64 * 1024, qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss)));
}

void TestTableImport::cancellingKeepsWhatIsStored()
{
    m_history->take({{{start, 1, {7}, 0, 0}}, {}});
    TableImport importer(m_history.get());
    std::optional<Result<qint64>> result;
    connect(&importer, &TableImport::metricsWanted, this, [&](quint64 job, const QList<Metric> &) { importer.cancel(job); });
    connect(&importer, &TableImport::finished, this, [&](quint64, const Result<qint64> &samples) { result = samples; });
    importer.start(1, request("c.csv", rows(1'000)));
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->error().code, Error::Code::Cancelled);
    QVERIFY(recorded(101).isEmpty());
    QCOMPARE(recorded(7).size(), 1);
}

void TestTableImport::recordingGoesOnMeanwhile()
{
    TableImport importer(m_history.get());
    int batches = 0;
    std::optional<Result<qint64>> result;
    connect(&importer, &TableImport::progressed, this, [&] { m_history->append({{{start + ++batches, 1, {7}, 0, 0}}, {}}); });
    connect(&importer, &TableImport::metricsWanted, this, [&](quint64 job, const QList<Metric> &) { importer.proceed(job, {{101}, {}}); });
    connect(&importer, &TableImport::finished, this, [&](quint64, const Result<qint64> &samples) { result = samples; });
    importer.start(1, request("d.csv", rows(100'000)));
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 60'000);
    QCOMPARE(*result, Result<qint64>(100'000)); // the second metric got no id
    QVERIFY(batches > 2);
    QCOMPARE(recorded(7).size(), batches);
}

void TestTableImport::aFullDiskIsToldAndKeepsWhatIsStored()
{
    const QString place = path("tiny");
    QVERIFY(QDir().mkpath(place));
    if (QProcess::execute(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), QStringLiteral("size=2m"), QStringLiteral("tmpfs"), place}) != 0)
        QSKIP("Mounting a file system is not permitted here.");
    history::RecorderLimits limits;
    limits.blockSamples = 512;
    m_history = std::make_unique<History>(limits);
    const bool opened = m_history->open(place + QStringLiteral("/history.db")).has_value();
    QByteArray table = "time,a\n";
    for (int i = 0; i < 400'000; ++i) // nothing that compresses
        table += QByteArray::number(1'700'000'000 + i) + ',' + QByteArray::number(double(quint32(i) * 2'654'435'761U), 'g', 17) + '\n';
    const auto done = run(request("noise.csv", table));
    const auto kept = recorded(101).size();
    m_history.reset();
    QProcess::execute(QStringLiteral("umount"), {place});
    QVERIFY(opened);
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains(path("noise.csv")) && done.error().text.contains(QStringLiteral("Make room")), qPrintable(done.error().text));
    QVERIFY(kept > 0);
}

void TestTableImport::nothingIsImportedWithoutAHistory()
{
    m_history->close();
    const auto done = run(request("e.csv", rows(10)));
    QVERIFY(!done && done.error().text.contains(path("e.csv")));
}

void TestTableImport::oneImportAtATime()
{
    TableImport importer(m_history.get());
    QSignalSpy finished(&importer, &TableImport::finished);
    importer.start(1, request("f.csv", rows(10)));
    importer.start(2, request("g.csv", rows(10)));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).toULongLong(), 2);
    importer.abandon(1, {Error::Code::TooLarge, QStringLiteral("no room")});
    QCOMPARE(finished.size(), 2);
}

QTEST_GUILESS_MAIN(TestTableImport)
#include "tst_tableimport.moc"
