#pragma once

#include "ui/chart/scale.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QChart;
class QGraphicsSimpleTextItem;
class QValueAxis;

namespace muster {

/// One side's value axis of a chart: a QValueAxis, its unit above it, and how it follows the data. QChart owns the parts. Changing a
/// QValueAxis makes Qt Charts lay out all its labels (4.5 ms), so that is done only when the span moves.
class ValueAxis
{
public:
    ValueAxis(QChart &chart, Qt::Alignment place);

    void setLook(const QFont &font, const QColor &text, const QColor &grid);
    /// An unused axis is not shown and forgets its span.
    void setUsed(bool used);
    void setUnit(const QString &unit);
    void placeUnit(const QRectF &area);
    /// As many labels as fit into a height without touching.
    void setHeight(double height);

    [[nodiscard]] const scale::Span &shown() const { return m_shown; }
    [[nodiscard]] bool isAutomatic() const { return m_automatic; }
    [[nodiscard]] bool isUsed() const { return m_used; }

    /// From now on as a person wants it.
    void hold(const scale::Span &span);
    /// From now on as the data want it.
    void release();
    /// Takes a step towards what suits the data's [min, max]; nothing when held. True while there are steps left.
    bool follow(double min, double max);

private:
    void show(const scale::Span &span);

    QValueAxis *m_axis;
    QGraphicsSimpleTextItem *m_unit;
    Qt::Alignment m_place;
    scale::Span m_shown {};
    scale::Span m_target {};
    int m_ticks = 6;
    bool m_used = false;
    bool m_automatic = true;
    bool m_filled = false; ///< has shown data: from now on it glides
};

} // namespace muster
