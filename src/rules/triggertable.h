#pragma once

#include "rules/alarmlogic.h"
#include "rules/automation.h"
#include "rules/due.h"

#include <vector>

namespace muster {

/// One trigger of one automation, and a metric it is about.
struct TriggerKey
{
    AutomationId rule {};
    quint32 trigger = 0; ///< which, from 0
    MetricId metric {};

    friend auto operator<=>(const TriggerKey &, const TriggerKey &) = default;
    friend size_t qHash(const TriggerKey &key, size_t seed = 0) noexcept { return ::qHashMulti(seed, key.rule.n, key.trigger, key.metric.n); }
};

/// A trigger and the metrics it is about, resolved.
struct RunningTrigger
{
    struct Watched
    {
        MetricId metric {};
        DeviceId device {};
        double target = 0;       ///< ChangesTo, unless it is a text; Online 1, Offline 0
        bool isText = false;
        QList<MetricId> reads {};///< whose values the conditions want
        AlarmTrack track {};     ///< from the session before; last == 0: none
        ReadValue now {};        ///< the latest value so far

        [[nodiscard]] bool isLike(const Watched &other) const
        {
            return metric == other.metric && device == other.device && target == other.target && isText == other.isText && reads == other.reads;
        }
    };
    AutomationId rule {};
    quint32 number = 0;
    Trigger trigger {};
    QList<Watched> watched {};
};

struct RunningTriggers
{
    QList<RunningTrigger> triggers {};
    QList<ReadValue> values {}; ///< of the metrics that are read

    /// Whether they are about the same, whatever the values are.
    [[nodiscard]] bool isLike(const RunningTriggers &other) const;
};

/// What the evaluation says: the trigger fired, or only its track changed, which is kept.
struct TriggerNews
{
    TriggerKey key {};
    DeviceId device {};
    bool fired = false;
    Micros time = 0;
    double value = 0;
    QString text {};
    AlarmTrack track {};
    QList<ReadValue> reads {}; ///< as they were at `time`
};

/// Evaluates triggers about metrics over samples: pure, without a clock of its own; what is due without a new value happens in pass(). The same for a
/// live run and for a dry run over recorded samples. Indexed by metric: a sample that nobody asks about costs one look into a table.
class TriggerTable
{
public:
    static constexpr qsizetype most = 200'000; ///< pairs of trigger and metric

    /// What is evaluated from now on. What is as before goes on where it is.
    void set(const RunningTriggers &running, Micros now);
    void take(const SampleBatch &batch, Micros now);
    /// Does what is due by `now`, each at its own time.
    void pass(Micros now);

    [[nodiscard]] Micros due() const { return m_due.next(); } ///< 0: nothing is
    [[nodiscard]] qsizetype size() const { return qsizetype(m_slots.size()); }
    [[nodiscard]] QList<TriggerNews> takeNews() { return std::exchange(m_news, {}); }
    /// The value of a metric that is read, as it was at `time`, which is that of the last sample or later.
    [[nodiscard]] ReadValue readAt(MetricId metric, Micros time) const;

private:
    struct Rule
    {
        AutomationId id {};
        quint32 number = 0;
        Trigger trigger {};
        AlarmRule test {};
    };
    struct Slot
    {
        quint32 rule = 0;
        bool isText = false;
        MetricId metric {};
        DeviceId device {};
        double target = 0;
        AlarmTrack track {};
        Micros due = 0;      ///< as it stands in m_due; 0: it does not
        double value = 0;    ///< the latest, as it came
        QString text {};
        QList<MetricId> reads {};
    };
    struct Read
    {
        ReadValue now {};
        ReadValue before {};
    };
    struct Uses
    {
        quint32 first = 0; ///< in m_uses
        qint32 read = -1;  ///< in m_reads
    };

    void index(const RunningTriggers &running);
    void seedReads(const QList<ReadValue> &values);
    void begin(Slot &slot, const RunningTrigger::Watched &watched, Micros now);
    [[nodiscard]] bool feed(Slot &slot, Micros time, double value, const QString &text);
    void settle(quint32 index, const AlarmTrack &before, bool fired, Micros time);
    void passSlot(quint32 index, Micros until);
    [[nodiscard]] TriggerNews newsOf(const Slot &slot, bool fired, Micros time) const;

    std::vector<Rule> m_rules;
    std::vector<Slot> m_slots;
    std::vector<Uses> m_byMetric; ///< by MetricId, one more at the end
    std::vector<quint32> m_uses;
    std::vector<Read> m_reads;
    DueTable m_due;
    QList<TriggerNews> m_news;
};

/// The evaluation of a trigger as alarmlogic does it. ChangesTo, Online and Offline are fed with 1 where the value is the one, else with 0.
[[nodiscard]] AlarmRule testOf(const Trigger &trigger);

} // namespace muster

Q_DECLARE_METATYPE(muster::RunningTriggers)
Q_DECLARE_METATYPE(muster::TriggerNews)
