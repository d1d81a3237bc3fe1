#pragma once

#include "backends/ble/gatt/values.h"

#include <span>

/// Characteristics as tables: a value is a run of fields, some of which are there only if flags at the beginning say so.
namespace muster::ble::gatt {

enum class Coding : quint8 {
    Unsigned,
    Signed,
    Sfloat,   ///< 2 bytes
    Float,    ///< 4 bytes
    Float32,  ///< IEEE 754
    Time,     ///< u16 year, u8 month, day, hour, minute, second; year or month 0: not known
    Text,     ///< UTF-8, all that is left
    Repeated, ///< unsigned, again and again until the end
};

struct Field
{
    quint32 mask = 0;   ///< there if (flags & mask) == wanted
    quint32 wanted = 0;
    Coding coding = Coding::Unsigned;
    qint8 bytes = 0;
    double divisor = 1;
    const Quantity *what = nullptr; ///< none: of no interest, skipped
    quint64 unknown = ~quint64(0);  ///< this raw value says that the value is not known
    double factor = 1;              ///< value = (raw + offset) * factor / divisor
    double offset = 0;
};

struct Record
{
    quint16 characteristic = 0;
    qint8 flagBytes = 0;
    std::span<const Field> fields {};
};

[[nodiscard]] std::span<const Record> records();        ///< structures
[[nodiscard]] std::span<const Record> fitnessRecords(); ///< of fitness machines
[[nodiscard]] std::span<const Record> scalarRecords();  ///< single values

} // namespace muster::ble::gatt
