#pragma once

#include "core/series.h"

/// Where the recorded past meets live memory: both cut into the same columns and joined so that every sample counts once. Pure functions.
namespace muster::seam {

/// A stretch of time cut into columns of equal, whole width.
struct Grid
{
    Micros from = 0;
    Micros width = 1;
    int columns = 0;

    [[nodiscard]] Micros to() const { return from + width * columns; }
    /// Whether the columns of the other one are this one's, as far as they overlap.
    [[nodiscard]] bool matches(const Grid &other) const { return width == other.width && (from - other.from) % width == 0; }
    /// The column's beginning that `time` is in, and the first one not before it.
    [[nodiscard]] Micros floor(Micros time) const;
    [[nodiscard]] Micros ceil(Micros time) const { return floor(time + width - 1); }
};

/// What the store told about one metric.
struct Told
{
    Grid grid {};
    Micros complete = 0; ///< it knew every sample older than this
    Envelope envelope {};

    /// There is nothing older than what it told.
    [[nodiscard]] bool reachesTheBeginning() const { return envelope.isEmpty() || envelope.constFirst().time >= grid.from; }
};

inline constexpr Micros never = 1LL << 61;

/// From when on live memory holds every sample; `never` if it is empty.
[[nodiscard]] Micros liveFrom(const Series &series);

/// What is drawn until a better answer is there: columns made for one grid, put into another one.
[[nodiscard]] Envelope regrid(const Told &told, const Grid &grid);

/// What one Series that held the past and the present would say: what is older than live memory from `told`, the rest from `live`, which is
/// series.envelope() for `grid`.
[[nodiscard]] Envelope join(const Told &told, const Series &series, const Envelope &live, const Grid &grid);

} // namespace muster::seam
