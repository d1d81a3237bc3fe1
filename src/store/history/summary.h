#pragma once

#include "core/series.h"

#include <QList>

#include <cmath>
#include <limits>
#include <span>

namespace muster::history {

/// One sample as the store handles it; the value of a text is its place in a dictionary.
struct Point
{
    Micros time = 0;
    double value = 0;
};

/// How fine a stored row is.
enum class Tier : quint8 { Raw = 0, Minute = 1, Hour = 2 };

[[nodiscard]] constexpr Micros widthOf(Tier tier)
{
    return tier == Tier::Minute ? 60'000'000LL : tier == Tier::Hour ? 3'600'000'000LL : 0;
}

/// Everything known about a run of samples without looking at each: a block's header, a stretch of a sketch, a rollup's bucket.
struct Summary : EnvelopeColumn
{
    double sum = 0; ///< of what is not NaN

    friend bool operator==(const Summary &, const Summary &) = default;
};

/// Adds what `part` knows. NaN never becomes a minimum or maximum.
inline void absorb(EnvelopeColumn &into, const EnvelopeColumn &part)
{
    if (into.count == 0) {
        into = part;
        return;
    }
    if (part.time < into.time) {
        into.time = part.time;
        into.first = part.first;
    }
    if (part.endTime >= into.endTime) {
        into.endTime = part.endTime;
        into.last = part.last;
    }
    into.min = std::fmin(into.min, part.min); // fmin and fmax prefer a number over NaN
    into.max = std::fmax(into.max, part.max);
    into.count += part.count;
}

inline void absorb(Summary &into, const Summary &part)
{
    const double sum = into.count == 0 ? part.sum : into.sum + part.sum;
    absorb(static_cast<EnvelopeColumn &>(into), part);
    into.sum = sum;
}

/// Of a run in time order, at least one.
[[nodiscard]] inline Summary summaryOf(std::span<const Point> points)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    double min = infinite;
    double max = -infinite;
    double sum = 0;
    bool any = false;
    for (const Point &point : points) {
        if (std::isnan(point.value))
            continue;
        any = true;
        min = point.value < min ? point.value : min;
        max = point.value > max ? point.value : max;
        sum += point.value;
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Summary summary;
    static_cast<EnvelopeColumn &>(summary) = {
        points.front().time, points.back().time, points.front().value, points.back().value, any ? min : nan, any ? max : nan, qint64(points.size())};
    summary.sum = sum;
    return summary;
}

[[nodiscard]] constexpr qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

} // namespace muster::history
