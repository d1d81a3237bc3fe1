#pragma once

#include "ui/models/cellwords.h"
#include "ui/models/dirtyids.h"
#include "ui/models/fleetorder.h"

#include "query/livequery.h"

#include <QAbstractTableModel>

#include <memory>

namespace muster {

/// The fleet as a table: the devices of one group that fit the query of the search box, sorted. The group may be a dynamic one: a query of
/// its own. A query's sort: counts until a column is chosen, its limit: cuts what is shown. Holds only which device is in which row; everything else
/// is asked of the Fleet when a cell is painted. Filters and sorts itself, since a proxy would do both anew for every value that
/// arrives: a device that comes, goes or changes its name finds its place by bisection, and a table sorted by values is put in
/// order again at most every resortMs, so rows do not jump under the mouse.
class FleetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int resortMs = 2'000;

    /// Without `columns`, which outlive it, it makes its own.
    explicit FleetModel(Fleet &fleet, FleetColumns *columns = nullptr, QObject *parent = nullptr);
    ~FleetModel() override;

    void setWords(CellWords words) { m_words = std::move(words); }
    void setGroup(GroupId group);
    [[nodiscard]] GroupId group() const { return m_group; }
    /// The devices that fit this, instead of a group; a query that accepts all ends it.
    void setBase(const Query &query);
    /// In the fleet query language. What cannot be understood changes nothing.
    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltered() const { return m_search != nullptr; }
    /// Whether a query's sort: decides the order of the rows.
    [[nodiscard]] bool isOrderedByQuery() const { return orderedBy() != nullptr; }
    /// All devices of the group, whatever the search box says.
    [[nodiscard]] QList<DeviceId> scope() const;
    /// What the person should know about the running query; empty: nothing.
    [[nodiscard]] QString problem() const;
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

Q_SIGNALS:
    void orderedByChanged();

private:
    void listen();
    [[nodiscard]] std::unique_ptr<LiveQuery> answered(const Query &query);
    [[nodiscard]] LiveQuery *orderedBy() const;
    [[nodiscard]] bool fits(DeviceId id) const;
    void requery(const QList<DeviceId> &devices);
    void catchUp();
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
    std::unique_ptr<FleetColumns> m_ownColumns;
    FleetColumns &m_columns;
    std::unique_ptr<LiveQuery> m_base;   ///< of a dynamic group; null: none
    std::unique_ptr<LiveQuery> m_search; ///< null: everything
    int m_limit = 0;                     ///< of the search; 0: none
    bool m_columnChosen = false;         ///< after the queries were set
    GroupId m_group {};
    QSet<GroupId> m_groups; ///< m_group and those below it
    QList<DeviceId> m_rows;
    std::vector<int> m_rowOf; ///< by device id; -1: none
    DirtyIds m_dirty;
    QTimer m_resort;
    int m_refreshMs = 0; ///< what it took last
    QTimer m_catchUp; ///< many entered or left: again, but never for more than a part of the time
    CellWords m_words;
};

} // namespace muster
