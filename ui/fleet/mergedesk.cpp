#include "ui/fleet/mergedesk.h"

#include "core/fleet.h"
#include "core/identities.h"
#include "ui/fleet/mergedialog.h"
#include "ui/format.h"

#include <algorithm>

namespace muster {

MergeDesk::MergeDesk(const Fleet &fleet, Identities &identities, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_identities(identities)
    , m_window(window)
{}

void MergeDesk::merge(const QList<DeviceId> &devices)
{
    if (devices.size() > 1) {
        join(devices);
        return;
    }
    if (devices.isEmpty() || !m_fleet.device(devices.first()))
        return;
    auto *dialog = new MergeDialog(m_fleet, devices.first(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::chosen, this, [this, first = devices.first()](DeviceId other) { join({first, other}); });
    dialog->open();
}

void MergeDesk::join(const QList<DeviceId> &devices)
{
    qsizetype parts = 0;
    for (const DeviceId id : devices) {
        const Device *device = m_fleet.device(id);
        parts += device ? std::max<qsizetype>(1, device->parts.size()) : 0;
    }
    if (parts > Identity::maxParts) {
        Q_EMIT done(tr("Nothing was merged: at most %n device(s) can be made one. Select fewer.", nullptr, Identity::maxParts), {});
        return;
    }
    QStringList names;
    for (const DeviceId id : devices.mid(0, 3))
        names.append(QStringLiteral("“%1”").arg(format::plain(m_fleet.displayName(id), 40)));
    if (devices.size() > 3)
        names.append(QStringLiteral("…"));
    const Identity before = m_identities.current();
    m_identities.join(devices);
    if (m_identities.current() != before)
        Q_EMIT done(tr("%1 are one device now.").arg(names.join(QStringLiteral(", "))), [this, before] { m_identities.set(before); });
}

void MergeDesk::split(DeviceId device, const QString &address)
{
    const QString name = format::plain(m_fleet.displayName(device), 40);
    const Identity before = m_identities.current();
    m_identities.part(device, address);
    if (m_identities.current() != before)
        Q_EMIT done(tr("%1 is a device of its own now, apart from “%2”.").arg(format::plain(address, 60), name), [this, before] { m_identities.set(before); });
}

} // namespace muster
