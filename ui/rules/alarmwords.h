#pragma once

#include "rules/alarm.h"

#include "core/device.h"

#include <QColor>
#include <QPalette>

namespace muster {
class Fleet;
}

/// Alarms in words and colours.
namespace muster::alarmwords {

[[nodiscard]] QString severity(AlarmSeverity severity);
/// Colour is never alone: the word, or the shape of its icon, is beside it.
[[nodiscard]] QColor colour(AlarmSeverity severity, const QPalette &palette);
[[nodiscard]] const char *icon(AlarmSeverity severity);
[[nodiscard]] QString state(const Alarm &alarm);
/// "above 30 °C for 1 min". `metric`: whose unit it has; null: none.
[[nodiscard]] QString condition(const AlarmRule &rule, const Metric *metric);
/// "Temperature above 30 °C".
[[nodiscard]] QString name(const AlarmRule &rule, const Metric *metric);
[[nodiscard]] QString device(const Fleet &fleet, DeviceId device);
/// With its unit; nothing where the alarm is about no metric.
[[nodiscard]] QString value(const Fleet &fleet, const AlarmKey &key, double value);
/// What the automation that raised it says, and the comment of who acknowledged it.
[[nodiscard]] QString remark(const Alarm &alarm);
[[nodiscard]] QString event(AlarmLogEntry::Event event);

} // namespace muster::alarmwords
