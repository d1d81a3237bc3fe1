// Automations: one step done at once, for a person who is still writing it. It is a run of an automation that nobody else sees, so that it does
// exactly what it will do later; what came of it is kept with the runs of the automation it belongs to.
#include "rules/automations.h"

#include "core/fleet.h"
#include "rules/scenes.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype mostTrials = 20; ///< at a time

/// The value there is now of the first metric that would set it off.
Firing firingOf(const Automation &rule, DeviceId device, const Fleet &fleet, Micros now)
{
    Firing firing;
    firing.device = device;
    firing.time = now;
    firing.value = std::numeric_limits<double>::quiet_NaN();
    for (qsizetype i = 0; i < rule.triggers.size() && !firing.metric.isValid(); ++i) {
        const Trigger &trigger = rule.triggers.at(i);
        const MetricState *const state = trigger.isAboutMetric() ? fleet.metric(fleet.findMetric(device, trigger.key)) : nullptr;
        if (!state || state->time == 0)
            continue;
        firing.trigger = int(i);
        firing.metric = state->info.id;
        firing.value = state->value;
        firing.text = state->text;
    }
    return firing;
}

} // namespace

StepReach Automations::reach(const RuleStep &step, DeviceId device)
{
    StepReach reach;
    if (step.type == RuleStep::Type::Command) {
        AutomationRun run;
        run.firing.device = device;
        reach.devices = targets(step, run);
        for (const DeviceId one : std::as_const(reach.devices))
            if (const Device *const known = m_fleet.device(one))
                reach.isDangerous = reach.isDangerous || std::any_of(known->commands.cbegin(), known->commands.cend(), [&step](const CommandInfo &info) { return info.dangerous && info.key == step.key; });
    } else if (const Scene *const scene = step.type == RuleStep::Type::Scene && m_scenes ? m_scenes->find(step.key) : nullptr) {
        for (const SceneValue &value : scene->values)
            if (const DeviceId one = m_fleet.findByAddress(value.address); !reach.devices.contains(one))
                reach.devices.append(one);
        reach.isDangerous = m_scenes->dangerous(*scene) > 0;
    }
    return reach;
}

Result<AutomationId> Automations::tryStep(const Automation &rule, qsizetype step, DeviceId device, bool mayBeDangerous)
{
    const RuleStep wanted = rule.steps.value(step);
    if (wanted.type == RuleStep::Type::Delay || wanted.type == RuleStep::Type::Wait)
        return failure(Error::Code::Refused, tr("Waiting alone does nothing that could be tried."));
    if (const Result<void> valid = automationlogic::validate(wanted); !valid)
        return tl::unexpected(valid.error());
    if (m_trials.size() >= mostTrials)
        return failure(Error::Code::Refused, tr("%1 steps are being tried already. Wait until one of them has ended.").arg(mostTrials));
    const AutomationId trial {++m_lastRule};
    Entry &made = m_rules[trial.n];
    made.rule = rule;
    made.rule.id = trial;
    made.rule.steps = {wanted};
    made.rule.retries = 0;
    made.rule.goOn = false;
    made.rule.mayBeDangerous = mayBeDangerous;
    m_trials.insert(trial, rule.id);
    AutomationRun run;
    run.rule = trial;
    run.firing = firingOf(rule, device, m_fleet, m_now());
    run.started = m_now();
    run.trace.append({run.started, TraceLine::Kind::Trigger, true, tr("A person tried step %1.").arg(step + 1)});
    keep(made, run);
    begin(made.runs.last());
    return Result<AutomationId>(trial);
}

/// Its only run is over.
void Automations::endTrial(AutomationId trial)
{
    Entry *const done = entry(trial);
    if (!done || !m_trials.contains(trial))
        return;
    AutomationRun ended = *run(done->runs.last());
    drop(ended.number);
    m_rules.erase(trial.n);
    ended.rule = m_trials.take(trial);
    QString said;
    for (const TraceLine &line : std::as_const(ended.trace))
        if (line.kind == TraceLine::Kind::Step || line.kind == TraceLine::Kind::Failure)
            said = line.text;
    if (Entry *const owner = entry(ended.rule))
        keep(*owner, ended);
    Q_EMIT stepTried(trial, ended.state == AutomationRun::State::Done, said);
}

/// Who asks, for the journal of commands.
QString Automations::originOf(const Automation &rule) const
{
    return (m_trials.contains(rule.id) ? QStringLiteral("person, trying a step of: ") : QStringLiteral("automation: ")) + rule.name;
}

} // namespace muster
