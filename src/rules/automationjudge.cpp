#include "rules/automationjudge.h"

#include "core/fleet.h"
#include "query/fleetcolumns.h"
#include "query/predicate.h"
#include "rules/automationwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace muster {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Automations", text);
}

} // namespace

AutomationJudge::AutomationJudge(const Fleet &fleet, FleetColumns &columns)
    : m_fleet(fleet)
    , m_columns(columns)
{
}

ReadValue AutomationJudge::valueOf(MetricId metric) const
{
    const MetricState *const state = m_fleet.metric(metric);
    return state ? ReadValue {metric, state->time, state->value, state->text} : ReadValue {metric, 0, 0, {}};
}

MetricId AutomationJudge::metricOf(const RuleCondition &condition, DeviceId device) const
{
    return m_fleet.findMetric(condition.address.isEmpty() ? device : m_fleet.findByAddress(condition.address), condition.key);
}

QList<RunningTrigger> AutomationJudge::metricTriggers(const Automation &rule, const std::function<QList<DeviceId>(const QString &)> &devices) const
{
    QList<RunningTrigger> running;
    for (qsizetype i = 0; i < rule.triggers.size(); ++i) {
        const Trigger &trigger = rule.triggers.at(i);
        if (!trigger.isAboutMetric())
            continue;
        RunningTrigger one {rule.id, quint32(i), trigger, {}};
        const DeviceId only = m_fleet.findByAddress(trigger.address);
        const QList<DeviceId> about = trigger.address.isEmpty() ? devices(trigger.query) : m_fleet.isMember(only) ? QList<DeviceId> {only} : QList<DeviceId>();
        for (const DeviceId device : about) {
            const MetricState *const state = m_fleet.metric(m_fleet.findMetric(device, trigger.key));
            if (!state)
                continue;
            const bool isText = state->info.type == MetricType::Text || state->info.type == MetricType::Event;
            RunningTrigger::Watched watched {state->info.id, device, 0, isText, {}, {}, valueOf(state->info.id)};
            if (trigger.type == Trigger::Type::ChangesTo && !isText) {
                const std::optional<double> target = automationlogic::valueOf(trigger.word, state->info);
                if (!target)
                    continue;
                watched.target = *target;
            } else if (isText && trigger.type != Trigger::Type::ChangesTo && trigger.type != Trigger::Type::Silent) {
                continue;
            }
            for (const RuleCondition &condition : rule.conditions)
                if (const MetricId read = metricOf(condition, device); condition.type == RuleCondition::Type::Metric && read.isValid())
                    watched.reads.append(read);
            one.watched.append(std::move(watched));
        }
        if (!one.watched.isEmpty())
            running.append(std::move(one));
    }
    return running;
}

QList<ReadValue> AutomationJudge::reads(const QList<RunningTrigger> &triggers) const
{
    QList<ReadValue> values;
    QSet<MetricId> known;
    for (const RunningTrigger &trigger : triggers)
        for (const RunningTrigger::Watched &watched : trigger.watched)
            for (const MetricId metric : watched.reads)
                if (!known.contains(metric) && values.size() < mostReads) {
                    known.insert(metric);
                    values.append(valueOf(metric));
                }
    return values;
}

QList<MetricId> AutomationJudge::namedMetrics(const Automation &rule) const
{
    QList<MetricId> metrics;
    for (const RuleCondition &condition : rule.conditions)
        if (const MetricId metric = metricOf(condition, {}); condition.type == RuleCondition::Type::Metric && metric.isValid() && !metrics.contains(metric))
            metrics.append(metric);
    return metrics;
}

bool AutomationJudge::isMetricSo(const RuleCondition &condition, DeviceId device, const QList<ReadValue> &reads, QString &said) const
{
    const MetricState *const state = m_fleet.metric(metricOf(condition, device));
    if (!state) {
        said = say(QT_TRANSLATE_NOOP("Automations", "there is no such metric"));
        return false; // negated or not: nobody knows
    }
    const auto it = std::find_if(reads.cbegin(), reads.cend(), [state](const ReadValue &read) { return read.metric == state->info.id; });
    const ReadValue read = it == reads.cend() ? valueOf(state->info.id) : *it;
    if (read.time == 0) {
        said = say(QT_TRANSLATE_NOOP("Automations", "it has no value yet"));
        return false;
    }
    said = say(QT_TRANSLATE_NOOP("Automations", "it was %1")).arg(automationwords::value(state->info, read.value, read.text));
    return automationlogic::isSo(condition, state->info, read) != condition.negated;
}

