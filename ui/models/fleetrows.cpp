// The part of FleetModel that keeps its rows: who is shown, in which order, and how the view learns of it.
#include "ui/models/fleetmodel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace muster {

namespace {

// Up to this many devices find their place one by one; more are cheaper to sort all over.
constexpr qsizetype mostSingly = 64;
// More rows than this coming or going at once is a new table rather than a changed one.
constexpr qsizetype mostChanges = 2'000;

} // namespace

bool FleetModel::isWanted(DeviceId id) const
{
    const FleetEntry *entry = m_fleet.entry(id);
    if (!entry)
        return false;
    if (m_group.isValid() && !entry->groups.intersects(m_groups))
        return false;
    return fits(id);
}

bool FleetModel::fits(DeviceId id) const
{
    return (!m_base || m_base->contains(id)) && (!m_search || m_search->contains(id));
}

QList<DeviceId> FleetModel::scope() const
{
    QList<DeviceId> devices = m_fleet.membersOf(m_group);
    if (m_base)
        devices.removeIf([this](DeviceId id) { return !m_base->contains(id); });
    return devices;
}

QList<DeviceId> FleetModel::wanted() const
{
    QList<DeviceId> devices;
    if (const LiveQuery *ordered = orderedBy()) {
        devices = ordered->devices();
        devices.removeIf([this](DeviceId id) { return !isWanted(id); });
    } else {
        devices = m_fleet.membersOf(m_group);
        if (m_base || m_search)
            devices.removeIf([this](DeviceId id) { return !fits(id); });
        m_order.sort(devices);
    }
    if (m_limit > 0 && devices.size() > m_limit)
        devices.resize(m_limit);
    return devices;
}

void FleetModel::update(const QList<DeviceId> &devices)
{
    const bool byPlace = m_limit == 0 && !isOrderedByQuery();
    if (!byPlace)
        catchUp();
    else if (devices.size() > mostSingly)
        refresh();
    for (const DeviceId id : devices) {
        if (byPlace && devices.size() <= mostSingly)
            updateOne(id);
        const int row = rowOf(id);
        if (row >= 0 && !byPlace && !m_fleet.isMember(id))
            remove(row, row); // who is gone does not wait
        else if (row >= 0)
            m_dirty.mark(id.n);
    }
}

// Devices fit the query now, or no longer. A value may do that to thousands again and again.
void FleetModel::requery(const QList<DeviceId> &devices)
{
    if (devices.size() > mostSingly)
        catchUp();
    else
        update(devices);
}

void FleetModel::catchUp()
{
    if (!m_catchUp.isActive())
        m_catchUp.start(std::clamp(10 * m_refreshMs, DirtyIds::tickMs, resortMs));
}

void FleetModel::updateOne(DeviceId id)
{
    const int row = rowOf(id);
    const bool wanted = isWanted(id);
    if (row < 0) {
        if (wanted)
            insert(m_order.place(m_rows, id), {id});
        return;
    }
    if (!wanted) {
        remove(row, row);
        return;
    }
    if (m_order.isLive())
        return;
    const bool afterPrevious = row == 0 || m_order.inOrder(m_rows.at(row - 1), id);
    const bool beforeNext = row == m_rows.size() - 1 || m_order.inOrder(id, m_rows.at(row + 1));
    if (afterPrevious && beforeNext)
        return;
    QList<DeviceId> others = m_rows;
    others.removeAt(row);
    const int place = m_order.place(others, id);
    beginMoveRows({}, row, row, {}, place < row ? place : place + 1);
    m_rows.move(row, place);
    number(std::min(row, place));
    endMoveRows();
}

// Goes from the rows there are to the rows there should be in as few steps as a view can follow without losing selection and place.
void FleetModel::refresh()
{
    m_resort.stop();
    m_catchUp.stop();
    QElapsedTimer timer;
    timer.start();
    const QList<DeviceId> next = wanted();
    m_refreshMs = int(std::min<qint64>(timer.elapsed(), resortMs));
    if (next == m_rows)
        return;
    QSet<DeviceId> staying(next.begin(), next.end());
    QList<DeviceId> leaving;
    for (const DeviceId id : std::as_const(m_rows)) {
        if (!staying.contains(id))
            leaving.append(id);
    }
    const qsizetype coming = next.size() - (m_rows.size() - leaving.size());
    if (leaving.size() + coming > mostChanges && !m_rows.isEmpty()) {
        beginResetModel();
        std::fill(m_rowOf.begin(), m_rowOf.end(), -1);
        m_rows = next;
        number(0);
        endResetModel();
        return;
    }
    removeAll(leaving);
    QList<DeviceId> kept = next;
    kept.removeIf([this](DeviceId id) { return rowOf(id) < 0; });
    arrange(kept);
    insertMissing(next);
}

// `leaving` in the order of its rows: from the bottom up, neighbours at once.
void FleetModel::removeAll(const QList<DeviceId> &leaving)
{
    for (qsizetype i = leaving.size() - 1; i >= 0; --i) {
        const int row = rowOf(leaving.at(i));
        qsizetype first = i;
        while (first > 0 && rowOf(leaving.at(first - 1)) == row - int(i - first) - 1)
            --first;
        remove(row - int(i - first), row);
        i = first;
    }
}

void FleetModel::insertMissing(const QList<DeviceId> &next)
{
    for (qsizetype i = 0; i < next.size(); ++i) {
        qsizetype end = i;
        while (end < next.size() && rowOf(next.at(end)) < 0)
            ++end;
        if (end > i)
            insert(int(i), next.mid(i, end - i));
        i = end;
    }
}

void FleetModel::insert(int at, const QList<DeviceId> &devices)
{
    beginInsertRows({}, at, at + int(devices.size()) - 1);
    m_rows = m_rows.mid(0, at) + devices + m_rows.mid(at);
    number(at);
    endInsertRows();
}

void FleetModel::remove(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row)
        m_rowOf[m_rows.at(row).n] = -1;
    m_rows.remove(first, last - first + 1);
    number(first);
    endRemoveRows();
}

void FleetModel::arrange(const QList<DeviceId> &devices)
{
    if (devices == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<DeviceId> who;
    who.reserve(before.size());
    for (const QModelIndex &index : before)
        who.append(deviceAt(index.row()));
    m_rows = devices;
    number(0);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(who.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void FleetModel::number(int from)
{
    for (int row = from; row < m_rows.size(); ++row) {
        const quint32 id = m_rows.at(row).n;
        if (id >= m_rowOf.size())
            m_rowOf.resize(size_t(id) + 1 + m_rowOf.size() / 2, -1);
        m_rowOf[id] = row;
    }
}

} // namespace muster
