#include "backends/serial/portclaims.h"

#include <algorithm>

namespace muster::serial {

void PortClaims::claim(const void *owner, const QStringList &claims)
{
    const auto it = std::find_if(m_claims.begin(), m_claims.end(), [owner](const Claim &c) { return c.owner == owner; });
    if (it != m_claims.end() && it->keys == claims)
        return;
    if (it == m_claims.end())
        m_claims.push_back({owner, claims});
    else
        it->keys = claims;
    tell();
}

void PortClaims::release(const void *owner)
{
    if (std::erase_if(m_claims, [owner](const Claim &c) { return c.owner == owner; }) > 0)
        tell();
}

bool PortClaims::isClaimed(const Port &port) const
{
    const QString identity = port.identity();
    return std::any_of(m_claims.begin(), m_claims.end(),
        [&](const Claim &c) { return c.keys.contains(port.path) || (!identity.isEmpty() && c.keys.contains(identity)); });
}

void PortClaims::watch(const void *watcher, std::function<void()> changed)
{
    m_watchers.push_back({watcher, std::move(changed)});
}

void PortClaims::stopWatching(const void *watcher)
{
    std::erase_if(m_watchers, [watcher](const Watcher &w) { return w.watcher == watcher; });
}

// A copy: whoever is told may come or go meanwhile.
void PortClaims::tell() const
{
    const std::vector<Watcher> watchers = m_watchers;
    for (const Watcher &watcher : watchers)
        watcher.changed();
}

} // namespace muster::serial
