#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// WLED (wled00/mqtt.cpp): <base>/g the brightness, <base>/c the colour, <base>/v everything as XML, <base>/status; commands on <base> itself, <base>/col and
/// <base>/api. <base> is wled/<last six digits of the MAC> unless changed; another one is known by its XML.
[[nodiscard]] std::unique_ptr<Convention> wled();

} // namespace muster::mqtt
