#include "backends/ble/blebackend.h"

#include "backends/ble/commands.h"
#include "backends/ble/radio.h"
#include "backends/ble/uartservices.h"

#include <algorithm>

namespace muster {

using namespace ble;

namespace {

constexpr size_t maxWriting = 1'000;

void registerTypes()
{
    qRegisterMetaType<NodeKey>("muster::ble::NodeKey");
    qRegisterMetaType<QList<Heard>>("QList<muster::ble::Heard>");
    qRegisterMetaType<QList<NodeValue>>("QList<muster::ble::NodeValue>");
    qRegisterMetaType<RadioState>("muster::ble::RadioState");
    qRegisterMetaType<LinkState>("muster::ble::LinkState");
    qRegisterMetaType<LinkDescription>("muster::ble::LinkDescription");
    qRegisterMetaType<PairingQuestion>("muster::PairingQuestion");
}

} // namespace

BleBackend::BleBackend(ConnectionId connection, const Options &options, Ingest &ingest, QThread *radioThread, QObject *parent)
    : Backend(parent)
    , m_connection(connection)
    , m_options(options)
    , m_ingest(ingest)
    , m_counters(ingest.counters(connection))
    , m_radio(new Radio(options.pairingAnswerMs))
    , m_tick(this)
{
    registerTypes();
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &BleBackend::tick);
    if (radioThread)
        m_radio->moveToThread(radioThread);
    wireRadio();
}

void BleBackend::wireRadio()
{
    connect(m_radio, &Radio::stateChanged, this, &BleBackend::radioChanged);
    connect(m_radio, &Radio::heard, this, &BleBackend::heard);
    connect(m_radio, &Radio::linkChanged, this, &BleBackend::linkChanged);
    connect(m_radio, &Radio::described, this, &BleBackend::described);
    connect(m_radio, &Radio::valuesArrived, this, &BleBackend::values);
    connect(m_radio, &Radio::written, this, &BleBackend::written);
    connect(m_radio, &Radio::pairingAsked, this, &BleBackend::askForPairing);
    connect(m_radio, &Radio::pairingTakenBack, this, [this](quint32 question) { Q_EMIT pairingTakenBack(m_connection.n << 16U | (question & 0xFFFFU)); });
    connect(m_radio, &Radio::paired, this, &BleBackend::paired);
}

BleBackend::~BleBackend()
{
    // In its own thread, whenever that has time: nobody waits for it here.
    m_radio->disconnect(this);
    m_radio->deleteLater();
}

template<class Call>
void BleBackend::onRadio(Call call)
{
    QMetaObject::invokeMethod(m_radio, [radio = m_radio, call] { call(*radio); }, Qt::QueuedConnection);
}

void BleBackend::start()
{
    m_open = true;
    m_profiles = m_options.shelf.bleProfiles();
    Q_EMIT statusChanged({ConnectionState::Connecting, tr("Looking for Bluetooth…"), 0});
    onRadio([](Radio &radio) { radio.start(); });
    m_tick.start();
}

void BleBackend::stop()
{
    if (!std::exchange(m_open, false))
        return;
    m_tick.stop();
    const auto cancelled = failure(Error::Code::Cancelled, tr("Bluetooth was closed before the device answered."));
    for (auto &[key, entry] : m_nodes) {
        for (const Command &command : std::exchange(entry.waiting, {}))
            finish(command.id, cancelled);
        if (line::Line *const line = entry.node.line()) {
            line->stop(cancelled.value());
            line->rest();
        }
    }
    for (const auto &[token, writing] : std::exchange(m_writing, {})) {
        if (writing.command.isValid() && !writing.byLine)
            finish(writing.command, cancelled);
    }
    for (const auto &[token, pairing] : std::exchange(m_pairing, {})) {
        if (pairing.command.isValid())
            finish(pairing.command, cancelled);
    }
    m_nodes.clear();
    onRadio([](Radio &radio) { radio.stop(); });
    Q_EMIT statusChanged({});
}

