#pragma once

#include "core/sample.h"

#include <QList>

#include <array>
#include <vector>

namespace muster {

/// What a pixel column of a chart needs to know about the samples that fall into it.
struct EnvelopeColumn
{
    Micros time = 0;   ///< of the first sample in the column
    Micros endTime = 0;///< of the last one
    double first = 0;
    double last = 0;
    double min = 0;
    double max = 0;
    qint64 count = 0;  ///< samples in the column, > 0

    friend bool operator==(const EnvelopeColumn &, const EnvelopeColumn &) = default;
};

/// At most one column per pixel, in time order, only those that hold samples; plus, when there is one, the last sample before
/// the range and the first one behind it, so that a line can be drawn to the edges.
using Envelope = QList<EnvelopeColumn>;

/// The live memory of one metric: a ring of (time, value) in time order and a pyramid of minima and maxima over it, so that the envelope
/// of any range costs O(pixels · log samples). Main thread. Grows by doubling up to its limit, then forgets the oldest.
///
/// NaN is kept and counts as "no value": it never becomes a minimum or maximum.
class Series
{
public:
    static constexpr qsizetype defaultLimit = 1 << 16;
    static constexpr qsizetype minimumLimit = 1 << 10;
    static constexpr qsizetype maximumLimit = 1 << 24;
    static constexpr qsizetype maxReorder = 4'096; ///< a sample this many places late is still put in order

    /// Takes in a sample. False, and nothing happens, when it is older than what reordering reaches.
    bool append(Micros time, double value);

    /// The most samples kept, rounded up to a power of two within [minimumLimit, maximumLimit]. Making it smaller forgets the oldest.
    void setLimit(qsizetype samples);
    [[nodiscard]] qsizetype limit() const { return m_limit; }

    [[nodiscard]] qsizetype size() const { return qsizetype(m_end - m_begin); }
    [[nodiscard]] bool isEmpty() const { return m_end == m_begin; }
    /// The i-th kept sample, 0 the oldest.
    [[nodiscard]] Micros timeAt(qsizetype i) const { return m_times[slot(m_begin + quint64(i))]; }
    [[nodiscard]] double valueAt(qsizetype i) const { return m_values[slot(m_begin + quint64(i))]; }
    /// The index of the first kept sample that is not older than `time`; size() if there is none.
    [[nodiscard]] qsizetype lowerBound(Micros time) const;

    /// The range [from, to) cut into `pixels` columns of equal width. Empty when the range or pixels are.
    [[nodiscard]] Envelope envelope(Micros from, Micros to, int pixels) const;

    [[nodiscard]] qsizetype bytes() const;

private:
    static constexpr int shift = 4; ///< each level of the pyramid sums up 16 of the one below
    static constexpr int levels = 5;
    struct Extent
    {
        double min;
        double max;
    };
    [[nodiscard]] size_t slot(quint64 index) const { return size_t(index & m_mask); }
    [[nodiscard]] size_t block(int level, quint64 number) const;
    /// The first of [from, last) that is not older than `time`, or `last`; cheap when it is near.
    [[nodiscard]] quint64 gallop(quint64 from, quint64 last, Micros time) const;
    void resize(qsizetype capacity);
    void fold(quint64 index);
    void rebuild(quint64 from);
    [[nodiscard]] Extent extent(quint64 from, quint64 to) const;
    [[nodiscard]] EnvelopeColumn column(quint64 from, quint64 to) const;

    // Samples have absolute numbers [m_begin, m_end); number n sits in slot n & m_mask.
    std::vector<Micros> m_times;
    std::vector<double> m_values;
    std::array<std::vector<Extent>, levels> m_pyramid;
    quint64 m_begin = 0;
    quint64 m_end = 0;
    quint64 m_mask = 0;
    qsizetype m_limit = defaultLimit;
};

} // namespace muster
