// The half of Fleet that a person steers: membership, names, tags and groups.
#include "core/fleet.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype maxJoined = 10'000;

} // namespace

const FleetEntry *Fleet::entry(DeviceId id) const
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.cend() ? nullptr : &*it;
}

void Fleet::adopt(const QList<DeviceId> &devices, GroupId group)
{
    QList<DeviceId> changed;
    for (const DeviceId id : devices) {
        if (!device(id))
            continue;
        auto it = m_entries.find(id);
        const bool isNew = it == m_entries.end();
        if (isNew)
            it = m_entries.insert(id, FleetEntry {.device = id, .added = nowMicros()});
        const bool joins = this->group(group) && !it->groups.contains(group);
        if (joins)
            it->groups.insert(group);
        if (isNew || joins)
            changed.append(id);
    }
    if (!changed.isEmpty())
        Q_EMIT entriesChanged(changed);
}

void Fleet::release(const QList<DeviceId> &devices)
{
    QList<DeviceId> released;
    QList<DeviceId> gone;
    for (const DeviceId id : devices) {
        if (m_entries.remove(id) == 0)
            continue;
        released.append(id);
        if (const Device *known = device(id); known && !known->connection.isValid())
            gone.append(id); // only the fleet still remembered it
    }
    if (!released.isEmpty())
        Q_EMIT entriesChanged(released);
    drop(gone);
}

void Fleet::unite(const QList<DeviceMove> &moves)
{
    QList<DeviceId> gone;
    QList<DeviceId> changed;
    for (const DeviceMove &move : moves) {
        if (!device(move.device) || !device(move.other) || move.device == move.other)
            continue;
        gone.append(move.device);
        if (!isMember(move.device))
            continue;
        FleetEntry joined = m_entries.take(move.device);
        Joined memory {joined, {}, {}};
        if (const FleetEntry *known = entry(move.other)) {
            memory.into = *known;
            joined.name = known->name.isEmpty() ? joined.name : known->name;
            joined.groups += known->groups;
            joined.tags = known->tags + joined.tags;
            joined.tags.removeDuplicates();
            joined.kind = known->kind >= 0 ? known->kind : joined.kind;
            joined.added = std::min(joined.added, known->added);
        }
        joined.device = move.other;
        m_entries.insert(move.other, joined);
        memory.joined = joined;
        if (m_joined.size() < maxJoined)
            m_joined.insert(move.device, memory);
        changed += {move.device, move.other};
    }
    drop(gone);
    if (!changed.isEmpty())
        Q_EMIT entriesChanged(changed);
    updateStatuses();
}

void Fleet::part(const QList<DeviceMove> &moves)
{
    QList<DeviceId> changed;
    for (const DeviceMove &move : moves) {
        const FleetEntry *other = entry(move.other);
        if (!device(move.device) || isMember(move.device))
            continue;
        const Joined memory = m_joined.take(move.device);
        FleetEntry back = memory.from;
        if (!back.device.isValid() && other)
            back = FleetEntry {move.device, {}, other->groups, other->tags, -1, nowMicros()};
        if (memory.from.device.isValid() && other && *other == memory.joined) { // nothing was decided since
            m_entries.remove(move.other);
            if (memory.into.device.isValid())
                m_entries.insert(move.other, memory.into);
        }
        if (back.device.isValid())
            m_entries.insert(move.device, back);
        changed += {move.device, move.other};
    }
    if (!changed.isEmpty())
        Q_EMIT entriesChanged(changed);
    updateStatuses();
}

template<class Change>
void Fleet::changeEntry(DeviceId id, Change change)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return;
    const FleetEntry before = *it;
    change(*it);
    if (*it != before)
        Q_EMIT entriesChanged({id});
}

void Fleet::rename(DeviceId id, const QString &name)
{
    changeEntry(id, [&](FleetEntry &entry) { entry.name = name.trimmed(); });
}

