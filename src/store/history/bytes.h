#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <bit>
#include <cstring>
#include <vector>

/// Little-endian bytes and variable-length numbers, as history files hold them. Reading never runs past the end: what is missing reads as 0
/// and ok() says so afterwards.
namespace muster::history {

using Bytes = std::vector<quint8>;

[[nodiscard]] constexpr quint64 zigzag(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}
[[nodiscard]] constexpr qint64 unzigzag(quint64 value)
{
    return qint64(value >> 1) ^ -qint64(value & 1);
}

/// Seven bits a byte, the lowest first; the top bit says that more follow. At most 10 bytes.
inline quint8 *writeVarint(quint8 *to, quint64 value)
{
    while (value >= 0x80) {
        *to++ = quint8(value | 0x80);
        value >>= 7;
    }
    *to++ = quint8(value);
    return to;
}

inline void putVarint(Bytes &to, quint64 value)
{
    while (value >= 0x80) {
        to.push_back(quint8(value | 0x80));
        value >>= 7;
    }
    to.push_back(quint8(value));
}

inline void putSigned(Bytes &to, qint64 value)
{
    putVarint(to, zigzag(value));
}

inline void putFixed64(Bytes &to, quint64 value)
{
    to.resize(to.size() + 8);
    qToLittleEndian(value, to.data() + to.size() - 8);
}

inline void putDouble(Bytes &to, double value)
{
    putFixed64(to, std::bit_cast<quint64>(value));
}

class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_at(reinterpret_cast<const quint8 *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {}

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] qsizetype left() const { return m_end - m_at; }

    quint8 byte()
    {
        if (m_at == m_end)
            return quint8(fail());
        return *m_at++;
    }
    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                return fail();
            const quint8 next = *m_at++;
            value |= quint64(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        return fail();
    }
    qint64 signedVarint() { return unzigzag(varint()); }
    quint64 fixed64()
    {
        const quint8 *const from = take(8);
        return from ? qFromLittleEndian<quint64>(from) : 0;
    }
    double number() { return std::bit_cast<double>(fixed64()); }
    /// The next `size` bytes; null when there are fewer.
    const quint8 *take(quint64 size)
    {
        if (size > quint64(left())) {
            fail();
            return nullptr;
        }
        m_at += size;
        return m_at - size;
    }

private:
    quint64 fail()
    {
        m_ok = false;
        m_at = m_end;
        return 0;
    }

    const quint8 *m_at;
    const quint8 *m_end;
    bool m_ok = true;
};

} // namespace muster::history
