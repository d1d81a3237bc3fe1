#include "rules/metricuses.h"

#include <algorithm>

namespace muster {

void MetricUses::set(const std::vector<MetricId> &metrics)
{
    quint32 last = 0;
    for (const MetricId metric : metrics)
        last = std::max(last, metric.n);
    m_first.assign(metrics.empty() ? 0 : size_t(last) + 2, 0);
    for (const MetricId metric : metrics)
        ++m_first[metric.n + 1];
    for (size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    m_uses.resize(metrics.size());
    std::vector<quint32> next = m_first;
    for (quint32 i = 0; i < metrics.size(); ++i)
        m_uses[next[metrics[i].n]++] = i;
}

} // namespace muster
