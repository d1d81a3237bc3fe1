#pragma once

#include "rules/automationrun.h"

#include <functional>

namespace muster {

class Fleet;
class FleetColumns;

/// Which metrics the triggers of an automation are about, and whether its conditions hold: what a live run and a dry run have in common. Main thread.
class AutomationJudge
{
public:
    static constexpr qsizetype mostReads = 100'000;

    /// All of it outlives the judge.
    AutomationJudge(const Fleet &fleet, FleetColumns &columns);
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    /// The triggers about metrics, with what they watch and read now. `devices`: those in the fleet that fit a query.
    [[nodiscard]] QList<RunningTrigger> metricTriggers(const Automation &rule, const std::function<QList<DeviceId>(const QString &)> &devices) const;
    /// The values that the triggers' conditions read, as they are now; each once.
    [[nodiscard]] QList<ReadValue> reads(const QList<RunningTrigger> &triggers) const;
    /// The metrics of conditions that name their device, which is all that a schedule can ask about.
    [[nodiscard]] QList<MetricId> namedMetrics(const Automation &rule) const;
    [[nodiscard]] ReadValue valueOf(MetricId metric) const; ///< as it is now

    /// Whether all conditions hold; a line of the trace for each that was looked at.
    [[nodiscard]] bool holds(const Automation &rule, const Firing &firing, QList<TraceLine> &trace) const;
    /// One metric condition, by the fleet's values now; `said` becomes what was found, in words.
    [[nodiscard]] bool isSoNow(const RuleCondition &condition, DeviceId device, QString &said) const;
    [[nodiscard]] MetricId metricOf(const RuleCondition &condition, DeviceId device) const;
    /// What set it off, in words.
    [[nodiscard]] QString cause(const Automation &rule, const Firing &firing) const;

private:
    [[nodiscard]] bool isSo(const RuleCondition &condition, const Firing &firing, QString &said) const;
    [[nodiscard]] bool isMetricSo(const RuleCondition &condition, DeviceId device, const QList<ReadValue> &reads, QString &said) const;
    [[nodiscard]] bool fits(const RuleCondition &condition, const Firing &firing, QString &said) const;

    const Fleet &m_fleet;
    FleetColumns &m_columns;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace muster
