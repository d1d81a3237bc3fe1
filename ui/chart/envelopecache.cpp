#include "ui/chart/envelopecache.h"

#include <algorithm>

namespace muster {

namespace {

constexpr Micros redone = 4; ///< columns before the newest one that are asked for again: batches of several roads overlap a little

} // namespace

const Envelope &EnvelopeCache::envelope(const Series &series, Micros from, Micros to, int columns, bool fresh)
{
    if (!fresh && continues(from, to, columns))
        advance(series, from, to, columns);
    else
        m_envelope = series.envelope(from, to, columns);
    m_from = from;
    m_to = to;
    m_columns = columns;
    return m_envelope;
}

bool EnvelopeCache::continues(Micros from, Micros to, int columns) const
{
    if (m_envelope.size() < 2 * redone || columns != m_columns || columns <= 0 || to - from != m_to - m_from || (to - from) % columns != 0)
        return false;
    return from >= m_from && from < m_to && (from - m_from) % ((to - from) / columns) == 0;
}

void EnvelopeCache::advance(const Series &series, Micros from, Micros to, int columns)
{
    const Micros width = (to - from) / columns;
    Micros newest = m_envelope.last().time;
    if (newest >= m_to)
        newest = m_envelope.at(m_envelope.size() - 2).time;
    const Micros cut = std::max(from, m_from + ((newest - m_from) / width - redone) * width);
    const auto byTime = [](const EnvelopeColumn &column, Micros time) { return column.time < time; };

    m_envelope.erase(std::lower_bound(m_envelope.cbegin(), m_envelope.cend(), cut, byTime), m_envelope.cend());
    m_envelope.erase(m_envelope.cbegin(), std::lower_bound(m_envelope.cbegin(), m_envelope.cend(), from, byTime));
    Envelope tail = series.envelope(cut, to, int((to - cut) / width));
    // The tail's lead-in is the last kept column's last sample, unless nothing was kept.
    if (!m_envelope.isEmpty() && !tail.isEmpty() && tail.first().time < cut)
        tail.removeFirst();
    const qsizetype before = series.lowerBound(from);
    if (!m_envelope.isEmpty() && before > 0)
        m_envelope.prepend(series.envelope(from, from + 1, 1).constFirst());
    m_envelope.append(tail);
}

} // namespace muster
