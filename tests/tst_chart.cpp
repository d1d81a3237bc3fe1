// Charts as a person meets them: real widgets with painted frames, mouse, wheel, keys, drops, export and storage.

#include "core/fleet.h"
#include "core/archive.h"
#include "core/past.h"
#include "store/exchange/dataexport.h"
#include "ui/chart/chartarea.h"
#include "ui/chart/chartpanel.h"
#include "ui/chart/exportdialog.h"
#include "ui/chart/legendbar.h"
#include "ui/chart/metricpicker.h"
#include "ui/chart/picture.h"
#include "ui/dragdata.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGraphicsLineItem>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QValueAxis>
#include <QWheelEvent>
#include <QXmlStreamReader>

#include <cmath>

using namespace muster;

namespace {

constexpr Micros second = 1'000'000;

Metric metric(quint32 id, const char *key, const char *unit, MetricType type = MetricType::Number)
{
    Metric result;
    result.id = MetricId {id};
    result.key = QLatin1String(key);
    result.name = QLatin1String(key);
    result.unit = QString::fromUtf8(unit);
    result.type = type;
    return result;
}

Device pump()
{
    Device device;
    device.id = DeviceId {1};
    device.addresses = {QStringLiteral("test:pump")};
    device.name = QStringLiteral("Pump 3");
    device.metrics = {metric(1, "pressure", "bar"), metric(2, "temperature", "°C"), metric(3, "running", "", MetricType::Boolean),
        metric(4, "error", "", MetricType::Text), metric(5, "signal", "dBm")};
    device.metrics[4].diagnostic = true;
    return device;
}

Device plug()
{
    Device device;
    device.id = DeviceId {2};
    device.addresses = {QStringLiteral("test:plug")};
    device.name = QStringLiteral("Plug <b>desk</b>");
    device.metrics = {metric(6, "power", "W"), metric(7, "temperature", "°C")};
    return device;
}

/// `seconds` of samples up to now, `perSecond` each second.
void feed(Fleet &fleet, quint32 id, int seconds, int perSecond, double (*value)(double) = [](double t) { return 5 + std::sin(t); })
{
    SampleBatch batch;
    const Micros now = nowMicros();
    for (int i = seconds * perSecond; i >= 0; --i) {
        const Micros time = now - i * second / perSecond;
        batch.samples.append({time, value(double(time % (1'000 * second)) / 1e6), MetricId {id}, 0, 0});
    }
    fleet.observe(batch);
}

void turnWheel(QWidget *widget, QPointF at, int notches, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

bool drop(QWidget *widget, const QMimeData &data)
{
    QDragEnterEvent enter(widget->rect().center(), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(widget->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
    return true;
}

qint64 pixelsOf(const QImage &image, const QColor &colour)
{
    qint64 count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += (image.pixel(x, y) | 0xFF000000U) == colour.rgb() ? 1 : 0;
    }
    return count;
}

/// Numbers and units are kept together by a space that does not break.
QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

void hover(ChartView &view, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(view.viewport(), &event);
}

QAction *action(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();

    void drawsWhatArrives();
    void pausedViewStandsStillWhileDataGoOn();
    void wheelZoomsAroundTheCursor();
    void controlWheelZoomsTheValues();
    void draggingGoesBackInTime();
    void doubleClickAndHomeFitEverything();
    void keysPanZoomPauseAndReturn();
    void cursorReadsTheNearestSample();
    void axesFollowTheDataWithoutJumping();
    void axesAgreeWithTheTracesAtAnySize();
    void memoryReachesFurtherWhileOnAChart();
    void traceOfAVanishedDeviceComesBack();
    void legendClickHidesATrace();
    void legendMenuRecoloursMovesAndRemoves();
    void refusalsAreSentencesThatOfferANewChart();
    void droppedDevicePlotsWhatItMeasures();
    void dropInvitationNamesTheAxis();
    void droppedBesideTheTabsMakesANewChart();
    void pickerFindsByWords();
    void dialogExportsWhatIsShown();
    void failedExportKeepsTheDialogOpenWithASentence();
    void picturesShowTheTraces();
    void menuOffersEverything();
    void emptyAreaSaysWhatToDo();
    void tabsAndSplitsOpenAndClose();
    void storedChartsComeBack();
    void rubbishStoredIsSurvived();
    void everyControlHasAName();
    void descriptionTellsTracesAndValues();
    void darkThemeReachesTheChart();

private:
    ChartPanel &show(const QList<MetricId> &metrics);
    [[nodiscard]] QImage grab(ChartView &view) const { return view.viewport()->grab().toImage(); }

    Past m_past; // nothing is behind it
    Archive m_archive;
    DataExport m_export {nullptr};
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<ChartArea> m_area;
};

void TestChart::init()
{
    m_fleet = std::make_unique<Fleet>();
    m_fleet->announce({pump(), plug()});
    m_area = std::make_unique<ChartArea>(*m_fleet, m_past);
    m_area->setArchive(&m_archive);
    connect(&m_archive, &Archive::exportAsked, &m_export, &DataExport::start, Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
    connect(&m_export, &DataExport::finished, &m_archive, &Archive::finish, Qt::UniqueConnection);
    m_area->resize(900, 500);
    m_area->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
}

void TestChart::cleanup()
{
    m_area.reset();
    m_fleet.reset();
}

ChartPanel &TestChart::show(const QList<MetricId> &metrics)
{
    m_area->plot(metrics);
    ChartPanel &panel = *m_area->current();
    QApplication::processEvents();
    panel.view().draw();
    return panel;
}

void TestChart::drawsWhatArrives()
{
    ChartView &view = show({MetricId {1}}).view();
    view.setWindow(10 * second);
    QCOMPARE(pixelsOf(grab(view), view.colour(0)), 0);
    feed(*m_fleet, 1, 9, 1'000);
    QTRY_VERIFY(pixelsOf(grab(view), view.colour(0)) > 500);
    // What moves is redrawn by itself: the picture of a moment later is another one.
    const QImage before = grab(view);
    QTRY_VERIFY(grab(view) != before);
}

void TestChart::pausedViewStandsStillWhileDataGoOn()
{
    feed(*m_fleet, 1, 30, 100);
    ChartPanel &panel = show({MetricId {1}});
    ChartView &view = panel.view();
    QTest::keyClick(&view, Qt::Key_Space);
    QVERIFY(view.time().isPaused());
    const auto *ribbon = view.findChild<QLabel *>();
    QVERIFY(ribbon && ribbon->isVisible());
    QVERIFY2(ribbon->text().contains(QStringLiteral("recording continues")), qPrintable(ribbon->text()));
    QApplication::processEvents();
    view.draw();
    const QImage before = grab(view);
    const QString value = view.latest(0);
    const qsizetype kept = m_fleet->metric(MetricId {1})->series.size();
    for (int i = 0; i < 10; ++i) {
        m_fleet->observe({{{nowMicros() + 1, 99, MetricId {1}, 0, 0}}, {}});
        QApplication::processEvents();
    }
    view.draw();
    QCOMPARE(grab(view), before);
    QCOMPARE(view.latest(0), value);
    QCOMPARE(m_fleet->metric(MetricId {1})->series.size(), kept + 10);
    QTest::keyClick(&view, Qt::Key_Space);
    QVERIFY(!ribbon->isVisible());
    QTRY_VERIFY(grab(view) != before);
    QCOMPARE(plain(view.latest(0)), QStringLiteral("99 bar"));
}

void TestChart::wheelZoomsAroundTheCursor()
{
    feed(*m_fleet, 1, 60, 100);
    ChartView &view = show({MetricId {1}}).view();
    const QRectF area = view.frame().area;
    const auto before = view.shownRange();
    const QPointF at(area.left() + area.width() * 0.25, area.center().y());
    turnWheel(view.viewport(), at, 3);
    view.draw();
    const auto after = view.shownRange();
    QVERIFY(after.length() < before.length() * 0.6);
    const Micros pixel = before.length() / Micros(area.width());
    QVERIFY(std::abs((after.from + after.length() / 4) - (before.from + before.length() / 4)) <= 2 * pixel);
    QVERIFY(!view.time().isFollowing());
    turnWheel(view.viewport(), at, -30);
    QVERIFY2(view.time().isFollowing(), "zoomed out to the present, it follows again");
}

void TestChart::controlWheelZoomsTheValues()
{
    feed(*m_fleet, 1, 60, 100);
    ChartView &view = show({MetricId {1}}).view();
    const auto range = view.shownRange().length();
    const scale::Span before = view.axis(Side::Left).shown();
    turnWheel(view.viewport(), view.frame().area.center(), 2, Qt::ControlModifier);
    QVERIFY(view.axis(Side::Left).shown().length() < before.length());
    QVERIFY(!view.axis(Side::Left).isAutomatic());
    turnWheel(view.viewport(), {5, view.frame().area.center().y()}, -8);
    QVERIFY(view.axis(Side::Left).shown().length() > before.length());
    QCOMPARE(view.shownRange().length(), range);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, {5, int(view.frame().area.center().y())});
    QVERIFY(view.axis(Side::Left).isAutomatic());
    // As far as it goes, and nothing hangs.
    for (int i = 0; i < 400; ++i)
        turnWheel(view.viewport(), view.frame().area.center(), i < 200 ? 5 : -5, Qt::ControlModifier);
    QVERIFY(std::isfinite(view.axis(Side::Left).shown().length()));
}

void TestChart::draggingGoesBackInTime()
{
    feed(*m_fleet, 1, 60, 100);
    ChartView &view = show({MetricId {1}}).view();
    const auto before = view.shownRange();
    const QPoint start = view.frame().area.center().toPoint();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, start);
    for (int x = 0; x <= 100; x += 20)
        QTest::mouseMove(view.viewport(), start + QPoint(x, 0));
    QMouseEvent move(QEvent::MouseMove, start + QPoint(100, 0), view.viewport()->mapToGlobal(start + QPoint(100, 0)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view.viewport(), &move);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, start + QPoint(100, 0));
    view.draw();
    QVERIFY(!view.time().isFollowing());
    const auto expected = double(before.length()) * 100 / view.frame().area.width();
    QVERIFY(std::abs(double(before.from - view.shownRange().from) - expected) < expected * 0.05);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.time().isFollowing());
}

void TestChart::doubleClickAndHomeFitEverything()
{
    feed(*m_fleet, 1, 300, 10);
    ChartView &view = show({MetricId {1}}).view();
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, view.frame().area.center().toPoint());
    view.draw();
    QVERIFY(std::abs(view.shownRange().length() - 300 * second) < 2 * second);
    view.setWindow(10 * second);
    QTest::keyClick(&view, Qt::Key_Home);
    view.draw();
    QVERIFY(view.shownRange().length() > 290 * second);
    const auto *window = m_area->findChild<QComboBox *>();
    QCOMPARE(window->currentData().toLongLong(), TimeView::everything);
}

void TestChart::keysPanZoomPauseAndReturn()
{
    feed(*m_fleet, 1, 60, 100);
    ChartView &view = show({MetricId {1}}).view();
    const auto before = view.shownRange();
    QTest::keyClick(&view, Qt::Key_Plus);
    view.draw();
    QVERIFY(view.shownRange().length() < before.length());
    QVERIFY2(view.time().isFollowing(), "zooming by key keeps following");
    QTest::keyClick(&view, Qt::Key_Minus);
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(!view.time().isFollowing());
    QTest::keyClick(&view, Qt::Key_L);
    QVERIFY(view.time().isFollowing());
    QTest::keyClick(&view, Qt::Key_Up);
    QVERIFY(!view.axis(Side::Left).isAutomatic());
    QTest::keyClick(&view, Qt::Key_F);
    QVERIFY(view.axis(Side::Left).isAutomatic());
    QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(view.cursor());
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.cursor());
}

void TestChart::cursorReadsTheNearestSample()
{
    ChartView &view = show({MetricId {1}, MetricId {2}}).view();
    const Micros now = nowMicros();
    m_fleet->observe({{{now - 30 * second, 1.5, MetricId {1}, 0, 0}, {now - 20 * second, 2.5, MetricId {1}, 0, 0}, {now - 10 * second, 3.5, MetricId {1}, 0, 0}}, {}});
    view.setPaused(true);
    view.draw();
    const QRectF area = view.frame().area;
    const auto range = view.shownRange();
    const auto place = [&](Micros time) { return area.left() + double(time - range.from) / double(range.length()) * area.width(); };
    hover(view, {place(now - 24 * second), area.center().y()});
    QVERIFY(view.cursor());
    QCOMPARE(view.cursor()->rows.size(), 2);
    QCOMPARE(plain(view.cursor()->rows.at(0).value), QStringLiteral("2.5 bar"));
    QVERIFY2(!view.cursor()->rows.at(0).note.isEmpty(), "its time is told when it is not the cursor's");
    QVERIFY(std::abs(view.cursor()->rows.at(0).point.x() - place(now - 20 * second)) < 1.5);
    view.setCursorAt(place(now - 10 * second) + 0.4);
    QCOMPARE(plain(view.cursor()->rows.at(0).value), QStringLiteral("3.5 bar"));
    QCOMPARE(view.cursor()->rows.at(0).note, QString());
    const QRegularExpression clock(QStringLiteral(R"(^\d\d:\d\d:\d\d\.\d{3}$)"));
    QVERIFY(clock.match(view.cursor()->time).hasMatch());
    QVERIFY(pixelsOf(grab(view), view.colour(0)) > 10);
}

void TestChart::axesFollowTheDataWithoutJumping()
{
    feed(*m_fleet, 1, 60, 10);
    ChartView &view = show({MetricId {1}}).view();
    const scale::Span calm = view.axis(Side::Left).shown();
    QVERIFY(calm.low <= 4 && calm.high >= 6);
    feed(*m_fleet, 1, 0, 1, [](double) { return 5.5; });
    view.draw();
    QCOMPARE(view.axis(Side::Left).shown(), calm);
    feed(*m_fleet, 1, 0, 1, [](double) { return 90.0; });
    view.draw();
    QVERIFY2(view.axis(Side::Left).shown().high > calm.high && view.axis(Side::Left).shown().high < 90, "on its way, not there at once");
    QTRY_VERIFY(view.axis(Side::Left).shown().high >= 90);
}

void TestChart::axesAgreeWithTheTracesAtAnySize()
{
    feed(*m_fleet, 1, 60, 10);
    ChartView &view = show({MetricId {1}, MetricId {2}}).view();
    for (const QSize size : {QSize(900, 500), QSize(900, 240), QSize(500, 700), QSize(1200, 300)}) {
        m_area->resize(size);
        QApplication::processEvents();
        view.draw();
        const QRectF area = view.frame().area;
        const tracepaint::Map map {area, view.frame().from, view.frame().to, view.axis(Side::Left).shown(), 1};
        const double step = qobject_cast<QValueAxis *>(view.chart()->axes(Qt::Vertical).first())->tickInterval();
        // Where Qt Charts put the lines of its grid is where a trace of that value runs.
        int lines = 0;
        for (const QGraphicsItem *item : view.scene()->items()) {
            const auto *grid = qgraphicsitem_cast<const QGraphicsLineItem *>(item);
            if (!grid || !grid->isVisible() || grid->line().dy() != 0 || grid->line().length() < area.width() * 0.9)
                continue;
            const double value = map.span.low + (area.bottom() - grid->line().y1()) / area.height() * map.span.length();
            QVERIFY2(std::abs(map.y(std::round(value / step) * step) - grid->line().y1()) <= 1.5, qPrintable(QString::number(value)));
            ++lines;
        }
        QVERIFY2(lines >= 2, qPrintable(QString::number(lines)));
    }
}

void TestChart::memoryReachesFurtherWhileOnAChart()
{
    show({MetricId {1}});
    ChartPanel *other = m_area->addChart({MetricId {1}});
    const auto &series = m_fleet->metric(MetricId {1})->series;
    QVERIFY(series.limit() >= 600'000);
    m_area->close(other);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(series.limit() >= 600'000, "the first chart still shows it");
    m_area->close(m_area->current());
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(series.limit() <= Series::defaultLimit);
}

void TestChart::traceOfAVanishedDeviceComesBack()
{
    ChartView &view = show({MetricId {6}}).view();
    m_fleet->withdraw({DeviceId {2}});
    QVERIFY(!m_fleet->device(DeviceId {2}));
    QCOMPARE(view.traces().size(), 1);
    QVERIFY(!view.traces().at(0).metric.isValid());
    view.draw();
    m_fleet->announce({plug()});
    QCOMPARE(view.traces().at(0).metric, MetricId {6});
    QVERIFY2(m_fleet->metric(MetricId {6})->series.limit() >= 600'000, "watched again");
}

void TestChart::legendClickHidesATrace()
{
    feed(*m_fleet, 1, 60, 100);
    ChartPanel &panel = show({MetricId {1}, MetricId {2}});
    auto *button = panel.findChild<LegendButton *>();
    QVERIFY(pixelsOf(grab(panel.view()), panel.view().colour(0)) > 100);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!panel.view().traces().at(0).shown);
    panel.view().draw();
    QCOMPARE(pixelsOf(grab(panel.view()), panel.view().colour(0)), 0);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(panel.view().traces().at(0).shown);
}

void TestChart::legendMenuRecoloursMovesAndRemoves()
{
    ChartPanel &panel = show({MetricId {1}, MetricId {2}});
    auto *legend = panel.findChild<LegendBar *>();
    const auto choose = [&](qsizetype trace, const QString &text) {
        std::unique_ptr<QMenu> menu(legend->menu(trace));
        QAction *chosen = action(*menu, text);
        QVERIFY2(chosen, qPrintable(text));
        chosen->trigger();
    };
    choose(0, QStringLiteral("Show only this"));
    QVERIFY(!panel.view().traces().at(1).shown);
    choose(0, QStringLiteral("Show all"));
    QVERIFY(panel.view().traces().at(1).shown);
    choose(0, QStringLiteral("Move to the right axis"));
    QCOMPARE(panel.view().traces().unit(Side::Right), QStringLiteral("bar"));
    choose(0, QStringLiteral("Remove from this chart"));
    QCOMPARE(panel.view().traces().size(), 1);
    QCOMPARE(panel.view().traces().at(0).metric, MetricId {2});
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(panel.findChildren<LegendButton *>().size(), 1);
}

void TestChart::refusalsAreSentencesThatOfferANewChart()
{
    ChartPanel &panel = show({MetricId {1}, MetricId {2}});
    QCOMPARE(panel.plot({MetricId {6}}), QList<MetricId> {MetricId {6}});
    QToolButton *offer = nullptr;
    for (QToolButton *button : panel.findChildren<QToolButton *>())
        offer = button->text() == QStringLiteral("New chart") ? button : offer;
    QVERIFY(offer && offer->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QCOMPARE(m_area->charts().size(), 2);
    QCOMPARE(m_area->current()->view().traces().at(0).metric, MetricId {6});
    QVERIFY(!offer->isVisible());
    QVERIFY2(m_area->current()->plot({MetricId {4}}).isEmpty(), "a text needs no axis");
}

void TestChart::droppedDevicePlotsWhatItMeasures()
{
    ChartPanel *panel = m_area->addChart();
    std::unique_ptr<QMimeData> data(dragdata::ofDevices({DeviceId {1}}));
    QCOMPARE(ChartPanel::droppedMetrics(*m_fleet, *data), (QList<MetricId> {MetricId {1}, MetricId {2}, MetricId {3}}));
    QVERIFY(drop(panel, *data));
    QVERIFY2(panel->view().traces().size() == 3, "two lines and a band");
    QMimeData foreign;
    foreign.setText(QStringLiteral("hello"));
    QVERIFY(!drop(panel, foreign));
}

void TestChart::dropInvitationNamesTheAxis()
{
    ChartPanel &panel = show({MetricId {1}});
    QCOMPARE(panel.invitation({MetricId {2}}), QStringLiteral("Plot on this chart, right axis °C"));
    QCOMPARE(panel.invitation({MetricId {1}}), QStringLiteral("Plot on this chart, left axis bar"));
    QCOMPARE(panel.invitation({MetricId {4}}), QStringLiteral("Show its states on this chart"));
    QCOMPARE(panel.invitation({}), QString());
}

void TestChart::droppedBesideTheTabsMakesANewChart()
{
    show({MetricId {1}});
    std::unique_ptr<QMimeData> data(dragdata::ofMetrics({MetricId {2}}));
    QVERIFY(drop(m_area->findChild<QTabBar *>(), *data));
    QCOMPARE(m_area->charts().size(), 2);
    QCOMPARE(m_area->current()->view().traces().at(0).metric, MetricId {2});
    for (ChartPanel *panel : m_area->charts())
        m_area->close(panel);
    auto *empty = m_area->findChild<QPushButton *>()->parentWidget();
    QVERIFY(empty->isVisible());
    QVERIFY(drop(empty, *data));
    QCOMPARE(m_area->charts().size(), 1);
}

void TestChart::pickerFindsByWords()
{
    MetricPicker picker(*m_fleet);
    picker.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy picked(&picker, &MetricPicker::picked);
    picker.setSearch(QStringLiteral("plug TEMP"));
    QVERIFY(picker.list()->currentItem());
    QCOMPARE(picker.list()->currentItem()->text(), QStringLiteral("Plug <b>desk</b> · temperature (°C)"));
    QTest::keyClick(picker.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.at(0).at(0).value<MetricId>(), MetricId {7});
    picker.setSearch(QStringLiteral("error"));
    QVERIFY(picker.list()->currentItem());
}

void TestChart::dialogExportsWhatIsShown()
{
    QTemporaryDir dir;
    feed(*m_fleet, 1, 120, 10);
    feed(*m_fleet, 2, 120, 10);
    ChartPanel &panel = show({MetricId {1}, MetricId {2}});
    panel.view().edit([](TraceSet &traces) { traces.setShown(1, false); });
    panel.view().setPaused(true);
    panel.view().draw();
    QPointer<ExportDialog> dialog = panel.exportChart();
    dialog->setPath(dir.filePath(QStringLiteral("chart.csv")));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    QFile file(dir.filePath(QStringLiteral("chart.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.first(), QByteArray("time,seconds,name,unit,value\r"));
    const auto range = panel.view().shownRange();
    const auto &series = m_fleet->metric(MetricId {1})->series;
    QCOMPARE(lines.size() - 2, series.lowerBound(range.to) - series.lowerBound(range.from));
    QVERIFY(lines.at(1).contains("Pump 3 \xC2\xB7 pressure,bar,"));
}

void TestChart::failedExportKeepsTheDialogOpenWithASentence()
{
    feed(*m_fleet, 1, 10, 10);
    ChartPanel &panel = show({MetricId {1}});
    for (const int format : {0, 1, 2}) {
        QPointer<ExportDialog> dialog = panel.exportChart();
        dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(format);
        dialog->setPath(QStringLiteral("/nonexistent/folder/chart.csv"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
        const auto told = [&] {
            const auto labels = dialog->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("/nonexistent/folder")); });
        };
        QTRY_VERIFY(told());
        QVERIFY(dialog->isVisible());
        dialog->reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!dialog);
    }
}

void TestChart::picturesShowTheTraces()
{
    QTemporaryDir dir;
    feed(*m_fleet, 1, 60, 1'000);
    ChartPanel &panel = show({MetricId {1}});
    ExportRun run(nullptr);
    QSignalSpy finished(&run, &ExportRun::finished);
    run.start(panel.view(), *m_fleet, {ExportChoice::Format::Png, {}, true, dir.filePath(QStringLiteral("a.png"))});
    run.start(panel.view(), *m_fleet, {ExportChoice::Format::Svg, {}, true, dir.filePath(QStringLiteral("a.svg"))});
    QCOMPARE(finished.size(), 2);
    const QImage png(dir.filePath(QStringLiteral("a.png")));
    QVERIFY(png.width() >= 2 * panel.view().width());
    QVERIFY(pixelsOf(png, panel.view().colour(0)) > 1'000);
    QFile svg(dir.filePath(QStringLiteral("a.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&svg);
    int lines = 0;
    while (!xml.atEnd())
        lines += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("polyline") ? 1 : 0;
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY2(lines > 300, qPrintable(QString::number(lines)));
    panel.copyPicture();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestChart::menuOffersEverything()
{
    ChartPanel &panel = show({MetricId {1}});
    std::unique_ptr<QMenu> menu(panel.menu());
    for (const char *text : {"Add metric…", "Export chart…", "Copy picture", "Fit", "Pause", "Split", "Close"})
        QVERIFY2(action(*menu, QString::fromUtf8(text)), text);
    action(*menu, QStringLiteral("Pause"))->trigger();
    QVERIFY(panel.view().time().isPaused());
    action(*menu, QStringLiteral("Close"))->trigger();
    QVERIFY(m_area->charts().isEmpty());
}

void TestChart::emptyAreaSaysWhatToDo()
{
    auto *start = m_area->findChild<QPushButton *>();
    QVERIFY(start->isVisible());
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(m_area->charts().size(), 1);
    QVERIFY(!start->isVisible());
}

void TestChart::tabsAndSplitsOpenAndClose()
{
    QSignalSpy changed(m_area.get(), &ChartArea::changed);
    ChartPanel *first = m_area->addChart({MetricId {1}});
    ChartPanel *below = m_area->split({MetricId {2}});
    ChartPanel *second = m_area->addChart({MetricId {6}});
    QCOMPARE(m_area->charts(), (QList<ChartPanel *> {first, below, second}));
    QVERIFY(changed.size() >= 3);
    auto *tabs = m_area->findChild<QTabWidget *>();
    QCOMPARE(tabs->count(), 2);
    m_area->close(below);
    QCOMPARE(tabs->count(), 2);
    m_area->editTabName(0);
    auto *edit = tabs->tabBar()->findChild<QLineEdit *>();
    QVERIFY(edit);
    edit->setText(QStringLiteral("R&D hall"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(tabs->tabText(0), QStringLiteral("R&&D hall"));
    m_area->close(first);
    QCOMPARE(tabs->count(), 1);
    for (int i = 0; i < ChartArea::mostCharts + 5; ++i)
        m_area->addChart();
    QCOMPARE(m_area->charts().size(), ChartArea::mostCharts);
}

void TestChart::storedChartsComeBack()
{
    m_area->addChart({MetricId {1}, MetricId {2}});
    m_area->split({MetricId {6}});
    m_area->addChart({MetricId {7}});
    m_area->renameTab(0, QStringLiteral("Hall B"));
    m_area->charts().first()->view().setWindow(300 * second);
    const QJsonObject stored = m_area->save();

    Fleet fleet; // nothing known yet
    ChartArea area(fleet, m_past);
    area.resize(900, 500);
    area.restore(stored);
    QCOMPARE(area.charts().size(), 3);
    QCOMPARE(area.charts().first()->view().time().window(), 300 * second);
    QVERIFY(!area.charts().first()->view().traces().at(0).metric.isValid());
    fleet.announce({pump(), plug()});
    QCOMPARE(area.charts().first()->view().traces().at(1).metric, MetricId {2});
    QJsonObject again = area.save();
    for (const QString &key : {QStringLiteral("current"), QStringLiteral("version")})
        QCOMPARE(again.value(key), stored.value(key));
    QCOMPARE(again.value(QStringLiteral("tabs"))[0][QStringLiteral("charts")], stored.value(QStringLiteral("tabs"))[0][QStringLiteral("charts")]);
    QCOMPARE(again.value(QStringLiteral("tabs"))[0][QStringLiteral("name")].toString(), QStringLiteral("Hall B"));
}

void TestChart::rubbishStoredIsSurvived()
{
    for (const char *json : {"{}", R"({"tabs":7})", R"({"tabs":[{}],"current":-3})", R"({"tabs":[{"charts":[{"traces":{},"windowUs":-1}]}],"current":99})",
             R"({"tabs":[{"charts":[1,null,"x"],"sizes":["a",-5,1e99],"name":4}]})"}) {
        m_area->restore(QJsonDocument::fromJson(json).object());
        m_area->plot({MetricId {1}});
        QVERIFY(m_area->current());
    }
}

void TestChart::everyControlHasAName()
{
    show({MetricId {1}, MetricId {2}});
    ExportDialog *dialog = m_area->current()->exportChart();
    for (QWidget *widget : m_area->findChildren<QWidget *>() + dialog->findChildren<QWidget *>()) {
        const bool control = widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !widget->objectName().startsWith(QLatin1String("qt_"))
            && !widget->inherits("QComboBoxPrivateContainer") && !widget->inherits("QComboBoxListView") && !widget->inherits("QTabBar");
        QAccessibleInterface *face = control ? QAccessible::queryAccessibleInterface(widget) : nullptr;
        const QString where = QStringLiteral("%1 in %2").arg(QLatin1String(widget->metaObject()->className()),
            widget->parentWidget() ? QLatin1String(widget->parentWidget()->metaObject()->className()) : QLatin1String());
        QVERIFY2(!face || !face->text(QAccessible::Name).isEmpty(), qPrintable(where));
    }
    dialog->reject();
}

void TestChart::descriptionTellsTracesAndValues()
{
    ChartView &view = show({MetricId {1}}).view();
    m_fleet->observe({{{nowMicros(), 3.25, MetricId {1}, 0, 0}}, {}});
    QTRY_VERIFY2(plain(view.accessibleDescription()).contains(QStringLiteral("Pump 3 · pressure: 3.25 bar")), qPrintable(view.accessibleDescription()));
}

void TestChart::darkThemeReachesTheChart()
{
    feed(*m_fleet, 1, 60, 100);
    ChartView &view = show({MetricId {1}}).view();
    theme::apply(*qApp, theme::Mode::Dark);
    QApplication::processEvents();
    view.draw();
    const QImage image = grab(view);
    QCOMPARE(QColor(image.pixel(3, 3)), theme::dark().surface);
    QVERIFY(pixelsOf(image, theme::trace(0, view.palette())) > 100);
    theme::apply(*qApp, theme::Mode::Light);
}

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
