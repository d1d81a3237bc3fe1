#include "ui/models/groupmodel.h"

#include <algorithm>

namespace muster {

GroupModel::GroupModel(Fleet &fleet, DynamicGroups *dynamic, QObject *parent)
    : QAbstractItemModel(parent)
    , m_fleet(fleet)
    , m_dynamic(dynamic)
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
    if (dynamic) {
        connect(dynamic, &DynamicGroups::changed, this, &GroupModel::syncDynamic);
        connect(dynamic, &DynamicGroups::countsChanged, this, &GroupModel::tellDynamic);
        syncDynamic();
    }
    sync();
    recount();
}

void GroupModel::syncDynamic()
{
    const QModelIndex root = indexOf(GroupId {});
    const auto place = [this](qsizetype row) { return int(m_children.value({}).size() + row); };
    for (qsizetype row = m_dynamicRows.size() - 1; row >= 0; --row) {
        if (m_dynamic->find(m_dynamicRows.at(row)))
            continue;
        beginRemoveRows(root, place(row), place(row));
        m_dynamicRows.removeAt(row);
        endRemoveRows();
    }
    const QList<DynamicGroup> all = m_dynamic->all();
    for (const DynamicGroup &group : all) {
        if (m_dynamicRows.contains(group.id))
            continue;
        beginInsertRows(root, place(m_dynamicRows.size()), place(m_dynamicRows.size()));
        m_dynamicRows.append(group.id);
        endInsertRows();
    }
    tellDynamic();
}

void GroupModel::tellDynamic()
{
    if (!m_dynamicRows.isEmpty())
        Q_EMIT dataChanged(indexOfDynamic(m_dynamicRows.first()), indexOfDynamic(m_dynamicRows.last()));
}

DynamicGroupId GroupModel::dynamicAt(const QModelIndex &index) const
{
    return isDynamic(index) ? DynamicGroupId {quint32(index.internalId() & ~dynamicBit)} : DynamicGroupId {};
}

QModelIndex GroupModel::indexOfDynamic(DynamicGroupId group) const
{
    const qsizetype row = m_dynamicRows.indexOf(group);
    return row < 0 ? QModelIndex() : createIndex(int(m_children.value({}).size() + row), 0, quintptr(group.n) | dynamicBit);
}

QVariant GroupModel::dynamicData(DynamicGroupId id, int role) const
{
    const DynamicGroup *group = m_dynamic->find(id);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return group ? group->name : QString();
    case CountRole:
        return int(m_dynamic->count(id));
    case DynamicRole:
        return true;
    default:
        return {};
    }
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
    if (index.isValid() && !isDynamic(index))
        m_fleet.adopt(devices, groupAt(index));
}

QModelIndex GroupModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    const QList<GroupId> children = m_children.value(groupAt(parent));
    if (row >= children.size())
        return createIndex(row, column, quintptr(m_dynamicRows.at(row - children.size()).n) | dynamicBit);
    return createIndex(row, column, quintptr(children.at(row).n));
}

QModelIndex GroupModel::parent(const QModelIndex &index) const
{
    if (isDynamic(index))
        return indexOf(GroupId {});
    const GroupId group = groupAt(index);
    return index.isValid() && group.isValid() ? indexOf(m_parents.value(group)) : QModelIndex();
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 1;
    if (parent.column() != 0 || isDynamic(parent))
        return 0;
    const GroupId group = groupAt(parent);
    return int(m_children.value(group).size() + (group.isValid() ? 0 : m_dynamicRows.size()));
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
    if (isDynamic(index))
        return dynamicData(dynamicAt(index), role);
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
    const QString name = value.toString().simplified();
    if (const DynamicGroup *dynamic = m_dynamic ? m_dynamic->find(dynamicAt(index)) : nullptr; dynamic && role == Qt::EditRole)
        return m_dynamic->change({dynamic->id, name, dynamic->query}).has_value();
    const GroupId group = groupAt(index);
    if (role != Qt::EditRole || !group.isValid() || name.isEmpty())
        return false;
    m_fleet.renameGroup(group, name);
    return true;
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    if (isDynamic(index))
        return QAbstractItemModel::flags(index) | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = QAbstractItemModel::flags(index) | Qt::ItemIsDropEnabled;
    if (groupAt(index).isValid())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace muster
