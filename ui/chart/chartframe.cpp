// ChartView's drawing: when, and from what. Its set-up is in chartview.cpp, its mouse and keys in chartinput.cpp.
#include "core/fleet.h"
#include "ui/chart/chartview.h"
#include "ui/format.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster {

namespace {

constexpr int idleTicks = 8;
constexpr int slowestMs = 500;
constexpr double labelSpacing = 110; ///< pixels between two times on the axis
constexpr Micros notable = 1'000'000;///< a sample further away from the cursor than this is dated

} // namespace

void ChartView::changed()
{
    m_pace.dirty = true;
    wake();
}

void ChartView::wake()
{
    if (!isVisible() || (m_tick.isActive() && m_tick.interval() == frameMs))
        return;
    m_pace.idle = 0;
    m_tick.start(frameMs);
}

TimeView::Range ChartView::range() const
{
    Micros oldest = 0;
    if (m_time.window() == TimeView::everything) {
        for (qsizetype i = 0; i < m_traces.size(); ++i) {
            const Micros first = m_traces.at(i).shown ? m_source->oldest(i) : 0;
            oldest = oldest == 0 || (first > 0 && first < oldest) ? first : oldest;
        }
    }
    return m_time.range(nowMicros(), oldest, std::max(1, qRound(m_area.width() * devicePixelRatioF())));
}

