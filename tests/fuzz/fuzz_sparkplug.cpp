// Hostile bytes for Sparkplug: as payloads for the reader, as packed data, and as a stream of messages for a host whose clock runs. What must hold:
// what is read and written again reads the same, readings name announced devices, and nothing grows beyond its bound.

#include "backends/mqtt/sparkplug/command.h"
#include "backends/mqtt/sparkplug/compression.h"
#include "backends/mqtt/sparkplug/host.h"
#include "backends/mqtt/sparkplug/sparkplugtopic.h"

#include <QSet>

#include <cstdlib>

using namespace muster;
using namespace muster::mqtt;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

int count(const std::vector<sparkplug::Metric> &metrics)
{
    int sum = int(metrics.size());
    for (const sparkplug::Metric &metric : metrics)
        sum += metric.instance ? count(metric.instance->metrics) : 0;
    return sum;
}

void payload(QByteArrayView bytes)
{
    sparkplug::PayloadLimits limits;
    limits.parts = 1'000;
    const auto read = sparkplug::readPayload(bytes, limits);
    if (!read)
        return check(!read.error().text.isEmpty());
    check(count(read->metrics) <= limits.parts);
    for (const sparkplug::Metric &metric : read->metrics) {
        for (quint32 type = 0; type <= quint32(sparkplug::DataType::Last_); ++type)
            (void)sparkplug::valueOf(sparkplug::DataType(type), metric);
    }
    const QByteArray written = sparkplug::writePayload(*read);
    if (const auto again = sparkplug::readPayload(written, limits); again && again->uuid != "SPBV1.0_COMPRESSED")
        check(sparkplug::writePayload(*again) == written);
}

// Messages of 2 + n bytes: what kind and to whom, n, payload.
void session(QByteArrayView bytes)
{
    static const QByteArray topics[] = {"spBv1.0/G/NBIRTH/E", "spBv1.0/G/NDATA/E", "spBv1.0/G/NDEATH/E", "spBv1.0/G/DBIRTH/E/D", "spBv1.0/G/DDATA/E/D", "spBv1.0/G/DDEATH/E/D", "spBv1.0/STATE/h", "spBv1.0/G/NDATA/F"};
    const auto host = sparkplug::host({});
    Micros now = 1'700'000'000'000'000;
    QSet<QByteArray> announced;
    const auto take = [&](const Digest &digest) {
        for (const Announcement &announcement : digest.announced)
            announced.insert(announcement.origin);
        for (const Reading &reading : digest.readings)
            check(announced.contains(reading.origin) && (!reading.past || reading.time < now));
        for (const Sighting &sighting : digest.sightings)
            check(announced.contains(sighting.origin));
        check(digest.outgoing.size() <= 10);
    };
    while (bytes.size() >= 2) {
        const auto kind = static_cast<unsigned char>(bytes[0]);
        const qsizetype length = std::min<qsizetype>(static_cast<unsigned char>(bytes[1]), bytes.size() - 2);
        take(host->hear({topics[kind % 8], bytes.sliced(2, length), (kind & 8) != 0 && (kind & 16) != 0, now}));
        bytes = bytes.sliced(2 + length);
        now += (kind >> 5) * 1'500'000LL;
        if (host->due() != 0 && host->due() <= now)
            take(host->tick(now));
        if (kind == 0xF8)
            host->sessionBegan(now);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView rest(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 4) {
    case 0:
    case 1: payload(rest); break;
    case 2: session(rest); break;
    default:
        if (const auto unpacked = sparkplug::inflated(rest, 10'000))
            check(unpacked->size() <= 10'000);
        (void)sparkplug::sparkplugTopic(rest);
    }
    return 0;
}
