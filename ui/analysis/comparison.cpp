#include "ui/analysis/comparison.h"

#include "core/fleet.h"
#include "ui/chart/chartview.h"

#include <QDateTime>
#include <QGraphicsScene>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace muster {

namespace {

constexpr float dimmed = 0.5F;
constexpr double under = 45; ///< z: below the traces

/// One dashed line through all samples; a line for each pair of them would begin its dashes anew every time.
QPainterPath pathOf(const Envelope &envelope, const tracepaint::Map &map, const tracepaint::Style &style)
{
    QPainterPath path;
    bool open = false;
    Micros before = 0;
    const auto add = [&](Micros time, double value) {
        if (!std::isfinite(value)) {
            open = false;
            return;
        }
        const bool gap = style.gap > 0 && time - before > style.gap;
        const QPointF point(map.x(time), map.y(value));
        if (!open || gap)
            path.moveTo(point);
        else if (style.steps)
            path.lineTo(point.x(), path.currentPosition().y());
        path.lineTo(point);
        open = true;
        before = time;
    };
    for (const EnvelopeColumn &column : envelope) {
        add(column.time, column.first);
        if (column.count > 1)
            add(column.endTime, column.last);
    }
    return path;
}

/// Makes room for what of an envelope is within a stretch of time.
void widen(std::optional<scale::Span> &extent, const Envelope &envelope, Micros from, Micros to)
{
    for (const EnvelopeColumn &column : envelope) {
        if (column.endTime < from || column.time >= to || !std::isfinite(column.min) || !std::isfinite(column.max))
            continue;
        if (!extent)
            extent = scale::Span {column.min, column.max};
        extent->low = std::min(extent->low, column.min);
        extent->high = std::max(extent->high, column.max);
    }
}

} // namespace

class Comparison::Item : public QGraphicsItem
{
public:
    void setGhosts(QList<Ghost> ghosts, const QRectF &area)
    {
        prepareGeometryChange();
        m_ghosts = std::move(ghosts);
        m_area = area;
        update();
    }
    [[nodiscard]] QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        painter->setClipRect(m_area);
        for (const Ghost &ghost : std::as_const(m_ghosts)) {
            if (tracepaint::isDense(ghost.envelope, ghost.map.columns())) {
                tracepaint::paint(*painter, ghost.envelope, ghost.map, ghost.style);
                continue;
            }
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(ghost.style.colour, 1.5, Qt::DashLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawPath(pathOf(ghost.envelope, ghost.map, ghost.style));
        }
        painter->restore();
    }

private:
    QList<Ghost> m_ghosts;
    QRectF m_area;
};

Comparison::Comparison(const Fleet &fleet, Past &past, ChartView &chart, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_chart(chart)
    , m_past(past)
    , m_item(new Item)
{
    m_item->setZValue(under);
    m_item->hide();
    chart.scene()->addItem(m_item);
    connect(&chart, &ChartView::tracesChanged, this, &Comparison::follow);
    connect(&chart, &ChartView::drawn, this, &Comparison::redraw);
    connect(&m_past, &PastCache::arrived, this, &Comparison::redraw);
}

Comparison::~Comparison() = default;

void Comparison::setDays(int days)
{
    m_days = days;
    m_item->setVisible(days > 0);
    follow();
    redraw();
}

QString Comparison::name() const
{
    if (m_days == 1)
        return tr("the day before");
    if (m_days == 7)
        return tr("the week before");
    return m_days > 0 ? tr("%n day(s) before", nullptr, m_days) : QString();
}

Micros Comparison::shift(Micros from, int days)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(from / 1'000);
    return (now.toMSecsSinceEpoch() - now.addDays(-days).toMSecsSinceEpoch()) * 1'000;
}

void Comparison::follow()
{
    QList<MetricId> metrics;
    for (const Trace &trace : m_chart.traces().all())
        if (m_days > 0 && trace.shown && trace.isNumber() && trace.metric.isValid())
            metrics.append(trace.metric);
    m_past.setMetrics(metrics);
}

void Comparison::redraw()
{
    if (m_days <= 0 || m_chart.traces().isEmpty()) {
        m_chart.alsoShow(Side::Left, {});
        m_chart.alsoShow(Side::Right, {});
        return;
    }
    QList<Ghost> ghosts;
    QRectF area;
    std::array<std::optional<scale::Span>, 2> extents;
    for (qsizetype i = 0; i < m_chart.traces().size(); ++i) {
        const Trace &trace = m_chart.traces().at(i);
        const MetricState *const state = m_fleet.metric(trace.metric);
        if (!state || !trace.shown || !trace.isNumber())
            continue;
        Ghost ghost {{}, m_chart.map(i), {m_chart.colour(i), false, 0, 0}};
        area = ghost.map.area;
        const Micros by = shift(ghost.map.from, m_days);
        ghost.map.from -= by;
        ghost.map.to -= by;
        const Micros width = std::max<Micros>(1, (ghost.map.to - ghost.map.from) / ghost.map.columns());
        const seam::Grid grid {ghost.map.from, width, ghost.map.columns()};
        const Envelope live = state->series.envelope(grid.from, grid.to(), grid.columns);
        ghost.envelope = m_past.envelope(trace.metric, state->series, live, grid);
        ghost.style.colour.setAlphaF(dimmed);
        if (const auto usual = GapRule::usual(ghost.envelope))
            ghost.style.gap = GapRule::limit(*usual, width);
        widen(extents[size_t(trace.side)], ghost.envelope, grid.from, grid.to());
        ghosts.append(ghost);
    }
    m_item->setGhosts(ghosts, area);
    m_chart.alsoShow(Side::Left, extents[0]);
    m_chart.alsoShow(Side::Right, extents[1]);
    if (const bool empty = !extents[0] && !extents[1]; std::exchange(m_empty, empty) != empty)
        Q_EMIT emptyChanged();
}

} // namespace muster
