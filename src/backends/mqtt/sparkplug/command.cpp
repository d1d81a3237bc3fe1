#include "backends/mqtt/sparkplug/command.h"
#include "backends/mqtt/sparkplug/words.h"

#include <QDateTime>

#include <cmath>

namespace muster::mqtt::sparkplug {

namespace {

constexpr double exact = 9'007'199'254'740'992; ///< 2^53: whole numbers up to here are exact in a double
constexpr double anyNumber = 1e15;

tl::unexpected<Error> wrong(const CommandInfo &command, const QString &wanted)
{
    return failure(Error::Code::Invalid, Words::tr("“%1” wants %2.").arg(command.name.isEmpty() ? command.key : command.name, wanted));
}

// Each sets `value` or says what is wanted instead.
Result<void> wholeNumber(DataType type, const CommandInfo &command, const Value &argument, Scalar &value)
{
    const double *number = std::get_if<double>(&argument);
    if (!number || std::floor(*number) != *number || *number < command.minimum || *number > command.maximum)
        return wrong(command, Words::tr("a whole number between %1 and %2").arg(command.minimum, 0, 'f', 0).arg(command.maximum, 0, 'f', 0));
    const quint64 bits = *number < 0 ? quint64(qint64(*number)) : quint64(*number);
    if (integerKind(type).bits == 64)
        value.emplace<quint64>(bits);
    else
        value.emplace<quint32>(quint32(bits)); // two's complement in 32 bits
    return {};
}

Result<void> realNumber(DataType type, const CommandInfo &command, const Value &argument, Scalar &value)
{
    const double *number = std::get_if<double>(&argument);
    if (!number || !std::isfinite(*number) || *number < command.minimum || *number > command.maximum)
        return wrong(command, Words::tr("a number between %1 and %2").arg(command.minimum, 0, 'g', 15).arg(command.maximum, 0, 'g', 15));
    if (type == DataType::Float)
        value.emplace<float>(float(*number));
    else
        value.emplace<double>(*number);
    return {};
}

Result<void> moment(const CommandInfo &command, const Value &argument, Scalar &value)
{
    const QString *text = std::get_if<QString>(&argument);
    const QDateTime time = text ? QDateTime::fromString(text->trimmed(), Qt::ISODateWithMs) : QDateTime();
    if (!time.isValid() || time.toMSecsSinceEpoch() < 0)
        return wrong(command, Words::tr("a time such as 2030-01-31T12:00:00Z"));
    value.emplace<quint64>(quint64(time.toMSecsSinceEpoch()));
    return {};
}

Result<void> setValue(DataType type, const CommandInfo &command, const Value &argument, Scalar &value)
{
    const bool *flag = std::get_if<bool>(&argument);
    const QString *text = std::get_if<QString>(&argument);
    if (command.argument == ArgumentType::None) {
        value.emplace<bool>(true);
    } else if (type == DataType::DateTime) {
        return moment(command, argument, value);
    } else if (integerKind(type).bits > 0) {
        return wholeNumber(type, command, argument, value);
    } else if (type == DataType::Float || type == DataType::Double) {
        return realNumber(type, command, argument, value);
    } else if (type == DataType::Boolean) {
        if (!flag)
            return wrong(command, Words::tr("on or off"));
        value.emplace<bool>(*flag);
    } else {
        if (!text)
            return wrong(command, Words::tr("a text"));
        value.emplace<Text>(Text {text->toUtf8()});
    }
    return {};
}

Payload payloadAt(Micros now)
{
    Payload payload;
    payload.timestamp = quint64(now / 1'000);
    return payload;
}

std::optional<double> numberOf(const PropertySet &set, QByteArrayView key)
{
    const Property *property = propertyOf(set, key);
    if (!property || property->isNull)
        return std::nullopt;
    const DataType type = dataType(property->type);
    if (const auto whole = signedNumber(type, property->value))
        return double(*whole);
    if (const auto whole = unsignedNumber(type, property->value))
        return double(*whole);
    const auto real = sparkplug::realNumber(property->value);
    return real && std::isfinite(*real) ? real : std::nullopt;
}

} // namespace

QByteArray commandMetric(const QByteArray &name, std::optional<quint64> alias, DataType type)
{
    Payload payload;
    Metric &metric = payload.metrics.emplace_back();
    if (alias)
        metric.alias = alias;
    else
        metric.name = name;
    metric.type = quint32(type);
    return writePayload(payload);
}

Result<QByteArray> commandPayload(const QByteArray &metric, const CommandInfo &command, const Value &argument, Micros now)
{
    auto read = readPayload(metric);
    if (!read || read->metrics.empty())
        return failure(Error::Code::Unsupported, Words::tr("This metric cannot be written."));
    Payload payload = payloadAt(now);
    payload.metrics = std::move(read->metrics);
    Metric &written = payload.metrics.front();
    if (const auto set = setValue(dataType(written.type), command, argument, written.value); !set)
        return tl::unexpected(set.error());
    written.timestamp = payload.timestamp;
    return writePayload(payload);
}

QByteArray rebirthPayload(Micros now)
{
    Payload payload = payloadAt(now);
    Metric &metric = payload.metrics.emplace_back();
    metric.name = QByteArray(rebirthName);
    metric.timestamp = payload.timestamp;
    metric.type = quint32(DataType::Boolean);
    metric.value = true;
    return writePayload(payload);
}

std::optional<CommandInfo> commandOf(DataType type, const PropertySet &properties)
{
    CommandInfo info;
    const IntegerKind kind = integerKind(type);
    if (type == DataType::Boolean) {
        info.argument = ArgumentType::Boolean;
    } else if (type == DataType::Float || type == DataType::Double) {
        info.argument = ArgumentType::Number;
        info.minimum = -anyNumber;
        info.maximum = anyNumber;
        info.step = 0.001;
    } else if (kind.bits > 0 && type != DataType::DateTime) {
        info.argument = ArgumentType::Number;
        const double span = std::min(std::ldexp(1.0, kind.isSigned ? kind.bits - 1 : kind.bits), exact);
        info.minimum = kind.isSigned ? -span : 0;
        info.maximum = span < exact ? span - 1 : exact;
    } else if (type == DataType::String || type == DataType::Text || type == DataType::Uuid || type == DataType::DateTime) {
        info.argument = ArgumentType::Text;
    } else {
        return std::nullopt;
    }
    if (info.argument != ArgumentType::Number)
        return info;
    const double low = std::max(info.minimum, numberOf(properties, "engLow").value_or(info.minimum));
    const double high = std::min(info.maximum, numberOf(properties, "engHigh").value_or(info.maximum));
    if (low < high) {
        info.minimum = low;
        info.maximum = high;
    }
    return info;
}

} // namespace muster::mqtt::sparkplug
