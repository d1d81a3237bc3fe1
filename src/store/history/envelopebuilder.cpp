#include "store/history/envelopebuilder.h"

#include <algorithm>

namespace muster::history {

namespace {

__extension__ using Wide = __int128;

} // namespace

EnvelopeBuilder::EnvelopeBuilder(Micros from, Micros to, int pixels)
    : m_from(from)
    , m_to(to)
    , m_pixels(std::min(pixels, maxPixels))
    , m_width(Micros(std::max<Wide>(1, (Wide(to) - from) / m_pixels)))
    , m_columns(size_t(m_pixels))
{}

// Whole numbers, wide enough for any span, as in Series: a sample on a boundary must not depend on rounding.
int EnvelopeBuilder::columnAt(Micros time) const
{
    return int((Wide(time) - m_from) * m_pixels / (Wide(m_to) - m_from));
}

Micros EnvelopeBuilder::endOf(int column) const
{
    return Micros(m_from + (Wide(column + 1) * (Wide(m_to) - m_from) + m_pixels - 1) / m_pixels);
}

bool EnvelopeBuilder::fits(const EnvelopeColumn &run) const
{
    return run.endTime - run.time <= m_width || columnAt(run.time) == columnAt(run.endTime);
}

void EnvelopeBuilder::add(const EnvelopeColumn &run)
{
    absorb(m_columns[size_t(columnAt(run.time))], run);
}

void EnvelopeBuilder::add(std::span<const Point> points)
{
    const auto earlier = [](const Point &point, Micros time) { return point.time < time; };
    auto at = std::lower_bound(points.begin(), points.end(), m_from, earlier);
    const auto end = std::lower_bound(at, points.end(), m_to, earlier);
    if (at != points.begin())
        before(at[-1].time, at[-1].value);
    if (end != points.end())
        after(end->time, end->value);
    while (at != end) {
        const int column = columnAt(at->time);
        const Micros boundary = endOf(column);
        auto next = at + 1;
        for (int i = 0; i < 8 && next != end && next->time < boundary; ++i)
            ++next;
        if (next != end && next->time < boundary)
            next = std::lower_bound(next, end, boundary, earlier);
        absorb(m_columns[size_t(column)], static_cast<const EnvelopeColumn &>(summaryOf(std::span(at, next))));
        at = next;
    }
}

void EnvelopeBuilder::before(Micros time, double value)
{
    if (m_before.count == 0 || time >= m_before.time)
        m_before = {time, time, value, value, value, value, 1};
}

void EnvelopeBuilder::after(Micros time, double value)
{
    if (m_after.count == 0 || time < m_after.time)
        m_after = {time, time, value, value, value, value, 1};
}

void EnvelopeBuilder::addOutside(const EnvelopeColumn &run)
{
    if (run.endTime < m_from)
        before(run.endTime, run.last);
    else if (run.time >= m_to)
        after(run.time, run.first);
}

void EnvelopeBuilder::clearColumns()
{
    std::fill(m_columns.begin(), m_columns.end(), EnvelopeColumn());
}

Envelope EnvelopeBuilder::take() const
{
    Envelope envelope;
    envelope.reserve(qsizetype(m_columns.size()) + 2);
    if (m_before.count)
        envelope.append(m_before);
    for (const EnvelopeColumn &column : m_columns) {
        if (column.count)
            envelope.append(column);
    }
    if (m_after.count)
        envelope.append(m_after);
    return envelope;
}

} // namespace muster::history
