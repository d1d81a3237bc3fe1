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
    if (!m_charts.contains(metric) || --m_charts[metric] > 0)
        return;
    m_charts.remove(metric);
    m_fleet.watch(metric, 0);
}

} // namespace muster
