// ChartView's mouse, wheel and keys.
#include "ui/chart/chartview.h"

#include "core/fleet.h"
#include "ui/chart/chartkeys.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr double wheelFactor = 1.2;  ///< per notch
constexpr double wheelPan = 0.1;     ///< of what is shown, per notch
constexpr Micros jumpWindow = 3'600LL * 1'000'000; ///< around the time jumped to, when everything was shown
constexpr double notch = 120;        ///< QWheelEvent: eighths of a degree

/// The axis beside the plot that a place of the view belongs to.
std::optional<Side> sideAt(const ChartView &chart, QPointF position)
{
    const QRectF area = chart.frame().area;
    if (position.x() < area.left() && chart.axis(Side::Left).isUsed())
        return Side::Left;
    if (position.x() >= area.right() && chart.axis(Side::Right).isUsed())
        return Side::Right;
    return std::nullopt;
}

} // namespace

void ChartView::setWindow(Micros window)
{
    m_time.setWindow(window);
    m_range = range();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::setShowsGaps(bool shows)
{
    m_showsGaps = shows;
    changed();
    Q_EMIT viewChanged();
}

void ChartView::showRange(TimeView::Range range)
{
    m_time.show(range, nowMicros());
    m_range = this->range();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::jumpTo(Micros time)
{
    const Micros window = m_time.window() == TimeView::everything ? jumpWindow : m_time.window();
    showRange({time - window / 2, time - window / 2 + window});
}

void ChartView::follow()
{
    m_time.resume();
    m_time.follow();
    m_range = range();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::setPaused(bool paused)
{
    if (paused == m_time.isPaused())
        return;
    if (paused)
        m_time.pause(nowMicros());
    else
        m_time.resume();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::standAt(Micros time)
{
    m_time.pause(time);
    m_time.follow();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::fit()
{
    for (ValueAxis &axis : m_axes)
        axis.release();
    setWindow(TimeView::everything);
}

void ChartView::zoomTime(double factor, double part)
{
    m_time.zoom(factor, part, m_range, nowMicros());
    m_range = range();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::panTime(double part)
{
    m_time.pan(Micros(double(m_range.length()) * part), m_range, nowMicros());
    m_range = range();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::zoomValues(Side side, double factor, double part)
{
    const scale::Span span = axis(side).shown();
    const double kept = span.low + span.length() * part;
    const double length = span.length() * factor;
    ownAxis(side).hold({kept - length * part, kept + length * (1 - part)});
    changed();
    Q_EMIT viewChanged();
}

void ChartView::panValues(double part)
{
    for (ValueAxis &axis : m_axes) {
        const double by = axis.shown().length() * part;
        if (axis.isUsed())
            axis.hold({axis.shown().low + by, axis.shown().high + by});
    }
    changed();
    Q_EMIT viewChanged();
}

void ChartView::fitValues(Side side)
{
    ownAxis(side).release();
    changed();
    Q_EMIT viewChanged();
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    const QPointF position = event->position();
    const double turned = event->angleDelta().y() / notch;
    const double factor = std::pow(wheelFactor, -turned);
    const double high = std::clamp((m_area.bottom() - position.y()) / m_area.height(), 0.0, 1.0);
    event->accept();
    if (const auto side = sideAt(*this, position)) {
        zoomValues(*side, factor, high);
    } else if (event->modifiers().testFlag(Qt::ControlModifier)) {
        for (const Side each : {Side::Left, Side::Right}) {
            if (axis(each).isUsed())
                zoomValues(each, factor, high);
        }
    } else if (event->angleDelta().x() != 0 || event->modifiers().testFlag(Qt::ShiftModifier)) {
        panTime(-(event->angleDelta().x() / notch + turned) * wheelPan);
    } else if (turned != 0) {
        zoomTime(factor, std::clamp((position.x() - m_area.left()) / m_area.width(), 0.0, 1.0));
    }
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier) && frame().whole.contains(event->position()))
        placeMark(event->position().x());
    else if (event->button() == Qt::LeftButton && !m_traces.isEmpty())
        m_drag = Drag {event->position(), m_range, {m_axes[0].shown(), m_axes[1].shown()}};
    event->accept();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (m_drag && (event->buttons() & Qt::LeftButton)) {
        drag(event->position());
        return;
    }
    m_drag.reset();
    setCursorAt(frame().whole.contains(event->position()) ? std::optional(event->position().x()) : std::nullopt);
}

void ChartView::drag(QPointF position)
{
    const QPointF by = position - m_drag->from;
    if (viewport()->cursor().shape() != Qt::ClosedHandCursor) {
        if (by.manhattanLength() < QApplication::startDragDistance())
            return;
        viewport()->setCursor(Qt::ClosedHandCursor);
        setCursorAt(std::nullopt);
    }
    const auto moved = -double(m_drag->range.length()) * by.x() / m_area.width();
    m_time.pan(Micros(std::llround(moved)), m_drag->range, nowMicros());
    // An axis that follows the data goes on doing so; one that a person zoomed is dragged along.
    for (size_t i = 0; i < m_axes.size(); ++i) {
        const double rise = m_drag->spans[i].length() * by.y() / m_area.height();
        if (m_axes[i].isUsed() && !m_axes[i].isAutomatic())
            m_axes[i].hold({m_drag->spans[i].low + rise, m_drag->spans[i].high + rise});
    }
    changed();
    Q_EMIT viewChanged();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    m_drag.reset();
    viewport()->unsetCursor();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    m_drag.reset();
    if (const auto side = sideAt(*this, event->position()))
        fitValues(*side);
    else
        fit();
}

void ChartView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    setCursorAt(std::nullopt);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (chartkeys::press(*this, *event))
        return event->accept();
    if (event->key() != Qt::Key_Escape)
        return event->ignore(); // QGraphicsView would scroll
    if (m_drag) {
        m_drag.reset();
        viewport()->unsetCursor();
    } else if (m_cursorX) {
        setCursorAt(std::nullopt);
    } else if (m_link.hasMarks()) {
        m_link.clearMarks();
    } else if (m_time.isPaused() || !m_time.isFollowing()) {
        follow();
    } else {
        event->ignore();
    }
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace muster
