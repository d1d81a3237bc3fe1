#include "ui/chart/plotitem.h"

#include <QFontMetricsF>
#include <QPainter>

namespace muster {

namespace {

constexpr int overhang = 48; ///< how far a time may reach beyond the ends of its axis

} // namespace

PlotItem::PlotItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(50); // above everything of QChart's own
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlotItem::setFrame(PlotFrame frame)
{
    if (frame.whole != m_frame.whole)
        prepareGeometryChange();
    m_frame = std::move(frame);
    update();
}

void PlotItem::setLook(const QColor &grid, const statebar::Look &look)
{
    m_grid = grid;
    m_look = look;
    update();
}

void PlotItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    tracepaint::Map map {m_frame.area, m_frame.from, m_frame.to, {}, m_frame.ratio};
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_grid, 1));
    for (const scale::TimeTick &tick : m_frame.ticks) {
        const double x = std::floor(map.x(tick.time));
        painter->drawLine(QLineF(x, m_frame.whole.top(), x, m_frame.whole.bottom() - 1));
    }
    for (auto trace = m_frame.traces.rbegin(); trace != m_frame.traces.rend(); ++trace) {
        if (!trace->isLine)
            continue;
        map.span = trace->span;
        tracepaint::paint(*painter, trace->envelope, map, trace->style);
    }
    for (const statebar::Lane &lane : m_frame.lanes)
        statebar::paint(*painter, lane, map, m_frame.area, m_look);
}

TimeAxisItem::TimeAxisItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(49);
    setAcceptedMouseButtons(Qt::NoButton);
}

void TimeAxisItem::setFrame(const PlotFrame &frame)
{
    if (frame.whole == m_area && frame.from == m_from && frame.to == m_to)
        return;
    if (frame.whole != m_area)
        prepareGeometryChange();
    m_area = frame.whole;
    m_from = frame.from;
    m_to = frame.to;
    m_ticks = frame.ticks;
    update();
}

void TimeAxisItem::setLook(const QFont &font, const QColor &text, const QColor &line)
{
    m_font = font;
    m_text = text;
    m_line = line;
    update();
}

QRectF TimeAxisItem::boundingRect() const
{
    return {m_area.left() - overhang, m_area.bottom(), m_area.width() + 2 * overhang, height};
}

void TimeAxisItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const tracepaint::Map map {m_area, m_from, m_to, {}, 1};
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_line, 1));
    painter->drawLine(QLineF(m_area.left(), m_area.bottom(), m_area.right(), m_area.bottom()));
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    for (const scale::TimeTick &tick : m_ticks) {
        const double x = std::floor(map.x(tick.time));
        const double width = metrics.horizontalAdvance(tick.label);
        // A label that would leave the item is not drawn in half.
        if (x - width / 2 < m_area.left() - overhang || x + width / 2 > m_area.right() + overhang)
            continue;
        painter->setPen(m_text);
        painter->drawText(QPointF(std::floor(x - width / 2), m_area.bottom() + 5 + metrics.ascent()), tick.label);
    }
}

} // namespace muster
