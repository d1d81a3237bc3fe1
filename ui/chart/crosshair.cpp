#include "ui/chart/crosshair.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace muster {

namespace {

constexpr double padding = 8;
constexpr double swatch = 8;
constexpr double gap = 8;
constexpr double mostNameWidth = 220;
constexpr double dot = 3.5;

} // namespace

Crosshair::Crosshair(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(60);
    setAcceptedMouseButtons(Qt::NoButton);
    hide();
}

void Crosshair::setLook(const Look &look)
{
    m_look = look;
    update();
}

void Crosshair::setReadout(const QRectF &area, const Readout &readout)
{
    prepareGeometryChange();
    m_area = area;
    m_readout = readout;
    measure();
    update();
}

void Crosshair::measure()
{
    const QFontMetricsF metrics(m_look.font);
    m_rowHeight = std::ceil(metrics.height()) + 3;
    m_nameWidth = 0;
    m_valueWidth = 0;
    for (const Readout::Row &row : m_readout.rows) {
        m_nameWidth = std::max(m_nameWidth, std::min(mostNameWidth, metrics.horizontalAdvance(row.name)));
        const double note = row.note.isEmpty() ? 0 : metrics.horizontalAdvance(row.note) + gap;
        m_valueWidth = std::max(m_valueWidth, metrics.horizontalAdvance(row.value) + note);
    }
    const double rows = swatch + gap + m_nameWidth + 2 * gap + m_valueWidth;
    const double width = std::max(m_readout.rows.isEmpty() ? 0 : rows, metrics.horizontalAdvance(m_readout.time)) + 2 * padding;
    const double height = m_rowHeight * double(m_readout.rows.size() + 1) + 2 * padding - 3;
    double left = m_readout.x + 14;
    if (left + width > m_area.right())
        left = m_readout.x - 14 - width;
    m_panel = QRectF(std::floor(std::max(left, m_area.left())), m_area.top() + 8, std::ceil(width), std::ceil(height));
}

QRectF Crosshair::boundingRect() const
{
    const QRectF line(m_readout.x - dot - 2, m_area.top() - dot - 2, 2 * dot + 4, m_area.height() + 2 * dot + 4);
    QRectF all = line.united(m_panel.adjusted(-1, -1, 1, 1));
    for (const Readout::Row &row : m_readout.rows) {
        if (row.inside)
            all = all.united(QRectF(row.point, QSizeF(0, 0)).adjusted(-dot - 2, -dot - 2, dot + 2, dot + 2));
    }
    return all;
}

void Crosshair::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_look.muted, 1));
    const double x = std::floor(m_readout.x);
    painter->drawLine(QLineF(x, m_area.top(), x, m_area.bottom() - 1));
    painter->setRenderHint(QPainter::Antialiasing, true);
    for (const Readout::Row &row : m_readout.rows) {
        if (!row.inside)
            continue;
        painter->setPen(QPen(m_look.surface, 1.5));
        painter->setBrush(row.colour);
        painter->drawEllipse(row.point, dot, dot);
    }
    QColor background = m_look.surface;
    background.setAlphaF(0.94F);
    painter->setPen(QPen(m_look.line, 1));
    painter->setBrush(background);
    painter->drawRoundedRect(m_panel.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setFont(m_look.font);
    painter->setPen(m_look.muted);
    const double ascent = QFontMetricsF(m_look.font).ascent();
    painter->drawText(QPointF(m_panel.left() + padding, m_panel.top() + padding + ascent), m_readout.time);
    double top = m_panel.top() + padding + m_rowHeight;
    for (const Readout::Row &row : m_readout.rows) {
        paintRow(*painter, row, top);
        top += m_rowHeight;
    }
}

void Crosshair::paintRow(QPainter &painter, const Readout::Row &row, double top) const
{
    const QFontMetricsF metrics(m_look.font);
    const double baseline = top + metrics.ascent();
    const double left = m_panel.left() + padding;
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.colour);
    painter.drawRoundedRect(QRectF(left, top + (metrics.height() - swatch) / 2, swatch, swatch), 2, 2);
    painter.setPen(m_look.text);
    painter.drawText(QPointF(left + swatch + gap, baseline), metrics.elidedText(row.name, Qt::ElideRight, m_nameWidth));
    double right = m_panel.right() - padding;
    if (!row.note.isEmpty()) {
        right -= metrics.horizontalAdvance(row.note);
        painter.setPen(m_look.muted);
        painter.drawText(QPointF(right, baseline), row.note);
        right -= gap;
        painter.setPen(m_look.text);
    }
    painter.drawText(QPointF(right - metrics.horizontalAdvance(row.value), baseline), row.value);
}

} // namespace muster
