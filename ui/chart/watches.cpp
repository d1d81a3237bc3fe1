#include "ui/chart/watches.h"

#include "core/fleet.h"

namespace muster {

void Watches::take(MetricId metric)
{
    if (metric.isValid() && ++m_charts[metric] == 1)
        m_fleet.watch(metric, depth);
}

void Watches::drop(MetricId metric)
{
    const auto found = m_charts.find(metric);
    if (found == m_charts.end() || --found.value() > 0)
        return;
    m_charts.erase(found);
    m_fleet.watch(metric, 0);
}

} // namespace muster
