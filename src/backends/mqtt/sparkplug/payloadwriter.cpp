#include "backends/mqtt/sparkplug/payload.h"
#include "backends/mqtt/sparkplug/wire.h"

#include <bit>

namespace muster::mqtt::sparkplug {

namespace {

void writeScalar(WireWriter &writer, const Scalar &value)
{
    if (const auto *number = std::get_if<quint32>(&value))
        writer.varint(10, *number);
    else if (const auto *wide = std::get_if<quint64>(&value))
        writer.varint(11, *wide);
    else if (const auto *single = std::get_if<float>(&value))
        writer.fixed32(12, std::bit_cast<quint32>(*single));
    else if (const auto *real = std::get_if<double>(&value))
        writer.fixed64(13, std::bit_cast<quint64>(*real));
    else if (const auto *flag = std::get_if<bool>(&value))
        writer.varint(14, *flag ? 1 : 0);
    else if (const auto *text = std::get_if<Text>(&value))
        writer.bytes(15, text->utf8);
    else if (const auto *bytes = std::get_if<Bytes>(&value))
        writer.bytes(16, bytes->data);
}

} // namespace

QByteArray writePayload(const Payload &payload)
{
    WireWriter writer;
    if (payload.timestamp)
        writer.varint(1, *payload.timestamp);
    for (const Metric &metric : payload.metrics) {
        WireWriter inner;
        if (metric.name)
            inner.bytes(1, *metric.name);
        if (metric.alias)
            inner.varint(2, *metric.alias);
        if (metric.timestamp)
            inner.varint(3, *metric.timestamp);
        if (metric.type != 0)
            inner.varint(4, metric.type);
        if (metric.isHistorical)
            inner.varint(5, 1);
        if (metric.isTransient)
            inner.varint(6, 1);
        if (metric.isNull)
            inner.varint(7, 1);
        writeScalar(inner, metric.value);
        writer.bytes(2, inner.message());
    }
    if (payload.sequence)
        writer.varint(3, *payload.sequence);
    if (!payload.uuid.isEmpty())
        writer.bytes(4, payload.uuid);
    if (!payload.body.isEmpty())
        writer.bytes(5, payload.body);
    return writer.message();
}

} // namespace muster::mqtt::sparkplug
