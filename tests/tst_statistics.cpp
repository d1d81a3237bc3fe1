#include "analysis/histogram.h"
#include "analysis/rollingband.h"
#include "analysis/statistics.h"
#include "analysis/window.h"

#include <QTest>

#include <cmath>
#include <deque>
#include <numeric>

using namespace muster;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Micros second = 1'000'000;

struct Point
{
    double seconds;
    double value;
};
using Points = QList<Point>;

StatisticsBuilder built(const Points &points, Micros longestStep = 0, StatisticsBuilder::Between between = StatisticsBuilder::Between::Line)
{
    StatisticsBuilder builder(longestStep, between);
    for (const Point &point : points)
        builder.add(Micros(point.seconds * 1e6), point.value);
    return builder;
}

/// NaN equals NaN here: what is unknown has to be unknown.
bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

double sum(const Histogram &histogram)
{
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), histogram.below + histogram.above);
}

} // namespace

Q_DECLARE_METATYPE(Points)

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatSamplesAmountTo_data();
    void tellsWhatSamplesAmountTo();
    void gapsBelongToNoMean();
    void statesHoldUntilTheyChange();
    void largeValuesLoseNothing();
    void medianOfManyIsNear();
    void summariesEstimate();
    void binsSuitTheData_data();
    void binsSuitTheData();
    void outliersDoNotSpoilTheBins();
    void binsCountEverySample();
    void windowAgreesWithBruteForce_data();
    void windowAgreesWithBruteForce();
    void windowIsBounded();
    void windowForgetsHugeValues();
    void bandMarksWhatFallsOut();
    void bandIsRobust_data();
    void bandIsRobust();
    void bandFollowsANewLevel();
};

void TestStatistics::tellsWhatSamplesAmountTo_data()
{
    QTest::addColumn<Points>("points");
    QTest::addColumn<QList<double>>("expected"); // count, invalid, min, max, mean, timeMean, median, deviation, last, integral
    const auto row = [](const char *name, const Points &points, const QList<double> &expected) { QTest::newRow(name) << points << expected; };
    row("nothing", {}, {0, 0, none, none, none, none, none, none, none, none});
    row("one", {{5, 3}}, {1, 0, 3, 3, 3, none, 3, none, 3, none});
    row("two", {{0, 1}, {2, 3}}, {2, 0, 1, 3, 2, 2, 2, std::sqrt(2.0), 3, 4});
    row("constant", {{0, 7}, {1, 7}, {5, 7}}, {3, 0, 7, 7, 7, 7, 7, 0, 7, 35});
    // The long stretch at 10 weighs more in time than among the samples.
    row("uneven steps", {{0, 0}, {1, 0}, {2, 10}, {12, 10}}, {4, 0, 0, 10, 5, 105.0 / 12, 5, std::sqrt(100.0 / 3), 10, 105});
    row("odd number", {{0, 9}, {1, 1}, {2, 5}}, {3, 0, 1, 9, 5, 4, 5, 4, 5, 8});
    row("NaN is a gap", {{0, 2}, {1, 2}, {2, none}, {3, 4}, {4, 4}}, {4, 1, 2, 4, 3, 3, 3, std::sqrt(4.0 / 3), 4, 6});
    row("infinity is a gap", {{0, infinity}, {1, 4}, {2, -infinity}}, {1, 2, 4, 4, 4, none, 4, none, 4, none});
    row("only NaN", {{0, none}, {1, none}}, {0, 2, none, none, none, none, none, none, none, none});
    row("same time", {{1, 1}, {1, 3}}, {2, 0, 1, 3, 2, none, 2, std::sqrt(2.0), 3, none});
    row("late sample counts but adds no time", {{0, 1}, {4, 1}, {2, 10}, {6, 1}}, {4, 0, 1, 10, 3.25, 1, 1, 4.5, 1, 6});
    row("negative", {{0, -5}, {2, 5}}, {2, 0, -5, 5, 0, 0, 0, std::sqrt(50.0), 5, 0});
}

