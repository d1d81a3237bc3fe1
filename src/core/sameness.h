#pragma once

#include "core/device.h"

namespace muster {

/// Whether an address names a piece of hardware, wherever it is heard: "mac:…", "ieee:…", a serial number. Others, such as what a device calls
/// itself in Home Assistant ("ha:kitchen"), may be given to another device in another place.
[[nodiscard]] bool namesHardware(QStringView address);

/// "sn:acme:4711-08" of a device with a manufacturer and a serial number that is one: at least six letters or digits, not all alike. Else empty.
[[nodiscard]] QString addressOfSerialNumber(const Device &device);

} // namespace muster
