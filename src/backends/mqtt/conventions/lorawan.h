#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// ChirpStack v4: application/<id>/device/<devEui>/event/<event>, downlinks on …/command/down.
[[nodiscard]] std::unique_ptr<Convention> chirpStack();

/// The Things Stack v3: v3/<application>@<tenant>/devices/<device>/<event>, downlinks on …/down/push.
[[nodiscard]] std::unique_ptr<Convention> theThingsStack();

} // namespace muster::mqtt