void ChartView::tick()
{
    // While data stream in, the chart keeps to the display's beat; else it draws when the time axis has moved by a pixel.
    const bool streaming = m_pace.streaming > 0 && m_time.isFollowing() && !m_time.isPaused();
    m_pace.streaming = std::max(0, m_pace.streaming - 1);
    if (m_pace.dirty || streaming || range() != m_range) {
        m_pace.idle = 0;
        draw();
        return;
    }
    if (++m_pace.idle < idleTicks)
        return;
    const bool moving = m_time.isFollowing() && !m_time.isPaused() && !m_traces.isEmpty();
    if (!moving) {
        m_tick.stop();
        return;
    }
    const Micros column = m_range.length() / std::max(1, m_plot->frame().area.toRect().width());
    m_tick.setInterval(int(std::clamp<Micros>(column / 1'000, frameMs, slowestMs)));
}

void ChartView::draw()
{
    m_pace.dirty = false;
    m_range = range();
    PlotFrame frame = gather();
    const QRectF area = m_area;
    scaleAxes(frame);
    if (m_area != area) {
        // Wider labels took some of the room.
        m_range = range();
        frame = gather();
    }
    for (qsizetype i = 0; i < m_traces.size(); ++i)
        frame.traces[size_t(i)].span = axis(m_traces.at(i).side).shown();
    m_times->setFrame(frame);
    m_plot->setFrame(std::move(frame));
    drawCursor();
    Q_EMIT drawn();
}

tracepaint::Map ChartView::map(qsizetype trace) const
{
    const scale::Span span = trace >= 0 && trace < m_traces.size() ? axis(m_traces.at(trace).side).shown() : scale::Span();
    return {m_area, m_range.from, m_range.to, span, devicePixelRatioF()};
}

PlotFrame ChartView::gather()
{
    PlotFrame frame;
    frame.area = m_area;
    frame.from = m_range.from;
    frame.to = m_range.to;
    frame.ratio = devicePixelRatioF();
    frame.ticks = scale::timeTicks(m_range.from, m_range.to, std::max(2, int(m_area.width() / labelSpacing)));
    const int columns = std::max(1, qRound(m_area.width() * frame.ratio));
    const seam::Grid grid {m_range.from, std::max<Micros>(1, m_range.length() / columns), columns};
    const Micros present = m_time.present(nowMicros());
    m_source->beginFrame();
    for (qsizetype i = 0; i < m_traces.size(); ++i) {
        PlotFrame::Trace drawn;
        const Trace &trace = m_traces.at(i);
        if (trace.shown)
            drawn.envelope = m_source->envelope(i, grid);
        // The sample behind the right edge is only there to lead the line out; one that came after the pause is not.
        if (m_time.isPaused() && !drawn.envelope.isEmpty() && drawn.envelope.last().time > present)
            drawn.envelope.removeLast();
        drawn.style = {colour(i), trace.isState(), present, 0};
        if (m_showsGaps && !trace.isState())
            drawn.style.gap = m_source->gapLimit(i, drawn.envelope, grid.width);
        frame.traces.push_back(std::move(drawn));
    }
    return frame;
}

void ChartView::scaleAxes(const PlotFrame &frame)
{
    bool gliding = false;
    for (const Side side : {Side::Left, Side::Right}) {
        double min = std::numeric_limits<double>::infinity();
        double max = -min;
        bool states = true;
        for (qsizetype i = 0; i < m_traces.size(); ++i) {
            if (m_traces.at(i).side != side || !m_traces.at(i).shown)
                continue;
            states = states && m_traces.at(i).isState();
            for (const EnvelopeColumn &column : frame.traces[size_t(i)].envelope) {
                min = std::min(min, std::isfinite(column.min) ? column.min : min);
                max = std::max(max, std::isfinite(column.max) ? column.max : max);
            }
        }
        gliding = ownAxis(side).follow(min, max, states) || gliding;
    }
    layOut();
    if (gliding)
        changed();
}

Micros ChartView::timeAt(double x) const
{
    return m_range.from + Micros(std::llround(double(m_range.length()) * (x - m_area.left()) / m_area.width()));
}

void ChartView::setCursorAt(std::optional<double> x)
{
    m_cursorX = x;
    if (!x)
        m_link.setTime(std::nullopt, this);
    drawCursor();
}

void ChartView::drawCursor()
{
    QList<MarkItem::Mark> marks;
    for (const int number : {0, 1}) {
        if (const auto time = m_link.mark(number); time && m_range.length() > 0)
            marks.append({number == 0 ? tr("A", "first mark") : tr("B", "second mark"), map(-1).x(*time)});
    }
    m_marks->setMarks(m_area, marks);
    std::optional<double> x = m_cursorX;
    if (!x && m_link.time())
        x = map(-1).x(*m_link.time());
    const bool shown = x && !m_traces.isEmpty() && *x >= m_area.left() && *x < m_area.right() && m_range.length() > 0;
    m_cursor->setVisible(shown);
    if (!shown)
        return;
    const Micros time = m_cursorX ? timeAt(*x) : *m_link.time();
    Readout readout;
    readout.x = *x;
    readout.time = scale::clockTime(time);
    for (qsizetype i = 0; i < m_traces.size(); ++i) {
        if (m_traces.at(i).shown)
            readout.rows.append(row(i, time, *x));
    }
    m_cursor->setReadout(m_area, readout);
    if (m_cursorX)
        m_link.setTime(time, this);
}

void ChartView::placeMark(std::optional<double> x)
{
    if (!m_traces.isEmpty())
        m_link.placeMark(x ? timeAt(*x) : m_link.time().value_or(timeAt(m_area.center().x())));
}

std::optional<TraceSource::Reading> ChartView::read(qsizetype trace, Micros time) const
{
    const Micros until = m_time.isPaused() ? m_time.pausedAt() : std::numeric_limits<Micros>::max() - 1;
    const PlotFrame &shown = frame();
    return m_source->read(trace, size_t(trace) < shown.traces.size() ? shown.traces[size_t(trace)].envelope : Envelope(), time, until);
}

Readout::Row ChartView::row(qsizetype trace, Micros time, double x) const
{
    Readout::Row row {colour(trace), m_traces.at(trace).name(), format::none(), {}, {}, false};
    const auto reading = read(trace, time);
    if (!reading)
        return row;
    const Metric &info = m_traces.at(trace).info;
    row.value = reading->words(info);
    const tracepaint::Map place = map(trace);
    row.point = {place.x(reading->time), place.y(reading->value)};
    row.inside = std::isfinite(reading->value) && m_area.contains(row.point);
    if (reading->count > 1 && reading->low < reading->high)
        row.note = tr("%1 … %2").arg(format::quantity(info, reading->low).number, format::quantity(info, reading->high).number);
    else if (std::abs(reading->time - time) > notable && std::abs(row.point.x() - x) > 2)
        row.note = tr("at %1").arg(scale::clockSeconds(reading->time));
    return row;
}

} // namespace muster
