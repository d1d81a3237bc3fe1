// Hostile answers of the process a script runs in: the messages themselves, in any pieces, and what they say about a frame or a failure.

#include "tests/fuzz/codecfuzz.h"

#include "script/scriptmessages.h"

using namespace fuzz;
namespace script = muster::script;

namespace {

constexpr qsizetype longest = 4'096;

Profile scripted(unsigned how)
{
    Profile profile;
    profile.decoder = Profile::Decoder::Script;
    profile.script = {QStringLiteral("function decode() {}")};
    profile.others = !(how & 1);
    profile.fields = {{.key = QStringLiteral("a"), .scale = 0.1, .minimum = -100, .maximum = 100}, {.key = QStringLiteral("b"), .boolean = true},
        {.key = QStringLiteral("c"), .options = {QStringLiteral("off"), QStringLiteral("on")}, .raw = {QStringLiteral("0"), QStringLiteral("on")}},
        {.key = QStringLiteral("d"), .text = true}};
    profile.commands = {{.info = {.key = QStringLiteral("x")}, .scripted = true}};
    return profile;
}

void take(LinkCodec &codec, const script::Message &message)
{
    check(message.bytes.size() <= longest);
    switch (message.kind) {
    case script::Kind::Readings: codec.takeScripted(message.bytes, 1'000'000); break;
    case script::Kind::Bytes: check(codec.outgoing(QStringLiteral("x"), message.bytes).bytes.size() >= message.bytes.size()); break;
    case script::Kind::Fault: check(script::faultOf(message.bytes).text.size() <= message.bytes.size()); break;
    default: break;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    Sink sink;
    LinkCodec codec(scripted(data[0]), sink);
    sink.codec = &codec;
    const QByteArrayView bytes = view(data + 2, size - 2);
    codec.takeScripted(bytes, 1); // by itself, so that the search need not find a message's head first

    script::MessageReader reader(longest);
    const qsizetype step = 1 + data[1] % 61;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        reader.feed(bytes.sliced(at, std::min(step, bytes.size() - at)));
        while (const auto message = reader.next())
            take(codec, *message);
        if (reader.isBroken())
            reader.reset();
    }
    check(codec.columns().size() <= qsizetype(LinkCodec::maxColumns));
    return 0;
}
