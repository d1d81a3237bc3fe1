#pragma once

#include "core/device.h"

#include <vector>

namespace muster {

/// Which id a metric had when it was there before, so that it gets the same one again and its history goes on. 16 bytes each, whatever they
/// are called, because there may be many that never come back.
class EarlierMetrics
{
public:
    static constexpr size_t limit = 1 << 22; ///< more are forgotten at once

    EarlierMetrics();

    void add(const QList<KnownMetric> &metrics);
    void add(const KnownMetric &metric);
    /// The id of the newest such metric of a device with one of these addresses, which is then no longer kept here; invalid if there is none.
    [[nodiscard]] MetricId take(const QStringList &addresses, const QString &key, MetricType type);

private:
    struct Entry
    {
        quint64 print = 0; ///< stands for address, key and type
        MetricId id {};
    };
    [[nodiscard]] quint64 print(const QString &address, const QString &key, MetricType type) const;
    [[nodiscard]] static bool before(const Entry &a, const Entry &b) { return a.print != b.print ? a.print < b.print : a.id < b.id; }

    std::vector<Entry> m_entries; ///< sorted
    size_t m_seed;
};

} // namespace muster
