#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// What ESPHome says of a device beside Home Assistant's discovery: esphome/discover/<name>, and its presence on <name>/status. Values of a device without that
/// discovery come by the generic rule, which knows the shape of ESPHome's topics; `broker` is in that device's address.
[[nodiscard]] std::unique_ptr<Convention> espHome(const QString &broker);

} // namespace muster::mqtt
