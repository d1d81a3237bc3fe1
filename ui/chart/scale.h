#pragma once

#include "core/sample.h"

#include <QList>
#include <QString>

/// How axes choose what they show: pure functions.
namespace muster::scale {

/// What an axis shows, in the unit of its traces.
struct Span
{
    double low = 0;
    double high = 1;

    [[nodiscard]] double length() const { return high - low; }
    friend bool operator==(const Span &, const Span &) = default;
};

/// The smallest of 1, 2 or 5 times a power of ten that cuts `length` (> 0) into at most `ticks` pieces.
[[nodiscard]] double niceStep(double length, int ticks);

/// A span with nice ends that holds [min, max] with some air. A flat line gets one unit or 5 % of its value to either side,
/// whichever is more.
[[nodiscard]] Span comfortable(double min, double max);

/// Whether a span still suits [min, max]: holds it, and is not more than three times too wide for it. Keeps an axis from jumping at each sample.
[[nodiscard]] bool suits(const Span &shown, double min, double max);

/// One step of an eased way from one span to another; there once the rest is invisible.
[[nodiscard]] Span towards(const Span &shown, const Span &target);

/// The format of an axis' labels, as for printf.
[[nodiscard]] QString labelFormat(const Span &span, double step);

struct TimeTick
{
    Micros time = 0;
    QString label {};
    bool strong = false; ///< a new day
};

/// Round local times within [from, to), at most `most` of them. Where no tick begins a day, the first one tells a date that is not today.
[[nodiscard]] QList<TimeTick> timeTicks(Micros from, Micros to, int most);

/// "12:04:31.250", local time; with its date, if that is not today.
[[nodiscard]] QString clockTime(Micros time);
/// "12:04:31", likewise.
[[nodiscard]] QString clockSeconds(Micros time);

} // namespace muster::scale
