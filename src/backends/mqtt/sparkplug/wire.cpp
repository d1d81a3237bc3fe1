#include "backends/mqtt/sparkplug/wire.h"

#include <QtEndian>

namespace muster::mqtt::sparkplug {

bool WireReader::fail()
{
    m_failed = true;
    m_rest = {};
    return false;
}

bool WireReader::varint(quint64 &value)
{
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (m_rest.isEmpty())
            return fail();
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest = m_rest.sliced(1);
        if (shift == 63 && byte > 1)
            return fail(); // more than 64 bits
        value |= quint64(byte & 0x7F) << shift;
        if (byte < 0x80)
            return true;
    }
    return fail();
}

bool WireReader::fixed(qsizetype size, quint64 &value)
{
    if (m_rest.size() < size)
        return fail();
    value = size == 8 ? qFromLittleEndian<quint64>(m_rest.data()) : qFromLittleEndian<quint32>(m_rest.data());
    m_rest = m_rest.sliced(size);
    return true;
}

bool WireReader::next(WireField &field)
{
    if (m_failed || m_rest.isEmpty())
        return false;
    quint64 tag = 0;
    if (!varint(tag))
        return false;
    if (tag >> 32 != 0 || tag >> 3 == 0)
        return fail();
    field = {};
    field.number = quint32(tag >> 3);
    field.type = WireField::Type(tag & 7);
    quint64 length = 0;
    switch (field.type) {
    case WireField::Type::Varint:
        return varint(field.value);
    case WireField::Type::Fixed64:
        return fixed(8, field.value);
    case WireField::Type::Fixed32:
        return fixed(4, field.value);
    case WireField::Type::Bytes:
        if (!varint(length))
            return false;
        if (length > quint64(m_rest.size()))
            return fail();
        field.bytes = m_rest.first(qsizetype(length));
        m_rest = m_rest.sliced(qsizetype(length));
        return true;
    }
    return fail(); // a group, or no type at all
}

void WireWriter::raw(quint64 value)
{
    while (value >= 0x80) {
        m_bytes.append(char(value | 0x80));
        value >>= 7;
    }
    m_bytes.append(char(value));
}

void WireWriter::tag(quint32 field, WireField::Type type)
{
    raw(quint64(field) << 3 | quint64(type));
}

void WireWriter::varint(quint32 field, quint64 value)
{
    tag(field, WireField::Type::Varint);
    raw(value);
}

void WireWriter::fixed32(quint32 field, quint32 value)
{
    tag(field, WireField::Type::Fixed32);
    const quint32 little = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void WireWriter::fixed64(quint32 field, quint64 value)
{
    tag(field, WireField::Type::Fixed64);
    const quint64 little = qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void WireWriter::bytes(quint32 field, QByteArrayView value)
{
    tag(field, WireField::Type::Bytes);
    raw(quint64(value.size()));
    m_bytes.append(value);
}

} // namespace muster::mqtt::sparkplug
