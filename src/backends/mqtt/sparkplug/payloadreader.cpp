// The payload off the wire. Field numbers as in the specification's schema (chapter 6.4): Payload, Metric, PropertySet and so on.
#include "backends/mqtt/sparkplug/compression.h"
#include "backends/mqtt/sparkplug/payload.h"
#include "backends/mqtt/sparkplug/wire.h"
#include "backends/mqtt/sparkplug/words.h"

#include <bit>

namespace muster::mqtt::sparkplug {

namespace {

using Type = WireField::Type;

/// Goes down through the messages of a payload. Unknown fields and fields of another wire type than the schema's are passed over, as protobuf does;
/// the last of several of one kind counts.
class Reader
{
public:
    explicit Reader(const PayloadLimits &limits) : m_limits(limits), m_parts(limits.parts) {}

    [[nodiscard]] Result<Payload> payload(QByteArrayView bytes);

private:
    [[nodiscard]] bool part() { return m_parts-- > 0 || tooMuch(); }
    [[nodiscard]] bool tooMuch()
    {
        m_tooMuch = true;
        return false;
    }
    [[nodiscard]] bool deeper(int depth) { return depth < m_limits.depth || tooMuch(); }

    [[nodiscard]] bool metric(QByteArrayView bytes, Metric &metric, int depth);
    [[nodiscard]] bool metricValue(const WireField &field, Metric &metric, int depth);
    [[nodiscard]] bool metaData(QByteArrayView bytes, MetaData &data);
    [[nodiscard]] bool propertySet(QByteArrayView bytes, PropertySet &set, int depth);
    [[nodiscard]] bool propertySetList(QByteArrayView bytes, std::vector<PropertySet> &sets, int depth);
    [[nodiscard]] bool property(QByteArrayView bytes, Property &property, int depth);
    [[nodiscard]] bool dataSet(QByteArrayView bytes, DataSet &set);
    [[nodiscard]] bool types(const WireField &field, DataSet &set);
    [[nodiscard]] bool row(QByteArrayView bytes, std::vector<Scalar> &row);
    [[nodiscard]] bool instance(QByteArrayView bytes, Template &made, int depth);
    [[nodiscard]] bool parameter(QByteArrayView bytes, Parameter &parameter);

