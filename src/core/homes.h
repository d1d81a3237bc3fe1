#pragma once

#include "core/device.h"

#include <QHash>

namespace muster {

struct Connection;

/// Which connection showed each part of a device last, so that two brokers with devices of the same name do not exchange them after a restart.
/// Only for those that this could happen to: addresses that name hardware say enough, unless several roads show it.
class Homes
{
public:
    /// True if there is something new to store.
    bool update(const Device &device);
    bool forget(const Device &device);

    [[nodiscard]] const QHash<DeviceId, ConnectionId> &all() const { return m_homes; }
    /// {"12":3}: part 12 was last shown by connection 3.
    [[nodiscard]] QString toText() const;
    /// What toText() wrote, as far as it can be read and the connection is still there.
    void restore(const QString &text, const QList<Connection> &connections);

private:
    bool keep(DeviceId part, ConnectionId connection);

    QHash<DeviceId, ConnectionId> m_homes;
};

} // namespace muster