void Fleet::setTags(DeviceId id, const QStringList &tags)
{
    QStringList clean;
    for (const QString &tag : tags)
        if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty() && !clean.contains(trimmed))
            clean.append(trimmed);
    changeEntry(id, [&](FleetEntry &entry) { entry.tags = clean; });
}

void Fleet::setKind(DeviceId id, int kind)
{
    changeEntry(id, [&](FleetEntry &entry) { entry.kind = kind; });
}

const Group *Fleet::group(GroupId id) const
{
    const auto it = std::find_if(m_groups.cbegin(), m_groups.cend(), [id](const Group &group) { return group.id == id; });
    return it == m_groups.cend() ? nullptr : &*it;
}

/// A group with everything below it.
QSet<GroupId> Fleet::withSubgroups(GroupId id) const
{
    QSet<GroupId> family {id};
    for (bool grown = true; grown;) {
        grown = false;
        for (const Group &group : m_groups) {
            if (family.contains(group.parent) && !family.contains(group.id)) {
                family.insert(group.id);
                grown = true;
            }
        }
    }
    return family;
}

QList<DeviceId> Fleet::membersOf(GroupId id) const
{
    if (!id.isValid())
        return members();
    const QSet<GroupId> family = withSubgroups(id);
    QList<DeviceId> result;
    for (const DeviceId device : m_order)
        if (const FleetEntry *known = entry(device); known && known->groups.intersects(family))
            result.append(device);
    return result;
}

GroupId Fleet::addGroup(const QString &name, GroupId parent)
{
    const Group made {{++m_lastGroup}, group(parent) ? parent : GroupId {}, name.trimmed()};
    m_groups.append(made);
    Q_EMIT groupsChanged();
    return made.id;
}

void Fleet::renameGroup(GroupId id, const QString &name)
{
    const auto it = std::find_if(m_groups.begin(), m_groups.end(), [id](const Group &group) { return group.id == id; });
    if (it == m_groups.end() || it->name == name.trimmed() || name.trimmed().isEmpty())
        return;
    it->name = name.trimmed();
    Q_EMIT groupsChanged();
}

void Fleet::removeGroup(GroupId id)
{
    if (!group(id))
        return;
    const QSet<GroupId> family = withSubgroups(id);
    m_groups.removeIf([&](const Group &group) { return family.contains(group.id); });
    QList<DeviceId> changed;
    for (FleetEntry &entry : m_entries) {
        if (!entry.groups.intersects(family))
            continue;
        entry.groups.subtract(family);
        changed.append(entry.device);
    }
    Q_EMIT groupsChanged();
    if (!changed.isEmpty())
        Q_EMIT entriesChanged(changed);
}

void Fleet::assign(const QList<DeviceId> &devices, GroupId group)
{
    adopt(devices, group);
}

void Fleet::unassign(const QList<DeviceId> &devices, GroupId group)
{
    QList<DeviceId> changed;
    for (const DeviceId id : devices)
        if (const auto it = m_entries.find(id); it != m_entries.end() && it->groups.remove(group))
            changed.append(id);
    if (!changed.isEmpty())
        Q_EMIT entriesChanged(changed);
}

void Fleet::restore(const QList<Device> &devices, const QList<FleetEntry> &entries, const QList<Group> &groups)
{
    m_groups = groups;
    for (const Group &group : groups)
        m_lastGroup = std::max(m_lastGroup, group.id.n);
    QList<DeviceId> known;
    for (Device device : devices) {
        device = atRest(device);
        takeIn(device);
        known.append(device.id);
    }
    QList<DeviceId> taken;
    for (const FleetEntry &entry : entries) {
        if (device(entry.device)) {
            m_entries.insert(entry.device, entry);
            taken.append(entry.device);
        }
    }
    applyLimits();
    if (!known.isEmpty())
        Q_EMIT devicesAdded(known);
    if (!groups.isEmpty())
        Q_EMIT groupsChanged();
    if (!taken.isEmpty())
        Q_EMIT entriesChanged(taken);
}

} // namespace muster
