// What charts are made of and draw with, without a window: scales, the stretch of time, the rules for traces, lines and columns.

#include "core/fleet.h"
#include "ui/chart/envelopecache.h"
#include "ui/chart/gaps.h"
#include "ui/chart/scale.h"
#include "ui/chart/statebar.h"
#include "ui/chart/timeview.h"
#include "ui/chart/tracepaint.h"
#include "ui/chart/traceset.h"

#include <QDateTime>
#include <QImage>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros noon = 1'700'000'000LL * second;

Metric metric(quint32 id, const char *key, const char *unit, MetricType type = MetricType::Number)
{
    Metric result;
    result.id = MetricId {id};
    result.key = QLatin1String(key);
    result.unit = QString::fromUtf8(unit);
    result.type = type;
    return result;
}

Device device(quint32 id, QList<Metric> metrics)
{
    Device result;
    result.id = DeviceId {id};
    result.addresses = {QStringLiteral("test:%1").arg(id)};
    result.name = QStringLiteral("Device %1").arg(id);
    result.metrics = std::move(metrics);
    return result;
}

/// A 100 × 50 picture of one trace over 100 s, values 0 … 10.
QImage drawn(const Envelope &envelope, bool steps = false, Micros present = 0, Micros gap = 0)
{
    QImage image(100, 50, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const tracepaint::Map map {QRectF(0, 0, 100, 50), noon, noon + 100 * second, {0, 10}, 1};
    tracepaint::paint(painter, envelope, map, {QColor(Qt::red), steps, present, gap});
    return image;
}

QImage drawn(const Series &series, bool steps = false, Micros present = 0)
{
    return drawn(series.envelope(noon, noon + 100 * second, 100), steps, present);
}

bool isBlank(const QImage &image)
{
    QImage white(image.size(), image.format());
    white.fill(Qt::white);
    return image == white;
}

/// The rows of a column that are painted, top and bottom; {-1, -1}: none.
std::pair<int, int> painted(const QImage &image, int x)
{
    std::pair<int, int> rows {-1, -1};
    for (int y = 0; y < image.height(); ++y) {
        if (qGreen(image.pixel(x, y)) > 200)
            continue;
        rows.second = y;
        if (rows.first < 0)
            rows.first = y;
    }
    return rows;
}

} // namespace

class TestChartDraw : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreRound();
    void flatLinesGetASensibleSpan_data();
    void flatLinesGetASensibleSpan();
    void spansHoldTheDataAndKeepStill();
    void labelsTellNeighbouringTicksApart_data();
    void labelsTellNeighbouringTicksApart();
    void timeTicksAreRoundAndFew();
    void followingMovesInWholeColumns();
    void zoomKeepsTheTimeUnderTheCursor();
    void panningBackStandsStillAndReachingThePresentFollows();
    void pauseStopsTheClockOfTheViewOnly();
    void everythingReachesFromTheOldestSampleToThePresent();
    void eachUnitGetsASideAndTheThirdIsRefused();
    void statesNeedNoAxisAndTheNinthTraceIsRefused();
    void changingSidesKeepsUnitsApart();
    void storedTracesFindTheirDeviceWhenItAppears();
    void rubbishInStoredTracesIsLeftOut();
    void denseColumnsReachFromMinimumToMaximum();
    void denseFlatLinesAreVisible();
    void sparseSamplesAreJoinedStraight();
    void statesAreDrawnAsSteps();
    void missingValuesLeaveAGap();
    void silencesAreTold_data();
    void silencesAreTold();
    void silencesBreakTheLine();
    void loneSampleBetweenGapsIsVisible();
    void insideOfAGapNothingIsDrawn();
    void longRangesCountInMonthsAndYears();
    void anotherDayIsNamed();
    void statesLastUntilTheNext();
    void statesTooShortToTellAreMixed();
    void textsBecomeBandsAndEventsFlags();
    void wordsKeepTheirColour();
    void bandsArePainted();
    void nothingIsDrawnOutside();
    void anOldValueIsCarriedOnDotted();
    void linesAreCutAtTheEdges();
    void keptColumnsEqualFreshOnes();
};