void TestStatistics::tellsWhatSamplesAmountTo()
{
    QFETCH(const Points, points);
    QFETCH(const QList<double>, expected);
    const Statistics so = built(points).result();
    const QList<double> actual {double(so.count), double(so.invalid), so.min, so.max, so.mean, so.timeMean, so.median, so.deviation, so.last, so.integral};
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY2(same(actual[i], expected[i]), qPrintable(QStringLiteral("%1: %2 instead of %3").arg(i).arg(actual[i]).arg(expected[i])));
}

void TestStatistics::gapsBelongToNoMean()
{
    const Statistics so = built({{0, 2}, {1, 2}, {100, 8}, {101, 8}}, 5 * second).result();
    QCOMPARE(so.gaps, 1);
    QCOMPARE(so.covered, 2 * second);
    QCOMPARE(so.integral, 10.0);
    QCOMPARE(so.timeMean, 5.0);
    QCOMPARE(built({{0, 2}, {100, 8}}).result().gaps, 0);
}

void TestStatistics::statesHoldUntilTheyChange()
{
    const Statistics so = built({{0, 1}, {9, 0}, {10, 1}}, 0, StatisticsBuilder::Between::Hold).result();
    QCOMPARE(so.integral, 9.0);
    QCOMPARE(so.timeMean, 0.9);
}

void TestStatistics::largeValuesLoseNothing()
{
    StatisticsBuilder builder;
    for (int i = 0; i < 1'000'000; ++i)
        builder.add(i * second, 1e9 + i % 2);
    const Statistics so = builder.result();
    QVERIFY(std::abs(so.mean - (1e9 + 0.5)) < 1e-6);
    QVERIFY(std::abs(so.deviation - 0.5) < 1e-6);
    const Statistics huge = built({{0, 1.7e308}, {1, -1.7e308}, {2, 1.7e308}}).result();
    QVERIFY(std::isfinite(huge.integral));
    QVERIFY(std::isfinite(huge.median));
}

void TestStatistics::medianOfManyIsNear()
{
    StatisticsBuilder builder;
    constexpr int many = 1'000'000;
    for (int i = 0; i < many; ++i)
        builder.add(i, double(i) * 7919 - std::floor(double(i) * 7919 / many) * many); // each of 0 … many - 1 once, shuffled
    const Statistics so = builder.result();
    QVERIFY(so.isSampled);
    QVERIFY2(std::abs(so.median / many - 0.5) < 0.006, qPrintable(QString::number(so.median)));
    QVERIFY(!built({{0, 1}}).result().isSampled);
    QCOMPARE(builder.values().kept().size(), Reservoir::defaultLimit);
}

void TestStatistics::summariesEstimate()
{
    StatisticsBuilder builder;
    builder.add(EnvelopeColumn {0, 10 * second, 5, 6, 0, 10, 100});
    builder.add(EnvelopeColumn {20 * second, 30 * second, 7, 8, 5, 10, 300});
    builder.add(EnvelopeColumn {40 * second, 40 * second, 2, 2, 2, 2, 1});
    const Statistics so = builder.result();
    QVERIFY(so.isEstimated);
    QCOMPARE(so.count, 401);
    QCOMPARE(so.min, 0.0);
    QCOMPARE(so.max, 10.0);
    QCOMPARE(so.last, 2.0);
    QVERIFY(std::abs(so.mean - (100 * 5 + 300 * 7.5 + 2) / 401) < 1e-9);
    QVERIFY(std::isnan(so.deviation));
    QCOMPARE(so.covered, 40 * second);
    StatisticsBuilder exact;
    exact.add(EnvelopeColumn {0, second, 1, 3, 1, 3, 2});
    QVERIFY(!exact.result().isEstimated);
    QCOMPARE(exact.result().mean, 2.0);
    StatisticsBuilder invalid;
    invalid.add(EnvelopeColumn {0, second, none, none, none, none, 5});
    QCOMPARE(invalid.result().count, 0);
}

