#pragma once

#include <QtGlobal>

#include <bit>
#include <vector>

namespace muster {

/// A set of rows, one bit each.
class Bits
{
public:
    Bits() = default;
    explicit Bits(size_t rows)
        : m_words((rows + 63) / 64, 0)
    {}

    void resize(size_t rows) { m_words.resize((rows + 63) / 64, 0); }
    [[nodiscard]] bool test(quint32 row) const { return row / 64 < m_words.size() && (m_words[row / 64] >> (row % 64) & 1) != 0; }
    void set(quint32 row, bool on = true)
    {
        const quint64 bit = quint64(1) << (row % 64);
        m_words[row / 64] = on ? m_words[row / 64] | bit : m_words[row / 64] & ~bit;
    }
    [[nodiscard]] qsizetype count() const
    {
        qsizetype sum = 0;
        for (const quint64 word : m_words)
            sum += std::popcount(word);
        return sum;
    }

    /// Both must have been made for as many rows.
    Bits &operator&=(const Bits &other)
    {
        return combine(other, [](quint64 a, quint64 b) { return a & b; });
    }
    Bits &operator|=(const Bits &other)
    {
        return combine(other, [](quint64 a, quint64 b) { return a | b; });
    }
    Bits &remove(const Bits &other)
    {
        return combine(other, [](quint64 a, quint64 b) { return a & ~b; });
    }

    /// Calls `visit` with every row of the set, ascending.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            for (quint64 word = m_words[i]; word != 0; word &= word - 1)
                visit(quint32(i * 64 + size_t(std::countr_zero(word))));
    }
    /// The rows of the set for which `accept` holds.
    template <class Accept>
    [[nodiscard]] Bits filtered(Accept accept) const
    {
        Bits result;
        result.m_words.resize(m_words.size());
        for (size_t i = 0; i < m_words.size(); ++i) {
            quint64 kept = 0;
            for (quint64 word = m_words[i]; word != 0; word &= word - 1)
                if (const int bit = std::countr_zero(word); accept(quint32(i * 64 + size_t(bit))))
                    kept |= quint64(1) << bit;
            result.m_words[i] = kept;
        }
        return result;
    }

    friend bool operator==(const Bits &, const Bits &) = default;

private:
    template <class Operation>
    Bits &combine(const Bits &other, Operation operation)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] = operation(m_words[i], i < other.m_words.size() ? other.m_words[i] : 0);
        return *this;
    }
    std::vector<quint64> m_words;
};

} // namespace muster
