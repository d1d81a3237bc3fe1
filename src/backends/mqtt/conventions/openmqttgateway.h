#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// OpenMQTTGateway and Theengs gateway (docs.openmqttgateway.com, decoder.theengs.io): `<base>/BTtoMQTT/<MAC>` holds what a gateway decoded of a
/// Bluetooth device, `SYStoMQTT` and `LWT` speak of the gateway, `RTL_433toMQTT/<model>/<id>` and others of radio devices. What several gateways hear
/// of one device is one device; each gateway's signal stays apart ("rssi.<gateway>").
[[nodiscard]] std::unique_ptr<Convention> openMqttGateway();

} // namespace muster::mqtt
