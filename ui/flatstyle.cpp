#include "ui/flatstyle.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace muster {

namespace {

constexpr int controlHeight = 28;

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

void drawBox(QPainter *painter, const QRect &rect, const QBrush &fill, const QColor &edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
}

QColor edgeOf(const QStyleOption *option)
{
    const auto &colours = theme::colours(option->palette);
    const bool focused = (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_Enabled);
    return focused ? colours.accent : option->state & QStyle::State_Enabled ? colours.control : colours.line;
}

QColor buttonFill(const QStyleOption *option, bool primary)
{
    const auto &colours = theme::colours(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    if (primary && enabled)
        return option->state & QStyle::State_Sunken ? colours.accent.darker(115) : colours.accent;
    if (option->state & (QStyle::State_Sunken | QStyle::State_On) || (enabled && option->state & QStyle::State_MouseOver))
        return colours.line;
    return colours.surface;
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto &colours = theme::colours(option->palette);
        const bool primary = isPrimary(widget);
        const bool enabled = option->state & State_Enabled;
        const bool focused = enabled && (option->state & State_HasFocus);
        // On the accent itself a focused edge is seen by its contrast, not its colour.
        const QColor edge = primary && enabled ? (focused ? colours.text : colours.accent) : edgeOf(option);
        return drawBox(painter, option->rect, buttonFill(option, primary), edge);
    }
    case PE_IndicatorTabClose: {
        const bool lit = option->state & (State_MouseOver | State_Sunken);
        if (lit)
            drawBox(painter, option->rect, theme::colours(option->palette).line, Qt::transparent);
        return icons::icon("x").paint(painter, option->rect.adjusted(2, 2, -2, -2));
    }
    case PE_FrameLineEdit:
        return drawBox(painter, option->rect, Qt::NoBrush, edgeOf(option));
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        drawBox(painter, option->rect, Qt::NoBrush, edgeOf(option));
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button && isPrimary(widget) && (option->state & State_Enabled)) {
        QStyleOptionButton primary = *button;
        primary.palette.setColor(QPalette::ButtonText, theme::colours(option->palette).surface);
        return QProxyStyle::drawControl(element, &primary, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if ((control == CC_ComboBox && combo && combo->frame) || (control == CC_SpinBox && spin && spin->frame))
        drawBox(painter, option->rect, Qt::NoBrush, edgeOf(option));
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size.rwidth() += 12;
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        size.setHeight(qMax(size.height(), controlHeight));
    return size;
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    // The text of a field stands as far from its edge as that of a button.
    return element == SE_LineEditContents && frame && frame->lineWidth > 0 ? rect.adjusted(4, 0, -4, 0) : rect;
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons || (hint == SH_Widget_Animation_Duration && theme::hasReducedMotion()))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace muster
