#pragma once

#include "core/sample.h"

#include <QDate>

#include <optional>

namespace muster {

/// A place on Earth, in degrees: north and east are positive.
struct Site
{
    double latitude = 0;
    double longitude = 0;

    /// Numbers that are a place: latitude -90…90, longitude -180…180.
    [[nodiscard]] bool isValid() const;
    friend bool operator==(const Site &, const Site &) = default;
};

/// Dawn and dusk are the civil ones: the sun 6° below the horizon.
enum class SunEvent : quint8 { Sunrise, Sunset, Dawn, Dusk };

namespace sun {

/// When it happens on the solar day `date` (the one around noon of that date at the site), to about a minute between 72° south and north, less well
/// beyond; nothing where the sun does not rise or set on that day. After Jean Meeus, Astronomical Algorithms, as in NOAA's solar calculator
/// (gml.noaa.gov/grad/solcalc); sunrise and sunset are those of the sun's upper edge, with refraction: 0.833° below the horizon.
/// Example: Berlin (52.52, 13.405), 2026-06-21, Sunset → 19:33 UTC.
[[nodiscard]] std::optional<Micros> moment(SunEvent event, QDate date, const Site &site);

} // namespace sun
} // namespace muster
