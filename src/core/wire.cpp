#include "core/wire.h"

namespace muster {

void Wire::listen(ConnectionId id)
{
    if (++m_listeners[id] == 1)
        Q_EMIT tapRequested(id, true);
}

void Wire::release(ConnectionId id)
{
    if (!m_listeners.contains(id) || --m_listeners[id] > 0)
        return;
    m_listeners.remove(id);
    Q_EMIT tapRequested(id, false);
}

void Wire::take(const WireBatch &batch)
{
    Q_EMIT arrived(batch);
    Q_EMIT taken(batch.bytes);
}

} // namespace muster
