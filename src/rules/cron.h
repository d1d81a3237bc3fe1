#pragma once

#include "core/result.h"
#include "core/sample.h"

#include <QDate>
#include <QTimeZone>

namespace muster {

/// A cron line, read: minute, hour, day of month, month, weekday; numbers, names (jan…dec, mon…sun), ranges a-b, steps */n and a-b/n, lists a,b;
/// @hourly, @daily, @weekly, @monthly and @yearly. Weekday 0 and 7 are Sunday. Where both days are given, either will do; where one of them begins
/// with *, both must fit (as cron of Vixie and Debian has it).
///
/// Daylight saving: where the hour is *, it runs in every hour there is. Else a time that is left out runs at the jump, and one that comes twice
/// runs the first time.
class Cron
{
public:
    static constexpr qsizetype maxText = 200;

    /// The Error names the column and what could be written there.
    [[nodiscard]] static Result<Cron> parse(const QString &text);

    /// The first time after `after`; 0: there is none within fifty years.
    [[nodiscard]] Micros next(Micros after, const QTimeZone &zone) const;

private:
    [[nodiscard]] bool isDay(QDate date) const;
    [[nodiscard]] QDate nextDay(QDate from) const;
    [[nodiscard]] Micros nextOfEveryHour(Micros after, const QTimeZone &zone) const;
    [[nodiscard]] Micros nextOn(QDate date, Micros after, const QTimeZone &zone) const;

    // A bit for each number that fits.
    quint64 m_minutes = 0;
    quint64 m_hours = 0;
    quint64 m_days = 0;
    quint64 m_months = 0;
    quint64 m_weekdays = 0;
    bool m_everyHour = false;
    bool m_bothDays = false; ///< day and weekday must fit; else one of them
};

} // namespace muster
