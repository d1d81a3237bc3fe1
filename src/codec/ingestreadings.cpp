#include "codec/ingestreadings.h"

#include "core/ingest.h"

namespace muster::codec {

void IngestReadings::push(const QList<Metric> &columns, std::span<const Reading> readings, const QStringList &texts)
{
    while (m_metrics.size() < columns.size())
        m_metrics.append(m_ingest.metric(m_device, columns[m_metrics.size()]));
    // A time given with a sample is taken for the device's own; ours are arrivals unless they say so.
    Micros arrival = 0;
    for (const Reading &reading : readings) {
        const MetricId metric = std::as_const(m_metrics)[qsizetype(reading.column)];
        if (!metric.isValid())
            continue; // counted by Ingest when it refused the metric
        if (!(reading.flags & Sample::DeviceTime) && arrival != reading.time)
            m_ingest.setArrival(arrival = reading.time);
        const Micros time = reading.flags & Sample::DeviceTime ? reading.time : 0;
        if (reading.flags & Sample::Text)
            m_ingest.pushText(m_connection, metric, time, texts[qsizetype(reading.value)], reading.flags);
        else
            m_ingest.push(m_connection, metric, time, reading.value, reading.flags);
    }
    m_ingest.setArrival(0);
}

} // namespace muster::codec
