#pragma once

#include "backends/mqtt/conventions/convention.h"

#include <QJsonObject>

namespace muster::mqtt {

/// Zigbee2MQTT's own topics (zigbee2mqtt.io, "MQTT Topics and Messages"): `<base>/bridge/devices` and `/groups` announce, with what each device
/// exposes; `<base>/<friendly name>` holds the values, `/set` takes commands, `/availability` says whether it is there. The base is whatever stands
/// in front of `bridge`.
[[nodiscard]] std::unique_ptr<Convention> zigbee2mqtt();

/// Adds what `exposes` (of a definition) says: a metric for what is in the state (access bit 1), a command for what can be set (bit 2).
/// Keys are the properties, a composite's parts behind a point: "color.x".
void addExposes(Announcement &announcement, const QJsonArray &exposes, const QByteArray &topic);

} // namespace muster::mqtt
