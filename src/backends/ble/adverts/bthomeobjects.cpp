#include "backends/ble/adverts/bthomeobjects.h"

#include <algorithm>
#include <iterator>

namespace muster::ble::adverts {

namespace {

// bthome.io/format: object id, bytes (negative: signed), factor as a fraction so that 2506 becomes 25.06 exactly, meaning. Ids ascend.
constexpr BthomeObject objects[] {
    {0x01, 1, 1, 1, {.key = "battery", .unit = "%", .lowest = 0, .highest = 100, .role = Role::Battery, .diagnostic = true}},
    {0x02, -2, 1, 100, {.key = "temperature", .unit = "°C", .lowest = -273.15}},
    {0x03, 2, 1, 100, {.key = "humidity", .unit = "%", .lowest = 0, .highest = 100}},
    {0x04, 3, 1, 100, {.key = "pressure", .unit = "hPa"}},
    {0x05, 3, 1, 100, {.key = "illuminance", .unit = "lx"}},
    {0x06, 2, 1, 100, {.key = "mass", .unit = "kg"}},
    {0x07, 2, 1, 100, {.key = "mass", .unit = "lb"}},
    {0x08, -2, 1, 100, {.key = "dewpoint", .unit = "°C", .lowest = -273.15}},
    {0x09, 1, 1, 1, {.key = "count"}},
    {0x0A, 3, 1, 1000, {.key = "energy", .unit = "kWh"}},
    {0x0B, 3, 1, 100, {.key = "power", .unit = "W"}},
    {0x0C, 2, 1, 1000, {.key = "voltage", .unit = "V"}},
    {0x0D, 2, 1, 1, {.key = "pm25", .unit = "µg/m³"}},
    {0x0E, 2, 1, 1, {.key = "pm10", .unit = "µg/m³"}},
    {0x0F, 1, 1, 1, {.key = "generic_boolean", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Off", .on = "On"}},
    {0x10, 1, 1, 1, {.key = "power_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Off", .on = "On"}},
    {0x11, 1, 1, 1, {.key = "opening", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Closed", .on = "Open"}},
    {0x12, 2, 1, 1, {.key = "co2", .unit = "ppm"}},
    {0x13, 2, 1, 1, {.key = "tvoc", .unit = "µg/m³"}},
    {0x14, 2, 1, 100, {.key = "moisture", .unit = "%", .lowest = 0, .highest = 100}},
    {0x15, 1, 1, 1, {.key = "battery_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Normal", .on = "Low", .diagnostic = true}},
    {0x16, 1, 1, 1, {.key = "battery_charging", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Not Charging", .on = "Charging", .diagnostic = true}},
    {0x17, 1, 1, 1, {.key = "carbon_monoxide", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Not detected", .on = "Detected"}},
    {0x18, 1, 1, 1, {.key = "cold", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Normal", .on = "Cold"}},
    {0x19, 1, 1, 1, {.key = "connectivity", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Disconnected", .on = "Connected"}},
    {0x1A, 1, 1, 1, {.key = "door", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Closed", .on = "Open"}},
    {0x1B, 1, 1, 1, {.key = "garage_door", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Closed", .on = "Open"}},
    {0x1C, 1, 1, 1, {.key = "gas_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"}},
    {0x1D, 1, 1, 1, {.key = "heat", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Normal", .on = "Hot"}},
    {0x1E, 1, 1, 1, {.key = "light", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "No light", .on = "Light detected"}},
    {0x1F, 1, 1, 1, {.key = "lock", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Locked", .on = "Unlocked"}},
    {0x20, 1, 1, 1, {.key = "moisture_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Dry", .on = "Wet"}},
    {0x21, 1, 1, 1, {.key = "motion", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"}},
    {0x22, 1, 1, 1, {.key = "moving", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Not moving", .on = "Moving"}},
    {0x23, 1, 1, 1, {.key = "occupancy", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"}},
    {0x24, 1, 1, 1, {.key = "plug", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Unplugged", .on = "Plugged in"}},
    {0x25, 1, 1, 1, {.key = "presence", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Away", .on = "Home"}},
    {0x26, 1, 1, 1, {.key = "problem", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "OK", .on = "Problem", .diagnostic = true}},
    {0x27, 1, 1, 1, {.key = "running", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Not Running", .on = "Running"}},
    {0x28, 1, 1, 1, {.key = "safety", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Unsafe", .on = "Safe"}},
    {0x29, 1, 1, 1, {.key = "smoke", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"}},
    {0x2A, 1, 1, 1, {.key = "sound", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"}},
    {0x2B, 1, 1, 1, {.key = "tamper", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Off", .on = "On", .diagnostic = true}},
    {0x2C, 1, 1, 1, {.key = "vibration", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"}},
    {0x2D, 1, 1, 1, {.key = "window", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Closed", .on = "Open"}},
    {0x2E, 1, 1, 1, {.key = "humidity", .unit = "%", .lowest = 0, .highest = 100}},
    {0x2F, 1, 1, 1, {.key = "moisture", .unit = "%", .lowest = 0, .highest = 100}},
    {0x3D, 2, 1, 1, {.key = "count"}},
    {0x3E, 4, 1, 1, {.key = "count"}},
    {0x3F, -2, 1, 10, {.key = "rotation", .unit = "°"}},
    {0x40, 2, 1, 1, {.key = "distance_mm", .unit = "mm"}},
    {0x41, 2, 1, 10, {.key = "distance_m", .unit = "m"}},
    {0x42, 3, 1, 1000, {.key = "duration", .unit = "s"}},
    {0x43, 2, 1, 1000, {.key = "current", .unit = "A"}},
    {0x44, 2, 1, 100, {.key = "speed", .unit = "m/s"}},
    {0x45, -2, 1, 10, {.key = "temperature", .unit = "°C", .lowest = -273.15}},
    {0x46, 1, 1, 10, {.key = "uv_index"}},
    {0x47, 2, 1, 10, {.key = "volume", .unit = "L"}},
    {0x48, 2, 1, 1, {.key = "volume", .unit = "mL"}},
    {0x49, 2, 1, 1000, {.key = "volume_flow_rate", .unit = "m³/h"}},
    {0x4A, 2, 1, 10, {.key = "voltage", .unit = "V"}},
    {0x4B, 3, 1, 1000, {.key = "gas", .unit = "m³"}},
    {0x4C, 4, 1, 1000, {.key = "gas", .unit = "m³"}},
    {0x4D, 4, 1, 1000, {.key = "energy", .unit = "kWh"}},
    {0x4E, 4, 1, 1000, {.key = "volume", .unit = "L"}},
    {0x4F, 4, 1, 1000, {.key = "water", .unit = "L"}},
    {0x51, 2, 1, 1000, {.key = "acceleration", .unit = "m/s²"}},
    {0x52, 2, 1, 1000, {.key = "gyroscope", .unit = "°/s"}},
    {0x55, 4, 1, 1000, {.key = "volume_storage", .unit = "L"}},
    {0x56, 2, 1, 1, {.key = "conductivity", .unit = "µS/cm"}},
    {0x57, -1, 1, 1, {.key = "temperature", .unit = "°C", .lowest = -273.15}},
    {0x58, -1, 35, 100, {.key = "temperature", .unit = "°C", .lowest = -273.15}},
    {0x59, -1, 1, 1, {.key = "count"}},
    {0x5A, -2, 1, 1, {.key = "count"}},
    {0x5B, -4, 1, 1, {.key = "count"}},
    {0x5C, -4, 1, 100, {.key = "power", .unit = "W"}},
    {0x5D, -2, 1, 1000, {.key = "current", .unit = "A"}},
    {0x5E, 2, 1, 100, {.key = "direction", .unit = "°", .lowest = 0, .highest = 360}},
    {0x5F, 2, 1, 10, {.key = "precipitation", .unit = "mm"}},
    {0x60, 1, 1, 1, {.key = "channel"}},
    {0x61, 2, 1, 1, {.key = "rotational_speed", .unit = "rpm"}},
    {0x62, -4, 1, 1000000, {.key = "speed", .unit = "m/s"}},
    {0x63, -4, 1, 1000000, {.key = "acceleration", .unit = "m/s²"}},
    {0x64, 1, 1, 1, {.key = "light_level", .lowest = 0, .highest = 2}},
    {0x65, 1, 1, 1, {.key = "settings_revision", .diagnostic = true}},
};

} // namespace

const BthomeObject *bthomeObject(quint8 id)
{
    const auto *const it = std::lower_bound(std::begin(objects), std::end(objects), id, [](const BthomeObject &object, quint8 wanted) { return object.id < wanted; });
    return it != std::end(objects) && it->id == id ? it : nullptr;
}

} // namespace muster::ble::adverts
