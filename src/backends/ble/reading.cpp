#include "backends/ble/reading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace muster::ble {

QString keyOf(const Quantity &what, int ordinal)
{
    QString key = QString::fromLatin1(what.key);
    if (ordinal > 1)
        key += u'_' + QString::number(ordinal);
    return key;
}

QString nameOf(const Quantity &what, int ordinal)
{
    static constexpr std::array<std::pair<const char *, const char *>, 9> written {{
        {"pm1", "PM1"},
        {"pm25", "PM2.5"},
        {"pm4", "PM4"},
        {"pm10", "PM10"},
        {"co2", "CO₂"},
        {"tvoc", "TVOC"},
        {"uv_index", "UV index"},
        {"uuid", "UUID"},
        {"spo2", "SpO₂"},
    }};
    const auto *const it = std::find_if(written.begin(), written.end(), [&](const auto &entry) { return qstrcmp(entry.first, what.key) == 0; });
    QString name = QString::fromUtf8(it == written.end() ? what.key : it->second);
    if (it == written.end()) {
        name.replace(u'_', u' ');
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
    }
    if (ordinal > 1)
        name += u' ' + QString::number(ordinal);
    return name;
}

Metric metricOf(const Quantity &what, int ordinal)
{
    Metric metric;
    metric.key = keyOf(what, ordinal);
    metric.name = nameOf(what, ordinal);
    metric.type = what.type;
    metric.unit = QString::fromUtf8(what.unit);
    metric.decimals = what.decimals;
    metric.role = what.role;
    metric.diagnostic = what.diagnostic;
    if (what.off && what.on)
        metric.options = {QString::fromUtf8(what.off), QString::fromUtf8(what.on)};
    return metric;
}

bool add(Readings &readings, const Quantity &what, double value, int ordinal)
{
    if (!what.believes(value)) // nor is NaN believed
        return false;
    readings.append({&what, ordinal, value, {}});
    return true;
}

void addText(Readings &readings, const Quantity &what, const QString &text, int ordinal)
{
    readings.append({&what, ordinal, 0, text});
}

} // namespace muster::ble
