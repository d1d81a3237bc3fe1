#include "backends/ble/gatt/revolutions.h"

#include <string_view>
#include <utility>

namespace muster::ble::gatt {

namespace {

constexpr Quantity speed {.key = "speed", .unit = "km/h", .decimals = 1};
constexpr Quantity cadence {.key = "cadence", .unit = "rpm", .decimals = 0};
constexpr Quantity circumference {.key = "wheel_circumference", .unit = "m", .diagnostic = true};

std::optional<double> valueOf(const Readings &readings, std::string_view key)
{
    for (const Reading &reading : readings) {
        if (key == reading.what->key)
            return reading.value;
    }
    return std::nullopt;
}

/// From one reading of a counter to the next, which may have begun anew meanwhile.
double step(double from, double to, double wrap)
{
    return to >= from ? to - from : to - from + wrap;
}

} // namespace

// Times are u16 of 1/1024 s, a power meter's wheel times of 1/2048 s; the wheel's turns are u32, the crank's u16.
Revolutions::Revolutions(quint16 characteristic)
    : m_wheel {.turnsWrap = 4'294'967'296.0, .timeWrap = characteristic == 0x2A63 ? 32.0 : 64.0}
    , m_crank {.turnsWrap = 65'536.0, .timeWrap = 64.0}
{
}

// Nothing: it cannot be told. 10 turns in 2.5 s: 4 a second. Behind a silence in which the clock may have gone round, counting begins anew.
std::optional<double> Revolutions::perSecond(Counter &counter, double turns, double time, Micros now)
{
    const bool isFirst = !std::exchange(counter.seen, true);
    const double turned = step(counter.turns, turns, counter.turnsWrap);
    const double took = step(counter.time, time, counter.timeWrap);
    const Micros silence = now - counter.turnedAt;
    if (!isFirst && turned == 0)
        return silence >= standsAfter ? std::optional(0.0) : std::nullopt;
    counter.turns = turns;
    counter.time = time;
    counter.turnedAt = now;
    const bool isSure = !isFirst && took > 0 && double(silence) < (counter.timeWrap - 1) * 1e6;
    return isSure ? std::optional(turned / took) : std::nullopt;
}

void Revolutions::derive(Readings &readings, Micros time)
{
    const auto wheelTurns = valueOf(readings, "cumulative_wheel_revolutions");
    const auto wheelTime = valueOf(readings, "last_wheel_event_time");
    const auto crankTurns = valueOf(readings, "cumulative_crank_revolutions");
    const auto crankTime = valueOf(readings, "last_crank_event_time");
    if (wheelTurns && wheelTime) {
        if (const auto rate = perSecond(m_wheel, *wheelTurns, *wheelTime, time); rate && *rate * wheelMetres * 3.6 <= fastestKmh) {
            add(readings, speed, *rate * wheelMetres * 3.6);
            if (!std::exchange(m_said, true))
                add(readings, circumference, wheelMetres);
        }
    }
    if (crankTurns && crankTime) {
        if (const auto rate = perSecond(m_crank, *crankTurns, *crankTime, time); rate && *rate * 60 <= fastestRpm)
            add(readings, cadence, *rate * 60);
    }
}

} // namespace muster::ble::gatt
