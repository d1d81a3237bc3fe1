#include "ui/models/discoveredmodel.h"

#include <algorithm>

namespace muster {

DiscoveredModel::DiscoveredModel(const Fleet &fleet, QObject *parent)
    : QAbstractItemModel(parent)
    , m_fleet(fleet)
    , m_dirty(this)
{
    connect(&fleet, &Fleet::devicesAdded, this, &DiscoveredModel::welcome);
    connect(&fleet, &Fleet::devicesChanged, this, &DiscoveredModel::update);
    connect(&fleet, &Fleet::devicesRemoved, this, &DiscoveredModel::update);
    connect(&fleet, &Fleet::entriesChanged, this, &DiscoveredModel::update);
    connect(&fleet, &Fleet::statusesChanged, this, [this](const QList<DeviceId> &devices) {
        for (const DeviceId id : devices) {
            if (m_places.contains(id))
                m_dirty.mark(id.n);
        }
    });
    connect(&m_dirty, &DirtyIds::due, this, &DiscoveredModel::tell);
    welcome(fleet.devices());
}

// Only what was never here is new, not what came back out of the fleet.
void DiscoveredModel::welcome(const QList<DeviceId> &devices)
{
    const qsizetype before = m_new.size();
    for (const DeviceId id : devices) {
        if (!m_fleet.isMember(id))
            m_new.insert(id);
    }
    update(devices);
    noticeNew(before);
}

DiscoveredModel::Branch *DiscoveredModel::branch(ConnectionId connection) const
{
    const auto it = std::find_if(m_branches.begin(), m_branches.end(), [connection](const auto &b) { return b->connection == connection; });
    return it == m_branches.end() ? nullptr : it->get();
}

// Sorts the devices into those that leave their branch, those that enter one and those that only look different.
void DiscoveredModel::update(const QList<DeviceId> &devices)
{
    const qsizetype newBefore = m_new.size();
    QHash<Branch *, QList<int>> leaving;
    QHash<ConnectionId, QList<DeviceId>> entering;
    for (const DeviceId id : devices) {
        const Device *device = m_fleet.device(id);
        const bool wanted = device && !m_fleet.isMember(id);
        const Place place = m_places.value(id);
        if (place.branch && wanted && place.branch->connection == device->connection) {
            m_dirty.mark(id.n);
            continue;
        }
        if (place.branch)
            leaving[place.branch].append(place.row);
        if (wanted)
            entering[device->connection].append(id);
        if (!wanted)
            m_new.remove(id);
    }
    for (auto it = leaving.begin(); it != leaving.end(); ++it)
        remove(*it.key(), it.value());
    for (auto it = entering.begin(); it != entering.end(); ++it)
        insert(it.key(), it.value());
    dropEmpty();
    noticeNew(newBefore);
}

void DiscoveredModel::remove(Branch &branch, const QList<int> &rows)
{
    const auto runs = rowRuns(rows, rows.size());
    const QModelIndex parent = indexOf(branch);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows(parent, run->first, run->second);
        for (int row = run->first; row <= run->second; ++row)
            m_places.remove(branch.devices.at(row));
        branch.devices.remove(run->first, run->second - run->first + 1);
        endRemoveRows();
    }
    renumber(branch, runs.first().first);
}

void DiscoveredModel::insert(ConnectionId connection, const QList<DeviceId> &devices)
{
    Branch *there = branch(connection);
    if (!there) {
        const int row = int(m_branches.size());
        beginInsertRows({}, row, row);
        m_branches.push_back(std::make_unique<Branch>(Branch {connection, {}}));
        there = m_branches.back().get();
        endInsertRows();
    }
    const int first = int(there->devices.size());
    beginInsertRows(indexOf(*there), first, first + int(devices.size()) - 1);
    there->devices += devices;
    renumber(*there, first);
    endInsertRows();
}

void DiscoveredModel::renumber(Branch &branch, int from)
{
    for (int row = from; row < branch.devices.size(); ++row)
        m_places.insert(branch.devices.at(row), {&branch, row});
}

void DiscoveredModel::dropEmpty()
{
    for (int row = int(m_branches.size()) - 1; row >= 0; --row) {
        if (!m_branches[size_t(row)]->devices.isEmpty())
            continue;
        beginRemoveRows({}, row, row);
        m_branches.erase(m_branches.begin() + row);
        endRemoveRows();
    }
}

