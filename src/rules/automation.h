#pragma once

#include "core/device.h"
#include "core/diagnostics.h"
#include "core/value.h"
#include "rules/alarmrule.h"
#include "rules/schedule.h"
#include "rules/webaddress.h"

#include <QList>
#include <QTimeZone>

namespace muster {

using AutomationId = Id<struct AutomationTag>;

/// What sets an automation off. Metrics cross a limit once and again only after they have left it; what is so already when the automation is
/// switched on counts as crossing, but ChangesTo without `hold` needs another value before.
struct Trigger
{
    enum class Type : quint8 { Above, Below, Inside, Outside, ChangesTo, Silent, Online, Offline, AlarmRaised, AlarmCleared, Manual, Schedule, Told };

    Type type = Type::Above;
    QString key {};        ///< of the metric
    QString address {};    ///< of the only device it is about; empty: all in the fleet that fit `query`
    QString query {};
    double limit = 0;
    double upper = 0;      ///< Inside, Outside
    double hysteresis = 0; ///< how far back a value must be to count anew; >= 0
    QString word {};       ///< ChangesTo: the value; Alarm…: the alarm's name, empty: any; Told: the name by which it is told from outside
    Micros hold = 0;       ///< how long it must be so; Silent: how long nothing was heard
    muster::Schedule schedule {}; ///< Schedule: about no device

    [[nodiscard]] bool isAboutMetric() const { return type <= Type::Silent; }
    [[nodiscard]] bool isAboutPresence() const { return type == Type::Online || type == Type::Offline; }
    [[nodiscard]] bool isTold() const { return type == Type::Told; }
    [[nodiscard]] bool isSchedule() const { return type == Type::Schedule; }
    [[nodiscard]] bool isAboutAlarm() const { return type == Type::AlarmRaised || type == Type::AlarmCleared; }
    friend bool operator==(const Trigger &, const Trigger &) = default;
};

/// What must be so for the steps to be taken.
struct RuleCondition
{
    enum class Type : quint8 { Metric, Query, Time };

    Type type = Type::Metric;
    bool negated = false;
    QString key {};     ///< Metric
    QString address {}; ///< empty: the device that set it off
    AlarmRule::Test test = AlarmRule::Test::Above; ///< not Silent
    double limit = 0;
    double upper = 0;   ///< Inside, Outside
    QString word {};    ///< Equal, Unequal: the value
    QString query {};   ///< Query
    bool any = false;   ///< Query: some device of the fleet fits; else the one that set it off, if one did
    int from = 0;       ///< Time: minutes of the day; `to` before `from` is on the next day
    int to = 0;
    quint8 days = 127;  ///< Time: bit 0 is Monday; a window over midnight belongs to the day it begins on

    friend bool operator==(const RuleCondition &, const RuleCondition &) = default;
};

/// One thing that is done.
struct RuleStep
{
    enum class Type : quint8 { Command, Delay, Wait, Notify, Notice, Scene, Webhook, Mail, RaiseAlarm, ClearAlarm };

    Type type = Type::Command;
    QString address {};     ///< Command: to one device …; …Alarm: about this one, empty: the one that set it off
    QString query {};       ///< … or all that fit; both empty: the one that set it off
    QString key {};         ///< Command; Scene: its name; Webhook: the address, or what stands for it (see WebAddresses); Mail: to whom, as in core/mail.h, empty: whom the settings name; …Alarm: its name
    Value argument {};      ///< the text {value}: the value that set it off
    Micros span = 0;        ///< Delay; Wait: how long at most
    RuleCondition until {}; ///< Wait; Metric only
    bool goOn = false;      ///< Wait: when the time is over, too
    QString text {};        ///< Notify, Notice, Webhook, Mail, RaiseAlarm; {device}, {value} and {rule} are filled in
    QString subject {};     ///< Mail; likewise
    Severity severity = Severity::Info;
    AlarmSeverity gravity = AlarmSeverity::Major; ///< RaiseAlarm

    [[nodiscard]] bool isForDevices() const { return type == Type::Command; }
    [[nodiscard]] bool isAboutAlarm() const { return type == Type::RaiseAlarm || type == Type::ClearAlarm; }
    static constexpr qsizetype maxUrl = maxWebAddress;

    friend bool operator==(const RuleStep &, const RuleStep &) = default;
};

/// When something is so, and something else is so too, these things are done. A plain value; RULES.md is its JSON form.
struct Automation
{
    /// What a trigger does while there is a run already.
    enum class Mode : quint8 { Single, Restart, Queued, Parallel };

    AutomationId id {}; ///< never reused
    QString name {};
    bool enabled = true;
    QList<Trigger> triggers {};
    QList<RuleCondition> conditions {}; ///< all must be so
    QList<RuleStep> steps {};
    Mode mode = Mode::Single;
    bool perDevice = false;    ///< `mode` and `most` count the runs of the device that set it off alone; all together at most maxRunsInAll
    int most = 10;             ///< runs at a time, those that wait included; Queued, Parallel
    int retries = 0;           ///< of a command that failed
    Micros retryAfter = 5'000'000;
    bool goOn = false;         ///< after a step that failed
    bool runLate = true;       ///< what was due while the program was not running
    bool mayBeDangerous = false;

    static constexpr qsizetype maxName = 100;
    static constexpr qsizetype maxTriggers = 16;
    static constexpr qsizetype maxConditions = 16;
    static constexpr qsizetype maxSteps = 50;
    static constexpr qsizetype maxText = 500;
    static constexpr int maxRuns = 10;
    static constexpr int maxRunsInAll = 1'000;
    static constexpr int maxRetries = 5;

    /// Refuses what can never work with a sentence. Whether there is a site for a sunrise is for Automations to say.
    [[nodiscard]] Result<void> validate() const;
    [[nodiscard]] bool hasSchedule() const;
    /// Whether something that is about no device can set it off, a person aside.
    [[nodiscard]] bool hasNoDevice() const;
    friend bool operator==(const Automation &, const Automation &) = default;
};

/// The value a condition read, at the moment it counts.
struct ReadValue
{
    MetricId metric {};
    Micros time = 0; ///< 0: there was none
    double value = 0;
    QString text {};

    friend bool operator==(const ReadValue &, const ReadValue &) = default;
};

namespace automationlogic {

/// Refuses a step that can never work with a sentence.
[[nodiscard]] Result<void> validate(const RuleStep &step);
/// Whether a value of `metric` is as the condition says, its negation aside. NaN never is.
[[nodiscard]] bool isSo(const RuleCondition &condition, const Metric &metric, const ReadValue &read);
/// Whether it is in the window of a Time condition.
[[nodiscard]] bool isWithin(const RuleCondition &condition, Micros time, const QTimeZone &zone);
/// What a value as a person writes it is for a metric: a number, an option, on or off. Nothing: the metric cannot have it (a text always can).
[[nodiscard]] std::optional<double> valueOf(const QString &word, const Metric &metric);

} // namespace automationlogic
} // namespace muster
