#include "backends/serial/seriallink.h"

#include "core/ingest.h"

#include <QRandomGenerator>

#include <algorithm>

namespace muster::serial {

namespace {

/// Sends a text as a line; the one command every link has.
CommandInfo lineCommand()
{
    CommandInfo info;
    info.key = QStringLiteral("line");
    info.name = SerialLink::tr("Send a line");
    info.argument = ArgumentType::Text;
    return info;
}

} // namespace

SerialLink::SerialLink(ConnectionId connection, const SerialSettings &settings, Ingest &ingest, Locate locate, Describe describe, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_settings(settings)
    , m_ingest(ingest)
    , m_counters(ingest.counters(connection))
    , m_locate(std::move(locate))
    , m_describe(std::move(describe))
    , m_line(settings.profile, ingest, connection, [this](const QByteArray &bytes, CommandId) { return put(bytes); })
    , m_retry(this)
{
    m_line.setByteMicros(settings.byteMicros());
    m_retry.setSingleShot(true);
    m_port.received = [this](QByteArrayView bytes) { take(bytes); };
    connect(&m_port, &OpenPort::lost, this, &SerialLink::lose);
    connect(&m_port, &OpenPort::drained, this, [this] { m_line.drained(); });
    connect(&m_retry, &QTimer::timeout, this, &SerialLink::tryToOpen);
    connect(&m_line, &line::Line::finished, this, &SerialLink::commandFinished);
    connect(&m_line, &line::Line::noted, this, [this](Severity severity, const QString &text) { Q_EMIT noted(severity, text, false); });
}

SerialLink::~SerialLink()
{
    m_line.disconnect(this);
    m_port.disconnect(this);
}

QStringList SerialLink::commandKeys() const
{
    QStringList keys;
    for (const CommandInfo &command : m_line.codec().commands())
        keys.append(command.key);
    return keys;
}

// --- where it is

void SerialLink::setName(const QString &name)
{
    m_name = name;
    m_line.setDevice(m_device, name);
}

void SerialLink::introduce(const Port &port)
{
    Device device = m_describe(port);
    device.connection = m_connection;
    device.commands = m_line.codec().commands();
    device.commands.append(lineCommand());
    if (m_state != State::Open)
        m_path = port.path;
    m_device = m_ingest.announce(device);
    setName(device.name);
}

void SerialLink::setWanted(bool wanted)
{
    if (wanted == m_isWanted)
        return;
    m_isWanted = wanted;
    m_attempts = 0;
    m_complaint.clear();
    if (wanted) {
        tryToOpen();
        return;
    }
    m_retry.stop();
    m_line.stop({Error::Code::Cancelled, tr("The connection to %1 was closed.").arg(m_name)});
    m_port.close();
    m_line.rest();
    m_wasOpen = false;
    setState(State::Idle, {});
    m_ingest.setPresence(m_device, Presence::Unknown);
}

void SerialLink::look()
{
    if (!m_isWanted)
        return;
    if (m_state == State::Open) {
        const auto port = m_locate();
        if (port && port->path == m_path)
            return;
        m_port.close();
        lose();
        return;
    }
    m_attempts = 0;
    tryToOpen();
}

void SerialLink::tryToOpen()
{
    m_retry.stop();
    if (!m_isWanted || m_state == State::Open)
        return;
    const auto port = m_locate();
    if (!port) {
        retryLater({Error::Code::NotFound, tr("%1 is not plugged in. It is opened as soon as it is.").arg(m_name)});
        return;
    }
    m_path = port->path;
    if (const auto open = m_port.open(port->path, m_settings); open)
        opened(*port);
    else
        retryLater(open.error());
}

void SerialLink::opened(const Port &port)
{
    introduce(port);
    if (m_wasOpen)
        Q_EMIT noted(Severity::Info, tr("%1 is back, on %2.").arg(m_name, port.path), true);
    m_wasOpen = true;
    m_complaint.clear();
    setState(State::Open, tr("%1 is open at %2.").arg(port.path, m_settings.words()));
    if (!m_port.isOpen()) // whoever only wanted to know whether it works has seen enough
        return;
    m_ingest.setPresence(m_device, Presence::Online);
    m_line.start();
}

// The port is closed already. A board that is merely reset is back within a fraction of a second.
void SerialLink::lose()
{
    ++at(m_counters, Count::Reconnects);
    m_line.stop({Error::Code::Unreachable, tr("%1 was unplugged before the command was done.").arg(m_name)});
    m_attempts = 0;
    const QString reason = tr("%1 was unplugged from %2. It is opened again as soon as it is back.").arg(m_name, m_path);
    m_complaint = reason;
    Q_EMIT noted(Severity::Warning, reason, true);
    retryLater({Error::Code::Unreachable, reason});
}

// Between half and all of what the step allows: boards on one hub are not opened in the same instant again and again.
void SerialLink::retryLater(const Error &reason)
{
    const int most = std::min(m_pace.firstRetry << std::min(m_attempts, 10), m_pace.lastRetry);
    const int wait = most / 2 + int(QRandomGenerator::global()->bounded(most / 2 + 1));
    m_retryAt = nowMicros() + wait * 1'000LL;
    m_retry.start(wait);
    // Its rights come a moment after the node: only what lasts is told.
    const bool mayPass = (reason.code == Error::Code::Refused && m_attempts == 0) || (reason.code == Error::Code::NotFound && m_wasOpen);
    if (!mayPass && m_complaint != reason.text) {
        m_complaint = reason.text;
        Q_EMIT noted(Severity::Warning, reason.text, false);
    }
    ++m_attempts;
    const bool absent = reason.code == Error::Code::NotFound || reason.code == Error::Code::Unreachable;
    setState(absent ? State::Absent : State::Waiting, reason.text);
    m_ingest.setPresence(m_device, Presence::Offline);
}

void SerialLink::setState(State state, const QString &detail)
{
    m_state = state;
    m_detail = detail;
    if (state == State::Open || state == State::Idle)
        m_retryAt = 0;
    Q_EMIT changed();
}

// --- what it says

void SerialLink::take(QByteArrayView bytes)
{
    const Micros now = nowMicros();
    m_ingest.setArrival(now);
    tell(false, bytes);
    m_line.feed(bytes, now);
    m_ingest.setArrival(0);
}

void SerialLink::tell(bool outgoing, QByteArrayView bytes)
{
    if (m_ingest.isWireTapped(m_connection))
        m_ingest.wire(m_connection, outgoing, m_path, bytes);
    if (!m_ingest.isTapped(m_device))
        return;
    RawMessage raw;
    raw.time = nowMicros();
    raw.device = m_device;
    raw.outgoing = outgoing;
    raw.where = m_path;
    raw.payload = bytes.toByteArray();
    m_ingest.raw(std::move(raw));
}

// --- what it is told

Result<void> SerialLink::put(const QByteArray &bytes)
{
    auto written = m_port.write(bytes);
    if (written) {
        ++at(m_counters, Count::Sent);
        tell(true, bytes);
    }
    return written;
}

Result<void> SerialLink::write(const QByteArray &bytes)
{
    if (m_state != State::Open)
        return failure(Error::Code::Unreachable, tr("%1 is not open. Nothing was sent.").arg(m_name));
    return put(bytes);
}

void SerialLink::abandon(CommandId id)
{
    m_line.abandon(id);
}

void SerialLink::send(const Command &command)
{
    const auto refuse = [&](const Error &error) { Q_EMIT commandFinished(command.id, tl::unexpected(error), false); };
    if (m_state == State::Idle)
        return refuse({Error::Code::Unreachable, tr("%1 is not in the fleet, and so its port is closed. Add it to the fleet first.").arg(m_name)});
    if (m_state != State::Open)
        return refuse({Error::Code::Unreachable, tr("%1 is not open. The command was not sent.").arg(m_name)});
    if (command.key == QLatin1String("line")) {
        const QString *text = std::get_if<QString>(&command.argument);
        if (!text)
            return refuse({Error::Code::Invalid, tr("A line to send is a text.")});
        m_line.sendBytes(command.id, m_settings.profileName.isEmpty() ? text->toUtf8() + m_settings.ending : m_line.codec().framed(text->toUtf8()));
        return;
    }
    m_line.send(command);
}

} // namespace muster::serial
