#include "rules/walltime.h"

#include <QDateTime>

#include <algorithm>

namespace muster::walltime {

namespace {

qint64 offsetAt(qint64 utcSeconds, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcSeconds * 1'000, Qt::UTC));
}

/// The first second in (from, to] whose offset is no longer that of `from`.
qint64 changeWithin(qint64 from, qint64 to, const QTimeZone &zone)
{
    const qint64 before = offsetAt(from, zone);
    while (to - from > 1) {
        const qint64 middle = from + (to - from) / 2;
        (offsetAt(middle, zone) == before ? from : to) = middle;
    }
    return to;
}

} // namespace

Shown shown(Micros moment, const QTimeZone &zone)
{
    const qint64 utc = floorSeconds(moment);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch((utc + offsetAt(utc, zone)) * 1'000, Qt::UTC);
    return {wall.date(), wall.time().msecsSinceStartOfDay() / 1'000};
}

Micros moment(QDate date, int seconds, const QTimeZone &zone)
{
    // The wall's time as if it were UTC. Offsets lie within a day, so a day to either side is surely before and after.
    const qint64 wall = date.startOfDay(Qt::UTC).toSecsSinceEpoch() + seconds;
    const qint64 before = offsetAt(wall - daySeconds, zone);
    const qint64 after = offsetAt(wall + daySeconds, zone);
    const qint64 early = wall - before;
    const qint64 late = wall - after;
    if (before == after)
        return early * second;
    const bool earlyIs = offsetAt(early, zone) == before;
    const bool lateIs = offsetAt(late, zone) == after;
    if (earlyIs && lateIs)
        return std::min(early, late) * second;
    if (earlyIs || lateIs)
        return (earlyIs ? early : late) * second;
    return changeWithin(wall - daySeconds, wall + daySeconds, zone) * second;
}

} // namespace muster::walltime
