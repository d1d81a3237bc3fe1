#include "ui/chart/tracepaint.h"

#include <QLineF>
#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace muster::tracepaint {

namespace {

using Lines = QVarLengthArray<QLineF, 4096>;

constexpr double lineWidth = 1.5;
constexpr double dotSpacing = 14;               ///< samples further apart than this get a dot: seen, not interpolated
constexpr Micros carryAfter = 2'000'000;        ///< a value younger than this is not drawn on: the next one is about to come

/// Whether the line goes on from one column to the next in spite of the silence between them.
bool goesOn(const EnvelopeColumn &before, const EnvelopeColumn &column, const Style &style)
{
    return style.gap <= 0 || column.time - before.endTime <= style.gap;
}

bool hasValues(const EnvelopeColumn &column)
{
    return column.min <= column.max; // false for NaN
}

void addColumn(Lines &lines, double x, double top, double bottom, const QRectF &area)
{
    if (bottom < area.top() || top > area.bottom())
        return;
    // A flat stretch is as thick as any other line.
    if (bottom - top < lineWidth) {
        const double middle = (top + bottom) / 2;
        top = middle - lineWidth / 2;
        bottom = middle + lineWidth / 2;
    }
    lines.append(QLineF(x, std::max(top, area.top()), x, std::min(bottom, area.bottom() - 1)));
}

void paintDense(QPainter &painter, const Envelope &envelope, const Map &map, const Style &style)
{
    Lines lines;
    const int columns = map.columns();
    const double unit = map.area.width() / columns;
    const double width = double(map.to - map.from) / columns; // as Series::envelope cuts it, to the last bit
    bool joined = false;
    double lastValue = 0;
    double lastX = 0;
    for (qsizetype i = 0; i < envelope.size(); ++i) {
        const EnvelopeColumn &column = envelope.at(i);
        if (!hasValues(column)) {
            joined = false;
            continue;
        }
        joined = joined && goesOn(envelope.at(i - 1), column, style);
        const double place = std::floor(double(column.time - map.from) / width);
        const double x = map.area.left() + place * unit;
        double low = column.min;
        double high = column.max;
        if (joined && x - lastX <= unit * 1.5) {
            low = std::min(low, lastValue);
            high = std::max(high, lastValue);
        } else if (joined) {
            QLineF link(lastX, map.y(lastValue), x, map.y(style.steps ? lastValue : column.first));
            if (cut(link, map.area))
                lines.append(link);
            if (style.steps) {
                low = std::min(low, lastValue);
                high = std::max(high, lastValue);
            }
        }
        if (place >= 0 && place < columns)
            addColumn(lines, x, map.y(high), map.y(low), map.area);
        joined = std::isfinite(column.last);
        lastValue = column.last;
        lastX = x;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(style.colour, 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawLines(lines.constData(), int(lines.size()));
}

/// The points of a trace as straight lines, one sample after the other; at NaN the line ends.
class Polyline
{
public:
    Polyline(const Map &map, bool steps)
        : m_map(map)
        , m_steps(steps)
    {
    }

    void add(Micros time, double value)
    {
        const QPointF point(m_map.x(time), m_map.y(value));
        if (!std::isfinite(value)) {
            lift();
            return;
        }
        m_alone = !m_open;
        if (m_open && m_steps) {
            const QPointF corner(point.x(), m_last.y());
            line(m_last, corner);
            line(corner, point);
        } else if (m_open) {
            line(m_last, point);
        }
        if (m_map.area.contains(point))
            m_dots.append(point);
        m_last = point;
        m_open = true;
    }

    /// Ends the line; a point without neighbours would be invisible, so it becomes a dot.
    void lift()
    {
        if (m_open && m_alone && m_map.area.contains(m_last))
            m_lonely.append(m_last);
        m_open = false;
    }

    [[nodiscard]] const QVarLengthArray<QPointF, 512> &lonely() const { return m_lonely; }
    [[nodiscard]] const Lines &lines() const { return m_lines; }
    [[nodiscard]] const QVarLengthArray<QPointF, 512> &dots() const { return m_dots; }

private:
    void line(QPointF from, QPointF to)
    {
        QLineF part(from, to);
        if (part.p1() != part.p2() && cut(part, m_map.area))
            m_lines.append(part);
    }

    const Map &m_map;
    bool m_steps;
    bool m_open = false;
    bool m_alone = false; ///< the last point begins a line
    QPointF m_last {};
    Lines m_lines;
    QVarLengthArray<QPointF, 512> m_dots;
    QVarLengthArray<QPointF, 512> m_lonely;
};

void paintSparse(QPainter &painter, const Envelope &envelope, const Map &map, const Style &style)
{
    Polyline polyline(map, style.steps);
    for (qsizetype i = 0; i < envelope.size(); ++i) {
        const EnvelopeColumn &column = envelope.at(i);
        if (i > 0 && !goesOn(envelope.at(i - 1), column, style))
            polyline.lift();
        polyline.add(column.time, column.first);
        if (column.count > 2 && hasValues(column)) {
            polyline.add(column.time, column.min);
            polyline.add(column.endTime, column.max);
        }
        if (column.count > 1)
            polyline.add(column.endTime, column.last);
    }
    polyline.lift();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(style.colour, lineWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(polyline.lines().constData(), int(polyline.lines().size()));
    const bool roomy = polyline.dots().size() * dotSpacing < map.area.width();
    const auto &dots = roomy ? polyline.dots() : polyline.lonely();
    painter.setPen(QPen(style.colour, roomy ? 4 : 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawPoints(dots.constData(), int(dots.size()));
}

/// The last known value, dotted up to the present: it may still hold, nobody said so.
void paintCarried(QPainter &painter, const EnvelopeColumn &last, const Map &map, const Style &style)
{
    const Micros end = std::min(style.present, map.to);
    if (last.endTime >= map.to || end - last.endTime < carryAfter || !std::isfinite(last.last))
        return;
    QLineF line(map.x(last.endTime), map.y(last.last), map.x(end), map.y(last.last));
    if (line.dx() < 3 || !cut(line, map.area))
        return;
    QColor faint = style.colour;
    faint.setAlphaF(0.6F);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(faint, lineWidth, Qt::DotLine));
    painter.drawLine(line);
}

} // namespace

bool isDense(const Envelope &envelope, int columns)
{
    qint64 samples = 0;
    for (const EnvelopeColumn &column : envelope)
        samples += column.count;
    return samples > 2 * envelope.size() || samples > columns;
}

bool cut(QLineF &line, const QRectF &area)
{
    // Liang and Barsky: the part [enter, leave] of the line that is inside of all four edges.
    double enter = 0;
    double leave = 1;
    const double dx = line.dx();
    const double dy = line.dy();
    if (!std::isfinite(dx) || !std::isfinite(dy))
        return false;
    const auto edge = [&](double direction, double distance) {
        if (direction == 0)
            return distance >= 0;
        const double at = distance / direction;
        if (direction < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    if (!edge(-dx, line.x1() - area.left()) || !edge(dx, area.right() - line.x1()) || !edge(-dy, line.y1() - area.top())
        || !edge(dy, area.bottom() - line.y1()))
        return false;
    line = QLineF(line.x1() + enter * dx, line.y1() + enter * dy, line.x1() + leave * dx, line.y1() + leave * dy);
    return true;
}

void paint(QPainter &painter, const Envelope &envelope, const Map &map, const Style &style)
{
    if (envelope.isEmpty() || map.to <= map.from || !(map.span.length() > 0))
        return;
    if (isDense(envelope, map.columns()))
        paintDense(painter, envelope, map, style);
    else
        paintSparse(painter, envelope, map, style);
    paintCarried(painter, envelope.last(), map, style);
}

} // namespace muster::tracepaint
