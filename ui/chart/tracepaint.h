#pragma once

#include "core/series.h"
#include "ui/chart/scale.h"

#include <QColor>
#include <QRectF>

class QLineF;
class QPainter;

/// Draws one trace from its envelope. No state, no clipping by the painter (SVG has none): what is outside is cut off by calculation.
namespace muster::tracepaint {

/// From time and value to the painter's coordinates.
struct Map
{
    QRectF area {};       ///< whole pixels
    Micros from = 0;
    Micros to = 1;
    scale::Span span {};
    qreal ratio = 1;      ///< device pixels per unit

    [[nodiscard]] double x(Micros time) const { return area.left() + double(time - from) / double(to - from) * area.width(); }
    [[nodiscard]] double y(double value) const { return area.bottom() - (value - span.low) / span.length() * area.height(); }
    [[nodiscard]] int columns() const { return qMax(1, qRound(area.width() * ratio)); }
};

struct Style
{
    QColor colour {};
    bool steps = false;   ///< a value holds until the next one (booleans, enumerations)
    Micros present = 0;   ///< how far the last value may be carried on, dotted
    Micros gap = 0;       ///< a longer silence breaks the line; 0: none does
};

/// Whether there are so many samples that each pixel column is drawn as one line from minimum to maximum.
[[nodiscard]] bool isDense(const Envelope &envelope, int columns);

void paint(QPainter &painter, const Envelope &envelope, const Map &map, const Style &style);

/// The part of a line inside of a rectangle; false when there is none.
[[nodiscard]] bool cut(QLineF &line, const QRectF &area);

} // namespace muster::tracepaint
