#pragma once

#include "backends/mqtt/sparkplug/command.h"
#include "backends/mqtt/sparkplug/payload.h"
#include "backends/mqtt/sparkplug/wire.h"

namespace muster::test {

namespace spb = muster::mqtt::sparkplug;

/// Writes a metric for an edge node's message; what a host never writes (properties, templates, data sets) as well.
///   Field("Level").alias(3).type(spb::DataType::Double).real(1.5).at(1'700'000'000'000)
class Field
{
public:
    explicit Field(const QByteArray &name = {})
    {
        if (!name.isEmpty())
            m_out.bytes(1, name);
    }
    Field &alias(quint64 alias) { m_out.varint(2, alias); return *this; }
    Field &at(quint64 ms) { m_out.varint(3, ms); return *this; }
    Field &type(spb::DataType type) { m_out.varint(4, quint64(type)); return *this; }
    Field &historical() { m_out.varint(5, 1); return *this; }
    Field &null() { m_out.varint(7, 1); return *this; }
    Field &property(const QByteArray &key, spb::DataType type, const QByteArray &valueFields)
    {
        spb::WireWriter value;
        value.varint(1, quint64(type));
        value.append(valueFields);
        m_properties.bytes(1, key);
        m_properties.bytes(2, value.message());
        return *this;
    }
    Field &text(const QByteArray &key, const QByteArray &value)
    {
        spb::WireWriter out;
        out.bytes(8, value);
        return property(key, spb::DataType::String, out.message());
    }
    Field &number(const QByteArray &key, quint32 value)
    {
        spb::WireWriter out;
        out.varint(3, value);
        return property(key, spb::DataType::Int32, out.message());
    }
    Field &flag(const QByteArray &key, bool value)
    {
        spb::WireWriter out;
        out.varint(7, value ? 1 : 0);
        return property(key, spb::DataType::Boolean, out.message());
    }
    Field &whole(quint32 value) { m_out.varint(10, value); return *this; }
    Field &wide(quint64 value) { m_out.varint(11, value); return *this; }
    Field &single(float value) { m_out.fixed32(12, std::bit_cast<quint32>(value)); return *this; }
    Field &real(double value) { m_out.fixed64(13, std::bit_cast<quint64>(value)); return *this; }
    Field &truth(bool value) { m_out.varint(14, value ? 1 : 0); return *this; }
    Field &string(const QByteArray &value) { m_out.bytes(15, value); return *this; }
    Field &raw(quint32 field, const QByteArray &message) { m_out.bytes(field, message); return *this; }
    [[nodiscard]] QByteArray message() const
    {
        spb::WireWriter out = m_out;
        if (!m_properties.message().isEmpty())
            out.bytes(9, m_properties.message());
        return out.message();
    }

private:
    spb::WireWriter m_out;
    spb::WireWriter m_properties;
};

/// The payload of an edge node's message; sequence -1: none.
inline QByteArray edgePayload(const QList<Field> &fields, int sequence, quint64 ms = 1'700'000'000'000)
{
    spb::WireWriter out;
    out.varint(1, ms);
    for (const Field &field : fields)
        out.bytes(2, field.message());
    if (sequence >= 0)
        out.varint(3, quint64(sequence));
    return out.message();
}

inline Field bdSeq(quint64 value) { return Field(spb::bdSeqName).type(spb::DataType::Int64).wide(value); }
inline Field rebirthControl() { return Field(spb::rebirthName).type(spb::DataType::Boolean).truth(false); }

} // namespace muster::test
