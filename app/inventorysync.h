#pragma once

#include "core/fleet.h"
#include "core/homes.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace muster {

/// Watches the fleet and says, gathered over half a second, what must be written to the inventory. Main thread.
class InventorySync : public QObject
{
    Q_OBJECT

public:
    static constexpr int gatherMs = 500;

    explicit InventorySync(const Fleet &fleet, QObject *parent = nullptr);

    /// What the fleet holds now is what the inventory holds: call once after restoring.
    void begin(const Homes &homes);
    /// Says at once what is still gathered (the program is about to end).
    void flush();

Q_SIGNALS:
    void devicesToStore(const QList<muster::Device> &devices, const QList<muster::FleetEntry> &entries);
    void devicesToForget(const QList<muster::DeviceId> &devices);
    void groupsToStore(const QList<muster::Group> &groups);
    void homesToStore(const QString &text);

private:
    void mark(const QList<DeviceId> &devices);

    const Fleet &m_fleet;
    QSet<DeviceId> m_marked;
    QHash<DeviceId, Device> m_stored; ///< as last written, without what is only true for the moment
    QHash<DeviceId, FleetEntry> m_storedEntries;
    Homes m_homes;
    bool m_groups = false;
    QTimer m_timer;
};

} // namespace muster
