#pragma once

#include "rules/triggertable.h"

#include <QJsonObject>
#include <QSet>

namespace muster {

/// What set an automation off.
struct Firing
{
    int trigger = -1; ///< which of the automation's, from 0; -1: a person
    DeviceId device {};
    MetricId metric {};
    Micros time = 0;
    double value = 0;
    QString text {};
    QList<ReadValue> reads {}; ///< what the conditions are about, as it was then; what is missing is read from the fleet
    bool isOneOfMany = false;  ///< missed runs of a schedule that are made up for: they wait for each other, whatever the mode
};

/// One thing that happened in a run, in words.
struct TraceLine
{
    enum class Kind : quint8 { Trigger, Condition, Step, Wait, Failure, End };

    Micros time = 0;
    Kind kind = Kind::Step;
    bool good = true;
    QString text {};
};

/// One time an automation was set off, and what came of it.
struct AutomationRun
{
    enum class State : quint8 {
        Queued,   ///< waits until the one before is over
        Running,  ///< a command is under way
        Waiting,  ///< a delay, a value that is waited for, or the pause before a command is repeated
        Done,
        Failed,   ///< a step did
        Stopped,  ///< by a person, a change of the automation, waiting in vain, the loop guard
        Declined, ///< a condition did not hold, or another run was in the way
    };
    enum class Waits : quint8 { ForNothing, ForDelay, ForValue, ForRetry };

    quint64 number = 0;
    AutomationId rule {};
    Firing firing {};
    State state = State::Queued;
    Waits waits = Waits::ForNothing;
    Micros started = 0;
    Micros ended = 0;
    int step = 0;      ///< that is being done, from 0
    int attempt = 0;   ///< of its command
    Micros until = 0;  ///< Waiting: how long at most
    int times = 1;     ///< Declined: in a row
    QList<DeviceId> retry {};         ///< whose command is to be repeated
    QList<AutomationId> causes {};    ///< automations whose commands led here, the first one first
    QList<TraceLine> trace {};

    static constexpr qsizetype maxTrace = 200; ///< lines

    [[nodiscard]] bool isOver() const { return state >= State::Done; }
};

/// The devices a step would command, and whether one of these commands is dangerous.
struct StepReach
{
    QList<DeviceId> devices {};
    bool isDangerous = false;
};

/// What became of the commands of a step so far.
struct StepOrder
{
    QSet<quint32> open {};
    QList<DeviceId> failed {};
    QString problem {};
    int good = 0;
    int unconfirmed = 0;
    bool isSubmitting = false;
    bool isUnreachable = false; ///< no open connection led there
};

/// JSON for fleet.db and for people. RULES.md is the form of an automation. What cannot be read is an Error with a sentence.
namespace automationjson {

[[nodiscard]] QJsonObject toJson(const Automation &rule);
[[nodiscard]] Result<Automation> ruleOf(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const AutomationRun &run);
[[nodiscard]] AutomationRun runOf(const QJsonObject &json);

} // namespace automationjson
} // namespace muster
