// Charts over live memory and the recorded past: what is drawn is what one memory that had all of it would draw.

#include "core/fleet.h"
#include "core/past.h"
#include "support/recordedpast.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/seam.h"
#include "ui/chart/timejump.h"
#include "ui/chart/valuetable.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <random>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros hour = 3'600 * second;
constexpr Micros day = 24 * hour;
constexpr Micros noon = 1'700'000'000LL * second;
constexpr MetricId temperature {1};
constexpr MetricId door {2};
constexpr MetricId state {3};
constexpr MetricId fault {4};

Device device()
{
    Device device;
    device.id = DeviceId {1};
    device.addresses = {QStringLiteral("test:1")};
    device.name = QStringLiteral("Boiler");
    Metric metric;
    metric.id = temperature;
    metric.key = QStringLiteral("temperature");
    metric.unit = QStringLiteral("°C");
    device.metrics = {metric};
    const std::array<std::pair<const char *, MetricType>, 3> others {
        {{"door", MetricType::Boolean}, {"state", MetricType::Text}, {"fault", MetricType::Event}}};
    for (const auto &[key, type] : others) {
        Metric other;
        other.id = MetricId {quint32(device.metrics.size() + 1)};
        other.key = QLatin1String(key);
        other.type = type;
        device.metrics.append(other);
    }
    return device;
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Where two envelopes differ first, in words; empty: nowhere.
QString difference(const Envelope &a, const Envelope &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        const EnvelopeColumn &x = a.at(i);
        const EnvelopeColumn &y = b.at(i);
        if (x.time != y.time || x.endTime != y.endTime || x.count != y.count || !same(x.first, y.first) || !same(x.last, y.last) || !same(x.min, y.min)
            || !same(x.max, y.max))
            return QStringLiteral("column %1: time %2 %3, count %4 %5, first %6 %7").arg(i).arg(x.time).arg(y.time).arg(x.count).arg(y.count).arg(x.first).arg(y.first);
    }
    return a.size() == b.size() ? QString() : QStringLiteral("%1 and %2 columns").arg(a.size()).arg(b.size());
}

/// Irregular times, now and then two at once, now and then no value, some silences.
void fill(Series &all, Series &live, qsizetype liveSamples, int samples)
{
    std::mt19937 random(7);
    live.setLimit(liveSamples);
    Micros time = noon;
    for (int i = 0; i < samples; ++i) {
        const auto dice = random() % 1'000;
        time += dice < 5 ? 200 * second : dice < 30 ? 0 : Micros(random() % 2'000'000);
        const double value = dice == 999 ? NAN : 20 + 5 * std::sin(i / 300.0) + double(random() % 100) / 100;
        all.append(time, value);
        live.append(time, value);
    }
}

void turnWheel(QWidget *widget, QPointF at, int notches)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestChartPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();

    void joinEqualsOneMemory_data();
    void joinEqualsOneMemory();
    void storeThatKnewLessAtTheBorderIsContinued();
    void storeThatMissesSamplesDoesNotHideLiveOnes();
    void coarseAnswerIsSpreadAndFineOneUnited();
    void panningAcrossTheBorderShowsEverySampleOnce();
    void wheelGoesFromMillisecondsToYears();
    void fitReachesBackToTheFirstRecordedSample();
    void oneQuestionAtATime();
    void oldAnswerIsDrawnUntilTheNewOneArrives();
    void memoryThatForgetsLeavesNoHole();
    void nothingBehindThePastIsNoHarm();
    void refusedQuestionIsAskedAgain();
    void jumpsToAMoment();
    void cursorIsLinkedOverAllCharts();
    void marksTellDifferences();
    void cursorReadsThePast();
    void tableAndGapsAreStored();
    void statesReachIntoThePast();
    void textsComeFromThePastAndGoOnLive();
    void textThatHeldBeforeIsLookedFor();
    void tooManyTextsAreBounded();
    void eventsAreToldAtTheCursor();

