// Automations: the runs, step by step.
#include "rules/automations.h"

#include "core/fleet.h"
#include "query/query.h"
#include "rules/automationwords.h"
#include "rules/scenes.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

using Line = TraceLine::Kind;
using State = AutomationRun::State;
using Waits = AutomationRun::Waits;

constexpr Micros graceStep = 1'000'000;

/// A number where the command knows on and off alone.
Value fitted(const Value &argument, ArgumentType type)
{
    const double *const number = std::get_if<double>(&argument);
    return number && type == ArgumentType::Boolean ? Value(*number != 0) : argument;
}

} // namespace

AutomationRun *Automations::run(quint64 number)
{
    const auto it = m_runs.find(number);
    return it == m_runs.end() ? nullptr : &it->second;
}

QList<quint64> Automations::active(const Entry &entry) const
{
    QList<quint64> numbers;
    for (const quint64 number : entry.runs) {
        const auto it = m_runs.find(number);
        if (it != m_runs.end() && !it->second.isOver())
            numbers.append(number);
    }
    return numbers;
}

QList<quint64> Automations::active(const Entry &entry, DeviceId device) const
{
    QList<quint64> numbers = active(entry);
    if (entry.rule.perDevice)
        numbers.removeIf([this, device](quint64 number) { return m_runs.at(number).firing.device != device; });
    return numbers;
}

QList<const AutomationRun *> Automations::runs(AutomationId id) const
{
    QList<const AutomationRun *> runs;
    const auto known = m_rules.find(id.n);
    for (qsizetype i = known == m_rules.end() ? 0 : known->second.runs.size(); i > 0; --i)
        if (const auto it = m_runs.find(known->second.runs.at(i - 1)); it != m_runs.end())
            runs.append(&it->second);
    return runs;
}

void Automations::say(AutomationRun &run, TraceLine::Kind kind, bool good, const QString &text)
{
    if (run.trace.size() >= AutomationRun::maxTrace)
        run.trace.remove(1); // the oldest behind what set it off
    run.trace.append({m_now(), kind, good, text});
}

void Automations::begin(quint64 number)
{
    AutomationRun *const one = run(number);
    if (!one)
        return;
    one->state = State::Running;
    storeRun(*one);
    advance(number);
}

/// Takes one step after the other until one has to wait.
void Automations::advance(quint64 number)
{
    for (qsizetype i = 0; i <= Automation::maxSteps; ++i) {
        AutomationRun *const one = run(number);
        const Automation *const about = one ? rule(one->rule) : nullptr;
        if (!about || one->isOver())
            return;
        if (one->step >= about->steps.size())
            return finish(number, State::Done, tr("Done."));
        one->state = State::Running;
        one->waits = Waits::ForNothing;
        if (!perform(*one, *about))
            return;
        if (AutomationRun *const still = run(number)) {
            ++still->step;
            still->attempt = 0;
        }
    }
}

/// True when the step is done and the next one is to be taken.
bool Automations::perform(AutomationRun &run, const Automation &rule)
{
    const RuleStep &step = rule.steps.at(run.step);
    switch (step.type) {
    case RuleStep::Type::Command:
        return command(run, rule, targets(step, run));
    case RuleStep::Type::Delay:
        say(run, Line::Wait, true, tr("Waiting for %1.").arg(automationwords::span(step.span)));
        wait(run, Waits::ForDelay, step.span);
        return false;
    case RuleStep::Type::Wait:
        return waitFor(run, step);
    case RuleStep::Type::Scene:
        return applyScene(run, rule, {});
    case RuleStep::Type::Webhook:
        return post(run, rule);
    case RuleStep::Type::Mail:
        return mail(run, rule);
    case RuleStep::Type::RaiseAlarm:
    case RuleStep::Type::ClearAlarm:
        return tellAlarm(run, rule);
    case RuleStep::Type::Notify: {
        const QString text = filled(step.text, run, rule);
        say(run, Line::Step, true, tr("Told on the desktop: %1").arg(text));
        Q_EMIT notifyRequested(rule.name, text);
        return true;
    }
    case RuleStep::Type::Notice:
        break;
    }
    const QString text = filled(step.text, run, rule);
    say(run, Line::Step, true, tr("Wrote a message: %1").arg(text));
    Q_EMIT noticed(step.severity, text);
    return true;
}