void BleBackend::radioChanged(RadioState state, const QString &detail)
{
    if (!m_open)
        return;
    m_state = state;
    switch (state) {
    case RadioState::Scanning: Q_EMIT statusChanged({ConnectionState::Open, tr("Listening for Bluetooth devices"), 0}); return;
    case RadioState::Off:
        Q_EMIT statusChanged({ConnectionState::Waiting, tr("The Bluetooth adapter is switched off. Switch it on; Muster goes on by itself."), 0});
        break;
    case RadioState::NoAdapter:
        Q_EMIT statusChanged({ConnectionState::Waiting, tr("This computer has no Bluetooth adapter. Plug one in; Muster goes on by itself."), 0});
        break;
    case RadioState::NoService:
        Q_EMIT statusChanged({ConnectionState::Waiting, tr("The Bluetooth service of this computer does not answer. Start it (bluetoothd); Muster goes on by itself."), 0});
        break;
    case RadioState::Broken:
        Q_EMIT statusChanged({ConnectionState::Waiting, tr("Bluetooth cannot listen: %1 Muster tries again by itself.").arg(detail), 0});
        return;
    }
    for (auto &[key, entry] : m_nodes)
        entry.heard = false;
    ++at(m_counters, Count::Reconnects);
}

void BleBackend::heard(const QList<Heard> &batch, quint64 adverts, quint64 dropped)
{
    if (!m_open)
        return;
    at(m_counters, Count::Messages) += adverts;
    at(m_counters, Count::Dropped) += dropped;
    const Micros now = nowMicros();
    m_ingest.setArrival(now);
    for (const Heard &one : batch)
        hear(one, now);
    m_ingest.setArrival(0);
}

void BleBackend::hear(const Heard &heard, Micros now)
{
    for (const auto &[id, data] : heard.advert.serviceData)
        at(m_counters, Count::Bytes) += quint64(data.size());
    for (const auto &[id, data] : heard.advert.manufacturerData)
        at(m_counters, Count::Bytes) += quint64(data.size());
    auto it = m_nodes.find(heard.node);
    if (it == m_nodes.end()) {
        if (qsizetype(m_nodes.size()) >= maxNodes) {
            ++at(m_counters, Count::LimitReached);
            return;
        }
        it = m_nodes.emplace(heard.node, Entry {Node(heard.node, m_ingest, m_connection)}).first;
        it->second.firstHeard = now;
    }
    Entry &entry = it->second;
    entry.heard = true;
    if (entry.node.hear(heard, m_options.showNameless, now))
        Q_EMIT keyWanted(entry.node.address());
}

BleBackend::Entry *BleBackend::find(DeviceId device)
{
    const auto it = std::find_if(m_nodes.begin(), m_nodes.end(), [device](const auto &pair) { return pair.second.node.id() == device; });
    return it == m_nodes.end() ? nullptr : &it->second;
}

// --- links

void BleBackend::tick()
{
    const Micros now = nowMicros();
    for (auto it = m_nodes.begin(); it != m_nodes.end();) {
        Entry &entry = it->second;
        tend(entry, now);
        const bool gone = now - entry.node.lastHeard() > goneAfter && entry.link == LinkState::Closed && !m_ingest.isMember(entry.node.id());
        if (gone)
            entry.node.withdraw();
        it = gone ? m_nodes.erase(it) : std::next(it);
    }
}

void BleBackend::tend(Entry &entry, Micros now)
{
    const bool wanted = isWanted(entry, now);
    const NodeKey key = entry.node.key();
    if (entry.link == LinkState::Closed) {
        if (now - entry.node.lastHeard() > silentAfter)
            entry.node.setPresence(Presence::Offline);
        if (wanted && entry.heard && now >= entry.retryAt && m_state == RadioState::Scanning) {
            entry.link = LinkState::Connecting;
            const codec::BleProfile *const fits = entry.node.profileAmong(m_profiles);
            entry.profile = fits ? std::optional(*fits) : std::nullopt;
            onRadio([key, profile = entry.profile](Radio &radio) { radio.connectTo(key, profile); });
        }
    } else if (!wanted) {
        onRadio([key](Radio &radio) { radio.disconnectFrom(key); });
    }
}

