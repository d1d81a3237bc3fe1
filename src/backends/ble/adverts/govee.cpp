#include "backends/ble/adverts/formats.h"
#include "backends/ble/adverts/quantities.h"
#include "backends/ble/bytes.h"

#include <array>

namespace muster::ble::adverts {

namespace {

constexpr Quantity ownTemperature {.key = "temperature", .unit = "°C", .lowest = -40, .highest = 100};
constexpr Quantity probe {.key = "temperature_probe", .unit = "°C", .lowest = -40, .highest = 400};

constexpr quint16 goveeLike = 0xEC88;
constexpr quint16 one = 0x0001; ///< Nokia's number, which Govee took
constexpr quint16 h5179 = 0x8801;
constexpr quint16 h5055 = 0x04CF;

/// "GVH5075_2762", "Govee_H5074_1234", "B5178…" → "H5075", "H5074", "H5178"; empty for other names.
QString modelOf(const QString &name)
{
    static constexpr std::array<const char *, 5> beginnings {"GVH", "Govee_H", "GV", "ihoment_H", "B"};
    for (const char *const beginning : beginnings) {
        const QLatin1StringView text(beginning);
        if (!name.startsWith(text) || name.size() < text.size() + 4)
            continue;
        const QString digits = name.mid(text.size(), 4);
        bool number = false;
        const int value = digits.toInt(&number);
        if (number && value >= 5'000 && value < 6'000)
            return u'H' + digits;
    }
    return {};
}

/// The byte has an error bit on top of 7 bits of per cent.
bool addBattery(Decoded &out, quint64 byte)
{
    add(out.readings, battery, double(byte & 0x7FU));
    return (byte & 0x80U) == 0;
}

/// Temperature and humidity are believed together or not at all.
void addClimate(Decoded &out, double celsius, double percent, bool sound)
{
    if (!sound || !ownTemperature.believes(celsius) || !humidity.believes(percent)) {
        out.problem = Decoded::Problem::Absurd;
        return;
    }
    out.readings.prepend({&humidity, 1, percent, {}});
    out.readings.prepend({&ownTemperature, 1, celsius, {}});
}

/// u24 big-endian, top bit: below zero; then T·10 = n / 1000, H·10 = n mod 1000; battery. 03 41 C2 64 → 21.3 °C, 44.2 %, 100 %.
void packed(Decoded &out, Bytes in)
{
    const quint64 raw = in.ub(3);
    const quint64 n = raw & 0x7F'FFFFU;
    const quint64 tenths = n / 1'000;
    const double celsius = double(tenths) / 10;
    const bool sound = addBattery(out, in.u(1));
    addClimate(out, (raw & 0x80'0000U) ? -celsius : celsius, double(n % 1'000) / 10, sound);
}

/// u32 big-endian, top bit: below zero; T·10, H·10 and PM2.5 in three digits each.
void packedWithDust(Decoded &out, Bytes in)
{
    const quint64 raw = in.ub(4);
    const quint64 n = raw & 0x7FFF'FFFFU;
    const quint64 tenths = n / 1'000'000;
    const double celsius = double(tenths) / 10;
    addClimate(out, (raw & 0x8000'0000U) ? -celsius : celsius, double(n / 1'000 % 1'000) / 10, true);
    add(out.readings, pm25, double(n % 1'000));
}

/// s16 0.01 °C, u16 0.01 %, battery, little-endian.
void plain(Decoded &out, Bytes in)
{
    const double celsius = double(in.s(2)) / 100;
    const double percent = double(in.u(2)) / 100;
    const bool sound = addBattery(out, in.u(1));
    addClimate(out, celsius, percent, sound);
}

/// H5055: battery, which pair of probes, then twice: state, s16 °C, s16 upper and s16 lower alarm; FFFF: none is plugged in.
void probes(Decoded &out, Bytes in)
{
    in.take(2);
    add(out.readings, battery, double(in.u(1)));
    const int first = 1 + 2 * int(in.u(1) >> 6U);
    for (int i = 0; i < 2; ++i) {
        in.take(1);
        const quint64 raw = in.u(2);
        in.take(4);
        if (raw != 0xFFFF && !in.cut() && !add(out.readings, probe, double(qint16(raw)), first + i))
            out.problem = Decoded::Problem::Absurd;
    }
}

/// Some append an iBeacon that says INTELLI_ROCKS; what is theirs comes before it.
QByteArrayView withoutBeacon(QByteArrayView data)
{
    static constexpr char beacon[] = "\x4C\x00\x02\x15" "INTELLI_ROCKS";
    const qsizetype at = data.indexOf(QByteArrayView(beacon, sizeof beacon - 1));
    return at < 0 ? data : data.first(at);
}

/// Whether what was recognised by its bytes alone may be Govee's.
bool understood(Decoded &out, quint16 company, QByteArrayView data, const QString &model)
{
    const QByteArrayView own = withoutBeacon(data);
    Bytes in(own);
    if (company == h5055 && (model == QLatin1String("H5055") || model.isEmpty()) && own.size() >= 18 && own.size() <= 20) {
        probes(out, in);
    } else if (company == h5179 && own.size() == 9 && own.startsWith(QByteArrayView("\xEC\x00\x01", 3))) {
        in.take(4);
        plain(out, in);
    } else if (company == goveeLike && own.size() == 6) {
        in.take(1);
        packed(out, in);
    } else if (company == goveeLike && (own.size() == 7 || own.size() == 9)) {
        in.take(1);
        plain(out, in);
    } else if (company == one && own.size() >= 6 && own.startsWith(QByteArrayView("\x01\x01", 2)) && (!model.isEmpty() || own.size() < data.size())) {
        in.take(2);
        if (model == QLatin1String("H5106")) {
            packedWithDust(out, in);
        } else {
            in.take(model == QLatin1String("H5178") ? 1 : 0); // which of its two sensors
            packed(out, in);
        }
    } else {
        return false;
    }
    return true;
}

} // namespace

std::optional<Decoded> govee(quint16 company, QByteArrayView data, const QString &name)
{
    if (company != goveeLike && company != one && company != h5179 && company != h5055)
        return {};
    const QString model = modelOf(name);
    if (model.isEmpty() && !name.isEmpty() && company != goveeLike)
        return {}; // somebody else's: the number is not Govee's
    Decoded out;
    if (!understood(out, company, data, model))
        return {};
    out.format = "Govee";
    out.manufacturer = QStringLiteral("Govee");
    out.model = model;
    return out;
}

} // namespace muster::ble::adverts
