#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// Tasmota (tasmota.github.io/docs/MQTT): `tasmota/discovery/<MAC>/config` describes a device; `tele/<topic>/STATE`, `SENSOR`, `LWT` and
/// `stat/<topic>/RESULT`, `POWER` report, also in the order `<topic>/tele/…`. A device that did not describe itself appears with its values.
/// Keys are the members' paths: "ENERGY.Power", "POWER1", "Wifi.RSSI".
[[nodiscard]] std::unique_ptr<Convention> tasmota();

} // namespace muster::mqtt
