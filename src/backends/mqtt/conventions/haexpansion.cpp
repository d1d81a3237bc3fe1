#include "backends/mqtt/conventions/haexpansion.h"

#include "backends/mqtt/conventions/haabbreviations.h"
#include "backends/mqtt/conventions/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <array>

namespace muster::mqtt {

namespace {

constexpr QLatin1StringView deviceWord("device");
constexpr QLatin1StringView originWord("origin");
constexpr QLatin1StringView componentsWord("components");
constexpr QLatin1StringView availabilityWord("availability");
constexpr QLatin1StringView platformWord("platform");
constexpr QLatin1StringView topicWord("topic");
constexpr QLatin1StringView base("~");

bool isShortened(const QJsonObject &object, const QHash<QString, QString> &names)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (names.contains(it.key()))
            return true;
    }
    return false;
}

// Most publishers write everything out: their objects are passed on as they are.
QJsonObject written(const QJsonObject &object, const QHash<QString, QString> &names)
{
    if (!isShortened(object, names))
        return object;
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString full = names.value(it.key(), it.key());
        if (full == it.key() || !object.contains(full))
            out.insert(full, it.value());
    }
    return out;
}

// Applies `change` to the object or to each object of the list that `availability` may be.
template<class Change>
void eachAvailability(QJsonObject &config, Change change)
{
    const QJsonValue value = config.value(availabilityWord);
    if (value.isObject()) {
        if (const QJsonObject item = change(value.toObject()); item != value.toObject())
            config.insert(availabilityWord, item);
    } else if (value.isArray()) {
        QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (items.at(i).isObject())
                items.replace(i, change(items.at(i).toObject()));
        }
        if (items != value.toArray())
            config.insert(availabilityWord, items);
    }
}

QJsonObject componentWritten(const QJsonObject &object)
{
    QJsonObject config = written(object, configAbbreviations());
    eachAvailability(config, [](const QJsonObject &item) { return written(item, configAbbreviations()); });
    return config;
}

void writeOut(QJsonObject &config, QLatin1StringView part, const QHash<QString, QString> &names)
{
    if (const QJsonObject object = config.value(part).toObject(); isShortened(object, names))
        config.insert(part, written(object, names));
}

QJsonObject fullyWritten(const QJsonObject &object)
{
    QJsonObject config = componentWritten(object);
    writeOut(config, originWord, originAbbreviations());
    writeOut(config, deviceWord, deviceAbbreviations());
    if (config.value(componentsWord).isObject()) {
        QJsonObject components = config.value(componentsWord).toObject();
        const QStringList keys = components.keys();
        for (const QString &key : keys) {
            if (components.value(key).isObject())
                components.insert(key, componentWritten(components.value(key).toObject()));
        }
        config.insert(componentsWord, components);
    }
    return config;
}

QString withBase(const QString &topic, const QString &root)
{
    if (topic.startsWith(base))
        return root + topic.sliced(1);
    if (topic.endsWith(base))
        return topic.chopped(1) + root;
    return topic;
}

void replaceBase(QJsonObject &config)
{
    if (!config.contains(base))
        return;
    const QString root = config.take(base).toString();
    for (auto it = config.begin(); it != config.end(); ++it) {
        if (it.key().endsWith(topicWord) && it->isString())
            *it = withBase(it->toString(), root);
    }
    eachAvailability(config, [&root](QJsonObject item) {
        if (item.value(topicWord).isString())
            item.insert(topicWord, withBase(item.value(topicWord).toString(), root));
        return item;
    });
}

