#include "ui/cellpaint.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QCursor>
#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>
#include <cmath>

namespace muster::cellpaint {

namespace {

QColor withAlpha(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

QColor markColour(DeviceStatus status, const theme::Colours &colours)
{
    switch (status) {
    case DeviceStatus::Live:
        return colours.live;
    case DeviceStatus::Stale:
        return colours.stale;
    case DeviceStatus::Offline:
    case DeviceStatus::Unknown:
        break;
    }
    return colours.offline;
}

// Maps time and value to the sparkline's pixels.
struct Scale
{
    QRectF area {};
    Micros from = 0;
    Micros to = 1;
    double low = 0;
    double high = 1;

    [[nodiscard]] double x(Micros time) const
    {
        return area.left() + area.width() * std::clamp(double(time - from) / double(std::max<Micros>(to - from, 1)), 0.0, 1.0);
    }
    [[nodiscard]] double y(double value) const
    {
        const double share = high > low ? (value - low) / (high - low) : 0.5;
        return area.bottom() - area.height() * share;
    }
};

void widen(Scale &scale, const Envelope &columns)
{
    scale.low = std::numeric_limits<double>::infinity();
    scale.high = -scale.low;
    for (const EnvelopeColumn &column : columns) {
        if (!std::isfinite(column.min) || !std::isfinite(column.max))
            continue;
        scale.low = std::min(scale.low, column.min);
        scale.high = std::max(scale.high, column.max);
    }
}

QPolygonF lineThrough(const Envelope &columns, const Scale &scale, bool steps)
{
    QPolygonF line;
    line.reserve(columns.size() * 4);
    for (const EnvelopeColumn &column : columns) {
        if (!std::isfinite(column.min) || !std::isfinite(column.first) || !std::isfinite(column.last))
            continue;
        const double x = scale.x(column.time);
        if (steps && !line.isEmpty())
            line.append({x, line.last().y()});
        line.append({x, scale.y(column.first)});
        if (column.count > 1) {
            line.append({x, scale.y(column.min)});
            line.append({x, scale.y(column.max)});
            line.append({x, scale.y(column.last)});
        }
    }
    return line;
}

// The style knows the cell under the pointer; what can be picked up is its row.
bool isUnderPointer(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->viewport()->underMouse())
        return false;
    const int y = view->viewport()->mapFromGlobal(QCursor::pos()).y();
    return y >= option.rect.top() && y <= option.rect.bottom();
}

} // namespace

void softenSelection(QStyleOptionViewItem &option)
{
    const theme::Colours &colours = theme::colours(option.palette);
    const auto mix = [&colours](float share) {
        const auto channel = [share](int over, int under) { return int(float(over) * share + float(under) * (1 - share)); };
        return QColor(channel(colours.accent.red(), colours.surface.red()), channel(colours.accent.green(), colours.surface.green()),
            channel(colours.accent.blue(), colours.surface.blue()));
    };
    option.palette.setColor(QPalette::Active, QPalette::Highlight, mix(0.18F));
    option.palette.setColor(QPalette::Inactive, QPalette::Highlight, mix(0.12F));
    option.palette.setColor(QPalette::HighlightedText, colours.text);
}

void background(QPainter &painter, const QStyleOptionViewItem &option, bool isFirstColumn, bool isCurrentRow)
{
    const theme::Colours &colours = theme::colours(option.palette);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, option.palette.highlight());
    else if (isUnderPointer(option))
        painter.fillRect(option.rect, withAlpha(colours.accent, 0.06F));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), withAlpha(colours.line, 0.7F));
    if (isFirstColumn && isCurrentRow)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), colours.accent);
}

void mark(QPainter &painter, const QRectF &area, DeviceStatus status, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = markColour(status, theme::colours(palette));
    QRectF disc(0, 0, markSize - 1, markSize - 1);
    disc.moveCenter(area.center());
    QPen pen(colour, 1.5);
    if (status == DeviceStatus::Unknown) {
        pen.setStyle(Qt::CustomDashLine);
        pen.setDashPattern({1.2, 1.6});
    }
    painter.setPen(pen);
    painter.setBrush(status == DeviceStatus::Live ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(disc);
    if (status == DeviceStatus::Stale) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPie(disc, 90 * 16, 180 * 16);
    }
    painter.restore();
}

void text(QPainter &painter, const QRect &area, const QString &text, const QColor &colour, Qt::Alignment alignment)
{
    painter.setPen(colour);
    painter.drawText(area, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

void quantity(QPainter &painter, const QRect &area, const format::Quantity &quantity, const QPalette &palette, bool muted, int unitWidth)
{
    const theme::Colours &colours = theme::colours(palette);
    const QFont body = painter.font();
    const QFont small = theme::small(body);
    const int needed = quantity.unit.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(quantity.unit) + 7;
    const int kept = std::min(std::max(needed, unitWidth), area.width() / 2);
    text(painter, area.adjusted(0, 0, -kept, 0), quantity.number, muted ? colours.muted : colours.text, Qt::AlignRight);
    if (needed == 0)
        return;
    // The unit stands on the number's baseline.
    const QFontMetrics bodyMetrics(body);
    const int baseline = area.top() + (area.height() - bodyMetrics.height()) / 2 + bodyMetrics.ascent();
    painter.setFont(small);
    painter.setPen(colours.muted);
    painter.drawText(QPoint(area.right() - kept + 5, baseline), QFontMetrics(small).elidedText(quantity.unit, Qt::ElideRight, kept - 4));
    painter.setFont(body);
}

void sparkline(QPainter &painter, const QRect &area, const Series &series, Micros now, bool steps, const QColor &colour)
{
    if (series.isEmpty() || area.width() < 8)
        return;
    Scale scale {.area = QRectF(area).adjusted(1, 2, -2, -2), .from = std::max(now - sparklineSpan, series.timeAt(0)), .to = now};
    const Envelope columns = series.envelope(scale.from, scale.to + 1, std::max(area.width() / 2, 4));
    widen(scale, columns);
    if (!(scale.low <= scale.high))
        return;
    QPolygonF line = lineThrough(columns, scale, steps);
    if (line.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    line.append({steps ? scale.area.right() : line.last().x() + 0.1, line.last().y()});
    painter.drawPolyline(line);
    painter.restore();
}

int badgeWidth(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(theme::small(font));
    return std::max(metrics.horizontalAdvance(text) + 10, metrics.height() + 2);
}

void badge(QPainter &painter, const QRect &area, const QString &text, const QColor &fill, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::small(painter.font()));
    const int height = painter.fontMetrics().height() + 2;
    QRectF box(area.left(), 0, area.width(), height);
    box.moveTop(area.top() + (area.height() - height) / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, height / 2.0, height / 2.0);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace muster::cellpaint
