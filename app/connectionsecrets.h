#pragma once

#include "core/connection.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace muster {

class SecretStore;

/// What connections are opened with: passwords, and passphrases of key files. Those of this session are in memory, the others in the keychain
/// and nowhere else. Main thread.
class ConnectionSecrets : public QObject
{
    Q_OBJECT

public:
    /// `keeps` false: nothing is ever given to the keychain.
    ConnectionSecrets(SecretStore &store, bool keeps, QObject *parent = nullptr);

    struct Found
    {
        Credentials credentials {};
        bool passwordMissing = false; ///< the URL names a user, and nothing is known of a password
        QString problem {};           ///< the keychain's
    };
    /// Answers once, later or at once. A passphrase that is not known is left empty: the key may need none.
    void gather(const Connection &connection, ConnectionId knownAs, std::function<void(const Found &)> done);

    /// What the keychain calls them; empty where the connection has none of its own.
    [[nodiscard]] static QString passwordEntry(const Connection &connection);
    [[nodiscard]] static QString passphraseEntry(const Connection &connection);

    void setPassword(const Connection &connection, const QString &password, bool keep);
    void setPassphrase(const Connection &connection, const QString &passphrase, bool keep);
    /// They were refused: what is in memory is not taken again.
    void dropPassword(ConnectionId id) { m_passwords.remove(id); }
    void dropPassphrase(ConnectionId id) { m_passphrases.remove(id); }
    /// Notes which entries a connection uses. Those that no connection uses any more leave the keychain with forget().
    void use(const Connection &connection);
    void forget(ConnectionId id);

private:
    void addPassphrase(const Connection &connection, ConnectionId knownAs, Found found, std::function<void(const Found &)> done);

    SecretStore &m_store;
    bool m_keeps = true;
    QHash<ConnectionId, QString> m_passwords;   ///< of this session
    QHash<ConnectionId, QString> m_passphrases; ///< likewise
    QHash<ConnectionId, QStringList> m_entries;
};

} // namespace muster
