#include "backends/ble/gatt/records.h"

#include <array>
#include <iterator>
#include <vector>

namespace muster::ble::gatt {

namespace {

/// A characteristic that is one number or text.
struct Single
{
    quint16 characteristic = 0;
    Quantity what {};
    Field field {};
};

constexpr Single singles[] {
    {0x2A07, {.key = "tx_power", .unit = "dBm", .diagnostic = true}, {.coding = Coding::Signed, .bytes = 1}},
    {0x2A19, {.key = "battery", .unit = "%", .lowest = 0, .highest = 100, .role = Role::Battery, .diagnostic = true}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A24, {.key = "model", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A25, {.key = "serial_number", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A26, {.key = "firmware", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A27, {.key = "hardware", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A28, {.key = "software", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A29, {.key = "manufacturer", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A00, {.key = "device_name", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Text}},
    {0x2A2B, {.key = "current_time", .type = MetricType::Text, .diagnostic = true}, {.coding = Coding::Time, .bytes = 7}},
    {0x2A2C, {.key = "magnetic_declination", .unit = "°", .lowest = 0, .highest = 360}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100}},
    {0x2A38, {.key = "body_sensor_location", .diagnostic = true}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A58, {.key = "analog"}, {.coding = Coding::Unsigned, .bytes = 2}},
    {0x2A5D, {.key = "sensor_location", .diagnostic = true}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A6C, {.key = "elevation", .unit = "m"}, {.coding = Coding::Signed, .bytes = 3, .divisor = 100}},
    {0x2A6D, {.key = "pressure", .unit = "Pa"}, {.coding = Coding::Unsigned, .bytes = 4, .divisor = 10}},
    {0x2A6E, {.key = "temperature", .unit = "°C", .lowest = -273.15}, {.coding = Coding::Signed, .bytes = 2, .divisor = 100, .unknown = 0x8000}},
    {0x2A6F, {.key = "humidity", .unit = "%", .lowest = 0, .highest = 100}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100, .unknown = 0xFFFF}},
    {0x2A70, {.key = "true_wind_speed", .unit = "m/s"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100}},
    {0x2A71, {.key = "true_wind_direction", .unit = "°", .lowest = 0, .highest = 360}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100}},
    {0x2A72, {.key = "apparent_wind_speed", .unit = "m/s"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100}},
    {0x2A73, {.key = "apparent_wind_direction", .unit = "°", .lowest = 0, .highest = 360}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100}},
    {0x2A74, {.key = "gust_factor"}, {.coding = Coding::Unsigned, .bytes = 1, .divisor = 10}},
    {0x2A75, {.key = "pollen_concentration", .unit = "/m³"}, {.coding = Coding::Unsigned, .bytes = 3}},
    {0x2A76, {.key = "uv_index"}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A77, {.key = "irradiance", .unit = "W/m²"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 10}},
    {0x2A78, {.key = "rainfall", .unit = "mm"}, {.coding = Coding::Unsigned, .bytes = 2}},
    {0x2A79, {.key = "wind_chill", .unit = "°C"}, {.coding = Coding::Signed, .bytes = 1}},
    {0x2A7A, {.key = "heat_index", .unit = "°C"}, {.coding = Coding::Signed, .bytes = 1}},
    {0x2A7B, {.key = "dew_point", .unit = "°C"}, {.coding = Coding::Signed, .bytes = 1}},
    {0x2A80, {.key = "age", .unit = "a", .diagnostic = true}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A8D, {.key = "maximum_heart_rate", .unit = "bpm", .diagnostic = true}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A8E, {.key = "height", .unit = "m"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100}},
    {0x2A92, {.key = "resting_heart_rate", .unit = "bpm", .diagnostic = true}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A96, {.key = "vo2_max", .unit = "ml/kg/min"}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2A98, {.key = "weight", .unit = "kg"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 200}},
    {0x2AA3, {.key = "barometric_pressure_trend"}, {.coding = Coding::Unsigned, .bytes = 1}},
    {0x2AE7, {.key = "color_rendering_index"}, {.coding = Coding::Signed, .bytes = 1}},
    {0x2AE8, {.key = "coefficient"}, {.coding = Coding::Float32, .bytes = 4}},
    {0x2AE9, {.key = "correlated_color_temperature", .unit = "K"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2AEA, {.key = "count"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2AEB, {.key = "count"}, {.coding = Coding::Unsigned, .bytes = 3, .unknown = 0xFFFFFF}},
    {0x2AEE, {.key = "electric_current", .unit = "A"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 100, .unknown = 0xFFFF}},
    {0x2AF2, {.key = "energy", .unit = "kWh"}, {.coding = Coding::Unsigned, .bytes = 3, .unknown = 0xFFFFFF}},
    {0x2AF9, {.key = "generic_level"}, {.coding = Coding::Unsigned, .bytes = 2}},
    {0x2AFB, {.key = "illuminance", .unit = "lx"}, {.coding = Coding::Unsigned, .bytes = 3, .divisor = 100, .unknown = 0xFFFFFF}},
    {0x2AFC, {.key = "luminous_efficacy", .unit = "lm/W"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 10, .unknown = 0xFFFF}},
    {0x2AFD, {.key = "luminous_energy", .unit = "klm·h"}, {.coding = Coding::Unsigned, .bytes = 3, .unknown = 0xFFFFFF}},
    {0x2AFE, {.key = "luminous_exposure", .unit = "klx·h"}, {.coding = Coding::Unsigned, .bytes = 3, .unknown = 0xFFFFFF}},
    {0x2AFF, {.key = "luminous_flux", .unit = "lm"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2B01, {.key = "luminous_intensity", .unit = "cd"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2B02, {.key = "mass_flow", .unit = "g/s"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2B03, {.key = "perceived_lightness"}, {.coding = Coding::Unsigned, .bytes = 2}},
    {0x2B04, {.key = "percentage", .unit = "%"}, {.coding = Coding::Unsigned, .bytes = 1, .divisor = 2, .unknown = 0xFF}},
    {0x2B05, {.key = "power", .unit = "W"}, {.coding = Coding::Unsigned, .bytes = 3, .divisor = 10, .unknown = 0xFFFFFF}},
    {0x2B0D, {.key = "temperature", .unit = "°C"}, {.coding = Coding::Signed, .bytes = 1, .divisor = 2, .unknown = 0x7F}},
    {0x2B12, {.key = "duration", .unit = "h"}, {.coding = Coding::Unsigned, .bytes = 1, .divisor = 10, .unknown = 0xFF}},
    {0x2B15, {.key = "duration", .unit = "s"}, {.coding = Coding::Unsigned, .bytes = 3, .divisor = 1000, .unknown = 0xFFFFFF}},
    {0x2B14, {.key = "duration", .unit = "h"}, {.coding = Coding::Unsigned, .bytes = 3, .unknown = 0xFFFFFF}},
    {0x2B16, {.key = "duration", .unit = "s"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2B17, {.key = "duration", .unit = "s"}, {.coding = Coding::Unsigned, .bytes = 1, .unknown = 0xFF}},
    {0x2B18, {.key = "voltage", .unit = "V"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 64, .unknown = 0xFFFF}},
    {0x2B1B, {.key = "volume_flow", .unit = "l/s"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 1000, .unknown = 0xFFFF}},
    {0x2B8C, {.key = "co2", .unit = "ppm"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2BCF, {.key = "ammonia", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD0, {.key = "carbon_monoxide", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD1, {.key = "methane", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD2, {.key = "nitrogen_dioxide", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD3, {.key = "nmvoc", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD4, {.key = "ozone", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD5, {.key = "pm1", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD6, {.key = "pm25", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD7, {.key = "pm10", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BD8, {.key = "sulfur_dioxide", .unit = "kg/m³"}, {.coding = Coding::Sfloat, .bytes = 2}},
    {0x2BDF, {.key = "high_temperature", .unit = "°C", .lowest = -273.15}, {.coding = Coding::Signed, .bytes = 2, .divisor = 2, .unknown = 0x8000}},
    {0x2BE0, {.key = "high_voltage", .unit = "V"}, {.coding = Coding::Unsigned, .bytes = 3, .divisor = 64, .unknown = 0xFFFFFF}},
    {0x2BE2, {.key = "light_output", .unit = "lm"}, {.coding = Coding::Unsigned, .bytes = 3, .unknown = 0xFFFFFF}},
    {0x2BE4, {.key = "noise", .unit = "dB"}, {.coding = Coding::Unsigned, .bytes = 1, .unknown = 0xFF}},
    {0x2BE7, {.key = "tvoc", .unit = "ppb"}, {.coding = Coding::Unsigned, .bytes = 2, .unknown = 0xFFFF}},
    {0x2BE8, {.key = "voltage_frequency", .unit = "Hz"}, {.coding = Coding::Unsigned, .bytes = 2, .divisor = 256, .unknown = 0xFFFF}},
};

// Magnetic flux density, in two and in three dimensions.
constexpr Quantity flux[] {{.key = "magnetic_flux_x", .unit = "T"}, {.key = "magnetic_flux_y", .unit = "T"}, {.key = "magnetic_flux_z", .unit = "T"}};
constexpr std::array<Field, 3> fluxFields {{
    {.coding = Coding::Signed, .bytes = 2, .divisor = 1e7, .what = &flux[0]},
    {.coding = Coding::Signed, .bytes = 2, .divisor = 1e7, .what = &flux[1]},
    {.coding = Coding::Signed, .bytes = 2, .divisor = 1e7, .what = &flux[2]},
}};

} // namespace

std::span<const Record> scalarRecords()
{
    static const std::vector<Field> fields = [] {
        std::vector<Field> made;
        for (const Single &single : singles) {
            made.push_back(single.field);
            made.back().what = &single.what;
        }
        return made;
    }();
    static const std::vector<Record> records = [] {
        std::vector<Record> made;
        for (size_t i = 0; i < std::size(singles); ++i)
            made.push_back({singles[i].characteristic, 0, std::span(fields).subspan(i, 1)});
        made.push_back({0x2AA0, 0, std::span(fluxFields).first(2)});
        made.push_back({0x2AA1, 0, fluxFields});
        return made;
    }();
    return records;
}

} // namespace muster::ble::gatt
