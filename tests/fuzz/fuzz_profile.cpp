// Hostile text for the reader of profiles: a sentence, or a profile that reads as it was written and that a link survives.

#include "tests/fuzz/codecfuzz.h"

#include "codec/profilejson.h"

using namespace fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView json = view(data, size);
    const auto read = readProfile(json);
    if (!read) {
        check(!read.error().text.isEmpty());
        return 0;
    }
    const QByteArray written = writeProfile(*read);
    const auto again = readProfile(written);
    check(again.has_value());
    check(writeProfile(*again) == written);
    link(*read, json, 5);
    return 0;
}
