#include "rules/schedule.h"

#include "rules/cron.h"
#include "rules/walltime.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

namespace muster {

namespace {

constexpr Micros latest = 1LL << 57; ///< some 4500 years on; beyond it nothing is planned

tl::unexpected<Error> invalid(const QString &text)
{
    return failure(Error::Code::Invalid, text);
}

bool hasDay(quint8 weekdays, int weekday)
{
    return (weekdays >> (weekday - 1) & 1) != 0;
}

Micros nextInterval(const Schedule &schedule, Micros after)
{
    const Micros every = std::max(schedule.every, Schedule::leastInterval);
    if (after < schedule.from)
        return schedule.from;
    return schedule.from + ((after - schedule.from) / every + 1) * every;
}

Micros nextDaily(const Schedule &schedule, Micros after, const QTimeZone &zone)
{
    // From the day before on: a clock that is put back over midnight shows a date twice.
    const QDate first = walltime::shown(after, zone).date.addDays(-1);
    QList<int> times = schedule.times;
    std::sort(times.begin(), times.end());
    for (int i = 0; i <= 8; ++i) {
        const QDate date = first.addDays(i);
        if (!hasDay(schedule.weekdays, date.dayOfWeek()))
            continue;
        for (const int time : std::as_const(times))
            if (const Micros moment = walltime::moment(date, time, zone); moment > after)
                return moment;
    }
    return 0;
}

Micros nextSun(const Schedule &schedule, Micros after, const QTimeZone &zone, const std::optional<Site> &site)
{
    if (!site || schedule.weekdays == 0)
        return 0;
    // Two days to either side: the solar day, the offset and the zone may each lie apart. Polar nights and days last half a year at most.
    const QDate first = walltime::shown(after, zone).date.addDays(-2);
    for (int i = 0; i < 380; ++i) {
        const auto event = sun::moment(schedule.event, first.addDays(i), *site);
        if (!event || !hasDay(schedule.weekdays, walltime::shown(*event, zone).date.dayOfWeek()))
            continue;
        if (const Micros moment = *event + schedule.offset * walltime::second; moment > after)
            return moment;
    }
    return 0;
}

/// A stretch in which one block holds; empty where daylight saving leaves nothing of it.
struct Stretch
{
    Micros from = 0;
    Micros to = 0;
    double value = 0;
};

/// The blocks of this and the neighbouring days, in order of time.
QList<Stretch> stretchesAround(const Schedule &schedule, QDate first, int days, const QTimeZone &zone)
{
    QList<Stretch> stretches;
    for (int i = 0; i < days; ++i) {
        const QDate date = first.addDays(i);
        for (const WeekBlock &block : schedule.blocks) {
            if (block.weekday != date.dayOfWeek())
                continue;
            const Stretch stretch {walltime::moment(date, block.from, zone), walltime::moment(date, block.to, zone), block.value};
            if (stretch.from < stretch.to)
                stretches.append(stretch);
        }
    }
    std::sort(stretches.begin(), stretches.end(), [](const Stretch &a, const Stretch &b) { return a.from < b.from; });
    return stretches;
}

double valueIn(const QList<Stretch> &stretches, Micros moment, double between)
{
    for (const Stretch &stretch : stretches)
        if (stretch.from <= moment && moment < stretch.to)
            return stretch.value;
    return between;
}

Micros nextChange(const Schedule &schedule, Micros after, const QTimeZone &zone)
{
    const QDate first = walltime::shown(after, zone).date.addDays(-1);
    const QList<Stretch> stretches = stretchesAround(schedule, first, 10, zone);
    QList<Micros> edges;
    for (const Stretch &stretch : stretches)
        edges << stretch.from << stretch.to;
    std::sort(edges.begin(), edges.end());
    for (const Micros edge : std::as_const(edges))
        if (edge > after && valueIn(stretches, edge, schedule.between) != valueIn(stretches, edge - 1, schedule.between))
            return edge;
    return 0;
}

Result<void> validateBlocks(const Schedule &schedule)
{
    if (schedule.blocks.isEmpty())
        return invalid(QCoreApplication::translate("Schedules", "The week has no block. Draw one on a day."));
    if (schedule.blocks.size() > Schedule::mostBlocks)
        return invalid(QCoreApplication::translate("Schedules", "The week has more than %1 blocks. Join some of them.").arg(Schedule::mostBlocks));
    if (!std::isfinite(schedule.between))
        return invalid(QCoreApplication::translate("Schedules", "The value between the blocks is no number."));
    QList<WeekBlock> sorted = schedule.blocks;
    std::sort(sorted.begin(), sorted.end(), [](const WeekBlock &a, const WeekBlock &b) { return std::pair(a.weekday, a.from) < std::pair(b.weekday, b.from); });
    const WeekBlock *before = nullptr;
    for (const WeekBlock &block : std::as_const(sorted)) {
        if (block.weekday < 1 || block.weekday > 7 || block.from < 0 || block.to > walltime::daySeconds || block.from >= block.to ||
            !std::isfinite(block.value))
            return invalid(
                QCoreApplication::translate("Schedules", "A block of the week must lie within one day, end after it begins and have a number as its value."));
        if (before && before->weekday == block.weekday && before->to > block.from)
            return invalid(QCoreApplication::translate("Schedules", "Two blocks of the same day lie over each other. Shorten or delete one."));
        before = &block;
    }
    const Micros year = 1'767'225'600 * walltime::second; // 2026: any week of any zone without a jump will do
    if (nextChange(schedule, year, QTimeZone::utc()) == 0)
        return invalid(
            QCoreApplication::translate("Schedules", "The value never changes in this week. Give the blocks another value than the time between them."));
    return {};
}

} // namespace

Result<void> Schedule::validate(const std::optional<Site> &site) const
{
    if ((kind == Kind::Daily || kind == Kind::Sun) && (weekdays & everyDay) == 0)
        return invalid(QCoreApplication::translate("Schedules", "No weekday is chosen. Choose at least one."));
    switch (kind) {
    case Kind::Cron:
        if (const auto read = Cron::parse(cron); !read)
            return tl::unexpected(read.error());
        return {};
    case Kind::Interval:
        if (every < leastInterval || every > mostInterval || every % walltime::second != 0)
            return invalid(QCoreApplication::translate("Schedules", "An interval is between one second and 366 days, in whole seconds."));
        if (from < 0 || from > latest)
            return invalid(QCoreApplication::translate("Schedules", "The interval counts from a date that cannot be used. Choose one after 1970."));
        return {};
    case Kind::Daily:
        if (times.isEmpty() || times.size() > mostTimes)
            return invalid(QCoreApplication::translate("Schedules", "Give at least one time of the day, and at most %1.").arg(mostTimes));
        if (std::any_of(times.begin(), times.end(), [](int time) { return time < 0 || time >= walltime::daySeconds; }))
            return invalid(QCoreApplication::translate("Schedules", "A time of the day lies between 00:00 and 23:59:59."));
        return {};
    case Kind::Sun:
        if (std::abs(offset) > mostOffset)
            return invalid(QCoreApplication::translate("Schedules", "The offset from sunrise or sunset is at most twelve hours."));
        if (!site || !site->isValid())
            return invalid(QCoreApplication::translate("Schedules", "Sunrise and sunset need the place of this site. Enter its latitude and longitude in the settings first."));
        return {};
    case Kind::Week:
        return validateBlocks(*this);
    }
    return {};
}

Micros Schedule::next(Micros after, const QTimeZone &zone, const std::optional<Site> &site) const
{
    if (after > latest || !zone.isValid())
        return 0;
    after = std::max<Micros>(after, 0);
    switch (kind) {
    case Kind::Cron:
        if (const auto read = Cron::parse(cron))
            return read->next(after, zone);
        return 0;
    case Kind::Interval:
        return nextInterval(*this, after);
    case Kind::Daily:
        return nextDaily(*this, after, zone);
    case Kind::Sun:
        return nextSun(*this, after, zone, site);
    case Kind::Week:
        return nextChange(*this, after, zone);
    }
    return 0;
}

QList<Micros> Schedule::upcoming(Micros after, int count, const QTimeZone &zone, const std::optional<Site> &site) const
{
    QList<Micros> runs;
    for (Micros at = next(after, zone, site); at != 0 && runs.size() < count; at = next(at, zone, site))
        runs.append(at);
    return runs;
}

Schedule::Missed Schedule::missedBetween(Micros after, Micros now, const QTimeZone &zone, const std::optional<Site> &site) const
{
    Missed runs;
    const auto nextAfter = [&](Micros moment) { return next(moment, zone, site); };
    for (Micros at = nextAfter(after); at != 0 && at <= now && runs.count < Missed::most; at = nextAfter(at)) {
        ++runs.count;
        runs.latest = at;
    }
    if (runs.count < Missed::most)
        return runs;
    // Too many to go through: the latest is where "the next run is not later than now" stops being so.
    Micros low = runs.latest;
    Micros high = now;
    while (high - low > 1) {
        const Micros middle = low + (high - low) / 2;
        const Micros at = nextAfter(middle);
        if (at != 0 && at <= now)
            runs.latest = low = at;
        else
            high = middle;
    }
    return runs;
}

double Schedule::valueAt(Micros moment, const QTimeZone &zone) const
{
    return valueIn(stretchesAround(*this, walltime::shown(moment, zone).date.addDays(-1), 3, zone), moment, between);
}

} // namespace muster
