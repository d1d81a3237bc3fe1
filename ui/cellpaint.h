#pragma once

#include "core/fleet.h"
#include "ui/format.h"

#include <QPalette>
#include <QRectF>

class QPainter;
class QStyleOptionViewItem;

/// How values, states and trends look, wherever they are painted: tables, trees, the inspector's header. All of it vector, in the palette's colours.
namespace muster::cellpaint {

inline constexpr int margin = 8;
inline constexpr int markSize = 10;

/// Makes the selection of a view a soft tint, so that marks and traces keep their colours on it. For initViewItemOption().
void softenSelection(QStyleOptionViewItem &option);

/// Background of a cell: the tint when selected or hovered, a hairline below, and a bar at the very left of the current row.
void background(QPainter &painter, const QStyleOptionViewItem &option, bool isFirstColumn, bool isCurrentRow);

/// ● live, ◐ stale, ○ offline, a dotted ring when not heard yet: colour and shape.
void mark(QPainter &painter, const QRectF &area, DeviceStatus status, const QPalette &palette);

/// A number at the right with its unit smaller and muted behind it; numbers of a column stay aligned as long as the unit fits `unitWidth`.
void quantity(QPainter &painter, const QRect &area, const format::Quantity &quantity, const QPalette &palette, bool muted, int unitWidth);

void text(QPainter &painter, const QRect &area, const QString &text, const QColor &colour, Qt::Alignment alignment = Qt::AlignLeft);

/// The last while of a series, at most `sparklineSpan` back, between its own extremes. `steps`: values hold until the next (booleans, options).
inline constexpr Micros sparklineSpan = 600LL * 1'000'000;
void sparkline(QPainter &painter, const QRect &area, const Series &series, Micros now, bool steps, const QColor &colour);

/// A number in a small rounded box, for what is new or waits.
void badge(QPainter &painter, const QRect &area, const QString &text, const QColor &fill, const QColor &ink);
[[nodiscard]] int badgeWidth(const QFont &font, const QString &text);

} // namespace muster::cellpaint
