#include "core/series.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace muster;

namespace {

struct Point
{
    Micros time;
    double value;
};

/// What envelope() promises, the slow way.
Envelope bruteForce(const std::vector<Point> &points, Micros from, Micros to, int pixels)
{
    Envelope result;
    qint64 current = -1;
    const Point *before = nullptr;
    const Point *after = nullptr;
    for (const Point &point : points) {
        if (point.time < from) {
            before = &point;
            continue;
        }
        if (point.time >= to) {
            after = &point;
            break;
        }
        const qint64 pixel = (point.time - from) * pixels / (to - from);
        if (result.isEmpty() || pixel != current)
            result.append({point.time, point.time, point.value, point.value, point.value, point.value, 0});
        current = pixel;
        EnvelopeColumn &column = result.last();
        column.endTime = point.time;
        column.last = point.value;
        column.min = std::min(column.min, point.value);
        column.max = std::max(column.max, point.value);
        ++column.count;
    }
    if (before)
        result.prepend({before->time, before->time, before->value, before->value, before->value, before->value, 1});
    if (after)
        result.append({after->time, after->time, after->value, after->value, after->value, after->value, 1});
    return result;
}

void compare(const Envelope &actual, const Envelope &expected)
{
    QCOMPARE(actual.size(), expected.size());
    for (qsizetype i = 0; i < actual.size(); ++i)
        QVERIFY2(actual[i] == expected[i], qPrintable(QStringLiteral("column %1").arg(i)));
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptySeriesHasNoEnvelope()
    {
        Series series;
        QVERIFY(series.envelope(0, 1'000, 100).isEmpty());
        QVERIFY(series.append(5, 1));
        QVERIFY(series.envelope(10, 10, 100).isEmpty());
        QVERIFY(series.envelope(0, 10, 0).isEmpty());
    }

    void envelopeEqualsBruteForce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("limit");
        for (const int count : {1, 15, 16, 17, 255, 256, 257, 5'000, 70'000})
            for (const int limit : {1'024, 65'536})
                QTest::addRow("%d samples, limit %d", count, limit) << count << limit;
    }

    void envelopeEqualsBruteForce()
    {
        QFETCH(int, count);
        QFETCH(int, limit);
        std::mt19937 random(quint32(count + limit));
        std::uniform_int_distribution<int> step(0, 30);
        std::uniform_real_distribution<double> value(-100, 100);
        Series series;
        series.setLimit(limit);
        std::vector<Point> points;
        Micros time = 1'000'000;
        for (int i = 0; i < count; ++i) {
            time += step(random);
            points.push_back({time, value(random)});
            QVERIFY(series.append(points.back().time, points.back().value));
        }
        if (count > limit)
            points.erase(points.begin(), points.end() - limit);
        QCOMPARE(series.size(), qsizetype(points.size()));
        for (int round = 0; round < 40; ++round) {
            std::uniform_int_distribution<Micros> at(points.front().time - 50, points.back().time + 50);
            const Micros a = at(random);
            const Micros b = at(random);
            const int pixels = 1 + int(random() % 700);
            if (a < b)
                compare(series.envelope(a, b, pixels), bruteForce(points, a, b, pixels));
        }
    }

    void lateSamplesArePutInOrder()
    {
        std::mt19937 random(7);
        Series series;
        std::vector<Point> points;
        for (int i = 0; i < 20'000; ++i)
            points.push_back({Micros(i) * 10, double(random() % 1'000)});
        std::vector<Point> shuffled = points;
        for (size_t i = 0; i + 500 < shuffled.size(); i += 250)
            std::shuffle(shuffled.begin() + qsizetype(i), shuffled.begin() + qsizetype(i) + 500, random);
        // The oldest comes first: nothing may be put before the beginning.
        std::iter_swap(shuffled.begin(), std::find_if(shuffled.begin(), shuffled.end(), [](const Point &p) { return p.time == 0; }));
        for (const Point &point : shuffled)
            QVERIFY(series.append(point.time, point.value));
        for (const int pixels : {1, 7, 100, 1'200})
            compare(series.envelope(0, 200'000, pixels), bruteForce(points, 0, 200'000, pixels));
    }

    void tooLateSampleIsRefused()
    {
        Series series;
        for (int i = 0; i < Series::maxReorder + 10; ++i)
            QVERIFY(series.append(i * 10, i));
        QVERIFY(!series.append(15, 1));
        QVERIFY(series.append(Micros(Series::maxReorder) * 10 + 5, 1));
        QCOMPARE(series.size(), Series::maxReorder + 11);
    }

    void nanIsNeverAnExtreme()
    {
        Series series;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (int i = 0; i < 64; ++i)
            QVERIFY(series.append(i, i % 2 ? nan : i));
        const Envelope envelope = series.envelope(0, 64, 1);
        QCOMPARE(envelope.size(), 1);
        QCOMPARE(envelope[0].min, 0.0);
        QCOMPARE(envelope[0].max, 62.0);
        QVERIFY(std::isnan(envelope[0].last));
    }

    void smallerLimitForgetsTheOldest()
    {
        Series series;
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(series.append(i, i));
        const qsizetype before = series.bytes();
        series.setLimit(2'000);
        QCOMPARE(series.limit(), 2'048);
        QCOMPARE(series.size(), 2'048);
        QCOMPARE(series.timeAt(0), 10'000 - 2'048);
        QVERIFY(series.bytes() < before);
        QCOMPARE(series.envelope(0, 10'000, 1).first().min, 10'000.0 - 2'048);
        QVERIFY(series.append(10'000, 5));
        QCOMPARE(series.size(), 2'048);
    }

    // A site may have tens of thousands of metrics that hardly ever say something.
    void fewSamplesTakeLittleMemory()
    {
        Series series;
        series.append(1, 2.5);
        QVERIFY2(series.bytes() < 1'024, qPrintable(QString::number(series.bytes())));
        std::vector<Point> points {{1, 2.5}};
        for (int i = 2; i <= 5'000; ++i) {
            series.append(i, i % 37);
            points.push_back({i, double(i % 37)});
        }
        QCOMPARE(series.size(), 5'000);
        compare(series.envelope(0, 6'000, 50), bruteForce(points, 0, 6'000, 50));
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