QString Automations::filled(const QString &text, const AutomationRun &run, const Automation &rule) const
{
    const MetricState *const state = m_fleet.metric(run.firing.metric);
    const QString value = state ? automationwords::value(state->info, run.firing.value, run.firing.text) : QString();
    const QString device = automationwords::device(m_fleet, run.firing.device);
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) { // in one go: what is filled in is not looked through again
        const QStringView rest = QStringView(text).mid(i);
        const auto take = [&](QLatin1StringView name, const QString &with) {
            if (!rest.startsWith(name))
                return false;
            out += with;
            i += name.size() - 1;
            return true;
        };
        if (!take(QLatin1StringView("{device}"), device) && !take(QLatin1StringView("{value}"), value) && !take(QLatin1StringView("{rule}"), rule.name))
            out += text.at(i);
    }
    return automationwords::plain(out, Automation::maxText);
}

// --- commands

/// What a command of a step carries; nothing: {value}, and what set it off has none.
std::optional<Value> Automations::argumentOf(const RuleStep &step, const AutomationRun &run, const Automation &rule)
{
    const QString *const text = std::get_if<QString>(&step.argument);
    if (!text || *text != QLatin1StringView("{value}"))
        return step.argument;
    const Firing &firing = run.firing;
    const Trigger *const trigger = firing.trigger >= 0 && firing.trigger < rule.triggers.size() ? &rule.triggers.at(firing.trigger) : nullptr;
    const bool hasValue = trigger ? trigger->isAboutMetric() || trigger->isAboutAlarm() || trigger->schedule.kind == Schedule::Kind::Week
                                  : std::any_of(rule.triggers.cbegin(), rule.triggers.cend(), [](const Trigger &one) { return one.isSchedule() && one.schedule.kind == Schedule::Kind::Week; });
    if (hasValue && !firing.text.isEmpty())
        return Value(firing.text);
    return hasValue && std::isfinite(firing.value) ? std::optional<Value>(firing.value) : std::nullopt;
}

QList<DeviceId> Automations::targets(const RuleStep &step, const AutomationRun &run)
{
    if (!step.address.isEmpty())
        return {m_fleet.findByAddress(step.address)};
    if (step.query.isEmpty())
        return {run.firing.device};
    const ParsedQuery query = parseQuery(step.query);
    if (!query)
        return {};
    LiveQuery once(m_columns);
    once.setClock(m_now);
    once.setQuery(*query);
    return once.devices();
}

bool Automations::command(AutomationRun &run, const Automation &rule, const QList<DeviceId> &devices)
{
    const RuleStep step = rule.steps.at(run.step);
    if (devices.isEmpty())
        return failed(run, rule, tr("“%1” went to nobody: no device fits “%2”.").arg(automationwords::plain(step.key), automationwords::plain(step.query)));
    if (devices.size() > mostTargets)
        return failed(run, rule, tr("“%1” is for %2 devices; an automation commands at most %3 at once. Narrow the search.")
                                     .arg(automationwords::plain(step.key)).arg(devices.size()).arg(mostTargets));
    const quint64 number = run.number;
    m_orders[number] = {};
    m_orders[number].isSubmitting = true;
    for (const DeviceId device : devices) {
        submitOne(run, rule, step, device);
        if (!order(number))
            return false; // what the device answered at once has ended this very run
    }
    m_orders[number].isSubmitting = false;
    if (m_orders[number].open.isEmpty())
        return conclude(run, rule);
    storeRun(run);
    touch(run.rule);
    return false;
}

