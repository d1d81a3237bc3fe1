#pragma once

#include "rules/links.h"

#include <QPalette>

/// Links in words and colours.
namespace muster::linkwords {

/// How a link is doing. Colour is never alone: the word is beside it.
enum class Mood : quint8 { Off, Idle, Running, Stale, Trouble };
[[nodiscard]] Mood mood(const DeviceLink &link, const LinkState &state);
[[nodiscard]] QColor colour(Mood mood, const QPalette &palette);
[[nodiscard]] QString state(const DeviceLink &link, const LinkState &state);
/// "Knob: knob".
[[nodiscard]] QString source(const Fleet &fleet, const DeviceLink &link);
[[nodiscard]] QString target(const Fleet &fleet, const DeviceLink &link);
/// The name a person gave it, or "knob → Brightness".
[[nodiscard]] QString name(const Fleet &fleet, const DeviceLink &link);
/// "× 200 + 5, 0 … 255, every 0.2 s at most".
[[nodiscard]] QString calculation(const DeviceLink &link);
/// What was sent last, as the command's device reads it.
[[nodiscard]] QString last(const Fleet &fleet, const DeviceLink &link, const LinkState &state);

} // namespace muster::linkwords
