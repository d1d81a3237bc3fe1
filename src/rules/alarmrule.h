#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/sample.h"

#include <limits>
#include <optional>

namespace muster {

using AlarmRuleId = Id<struct AlarmRuleTag>;

enum class AlarmSeverity : quint8 { Info, Warning, Minor, Major, Critical };
inline constexpr int alarmSeverities = 5;

/// What a rule does when a metric falls silent for AlarmRule::silence.
enum class SilencePolicy : quint8 { Keep, Alarming, Normal };

/// When an alarm is raised and when it is over. A plain value; times are those of the samples.
struct AlarmRule
{
    enum class Test : quint8 {
        Above,   ///< the limit
        Below,   ///< the limit
        Equal,   ///< to the limit
        Unequal, ///< to the limit
        Outside, ///< below the limit or above the upper one
        Silent,  ///< nothing was heard for `hold`
        Inside,  ///< neither below the limit nor above the upper one
    };

    AlarmRuleId id {}; ///< never reused
    QString name {};
    bool enabled = true;
    AlarmSeverity severity = AlarmSeverity::Major;
    QString key {};     ///< of the metric
    QString address {}; ///< of the only device it is about; empty: all in the fleet that fit `query`
    QString query {};
    Test test = Test::Above;
    double limit = 0;
    double upper = 0;               ///< Outside, Inside
    Micros hold = 0;                ///< how long it must be so; 0: at once
    int times = 1;                  ///< how many values in a row must say so
    double deadband = 0;            ///< how far behind the limit a value must be for the alarm to be over; >= 0
    std::optional<double> clearAt {}; ///< Above, Below: instead of limit and deadband
    Micros offDelay = 0;            ///< how long it must be over
    Micros silence = 0;             ///< after so long without a value SilencePolicy counts; 0: never
    SilencePolicy silencePolicy = SilencePolicy::Keep;

    static constexpr qsizetype maxName = 100;
    static constexpr int maxTimes = 1'000;
    static constexpr Micros maxDelay = 31LL * 86'400 * 1'000'000;

    [[nodiscard]] bool isAlarming(double value) const;
    [[nodiscard]] bool isOver(double value) const;
    /// Whether the same values lead to the same alarms.
    [[nodiscard]] bool decidesLike(const AlarmRule &other) const;
    /// Refuses what can never work with a sentence.
    [[nodiscard]] Result<void> validate() const;

    friend bool operator==(const AlarmRule &, const AlarmRule &) = default;
};

/// Where a rule stands with one metric. Plain: kept in fleet.db.
struct AlarmTrack
{
    bool active = false;
    bool silent = false; ///< SilencePolicy has been applied
    int count = 0;       ///< values in a row that said so
    Micros since = 0;    ///< since when it is so (or over, while active); 0: it is not
    Micros last = 0;     ///< of the latest value, or of the beginning
    double value = std::numeric_limits<double>::quiet_NaN();

    friend bool operator==(const AlarmTrack &a, const AlarmTrack &b)
    {
        return a.active == b.active && a.silent == b.silent && a.count == b.count && a.since == b.since && a.last == b.last;
    }
};

enum class AlarmChange : quint8 { None, Raised, Cleared };

/// The evaluation: pure, without a clock. Whoever has the time calls pass() at every due() before it feeds what is later.
namespace alarmlogic {

/// A value arrived. NaN is no value; a time before the one before is none either, unless the clock went back by more than `clockStep`.
[[nodiscard]] AlarmChange feed(const AlarmRule &rule, AlarmTrack &track, Micros time, double value);
inline constexpr Micros clockStep = 60'000'000;

/// When pass() has something to do; 0: never, unless a value arrives.
[[nodiscard]] Micros due(const AlarmRule &rule, const AlarmTrack &track);
/// It is that time now, which due() said.
[[nodiscard]] AlarmChange pass(const AlarmRule &rule, AlarmTrack &track, Micros now);

/// One firing of a dry run.
struct Firing
{
    Micros raised = 0;
    Micros cleared = 0; ///< 0: not before the end
    double value = 0;

    friend bool operator==(const Firing &, const Firing &) = default;
};

/// What the rule would have done over recorded values. Feed pages in order of time, then end().
class DryRun
{
public:
    static constexpr qsizetype most = 10'000; ///< firings that are kept; all are counted

    DryRun(AlarmRule rule, Micros from);
    void feed(const QList<Sample> &samples);
    void end(Micros to);

    [[nodiscard]] const QList<Firing> &firings() const { return m_firings; }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void catchUp(Micros until);
    void take(AlarmChange change, Micros time);

    AlarmRule m_rule;
    AlarmTrack m_track {};
    QList<Firing> m_firings {};
    qint64 m_count = 0;
};

} // namespace alarmlogic
} // namespace muster
