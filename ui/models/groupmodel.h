#pragma once

#include "core/fleet.h"
#include "ui/models/cellwords.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QTimer>

namespace muster {

/// The groups of the fleet as a tree below "All devices" (group 0), with the number of devices in and below each. Editing a name renames
/// the group; take() is what a drop does.
class GroupModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr int recountMs = 100;

    explicit GroupModel(Fleet &fleet, QObject *parent = nullptr);

    void setWords(CellWords words) { m_words = std::move(words); }
    [[nodiscard]] GroupId groupAt(const QModelIndex &index) const { return {quint32(index.internalId())}; }
    [[nodiscard]] QModelIndex indexOf(GroupId group) const;
    /// Puts devices into the group of that row, and into the fleet if they are not in it.
    void take(const QList<DeviceId> &devices, const QModelIndex &index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void sync();
    void removeGone(GroupId parent);
    void forget(GroupId group);
    void recount();

    Fleet &m_fleet;
    QHash<GroupId, QList<GroupId>> m_children;
    QHash<GroupId, GroupId> m_parents;
    QHash<GroupId, int> m_counts;
    QTimer m_recount;
    CellWords m_words;
};

} // namespace muster
