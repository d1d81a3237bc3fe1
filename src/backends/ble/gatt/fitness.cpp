#include "backends/ble/gatt/records.h"

namespace muster::ble::gatt {

namespace {

constexpr Quantity speed {.key = "instantaneous_speed", .unit = "km/h"};
constexpr Quantity averageSpeed {.key = "average_speed", .unit = "km/h"};
constexpr Quantity cadence {.key = "instantaneous_cadence", .unit = "rpm"};
constexpr Quantity averageCadence {.key = "average_cadence", .unit = "rpm"};
constexpr Quantity distance {.key = "total_distance", .unit = "m"};
constexpr Quantity resistance {.key = "resistance_level"};
constexpr Quantity power {.key = "instantaneous_power", .unit = "W"};
constexpr Quantity averagePower {.key = "average_power", .unit = "W"};
constexpr Quantity energy {.key = "total_energy", .unit = "kcal"};
constexpr Quantity energyPerHour {.key = "energy_per_hour", .unit = "kcal"};
constexpr Quantity energyPerMinute {.key = "energy_per_minute", .unit = "kcal"};
constexpr Quantity heartRate {.key = "heart_rate", .unit = "bpm"};
constexpr Quantity equivalent {.key = "metabolic_equivalent"};
constexpr Quantity elapsed {.key = "elapsed_time", .unit = "s"};
constexpr Quantity remaining {.key = "remaining_time", .unit = "s"};
constexpr Quantity inclination {.key = "inclination", .unit = "%"};
constexpr Quantity ramp {.key = "ramp_angle_setting", .unit = "°"};
constexpr Quantity ascent {.key = "positive_elevation_gain", .unit = "m"};
constexpr Quantity descent {.key = "negative_elevation_gain", .unit = "m"};
constexpr Quantity pace {.key = "instantaneous_pace", .unit = "s"};
constexpr Quantity averagePace {.key = "average_pace", .unit = "s"};
constexpr Quantity force {.key = "force_on_belt", .unit = "N"};
constexpr Quantity output {.key = "power_output", .unit = "W"};
constexpr Quantity stepRate {.key = "step_per_minute", .unit = "/min"};
constexpr Quantity averageStepRate {.key = "average_step_rate", .unit = "/min"};
constexpr Quantity strideCount {.key = "stride_count"};
constexpr Quantity strokeRate {.key = "stroke_rate", .unit = "/min"};
constexpr Quantity strokeCount {.key = "stroke_count"};
constexpr Quantity averageStrokeRate {.key = "average_stroke_rate", .unit = "/min"};

using enum Coding;

constexpr Field when(quint32 bit, Coding coding, int bytes, double divisor, const Quantity *what, quint64 unknown = ~quint64(0))
{
    return {.mask = bit, .wanted = bit, .coding = coding, .bytes = qint8(bytes), .divisor = divisor, .what = what, .unknown = unknown};
}
constexpr Field unless(quint32 bit, Coding coding, int bytes, double divisor, const Quantity *what)
{
    return {.mask = bit, .wanted = 0, .coding = coding, .bytes = qint8(bytes), .divisor = divisor, .what = what};
}
/// In tens.
constexpr Field level(quint32 bit)
{
    return {.mask = bit, .wanted = bit, .coding = Unsigned, .bytes = 1, .what = &resistance, .factor = 10};
}

// Bit 0 says that more follows in another packet; the first value is there if it is not set.
constexpr Field bike[] {unless(1, Unsigned, 2, 100, &speed), when(2, Unsigned, 2, 100, &averageSpeed), when(4, Unsigned, 2, 2, &cadence),
    when(8, Unsigned, 2, 2, &averageCadence), when(16, Unsigned, 3, 1, &distance), level(32), when(64, Signed, 2, 1, &power),
    when(128, Signed, 2, 1, &averagePower), when(256, Unsigned, 2, 1, &energy, 0xFFFF), when(256, Unsigned, 2, 1, &energyPerHour, 0xFFFF),
    when(256, Unsigned, 1, 1, &energyPerMinute, 0xFF), when(512, Unsigned, 1, 1, &heartRate), when(1'024, Unsigned, 1, 10, &equivalent),
    when(2'048, Unsigned, 2, 1, &elapsed), when(4'096, Unsigned, 2, 1, &remaining)};
constexpr Field treadmill[] {unless(1, Unsigned, 2, 100, &speed), when(2, Unsigned, 2, 100, &averageSpeed), when(4, Unsigned, 3, 1, &distance),
    when(8, Signed, 2, 10, &inclination, 0x7FFF), when(8, Signed, 2, 10, &ramp, 0x7FFF), when(16, Unsigned, 2, 10, &ascent),
    when(16, Unsigned, 2, 10, &descent), when(32, Unsigned, 2, 1, &pace), when(64, Unsigned, 2, 1, &averagePace),
    when(128, Unsigned, 2, 1, &energy, 0xFFFF), when(128, Unsigned, 2, 1, &energyPerHour, 0xFFFF), when(128, Unsigned, 1, 1, &energyPerMinute, 0xFF),
    when(256, Unsigned, 1, 1, &heartRate), when(512, Unsigned, 1, 10, &equivalent), when(1'024, Unsigned, 2, 1, &elapsed),
    when(2'048, Unsigned, 2, 1, &remaining), when(4'096, Signed, 2, 1, &force, 0x7FFF), when(4'096, Signed, 2, 1, &output, 0x7FFF)};
constexpr Field crossTrainer[] {unless(1, Unsigned, 2, 100, &speed), when(2, Unsigned, 2, 100, &averageSpeed), when(4, Unsigned, 3, 1, &distance),
    when(8, Unsigned, 2, 1, &stepRate, 0xFFFF), when(8, Unsigned, 2, 1, &averageStepRate, 0xFFFF), when(16, Unsigned, 2, 10, &strideCount),
    when(32, Unsigned, 2, 1, &ascent), when(32, Unsigned, 2, 1, &descent), when(64, Signed, 2, 10, &inclination, 0x7FFF),
    when(64, Signed, 2, 10, &ramp, 0x7FFF), level(128), when(256, Signed, 2, 1, &power), when(512, Signed, 2, 1, &averagePower),
    when(1'024, Unsigned, 2, 1, &energy, 0xFFFF), when(1'024, Unsigned, 2, 1, &energyPerHour, 0xFFFF), when(1'024, Unsigned, 1, 1, &energyPerMinute, 0xFF),
    when(2'048, Unsigned, 1, 1, &heartRate), when(4'096, Unsigned, 1, 10, &equivalent), when(8'192, Unsigned, 2, 1, &elapsed),
    when(16'384, Unsigned, 2, 1, &remaining)};
constexpr Field rower[] {unless(1, Unsigned, 1, 2, &strokeRate), unless(1, Unsigned, 2, 1, &strokeCount), when(2, Unsigned, 1, 2, &averageStrokeRate),
    when(4, Unsigned, 3, 1, &distance), when(8, Unsigned, 2, 1, &pace), when(16, Unsigned, 2, 1, &averagePace), when(32, Signed, 2, 1, &power),
    when(64, Signed, 2, 1, &averagePower), level(128), when(256, Unsigned, 2, 1, &energy, 0xFFFF), when(256, Unsigned, 2, 1, &energyPerHour, 0xFFFF),
    when(256, Unsigned, 1, 1, &energyPerMinute, 0xFF), when(512, Unsigned, 1, 1, &heartRate), when(1'024, Unsigned, 1, 10, &equivalent),
    when(2'048, Unsigned, 2, 1, &elapsed), when(4'096, Unsigned, 2, 1, &remaining)};

constexpr Record table[] {{0x2ACD, 2, treadmill}, {0x2ACE, 3, crossTrainer}, {0x2AD1, 2, rower}, {0x2AD2, 2, bike}};

} // namespace

std::span<const Record> fitnessRecords()
{
    return table;
}

} // namespace muster::ble::gatt
