#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// Meshtastic's JSON (firmware, MeshPacketSerializer): msh/<region>/2/json/<channel>/<!gateway>. The device is the packet's sender, the gateway the road it
/// came by. The protobuf twin (/e/) is left alone.
[[nodiscard]] std::unique_ptr<Convention> meshtastic();

} // namespace muster::mqtt
