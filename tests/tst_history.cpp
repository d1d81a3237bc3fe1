#include "store/history/history.h"
#include "store/sqlite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros begin = 1'700'000'000 * second;
constexpr MetricId metric {7};

SampleBatch ramp(qint64 from, qint64 to, MetricId id = metric)
{
    SampleBatch batch;
    for (qint64 i = from; i < to; ++i)
        batch.samples.append({begin + i * second, double(i) / 100, id, Sample::DeviceTime, 0});
    return batch;
}

history::RecorderLimits small()
{
    history::RecorderLimits limits;
    limits.blockSamples = 512;
    return limits;
}

QList<Sample> all(History &history, MetricId id = metric)
{
    const auto range = history.read(id, 0, 1LL << 60, 100'000'000);
    return range ? range->samples : QList<Sample>();
}

bool isRamp(const QList<Sample> &samples, qint64 n)
{
    for (qint64 i = 0; i < samples.size(); ++i) {
        if (samples[i].time != begin + i * second || samples[i].value != double(i) / 100)
            return false;
    }
    return samples.size() == n;
}

qint64 number(const QString &path, const char *sql)
{
    auto db = Sqlite::open(path);
    auto row = (*db)->prepare(sql);
    return row && row->step() ? row->integer(0) : -1;
}

