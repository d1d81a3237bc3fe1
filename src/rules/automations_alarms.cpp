// Automations: alarms, which set them off and which their steps raise and clear.
#include "rules/automations.h"

#include "core/fleet.h"
#include "rules/alarms.h"
#include "rules/automationwords.h"

#include <limits>

namespace muster {

void Automations::listenTo(Alarms &alarms)
{
    m_alarms = &alarms;
    connect(&alarms, &Alarms::raised, this, [this](const QList<Alarm> &raised) { hearAlarms(raised, Trigger::Type::AlarmRaised); });
    connect(&alarms, &Alarms::cleared, this, [this](const QList<Alarm> &over) { hearAlarms(over, Trigger::Type::AlarmCleared); });
}

/// What a step of a run brought about sets nothing off from within that run.
void Automations::hearAlarms(const QList<Alarm> &alarms, Trigger::Type type)
{
    if (m_isTelling)
        QMetaObject::invokeMethod(this, [this, alarms, type] { takeAlarms(alarms, type); }, Qt::QueuedConnection);
    else
        takeAlarms(alarms, type);
}

void Automations::takeAlarms(const QList<Alarm> &alarms, Trigger::Type type)
{
    for (const AutomationId id : QList<AutomationId>(m_order)) {
        Entry *const known = entry(id);
        for (qsizetype i = 0; known && known->rule.enabled && i < known->rule.triggers.size(); ++i) {
            const Trigger trigger = known->rule.triggers.at(i);
            if (trigger.type != type)
                continue;
            const DeviceId only = m_fleet.findByAddress(trigger.address);
            const ParsedQuery query = parseQuery(trigger.query);
            for (const Alarm &alarm : alarms) {
                const AlarmRule *const rule = m_alarms->rule(alarm.key.rule);
                const bool isThat = rule && (trigger.word.isEmpty() || rule->name.compare(trigger.word, Qt::CaseInsensitive) == 0);
                const bool isThere = trigger.address.isEmpty() ? query && (query->acceptsAll() || query->matches(m_columns, alarm.device, m_now())) : alarm.device == only;
                const double value = alarm.key.metric.isValid() ? alarm.value : std::numeric_limits<double>::quiet_NaN();
                if (isThat && isThere)
                    fire(*known, {int(i), alarm.device, alarm.key.metric, alarm.changed, value, {}, {}});
            }
        }
    }
}

/// True when the step is done and the next one is to be taken.
bool Automations::tellAlarm(AutomationRun &run, const Automation &rule)
{
    const RuleStep step = rule.steps.at(run.step);
    const DeviceId device = step.address.isEmpty() ? run.firing.device : m_fleet.findByAddress(step.address);
    if (!device.isValid())
        return failed(run, rule, step.address.isEmpty() ? tr("No device set this off, so there is none to have an alarm. Choose one in the step.")
                                                        : tr("There is no device %1.").arg(automationwords::plain(step.address)));
    m_guard.blame(run, device, LoopGuard::Way::Alarm, m_now());
    m_isTelling = true;
    const bool isRaise = step.type == RuleStep::Type::RaiseAlarm;
    const Result<QString> said = isRaise ? raiseAlarm(step, device, filled(step.text, run, rule)) : clearAlarm(step, device, rule);
    m_isTelling = false;
    if (!said)
        return failed(run, rule, said.error().text);
    say(run, TraceLine::Kind::Step, true, said->arg(automationwords::plain(step.key), automationwords::device(m_fleet, device)));
    return true;
}

Result<QString> Automations::raiseAlarm(const RuleStep &step, DeviceId device, const QString &text)
{
    const Result<Alarms::Raising> raised = m_alarms->raise(step.key, step.gravity, device, text);
    if (!raised)
        return tl::unexpected(raised.error());
    if (*raised == Alarms::Raising::Off)
        return Result<QString>(tr("The alarm “%1” of %2 was not raised: it is switched off among the alarm rules."));
    return Result<QString>(*raised == Alarms::Raising::News ? tr("Raised the alarm “%1” of %2.") : tr("The alarm “%1” of %2 was raised already; it goes on."));
}

Result<QString> Automations::clearAlarm(const RuleStep &step, DeviceId device, const Automation &rule)
{
    const bool wasActive = m_alarms->clear(step.key, device, tr("By the automation “%1”.").arg(rule.name));
    return Result<QString>(wasActive ? tr("Cleared the alarm “%1” of %2.") : tr("There was no alarm “%1” of %2 to clear."));
}

} // namespace muster
