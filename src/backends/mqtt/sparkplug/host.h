#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt::sparkplug {

/// How Muster takes part as a host application.
struct HostOptions
{
    bool asksForBirths = true;   ///< off: it only listens
    Micros reorder = 5'000'000;  ///< how long a missing message may still come
    QByteArray host {};          ///< Muster's own id, where it publishes its STATE
};

inline constexpr int maxNodes = 20'000; ///< edge nodes of a connection
inline constexpr int maxHosts = 1'000;

/// Sparkplug B 3.0 as a host application hears it: edge nodes and their devices, and other hosts by their STATE. Asks for births only through tick().
[[nodiscard]] std::unique_ptr<Convention> host(const HostOptions &options);

} // namespace muster::mqtt::sparkplug
