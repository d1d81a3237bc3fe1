#pragma once

#include "codec/ingestreadings.h"
#include "codec/linkcodec.h"

namespace muster::ble {

/// The serial line inside a UART-like service: bytes of notifications in, samples out. One per device, on muster-io.
class UartLine : public codec::ReadingSink
{
public:
    static constexpr qsizetype chunk = 20; ///< what every link carries in one piece; Qt 6.4 does not tell what this one could

    UartLine(Ingest &ingest, ConnectionId connection, DeviceId device, int write)
        : m_metrics(ingest, connection, device)
        , m_write(write)
    {}

    void feed(QByteArrayView bytes, Micros now) { m_codec.feed(bytes, now); }
    void readingsArrived(std::span<const codec::Reading> readings, const QStringList &texts) override { m_metrics.push(m_codec.columns(), readings, texts); }

    [[nodiscard]] const codec::LinkCodec &codec() const { return m_codec; }
    /// The characteristic that takes bytes.
    [[nodiscard]] int write() const { return m_write; }

private:
    codec::IngestReadings m_metrics;
    int m_write = 0;
    codec::LinkCodec m_codec {*this};
};

} // namespace muster::ble
