#include "core/connections.h"

#include <algorithm>

namespace muster {

namespace {

/// The secret of a URL belongs elsewhere: takes it out and returns it.
std::optional<QString> takePassword(QUrl &url)
{
    if (url.password().isEmpty())
        return {};
    const QString password = url.password(QUrl::FullyDecoded);
    url.setPassword(QString());
    return password;
}

} // namespace

const Connection *Connections::find(ConnectionId id) const
{
    const auto it = std::find_if(m_all.cbegin(), m_all.cend(), [id](const Connection &c) { return c.id == id; });
    return it == m_all.cend() ? nullptr : &*it;
}

void Connections::restore(const QList<Connection> &connections, ConnectionId last)
{
    m_all = connections;
    m_last = last.n;
    for (const Connection &connection : connections)
        m_last = std::max(m_last, connection.id.n);
    for (const Connection &connection : connections)
        Q_EMIT added(connection.id);
}

ConnectionId Connections::add(Connection connection, const std::optional<QString> &password, const std::optional<QString> &passphrase)
{
    const auto inUrl = takePassword(connection.url);
    connection.id = {++m_last};
    if (connection.name.isEmpty())
        connection.name = nameFor(connection.url);
    m_all.append(connection);
    if (const auto &secret = password ? password : inUrl)
        Q_EMIT passwordGiven(connection.id, *secret, true);
    if (passphrase)
        Q_EMIT passphraseGiven(connection.id, *passphrase, true);
    Q_EMIT added(connection.id);
    return connection.id;
}

void Connections::change(Connection connection, const std::optional<QString> &password, const std::optional<QString> &passphrase)
{
    const auto inUrl = takePassword(connection.url);
    const auto it = std::find_if(m_all.begin(), m_all.end(), [&](const Connection &c) { return c.id == connection.id; });
    if (it == m_all.end())
        return;
    if (connection.name.isEmpty())
        connection.name = nameFor(connection.url);
    *it = connection;
    if (const auto &secret = password ? password : inUrl)
        Q_EMIT passwordGiven(connection.id, *secret, true);
    if (passphrase)
        Q_EMIT passphraseGiven(connection.id, *passphrase, true);
    Q_EMIT changed(connection.id);
}

void Connections::givePassword(ConnectionId id, const QString &password, bool keep)
{
    if (!find(id))
        return;
    Q_EMIT passwordGiven(id, password, keep);
    Q_EMIT changed(id);
}

void Connections::givePassphrase(ConnectionId id, const QString &passphrase, bool keep)
{
    if (!find(id))
        return;
    Q_EMIT passphraseGiven(id, passphrase, keep);
    Q_EMIT changed(id);
}

void Connections::setEnabled(ConnectionId id, bool enabled)
{
    const Connection *known = find(id);
    if (!known || known->enabled == enabled)
        return;
    Connection connection = *known;
    connection.enabled = enabled;
    change(connection);
}

void Connections::remove(ConnectionId id)
{
    if (m_all.removeIf([id](const Connection &c) { return c.id == id; }) > 0)
        Q_EMIT removed(id);
}

ConnectionId Connections::test(Connection connection, const std::optional<QString> &password, const std::optional<QString> &passphrase)
{
    const auto inUrl = takePassword(connection.url);
    const ConnectionId original = connection.id;
    connection.id = {++m_last};
    Q_EMIT testRequested(connection, password ? password : inUrl, original, passphrase);
    return connection.id;
}

void Connections::setKeepsSecrets(bool keeps)
{
    if (m_keepsSecrets == keeps)
        return;
    m_keepsSecrets = keeps;
    Q_EMIT keepsSecretsChanged();
}

void Connections::setNearby(const QList<NearbyEndpoint> &endpoints)
{
    if (m_nearby == endpoints)
        return;
    m_nearby = endpoints;
    Q_EMIT nearbyChanged();
}

void Connections::setProfiles(const QList<LinkProfile> &profiles)
{
    if (m_profiles == profiles)
        return;
    m_profiles = profiles;
    Q_EMIT profilesChanged();
}

QString Connections::nameFor(const QUrl &url)
{
    if (!url.host().isEmpty())
        return url.host();
    if (url.path().isEmpty()) // a road that is everywhere: "BLE"
        return url.query().isEmpty() ? url.scheme().toUpper() : url.toDisplayString();
    return url.path();
}

} // namespace muster
