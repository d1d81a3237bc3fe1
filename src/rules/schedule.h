#pragma once

#include "rules/sun.h"

#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QTimeZone>

namespace muster {

/// What becomes of runs that were due while Muster was not running or the computer slept.
enum class MissedRuns : quint8 {
    Run, ///< one run for all of them, at the start
    Skip,
    Ask, ///< a person
    All, ///< each of them, up to a bound, one after the other
};

/// From `from` to `to` on one weekday a value holds. Seconds since midnight on the wall; `to` may be 86 400.
struct WeekBlock
{
    int weekday = 1; ///< 1 Monday … 7 Sunday, as QDate has it
    int from = 0;
    int to = 0;
    double value = 0;

    friend bool operator==(const WeekBlock &, const WeekBlock &) = default;
};

/// When something is to happen. A plain value; all that matters is handed in.
///
/// Daylight saving, for all that go by the clock on the wall: a time that is left out runs at the jump, one that comes twice runs the first time.
/// Intervals count real time. Of two runs at the same moment there is one.
struct Schedule
{
    enum class Kind : quint8 {
        Cron,     ///< `cron`
        Interval, ///< every `every`, counted from `from`
        Daily,    ///< at `times` on `weekdays`
        Sun,      ///< at `event` + `offset` on `weekdays`; not on days when the sun does not rise or set
        Week,     ///< whenever the value of `blocks` changes
    };
    Kind kind = Kind::Daily;
    QString cron {};
    Micros every = 3'600'000'000; ///< whole seconds
    Micros from = 0;
    QList<int> times {};        ///< seconds since midnight
    quint8 weekdays = everyDay; ///< bit 0 Monday … bit 6 Sunday
    SunEvent event = SunEvent::Sunset;
    int offset = 0;             ///< seconds; before the event: negative
    QList<WeekBlock> blocks {}; ///< in any order, none over another
    double between = 0;         ///< value where there is no block
    MissedRuns missed = MissedRuns::Skip;

    static constexpr quint8 everyDay = 0x7f;
    static constexpr Micros leastInterval = 1'000'000;
    static constexpr Micros mostInterval = 366LL * 86'400 * 1'000'000;
    static constexpr int mostOffset = 12 * 3'600;
    static constexpr qsizetype mostTimes = 1'440;
    static constexpr qsizetype mostBlocks = 7 * 48;

    /// Refuses what can never run with a sentence. `site`: where this computer is, if somebody said so.
    [[nodiscard]] Result<void> validate(const std::optional<Site> &site) const;

    /// The first run after `after`; 0: there will be none.
    /// Example: daily at 02:30, Europe/Berlin, after 2026-03-28 12:00 → 2026-03-29 01:00 UTC, when the clock jumps from 02:00 to 03:00.
    [[nodiscard]] Micros next(Micros after, const QTimeZone &zone, const std::optional<Site> &site = {}) const;
    /// The next `count` runs.
    [[nodiscard]] QList<Micros> upcoming(Micros after, int count, const QTimeZone &zone, const std::optional<Site> &site = {}) const;

    /// Runs later than `after` and not later than `now`.
    struct Missed
    {
        int count = 0;     ///< at most Missed::most
        Micros latest = 0; ///< 0: none

        static constexpr int most = 1'000;
        friend bool operator==(const Missed &, const Missed &) = default;
    };
    [[nodiscard]] Missed missedBetween(Micros after, Micros now, const QTimeZone &zone, const std::optional<Site> &site = {}) const;

    /// Kind::Week: the value at a moment. It changes at the runs and nowhere else.
    [[nodiscard]] double valueAt(Micros moment, const QTimeZone &zone) const;

    friend bool operator==(const Schedule &, const Schedule &) = default;
};

/// JSON for fleet.db and for people: {"kind": "daily", "times": ["06:30"], "weekdays": ["mon", "tue"], "missed": "run"}.
/// "kind" is cron ("cron"), interval ("every" in seconds, "from" in seconds since 1970), daily, sun ("event": sunrise, sunset, dawn or dusk, "offset" in
/// seconds) or week ("blocks": [{"day": "mon", "from": "06:00", "to": "08:00", "value": 21}], "between"). What cannot be read is an Error with a sentence.
namespace schedulejson {

[[nodiscard]] QJsonObject toJson(const Schedule &schedule);
[[nodiscard]] Result<Schedule> scheduleOf(const QJsonObject &json);

} // namespace schedulejson
} // namespace muster

Q_DECLARE_METATYPE(muster::Schedule)
