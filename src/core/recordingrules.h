#pragma once

#include "core/fleet.h"
#include "core/recording.h"

#include <optional>

namespace muster {

/// Rules as a text to be stored, and back. What cannot be read is as if it had not been said.
[[nodiscard]] QString recordingRulesText(const RecordingRules &rules);
[[nodiscard]] RecordingRules recordingRules(const QString &text);

/// Which metrics the rules mean, as the fleet is now.
[[nodiscard]] RecordingChoice recordingChoice(const RecordingRules &rules, const Fleet &fleet);

/// How long the disk lasts when the history goes on growing like this; nothing when it does not grow. Microseconds.
[[nodiscard]] std::optional<Micros> diskLasts(qint64 freeBytes, qint64 grownBytes, Micros in);

} // namespace muster
