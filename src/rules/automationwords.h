#pragma once

#include "rules/automationrun.h"

namespace muster {

class Fleet;

/// Automations in sentences, for lists, traces and notices. What comes from outside is shortened to one plain line.
namespace automationwords {

[[nodiscard]] QString plain(const QString &text, qsizetype most = 100);
[[nodiscard]] QString number(double value);
[[nodiscard]] QString span(Micros span);
[[nodiscard]] QString device(const Fleet &fleet, DeviceId device);
/// A value as its metric means it, with its unit.
[[nodiscard]] QString value(const Metric &metric, double value, const QString &text = {});
[[nodiscard]] QString argument(const Value &argument);
/// "Sun 29 Mar 2026 03:00", as the clock on the wall shows it.
[[nodiscard]] QString moment(Micros moment, const QTimeZone &zone);
/// Several in a row; those in the same year as the one before without it.
[[nodiscard]] QStringList moments(const QList<Micros> &moments, const QTimeZone &zone);
/// "at 06:30 on Mon, Tue", as a part of a sentence that begins with "when it is".
[[nodiscard]] QString schedule(const Schedule &schedule);

/// "temperature rises above 26 for 60 s"
[[nodiscard]] QString trigger(const Trigger &trigger, const Fleet &fleet);
[[nodiscard]] QString condition(const RuleCondition &condition, const Fleet &fleet);
[[nodiscard]] QString step(const RuleStep &step, const Fleet &fleet);
/// "When …, if …, then …"
[[nodiscard]] QString sentence(const Automation &rule, const Fleet &fleet);
[[nodiscard]] QString state(AutomationRun::State state);

} // namespace automationwords
} // namespace muster
