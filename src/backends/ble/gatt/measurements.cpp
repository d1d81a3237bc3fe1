#include "backends/ble/gatt/records.h"

namespace muster::ble::gatt {

namespace {

constexpr Quantity heartRate {.key = "heart_rate", .unit = "bpm"};
constexpr Quantity energyExpended {.key = "energy_expended", .unit = "kJ"};
constexpr Quantity beat {.key = "rr_interval", .unit = "s"};
constexpr Quantity wheelTurns {.key = "cumulative_wheel_revolutions"};
constexpr Quantity wheelTime {.key = "last_wheel_event_time", .unit = "s", .diagnostic = true};
constexpr Quantity crankTurns {.key = "cumulative_crank_revolutions"};
constexpr Quantity crankTime {.key = "last_crank_event_time", .unit = "s", .diagnostic = true};
constexpr Quantity power {.key = "instantaneous_power", .unit = "W"};
constexpr Quantity balance {.key = "pedal_power_balance", .unit = "%"};
constexpr Quantity torque {.key = "accumulated_torque", .unit = "Nm"};
constexpr Quantity energy {.key = "accumulated_energy", .unit = "kJ"};
constexpr Quantity speed {.key = "instantaneous_speed", .unit = "m/s"};
constexpr Quantity cadence {.key = "instantaneous_cadence", .unit = "rpm"};
constexpr Quantity stride {.key = "instantaneous_stride_length", .unit = "m"};
constexpr Quantity distance {.key = "total_distance", .unit = "m"};
constexpr Quantity latitude {.key = "latitude", .unit = "°", .decimals = 7, .lowest = -90, .highest = 90};
constexpr Quantity longitude {.key = "longitude", .unit = "°", .decimals = 7, .lowest = -180, .highest = 180};
constexpr Quantity elevation {.key = "elevation", .unit = "m"};
constexpr Quantity heading {.key = "heading", .unit = "°", .lowest = 0, .highest = 360};
constexpr Quantity rollingTime {.key = "rolling_time", .unit = "s", .diagnostic = true};
constexpr Quantity utcTime {.key = "utc_time", .type = MetricType::Text, .diagnostic = true};
constexpr Quantity timestamp {.key = "timestamp", .type = MetricType::Text, .diagnostic = true};
constexpr Quantity userId {.key = "user_id", .diagnostic = true};
constexpr Quantity temperature {.key = "temperature", .unit = "°C", .lowest = -273.15};
constexpr Quantity temperatureType {.key = "temperature_type", .diagnostic = true};
constexpr Quantity weight {.key = "weight", .unit = "kg"};
constexpr Quantity pounds {.key = "weight", .unit = "lb"};
constexpr Quantity bmi {.key = "bmi", .unit = "kg/m²"};
constexpr Quantity height {.key = "height", .unit = "m"};
constexpr Quantity inches {.key = "height", .unit = "in"};
constexpr Quantity systolic {.key = "systolic", .unit = "mmHg"};
constexpr Quantity diastolic {.key = "diastolic", .unit = "mmHg"};
constexpr Quantity meanPressure {.key = "mean_arterial_pressure", .unit = "mmHg"};
constexpr Quantity pulse {.key = "pulse", .unit = "bpm"};
constexpr Quantity spo2 {.key = "spo2", .unit = "%", .lowest = 0, .highest = 100};
constexpr Quantity spo2Fast {.key = "spo2_fast", .unit = "%", .lowest = 0, .highest = 100};
constexpr Quantity pulseFast {.key = "pulse_fast", .unit = "bpm"};
constexpr Quantity spo2Slow {.key = "spo2_slow", .unit = "%", .lowest = 0, .highest = 100};
constexpr Quantity pulseSlow {.key = "pulse_slow", .unit = "bpm"};
constexpr Quantity amplitude {.key = "pulse_amplitude", .unit = "%"};
constexpr Quantity sequence {.key = "sequence", .diagnostic = true};
constexpr Quantity glucose {.key = "glucose", .unit = "kg/l"};
constexpr Quantity glucoseMol {.key = "glucose", .unit = "mol/l"};
constexpr Quantity fat {.key = "body_fat", .unit = "%"};
constexpr Quantity metabolism {.key = "basal_metabolism", .unit = "kJ"};
constexpr Quantity muscleShare {.key = "muscle_percentage", .unit = "%"};
constexpr Quantity muscle {.key = "muscle_mass", .unit = "kg"};
constexpr Quantity fatFree {.key = "fat_free_mass", .unit = "kg"};
constexpr Quantity softLean {.key = "soft_lean_mass", .unit = "kg"};
constexpr Quantity water {.key = "body_water_mass", .unit = "kg"};
constexpr Quantity impedance {.key = "impedance", .unit = "Ω"};
constexpr Quantity vendor {.key = "vendor_id", .diagnostic = true};
constexpr Quantity product {.key = "product_id", .diagnostic = true};
constexpr Quantity version {.key = "product_version", .diagnostic = true};

constexpr quint64 none = ~quint64(0);

constexpr Field when(quint32 bits, Coding coding, int bytes, double divisor, const Quantity *what, quint64 unknown = none)
{
    return {.mask = bits, .wanted = bits, .coding = coding, .bytes = qint8(bytes), .divisor = divisor, .what = what, .unknown = unknown};
}
constexpr Field unless(quint32 bits, Coding coding, int bytes, double divisor, const Quantity *what)
{
    return {.mask = bits, .wanted = 0, .coding = coding, .bytes = qint8(bytes), .divisor = divisor, .what = what};
}
constexpr Field u(int bytes, double divisor, const Quantity *what)
{
    return {.coding = Coding::Unsigned, .bytes = qint8(bytes), .divisor = divisor, .what = what};
}
constexpr Field coded(Coding coding, int bytes, const Quantity *what)
{
    return {.coding = coding, .bytes = qint8(bytes), .what = what};
}
using enum Coding;

// 2A37: bit 0 two bytes of rate, 1 and 2 contact, 3 energy, 4 intervals of 1/1024 s
constexpr Field heart[] {unless(1, Unsigned, 1, 1, &heartRate), when(1, Unsigned, 2, 1, &heartRate),
    when(8, Unsigned, 2, 1, &energyExpended), when(16, Repeated, 2, 1'024, &beat)};
// 2A5B: bit 0 wheel, 1 crank; times of 1/1024 s
constexpr Field cycling[] {when(1, Unsigned, 4, 1, &wheelTurns), when(1, Unsigned, 2, 1'024, &wheelTime), when(2, Unsigned, 2, 1, &crankTurns),
    when(2, Unsigned, 2, 1'024, &crankTime)};
// 2A63: wheel times here of 1/2048 s
constexpr Field cyclingPower[] {coded(Signed, 2, &power), when(1, Unsigned, 1, 2, &balance), when(4, Unsigned, 2, 32, &torque),
    when(16, Unsigned, 4, 1, &wheelTurns), when(16, Unsigned, 2, 2'048, &wheelTime), when(32, Unsigned, 2, 1, &crankTurns),
    when(32, Unsigned, 2, 1'024, &crankTime), when(64, Unsigned, 4, 1, nullptr), when(128, Unsigned, 4, 1, nullptr), when(256, Unsigned, 3, 1, nullptr),
    when(512, Unsigned, 2, 1, nullptr), when(1'024, Unsigned, 2, 1, nullptr), when(2'048, Unsigned, 2, 1, &energy)};
constexpr Field running[] {u(2, 256, &speed), u(1, 1, &cadence), when(1, Unsigned, 2, 100, &stride), when(2, Unsigned, 4, 10, &distance)};
constexpr Field location[] {when(1, Unsigned, 2, 100, &speed), when(2, Unsigned, 3, 10, &distance), when(4, Signed, 4, 1e7, &latitude),
    when(4, Signed, 4, 1e7, &longitude), when(8, Signed, 3, 100, &elevation), when(16, Unsigned, 2, 100, &heading), when(32, Unsigned, 1, 1, &rollingTime),
    when(64, Time, 7, 1, &utcTime)};
// 2A1C, 2A1E: bit 0 °F, which becomes °C here so that one metric has one unit
constexpr Field fahrenheit {.mask = 1, .wanted = 1, .coding = Float, .bytes = 4, .divisor = 9, .what = &temperature, .factor = 5, .offset = -32};
constexpr Field thermometer[] {unless(1, Float, 4, 1, &temperature), fahrenheit, when(2, Time, 7, 1, &timestamp), when(4, Unsigned, 1, 1, &temperatureType)};
// 2A9D: bit 0 pounds and inches; FFFF: the weighing failed; user 255: unknown
constexpr Field scale[] {{.mask = 1, .wanted = 0, .coding = Unsigned, .bytes = 2, .divisor = 200, .what = &weight, .unknown = 0xFFFF},
    when(1, Unsigned, 2, 100, &pounds, 0xFFFF), when(2, Time, 7, 1, &timestamp), when(4, Unsigned, 1, 1, &userId, 0xFF), when(8, Unsigned, 2, 10, &bmi),
    {.mask = 9, .wanted = 8, .coding = Unsigned, .bytes = 2, .divisor = 1'000, .what = &height}, when(9, Unsigned, 2, 10, &inches)};
// 2A35, 2A36: bit 0 kPa, which becomes mmHg here
constexpr Field kilopascal(const Quantity *what)
{
    return {.mask = 1, .wanted = 1, .coding = Sfloat, .bytes = 2, .divisor = 0.133'322'387'415, .what = what};
}
constexpr Field bloodPressure[] {unless(1, Sfloat, 2, 1, &systolic), unless(1, Sfloat, 2, 1, &diastolic), unless(1, Sfloat, 2, 1, &meanPressure),
    kilopascal(&systolic), kilopascal(&diastolic), kilopascal(&meanPressure), when(2, Time, 7, 1, &timestamp), when(4, Sfloat, 2, 1, &pulse),
    when(8, Unsigned, 1, 1, &userId, 0xFF), when(16, Unsigned, 2, 1, nullptr)};
constexpr Field oximeter[] {coded(Sfloat, 2, &spo2), coded(Sfloat, 2, &pulse), when(1, Sfloat, 2, 1, &spo2Fast), when(1, Sfloat, 2, 1, &pulseFast),
    when(2, Sfloat, 2, 1, &spo2Slow), when(2, Sfloat, 2, 1, &pulseSlow), when(4, Unsigned, 2, 1, nullptr), when(8, Unsigned, 3, 1, nullptr),
    when(16, Sfloat, 2, 1, &amplitude)};
constexpr Field spotOximeter[] {coded(Sfloat, 2, &spo2), coded(Sfloat, 2, &pulse), when(1, Time, 7, 1, &timestamp), when(2, Unsigned, 2, 1, nullptr),
    when(4, Unsigned, 3, 1, nullptr), when(8, Sfloat, 2, 1, &amplitude)};
constexpr Field glucoseMeter[] {u(2, 1, &sequence), coded(Time, 7, &timestamp), when(1, Signed, 2, 1, nullptr),
    {.mask = 6, .wanted = 2, .coding = Sfloat, .bytes = 2, .what = &glucose}, when(6, Sfloat, 2, 1, &glucoseMol), when(2, Unsigned, 1, 1, nullptr),
    when(8, Unsigned, 2, 1, nullptr)};
// 2A9C, metric; masses of pounds (bit 0) are left out
constexpr Field mass(quint32 bit, const Quantity *what)
{
    return {.mask = bit | 1U, .wanted = bit, .coding = Unsigned, .bytes = 2, .divisor = 200, .what = what};
}
constexpr Field skipped(quint32 bit)
{
    return when(bit | 1U, Unsigned, 2, 1, nullptr);
}
constexpr Field body[] {{.coding = Unsigned, .bytes = 2, .divisor = 10, .what = &fat, .unknown = 0xFFFF}, when(2, Time, 7, 1, &timestamp),
    when(4, Unsigned, 1, 1, &userId, 0xFF), when(8, Unsigned, 2, 1, &metabolism), when(16, Unsigned, 2, 10, &muscleShare), mass(32, &muscle), skipped(32),
    mass(64, &fatFree), skipped(64), mass(128, &softLean), skipped(128), mass(256, &water), skipped(256), when(512, Unsigned, 2, 10, &impedance),
    mass(1'024, &weight), skipped(1'024), {.mask = 2'049, .wanted = 2'048, .coding = Unsigned, .bytes = 2, .divisor = 1'000, .what = &height}};
constexpr Field plugAndPlay[] {u(1, 1, nullptr), u(2, 1, &vendor), u(2, 1, &product), u(2, 1, &version)};

constexpr Record table[] {
    {0x2A18, 1, glucoseMeter}, {0x2A1C, 1, thermometer}, {0x2A1E, 1, thermometer}, {0x2A35, 1, bloodPressure}, {0x2A36, 1, bloodPressure},
    {0x2A37, 1, heart}, {0x2A50, 0, plugAndPlay}, {0x2A53, 1, running}, {0x2A5B, 1, cycling}, {0x2A5E, 1, spotOximeter}, {0x2A5F, 1, oximeter},
    {0x2A63, 2, cyclingPower}, {0x2A67, 2, location}, {0x2A9C, 2, body}, {0x2A9D, 1, scale},
};

} // namespace

std::span<const Record> records()
{
    return table;
}

} // namespace muster::ble::gatt
