#pragma once

#include "core/sample.h"
#include "store/history/columns.h"

#include <QString>

#include <functional>

namespace muster::history {

/// One sample on its way through the journal, with its text if it has one.
struct JournalEntry
{
    MetricId metric {};
    Micros time = 0;
    double value = 0;
    quint16 flags = 0;
    QString text {}; ///< Sample::Text only
};

/// Gathers a tick's samples in their order of arrival, already in the bytes of a journal row.
class JournalRow
{
public:
    void append(const Sample &sample, const QStringList &texts)
    {
        if (size_t(m_end - m_bytes.data()) + room > m_bytes.size()) [[unlikely]]
            grow(room);
        if (sample.flags & Sample::Text) [[unlikely]] {
            appendText(sample, texts);
            return;
        }
        const auto bits = std::bit_cast<quint64>(sample.value);
        const int size = bits == 0 ? 0 : 8 - std::countr_zero(bits) / 8;
        appendHead(sample, quint8(size << 4));
        const quint64 little = qToLittleEndian(bits >> (8 * (8 - size) & 63));
        std::memcpy(m_end, &little, 8);
        m_end += size;
    }
    [[nodiscard]] qint64 samples() const { return m_samples; }
    [[nodiscard]] qsizetype bytes() const { return m_end - m_bytes.data(); }
    [[nodiscard]] bool isEmpty() const { return m_samples == 0; }
    void clear();

    /// The row's bytes: checksummed, and compressed where that is worth the time.
    void finish(Columns &columns, Bytes &row) const;

    using Visitor = std::function<void(const JournalEntry &)>;
    /// Visits what a row holds, in order; false when it is broken, and then nothing is visited.
    [[nodiscard]] static bool read(Columns &columns, QByteArrayView row, const Visitor &visit);

private:
    static constexpr size_t room = 64; ///< more than any sample without its text takes

    void appendHead(const Sample &sample, quint8 head)
    {
        quint8 *const control = m_end++;
        const quint32 next = m_before.metric.n + 1;
        if (sample.metric.n != next) {
            head |= 1;
            m_end = writeVarint(m_end, zigzag(qint64(sample.metric.n) - qint64(next)));
        }
        if (sample.time != m_before.time) {
            head |= 2;
            m_end = writeVarint(m_end, zigzag(qint64(quint64(sample.time) - quint64(m_before.time))));
        }
        if (sample.flags != m_before.flags) {
            head |= 4;
            m_end = writeVarint(m_end, sample.flags);
        }
        *control = head;
        m_before = sample;
        ++m_samples;
    }
    void appendText(const Sample &sample, const QStringList &texts);
    void grow(size_t by);

    Bytes m_bytes = Bytes(1 << 12);
    quint8 *m_end = m_bytes.data();
    Sample m_before {};
    qint64 m_samples = 0;
};

} // namespace muster::history
