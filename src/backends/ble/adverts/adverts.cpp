#include "backends/ble/adverts/formats.h"

#include <algorithm>
#include <array>

namespace muster::ble {

namespace {

/// What comes from another part of the same advertisement joins what is there; the first that says a thing wins.
void join(Decoded &all, Decoded part)
{
    if (!all.format) {
        all = std::move(part);
        return;
    }
    if (all.identity.isEmpty())
        all.identity = part.identity;
    if (all.problem == Decoded::Problem::None)
        all.problem = part.problem;
    for (Reading &reading : part.readings) {
        const auto same = [&](const Reading &other) { return qstrcmp(other.what->key, reading.what->key) == 0 && other.ordinal == reading.ordinal; };
        if (std::none_of(all.readings.cbegin(), all.readings.cend(), same))
            all.readings.append(std::move(reading));
    }
}

} // namespace

Decoded decode(const Advert &advert, const QByteArray &key)
{
    Decoded all;
    for (const auto &[uuid, data] : advert.serviceData) {
        std::optional<Decoded> part;
        switch (uuid) {
        case adverts::uuid::bthome: part = adverts::bthome(data, advert.mac, key); break;
        case adverts::uuid::environment: part = adverts::atc(data, advert.mac, key); break;
        case adverts::uuid::mibeacon: part = adverts::mibeacon(data, advert.mac, key); break;
        case adverts::uuid::eddystone: part = adverts::eddystone(data); break;
        default: break;
        }
        if (part)
            join(all, std::move(*part));
    }
    for (const auto &[company, data] : advert.manufacturerData) {
        std::optional<Decoded> part;
        if (company == adverts::company::ruuvi)
            part = adverts::ruuvi(data);
        else if (company == adverts::company::apple)
            part = adverts::ibeacon(data);
        else
            part = adverts::govee(company, data, advert.name);
        if (part)
            join(all, std::move(*part));
    }
    return all;
}

QByteArray bytesOf(Mac mac)
{
    QByteArray bytes(6, '\0');
    for (qsizetype i = 0; i < 6; ++i)
        bytes[i] = char(mac >> unsigned(8 * (5 - i)) & 0xFFU);
    return bytes;
}

QByteArray reversedBytesOf(Mac mac)
{
    QByteArray bytes = bytesOf(mac);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

QString text(Mac mac)
{
    return QString::fromLatin1(bytesOf(mac).toHex(':').toUpper());
}

Mac macOf(QStringView text)
{
    if (text.size() != 17)
        return 0;
    Mac mac = 0;
    for (qsizetype i = 0; i < 17; i += 3) {
        bool ok = false;
        const QStringView pair = text.sliced(i, 2);
        const uint byte = pair.toUInt(&ok, 16);
        if (!ok || !pair[0].isLetterOrNumber() || (i < 15 && text[i + 2] != u':'))
            return 0;
        mac = mac << 8U | byte;
    }
    return mac;
}

} // namespace muster::ble
