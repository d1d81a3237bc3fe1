#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/scalars.h"

#include <string_view>

namespace muster::mqtt {

/// How topics that no convention claims become devices: a plain value that can be edited.
/// The last `scalarLevels` levels of a topic with a plain value name the metric and the rest the device; a JSON object's topic loses
/// `objectLevels` levels likewise, and its members follow them.
///   home/kitchen/temperature   21.5                      → device home/kitchen, metric temperature
///   home/kitchen               {"t":21,"air":{"co2":600}} → device home/kitchen, metrics t, air.co2
///   temperature                21.5                      → device temperature, metric value
///   porch/sensor/lux/state     210                       → device porch, metric sensor.lux (ESPHome's shape)
struct GenericRule
{
    int scalarLevels = 1;
    int objectLevels = 0;
};

struct GenericPlace
{
    QByteArray device {};  ///< the part of the topic that is the device
    QString key {};        ///< the part that is the metric, or stands before a member's name; empty: none
};
[[nodiscard]] GenericPlace placeOf(const GenericRule &rule, QByteArrayView topic, bool object);

/// Limits of what is taken for a value, so that free text and large documents stay what they are.
inline constexpr qsizetype maxGenericText = 255; ///< bytes
inline constexpr size_t maxGenericElements = 64; ///< elements of an array that become metrics of their own

/// A plain payload as a scalar: a number, true or false, or text. Null when it is none of it: empty, binary, too long.
[[nodiscard]] Scalar scalarOf(QByteArrayView payload);

/// The decoding that a value's first sight suggests: numbers and strings that are wholly numbers → Number, true/false → Boolean, short
/// text → Text. A metric keeps it; a value that does not fit later is counted as TypeChanged. Nullptr: no metric can be made of it
/// (null, "unavailable", long text).
[[nodiscard]] const Binding *genericBinding(const Scalar &first);

/// A metric for a key with that decoding; "…battery" and "…rssi" or "…linkquality" get their role.
[[nodiscard]] Metric genericMetric(const QString &key, Decoding decoding);

/// Whether a member states the time of the whole message: ts, timestamp or time at the top level (path: see valuepath.h).
[[nodiscard]] bool isTimeMember(std::string_view path);
/// Seconds, milliseconds, micro- or nanoseconds since 1970 by their size, or ISO 8601 with a zone. 0: no time (a small number: an uptime).
///   1700000000 → 1700000000000000      "2024-05-01T10:00:00.250Z" → …      42 → 0
[[nodiscard]] Micros messageTime(const Scalar &scalar);

} // namespace muster::mqtt
