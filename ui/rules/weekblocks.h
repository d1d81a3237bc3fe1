#pragma once

#include "rules/schedule.h"

#include <optional>

namespace muster::weekblocks {

/// Editing the blocks of a week: pure functions, none of which leaves one block over another.
inline constexpr int day = 86'400;
inline constexpr int hour = 3'600;
inline constexpr int snap = 900; ///< seconds; where a block begins and ends when it is dragged

/// Puts a block down; what was there before is cut away, so that one block may become two. Nothing where that would be too many blocks.
[[nodiscard]] std::optional<QList<WeekBlock>> put(QList<WeekBlock> blocks, const WeekBlock &block);
[[nodiscard]] QList<WeekBlock> without(QList<WeekBlock> blocks, const WeekBlock &block);
/// Every day of `days` (bit 0 is Monday) becomes like `weekday`. Nothing where that would be too many blocks.
[[nodiscard]] std::optional<QList<WeekBlock>> copied(const QList<WeekBlock> &blocks, int weekday, quint8 days);

/// The block at a time of a weekday.
[[nodiscard]] std::optional<WeekBlock> at(const QList<WeekBlock> &blocks, int weekday, int seconds);
/// The block after this one in the week, or before it; the first or last at the ends.
[[nodiscard]] std::optional<WeekBlock> neighbour(QList<WeekBlock> blocks, const std::optional<WeekBlock> &block, bool after);

/// Kept within its day, at least as long as `snap` and begun on it.
[[nodiscard]] WeekBlock moved(WeekBlock block, int days, int seconds);
[[nodiscard]] WeekBlock resized(WeekBlock block, bool begin, int to);
[[nodiscard]] int snapped(int seconds);

} // namespace muster::weekblocks
