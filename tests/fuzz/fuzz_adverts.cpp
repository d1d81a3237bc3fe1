// Hostile advertisements: every format of its own, and as an advertisement of several parts. The first byte chooses, the second the company.

#include "backends/ble/adverts/formats.h"

#include <cmath>
#include <cstdlib>

using namespace muster::ble;

namespace {

void check(const std::optional<Decoded> &decoded)
{
    if (!decoded)
        return;
    for (const Reading &reading : decoded->readings)
        if (!reading.what || std::isnan(reading.value) || reading.ordinal < 1 || reading.text.size() > 1'000)
            std::abort();
}

constexpr quint16 companies[] = {adverts::company::apple, adverts::company::ruuvi, 0x0001, 0xEC88, 0x8843};
constexpr quint16 services[] = {adverts::uuid::bthome, adverts::uuid::environment, adverts::uuid::mibeacon, adverts::uuid::eddystone};
const char *const names[] = {"", "GVH5075_1234", "GVH5179", "Govee_H5074_AB12", "GVH5182", "B5178xyz"};

void whole(unsigned how, QByteArrayView data, const QByteArray &key)
{
    Advert advert {0xA4C138001122, QLatin1String(names[how % 6]), {}, {}};
    const qsizetype half = data.size() / 2;
    advert.manufacturerData.append({companies[how % 5], data.first(half).toByteArray()});
    advert.serviceData.append({services[how % 4], data.sliced(half).toByteArray()});
    check(decode(advert, key));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView data(reinterpret_cast<const char *>(bytes) + 2, qsizetype(size) - 2);
    const QByteArray key = bytes[1] & 128 ? QByteArray(16, char(0x5A)) : QByteArray();
    constexpr Mac mac = 0xA4C138001122;
    switch (bytes[0] % 8) {
    case 0: check(adverts::bthome(data, mac, key)); break;
    case 1: check(adverts::atc(data, mac, key)); break;
    case 2: check(adverts::mibeacon(data, mac, key)); break;
    case 3: check(adverts::ruuvi(data)); break;
    case 4: check(adverts::govee(companies[bytes[1] % 5], data, QLatin1String(names[bytes[1] % 6]))); break;
    case 5: check(adverts::eddystone(data)); break;
    case 6: check(adverts::ibeacon(data)); break;
    default: whole(bytes[1], data, key);
    }
    return 0;
}
