#include "store/history/journal.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace muster::history {

namespace {

constexpr quint64 rowLimit = 1ULL << 30;    // bytes; no row claims more
constexpr qsizetype worthPacking = 1 << 20; // a row larger than this is gone into blocks before compressing it would pay
enum Packing : quint8 { Stored = 0, Packed = 1 };

} // namespace

void JournalRow::clear()
{
    constexpr size_t kept = 8 << 20;
    if (m_bytes.size() > kept)
        m_bytes = Bytes(1 << 12);
    m_end = m_bytes.data();
    m_before = {};
    m_samples = 0;
}

void JournalRow::grow(size_t by)
{
    const qsizetype used = bytes();
    m_bytes.resize(2 * m_bytes.size() + by);
    m_end = m_bytes.data() + used;
}

void JournalRow::appendText(const Sample &sample, const QStringList &texts)
{
    const auto index = qsizetype(sample.value);
    const QByteArray utf8 = index >= 0 && index < texts.size() ? texts[index].toUtf8() : QByteArray();
    appendHead(sample, 8);
    m_end = writeVarint(m_end, quint64(utf8.size()));
    if (size_t(bytes() + utf8.size()) + room > m_bytes.size())
        grow(size_t(utf8.size()) + room);
    m_end = std::copy(utf8.begin(), utf8.end(), m_end);
}

void JournalRow::finish(Columns &columns, Bytes &row) const
{
    row.assign(8, 0);
    const std::span<const quint8> payload(m_bytes.data(), size_t(bytes()));
    if (bytes() > worthPacking) {
        row.reserve(payload.size() + 16);
        row.push_back(Stored);
        row.insert(row.end(), payload.begin(), payload.end());
    } else {
        row.push_back(Packed);
        columns.encodeBytes(payload, row);
    }
    qToLittleEndian<quint64>(XXH3_64bits(row.data() + 8, row.size() - 8), row.data());
}

bool JournalRow::read(Columns &columns, QByteArrayView row, const Visitor &visit)
{
    ByteReader outer(row);
    const quint64 checksum = outer.fixed64();
    if (!outer.ok() || checksum != XXH3_64bits(row.data() + 8, size_t(row.size() - 8)))
        return false;
    Bytes unpacked;
    QByteArrayView payload = row.sliced(9);
    if (outer.byte() == Packed) {
        if (!columns.decodeBytes(outer, unpacked, rowLimit))
            return false;
        payload = {unpacked.data(), qsizetype(unpacked.size())};
    }
    ByteReader from(payload);
    JournalEntry entry;
    while (!from.atEnd()) {
        const quint8 head = from.byte();
        const qint64 metric = qint64(entry.metric.n) + 1 + (head & 1 ? from.signedVarint() : 0);
        entry.metric.n = quint32(metric);
        entry.time = Micros(quint64(entry.time) + (head & 2 ? quint64(from.signedVarint()) : 0));
        entry.flags = head & 4 ? quint16(from.varint()) : entry.flags;
        const quint64 size = head & 8 ? from.varint() : head >> 4;
        const quint8 *const bytes = from.take(size);
        if (!bytes || (!(head & 8) && size > 8))
            return false;
        quint64 bits = 0;
        for (quint64 i = 0; !(head & 8) && i < size; ++i)
            bits |= quint64(bytes[i]) << (8 * (8 - size + i));
        entry.value = std::bit_cast<double>(bits);
        entry.text = head & 8 ? QString::fromUtf8(reinterpret_cast<const char *>(bytes), qsizetype(size)) : QString();
        visit(entry);
    }
    return true;
}

} // namespace muster::history
