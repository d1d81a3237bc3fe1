#include "codec/framer.h"

#include "codec/bufferframers.h"
#include "codec/idleframer.h"

#include <cstring>

namespace muster::codec {

LineFramer::LineFramer(LinkCounters &counters, qsizetype longest, const Check &check)
    : Framer(counters)
    , m_longest(longest)
    , m_check(check)
{
}

void LineFramer::feed(QByteArrayView chunk, Micros now)
{
    Q_UNUSED(now)
    m_rest = chunk;
    m_noLineFeed = false;
}

void LineFramer::reset()
{
    m_counters.garbage += quint64(m_taken ? 0 : m_pending.size());
    m_rest = {};
    m_pending.clear();
    m_taken = false;
    m_dropping = false;
    m_first = true;
}

// Where the first CR or LF stands in m_rest; -1: nowhere.
qsizetype LineFramer::lineEnd()
{
    if (m_rest.isEmpty())
        return -1;
    qsizetype length = m_rest.size();
    if (!m_noLineFeed) {
        if (const void *feed = std::memchr(m_rest.data(), '\n', size_t(length)))
            length = static_cast<const char *>(feed) - m_rest.data();
        else
            m_noLineFeed = true;
    }
    if (const void *back = std::memchr(m_rest.data(), '\r', size_t(length)))
        return static_cast<const char *>(back) - m_rest.data();
    return length < m_rest.size() ? length : -1;
}

void LineFramer::keep(QByteArrayView part)
{
    if (m_dropping) {
        m_counters.garbage += quint64(part.size());
    } else if (m_pending.size() + part.size() > m_longest) {
        m_counters.garbage += quint64(m_pending.size() + part.size());
        ++m_counters.oversized;
        m_pending.clear();
        m_dropping = true;
    } else {
        m_pending.append(part);
    }
}

std::optional<Frame> LineFramer::next()
{
    while (true) {
        if (std::exchange(m_taken, false))
            m_pending.clear();
        const qsizetype end = lineEnd();
        if (end < 0) {
            keep(m_rest);
            m_rest = {};
            return std::nullopt;
        }
        QByteArrayView line = m_rest.first(end);
        if (!m_pending.isEmpty() || m_dropping || end > m_longest) {
            keep(line);
            line = m_pending;
            m_taken = !m_pending.isEmpty();
        }
        m_rest = m_rest.sliced(end + 1);
        const bool first = std::exchange(m_first, false);
        m_dropping = false;
        if (line.isEmpty())
            continue;
        const auto checked = m_check.verified(line);
        if (!checked) {
            ++m_counters.badChecksums;
            m_counters.garbage += quint64(line.size());
            continue;
        }
        if (checked->isEmpty())
            continue;
        ++m_counters.frames;
        return Frame {*checked, m_rest.size(), first && m_check.kind == Checksum::None};
    }
}

std::unique_ptr<Framer> makeFramer(const Framing &framing, LinkCounters &counters)
{
    switch (framing.kind) {
    case Framing::Kind::Lines: break;
    case Framing::Kind::Marks: return std::make_unique<MarkFramer>(counters, framing);
    case Framing::Kind::Cobs:
    case Framing::Kind::Slip: return std::make_unique<StuffedFramer>(counters, framing);
    case Framing::Kind::Length:
    case Framing::Kind::Fixed: return std::make_unique<CountedFramer>(counters, framing);
    case Framing::Kind::Idle: return std::make_unique<IdleFramer>(counters, framing);
    case Framing::Kind::Modbus: {
        Framing modbus = framing;
        modbus.check = modbusCheck;
        return std::make_unique<ModbusFramer>(counters, modbus);
    }
    }
    return std::make_unique<LineFramer>(counters, framing.longest, framing.check);
}

} // namespace muster::codec
