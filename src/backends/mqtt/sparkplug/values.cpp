// Values as Muster keeps them and as people read them; datatypes.cpp has the numbers.
#include "backends/mqtt/sparkplug/datatypes.h"
#include "backends/mqtt/sparkplug/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <bit>
#include <cmath>

namespace muster::mqtt::sparkplug {

namespace {

constexpr qsizetype maxShown = 256;      ///< elements of an array, rows of a data set: a text is cut at 4 KiB anyway
constexpr qsizetype maxShownBytes = 512;
constexpr quint64 lastDay = 253'402'300'799'999; ///< ms: the end of the year 9999

QString timeText(quint64 ms)
{
    return ms > lastDay ? QString::number(ms) : QDateTime::fromMSecsSinceEpoch(qint64(ms), Qt::UTC).toString(Qt::ISODateWithMs);
}

// JSON knows neither NaN nor infinity.
QJsonValue jsonNumber(double number)
{
    if (std::isfinite(number))
        return number;
    return std::isnan(number) ? QStringLiteral("NaN") : QString::fromLatin1(number < 0 ? "-Infinity" : "Infinity");
}

QJsonValue jsonOf(DataType type, const Scalar &value)
{
    if (const auto whole = signedNumber(type, value))
        return *whole;
    if (const auto whole = unsignedNumber(type, value)) {
        if (type == DataType::DateTime)
            return timeText(*whole);
        return *whole <= quint64(std::numeric_limits<qint64>::max()) ? QJsonValue(qint64(*whole)) : QJsonValue(QString::number(*whole));
    }
    if (const auto number = realNumber(value))
        return jsonNumber(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *text = std::get_if<Text>(&value))
        return QString::fromUtf8(text->utf8);
    return {};
}

struct Element
{
    DataType type = DataType::Unknown;
    int size = 0; ///< bytes
};

Element elementOf(DataType array)
{
    switch (array) {
    case DataType::Int8Array: return {DataType::Int8, 1};
    case DataType::Int16Array: return {DataType::Int16, 2};
    case DataType::Int32Array: return {DataType::Int32, 4};
    case DataType::Int64Array: return {DataType::Int64, 8};
    case DataType::UInt8Array: return {DataType::UInt8, 1};
    case DataType::UInt16Array: return {DataType::UInt16, 2};
    case DataType::UInt32Array: return {DataType::UInt32, 4};
    case DataType::UInt64Array: return {DataType::UInt64, 8};
    case DataType::FloatArray: return {DataType::Float, 4};
    case DataType::DoubleArray: return {DataType::Double, 8};
    case DataType::DateTimeArray: return {DataType::DateTime, 8};
    default: return {};
    }
}

Scalar element(DataType type, int size, const char *bytes)
{
    quint64 bits = 0;
    for (int i = size - 1; i >= 0; --i)
        bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
    if (type == DataType::Float)
        return std::bit_cast<float>(quint32(bits));
    if (type == DataType::Double)
        return std::bit_cast<double>(bits);
    return bits;
}

QByteArray written(const QJsonArray &list, qsizetype count)
{
    QByteArray text = QJsonDocument(list).toJson(QJsonDocument::Compact);
    if (count > list.size()) // more than anybody reads
        text.replace(text.size() - 1, 1, list.isEmpty() ? "\xE2\x80\xA6]" : ",\xE2\x80\xA6]");
    return text;
}

std::optional<QByteArray> booleans(QByteArrayView bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    const qint64 count = qFromLittleEndian<quint32>(bytes.data());
    const QByteArrayView bits = bytes.sliced(4);
    if ((count + 7) / 8 != bits.size())
        return std::nullopt;
    QJsonArray list;
    for (qint64 i = 0; i < std::min<qint64>(count, maxShown); ++i)
        list.append(bool(static_cast<unsigned char>(bits[i / 8]) >> (7 - i % 8) & 1));
    return written(list, count);
}

std::optional<QByteArray> strings(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return "[]";
    if (bytes.back() != '\0')
        return std::nullopt;
    QJsonArray list;
    qsizetype count = 0;
    for (qsizetype from = 0; from < bytes.size(); ++count) {
        const qsizetype end = bytes.indexOf('\0', from);
        if (count < maxShown)
            list.append(QString::fromUtf8(bytes.sliced(from, end - from)));
        from = end + 1;
    }
    return written(list, count);
}

// Bytes in hexadecimal, a file by what is known of it.
QString bytesText(DataType type, const Metric &metric, const QByteArray &data)
{
    QString text;
    if (type == DataType::File) {
        const QString size = Words::tr("%1 bytes").arg(data.size());
        const QString name = metric.metaData ? QString::fromUtf8(metric.metaData->fileName.left(256)) : QString();
        return name.isEmpty() ? size : name + QStringLiteral(", ") + size;
    }
    text = QString::fromLatin1(data.left(maxShownBytes).toHex(' '));
    return data.size() > maxShownBytes ? text + QStringLiteral(" …") : text;
}

std::optional<Value> textValue(const std::optional<QByteArray> &text)
{
    return text ? std::optional<Value>(QString::fromUtf8(*text)) : std::nullopt;
}

std::optional<Value> wholeValue(DataType type, const Scalar &value)
{
    if (const auto number = signedNumber(type, value))
        return double(*number);
    const auto number = unsignedNumber(type, value);
    if (!number)
        return std::nullopt;
    if (type == DataType::DateTime)
        return timeText(*number);
    return double(*number);
}

std::optional<Value> truth(const Scalar &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    const auto *number = std::get_if<quint32>(&value); // some write booleans as whole numbers
    return number && *number <= 1 ? std::optional<Value>(*number == 1) : std::nullopt;
}

} // namespace

std::optional<QByteArray> arrayText(DataType type, QByteArrayView bytes)
{
    if (type == DataType::BooleanArray)
        return booleans(bytes);
    if (type == DataType::StringArray)
        return strings(bytes);
    const Element kind = elementOf(type);
    if (kind.size == 0 || bytes.size() % kind.size != 0)
        return std::nullopt;
    QJsonArray list;
    const qsizetype count = bytes.size() / kind.size;
    for (qsizetype i = 0; i < std::min(count, maxShown); ++i)
        list.append(jsonOf(kind.type, element(kind.type, kind.size, bytes.data() + i * kind.size)));
    return written(list, count);
}

std::optional<QByteArray> dataSetText(const DataSet &set)
{
    const qsizetype columns = set.columns.size();
    if (set.columnCount != quint64(columns) || set.types.size() != columns)
        return std::nullopt;
    QJsonArray names;
    for (const QByteArray &name : set.columns.mid(0, maxShown))
        names.append(QString::fromUtf8(name));
    QJsonArray rows;
    for (const auto &row : set.rows) {
        if (row.size() != size_t(columns))
            return std::nullopt;
        if (rows.size() >= maxShown)
            continue;
        QJsonArray cells;
        for (qsizetype i = 0; i < std::min(columns, maxShown); ++i)
            cells.append(jsonOf(dataType(set.types[i]), row[size_t(i)]));
        rows.append(cells);
    }
    return "{\"columns\":" + written(names, columns) + ",\"rows\":" + written(rows, qsizetype(set.rows.size())) + '}';
}

std::optional<Value> valueOf(DataType type, const Metric &metric)
{
    if (metric.isNull)
        return std::make_optional<Value>();
    if (integerKind(type).bits > 0)
        return wholeValue(type, metric.value);
    const auto *text = std::get_if<Text>(&metric.value);
    const auto *bytes = std::get_if<Bytes>(&metric.value);
    switch (type) {
    case DataType::Float:
    case DataType::Double: {
        const auto number = realNumber(metric.value);
        if (!number)
            return std::nullopt;
        return *number;
    }
    case DataType::Boolean:
        return truth(metric.value);
    case DataType::String:
    case DataType::Text:
    case DataType::Uuid:
        if (!text)
            return std::nullopt;
        return QString::fromUtf8(text->utf8);
    case DataType::DataSet:
        return metric.dataSet ? textValue(dataSetText(*metric.dataSet)) : std::nullopt;
    case DataType::Bytes:
    case DataType::File:
        if (!bytes)
            return std::nullopt;
        return bytesText(type, metric, bytes->data);
    default:
        return bytes ? textValue(arrayText(type, bytes->data)) : std::nullopt;
    }
}

} // namespace muster::mqtt::sparkplug
