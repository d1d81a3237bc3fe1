#pragma once

#include <QString>
#include <QStringList>

namespace muster::units {

/// A unit of measurement: how many of its dimension's base unit it is. base = value · factor + offset.
struct Unit
{
    int dimension = 0; ///< only units of the same dimension can be converted; > 0
    double factor = 1;
    double offset = 0; ///< temperatures that do not begin at absolute zero

    friend bool operator==(const Unit &, const Unit &) = default;
};

/// What a unit's symbol or name means ("°C", "degC", "kWh", "m³/h", "m3/h"). Case counts (mW, MW), a few spellings of it aside. Null: not known.
[[nodiscard]] const Unit *find(QStringView name);

/// From one unit to another: to = value · factor + offset.
struct Conversion
{
    double factor = 1;
    double offset = 0;
};

/// The dimensions must be the same.
[[nodiscard]] Conversion between(const Unit &from, const Unit &to);

/// The symbols of everything `unit` can be converted to; of all units for a null one. For completion and for error messages.
[[nodiscard]] QStringList symbols(const Unit *like = nullptr);

} // namespace muster::units
