#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/haexpansion.h"

namespace muster::mqtt {

/// What an expanded entity means to Muster: its device, metrics, commands and availability, with the bindings that read and the encodings
/// that write them, for every component of Home Assistant. What cannot be read or written (a picture, a template beyond template/program.h)
/// is listed with Metric::problem or CommandInfo::problem and never gets a value.
/// Errors: Corrupt (a key that the component cannot do without is missing or no topic; a device without identifiers).
///
/// Keys within the device: a sensor's is the object id ("temperature"); others carry their component in front ("switch.relay"), unless
/// the object id starts with it already ("light", "switch_left"); a light's parts follow a point ("light.brightness").
/// Addresses: "ha:<identifier>"; connections and identifiers that are hardware addresses also become "mac:AA:BB:CC:DD:EE:FF",
/// "ble:…", "ieee:0x…". An entity without a device is a device of its own, "ha:<unique id>".
[[nodiscard]] Result<Announcement> announcementOf(const HaEntity &entity);

} // namespace muster::mqtt
