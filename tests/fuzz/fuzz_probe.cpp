// Hostile bytes for the probe: whatever an unknown port says at two rates, its guesses are sane and can be written down.

#include "tests/fuzz/codecfuzz.h"

#include "codec/probe.h"
#include "codec/profilejson.h"

using namespace fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray heard = view(data, size).toByteArray();
    const QList<Guess> guesses = probe({{9'600, heard.left(heard.size() / 2)}, {115'200, heard}});
    for (const Guess &guess : guesses)
        check(guess.confidence >= 0 && guess.confidence <= 1 && readProfile(writeProfile(guess.profile)).has_value());
    return 0;
}
