#include "core/series.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace muster {

namespace {

__extension__ using Wide = __int128;

constexpr qsizetype firstCapacity = 16; ///< samples: of tens of thousands of metrics most say little
constexpr double inf = std::numeric_limits<double>::infinity();

template<class Extent>
void widen(Extent &extent, double value)
{
    // Comparisons with NaN are false, so NaN never gets in.
    if (value < extent.min)
        extent.min = value;
    if (value > extent.max)
        extent.max = value;
}

} // namespace

size_t Series::block(int level, quint64 number) const
{
    return size_t(number & (m_pyramid[size_t(level)].size() - 1));
}

bool Series::append(Micros time, double value)
{
    if (size() == qsizetype(m_times.size()))
        resize(std::min(m_limit, std::max<qsizetype>(firstCapacity, 2 * qsizetype(m_times.size()))));

    quint64 place = m_end;
    if (m_end > m_begin && time < m_times[slot(m_end - 1)]) {
        const auto later = quint64(lowerBound(time + 1));
        place = m_begin + later;
        if (m_end - place > quint64(maxReorder) || place == m_begin)
            return false;
    }
    if (m_end - m_begin == m_times.size())
        ++m_begin;
    ++m_end;
    for (quint64 i = m_end - 1; i > place; --i) {
        m_times[slot(i)] = m_times[slot(i - 1)];
        m_values[slot(i)] = m_values[slot(i - 1)];
    }
    m_times[slot(place)] = time;
    m_values[slot(place)] = value;
    if (place + 1 == m_end)
        fold(place);
    else
        rebuild(place);
    return true;
}

void Series::fold(quint64 index)
{
    const double value = m_values[slot(index)];
    Extent &lowest = m_pyramid[0][block(0, index >> shift)];
    if ((index & 15) == 0)
        lowest = {inf, -inf};
    widen(lowest, value);
    // A block of 16 is summed up one level higher as soon as it is complete.
    for (int level = 0; level + 1 < levels && (index & ((1ULL << (shift * (level + 1))) - 1)) == (1ULL << (shift * (level + 1))) - 1; ++level) {
        const quint64 number = index >> (shift * (level + 1));
        const Extent done = m_pyramid[size_t(level)][block(level, number)];
        Extent &above = m_pyramid[size_t(level) + 1][block(level + 1, number >> shift)];
        if ((number & 15) == 0)
            above = {inf, -inf};
        above = {std::min(above.min, done.min), std::max(above.max, done.max)};
    }
}

void Series::rebuild(quint64 from)
{
    for (quint64 number = from >> shift; number <= (m_end - 1) >> shift; ++number) {
        Extent extent {inf, -inf};
        for (quint64 i = std::max(number << shift, m_begin); i < std::min((number + 1) << shift, m_end); ++i)
            widen(extent, m_values[slot(i)]);
        m_pyramid[0][block(0, number)] = extent;
    }
    for (int level = 1; level < levels; ++level) {
        const int bits = shift * (level + 1);
        const quint64 complete = m_end >> (bits - shift); // blocks below this number are complete one level down
        for (quint64 number = from >> bits; number <= (m_end - 1) >> bits; ++number) {
            Extent extent {inf, -inf};
            for (quint64 part = number << shift; part < std::min((number + 1) << shift, complete); ++part) {
                const Extent &below = m_pyramid[size_t(level) - 1][block(level - 1, part)];
                extent = {std::min(extent.min, below.min), std::max(extent.max, below.max)};
            }
            m_pyramid[size_t(level)][block(level, number)] = extent;
        }
    }
}

void Series::resize(qsizetype capacity)
{
    if (capacity == qsizetype(m_times.size()))
        return;
    m_begin = std::max(m_begin, m_end - std::min(m_end, quint64(capacity)));
    const quint64 mask = quint64(capacity) - 1;
    std::vector<Micros> times(size_t(capacity), 0);
    std::vector<double> values(size_t(capacity), 0.0);
    for (quint64 i = m_begin; i < m_end; ++i) {
        times[size_t(i & mask)] = m_times[slot(i)];
        values[size_t(i & mask)] = m_values[slot(i)];
    }
    m_times = std::move(times);
    m_values = std::move(values);
    m_mask = mask;
    for (int level = 0; level < levels; ++level)
        m_pyramid[size_t(level)].assign(std::max<size_t>(1, size_t(capacity) >> (shift * (level + 1))), Extent {inf, -inf});
    if (m_end > m_begin)
        rebuild(m_begin);
}

