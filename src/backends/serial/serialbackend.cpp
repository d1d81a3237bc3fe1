#include "backends/serial/serialbackend.h"

#include "backends/serial/hotplug.h"

#include "core/ingest.h"

#include <QFileInfo>

#include <algorithm>

namespace muster {

using serial::Port;
using serial::SerialLink;
using Target = serial::SerialSettings::Target;

SerialBackend::SerialBackend(const Connection &connection, Ingest &ingest, serial::PortClaims &claims, serial::ListPorts list, codec::ProfileShelf shelf,
    script::Budget *scripts)
    : m_connection(connection)
    , m_ingest(ingest)
    , m_claims(claims)
    , m_list(std::move(list))
    , m_shelf(std::move(shelf))
    , m_scripts(scripts)
{
}

SerialBackend::~SerialBackend()
{
    m_claims.stopWatching(this);
    m_claims.release(this);
}

void SerialBackend::start()
{
    auto settings = serial::serialSettings(m_connection.url, m_shelf);
    if (!settings) {
        Q_EMIT statusChanged({ConnectionState::Failed, settings.error().text, 0});
        return;
    }
    m_settings = *std::move(settings);
    m_isStopped = false;
    auto *hotPlug = new serial::HotPlug(this);
    connect(hotPlug, &serial::HotPlug::changed, this, &SerialBackend::look);
    if (m_settings.target != Target::All) {
        startOne();
        return;
    }
    connect(&m_ingest, &Ingest::membersChanged, this, &SerialBackend::look);
    m_claims.watch(this, [this] { look(); });
    look();
}

void SerialBackend::startOne()
{
    Q_EMIT statusChanged({ConnectionState::Connecting, tr("Opening %1…").arg(m_settings.name), 0});
    claim();
    SerialLink &one = link({});
    one.setName(m_settings.name);
    one.setWanted(true);
}

bool SerialBackend::change(const Connection &connection)
{
    auto settings = serial::serialSettings(connection.url, m_shelf);
    if (m_isStopped || m_settings.target != Target::All || !settings || settings->target != Target::All)
        return false;
    m_connection = connection;
    m_settings = *std::move(settings);
    QStringList concerned;
    for (const auto &[identity, link] : m_links) {
        serial::SerialSettings now = serial::settingsOf(identity, m_settings, m_shelf).value_or(m_settings);
        now.boards = link->settings().boards; // what holds for others
        if (!(now == link->settings()))
            concerned.append(identity);
    }
    for (const QString &identity : std::as_const(concerned))
        closeAnew(identity);
    look();
    return true;
}

/// It is opened again, its own new way, by the next look().
void SerialBackend::closeAnew(const QString &identity)
{
    const auto it = m_links.find(identity);
    it->second->setWanted(false);
    m_ingest.withdrawParts(it->second->device(), {}, it->second->commandKeys());
    it->second.release()->deleteLater();
    m_links.erase(it);
}

// The path as it is written, where it leads to, and the board that is there: whatever of it, nobody else shall open it.
void SerialBackend::claim()
{
    QStringList claims {m_settings.name, serial::realPath(m_settings.name), m_identity};
    claims.removeAll(QString());
    claims.removeDuplicates();
    m_claims.claim(this, claims);
}

void SerialBackend::stop()
{
    if (std::exchange(m_isStopped, true))
        return;
    m_claims.stopWatching(this);
    for (const auto &[identity, link] : m_links)
        link->setWanted(false);
    for (auto &[identity, link] : m_links)
        link.release()->deleteLater(); // one of them may be on the stack below us
    m_links.clear();
    m_claims.release(this);
    Q_EMIT statusChanged({});
}

// --- what is where

SerialLink &SerialBackend::link(const QString &identity)
{
    auto &link = m_links[identity];
    if (link)
        return *link;
    const auto locate = [this, identity] { return m_settings.target == Target::All ? locateBoard(identity) : locateOne(); };
    const serial::SerialSettings settings = settingsFor(identity);
    const auto describeIt = [this, profile = settings.profile](const Port &port) { return describe(port, profile); };
    link = std::make_unique<SerialLink>(m_connection.id, settings, m_ingest, locate, describeIt);
    link->setPace(m_pace);
    if (m_scripts)
        link->runScript(*m_scripts);
    connect(link.get(), &SerialLink::changed, this, &SerialBackend::tellState);
    connect(link.get(), &SerialLink::commandFinished, this, &SerialBackend::commandFinished);
    connect(link.get(), &SerialLink::noted, this, [this](Severity severity, const QString &text, bool byState) {
        if (!byState || m_settings.target == Target::All)
            Q_EMIT noted(severity, text);
    });
    return *link;
}

// A board whose profile is gone is read as if it had none.
serial::SerialSettings SerialBackend::settingsFor(const QString &identity)
{
    auto settings = serial::settingsOf(identity, m_settings, m_shelf);
    if (settings)
        return *std::move(settings);
    Q_EMIT noted(Severity::Warning, tr("The profile of the board %1 cannot be used: %2").arg(identity, settings.error().text));
    return m_settings;
}

std::optional<Port> SerialBackend::locateBoard(const QString &identity) const
{
    const auto it = std::find_if(m_ports.cbegin(), m_ports.cend(), [&](const Port &port) { return port.identity() == identity; });
    return it == m_ports.cend() ? std::nullopt : std::optional(*it);
}

// A path that leads nowhere any more: the board that was there may have landed elsewhere.
std::optional<Port> SerialBackend::locateOne()
{
    m_ports = m_list();
    if (m_settings.target == Target::Board)
        return locateBoard(m_settings.name);
    const QString path = serial::realPath(m_settings.name);
    const auto it = std::find_if(m_ports.cbegin(), m_ports.cend(), [&](const Port &port) { return port.path == path; });
    if (it != m_ports.cend()) {
        m_identity = it->identity();
        claim();
        return *it;
    }
    if (QFileInfo::exists(path)) {
        Port port;
        port.path = path;
        return port;
    }
    return m_identity.isEmpty() ? std::nullopt : locateBoard(m_identity);
}

void SerialBackend::look()
{
    if (m_isStopped || m_isLooking)
        return;
    m_isLooking = true;
    if (m_settings.target == Target::All)
        lookAtBoards();
    else
        link({}).look();
    m_isLooking = false;
    tellState();
}

void SerialBackend::lookAtBoards()
{
    QStringList claimed;
    m_ports.clear();
    const QList<Port> all = m_list();
    for (const Port &port : all) {
        if (port.usb && m_claims.isClaimed(port))
            claimed.append(port.identity());
        else if (port.usb)
            m_ports.append(port);
    }
    distinguish();
    for (const Port &port : std::as_const(m_ports)) {
        const QString identity = port.identity();
        if (!m_links.contains(identity) && m_links.size() >= maxBoards) {
            ++at(m_ingest.counters(m_connection.id), Count::LimitReached);
            continue;
        }
        SerialLink &board = link(identity);
        board.introduce(port);
        board.setWanted(m_ingest.isMember(board.device()));
        board.look();
    }
    dropAbsent(claimed);
}

// Some makers give all their boards the same serial number. The one that was here first keeps it; those that come to it are told apart by their
// place, as boards without a serial number are.
void SerialBackend::distinguish()
{
    QHash<QString, qsizetype> keeper; // of an identity: index of the port that keeps it
    for (qsizetype i = 0; i < m_ports.size(); ++i) {
        const QString identity = m_ports[i].identity();
        const auto known = m_links.find(identity);
        const bool wasHere = known != m_links.end() && known->second->path() == m_ports[i].path;
        if (!keeper.contains(identity) || wasHere)
            keeper.insert(identity, i);
    }
    for (qsizetype i = 0; i < m_ports.size(); ++i) {
        if (keeper.value(m_ports[i].identity()) != i)
            m_ports[i].serialNumber += QLatin1Char('@') + m_ports[i].socket;
    }
}

// A member that is not plugged in stays, so that it can be told so; others are forgotten.
void SerialBackend::dropAbsent(const QStringList &claimed)
{
    for (auto it = m_links.begin(); it != m_links.end();) {
        SerialLink &board = *it->second;
        if (locateBoard(it->first)) {
            ++it;
            continue;
        }
        if (m_ingest.isMember(board.device()) && !claimed.contains(it->first)) {
            board.look();
            ++it;
            continue;
        }
        board.setWanted(false);
        m_ingest.withdraw(board.device());
        it->second.release()->deleteLater();
        it = m_links.erase(it);
    }
}

QString SerialBackend::nameOf(const Port &port) const
{
    const auto alike = std::count_if(m_ports.cbegin(), m_ports.cend(), [&](const Port &other) { return other.usb && other.title() == port.title(); });
    if (!port.usb || alike < 2)
        return port.title();
    return tr("%1 (%2)", "a board and its serial number or place").arg(port.title(), port.identity().section(QLatin1Char(':'), 2));
}

Device SerialBackend::describe(const Port &port, const codec::Profile &profile) const
{
    Device device;
    const QString identity = port.identity();
    device.addresses = {QStringLiteral("serial:") + (identity.isEmpty() ? port.path : identity)};
    device.name = nameOf(port);
    device.manufacturer = profile.manufacturer.isEmpty() ? port.manufacturer : profile.manufacturer;
    device.model = profile.model.isEmpty() ? port.description : profile.model;
    device.convention = profile.name;
    device.serialNumber = port.serialNumber;
    device.link = QStringLiteral("serial");
    device.kind = Kind::M2M;
    return device;
}

// --- how it is doing

void SerialBackend::tellState()
{
    if (m_isStopped)
        return;
    if (m_settings.target == Target::All)
        tellStateOfAll();
    else
        tellStateOfOne();
}

void SerialBackend::tellStateOfOne()
{
    const SerialLink &one = link({});
    ConnectionStatus status;
    status.detail = one.detail();
    switch (one.state()) {
    case SerialLink::State::Idle: return;
    case SerialLink::State::Open: status.state = ConnectionState::Open; break;
    case SerialLink::State::Absent:
    case SerialLink::State::Waiting:
        status.state = ConnectionState::Waiting;
        status.retryAt = one.retryAt();
        break;
    }
    tell(status);
}

void SerialBackend::tell(const ConnectionStatus &status)
{
    if (status.state == m_status.state && status.detail == m_status.detail && status.retryAt == m_status.retryAt)
        return;
    m_status = status;
    Q_EMIT statusChanged(status);
}

void SerialBackend::tellStateOfAll()
{
    if (m_isLooking)
        return; // told once, when everything has been looked at
    QString detail = m_ports.isEmpty() ? tr("No board is plugged in. One that is shows up by itself.") : tr("%n board(s) on USB.", nullptr, int(m_ports.size()));
    for (const auto &[identity, link] : m_links) {
        if (link->state() == SerialLink::State::Waiting) {
            detail += QLatin1Char(' ') + link->detail();
            break;
        }
    }
    tell({ConnectionState::Open, detail, 0});
}

// --- commands

void SerialBackend::send(const Command &command)
{
    const auto it = std::find_if(m_links.begin(), m_links.end(), [&](const auto &entry) { return entry.second->device() == command.device; });
    if (it == m_links.end())
        Q_EMIT commandFinished(command.id, failure(Error::Code::NotFound, tr("The device is not plugged in. The command was not sent.")), false);
    else
        it->second->send(command);
}

void SerialBackend::abandon(CommandId id)
{
    for (const auto &[identity, link] : m_links)
        link->abandon(id);
}

Result<void> SerialBackend::write(const QString &where, const QByteArray &bytes)
{
    for (const auto &[identity, link] : m_links) {
        if (where.isEmpty() ? m_links.size() == 1 : link->path() == where)
            return link->write(bytes);
    }
    return failure(Error::Code::NotFound, tr("%1 is not open. Nothing was sent.").arg(where.isEmpty() ? m_connection.name : where));
}

} // namespace muster
