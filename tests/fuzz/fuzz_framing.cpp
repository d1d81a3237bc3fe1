// Hostile bytes for every way of marking frames and every checksum. The first three bytes choose them and how the rest is cut into pieces.

#include "tests/fuzz/codecfuzz.h"

#include "codec/framer.h"

using namespace fuzz;

namespace {

Framing framingOf(unsigned kind, unsigned how)
{
    Framing framing;
    framing.kind = Framing::Kind(kind % 8);
    framing.start = kind & 8 ? QByteArray("\xAA\x55") : QByteArray();
    framing.end = kind & 16 ? QByteArray("\r\n") : QByteArray(framing.start.isEmpty() ? ";" : "");
    framing.lengthSize = int(1 + how % 4);
    framing.lengthAt = int(how % 3);
    framing.lengthBigEndian = how & 64;
    framing.lengthAdds = int(how % 7) - 2;
    framing.size = 9;
    framing.idleMs = 10;
    framing.longest = 600;
    framing.check.kind = Checksum(how % (unsigned(Checksum::Last_) + 1));
    framing.check.hex = how & 128;
    return framing;
}

// What a checksum was put behind must verify, and must not once a bit of it is turned over.
void checkCheck(const Check &sum, QByteArrayView bytes)
{
    QByteArray frame = bytes.toByteArray() + sum.of(bytes);
    const auto payload = sum.verified(frame);
    fuzz::check(payload && *payload == bytes);
    if (sum.kind == Checksum::None || bytes.isEmpty())
        return;
    frame[0] = char(frame[0] ^ 1);
    fuzz::check(!sum.verified(frame));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const QByteArrayView rest = view(data + 3, size - 3);
    const Framing framing = framingOf(data[0], data[1]);
    checkCheck(framing.check, rest);
    LinkCounters counters;
    const auto framer = makeFramer(framing, counters);
    Micros now = 0;
    for (qsizetype at = 0; at < rest.size(); now += 3'000) {
        const qsizetype length = std::min<qsizetype>(1 + (data[2] * 31 + at * 7) % 97, rest.size() - at);
        framer->feed(rest.sliced(at, length), now);
        while (const auto frame = framer->next())
            fuzz::check(frame->bytes.size() <= framing.longest && frame->behind < at + length);
        at += length;
        if ((at & 31) == 7) {
            framer->flush();
            while (framer->next())
                continue;
        }
    }
    return 0;
}
