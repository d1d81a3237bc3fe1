#pragma once

#include "rules/alarmlogic.h"

#include <QHash>
#include <QJsonObject>

namespace muster {

/// One alarm per rule and metric, or, where an automation raises it, per rule and device: raising it again extends it.
struct AlarmKey
{
    AlarmRuleId rule {};
    MetricId metric {}; ///< invalid: it is about `device` as such
    DeviceId device {}; ///< valid only without a metric

    friend auto operator<=>(const AlarmKey &, const AlarmKey &) = default;
    friend size_t qHash(const AlarmKey &key, size_t seed = 0) noexcept { return ::qHash((quint64(key.rule.n) << 32) | (key.metric.n ^ key.device.n), seed); }
};

struct Alarm
{
    AlarmKey key {};
    DeviceId device {};
    AlarmSeverity severity = AlarmSeverity::Major;
    bool active = false;
    bool acknowledged = false;
    QString comment {};      ///< of who acknowledged it
    Micros raised = 0;       ///< first; since then it has not been both over and acknowledged
    Micros changed = 0;      ///< last raised or over
    Micros told = 0;         ///< last raised or told again
    Micros shelvedUntil = 0; ///< out of sight until then; 0: it is not
    double value = 0;        ///< that raised it, or with which it was over
    int times = 1;           ///< raised
    QString text {};         ///< what the automation that raised it says

    static constexpr qsizetype maxText = 500;

    [[nodiscard]] bool isShelved() const { return shelvedUntil != 0; }
    friend bool operator==(const Alarm &, const Alarm &) = default;
};

/// What happened to an alarm, and why.
struct AlarmLogEntry
{
    enum class Event : quint8 { Raised, Cleared, Acknowledged, Shelved, Unshelved, Removed, ToldAgain };

    quint64 number = 0;
    Micros time = 0;
    AlarmKey key {};
    DeviceId device {};
    Event event = Event::Raised;
    AlarmSeverity severity = AlarmSeverity::Major;
    double value = 0;
    QString why {}; ///< a sentence, or the comment
};

/// What the evaluation on muster-io says. Without a change it is about the track alone, which is kept.
struct AlarmNews
{
    AlarmKey key {};
    DeviceId device {};
    AlarmChange change = AlarmChange::None;
    Micros time = 0;
    AlarmTrack track {};
};

/// A rule and the metrics it is about, for muster-io.
struct RunningAlarm
{
    struct Watched
    {
        MetricId metric {};
        DeviceId device {};
        AlarmTrack track {}; ///< from the session before; last == 0: none
        Micros time = 0;     ///< of the latest value so far; 0: none
        double value = 0;
        MetricId limit {};   ///< the metric that is the limit; invalid: none, or nobody knows it
        Micros limitTime = 0;  ///< of its latest value so far; 0: none
        double limitValue = 0;
    };
    AlarmRule rule {};
    QList<Watched> watched {};
};

/// JSON for fleet.db and for people. A rule that cannot be read, or is of a newer format, is an Error with a sentence.
namespace alarmjson {

[[nodiscard]] QJsonObject toJson(const AlarmRule &rule);
[[nodiscard]] Result<AlarmRule> ruleOf(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const AlarmTrack &track);
[[nodiscard]] AlarmTrack trackOf(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const Alarm &alarm);
[[nodiscard]] Alarm alarmOf(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const AlarmLogEntry &entry);
[[nodiscard]] AlarmLogEntry entryOf(const QJsonObject &json);

} // namespace alarmjson
} // namespace muster

Q_DECLARE_METATYPE(muster::AlarmNews)
Q_DECLARE_METATYPE(muster::RunningAlarm)
