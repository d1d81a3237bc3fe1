#include "analysis/units.h"

#include <QHash>

#include <array>

namespace muster::units {

namespace {

enum Dimension : quint8 {
    Temperature = 1,
    Length,
    Mass,
    Time,
    Speed,
    Pressure,
    Energy,
    Power,
    Current,
    Voltage,
    Resistance,
    Charge,
    Frequency,
    Volume,
    Flow,
    Area,
    Angle,
    Part,
    Data,
    DataRate,
    Force,
    Illuminance,
    Apparent,
    Reactive,
    Acceleration,
    MassConcentration,
    Irradiance,
};

struct Entry
{
    const char *names; ///< the symbol first, then other spellings, each behind a |
    Dimension dimension;
    double factor;
    double offset = 0;
};

// Factors: BIPM, "The International System of Units", 9th edition, tables 3 to 8; those of other systems, all exact by definition unless
// marked ~: NIST Special Publication 811 (2008), appendix B.8. Example: 1 psi = 6 894.757 Pa; 68 °F = 20 °C.
constexpr double inch = 0.0254;
constexpr double pound = 0.45359237;
constexpr double gravity = 9.80665;
constexpr double litre = 1e-3;
constexpr double usGallon = 3.785411784e-3;
constexpr double pi = 3.14159265358979323846;
constexpr std::array entries {
    Entry {"°C|℃|degC|C|celsius", Temperature, 1, 273.15}, Entry {"°F|℉|degF|F|fahrenheit", Temperature, 5.0 / 9, 459.67 * 5.0 / 9},
    Entry {"K|kelvin", Temperature, 1},
    Entry {"m", Length, 1}, Entry {"mm", Length, 1e-3}, Entry {"cm", Length, 1e-2}, Entry {"km", Length, 1e3}, Entry {"µm|μm|um", Length, 1e-6},
    Entry {"in|inch|\"", Length, inch}, Entry {"ft|foot", Length, 12 * inch}, Entry {"yd", Length, 36 * inch}, Entry {"mi|mile", Length, 63360 * inch},
    Entry {"kg", Mass, 1}, Entry {"g", Mass, 1e-3}, Entry {"mg", Mass, 1e-6}, Entry {"t", Mass, 1e3}, Entry {"lb|lbs", Mass, pound},
    Entry {"oz", Mass, pound / 16},
    Entry {"s|sec", Time, 1}, Entry {"ms", Time, 1e-3}, Entry {"µs|μs|us", Time, 1e-6}, Entry {"min", Time, 60}, Entry {"h|hr", Time, 3600},
    Entry {"d|day", Time, 86400},
    Entry {"m/s", Speed, 1}, Entry {"km/h|kph", Speed, 1 / 3.6}, Entry {"mph|mi/h", Speed, 63360 * inch / 3600}, Entry {"kn|kt", Speed, 1852.0 / 3600},
    Entry {"ft/s", Speed, 12 * inch}, Entry {"mm/h", Speed, 1e-3 / 3600}, Entry {"in/h", Speed, inch / 3600}, Entry {"mm/d", Speed, 1e-3 / 86400},
    Entry {"Pa", Pressure, 1}, Entry {"hPa", Pressure, 100}, Entry {"kPa", Pressure, 1e3}, Entry {"MPa", Pressure, 1e6}, Entry {"bar", Pressure, 1e5},
    Entry {"mbar", Pressure, 100}, Entry {"psi", Pressure, pound * gravity / (inch * inch)}, Entry {"atm", Pressure, 101325},
    Entry {"mmHg", Pressure, 133.322387415}, Entry {"inHg", Pressure, 3386.388640341}, // ~ at 0 °C
    Entry {"J", Energy, 1}, Entry {"kJ", Energy, 1e3}, Entry {"MJ", Energy, 1e6}, Entry {"GJ", Energy, 1e9}, Entry {"Wh", Energy, 3600},
    Entry {"kWh", Energy, 3.6e6}, Entry {"MWh", Energy, 3.6e9}, Entry {"GWh", Energy, 3.6e12}, Entry {"cal", Energy, 4.184}, Entry {"kcal", Energy, 4184},
    Entry {"BTU|Btu", Energy, 1055.05585262},
    Entry {"W", Power, 1}, Entry {"mW", Power, 1e-3}, Entry {"kW", Power, 1e3}, Entry {"MW", Power, 1e6}, Entry {"GW", Power, 1e9},
    Entry {"hp", Power, 550 * 12 * inch * pound * gravity}, Entry {"PS", Power, 75 * gravity}, Entry {"BTU/h|Btu/h", Power, 1055.05585262 / 3600},
    Entry {"A", Current, 1}, Entry {"mA", Current, 1e-3}, Entry {"µA|μA|uA", Current, 1e-6}, Entry {"kA", Current, 1e3},
    Entry {"V", Voltage, 1}, Entry {"mV", Voltage, 1e-3}, Entry {"µV|μV|uV", Voltage, 1e-6}, Entry {"kV", Voltage, 1e3},
    Entry {"Ω|Ω|ohm", Resistance, 1}, Entry {"mΩ", Resistance, 1e-3}, Entry {"kΩ|kOhm", Resistance, 1e3}, Entry {"MΩ", Resistance, 1e6},
    Entry {"As", Charge, 1}, Entry {"Ah", Charge, 3600}, Entry {"mAh", Charge, 3.6},
    Entry {"Hz", Frequency, 1}, Entry {"kHz", Frequency, 1e3}, Entry {"MHz", Frequency, 1e6}, Entry {"GHz", Frequency, 1e9},
    Entry {"rpm|1/min|min⁻¹", Frequency, 1.0 / 60}, Entry {"1/s|s⁻¹", Frequency, 1},
    Entry {"m³|m3", Volume, 1}, Entry {"L|l", Volume, litre}, Entry {"mL|ml", Volume, litre * 1e-3}, Entry {"hL|hl", Volume, 0.1},
    Entry {"cm³|cm3", Volume, 1e-6}, Entry {"gal", Volume, usGallon}, Entry {"ft³|ft3", Volume, 1728 * inch * inch * inch},
    Entry {"m³/h|m3/h", Flow, 1.0 / 3600}, Entry {"m³/s|m3/s", Flow, 1}, Entry {"L/min|l/min", Flow, litre / 60}, Entry {"L/h|l/h", Flow, litre / 3600},
    Entry {"L/s|l/s", Flow, litre}, Entry {"gal/min|gpm", Flow, usGallon / 60}, Entry {"ft³/min|cfm|CFM", Flow, 1728 * inch * inch * inch / 60},
    Entry {"m²|m2", Area, 1}, Entry {"km²|km2", Area, 1e6}, Entry {"ha", Area, 1e4}, Entry {"ft²|ft2", Area, 144 * inch * inch},
    Entry {"°|deg", Angle, pi / 180}, Entry {"rad", Angle, 1},
    Entry {"%", Part, 1e-2}, Entry {"‰", Part, 1e-3}, Entry {"ppm", Part, 1e-6}, Entry {"ppb", Part, 1e-9}, Entry {"1", Part, 1},
    Entry {"bit", Data, 1}, Entry {"B", Data, 8}, Entry {"kB|KB", Data, 8e3}, Entry {"MB", Data, 8e6}, Entry {"GB", Data, 8e9}, Entry {"TB", Data, 8e12},
    Entry {"KiB", Data, 8.0 * 1024}, Entry {"MiB", Data, 8.0 * 1024 * 1024}, Entry {"GiB", Data, 8.0 * 1024 * 1024 * 1024},
    Entry {"bit/s|bps", DataRate, 1}, Entry {"kbit/s|kbps", DataRate, 1e3}, Entry {"Mbit/s|Mbps", DataRate, 1e6}, Entry {"Gbit/s|Gbps", DataRate, 1e9},
    Entry {"B/s", DataRate, 8}, Entry {"kB/s|KB/s", DataRate, 8e3}, Entry {"MB/s", DataRate, 8e6}, Entry {"KiB/s", DataRate, 8.0 * 1024},
    Entry {"MiB/s", DataRate, 8.0 * 1024 * 1024},
    Entry {"N", Force, 1}, Entry {"kN", Force, 1e3}, Entry {"lbf", Force, pound * gravity},
    Entry {"lx|lux", Illuminance, 1}, Entry {"fc", Illuminance, 1 / (144 * inch * inch)},
    Entry {"VA", Apparent, 1}, Entry {"kVA", Apparent, 1e3}, Entry {"var|VAr", Reactive, 1}, Entry {"kvar|kVAr", Reactive, 1e3},
    Entry {"m/s²|m/s2", Acceleration, 1}, Entry {"mm/s²", Acceleration, 1e-3}, Entry {"gₙ|g0", Acceleration, gravity},
    Entry {"µg/m³|μg/m³|ug/m3", MassConcentration, 1e-9}, Entry {"mg/m³|mg/m3", MassConcentration, 1e-6}, Entry {"g/m³|g/m3", MassConcentration, 1e-3},
    Entry {"W/m²|W/m2", Irradiance, 1}, Entry {"kW/m²", Irradiance, 1e3},
};

QStringList namesOf(const Entry &entry)
{
    return QString::fromUtf8(entry.names).split(u'|');
}

const QHash<QString, Unit> &table()
{
    static const QHash<QString, Unit> known = [] {
        QHash<QString, Unit> made;
        for (const Entry &entry : entries) {
            const QStringList names = namesOf(entry);
            for (const QString &name : names)
                made.insert(name, {entry.dimension, entry.factor, entry.offset});
        }
        return made;
    }();
    return known;
}

} // namespace

const Unit *find(QStringView name)
{
    const auto it = table().constFind(name.trimmed().toString());
    return it == table().cend() ? nullptr : &*it;
}

Conversion between(const Unit &from, const Unit &to)
{
    Q_ASSERT(from.dimension == to.dimension);
    return {from.factor / to.factor, (from.offset - to.offset) / to.factor};
}

QStringList symbols(const Unit *like)
{
    QStringList found;
    for (const Entry &entry : entries) {
        if (!like || like->dimension == entry.dimension)
            found.append(namesOf(entry).constFirst());
    }
    return found;
}

} // namespace muster::units
