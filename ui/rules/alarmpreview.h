#pragma once

#include "rules/alarm.h"
#include "ui/analysis/rangereader.h"

#include <optional>

namespace muster {

/// How often a rule would have fired over the recorded past, metric by metric, without making the window wait. Main thread.
class AlarmPreview : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostMetrics = 50;
    static constexpr Micros span = 7LL * 86'400 * 1'000'000;

    struct Result
    {
        qint64 firings = 0;
        int metrics = 0;      ///< looked at
        bool isExact = true;  ///< else some of it was read as summaries
        bool isWhole = true;  ///< all metrics were looked at
        QString problem {};   ///< why something is missing; empty: nothing is
    };

    AlarmPreview(const Fleet &fleet, Past &past, QObject *parent = nullptr);

    /// Begins anew; what was under way is forgotten.
    void look(const AlarmRule &rule, const QList<MetricId> &metrics);
    void stop();

Q_SIGNALS:
    void looked(const muster::AlarmPreview::Result &result);

private:
    void next();

    RangeReader m_reader;
    AlarmRule m_rule;
    QList<MetricId> m_waiting;
    std::optional<alarmlogic::DryRun> m_run;
    Result m_result;
    Micros m_from = 0;
    Micros m_to = 0;
};

} // namespace muster
