#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace muster::mqtt::sparkplug {

/// The payload of a Sparkplug B message: what the protobuf schema of the specification (chapter 6) says, nothing interpreted. The numbers of the
/// fields are in payloadreader.cpp. Integers are what the wire carried: datatypes.h says what they mean.

/// A text (UTF-8, not checked) apart from bytes.
struct Text
{
    QByteArray utf8 {};
    friend bool operator==(const Text &, const Text &) = default;
};
struct Bytes
{
    QByteArray data {};
    friend bool operator==(const Bytes &, const Bytes &) = default;
};
/// int_value, long_value, float_value, double_value, boolean_value, string_value, bytes_value
using Scalar = std::variant<std::monostate, quint32, quint64, float, double, bool, Text, Bytes>;

struct Property;
struct PropertySet
{
    std::vector<Property> properties; // no {}: clang would want to know what a Property is
};
struct Property
{
    QByteArray key {};
    quint32 type = 0;
    bool isNull = false;
    Scalar value {};
    std::vector<PropertySet> sets {}; ///< a property set, or a list of them
};

struct DataSet
{
    quint64 columnCount = 0;
    QByteArrayList columns {};
    QList<quint32> types {};
    std::vector<std::vector<Scalar>> rows {};
};

struct Metric;
struct Parameter
{
    QByteArray name {};
    quint32 type = 0;
    Scalar value {};
};
struct Template
{
    QByteArray version {};
    std::optional<QByteArray> reference {}; ///< the definition's name
    bool isDefinition = false;
    std::vector<Metric> metrics; // no {}, as above
    std::vector<Parameter> parameters {};
};

struct MetaData
{
    bool isMultiPart = false;
    quint64 size = 0;
    quint64 sequence = 0;
    QByteArray contentType {};
    QByteArray fileName {};
    QByteArray fileType {};
    QByteArray md5 {};
    QByteArray description {};
};

struct Metric
{
    std::optional<QByteArray> name {};
    std::optional<quint64> alias {};
    std::optional<quint64> timestamp {}; ///< ms since 1970, UTC
    quint32 type = 0;                    ///< 0: not said
    bool isHistorical = false;
    bool isTransient = false;
    bool isNull = false;
    std::optional<MetaData> metaData {};
    PropertySet properties {};
    Scalar value {};
    std::unique_ptr<DataSet> dataSet {};
    std::unique_ptr<Template> instance {};
};

struct Payload
{
    std::optional<quint64> timestamp {};
    std::optional<quint64> sequence {};
    QByteArray uuid {};
    QByteArray body {};
    std::vector<Metric> metrics {};
};

/// What a payload may cost. A hostile one of 1 MiB must not become a hundred times that in memory.
struct PayloadLimits
{
    int parts = 50'000;                     ///< metrics, properties, columns, cells, parameters together
    int depth = 8;                          ///< templates within templates, property sets within property sets
    qsizetype inflated = 8LL * 1024 * 1024; ///< bytes of a compressed payload, unpacked
};

/// Reads a payload, unpacked where it is compressed. Errors: Corrupt (cut off, not protobuf, nothing in it) and TooLarge, with a short phrase.
[[nodiscard]] Result<Payload> readPayload(QByteArrayView bytes, const PayloadLimits &limits = {});
/// The payload's bytes. Beside reading for what a host sends: names, aliases, times, types and scalars; no data sets, no templates, no properties.
[[nodiscard]] QByteArray writePayload(const Payload &payload);

/// The property of a set, its name in whatever case; null: it has none.
[[nodiscard]] const Property *propertyOf(const PropertySet &set, QByteArrayView key);

} // namespace muster::mqtt::sparkplug
