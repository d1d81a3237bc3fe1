#include "backends/ble/adverts/formats.h"
#include "backends/ble/adverts/quantities.h"
#include "backends/ble/bytes.h"

#include <QUuid>

namespace muster::ble::adverts {

namespace {

constexpr Quantity beaconUuid {.key = "uuid", .type = MetricType::Text, .diagnostic = true};
constexpr Quantity major {.key = "major", .diagnostic = true};
constexpr Quantity minor {.key = "minor", .diagnostic = true};

} // namespace

/// 02 15, then UUID, major and minor big-endian, and the power at one metre: s8 dBm.
std::optional<Decoded> ibeacon(QByteArrayView data)
{
    Bytes in(data);
    if (data.size() != 23 || in.ub(2) != 0x0215)
        return {};
    const QString uuid = QUuid::fromRfc4122(in.take(16)).toString(QUuid::WithoutBraces);
    const quint64 high = in.ub(2);
    const quint64 low = in.ub(2);
    Decoded out;
    out.format = "iBeacon";
    out.identity = QStringLiteral("ibeacon:%1/%2/%3").arg(uuid).arg(high).arg(low);
    addText(out.readings, beaconUuid, uuid);
    add(out.readings, major, double(high));
    add(out.readings, minor, double(low));
    add(out.readings, txPower, double(in.s(1)));
    return out;
}

} // namespace muster::ble::adverts
