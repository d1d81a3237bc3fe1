#include "rules/weekhours.h"

#include "rules/walltime.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster {

namespace {

constexpr int weekDays = 7;
constexpr int lookBack = 9;   ///< days: a whole week at a stretch, and a night
constexpr int mostStretches = 30; ///< two weeks of open and closed ones

bool isOn(quint8 days, int weekday)
{
    return (days >> unsigned((weekday - 1) % weekDays) & 1U) != 0;
}

} // namespace

Result<void> WeekHours::validate() const
{
    if (from < 0 || from >= dayMinutes || to < 0 || to >= dayMinutes)
        return failure(Error::Code::Invalid, QCoreApplication::translate("Alarms", "The hours of an alarm must be between 00:00 and 23:59."));
    if ((days & everyDay) == 0)
        return failure(Error::Code::Invalid, QCoreApplication::translate("Alarms", "The hours of an alarm need a day of the week."));
    return {};
}

Micros WeekHours::longest() const
{
    constexpr Micros minute = 60'000'000;
    if (isAlways())
        return std::numeric_limits<Micros>::max();
    if (from != to)
        return (to > from ? to - from : to - from + dayMinutes) * minute;
    int most = 0;
    for (int first = 1; first <= weekDays; ++first) {
        int run = 0;
        while (run < weekDays && isOn(days, first + run))
            ++run;
        most = std::max(most, run);
    }
    return Micros(most) * dayMinutes * minute;
}

OpenHours::OpenHours(const WeekHours &hours, const QTimeZone &zone)
    : m_hours(hours)
    , m_zone(zone)
{
}

const OpenHours::Stretch &OpenHours::at(Micros moment) const
{
    if (m_hours.isAlways())
        return m_known.front();
    const size_t known = std::min(m_count, m_known.size());
    for (size_t i = 0; i < known; ++i)
        if (moment >= m_known.at(i).from && moment < m_known.at(i).to)
            return m_known.at(i);
    Stretch &place = m_known.at(m_count++ % m_known.size());
    place = find(moment);
    return place;
}

/// Goes through the days around the moment. What follows without a gap is one stretch.
OpenHours::Stretch OpenHours::find(Micros moment) const
{
    const bool isWhole = m_hours.from == m_hours.to;
    const int from = isWhole ? 0 : m_hours.from * 60;
    const int to = isWhole ? walltime::daySeconds : m_hours.to * 60;
    const QDate today = walltime::shown(moment, m_zone).date;
    Stretch open;
    Micros ended = 0; ///< of the latest one that began no later than the moment
    bool any = false;
    for (int day = -lookBack; day <= lookBack; ++day) {
        const QDate date = today.addDays(day);
        if (!isOn(m_hours.days, date.dayOfWeek()))
            continue;
        const Micros begins = walltime::moment(date, from, m_zone);
        const Micros ends = to > from ? walltime::moment(date, to, m_zone) : walltime::moment(date.addDays(1), to, m_zone);
        if (ends <= begins)
            continue; // daylight saving left them out
        if (any && begins <= open.to) {
            open.to = std::max(open.to, ends);
            continue;
        }
        if (any && moment < open.to)
            break;
        if (begins > moment)
            return {false, any ? open.to : ended, begins};
        open = {true, begins, ends};
        any = true;
    }
    if (any && moment < open.to)
        return open;
    return {false, any ? open.to : ended, moment + Micros(lookBack) * walltime::daySeconds * walltime::second};
}

Micros OpenHours::after(Micros since, Micros span) const
{
    Stretch stretch = at(since);
    for (int i = 0; i < mostStretches; ++i) {
        const Micros begin = std::max(since, stretch.from);
        if (stretch.isOpen && (stretch.to - span > begin))
            return begin + span;
        stretch = at(stretch.to);
    }
    return 0;
}

} // namespace muster
