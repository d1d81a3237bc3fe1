// What is found out about a chart: the samples that are read, the table, histograms, unusual values and the day before.

#include "core/fleet.h"
#include "core/past.h"
#include "support/recordedpast.h"
#include "ui/analysis/chartanalysis.h"
#include "ui/analysis/histogrampopup.h"
#include "ui/analysis/rangereader.h"
#include "ui/analysis/statisticspanel.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros hour = 3'600 * second;
constexpr Micros day = 24 * hour;
constexpr MetricId temperature {1};
constexpr MetricId door {2};

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
    metric.decimals = 1;
    Metric state;
    state.id = door;
    state.key = QStringLiteral("door");
    state.type = MetricType::Boolean;
    device.metrics = {metric, state};
    return device;
}

/// A row of the model whose statistics have a bit of everything.
StatisticsRow row(quint32 metric)
{
    StatisticsBuilder builder;
    for (int i = 0; i < 1'000; ++i)
        builder.add(i * second, 20 + i % 10);
    StatisticsRow made {{metric}, QStringLiteral("Boiler · temperature"), Qt::blue, device().metrics.first(), builder.result(), {}};
    return made;
}

} // namespace

class TestChartAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();

    void readsPastAndPresentOnce_data();
    void readsPastAndPresentOnce();
    void tooManySamplesAreReadAsSummaries();
    void silentPastIsNotWaitedForForever();
    void refusalIsTold();
    void modelHoldsItsPromises();
    void integralsHaveUnits_data();
    void integralsHaveUnits();
    void panelFollowsTheView();
    void tableIsCopiedWithEveryDigit();
    void unusualValuesAreRinged();
    void histogramShowsTheVisibleRange();
    void dayBeforeIsDrawnUnderneath();
    void choicesAreRemembered();

private:
    void observe(MetricId metric, Micros time, double value) { m_fleet->observe({{{time, value, metric, 0, 0}}, {}}); }
    ChartPanel &show();
    /// A minute of temperatures until now.
    void fillMinute();

    std::unique_ptr<Past> m_past;
    std::unique_ptr<RecordedPast> m_store;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<ChartArea> m_area;
    Micros m_now = 0;
};

void TestChartAnalysis::init()
{
    m_past = std::make_unique<Past>();
    m_store = std::make_unique<RecordedPast>(*m_past);
    m_fleet = std::make_unique<Fleet>();
    m_fleet->announce({device()});
    m_area = std::make_unique<ChartArea>(*m_fleet, *m_past);
    m_area->resize(1'000, 600);
    m_area->show();
    m_now = nowMicros();
    QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
}

void TestChartAnalysis::cleanup()
{
    m_area.reset();
    m_fleet.reset();
    m_store.reset();
    m_past.reset();
}

void TestChartAnalysis::fillMinute()
{
    for (int i = 0; i < 600; ++i)
        observe(temperature, m_now - 60 * second + i * second / 10, i == 500 ? 35 : 20 + std::sin(i * 1.7));
}

ChartPanel &TestChartAnalysis::show()
{
    m_area->plot({temperature});
    ChartPanel &panel = *m_area->current();
    panel.view().setPaused(true);
    panel.view().draw();
    return panel;
}

void TestChartAnalysis::readsPastAndPresentOnce_data()
{
    QTest::addColumn<int>("recorded"); // samples, one a second, the last at now
    QTest::addColumn<int>("live");
    QTest::addColumn<int>("from");     // seconds ago
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing") << 0 << 0 << 100 << 0;
    QTest::newRow("live only") << 0 << 50 << 100 << 50;
    QTest::newRow("live memory reaches far enough") << 1'000 << 200 << 100 << 100;
    QTest::newRow("both") << 1'000 << 50 << 500 << 500;
    QTest::newRow("past only") << 1'000 << 0 << 500 << 500;
    QTest::newRow("several pages") << 120'000 << 10 << 110'000 << 110'000;
}

void TestChartAnalysis::readsPastAndPresentOnce()
{
    QFETCH(const int, recorded);
    QFETCH(const int, live);
    QFETCH(const int, from);
    for (int i = 0; i < recorded; ++i)
        m_store->record(temperature, m_now - (recorded - i) * second, i);
    for (int i = 0; i < live; ++i)
        observe(temperature, m_now - (live - i) * second, i);
    RangeReader reader(*m_fleet, *m_past);
    QList<Micros> times;
    connect(&reader, &RangeReader::samplesRead, this, [&](const QList<Sample> &samples) {
        for (const Sample &sample : samples)
            times.append(sample.time);
    });
    QSignalSpy finished(&reader, &RangeReader::finished);
    reader.read(temperature, m_now - from * second, m_now);
    QTRY_COMPARE(finished.size(), 1);
    QTEST(int(times.size()), "expected");
    QVERIFY(std::is_sorted(times.begin(), times.end()));
    QVERIFY(std::adjacent_find(times.begin(), times.end()) == times.end());
    QCOMPARE(finished[0][0].toString(), QString());
    QVERIFY(!reader.isReading());
}

void TestChartAnalysis::tooManySamplesAreReadAsSummaries()
{
    constexpr int many = RangeReader::most + 1'000;
    for (int i = 0; i < many; ++i)
        m_store->record(temperature, m_now - (many - i) * 1'000, i % 100);
    RangeAnalysis analysis(*m_fleet, *m_past);
    QSignalSpy finished(&analysis, &RangeAnalysis::finished);
    analysis.start({{temperature, false}}, m_now - many * 1'000LL, m_now);
    QTRY_COMPARE(finished.size(), 1);
    const Statistics &so = analysis.find(temperature)->statistics;
    QVERIFY(so.isEstimated);
    QCOMPARE(so.count, many);
    QCOMPARE(so.min, 0.0);
    QCOMPARE(so.max, 99.0);
    QVERIFY(std::abs(so.mean - 49.5) < 1);
    QVERIFY(m_store->samples.isEmpty());
}

void TestChartAnalysis::silentPastIsNotWaitedForForever()
{
    m_store->holdsBack = true;
    observe(temperature, m_now - second, 5);
    RangeReader reader(*m_fleet, *m_past);
    QSignalSpy finished(&reader, &RangeReader::finished);
    QSignalSpy read(&reader, &RangeReader::samplesRead);
    reader.read(temperature, m_now - hour, m_now);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 2 * RangeReader::patienceMs);
    QVERIFY(!finished[0][0].toString().isEmpty());
    QCOMPARE(read.size(), 1); // what is in memory
}

void TestChartAnalysis::refusalIsTold()
{
    m_store->holdsBack = true;
    RangeReader reader(*m_fleet, *m_past);
    QSignalSpy finished(&reader, &RangeReader::finished);
    reader.read(temperature, m_now - hour, m_now);
    QTRY_COMPARE(m_store->envelopes.size(), 1);
    m_past->refuse(m_store->envelopes.first().id, {Error::Code::Io, QStringLiteral("The disk is gone.")});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].toString(), QStringLiteral("The disk is gone."));
}

