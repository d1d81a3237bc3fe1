#include "rules/sun.h"

#include <QDateTime>

#include <cmath>
#include <numbers>

namespace muster {

namespace {

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

/// Where the sun stands at one time. All angles in degrees; `centuries` since 2000-01-01 12:00 UT.
struct Position
{
    double declination = 0;
    double equationOfTime = 0; ///< minutes that a sundial is ahead of the clock
};

Position positionAt(double centuries)
{
    const double t = centuries;
    const double longitude = 280.46646 + t * (36000.76983 + t * 0.0003032);
    const double anomaly = radians(357.52911 + t * (35999.05029 - 0.0001537 * t));
    const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    const double centre =
        std::sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) + std::sin(2 * anomaly) * (0.019993 - 0.000101 * t) + std::sin(3 * anomaly) * 0.000289;
    const double node = radians(125.04 - 1934.136 * t);
    const double apparent = radians(longitude + centre - 0.00569 - 0.00478 * std::sin(node));
    const double meanObliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
    const double obliquity = radians(meanObliquity + 0.00256 * std::cos(node));

    const double y = std::pow(std::tan(obliquity / 2), 2);
    const double l = radians(longitude);
    const double equation = y * std::sin(2 * l) - 2 * eccentricity * std::sin(anomaly) + 4 * eccentricity * y * std::sin(anomaly) * std::cos(2 * l) -
                            y * y * std::sin(4 * l) / 2 - 1.25 * eccentricity * eccentricity * std::sin(2 * anomaly);
    return {degrees(std::asin(std::sin(obliquity) * std::sin(apparent))), 4 * degrees(equation)};
}

/// Minutes after midnight UTC of `julianDay`, with the sun as it stands `minutes` after it; nothing where it does not reach that height.
std::optional<double> minutesAfterMidnight(double julianDay, double minutes, double zenith, bool rising, const Site &site)
{
    const Position sun = positionAt((julianDay + minutes / 1'440 - 2451545.0) / 36525.0);
    const double latitude = radians(site.latitude);
    const double declination = radians(sun.declination);
    const double cosine = std::cos(radians(zenith)) / (std::cos(latitude) * std::cos(declination)) - std::tan(latitude) * std::tan(declination);
    if (!(std::abs(cosine) <= 1))
        return std::nullopt;
    const double angle = degrees(std::acos(cosine));
    return 720 - 4 * (site.longitude + (rising ? angle : -angle)) - sun.equationOfTime;
}

} // namespace

bool Site::isValid() const
{
    return std::abs(latitude) <= 90 && std::abs(longitude) <= 180;
}

namespace sun {

std::optional<Micros> moment(SunEvent event, QDate date, const Site &site)
{
    if (!date.isValid() || !site.isValid())
        return std::nullopt;
    const bool rising = event == SunEvent::Sunrise || event == SunEvent::Dawn;
    const double zenith = event == SunEvent::Sunrise || event == SunEvent::Sunset ? 90.833 : 96;
    const double julianDay = double(date.toJulianDay()) - 0.5; // at midnight
    // Begun with the sun of noon at the site; twice is exact to a second.
    std::optional<double> minutes = 720 - 4 * site.longitude;
    for (int i = 0; i < 3 && minutes; ++i)
        minutes = minutesAfterMidnight(julianDay, *minutes, zenith, rising, site);
    if (!minutes)
        return std::nullopt;
    return (date.startOfDay(Qt::UTC).toSecsSinceEpoch() + std::llround(*minutes * 60)) * 1'000'000;
}

} // namespace sun
} // namespace muster
