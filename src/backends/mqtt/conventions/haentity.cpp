#include "backends/mqtt/conventions/haentity.h"

#include "backends/mqtt/conventions/haconfig.h"
#include "backends/mqtt/conventions/report.h"
#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/topics.h"
#include "backends/mqtt/conventions/valuepath.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace muster::mqtt {

namespace {

QByteArrayList bytes(const QStringList &texts)
{
    QByteArrayList list;
    for (const QString &text : texts)
        list.append(text.toUtf8());
    return list;
}

// ---- the device -------------------------------------------------------------------------------------------------------------

QStringList addressesOfIdentifier(const QString &identifier)
{
    static const QRegularExpression zigbee(QStringLiteral("\\A(?:zigbee2mqtt_)?(0x[0-9a-f]{16})\\z"), QRegularExpression::CaseInsensitiveOption);
    QStringList addresses {QStringLiteral("ha:") + identifier};
    if (const auto match = zigbee.match(identifier); match.hasMatch())
        addresses.append(QStringLiteral("ieee:") + match.captured(1).toLower());
    else if (const QString mac = hardwareAddress(identifier); !mac.isEmpty())
        addresses.append(QStringLiteral("mac:") + mac);
    return addresses;
}

QString addressOfConnection(const QJsonArray &pair)
{
    const QString type = pair.at(0).toString();
    const QString id = pair.at(1).toString();
    if (type.isEmpty() || id.isEmpty())
        return {};
    const QString mac = hardwareAddress(id);
    if (type == QLatin1String("mac") && !mac.isEmpty())
        return QStringLiteral("mac:") + mac;
    if (type == QLatin1String("bluetooth") && !mac.isEmpty())
        return QStringLiteral("ble:") + mac;
    if (type == QLatin1String("zigbee")) { // "00:15:8d:…" or "0x00158d…"
        const QString digits = QString(id).remove(QLatin1Char(':')).toLower();
        return QStringLiteral("ieee:") + (digits.size() == 16 ? QStringLiteral("0x") + digits : digits);
    }
    return type + QLatin1Char(':') + id;
}

QStringList addresses(const QJsonObject &device)
{
    QStringList list;
    const QJsonValue identifiers = device.value(QStringLiteral("identifiers"));
    const QJsonArray ids = identifiers.isArray() ? identifiers.toArray() : QJsonArray {identifiers};
    for (const QJsonValue &id : ids) {
        if (const QString text = QString::fromUtf8(pythonForm(id)); !id.isNull() && !id.isUndefined() && !text.isEmpty())
            list.append(addressesOfIdentifier(text));
    }
    const QJsonArray connections = device.value(QStringLiteral("connections")).toArray();
    for (const QJsonValue &pair : connections) {
        if (const QString address = addressOfConnection(pair.toArray()); !address.isEmpty())
            list.append(address);
    }
    list.removeDuplicates();
    return list;
}

Result<Device> deviceOf(const HaConfig &config)
{
    Device device;
    device.convention = QStringLiteral("Home Assistant");
    const QJsonObject object = config.entity().config.value(QStringLiteral("device")).toObject();
    if (object.isEmpty()) {
        const QString id = config.text("unique_id");
        device.addresses = {QStringLiteral("ha:") + (id.isEmpty() ? QString::fromUtf8(config.entity().identity()) : id)};
        device.name = config.name();
        return device;
    }
    const auto text = [&object](const char *key) {
        const QJsonValue value = object.value(QLatin1String(key));
        return value.isNull() || value.isUndefined() || value.isObject() || value.isArray() ? QString() : QString::fromUtf8(pythonForm(value));
    };
    device.addresses = addresses(object);
    if (device.addresses.isEmpty())
        return failure(Error::Code::Corrupt, Words::tr("a device without identifiers and connections"));
    device.name = text("name");
    device.manufacturer = text("manufacturer");
    device.model = text("model").isEmpty() ? text("model_id") : text("model");
    device.firmware = text("sw_version");
    device.hardware = text("hw_version");
    device.serialNumber = text("serial_number");
    if (const QString via = text("via_device"); !via.isEmpty())
        device.via = QStringLiteral("ha:") + via;
    return device;
}

// ---- availability -----------------------------------------------------------------------------------------------------------

Availability::Topic availabilityTopic(const HaConfig &config, const char *topicKey, const char *templateKey)
{
    return {config.topic(topicKey), placeOf(config.text(templateKey)), config.payload("payload_available", "online"),
            config.payload("payload_not_available", "offline")};
}

Availability availabilityOf(const HaConfig &config)
{
    Availability availability;
    const QString mode = config.text("availability_mode");
    availability.mode = mode == QLatin1String("all") ? Availability::Mode::All
        : mode == QLatin1String("any")               ? Availability::Mode::Any
                                                     : Availability::Mode::Latest;
    const QJsonValue list = config.entity().config.value(QStringLiteral("availability"));
    const QJsonArray items = list.isArray() ? list.toArray() : list.isObject() ? QJsonArray {list} : QJsonArray();
    for (const QJsonValue &item : items) {
        const HaEntity part {{}, {}, {}, item.toObject(), false};
        const auto topic = availabilityTopic(HaConfig(part), "topic", "value_template");
        if (isFilter(topic.topic))
            availability.topics.append(topic);
    }
    if (items.isEmpty() && isFilter(config.topic("availability_topic")))
        availability.topics.append(availabilityTopic(config, "availability_topic", "availability_template"));
    return availability;
}

// ---- the components ---------------------------------------------------------------------------------------------------------

bool isNumericSensor(const HaConfig &config)
{
    const QString kind = config.text("device_class");
    const bool textual = kind.isEmpty() || kind == QLatin1String("date") || kind == QLatin1String("timestamp") || kind == QLatin1String("enum");
    return !textual || config.has("unit_of_measurement") || config.has("state_class") || config.has("suggested_display_precision");
}

Role roleOf(const HaConfig &config)
{
    const QString kind = config.text("device_class");
    const QString object = config.entity().object;
    if (kind == QLatin1String("battery"))
        return Role::Battery;
    if (kind == QLatin1String("signal_strength"))
        return Role::Signal;
    for (const char *word : {"linkquality", "rssi"}) {
        if (object == QLatin1String(word) || object.endsWith(QLatin1Char('_') + QLatin1String(word)) || object.endsWith(QLatin1Char('-') + QLatin1String(word)))
            return Role::Signal;
    }
    return Role::None;
}

void addEnumeration(const HaConfig &config, Announcement &announcement)
{
    Metric metric = config.metric(MetricType::Enumeration);
    metric.options = config.texts("options");
    Binding binding = config.binding(Decoding::Enumeration);
    binding.options = bytes(metric.options);
    add(announcement, metric, binding);
}

// Seconds of a configuration; 0: none are given, or it would be for ever.
Micros duration(const HaConfig &config, const char *key)
{
    constexpr double longest = 1e9; // s, some thirty years
    const double seconds = config.number(key, 0);
    return seconds > 0 && seconds < longest ? Micros(seconds * 1e6) : 0;
}

Result<void> describeSensor(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("state_topic"); !present)
        return present;
    if (isNumericSensor(config)) {
        Metric metric = config.metric(MetricType::Number);
        metric.decimals = int(std::clamp(config.number("suggested_display_precision", -1), -1.0, 15.0));
        metric.role = roleOf(config);
        add(announcement, metric, config.binding(Decoding::Number));
    } else if (!config.texts("options").isEmpty()) {
        addEnumeration(config, announcement);
    } else {
        add(announcement, config.metric(MetricType::Text), config.binding(Decoding::Text));
    }
    for (Binding &binding : announcement.bindings)
        binding.knownFor = duration(config, "expire_after");
    return {};
}

