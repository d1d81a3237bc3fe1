#pragma once

#include "backends/mqtt/sparkplug/payload.h"

#include "core/device.h"
#include "core/value.h"

namespace muster::mqtt::sparkplug {

/// Sparkplug's data types (specification, chapter 6.4.16) with their numbers on the wire.
enum class DataType : quint32 {
    Unknown = 0,
    Int8, Int16, Int32, Int64, UInt8, UInt16, UInt32, UInt64, Float, Double, Boolean, String, DateTime, Text, Uuid,
    DataSet, Bytes, File, Template, PropertySet, PropertySetList,
    Int8Array, Int16Array, Int32Array, Int64Array, UInt8Array, UInt16Array, UInt32Array, UInt64Array, FloatArray, DoubleArray, BooleanArray, StringArray, DateTimeArray,
    Last_ = DateTimeArray
};

/// The type of a number off the wire; Unknown for those that do not exist.
[[nodiscard]] DataType dataType(quint32 number);
/// "Int8"; empty: unknown.
[[nodiscard]] QLatin1StringView nameOf(DataType type);

struct IntegerKind
{
    int bits = 0;          ///< 8, 16, 32, 64; 0: no whole number
    bool isSigned = false;
};
[[nodiscard]] IntegerKind integerKind(DataType type);

/// The whole number of a signed type: what the wire carries is two's complement in the type's own width, in 32 bits or in 64; all three occur.
///   Int8: 244 → -12, 4294967284 → -12        Errors (none): anything that is not such a number
[[nodiscard]] std::optional<qint64> signedNumber(DataType type, const Scalar &value);
/// The same of an unsigned type and of DateTime.
[[nodiscard]] std::optional<quint64> unsignedNumber(DataType type, const Scalar &value);
/// Float and Double. A Float becomes the shortest decimal number that is this Float: 55.49, not 55.4900016784668.
[[nodiscard]] std::optional<double> realNumber(const Scalar &value);

/// The elements of an array as JSON: [1,-2]; they lie little-endian one behind the other, booleans as a count (uint32) and bits from the highest down,
/// strings each with a 0 behind it. None: the bytes do not add up.
///   Int16Array D0 8A 30 75 → [-30000,30000]      BooleanArray 0C 00 00 00 34 D0 → [false,false,true,true,…] (12)
[[nodiscard]] std::optional<QByteArray> arrayText(DataType type, QByteArrayView bytes);

/// A data set as JSON: {"columns":["a","b"],"rows":[[1,"x"],[2,"y"]]}. None: its rows and types do not fit its columns.
[[nodiscard]] std::optional<QByteArray> dataSetText(const DataSet &set);

/// What a metric's value is to Muster; std::monostate: null. None: the value is not of this type. Texts of data sets, arrays and bytes are for people.
/// 64-bit numbers beyond 2^53 lose their last digits here: a sample is a double.
[[nodiscard]] std::optional<Value> valueOf(DataType type, const Metric &metric);

/// What kind of metric a type is to Muster.
[[nodiscard]] MetricType metricType(DataType type);

} // namespace muster::mqtt::sparkplug
