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
    , m_codec(settings.profile, static_cast<codec::ReadingSink &>(*this))
    , m_exchange(m_codec, [this](const QByteArray &bytes) { return put(bytes); }, this)
    , m_retry(this)
    , m_idle(this)
{
    m_codec.setByteMicros(settings.byteMicros());
    m_retry.setSingleShot(true);
    m_idle.setSingleShot(true);
    m_port.received = [this](QByteArrayView bytes) { take(bytes); };
    connect(&m_port, &OpenPort::lost, this, &SerialLink::lose);
    connect(&m_port, &OpenPort::drained, &m_exchange, &Exchange::drained);
    connect(&m_retry, &QTimer::timeout, this, &SerialLink::tryToOpen);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_codec.flush(nowMicros());
        m_exchange.heard();
        count();
    });
    connect(&m_exchange, &Exchange::finished, this, &SerialLink::commandFinished);
}

SerialLink::~SerialLink()
{
    if (m_script)
        m_script->disconnect(this);
    m_port.disconnect(this);
}

// --- where it is

void SerialLink::setName(const QString &name)
{
    m_name = name;
    m_exchange.setName(name);
}

void SerialLink::introduce(const Port &port)
{
    Device device = m_describe(port);
    device.connection = m_connection;
    device.commands = m_codec.commands();
    device.commands.append(lineCommand());
    setName(device.name);
    if (m_state != State::Open)
        m_path = port.path;
    const DeviceId id = m_ingest.announce(device);
    if (id != m_device)
        m_readings = std::make_unique<codec::IngestReadings>(m_ingest, m_connection, id);
    m_device = id;
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
    m_idle.stop();
    m_exchange.stop({Error::Code::Cancelled, tr("The connection to %1 was closed.").arg(m_name)});
    m_port.close();
    m_codec.reset();
    if (m_script)
        m_script->stop();
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
    if (m_script)
        m_script->start();
    m_exchange.start();
}

// The port is closed already. A board that is merely reset is back within a fraction of a second.
void SerialLink::lose()
{
    m_idle.stop();
    m_codec.reset();
    count();
    ++at(m_counters, Count::Reconnects);
    m_exchange.stop({Error::Code::Unreachable, tr("%1 was unplugged before the command was done.").arg(m_name)});
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
    m_codec.feed(bytes, now);
    m_exchange.heard();
    count();
    m_ingest.setArrival(0);
    if (const int silence = m_codec.idleMs(); silence > 0)
        m_idle.start(silence);
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

void SerialLink::count()
{
    if (m_script)
        countScripted();
    const codec::LinkCounters &now = m_codec.counters();
    codec::addTo(m_counters, m_counted, now);
    m_counted = now;
}

void SerialLink::readingsArrived(std::span<const codec::Reading> readings, const QStringList &texts)
{
    if (m_readings)
        m_readings->push(m_codec.columns(), readings, texts);
}

// --- its script

void SerialLink::runScript(script::Budget &budget)
{
    if (m_settings.profile.script.isEmpty())
        return;
    m_script = std::make_unique<script::ScriptRunner>(m_settings.profile, budget);
    connect(m_script.get(), &script::ScriptRunner::decoded, this, &SerialLink::takeScripted);
    connect(m_script.get(), &script::ScriptRunner::encoded, this, &SerialLink::sendScripted);
    connect(m_script.get(), &script::ScriptRunner::changed, this, &SerialLink::count);
    connect(m_script.get(), &script::ScriptRunner::noted, this, [this](Severity severity, const QString &text) { Q_EMIT noted(severity, text, false); });
}

void SerialLink::frameArrived(QByteArrayView frame, Micros time)
{
    if (m_script)
        m_script->decode(frame, time);
}

void SerialLink::takeScripted(const QList<script::Decoded> &readings)
{
    for (const script::Decoded &each : readings)
        m_codec.takeScripted(each.json, each.time);
    count();
}

void SerialLink::sendScripted(CommandId id, const QString &command, const Result<QByteArray> &bytes)
{
    if (!bytes)
        Q_EMIT commandFinished(id, tl::unexpected(bytes.error()), false);
    else if (m_state != State::Open)
        Q_EMIT commandFinished(id, failure(Error::Code::Unreachable, tr("%1 is not open. The command was not sent.").arg(m_name)), false);
    else
        m_exchange.send(id, m_codec.outgoing(command, *bytes));
}

void SerialLink::countScripted()
{
    const codec::ScriptLosses &now = m_script->losses();
    m_codec.countScripted({now.failed - m_scriptLosses.failed, now.stopped - m_scriptLosses.stopped, now.unread - m_scriptLosses.unread});
    m_scriptLosses = now;
}

void SerialLink::answered(CommandId id, const Result<void> &result)
{
    m_exchange.answered(id, result);
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
    if (m_script)
        m_script->abandon(id);
    m_exchange.abandon(id);
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
        codec::Outgoing outgoing;
        outgoing.bytes = m_settings.profileName.isEmpty() ? text->toUtf8() + m_settings.ending : m_codec.framed(text->toUtf8());
        m_exchange.send(command.id, outgoing);
        return;
    }
    if (m_script && m_codec.isScripted(command.key)) {
        if (const auto order = m_codec.scriptOrder(command.key, command.argument))
            m_script->encode(command.id, command.key, *order);
        else
            refuse(order.error());
        return;
    }
    const auto outgoing = m_codec.encode(command.key, command.argument);
    if (!outgoing)
        return refuse(outgoing.error());
    m_exchange.send(command.id, *outgoing);
}

} // namespace muster::serial
