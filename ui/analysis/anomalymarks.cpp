#include "ui/analysis/anomalymarks.h"

#include "ui/chart/chartview.h"
#include "ui/theme.h"

#include <QGraphicsScene>
#include <QPainter>

namespace muster {

namespace {

constexpr double over = 60; ///< z: above the traces
constexpr double radius = 5;
constexpr double apart = 3; ///< px: nearer ones would be one blot

} // namespace

class AnomalyMarks::Item : public QGraphicsItem
{
public:
    void setPoints(QList<QPointF> points, const QRectF &area, const QColor &colour, const QColor &halo)
    {
        prepareGeometryChange();
        m_points = std::move(points);
        m_area = area;
        m_colour = colour;
        m_halo = halo;
        update();
    }
    [[nodiscard]] const QList<QPointF> &points() const { return m_points; }
    [[nodiscard]] QRectF boundingRect() const override { return m_area.adjusted(-radius - 2, -radius - 2, radius + 2, radius + 2); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        // A ring of the background's colour keeps the mark apart from a trace of a similar colour.
        for (const QPen &pen : {QPen(m_halo, 4), QPen(m_colour, 2)}) {
            painter->setPen(pen);
            for (const QPointF &point : std::as_const(m_points))
                painter->drawEllipse(point, radius, radius);
        }
    }

private:
    QList<QPointF> m_points;
    QRectF m_area;
    QColor m_colour;
    QColor m_halo;
};

AnomalyMarks::AnomalyMarks(ChartView &chart, QObject *parent)
    : QObject(parent)
    , m_chart(chart)
    , m_item(new Item)
{
    m_item->setZValue(over);
    m_item->hide();
    chart.scene()->addItem(m_item);
    connect(&chart, &ChartView::drawn, this, &AnomalyMarks::redraw);
}

AnomalyMarks::~AnomalyMarks() = default;

void AnomalyMarks::setShown(bool shown)
{
    m_shown = shown;
    m_item->setVisible(shown);
    redraw();
}

void AnomalyMarks::setMarks(const std::vector<TraceAnalysis> &analyses)
{
    m_marks.clear();
    for (const TraceAnalysis &analysis : analyses)
        m_marks.push_back({analysis.metric, analysis.marks});
    redraw();
}

qsizetype AnomalyMarks::inView() const
{
    return m_shown ? m_item->points().size() : 0;
}

void AnomalyMarks::redraw()
{
    if (!m_shown || m_chart.traces().isEmpty())
        return;
    QList<QPointF> points;
    for (const Marks &marks : m_marks) {
        const qsizetype trace = m_chart.traces().indexOf(marks.metric);
        if (trace < 0 || !m_chart.traces().at(trace).shown)
            continue;
        const tracepaint::Map map = m_chart.map(trace);
        QPointF before(-1e9, 0);
        for (const TraceAnalysis::Mark &mark : marks.marks) {
            const QPointF point(map.x(mark.time), map.y(mark.value));
            if (!map.area.contains(point) || (point - before).manhattanLength() < apart)
                continue;
            points.append(point);
            before = point;
        }
    }
    const theme::Colours &colours = theme::colours(m_chart.palette());
    m_item->setPoints(points, m_chart.map(0).area, colours.alarm, colours.surface);
}

} // namespace muster
