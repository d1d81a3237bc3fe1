// Hostile payloads of messages nobody announced: JSON, CBOR and MessagePack to their scalars.

#include "backends/mqtt/binaryleaves.h"
#include "backends/mqtt/jsonleaves.h"

#include <cstdlib>

using namespace muster::mqtt;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView payload(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const auto look = [](std::string_view path, const Scalar &) {
        (void)dotted(path);
        return path.size() < 100'000;
    };
    static JsonLeaves json; // its buffers are used again, as in the program
    if (json.parse(payload))
        json.walk(look);
    const BinaryForm form = binaryForm(payload);
    const bool whole = walkBinary(payload, form == BinaryForm::None ? (size & 1 ? BinaryForm::Cbor : BinaryForm::MessagePack) : form, look);
    if (form != BinaryForm::None && !whole)
        std::abort(); // it counts only when it is well-formed
    return 0;
}