void addBoolean(const HaConfig &config, Announcement &announcement, const QByteArray &on, const QByteArray &off)
{
    Metric metric = config.metric(MetricType::Boolean);
    Binding binding = config.binding(Decoding::Boolean);
    binding.on = on;
    binding.off = off;
    add(announcement, metric, binding);
}

Result<void> describeBinarySensor(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("state_topic"); !present)
        return present;
    addBoolean(config, announcement, config.payload("payload_on", "ON"), config.payload("payload_off", "OFF"));
    for (Binding &binding : announcement.bindings) {
        binding.onFor = duration(config, "off_delay"); // such a sensor never says "off"
        binding.knownFor = duration(config, "expire_after");
    }
    return {};
}

// Ties a command to the metric of the same key.
void connectEcho(const HaConfig &config, CommandInfo &command, CommandEncoding &encoding)
{
    if (!config.has("state_topic"))
        return;
    command.metric = command.key;
    if (config.echoes() && placeOf(config.text("value_template")).kind != Place::Kind::None)
        encoding.echo = command.key;
}

Result<void> describeSwitch(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("command_topic"); !present)
        return present;
    const QByteArray on = config.payload("payload_on", "ON");
    const QByteArray off = config.payload("payload_off", "OFF");
    if (config.has("state_topic")) {
        if (const auto valid = config.require("state_topic"); !valid)
            return valid;
        addBoolean(config, announcement, config.payload("state_on", on.constData()), config.payload("state_off", off.constData()));
    }
    CommandInfo command = config.command(ArgumentType::Boolean);
    CommandEncoding encoding = config.encoding(CommandEncoding::Form::OnOff);
    encoding.on = config.throughTemplate(on);
    encoding.off = config.throughTemplate(off);
    connectEcho(config, command, encoding);
    add(announcement, command, encoding);
    return {};
}

void addValueCommand(const HaConfig &config, Announcement &announcement, CommandInfo command)
{
    CommandEncoding encoding = config.encoding(CommandEncoding::Form::Value);
    const Around around = aroundValue(config.text("command_template"));
    encoding.on = around.before;
    encoding.off = around.after;
    if (!around.understood) {
        encoding.form = CommandEncoding::Form::Template;
        encoding.on = config.text("command_template").toUtf8();
    }
    connectEcho(config, command, encoding);
    add(announcement, command, encoding);
}

