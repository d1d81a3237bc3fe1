#include "core/identities.h"

#include "core/fleet.h"

namespace muster {

Identities::Identities(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{}

void Identities::set(const Identity &identity)
{
    if (identity == m_identity)
        return;
    m_identity = identity;
    Q_EMIT changed(m_identity);
}

void Identities::join(const QList<DeviceId> &devices)
{
    QList<QStringList> addresses;
    for (const DeviceId id : devices) {
        if (const Device *device = m_fleet.device(id))
            addresses.append(device->addresses);
    }
    if (addresses.size() > 1)
        set(joined(m_identity, addresses));
}

Split Identities::split(DeviceId id, const QString &address) const
{
    const Device *device = m_fleet.device(id);
    if (!device)
        return {};
    QList<QStringList> sources = device->sources;
    if (sources.isEmpty()) { // nobody announced it since the program began
        for (const DevicePart &part : device->parts)
            sources.append(part.addresses);
    }
    Split split = splitOf(sources, address);
    if (!split.stays.isEmpty()) { // what was concluded from a serial number stays where it is
        for (const QString &known : device->addresses) {
            if (!split.own.contains(known) && !split.stays.contains(known))
                split.stays.append(known);
        }
    }
    return split;
}

bool Identities::canPart(DeviceId device, const QString &address) const
{
    const Split possible = split(device, address);
    return !possible.stays.isEmpty() && possible.own.contains(address);
}

void Identities::part(DeviceId device, const QString &address)
{
    if (canPart(device, address))
        set(parted(m_identity, split(device, address)));
}

} // namespace muster
