#include "backends/ble/radio.h"

#include <algorithm>
#include <utility>

namespace muster::ble {

Radio::Radio(int answerMs, QObject *parent)
    : QObject(parent)
    , m_pairer(answerMs, this)
{
    connect(&m_pairer, &Pairer::asked, this, &Radio::pairingAsked);
    connect(&m_pairer, &Pairer::takenBack, this, &Radio::pairingTakenBack);
    connect(&m_pairer, &Pairer::done, this, &Radio::paired);
    m_batch.setSingleShot(true);
    m_batch.setInterval(batchMs);
    connect(&m_batch, &QTimer::timeout, this, &Radio::flush);
    connect(&m_watch, &AdapterWatch::changed, this, &Radio::adapterChanged);
    connect(&m_scanner, &Scanner::heard, this, &Radio::heard);
    connect(&m_adverts, &AdvertWatch::serviceDataChanged, &m_scanner, &Scanner::supplement);
    m_repair.setSingleShot(true);
    m_repair.setInterval(repairMs);
    connect(&m_repair, &QTimer::timeout, this, [this] { adapterChanged(m_watch.state()); });
    connect(&m_scanner, &Scanner::failed, this, &Radio::scanFailed);
}

Radio::~Radio() = default;

void Radio::start()
{
    m_running = true;
    m_watch.start();
    m_adverts.start();
}

void Radio::stop()
{
    m_running = false;
    m_repair.stop();
    m_scanner.stop();
    m_wanted.clear();
    m_pairer.stop(tr("The connection was closed."));
    endAll(tr("The connection was closed."));
}

void Radio::adapterChanged(RadioState state)
{
    if (!m_running)
        return;
    if (state == RadioState::Scanning) {
        m_scanner.start();
    } else {
        m_scanner.stop();
        m_scanner.forget();
        const QString reason = tr("Bluetooth is not there at the moment.");
        for (const Wanted &wanted : std::exchange(m_wanted, {}))
            Q_EMIT linkChanged(wanted.node, LinkState::Closed, reason);
        m_pairer.stop(reason);
        endAll(reason);
    }
    Q_EMIT stateChanged(state, {});
}

void Radio::scanFailed(const QString &reason)
{
    if (!m_running || m_watch.state() != RadioState::Scanning)
        return; // the adapter went away, which is told by itself
    Q_EMIT stateChanged(RadioState::Broken, reason);
    m_repair.start();
}

void Radio::connectTo(NodeKey node, const std::optional<codec::BleProfile> &profile)
{
    const auto isThere = [node](const Wanted &wanted) { return wanted.node == node; };
    if (!m_running || m_links.contains(node) || std::any_of(m_wanted.begin(), m_wanted.end(), isThere))
        return;
    if (m_watch.state() != RadioState::Scanning || !m_scanner.device(node).isValid()) {
        Q_EMIT linkChanged(node, LinkState::Closed, tr("The device has not been heard yet."));
        return;
    }
    if (m_links.size() + m_wanted.size() >= std::size_t(maxLinks)) {
        Q_EMIT linkChanged(node, LinkState::Closed, tr("Muster is connected to %1 Bluetooth devices already, which is as many as it holds.").arg(maxLinks));
        return;
    }
    m_wanted.push_back({node, profile});
    next();
}

void Radio::next()
{
    if (m_connecting != 0 || m_wanted.empty())
        return;
    const Wanted wanted = std::move(m_wanted.front());
    m_wanted.pop_front();
    open(wanted);
}

void Radio::open(const Wanted &wanted)
{
    const NodeKey node = wanted.node;
    m_connecting = node;
    auto made = std::make_unique<Link>(node, m_scanner.device(node), wanted.profile, nullptr);
    Link *const link = made.get();
    m_links.insert_or_assign(node, std::move(made));
    connect(link, &Link::described, this, [this, node](const LinkDescription &description) {
        if (std::exchange(m_connecting, m_connecting == node ? 0 : m_connecting) == node)
            QMetaObject::invokeMethod(this, &Radio::next, Qt::QueuedConnection);
        Q_EMIT described(node, description);
        Q_EMIT linkChanged(node, LinkState::Ready, {});
    });
    connect(link, &Link::valued, this, [this, node](int characteristic, const QByteArray &bytes) { take(node, characteristic, bytes); });
    connect(link, &Link::written, this, &Radio::written);
    connect(link, &Link::ended, this, [this, node](const QString &reason) { over(node, reason); });
    Q_EMIT linkChanged(node, LinkState::Connecting, {});
    link->open();
}

void Radio::over(NodeKey node, const QString &reason)
{
    const auto it = m_links.find(node);
    if (it == m_links.end())
        return;
    it->second->disconnect(this);
    it->second.release()->deleteLater(); // it is on the stack below
    m_links.erase(it);
    flush(); // what it said comes before its end
    if (m_connecting == node) {
        m_connecting = 0;
        QMetaObject::invokeMethod(this, &Radio::next, Qt::QueuedConnection);
    }
    Q_EMIT linkChanged(node, LinkState::Closed, reason);
}

void Radio::endAll(const QString &reason)
{
    while (!m_links.empty())
        over(m_links.begin()->first, reason); // what still is connected is let go by its controller's end
    m_connecting = 0;
}

void Radio::disconnectFrom(NodeKey node)
{
    if (std::erase_if(m_wanted, [node](const Wanted &wanted) { return wanted.node == node; }) > 0)
        Q_EMIT linkChanged(node, LinkState::Closed, tr("The link was closed."));
    if (const auto it = m_links.find(node); it != m_links.end())
        it->second->close();
}

void Radio::write(NodeKey node, int characteristic, const QByteArray &bytes, quint32 token)
{
    const auto it = m_links.find(node);
    if (it == m_links.end())
        Q_EMIT written(token, tr("The device is not connected."));
    else
        it->second->write(characteristic, bytes, token);
}

void Radio::take(NodeKey node, int characteristic, const QByteArray &bytes)
{
    m_values.append({node, quint16(characteristic), bytes, nowMicros()});
    if (m_values.size() >= maxBatch)
        flush();
    else if (!m_batch.isActive())
        m_batch.start();
}

void Radio::flush()
{
    if (!m_values.isEmpty())
        Q_EMIT valuesArrived(std::exchange(m_values, {}));
}

} // namespace muster::ble
