#include "ui/rules/weekplan.h"

#include "ui/format.h"
#include "ui/rules/weekblocks.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int headHeight = 22;
constexpr int rowHeight = 34;
constexpr int leastRow = 22;
constexpr int labelWidth = 84;
constexpr int rightEdge = 12;   ///< for half of "24"
constexpr double grip = 6;      ///< px from an end of a block where that is taken hold of
constexpr double startsAt = 4;  ///< px that the mouse must go to make a block

QColor mixed(const QColor &base, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {part(base.red(), over.red()), part(base.green(), over.green()), part(base.blue(), over.blue())};
}

QString clock(int seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / weekblocks::hour, 2, 10, QLatin1Char('0')).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

WeekPlan::WeekPlan(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Week plan"));
    tell();
}

QSize WeekPlan::sizeHint() const
{
    return {760, headHeight + 7 * rowHeight};
}

QSize WeekPlan::minimumSizeHint() const
{
    return {480, headHeight + 7 * leastRow};
}

// --- what there is

void WeekPlan::setBlocks(const QList<WeekBlock> &blocks, double between)
{
    m_blocks = blocks;
    m_between = between;
    if (m_selected && !m_blocks.contains(*m_selected))
        select(std::nullopt);
    update();
}

void WeekPlan::setUnit(const QString &unit)
{
    m_unit = unit;
    tell();
    update();
}

void WeekPlan::select(const std::optional<WeekBlock> &block)
{
    if (m_selected == block)
        return;
    m_selected = block;
    if (block)
        m_weekday = block->weekday;
    tell();
    update();
    Q_EMIT selectionChanged();
}

void WeekPlan::take(const QList<WeekBlock> &blocks, const std::optional<WeekBlock> &chosen)
{
    const bool isNew = m_blocks != blocks;
    m_blocks = blocks;
    select(chosen);
    update();
    if (isNew)
        Q_EMIT changed();
}

void WeekPlan::replaceSelected(const WeekBlock &block)
{
    const QList<WeekBlock> others = m_selected ? weekblocks::without(m_blocks, *m_selected) : m_blocks;
    if (const auto blocks = weekblocks::put(others, block))
        take(*blocks, block);
}

void WeekPlan::removeSelected()
{
    if (m_selected)
        take(weekblocks::without(m_blocks, *m_selected), std::nullopt);
}

void WeekPlan::copyDay(quint8 days)
{
    if (const auto blocks = weekblocks::copied(m_blocks, weekday(), days))
        take(*blocks, m_selected);
}

// --- words

QString WeekPlan::valueText(double value) const
{
    return m_unit.isEmpty() ? format::number(value) : format::number(value) + u' ' + m_unit;
}

QString WeekPlan::words(const WeekBlock &block) const
{
    return tr("%1 %2 to %3: %4", "Monday 06:00 to 08:00: 21 °C").arg(QLocale().standaloneDayName(block.weekday), clock(block.from), clock(block.to), valueText(block.value));
}

/// Says where the keyboard is to those who cannot see it.
void WeekPlan::tell()
{
    setAccessibleDescription(m_selected ? words(*m_selected) : tr("%1, no block is selected. Insert makes one.").arg(QLocale().standaloneDayName(m_weekday)));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool WeekPlan::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    const auto block = weekblocks::at(m_blocks, weekdayAt(help->pos().y()), secondsAt(help->pos().x()));
    const bool isIn = field().contains(help->pos());
    QToolTip::showText(help->globalPos(), isIn ? QStringLiteral("<qt>%1</qt>").arg((block ? words(*block) : tr("Drag to make a block.")).toHtmlEscaped()) : QString(), this);
    return true;
}

void WeekPlan::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        setAccessibleName(tr("Week plan"));
        tell();
    }
    QWidget::changeEvent(event);
}

// --- where things are

QRectF WeekPlan::field() const
{
    return QRectF(rect()).adjusted(labelWidth, headHeight, -rightEdge, -1);
}

double WeekPlan::xOf(int seconds) const
{
    const QRectF all = field();
    return all.left() + all.width() * seconds / weekblocks::day;
}

int WeekPlan::secondsAt(double x) const
{
    const QRectF all = field();
    return int(std::clamp((x - all.left()) / std::max(all.width(), 1.0), 0.0, 1.0) * weekblocks::day);
}

int WeekPlan::weekdayAt(double y) const
{
    const QRectF all = field();
    return std::clamp(1 + int(std::floor((y - all.top()) * 7 / std::max(all.height(), 1.0))), 1, 7);
}

QRectF WeekPlan::rectOf(const WeekBlock &block) const
{
    const QRectF all = field();
    const double height = all.height() / 7;
    return {QPointF(xOf(block.from), all.top() + (block.weekday - 1) * height + 3), QPointF(xOf(block.to), all.top() + block.weekday * height - 3)};
}

// --- the picture

