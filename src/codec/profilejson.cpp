#include "codec/profilejson.h"

#include "codec/commandbytes.h"
#include "codec/jsonfields.h"
#include "codec/linkcodec.h"
#include "codec/rawvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace muster::codec {

namespace {

using namespace std::string_view_literals;

constexpr std::array framings {"lines"sv, "marks"sv, "cobs"sv, "slip"sv, "length"sv, "fixed"sv, "idle"sv, "modbus"sv};
constexpr std::array decoders {"automatic"sv, "keyvalue"sv, "csv"sv, "json"sv, "nmea"sv, "modbus"sv, "binary"sv, "script"sv};
constexpr std::array parities {"none"sv, "even"sv, "odd"sv};
constexpr std::array arguments {"none"sv, "boolean"sv, "number"sv, "enumeration"sv, "text"sv};
constexpr std::array orders {"little"sv, "big"sv};
constexpr std::array roles {"none"sv, "battery"sv, "signal"sv};
constexpr std::array forms {"bytes"sv, "hex"sv};

void order(JsonFields &json, const char *name, bool &bigEndian)
{
    int index = bigEndian ? 1 : 0;
    json.choice(name, index, orders);
    bigEndian = index == 1;
}

QString required(const char *name)
{
    return QCoreApplication::translate("Profile", "lacks %1.").arg(QStringLiteral("“%1”").arg(QLatin1StringView(name)));
}

void checksum(JsonFields &json, Check &check)
{
    std::array<std::string_view, size_t(Checksum::Last_) + 1> names;
    for (size_t i = 0; i < names.size(); ++i)
        names[i] = checksumName(Checksum(i));
    json.choice("kind", check.kind, names);
    order(json, "order", check.bigEndian);
    int form = check.hex ? 1 : 0;
    json.choice("as", form, forms);
    check.hex = form == 1;
    json.character("separator", check.separator);
    json.flag("coversStart", check.coversStart);
}

void frames(JsonFields &json, Framing &framing)
{
    json.choice("kind", framing.kind, framings);
    json.bytes("start", framing.start);
    json.bytes("end", framing.end);
    json.object("length", [&](JsonFields &length) {
        length.integer("at", framing.lengthAt, 0, 255);
        length.integer("size", framing.lengthSize, 1, 4);
        order(length, "order", framing.lengthBigEndian);
        length.integer("adds", framing.lengthAdds, -1'000, 1'000);
    });
    int size = int(framing.size);
    json.integer("size", size, 0, 65'536);
    framing.size = size;
    json.integer("idleMs", framing.idleMs, 0, 60'000);
    int longest = int(framing.longest);
    json.integer("longest", longest, 1, 65'536);
    framing.longest = longest;
    json.object("checksum", [&](JsonFields &inner) { checksum(inner, framing.check); });
    if (!json.isReading())
        return;
    using Kind = Framing::Kind;
    if (framing.kind == Kind::Marks && framing.start.isEmpty() && framing.end.isEmpty())
        json.fail("kind", QCoreApplication::translate("Profile", "needs a start or an end."));
    if (framing.kind == Kind::Fixed && framing.size <= framing.check.size())
        json.fail("kind", required("size"));
    if (framing.kind == Kind::Length && !json.has("length"))
        json.fail("kind", required("length"));
    if (framing.kind == Kind::Idle && framing.idleMs <= 0)
        json.fail("kind", required("idleMs"));
}

// {"raw": "what it means"}, in the order of the texts: an object is easier to read than two lists.
void values(JsonFields &json, const char *name, QStringList &raw, QStringList &options)
{
    if (!json.isReading()) {
        QJsonObject object;
        for (qsizetype i = 0; i < raw.size() && i < options.size(); ++i)
            object[raw[i]] = options[i];
        if (!object.isEmpty())
            json.put(name, object);
        return;
    }
    const QJsonObject object = json.take(name, QJsonValue::Object).toObject();
    if (object.size() > 256)
        return json.fail(name, QCoreApplication::translate("Profile", "has more than 256 values."));
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!it->isString())
            return json.fail(name, QCoreApplication::translate("Profile", "must hold texts alone."));
        raw.append(it.key());
        options.append(it->toString());
    }
}

void field(JsonFields &json, Field &field)
{
    json.text("key", field.key, true);
    json.text("from", field.from);
    json.text("name", field.name);
    json.text("unit", field.unit);
    json.integer("decimals", field.decimals, -1, 15);
    json.number("scale", field.scale);
    json.number("offset", field.offset);
    json.number("minimum", field.minimum);
    json.number("maximum", field.maximum);
    values(json, "values", field.raw, field.options);
    json.flag("boolean", field.boolean);
    json.flag("text", field.text);
    json.choice("role", field.role, roles);
    json.flag("diagnostic", field.diagnostic);
    json.integer("at", field.at, 0, 65'535);
    json.choice("type", field.type, rawNames());
    order(json, "order", field.bigEndian);
    json.flag("wordsSwapped", field.wordsSwapped);
    json.integer("bit", field.bit, 0, 63);
    json.integer("bits", field.bits, 0, 64);
    if (field.minimum > field.maximum)
        json.fail("minimum", QCoreApplication::translate("Profile", "is above the maximum."));
    if (field.bit + field.bits > rawSize(field.type) * 8)
        json.fail("bits", QCoreApplication::translate("Profile", "reaches beyond the number's own bits."));
    if (field.key.toUtf8().size() > LinkCodec::maxName)
        json.fail("key", QCoreApplication::translate("Profile", "is longer than %1 bytes.").arg(LinkCodec::maxName));
}

void argument(JsonFields &json, CommandSpec &command)
{
    json.choice("type", command.info.argument, arguments);
    json.number("minimum", command.info.minimum);
    json.number("maximum", command.info.maximum);
    json.number("step", command.info.step);
    json.text("unit", command.info.unit);
    values(json, "values", command.raw, command.info.options);
    json.number("scale", command.scale);
    json.integer("decimals", command.decimals, -1, 15);
    if (command.info.minimum > command.info.maximum)
        json.fail("minimum", QCoreApplication::translate("Profile", "is above the maximum."));
    if (!(command.info.step > 0))
        json.fail("step", QCoreApplication::translate("Profile", "must be above 0."));
    if (command.info.argument == ArgumentType::Enumeration && command.info.options.isEmpty())
        json.fail("type", required("values"));
    if (command.info.argument == ArgumentType::Boolean && !command.raw.isEmpty() && command.raw.size() != 2)
        json.fail("values", QCoreApplication::translate("Profile", "must have two values, one for off and one for on."));
}

void command(JsonFields &json, CommandSpec &command)
{
    json.text("key", command.info.key, true);
    json.text("name", command.info.name);
    if (!command.scripted)
        json.bytes("send", command.send, &command.bytes);
    if (json.isReading())
        command.scripted = !json.has("send");
    json.object("argument", [&](JsonFields &inner) { argument(inner, command); });
    json.text("metric", command.info.metric);
    json.flag("dangerous", command.info.dangerous);
    json.flag("answered", command.answer.expected);
    command.answer.expected = command.answer.expected || json.has("answer");
    json.object("answer", [&](JsonFields &inner) {
        inner.bytes("good", command.answer.good);
        inner.bytes("bad", command.answer.bad);
        inner.integer("timeoutMs", command.answer.timeoutMs, 1, 60'000);
    });
    if (const QString wrong = command.scripted ? QString() : sendFault(command.send, command.bytes, command.info.argument != ArgumentType::None); !wrong.isEmpty())
        json.fail("send", wrong);
}

void poll(JsonFields &json, PollSpec &poll)
{
    json.bytes("send", poll.send, &poll.bytes, true);
    json.texts("fields", poll.fields);
    json.integer("everyMs", poll.everyMs, 10, 86'400'000);
    json.integer("timeoutMs", poll.timeoutMs, 1, 60'000);
    if (const QString wrong = sendFault(poll.send, poll.bytes, false); !wrong.isEmpty())
        json.fail("send", wrong);
}

void example(JsonFields &json, Example &example)
{
    json.bytes("bytes", example.bytes, &example.hex, true);
    if (!json.isReading()) {
        QJsonObject object;
        for (auto it = example.readings.constBegin(); it != example.readings.constEnd(); ++it) {
            const Value &value = *it;
            object[it.key()] = std::holds_alternative<bool>(value) ? QJsonValue(std::get<bool>(value))
                : std::holds_alternative<double>(value)            ? QJsonValue(std::get<double>(value))
                                                                   : QJsonValue(std::get<QString>(value));
        }
        json.put("readings", object);
        return;
    }
    const QJsonObject object = json.take("readings", QJsonValue::Object, true).toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it->isBool())
            example.readings[it.key()] = it->toBool();
        else if (it->isDouble())
            example.readings[it.key()] = it->toDouble();
        else if (it->isString())
            example.readings[it.key()] = it->toString();
        else
            json.fail("readings", QCoreApplication::translate("Profile", "must hold numbers, texts, true and false alone."));
    }
}

void serial(JsonFields &json, Profile &profile)
{
    json.integer("baud", profile.baud, 0, 10'000'000);
    json.integer("dataBits", profile.dataBits, 5, 8);
    json.choice("parity", profile.parity, parities);
    json.integer("stopBits", profile.stopBits, 1, 2);
}

void bluetooth(JsonFields &json, Profile &profile)
{
    json.text("service", profile.service);
    json.text("write", profile.writeCharacteristic);
    json.text("notify", profile.notifyCharacteristic);
}

// A text, or a list of lines.
void script(JsonFields &json, QStringList &lines)
{
    if (json.isList("script") || !json.isReading()) {
        json.texts("script", lines);
    } else {
        QString whole;
        json.text("script", whole);
        if (!whole.isEmpty())
            lines = whole.split(QLatin1Char('\n'));
    }
    if (lines.join(QLatin1Char('\n')).toUtf8().size() > maxScript)
        json.fail("script", QCoreApplication::translate("Profile", "is longer than %1 KiB.").arg(maxScript / 1'024));
}

// Whoever needs a script has one, and a script is needed.
void checkScript(JsonFields &json, const Profile &profile)
{
    const auto scripted = std::find_if(profile.commands.cbegin(), profile.commands.cend(), [](const CommandSpec &command) { return command.scripted; });
    const bool decodes = profile.decoder == Profile::Decoder::Script;
    const bool hasScript = !profile.script.join(QString()).trimmed().isEmpty();
    if (decodes && !hasScript)
        json.fail("decoder", QCoreApplication::translate("Profile", "is “script”, but there is no script with a function decode(bytes)."));
    if (scripted != profile.commands.cend() && !hasScript)
        json.failAt("commands", scripted - profile.commands.cbegin(), QCoreApplication::translate("Profile", "lacks “send”, and there is no script that makes its bytes."));
    if (hasScript && !decodes && scripted == profile.commands.cend())
        json.fail("script", QCoreApplication::translate("Profile", "is used by nothing: say \"decoder\": \"script\", or leave out “send” of a command."));
}

void everything(JsonFields &json, Profile &profile)
{
    int version = 1;
    json.integer("profile", version, 1, 1, true);
    json.text("name", profile.name, true);
    json.text("description", profile.description);
    json.text("manufacturer", profile.manufacturer);
    json.text("model", profile.model);
    json.object("serial", [&](JsonFields &inner) { serial(inner, profile); });
    json.object("ble", [&](JsonFields &inner) { bluetooth(inner, profile); });
    json.object("framing", [&](JsonFields &inner) { frames(inner, profile.framing); });
    json.choice("decoder", profile.decoder, decoders);
    script(json, profile.script);
    json.character("separator", profile.separator);
    json.character("decimalMark", profile.decimalMark);
    bool only = !profile.others;
    json.flag("onlyFields", only);
    profile.others = !only;
    readParts(json, profile);
    json.list("polls", profile.polls, poll);
    json.list("examples", profile.examples, example);
    if (!json.isReading())
        return;
    checkScript(json, profile);
    QSet<QString> keys;
    for (const Field &each : std::as_const(profile.fields))
        keys.insert(each.key);
    for (const PollSpec &each : std::as_const(profile.polls)) {
        for (const QString &key : each.fields) {
            if (!keys.contains(key))
                json.fail("polls", QCoreApplication::translate("Profile", "names the field “%1”, which is not among the fields.").arg(key));
        }
    }
}

Error errorAt(Error::Code code, QByteArrayView json, qsizetype offset, const QString &text)
{
    const QByteArrayView before = json.first(std::clamp<qsizetype>(offset, 0, json.size()));
    const qsizetype line = before.count('\n') + 1;
    const QString column = QString::fromUtf8(before.sliced(before.lastIndexOf('\n') + 1));
    return {code, QCoreApplication::translate("Profile", "Line %1, column %2: %3").arg(line).arg(column.size() + 1).arg(text)};
}

} // namespace

void readParts(JsonFields &json, Profile &profile)
{
    json.list("fields", profile.fields, field);
    json.list("commands", profile.commands, command);
    if (!json.isReading())
        return;
    QSet<QString> keys;
    for (const Field &each : std::as_const(profile.fields)) {
        if (keys.contains(each.key))
            json.fail("fields", QCoreApplication::translate("Profile", "has the key “%1” twice.").arg(each.key));
        keys.insert(each.key);
    }
}

Error profileFault(QByteArrayView json, const JsonFault &found, qsizetype &place)
{
    place = jsonOffset(json, found.path, true);
    const QString where = found.path.isEmpty() ? QCoreApplication::translate("Profile", "The profile") : QStringLiteral("“%1”").arg(found.path.join(QLatin1Char('.')));
    return errorAt(Error::Code::Invalid, json, std::max<qsizetype>(place, 0), where + QLatin1Char(' ') + found.text);
}

Result<QJsonObject> profileObject(QByteArrayView json, qsizetype &place)
{
    place = -1;
    if (json.size() > maxProfile)
        return failure(Error::Code::TooLarge, QCoreApplication::translate("Profile", "A profile may have %1 KiB at most.").arg(maxProfile / 1'024));
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &wrong);
    if (wrong.error != QJsonParseError::NoError) {
        place = std::min<qsizetype>(wrong.offset, json.size()); // Qt says one more of a text that is not ended
        return tl::unexpected(errorAt(Error::Code::Corrupt, json, wrong.offset, QCoreApplication::translate("Profile", "this is no valid JSON (%1).").arg(wrong.errorString())));
    }
    if (!document.isObject())
        return failure(Error::Code::Invalid, QCoreApplication::translate("Profile", "A profile is a JSON object; this is none."));
    return document.object();
}

Result<Profile> readProfile(QByteArrayView json, qsizetype *fault)
{
    qsizetype nowhere = -1;
    qsizetype &place = fault ? *fault : nowhere;
    const auto object = profileObject(json, place);
    if (!object)
        return tl::unexpected(object.error());
    Profile profile;
    JsonFault found;
    JsonFields root(*object, {}, found);
    everything(root, profile);
    root.refuseUnknown();
    if (!found.text.isEmpty())
        return tl::unexpected(profileFault(json, found, place));
    return profile;
}

QByteArray writeProfile(const Profile &profile)
{
    JsonFields out;
    Profile copy = profile;
    everything(out, copy);
    JsonFields usual;
    Profile plain;
    everything(usual, plain);
    QJsonObject object = JsonFields::without(out.written(), usual.written());
    object[QStringLiteral("profile")] = 1;
    return QJsonDocument(object).toJson();
}

} // namespace muster::codec
