#pragma once

#include <QByteArrayView>

namespace muster::ble {

/// Reads numbers off bytes from outside, one after the other, never beyond their end: what is not there reads as 0 and marks the
/// whole as cut short. Little-endian unless said otherwise, as Bluetooth is.
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_rest(bytes) {}

    [[nodiscard]] qsizetype left() const { return m_rest.size(); }
    [[nodiscard]] bool has(qsizetype count) const { return m_rest.size() >= count; }
    /// Something was read that was not there.
    [[nodiscard]] bool cut() const { return m_cut; }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

    quint64 u(int bytes)
    {
        quint64 value = 0;
        const QByteArrayView taken = take(bytes);
        for (qsizetype i = taken.size() - 1; i >= 0; --i)
            value = value << 8U | quint8(taken[i]);
        return value;
    }
    qint64 s(int bytes) { return extended(u(bytes), bytes); }
    /// Big-endian.
    quint64 ub(int bytes)
    {
        quint64 value = 0;
        for (const char byte : take(bytes))
            value = value << 8U | quint8(byte);
        return value;
    }
    qint64 sb(int bytes) { return extended(ub(bytes), bytes); }

    /// The next bytes; none if there are not as many.
    QByteArrayView take(qsizetype count)
    {
        if (count < 0 || count > m_rest.size()) {
            m_cut = true;
            m_rest = {};
            return {};
        }
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

private:
    [[nodiscard]] static qint64 extended(quint64 value, int bytes)
    {
        const int unused = 64 - 8 * bytes;
        return unused <= 0 || unused >= 64 ? qint64(value) : qint64(value << unsigned(unused)) >> unused;
    }

    QByteArrayView m_rest;
    bool m_cut = false;
};

} // namespace muster::ble