Automations::Order *Automations::order(quint64 number)
{
    const auto it = m_orders.find(number);
    return it == m_orders.end() ? nullptr : &it->second;
}

Automations::Order Automations::takeOrder(quint64 number)
{
    auto node = m_orders.extract(number);
    return node ? std::move(node.mapped()) : Order {};
}

void Automations::submitOne(const AutomationRun &run, const Automation &rule, const RuleStep &step, DeviceId device)
{
    const quint64 number = run.number;
    Command command;
    command.device = device;
    command.key = step.key;
    command.origin = originOf(rule);
    const auto refuse = [this, number, device](const QString &why, bool isUnreachable = false) {
        Order *const sending = order(number);
        if (!sending)
            return;
        sending->failed.append(device);
        sending->problem = why;
        sending->isUnreachable = sending->isUnreachable || isUnreachable;
    };
    const Device *const known = m_fleet.device(device);
    if (!device.isValid() && step.address.isEmpty())
        return refuse(tr("No device set this off, so there is none to command."));
    if (!known || !m_fleet.isMember(device))
        return refuse(device.isValid() ? tr("The device is no longer there.") : tr("There is no device %1.").arg(automationwords::plain(step.address)));
    const auto info = std::find_if(known->commands.cbegin(), known->commands.cend(), [&step](const CommandInfo &one) { return one.key == step.key; });
    const std::optional<Value> argument = argumentOf(step, run, rule);
    if (!argument)
        return refuse(tr("There is no value to send: what set it off has none."));
    command.argument = info == known->commands.cend() ? *argument : fitted(*argument, info->argument);
    if (info != known->commands.cend() && info->dangerous && !rule.mayBeDangerous)
        return refuse(tr("“%1” is dangerous. Allow dangerous commands in this automation first.").arg(automationwords::plain(step.key)));
    m_guard.blame(run, device, LoopGuard::Way::Command, m_now());
    const Result<CommandId> sent = m_dispatcher.submit(command);
    if (!sent)
        return refuse(sent.error().text, sent.error().code == Error::Code::Unreachable);
    Order *const sending = order(number); // looked up again: a device may answer at once, and rules act on what it says
    if (!sending)
        return;
    if (m_dispatcher.isPending(*sent)) {
        sending->open.insert(sent->n);
        m_commands.insert(sent->n, number);
        return;
    }
    const auto &journal = m_dispatcher.journal(); // it ended at once
    const auto ended = std::find_if(journal.rbegin(), journal.rend(), [&sent](const CommandOutcome &one) { return one.command.id == *sent; });
    if (ended != journal.rend())
        count(*sending, *ended);
}

void Automations::count(Order &order, const CommandOutcome &outcome)
{
    if (outcome.result) {
        ++order.good;
        order.unconfirmed += outcome.confirmed ? 0 : 1;
        return;
    }
    order.failed.append(outcome.command.device);
    order.problem = outcome.result.error().text;
}

void Automations::takeOutcome(const CommandOutcome &outcome)
{
    const quint64 number = m_commands.take(outcome.command.id.n);
    Order *const sending = order(number);
    if (!sending)
        return;
    sending->open.remove(outcome.command.id.n);
    count(*sending, outcome);
    if (sending->isSubmitting || !sending->open.isEmpty())
        return;
    proceed(number);
}

/// What its step wanted has ended.
void Automations::proceed(quint64 number)
{
    AutomationRun *const one = run(number);
    const Automation *const about = one ? rule(one->rule) : nullptr;
    if (!about || !conclude(*one, *about))
        return;
    one->attempt = 0;
    ++one->step;
    advance(number);
}

