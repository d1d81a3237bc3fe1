#pragma once

#include "rules/weekhours.h"

#include "core/ids.h"
#include "core/result.h"
#include "core/sample.h"

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
        Told,    ///< no condition: an automation says when it is raised and over, for whatever device; of the rest severity, again, postTo and mailTo count
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
    WeekHours hours {};         ///< outside of them it is not raised, and what lasts, lasts from their beginning
    QString limitKey {};        ///< a metric whose latest value is what limit, upper and clearAt are added to; while it has none, nothing is raised or over
    QString limitAddress {};    ///< of the device `limitKey` is of; empty: of the same
    Micros again = 0;           ///< after so long active and not acknowledged it is told again; 0: never
    QString postTo {};          ///< web address that is told of it, or what stands for it (see WebAddresses); empty: none
    QString mailTo {};          ///< e-mail address that is told of it; empty: none

    static constexpr qsizetype maxName = 100;
    static constexpr int maxTimes = 1'000;
    static constexpr Micros maxDelay = 31LL * 86'400 * 1'000'000;
    static constexpr Micros leastAgain = 60'000'000;
    static constexpr qsizetype maxMail = 200;

    [[nodiscard]] bool isAlarming(double value) const;
    [[nodiscard]] bool isOver(double value) const;
    /// Whether the same values lead to the same alarms.
    [[nodiscard]] bool decidesLike(const AlarmRule &other) const;
    /// Refuses what can never work with a sentence.
    [[nodiscard]] Result<void> validate() const;
    /// Whether an automation raises it.
    [[nodiscard]] bool isTold() const { return test == Test::Told; }
    /// Whether the limits are another metric's value.
    [[nodiscard]] bool isRelative() const { return !limitKey.isEmpty(); }

    friend bool operator==(const AlarmRule &, const AlarmRule &) = default;
};

} // namespace muster
