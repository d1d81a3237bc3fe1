#include "ui/chart/chartview.h"

#include "core/fleet.h"
#include "ui/format.h"
#include "ui/theme.h"

#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QtMath>

#include <algorithm>

namespace muster {

namespace {

constexpr int topMargin = 26;    ///< the units
constexpr int streamingTicks = 3;///< without new data until a stream counts as over
constexpr int axisMargin = 2;    ///< outside of an axis' labels
constexpr int laneHeight = 22;   ///< with the gap above it
constexpr int tallLane = 40;
constexpr int sideMargin = 16;   ///< where there are no labels

} // namespace

ChartView::ChartView(const ChartParts &parts, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_fleet(parts.fleet)
    , m_source(new TraceSource(parts, this))
    , m_link(parts.cursors)
    , m_axes {ValueAxis(*chart(), Qt::AlignLeft), ValueAxis(*chart(), Qt::AlignRight)}
    , m_plot(new PlotItem(chart()))
    , m_times(new TimeAxisItem(chart()))
    , m_marks(new MarkItem(chart()))
    , m_cursor(new Crosshair(chart()))
{
    prepareChart();
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ChartView::tick);
    connect(m_source, &TraceSource::arrived, this, &ChartView::changed);
    connect(&m_fleet, &Fleet::metricsChanged, this, &ChartView::takeInData);
    connect(&m_link, &CursorLink::moved, this, [this](const QObject *source) {
        if (source != this) {
            m_cursorX.reset();
            drawCursor();
        }
    });
    connect(&m_link, &CursorLink::marksChanged, this, &ChartView::drawCursor);
    const auto resolve = [this] {
        if (m_traces.resolve(m_fleet))
            takeInTraces();
    };
    connect(&m_fleet, &Fleet::devicesAdded, this, resolve);
    connect(&m_fleet, &Fleet::devicesChanged, this, resolve);
    connect(&m_fleet, &Fleet::devicesRemoved, this, resolve);
    connect(&m_fleet, &Fleet::entriesChanged, this, resolve);
}

void ChartView::prepareChart()
{
    chart()->setBackgroundVisible(false);
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
    chart()->legend()->hide();
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setOptimizationFlags(QGraphicsView::DontSavePainterState);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAcceptDrops(false); // the panel does
    viewport()->setAcceptDrops(false);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 120);
    setAccessibleName(tr("Chart"));
    applyTheme();
}

void ChartView::takeInData(const QList<MetricId> &metrics)
{
    const bool ours = std::any_of(metrics.begin(), metrics.end(), [this](MetricId id) { return m_source->has(id); });
    if (ours)
        m_source->hear(metrics);
    if (!ours || m_time.isPaused())
        return;
    m_pace.streaming = streamingTicks;
    changed();
}

Result<void> ChartView::add(MetricId metric)
{
    const auto added = m_traces.add(m_fleet, metric);
    if (added)
        takeInTraces();
    return added;
}

void ChartView::edit(const std::function<void(TraceSet &)> &change)
{
    change(m_traces);
    m_traces.resolve(m_fleet);
    takeInTraces();
}

void ChartView::takeInTraces()
{
    chart()->removeAllSeries();
    for (qsizetype i = 0; i < m_traces.size(); ++i) {
        const Trace &trace = m_traces.at(i);
        if (!trace.shown)
            continue;
        // An empty series is what Qt Charts needs for an entry in the legend of a picture.
        auto *series = new QLineSeries;
        series->setName(trace.info.unit.isEmpty() ? trace.name() : QStringLiteral("%1 (%2)").arg(trace.name(), format::plain(trace.info.unit, 20)));
        series->setPen(QPen(colour(i), 2));
        chart()->addSeries(series);
    }
    m_source->setTraces(m_traces);
    for (const Side side : {Side::Left, Side::Right}) {
        ownAxis(side).setUsed(m_traces.uses(side));
        ownAxis(side).setUnit(format::plain(m_traces.unit(side), 20));
    }
    layOut();
    changed();
    Q_EMIT tracesChanged();
}

void ChartView::applyTheme()
{
    const theme::Colours &colours = theme::colours(palette());
    const QFont font = theme::small(this->font());
    setBackgroundBrush(colours.surface);
    for (ValueAxis &axis : m_axes)
        axis.setLook(font, colours.muted, colours.line);
    m_plot->setLook(colours.line, {palette(), font});
    m_times->setLook(font, colours.muted, colours.line);
    m_marks->setLook(font, colours.accent, colours.surface);
    m_cursor->setLook({font, colours.surface, colours.line, colours.text, colours.muted});
    chart()->legend()->setFont(font);
    chart()->legend()->setLabelColor(colours.text);
}

void ChartView::layOut()
{
    const auto margin = [](const ValueAxis &axis) { return axis.isUsed() ? axisMargin : sideMargin; };
    const int room = std::max(0, height() - topMargin - TimeAxisItem::height);
    const auto lanes = int(m_traces.bands().size());
    const bool lines = std::any_of(m_traces.all().begin(), m_traces.all().end(), [](const Trace &trace) { return trace.isNumber(); });
    // Without lines the bands have the place to themselves.
    const int each = lanes == 0 ? 0 : std::clamp((lines ? room / 2 : room) / lanes, statebar::laneGap + 4, lines ? laneHeight : tallLane);
    const int below = lines ? lanes * each : 0;
    chart()->setMargins({margin(m_axes[0]), topMargin, margin(m_axes[1]), TimeAxisItem::height + below});
    for (ValueAxis &axis : m_axes)
        axis.setHeight(room - below);
    // At once, so that axes and traces agree in the very frame that is about to be drawn.
    chart()->layout()->activate();
    const QRectF plot = chart()->plotArea();
    const QPoint from(qCeil(plot.left()), qRound(plot.top()));
    m_area = QRectF(from, QSizeF(std::max(8, qFloor(plot.right()) - from.x()), std::max(8, qRound(plot.bottom()) - from.y())));
    m_lanes = QRectF(m_area.left(), lines ? m_area.bottom() : m_area.top(), m_area.width(), lanes * each);
    for (ValueAxis &axis : m_axes)
        axis.placeUnit(m_area);
}

QString ChartView::latest(qsizetype trace) const
{
    const MetricState *state = m_fleet.metric(m_traces.at(trace).metric);
    if (!state || state->series.isEmpty())
        return format::none();
    if (m_traces.at(trace).isText()) {
        const auto said = read(trace, m_time.isPaused() ? m_time.pausedAt() : nowMicros());
        return said ? format::plain(said->text, 40) : format::none();
    }
    const Series &series = state->series;
    const qsizetype end = m_time.isPaused() ? series.lowerBound(m_time.pausedAt() + 1) : series.size();
    return end > 0 ? format::quantity(state->info, series.valueAt(end - 1)).joined() : format::none();
}

QColor ChartView::colour(qsizetype trace) const
{
    return theme::trace(m_traces.at(trace).colour, palette());
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
    changed();
}

void ChartView::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    changed();
}

void ChartView::hideEvent(QHideEvent *event)
{
    QChartView::hideEvent(event);
    m_tick.stop();
    setCursorAt(std::nullopt);
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyTheme();
        takeInTraces();
    }
}

} // namespace muster
