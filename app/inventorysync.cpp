#include "app/inventorysync.h"

namespace muster {

InventorySync::InventorySync(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gatherMs);
    connect(&m_timer, &QTimer::timeout, this, &InventorySync::flush);
    connect(&fleet, &Fleet::entriesChanged, this, &InventorySync::mark);
    connect(&fleet, &Fleet::devicesChanged, this, &InventorySync::mark);
    connect(&fleet, &Fleet::groupsChanged, this, [this] {
        m_groups = true;
        m_timer.start();
    });
}

void InventorySync::begin(const Homes &homes)
{
    m_homes = homes;
    const QList<DeviceId> members = m_fleet.members();
    for (const DeviceId id : members) {
        m_stored.insert(id, *m_fleet.device(id));
        m_storedEntries.insert(id, *m_fleet.entry(id));
    }
}

void InventorySync::mark(const QList<DeviceId> &devices)
{
    for (const DeviceId id : devices)
        if (m_fleet.isMember(id) || m_storedEntries.contains(id))
            m_marked.insert(id);
    if (!m_marked.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void InventorySync::flush()
{
    m_timer.stop();
    QList<Device> devices;
    QList<FleetEntry> entries;
    QList<DeviceId> forgotten;
    const auto marked = std::exchange(m_marked, {});
    bool moved = false;
    for (const DeviceId id : marked) { // first: what went into another device is part of that one now
        if (!m_fleet.entry(id))
            moved |= m_homes.forget(m_stored.value(id));
    }
    for (const DeviceId id : marked) {
        const FleetEntry *entry = m_fleet.entry(id);
        const Device *known = m_fleet.device(id);
        if (!entry || !known) {
            m_stored.remove(id);
            m_storedEntries.remove(id);
            forgotten.append(id);
            continue;
        }
        moved |= m_homes.update(*known);
        const Device device = atRest(*known);
        if (m_stored.value(id) == device && m_storedEntries.value(id) == *entry)
            continue;
        m_stored.insert(id, device);
        m_storedEntries.insert(id, *entry);
        devices.append(device);
        entries.append(*entry);
    }
    if (!forgotten.isEmpty())
        Q_EMIT devicesToForget(forgotten);
    if (!devices.isEmpty())
        Q_EMIT devicesToStore(devices, entries);
    if (moved)
        Q_EMIT homesToStore(m_homes.toText());
    if (std::exchange(m_groups, false))
        Q_EMIT groupsToStore(m_fleet.groups());
}

} // namespace muster
