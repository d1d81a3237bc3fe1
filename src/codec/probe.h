#pragma once

#include "codec/profile.h"

#include <array>

namespace muster::codec {

/// What was heard of an unknown port at one line rate.
struct Capture
{
    int baud = 0;           ///< 0: there is none (BLE)
    QByteArray bytes {};
};

/// What it may be. `profile` would read it: rate, framing, decoder, and the columns that were found as fields.
struct Guess
{
    double confidence = 0;  ///< 0 … 1: how much of what was heard makes sense, how hard that is to come by, and how often it did
    int frames = 0;         ///< that made sense
    Profile profile {};

    [[nodiscard]] int baud() const { return profile.baud; }
};

/// Rates in the order in which they are worth a try.
inline constexpr std::array<int, 12> usualRates {115'200, 9'600, 57'600, 38'400, 19'200, 230'400, 4'800, 460'800, 921'600, 2'400, 1'200, 1'000'000};
/// From here on there is no need to listen at other rates.
inline constexpr double conclusive = 0.85;
inline constexpr qsizetype longestCapture = 16 * 1024;  ///< bytes of each that are looked at

/// Guesses, the best one first; none below 0.05. Pure: never writes a byte, and takes any bytes. Tried are text of every kind in lines and
/// between the usual marks, Modbus, COBS and SLIP with every checksum, and the profiles that come with Muster.
///   {115200, "t=21.5 h:40\n…"} → lines, keyvalue, 115200 Bd, 0.9      noise → nothing
[[nodiscard]] QList<Guess> probe(const QList<Capture> &captures);

} // namespace muster::codec
