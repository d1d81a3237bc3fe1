#pragma once

#include "core/sample.h"

#include <QDate>
#include <QTimeZone>

namespace muster::walltime {

inline constexpr Micros second = 1'000'000;
inline constexpr int daySeconds = 86'400;

/// What the clock on the wall shows.
struct Shown
{
    QDate date {};
    int seconds = 0; ///< since midnight, 0…86 399
};
[[nodiscard]] Shown shown(Micros moment, const QTimeZone &zone);

/// When the clock on the wall shows this. A time that daylight saving leaves out is the moment of the jump; one that comes twice is the first of
/// the two. `seconds` 0…86 400, the last being midnight of the next day. Never falls while the time on the wall grows.
/// Example, Europe/Berlin: 2026-03-29 02:30 → 01:00 UTC (the clock jumps from 02:00 to 03:00); 2026-10-25 02:30 → 00:30 UTC.
[[nodiscard]] Micros moment(QDate date, int seconds, const QTimeZone &zone);

/// Whole seconds, towards the past.
[[nodiscard]] constexpr qint64 floorSeconds(Micros moment)
{
    return moment >= 0 ? moment / second : -((-moment + second - 1) / second);
}

} // namespace muster::walltime
