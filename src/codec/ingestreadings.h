#pragma once

#include "codec/linkcodec.h"

namespace muster {
class Ingest;
}

namespace muster::codec {

/// Readings of a LinkCodec into Ingest: keeps the MetricId of each column. One per codec and device, on muster-io; a ReadingSink calls it:
///     void readingsArrived(std::span<const Reading> readings, const QStringList &texts) override
///     {
///         m_metrics.push(m_codec.columns(), readings, texts);
///     }
/// It clears Ingest::setArrival() behind itself.
class IngestReadings
{
public:
    IngestReadings(Ingest &ingest, ConnectionId connection, DeviceId device)
        : m_ingest(ingest)
        , m_connection(connection)
        , m_device(device)
    {}

    void push(const QList<Metric> &columns, std::span<const Reading> readings, const QStringList &texts);

private:
    Ingest &m_ingest;
    ConnectionId m_connection;
    DeviceId m_device;
    QList<MetricId> m_metrics;
};

} // namespace muster::codec
