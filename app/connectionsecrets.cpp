#include "app/connectionsecrets.h"

#include "secrets/secretstore.h"

#include <QUrlQuery>

#include <algorithm>

namespace muster {

ConnectionSecrets::ConnectionSecrets(SecretStore &store, bool keeps, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeps(keeps)
{
}

/// One entry per user and server, so that two connections to one broker share it and another broker never gets it.
QString ConnectionSecrets::passwordEntry(const Connection &connection)
{
    return QStringLiteral("%1 %2@%3:%4")
        .arg(connection.url.scheme(), connection.url.userName(), connection.url.host(), QString::number(connection.url.port(-1)));
}

/// One entry per key file (see mqttsettings.h).
QString ConnectionSecrets::passphraseEntry(const Connection &connection)
{
    const QUrlQuery query(connection.url);
    QString file = query.queryItemValue(QStringLiteral("keyfile"), QUrl::FullyDecoded);
    if (file.isEmpty())
        file = query.queryItemValue(QStringLiteral("cert"), QUrl::FullyDecoded);
    return file.isEmpty() ? QString() : QStringLiteral("key ") + file;
}

void ConnectionSecrets::gather(const Connection &connection, ConnectionId knownAs, std::function<void(const Found &)> done)
{
    Found found;
    if (connection.url.userName().isEmpty() || m_passwords.contains(knownAs)) {
        found.credentials.password = m_passwords.value(knownAs);
        return addPassphrase(connection, knownAs, found, std::move(done));
    }
    m_store.read(passwordEntry(connection), this, [this, connection, knownAs, done = std::move(done)](const SecretAnswer &answer) {
        Found read;
        read.credentials.password = answer.secret;
        read.passwordMissing = answer.place == SecretPlace::Nowhere;
        read.problem = answer.problem;
        addPassphrase(connection, knownAs, read, done);
    });
}

void ConnectionSecrets::addPassphrase(const Connection &connection, ConnectionId knownAs, Found found, std::function<void(const Found &)> done)
{
    const QString entry = passphraseEntry(connection);
    found.credentials.passphrase = m_passphrases.value(knownAs);
    if (entry.isEmpty() || m_passphrases.contains(knownAs))
        return done(found);
    m_store.read(entry, this, [found, done = std::move(done)](const SecretAnswer &answer) {
        Found read = found;
        read.credentials.passphrase = answer.secret;
        done(read);
    });
}

void ConnectionSecrets::setPassword(const Connection &connection, const QString &password, bool keep)
{
    m_passwords.insert(connection.id, password);
    if (keep && m_keeps)
        m_store.write(passwordEntry(connection), password);
}

void ConnectionSecrets::setPassphrase(const Connection &connection, const QString &passphrase, bool keep)
{
    m_passphrases.insert(connection.id, passphrase);
    const QString entry = passphraseEntry(connection);
    if (keep && m_keeps && !entry.isEmpty())
        m_store.write(entry, passphrase);
}

void ConnectionSecrets::use(const Connection &connection)
{
    QStringList entries {passphraseEntry(connection)};
    if (!connection.url.userName().isEmpty())
        entries.append(passwordEntry(connection));
    entries.removeAll(QString());
    m_entries.insert(connection.id, entries);
}

void ConnectionSecrets::forget(ConnectionId id)
{
    m_passwords.remove(id);
    m_passphrases.remove(id);
    const QStringList entries = m_entries.take(id);
    for (const QString &entry : entries) {
        const bool inUse = std::any_of(m_entries.cbegin(), m_entries.cend(), [&entry](const QStringList &others) { return others.contains(entry); });
        if (!inUse && m_keeps)
            m_store.remove(entry);
    }
}

} // namespace muster
