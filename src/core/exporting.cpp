#include "core/exporting.h"

#include <limits>

namespace muster {

ExportTrace copyTrace(const Series &series, const Metric &metric, const QString &name, Micros from, Micros to)
{
    ExportTrace trace {metric.id, {}, name, metric.unit, metric.type, metric.options, {}, {}};
    const qsizetype first = series.lowerBound(from);
    const qsizetype last = to == std::numeric_limits<Micros>::max() ? series.size() : series.lowerBound(to + 1);
    // A series only knows when a text was said; what it was, the history knows.
    if (first >= last || metric.type == MetricType::Text || metric.type == MetricType::Event)
        return trace;
    trace.times.reserve(size_t(last - first));
    trace.values.reserve(size_t(last - first));
    for (qsizetype i = first; i < last; ++i) {
        trace.times.push_back(series.timeAt(i));
        trace.values.push_back(series.valueAt(i));
    }
    return trace;
}

} // namespace muster
