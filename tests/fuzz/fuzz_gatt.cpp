// Hostile values of characteristics. The first two bytes are the characteristic's number, or a descriptor that describes the value.

#include "backends/ble/gatt/revolutions.h"
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
    // A bicycle's sensor: one measurement after the other.
    const quint16 counts = bytes[0] & 1 ? 0x2A5B : 0x2A63;
    gatt::Revolutions turning(counts);
    const qsizetype each = 1 + bytes[0] / 8;
    for (qsizetype at = 0; at + each <= value.size(); at += each) {
        gatt::Values measured = gatt::decode(counts, value.sliced(at, each));
        turning.derive(measured.readings, at * 100'000);
        for (const Reading &reading : measured.readings)
            if (!std::isfinite(reading.value))
                std::abort();
    }
    return 0;
}
