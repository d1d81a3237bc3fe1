#include "ui/chart/valueaxis.h"

#include <QChart>
#include <QGraphicsSimpleTextItem>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int mostTicks = 6;
constexpr double tickHeight = 28;
constexpr double narrowest = 1e-9; ///< of the values' size: narrower, and doubles cannot tell its ticks apart

} // namespace

ValueAxis::ValueAxis(QChart &chart, Qt::Alignment place)
    : m_axis(new QValueAxis)
    , m_unit(new QGraphicsSimpleTextItem(&chart))
    , m_place(place)
{
    m_axis->setTickType(QValueAxis::TicksDynamic);
    m_axis->setTickAnchor(0);
    m_axis->setTickInterval(1);
    m_axis->setMinorGridLineVisible(false);
    m_axis->setLineVisible(false);
    m_axis->setGridLineVisible(place == Qt::AlignLeft);
    m_axis->setVisible(false);
    chart.addAxis(m_axis, place);
    m_unit->setZValue(55);
    m_unit->hide();
}

void ValueAxis::setLook(const QFont &font, const QColor &text, const QColor &grid)
{
    m_axis->setLabelsFont(font);
    m_axis->setLabelsColor(text);
    m_axis->setGridLinePen(QPen(grid, 1));
    m_unit->setFont(font);
    m_unit->setBrush(text);
}

void ValueAxis::setUsed(bool used)
{
    if (used == m_used)
        return;
    m_used = used;
    m_axis->setVisible(used);
    m_axis->setGridLineVisible(used && m_place == Qt::AlignLeft);
    m_unit->setVisible(used);
    m_automatic = true;
    m_filled = false;
}

void ValueAxis::setUnit(const QString &unit)
{
    if (m_unit->text() != unit)
        m_unit->setText(unit);
}

void ValueAxis::placeUnit(const QRectF &area)
{
    const QRectF bounds = m_unit->boundingRect();
    const double x = m_place == Qt::AlignLeft ? area.left() - 8 - bounds.width() : area.right() + 8;
    // Above the topmost label, which is centred on the edge of the area.
    m_unit->setPos(std::max(2.0, std::floor(x)), std::floor(area.top() - 1.5 * bounds.height() - 2));
}

void ValueAxis::setHeight(double height)
{
    const int fit = std::clamp(int(height / tickHeight), 1, mostTicks);
    if (fit == m_ticks)
        return;
    m_ticks = fit;
    show(m_shown);
}

void ValueAxis::hold(const scale::Span &span)
{
    const double size = std::max({std::abs(span.low), std::abs(span.high), 1e-12});
    if (!std::isfinite(span.length()) || span.length() < size * narrowest)
        return;
    m_automatic = false;
    show(span);
}

void ValueAxis::release()
{
    m_automatic = true;
    m_target = {0, 0}; // suits nothing
}

bool ValueAxis::follow(double min, double max)
{
    if (!m_automatic || !m_used)
        return false;
    if (min <= max && std::isfinite(max - min)) {
        if (!m_filled || !scale::suits(m_target, min, max))
            m_target = scale::comfortable(min, max);
        if (!m_filled)
            m_shown = m_target;
        show(m_filled ? scale::towards(m_shown, m_target) : m_target);
        m_filled = true;
    }
    return m_filled && m_shown != m_target;
}

void ValueAxis::show(const scale::Span &span)
{
    const double step = scale::niceStep(span.length(), m_ticks);
    if (span == m_shown && m_axis->min() == span.low && m_axis->max() == span.high && m_axis->tickInterval() == step)
        return;
    m_shown = span;
    // At no time may the interval be small against the range: each tick is a text item.
    m_axis->setTickInterval(std::max(step, m_axis->tickInterval()));
    m_axis->setLabelFormat(scale::labelFormat(span, step));
    m_axis->setRange(span.low, span.high);
    m_axis->setTickInterval(step);
}

} // namespace muster
