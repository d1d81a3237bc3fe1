#include "ui/inspector/toggleswitch.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace muster {

namespace {

constexpr QSize trackSize(40, 20);

} // namespace

ToggleSwitch::ToggleSwitch(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::setReported(std::optional<bool> reported)
{
    if (m_shown == reported)
        return;
    m_shown = reported;
    setChecked(reported.value_or(false));
    update();
}

QSize ToggleSwitch::sizeHint() const
{
    return trackSize + QSize(6, 8);
}

void ToggleSwitch::nextCheckState()
{
    // Pressed or clicked: an order, not a fact.
    Q_EMIT asked(m_shown ? !*m_shown : m_rightHalf);
}

void ToggleSwitch::mouseReleaseEvent(QMouseEvent *event)
{
    m_rightHalf = event->position().x() >= width() / 2.0;
    QAbstractButton::mouseReleaseEvent(event);
    m_rightHalf = true;
}

void ToggleSwitch::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if (left || event->key() == Qt::Key_Right) {
        if (m_shown != !left)
            Q_EMIT asked(!left);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Colours &colours = theme::colours(palette());
    QRectF track(QPointF {}, QSizeF(trackSize));
    track.moveCenter(QRectF(rect()).center());
    const bool on = m_shown.value_or(false);
    const QColor ink = isEnabled() ? (on ? colours.accent : colours.muted) : colours.line;
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(on ? QBrush(ink) : QBrush(colours.surface));
    painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), track.height() / 2 - 1, track.height() / 2 - 1);

    const double place = m_shown ? (on ? 1.0 : 0.0) : 0.5;
    const double radius = track.height() / 2 - 4;
    const QPointF knob(track.left() + 4 + radius + place * (track.width() - 8 - 2 * radius), track.center().y());
    painter.setPen(m_shown ? Qt::NoPen : QPen(ink, 1.5));
    painter.setBrush(m_shown ? (on ? QBrush(colours.surface) : QBrush(ink)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(knob, radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), track.height() / 2 + 2, track.height() / 2 + 2);
    }
}

} // namespace muster
