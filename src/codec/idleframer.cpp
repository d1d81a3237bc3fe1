#include "codec/idleframer.h"

namespace muster::codec {

IdleFramer::IdleFramer(LinkCounters &counters, Framing framing)
    : Framer(counters)
    , m_framing(std::move(framing))
{
}

void IdleFramer::flush()
{
    if (m_held.isEmpty() && !m_dropping)
        return;
    m_frameIsWhole = std::exchange(m_synchronised, true);
    if (std::exchange(m_dropping, false))
        return;
    m_frame = std::exchange(m_held, {});
    m_frameTime = m_last;
    m_ended = true;
}

void IdleFramer::feed(QByteArrayView chunk, Micros now)
{
    if (now - m_last >= Micros(m_framing.idleMs) * 1'000)
        flush();
    m_last = now;
    if (m_dropping) {
        m_counters.garbage += quint64(chunk.size());
    } else if (m_held.size() + chunk.size() > m_framing.longest + m_framing.check.size()) {
        ++m_counters.oversized;
        m_counters.garbage += quint64(m_held.size() + chunk.size());
        m_held.clear();
        m_dropping = true;
    } else {
        m_held.append(chunk);
    }
}

std::optional<Frame> IdleFramer::next()
{
    if (!std::exchange(m_ended, false))
        return std::nullopt;
    const auto checked = m_framing.check.verified(m_frame);
    if (!checked) {
        ++m_counters.badChecksums;
        m_counters.garbage += quint64(m_frame.size());
        return std::nullopt;
    }
    ++m_counters.frames;
    return Frame {*checked, 0, !m_frameIsWhole && m_framing.check.kind == Checksum::None, m_frameTime};
}

void IdleFramer::reset()
{
    m_counters.garbage += quint64(m_held.size());
    m_held.clear();
    m_ended = false;
    m_dropping = false;
    m_synchronised = false;
    m_last = 0;
}

} // namespace muster::codec
