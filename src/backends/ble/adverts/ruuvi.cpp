#include "backends/ble/adverts/formats.h"
#include "backends/ble/adverts/quantities.h"
#include "backends/ble/bytes.h"

#include <array>
#include <cmath>

namespace muster::ble::adverts {

namespace {

// The documents let temperature and humidity go to the ends of their types, so no other bounds here.
constexpr Quantity anyTemperature {.key = "temperature", .unit = "°C"};
constexpr Quantity anyHumidity {.key = "humidity", .unit = "%"};
constexpr Quantity acceleration[] {{.key = "acceleration_x", .unit = "g"}, {.key = "acceleration_y", .unit = "g"}, {.key = "acceleration_z", .unit = "g"}};
constexpr Quantity movement {.key = "movement"};
constexpr Quantity sequence {.key = "sequence", .diagnostic = true};
constexpr Quantity voc {.key = "voc_index"};
constexpr Quantity nox {.key = "nox_index"};

/// Data format 3 (RAWv1), 14 bytes: u8 0.5 %, temperature as sign and magnitude with hundredths, u16 Pa + 50000, 3 × s16 mg, u16 mV.
Decoded rawV1(Bytes in)
{
    Decoded out;
    out.format = "RuuviTag RAWv1";
    add(out.readings, anyHumidity, double(in.u(1)) / 2);
    const quint64 whole = in.u(1);
    const double magnitude = double(100 * (whole & 0x7FU) + in.u(1)) / 100;
    add(out.readings, anyTemperature, (whole & 0x80U) ? -magnitude : magnitude);
    add(out.readings, pressure, double(in.ub(2) + 50'000) / 100);
    for (const Quantity &axis : acceleration)
        add(out.readings, axis, double(in.sb(2)) / 1'000);
    add(out.readings, voltage, double(in.ub(2)) / 1'000);
    return out;
}

/// Temperature s16 0.005 °C, humidity u16 0.0025 %, pressure u16 Pa + 50000: how formats 5, 6 and E1 begin.
void climate(Readings &readings, Bytes &in)
{
    if (const qint64 raw = in.sb(2); raw != -32'768)
        add(readings, anyTemperature, double(raw) / 200);
    if (const quint64 raw = in.ub(2); raw != 0xFFFF)
        add(readings, anyHumidity, double(raw) / 400);
    if (const quint64 raw = in.ub(2); raw != 0xFFFF)
        add(readings, pressure, double(raw + 50'000) / 100);
}

/// Data format 5 (RAWv2): 05 12FC 5394 C37C 0004 FFFC 040C AC36 42 00CD CBB8334C884F → 24.3 °C, 53.49 %, 1000.44 hPa, 2.977 V, 4 dBm.
Decoded rawV2(Bytes in)
{
    Decoded out;
    out.format = "RuuviTag RAWv2";
    climate(out.readings, in);
    for (const Quantity &axis : acceleration) {
        if (const qint64 raw = in.sb(2); raw != -32'768)
            add(out.readings, axis, double(raw) / 1'000);
    }
    const quint64 power = in.ub(2);
    if (const quint64 millivolts = power >> 5U; millivolts != 0x7FF)
        add(out.readings, voltage, double(millivolts + 1'600) / 1'000);
    if (const quint64 step = power & 0x1FU; step != 0x1F)
        add(out.readings, txPower, double(2 * qint64(step) - 40));
    if (const quint64 moves = in.u(1); moves != 0xFF)
        add(out.readings, movement, double(moves));
    if (const quint64 number = in.ub(2); number != 0xFFFF) {
        add(out.readings, sequence, double(number));
        out.packet = quint32(number);
    }
    return out;
}

/// VOC and NOx indices have nine bits, the lowest of each among the flags; 511: not available.
void gases(Readings &readings, quint64 vocHigh, quint64 noxHigh, quint64 flags)
{
    if (const quint64 index = vocHigh << 1U | (flags >> 6U & 1U); index != 511)
        add(readings, voc, double(index));
    if (const quint64 index = noxHigh << 1U | (flags >> 7U & 1U); index != 511)
        add(readings, nox, double(index));
}

void addAvailable(Readings &readings, const Quantity &what, quint64 raw, double divisor)
{
    if (raw != 0xFFFF)
        add(readings, what, double(raw) / divisor);
}

/// Data format 6 (Ruuvi Air, 20 bytes).
Decoded air6(Bytes in)
{
    Decoded out;
    out.format = "Ruuvi Air 6";
    climate(out.readings, in);
    addAvailable(out.readings, pm25, in.ub(2), 10);
    addAvailable(out.readings, co2, in.ub(2), 1);
    const quint64 vocHigh = in.u(1);
    const quint64 noxHigh = in.u(1);
    if (const quint64 code = in.u(1); code != 0xFF) // logarithmic: 254 is 65535 lx
        add(out.readings, illuminance, std::round(100 * std::expm1(double(code) * std::log(65'536.0) / 254)) / 100);
    in.take(1);
    const quint64 number = in.u(1);
    add(out.readings, sequence, double(number));
    out.packet = quint32(number);
    gases(out.readings, vocHigh, noxHigh, in.u(1));
    return out;
}

/// Data format E1 (Ruuvi Air, extended advertisement, 40 bytes).
Decoded airE1(Bytes in)
{
    Decoded out;
    out.format = "Ruuvi Air E1";
    climate(out.readings, in);
    for (const Quantity *size : {&pm1, &pm25, &pm4, &pm10})
        addAvailable(out.readings, *size, in.ub(2), 10);
    addAvailable(out.readings, co2, in.ub(2), 1);
    const quint64 vocHigh = in.u(1);
    const quint64 noxHigh = in.u(1);
    if (const quint64 light = in.ub(3); light != 0xFF'FFFF)
        add(out.readings, illuminance, double(light) / 100);
    in.take(3);
    if (const quint64 number = in.ub(3); number != 0xFF'FFFF) {
        add(out.readings, sequence, double(number));
        out.packet = quint32(number);
    }
    gases(out.readings, vocHigh, noxHigh, in.u(1));
    return out;
}

} // namespace

std::optional<Decoded> ruuvi(QByteArrayView data)
{
    Bytes in(data);
    const quint64 format = in.u(1);
    std::optional<Decoded> out;
    if (format == 3 && in.has(13))
        out = rawV1(in);
    else if (format == 5 && in.has(17))
        out = rawV2(in);
    else if (format == 6 && in.has(16))
        out = air6(in);
    else if (format == 0xE1 && in.has(28))
        out = airE1(in);
    if (out) {
        out->manufacturer = QStringLiteral("Ruuvi");
        out->model = format == 3 || format == 5 ? QStringLiteral("RuuviTag") : QStringLiteral("Ruuvi Air");
    }
    return out;
}

} // namespace muster::ble::adverts