void TestChartAnalysis::modelHoldsItsPromises()
{
    StatisticsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({row(1), row(2)});
    model.setRows({row(1), row(2)});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
    const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(StatisticsModel::Name), QStringLiteral("Boiler · temperature"));
    QCOMPARE(cell(StatisticsModel::Min).simplified(), QStringLiteral("20.0 °C"));
    QCOMPARE(cell(StatisticsModel::Mean).simplified(), QStringLiteral("24.50 °C"));
    QCOMPARE(cell(StatisticsModel::Count), QLocale().toString(1'000));
    QVERIFY(model.index(0, StatisticsModel::Mean).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Weighted by time")));
    QVERIFY(model.index(0, StatisticsModel::Max).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Max")));
    StatisticsRow empty = row(3);
    empty.statistics = {};
    model.setRows({empty});
    QCOMPARE(model.index(0, StatisticsModel::Mean).data().toString(), QStringLiteral("–"));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestChartAnalysis::integralsHaveUnits_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<Micros>("covered");
    QTest::addColumn<QString>("expected");
    QTest::newRow("energy") << QStringLiteral("kW") << hour << QStringLiteral("kWh");
    QTest::newRow("charge") << QStringLiteral("A") << hour << QStringLiteral("Ah");
    QTest::newRow("short") << QStringLiteral("W") << second << QStringLiteral("W·s");
    QTest::newRow("other") << QStringLiteral("°C") << hour << QStringLiteral("°C·h");
    QTest::newRow("none") << QString() << hour << QStringLiteral("h");
}

void TestChartAnalysis::integralsHaveUnits()
{
    QFETCH(const QString, unit);
    QFETCH(const Micros, covered);
    QTEST(StatisticsModel::integralUnit(unit, covered).first, "expected");
}

void TestChartAnalysis::panelFollowsTheView()
{
    fillMinute();
    ChartPanel &panel = show();
    ChartAnalysis &analysis = panel.analysis();
    QVERIFY(!analysis.panel()->isVisible());
    panel.view().setFocus();
    QTest::keyClick(&panel.view(), Qt::Key_S);
    QVERIFY(analysis.panel()->isVisible());
    StatisticsModel &model = analysis.panel()->model();
    QTRY_COMPARE(model.rowCount(), 1);
    const qint64 all = model.rows().first().statistics.count;
    QVERIFY2(all > 500 && all <= 600, qPrintable(QString::number(all)));
    QCOMPARE(model.rows().first().statistics.max, 35.0);
    panel.view().zoomTime(0.25, 0.5);
    panel.view().draw();
    QTRY_VERIFY(model.rows().first().statistics.count < all / 2);
    QTRY_COMPARE(analysis.analysis().from(), panel.view().shownRange().from);
    panel.view().edit([](TraceSet &traces) { traces.setShown(0, false); });
    panel.view().draw();
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestChartAnalysis::tableIsCopiedWithEveryDigit()
{
    fillMinute();
    ChartPanel &panel = show();
    panel.analysis().setStatisticsShown(true);
    QTRY_COMPARE(panel.analysis().panel()->model().rowCount(), 1);
    panel.analysis().panel()->copy();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QVERIFY2(lines[1].startsWith(QStringLiteral("Boiler · temperature\t°C\t")), qPrintable(lines[1]));
    QVERIFY(lines[1].contains(QStringLiteral("\t35\t")));
}

void TestChartAnalysis::unusualValuesAreRinged()
{
    fillMinute();
    ChartPanel &panel = show();
    ChartAnalysis &analysis = panel.analysis();
    analysis.setMarksShown(true);
    QTRY_COMPARE(analysis.marks().inView(), 1);
    QVERIFY(analysis.note().contains(QStringLiteral("1 unusual")));
    QVERIFY(panel.findChild<QLabel *>() != nullptr);
    analysis.setMarksShown(false);
    QCOMPARE(analysis.marks().inView(), 0);
    QCOMPARE(analysis.note(), QString());
}

void TestChartAnalysis::histogramShowsTheVisibleRange()
{
    fillMinute();
    ChartPanel &panel = show();
    panel.analysis().showHistogram(temperature, panel.mapToGlobal(QPoint(500, 500)));
    auto *popup = panel.findChild<HistogramPopup *>();
    QVERIFY(popup);
    auto *plot = popup->findChild<HistogramPlot *>();
    QSignalSpy pointed(plot, &HistogramPlot::pointed);
    QTRY_VERIFY(panel.analysis().analysis().find(temperature));
    QTRY_VERIFY((QTest::keyClick(plot, Qt::Key_Right), !pointed.isEmpty()));
    QVERIFY2(pointed.last().first().toString().contains(QStringLiteral("°C")), qPrintable(pointed.last().first().toString()));
    QTest::keyClick(plot, Qt::Key_Escape);
    QTRY_VERIFY(!panel.findChild<HistogramPopup *>());
}

void TestChartAnalysis::dayBeforeIsDrawnUnderneath()
{
    fillMinute();
    for (int i = 0; i < 600; ++i)
        m_store->record(temperature, m_now - day - 60 * second + i * second / 10, 50.5);
    ChartPanel &panel = show();
    QVERIFY(panel.view().axis(Side::Left).shown().high < 50);
    const QImage before = panel.view().grab().toImage();
    panel.analysis().setComparedDays(1);
    QVERIFY(panel.analysis().note().contains(QStringLiteral("the day before")));
    QTRY_VERIFY(panel.view().grab().toImage() != before);
    const auto asked = [&](const EnvelopeQuery &query) { return query.to < m_now - day / 2 && query.to > m_now - 3 * day / 2; };
    QTRY_VERIFY(std::any_of(m_store->envelopes.begin(), m_store->envelopes.end(), asked));
    QTRY_VERIFY(panel.view().axis(Side::Left).shown().high > 50.5); // there is room for it
    panel.analysis().setComparedDays(7);
    QTRY_VERIFY(panel.analysis().note().contains(QStringLiteral("nothing recorded")));
    panel.analysis().setComparedDays(0);
    QCOMPARE(panel.analysis().note(), QString());
    // By the calendar: the day that summer time ended on had 25 hours.
    const Micros shift = Comparison::shift(m_now, 7);
    QVERIFY(std::abs(shift - 7 * day) <= hour);
}

void TestChartAnalysis::choicesAreRemembered()
{
    ChartPanel &panel = show();
    QSignalSpy changed(m_area.get(), &ChartArea::changed);
    panel.analysis().setStatisticsShown(true);
    panel.analysis().setMarksShown(true);
    panel.analysis().setComparedDays(7);
    QVERIFY(changed.size() >= 3);
    const QJsonObject stored = m_area->save();
    ChartArea other(*m_fleet, *m_past);
    other.restore(stored);
    ChartAnalysis &analysis = other.current()->analysis();
    QVERIFY(!analysis.panel()->isHidden());
    QVERIFY(analysis.marks().isShown());
    QCOMPARE(analysis.comparison().days(), 7);
    const std::unique_ptr<QMenu> menu(other.current()->menu());
    QStringList checked;
    for (const QAction *action : menu->actions())
        if (action->isChecked())
            checked.append(action->text());
    QVERIFY(checked.contains(QStringLiteral("Statistics")) && checked.contains(QStringLiteral("Mark unusual values")));
}

QTEST_MAIN(TestChartAnalysis)
#include "tst_chartanalysis.moc"
