#pragma once

#include "rules/automationjudge.h"

namespace muster {

/// What an automation would have done over recorded values: the evaluation of a live run, fed with the past. Its searches are answered as of now, as
/// nobody recorded what they are about. The judge outlives it.
class AutomationTrial
{
public:
    static constexpr qsizetype most = 10'000; ///< firings that are kept; all are counted

    struct Firing
    {
        Micros time = 0;
        int trigger = 0;
        MetricId metric {};
        double value = 0;
        bool ran = false; ///< its conditions held

        friend auto operator<=>(const Firing &, const Firing &) = default;
    };

    /// `running`: its triggers with the values at `from`.
    AutomationTrial(const AutomationJudge &judge, Automation rule, const RunningTriggers &running, Micros from);
    /// In order of time.
    void feed(const SampleBatch &batch);
    void end(Micros to);

    [[nodiscard]] const QList<Firing> &firings() const { return m_firings; }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 ran() const { return m_ran; }

private:
    void take();

    const AutomationJudge &m_judge;
    Automation m_rule;
    TriggerTable m_table;
    QList<Firing> m_firings {};
    qint64 m_count = 0;
    qint64 m_ran = 0;
};

} // namespace muster
