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
    /// The clock on the wall for the hours of rules; this computer's unless a test has its own. Before setRules().
    void setZone(const QTimeZone &zone) { m_zone = zone; }

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
    static constexpr quint32 noPair = ~0U;
    struct Slot
    {
        quint32 rule = 0;
        MetricId metric {};
        DeviceId device {};
        AlarmTrack track {};
        Micros due = 0; ///< as it stands in m_due; 0: it does not
        quint32 pair = noPair;
    };
    /// A metric and the other one that is its limit. What comes in one batch with the same time is evaluated together.
    struct Pair
    {
        quint32 slot = 0;
        MetricId limit {};
        alarmlogic::Gathered gathered {};
    };
    struct Rule
    {
        AlarmRule rule {};
        OpenHours hours;
        [[nodiscard]] const OpenHours *counts() const { return rule.hours.isAlways() ? nullptr : &hours; }
    };
    struct Before;
    void place(const RunningAlarm &running, const RunningAlarm::Watched &watched, const Before &before, Micros now);
    void begin(Slot &slot, const RunningAlarm::Watched &watched, Micros now);
    void beginLimit(Slot &slot, const RunningAlarm::Watched &watched);
    void feedFirst(Slot &slot, Micros time, double value, double reference);
    void index();
    void takeAs(quint32 use, const Sample &sample);
    void feed(quint32 index, Micros time, double value, double reference);
    void feedGathered(quint32 pair);
    void settle(quint32 index, const AlarmTrack &before, AlarmChange change, Micros time);
    void passSlot(quint32 index, Micros now);
    void tell();

    std::function<Micros()> m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<Rule> m_rules;
    std::vector<Slot> m_slots;
    std::vector<Pair> m_pairs;
    std::vector<quint32> m_gathered; ///< pairs with something to evaluate at the end of the batch
    MetricUses m_uses; ///< of the slots, behind them of the limits of m_pairs
    DueTable m_due;
    QList<AlarmNews> m_news;
    DueTimer m_timer;
};

} // namespace muster