void TestStatistics::binsSuitTheData_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QList<double> even;
    QList<double> states;
    QList<double> decimals;
    for (int i = 0; i < 1'000; ++i) {
        even.append(i * 0.001 + std::sqrt(double(i)) * 1e-6);
        states.append(i % 3);
        decimals.append(std::round(215 + 10 * std::sin(i)) / 10);
    }
    QTest::newRow("nothing") << QList<double> {} << 0 << 0;
    QTest::newRow("one value") << QList<double> {4, 4, 4} << 1 << 1;
    QTest::newRow("even: 2 · 0.5 / 10 wide") << even << 9 << 11;
    QTest::newRow("states get a bin each") << states << 3 << 3;
    QTest::newRow("a decimal gets a bin each") << decimals << 21 << 21;
    QTest::newRow("two values") << QList<double> {1, 2, 1, 1, 2} << 2 << 2;
    QTest::newRow("as far apart as can be") << QList<double> {-1.7e308, 1.7e308, 0} << 1 << 60;
    QTest::newRow("as near as can be") << QList<double> {1, std::nextafter(1, 2), 1} << 1 << 60;
}

void TestStatistics::binsSuitTheData()
{
    QFETCH(const QList<double>, values);
    QFETCH(const int, least);
    QFETCH(const int, most);
    Reservoir reservoir;
    for (const double value : values)
        reservoir.add(value);
    const Histogram histogram = histogramOf(reservoir);
    QVERIFY2(histogram.counts.size() >= least && histogram.counts.size() <= most, qPrintable(QString::number(histogram.counts.size())));
    QCOMPARE(sum(histogram), double(values.size()));
    QCOMPARE(histogram.samples, values.size());
}

