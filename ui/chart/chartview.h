#pragma once

#include "ui/chart/crosshair.h"
#include "ui/chart/cursorlink.h"
#include "ui/chart/markitem.h"
#include "ui/chart/plotitem.h"
#include "ui/chart/timeview.h"
#include "ui/chart/tracesource.h"
#include "ui/chart/valueaxis.h"

#include <QChartView>
#include <QTimer>

#include <functional>

namespace muster {

/// One chart: Qt Charts draws its value axes, grid and (in pictures) legend; the traces, the time axis and the cursor are our own items over
/// it, fed from Series::envelope and, for what is older, from the recorded past. Draws at most once per frameMs, and only what changed. Main thread.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    static constexpr int frameMs = 16;
    explicit ChartView(const ChartParts &parts, QWidget *parent = nullptr);
    [[nodiscard]] const TraceSet &traces() const { return m_traces; }
    Result<void> add(MetricId metric);
    void edit(const std::function<void(TraceSet &)> &change); ///< every other change
    [[nodiscard]] const TimeView &time() const { return m_time; }
    [[nodiscard]] TimeView::Range shownRange() const { return m_range; } ///< as drawn last
    [[nodiscard]] const ValueAxis &axis(Side side) const { return m_axes[size_t(side)]; }
    [[nodiscard]] const PlotFrame &frame() const { return m_plot->frame(); }
    /// Where times and values of a trace are, as drawn last (trace -1: times only): for items laid over the plot (z above 50: over the traces; below: under them).
    [[nodiscard]] tracepaint::Map map(qsizetype trace) const;
    [[nodiscard]] CursorLink &link() { return m_link; }
    [[nodiscard]] const Readout *cursor() const { return m_cursor->isVisible() ? &m_cursor->readout() : nullptr; }
    [[nodiscard]] bool showsGaps() const { return m_showsGaps; }
    void setShowsGaps(bool shows); ///< breaks lines where a device was silent for long (GapRule)
    void setWindow(Micros window);
    void showRange(TimeView::Range range); ///< stands there, unless it reaches the present
    void jumpTo(Micros time); ///< puts it into the middle
    void follow();
    void setPaused(bool paused);
    /// Pauses at a moment and shows what led to it.
    void standAt(Micros time);
    void fit(); ///< everything remembered, both axes to the data
    void zoomTime(double factor, double part);
    void panTime(double part);
    void zoomValues(Side side, double factor, double part);
    void panValues(double part);
    void fitValues(Side side);
    void alsoShow(Side side, std::optional<scale::Span> values); ///< what overlays draw: an automatic axis makes room for it
    void setCursorAt(std::optional<double> x); ///< a place of the view; none: hidden
    [[nodiscard]] Micros timeAt(double x) const;
    /// What a trace was worth at a time, if known; not after the pause, if paused.
    [[nodiscard]] std::optional<TraceSource::Reading> read(qsizetype trace, Micros time) const;
    void placeMark(std::optional<double> x = {}); ///< there, or at the cursor
    /// The latest value of a trace (before the pause, if paused), as text with its unit.
    [[nodiscard]] QString latest(qsizetype trace) const;
    [[nodiscard]] QColor colour(qsizetype trace) const;
    void draw(); ///< at once instead of at the next tick

Q_SIGNALS:
    void tracesChanged();
    void viewChanged(); ///< following, pause, window or axes
    void drawn(); ///< frame() is a new one: the moment to move overlays
    void menuRequested(const QPoint &globalPos);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Pace { int streaming = 0; int idle = 0; bool dirty = true; }; ///< ticks to keep to the display's beat, and without anything to draw
    struct Drag { QPointF from {}; TimeView::Range range {}; std::array<scale::Span, 2> spans {}; };
    [[nodiscard]] ValueAxis &ownAxis(Side side) { return m_axes[size_t(side)]; }
    void prepareChart();
    void applyTheme();
    void layOut();
    void takeInTraces();
    void takeInData(const QList<MetricId> &metrics);
    void changed();
    void tick();
    [[nodiscard]] TimeView::Range range() const;
    [[nodiscard]] PlotFrame gather();
    [[nodiscard]] statebar::Lane band(qsizetype trace, const Envelope &envelope, const seam::Grid &grid);
    void scaleAxes(const PlotFrame &frame);
    void drawCursor();
    [[nodiscard]] Readout::Row row(qsizetype trace, Micros time, double x) const;
    void drag(QPointF position);

    Fleet &m_fleet;
    TraceSource *m_source;
    CursorLink &m_link;
    TraceSet m_traces;
    TimeView m_time;
    TimeView::Range m_range;
    std::array<ValueAxis, 2> m_axes;
    std::array<std::optional<scale::Span>, 2> m_alsoShown;
    PlotItem *m_plot;
    TimeAxisItem *m_times;
    MarkItem *m_marks;
    Crosshair *m_cursor;
    QTimer m_tick;
    QRectF m_area;  ///< of the lines
    QRectF m_lanes; ///< of the bands
    bool m_showsGaps = true;
    Pace m_pace;
    std::optional<double> m_cursorX;
    std::optional<Drag> m_drag;
};

} // namespace muster
