#pragma once

#include "backends/ble/reading.h"

/// What several formats measure.
namespace muster::ble::adverts {

inline constexpr Quantity temperature {.key = "temperature", .unit = "°C", .lowest = -273.15, .highest = 1'000};
/// Of a thermometer for rooms: what is beyond its sensor is a fault, not a temperature.
inline constexpr Quantity roomTemperature {.key = "temperature", .unit = "°C", .lowest = -60, .highest = 125};
inline constexpr Quantity humidity {.key = "humidity", .unit = "%", .lowest = 0, .highest = 100};
inline constexpr Quantity battery {.key = "battery", .unit = "%", .lowest = 0, .highest = 100, .role = Role::Battery, .diagnostic = true};
inline constexpr Quantity voltage {.key = "voltage", .unit = "V", .diagnostic = true};
inline constexpr Quantity pressure {.key = "pressure", .unit = "hPa"};
inline constexpr Quantity illuminance {.key = "illuminance", .unit = "lx"};
inline constexpr Quantity pm1 {.key = "pm1", .unit = "µg/m³"};
inline constexpr Quantity pm25 {.key = "pm25", .unit = "µg/m³"};
inline constexpr Quantity pm4 {.key = "pm4", .unit = "µg/m³"};
inline constexpr Quantity pm10 {.key = "pm10", .unit = "µg/m³"};
inline constexpr Quantity co2 {.key = "co2", .unit = "ppm"};
inline constexpr Quantity txPower {.key = "tx_power", .unit = "dBm", .diagnostic = true};

} // namespace muster::ble::adverts
