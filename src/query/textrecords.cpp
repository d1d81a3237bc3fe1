#include "query/textrecords.h"

#include <algorithm>

namespace muster {

namespace {

QByteArrayView shortened(QByteArrayView text)
{
    qsizetype size = std::min(text.size(), TextRecords::maxText);
    while (size < text.size() && size > 0 && (quint8(text[size]) & 0xC0) == 0x80)
        --size; // not within a character
    return text.first(size);
}

} // namespace

void TextRecords::set(quint32 row, QByteArrayView name, QByteArrayView addresses)
{
    Slot &slot = m_slots[row];
    QByteArray record = shortened(name).toByteArray();
    slot.name = quint32(record.size());
    if (!addresses.isEmpty())
        record.append('\n').append(shortened(addresses));
    slot.size = quint32(record.size());
    if (slot.size <= slot.capacity) {
        std::copy(record.cbegin(), record.cend(), m_bytes.begin() + slot.from);
        return;
    }
    m_garbage += slot.capacity;
    slot.from = m_bytes.size();
    slot.capacity = slot.size;
    m_bytes += record;
    if (m_garbage > m_bytes.size() / 2 && m_garbage > 65'536)
        compact();
}

void TextRecords::compact()
{
    QByteArray bytes;
    bytes.reserve(m_bytes.size() - m_garbage);
    for (Slot &slot : m_slots) {
        const qsizetype from = bytes.size();
        bytes.append(m_bytes.constData() + slot.from, qsizetype(slot.size));
        slot.from = from;
        slot.capacity = slot.size;
    }
    m_bytes = bytes;
    m_garbage = 0;
}

} // namespace muster
