#include "codec/commandbytes.h"

#include "codec/rawvalue.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace muster::codec {

namespace {

constexpr qsizetype maxText = 1'000;

/// A `send` taken apart: bytes, and where the argument goes.
struct Piece
{
    QByteArray bytes {};
    bool argument = false;
    std::optional<RawForm> form {};  ///< nothing: as text
};

// Nothing: `fault` says why.
std::optional<QList<Piece>> pieces(const QByteArray &send, bool bytes, QString &fault)
{
    QList<Piece> found;
    const auto literal = [&](QByteArray text) {
        if (!bytes) {
            found.append({text, false, {}});
            return true;
        }
        text.replace(' ', "");
        const QByteArray plain = QByteArray::fromHex(text);
        found.append({plain, false, {}});
        return plain.size() * 2 == text.size();
    };
    qsizetype at = 0;
    while (at < send.size()) {
        const qsizetype open = send.indexOf("{value", at);
        const qsizetype close = open < 0 ? -1 : send.indexOf('}', open);
        const qsizetype stop = close < 0 ? send.size() : open;
        if (!literal(send.mid(at, stop - at))) {
            fault = QCoreApplication::translate("Profile", "must have two hexadecimal digits for each byte behind “hex:”.");
            return std::nullopt;
        }
        if (close < 0)
            break;
        const QByteArray form = send.mid(open + 6, close - open - 6);
        Piece piece {{}, true, {}};
        if (form.startsWith(':'))
            piece.form = rawFormOf({form.data() + 1, size_t(form.size()) - 1});
        if (!piece.form && (bytes ? form != ":text" : !form.isEmpty())) {
            fault = QCoreApplication::translate("Profile", "has “{value%1}”; use {value} in a text, {value:u16be} or another number format, or {value:text}, in bytes.")
                        .arg(QString::fromUtf8(form));
            return std::nullopt;
        }
        found.append(piece);
        at = close + 1;
    }
    return found;
}

QByteArray numberText(double number, int decimals)
{
    char text[400];
    if (decimals >= 0)
        return QByteArray::number(number, 'f', decimals);
    const auto form = std::fabs(number) < 1e15 && std::fabs(number) >= 1e-6 ? std::chars_format::fixed : std::chars_format::general;
    const auto [end, error] = std::to_chars(text, text + sizeof text, number == 0 ? 0.0 : number, form);
    return error == std::errc() ? QByteArray(text, end - text) : QByteArray::number(number);
}

QString commandName(const CommandSpec &command)
{
    return command.info.name.isEmpty() ? command.info.key : command.info.name;
}

tl::unexpected<Error> invalid(const QString &text)
{
    return failure(Error::Code::Invalid, text);
}

/// The argument as text and as number, whichever the place wants.
struct Written
{
    QByteArray text {};
    double number = 0;
};

Written writtenWord(const QString &word)
{
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    return {word.toUtf8(), isNumber ? number : 0};
}

Result<Written> writtenNumber(const CommandSpec &command, const Value &argument)
{
    const CommandInfo &info = command.info;
    if (!std::holds_alternative<double>(argument))
        return invalid(QCoreApplication::translate("LinkCodec", "“%1” needs a number.").arg(commandName(command)));
    const double value = std::get<double>(argument);
    if (!(value >= info.minimum && value <= info.maximum))
        return invalid(QCoreApplication::translate("LinkCodec", "“%1” takes a number from %2 to %3.")
                           .arg(commandName(command), QString::number(info.minimum), QString::number(info.maximum)));
    const double scaled = value * command.scale;
    return Written {numberText(scaled, command.decimals), scaled};
}

Result<Written> writtenText(const CommandSpec &command, const Value &argument)
{
    if (!std::holds_alternative<QString>(argument))
        return invalid(QCoreApplication::translate("LinkCodec", "“%1” needs a text.").arg(commandName(command)));
    const QString text = std::get<QString>(argument);
    const bool controls = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20; });
    if (controls || text.size() > maxText)
        return invalid(QCoreApplication::translate("LinkCodec", "“%1” takes one line of text.").arg(commandName(command)));
    return Written {text.toUtf8(), 0};
}

