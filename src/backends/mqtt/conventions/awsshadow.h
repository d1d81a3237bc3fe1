#pragma once

#include "backends/mqtt/conventions/convention.h"

namespace muster::mqtt {

/// AWS IoT device shadows: $aws/things/<thing>/shadow[/name/<name>]/…. What was reported becomes metrics, what is desired stands beside it as "desired.…" and
/// can be set; a command is confirmed when the device reports the wanted value. Its topics are no part of "#" and are subscribed on Amazon's brokers alone.
[[nodiscard]] std::unique_ptr<Convention> awsShadow(bool isAmazon);

} // namespace muster::mqtt
