#include "backends/ble/adverts/aesccm.h"
#include "backends/ble/adverts/formats.h"
#include "backends/ble/adverts/quantities.h"
#include "backends/ble/bytes.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace muster::ble::adverts {

namespace {

constexpr Quantity moisture {.key = "moisture", .unit = "%", .lowest = 0, .highest = 100};
constexpr Quantity conductivity {.key = "conductivity", .unit = "µS/cm"};
constexpr Quantity formaldehyde {.key = "formaldehyde", .unit = "mg/m³"};
constexpr Quantity consumable {.key = "consumable", .unit = "%", .lowest = 0, .highest = 100, .diagnostic = true};
constexpr Quantity idle {.key = "idle_time", .unit = "s"};
constexpr Quantity motion {.key = "motion", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"};
constexpr Quantity power {.key = "power_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Off", .on = "On"};
constexpr Quantity wet {.key = "moisture_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Dry", .on = "Wet"};
constexpr Quantity smoke {.key = "smoke", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"};
constexpr Quantity gas {.key = "gas_state", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Clear", .on = "Detected"};
constexpr Quantity light {.key = "light", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "No light", .on = "Light detected"};
constexpr Quantity opening {.key = "opening", .type = MetricType::Boolean, .lowest = 0, .highest = 1, .off = "Closed", .on = "Open"};

enum class Kind : quint8 { Unsigned, Signed, Float };

/// One number of an object.
struct Field
{
    quint16 object = 0;
    quint8 bytes = 0;   ///< of the whole object, for objects of one number; of this part else
    Kind kind = Kind::Unsigned;
    double divisor = 1;
    const Quantity *what = nullptr;
};

// The two of 100D follow each other.
constexpr Field fields[] {
    {0x0003, 1, Kind::Unsigned, 1, &motion}, {0x1004, 2, Kind::Signed, 10, &roomTemperature}, {0x1006, 2, Kind::Unsigned, 10, &humidity},
    {0x1007, 3, Kind::Unsigned, 1, &illuminance}, {0x1008, 1, Kind::Unsigned, 1, &moisture}, {0x1009, 2, Kind::Unsigned, 1, &conductivity},
    {0x100A, 1, Kind::Unsigned, 1, &battery}, {0x100D, 2, Kind::Signed, 10, &roomTemperature}, {0x100D, 2, Kind::Unsigned, 10, &humidity},
    {0x1005, 1, Kind::Unsigned, 1, &power}, {0x1005, 1, Kind::Unsigned, 1, &temperature}, {0x1010, 2, Kind::Unsigned, 100, &formaldehyde},
    {0x1012, 1, Kind::Unsigned, 1, &power}, {0x1013, 1, Kind::Unsigned, 1, &consumable}, {0x1014, 1, Kind::Unsigned, 1, &wet},
    {0x1015, 1, Kind::Unsigned, 1, &smoke}, {0x1016, 1, Kind::Unsigned, 1, &gas}, {0x1017, 4, Kind::Unsigned, 1, &idle},
    {0x1018, 1, Kind::Unsigned, 1, &light}, {0x4803, 1, Kind::Unsigned, 1, &battery}, {0x4C01, 4, Kind::Float, 1, &roomTemperature},
    {0x4C02, 1, Kind::Unsigned, 1, &humidity}, {0x4C03, 1, Kind::Unsigned, 1, &battery}, {0x4C08, 4, Kind::Float, 1, &humidity},
};

double numberOf(const Field &field, Bytes &in)
{
    if (field.kind == Kind::Signed)
        return double(in.s(field.bytes)) / field.divisor;
    const quint64 raw = in.u(field.bytes);
    if (field.kind == Kind::Unsigned)
        return double(raw) / field.divisor;
    const auto bits = quint32(raw);
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return double(value);
}

bool readObject(quint16 object, Bytes in, Decoded &out)
{
    if (object == 0x000F && in.left() == 3) { // something moves, and how bright it is
        add(out.readings, motion, 1);
        add(out.readings, illuminance, double(in.u(3)));
        return true;
    }
    if (object == 0x1019 && in.left() == 1) { // 0 open, 1 closed, 2 left open
        const quint64 state = in.u(1);
        return state <= 2 && add(out.readings, opening, state == 1 ? 0 : 1);
    }
    bool sound = true;
    for (const Field &field : fields) {
        if (field.object != object)
            continue;
        const double value = numberOf(field, in);
        // "0": something moves; there is no word for stillness in this object
        sound = sound && !in.cut() && add(out.readings, *field.what, object == 0x0003 ? 1 : value);
    }
    return sound;
}

/// Objects: u16 type, u8 length, the bytes. 04 10 02 F1 00 → 24.1 °C.
void readObjects(Bytes in, Decoded &out)
{
    while (in.left() >= 3) {
        const auto object = quint16(in.u(2));
        const auto length = qsizetype(in.u(1));
        const QByteArrayView bytes = in.take(length);
        if (in.cut()) {
            out.problem = Decoded::Problem::Cut;
            return;
        }
        if (!readObject(object, Bytes(bytes), out))
            out.problem = Decoded::Problem::Absurd;
    }
}

QString modelOf(quint16 product)
{
    switch (product) {
    case 0x0098: return QStringLiteral("HHCCJCY01 plant sensor");
    case 0x01AA: return QStringLiteral("LYWSDCGQ thermometer");
    case 0x0347:
    case 0x0B48: return QStringLiteral("CGG1 thermometer");
    case 0x03BC: return QStringLiteral("GCLS002 plant sensor");
    case 0x045B: return QStringLiteral("LYWSD02 thermometer");
    case 0x055B: return QStringLiteral("LYWSD03MMC thermometer");
    case 0x015D: return QStringLiteral("HHCCPOT002 flower pot");
    case 0x02DF: return QStringLiteral("JQJCY01YM formaldehyde sensor");
    case 0x066F: return QStringLiteral("CGDK2 thermometer");
    default: return {};
    }
}

/// What precedes the objects.
struct Head
{
    quint16 control = 0;
    quint16 product = 0;
    quint8 number = 0;
    Mac mac = 0;
};

/// Cipher, three bytes of counter, tag. Nonce: address reversed, product, frame number, counter; 11 beside.
std::optional<QByteArray> decrypted(QByteArrayView data, const Head &head, const QByteArray &key, Decoded &out)
{
    out.encrypted = true;
    if (data.size() < 8) {
        out.problem = Decoded::Problem::Cut;
        return {};
    }
    const QByteArrayView counter = data.sliced(data.size() - 7, 3);
    out.counter = quint32(Bytes(counter).u(3)) << 8U | head.number;
    out.problem = Decoded::Problem::NeedsKey;
    if (key.isEmpty())
        return {};
    const QByteArray nonce {reversedBytesOf(head.mac) + char(head.product & 0xFFU) + char(head.product >> 8U) + char(head.number) + counter.toByteArray()};
    auto plain = decryptCcm(key, nonce, data.chopped(7), data.last(4), QByteArrayView("\x11", 1));
    out.problem = plain ? Decoded::Problem::None : Decoded::Problem::WrongKey;
    return plain;
}

} // namespace

/// u16 frame control (bit 3 encrypted, 4 address, 5 capability, 6 objects, 12–15 version), u16 product, u8 frame number, then what it says.
std::optional<Decoded> mibeacon(QByteArrayView data, Mac mac, const QByteArray &key)
{
    Bytes in(data);
    Head head;
    head.control = quint16(in.u(2));
    head.product = quint16(in.u(2));
    head.number = quint8(in.u(1));
    head.mac = (head.control & 0x10U) ? Mac(in.u(6)) : mac;
    if ((head.control & 0x20U) && (in.u(1) & 0x20U))
        in.take(2); // what it can do, and how it is operated
    if (in.cut())
        return {};
    Decoded out;
    out.format = "MiBeacon";
    out.manufacturer = QStringLiteral("Xiaomi");
    out.model = modelOf(head.product);
    out.packet = head.number;
    if (!(head.control & 0x40U))
        return out; // says only that it is there
    if (!(head.control & 0x08U)) {
        if (key.isEmpty())
            readObjects(in, out);
        else
            out.problem = Decoded::Problem::Plain;
        return out;
    }
    if (head.control >> 12U < 4) { // version 2 and 3 encrypt otherwise
        out.encrypted = true;
        out.problem = Decoded::Problem::NeedsKey;
        return out;
    }
    if (const auto plain = decrypted(in.rest(), head, key, out))
        readObjects(Bytes(*plain), out);
    return out;
}

} // namespace muster::ble::adverts
