#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// Home Assistant's MQTT discovery (home-assistant.io/integrations/mqtt): configuration messages on
/// `<prefix>/<component>/[<node>/]<object>/config` announce entities, an empty one withdraws them; a device message on
/// `<prefix>/device/…/config` does so for many at once.
///   const Convention c = homeAssistant("homeassistant");
///   const Digest d = c.digest("homeassistant/sensor/t1/config", R"({"name":"T","stat_t":"x","unit_of_meas":"°C"})");
///   // d.announced[0].device.metrics[0].unit == "°C"
/// Claims every topic of that shape, and `<prefix>/status`. Other topics behind the prefix are not its own: state topics may lie there.
[[nodiscard]] std::unique_ptr<Convention> homeAssistant(const QByteArray &prefix);

} // namespace muster::mqtt