/// All of a command step have ended. True: go on.
bool Automations::conclude(AutomationRun &run, const Automation &rule)
{
    const Order order = takeOrder(run.number);
    RuleStep step = rule.steps.at(run.step);
    step.argument = argumentOf(step, run, rule).value_or(step.argument);
    const QString words = automationwords::step(step, m_fleet);
    if (order.good > 0) {
        const QString sure = order.unconfirmed == 0 ? tr("confirmed") : tr("sent, not confirmed");
        say(run, Line::Step, true, order.good == 1 || !step.isForDevices() ? tr("%1: %2.", "command, how it ended").arg(words, sure) : tr("%1: %2 devices, %3.").arg(words).arg(order.good).arg(sure));
    }
    if (order.failed.isEmpty())
        return true;
    const QString problem = order.failed.size() == 1 && order.good == 0 ? order.problem : tr("%n device(s) did not obey; the last one: %1", nullptr, int(order.failed.size())).arg(order.problem);
    if (order.isUnreachable && m_startedAt != 0 && m_now() - m_startedAt < startGrace) {
        run.retry = order.failed;
        if (run.trace.last().kind != Line::Wait)
            say(run, Line::Wait, true, tr("Waiting for the connection to come up."));
        wait(run, Waits::ForRetry, graceStep);
        return false;
    }
    if (run.attempt >= rule.retries)
        return failed(run, rule, tr("%1 failed: %2").arg(words, problem));
    ++run.attempt;
    run.retry = order.failed;
    say(run, Line::Failure, false, tr("%1 failed: %2 Once more in %3 (%4 of %5).").arg(words, problem, automationwords::span(rule.retryAfter)).arg(run.attempt).arg(rule.retries));
    wait(run, Waits::ForRetry, rule.retryAfter);
    return false;
}

/// A step failed for good. True: go on all the same.
bool Automations::failed(AutomationRun &run, const Automation &rule, const QString &why)
{
    say(run, Line::Failure, false, why);
    Q_EMIT noticed(Severity::Warning, tr("Automation “%1”: %2").arg(rule.name, why));
    if (rule.goOn)
        return true;
    finish(run.number, State::Failed, tr("Given up after step %1.").arg(run.step + 1));
    return false;
}

// --- waiting

void Automations::wait(AutomationRun &run, AutomationRun::Waits what, Micros span)
{
    run.state = State::Waiting;
    run.waits = what;
    run.until = m_now() + span;
    m_due.add(run.number, run.until);
    storeRun(run);
    touch(run.rule);
    awaitNext();
}

bool Automations::waitFor(AutomationRun &run, const RuleStep &step)
{
    QString said;
    const QString words = automationwords::condition(step.until, m_fleet);
    if (m_judge.isSoNow(step.until, run.firing.device, said)) {
        say(run, Line::Wait, true, tr("“%1” is so: %2.").arg(words, said));
        return true;
    }
    say(run, Line::Wait, true, tr("Waiting until %1, at most %2; %3.").arg(words, automationwords::span(step.span), said));
    if (const MetricId metric = m_judge.metricOf(step.until, run.firing.device); metric.isValid())
        m_awaited[metric].insert(run.number);
    wait(run, Waits::ForValue, step.span);
    return false;
}

void Automations::takeValues(const QList<MetricId> &metrics)
{
    if (m_awaited.isEmpty())
        return;
    QSet<quint64> touched;
    for (const MetricId metric : metrics)
        if (const auto it = m_awaited.constFind(metric); it != m_awaited.cend())
            touched |= *it;
    for (const quint64 number : std::as_const(touched)) {
        AutomationRun *const one = run(number);
        const Automation *const about = one ? rule(one->rule) : nullptr;
        QString said;
        if (!about || one->waits != Waits::ForValue || one->step >= about->steps.size() || !m_judge.isSoNow(about->steps.at(one->step).until, one->firing.device, said))
            continue;
        forgetWaits(*one);
        say(*one, Line::Wait, true, tr("“%1” is so: %2.").arg(automationwords::condition(about->steps.at(one->step).until, m_fleet), said));
        ++one->step;
        advance(number);
    }
}

