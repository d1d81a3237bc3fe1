#include "codec/bufferframers.h"

#include <algorithm>
#include <array>

namespace muster::codec {

BufferFramer::BufferFramer(LinkCounters &counters, Framing framing)
    : Framer(counters)
    , m_framing(std::move(framing))
{
}

void BufferFramer::feed(QByteArrayView chunk, Micros now)
{
    Q_UNUSED(now)
    m_rest = chunk;
}

void BufferFramer::reset()
{
    m_counters.garbage += quint64(m_held.size() - m_at);
    m_rest = {};
    m_held.clear();
    m_at = 0;
    m_searched = 0;
    m_synchronised = false;
}

bool BufferFramer::holdMore()
{
    if (m_rest.isEmpty())
        return false;
    m_held.remove(0, m_at);
    m_at = 0;
    const QByteArrayView part = m_rest.first(std::min(m_rest.size(), most));
    m_held.append(part);
    m_rest = m_rest.sliced(part.size());
    return true;
}

void BufferFramer::drop(qsizetype bytes)
{
    m_at += bytes;
    m_searched = std::max<qsizetype>(m_searched - bytes, 0);
}

std::optional<Frame> BufferFramer::next()
{
    while (true) {
        const QByteArrayView held = QByteArrayView(m_held).sliced(m_at);
        const Scan found = held.isEmpty() ? Scan() : scan(held);
        switch (found.what) {
        case Scan::What::More:
            if (!holdMore())
                return std::nullopt;
            continue;
        case Scan::What::TooLong: ++m_counters.oversized; break;
        case Scan::What::Malformed: ++m_counters.malformed; break;
        case Scan::What::Garbage: break;
        case Scan::What::Frame:
            if (const auto frame = m_framing.check.verified(found.frame, m_framing.start)) {
                drop(found.taken);
                m_searched = 0;
                const bool whole = std::exchange(m_synchronised, true) || m_framing.check.kind != Checksum::None;
                if (frame->isEmpty())
                    continue;
                ++m_counters.frames;
                return Frame {*frame, m_held.size() - m_at + m_rest.size(), !whole, 0};
            }
            ++m_counters.badChecksums;
            m_counters.garbage += quint64(found.again);
            drop(found.again);
            m_searched = 0;
            continue;
        case Scan::What::Between: drop(found.taken); continue;
        }
        m_counters.garbage += quint64(found.taken);
        drop(found.taken);
    }
}

// --- marks ---

namespace {

// How many bytes at the end of `held` could be the beginning of `mark`.
qsizetype beginningAtEnd(QByteArrayView held, QByteArrayView mark)
{
    for (qsizetype length = std::min(held.size(), mark.size() - 1); length > 0; --length) {
        if (held.endsWith(mark.first(length)))
            return length;
    }
    return 0;
}

} // namespace

BufferFramer::Scan MarkFramer::scan(QByteArrayView held)
{
    const QByteArrayView start = m_framing.start;
    if (!start.isEmpty() && !held.startsWith(start)) {
        const qsizetype at = held.indexOf(start);
        const qsizetype garbage = at >= 0 ? at : held.size() - beginningAtEnd(held, start);
        return garbage > 0 ? Scan {Scan::What::Garbage, garbage} : Scan {};
    }
    const qsizetype longest = m_framing.longest + m_framing.check.size();
    const bool ownEnd = !m_framing.end.isEmpty() && m_framing.end != m_framing.start;
    const QByteArrayView mark = ownEnd ? m_framing.end : m_framing.start;
    const qsizetype from = std::max(start.size(), m_searched);
    const qsizetype end = held.indexOf(mark, from);
    if (end < 0) {
        m_searched = std::max(start.size(), held.size() - mark.size() + 1);
        if (held.size() <= longest + start.size() + mark.size())
            return {};
        m_searched = 0;
        return {Scan::What::TooLong, start.isEmpty() ? held.size() : start.size()};
    }
    if (start.isEmpty() && end == 0) {
        m_synchronised = true;
        return {Scan::What::Between, mark.size()};
    }
    if (end - start.size() > longest)
        return {Scan::What::TooLong, start.isEmpty() ? end : start.size()};
    if (!start.isEmpty())
        m_synchronised = true;
    const QByteArrayView inside = held.sliced(start.size(), end - start.size());
    if (inside.isEmpty() && !ownEnd)
        return {Scan::What::Between, start.size()};
    // A start within: the end of the frame before was lost. A checksum would tell, without one the later start is taken.
    if (ownEnd && !start.isEmpty() && m_framing.check.kind == Checksum::None) {
        if (const qsizetype later = inside.lastIndexOf(start); later >= 0)
            return {Scan::What::Garbage, start.size() + later};
    }
    return {Scan::What::Frame, ownEnd ? end + mark.size() : end, inside, start.isEmpty() ? end + mark.size() : 1};
}

// --- stuffed ---

void StuffedFramer::reset()
{
    BufferFramer::reset();
    m_dropping = false;
}

BufferFramer::Scan StuffedFramer::scan(QByteArrayView held)
{
    const bool cobs = m_framing.kind == Framing::Kind::Cobs;
    const char delimiter = cobs ? '\0' : '\xC0';
    const qsizetype end = held.indexOf(delimiter, m_searched);
    if (m_dropping) {
        m_dropping = end < 0;
        m_synchronised = m_synchronised || end >= 0;
        return {Scan::What::Garbage, end < 0 ? held.size() : end + 1};
    }
    // Stuffing makes a SLIP frame twice as long at most.
    const qsizetype longest = (m_framing.longest + m_framing.check.size()) * 2 + 2;
    if (end < 0) {
        m_searched = held.size();
        m_dropping = held.size() > longest;
        return m_dropping ? Scan {Scan::What::TooLong, held.size()} : Scan {};
    }
    m_searched = 0;
    if (end == 0) { // between two frames
        m_synchronised = true;
        return {Scan::What::Between, 1};
    }
    const QByteArrayView stuffed = held.first(end);
    if (end > longest)
        return {Scan::What::TooLong, end};
    if (!(cobs ? cobsDecode(stuffed, m_payload) : slipDecode(stuffed, m_payload)))
        return {m_synchronised ? Scan::What::Malformed : Scan::What::Garbage, end};
    if (m_payload.size() > m_framing.longest + m_framing.check.size())
        return {Scan::What::TooLong, end};
    return {Scan::What::Frame, end + 1, m_payload, end + 1};
}

// --- counted ---

// How many bytes there are behind the start; -1: it cannot be seen yet.
qsizetype CountedFramer::stated(QByteArrayView behindStart) const
{
    if (m_framing.kind == Framing::Kind::Fixed)
        return m_framing.size;
    if (behindStart.size() < m_framing.lengthAt + m_framing.lengthSize)
        return -1;
    qint64 length = 0;
    for (int i = 0; i < m_framing.lengthSize; ++i) {
        const int at = m_framing.lengthAt + (m_framing.lengthBigEndian ? i : m_framing.lengthSize - 1 - i);
        length = length * 256 + static_cast<unsigned char>(behindStart[at]);
    }
    return qsizetype(std::max<qint64>(length + m_framing.lengthAdds, 0));
}

BufferFramer::Scan CountedFramer::scan(QByteArrayView held)
{
    const QByteArrayView start = m_framing.start;
    if (!start.isEmpty()) {
        const qsizetype at = held.indexOf(start);
        const qsizetype garbage = at >= 0 ? at : held.size() - beginningAtEnd(held, start);
        if (garbage > 0)
            return {Scan::What::Garbage, garbage};
        if (at < 0)
            return {};
    }
    const QByteArrayView behind = held.sliced(start.size());
    const qsizetype length = stated(behind);
    if (length < 0)
        return {};
    const bool counted = m_framing.kind == Framing::Kind::Length;
    if (length > m_framing.longest || length == 0 || (counted && length < m_framing.lengthAt + m_framing.lengthSize))
        return {length > m_framing.longest && !start.isEmpty() ? Scan::What::TooLong : Scan::What::Garbage, 1};
    if (behind.size() < length)
        return {};
    m_synchronised = m_synchronised || !start.isEmpty();
    return {Scan::What::Frame, start.size() + length, behind.first(length), 1};
}

// --- Modbus ---

namespace {

/// Lengths that a frame with this beginning may have, with address, function and CRC; 0: none, -1: not to be seen yet.
/// Modbus application protocol 1.1b3, chapter 6.
struct Lengths
{
    qsizetype request = 0;
    qsizetype response = 0;
};

Lengths modbusLengths(QByteArrayView held)
{
    const auto byte = [&](qsizetype at) -> qsizetype { return at < held.size() ? qsizetype(static_cast<unsigned char>(held[at])) : -1; };
    const qsizetype function = byte(1);
    const auto counted = [&](qsizetype at, qsizetype others) { return byte(at) < 0 ? -1 : byte(at) + others; };
    switch (function) {
    case 1:
    case 2:
    case 3:
    case 4: return {8, counted(2, 5)};
    case 5:
    case 6: return {8, 8};
    case 15:
    case 16: return {counted(6, 9), 8};
    case 22: return {10, 10};
    case 23: return {counted(10, 13), counted(2, 5)};
    case -1: return {-1, -1};
    default: return function >= 0x81 && function <= 0x97 ? Lengths {0, 5} : Lengths {};
    }
}

} // namespace

void ModbusFramer::feed(QByteArrayView chunk, Micros now)
{
    m_silent = false;
    BufferFramer::feed(chunk, now);
}

BufferFramer::Scan ModbusFramer::scan(QByteArrayView held)
{
    const Lengths lengths = modbusLengths(held);
    bool waiting = false;
    for (const qsizetype length : {lengths.request, lengths.response}) {
        if (length == 0 || length > longestFrame)
            continue;
        if (length < 0 || length > held.size()) {
            waiting = true;
            continue;
        }
        const QByteArrayView frame = held.first(length);
        if (m_framing.check.verified(frame))
            return {Scan::What::Frame, length, frame, 1};
    }
    return waiting && !m_silent ? Scan {} : Scan {Scan::What::Garbage, 1};
}

} // namespace muster::codec
