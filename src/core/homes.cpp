#include "core/homes.h"

#include "core/connection.h"
#include "core/sameness.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace muster {

bool Homes::keep(DeviceId part, ConnectionId connection)
{
    if (!connection.isValid() || m_homes.value(part) == connection)
        return false; // nobody shows it now: it stays where it was
    m_homes.insert(part, connection);
    return true;
}

bool Homes::update(const Device &device)
{
    bool changed = false;
    for (const DevicePart &part : device.parts)
        changed |= keep(part.id, part.connection);
    const bool isNamed = std::any_of(device.addresses.cbegin(), device.addresses.cend(), [](const QString &address) { return namesHardware(address); });
    return device.parts.isEmpty() && !isNamed ? keep(device.id, device.connection) : changed;
}

bool Homes::forget(const Device &device)
{
    bool changed = m_homes.remove(device.id);
    for (const DevicePart &part : device.parts)
        changed |= m_homes.remove(part.id);
    return changed;
}

QString Homes::toText() const
{
    QJsonObject json;
    for (auto it = m_homes.cbegin(); it != m_homes.cend(); ++it)
        json.insert(QString::number(it.key().n), double(it.value().n));
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void Homes::restore(const QString &text, const QList<Connection> &connections)
{
    m_homes.clear();
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = json.begin(); it != json.end(); ++it) {
        const DeviceId part {it.key().toUInt()};
        const ConnectionId home {quint32(it.value().toInteger())};
        const bool known = std::any_of(connections.cbegin(), connections.cend(), [home](const Connection &connection) { return connection.id == home; });
        if (part.isValid() && known)
            m_homes.insert(part, home);
    }
}

} // namespace muster