void TestStatistics::outliersDoNotSpoilTheBins()
{
    Reservoir reservoir;
    for (int i = 0; i < 10'000; ++i)
        reservoir.add(20 + std::sin(i * 0.7) + i * 1e-7);
    reservoir.add(1e9);
    reservoir.add(-1e9);
    const Histogram histogram = histogramOf(reservoir);
    QVERIFY(histogram.counts.size() > 10);
    QVERIFY(histogram.low > 18 && histogram.high() < 22);
    QVERIFY(histogram.below >= 1 && histogram.above >= 1);
    QCOMPARE(sum(histogram), 10'002.0);
}

void TestStatistics::binsCountEverySample()
{
    Reservoir reservoir(1'000);
    for (int i = 0; i < 50'000; ++i)
        reservoir.add(std::sin(i * 0.31));
    const Histogram histogram = histogramOf(reservoir);
    QVERIFY(histogram.isSampled);
    QCOMPARE(histogram.samples, 50'000);
    QVERIFY(std::abs(sum(histogram) - 50'000) < 1e-6);
}

void TestStatistics::windowAgreesWithBruteForce_data()
{
    QTest::addColumn<Micros>("step");
    QTest::newRow("exact, fewer than buckets") << Micros(37'000);
    QTest::newRow("exact, one in the window") << Micros(9'000'000);
    QTest::newRow("shared buckets") << Micros(100);
}

void TestStatistics::windowAgreesWithBruteForce()
{
    QFETCH(const Micros, step);
    constexpr Micros length = 10 * second;
    Window window(length);
    std::deque<std::pair<Micros, double>> all;
    const Micros grain = step < length / Window::buckets ? length / Window::buckets : 0;
    for (int i = 0; i < 300'000; ++i) {
        const Micros now = i * step;
        const double value = std::sin(i * 0.01) * 10 + i % 7;
        window.advance(now);
        window.add(now, value);
        all.emplace_back(now, value);
        while (all.front().first <= now - length - grain)
            all.pop_front();
        if (i % 4'999 != 0)
            continue;
        // Numbers that share a bucket with one that is still in may be in as well: compared with both ends of what is possible.
        double least = 0;
        double most = 0;
        double sum = 0;
        for (const auto &[time, number] : all) {
            most += 1;
            least += time > now - length ? 1 : 0;
            sum += time > now - length ? number : 0;
        }
        const Aggregate total = window.total();
        QVERIFY(total.count >= least && total.count <= most);
        if (grain == 0)
            QVERIFY(std::abs(total.sum() - sum) < 1e-6);
        QVERIFY(std::abs(total.mean - sum / least) < 0.05);
    }
}

void TestStatistics::windowIsBounded()
{
    Window window(second);
    for (int i = 0; i < 5'000'000; ++i) {
        window.advance(i);
        window.add(i, i);
    }
    QCOMPARE(window.total().max, 4'999'999.0);
    QVERIFY(window.total().min <= 3'999'999.0 + 1 && window.total().min >= 3'999'999.0 - second / Window::buckets - 1);
    window.advance(100 * second);
    QVERIFY(window.isEmpty());
    // Times from one end to the other.
    window.add(std::numeric_limits<Micros>::min() + 1, 1);
    window.add(std::numeric_limits<Micros>::max(), 2);
    window.advance(std::numeric_limits<Micros>::min());
    QCOMPARE(window.total().count, 2.0);
    window.advance(std::numeric_limits<Micros>::max());
    QCOMPARE(window.total().count, 1.0);
}

void TestStatistics::windowForgetsHugeValues()
{
    Window window(10 * second);
    window.add(0, 1e300);
    for (int i = 1; i <= 20; ++i) {
        window.advance(i * second);
        window.add(i * second, 0.1);
    }
    QCOMPARE(window.total().mean, 0.1);
    QVERIFY(window.total().deviation() < 1e-12);
}

void TestStatistics::bandMarksWhatFallsOut()
{
    RollingBand band(60 * second);
    int marked = 0;
    for (int i = 0; i < 600; ++i)
        marked += band.add(i * second, 20 + std::sin(i * 1.3) + (i == 500 ? 9 : 0)) ? 1 : 0;
    QCOMPARE(marked, 1);
    const auto limits = band.band();
    QVERIFY(limits && limits->low < 19 && limits->high > 21);
}

void TestStatistics::bandIsRobust_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<int>("marks");
    QList<double> constant(100, 21.5);
    QTest::newRow("constant") << constant << 0;
    QList<double> step = constant;
    step[60] = 21.6;
    QTest::newRow("the smallest step of a constant metric") << step << 0;
    QList<double> jump = constant;
    jump[60] = 35;
    QTest::newRow("a jump of a constant metric") << jump << 1;
    QList<double> early {20, 20, 20, 500, 20, 20};
    QTest::newRow("no verdict at the start") << early << 0;
    QList<double> states;
    for (int i = 0; i < 100; ++i)
        states.append(i == 90 ? 1 : 0);
    QTest::newRow("a switch") << states << 0;
    QList<double> holes = constant;
    holes[50] = none;
    holes[51] = infinity;
    QTest::newRow("what is no number") << holes << 0;
    QTest::newRow("huge") << QList<double>(50, 1e300) << 0;
}

void TestStatistics::bandIsRobust()
{
    QFETCH(const QList<double>, values);
    RollingBand band(60 * second);
    int marked = 0;
    for (qsizetype i = 0; i < values.size(); ++i)
        marked += band.add(i * second, values[i]) ? 1 : 0;
    QTEST(marked, "marks");
}

void TestStatistics::bandFollowsANewLevel()
{
    RollingBand band(60 * second);
    int late = 0;
    int early = 0;
    for (int i = 0; i < 400; ++i) {
        const bool out = band.add(i * second, (i < 200 ? 10 : 50) + std::sin(i * 1.7));
        (i < 260 ? early : late) += out ? 1 : 0;
    }
    QVERIFY(early > 0 && early < 10);
    QCOMPARE(late, 0);
    QCOMPARE(bandWindow(600 * second, second), 60 * second);
    QCOMPARE(bandWindow(60 * second, 10 * second), 600 * second);
    QCOMPARE(bandWindow(std::numeric_limits<Micros>::max(), std::numeric_limits<Micros>::max()), Window::longest);
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
