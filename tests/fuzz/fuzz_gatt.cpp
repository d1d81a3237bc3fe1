// Hostile values of characteristics. The first two bytes are the characteristic's number, or a descriptor that describes the value.

#include "backends/ble/gatt/values.h"

#include <cmath>
#include <cstdlib>

using namespace muster::ble;

namespace {

// Most numbers mean nothing; a table of those that do keeps the search where there is something to find.
const QList<quint16> &knownOnes()
{
    static const QList<quint16> known = [] {
        QList<quint16> list;
        for (int number = 0x2A00; number <= 0x2BFF; ++number)
            if (gatt::isKnown(quint16(number)))
                list.append(quint16(number));
        return list;
    }();
    return known;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView value(reinterpret_cast<const char *>(bytes) + 1, qsizetype(size) - 1);
    const gatt::Values values = gatt::decode(knownOnes().at(bytes[0] % knownOnes().size()), value);
    for (const Reading &reading : values.readings)
        if (!reading.what || !std::isfinite(reading.value) || reading.ordinal < 1)
            std::abort();
    if (size >= 8) {
        if (const auto presentation = gatt::presentation(value.first(7))) {
            (void)gatt::unitText(presentation->unit);
            (void)gatt::scalar(*presentation, value.sliced(7));
        }
    }
    return 0;
}
