#pragma once

#include "ui/models/cellwords.h"
#include "ui/models/dirtyids.h"
#include "ui/models/wordfilter.h"

#include <QAbstractItemModel>
#include <QCollator>
#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace muster {

/// What could join: connection → the devices seen there that are not in the fleet, and which of them nobody has looked at yet.
/// Holds row order and the marks of the new ones; a connection has a row while it has a device.
class DiscoveredModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit DiscoveredModel(const Fleet &fleet, QObject *parent = nullptr);

    void setWords(CellWords words) { m_words = std::move(words); }
    [[nodiscard]] int newCount() const { return int(m_new.size()); }
    [[nodiscard]] qsizetype deviceCount() const { return m_places.size(); }
    /// Somebody has looked: nothing is new any more.
    void markSeen();
    [[nodiscard]] QModelIndex indexOf(DeviceId id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void newCountChanged(int count);

private:
    struct Branch
    {
        ConnectionId connection {};
        QList<DeviceId> devices {};
    };
    struct Place
    {
        Branch *branch = nullptr;
        int row = 0;
    };
    void update(const QList<DeviceId> &devices);
    void welcome(const QList<DeviceId> &devices);
    void remove(Branch &branch, const QList<int> &rows);
    void insert(ConnectionId connection, const QList<DeviceId> &devices);
    void renumber(Branch &branch, int from);
    void dropEmpty();
    void tell(const QList<quint32> &ids);
    void noticeNew(qsizetype before);
    [[nodiscard]] Branch *branch(ConnectionId connection) const;
    [[nodiscard]] QModelIndex indexOf(const Branch &branch) const;
    [[nodiscard]] QVariant branchData(const Branch &branch, const QModelIndex &index, int role) const;

    const Fleet &m_fleet;
    std::vector<std::unique_ptr<Branch>> m_branches;
    QHash<DeviceId, Place> m_places;
    QSet<DeviceId> m_new;
    DirtyIds m_dirty;
    CellWords m_words;
};

/// Discovered devices by name, those that contain every word of a filter.
class DiscoveredFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    DiscoveredFilter(const Fleet &fleet, DiscoveredModel &model, QObject *parent = nullptr);

    void setFilter(const QString &text);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const Fleet &m_fleet;
    WordFilter m_filter;
    QCollator m_collator;
};

} // namespace muster
