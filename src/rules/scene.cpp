#include "rules/scene.h"

#include "core/fleet.h"
#include "rules/documents.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int format = 1;

QString say(const char *sentence)
{
    return QCoreApplication::translate("Scenes", sentence);
}

tl::unexpected<Error> refuse(const char *sentence)
{
    return failure(Error::Code::Invalid, say(sentence));
}

bool isArgument(const Value &value)
{
    if (const double *const number = std::get_if<double>(&value))
        return std::isfinite(*number);
    if (const QString *const text = std::get_if<QString>(&value))
        return text->size() <= Scene::maxText;
    return std::holds_alternative<bool>(value);
}

/// What a metric is worth now, as a command wants it; nothing where it does not fit.
Value presentValue(const CommandInfo &command, const MetricState &state)
{
    const Metric &metric = state.info;
    const bool isText = metric.type == MetricType::Text;
    if (state.time == 0 || metric.type == MetricType::Event || (!isText && !std::isfinite(state.value)))
        return {};
    const QString option = isText ? state.text : metric.options.value(qsizetype(state.value));
    switch (command.argument) {
    case ArgumentType::Boolean:
        return metric.type == MetricType::Boolean ? Value(state.value != 0) : Value();
    case ArgumentType::Number:
        return metric.type == MetricType::Number && state.value >= command.minimum && state.value <= command.maximum ? Value(state.value) : Value();
    case ArgumentType::Enumeration:
        return command.options.contains(option) ? Value(option) : Value();
    case ArgumentType::Text:
        return isText && state.text.size() <= Scene::maxText ? Value(state.text) : Value();
    case ArgumentType::None:
        break;
    }
    return {};
}

} // namespace

