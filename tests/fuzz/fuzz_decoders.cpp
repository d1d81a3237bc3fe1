// Hostile bytes for every decoder, and for the one that looks what it may be. The first three bytes choose it and how the rest is cut.

#include "tests/fuzz/codecfuzz.h"

using namespace fuzz;

namespace {

Profile profileFor(unsigned decoder, unsigned framing)
{
    Profile profile;
    profile.framing.kind = framing & 1 ? Framing::Kind::Lines : Framing::Kind::Fixed;
    profile.framing.size = int(1 + framing / 2);
    profile.framing.longest = 4'000;
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    const QByteArrayView rest = view(data + 3, size - 3);
    link(data[0] & 64 ? Profile() : profileFor(data[0], data[1]), rest, data[2]);
    return 0;
}
