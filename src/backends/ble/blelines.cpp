// The part of BleBackend that is about profiles: serial lines inside UART-like services, what else has one, and what is connected to.
#include "backends/ble/blebackend.h"

#include "backends/ble/commands.h"
#include "backends/ble/radio.h"

namespace muster {

using namespace ble;

bool BleBackend::isWanted(const Entry &entry, Micros now) const
{
    if (!entry.node.isAnnounced() || entry.heldOff)
        return false;
    return now < entry.demandedUntil || (m_ingest.isMember(entry.node.id()) && !entry.node.speaksByAdvert() && !maySpeakYet(entry, now));
}

// What says all by advertisement, some seconds apart, often cannot be connected to, and is not heard as long as that is tried.
bool BleBackend::maySpeakYet(const Entry &entry, Micros now) const
{
    return !entry.wasReady && now - entry.firstHeard < m_options.listenFirstMs * 1'000LL && !entry.node.announcesUse() && !entry.node.profileAmong(m_profiles);
}

/// A board whose profile is gone is read as if it had none.
codec::Profile BleBackend::profileOf(const Entry &entry)
{
    const QString id = m_options.boards.value(entry.node.address());
    if (id.isEmpty())
        return {};
    auto profile = m_options.shelf.find(id);
    if (!profile)
        Q_EMIT noted(Severity::Warning, tr("The profile of %1 cannot be used: %2").arg(entry.node.displayName(), profile.error().text));
    return profile ? *std::move(profile) : codec::Profile();
}

void BleBackend::giveLine(Entry &entry)
{
    const NodeKey key = entry.node.key();
    auto made = std::make_unique<line::Line>(profileOf(entry), m_ingest, m_connection,
        [this, key](const QByteArray &bytes, CommandId command) { return writeLine(key, bytes, command); });
    connect(made.get(), &line::Line::finished, this, &BleBackend::commandFinished);
    connect(made.get(), &line::Line::noted, this, &BleBackend::noted);
    if (m_options.scripts)
        made->runScript(*m_options.scripts);
    entry.node.setLine(std::move(made));
}

void BleBackend::sendOverLine(Entry &entry, const Command &command)
{
    line::Line &line = *entry.node.line();
    if (line.knows(command.key)) {
        line.send(command);
        return;
    }
    const QString *const typed = std::get_if<QString>(&command.argument);
    if (!typed || typed->toUtf8().size() > maxWrite)
        finish(command.id, failure(Error::Code::Invalid, tr("A line of at most %1 bytes can be sent to %2.").arg(maxWrite).arg(entry.node.displayName())));
    else
        line.sendBytes(command.id, line.codec().framed(typed->toUtf8()));
}

Result<void> BleBackend::writeLine(NodeKey node, const QByteArray &bytes, CommandId command)
{
    const auto it = m_nodes.find(node);
    if (it == m_nodes.end() || it->second.node.lineWrite() < 0)
        return failure(Error::Code::Unreachable, tr("The device is not connected. Nothing was sent."));
    const int characteristic = it->second.node.lineWrite();
    return writeOut(it->second, characteristic, bytes, {command, 0, it->second.node.acknowledges(characteristic), node, true});
}

// Other options are few and dear: they open it anew.
bool BleBackend::change(const Connection &connection)
{
    auto changed = options(connection.url);
    if (!m_open || !changed || changed->showNameless != m_options.showNameless)
        return false;
    m_options.boards = changed->boards;
    readLinesAnew();
    readProfilesAnew();
    return true;
}

void BleBackend::readLinesAnew()
{
    for (auto &[key, entry] : m_nodes) {
        line::Line *const line = entry.node.line();
        if (!line || profileOf(entry) == line->profile())
            continue;
        line->stop({Error::Code::Cancelled, tr("%1 is read another way now.").arg(entry.node.displayName())});
        giveLine(entry);
        if (entry.link == LinkState::Ready && entry.node.lineWrite() >= 0) {
            entry.node.tellLine();
            entry.node.line()->start();
        }
    }
}

// What of a device is listened to is decided while it is connected to: it is once more.
void BleBackend::readProfilesAnew()
{
    m_profiles = m_options.shelf.bleProfiles();
    for (auto &[key, entry] : m_nodes) {
        const codec::BleProfile *const fits = entry.node.profileAmong(m_profiles);
        if (entry.link == LinkState::Closed || (fits ? entry.profile == *fits : !entry.profile))
            continue;
        entry.node.forgetProfile();
        QMetaObject::invokeMethod(m_radio, [radio = m_radio, node = key] { radio->disconnectFrom(node); }, Qt::QueuedConnection);
    }
}

} // namespace muster
