// Hostile bytes for framers, decoders, checksums, the profile parser and the probe. The first byte says which; what follows is fed in
// pieces whose lengths come from the second. What must hold: bounds, counters that add up, and a profile that reads as it was written.

#include "codec/linkcodec.h"
#include "codec/probe.h"
#include "codec/profilejson.h"

#include <cstdlib>

using namespace muster;
using namespace muster::codec;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

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

Profile profileFor(unsigned framing, unsigned decoder, unsigned check)
{
    Profile profile;
    profile.framing.kind = Framing::Kind(framing % 8);
    profile.framing.start = framing & 8 ? QByteArray("\xAA\x55") : QByteArray();
    profile.framing.end = framing & 16 ? QByteArray("\r\n") : QByteArray(profile.framing.start.isEmpty() ? ";" : "");
    profile.framing.lengthSize = int(1 + check % 4);
    profile.framing.lengthAt = int(check % 3);
    profile.framing.lengthBigEndian = check & 64;
    profile.framing.lengthAdds = int(check % 7) - 2;
    profile.framing.size = 9;
    profile.framing.idleMs = 10;
    profile.framing.longest = 600;
    profile.framing.check.kind = Checksum(check % (unsigned(Checksum::Last_) + 1));
    profile.framing.check.hex = check & 128;
    profile.decoder = Profile::Decoder(decoder % 7);
    profile.others = !(decoder & 8);
    if (decoder & 16)
        profile.separator = ';';
    if (decoder & 32) {
        profile.fields = {{.key = QStringLiteral("a"), .scale = 0.1, .minimum = -100, .maximum = 100, .type = Raw::S24},
            {.from = QStringLiteral("1.holding.1"), .key = QStringLiteral("b"), .type = Raw::F64, .wordsSwapped = true},
            {.key = QStringLiteral("c"), .options = {QStringLiteral("off"), QStringLiteral("on")}, .raw = {QStringLiteral("0"), QStringLiteral("on")}, .at = 3, .bit = 2, .bits = 5},
            {.key = QStringLiteral("d"), .text = true, .at = 1}};
    }
    profile.commands = {{.info = {.key = QStringLiteral("x")}, .send = "X", .answer = {.expected = true, .good = "OK", .bad = "E"}}};
    profile.polls = {{.send = "Y", .fields = {QStringLiteral("a"), QStringLiteral("d")}}};
    return profile;
}

void link(const Profile &profile, QByteArrayView bytes, unsigned pieces)
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
            codec.await(*codec.encode(QStringLiteral("x"), {}), {7});
    }
    const LinkCounters &counters = codec.counters();
    check(counters.bytes == quint64(bytes.size()));
    check(counters.garbage <= counters.bytes && counters.frames <= counters.bytes);
    check(codec.columns().size() <= qsizetype(LinkCodec::maxColumns));
}

void profile(QByteArrayView json)
{
    const auto read = readProfile(json);
    if (!read)
        return check(!read.error().text.isEmpty());
    const QByteArray written = writeProfile(*read);
    const auto again = readProfile(written);
    check(again.has_value());
    check(writeProfile(*again) == written);
    link(*read, json, 5);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 5)
        return 0;
    const QByteArrayView rest(reinterpret_cast<const char *>(data) + 5, qsizetype(size) - 5);
    switch (data[0] % 4) {
    case 0: link({}, rest, data[1]); break;
    case 1: link(profileFor(data[2], data[3], data[4]), rest, data[1]); break;
    case 2: profile(rest); break;
    default: {
        const QList<Guess> guesses = probe({{9'600, rest.toByteArray()}});
        for (const Guess &guess : guesses)
            check(guess.confidence >= 0 && guess.confidence <= 1 && readProfile(writeProfile(guess.profile)).has_value());
    }
    }
    return 0;
}