void damage(const QString &path, const char *sql)
{
    auto db = Sqlite::open(path);
    const auto done = (*db)->execute(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
}

/// Compacts as the program does, in slices of the event loop.
void compact(History &history)
{
    history.compact();
    while (history.isCompacting())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("history.db"));
    }

    void numbersSurviveBitForBit_data()
    {
        QTest::addColumn<QList<double>>("values");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double inf = std::numeric_limits<double>::infinity();
        QTest::newRow("one") << QList<double> {21.5};
        QTest::newRow("special") << QList<double> {nan, inf, -inf, -0.0, 0.0, 5e-324, 1.7976931348623157e308, -1.5};
        QList<double> decimals;
        QList<double> withHoles;
        QList<double> floats;
        QList<double> noise;
        QList<double> bits;
        std::mt19937_64 random(1);
        for (int i = 0; i < 4'096; ++i) {
            decimals.append(std::round(2'000 + 100 * std::sin(i / 50.0) + double(random() % 7)) / 100);
            withHoles.append(i % 100 == 50 ? nan : decimals.last());
            floats.append(double(float(decimals.last())));
            noise.append(std::sqrt(double(random() % 1'000'000)));
            bits.append(std::bit_cast<double>(random()));
        }
        QTest::newRow("decimals") << decimals;
        QTest::newRow("decimals with holes") << withHoles;
        QTest::newRow("single precision") << floats;
        QTest::newRow("irrational") << noise;
        QTest::newRow("any bits") << bits;
        QTest::newRow("constant") << QList<double>(300, 3.14);
        QTest::newRow("large") << QList<double> {9007199254740993.0, -9007199254740992.0, 1e15, 123456789012.25};
    }
    void numbersSurviveBitForBit()
    {
        QFETCH(QList<double>, values);
        history::Columns columns;
        history::Columns::Scaled scaled;
        const std::span<const double> given(values.constData(), size_t(values.size()));
        history::Bytes bytes;
        columns.scale(given, scaled);
        columns.encode(given, scaled, bytes);
        std::vector<double> back(given.size());
        history::ByteReader reader(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        QVERIFY(columns.decode(reader, std::span(back)));
        QVERIFY(reader.atEnd());
        QCOMPARE(std::memcmp(back.data(), given.data(), back.size() * sizeof(double)), 0);
    }

    void wholeNumbersSurvive()
    {
        std::mt19937_64 random(2);
        history::Columns columns;
        for (int round = 0; round < 400; ++round) {
            std::vector<qint64> numbers(1 + random() % 1'000);
            const int shift = int(random() % 64);
            qint64 value = qint64(random());
            for (qint64 &number : numbers) {
                value = round % 3 ? qint64(quint64(value) + (random() >> shift)) : qint64(random() >> shift);
                number = value;
            }
            history::Bytes bytes;
            columns.encode(std::span<const qint64>(numbers), bytes);
            std::vector<qint64> back(numbers.size());
            history::ByteReader reader(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
            QVERIFY(columns.decode(reader, std::span(back)) && reader.atEnd());
            QCOMPARE(back, numbers);
        }
    }

    void regularNumbersTakeFewBytes_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("bits"); // a number, at most
        QTest::newRow("a beat with jitter") << 0 << 3;
        QTest::newRow("a falling beat with jitter") << 1 << 4;
        QTest::newRow("steps") << 2 << 1;
        QTest::newRow("a constant") << 3 << 1;
    }
    void regularNumbersTakeFewBytes()
    {
        QFETCH(const int, shape);
        std::mt19937 random(5);
        std::vector<qint64> numbers(8'192);
        qint64 level = 1LL << 40;
        for (size_t i = 0; i < numbers.size(); ++i) {
            const qint64 jitter = qint64(random() % 5);
            level = random() % 600 ? level : qint64(random() % 10'000);
            const qint64 beat = qint64(i) * 1'000 + jitter;
            numbers[i] = shape == 0 ? (1LL << 40) + beat : shape == 1 ? (1LL << 40) - beat : shape == 2 ? level : 7;
        }
        history::Columns columns;
        history::Bytes bytes;
        columns.encode(std::span<const qint64>(numbers), bytes);
        QFETCH(const int, bits);
        QVERIFY2(bytes.size() * 8 <= numbers.size() * size_t(bits), qPrintable(QString::number(bytes.size())));
        std::vector<qint64> back(numbers.size());
        history::ByteReader reader(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        QVERIFY(columns.decode(reader, std::span(back)) && reader.atEnd());
        QCOMPARE(back, numbers);
    }

    void theFormatsWorkedExampleIsTrue()
    {
        history::BlockCoder coder;
        history::Samples samples;
        samples.points = {{begin, 21.50}, {begin + second, 21.52}, {begin + 2 * second, 21.49}};
        samples.commonFlags = Sample::DeviceTime;
        const history::Block block = coder.encode(metric, history::BlockKind::Numbers, samples, 0, 3);
        const QByteArray bytes(reinterpret_cast<const char *>(block.bytes.data()), qsizetype(block.bytes.size()));
        QCOMPARE(bytes.mid(8).toHex(' '), QByteArray("03 02 01 80 c4 9f d5 0c 02 01 04 00 08 10 ca 21 04 0d 00"));
        QCOMPARE(bytes.first(8).toHex(' '), QByteArray("96 0e c0 1d d6 6c 3c e9"));
        QCOMPARE(block.header.summary.sum, 64.51);
        QVERIFY(block.header.sketch.isEmpty());
    }

    void brokenBytesAreRefusedNotRead()
    {
        history::BlockCoder coder;
        history::Samples samples;
        for (int i = 0; i < 1'000; ++i)
            samples.points.push_back({begin + i * second, i / 10.0});
        const history::Block block = coder.encode(metric, history::BlockKind::Numbers, samples, 0, 1'000);
        history::Samples back;
        QVERIFY(coder.decode(block.header, QByteArrayView(block.bytes.data(), qsizetype(block.bytes.size())), back));
        for (size_t i = 0; i < block.bytes.size(); ++i) {
            history::Bytes broken = block.bytes;
            broken[i] ^= 0x40;
            QVERIFY(!coder.decode(block.header, QByteArrayView(broken.data(), qsizetype(broken.size())), back));
            QVERIFY(!coder.decode(block.header, QByteArrayView(block.bytes.data(), qsizetype(i)), back));
        }
        history::Header other = block.header;
        other.summary.max += 1;
        QVERIFY(!coder.decode(other, QByteArrayView(block.bytes.data(), qsizetype(block.bytes.size())), back));
        // Behind a right checksum, too, nothing may be believed.
        std::mt19937 random(4);
        history::Columns columns;
        for (int round = 0; round < 20'000; ++round) {
            history::Bytes noise(random() % 60);
            for (quint8 &byte : noise)
                byte = quint8(random() % (round % 2 ? 256 : 8));
            std::vector<double> values(1 + random() % 100);
            history::ByteReader reader(QByteArrayView(noise.data(), qsizetype(noise.size())));
            (void) columns.decode(reader, std::span(values));
            (void) history::JournalRow::read(columns, QByteArrayView(noise.data(), qsizetype(noise.size())), [](const history::JournalEntry &) {});
        }
    }

    void samplesComeBackFromJournalAndBlocks()
    {
        {
            History history(small());
            QVERIFY(history.open(m_path));
            history.append(ramp(0, 100));
            QVERIFY(isRamp(all(history), 100)); // before any flush
            history.append(ramp(100, 1'300));
            history.flush();
            QVERIFY(isRamp(all(history), 1'300));
            QVERIFY(history.statistics().samples >= 1'024);
            history.append(ramp(1'300, 1'400));
        }
        History history(small());
        QVERIFY(history.open(m_path));
        QVERIFY(isRamp(all(history), 1'400));
        QCOMPARE(all(history).constFirst().flags, quint16(Sample::DeviceTime));
        const auto check = history.check();
        QVERIFY(check && check->damaged == 0);
    }

    void unflushedSamplesAreWrittenWithinTheTick()
    {
        History history;
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 10));
        QTRY_COMPARE_WITH_TIMEOUT(history.statistics().recorded, quint64(10), 2'000);
        History reader;
        QVERIFY(reader.open(m_path, History::Access::ReadOnly));
        QVERIFY(isRamp(all(reader), 10));
    }

    void sealedSamplesInTheJournalCountOnce()
    {
        history::RecorderLimits limits = small();
        {
            History history(limits);
            QVERIFY(history.open(m_path));
            history.append(ramp(0, 1, {8})); // keeps the journal from being trimmed
            history.flush();
            for (int i = 0; i < 20; ++i) {
                history.append(ramp(i * 100, (i + 1) * 100));
                history.flush();
            }
        }
        QVERIFY(number(m_path, "SELECT sum(n) FROM journal") > 512);
        QVERIFY(number(m_path, "SELECT sum(n) FROM block WHERE tier = 0 AND metric = 7") > 512);
        History history(limits);
        QVERIFY(history.open(m_path));
        QVERIFY(isRamp(all(history), 2'000));
    }

    void oldJournalIsSealedHoweverFew()
    {
        history::RecorderLimits limits = small();
        limits.journalBytes = 4'096;
        History history(limits);
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 1, {8}));
        for (int i = 0; i < 300; ++i) {
            history.append(ramp(i * 100, (i + 1) * 100, {9}));
            history.flush();
        }
        QVERIFY2(history.statistics().journalBytes < 3 * 4'096, qPrintable(QString::number(history.statistics().journalBytes)));
        QCOMPARE(all(history, {8}).size(), 1);
        QVERIFY(isRamp(all(history, {9}), 30'000));
    }

    void memoryStaysWithinItsBudget()
    {
        history::RecorderLimits limits;
        limits.openBytes = 4 << 20;
        History history(limits);
        QVERIFY(history.open(m_path));
        for (int i = 0; i < 40; ++i) {
            SampleBatch batch;
            for (quint32 id = 1; id <= 10'000; ++id)
                batch.samples.append({begin + i * second, double(i), {id}, 0, 0});
            history.append(batch);
            QVERIFY(history.statistics().memoryBytes <= limits.openBytes + (8 << 20));
        }
        history.flush();
        QVERIFY(history.statistics().memoryBytes <= limits.openBytes);
        QCOMPARE(all(history, {10'000}).size(), 40);
    }

    void lateSamplesFindTheirPlace()
    {
        History history(small());
        QVERIFY(history.open(m_path));
        SampleBatch batch = ramp(0, 3'000);
        QList<Sample> late;
        for (qsizetype i = 2'900; i > 0; i -= 37)
            late.append(batch.samples.takeAt(i));
        history.append(batch);
        compact(history);
        for (const Sample &sample : std::as_const(late))
            history.append({{sample}, {}});
        QVERIFY(isRamp(all(history), 3'000));
        history.flush();
        compact(history);
        QVERIFY(isRamp(all(history), 3'000));
        history.close();
        QVERIFY(history.open(m_path));
        QVERIFY(isRamp(all(history), 3'000));
        QCOMPARE(history.check()->samples, qint64(3'000));
    }

    void aClockThatJumpsBackLosesNothing()
    {
        History history(small());
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 5'000));
        history.flush();
        SampleBatch again;
        for (qint64 i = 0; i < 3'600; ++i)
            again.samples.append({begin + (1'400 + i) * second + 1, -1, metric, 0, 0});
        history.append(again);
        history.flush();
        const QList<Sample> found = all(history);
        QCOMPARE(found.size(), 8'600);
        QVERIFY(std::is_sorted(found.cbegin(), found.cend(), [](const Sample &a, const Sample &b) { return a.time < b.time; }));
        compact(history);
        QCOMPARE(all(history).size(), 8'600);
    }

    void textsAndNumbersOfOneMetricAreKept()
    {
        const auto write = [&](History &history, int from, int to) {
            for (int i = from; i < to; ++i) {
                SampleBatch batch;
                batch.texts = {QStringLiteral("unused"), i % 3 ? QStringLiteral("läuft") : QStringLiteral("steht %1").arg(i)};
                batch.samples = {{begin + i * second, 1, metric, Sample::Text, 0}, {begin + i * second, double(i), metric, 0, 0}};
                history.append(batch);
            }
        };
        const auto verify = [&](History &history, int n) {
            const auto range = history.read(metric, 0, 1LL << 60, 1 << 20);
            QVERIFY(range);
            QCOMPARE(range->samples.size(), 2 * n);
            int texts = 0;
            for (const Sample &sample : range->samples) {
                const auto i = int((sample.time - begin) / second);
                if (!(sample.flags & Sample::Text)) {
                    QCOMPARE(sample.value, double(i));
                    continue;
                }
                ++texts;
                QCOMPARE(range->texts.value(int(sample.value)), i % 3 ? QStringLiteral("läuft") : QStringLiteral("steht %1").arg(i));
            }
            QCOMPARE(texts, n);
        };
        History history(small());
        QVERIFY(history.open(m_path));
        write(history, 0, 700);
        verify(history, 700);
        history.flush();
        write(history, 700, 800);
        history.close();
        QVERIFY(history.open(m_path));
        verify(history, 800);
        compact(history);
        verify(history, 800);
    }

    void envelopeIsThatOfTheLiveSeries_data()
    {
        QTest::addColumn<bool>("sealed");
        QTest::newRow("blocks") << true;
        QTest::newRow("half of it still open") << false;
    }
    void envelopeIsThatOfTheLiveSeries()
    {
        QFETCH(bool, sealed);
        Series series;
        series.setLimit(1 << 20);
        History history(small());
        QVERIFY(history.open(m_path));
        std::mt19937_64 random(5);
        SampleBatch batch;
        Micros time = begin;
        for (int i = 0; i < 100'000; ++i) {
            time += random() % 5'000 == 0 ? 3'600 * second : Micros(random() % (2 * second));
            const double value = std::round(1'000 * std::sin(i / 300.0)) / 100;
            series.append(time, value);
            batch.samples.append({time, value, metric, 0, 0});
            if (i == 60'000) {
                history.append(std::exchange(batch, {}));
                compact(history);
            }
        }
        history.append(batch);
        if (sealed)
            compact(history);
        for (int round = 0; round < 200; ++round) {
            const Micros from = begin + Micros(random() % quint64(time - begin));
            const Micros to = from + Micros(std::exp(std::uniform_real_distribution<>(7, std::log(double(time - from) + 1e4))(random)));
            const int pixels = 1 + int(random() % 1'500);
            const Envelope expected = series.envelope(from, to, pixels);
            const auto found = history.envelope(metric, from, to, pixels);
            QVERIFY(found);
            compareEnvelopes(*found, expected, (to - from) / pixels);
        }
    }

    void rollupsCarryOnWhereRawIsGone()
    {
        History history(small());
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 100'000));
        compact(history);
        const auto before = history.envelope(metric, begin, begin + 100'000 * second, 20);
        HistoryPolicy policy;
        policy.rules = {{QStringLiteral("*"), nowMicros() - (begin + 50'000 * second), 0, 0}};
        history.setPolicy(policy);
        compact(history);
        const QList<Sample> left = all(history);
        QVERIFY(left.size() >= 50'000 && left.size() < 50'600);
        const auto after = history.envelope(metric, begin, begin + 100'000 * second, 20);
        QVERIFY(before && after);
        QCOMPARE(after->size(), before->size());
        for (qsizetype i = 0; i < after->size(); ++i) {
            QVERIFY(std::abs(after->at(i).min - before->at(i).min) < 7); // 600 samples of 0.01 at the edge
            QVERIFY(std::abs(after->at(i).max - before->at(i).max) < 7);
        }
        policy.rules[0].minutes = policy.rules[0].raw;
        history.setPolicy(policy);
        compact(history);
        QCOMPARE(history.envelope(metric, begin, begin + 100'000 * second, 20)->size(), before->size()); // hours are kept for ever
    }

    void aRuleCountsForTheMetricsItNames()
    {
        History history(small());
        QVERIFY(history.open(m_path));
        Device device;
        device.addresses = {QStringLiteral("mqtt:plug")};
        device.name = QStringLiteral("Plug");
        device.metrics = {{{7}, QStringLiteral("power"), {}, MetricType::Number, QStringLiteral("W")}, {{8}, QStringLiteral("energy")}};
        history.describe({device});
        history.append(ramp(0, 2'000, {7}));
        history.append(ramp(0, 2'000, {8}));
        history.setPolicy({{{QStringLiteral("plug/power"), 1, 0, 0}}, 0});
        compact(history);
        QCOMPARE(all(history, {7}).size(), 0);
        QCOMPARE(all(history, {8}).size(), 2'000);
        QCOMPARE(history.statistics().samples, qint64(2'000));
        history.close();
        QVERIFY(history.open(m_path));
        QCOMPARE(history.metrics().size(), 2);
        QCOMPARE(history.lastMetric(), MetricId {8});
        QCOMPARE(all(history, {7}).size(), 0);
    }

    void theSizeBoundTakesTheOldestRawAndSaysSo()
    {
        History history(small());
        QVERIFY(history.open(m_path));
        QSignalSpy removed(&history, &History::oldestRemoved);
        std::mt19937 random(1);
        SampleBatch batch;
        for (int i = 0; i < 400'000; ++i)
            batch.samples.append({begin + i * second, double(random()), metric, 0, 0});
        history.append(batch);
        compact(history);
        history.setPolicy({{}, 1 << 20});
        QTRY_VERIFY_WITH_TIMEOUT(history.statistics().usedBytes <= (1 << 20), 20'000);
        QVERIFY(!removed.isEmpty());
        const QList<Sample> left = all(history);
        QVERIFY(!left.isEmpty() && left.constFirst().time > begin);
        QCOMPARE(left.constLast().time, begin + 399'999 * second);
        QVERIFY(history.envelope(metric, begin, begin + 400'000 * second, 100)->size() > 90);
    }

    void aSecondProcessIsRefusedAndMayRead()
    {
        History first;
        QVERIFY(first.open(m_path));
        first.append(ramp(0, 10));
        first.flush();
        History second;
        const auto refused = second.open(m_path);
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains(QString::number(getpid())) && refused.error().text.contains(m_path));
        QVERIFY(second.open(m_path, History::Access::ReadOnly));
        QCOMPARE(second.state(), HistoryState::ReadOnly);
        QVERIFY(isRamp(all(second), 10));
        second.append(ramp(10, 20));
        QCOMPARE(all(second).size(), 10);
        second.close();
        first.close();
        QVERIFY(second.open(m_path));
    }

    void aFileOfANewerProgramIsRefused()
    {
        {
            History history;
            QVERIFY(history.open(m_path));
            history.append(ramp(0, 10));
        }
        damage(m_path, "PRAGMA user_version=99");
        History history;
        const auto opened = history.open(m_path);
        QVERIFY(!opened);
        QVERIFY(opened.error().text.contains(m_path));
        QVERIFY(history.open(m_path, History::Access::ReadOnly));
        QCOMPARE(all(history).size(), 10);
        history.close();
        damage(m_path, "UPDATE meta SET value = 99 WHERE key = 'reader'");
        QVERIFY(!history.open(m_path, History::Access::ReadOnly));
        QVERIFY(QFile::exists(m_path));
    }

    void anotherProgramsFileIsLeftAlone()
    {
        damage(m_path, "CREATE TABLE theirs(a); INSERT INTO theirs VALUES(1)");
        History history;
        const auto opened = history.open(m_path);
        QVERIFY(!opened && opened.error().text.contains(m_path));
        QCOMPARE(number(m_path, "SELECT count(*) FROM theirs"), qint64(1));
    }

    void aFileThatIsNoneIsSetAside()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        History history;
        QVERIFY(history.open(m_path));
        QVERIFY(QFile::exists(history.setAside()));
        history.append(ramp(0, 10));
        QCOMPARE(all(history).size(), 10);
    }

    void aDamagedBlockIsSkippedAndTold()
    {
        {
            History history(small());
            QVERIFY(history.open(m_path));
            history.append(ramp(0, 5'120));
            compact(history);
        }
        damage(m_path, "UPDATE data SET bytes = zeroblob(length(bytes)) WHERE id = (SELECT id FROM block WHERE tier = 0 ORDER BY t0 LIMIT 1 OFFSET 3)");
        damage(m_path, "DELETE FROM data WHERE id = (SELECT id FROM block WHERE tier = 0 ORDER BY t0 LIMIT 1 OFFSET 5)");
        History history(small());
        QVERIFY(history.open(m_path));
        QSignalSpy failed(&history, &History::failed);
        QCOMPARE(all(history).size(), 5'120 - 2 * 512);
        QCOMPARE(failed.size(), 2);
        QCOMPARE(all(history).size(), 5'120 - 2 * 512);
        QCOMPARE(failed.size(), 2); // once
        QCOMPARE(history.check()->damaged, qint64(2));
        QVERIFY(history.envelope(metric, begin, begin + 5'120 * second, 5'000));
        compact(history);
        QCOMPARE(all(history).size(), 5'120 - 2 * 512);
    }

    void aDamagedJournalRowIsSkippedAndTold()
    {
        {
            History history;
            QVERIFY(history.open(m_path));
            for (int i = 0; i < 3; ++i) {
                history.append(ramp(i * 10, i * 10 + 10));
                history.flush();
            }
        }
        damage(m_path, "UPDATE journal SET data = zeroblob(40) WHERE seq = 2");
        History history;
        QSignalSpy failed(&history, &History::failed);
        QVERIFY(history.open(m_path));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(all(history).size(), 20);
    }

    void aTruncatedOrFlippedFileNeverStopsRecording()
    {
        {
            History history(small());
            QVERIFY(history.open(m_path));
            for (quint32 id = 1; id < 20; ++id)
                history.append(ramp(0, 3'000, {id}));
            compact(history);
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        std::mt19937 random(9);
        for (int round = 0; round < 30; ++round) {
            QByteArray broken = whole;
            if (round % 2)
                broken.truncate(qsizetype(random() % quint32(whole.size())));
            for (int i = 0; i < 20 && !broken.isEmpty(); ++i)
                broken[qsizetype(random() % quint32(broken.size()))] = char(random());
            const QString path = m_folder->filePath(QStringLiteral("broken-%1.db").arg(round));
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(broken);
            out.close();
            History history(small());
            if (const auto opened = history.open(path); !opened) {
                QVERIFY(opened.error().text.contains(path)); // its mark is gone: it may be anybody's
                continue;
            }
            (void) all(history, {3});
            (void) history.check();
            history.append(ramp(3'000, 8'000, {3}));
            history.flush();
            QCOMPARE(history.state(), HistoryState::Recording);
            QVERIFY(all(history, {3}).size() >= 5'000);
        }
    }

    void aFullDiskHoldsSamplesInMemoryAndGoesOnByItself()
    {
        rlimit old {};
        getrlimit(RLIMIT_FSIZE, &old);
        signal(SIGXFSZ, SIG_IGN);
        history::RecorderLimits limits = small();
        limits.openBytes = 2 << 20;
        History history(limits);
        QVERIFY(history.open(m_path));
        QSignalSpy failed(&history, &History::failed);
        history.append(ramp(0, 1'000));
        history.flush();
        rlimit full = old;
        full.rlim_cur = 64 << 10;
        setrlimit(RLIMIT_FSIZE, &full);
        for (int i = 1; i <= 10; ++i) {
            history.append(ramp(i * 1'000, (i + 1) * 1'000));
            history.flush();
        }
        const HistoryState stalled = history.state();
        const qsizetype told = failed.size();
        const qsizetype kept = all(history).size();
        for (int i = 11; i < 500; ++i)
            history.append(ramp(i * 1'000, (i + 1) * 1'000));
        const HistoryStatistics statistics = history.statistics();
        setrlimit(RLIMIT_FSIZE, &old);
        QCOMPARE(stalled, HistoryState::Stalled);
        QCOMPARE(told, 1);
        QCOMPARE(kept, 11'000);
        QVERIFY(statistics.dropped > 0);
        QVERIFY(statistics.memoryBytes < 4 << 20);
        QTRY_COMPARE_WITH_TIMEOUT(history.state(), HistoryState::Recording, 10'000);
        QCOMPARE(qint64(all(history).size()) + qint64(history.statistics().dropped), qint64(500'000));
        history.close();
        QVERIFY(history.open(m_path));
        QVERIFY(isRamp(all(history), 500'000 - qint64(statistics.dropped)));
    }

    void aDiskThatIsFullIsNamedAndRoomOnItIsEnough()
    {
        const QByteArray disk = m_folder->filePath(QStringLiteral("disk")).toUtf8();
        QVERIFY(QDir().mkpath(QString::fromUtf8(disk)));
        if (mount("tmpfs", disk.constData(), "tmpfs", 0, "size=4m") != 0)
            QSKIP("a disk of 4 MiB cannot be mounted here");
        const auto unmount = qScopeGuard([&] { umount2(disk.constData(), MNT_DETACH); });
        const QString path = QString::fromUtf8(disk) + QStringLiteral("/history.db");
        QFile ballast(QString::fromUtf8(disk) + QStringLiteral("/ballast"));
        QVERIFY(ballast.open(QIODevice::WriteOnly) && ballast.write(QByteArray(2 << 20, 'x')) == 2 << 20 && ballast.flush());
        History history(small());
        QVERIFY(history.open(path));
        QSignalSpy failed(&history, &History::failed);
        int batches = 0;
        for (; history.state() == HistoryState::Recording && batches < 1'000; ++batches) {
            history.append(ramp(batches * 1'000, (batches + 1) * 1'000));
            history.flush();
        }
        QCOMPARE(history.state(), HistoryState::Stalled);
        QCOMPARE(failed.size(), 1);
        const QString text = failed[0][0].value<Error>().text;
        QVERIFY2(text.contains(path) && text.contains(QLatin1String("make room")), qPrintable(text));
        history.append(ramp(batches * 1'000, (batches + 1) * 1'000)); // arrives while it stands still
        QVERIFY(ballast.remove());
        QTRY_COMPARE_WITH_TIMEOUT(history.state(), HistoryState::Recording, 10'000);
        QVERIFY(isRamp(all(history), (batches + 1) * 1'000));
        history.close();
        QVERIFY(history.open(path));
        QVERIFY(isRamp(all(history), (batches + 1) * 1'000));
        history.close();
    }

    void aReadOnlyFolderIsToldAndCanBeRead()
    {
        {
            History history;
            QVERIFY(history.open(m_path));
            history.append(ramp(0, 10));
        }
        constexpr auto readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(m_folder->path(), readable));
        const bool isRoot = geteuid() == 0; // who may write everywhere: be somebody else for a moment
        if (isRoot)
            QCOMPARE(seteuid(65'534), 0);
        History history;
        const auto refused = history.open(m_path);
        const auto opened = history.open(m_path, History::Access::ReadOnly);
        const qsizetype found = all(history).size();
        history.close();
        if (isRoot)
            QCOMPARE(seteuid(0), 0);
        QVERIFY(QFile::setPermissions(m_folder->path(), readable | QFile::WriteOwner));
        QVERIFY(!refused && refused.error().text.contains(m_path));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        QCOMPARE(found, 10);
    }

    void manySmallBlocksAreMerged()
    {
        History history;
        QVERIFY(history.open(m_path));
        for (int i = 0; i < 50; ++i) {
            history.append(ramp(i * 100, (i + 1) * 100));
            QMetaObject::invokeMethod(&history, &History::flush);
            history.close(); // leaves a journal
            QVERIFY(history.open(m_path));
        }
        compact(history);
        QVERIFY(isRamp(all(history), 5'000));
        history.close();
        QVERIFY(number(m_path, "SELECT count(*) FROM block WHERE tier = 0") <= 4);
        QCOMPARE(number(m_path, "SELECT sum(n) FROM block WHERE tier = 0"), qint64(5'000));
        QCOMPARE(number(m_path, "SELECT sum(n) FROM bucket WHERE tier = 2"), qint64(5'000));
    }

    void compactingLetsRecordingGoOn()
    {
        history::RecorderLimits limits;
        limits.blockSamples = 64;
        History history(limits);
        QVERIFY(history.open(m_path));
        constexpr int metrics = 400;
        constexpr int rounds = 60;
        Micros time = begin;
        const auto record = [&](int count) {
            SampleBatch batch;
            for (int i = 0; i < count; ++i, time += second) {
                for (quint32 n = 1; n <= metrics; ++n)
                    batch.samples.append({time, double(i), {n}, 0, 0});
            }
            history.append(batch);
            history.flush();
        };
        for (int i = 0; i < rounds; ++i) {
            record(3);
            if (i % 10 == 9)
                compact(history); // leaves small blocks behind
        }
        QSignalSpy compacted(&history, &History::compacted);
        qint64 longest = 0;
        int slices = 0;
        record(3);
        history.compact();
        for (QElapsedTimer turn; history.isCompacting(); ++slices) {
            turn.start();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = std::max(longest, turn.elapsed());
            history.append({{{time, 1.0, {1}, 0, 0}}, {}});
            time += second;
        }
        QCOMPARE(compacted.size(), 1);
        QVERIFY2(slices >= 1, "it came back to the event loop before it was done");
        QVERIFY2(longest < 1'000, qPrintable(QString::number(longest))); // generous: other programs run, too
        const auto checked = history.check();
        QVERIFY(checked);
        QCOMPARE(checked->damaged, 0);
        QCOMPARE(history.read({2}, begin, time + second, 10'000)->samples.size(), 3 * rounds + 3);
        QCOMPARE(history.read({1}, begin, time + second, 10'000)->samples.size(), 3 * rounds + 3 + slices);
    }

    void readingInPiecesGivesEverySampleOnce()
    {
        History history(small());
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 5'000));
        history.flush();
        history.append(ramp(5'000, 5'100));
        QList<Sample> found;
        int pieces = 0;
        for (Micros from = begin + 10 * second;; ++pieces) {
            const auto range = history.read(metric, from, begin + 5'050 * second, 333);
            QVERIFY(range);
            found += range->samples;
            if (range->complete)
                break;
            QVERIFY(range->samples.size() <= 333);
            from = range->next;
        }
        QVERIFY(pieces >= 15);
        QCOMPARE(found.size(), 5'040);
        for (qsizetype i = 0; i < found.size(); ++i)
            QCOMPARE(found[i].time, begin + (10 + i) * second);
    }

    void onlyTheLastQuestionOfAChartIsAnswered()
    {
        History history;
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 100));
        QSignalSpy ready(&history, &History::envelopeReady);
        for (quint64 id = 1; id <= 10; ++id)
            history.askEnvelope({id, 1, metric, begin, begin + 100 * second, 10});
        history.askEnvelope({11, 2, metric, begin, begin + 100 * second, 10});
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(ready[0][0].toULongLong(), 10ULL);
        QCOMPARE(ready[1][0].toULongLong(), 11ULL);
        QCOMPARE(ready[0][2].value<Envelope>().size(), 10);
    }

    void everyQuestionForSamplesIsAnsweredOrRefused()
    {
        History history;
        QSignalSpy ready(&history, &History::samplesReady);
        QSignalSpy refused(&history, &History::refused);
        history.askSamples({1, metric, begin, begin + 100 * second, 10});
        QCOMPARE(refused.size(), 1); // nothing is open
        QVERIFY(history.open(m_path));
        history.append(ramp(0, 100));
        history.askSamples({2, metric, begin, begin + 100 * second, 10});
        history.askSamples({3, metric, begin + 10 * second, begin + 100 * second, 1'000});
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(ready[0][0].toULongLong(), 2ULL);
        const auto first = ready[0][2].value<RecordedSamples>();
        QCOMPARE(first.samples.size(), 10);
        QVERIFY(!first.complete);
        QCOMPARE(first.next, begin + 9 * second + 1);
        QCOMPARE(ready[1][2].value<RecordedSamples>().samples.size(), 90);
        for (quint64 id = 4; id < 300; ++id)
            history.askSamples({id, metric, begin, begin + 100 * second, 10});
        const qsizetype tooMany = refused.size();
        QVERIFY(tooMany > 1);
        history.close();
        QCOMPARE(ready.size() + refused.size(), 299); // none is forgotten
    }

private:
    /// The same picture: every column's extremes are found within a column's width, and the samples are the same number.
    static void compareEnvelopes(const Envelope &found, const Envelope &expected, Micros width)
    {
        qint64 count = 0;
        for (const EnvelopeColumn &column : found)
            count += column.count;
        for (const EnvelopeColumn &column : expected)
            count -= column.count;
        QCOMPARE(count, 0);
        if (expected.isEmpty())
            return;
        QCOMPARE(found.constFirst().time, expected.constFirst().time);
        QCOMPARE(found.constFirst().first, expected.constFirst().first);
        QCOMPARE(found.constLast().endTime, expected.constLast().endTime);
        QCOMPARE(found.constLast().last, expected.constLast().last);
        for (const EnvelopeColumn &column : expected) {
            double min = std::numeric_limits<double>::infinity();
            double max = -min;
            for (const EnvelopeColumn &other : found) {
                if (other.endTime < column.time - width || other.time > column.endTime + width)
                    continue;
                min = std::min(min, other.min);
                max = std::max(max, other.max);
            }
            QVERIFY(min <= column.min && max >= column.max);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
