#include "core/dispatcher.h"

#include "core/fleet.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace muster {

namespace {

qint64 monotonicMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Result<void> checkNumber(const CommandInfo &info, const Value &argument)
{
    const auto *number = std::get_if<double>(&argument);
    if (!number || !std::isfinite(*number) || *number < info.minimum || *number > info.maximum)
        return failure(Error::Code::Invalid, Dispatcher::tr("“%1” takes a number from %2 to %3.").arg(info.name).arg(info.minimum).arg(info.maximum));
    return {};
}

Result<void> checkArgument(const CommandInfo &info, const Value &argument)
{
    switch (info.argument) {
    case ArgumentType::None:
        if (std::holds_alternative<std::monostate>(argument))
            return {};
        return failure(Error::Code::Invalid, Dispatcher::tr("“%1” takes no value.").arg(info.name));
    case ArgumentType::Boolean:
        if (std::holds_alternative<bool>(argument))
            return {};
        return failure(Error::Code::Invalid, Dispatcher::tr("“%1” takes on or off.").arg(info.name));
    case ArgumentType::Number:
        return checkNumber(info, argument);
    case ArgumentType::Enumeration:
        if (const auto *text = std::get_if<QString>(&argument); text && info.options.contains(*text))
            return {};
        return failure(Error::Code::Invalid, Dispatcher::tr("“%1” takes one of: %2.").arg(info.name, info.options.join(QStringLiteral(", "))));
    case ArgumentType::Text:
        if (std::holds_alternative<QString>(argument))
            return {};
        return failure(Error::Code::Invalid, Dispatcher::tr("“%1” takes a text.").arg(info.name));
    }
    return {};
}

/// By which connection a command goes, and what device and command are called there.
struct Road
{
    DeviceId device {};
    ConnectionId connection {};
    QString key {};
};

/// One that reaches the device now, else one that is open.
Road roadOf(const Device &device, const QString &key)
{
    Road road {device.id, device.connection, key};
    if (device.parts.isEmpty())
        return road;
    road.connection = {};
    bool online = false;
    for (const DevicePart &part : device.parts) {
        const auto own = part.commands.constFind(key);
        if (own == part.commands.cend() || !part.connection.isValid())
            continue;
        const bool reaches = part.presence == Presence::Online;
        if (road.connection.isValid() && (online || !reaches))
            continue;
        road = {part.id, part.connection, *own};
        online = reaches;
    }
    return road;
}

} // namespace

Dispatcher::Dispatcher(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Dispatcher::expire);
}

Result<void> Dispatcher::check(const Command &command) const
{
    const Device *device = m_fleet.device(command.device);
    if (!device)
        return failure(Error::Code::NotFound, tr("The device is no longer there."));
    const auto it = std::find_if(device->commands.cbegin(), device->commands.cend(), [&](const CommandInfo &info) { return info.key == command.key; });
    if (it == device->commands.cend())
        return failure(Error::Code::NotFound, tr("%1 has no command “%2”.").arg(m_fleet.displayName(device->id), command.key));
    CommandInfo info = *it;
    if (info.name.isEmpty())
        info.name = info.key;
    if (!info.problem.isEmpty())
        return failure(Error::Code::Unsupported, tr("“%1” cannot be sent: %2").arg(info.name, info.problem));
    if (!roadOf(*device, command.key).connection.isValid())
        return failure(Error::Code::Unreachable, tr("No open connection leads to %1. Open it in Connections.").arg(m_fleet.displayName(device->id)));
    if (m_pending.size() >= maxPending)
        return failure(Error::Code::TooLarge, tr("%n commands are already under way. Wait for some to end.", nullptr, int(m_pending.size())));
    return checkArgument(info, command.argument);
}

Result<CommandId> Dispatcher::submit(Command command)
{
    if (auto valid = check(command); !valid)
        return tl::unexpected(valid.error());
    command.id = {++m_last};
    const Road road = roadOf(*m_fleet.device(command.device), command.key);
    command.connection = road.connection;
    command.submitted = nowMicros();
    m_pending.emplace(command.id.n, command);
    m_deadlines.emplace(monotonicMs() + command.timeoutMs, command.id.n);
    arm();
    Q_EMIT submitted(command);
    Command sent = command; // as that road's backend calls it
    sent.device = road.device;
    sent.key = road.key;
    Q_EMIT sendRequested(sent);
    return command.id;
}

void Dispatcher::cancel(CommandId id)
{
    const auto it = m_pending.find(id.n);
    if (it == m_pending.end())
        return;
    Q_EMIT abandoned(it->second.connection, id);
    end(id, failure(Error::Code::Cancelled, tr("Cancelled.")), false);
}

void Dispatcher::finish(CommandId id, const Result<void> &result, bool confirmed)
{
    end(id, result, confirmed);
}

void Dispatcher::end(CommandId id, const Result<void> &result, bool confirmed)
{
    const auto node = m_pending.extract(id.n);
    if (node.empty())
        return;
    const CommandOutcome outcome {node.mapped(), nowMicros(), result, confirmed};
    m_journal.push_back(outcome);
    if (m_journal.size() > journalSize)
        m_journal.pop_front();
    Q_EMIT finished(outcome);
}

void Dispatcher::expire()
{
    const qint64 now = monotonicMs();
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const CommandId id {m_deadlines.begin()->second};
        m_deadlines.erase(m_deadlines.begin());
        const auto it = m_pending.find(id.n);
        if (it == m_pending.end())
            continue;
        const Command command = it->second;
        Q_EMIT abandoned(command.connection, id);
        end(id,
            failure(Error::Code::TimedOut, tr("%1 did not answer within %n s.", nullptr, command.timeoutMs / 1000).arg(m_fleet.displayName(command.device))),
            false);
    }
    arm();
}

void Dispatcher::arm()
{
    // Deadlines of commands that have ended stay until they pass: at most as many as were submitted within the longest timeout.
    while (!m_deadlines.empty() && !m_pending.contains(m_deadlines.begin()->second))
        m_deadlines.erase(m_deadlines.begin());
    if (m_deadlines.empty())
        m_timer.stop();
    else
        m_timer.start(int(std::max<qint64>(0, m_deadlines.begin()->first - monotonicMs())));
}

} // namespace muster