/// Before the next tick.
void BleBackend::tendSoon(NodeKey key, Micros delay)
{
    QTimer::singleShot(int(delay / 1'000) + 1, this, [this, key] {
        if (const auto it = m_nodes.find(key); it != m_nodes.end() && m_open)
            tend(it->second, nowMicros());
    });
}

void BleBackend::linkChanged(NodeKey key, LinkState state, const QString &reason)
{
    const auto it = m_nodes.find(key);
    if (it == m_nodes.end() || !m_open)
        return;
    Entry &entry = it->second;
    const LinkState before = std::exchange(entry.link, state);
    if (state == LinkState::Ready) {
        entry.failures = 0;
        entry.wasReady = true;
        for (const Command &command : std::exchange(entry.waiting, {}))
            carryOut(entry, command);
        return;
    }
    if (state != LinkState::Closed)
        return;
    if (line::Line *const line = entry.node.line(); line && entry.node.lineWrite() >= 0)
        line->stop({Error::Code::Unreachable, tr("%1: %2").arg(entry.node.displayName(), reason)});
    entry.node.unlink();
    const Micros now = nowMicros();
    if (before == LinkState::Ready) {
        ++at(m_counters, Count::Reconnects);
        if (isWanted(entry, now))
            entry.node.setPresence(Presence::Offline);
    }
    // Soon after a loss, then less and less often.
    const Micros delay = std::min(lastRetry, firstRetry << std::min(entry.failures, 10));
    entry.retryAt = now + delay;
    if (delay < tickMs * 1'000)
        tendSoon(key, delay);
    entry.failures = before == LinkState::Ready ? 0 : entry.failures + 1;
    if (entry.failures == 3)
        Q_EMIT noted(Severity::Warning, tr("%1 cannot be connected to: %2 Muster goes on trying.").arg(entry.node.displayName(), reason));
    for (const Command &command : std::exchange(entry.waiting, {}))
        finish(command.id, failure(Error::Code::Unreachable, tr("%1: %2").arg(entry.node.displayName(), reason)));
}

void BleBackend::described(NodeKey key, const LinkDescription &description)
{
    const auto it = m_nodes.find(key);
    if (it == m_nodes.end() || !m_open)
        return;
    Node &node = it->second.node;
    if (!node.line() && Node::hasLine(description))
        giveLine(it->second);
    node.describe(description, it->second.profile ? &*it->second.profile : nullptr);
    if (node.lineWrite() >= 0)
        node.line()->start();
    askForState(it->second);
    at(m_counters, Count::LimitReached) += quint64(description.left);
    if (description.left > 0)
        Q_EMIT noted(Severity::Warning, tr("%1 claims to have %2 characteristics; the first %3 are looked at.")
            .arg(it->second.node.displayName()).arg(description.left + description.characteristics.size()).arg(description.characteristics.size()));
}

void BleBackend::values(const QList<NodeValue> &values)
{
    if (!m_open)
        return;
    for (const NodeValue &value : values) {
        const auto it = m_nodes.find(value.node);
        if (it == m_nodes.end())
            continue;
        m_ingest.setArrival(value.time);
        it->second.node.take(value);
    }
    m_ingest.setArrival(0);
}

// --- commands

void BleBackend::send(const Command &command)
{
    Entry *const entry = find(command.device);
    if (!entry) {
        finish(command.id, failure(Error::Code::NotFound, tr("The device is not near at the moment.")));
        return;
    }
    if (command.key == QLatin1StringView(secretKey)) {
        giveKey(*entry, command);
        return;
    }
    if (command.key == QLatin1StringView(pairKey) || command.key == QLatin1StringView(unpairKey)) {
        pair(*entry, command);
        return;
    }
    if (command.key == QLatin1StringView(disconnectKey)) {
        entry->heldOff = true;
        entry->demandedUntil = 0;
        const NodeKey key = entry->node.key();
        onRadio([key](Radio &radio) { radio.disconnectFrom(key); });
        finish(command.id, {}, true);
        return;
    }
    entry->heldOff = false;
    entry->demandedUntil = nowMicros() + demandFor;
    if (entry->link == LinkState::Ready) {
        carryOut(*entry, command);
        return;
    }
    if (qsizetype(entry->waiting.size()) >= maxWaiting) {
        finish(command.id, failure(Error::Code::TooLarge, tr("Too many commands wait for %1 already.").arg(entry->node.displayName())));
        return;
    }
    entry->waiting.push_back(command);
    entry->retryAt = 0;
    tend(*entry, nowMicros());
}

void BleBackend::giveKey(Entry &entry, const Command &command)
{
    const QString *const typed = std::get_if<QString>(&command.argument);
    const QByteArray key = secretOf(typed ? *typed : QString());
    if (key.isEmpty() && typed && !typed->trimmed().isEmpty()) {
        finish(command.id, failure(Error::Code::Invalid, tr("A key has 32 hexadecimal digits, such as 231d39c1d7cc1ab1aee224cd096db932.")));
        return;
    }
    entry.node.setSecret(key, nowMicros());
    Q_EMIT keyGiven(entry.node.address(), key);
    finish(command.id, {}, false);
}

// --- pairing

void BleBackend::pair(Entry &entry, const Command &command)
{
    if (m_pairing.size() >= maxPairing) {
        ++at(m_counters, Count::LimitReached);
        finish(command.id, failure(Error::Code::TooLarge, tr("Other devices are being paired. Try again when they are.")));
        return;
    }
    const quint32 token = ++m_lastToken;
    const NodeKey node = entry.node.key();
    const bool forget = command.key == QLatin1StringView(unpairKey);
    m_pairing.emplace(token, Pairing {command.id, node, forget});
    onRadio([node, address = entry.node.address(), token, forget](Radio &radio) { forget ? radio.unpair(node, address, token) : radio.pair(node, address, token); });
}

void BleBackend::askForPairing(NodeKey node, PairingQuestion question)
{
    const auto it = m_nodes.find(node);
    if (!m_open || it == m_nodes.end())
        return;
    question.id = m_connection.n << 16U | (question.id & 0xFFFFU); // there may be several such connections
    question.device = it->second.node.displayName();
    Q_EMIT pairingAsked(question);
    for (auto &[token, pairing] : m_pairing) {
        if (pairing.node == node && !pairing.forget && pairing.command.isValid())
            finish(std::exchange(pairing.command, {}), {}, false);
    }
}

void BleBackend::answerPairing(quint32 question, bool yes, const QString &code)
{
    if (question >> 16U == (m_connection.n & 0xFFFFU))
        onRadio([number = question & 0xFFFFU, yes, code](Radio &radio) { radio.answerPairing(number, yes, code); });
}

void BleBackend::paired(quint32 token, const QString &problem)
{
    const auto at = m_pairing.find(token);
    if (at == m_pairing.end())
        return;
    const Pairing pairing = at->second;
    m_pairing.erase(at);
    const auto it = m_nodes.find(pairing.node);
    const QString name = it == m_nodes.end() ? QString() : it->second.node.displayName();
    if (problem.isEmpty() && pairing.forget && it != m_nodes.end())
        it->second.heard = false; // the system has forgotten it altogether
    if (pairing.command.isValid()) {
        finish(pairing.command, problem.isEmpty() ? Result<void>() : failure(Error::Code::Refused, tr("%1: %2").arg(name, problem)), problem.isEmpty());
        return;
    }
    if (problem.isEmpty())
        Q_EMIT noted(Severity::Info, tr("%1 is paired.").arg(name));
    else
        Q_EMIT noted(Severity::Warning, tr("%1 was not paired. %2").arg(name, problem));
}

void BleBackend::takeKey(const QString &address, const QByteArray &key)
{
    for (auto &[number, entry] : m_nodes) {
        if (entry.node.address() == address)
            entry.node.setSecret(key, nowMicros());
    }
}

void BleBackend::carryOut(Entry &entry, const Command &command)
{
    if (command.key == QLatin1StringView(connectKey)) {
        finish(command.id, {}, true);
        return;
    }
    if (entry.node.isForLine(command.key)) {
        sendOverLine(entry, command);
        return;
    }
    const auto what = entry.node.encode(command);
    const auto done = what ? writeOut(entry, what->characteristic, what->bytes, {command.id, 0, what->confirmed, entry.node.key()}) : tl::unexpected(what.error());
    if (!done)
        finish(command.id, done);
}

void BleBackend::askForState(Entry &entry)
{
    const QList<Node::Write> questions = entry.node.questions();
    for (const Node::Write &question : questions) {
        if (!writeOut(entry, question.characteristic, question.bytes, {}))
            return; // asked again with the next command
    }
}

Result<void> BleBackend::write(const QString &where, const QByteArray &bytes)
{
    for (auto &[key, entry] : m_nodes) {
        if (entry.node.lineWrite() >= 0 && (where.isEmpty() || entry.node.address() == where))
            return writeLine(key, bytes, {});
    }
    return failure(Error::Code::NotFound, tr("No connected Bluetooth device takes bytes like a serial line."));
}

/// In pieces that every link carries; the last one that is confirmed finishes the command.
Result<void> BleBackend::writeOut(Entry &entry, int characteristic, const QByteArray &bytes, const Writing &writing)
{
    if (m_writing.size() >= maxWriting)
        return failure(Error::Code::TooLarge, tr("Too much is being written over Bluetooth. Wait for some of it to finish."));
    if (m_ingest.isWireTapped(m_connection))
        m_ingest.wire(m_connection, true, entry.node.address(), bytes);
    ++at(m_counters, Count::Sent);
    const qsizetype piece = writing.byLine ? uartChunk : std::max<qsizetype>(bytes.size(), 1);
    const quint32 token = ++m_lastToken;
    Writing &under = m_writing.emplace(token, writing).first->second;
    for (qsizetype from = 0; from < std::max<qsizetype>(bytes.size(), 1); from += piece) {
        ++under.left;
        onRadio([key = entry.node.key(), characteristic, part = bytes.mid(from, piece), token](Radio &radio) { radio.write(key, characteristic, part, token); });
    }
    return {};
}

void BleBackend::written(quint32 token, const QString &problem)
{
    const auto it = m_writing.find(token);
    if (it == m_writing.end())
        return;
    if (problem.isEmpty() && --it->second.left > 0)
        return;
    const Writing writing = it->second;
    m_writing.erase(it);
    const auto node = m_nodes.find(writing.node);
    const Result<void> result = problem.isEmpty() ? Result<void>() : failure(Error::Code::Refused, problem);
    if (writing.byLine) {
        if (node != m_nodes.end() && node->second.node.line() && writing.command.isValid())
            node->second.node.line()->written(writing.command, result, writing.confirmed);
        return;
    }
    if (node != m_nodes.end() && problem.isEmpty())
        askForState(node->second);
    if (writing.command.isValid())
        finish(writing.command, result, writing.confirmed && problem.isEmpty());
}

void BleBackend::abandon(CommandId id)
{
    for (auto &[key, entry] : m_nodes) {
        std::erase_if(entry.waiting, [id](const Command &command) { return command.id == id; });
        if (entry.node.line())
            entry.node.line()->abandon(id);
    }
    for (auto it = m_writing.begin(); it != m_writing.end(); ++it) {
        if (it->second.command == id) {
            m_writing.erase(it);
            return;
        }
    }
    for (auto &[token, pairing] : m_pairing) {
        if (pairing.command == id)
            pairing.command = {}; // it goes on, and is told in a message
    }
}

} // namespace muster
