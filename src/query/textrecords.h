#pragma once

#include <QByteArray>

#include <vector>

namespace muster {

/// The texts that differ from device to device, its name and its addresses, side by side in one block of memory, so that looking
/// through all of them reads memory in order.
class TextRecords
{
public:
    static constexpr qsizetype maxText = 2'048; ///< bytes of a name or of all addresses; what is longer is cut

    void resize(size_t rows) { m_slots.resize(rows); }
    /// `addresses`: one a line.
    void set(quint32 row, QByteArrayView name, QByteArrayView addresses);
    void clear(quint32 row) { set(row, {}, {}); }

    [[nodiscard]] QByteArrayView name(quint32 row) const { return {m_bytes.constData() + m_slots[row].from, qsizetype(m_slots[row].name)}; }
    [[nodiscard]] QByteArrayView addresses(quint32 row) const
    {
        const Slot &slot = m_slots[row];
        return slot.size > slot.name ? QByteArrayView(m_bytes.constData() + slot.from + slot.name + 1, qsizetype(slot.size - slot.name - 1)) : QByteArrayView();
    }
    /// The name and the addresses, one a line.
    [[nodiscard]] QByteArrayView all(quint32 row) const { return {m_bytes.constData() + m_slots[row].from, qsizetype(m_slots[row].size)}; }
    [[nodiscard]] qsizetype bytes() const { return m_bytes.size(); }

private:
    struct Slot
    {
        qsizetype from = 0;
        quint32 capacity = 0;
        quint32 name = 0; ///< bytes
        quint32 size = 0; ///< bytes in all
    };
    void compact();

    std::vector<Slot> m_slots;
    QByteArray m_bytes;
    qsizetype m_garbage = 0;
};

} // namespace muster
