#pragma once

#include "core/fleet.h"

#include <QCollator>

#include <optional>
#include <vector>

namespace muster {

/// What a column of the fleet table tells about a device.
enum class FleetColumn : quint8 { Status, Name, Kind, Link, Model, Seen, Battery, Signal, Value, Trend, Last_ = Trend };

/// Sorts devices by a column: names as people count ("Lamp 2" before "Lamp 10"), what has no value last either way, ties by age in the fleet.
class FleetOrder
{
public:
    explicit FleetOrder(const Fleet &fleet);

    FleetColumn column = FleetColumn::Name;
    Qt::SortOrder direction = Qt::AscendingOrder;
    QString metricKey {}; ///< which metric Value and Trend show; empty: each device's main one

    /// The metric a device shows as its value: the chosen one, else the first of those it declares that is not text, else its first text.
    [[nodiscard]] MetricId valueOf(DeviceId id) const;

    /// Whether the order follows values and so changes by itself.
    [[nodiscard]] bool isLive() const;
    void sort(QList<DeviceId> &devices) const;
    /// Where in sorted `devices` this one belongs.
    [[nodiscard]] int place(const QList<DeviceId> &devices, DeviceId id) const;
    [[nodiscard]] bool inOrder(DeviceId first, DeviceId second) const;

private:
    struct Key
    {
        bool missing = true;
        double number = 0;
        std::optional<QCollatorSortKey> text {};
        DeviceId device {};
    };
    [[nodiscard]] Key key(DeviceId id) const;
    [[nodiscard]] Key metricKeyOf(DeviceId id, MetricId metric) const;
    [[nodiscard]] bool less(const Key &a, const Key &b) const;

    const Fleet &m_fleet;
    QCollator m_collator;
};

} // namespace muster