bool AutomationJudge::isSoNow(const RuleCondition &condition, DeviceId device, QString &said) const
{
    return isMetricSo(condition, device, {}, said);
}

bool AutomationJudge::fits(const RuleCondition &condition, const Firing &firing, QString &said) const
{
    const ParsedQuery query = parseQuery(condition.query);
    if (!query)
        return false;
    bool is = false;
    if (condition.any || !firing.device.isValid()) {
        Predicate predicate(query->unlimited(), m_columns);
        const qsizetype count = predicate.evaluate(m_columns.members(), firing.time).count();
        said = QCoreApplication::translate("Automations", "%n device(s) fit", nullptr, int(count));
        is = count > 0;
    } else {
        is = query->matches(m_columns, firing.device, firing.time);
        said = (is ? say(QT_TRANSLATE_NOOP("Automations", "%1 fits")) : say(QT_TRANSLATE_NOOP("Automations", "%1 does not fit"))).arg(automationwords::device(m_fleet, firing.device));
    }
    return is != condition.negated;
}

bool AutomationJudge::isSo(const RuleCondition &condition, const Firing &firing, QString &said) const
{
    switch (condition.type) {
    case RuleCondition::Type::Metric:
        return isMetricSo(condition, firing.device, firing.reads, said);
    case RuleCondition::Type::Query:
        return fits(condition, firing, said);
    case RuleCondition::Type::Time:
        break;
    }
    said = say(QT_TRANSLATE_NOOP("Automations", "it was %1")).arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(firing.time / 1'000, m_zone), QStringLiteral("ddd HH:mm")));
    return automationlogic::isWithin(condition, firing.time, m_zone) != condition.negated;
}

bool AutomationJudge::holds(const Automation &rule, const Firing &firing, QList<TraceLine> &trace) const
{
    for (const RuleCondition &condition : rule.conditions) {
        QString said;
        const bool is = isSo(condition, firing, said);
        const QString words = automationwords::condition(condition, m_fleet);
        trace.append({firing.time, TraceLine::Kind::Condition, is,
            (is ? say(QT_TRANSLATE_NOOP("Automations", "Condition “%1” holds: %2.")) : say(QT_TRANSLATE_NOOP("Automations", "Condition “%1” does not hold: %2."))).arg(words, said)});
        if (!is)
            return false;
    }
    return true;
}

QString AutomationJudge::cause(const Automation &rule, const Firing &firing) const
{
    if (firing.trigger < 0 || firing.trigger >= rule.triggers.size())
        return say(QT_TRANSLATE_NOOP("Automations", "Started by a person."));
    const Trigger &trigger = rule.triggers.at(firing.trigger);
    const QString words = automationwords::trigger(trigger, m_fleet);
    if (trigger.isSchedule())
        return say(QT_TRANSLATE_NOOP("Automations", "Set off by “%1”: the run of %2.")).arg(words, automationwords::moment(firing.time, m_zone));
    const QString who = automationwords::device(m_fleet, firing.device);
    const MetricState *const state = trigger.isAboutMetric() || trigger.isAboutAlarm() ? m_fleet.metric(firing.metric) : nullptr;
    if (state && trigger.type != Trigger::Type::Silent)
        return say(QT_TRANSLATE_NOOP("Automations", "Set off by “%1”: %2 of %3 was %4."))
            .arg(words, automationwords::plain(state->info.key), who, automationwords::value(state->info, firing.value, firing.text));
    if (firing.device.isValid())
        return say(QT_TRANSLATE_NOOP("Automations", "Set off by “%1”: %2.")).arg(words, who);
    return say(QT_TRANSLATE_NOOP("Automations", "Set off by “%1”.")).arg(words);
}

} // namespace muster
