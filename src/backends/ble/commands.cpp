#include "backends/ble/commands.h"

#include "backends/ble/gatt/values.h"
#include "backends/ble/node.h"
#include "backends/ble/pairer.h"
#include "backends/ble/uartservices.h"

#include <optional>

namespace muster::ble {

namespace {

constexpr quint16 alertLevel = 0x2A06;
constexpr quint16 immediateAlert = 0x1802;

bool isWritable(const Characteristic &what)
{
    return (what.abilities & (Characteristic::Write | Characteristic::WriteBlindly)) != 0;
}

QString writeKey(const Characteristic &what)
{
    return QLatin1StringView(writePrefix) + what.uuid.toString(QUuid::WithoutBraces);
}

/// Hexadecimal digits, blanks and colons between them allowed; nothing if it is anything else.
std::optional<QByteArray> bytesOf(QString typed)
{
    typed.remove(u' ').remove(u':');
    const QByteArray latin = typed.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(latin);
    if (typed.isEmpty() || bytes.toHex() != latin.toLower())
        return {};
    return bytes;
}

} // namespace

CommandInfo keyCommand()
{
    CommandInfo key;
    key.key = QLatin1StringView(secretKey);
    key.name = Node::tr("Encryption key");
    key.argument = ArgumentType::Text;
    return key;
}

QList<CommandInfo> linkCommands()
{
    CommandInfo connect;
    connect.key = QLatin1StringView(connectKey);
    connect.name = Node::tr("Connect");
    CommandInfo disconnect;
    disconnect.key = QLatin1StringView(disconnectKey);
    disconnect.name = Node::tr("Disconnect");
    if (!Pairer::isPossible())
        return {connect, disconnect};
    CommandInfo pair;
    pair.key = QLatin1StringView(pairKey);
    pair.name = Node::tr("Pair");
    CommandInfo unpair;
    unpair.key = QLatin1StringView(unpairKey);
    unpair.name = Node::tr("Forget pairing");
    unpair.dangerous = true;
    return {connect, disconnect, pair, unpair};
}

QByteArray secretOf(const QString &typed)
{
    const auto bytes = bytesOf(typed);
    return bytes && bytes->size() == 16 ? *bytes : QByteArray();
}

QList<CommandInfo> Node::lineCommands() const
{
    if (m_lineWrite < 0)
        return {};
    CommandInfo send;
    send.key = QLatin1StringView(sendKey);
    send.name = tr("Send a line");
    send.argument = ArgumentType::Text;
    return QList<CommandInfo> {send} + m_line->codec().commands();
}

QList<CommandInfo> Node::commandsOf(const LinkDescription &description) const
{
    QList<CommandInfo> commands = lineCommands();
    for (const auto &[index, line] : m_lines)
        commands.append(line->codec().commands());
    for (qsizetype i = 0; i < description.characteristics.size(); ++i) {
        const Characteristic &what = description.characteristics[i];
        if (!isWritable(what) || uartService(what.service) || m_lines.contains(int(i)))
            continue;
        CommandInfo command;
        command.key = writeKey(what);
        const quint16 number = gatt::shortUuid(what.uuid);
        if (number == alertLevel && gatt::shortUuid(what.service) == immediateAlert) {
            command.key = QLatin1StringView(alertKey);
            command.name = tr("Alert");
            command.argument = ArgumentType::Enumeration;
            command.options = {tr("No alert"), tr("Mild alert"), tr("High alert")};
        } else if (number == 0) {
            const QString name = what.description.isEmpty() ? what.uuid.toString(QUuid::WithoutBraces).first(8) : what.description;
            command.name = tr("Write %1 (hexadecimal)").arg(name);
            command.argument = ArgumentType::Text;
        } else {
            continue; // of the standard, but nothing a person writes by hand
        }
        commands.append(command);
    }
    return commands;
}

Result<Node::Write> Node::encode(const Command &command) const
{
    const QString *const typed = std::get_if<QString>(&command.argument);
    for (const auto &[index, line] : m_lines) {
        if (const auto outgoing = line->codec().encode(command.key, command.argument))
            return Write {index, outgoing->bytes, acknowledges(index)};
        else if (outgoing.error().code != Error::Code::NotFound)
            return tl::unexpected(outgoing.error());
    }
    for (qsizetype i = 0; i < m_description.characteristics.size(); ++i) {
        const Characteristic &what = m_description.characteristics[i];
        if (!isWritable(what))
            continue;
        if (command.key == QLatin1StringView(alertKey) && gatt::shortUuid(what.uuid) == alertLevel) {
            const qsizetype level = typed ? QStringList({tr("No alert"), tr("Mild alert"), tr("High alert")}).indexOf(*typed) : -1;
            if (level < 0)
                return failure(Error::Code::Invalid, tr("%1 knows no such alert.").arg(displayName()));
            return Write {int(i), QByteArray(1, char(level)), acknowledges(int(i))};
        }
        if (command.key != writeKey(what))
            continue;
        const auto bytes = typed ? bytesOf(*typed) : std::nullopt;
        if (!bytes || bytes->size() > maxWrite)
            return failure(Error::Code::Invalid, tr("“%1” is not a number of bytes in hexadecimal digits, such as 01 FF.").arg(typed ? *typed : QString()));
        return Write {int(i), *bytes, acknowledges(int(i))};
    }
    return failure(Error::Code::NotFound, tr("%1 has no such command.").arg(displayName()));
}

} // namespace muster::ble
