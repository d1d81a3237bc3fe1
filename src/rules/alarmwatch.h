#pragma once

#include "rules/alarm.h"
#include "rules/due.h"
#include "rules/metricuses.h"

#include <QObject>

#include <functional>
#include <vector>

namespace muster {

/// Evaluates the alarm rules. Lives on muster-io, beside the samples' way: a sample that no rule is about costs one look into a table. Says what
/// changed once per batch. What is due without a new value is done by a timer at the moment it is due.
class AlarmWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 200'000; ///< pairs of rule and metric

    explicit AlarmWatch(std::function<Micros()> clock = nowMicros, QObject *parent = nullptr);
    ~AlarmWatch() override;

    /// Pairs of rule and metric.
    [[nodiscard]] qsizetype watched() const { return qsizetype(m_slots.size()); }

public Q_SLOTS:
    /// What is to be evaluated from now on. What is as before goes on where it is.
    void setRules(const QList<muster::RunningAlarm> &rules);
    void take(const muster::SampleBatch &batch);
    /// Does what is due by now.
    void pass();

Q_SIGNALS:
    void changed(const QList<muster::AlarmNews> &news);

private:
    struct Slot
    {
        quint32 rule = 0;
        MetricId metric {};
        DeviceId device {};
        AlarmTrack track {};
        Micros due = 0; ///< as it stands in m_due; 0: it does not
    };
    void begin(Slot &slot, const RunningAlarm::Watched &watched, Micros now);
    void feed(quint32 index, const Sample &sample);
    void settle(quint32 index, const AlarmTrack &before, AlarmChange change, Micros time);
    void passSlot(quint32 index, Micros now);
    void tell();

    std::function<Micros()> m_clock;
    std::vector<AlarmRule> m_rules;
    std::vector<Slot> m_slots;
    MetricUses m_uses;
    DueTable m_due;
    QList<AlarmNews> m_news;
    DueTimer m_timer;
};

} // namespace muster