void WeekPlan::paintGrid(QPainter &painter) const
{
    const theme::Colours &colours = theme::colours(palette());
    const QRectF all = field();
    painter.fillRect(all, colours.surface);
    painter.setFont(theme::small(font()));
    const int each = all.width() < 560 ? 3 : 2; // hours between two that are named
    for (int hour = 0; hour <= 24; ++hour) {
        const double x = std::round(xOf(hour * weekblocks::hour)) + 0.5;
        QColor line = colours.line;
        line.setAlphaF(hour % 6 == 0 ? 1 : 0.5F);
        painter.setPen(line);
        painter.drawLine(QPointF(x, all.top()), QPointF(x, all.bottom()));
        if (hour % each != 0)
            continue;
        painter.setPen(colours.muted);
        painter.drawText(QRectF(x - 20, 0, 40, headHeight - 2), Qt::AlignHCenter | Qt::AlignBottom, QString::number(hour));
    }
    painter.setFont(font());
    for (int day = 1; day <= 8; ++day) {
        const double y = std::round(all.top() + (day - 1) * all.height() / 7) + 0.5;
        painter.setPen(colours.line);
        painter.drawLine(QPointF(0, y), QPointF(all.right(), y));
        if (day == 8)
            break;
        const QRectF label(4, y, labelWidth - 10, all.height() / 7);
        const bool isHere = day == weekday() && hasFocus();
        painter.setPen(isHere ? colours.accent : colours.text);
        const QString name = QLocale().standaloneDayName(day);
        painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().horizontalAdvance(name) <= label.width() ? name : QLocale().standaloneDayName(day, QLocale::ShortFormat));
    }
}

/// What holds where there is no block.
void WeekPlan::paintGaps(QPainter &painter) const
{
    painter.setPen(theme::colours(palette()).muted);
    const QString text = valueText(m_between);
    const double least = painter.fontMetrics().horizontalAdvance(text) + 24;
    for (int day = 1; day <= 7; ++day) {
        int from = 0;
        while (from < weekblocks::day) {
            int to = weekblocks::day;
            int next = to;
            for (const WeekBlock &one : m_blocks)
                if (one.weekday == day && one.to > from && one.from < to) {
                    to = std::max(one.from, from);
                    next = one.to;
                }
            const QRectF gap = rectOf({day, from, to, 0});
            if (gap.width() >= least)
                painter.drawText(gap, Qt::AlignCenter, text);
            from = next;
        }
    }
}

void WeekPlan::paintBlock(QPainter &painter, const WeekBlock &block, double least, double most) const
{
    const theme::Colours &colours = theme::colours(palette());
    const QRectF box = rectOf(block).adjusted(1, 0, -1, 0);
    const double share = most > least ? (block.value - least) / (most - least) : 1;
    const QColor warm = theme::trace(0, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(mixed(colours.surface, warm, 0.18 + 0.27 * share));
    const bool isSelected = m_selected == block;
    painter.setPen(QPen(isSelected ? colours.accent : mixed(colours.surface, warm, 0.9), isSelected ? 2 : 1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(colours.text);
    const QString whole = valueText(block.value);
    const QString text = painter.fontMetrics().horizontalAdvance(whole) <= box.width() - 6 ? whole : format::number(block.value);
    if (painter.fontMetrics().horizontalAdvance(text) <= box.width() - 2)
        painter.drawText(box, Qt::AlignCenter, text);
}

void WeekPlan::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintGrid(painter);
    double least = m_between;
    double most = m_between;
    for (const WeekBlock &block : std::as_const(m_blocks)) {
        least = std::min(least, block.value);
        most = std::max(most, block.value);
    }
    if (!m_blocks.isEmpty()) {
        painter.setFont(theme::tabular(theme::small(font())));
        paintGaps(painter);
    }
    painter.setFont(theme::tabular(font()));
    for (const WeekBlock &block : std::as_const(m_blocks))
        if (m_selected != block)
            paintBlock(painter, block, least, most);
    if (m_selected)
        paintBlock(painter, *m_selected, least, most);
    if (m_blocks.isEmpty()) {
        painter.setPen(theme::colours(palette()).muted);
        painter.drawText(field(), Qt::AlignCenter, tr("Drag along a day to make a block."));
    }
}

// --- the mouse

WeekPlan::Drag WeekPlan::dragAt(const QPointF &point, std::optional<WeekBlock> &block) const
{
    if (!field().contains(point))
        return Drag::None;
    block = weekblocks::at(m_blocks, weekdayAt(point.y()), secondsAt(point.x()));
    if (!block)
        return Drag::Make;
    const QRectF box = rectOf(*block);
    const double reach = std::min(grip, box.width() / 3);
    return point.x() < box.left() + reach ? Drag::Begin : point.x() > box.right() - reach ? Drag::End : Drag::Move;
}

void WeekPlan::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_drag != Drag::None)
        return;
    std::optional<WeekBlock> block;
    m_drag = dragAt(event->position(), block);
    m_pressed = event->position();
    m_before = m_blocks;
    m_held = block;
    if (!block && m_drag == Drag::Make)
        m_weekday = weekdayAt(event->position().y());
    select(block);
    tell();
    update();
}

