#include "store/devicejson.h"

#include <QJsonArray>

#include <array>

namespace muster::devicejson {

namespace {

using Key = QLatin1StringView;

constexpr std::array metricTypes {Key("number"), Key("boolean"), Key("enumeration"), Key("text"), Key("event")};
constexpr std::array roles {Key(""), Key("battery"), Key("signal")};
constexpr std::array argumentTypes {Key("none"), Key("boolean"), Key("number"), Key("enumeration"), Key("text")};
constexpr std::array kinds {Key("M2M"), Key("IoT")};

template<class Enum, size_t N>
Enum parse(const QJsonObject &json, const char *key, const std::array<Key, N> &words, Enum otherwise)
{
    const QString word = json.value(Key(key)).toString();
    for (size_t i = 0; i < N; ++i)
        if (word == words[i])
            return Enum(i);
    return otherwise;
}

void put(QJsonObject &json, const char *key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(Key(key), value);
}

void put(QJsonObject &json, const char *key, const QStringList &value)
{
    if (!value.isEmpty())
        json.insert(Key(key), QJsonArray::fromStringList(value));
}

QString text(const QJsonObject &json, const char *key)
{
    return json.value(Key(key)).toString();
}

QStringList texts(const QJsonObject &json, const char *key)
{
    QStringList result;
    const QJsonArray array = json.value(Key(key)).toArray();
    for (const auto &item : array)
        result.append(item.toString());
    return result;
}

QJsonObject ofCommand(const CommandInfo &command)
{
    QJsonObject json;
    put(json, "key", command.key);
    put(json, "name", command.name);
    put(json, "argument", QString(argumentTypes[size_t(command.argument)]));
    if (command.argument == ArgumentType::Number) {
        json.insert(Key("minimum"), command.minimum);
        json.insert(Key("maximum"), command.maximum);
        json.insert(Key("step"), command.step);
    }
    put(json, "unit", command.unit);
    put(json, "options", command.options);
    put(json, "metric", command.metric);
    if (command.dangerous)
        json.insert(Key("dangerous"), true);
    put(json, "problem", command.problem);
    return json;
}

CommandInfo command(const QJsonObject &json)
{
    CommandInfo command;
    command.key = text(json, "key");
    command.name = text(json, "name");
    command.argument = parse(json, "argument", argumentTypes, ArgumentType::None);
    command.minimum = json.value(Key("minimum")).toDouble(command.minimum);
    command.maximum = json.value(Key("maximum")).toDouble(command.maximum);
    command.step = json.value(Key("step")).toDouble(command.step);
    command.unit = text(json, "unit");
    command.options = texts(json, "options");
    command.metric = text(json, "metric");
    command.dangerous = json.value(Key("dangerous")).toBool();
    command.problem = text(json, "problem");
    return command;
}

QJsonObject ofPart(const DevicePart &part)
{
    QJsonObject json;
    json.insert(Key("id"), double(part.id.n));
    put(json, "link", part.link);
    put(json, "convention", part.convention);
    put(json, "addresses", part.addresses);
    QJsonObject metrics;
    for (auto it = part.metrics.cbegin(); it != part.metrics.cend(); ++it)
        metrics.insert(QString::number(it.key().n), *it);
    json.insert(Key("metrics"), metrics);
    QJsonObject commands;
    for (auto it = part.commands.cbegin(); it != part.commands.cend(); ++it)
        commands.insert(it.key(), *it);
    json.insert(Key("commands"), commands);
    return json;
}

DevicePart part(const QJsonObject &json)
{
    DevicePart part;
    part.id = {quint32(json.value(Key("id")).toInteger())};
    part.link = text(json, "link");
    part.convention = text(json, "convention");
    part.addresses = texts(json, "addresses");
    const QJsonObject metrics = json.value(Key("metrics")).toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it)
        part.metrics.insert({it.key().toUInt()}, it->toString());
    const QJsonObject commands = json.value(Key("commands")).toObject();
    for (auto it = commands.begin(); it != commands.end(); ++it)
        part.commands.insert(it.key(), it->toString());
    return part;
}

} // namespace

QJsonObject ofDevice(const Device &device)
{
    QJsonObject json;
    put(json, "addresses", device.addresses);
    put(json, "name", device.name);
    put(json, "manufacturer", device.manufacturer);
    put(json, "model", device.model);
    put(json, "firmware", device.firmware);
    put(json, "hardware", device.hardware);
    put(json, "serialNumber", device.serialNumber);
    put(json, "link", device.link);
    put(json, "via", device.via);
    put(json, "convention", device.convention);
    put(json, "kind", QString(kinds[size_t(device.kind)]));
    QJsonArray commands;
    for (const CommandInfo &command : device.commands)
        commands.append(ofCommand(command));
    if (!commands.isEmpty())
        json.insert(Key("commands"), commands);
    QJsonArray parts;
    for (const DevicePart &part : device.parts)
        parts.append(ofPart(part));
    if (!parts.isEmpty())
        json.insert(Key("parts"), parts);
    return json;
}

QJsonObject ofMetric(const Metric &metric)
{
    QJsonObject json;
    put(json, "key", metric.key);
    put(json, "name", metric.name);
    put(json, "type", QString(metricTypes[size_t(metric.type)]));
    put(json, "unit", metric.unit);
    if (metric.decimals >= 0)
        json.insert(Key("decimals"), metric.decimals);
    put(json, "options", metric.options);
    put(json, "role", QString(roles[size_t(metric.role)]));
    if (metric.diagnostic)
        json.insert(Key("diagnostic"), true);
    put(json, "problem", metric.problem);
    return json;
}

Device device(const QJsonObject &json)
{
    Device device;
    device.addresses = texts(json, "addresses");
    device.name = text(json, "name");
    device.manufacturer = text(json, "manufacturer");
    device.model = text(json, "model");
    device.firmware = text(json, "firmware");
    device.hardware = text(json, "hardware");
    device.serialNumber = text(json, "serialNumber");
    device.link = text(json, "link");
    device.via = text(json, "via");
    device.convention = text(json, "convention");
    device.kind = parse(json, "kind", kinds, Kind::IoT);
    const QJsonArray commands = json.value(Key("commands")).toArray();
    for (const auto &item : commands)
        device.commands.append(command(item.toObject()));
    const QJsonArray parts = json.value(Key("parts")).toArray();
    for (const auto &item : parts)
        device.parts.append(part(item.toObject()));
    return device;
}

Metric metric(const QJsonObject &json)
{
    Metric metric;
    metric.key = text(json, "key");
    metric.name = text(json, "name");
    metric.type = parse(json, "type", metricTypes, MetricType::Number);
    metric.unit = text(json, "unit");
    metric.decimals = json.value(Key("decimals")).toInt(-1);
    metric.options = texts(json, "options");
    metric.role = parse(json, "role", roles, Role::None);
    metric.diagnostic = json.value(Key("diagnostic")).toBool();
    metric.problem = text(json, "problem");
    return metric;
}

} // namespace muster::devicejson
