#pragma once

#include "core/identity.h"
#include "core/ids.h"

#include <QObject>

namespace muster {

class Fleet;

/// Which devices a person said are one, and which are not. Main thread; what it decides is carried out by Ingest and kept by app/services.
class Identities : public QObject
{
    Q_OBJECT

public:
    explicit Identities(const Fleet &fleet, QObject *parent = nullptr);

    [[nodiscard]] const Identity &current() const { return m_identity; }
    /// All of it, to be taken back with set().
    void join(const QList<DeviceId> &devices);
    /// Whether `address` can be told apart from the others of its device; else part() does nothing.
    [[nodiscard]] bool canPart(DeviceId device, const QString &address) const;
    void part(DeviceId device, const QString &address);
    void set(const Identity &identity);

Q_SIGNALS:
    void changed(const muster::Identity &identity);

private:
    [[nodiscard]] Split split(DeviceId device, const QString &address) const;

    const Fleet &m_fleet;
    Identity m_identity;
};

} // namespace muster