private:
    ChartView &show(const QList<MetricId> &metrics = {temperature});
    /// What the chart draws against what the recorded past, which has everything, says.
    QString difference();

    std::unique_ptr<Past> m_past;
    std::unique_ptr<RecordedPast> m_store;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<ChartArea> m_area;
};

void TestChartPast::init()
{
    m_past = std::make_unique<Past>();
    m_store = std::make_unique<RecordedPast>(*m_past);
    m_fleet = std::make_unique<Fleet>();
    m_fleet->announce({device()});
    m_area = std::make_unique<ChartArea>(*m_fleet, *m_past);
    m_area->resize(900, 500);
    m_area->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
}

void TestChartPast::cleanup()
{
    m_area.reset();
    m_fleet.reset();
    m_store.reset();
    m_past.reset();
}

ChartView &TestChartPast::show(const QList<MetricId> &metrics)
{
    m_area->plot(metrics);
    QApplication::processEvents();
    ChartView &view = m_area->current()->view();
    view.draw();
    return view;
}

QString TestChartPast::difference()
{
    ChartView &view = m_area->current()->view();
    const PlotFrame &frame = view.frame();
    const int columns = qRound(frame.area.width() * frame.ratio);
    return ::difference(frame.traces.at(0).envelope, m_store->series(temperature).envelope(frame.from, frame.to, columns));
}

