#include "script/scriptmessages.h"

#include <QtEndian>

namespace muster::script {

void append(QByteArray &out, Kind kind, QByteArrayView bytes)
{
    char head[headSize];
    qToLittleEndian(quint32(bytes.size()), head);
    head[headSize - 1] = char(kind);
    out.append(head, headSize).append(bytes);
}

QByteArray faultBytes(quint32 line, QByteArrayView text)
{
    char number[4];
    qToLittleEndian(line, number);
    return QByteArray(number, 4).append(text);
}

Fault faultOf(QByteArrayView bytes)
{
    if (bytes.size() < 4)
        return {0, bytes.toByteArray()};
    return {qFromLittleEndian<quint32>(bytes.data()), bytes.sliced(4).toByteArray()};
}

void MessageReader::feed(QByteArrayView bytes)
{
    if (m_isBroken)
        return;
    m_bytes.remove(0, std::exchange(m_at, 0));
    m_bytes.append(bytes);
}

std::optional<Message> MessageReader::next()
{
    const qsizetype left = m_bytes.size() - m_at;
    if (m_isBroken || left < headSize)
        return std::nullopt;
    const char *const head = m_bytes.constData() + m_at;
    const auto length = qsizetype(qFromLittleEndian<quint32>(head));
    const auto kind = quint8(head[headSize - 1]);
    if (length > m_longest || kind < quint8(Kind::Load) || kind > quint8(Kind::Last_)) {
        m_isBroken = true;
        return std::nullopt;
    }
    if (left < headSize + length)
        return std::nullopt;
    m_at += headSize + length;
    return Message {Kind(kind), QByteArrayView(head + headSize, length)};
}

void MessageReader::reset()
{
    m_bytes.clear();
    m_at = 0;
    m_isBroken = false;
}

} // namespace muster::script
