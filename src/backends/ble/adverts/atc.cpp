#include "backends/ble/adverts/aesccm.h"
#include "backends/ble/adverts/formats.h"
#include "backends/ble/adverts/quantities.h"
#include "backends/ble/bytes.h"

namespace muster::ble::adverts {

namespace {

void believe(Decoded &out, const Quantity &what, double value)
{
    if (!add(out.readings, what, value))
        out.problem = Decoded::Problem::Absurd;
}

/// 13 bytes: address, s16 big-endian 0.1 °C, u8 %, u8 battery %, u16 big-endian mV, u8 packet.
Decoded atc1441(Bytes in)
{
    Decoded out;
    out.format = "ATC1441";
    in.take(6);
    believe(out, roomTemperature, double(in.sb(2)) / 10);
    believe(out, humidity, double(in.u(1)));
    believe(out, battery, double(in.u(1)));
    believe(out, voltage, double(in.ub(2)) / 1'000);
    out.packet = quint32(in.u(1));
    return out;
}

/// 15 bytes: address reversed, s16 0.01 °C, u16 0.01 %, u16 mV, u8 battery %, u8 packet, u8 flags, all little-endian.
Decoded pvvx(Bytes in)
{
    Decoded out;
    out.format = "pvvx";
    in.take(6);
    believe(out, roomTemperature, double(in.s(2)) / 100);
    believe(out, humidity, double(in.u(2)) / 100);
    believe(out, voltage, double(in.u(2)) / 1'000);
    believe(out, battery, double(in.u(1)));
    out.packet = quint32(in.u(1));
    return out;
}

/// Counter, cipher, tag. Nonce: the address reversed, the length, type and UUID of the advertisement's element, the counter; 11 beside.
std::optional<QByteArray> decrypted(QByteArrayView data, Mac mac, const QByteArray &key)
{
    const QByteArray head {QByteArray(1, char(data.size() + 3)) + QByteArrayLiteral("\x16\x1A\x18") + data[0]};
    return decryptCcm(key, reversedBytesOf(mac) + head, data.sliced(1, data.size() - 5), data.last(4), QByteArrayView("\x11", 1));
}

/// 11 bytes: s16 0.01 °C, u16 0.01 %, u8 battery %, u8 flags. 8 bytes: u8 0.5 °C from -40, u8 0.5 %, 7 bits of battery %.
Decoded sealed(QByteArrayView data, Mac mac, const QByteArray &key)
{
    Decoded out;
    out.format = data.size() == 11 ? "pvvx" : "ATC1441";
    out.encrypted = true;
    out.packet = quint8(data[0]);
    const auto plain = decrypted(data, mac, key);
    if (!plain) {
        out.problem = key.isEmpty() ? Decoded::Problem::NeedsKey : Decoded::Problem::WrongKey;
        return out;
    }
    Bytes in(*plain);
    if (data.size() == 11) {
        believe(out, roomTemperature, double(in.s(2)) / 100);
        believe(out, humidity, double(in.u(2)) / 100);
        believe(out, battery, double(in.u(1)));
    } else {
        believe(out, roomTemperature, double(in.u(1)) / 2 - 40);
        believe(out, humidity, double(in.u(1)) / 2);
        believe(out, battery, double(in.u(1) & 0x7FU));
    }
    return out;
}

} // namespace

std::optional<Decoded> atc(QByteArrayView data, Mac mac, const QByteArray &key)
{
    const bool plain = data.size() == 13 || data.size() == 15;
    if (!plain && data.size() != 11 && data.size() != 8)
        return {};
    Decoded out;
    if (!plain) {
        out = sealed(data, mac, key);
    } else if (!key.isEmpty()) {
        out.format = data.size() == 13 ? "ATC1441" : "pvvx";
        out.problem = Decoded::Problem::Plain;
    } else {
        out = data.size() == 13 ? atc1441(Bytes(data)) : pvvx(Bytes(data));
    }
    out.manufacturer = QStringLiteral("Xiaomi");
    return out;
}

} // namespace muster::ble::adverts
