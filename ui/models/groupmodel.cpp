#include "ui/models/groupmodel.h"

#include <algorithm>

namespace muster {

GroupModel::GroupModel(Fleet &fleet, QObject *parent)
    : QAbstractItemModel(parent)
    , m_fleet(fleet)
{
    m_recount.setSingleShot(true);
    m_recount.setInterval(recountMs);
    connect(&m_recount, &QTimer::timeout, this, &GroupModel::recount);
    const auto countSoon = [this] {
        if (!m_recount.isActive())
            m_recount.start();
    };
    connect(&fleet, &Fleet::entriesChanged, this, countSoon);
    connect(&fleet, &Fleet::devicesRemoved, this, countSoon);
    connect(&fleet, &Fleet::groupsChanged, this, [this, countSoon] {
        sync();
        countSoon();
    });
    sync();
    recount();
}

void GroupModel::sync()
{
    removeGone({});
    for (const Group &group : m_fleet.groups()) {
        const GroupId parent = m_fleet.group(group.parent) ? group.parent : GroupId {};
        if (m_parents.contains(group.id) || (parent.isValid() && !m_parents.contains(parent)))
            continue;
        QList<GroupId> &siblings = m_children[parent];
        beginInsertRows(indexOf(parent), int(siblings.size()), int(siblings.size()));
        siblings.append(group.id);
        m_parents.insert(group.id, parent);
        endInsertRows();
    }
    for (auto it = m_parents.cbegin(); it != m_parents.cend(); ++it) {
        const QModelIndex index = indexOf(it.key());
        Q_EMIT dataChanged(index, index);
    }
}

void GroupModel::removeGone(GroupId parent)
{
    for (int row = int(m_children.value(parent).size()) - 1; row >= 0; --row) {
        const GroupId id = m_children.value(parent).at(row);
        const Group *group = m_fleet.group(id);
        if (group && (group->parent == parent || !m_fleet.group(group->parent))) {
            removeGone(id);
            continue;
        }
        beginRemoveRows(indexOf(parent), row, row);
        forget(id);
        m_children[parent].removeAt(row);
        endRemoveRows();
    }
}

void GroupModel::forget(GroupId group)
{
    const QList<GroupId> below = m_children.take(group);
    for (const GroupId id : below)
        forget(id);
    m_parents.remove(group);
    m_counts.remove(group);
}

void GroupModel::recount()
{
    QHash<GroupId, int> counts;
    const QList<DeviceId> members = m_fleet.members();
    counts[{}] = int(members.size());
    for (const DeviceId id : members) {
        const FleetEntry *entry = m_fleet.entry(id);
        QSet<GroupId> within;
        for (const GroupId own : entry->groups) {
            for (GroupId group = own; group.isValid() && !within.contains(group); group = m_parents.value(group))
                within.insert(group);
        }
        for (const GroupId group : std::as_const(within))
            ++counts[group];
    }
    if (counts == m_counts)
        return;
    m_counts = counts;
    const QModelIndex all = indexOf(GroupId {});
    Q_EMIT dataChanged(all, all);
    for (auto it = m_parents.cbegin(); it != m_parents.cend(); ++it) {
        const QModelIndex index = indexOf(it.key());
        Q_EMIT dataChanged(index, index);
    }
}

QModelIndex GroupModel::indexOf(GroupId group) const
{
    if (!group.isValid())
        return createIndex(0, 0, quintptr(0));
    const auto parent = m_parents.constFind(group);
    if (parent == m_parents.constEnd())
        return {};
    return createIndex(int(m_children.value(*parent).indexOf(group)), 0, quintptr(group.n));
}

void GroupModel::take(const QList<DeviceId> &devices, const QModelIndex &index)
{
    if (index.isValid())
        m_fleet.adopt(devices, groupAt(index));
}

QModelIndex GroupModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    return createIndex(row, column, quintptr(m_children.value(groupAt(parent)).at(row).n));
}

QModelIndex GroupModel::parent(const QModelIndex &index) const
{
    const GroupId group = groupAt(index);
    return index.isValid() && group.isValid() ? indexOf(m_parents.value(group)) : QModelIndex();
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 1;
    return parent.column() == 0 ? int(m_children.value(groupAt(parent)).size()) : 0;
}

int GroupModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isWordRole(role) && m_words)
        return m_words(index, role);
    const GroupId id = groupAt(index);
    const Group *group = m_fleet.group(id);
    switch (role) {
    case Qt::DisplayRole:
        return id.isValid() ? QVariant(group ? group->name : QString()) : tr("All devices");
    case Qt::EditRole:
        return group ? group->name : QString();
    case GroupRole:
        return id.n;
    case CountRole:
        return m_counts.value(id);
    default:
        return {};
    }
}

bool GroupModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const GroupId group = groupAt(index);
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !group.isValid() || name.isEmpty())
        return false;
    m_fleet.renameGroup(group, name);
    return true;
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index) | Qt::ItemIsDropEnabled;
    if (groupAt(index).isValid())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace muster
