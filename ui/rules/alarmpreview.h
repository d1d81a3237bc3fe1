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
        bool isKnown = true;  ///< else the values of the metric that is the limit are missing, or too many
        Micros limitFrom = 0; ///< that metric had no value before; 0: it had
    };

    AlarmPreview(const Fleet &fleet, Past &past, QObject *parent = nullptr);

    /// A metric, and the one that is its limit; invalid: it has none.
    struct Looked
    {
        MetricId metric {};
        MetricId limit {};
    };
    /// Begins anew; what was under way is forgotten.
    void look(const AlarmRule &rule, const QList<Looked> &metrics);
    void stop();

Q_SIGNALS:
    void looked(const muster::AlarmPreview::Result &result);

private:
    void next();
    void readLimit(MetricId limit);
    void limitRead();
    void read();
    void finish(const QString &problem);

    const Fleet &m_fleet;
    RangeReader m_reader;
    AlarmRule m_rule;
    QList<Looked> m_waiting;
    Looked m_now;
    MetricId m_limit {};        ///< whose values are in m_limits
    QList<Sample> m_limits;
    bool m_readsLimit = false;
    std::optional<alarmlogic::DryRun> m_run;
    Result m_result;
    Micros m_from = 0;
    Micros m_to = 0;
};

} // namespace muster
