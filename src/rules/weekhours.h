#pragma once

#include "core/result.h"
#include "core/sample.h"

#include <QTimeZone>

#include <array>
#include <limits>

namespace muster {

/// Certain hours of the week, by the clock on the wall: from a time of the day to another, on some weekdays. A plain value.
struct WeekHours
{
    quint8 days = everyDay; ///< on which they begin; bit 0 Monday … bit 6 Sunday
    int from = 0;           ///< minutes since midnight, 0…1 439
    int to = 0;             ///< likewise; before `from` it is on the next day, the same means the whole day

    static constexpr quint8 everyDay = 0x7f;
    static constexpr int dayMinutes = 1'440;

    [[nodiscard]] bool isAlways() const { return from == to && days == everyDay; }
    [[nodiscard]] Result<void> validate() const;
    /// How long they last at a stretch at most, on days without daylight saving; hours that are always last for ever.
    [[nodiscard]] Micros longest() const;

    friend bool operator==(const WeekHours &, const WeekHours &) = default;
};

/// When hours of the week begin and end in a time zone. A time that daylight saving leaves out is the moment of the jump, one that comes twice is the
/// first of the two, as walltime has it. Remembers what it found last, so that asking again costs a comparison; not for two threads at a time.
class OpenHours
{
public:
    /// One of the stretches the time is made of, in turn within the hours and outside of them. [from, to).
    struct Stretch
    {
        bool isOpen = true;
        Micros from = std::numeric_limits<Micros>::min();
        Micros to = std::numeric_limits<Micros>::max();
    };

    OpenHours(const WeekHours &hours, const QTimeZone &zone);

    /// The one that a moment lies in. Hours that are always are one stretch without beginning and end.
    [[nodiscard]] const Stretch &at(Micros moment) const;
    /// When something that is so since `since` has been so for `span` within the hours and without their end; 0: not within two weeks.
    /// Example, 08:00 to 18:00, every day: since 07:30 for 10 min → 08:10; since 17:55 for 10 min → 08:10 of the next day.
    [[nodiscard]] Micros after(Micros since, Micros span) const;

private:
    [[nodiscard]] Stretch find(Micros moment) const;

    WeekHours m_hours;
    QTimeZone m_zone;
    mutable std::array<Stretch, 4> m_known {};
    mutable size_t m_count = 0; ///< ever remembered
};

} // namespace muster