void DiscoveredModel::noticeNew(qsizetype before)
{
    if (m_new.size() == before)
        return;
    for (const auto &branch : m_branches) {
        const QModelIndex index = indexOf(*branch);
        Q_EMIT dataChanged(index, index);
    }
    Q_EMIT newCountChanged(newCount());
}

void DiscoveredModel::markSeen()
{
    if (m_new.isEmpty())
        return;
    for (const DeviceId id : std::as_const(m_new))
        m_dirty.mark(id.n);
    m_new.clear();
    noticeNew(-1);
}

void DiscoveredModel::tell(const QList<quint32> &ids)
{
    QHash<Branch *, QList<int>> rows;
    for (const quint32 id : ids) {
        if (const Place place = m_places.value(DeviceId {id}); place.branch)
            rows[place.branch].append(place.row);
    }
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        const QModelIndex parent = indexOf(*it.key());
        for (const auto &[first, last] : rowRuns(it.value()))
            Q_EMIT dataChanged(index(first, 0, parent), index(last, 0, parent));
    }
}

QModelIndex DiscoveredModel::indexOf(const Branch &branch) const
{
    const auto it = std::find_if(m_branches.begin(), m_branches.end(), [&branch](const auto &b) { return b.get() == &branch; });
    return createIndex(int(it - m_branches.begin()), 0, nullptr);
}

QModelIndex DiscoveredModel::indexOf(DeviceId id) const
{
    const Place place = m_places.value(id);
    return place.branch ? createIndex(place.row, 0, place.branch) : QModelIndex();
}

QModelIndex DiscoveredModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_branches[size_t(parent.row())].get() : nullptr);
}

QModelIndex DiscoveredModel::parent(const QModelIndex &index) const
{
    const auto *branch = static_cast<const Branch *>(index.internalPointer());
    return branch ? indexOf(*branch) : QModelIndex();
}

int DiscoveredModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_branches.size());
    const bool isBranch = !parent.internalPointer() && parent.column() == 0;
    return isBranch ? int(m_branches[size_t(parent.row())]->devices.size()) : 0;
}

int DiscoveredModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant DiscoveredModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isWordRole(role) && m_words)
        return m_words(index, role);
    const auto *branch = static_cast<const Branch *>(index.internalPointer());
    if (!branch)
        return branchData(*m_branches[size_t(index.row())], index, role);
    const DeviceId id = branch->devices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_fleet.displayName(id);
    case DeviceRole:
        return id.n;
    case ConnectionRole:
        return branch->connection.n;
    case StatusRole:
        return int(m_fleet.status(id));
    case TimeRole:
        return m_fleet.lastSeen(id);
    case NewRole:
        return m_new.contains(id);
    default:
        return {};
    }
}

QVariant DiscoveredModel::branchData(const Branch &branch, const QModelIndex &index, int role) const
{
    Q_UNUSED(index)
    if (role == ConnectionRole)
        return branch.connection.n;
    if (role == CountRole)
        return int(branch.devices.size());
    if (role == NewRole)
        return std::any_of(branch.devices.begin(), branch.devices.end(), [this](DeviceId id) { return m_new.contains(id); });
    return role == DeviceRole ? QVariant(0U) : QVariant();
}

Qt::ItemFlags DiscoveredModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.isValid() && index.internalPointer() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

DiscoveredFilter::DiscoveredFilter(const Fleet &fleet, DiscoveredModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_fleet(fleet)
    , m_collator(nameCollator())
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&model);
    sort(0);
}

void DiscoveredFilter::setFilter(const QString &text)
{
    const WordFilter filter(text);
    if (filter == m_filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

bool DiscoveredFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_filter.isEmpty())
        return true;
    // A connection shows when one of its devices does: that is what recursive filtering adds.
    return parent.isValid() && m_filter.accepts(m_fleet, {sourceModel()->index(row, 0, parent).data(DeviceRole).toUInt()});
}

bool DiscoveredFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const DeviceId a {left.data(DeviceRole).toUInt()};
    const DeviceId b {right.data(DeviceRole).toUInt()};
    if (!a.isValid() || !b.isValid())
        return left.data(ConnectionRole).toUInt() < right.data(ConnectionRole).toUInt();
    const int order = m_collator.compare(m_fleet.displayName(a), m_fleet.displayName(b));
    return order < 0 || (order == 0 && a < b);
}

} // namespace muster
