// Hostile messages for every MQTT convention at once. Input: messages divided by a line of its own, "\n--\n"; the first line of each is its topic.
// What must hold: nothing is announced that cannot be told apart, and readings are of what was announced with a name.

#include "backends/mqtt/conventions/catalogue.h"

#include <cstdlib>

using namespace muster;
using namespace muster::mqtt;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkDigest(const Digest &digest)
{
    if (digest.verdict == Digest::Verdict::NotMine)
        check(digest.announced.isEmpty() && digest.readings.isEmpty());
    for (const Announcement &announcement : digest.announced) {
        check(!announcement.origin.isEmpty() && !announcement.device.addresses.isEmpty());
        for (const CommandEncoding &command : announcement.commands)
            check(!command.command.isEmpty());
    }
    for (const Reading &reading : digest.readings)
        check(!reading.origin.isEmpty() && !reading.metric.key.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const auto conventions = conventionsOf({{}, {}, QByteArrayLiteral("homeassistant")});
    QByteArrayView rest(reinterpret_cast<const char *>(bytes), qsizetype(size));
    constexpr QByteArrayView divider("\n--\n");
    for (int messages = 0; messages < 32 && !rest.isEmpty(); ++messages) {
        const qsizetype end = rest.indexOf(divider);
        const QByteArrayView message = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + divider.size());
        const qsizetype line = message.indexOf('\n');
        const QByteArrayView topic = line < 0 ? message : message.first(line);
        for (const auto &convention : conventions)
            if (convention->claims(topic))
                checkDigest(convention->digest(topic, line < 0 ? QByteArrayView() : message.sliced(line + 1)));
    }
    return 0;
}
