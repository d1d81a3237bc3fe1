#include "ui/chart/markitem.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace muster {

MarkItem::MarkItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(58); // over the traces, under the cursor
    setAcceptedMouseButtons(Qt::NoButton);
    hide();
}

void MarkItem::setLook(const QFont &font, const QColor &line, const QColor &text)
{
    m_font = font;
    m_line = line;
    m_text = text;
    update();
}

void MarkItem::setMarks(const QRectF &area, const QList<Mark> &marks)
{
    setVisible(!marks.isEmpty());
    if (area == m_area && marks == m_marks)
        return;
    if (area != m_area)
        prepareGeometryChange();
    m_area = area;
    m_marks = marks;
    update();
}

void MarkItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (m_marks.size() == 2) {
        const auto [low, high] = std::minmax(m_marks.at(0).x, m_marks.at(1).x);
        const double left = std::clamp(low, m_area.left(), m_area.right());
        const double right = std::clamp(high, m_area.left(), m_area.right());
        QColor tint = m_line;
        tint.setAlphaF(0.08F);
        painter->fillRect(QRectF(left, m_area.top(), right - left, m_area.height()), tint);
    }
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    for (const Mark &mark : m_marks) {
        if (mark.x < m_area.left() || mark.x >= m_area.right())
            continue;
        const double x = std::floor(mark.x);
        painter->setPen(QPen(m_line, 1, Qt::DashLine));
        painter->drawLine(QLineF(x, m_area.top(), x, m_area.bottom() - 1));
        const QRectF tag(x - 8, m_area.bottom() - metrics.height() - 4, 16, metrics.height() + 2);
        painter->fillRect(tag, m_line);
        painter->setPen(m_text);
        painter->drawText(tag, Qt::AlignCenter, mark.name);
    }
}

} // namespace muster
