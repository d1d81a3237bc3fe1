#include "backends/ble/adverts/formats.h"
#include "backends/ble/adverts/quantities.h"
#include "backends/ble/bytes.h"

namespace muster::ble::adverts {

namespace {

constexpr Quantity advertisingCount {.key = "advertising_count", .diagnostic = true};
constexpr Quantity uptime {.key = "uptime", .unit = "s", .diagnostic = true};

} // namespace

/// 20 00, u16 mV (0: no battery), s8.8 °C (8000: none), u32 count, u32 0.1 s, all big-endian. 20 00 1388 1500 00000001 00000001 → 5 V, 21 °C.
std::optional<Decoded> eddystone(QByteArrayView data)
{
    Bytes in(data);
    if (in.u(1) != 0x20)
        return {};
    Decoded out;
    out.format = "Eddystone-TLM";
    const quint64 version = in.u(1);
    if (version == 1) { // needs keys of a service that is no more
        out.encrypted = true;
        out.problem = Decoded::Problem::NeedsKey;
        return out;
    }
    if (version != 0 || !in.has(12))
        return {};
    if (const quint64 millivolts = in.ub(2); millivolts != 0)
        add(out.readings, voltage, double(millivolts) / 1'000);
    if (const qint64 raw = in.sb(2); raw != -32'768 && !add(out.readings, temperature, double(raw) / 256))
        out.problem = Decoded::Problem::Absurd;
    const quint64 count = in.ub(4);
    add(out.readings, advertisingCount, double(count));
    add(out.readings, uptime, double(in.ub(4)) / 10);
    out.packet = quint32(count);
    return out;
}

} // namespace muster::ble::adverts