bool isTrue(const QJsonValue &value)
{
    return value.isBool() ? value.toBool() : value.toString().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

bool isIdentified(const QJsonObject &device)
{
    const auto given = [](const QJsonValue &value) { return value.isArray() ? !value.toArray().isEmpty() : !value.toString().isEmpty(); };
    return given(device.value(QStringLiteral("identifiers"))) || given(device.value(QStringLiteral("connections")));
}

Result<void> checkDeviceMessage(const QJsonObject &config)
{
    const QJsonValue device = config.value(deviceWord);
    if (!device.isObject() || !isIdentified(device.toObject()))
        return failure(Error::Code::Corrupt, Words::tr("a device message without the identifiers of its device"));
    if (config.value(originWord).toObject().value(QStringLiteral("name")).toString().isEmpty())
        return failure(Error::Code::Corrupt, Words::tr("a device message without its origin"));
    const QJsonValue components = config.value(componentsWord);
    if (!components.isObject())
        return failure(Error::Code::Corrupt, Words::tr("a device message without components"));
    const QJsonObject list = components.toObject();
    const bool complete = std::all_of(list.begin(), list.end(), [](const QJsonValue &component) {
        return component.isObject() && component.toObject().value(platformWord).isString();
    });
    if (!complete)
        return failure(Error::Code::Corrupt, Words::tr("a component without its platform"));
    return {};
}

// What the components of a device message take over from its root unless they say otherwise.
constexpr std::array sharedOptions {"availability", "availability_mode", "availability_template", "availability_topic", "command_topic",
                                    "payload_available", "payload_not_available", "state_topic"};

HaEntity component(const HaTopic &topic, const QString &key, QJsonObject config, const QJsonObject &root)
{
    HaEntity entity;
    entity.component = config.take(platformWord).toString();
    entity.node = topic.object;
    entity.object = topic.node.isEmpty() ? key : topic.node + QLatin1Char(' ') + key;
    entity.removed = config.isEmpty();
    if (entity.removed)
        return entity;
    config.insert(deviceWord, root.value(deviceWord));
    config.insert(originWord, root.value(originWord));
    for (const char *option : sharedOptions) {
        const QString name = QString::fromLatin1(option);
        if (root.contains(name) && !config.contains(name))
            config.insert(name, root.value(name));
    }
    replaceBase(config);
    entity.config = config;
    return entity;
}

HaExpansion split(const HaTopic &topic, const QJsonObject &config)
{
    HaExpansion expansion;
    const QJsonObject components = config.value(componentsWord).toObject();
    for (auto it = components.begin(); it != components.end(); ++it) {
        HaEntity entity = component(topic, it.key(), it->toObject(), config);
        if (isHaComponent(entity.component))
            expansion.entities.append(std::move(entity));
    }
    return expansion;
}

HaExpansion removal(const HaTopic &topic)
{
    if (topic.component == deviceWord)
        return {{}, true};
    return {{HaEntity {topic.component, topic.node, topic.object, {}, true}}, false};
}

} // namespace

std::optional<HaTopic> haTopic(QByteArrayView behindPrefix)
{
    static const QRegularExpression shape(QStringLiteral("\\A(\\w+)/(?:([a-zA-Z0-9_-]+)/)?([a-zA-Z0-9_-]+)/config\\z"));
    const QRegularExpressionMatch match = shape.match(QString::fromUtf8(behindPrefix));
    if (!match.hasMatch())
        return std::nullopt;
    return HaTopic {match.captured(1), match.captured(2), match.captured(3)};
}

bool isHaComponent(const QString &component)
{
    static const QSet<QString> known = [] {
        const QStringList list = QStringLiteral("alarm_control_panel binary_sensor button camera climate cover date datetime device_automation "
            "device_tracker event fan humidifier image infrared lawn_mower light lock notify number remote scene select sensor siren switch tag "
            "text time update vacuum valve water_heater").split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return known.contains(component);
}

QByteArray HaEntity::identity() const
{
    return (component + QLatin1Char('/') + (node.isEmpty() ? object : node + QLatin1Char(' ') + object)).toUtf8();
}

Result<HaExpansion> expandHa(const HaTopic &topic, QByteArrayView payload)
{
    const bool whole = topic.component == deviceWord;
    if (!whole && !isHaComponent(topic.component))
        return failure(Error::Code::Unsupported, Words::tr("an unknown component: %1").arg(topic.component));
    if (payload.isEmpty())
        return removal(topic);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(payload.data(), payload.size()), &error);
    if (!document.isObject())
        return failure(Error::Code::Corrupt, error.error == QJsonParseError::NoError ? Words::tr("not a JSON object") : error.errorString());
    const QJsonObject object = document.object();
    // The entity moves to a device message that is to follow.
    if (isTrue(object.value(QStringLiteral("migrate_discovery"))) || isTrue(object.value(QStringLiteral("migr_discvry"))))
        return removal(topic);
    QJsonObject config = fullyWritten(object);
    if (whole) {
        if (const Result<void> valid = checkDeviceMessage(config); !valid)
            return tl::unexpected(valid.error());
        return split(topic, config);
    }
    replaceBase(config);
    return HaExpansion {{HaEntity {topic.component, topic.node, topic.object, config, false}}, false};
}

} // namespace muster::mqtt
