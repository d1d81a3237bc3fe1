#pragma once

#include "query/columns.h"

#include "core/fleet.h"

#include <memory>
#include <utility>
#include <vector>

namespace muster {

/// The columns of latest values that somebody reads. What nobody reads costs a number per metric and nothing per sample. Where a device has
/// two metrics whose keys differ in case alone, the one that was known first counts.
class MetricColumns
{
public:
    static constexpr size_t maxIdle = 8; ///< columns kept although nobody reads them at the moment

    using Changes = std::vector<std::pair<const MetricColumn *, QList<DeviceId>>>;

    explicit MetricColumns(const Fleet &fleet);

    void resize(Row rows);
    void learn(const Device &device);
    void forget(Row row);
    /// New latest values; tells which rows of which columns they changed.
    [[nodiscard]] Changes update(const QList<MetricId> &metrics);

    [[nodiscard]] const MetricColumn &lease(Field field, const QString &key);
    void giveBack(const MetricColumn &column);
    [[nodiscard]] QStringList keys(qsizetype most) const;
    [[nodiscard]] size_t size() const { return m_columns.size(); }

private:
    struct Known
    {
        quint32 key = 0; ///< index into m_keys; 0: not known
        Role role = Role::None;
    };
    quint32 intern(const QString &key);
    [[nodiscard]] MetricId ownerOf(const MetricColumn &column, const Device &device) const;
    /// Whether a metric may be what a column shows; `key`: the number of the column's key.
    [[nodiscard]] static bool concerns(const MetricColumn &column, quint32 key, Known metric);
    void refresh(MetricColumn &column, const Device &device);
    static void setValue(MetricColumn &column, Row row, const MetricState &state);
    static quint16 unitCode(MetricColumn &column, const QString &unit);
    static void setSize(MetricColumn &column, Row rows);
    void dropIdle();

    const Fleet &m_fleet;
    Row m_rows = 0;
    QHash<QString, quint32> m_index;                      ///< lower case
    QHash<QString, quint32> m_exact; ///< as written
    QStringList m_keys {QString()};                       ///< as first written
    std::vector<Known> m_known;                           ///< by MetricId
    std::vector<std::unique_ptr<MetricColumn>> m_columns; ///< those unused for longest first
};

} // namespace muster