Result<Written> written(const CommandSpec &command, const Value &argument)
{
    const QStringList &options = command.info.options;
    switch (command.info.argument) {
    case ArgumentType::None: return Written {};
    case ArgumentType::Number: return writtenNumber(command, argument);
    case ArgumentType::Text: return writtenText(command, argument);
    case ArgumentType::Boolean: {
        if (!std::holds_alternative<bool>(argument))
            return invalid(QCoreApplication::translate("LinkCodec", "“%1” needs on or off.").arg(commandName(command)));
        const bool on = std::get<bool>(argument);
        if (command.raw.size() != 2)
            return Written {on ? "1" : "0", on ? 1.0 : 0.0};
        const bool firstIsOn = options.value(0).compare(QLatin1String("on"), Qt::CaseInsensitive) == 0;
        return writtenWord(command.raw[on == firstIsOn ? 0 : 1]);
    }
    case ArgumentType::Enumeration: {
        const qsizetype index = std::holds_alternative<QString>(argument) ? options.indexOf(std::get<QString>(argument)) : -1;
        if (index < 0)
            return invalid(QCoreApplication::translate("LinkCodec", "“%1” takes one of: %2.").arg(commandName(command), options.join(QStringLiteral(", "))));
        return writtenWord(command.raw.value(index, options[index]));
    }
    }
    return Written {};
}

} // namespace

QString sendFault(const QByteArray &send, bool bytes, bool hasArgument)
{
    QString fault;
    const auto parts = pieces(send, bytes, fault);
    if (!parts)
        return fault;
    const bool used = std::any_of(parts->begin(), parts->end(), [](const Piece &piece) { return piece.argument; });
    if (used && !hasArgument)
        return QCoreApplication::translate("Profile", "has {value}, but there is no argument.");
    if (!used && hasArgument)
        return QCoreApplication::translate("Profile", "lacks {value} for the argument.");
    return {};
}

Result<QByteArray> commandPayload(const CommandSpec &command, const Value &argument)
{
    QString fault;
    const auto parts = pieces(command.send, command.bytes, fault);
    if (!parts)
        return failure(Error::Code::Invalid, fault);
    const Result<Written> value = written(command, argument);
    if (!value)
        return tl::unexpected(value.error());
    QByteArray payload;
    for (const Piece &piece : *parts) {
        if (!piece.argument) {
            payload += piece.bytes;
        } else if (!piece.form) {
            payload += value->text;
        } else if (const auto raw = rawBytes(value->number, *piece.form)) {
            payload += *raw;
        } else {
            return invalid(QCoreApplication::translate("LinkCodec", "“%1” was given a number that does not fit into its bytes.").arg(commandName(command)));
        }
    }
    return payload;
}

Result<QByteArray> scriptOrder(const CommandSpec &command, const Value &argument)
{
    const Result<Written> value = written(command, argument);
    if (!value)
        return tl::unexpected(value.error());
    QJsonObject order {{QStringLiteral("command"), command.info.key}};
    const bool isTruth = command.info.argument == ArgumentType::Boolean && command.raw.size() != 2;
    if (command.info.argument == ArgumentType::Number)
        order[QStringLiteral("value")] = value->number;
    else if (command.info.argument != ArgumentType::None)
        order[QStringLiteral("value")] = isTruth ? QJsonValue(value->number != 0) : QJsonValue(QString::fromUtf8(value->text));
    return QJsonDocument(order).toJson(QJsonDocument::Compact);
}

QByteArray pollPayload(const PollSpec &poll)
{
    return poll.bytes ? QByteArray::fromHex(poll.send) : poll.send;
}

} // namespace muster::codec
