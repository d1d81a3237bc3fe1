#include "ui/fleet/removal.h"

namespace muster {

QList<RemovedDevice> removeFromFleet(Fleet &fleet, const QList<DeviceId> &devices)
{
    QList<RemovedDevice> removed;
    QList<DeviceId> members;
    for (const DeviceId id : devices) {
        const FleetEntry *entry = fleet.entry(id);
        const Device *device = fleet.device(id);
        if (!entry || !device)
            continue;
        removed.append({*device, *entry});
        members.append(id);
    }
    fleet.release(members);
    return removed;
}

void putBack(Fleet &fleet, const QList<RemovedDevice> &removed)
{
    QList<Device> forgotten; // those no open connection shows any more: nobody but us remembers them
    QList<DeviceId> devices;
    QHash<GroupId, QList<DeviceId>> groups;
    for (const RemovedDevice &one : removed) {
        if (!fleet.device(one.device.id))
            forgotten.append(one.device);
        devices.append(one.device.id);
        for (const GroupId group : one.entry.groups)
            groups[group].append(one.device.id);
    }
    if (!forgotten.isEmpty())
        fleet.announce(forgotten);
    fleet.adopt(devices);
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        fleet.assign(it.value(), it.key());
    for (const RemovedDevice &one : removed) {
        fleet.rename(one.device.id, one.entry.name);
        fleet.setTags(one.device.id, one.entry.tags);
        fleet.setKind(one.device.id, one.entry.kind);
    }
}

} // namespace muster
