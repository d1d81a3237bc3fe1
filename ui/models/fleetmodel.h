#pragma once

#include "ui/models/cellwords.h"
#include "ui/models/dirtyids.h"
#include "ui/models/fleetorder.h"
#include "ui/models/wordfilter.h"

#include <QAbstractTableModel>

namespace muster {

/// The fleet as a table: the devices of one group that pass the filter, sorted. Holds only which device is in which row; everything else
/// is asked of the Fleet when a cell is painted. Filters and sorts itself, since a proxy would do both anew for every value that
/// arrives: a device that comes, goes or changes its name finds its place by bisection, and a table sorted by values is put in
/// order again at most every resortMs, so rows do not jump under the mouse.
class FleetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int resortMs = 2'000;

    explicit FleetModel(Fleet &fleet, QObject *parent = nullptr);

    void setWords(CellWords words) { m_words = std::move(words); }
    void setGroup(GroupId group);
    [[nodiscard]] GroupId group() const { return m_group; }
    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    /// Which metric the Value and Trend columns show; empty: each device's main one.
    void setMetricKey(const QString &key);
    [[nodiscard]] const FleetOrder &order() const { return m_order; }

    [[nodiscard]] DeviceId deviceAt(int row) const { return m_rows.value(row); }
    [[nodiscard]] int rowOf(DeviceId id) const; ///< -1: not shown
    [[nodiscard]] MetricId metricAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void listen();
    void update(const QList<DeviceId> &devices);
    void updateOne(DeviceId id);
    void refresh();
    void removeAll(const QList<DeviceId> &leaving);
    void insertMissing(const QList<DeviceId> &next);
    void readGroups();
    [[nodiscard]] bool isWanted(DeviceId id) const;
    [[nodiscard]] QList<DeviceId> wanted() const;

    void insert(int at, const QList<DeviceId> &devices);
    void remove(int first, int last);
    void arrange(const QList<DeviceId> &devices);
    void number(int from);
    void markMetrics(const QList<MetricId> &metrics);
    void tell(const QList<quint32> &ids);
    [[nodiscard]] QVariant columnTitle(int column) const;

    Fleet &m_fleet;
    FleetOrder m_order;
    WordFilter m_filter;
    GroupId m_group {};
    QSet<GroupId> m_groups; ///< m_group and those below it
    QList<DeviceId> m_rows;
    std::vector<int> m_rowOf; ///< by device id; -1: none
    DirtyIds m_dirty;
    QTimer m_resort;
    CellWords m_words;
};

} // namespace muster
