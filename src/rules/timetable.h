#pragma once

#include "rules/automation.h"
#include "rules/due.h"

#include <map>

namespace muster {

/// The schedules of automations: which is due next, and what becomes of runs that nobody was there for because the program was not running, the computer
/// slept or its clock was set. A plain value without a clock of its own.
///
/// The clock is set back by less than mostBack: what ran already does not run again. By more: it was wrong before, and everything counts from now on.
/// Intervals go on from now in both cases. Set forward, it is as if the computer had slept.
class Timetable
{
public:
    static constexpr Micros lateAfter = 120'000'000; ///< a run so much later than due was missed; the clock is looked at once a minute at least
    static constexpr Micros mostBack = 86'400LL * 1'000'000;
    static constexpr int mostMadeUp = 10; ///< MissedRuns::All: the latest ones

    struct Key
    {
        AutomationId rule {};
        quint32 trigger = 0;

        [[nodiscard]] quint64 number() const { return quint64(rule.n) << 32U | trigger; }
        friend auto operator<=>(const Key &, const Key &) = default;
    };
    /// One run that is due, or several that are passed over.
    struct Run
    {
        enum class What : quint8 {
            Start, ///< it is to run
            Skip,
            Ask,   ///< a person
        };
        Key key {};
        What what = What::Start;
        Micros time = 0;   ///< when it was due
        double value = 0;  ///< Schedule::Kind::Week: that holds from then on
        bool isLate = false;
        bool isOneOfMany = false; ///< made up for, one after the other
        int others = 0;    ///< missed ones before it that are not made up for
    };

    void setPlace(const QTimeZone &zone, const std::optional<Site> &site);
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const std::optional<Site> &site() const { return m_site; }

    /// Runs later than `until` are to come. Replaces what was planned under this key.
    void plan(const Key &key, const Schedule &schedule, Micros until, Micros now);
    void forget(AutomationId rule);
    /// Whether `key` is planned with this schedule.
    [[nodiscard]] bool has(const Key &key, const Schedule &schedule) const;
    [[nodiscard]] QList<Key> keysOf(AutomationId rule) const;

    /// What is due by now, the earliest first; with that it is done.
    [[nodiscard]] QList<Run> take(Micros now);
    [[nodiscard]] Micros due() const { return m_due.next(); } ///< 0: nothing is
    [[nodiscard]] Micros next(AutomationId rule) const;       ///< likewise, of one automation
    /// Up to when all runs are done, skipped or asked about; this is to be kept. 0: unknown key.
    [[nodiscard]] Micros until(const Key &key) const;

private:
    struct Entry
    {
        Schedule schedule {};
        Micros until = 0;
        Micros due = 0; ///< as it stands in m_due; 0: it does not
    };

    void arm(const Key &key, Entry &entry);
    void takeBack(Micros now);
    void settle(const Key &key, const Entry &entry, Micros now, QList<Run> &runs) const;
    [[nodiscard]] QList<Micros> latestRuns(const Schedule &schedule, Micros after, Micros latest) const;

    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<Site> m_site {};
    std::map<Key, Entry> m_entries {};
    DueTable m_due {};
    Micros m_seen = 0; ///< the latest time that was taken for
};

} // namespace muster
