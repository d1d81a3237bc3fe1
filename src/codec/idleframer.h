#pragma once

#include "codec/framer.h"

namespace muster::codec {

/// Framing::Idle.
class IdleFramer : public Framer
{
public:
    IdleFramer(LinkCounters &counters, Framing framing);

    void feed(QByteArrayView chunk, Micros now) override;
    [[nodiscard]] std::optional<Frame> next() override;
    void flush() override;
    void reset() override;

private:
    Framing m_framing;
    QByteArray m_frame;         ///< ended, not yet given away
    QByteArray m_held;
    Micros m_last = 0;          ///< when the last byte came
    Micros m_frameTime = 0;
    bool m_ended = false;
    bool m_dropping = false;
    bool m_synchronised = false;
    bool m_frameIsWhole = false;
};

} // namespace muster::codec
