#include "backends/ble/gatt/values.h"

#include "backends/ble/bytes.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>

namespace muster::ble::gatt {

namespace {

struct Unit
{
    quint16 number = 0;
    const char *text = "";
};

// Bluetooth assigned numbers, units.
constexpr Unit units[] {
    {0x2701, "m"}, {0x2702, "kg"}, {0x2703, "s"}, {0x2704, "A"}, {0x2705, "K"}, {0x2706, "mol"}, {0x2707, "cd"}, {0x2710, "m²"}, {0x2711, "m³"},
    {0x2712, "m/s"}, {0x2713, "m/s²"}, {0x2720, "rad"}, {0x2722, "Hz"}, {0x2723, "N"}, {0x2724, "Pa"}, {0x2725, "J"}, {0x2726, "W"}, {0x2727, "C"},
    {0x2728, "V"}, {0x2729, "F"}, {0x272A, "Ω"}, {0x272B, "S"}, {0x272C, "Wb"}, {0x272D, "T"}, {0x272E, "H"}, {0x272F, "°C"}, {0x2730, "lm"},
    {0x2731, "lx"}, {0x2743, "rad/s"}, {0x2760, "min"}, {0x2761, "h"}, {0x2762, "d"}, {0x2763, "°"}, {0x2767, "l"}, {0x2768, "t"}, {0x2780, "bar"},
    {0x2781, "mmHg"}, {0x27A2, "in"}, {0x27A3, "ft"}, {0x27A4, "mi"}, {0x27A5, "psi"}, {0x27A6, "km/h"}, {0x27A7, "mph"}, {0x27A8, "rpm"},
    {0x27A9, "cal"}, {0x27AA, "kcal"}, {0x27AB, "kWh"}, {0x27AC, "°F"}, {0x27AD, "%"}, {0x27AE, "‰"}, {0x27AF, "bpm"}, {0x27B0, "Ah"},
    {0x27B6, "W/m²"}, {0x27B8, "lb"}, {0x27C4, "ppm"}, {0x27C5, "ppb"},
};

double scaled(double raw, int exponent)
{
    return exponent < 0 ? raw / std::pow(10.0, -exponent) : raw * std::pow(10.0, exponent);
}

/// Bytes and sign of the plain numbers; 0 bytes: no plain number. The formats count in bits: 4 to 11 unsigned 8 to 128, 12 to 19 signed.
struct Width
{
    int bytes = 0;
    bool isSigned = false;
};

Width widthOf(quint8 format)
{
    switch (format) {
    case 0x01: case 0x02: case 0x03: case 0x04: return {1, false};
    case 0x05: case 0x06: return {2, false};
    case 0x07: return {3, false};
    case 0x08: return {4, false};
    case 0x09: return {6, false};
    case 0x0A: return {8, false};
    case 0x0C: return {1, true};
    case 0x0D: case 0x0E: return {2, true};
    case 0x0F: return {3, true};
    case 0x10: return {4, true};
    case 0x11: return {6, true};
    case 0x12: return {8, true};
    default: return {};
    }
}

template<class Number, class Bits>
std::optional<double> ieee754(quint64 raw)
{
    const auto bits = Bits(raw);
    Number value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return std::isfinite(value) ? std::optional(double(value)) : std::nullopt;
}

} // namespace

/// u8 format, s8 exponent, u16 unit, u8 name space, u16 description.
std::optional<Presentation> presentation(QByteArrayView descriptor)
{
    Bytes in(descriptor);
    Presentation out;
    out.format = quint8(in.u(1));
    out.exponent = qint8(in.s(1));
    out.unit = quint16(in.u(2));
    if (in.cut() || out.exponent < -30 || out.exponent > 30)
        return {};
    return out;
}

QString unitText(quint16 unit)
{
    const auto *const it = std::find_if(std::begin(units), std::end(units), [unit](const Unit &u) { return u.number == unit; });
    return it == std::end(units) ? QString() : QString::fromUtf8(it->text);
}

std::optional<Scalar> scalar(const Presentation &presentation, QByteArrayView value)
{
    Bytes in(value);
    Scalar out;
    std::optional<double> number;
    const Width width = widthOf(presentation.format);
    if (width.bytes > 0) {
        number = width.isSigned ? double(in.s(width.bytes)) : double(in.u(width.bytes));
        out.isBoolean = presentation.format == 0x01;
        if (out.isBoolean)
            number = *number != 0 ? 1 : 0;
    } else {
        switch (presentation.format) {
        case 0x14: number = ieee754<float, quint32>(in.u(4)); break;
        case 0x15: number = ieee754<double, quint64>(in.u(8)); break;
        case 0x16: number = sfloat(quint16(in.u(2))); break;
        case 0x17: number = ieeeFloat(quint32(in.u(4))); break;
        case 0x19:
            out.isText = true;
            out.text = QString::fromUtf8(value.first(std::min<qsizetype>(value.size(), 512)));
            return out;
        default: return {};
        }
    }
    if (!number || in.cut())
        return {};
    out.number = out.isBoolean ? *number : scaled(*number, presentation.exponent);
    return out;
}

} // namespace muster::ble::gatt
