#pragma once

#include "codec/bleprofile.h"
#include "codec/ingestreadings.h"
#include "codec/linkcodec.h"

namespace muster::ble {

/// One characteristic that a profile describes: values in, samples out; commands to bytes. One per characteristic of a connected device, on muster-io.
class ProfileLine : public codec::ReadingSink
{
public:
    ProfileLine(Ingest &ingest, ConnectionId connection, DeviceId device, const codec::ProfilePlace &place)
        : m_place(place)
        , m_metrics(ingest, connection, device)
        , m_codec(m_place.profile, *this)
    {
        // The first frame on a line that is cut by silence may lack its beginning, and is not believed; a value never does.
        m_codec.feed(QByteArrayView("\0", 1), 0);
        m_codec.flush(0);
    }

    /// One value, which is whole by itself.
    void take(QByteArrayView bytes, Micros now)
    {
        if (!bytes.startsWith(m_place.begins))
            return; // an answer to something else
        m_codec.feed(bytes, now);
        m_codec.flush(now);
    }
    void readingsArrived(std::span<const codec::Reading> readings, const QStringList &texts) override { m_metrics.push(m_codec.columns(), readings, texts); }

    [[nodiscard]] const codec::LinkCodec &codec() const { return m_codec; }
    [[nodiscard]] const QByteArray &ask() const { return m_place.ask; }
    [[nodiscard]] bool reads() const { return !m_place.profile.fields.isEmpty(); }

private:
    codec::ProfilePlace m_place;
    codec::IngestReadings m_metrics;
    codec::LinkCodec m_codec;
};

} // namespace muster::ble
