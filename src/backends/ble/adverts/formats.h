#pragma once

#include "backends/ble/adverts/advert.h"

/// One decoder per format. `data` is what follows the company id or the service's UUID; none is returned for what is not of the format.
/// They look at bytes only: no state, no clock, and whatever the bytes are, they return.
namespace muster::ble::adverts {

namespace uuid {
constexpr quint16 bthome = 0xFCD2;
constexpr quint16 environment = 0x181A; ///< ATC and pvvx firmware use it for their own
constexpr quint16 mibeacon = 0xFE95;
constexpr quint16 eddystone = 0xFEAA;
} // namespace uuid
namespace company {
constexpr quint16 apple = 0x004C;
constexpr quint16 ruuvi = 0x0499;
} // namespace company

/// BTHome v2, service data FCD2 (bthome.io/format).
[[nodiscard]] std::optional<Decoded> bthome(QByteArrayView data, Mac mac, const QByteArray &key);
/// ATC1441 and pvvx firmware of Xiaomi's thermometers, service data 181A (github.com/pvvx/ATC_MiThermometer).
[[nodiscard]] std::optional<Decoded> atc(QByteArrayView data, Mac mac, const QByteArray &key);
/// Xiaomi MiBeacon, service data FE95.
[[nodiscard]] std::optional<Decoded> mibeacon(QByteArrayView data, Mac mac, const QByteArray &key);
/// RuuviTag and Ruuvi Air, company 0499 (docs.ruuvi.com): data formats 3, 5, 6, E1.
[[nodiscard]] std::optional<Decoded> ruuvi(QByteArrayView data);
/// Govee's thermometers. Several company ids, none of them Govee's own, so the name counts.
[[nodiscard]] std::optional<Decoded> govee(quint16 company, QByteArrayView data, const QString &name);
/// Eddystone-TLM, service data FEAA (github.com/google/eddystone).
[[nodiscard]] std::optional<Decoded> eddystone(QByteArrayView data);
/// Apple's iBeacon, company 004C.
[[nodiscard]] std::optional<Decoded> ibeacon(QByteArrayView data);

} // namespace muster::ble::adverts
