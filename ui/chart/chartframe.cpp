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
constexpr int flagWidth = 12;          ///< events closer than this many columns share a flag
constexpr double flagReach = 12;       ///< pixels behind an event, in which the cursor tells its text
constexpr Micros notable = 1'000'000;///< a sample further away from the cursor than this is dated

} // namespace

void ChartView::changed()
{
    m_pace.dirty = true;
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
    frame.whole = m_area.united(m_lanes);
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
        if (trace.shown && !trace.isText())
            drawn.envelope = m_source->envelope(i, grid, m_time.isPaused() ? present : seam::never);
        drawn.style = {colour(i), false, present, 0};
        if (!trace.isNumber()) {
            if (trace.shown)
                frame.lanes.append(band(i, drawn.envelope, grid));
            drawn.isLine = false;
        } else if (m_showsGaps) {
            drawn.style.gap = m_source->gapLimit(i, drawn.envelope, grid.width);
        }
        frame.traces.push_back(std::move(drawn));
    }
    return frame;
}

statebar::Lane ChartView::band(qsizetype trace, const Envelope &envelope, const seam::Grid &grid)
{
    const Trace &shown = m_traces.at(trace);
    const QList<qsizetype> bands = m_traces.bands();
    const double height = m_lanes.height() / double(std::max<qsizetype>(1, bands.size()));
    statebar::Lane lane;
    lane.area = QRectF(m_lanes.left(), m_lanes.top() + double(bands.indexOf(trace)) * height + statebar::laneGap, m_lanes.width(), height - statebar::laneGap);
    lane.name = shown.name();
    lane.colour = colour(trace);
    const Micros end = std::min(m_time.present(nowMicros()), grid.to());
    if (!shown.isText()) {
        lane.segments = statebar::segments(envelope, shown.info, shown.colour, end, 3 * grid.width);
    } else if (const TextTrail *said = m_source->texts(trace, grid); said && shown.info.type == MetricType::Event) {
        lane.flags = statebar::flags(said->said(), grid.from, end, flagWidth * grid.width);
    } else if (said) {
        lane.segments = statebar::segments(said->said(), grid.from, end, 3 * grid.width);
        if (said->missingFrom() > 0 && said->missingFrom() < end)
            lane.segments.append({said->missingFrom(), end, {}, statebar::Segment::mixed});
    }
    return lane;
}

void ChartView::scaleAxes(const PlotFrame &frame)
{
    bool gliding = false;
    for (const Side side : {Side::Left, Side::Right}) {
        double min = std::numeric_limits<double>::infinity();
        double max = -min;
        for (qsizetype i = 0; i < m_traces.size(); ++i) {
            if (m_traces.at(i).side != side || !m_traces.at(i).shown || !m_traces.at(i).isNumber())
                continue;
            for (const EnvelopeColumn &column : frame.traces[size_t(i)].envelope) {
                min = std::min(min, std::isfinite(column.min) ? column.min : min);
                max = std::max(max, std::isfinite(column.max) ? column.max : max);
            }
        }
        if (const auto &also = m_alsoShown[size_t(side)]; also && min <= max) {
            min = std::min(min, also->low);
            max = std::max(max, also->high);
        }
        gliding = ownAxis(side).follow(min, max) || gliding;
    }
    layOut();
    if (gliding)
        changed();
}

void ChartView::alsoShow(Side side, std::optional<scale::Span> values)
{
    if (std::exchange(m_alsoShown[size_t(side)], values) != values)
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
    m_marks->setMarks(frame().whole, marks);
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
    m_cursor->setReadout(frame().whole, readout);
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
    if (!m_traces.at(trace).isNumber()) {
        const bool event = info.type == MetricType::Event;
        const double ago = double(time - reading->time) / double(m_range.length()) * m_area.width();
        if (event && ago > flagReach)
            row.value = format::none();
        else if (event)
            row.note = scale::clockSeconds(reading->time);
        else if (reading->low < reading->high)
            row.note = tr("and others");
        return row;
    }
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