void TestChartPast::joinEqualsOneMemory_data()
{
    QTest::addColumn<Micros>("window");
    for (const Micros window : {10'000LL, second, 60 * second, hour, 8 * hour, 3 * day})
        QTest::newRow(qPrintable(QString::number(window))) << window;
}

void TestChartPast::joinEqualsOneMemory()
{
    QFETCH(Micros, window);
    Series all;
    Series live;
    all.setLimit(Series::maximumLimit);
    fill(all, live, Series::minimumLimit, 20'000);
    const Micros width = std::max<Micros>(1, window / 500);
    const Micros border = live.timeAt(0);
    const Micros newest = all.timeAt(all.size() - 1) + 1;
    std::mt19937 random(3);
    for (int i = 0; i < 400; ++i) {
        // Anywhere, but often where it matters.
        const Micros at = i % 2 ? border + Micros(random() % quint64(2 * window)) - window : noon + Micros(random() % quint64(newest - noon + window));
        const seam::Grid grid {at / width * width - 250 * width, width, 500};
        seam::Told told {{grid.from - 100 * width, width, 700}, 0, {}};
        told.complete = std::min(newest, told.grid.to());
        told.envelope = all.envelope(told.grid.from, told.grid.to(), told.grid.columns);
        const Envelope joined = seam::join(told, live, live.envelope(grid.from, grid.to(), grid.columns), grid);
        const QString wrong = ::difference(joined, all.envelope(grid.from, grid.to(), grid.columns));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(i).arg(wrong)));
    }
}

void TestChartPast::storeThatKnewLessAtTheBorderIsContinued()
{
    // A year in 500 columns: live memory begins in the last of them, and the store was asked in the middle of that one.
    Series all;
    Series live;
    all.setLimit(Series::maximumLimit);
    fill(all, live, Series::defaultLimit, 3'000);
    Series store;
    Series recent;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (i < 2'000)
            store.append(all.timeAt(i), all.valueAt(i));
        if (i >= 1'500)
            recent.append(all.timeAt(i), all.valueAt(i));
    }
    const seam::Grid grid {noon - 300 * day, day, 500};
    const Micros complete = store.timeAt(store.size() - 1) + 1;
    const seam::Told told {grid, complete, store.envelope(grid.from, grid.to(), grid.columns)};
    const Envelope joined = seam::join(told, recent, recent.envelope(grid.from, grid.to(), grid.columns), grid);
    QCOMPARE(::difference(joined, all.envelope(grid.from, grid.to(), grid.columns)), QString());
}

void TestChartPast::storeThatMissesSamplesDoesNotHideLiveOnes()
{
    Series live;
    for (int i = 0; i < 100; ++i)
        live.append(noon + i * second, i);
    const seam::Grid grid {noon - 500 * second, 7 * second, 100};
    const seam::Told told {grid, grid.to(), {}};
    const Envelope alone = live.envelope(grid.from, grid.to(), grid.columns);
    QCOMPARE(::difference(seam::join(told, live, alone, grid), alone), QString());
}

void TestChartPast::coarseAnswerIsSpreadAndFineOneUnited()
{
    Series all;
    for (int i = 0; i < 10'000; ++i)
        all.append(noon + i * second, i % 10);
    const seam::Grid fine {noon, second, 100};
    const seam::Grid coarse {noon, 50 * second, 200};
    const seam::Told told {coarse, noon + 10'000 * second, all.envelope(coarse.from, coarse.to(), coarse.columns)};
    const Envelope zoomedIn = seam::regrid(told, fine);
    int columns = 0;
    for (const EnvelopeColumn &column : zoomedIn) {
        if (column.time >= fine.from && column.time < fine.to())
            ++columns;
        QVERIFY(column.min >= 0 && column.max <= 9 && column.time <= column.endTime);
    }
    QCOMPARE(columns, 100);
    const seam::Told detailed {fine, noon + 100 * second, all.envelope(fine.from, fine.to(), fine.columns)};
    const Envelope zoomedOut = seam::regrid(detailed, coarse);
    QCOMPARE(zoomedOut.at(0).count, 50);
    QCOMPARE(zoomedOut.at(0).max, 9.0);
    QVERIFY(zoomedOut.size() <= 3);
}

void TestChartPast::panningAcrossTheBorderShowsEverySampleOnce()
{
    // Two hours at 10 Hz are recorded; live memory has the last twenty minutes.
    const Micros now = nowMicros();
    SampleBatch batch;
    for (Micros time = now - 2 * hour; time < now; time += second / 10) {
        const double value = 20 + std::sin(double(time % hour) / 1e7);
        m_store->record(temperature, time, value);
        if (time >= now - 1'200 * second)
            batch.samples.append({time, value, temperature, 0, 0});
    }
    m_fleet->observe(batch);
    ChartView &view = show();
    view.setPaused(true);
    view.setWindow(600 * second);
    for (int step = 0; step < 60; ++step) {
        view.panTime(-0.09);
        view.draw();
        // With the margin that was asked for before, most steps need no waiting; all are right in the end.
        QTRY_COMPARE(difference(), QString());
        view.draw();
    }
    QVERIFY2(view.shownRange().to < now - 1'200 * second, qPrintable(QString::number((now - view.shownRange().to) / second)));
    for (int step = 0; step < 60; ++step) {
        view.panTime(0.09);
        view.draw();
        QVERIFY2(difference().isEmpty() || !m_store->envelopes.isEmpty(), "on the way back, too");
        QTRY_COMPARE(difference(), QString());
    }
}

void TestChartPast::wheelGoesFromMillisecondsToYears()
{
    const Micros now = nowMicros();
    for (Micros time = now - 700 * day; time < now; time += hour)
        m_store->record(temperature, time, double((time / hour) % 24));
    m_fleet->observe({{{now - second, 5, temperature, 0, 0}}, {}});
    m_store->record(temperature, now - second, 5);
    ChartView &view = show();
    view.setPaused(true);
    Micros longest = 0;
    for (int i = 0; i < 150 && view.shownRange().length() < 2'000 * day; ++i) {
        turnWheel(view.viewport(), view.frame().area.center(), -1);
        view.draw();
        longest = std::max(longest, view.shownRange().length());
    }
    QVERIFY2(longest >= 2'000 * day, qPrintable(QString::number(longest / day)));
    QTRY_COMPARE(difference(), QString());
    qint64 count = 0;
    for (const EnvelopeColumn &column : view.frame().traces.at(0).envelope)
        count += column.count;
    QCOMPARE(count, m_store->series(temperature).size());
    for (int i = 0; i < 40; ++i)
        turnWheel(view.viewport(), view.frame().area.center(), 5);
    view.draw();
    QVERIFY(view.shownRange().length() <= 10'000);
}

void TestChartPast::fitReachesBackToTheFirstRecordedSample()
{
    const Micros now = nowMicros();
    for (Micros time = now - 90 * day; time < now; time += hour)
        m_store->record(temperature, time, 1);
    ChartView &view = show();
    view.fit();
    view.draw();
    QTRY_VERIFY(view.shownRange().length() >= 90 * day - hour);
    QVERIFY(view.shownRange().length() < 92 * day);
}

void TestChartPast::oneQuestionAtATime()
{
    const Micros now = nowMicros();
    for (Micros time = now - 10 * day; time < now; time += 60 * second)
        m_store->record(temperature, time, 1);
    m_store->holdsBack = true;
    ChartView &view = show();
    const qsizetype before = m_store->envelopes.size();
    QVERIFY(before <= 1);
    for (int i = 0; i < 50; ++i) {
        view.panTime(-3);
        view.draw();
    }
    QVERIFY2(m_store->envelopes.size() <= 1, "one is waiting for its answer");
    m_store->answer();
    view.draw();
    QCOMPARE(m_store->envelopes.size(), 2);
    m_store->answer();
    view.draw();
    QCOMPARE(difference(), QString());
    const qsizetype asked = m_store->envelopes.size();
    for (int i = 0; i < 10; ++i)
        view.draw();
    QCOMPARE(m_store->envelopes.size(), asked);
}

void TestChartPast::oldAnswerIsDrawnUntilTheNewOneArrives()
{
    const Micros now = nowMicros();
    for (Micros time = now - 10 * day; time < now; time += 10 * second)
        m_store->record(temperature, time, 1 + double(time / 10 % 7));
    ChartView &view = show();
    view.setWindow(2 * day);
    view.setPaused(true);
    view.draw();
    QTRY_COMPARE(difference(), QString());
    m_store->holdsBack = true;
    for (const double factor : {0.7, 0.5, 3.0}) {
        view.zoomTime(factor, 0.3);
        view.draw();
        qsizetype inside = 0;
        for (const EnvelopeColumn &column : view.frame().traces.at(0).envelope)
            inside += column.time >= view.frame().from && column.time < view.frame().to ? 1 : 0;
        QVERIFY2(double(inside) > view.frame().area.width() * 0.6, qPrintable(QString::number(inside)));
    }
    m_store->answer();
    view.draw();
    m_store->answer();
    view.draw();
    QCOMPARE(difference(), QString());
}

void TestChartPast::memoryThatForgetsLeavesNoHole()
{
    // A memory of a thousand samples, which turns over many times while the chart stands still at a border that moves.
    m_store->series(temperature);
    ChartView &view = show();
    Micros time = nowMicros() - 5'000 * second;
    const auto feed = [&](int samples) {
        SampleBatch batch;
        for (int i = 0; i < samples; ++i, time += second) {
            batch.samples.append({time, double(i), temperature, 0, 0});
            m_store->record(temperature, time, double(i));
        }
        m_fleet->observe(batch);
        m_fleet->watch(temperature, Series::minimumLimit);
    };
    feed(2'000);
    view.setWindow(6'000 * second);
    view.setPaused(true);
    view.draw();
    QTRY_COMPARE(difference(), QString());
    for (int round = 0; round < 20; ++round) {
        feed(100);
        view.draw();
        QApplication::processEvents();
        view.draw();
        QCOMPARE(difference(), QString());
    }
}

void TestChartPast::nothingBehindThePastIsNoHarm()
{
    m_store.reset();
    m_past->setRecording(false);
    const Micros now = nowMicros();
    m_fleet->observe({{{now - 20 * second, 5, temperature, 0, 0}, {now - 10 * second, 6, temperature, 0, 0}}, {}});
    ChartView &view = show();
    QSignalSpy asked(m_past.get(), &Past::envelopeAsked);
    for (int i = 0; i < 20; ++i) {
        view.panTime(-0.1);
        view.draw();
    }
    QVERIFY(asked.size() <= 1);
    view.follow();
    view.draw();
    QCOMPARE(view.frame().traces.at(0).envelope.size(), 2);
}

void TestChartPast::refusedQuestionIsAskedAgain()
{
    const Micros now = nowMicros();
    m_store->record(temperature, now - 30 * second, 4);
    m_store->holdsBack = true;
    ChartView &view = show();
    QCOMPARE(m_store->envelopes.size(), 1);
    m_past->refuse(m_store->envelopes.at(0).id, Error {Error::Code::Io, QStringLiteral("The disk is on fire.")});
    view.draw();
    QVERIFY2(m_store->envelopes.size() == 1, "not at once");
    QTRY_VERIFY_WITH_TIMEOUT((view.draw(), m_store->envelopes.size() == 2), 5'000);
    m_store->answer();
    view.draw();
    QCOMPARE(view.frame().traces.at(0).envelope.size(), 1);
}

void TestChartPast::jumpsToAMoment()
{
    const Micros now = nowMicros();
    for (Micros time = now - 10 * day; time < now; time += 60 * second)
        m_store->record(temperature, time, 1);
    ChartView &view = show();
    QTest::keyClick(&view, Qt::Key_J);
    auto *jump = m_area->findChild<TimeJump *>();
    QVERIFY(jump && jump->isVisible());
    const QDateTime moment = QDateTime::currentDateTime().addDays(-5);
    jump->field()->setDateTime(moment);
    QTest::keyClick(jump->field(), Qt::Key_Return);
    view.draw();
    QVERIFY(!view.time().isFollowing());
    const auto range = view.shownRange();
    QVERIFY(std::abs(range.from + range.length() / 2 - moment.toMSecsSinceEpoch() * 1'000) <= second);
    QTRY_COMPARE(difference(), QString());
    QVERIFY(!view.frame().traces.at(0).envelope.isEmpty());
    QTest::keyClick(&view, Qt::Key_PageUp);
    view.draw();
    QVERIFY(std::abs(view.shownRange().to - range.from) <= second);
    QTest::keyClick(&view, Qt::Key_L);
    QVERIFY(view.time().isFollowing());
}

void TestChartPast::cursorIsLinkedOverAllCharts()
{
    const Micros now = nowMicros();
    m_fleet->observe({{{now - 30 * second, 4, temperature, 0, 0}, {now - 10 * second, 6, temperature, 0, 0}}, {}});
    show();
    ChartPanel *below = m_area->split({temperature});
    QApplication::processEvents();
    ChartView &first = m_area->charts().first()->view();
    ChartView &second = below->view();
    second.setWindow(300 * ::second);
    for (ChartView *view : {&first, &second}) {
        view->setPaused(true);
        view->draw();
    }
    const QRectF area = first.frame().area;
    first.setCursorAt(first.map(-1).x(now - 10 * ::second));
    QVERIFY(first.cursor() && second.cursor());
    QCOMPARE(second.cursor()->time, first.cursor()->time);
    QVERIFY(std::abs(second.cursor()->x - second.map(-1).x(now - 10 * ::second)) < 2);
    QCOMPARE(second.cursor()->rows.at(0).value, first.cursor()->rows.at(0).value);
    second.setCursorAt(second.frame().area.left() + 1);
    QVERIFY2(!first.cursor(), "five minutes ago are not on the first chart");
    QTest::keyClick(&second, Qt::Key_Escape);
    QVERIFY(!second.cursor());
    first.setCursorAt(area.center().x());
    QVERIFY(second.cursor());
    first.setCursorAt(std::nullopt);
    QVERIFY(!second.cursor());
}

void TestChartPast::marksTellDifferences()
{
    const Micros now = nowMicros();
    SampleBatch batch;
    for (int i = 60; i >= 0; --i)
        batch.samples.append({now - i * second, 20.0 - i / 10.0, temperature, 0, 0});
    m_fleet->observe(batch);
    ChartView &view = show();
    ChartPanel &panel = *m_area->current();
    view.setPaused(true);
    view.draw();
    view.setFocus();
    QVERIFY(panel.table()->isHidden());
    view.setCursorAt(view.map(-1).x(now - 40 * second));
    QTest::keyClick(&view, Qt::Key_M);
    QVERIFY2(!panel.table()->isHidden(), "the first mark opens the table");
    QApplication::processEvents();
    view.draw();
    const QPoint at(int(std::lround(view.map(-1).x(now - 10 * second))), int(view.frame().area.center().y()));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, at);
    panel.table()->refresh();
    const QTableWidget &table = *panel.table()->table();
    QCOMPARE(table.rowCount(), 1);
    const auto cell = [&](int column) { return table.item(0, column)->text().replace(QChar(QChar::Nbsp), u' '); };
    QCOMPARE(cell(2), QStringLiteral("16 °C"));
    QCOMPARE(cell(3), QStringLiteral("19 °C"));
    QCOMPARE(cell(4), QStringLiteral("+3 °C"));
    QVERIFY2(panel.table()->when().contains(QStringLiteral("Δt")), qPrintable(panel.table()->when()));
    QTest::keyClick(&view, Qt::Key_M, Qt::ShiftModifier);
    QVERIFY(!view.link().hasMarks());
    QTest::keyClick(&view, Qt::Key_T);
    QVERIFY(panel.table()->isHidden());
    std::unique_ptr<QMenu> menu(panel.menu());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    for (const char *text : {"Follow live", "Jump to time…", "Place a mark", "Clear the marks", "Value table", "Break lines at gaps"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
}

void TestChartPast::cursorReadsThePast()
{
    const Micros now = nowMicros();
    for (Micros time = now - 2 * hour; time < now; time += 10 * second)
        m_store->record(temperature, time, std::floor(double(now - time) / second / 60));
    m_fleet->observe({{{now - second, 0, temperature, 0, 0}}, {}});
    ChartView &view = show();
    view.setPaused(true);
    view.jumpTo(now - hour);
    view.draw();
    QTRY_COMPARE(difference(), QString());
    view.setCursorAt(view.map(-1).x(now - hour - 5 * second));
    QVERIFY(view.cursor());
    QCOMPARE(QString(view.cursor()->rows.at(0).value).replace(QChar(QChar::Nbsp), u' '), QStringLiteral("60 °C"));
}

void TestChartPast::tableAndGapsAreStored()
{
    show().setShowsGaps(false);
    m_area->current()->showTable(true);
    const QJsonObject stored = m_area->save();
    ChartArea other(*m_fleet, *m_past);
    other.restore(stored);
    QVERIFY(!other.charts().first()->table()->isHidden());
    QVERIFY(!other.charts().first()->view().showsGaps());
}

void TestChartPast::statesReachIntoThePast()
{
    const Micros now = nowMicros();
    for (Micros time = now - 10 * hour; time < now; time += 60 * second)
        m_store->record(door, time, time < now - 5 * hour ? 0 : 1);
    m_fleet->observe({{{now - 60 * second, 1, door, 0, 0}}, {}});
    ChartView &view = show({temperature, door});
    view.showRange({now - 9 * hour, now - hour});
    view.draw();
    QTRY_VERIFY(view.frame().lanes.size() == 1 && view.frame().lanes.at(0).segments.size() == 2);
    const statebar::Lane &lane = view.frame().lanes.at(0);
    QCOMPARE(lane.segments.at(0).word, QStringLiteral("Off"));
    QCOMPARE(lane.segments.at(1).word, QStringLiteral("On"));
    QVERIFY(std::abs(lane.segments.at(1).from - (now - 5 * hour)) <= 60 * second);
    QVERIFY(lane.area.top() >= view.frame().area.bottom() && lane.area.bottom() <= view.frame().whole.bottom());
    QVERIFY(view.frame().whole.bottom() + 20 < view.height());
}

void TestChartPast::textsComeFromThePastAndGoOnLive()
{
    const Micros now = nowMicros();
    m_store->record(state, now - 50 * second, QStringLiteral("idle"));
    m_store->record(state, now - 30 * second, QStringLiteral("running"));
    m_fleet->observe({{{now - 30 * second, 0, state, Sample::Text, 0}}, {QStringLiteral("running")}});
    ChartView &view = show({state});
    const auto words = [&] {
        QStringList all;
        for (const statebar::Segment &segment : view.frame().lanes.isEmpty() ? QList<statebar::Segment>() : view.frame().lanes.at(0).segments)
            all.append(segment.word);
        return all;
    };
    QTRY_COMPARE(words(), (QStringList {QStringLiteral("idle"), QStringLiteral("running")}));
    // Two at once: live memory only keeps the latest, the store tells the other.
    const Micros later = nowMicros();
    m_store->record(state, later - 10 * second, QStringLiteral("fault"));
    m_store->record(state, later, QStringLiteral("stopped"));
    m_fleet->observe({{{later - 10 * second, 0, state, Sample::Text, 0}, {later, 1, state, Sample::Text, 0}}, {QStringLiteral("fault"), QStringLiteral("stopped")}});
    QTRY_COMPARE(words().last(), QStringLiteral("stopped"));
    QCOMPARE(view.latest(0), QStringLiteral("stopped"));
    QTRY_COMPARE_WITH_TIMEOUT((view.draw(), words().value(2)), QStringLiteral("fault"), 5'000);
}

void TestChartPast::textThatHeldBeforeIsLookedFor()
{
    const Micros now = nowMicros();
    m_store->record(state, now - 90 * day, QStringLiteral("installed"));
    ChartView &view = show({state});
    QTRY_VERIFY((view.draw(), view.frame().lanes.at(0).segments.size() == 1));
    QCOMPARE(view.frame().lanes.at(0).segments.at(0).word, QStringLiteral("installed"));
    QVERIFY2(m_store->samples.size() < 25, qPrintable(QString::number(m_store->samples.size())));
}

void TestChartPast::tooManyTextsAreBounded()
{
    const Micros now = nowMicros();
    for (int i = 0; i < 50'000; ++i)
        m_store->record(state, now - 50'000 * second + i * second, i % 2 ? QStringLiteral("a") : QStringLiteral("b"));
    ChartView &view = show({state});
    view.showRange({now - 50'000 * second, now - 100 * second});
    view.draw();
    QTRY_VERIFY((view.draw(), !view.frame().lanes.at(0).segments.isEmpty() && view.frame().lanes.at(0).segments.last().colour == statebar::Segment::mixed));
    QVERIFY(view.frame().lanes.at(0).segments.size() <= 2 * view.frame().area.width());
    const qsizetype asked = m_store->samples.size();
    for (int i = 0; i < 10; ++i)
        view.draw();
    QVERIFY(m_store->samples.size() <= asked + 1);
    view.showRange({now - 200 * second, now - 100 * second});
    QTRY_VERIFY((view.draw(), view.frame().lanes.at(0).segments.size() >= 95));
}

void TestChartPast::eventsAreToldAtTheCursor()
{
    const Micros now = nowMicros();
    m_store->record(fault, now - 40 * second, QStringLiteral("Dry run <b>"));
    m_store->record(fault, now - 20 * second, QStringLiteral("Overheated"));
    ChartView &view = show({temperature, fault});
    view.setPaused(true);
    QTRY_VERIFY((view.draw(), view.frame().lanes.at(0).flags.size() == 2));
    view.setCursorAt(view.map(-1).x(now - 40 * second) + 3);
    QCOMPARE(view.cursor()->rows.at(1).value, QStringLiteral("Dry run <b>"));
    view.setCursorAt(view.map(-1).x(now - 30 * second));
    QVERIFY(view.cursor()->rows.at(1).value != QStringLiteral("Dry run <b>"));
}

QTEST_MAIN(TestChartPast)
#include "tst_chartpast.moc"
