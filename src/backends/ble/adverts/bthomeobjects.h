#pragma once

#include "backends/ble/reading.h"

namespace muster::ble::adverts {

/// A number of BTHome v2.
struct BthomeObject
{
    quint8 id = 0;
    qint8 bytes = 0;       ///< negative: signed
    qint16 numerator = 1;
    qint32 denominator = 1;
    Quantity what {};
};

/// None: not a number, or not known.
[[nodiscard]] const BthomeObject *bthomeObject(quint8 id);

} // namespace muster::ble::adverts
