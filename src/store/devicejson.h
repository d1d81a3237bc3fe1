#pragma once

#include "core/device.h"

#include <QJsonObject>

/// How a device's description is written down: what its road said, without what is only true for the moment (connection, presence).
/// Absent keys mean the default; unknown ones are ignored, so that older and newer programs read each other's.
///   {"addresses":["mqtt:plug1"],"name":"Plug","model":"S2","kind":"IoT","commands":[{"key":"power","argument":"boolean"}]}
namespace muster::devicejson {

[[nodiscard]] QJsonObject ofDevice(const Device &device);   ///< without its metrics
[[nodiscard]] QJsonObject ofMetric(const Metric &metric);   ///< without its id
[[nodiscard]] Device device(const QJsonObject &json);
[[nodiscard]] Metric metric(const QJsonObject &json);

} // namespace muster::devicejson
