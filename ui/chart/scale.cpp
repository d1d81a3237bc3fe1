#include "ui/chart/scale.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::scale {

namespace {

constexpr int wantedTicks = 6;
constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros hour = 60 * minute;
constexpr Micros day = 24 * hour;

// Milliseconds up to two weeks: every distance of ticks that a person reads at a glance. Beyond, ticks are months and years.
constexpr std::array<Micros, 30> timeSteps {1'000, 2'000, 5'000, 10'000, 20'000, 50'000, 100'000, 200'000, 500'000, second, 2 * second, 5 * second,
    10 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour,
    6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day};
constexpr std::array<int, 9> monthSteps {1, 2, 3, 6, 12, 24, 60, 120, 240};
constexpr Micros month = 30 * day + 10 * hour + 29 * minute; ///< on average

QDateTime local(Micros time)
{
    return QDateTime::fromMSecsSinceEpoch(time >= 0 ? time / 1'000 : (time - 999) / 1'000);
}

/// The day a tick of this year or of another one is in.
QString dayLabel(QDate date)
{
    return date.year() == QDate::currentDate().year()
        ? QLocale().toString(date, QCoreApplication::translate("muster::scale", "d MMM", "date under a time axis"))
        : QLocale().toString(date, QCoreApplication::translate("muster::scale", "d MMM yyyy", "date under a time axis"));
}

QString tickLabel(const QDateTime &when, Micros step, bool newDay)
{
    if (newDay || step >= day)
        return dayLabel(when.date());
    if (step >= minute)
        return when.toString(QStringLiteral("HH:mm"));
    return when.toString(step >= second ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

/// First days of months or years.
QList<TimeTick> monthTicks(Micros from, Micros to, int most)
{
    const auto found = std::find_if(monthSteps.begin(), monthSteps.end(), [&](int months) { return (to - from) / (months * month) < most - 1; });
    const int step = found == monthSteps.end() ? monthSteps.back() * int((to - from) / (monthSteps.back() * month) / std::max(1, most - 1) + 1) : *found;
    const QDate start = local(from).date();
    const int number = start.year() * 12 + start.month() - 1;
    QList<TimeTick> ticks;
    for (int at = number / step * step; ticks.size() < most; at += step) {
        const QDate first(at / 12, at % 12 + 1, 1);
        const Micros time = first.startOfDay().toMSecsSinceEpoch() * 1'000;
        if (time >= to || !first.isValid())
            break;
        if (time < from)
            continue;
        const bool newYear = first.month() == 1;
        const bool needsYear = newYear || ticks.isEmpty();
        ticks.append({time, step % 12 == 0 ? first.toString(QStringLiteral("yyyy"))
                : needsYear               ? QLocale().toString(first, QStringLiteral("MMM yyyy"))
                                          : QLocale().toString(first, QStringLiteral("MMM")),
            newYear});
    }
    return ticks;
}

/// Times of another day than today's begin with their date, unless one of the ticks tells it.
void dateFirst(QList<TimeTick> &ticks)
{
    if (ticks.isEmpty() || std::any_of(ticks.begin(), ticks.end(), [](const TimeTick &tick) { return tick.strong; }))
        return;
    const QDate date = local(ticks.constFirst().time).date();
    if (date != QDate::currentDate())
        ticks.first().label.prepend(dayLabel(date) + u' ');
}

} // namespace

double niceStep(double length, int ticks)
{
    const double rough = length / std::max(1, ticks);
    if (!(rough > 0) || !std::isfinite(rough))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

Span comfortable(double min, double max)
{
    if (!(min <= max) || !std::isfinite(min) || !std::isfinite(max))
        return {0, 1};
    // Below a billionth of the value a double cannot tell neighbouring ticks apart any more: as good as flat.
    const double size = std::max(std::abs(min), std::abs(max));
    if (max - min <= size * 1e-9) {
        const double half = std::max(size * 0.05, size > 0 && size < 0.1 ? size : 1.0);
        min -= half;
        max += half;
    }
    const double air = std::min((max - min) * 0.04, std::numeric_limits<double>::max() / 8);
    const double step = niceStep(max - min + 2 * air, wantedTicks);
    return {std::floor((min - air) / step) * step, std::ceil((max + air) / step) * step};
}

bool suits(const Span &shown, double min, double max)
{
    if (min < shown.low || max > shown.high)
        return false;
    return shown.length() <= 3 * comfortable(min, max).length();
}

Span towards(const Span &shown, const Span &target)
{
    constexpr double part = 0.4; // of the rest at each frame: there after about 100 ms
    Span next {shown.low + (target.low - shown.low) * part, shown.high + (target.high - shown.high) * part};
    const double rest = std::abs(next.low - target.low) + std::abs(next.high - target.high);
    return rest < target.length() * 0.02 || !std::isfinite(rest) ? target : next;
}

QString labelFormat(const Span &span, double step)
{
    const double size = std::max({std::abs(span.low), std::abs(span.high), step});
    if (size < 1e7 && step >= 1e-6) {
        const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
        return QStringLiteral("%.%1f").arg(decimals);
    }
    const int digits = std::clamp(int(std::ceil(std::log10(size / step))) + 1, 2, 15);
    return QStringLiteral("%.%1g").arg(digits);
}

QList<TimeTick> timeTicks(Micros from, Micros to, int most)
{
    QList<TimeTick> ticks;
    if (from >= to || most < 1)
        return ticks;
    const auto step = std::find_if(timeSteps.begin(), timeSteps.end(), [&](Micros s) { return (to - from) / s < most; });
    if (step == timeSteps.end())
        return monthTicks(from, to, most);
    const Micros distance = *step;
    // Ticks stand at round local times; the offset is that of the range's start (a change of clocks within it moves the later ones).
    const Micros offset = Micros(local(from).offsetFromUtc()) * second;
    Micros time = (from + offset) / distance * distance - offset;
    for (; time < to; time += distance) {
        if (time < from)
            continue;
        const QDateTime when = local(time);
        const bool newDay = distance >= minute && when.time() == QTime(0, 0);
        ticks.append({time, tickLabel(when, distance, newDay), newDay || distance >= day});
    }
    dateFirst(ticks);
    return ticks;
}

QString clockTime(Micros time)
{
    const QDateTime when = local(time);
    const QString clock = when.toString(QStringLiteral("HH:mm:ss.zzz"));
    return when.date() == QDate::currentDate() ? clock : dayLabel(when.date()) + u' ' + clock;
}

QString clockSeconds(Micros time)
{
    const QDateTime when = local(time);
    const QString clock = when.toString(QStringLiteral("HH:mm:ss"));
    return when.date() == QDate::currentDate() ? clock : dayLabel(when.date()) + u' ' + clock;
}

} // namespace muster::scale
