#include "rules/automationtrial.h"

#include <algorithm>

namespace muster {

AutomationTrial::AutomationTrial(const AutomationJudge &judge, Automation rule, const RunningTriggers &running, Micros from, const Timetable &place)
    : m_judge(judge)
    , m_rule(std::move(rule))
    , m_from(from)
{
    for (const RuleStep &step : std::as_const(m_rule.steps))
        m_delays += step.type == RuleStep::Type::Delay ? step.span : 0;
    m_timetable.setPlace(place.zone(), place.site());
    for (qsizetype i = 0; i < m_rule.triggers.size(); ++i)
        if (m_rule.triggers.at(i).isSchedule())
            m_timetable.plan({m_rule.id, quint32(i)}, m_rule.triggers.at(i).schedule, from, from);
    if (m_rule.hasSchedule())
        m_named = judge.namedMetrics(m_rule);
    m_table.set(running, from);
    take();
}

void AutomationTrial::feed(const SampleBatch &batch)
{
    if (batch.samples.isEmpty())
        return;
    qsizetype fed = 0;
    const Micros last = batch.samples.last().time;
    for (Micros due = m_timetable.due(); due != 0 && due < last; due = m_timetable.due()) {
        const auto later = std::upper_bound(batch.samples.cbegin() + fed, batch.samples.cend(), due, [](Micros time, const Sample &sample) { return time < sample.time; });
        const qsizetype next = later - batch.samples.cbegin();
        feedPart(batch, fed, next);
        fed = next;
        runScheduled(due);
    }
    feedPart(batch, fed, batch.samples.size());
}

void AutomationTrial::feedPart(const SampleBatch &batch, qsizetype from, qsizetype to)
{
    if (from == to)
        return;
    const bool isWhole = from == 0 && to == batch.samples.size();
    m_table.take(isWhole ? batch : SampleBatch {batch.samples.mid(from, to - from), batch.texts}, batch.samples.at(to - 1).time);
    take();
}

void AutomationTrial::end(Micros to)
{
    for (Micros due = m_timetable.due(); due != 0 && due <= to; due = m_timetable.due())
        runScheduled(due);
    m_table.pass(to);
    take();
}

/// What is due then sees the values up to then.
void AutomationTrial::runScheduled(Micros due)
{
    m_table.pass(due);
    take();
    const QList<Timetable::Run> runs = m_timetable.take(due);
    for (const Timetable::Run &run : runs) {
        muster::Firing firing;
        firing.trigger = int(run.key.trigger);
        firing.time = run.time;
        firing.value = run.value;
        for (const MetricId metric : std::as_const(m_named))
            firing.reads.append(m_table.readAt(metric, run.time));
        note(firing);
    }
}

void AutomationTrial::take()
{
    const QList<TriggerNews> news = m_table.takeNews();
    for (const TriggerNews &one : news)
        if (one.fired && one.time >= m_from)
            note({int(one.key.trigger), one.device, one.key.metric, one.time, one.value, one.text, one.reads});
}

void AutomationTrial::note(const muster::Firing &firing)
{
    Told told {{firing.time, firing.trigger, firing.metric, firing.value, false}, false, {}};
    told.trace.append({firing.time, TraceLine::Kind::Trigger, true, m_judge.cause(m_rule, firing)});
    told.firing.ran = m_judge.holds(m_rule, firing, told.trace);
    Micros &busyUntil = m_busyUntil[m_rule.perDevice ? firing.device : DeviceId()];
    told.busy = told.firing.ran && m_rule.mode == Automation::Mode::Single && firing.time < busyUntil;
    if (told.firing.ran && !told.busy)
        busyUntil = firing.time + m_delays;
    ++m_count;
    m_ran += told.firing.ran && !told.busy ? 1 : 0;
    m_busy += told.busy ? 1 : 0;
    if (m_firings.size() < most)
        m_firings.append(told.firing);
    m_told.push_back(std::move(told));
    if (qsizetype(m_told.size()) > mostTold)
        m_told.pop_front();
}

} // namespace muster
