#include "rules/timetable.h"

#include <algorithm>

namespace muster {

namespace {

constexpr Micros second = 1'000'000;
constexpr int mostSteps = 100'000; ///< of runs that are gone through for the latest ones

} // namespace

void Timetable::setPlace(const QTimeZone &zone, const std::optional<Site> &site)
{
    m_zone = zone;
    m_site = site;
    for (auto &[key, entry] : m_entries)
        arm(key, entry);
}

void Timetable::arm(const Key &key, Entry &entry)
{
    m_due.move(key.number(), entry.due, entry.schedule.next(entry.until, m_zone, m_site));
}

void Timetable::plan(const Key &key, const Schedule &schedule, Micros until, Micros now)
{
    const bool wasAhead = until > now && (until - now > mostBack || schedule.kind == Schedule::Kind::Interval);
    Entry &entry = m_entries[key];
    entry.schedule = schedule;
    entry.until = wasAhead ? now : until;
    arm(key, entry);
}

void Timetable::forget(AutomationId rule)
{
    const QList<Key> keys = keysOf(rule);
    for (const Key &key : keys) {
        m_due.remove(key.number(), m_entries.at(key).due);
        m_entries.erase(key);
    }
}

bool Timetable::has(const Key &key, const Schedule &schedule) const
{
    const auto it = m_entries.find(key);
    return it != m_entries.end() && it->second.schedule == schedule;
}

QList<Timetable::Key> Timetable::keysOf(AutomationId rule) const
{
    QList<Key> keys;
    for (auto it = m_entries.lower_bound({rule, 0}); it != m_entries.end() && it->first.rule == rule; ++it)
        keys.append(it->first);
    return keys;
}

Micros Timetable::next(AutomationId rule) const
{
    Micros soonest = 0;
    for (auto it = m_entries.lower_bound({rule, 0}); it != m_entries.end() && it->first.rule == rule; ++it)
        if (const Micros due = it->second.due; due != 0 && (soonest == 0 || due < soonest))
            soonest = due;
    return soonest;
}

Micros Timetable::until(const Key &key) const
{
    const auto it = m_entries.find(key);
    return it == m_entries.end() ? 0 : it->second.until;
}

/// The clock was set back.
void Timetable::takeBack(Micros now)
{
    for (auto &[key, entry] : m_entries)
        if (entry.until > now)
            plan(key, Schedule(entry.schedule), entry.until, now);
}

QList<Timetable::Run> Timetable::take(Micros now)
{
    if (now < m_seen - second)
        takeBack(now);
    m_seen = now;
    QList<Run> runs;
    while (m_due.isDue(now)) {
        const quint64 number = m_due.first();
        const Key key {{quint32(number >> 32U)}, quint32(number)};
        Entry &entry = m_entries.at(key);
        settle(key, entry, now, runs);
        entry.until = now;
        arm(key, entry);
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.time < b.time; });
    return runs;
}

/// What becomes of the runs of one schedule between `until` and now.
void Timetable::settle(const Key &key, const Entry &entry, Micros now, QList<Run> &runs) const
{
    using What = Run::What;
    const Schedule &schedule = entry.schedule;
    const Schedule::Missed due = schedule.missedBetween(entry.until, now, m_zone, m_site);
    if (due.count == 0)
        return;
    const bool isLate = now - due.latest > lateAfter;
    const auto add = [&](What what, Micros time, bool late, bool many, int others) {
        const double value = schedule.kind == Schedule::Kind::Week ? schedule.valueAt(time, m_zone) : 0;
        runs.append({key, what, time, value, late, many, others});
    };
    if (schedule.missed == MissedRuns::All && due.count > 1) {
        const QList<Micros> latest = latestRuns(schedule, entry.until, due.latest);
        for (const Micros time : latest)
            add(What::Start, time, time != due.latest || isLate, true, time == latest.first() ? due.count - int(latest.size()) : 0);
        return;
    }
    const bool starts = !isLate || schedule.missed == MissedRuns::Run || schedule.missed == MissedRuns::All;
    add(starts ? What::Start : schedule.missed == MissedRuns::Ask ? What::Ask : What::Skip, due.latest, isLate, false, due.count - 1);
}

/// The last mostMadeUp runs later than `after`, the last of which is `latest`.
QList<Micros> Timetable::latestRuns(const Schedule &schedule, Micros after, Micros latest) const
{
    Micros start = std::max(after, latest - second);
    for (Micros span = second; start > after && schedule.missedBetween(start, latest, m_zone, m_site).count < mostMadeUp; span *= 2)
        start = std::max(after, latest - span);
    QList<Micros> runs;
    Micros at = schedule.next(start, m_zone, m_site);
    for (int i = 0; at != 0 && at <= latest && i < mostSteps; ++i, at = schedule.next(at, m_zone, m_site)) {
        if (runs.size() == mostMadeUp)
            runs.removeFirst();
        runs.append(at);
    }
    return runs;
}

} // namespace muster
