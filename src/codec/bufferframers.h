#pragma once

#include "codec/framer.h"

namespace muster::codec {

/// A framer that looks for frames in what it holds: the unfinished one and the rest of the chunk.
class BufferFramer : public Framer
{
public:
    BufferFramer(LinkCounters &counters, Framing framing);

    void feed(QByteArrayView chunk, Micros now) override;
    [[nodiscard]] std::optional<Frame> next() override;
    void reset() override;

protected:
    /// What the beginning of the held bytes is.
    struct Scan
    {
        enum class What : quint8 {
            More,    ///< perhaps a frame, when more comes
            Between, ///< `taken` bytes between two frames
            Garbage, ///< `taken` bytes that belong to no frame
            TooLong, ///< the same, of a frame beyond the bound
            Malformed, ///< the same, of a frame whose stuffing is wrong
            Frame,   ///< `frame`, of `taken` bytes. When its checksum is wrong, the search goes on behind `again` bytes
        };
        What what = What::More;
        qsizetype taken = 0;
        QByteArrayView frame {};
        qsizetype again = 0;
    };
    [[nodiscard]] virtual Scan scan(QByteArrayView held) = 0;

    Framing m_framing;
    qsizetype m_searched = 0;   ///< held bytes in which scan() need not look again for an end
    bool m_synchronised = false;///< an end was seen

private:
    [[nodiscard]] bool holdMore();
    void drop(qsizetype bytes);

    static constexpr qsizetype most = 64 * 1024; ///< bytes of a chunk taken in at a time
    QByteArrayView m_rest {};
    QByteArray m_held;
    qsizetype m_at = 0;         ///< where scan() goes on in m_held
};

/// Framing::Marks.
class MarkFramer : public BufferFramer
{
public:
    using BufferFramer::BufferFramer;

protected:
    Scan scan(QByteArrayView held) override;
};

/// COBS and SLIP: a byte that stands between frames alone.
class StuffedFramer : public BufferFramer
{
public:
    using BufferFramer::BufferFramer;
    void reset() override;

protected:
    Scan scan(QByteArrayView held) override;

private:
    QByteArray m_payload;
    bool m_dropping = false;    ///< the rest of a frame that was too long
};

/// Framing::Length and Framing::Fixed.
class CountedFramer : public BufferFramer
{
public:
    using BufferFramer::BufferFramer;

protected:
    Scan scan(QByteArrayView held) override;

private:
    [[nodiscard]] qsizetype stated(QByteArrayView behindStart) const;
};

/// Modbus-RTU as it passes on the bus: the lengths that a function's request and response may have, told by their CRC; no timing needed.
/// The frame is address, function and data.
class ModbusFramer : public BufferFramer
{
public:
    static constexpr qsizetype longestFrame = 256;
    using BufferFramer::BufferFramer;
    void flush() override { m_silent = true; }
    void feed(QByteArrayView chunk, Micros now) override;

protected:
    Scan scan(QByteArrayView held) override;

private:
    bool m_silent = false;      ///< what is held will not go on
};

} // namespace muster::codec
