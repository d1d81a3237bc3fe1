#pragma once

#include "backends/ble/reading.h"
#include "core/sample.h"

#include <optional>

namespace muster::ble::gatt {

/// How fast a bicycle's wheel and cranks turn, from what its sensor counts (2A5B, 2A63): turns so far and when the last one was over. Both roll over. Pure: the
/// time is handed in.
class Revolutions
{
public:
    static constexpr double wheelMetres = 2.105;        ///< how far one turn of the wheel goes: that of a 700 × 25C tyre; sensors do not tell it
    static constexpr Micros standsAfter = 3'000'000;    ///< without a new turn for so long, it stands
    static constexpr double fastestKmh = 150, fastestRpm = 300; ///< above it, a counter was set anew

    /// `characteristic`: its wheel's clock differs.
    explicit Revolutions(quint16 characteristic);

    /// Adds speed and cadence to the readings of one measurement, where they can be told: from the second on.
    void derive(Readings &readings, Micros time);

private:
    struct Counter
    {
        double turnsWrap = 0;   ///< turns until it begins anew
        double timeWrap = 0;    ///< seconds, likewise
        bool seen = false;
        double turns = 0;
        double time = 0;
        Micros turnedAt = 0;    ///< when a turn was heard of last
    };
    [[nodiscard]] static std::optional<double> perSecond(Counter &counter, double turns, double time, Micros now);

    Counter m_wheel;
    Counter m_crank;
    bool m_said = false;        ///< the wheel's circumference
};

} // namespace muster::ble::gatt
