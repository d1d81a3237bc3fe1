#pragma once

#include "rules/automationjudge.h"
#include "rules/timetable.h"

#include <QHash>

#include <deque>

namespace muster {

/// What an automation would have done over recorded values: the evaluation of a live run, fed with the past. Its searches are answered as of now, as
/// nobody recorded what they are about; what its commands would have changed is not in the past either. The judge outlives it.
class AutomationTrial
{
public:
    static constexpr qsizetype most = 10'000;   ///< firings that are kept; all are counted
    static constexpr qsizetype mostTold = 500;  ///< of which it is told what happened: the last ones

    struct Firing
    {
        Micros time = 0;
        int trigger = 0;
        MetricId metric {};
        double value = 0;
        bool ran = false; ///< its conditions held

        friend auto operator<=>(const Firing &, const Firing &) = default;
    };
    struct Told
    {
        Firing firing {};
        bool busy = false;           ///< the run before would still have been waiting, and this one declined
        QList<TraceLine> trace {};   ///< what set it off, and its conditions
    };

    /// `running`: its triggers with the values at `from`. What is set off before `from` does not count. `place`: whose zone and site its schedules go by.
    AutomationTrial(const AutomationJudge &judge, Automation rule, const RunningTriggers &running, Micros from, const Timetable &place = {});
    /// In order of time.
    void feed(const SampleBatch &batch);
    /// There is nothing more up to `to`.
    void end(Micros to);

    [[nodiscard]] const QList<Firing> &firings() const { return m_firings; }
    [[nodiscard]] const std::deque<Told> &told() const { return m_told; } ///< oldest first
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 ran() const { return m_ran; }                    ///< with conditions that held and nothing in the way
    [[nodiscard]] qint64 busy() const { return m_busy; }

private:
    void feedPart(const SampleBatch &batch, qsizetype from, qsizetype to);
    void runScheduled(Micros due);
    void take();
    void note(const muster::Firing &firing);

    const AutomationJudge &m_judge;
    Automation m_rule;
    Micros m_from;
    Micros m_delays = 0;    ///< how long a run takes at least
    QHash<DeviceId, Micros> m_busyUntil {}; ///< by device where each counts by itself
    TriggerTable m_table;
    Timetable m_timetable;
    QList<MetricId> m_named {}; ///< whose values its schedules' conditions want
    QList<Firing> m_firings {};
    std::deque<Told> m_told {};
    qint64 m_count = 0;
    qint64 m_ran = 0;
    qint64 m_busy = 0;
};

} // namespace muster