Result<void> describeNumber(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("command_topic"); !present)
        return present;
    if (config.has("state_topic")) {
        if (const auto valid = config.require("state_topic"); !valid)
            return valid;
        add(announcement, config.metric(MetricType::Number), config.binding(Decoding::Number));
    }
    CommandInfo command = config.command(ArgumentType::Number);
    command.minimum = config.number("min", 1);
    command.maximum = config.number("max", 100);
    const double step = config.number("step", 1);
    command.step = step > 0 ? step : 1;
    if (command.minimum > command.maximum)
        return failure(Error::Code::Corrupt, Words::tr("number whose min is above its max"));
    addValueCommand(config, announcement, command);
    return {};
}

Result<void> describeSelect(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("command_topic"); !present)
        return present;
    if (config.texts("options").isEmpty())
        return failure(Error::Code::Corrupt, Words::tr("select without its options"));
    if (config.has("state_topic")) {
        if (const auto valid = config.require("state_topic"); !valid)
            return valid;
        addEnumeration(config, announcement);
    }
    CommandInfo command = config.command(ArgumentType::Enumeration);
    command.options = config.texts("options");
    addValueCommand(config, announcement, command);
    return {};
}

Result<void> describeButton(const HaConfig &config, Announcement &announcement)
{
    if (const auto present = config.require("command_topic"); !present)
        return present;
    CommandInfo command = config.command(ArgumentType::None);
    const QString kind = config.text("device_class");
    command.dangerous = kind == QLatin1String("restart") || kind == QLatin1String("update");
    CommandEncoding encoding = config.encoding(CommandEncoding::Form::Fixed);
    encoding.on = config.throughTemplate(config.payload("payload_press", "PRESS"));
    add(announcement, command, encoding);
    return {};
}

Result<void> describeOther(const HaConfig &config, Announcement &announcement)
{
    Metric metric = config.metric(MetricType::Text);
    const QString subtype = (config.text("type") + QLatin1Char(' ') + config.text("subtype")).trimmed();
    if (!config.has("name") && !subtype.isEmpty())
        metric.name = subtype;
    metric.problem = Words::tr("Entities of the kind “%1” are not supported yet").arg(config.entity().component);
    add(announcement, metric, {});
    return {};
}

Result<void> describe(const HaConfig &config, Announcement &announcement)
{
    struct Row
    {
        const char *component;
        Result<void> (*describe)(const HaConfig &, Announcement &);
    };
    static constexpr Row rows[] = {{"sensor", describeSensor}, {"binary_sensor", describeBinarySensor}, {"switch", describeSwitch},
                                   {"number", describeNumber}, {"select", describeSelect}, {"button", describeButton}};
    for (const Row &row : rows) {
        if (config.entity().component == QLatin1String(row.component))
            return row.describe(config, announcement);
    }
    if (config.entity().component == QLatin1String("light") && config.text("schema") == QLatin1String("json"))
        return describeLight(config, announcement);
    return describeParts(config, announcement) ? Result<void>() : describeOther(config, announcement);
}

// What an entity tells besides its state. Where all its entities read one document that also is their attributes (Zigbee2MQTT does so), nothing new is in it.
void addAttributes(const HaConfig &config, Announcement &announcement)
{
    const QByteArray topic = config.topic("json_attributes_topic");
    const QString words = config.text("json_attributes_template");
    const Place place = placeOf(words);
    if (!isFilter(topic) || place.kind == Place::Kind::None || (words.isEmpty() && topic == config.topic("state_topic")))
        return;
    Binding binding;
    binding.topic = topic;
    binding.metric = config.key() + QStringLiteral(".attributes");
    binding.decoding = Decoding::Attributes;
    binding.place = place;
    announcement.bindings.append(binding);
}

// Whatever is named a topic anywhere in the configuration belongs to the device, understood or not.
QByteArrayList topicsOf(const HaConfig &config, const Availability &availability)
{
    QByteArrayList topics;
    const QJsonObject &object = config.entity().config;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().endsWith(QLatin1String("topic")) && it->isString() && isFilter(it->toString().toUtf8()))
            topics.append(it->toString().toUtf8());
    }
    for (const Availability::Topic &topic : availability.topics)
        topics.append(topic.topic);
    return topics;
}

} // namespace

Result<Announcement> announcementOf(const HaEntity &entity)
{
    const HaConfig config(entity);
    Announcement announcement;
    announcement.origin = entity.identity();
    auto device = deviceOf(config);
    if (!device)
        return tl::unexpected(device.error());
    announcement.device = *std::move(device);
    if (const auto described = describe(config, announcement); !described)
        return tl::unexpected(described.error());
    addAttributes(config, announcement);
    announcement.availability = availabilityOf(config);
    announcement.topics = topicsOf(config, announcement.availability);
    return announcement;
}

} // namespace muster::mqtt