Result<void> Scene::validate() const
{
    if (name.simplified().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Scenes", "A scene needs a name."));
    if (values.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Scenes", "A scene needs a device and what it is to be set to."));
    if (values.size() > maxValues)
        return refuse(QT_TRANSLATE_NOOP("Scenes", "A scene has at most 1000 values. Make two of it."));
    QSet<std::pair<QString, QString>> known;
    for (const SceneValue &value : values) {
        if (value.address.isEmpty() || value.key.isEmpty() || !isArgument(value.argument))
            return refuse(QT_TRANSLATE_NOOP("Scenes", "A value of a scene needs a device, a command, and on, off, a number or a text."));
        if (known.contains({value.address, value.key}))
            return failure(Error::Code::Invalid, say(QT_TRANSLATE_NOOP("Scenes", "“%1” of %2 stands twice in the scene.")).arg(value.key.left(maxName), value.address.left(maxName)));
        known.insert({value.address, value.key});
    }
    return {};
}

namespace scenelogic {

QList<SceneValue> captured(const Fleet &fleet, DeviceId device)
{
    const Device *const known = fleet.device(device);
    QList<SceneValue> values;
    if (!known || known->addresses.isEmpty())
        return values;
    for (const CommandInfo &command : known->commands) {
        const MetricState *const state = command.metric.isEmpty() ? nullptr : fleet.metric(fleet.findMetric(device, command.metric));
        if (!state || command.dangerous || !command.problem.isEmpty())
            continue;
        if (const Value value = presentValue(command, *state); !std::holds_alternative<std::monostate>(value))
            values.append({known->addresses.first(), command.key, value});
    }
    return values;
}

const CommandInfo *commandOf(const Fleet &fleet, const SceneValue &value)
{
    const Device *const known = fleet.device(fleet.findByAddress(value.address));
    if (!known)
        return nullptr;
    const auto it = std::find_if(known->commands.cbegin(), known->commands.cend(), [&value](const CommandInfo &one) { return one.key == value.key; });
    return it == known->commands.cend() ? nullptr : &*it;
}

QString textOf(const Value &argument)
{
    if (const bool *const on = std::get_if<bool>(&argument))
        return *on ? say(QT_TRANSLATE_NOOP("Scenes", "on")) : say(QT_TRANSLATE_NOOP("Scenes", "off"));
    if (const double *const number = std::get_if<double>(&argument)) {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        return locale.toString(*number, 'g', 12);
    }
    const QString *const text = std::get_if<QString>(&argument);
    return text ? *text : QString();
}

Result<Value> argumentOf(const QString &text, const CommandInfo *command)
{
    const QString word = text.trimmed();
    const auto is = [&word](const QString &other) { return word.compare(other, Qt::CaseInsensitive) == 0; };
    const bool isOn = is(QStringLiteral("on")) || is(say("on"));
    const bool isSwitch = isOn || is(QStringLiteral("off")) || is(say("off"));
    bool isNumber = false;
    double number = QLocale().toDouble(word, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(word, &isNumber);
    const ArgumentType type = command ? command->argument : isSwitch ? ArgumentType::Boolean : isNumber ? ArgumentType::Number : ArgumentType::Text;
    if (type == ArgumentType::Boolean)
        return isSwitch ? Result<Value>(isOn) : refuse(QT_TRANSLATE_NOOP("Scenes", "This must be on or off."));
    if (type == ArgumentType::Number) {
        if (!isNumber || !std::isfinite(number) || (command && (number < command->minimum || number > command->maximum)))
            return failure(Error::Code::Invalid, say(QT_TRANSLATE_NOOP("Scenes", "This must be a number from %1 to %2."))
                                                     .arg(textOf(command ? command->minimum : -1e300), textOf(command ? command->maximum : 1e300)));
        return Result<Value>(number);
    }
    if (type == ArgumentType::Enumeration) {
        const auto option = std::find_if(command->options.cbegin(), command->options.cend(), is);
        if (option == command->options.cend())
            return failure(Error::Code::Invalid, say(QT_TRANSLATE_NOOP("Scenes", "This must be one of: %1.")).arg(command->options.join(QStringLiteral(", ")).left(500)));
        return Result<Value>(*option);
    }
    if (type == ArgumentType::None)
        return refuse(QT_TRANSLATE_NOOP("Scenes", "This command takes no value."));
    return text.size() <= Scene::maxText ? Result<Value>(text) : refuse(QT_TRANSLATE_NOOP("Scenes", "This text is too long."));
}

QList<SceneValue> inOrder(QList<SceneValue> values)
{
    const auto rank = [](const SceneValue &value) {
        const bool *const on = std::get_if<bool>(&value.argument);
        return on ? (*on ? 0 : 2) : 1;
    };
    std::stable_sort(values.begin(), values.end(), [&rank](const SceneValue &a, const SceneValue &b) { return rank(a) < rank(b); });
    return values;
}

} // namespace scenelogic

namespace scenejson {

QJsonValue toJson(const Value &value)
{
    if (const bool *const on = std::get_if<bool>(&value))
        return *on;
    if (const double *const number = std::get_if<double>(&value))
        return *number;
    if (const QString *const text = std::get_if<QString>(&value))
        return *text;
    return {};
}

Value valueOf(const QJsonValue &json)
{
    if (json.isBool())
        return json.toBool();
    if (json.isDouble())
        return json.toDouble();
    if (json.isString())
        return json.toString();
    return {};
}

QJsonObject toJson(const Scene &scene)
{
    QJsonArray values;
    for (const SceneValue &value : scene.values)
        values.append(QJsonObject {{QStringLiteral("device"), value.address}, {QStringLiteral("command"), value.key}, {QStringLiteral("value"), toJson(value.argument)}});
    QJsonObject json {{QStringLiteral("scene"), format}, {QStringLiteral("name"), scene.name}, {QStringLiteral("set"), values}};
    if (scene.id.isValid())
        json.insert(QStringLiteral("id"), qint64(scene.id.n));
    return json;
}

Result<Scene> sceneOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    if (!at("scene").isDouble())
        return failure(Error::Code::Corrupt, say(QT_TRANSLATE_NOOP("Scenes", "This is no scene: “scene” with its format, 1, is missing.")));
    if (at("scene").toDouble() > format)
        return failure(Error::Code::Unsupported, say(QT_TRANSLATE_NOOP("Scenes", "This scene was written by a newer Muster.")));
    if (!at("name").isString() || !at("set").isArray())
        return failure(Error::Code::Corrupt, say(QT_TRANSLATE_NOOP("Scenes", "A scene has a “name”, which is a text, and a list “set”.")));
    Scene scene;
    scene.id = {storedjson::idOf(at("id"))};
    scene.name = at("name").toString().simplified().left(Scene::maxName);
    const QJsonArray values = at("set").toArray();
    for (qsizetype i = 0; i < std::min(values.size(), Scene::maxValues + 1); ++i) {
        const QJsonObject value = values.at(i).toObject();
        scene.values.append({value.value(QLatin1StringView("device")).toString(), value.value(QLatin1StringView("command")).toString(), valueOf(value.value(QLatin1StringView("value")))});
        if (scene.values.last().address.isEmpty() || scene.values.last().key.isEmpty() || !isArgument(scene.values.last().argument))
            return failure(Error::Code::Corrupt, say(QT_TRANSLATE_NOOP("Scenes", "Entry %1 of “set” needs a “device”, a “command” and a “value” that is true, false, a number or a text.")).arg(i + 1));
    }
    if (const Result<void> valid = scene.validate(); !valid)
        return tl::unexpected(valid.error());
    return scene;
}

} // namespace scenejson
} // namespace muster
