#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// Shelly's second and later generations (shelly-api-docs.shelly.cloud/gen2): components report on <prefix>/status/<component:id> and in notifications on
/// <prefix>/events/rpc; commands are JSON-RPC on <prefix>/rpc, each answered. Nothing is asked of a device by itself.
[[nodiscard]] std::unique_ptr<Convention> shelly();

/// Shelly's first generation: shellies/<id>/relay/0 and the like, plain values, described by shellies/announce.
[[nodiscard]] std::unique_ptr<Convention> shellyFirst();

} // namespace muster::mqtt