void Automations::forgetWaits(const AutomationRun &run)
{
    m_due.remove(run.number, run.until);
    if (run.waits != Waits::ForValue)
        return;
    m_awaited.removeIf([number = run.number](auto it) {
        it->remove(number);
        return it->isEmpty();
    });
}

void Automations::pass()
{
    const Micros now = m_now();
    m_presence.pass();
    takeSchedules(now);
    while (m_due.isDue(now)) {
        AutomationRun *const one = run(m_due.first());
        const Automation *const about = one ? rule(one->rule) : nullptr;
        if (!about)
            m_due.removeFirst();
        else
            wake(*one, *about);
    }
    awaitNext();
}

/// Tries what failed once more. True when the step is done.
bool Automations::again(AutomationRun &run, const Automation &rule)
{
    const RuleStep::Type type = rule.steps.at(run.step).type;
    if (type == RuleStep::Type::Scene)
        return applyScene(run, rule, run.retry);
    if (type == RuleStep::Type::Mail)
        return mail(run, rule);
    return type == RuleStep::Type::Webhook ? post(run, rule) : command(run, rule, run.retry);
}

/// Its time has come.
void Automations::wake(AutomationRun &run, const Automation &rule)
{
    forgetWaits(run);
    const Waits what = std::exchange(run.waits, Waits::ForNothing);
    if (run.step >= rule.steps.size())
        return finish(run.number, State::Stopped, tr("The automation was changed."));
    const RuleStep &step = rule.steps.at(run.step);
    if (what == Waits::ForRetry) {
        run.state = State::Running;
        if (!again(run, rule))
            return;
        run.attempt = 0;
    } else if (what == Waits::ForValue) {
        say(run, Line::Wait, false, tr("%1 passed in vain.").arg(automationwords::span(step.span)));
        if (!step.goOn)
            return finish(run.number, State::Stopped, tr("What it waited for did not come."));
    }
    ++run.step;
    advance(run.number);
}

void Automations::awaitNext()
{
    const Micros going = m_due.next();
    const Micros planned = m_timetable.due();
    m_timer.await(going == 0 || planned == 0 ? std::max(going, planned) : std::min(going, planned), m_now());
}

void Automations::stopRuns(AutomationId id)
{
    const Entry *const known = entry(id);
    const QList<quint64> running = known ? active(*known) : QList<quint64>();
    for (const quint64 number : running)
        finish(number, State::Stopped, tr("Stopped by a person."));
}

void Automations::finish(quint64 number, AutomationRun::State state, const QString &why)
{
    AutomationRun *const one = run(number);
    if (!one || one->isOver())
        return;
    forgetWaits(*one);
    const Order order = takeOrder(number);
    for (const quint32 command : order.open)
        m_commands.remove(command);
    if (const quint64 scene = m_applied.key(number); m_scenes && scene != 0) {
        m_applied.remove(scene);
        m_scenes->stop(scene);
    }
    m_posts.remove(m_posts.key(number));
    one->state = state;
    one->waits = Waits::ForNothing;
    one->ended = m_now();
    say(*one, Line::End, state == State::Done, why);
    storeRun(*one);
    touch(one->rule);
    Entry *const known = entry(one->rule);
    if (!known)
        return;
    if (m_trials.contains(known->rule.id))
        return void(QMetaObject::invokeMethod(this, [this, trial = known->rule.id] { endTrial(trial); }, Qt::QueuedConnection));
    const DeviceId device = one->firing.device;
    trim(*known);
    const QList<quint64> left = active(*known, device);
    if (!left.isEmpty() && run(left.first())->state == State::Queued)
        QMetaObject::invokeMethod(this, [this, next = left.first()] {
            if (const AutomationRun *const waiting = run(next); waiting && waiting->state == State::Queued)
                begin(next);
        }, Qt::QueuedConnection); // not from within the run that just ended
}

} // namespace muster
