#include "ui/chart/statebar.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace muster::statebar {

namespace {

constexpr double padding = 5;
constexpr double narrowestWord = 22;
constexpr double edge = 3;           ///< the strong colour at the beginning of a segment
constexpr double mostName = 0.4;     ///< of the lane's width
constexpr qsizetype longestWord = 60;

/// Adds a stretch of a state; one that goes on is made longer.
void append(QList<Segment> &segments, const Segment &segment)
{
    if (segment.to <= segment.from && segment.colour != Segment::mixed)
        return;
    if (!segments.isEmpty() && segments.constLast().colour == segment.colour && segments.constLast().word == segment.word
        && segments.constLast().to >= segment.from) {
        segments.last().to = std::max(segments.constLast().to, segment.to);
        return;
    }
    segments.append(segment);
}

/// Makes stretches that are too short one mixed stretch with those beside them.
QList<Segment> united(const QList<Segment> &segments, Micros shortest)
{
    QList<Segment> result;
    for (Segment segment : segments) {
        if (segment.to - segment.from < shortest) {
            segment.colour = Segment::mixed;
            segment.word.clear();
        }
        const bool goesOn = segment.colour == Segment::mixed && !result.isEmpty() && result.constLast().colour == Segment::mixed
            && segment.from - result.constLast().to < shortest;
        if (goesOn)
            result.last().to = segment.to;
        else
            append(result, segment);
    }
    return result;
}

Segment stateOf(double value, const Metric &metric, int on, Micros from, Micros to)
{
    const QString word = format::plain(format::quantity(metric, value).joined(), longestWord);
    if (metric.type == MetricType::Boolean)
        return {from, to, word, value != 0 ? on : Segment::neutral};
    return {from, to, word, int(std::clamp(value, 0.0, 1e6)) % theme::traceCount};
}

QColor fill(const Segment &segment, const theme::Colours &colours, const QPalette &palette)
{
    QColor colour = segment.colour >= 0 ? theme::trace(segment.colour, palette) : colours.muted;
    colour.setAlphaF(segment.colour >= 0 ? 0.30F : 0.14F);
    return colour;
}

void paintSegment(QPainter &painter, const Segment &segment, const QRectF &area, double textFrom, const Look &look)
{
    const theme::Colours &colours = theme::colours(look.palette);
    if (segment.colour == Segment::mixed) {
        painter.fillRect(area, QBrush(colours.muted, Qt::Dense6Pattern));
        return;
    }
    painter.fillRect(area, fill(segment, colours, look.palette));
    const QColor strong = segment.colour >= 0 ? theme::trace(segment.colour, look.palette) : colours.muted;
    if (area.width() >= 2 * edge)
        painter.fillRect(QRectF(area.left(), area.top(), edge, area.height()), strong);
    const double left = std::max(area.left() + edge, textFrom) + padding;
    const double room = area.right() - padding - left;
    if (room < narrowestWord)
        return;
    const QFontMetricsF metrics(look.font);
    painter.setPen(colours.text);
    painter.drawText(QRectF(left, area.top(), room, area.height()), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(segment.word, Qt::ElideRight, room));
}

void paintFlag(QPainter &painter, const Flag &flag, double x, const Lane &lane, const QRectF &plot)
{
    QColor faint = lane.colour;
    faint.setAlphaF(0.5F);
    painter.setPen(QPen(faint, 1, Qt::DotLine));
    painter.drawLine(QLineF(x, plot.top(), x, lane.area.top()));
    painter.setPen(QPen(lane.colour, 1));
    painter.drawLine(QLineF(x, lane.area.top(), x, lane.area.bottom()));
    const double top = lane.area.top() + 2;
    // At the right edge it points the other way: nothing is painted outside of the plot.
    const double way = x + 14 > lane.area.right() ? -1 : 1;
    const QPolygonF pennant {QPointF(x, top), QPointF(x + 9 * way, top + 4), QPointF(x, top + 8)};
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(lane.colour);
    painter.drawPolygon(pennant);
    if (flag.more > 0)
        painter.drawPolygon(pennant.translated(4 * way, 0));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Which metric the lane shows.
void paintName(QPainter &painter, const Lane &lane, const Look &look)
{
    const theme::Colours &colours = theme::colours(look.palette);
    const QFontMetricsF metrics(look.font);
    const QString name = metrics.elidedText(lane.name, Qt::ElideMiddle, lane.area.width() * mostName);
    const QRectF chip(lane.area.left(), lane.area.top(), metrics.horizontalAdvance(name) + 2 * padding, lane.area.height());
    QColor background = colours.surface;
    background.setAlphaF(0.85F);
    painter.fillRect(chip, background);
    painter.setPen(colours.muted);
    painter.drawText(chip.adjusted(padding, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
}

} // namespace

int colourOf(const QString &word)
{
    quint32 hash = 2'166'136'261U; // FNV-1a: the same in every session, which qHash is not
    for (const QChar c : word)
        hash = (hash ^ c.unicode()) * 16'777'619U;
    return int(hash % quint32(theme::traceCount));
}

QList<Segment> segments(const Envelope &envelope, const Metric &metric, int on, Micros end, Micros shortest)
{
    QList<Segment> result;
    for (qsizetype i = 0; i < envelope.size(); ++i) {
        const EnvelopeColumn &column = envelope.at(i);
        const Micros until = i + 1 < envelope.size() ? envelope.at(i + 1).time : std::max(end, column.endTime);
        if (!(column.min <= column.max))
            continue; // no value
        if (column.min == column.max && column.first == column.last) {
            append(result, stateOf(column.last, metric, on, column.time, until));
            continue;
        }
        append(result, {column.time, std::max(column.endTime, column.time + 1), {}, Segment::mixed});
        if (std::isfinite(column.last))
            append(result, stateOf(column.last, metric, on, column.endTime, until));
    }
    return united(result, shortest);
}

QList<Segment> segments(const QList<TextTrail::Said> &said, Micros from, Micros to, Micros shortest)
{
    QList<Segment> result;
    const auto first = std::upper_bound(said.begin(), said.end(), from, [](Micros time, const TextTrail::Said &each) { return time < each.time; });
    for (auto at = first == said.begin() ? first : std::prev(first); at != said.end() && at->time < to; ++at) {
        auto next = std::next(at);
        while (next != said.end() && next->text == at->text)
            ++next;
        const Micros until = next == said.end() ? to : std::min(to, next->time);
        const QString word = format::plain(at->text, longestWord);
        append(result, {at->time, until, word, word.isEmpty() ? Segment::neutral : colourOf(word)});
        at = std::prev(next);
    }
    return united(result, shortest);
}

QList<Flag> flags(const QList<TextTrail::Said> &said, Micros from, Micros to, Micros apart)
{
    QList<Flag> result;
    const auto first = std::lower_bound(said.begin(), said.end(), from, [](const TextTrail::Said &each, Micros time) { return each.time < time; });
    for (auto at = first; at != said.end() && at->time < to; ++at) {
        if (!result.isEmpty() && at->time - result.constLast().time < apart)
            ++result.last().more;
        else
            result.append({at->time, format::plain(at->text), 0});
    }
    return result;
}

void paint(QPainter &painter, const Lane &lane, const tracepaint::Map &map, const QRectF &plot, const Look &look)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(look.font);
    QColor ground = theme::colours(look.palette).line;
    ground.setAlphaF(0.35F);
    painter.fillRect(lane.area, ground);
    const QFontMetricsF metrics(look.font);
    const double nameEnd = lane.area.left() + std::min(metrics.horizontalAdvance(lane.name), lane.area.width() * mostName) + 2 * padding;
    for (const Segment &segment : lane.segments) {
        const double left = std::clamp(map.x(segment.from), lane.area.left(), lane.area.right());
        const double right = std::clamp(map.x(segment.to), lane.area.left(), lane.area.right());
        if (segment.to <= map.from || segment.from >= map.to)
            continue;
        const double x = std::floor(left);
        paintSegment(painter, segment, QRectF(x, lane.area.top(), std::max(1.0, std::floor(right) - x), lane.area.height()), nameEnd, look);
    }
    for (const Flag &flag : lane.flags)
        paintFlag(painter, flag, std::floor(map.x(flag.time)), lane, plot);
    paintName(painter, lane, look);
}

} // namespace muster::statebar
