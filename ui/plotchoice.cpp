#include "ui/plotchoice.h"

#include "core/fleet.h"

namespace muster {

namespace {

bool isPlottable(const Metric &metric)
{
    return (metric.type == MetricType::Number || metric.type == MetricType::Boolean || metric.type == MetricType::Enumeration) && !metric.diagnostic
        && metric.problem.isEmpty() && metric.id.isValid();
}

QList<Metric> plottable(const Fleet &fleet, DeviceId id)
{
    const Device *device = fleet.device(id);
    QList<Metric> found;
    for (const auto &metric : device ? device->metrics : QList<Metric> {}) {
        if (isPlottable(metric))
            found.append(metric);
    }
    // Numbers before switches.
    std::stable_partition(found.begin(), found.end(), [](const Metric &metric) { return metric.type == MetricType::Number; });
    return found;
}

} // namespace

QList<MetricId> metricsToPlot(const Fleet &fleet, const QList<DeviceId> &devices, qsizetype most)
{
    QList<MetricId> chosen;
    QString common;
    for (const DeviceId id : devices) {
        const auto metrics = plottable(fleet, id);
        if (metrics.isEmpty())
            continue;
        if (devices.size() == 1) {
            for (const auto &metric : metrics)
                chosen.append(metric.id);
            break;
        }
        if (common.isEmpty())
            common = metrics.first().key;
        const auto same = std::find_if(metrics.cbegin(), metrics.cend(), [&](const Metric &metric) { return metric.key == common; });
        chosen.append(same == metrics.cend() ? metrics.first().id : same->id);
    }
    return chosen.first(qMin(most, chosen.size()));
}

} // namespace muster
