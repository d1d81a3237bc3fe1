#pragma once

#include "core/device.h"
#include "core/series.h"

#include <memory>
#include <vector>

namespace muster {

/// One metric of an export. What the live memory holds of it may come along as a copy, so that the series may go on; the recorded past is read
/// up to where that begins.
struct ExportTrace
{
    MetricId metric {};       ///< 0: nothing recorded belongs to it
    QString device {};        ///< empty in a chart's export, where the name says both
    QString name {};          ///< of the metric; in a chart's export "Pump 3 · pressure"
    QString unit {};
    MetricType type = MetricType::Number;
    QStringList options {};   ///< Enumeration: texts by index
    std::vector<Micros> times {};
    std::vector<double> values {};
};

/// What to write, and how.
struct ExportRequest
{
    enum class Form : quint8 {
        Long,      ///< CSV, a row for each sample
        Wide,      ///< CSV, a column for each metric and a row for each time at which any of them has a sample
        JsonLines, ///< an object in a line for each sample
        Sqlite,    ///< the table `samples` of an SQLite file, a row for each sample
    };
    enum class Order : quint8 {
        ByTime,    ///< all metrics merged; no more than mostMerged. Wide always is
        ByMetric,  ///< one metric after the other
    };
    static constexpr size_t mostMerged = 256;

    QString path {};
    Form form = Form::Long;
    Order order = Order::ByTime;
    bool sinceStart = true;   ///< CSV by time: a second column with the seconds since the first sample
    Micros from = 0;
    Micros to = std::numeric_limits<Micros>::max(); ///< not included
    std::vector<ExportTrace> traces {};
};

/// Copies the samples of a series within [from, to].
[[nodiscard]] ExportTrace copyTrace(const Series &series, const Metric &metric, const QString &name, Micros from, Micros to);

} // namespace muster

Q_DECLARE_METATYPE(muster::ExportRequest)
