#pragma once

#include "backends/serial/port.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace muster::serial {

/// Which ports have a connection of their own, so that the one that watches all of them leaves those alone. One per program, kept by the
/// plug-in; used on muster-io alone. A claim is a path or an identity.
class PortClaims
{
public:
    /// Replaces what `owner` claimed before; the others are told.
    void claim(const void *owner, const QStringList &claims);
    void release(const void *owner);
    [[nodiscard]] bool isClaimed(const Port &port) const;
    /// `changed` is called whenever another one claims or releases something, until stopWatching().
    void watch(const void *watcher, std::function<void()> changed);
    void stopWatching(const void *watcher);

private:
    struct Claim
    {
        const void *owner = nullptr;
        QStringList keys {};
    };
    struct Watcher
    {
        const void *watcher = nullptr;
        std::function<void()> changed {};
    };
    void tell() const;

    std::vector<Claim> m_claims;
    std::vector<Watcher> m_watchers;
};

} // namespace muster::serial
