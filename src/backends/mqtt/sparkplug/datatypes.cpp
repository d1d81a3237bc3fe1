#include "backends/mqtt/sparkplug/datatypes.h"

#include <array>
#include <charconv>
#include <limits>

namespace muster::mqtt::sparkplug {

namespace {

constexpr std::array<const char *, size_t(DataType::Last_) + 1> names {"", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float",
    "Double", "Boolean", "String", "DateTime", "Text", "UUID", "DataSet", "Bytes", "File", "Template", "PropertySet", "PropertySetList", "Int8Array", "Int16Array",
    "Int32Array", "Int64Array", "UInt8Array", "UInt16Array", "UInt32Array", "UInt64Array", "FloatArray", "DoubleArray", "BooleanArray", "StringArray", "DateTimeArray"};

struct Raw
{
    quint64 bits = 0;
    int width = 64; ///< of the field that carried it
};

std::optional<Raw> rawInteger(const Scalar &value)
{
    if (const auto *number = std::get_if<quint32>(&value))
        return Raw {*number, 32};
    if (const auto *wide = std::get_if<quint64>(&value))
        return Raw {*wide, 64};
    return std::nullopt;
}

constexpr quint64 mask(int bits)
{
    return bits >= 64 ? ~quint64(0) : (quint64(1) << bits) - 1;
}

} // namespace

DataType dataType(quint32 number)
{
    return number <= quint32(DataType::Last_) ? DataType(number) : DataType::Unknown;
}

QLatin1StringView nameOf(DataType type)
{
    return QLatin1StringView(names[size_t(type)]);
}

IntegerKind integerKind(DataType type)
{
    switch (type) {
    case DataType::Int8: return {8, true};
    case DataType::Int16: return {16, true};
    case DataType::Int32: return {32, true};
    case DataType::Int64: return {64, true};
    case DataType::UInt8: return {8, false};
    case DataType::UInt16: return {16, false};
    case DataType::UInt32: return {32, false};
    case DataType::UInt64:
    case DataType::DateTime: return {64, false};
    default: return {};
    }
}

std::optional<qint64> signedNumber(DataType type, const Scalar &value)
{
    const IntegerKind kind = integerKind(type);
    const auto raw = rawInteger(value);
    if (!raw || !kind.isSigned)
        return std::nullopt;
    if (kind.bits >= raw->width)
        return kind.bits == raw->width && kind.bits == 32 ? qint64(qint32(quint32(raw->bits))) : qint64(raw->bits);
    const quint64 low = raw->bits & mask(kind.bits);
    const bool negative = (low >> (kind.bits - 1)) & 1;
    const quint64 extended = negative ? low | ~mask(kind.bits) : low;
    // Either the rest is empty, or it goes on with the sign to 32 or to 64 bits.
    if (raw->bits != low && raw->bits != extended && raw->bits != (extended & mask(32)))
        return std::nullopt;
    return qint64(extended);
}

std::optional<quint64> unsignedNumber(DataType type, const Scalar &value)
{
    const IntegerKind kind = integerKind(type);
    const auto raw = rawInteger(value);
    if (!raw || kind.bits == 0 || kind.isSigned || raw->bits > mask(kind.bits))
        return std::nullopt;
    return raw->bits;
}

std::optional<double> realNumber(const Scalar &value)
{
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    const auto *single = std::get_if<float>(&value);
    if (!single)
        return std::nullopt;
    std::array<char, 64> digits {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), *single);
    double number = 0;
    const auto read = std::from_chars(digits.data(), written.ptr, number);
    return read.ec == std::errc() ? number : double(*single);
}

MetricType metricType(DataType type)
{
    if (type == DataType::Boolean)
        return MetricType::Boolean;
    if (type == DataType::Float || type == DataType::Double || (integerKind(type).bits > 0 && type != DataType::DateTime))
        return MetricType::Number;
    return MetricType::Text;
}

} // namespace muster::mqtt::sparkplug
