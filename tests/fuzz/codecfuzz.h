// What the fuzz programs of the codec share: a link that is fed in pieces, and what must hold whatever came.
#pragma once

#include "codec/linkcodec.h"
#include "codec/profile.h"

#include <cstdlib>

namespace fuzz {

using namespace muster;
using namespace muster::codec;

inline void check(bool holds)
{
    if (!holds)
        std::abort();
}

inline QByteArrayView view(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// Readings must name a column and a text that there are.
struct Sink : ReadingSink
{
    void readingsArrived(std::span<const Reading> readings, const QStringList &texts) override
    {
        for (const Reading &reading : readings) {
            check(reading.column < quint32(codec->columns().size()));
            check(!(reading.flags & Sample::Text) || (reading.value >= 0 && reading.value < double(texts.size())));
        }
    }
    LinkCodec *codec = nullptr;
};

/// Feeds the bytes in pieces whose lengths `pieces` decides, with pauses, resets, polls and commands in between.
inline void link(const Profile &profile, QByteArrayView bytes, unsigned pieces)
{
    Sink sink;
    LinkCodec codec(profile, sink);
    sink.codec = &codec;
    codec.setByteMicros(pieces & 1 ? 100 : 0);
    Micros now = 1'000'000;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = std::min<qsizetype>(1 + (pieces * 31 + unsigned(at) * 7) % 97, bytes.size() - at);
        codec.feed(bytes.sliced(at, length), now);
        at += length;
        now += (at & 3) * 5'000;
        if ((at & 31) == 7)
            codec.flush(now);
        if ((at & 63) == 9)
            codec.reset();
        if ((at & 15) == 3 && !codec.polls().isEmpty())
            codec.await(codec.polls().at(0).outgoing);
        if ((at & 15) == 5 && !codec.commands().isEmpty())
            if (const auto order = codec.encode(codec.commands().at(0).key, {}))
                codec.await(*order, {7});
    }
    const LinkCounters &counters = codec.counters();
    check(counters.bytes == quint64(bytes.size()));
    check(counters.garbage <= counters.bytes && counters.frames <= counters.bytes);
    check(codec.columns().size() <= qsizetype(LinkCodec::maxColumns));
}

} // namespace fuzz
