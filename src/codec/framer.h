#pragma once

#include "codec/framing.h"
#include "codec/linkcodec.h"

#include <memory>
#include <optional>

namespace muster::codec {

/// What stands between two ends of a frame, without them.
struct Frame
{
    QByteArrayView bytes {};    ///< until the next call of the framer
    qsizetype behind = 0;       ///< bytes that came after it; after garbage some of them with earlier chunks
    bool mayBeCut = false;      ///< its beginning was not seen, and no checksum says that it is there
    Micros time = 0;            ///< when it arrived, where that is not now (Idle)
};

/// Cuts a stream of bytes into frames, whatever pieces it comes in. A frame that lies in one chunk is not copied; of an unfinished one, no
/// more than the bound is held. What is dropped is counted.
class Framer
{
public:
    explicit Framer(LinkCounters &counters)
        : m_counters(counters)
    {}
    virtual ~Framer() = default;
    Q_DISABLE_COPY_MOVE(Framer)

    /// The next chunk; must stay there until next() has said that there is nothing more.
    virtual void feed(QByteArrayView chunk, Micros now) = 0;
    /// Nothing came for a while: what is waiting may be a frame (next()) or never become one.
    virtual void flush() {}
    [[nodiscard]] virtual std::optional<Frame> next() = 0;
    virtual void reset() = 0;

protected:
    LinkCounters &m_counters;
};

/// The framer for a framing, with its checksum checked.
[[nodiscard]] std::unique_ptr<Framer> makeFramer(const Framing &framing, LinkCounters &counters);

/// Lines that end in CR, LF or CRLF; empty ones are left out. One longer than `longest` is dropped up to its end.
class LineFramer : public Framer
{
public:
    LineFramer(LinkCounters &counters, qsizetype longest, const Check &check = {});

    void feed(QByteArrayView chunk, Micros now) override;
    [[nodiscard]] std::optional<Frame> next() override;
    void reset() override;

private:
    [[nodiscard]] qsizetype lineEnd();
    void keep(QByteArrayView part);

    qsizetype m_longest;
    Check m_check;
    QByteArrayView m_rest {};
    QByteArray m_pending;       ///< the beginning of a line
    bool m_taken = false;       ///< m_pending was given away as a frame
    bool m_noLineFeed = false;  ///< there is none in m_rest
    bool m_dropping = false;    ///< a line that was too long
    bool m_first = true;
};

} // namespace muster::codec
