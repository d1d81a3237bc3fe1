#include "rules/loopguard.h"

#include "rules/automationrun.h"

#include <algorithm>

namespace muster {

void LoopGuard::blame(const AutomationRun &run, DeviceId device, Way way, Micros now)
{
    QHash<DeviceId, Cause> &causes = way == Way::Alarm ? m_alarmed : m_commanded;
    if (causes.size() >= mostDevices)
        causes.removeIf([now](const auto &it) { return now - it->time > window; });
    if (causes.size() < mostDevices)
        causes.insert(device, {now, QList<AutomationId>(run.causes + QList<AutomationId> {run.rule}).mid(std::max<qsizetype>(0, run.causes.size() + 1 - mostCauses))});
}

QList<AutomationId> LoopGuard::causes(const Automation &rule, const Firing &firing, Micros now) const
{
    if (firing.trigger < 0 || firing.trigger >= rule.triggers.size())
        return {};
    const auto recent = [&](const QHash<DeviceId, Cause> &causes) {
        const auto cause = causes.constFind(firing.device);
        return cause == causes.cend() || now - cause->time > window ? Cause() : *cause;
    };
    const Cause commanded = recent(m_commanded);
    const Cause alarmed = rule.triggers.at(firing.trigger).isAboutAlarm() ? recent(m_alarmed) : Cause();
    return alarmed.chain.isEmpty() || commanded.time > alarmed.time ? commanded.chain : alarmed.chain;
}

} // namespace muster