    PayloadLimits m_limits;
    int m_parts = 0;
    bool m_tooMuch = false;
};

bool is(const WireField &field, quint32 number, Type type)
{
    return field.number == number && field.type == type;
}

// The six scalars that stand in the same order in metrics, properties, cells and parameters: `first` is the number of int_value.
bool scalar(const WireField &field, quint32 first, Scalar &value)
{
    if (is(field, first, Type::Varint))
        value = quint32(field.value);
    else if (is(field, first + 1, Type::Varint))
        value = quint64(field.value);
    else if (is(field, first + 2, Type::Fixed32))
        value = std::bit_cast<float>(quint32(field.value));
    else if (is(field, first + 3, Type::Fixed64))
        value = std::bit_cast<double>(field.value);
    else if (is(field, first + 4, Type::Varint))
        value = field.value != 0;
    else if (is(field, first + 5, Type::Bytes))
        value = Text {field.bytes.toByteArray()};
    else
        return false;
    return true;
}

bool Reader::metric(QByteArrayView bytes, Metric &metric, int depth)
{
    WireReader reader(bytes);
    WireField field;
    bool good = part();
    while (good && reader.next(field)) {
        if (is(field, 1, Type::Bytes))
            metric.name = field.bytes.toByteArray();
        else if (is(field, 2, Type::Varint))
            metric.alias = field.value;
        else if (is(field, 3, Type::Varint))
            metric.timestamp = field.value;
        else if (is(field, 4, Type::Varint))
            metric.type = quint32(field.value);
        else if (is(field, 5, Type::Varint))
            metric.isHistorical = field.value != 0;
        else if (is(field, 6, Type::Varint))
            metric.isTransient = field.value != 0;
        else if (is(field, 7, Type::Varint))
            metric.isNull = field.value != 0;
        else if (is(field, 8, Type::Bytes))
            good = metaData(field.bytes, metric.metaData.emplace());
        else if (is(field, 9, Type::Bytes))
            good = propertySet(field.bytes, metric.properties, depth);
        else
            good = metricValue(field, metric, depth);
    }
    return good && !reader.failed();
}

bool Reader::metricValue(const WireField &field, Metric &metric, int depth)
{
    Scalar value;
    const bool single = scalar(field, 10, value);
    if (!single && (field.number < 16 || field.number > 18 || field.type != Type::Bytes))
        return true; // an extension, or nothing known
    metric.value = std::move(value);
    metric.dataSet.reset();
    metric.instance.reset();
    if (field.number == 16) {
        metric.value = Bytes {field.bytes.toByteArray()};
    } else if (field.number == 17) {
        metric.dataSet = std::make_unique<DataSet>();
        return dataSet(field.bytes, *metric.dataSet);
    } else if (field.number == 18) {
        metric.instance = std::make_unique<Template>();
        return deeper(depth) && instance(field.bytes, *metric.instance, depth + 1);
    }
    return true;
}

bool Reader::metaData(QByteArrayView bytes, MetaData &data)
{
    WireReader reader(bytes);
    WireField field;
    while (reader.next(field)) {
        QByteArray *const texts[] = {&data.contentType, nullptr, nullptr, &data.fileName, &data.fileType, &data.md5, &data.description};
        if (is(field, 1, Type::Varint))
            data.isMultiPart = field.value != 0;
        else if (is(field, 3, Type::Varint))
            data.size = field.value;
        else if (is(field, 4, Type::Varint))
            data.sequence = field.value;
        else if (field.type == Type::Bytes && field.number >= 2 && field.number <= 8 && texts[field.number - 2])
            *texts[field.number - 2] = field.bytes.toByteArray();
    }
    return !reader.failed();
}

// Keys and values stand apart, in two lists of the same length; a set where they are not is no set.
bool Reader::propertySet(QByteArrayView bytes, PropertySet &set, int depth)
{
    WireReader reader(bytes);
    WireField field;
    QByteArrayList keys;
    bool good = deeper(depth);
    while (good && reader.next(field)) {
        if (is(field, 1, Type::Bytes)) {
            good = part();
            keys.append(field.bytes.toByteArray());
        } else if (is(field, 2, Type::Bytes)) {
            good = part() && property(field.bytes, set.properties.emplace_back(), depth);
        }
    }
    if (!good || reader.failed())
        return false;
    if (size_t(keys.size()) != set.properties.size()) {
        set.properties.clear();
        return true;
    }
    for (qsizetype i = 0; i < keys.size(); ++i)
        set.properties[size_t(i)].key = keys[i];
    return true;
}

bool Reader::property(QByteArrayView bytes, Property &property, int depth)
{
    WireReader reader(bytes);
    WireField field;
    bool good = true;
    while (good && reader.next(field)) {
        if (is(field, 1, Type::Varint))
            property.type = quint32(field.value);
        else if (is(field, 2, Type::Varint))
            property.isNull = field.value != 0;
        else if (is(field, 9, Type::Bytes))
            good = propertySet(field.bytes, property.sets.emplace_back(), depth + 1);
        else if (is(field, 10, Type::Bytes))
            good = propertySetList(field.bytes, property.sets, depth + 1);
        else
            (void)scalar(field, 3, property.value);
    }
    return good && !reader.failed();
}

bool Reader::propertySetList(QByteArrayView bytes, std::vector<PropertySet> &sets, int depth)
{
    WireReader reader(bytes);
    WireField field;
    bool good = true;
    while (good && reader.next(field)) {
        if (is(field, 1, Type::Bytes))
            good = part() && propertySet(field.bytes, sets.emplace_back(), depth);
    }
    return good && !reader.failed();
}

bool Reader::types(const WireField &field, DataSet &set)
{
    if (field.type == Type::Varint) {
        set.types.append(quint32(field.value));
        return part();
    }
    if (field.type != Type::Bytes)
        return true;
    // packed: varints one behind the other, read as if each had a tag of its own
    QByteArrayView rest = field.bytes;
    while (!rest.isEmpty()) {
        quint64 value = 0;
        int shift = 0;
        bool more = true;
        while (more) {
            if (rest.isEmpty() || shift > 28)
                return false;
            const auto byte = static_cast<unsigned char>(rest.front());
            rest = rest.sliced(1);
            value |= quint64(byte & 0x7F) << shift;
            shift += 7;
            more = byte >= 0x80;
        }
        if (!part())
            return false;
        set.types.append(quint32(value));
    }
    return true;
}

bool Reader::dataSet(QByteArrayView bytes, DataSet &set)
{
    WireReader reader(bytes);
    WireField field;
    bool good = true;
    while (good && reader.next(field)) {
        if (is(field, 1, Type::Varint)) {
            set.columnCount = field.value;
        } else if (is(field, 2, Type::Bytes)) {
            good = part();
            set.columns.append(field.bytes.toByteArray());
        } else if (field.number == 3) {
            good = types(field, set);
        } else if (is(field, 4, Type::Bytes)) {
            good = part() && row(field.bytes, set.rows.emplace_back());
        }
    }
    return good && !reader.failed();
}

bool Reader::row(QByteArrayView bytes, std::vector<Scalar> &row)
{
    WireReader reader(bytes);
    WireField field;
    bool good = true;
    while (good && reader.next(field)) {
        if (!is(field, 1, Type::Bytes))
            continue;
        good = part();
        WireReader cell(field.bytes);
        Scalar &value = row.emplace_back();
        while (cell.next(field))
            (void)scalar(field, 1, value);
        good = good && !cell.failed();
    }
    return good && !reader.failed();
}

bool Reader::parameter(QByteArrayView bytes, Parameter &parameter)
{
    WireReader reader(bytes);
    WireField field;
    while (reader.next(field)) {
        if (is(field, 1, Type::Bytes))
            parameter.name = field.bytes.toByteArray();
        else if (is(field, 2, Type::Varint))
            parameter.type = quint32(field.value);
        else
            (void)scalar(field, 3, parameter.value);
    }
    return !reader.failed();
}

bool Reader::instance(QByteArrayView bytes, Template &made, int depth)
{
    WireReader reader(bytes);
    WireField field;
    bool good = true;
    while (good && reader.next(field)) {
        if (is(field, 1, Type::Bytes))
            made.version = field.bytes.toByteArray();
        else if (is(field, 2, Type::Bytes))
            good = metric(field.bytes, made.metrics.emplace_back(), depth);
        else if (is(field, 3, Type::Bytes))
            good = part() && parameter(field.bytes, made.parameters.emplace_back());
        else if (is(field, 4, Type::Bytes))
            made.reference = field.bytes.toByteArray();
        else if (is(field, 5, Type::Varint))
            made.isDefinition = field.value != 0;
    }
    return good && !reader.failed();
}

Result<Payload> Reader::payload(QByteArrayView bytes)
{
    Payload made;
    WireReader reader(bytes);
    WireField field;
    bool good = true;
    bool anything = false;
    while (good && reader.next(field)) {
        const bool known = anything;
        anything = true;
        if (is(field, 1, Type::Varint))
            made.timestamp = field.value;
        else if (is(field, 2, Type::Bytes))
            good = metric(field.bytes, made.metrics.emplace_back(), 0);
        else if (is(field, 3, Type::Varint))
            made.sequence = field.value;
        else if (is(field, 4, Type::Bytes))
            made.uuid = field.bytes.toByteArray();
        else if (is(field, 5, Type::Bytes))
            made.body = field.bytes.toByteArray();
        else
            anything = known;
    }
    if (m_tooMuch)
        return failure(Error::Code::TooLarge, Words::tr("there is too much in it"));
    if (!good || reader.failed())
        return failure(Error::Code::Corrupt, Words::tr("its bytes are no Sparkplug payload"));
    if (!anything)
        return failure(Error::Code::Corrupt, Words::tr("there is nothing in it"));
    return made;
}

} // namespace

Result<Payload> readPayload(QByteArrayView bytes, const PayloadLimits &limits)
{
    auto outer = Reader(limits).payload(bytes);
    if (!outer || outer->uuid != "SPBV1.0_COMPRESSED")
        return outer;
    // The metric "algorithm" says GZIP or DEFLATE; so do the first bytes, and those cannot lie.
    const auto body = inflated(outer->body, limits.inflated);
    if (!body)
        return tl::unexpected(body.error());
    auto inner = Reader(limits).payload(*body);
    if (!inner)
        return inner;
    if (inner->uuid == outer->uuid)
        return failure(Error::Code::Corrupt, Words::tr("it is compressed twice"));
    if (!inner->timestamp)
        inner->timestamp = outer->timestamp;
    if (!inner->sequence)
        inner->sequence = outer->sequence;
    return inner;
}

} // namespace muster::mqtt::sparkplug