void Series::setLimit(qsizetype samples)
{
    m_limit = qsizetype(std::bit_ceil(quint64(std::clamp(samples, minimumLimit, maximumLimit))));
    if (qsizetype(m_times.size()) > m_limit)
        resize(m_limit);
}

qsizetype Series::lowerBound(Micros time) const
{
    quint64 low = m_begin;
    quint64 count = m_end - m_begin;
    while (count > 0) {
        const quint64 half = count / 2;
        if (m_times[slot(low + half)] < time) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return qsizetype(low - m_begin);
}

quint64 Series::gallop(quint64 from, quint64 last, Micros time) const
{
    quint64 stride = 16;
    while (from + stride < last && m_times[slot(from + stride)] < time) {
        from += stride;
        stride *= 2;
    }
    quint64 end = std::min(last, from + stride);
    while (from < end) {
        const quint64 middle = from + (end - from) / 2;
        if (m_times[slot(middle)] < time)
            from = middle + 1;
        else
            end = middle;
    }
    return from;
}

Series::Extent Series::extent(quint64 from, quint64 to) const
{
    Extent result {inf, -inf};
    while (from < to) {
        int level = -1;
        while (level + 1 < levels) {
            const quint64 length = 1ULL << (shift * (level + 2));
            if ((from & (length - 1)) != 0 || from + length > to)
                break;
            ++level;
        }
        if (level < 0) {
            widen(result, m_values[slot(from)]);
            ++from;
            continue;
        }
        const int bits = shift * (level + 1);
        const Extent &part = m_pyramid[size_t(level)][block(level, from >> bits)];
        result = {std::min(result.min, part.min), std::max(result.max, part.max)};
        from += 1ULL << bits;
    }
    return result;
}

EnvelopeColumn Series::column(quint64 from, quint64 to) const
{
    const Extent range = extent(from, to);
    const bool empty = range.min > range.max;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {m_times[slot(from)], m_times[slot(to - 1)], m_values[slot(from)], m_values[slot(to - 1)], empty ? nan : range.min,
        empty ? nan : range.max, qint64(to - from)};
}

Envelope Series::envelope(Micros from, Micros to, int pixels) const
{
    Envelope result;
    if (from >= to || pixels <= 0 || isEmpty())
        return result;
    const quint64 last = m_begin + quint64(lowerBound(to));
    quint64 at = m_begin + quint64(lowerBound(from));
    result.reserve(std::min<qsizetype>(pixels, qsizetype(last - at)) + 2);
    if (at > m_begin)
        result.append(column(at - 1, at));
    // Whole numbers, wide enough for any span: a sample on a boundary must not depend on rounding.
    const Wide span = Wide(to) - from;
    while (at < last) {
        const Wide pixel = (Wide(m_times[slot(at)]) - from) * pixels / span;
        const auto boundary = Micros(from + ((pixel + 1) * span + pixels - 1) / pixels);
        // Few samples per column: walk; many: search.
        quint64 end = at + 1;
        for (int i = 0; i < 8 && end < last && m_times[slot(end)] < boundary; ++i)
            ++end;
        if (end < last && m_times[slot(end)] < boundary)
            end = gallop(end, last, boundary);
        result.append(column(at, end));
        at = end;
    }
    if (last < m_end)
        result.append(column(last, last + 1));
    return result;
}

qsizetype Series::bytes() const
{
    size_t sum = m_times.capacity() * sizeof(Micros) + m_values.capacity() * sizeof(double);
    for (const auto &level : m_pyramid)
        sum += level.capacity() * sizeof(Extent);
    return qsizetype(sum);
}

} // namespace muster
