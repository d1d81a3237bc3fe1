#include "rules/automationtrial.h"

namespace muster {

AutomationTrial::AutomationTrial(const AutomationJudge &judge, Automation rule, const RunningTriggers &running, Micros from)
    : m_judge(judge)
    , m_rule(std::move(rule))
{
    m_table.set(running, from);
    take();
}

void AutomationTrial::feed(const SampleBatch &batch)
{
    if (batch.samples.isEmpty())
        return;
    m_table.take(batch, batch.samples.last().time);
    take();
}

void AutomationTrial::end(Micros to)
{
    m_table.pass(to);
    take();
}

void AutomationTrial::take()
{
    const QList<TriggerNews> news = m_table.takeNews();
    for (const TriggerNews &one : news) {
        if (!one.fired)
            continue;
        QList<TraceLine> trace;
        const bool ran = m_judge.holds(m_rule, {int(one.key.trigger), one.device, one.key.metric, one.time, one.value, one.text, one.reads}, trace);
        ++m_count;
        m_ran += ran ? 1 : 0;
        if (m_firings.size() < most)
            m_firings.append({one.time, int(one.key.trigger), one.key.metric, one.value, ran});
    }
}

} // namespace muster
