#pragma once

#include "query/dynamicgroups.h"

#include "core/fleet.h"
#include "ui/models/cellwords.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QTimer>

namespace muster {

/// The groups of the fleet as a tree below "All devices" (group 0), with the number of devices in and below each, and after
/// them the dynamic groups. Editing a name renames the group; take() is what a drop does.
class GroupModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr int recountMs = 100;

    /// `dynamic` outlives it; null: there are none.
    explicit GroupModel(Fleet &fleet, DynamicGroups *dynamic = nullptr, QObject *parent = nullptr);

    void setWords(CellWords words) { m_words = std::move(words); }
    /// 0: all devices, or a dynamic group.
    [[nodiscard]] GroupId groupAt(const QModelIndex &index) const { return isDynamic(index) ? GroupId {} : GroupId {quint32(index.internalId())}; }
    /// 0: not a dynamic group.
    [[nodiscard]] DynamicGroupId dynamicAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfDynamic(DynamicGroupId group) const;
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
    void syncDynamic();
    void tellDynamic();
    [[nodiscard]] static bool isDynamic(const QModelIndex &index) { return index.isValid() && (index.internalId() & dynamicBit) != 0; }
    [[nodiscard]] QVariant dynamicData(DynamicGroupId id, int role) const;

    static constexpr quintptr dynamicBit = 0x8000'0000U; ///< of an index' id

    Fleet &m_fleet;
    DynamicGroups *m_dynamic;
    QList<DynamicGroupId> m_dynamicRows; ///< the last ones below "All devices"
    QHash<GroupId, QList<GroupId>> m_children;
    QHash<GroupId, GroupId> m_parents;
    QHash<GroupId, int> m_counts;
    QTimer m_recount;
    CellWords m_words;
};

} // namespace muster