void WeekPlan::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None)
        return drag(event->position());
    std::optional<WeekBlock> block;
    const Drag would = dragAt(event->position(), block);
    const bool isEnd = would == Drag::Begin || would == Drag::End;
    setCursor(isEnd ? Qt::SizeHorCursor : would == Drag::Move ? Qt::OpenHandCursor : would == Drag::Make ? Qt::CrossCursor : Qt::ArrowCursor);
}

void WeekPlan::drag(const QPointF &to)
{
    const int here = weekblocks::snapped(secondsAt(to.x()));
    std::optional<WeekBlock> block;
    if (m_drag == Drag::Make) {
        if (std::abs(to.x() - m_pressed.x()) < startsAt)
            return;
        const int there = weekblocks::snapped(secondsAt(m_pressed.x()));
        block = WeekBlock {weekdayAt(m_pressed.y()), std::min(here, there), std::max(here, there), m_newValue};
        if (block->to == block->from)
            return;
    } else if (m_held && m_drag == Drag::Move) {
        const int way = secondsAt(to.x()) - secondsAt(m_pressed.x());
        const int start = way == 0 ? m_held->from : weekblocks::snapped(std::max(0, m_held->from + way));
        block = weekblocks::moved(*m_held, weekdayAt(to.y()) - weekdayAt(m_pressed.y()), start - m_held->from);
    } else if (m_held) {
        block = weekblocks::resized(*m_held, m_drag == Drag::Begin, here);
    }
    if (!block)
        return;
    const auto blocks = weekblocks::put(m_held ? weekblocks::without(m_before, *m_held) : m_before, *block);
    if (!blocks)
        return;
    m_blocks = *blocks;
    select(block);
    update();
}

void WeekPlan::endDrag(bool keep)
{
    if (std::exchange(m_drag, Drag::None) == Drag::None)
        return;
    const QList<WeekBlock> before = std::exchange(m_before, {});
    if (!keep) {
        m_blocks = before;
        select(m_held);
        update();
    } else if (before != m_blocks) {
        Q_EMIT changed();
    }
    m_held.reset();
}

void WeekPlan::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        endDrag(true);
}

void WeekPlan::mouseDoubleClickEvent(QMouseEvent *event)
{
    std::optional<WeekBlock> block;
    if (dragAt(event->position(), block) != Drag::None && block) {
        select(block);
        Q_EMIT valueRequested();
    }
}

// --- the keyboard

void WeekPlan::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int key = event->key();
    if (key == Qt::Key_Escape && m_drag != Drag::None)
        return endDrag(false);
    if (m_drag != Drag::None)
        return;
    const bool isArrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (isArrow && (control || shift))
        return keyOnBlock(key, control, shift);
    if (isArrow)
        return goTo(key);
    if (key == Qt::Key_Insert)
        return insertBlock();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        return removeSelected();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) && m_selected)
        return Q_EMIT valueRequested();
    QWidget::keyPressEvent(event);
}

void WeekPlan::goTo(int key)
{
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return select(weekblocks::neighbour(m_blocks, m_selected, key == Qt::Key_Right));
    const int day = std::clamp(weekday() + (key == Qt::Key_Down ? 1 : -1), 1, 7);
    const auto first = std::find_if(m_blocks.cbegin(), m_blocks.cend(), [day](const WeekBlock &one) { return one.weekday == day; });
    m_weekday = day;
    select(first == m_blocks.cend() ? std::nullopt : std::optional(*first));
    tell();
    update();
}

void WeekPlan::keyOnBlock(int key, bool control, bool shift)
{
    if (!m_selected)
        return;
    const int way = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const bool isDay = key == Qt::Key_Up || key == Qt::Key_Down;
    const WeekBlock block = *m_selected;
    if (isDay && control && !shift)
        replaceSelected(weekblocks::moved(block, way, 0));
    else if (!isDay && shift)
        replaceSelected(weekblocks::resized(block, control, (control ? block.from : block.to) + way * weekblocks::snap));
    else if (!isDay)
        replaceSelected(weekblocks::moved(block, 0, way * weekblocks::snap));
}

/// The first hour from six on that is free on this day.
void WeekPlan::insertBlock()
{
    constexpr int hours = 24;
    const int day = weekday();
    for (int i = 0; i < hours; ++i) {
        const int from = (6 + i) % hours * weekblocks::hour;
        const bool isTaken = std::any_of(m_blocks.cbegin(), m_blocks.cend(),
            [day, from](const WeekBlock &one) { return one.weekday == day && one.from < from + weekblocks::hour && one.to > from; });
        if (isTaken)
            continue;
        select(std::nullopt);
        return replaceSelected({day, from, from + weekblocks::hour, m_newValue});
    }
}

} // namespace muster
