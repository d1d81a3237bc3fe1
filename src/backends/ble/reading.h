#pragma once

#include "core/device.h"

#include <QList>

#include <limits>

namespace muster::ble {

/// What a number of a Bluetooth document means: a row of a static table, so that a reading is cheap.
struct Quantity
{
    const char *key = "";
    const char *unit = "";
    MetricType type = MetricType::Number;
    int decimals = -1;
    double lowest = -std::numeric_limits<double>::infinity();  ///< below it the value is absurd and is not passed on
    double highest = std::numeric_limits<double>::infinity();
    const char *off = nullptr; ///< Boolean: words for 0 and 1
    const char *on = nullptr;
    Role role = Role::None;
    bool diagnostic = false;

    [[nodiscard]] bool believes(double value) const { return value >= lowest && value <= highest; }
};

/// One value as an advertisement or a characteristic carried it.
struct Reading
{
    const Quantity *what = nullptr; ///< outlives everything
    int ordinal = 1;                ///< the how manieth of its quantity: temperature, temperature_2 …
    double value = 0;
    QString text {};                ///< Text and Event
};

using Readings = QList<Reading>;

/// "temperature", "temperature_2".
[[nodiscard]] QString keyOf(const Quantity &what, int ordinal);
/// "pm25" → "PM2.5", "dew_point" → "Dew point": for people.
[[nodiscard]] QString nameOf(const Quantity &what, int ordinal);
[[nodiscard]] Metric metricOf(const Quantity &what, int ordinal);

/// Appends unless the value is absurd; says whether it did.
bool add(Readings &readings, const Quantity &what, double value, int ordinal = 1);
void addText(Readings &readings, const Quantity &what, const QString &text, int ordinal = 1);

} // namespace muster::ble
