#pragma once

#include "backends/ble/reading.h"

#include <QByteArrayView>
#include <QUuid>

#include <optional>

/// What the bytes of a characteristic mean. Pure: bytes in, readings out; whatever the bytes are.
namespace muster::ble::gatt {

/// The 16-bit number of a UUID of the Bluetooth SIG; 0 for others.
[[nodiscard]] quint16 shortUuid(const QUuid &uuid);
[[nodiscard]] QUuid fullUuid(quint16 shortUuid);

struct Values
{
    bool known = false;  ///< there is a decoder for this characteristic
    bool intact = true;  ///< the bytes were as many as they say, and no value was absurd
    Readings readings {};///< "value is not known" gives none
};

[[nodiscard]] bool isKnown(quint16 characteristic);
/// The value of a characteristic of the Bluetooth SIG (GATT Specification Supplement), little-endian.
[[nodiscard]] Values decode(quint16 characteristic, QByteArrayView value);

/// IEEE 11073 numbers: mantissa and exponent, both two's complement. Nothing for NaN, "not at this resolution" and infinities.
[[nodiscard]] std::optional<double> sfloat(quint16 raw); ///< s12 and s4
[[nodiscard]] std::optional<double> ieeeFloat(quint32 raw); ///< s24 and s8

/// Descriptor 2904: how a characteristic without a number of its own encodes its value.
struct Presentation
{
    quint8 format = 0;
    qint8 exponent = 0;
    quint16 unit = 0;
};
[[nodiscard]] std::optional<Presentation> presentation(QByteArrayView descriptor);
[[nodiscard]] QString unitText(quint16 unit);
/// The scalar that a presentation describes: a number, or a text for the text formats.
struct Scalar
{
    double number = 0;
    QString text {};
    bool isText = false;
    bool isBoolean = false;
};
[[nodiscard]] std::optional<Scalar> scalar(const Presentation &presentation, QByteArrayView value);

} // namespace muster::ble::gatt