void TestChartDraw::stepsAreRound()
{
    QCOMPARE(scale::niceStep(10, 5), 2.0);
    QCOMPARE(scale::niceStep(1, 6), 0.2);
    QCOMPARE(scale::niceStep(0.00037, 5), 0.0001);
    QCOMPARE(scale::niceStep(7e12, 4), 2e12);
    QCOMPARE(scale::niceStep(0, 5), 1.0);
    QCOMPARE(scale::niceStep(NAN, 5), 1.0);
}

void TestChartDraw::flatLinesGetASensibleSpan_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {0.0, 1.0, -3.5, 21.5, 230.0, 1e-5, 1e9, -1e300, 1013.25})
        QTest::newRow(qPrintable(QString::number(value))) << value;
}

void TestChartDraw::flatLinesGetASensibleSpan()
{
    QFETCH(double, value);
    const scale::Span span = scale::comfortable(value, value);
    QVERIFY(span.low < value && value < span.high);
    QVERIFY(std::isfinite(span.length()));
    QVERIFY2(span.length() <= std::max(4.0, std::abs(value) * 0.6), qPrintable(QString::number(span.length())));
    QVERIFY(span.length() >= std::abs(value) * 1e-3);
}

void TestChartDraw::spansHoldTheDataAndKeepStill()
{
    const scale::Span span = scale::comfortable(20.3, 24.8);
    QVERIFY(span.low <= 20.3 && span.high >= 24.8);
    QCOMPARE(span, (scale::Span {20, 25}));
    QVERIFY(scale::suits(span, 21, 24));
    QVERIFY(!scale::suits(span, 19, 24));
    QVERIFY(!scale::suits({0, 1000}, 20, 24));
    scale::Span at {0, 1};
    int frames = 0;
    for (; at != scale::Span {20, 25} && frames < 100; ++frames)
        at = scale::towards(at, {20, 25});
    QVERIFY2(frames < 16, "there within a quarter of a second");
}

void TestChartDraw::labelsTellNeighbouringTicksApart_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("percent") << 0.0 << 100.0;
    QTest::newRow("small") << 0.0 << 0.0003;
    QTest::newRow("tiny") << 0.0 << 3e-9;
    QTest::newRow("large") << 0.0 << 4e9;
    QTest::newRow("narrow far out") << 1e8 << 1e8 + 5;
    QTest::newRow("pressure") << 1013.2 << 1013.4;
}

void TestChartDraw::labelsTellNeighbouringTicksApart()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const double step = scale::niceStep(high - low, 6);
    const QByteArray format = scale::labelFormat({low, high}, step).toLatin1();
    QStringList labels;
    for (double tick = std::ceil(low / step) * step; tick <= high; tick += step)
        labels.append(QString::asprintf(format.constData(), tick));
    QVERIFY(labels.size() >= 2);
    QCOMPARE(labels.removeDuplicates(), 0);
}

