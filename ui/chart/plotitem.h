#pragma once

#include "ui/chart/scale.h"
#include "ui/chart/statebar.h"
#include "ui/chart/tracepaint.h"

#include <QFont>
#include <QGraphicsItem>

#include <vector>

namespace muster {

/// Everything needed to draw the traces of a chart once.
struct PlotFrame
{
    struct Trace
    {
        Envelope envelope {};
        tracepaint::Style style {};
        scale::Span span {};
        bool isLine = true;        ///< else the envelope is what the cursor reads
    };
    QRectF area {};                ///< of the lines
    QRectF whole {};               ///< with the bands below them
    Micros from = 0;
    Micros to = 1;
    qreal ratio = 1;               ///< device pixels per scene unit
    QList<scale::TimeTick> ticks {};
    std::vector<Trace> traces {};  ///< the first is drawn last, on top
    QList<statebar::Lane> lanes {};
};

/// The traces over the plot area of a QChart, with the lines of the time grid behind them. Repaints nothing but the plot area.
class PlotItem : public QGraphicsItem
{
public:
    explicit PlotItem(QGraphicsItem *parent);

    void setFrame(PlotFrame frame);
    void setLook(const QColor &grid, const statebar::Look &look);
    [[nodiscard]] const PlotFrame &frame() const { return m_frame; }

    [[nodiscard]] QRectF boundingRect() const override { return m_frame.whole; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    PlotFrame m_frame;
    QColor m_grid;
    statebar::Look m_look;
};

/// The times under the plot area. Drawn by itself because Qt Charts lays all its labels out again (4.5 ms) whenever a range moves.
class TimeAxisItem : public QGraphicsItem
{
public:
    static constexpr int height = 24;

    explicit TimeAxisItem(QGraphicsItem *parent);

    void setFrame(const PlotFrame &frame);
    void setLook(const QFont &font, const QColor &text, const QColor &line);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_area;
    Micros m_from = 0;
    Micros m_to = 1;
    QList<scale::TimeTick> m_ticks;
    QFont m_font;
    QColor m_text;
    QColor m_line;
};

} // namespace muster
