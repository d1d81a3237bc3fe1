#include "line/line.h"

#include "core/ingest.h"

#include <algorithm>

namespace muster::line {

Line::Line(const codec::Profile &profile, Ingest &ingest, ConnectionId connection, Exchange::Write write, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_ingest(ingest)
    , m_counters(ingest.counters(connection))
    , m_profile(profile)
    , m_codec(m_profile, static_cast<codec::ReadingSink &>(*this))
    , m_exchange(m_codec, std::move(write))
    , m_idle(this)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_codec.flush(nowMicros());
        m_exchange.heard();
        count();
    });
    connect(&m_exchange, &Exchange::finished, this, &Line::finished);
}

Line::~Line()
{
    if (m_script)
        m_script->disconnect(this);
}

void Line::setDevice(DeviceId device, const QString &name)
{
    m_name = name;
    m_exchange.setName(name);
    if (device != m_device || !m_readings)
        m_readings.emplace(m_ingest, m_connection, device);
    m_device = device;
}

// --- its road

void Line::start()
{
    m_isOpen = true;
    if (m_script)
        m_script->start();
    m_exchange.start();
}

void Line::stop(const Error &reason)
{
    m_isOpen = false;
    m_idle.stop();
    m_codec.reset();
    count();
    m_exchange.stop(reason);
}

void Line::rest()
{
    if (m_script)
        m_script->stop();
}

void Line::feed(QByteArrayView bytes, Micros now)
{
    m_codec.feed(bytes, now);
    m_exchange.heard();
    count();
    if (const int silence = m_codec.idleMs(); silence > 0)
        m_idle.start(silence);
}

void Line::count()
{
    if (m_script) {
        const codec::ScriptLosses &now = m_script->losses();
        m_codec.countScripted({now.failed - m_scriptLosses.failed, now.stopped - m_scriptLosses.stopped, now.unread - m_scriptLosses.unread});
        m_scriptLosses = now;
    }
    const codec::LinkCounters &now = m_codec.counters();
    codec::addTo(m_counters, m_counted, now);
    m_counted = now;
}

void Line::readingsArrived(std::span<const codec::Reading> readings, const QStringList &texts)
{
    if (m_readings)
        m_readings->push(m_codec.columns(), readings, texts);
}

// --- its script

void Line::runScript(script::Budget &budget)
{
    if (m_profile.script.isEmpty())
        return;
    m_script = std::make_unique<script::ScriptRunner>(m_profile, budget);
    connect(m_script.get(), &script::ScriptRunner::decoded, this, &Line::takeScripted);
    connect(m_script.get(), &script::ScriptRunner::encoded, this, &Line::sendScripted);
    connect(m_script.get(), &script::ScriptRunner::changed, this, &Line::count);
    connect(m_script.get(), &script::ScriptRunner::noted, this, &Line::noted);
}

void Line::frameArrived(QByteArrayView frame, Micros time)
{
    if (m_script)
        m_script->decode(frame, time);
}

void Line::takeScripted(const QList<script::Decoded> &readings)
{
    for (const script::Decoded &each : readings)
        m_codec.takeScripted(each.json, each.time);
    count();
}

void Line::sendScripted(CommandId id, const QString &command, const Result<QByteArray> &bytes)
{
    if (!bytes)
        Q_EMIT finished(id, tl::unexpected(bytes.error()), false);
    else if (!m_isOpen)
        Q_EMIT finished(id, failure(Error::Code::Unreachable, tr("%1 is not open. The command was not sent.").arg(m_name)), false);
    else
        m_exchange.send(id, m_codec.outgoing(command, *bytes));
}

// --- what it is told

bool Line::knows(const QString &command) const
{
    const QList<CommandInfo> &all = m_codec.commands();
    return std::any_of(all.cbegin(), all.cend(), [&command](const CommandInfo &each) { return each.key == command; });
}

void Line::send(const Command &command)
{
    const auto refuse = [&](const Error &error) { Q_EMIT finished(command.id, tl::unexpected(error), false); };
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

void Line::sendBytes(CommandId id, const QByteArray &bytes)
{
    codec::Outgoing outgoing;
    outgoing.bytes = bytes;
    m_exchange.send(id, outgoing);
}

void Line::abandon(CommandId id)
{
    if (m_script)
        m_script->abandon(id);
    m_exchange.abandon(id);
}

void Line::answered(CommandId id, const Result<void> &result)
{
    m_exchange.answered(id, result);
}

} // namespace muster::line