void TestChartDraw::timeTicksAreRoundAndFew()
{
    for (const Micros length : {10'000LL, 3 * second, 60 * second, 3'600 * second, 86'400 * second, 30 * 86'400 * second, 400 * 86'400 * second, 9'000 * 86'400 * second}) {
        const auto ticks = scale::timeTicks(noon, noon + length, 8);
        QVERIFY2(ticks.size() >= 1 && ticks.size() <= 8, qPrintable(QString::number(length)));
        for (const scale::TimeTick &tick : ticks) {
            QVERIFY(tick.time >= noon && tick.time < noon + length);
            QVERIFY(!tick.label.isEmpty());
        }
    }
    const auto minutes = scale::timeTicks(noon, noon + 3'600 * second, 8);
    for (const scale::TimeTick &tick : minutes)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.time / 1'000).time().minute() % 10, 0);
    QVERIFY(scale::timeTicks(noon, noon, 8).isEmpty());
}

void TestChartDraw::followingMovesInWholeColumns()
{
    TimeView view;
    view.setWindow(60 * second);
    const auto range = view.range(noon, 0, 1'000);
    QCOMPARE(range.length(), 60 * second);
    QVERIFY(range.to > noon && range.to <= noon + 60'000);
    for (Micros later = 0; later < 300'000; later += 7'000) {
        const auto next = view.range(noon + later, 0, 1'000);
        QCOMPARE((next.from - range.from) % 60'000, 0);
        QCOMPARE(next.length(), range.length());
    }
}

void TestChartDraw::zoomKeepsTheTimeUnderTheCursor()
{
    TimeView view;
    const auto before = view.range(noon, 0, 1'000);
    view.zoom(0.5, 0.25, before, noon);
    const auto after = view.range(noon, 0, 1'000);
    QVERIFY(!view.isFollowing());
    QCOMPARE(after.length(), before.length() / 2);
    QCOMPARE(after.from + after.length() / 4, before.from + before.length() / 4);
    // Neither beyond what can be told apart nor beyond what anybody has.
    for (int i = 0; i < 200; ++i)
        view.zoom(0.5, 0.5, view.range(noon, 0, 1'000), noon);
    QCOMPARE(view.window(), TimeView::shortest);
    for (int i = 0; i < 200; ++i)
        view.zoom(2, 0.5, view.range(noon, 0, 1'000), noon);
    QCOMPARE(view.window(), TimeView::longest);
    QVERIFY(view.isFollowing());
}

void TestChartDraw::panningBackStandsStillAndReachingThePresentFollows()
{
    TimeView view;
    const auto before = view.range(noon, 0, 1'000);
    view.pan(-10 * second, before, noon);
    QVERIFY(!view.isFollowing());
    QCOMPARE(view.range(noon + 99 * second, 0, 1'000), view.range(noon, 0, 1'000));
    const Micros column = before.length() / 1'000;
    QVERIFY(std::abs(view.range(noon, 0, 1'000).from - (before.from - 10 * second)) <= column);
    QVERIFY2((view.range(noon, 0, 1'000).from - before.from) % column == 0, "the columns stay the same ones");
    view.pan(11 * second, view.range(noon, 0, 1'000), noon);
    QVERIFY(view.isFollowing());
    QVERIFY(view.range(noon + 50 * second, 0, 1'000).to >= noon + 50 * second);
}

void TestChartDraw::pauseStopsTheClockOfTheViewOnly()
{
    TimeView view;
    const auto before = view.range(noon, 0, 1'000);
    view.pause(noon);
    const auto paused = view.range(noon + 60 * second, 0, 1'000);
    QVERIFY(paused.to > noon && paused.to <= noon + 120'000);
    QCOMPARE(view.range(noon + 90 * second, 0, 1'000), paused);
    view.pan(100 * second, before, noon + 60 * second);
    QVERIFY2(view.range(noon + 60 * second, 0, 1'000).to <= before.to, "what came after the pause stays hidden");
    view.resume();
    QVERIFY(view.range(noon + 60 * second, 0, 1'000).to > noon + 60 * second);
}

void TestChartDraw::everythingReachesFromTheOldestSampleToThePresent()
{
    TimeView view;
    view.setWindow(TimeView::everything);
    for (const Micros age : {5 * second, 3'600 * second, 700 * 86'400 * second}) {
        const auto range = view.range(noon, noon - age, 1'000);
        const Micros air = age / 80;
        QVERIFY2(range.from <= noon - age && range.from > noon - age - air, qPrintable(QString::number(age)));
        QVERIFY(range.to > noon && range.to < noon + air);
        QCOMPARE(range.length() % 1'000, 0);
        // A range that grows with the time must not change its columns all the time: what is known of them would be worth nothing.
        int changes = 0;
        for (Micros step = 1; step <= 100; ++step)
            changes += view.range(noon + step * age / 10'000, noon - age, 1'000).length() != range.length() ? 1 : 0;
        QVERIFY2(changes <= 100 && view.range(noon + age / 1'000, noon - age, 1'000).length() <= range.length() * 101 / 100, "in small steps");
    }
    QVERIFY(view.range(noon, 1, 1'000).length() <= TimeView::longest * 101 / 100);
    QVERIFY(view.range(noon, 0, 1'000).length() > 0);
    QVERIFY(view.range(noon, noon + 99, 1'000).length() > 0);
}

void TestChartDraw::eachUnitGetsASideAndTheThirdIsRefused()
{
    Fleet fleet;
    fleet.announce({device(1, {metric(1, "t", "°C"), metric(2, "p", "bar"), metric(3, "u", "V"), metric(4, "t2", "°C")})});
    TraceSet traces;
    QVERIFY(traces.add(fleet, MetricId {1}));
    QVERIFY(traces.add(fleet, MetricId {2}));
    QCOMPARE(traces.at(0).side, Side::Left);
    QCOMPARE(traces.at(1).side, Side::Right);
    const auto third = traces.add(fleet, MetricId {3});
    QVERIFY(!third);
    QCOMPARE(third.error().code, Error::Code::Refused);
    QVERIFY(third.error().text.contains(QStringLiteral("bar")) && third.error().text.contains(QStringLiteral("V")));
    QVERIFY(traces.add(fleet, MetricId {4}));
    QCOMPARE(traces.at(2).side, Side::Left);
    QVERIFY2(traces.add(fleet, MetricId {4}) && traces.size() == 3, "once more is no more");
    QVERIFY(!traces.add(fleet, MetricId {99}));
}

void TestChartDraw::statesNeedNoAxisAndTheNinthTraceIsRefused()
{
    Fleet fleet;
    QList<Metric> metrics {metric(20, "text", "", MetricType::Text)};
    for (quint32 i = 1; i <= 9; ++i)
        metrics.append(metric(i, qPrintable(QString::number(i)), "V"));
    fleet.announce({device(1, metrics)});
    TraceSet traces;
    QVERIFY(traces.add(fleet, MetricId {20}));
    QVERIFY(!traces.uses(Side::Left) && !traces.uses(Side::Right));
    traces.remove(0);
    QSet<int> colours;
    for (quint32 i = 1; i <= 8; ++i) {
        QVERIFY(traces.add(fleet, MetricId {i}));
        colours.insert(traces.at(traces.size() - 1).colour);
    }
    QCOMPARE(colours.size(), 8);
    QCOMPARE(traces.add(fleet, MetricId {9}).error().code, Error::Code::TooLarge);
    traces.remove(3);
    QVERIFY(traces.add(fleet, MetricId {9}));
    QCOMPARE(traces.at(7).colour, 3);
}

void TestChartDraw::changingSidesKeepsUnitsApart()
{
    Fleet fleet;
    fleet.announce({device(1, {metric(1, "t", "°C"), metric(2, "t2", "°C"), metric(3, "p", "bar")})});
    TraceSet traces;
    for (quint32 i : {1U, 2U})
        QVERIFY(traces.add(fleet, MetricId {i}));
    traces.changeSide(1);
    QCOMPARE(traces.at(0).side, Side::Left);
    QCOMPARE(traces.at(1).side, Side::Right);
    traces.changeSide(1);
    QVERIFY(traces.add(fleet, MetricId {3}));
    traces.changeSide(0);
    QCOMPARE(traces.unit(Side::Left), QStringLiteral("bar"));
    QCOMPARE(traces.unit(Side::Right), QStringLiteral("°C"));
    QCOMPARE(traces.at(1).side, Side::Right);
}

void TestChartDraw::storedTracesFindTheirDeviceWhenItAppears()
{
    QJsonArray stored;
    {
        Fleet fleet;
        fleet.announce({device(1, {metric(1, "t", "°C"), metric(2, "p", "bar")})});
        TraceSet traces;
        QVERIFY(traces.add(fleet, MetricId {1}));
        QVERIFY(traces.add(fleet, MetricId {2}));
        traces.setShown(0, false);
        traces.setColour(1, 5);
        stored = traces.save();
    }
    TraceSet traces;
    traces.restore(stored);
    Fleet fleet;
    QVERIFY(!traces.resolve(fleet));
    QVERIFY(!traces.at(0).metric.isValid());
    QCOMPARE(traces.at(0).name(), QStringLiteral("Device 1 · t"));
    fleet.announce({device(1, {metric(8, "p", "bar"), metric(7, "t", "°C")})});
    QVERIFY(traces.resolve(fleet));
    QCOMPARE(traces.at(0).metric, MetricId {7});
    QCOMPARE(traces.at(1).metric, MetricId {8});
    QVERIFY(!traces.at(0).shown);
    QCOMPARE(traces.at(1).colour, 5);
    QCOMPARE(traces.at(1).side, Side::Right);
    QCOMPARE(traces.save(), stored);
}

void TestChartDraw::rubbishInStoredTracesIsLeftOut()
{
    TraceSet traces;
    traces.restore({QJsonValue(7), QJsonObject(), QJsonObject {{QStringLiteral("device"), QStringLiteral("a")}},
        QJsonObject {{QStringLiteral("device"), QStringLiteral("a")}, {QStringLiteral("metric"), QStringLiteral("m")}, {QStringLiteral("colour"), 1e9},
            {QStringLiteral("type"), -4}}});
    QCOMPARE(traces.size(), 1);
    QVERIFY(traces.at(0).colour < 8);
}

void TestChartDraw::denseColumnsReachFromMinimumToMaximum()
{
    Series series;
    for (int i = 0; i < 1'000; ++i) // ten a column: a saw from 2 to 8 in each
        series.append(noon + i * second / 10, i % 10 < 5 ? 2 : 8);
    const QImage image = drawn(series);
    for (int x = 1; x < 99; ++x) {
        const auto [top, bottom] = painted(image, x);
        QVERIFY2(std::abs(top - 10) <= 1 && std::abs(bottom - 40) <= 1, qPrintable(QStringLiteral("%1: %2–%3").arg(x).arg(top).arg(bottom)));
    }
}

void TestChartDraw::denseFlatLinesAreVisible()
{
    Series series;
    for (int i = 0; i < 1'000; ++i)
        series.append(noon + i * second / 10, 5);
    const QImage image = drawn(series);
    for (int x = 0; x < 100; ++x) {
        const auto [top, bottom] = painted(image, x);
        QVERIFY(top >= 23 && bottom <= 26 && top >= 0);
    }
}

void TestChartDraw::sparseSamplesAreJoinedStraight()
{
    Series series;
    series.append(noon, 0);
    series.append(noon + 50 * second, 10);
    series.append(noon + 99 * second, 0);
    const QImage image = drawn(series);
    const auto [top, bottom] = painted(image, 25);
    QVERIFY2(top >= 22 && bottom <= 28, "half way up after half of the time");
    QVERIFY(painted(image, 75).first > 20);
}

void TestChartDraw::statesAreDrawnAsSteps()
{
    Series series;
    series.append(noon, 0);
    series.append(noon + 50 * second, 8);
    series.append(noon + 99 * second, 8);
    const QImage image = drawn(series, true);
    QVERIFY2(painted(image, 40).first >= 46, "still low just before");
    QVERIFY(painted(image, 49).second - painted(image, 51).first > 20 || painted(image, 50).second - painted(image, 50).first > 20);
    QVERIFY(painted(image, 60).second <= 12);
}

void TestChartDraw::missingValuesLeaveAGap()
{
    Series series;
    series.append(noon + 10 * second, 5);
    series.append(noon + 40 * second, 5);
    series.append(noon + 50 * second, std::numeric_limits<double>::quiet_NaN());
    series.append(noon + 60 * second, 5);
    series.append(noon + 90 * second, 5);
    const QImage image = drawn(series);
    QVERIFY(painted(image, 25).first >= 0);
    QCOMPARE(painted(image, 50), std::make_pair(-1, -1));
    QVERIFY(painted(image, 75).first >= 0);
    // The same where samples are dense.
    Series dense;
    for (int i = 0; i < 1'000; ++i)
        dense.append(noon + i * second / 10, i >= 400 && i < 600 ? std::numeric_limits<double>::quiet_NaN() : 5);
    QCOMPARE(painted(drawn(dense), 50), std::make_pair(-1, -1));
    QVERIFY(painted(drawn(dense), 30).first >= 0);
}

void TestChartDraw::silencesAreTold_data()
{
    QTest::addColumn<QList<int>>("distances"); // s
    QTest::addColumn<int>("longest");          // silence that is no gap
    QTest::newRow("regular") << QList<int>(50, 10) << 50;
    QTest::newRow("regular with outages") << QList<int>(45, 10) + QList<int> {600, 5'000} << 50;
    QTest::newRow("bursts of three") << QList<int> {0, 0, 60, 0, 0, 60, 0, 0, 60, 0, 0, 60, 0, 0, 60, 0, 0, 60, 0, 0, 60, 0, 0, 60, 0, 0, 60} << 100;
    QTest::newRow("when something changes") << QList<int> {5, 80, 20, 300, 7, 120, 9, 250, 60, 11, 310, 40} << 750;
    QTest::newRow("few") << QList<int> {10, 10, 10} << 0;
}

void TestChartDraw::silencesAreTold()
{
    QFETCH(QList<int>, distances);
    QFETCH(int, longest);
    Series series;
    Micros time = noon;
    series.append(time, 1);
    for (const int distance : distances)
        series.append(time += distance * second, 1);
    GapRule rule;
    const Envelope envelope = series.envelope(noon, time + second, 1'000'000);
    QCOMPARE(rule.limit(envelope, Series(), second / 10, true) / second, longest);
}

void TestChartDraw::silencesBreakTheLine()
{
    // Few samples and many, with twenty seconds of silence in the middle.
    for (const Micros distance : {2 * second, second / 20}) {
        Series series;
        for (Micros time = noon; time < noon + 100 * second; time += distance) {
            if (time < noon + 40 * second || time >= noon + 60 * second)
                series.append(time, 5);
        }
        const Envelope envelope = series.envelope(noon, noon + 100 * second, 100);
        GapRule rule;
        const Micros gap = rule.limit(envelope, series, second, true);
        const QImage broken = drawn(envelope, false, 0, gap);
        QCOMPARE(painted(broken, 50).first, -1);
        QVERIFY(painted(broken, 20).first >= 0 && painted(broken, 80).first >= 0);
        QVERIFY2(painted(drawn(envelope), 50).first >= 0, "without the rule it is drawn across");
    }
}

void TestChartDraw::loneSampleBetweenGapsIsVisible()
{
    Series series;
    for (int i = 0; i < 20; ++i)
        series.append(noon + i * second, 5);
    series.append(noon + 60 * second, 5);
    const QImage image = drawn(series.envelope(noon, noon + 100 * second, 100), false, 0, 5 * second);
    QVERIFY(painted(image, 60).first >= 0);
    QCOMPARE(painted(image, 40).first, -1);
    QCOMPARE(painted(image, 80).first, -1);
}

void TestChartDraw::insideOfAGapNothingIsDrawn()
{
    Series series;
    for (int i = 0; i < 20; ++i)
        series.append(noon - 1'000 * second + i * second, 5);
    series.append(noon + 1'000 * second, 5);
    GapRule rule;
    const Envelope envelope = series.envelope(noon, noon + 100 * second, 100);
    QCOMPARE(envelope.size(), 2);
    const Micros gap = rule.limit(envelope, series, second, true);
    QVERIFY2(gap > 0, "two samples do not tell, live memory does");
    QVERIFY(isBlank(drawn(envelope, false, 0, gap)));
}

void TestChartDraw::longRangesCountInMonthsAndYears()
{
    const auto ticks = scale::timeTicks(noon - 365 * 86'400 * second, noon, 10);
    QVERIFY(ticks.size() >= 4);
    bool year = false;
    for (const scale::TimeTick &tick : ticks) {
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.time / 1'000).date().day(), 1);
        year = year || tick.label.contains(QStringLiteral("202"));
    }
    QVERIFY2(year, "one of them names the year");
    const auto decades = scale::timeTicks(noon - TimeView::longest, noon, 8);
    QVERIFY(decades.size() >= 3);
    for (const scale::TimeTick &tick : decades)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.time / 1'000).date().dayOfYear(), 1);
}

void TestChartDraw::anotherDayIsNamed()
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(noon / 1'000).date();
    const auto ticks = scale::timeTicks(noon, noon + 600 * second, 6);
    QVERIFY2(ticks.first().label.contains(QString::number(date.year())), qPrintable(ticks.first().label));
    QVERIFY(!ticks.at(1).label.contains(QString::number(date.year())));
    QVERIFY(scale::clockTime(noon).contains(QString::number(date.year())));
    const QDateTime morning = QDate::currentDate().startOfDay().addSecs(3'600);
    QCOMPARE(scale::clockSeconds(morning.toMSecsSinceEpoch() * 1'000), morning.toString(QStringLiteral("HH:mm:ss")));
}

void TestChartDraw::statesLastUntilTheNext()
{
    Metric door = metric(1, "door", "", MetricType::Boolean);
    door.options = {QStringLiteral("closed"), QStringLiteral("open")};
    Series series;
    series.append(noon - 50 * second, 0);
    series.append(noon + 20 * second, 1);
    series.append(noon + 25 * second, 1);
    series.append(noon + 60 * second, 0);
    series.append(noon + 80 * second, NAN);
    series.append(noon + 90 * second, 1);
    const auto segments = statebar::segments(series.envelope(noon, noon + 100 * second, 100), door, 3, noon + 100 * second, second);
    using statebar::Segment;
    const QList<Segment> expected {{noon - 50 * second, noon + 20 * second, QStringLiteral("closed"), Segment::neutral},
        {noon + 20 * second, noon + 60 * second, QStringLiteral("open"), 3}, {noon + 60 * second, noon + 80 * second, QStringLiteral("closed"), Segment::neutral},
        {noon + 90 * second, noon + 100 * second, QStringLiteral("open"), 3}};
    QCOMPARE(segments, expected);
}

void TestChartDraw::statesTooShortToTellAreMixed()
{
    Metric mode = metric(1, "mode", "", MetricType::Enumeration);
    mode.options = {QStringLiteral("idle"), QStringLiteral("heat"), QStringLiteral("cool")};
    Series series;
    for (int i = 0; i < 1'000; ++i)
        series.append(noon + i * second / 10, i < 300 ? 0 : i < 600 ? i % 3 : 2);
    const auto segments = statebar::segments(series.envelope(noon, noon + 100 * second, 100), mode, 0, noon + 100 * second, 3 * second);
    QCOMPARE(segments.first().word, QStringLiteral("idle"));
    QCOMPARE(segments.last().word, QStringLiteral("cool"));
    QVERIFY(std::abs(segments.last().from - (noon + 60 * second)) <= second);
    int mixed = 0;
    for (const statebar::Segment &segment : segments)
        mixed += segment.colour == statebar::Segment::mixed ? 1 : 0;
    QCOMPARE(mixed, 1);
    QCOMPARE(segments.size(), 3);
}

void TestChartDraw::textsBecomeBandsAndEventsFlags()
{
    const auto said = [](int at, const char *text) { return TextTrail::Said {noon + at * second, QString::fromUtf8(text)}; };
    const QList<TextTrail::Said> all {said(-90, "off"), said(-10, "idle"), said(20, "running"), said(30, "running"), said(60, "idle"), said(61, "running"), said(70, "idle\nnow")};
    const auto segments = statebar::segments(all, noon, noon + 100 * second, 2 * second);
    QStringList words;
    for (const statebar::Segment &segment : segments)
        words.append(segment.colour == statebar::Segment::mixed ? QStringLiteral("?") : segment.word);
    QCOMPARE(words, (QStringList {QStringLiteral("idle"), QStringLiteral("running"), QStringLiteral("?"), QStringLiteral("running"), QStringLiteral("idle now")}));
    QCOMPARE(segments.at(1).to, noon + 60 * second);
    QCOMPARE(segments.last().to, noon + 100 * second);
    const auto flags = statebar::flags(all, noon, noon + 100 * second, 5 * second);
    QCOMPARE(flags.size(), 4);
    QCOMPARE(flags.at(2).time, noon + 60 * second);
    QCOMPARE(flags.at(2).more, 1);
    QVERIFY(statebar::segments({}, noon, noon + second, 1).isEmpty());
}

void TestChartDraw::wordsKeepTheirColour()
{
    QCOMPARE(statebar::colourOf(QStringLiteral("running")), statebar::colourOf(QStringLiteral("running")));
    QSet<int> colours;
    for (const char *word : {"running", "idle", "fault", "maintenance", "starting", "stopped"})
        colours.insert(statebar::colourOf(QString::fromUtf8(word)));
    QVERIFY(colours.size() >= 3);
}

void TestChartDraw::bandsArePainted()
{
    QImage image(200, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const tracepaint::Map map {QRectF(0, 0, 200, 40), noon, noon + 100 * second, {}, 1};
    statebar::Lane lane {QRectF(0, 42, 200, 16), QString(), QColor(Qt::red), {}, {}};
    lane.segments = {{noon - 1'000 * second, noon + 50 * second, QString(), 0}, {noon + 50 * second, noon + 9'000 * second, QString(), statebar::Segment::neutral}};
    lane.flags = {{noon + 75 * second, QStringLiteral("x"), 0}};
    statebar::paint(painter, lane, map, map.area, {});
    QVERIFY(image.pixelColor(60, 50) != image.pixelColor(130, 50));
    QCOMPARE(image.pixelColor(60, 20), QColor(Qt::white));
    QVERIFY2(painted(image, 150).first < 5, "a flag's line goes up through the plot");
    QVERIFY(image.pixelColor(20, 43) != QColor(Qt::white));
}

void TestChartDraw::nothingIsDrawnOutside()
{
    QImage image(100, 50, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QRectF area(20, 10, 60, 30);
    const tracepaint::Map map {area, noon, noon + 60 * second, {0, 10}, 1};
    Series series;
    for (int i = -100; i < 1'000; ++i)
        series.append(noon + i * second / 10, i % 2 == 0 ? -1e9 : 1e9);
    tracepaint::paint(painter, series.envelope(noon, noon + 60 * second, 60), map, {QColor(Qt::red), false, 0});
    Series sparse;
    for (int i = -10; i < 100; i += 7)
        sparse.append(noon + i * second, i % 2 == 0 ? -50 : 50);
    tracepaint::paint(painter, sparse.envelope(noon, noon + 60 * second, 60), map, {QColor(Qt::red), false, 0});
    painter.end();
    QVERIFY(!isBlank(image));
    for (int y = 0; y < 50; ++y) {
        for (int x = 0; x < 100; ++x) {
            if (!area.adjusted(-1.5, -1.5, 1.5, 1.5).contains(QPointF(x, y)))
                QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
        }
    }
}

void TestChartDraw::anOldValueIsCarriedOnDotted()
{
    Series series;
    series.append(noon - 500 * second, 5);
    QVERIFY2(isBlank(drawn(series)), "not without knowing how far");
    const QImage image = drawn(series, false, noon + 60 * second);
    int hits = 0;
    for (int x = 0; x < 100; ++x) {
        const bool hit = painted(image, x).first >= 0;
        hits += hit ? 1 : 0;
        QVERIFY2(!hit || x <= 61, "not into the future");
    }
    QVERIFY2(hits > 10 && hits < 58, "dotted");
}

void TestChartDraw::linesAreCutAtTheEdges()
{
    const QRectF area(0, 0, 10, 10);
    QLineF through(-10, 5, 20, 5);
    QVERIFY(tracepaint::cut(through, area));
    QCOMPARE(through, QLineF(0, 5, 10, 5));
    QLineF steep(5, -1e12, 5, 1e12);
    QVERIFY(tracepaint::cut(steep, area));
    QVERIFY(std::abs(steep.length() - 10) < 0.1);
    QLineF beside(-5, -5, -1, 20);
    QVERIFY(!tracepaint::cut(beside, area));
    QLineF infinite(0, 0, INFINITY, 3);
    QVERIFY(!tracepaint::cut(infinite, area));
}

void TestChartDraw::keptColumnsEqualFreshOnes()
{
    std::mt19937 random(5);
    Series series;
    series.setLimit(1 << 15);
    EnvelopeCache cache;
    TimeView view;
    view.setWindow(10 * second);
    Micros fed = noon;
    for (int frame = 0; frame < 400; ++frame) {
        // Bursts, silences, and now and then a change of pace.
        const int pace = frame < 200 ? 500 : 60'000;
        const Micros until = fed + Micros(random() % 40'000) + (frame % 97 == 0 ? 3 * second : 0);
        for (Micros time = fed + pace; frame % 7 != 0 && time < until; time += pace)
            series.append(time, double(random() % 1'000));
        fed = until;
        const auto range = view.range(fed, 0, 333);
        QCOMPARE(cache.envelope(series, range.from, range.to, 333, frame % 50 == 0), series.envelope(range.from, range.to, 333));
    }
}

QTEST_MAIN(TestChartDraw)
#include "tst_chartdraw.moc"
