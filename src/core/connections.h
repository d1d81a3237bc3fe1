#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QList>
#include <QObject>

#include <optional>

namespace muster {

/// Something on this computer that a connection could be opened to right now: a serial port.
struct NearbyEndpoint
{
    QUrl url {};
    QString name {};    ///< "Arduino Uno · /dev/ttyACM0"
    QString detail {};  ///< more of it, for a tool tip

    friend bool operator==(const NearbyEndpoint &, const NearbyEndpoint &) = default;
};

/// A way to understand the bytes of a point-to-point link that a connection can name in its URL.
struct LinkProfile
{
    QString id {};      ///< as in `profile=…`
    QString name {};
    QString detail {};

    friend bool operator==(const LinkProfile &, const LinkProfile &) = default;
};

/// The list of roads a person has set up. Main thread. Knows nothing of sockets or keychains: app/services listens and opens, closes, stores
/// and asks; what became of it is in Diagnostics.
class Connections : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<Connection> &all() const { return m_all; }
    [[nodiscard]] const Connection *find(ConnectionId id) const;

    /// Puts back what was stored; each is added(). Call once, before anything else. Ids are never reused: new ones start behind `last`.
    void restore(const QList<Connection> &connections, ConnectionId last);

    /// A password in the URL is taken out of it and treated as if it had been given here. The passphrase is that of the key file in the URL.
    ConnectionId add(Connection connection, const std::optional<QString> &password = {}, const std::optional<QString> &passphrase = {});
    void change(Connection connection, const std::optional<QString> &password = {}, const std::optional<QString> &passphrase = {});
    /// Answers passwordWanted(). `keep` false: for this run of the program only.
    void givePassword(ConnectionId id, const QString &password, bool keep);
    /// Answers passphraseWanted().
    void givePassphrase(ConnectionId id, const QString &passphrase, bool keep);
    void setEnabled(ConnectionId id, bool enabled);
    void remove(ConnectionId id);

    /// Asks for one attempt with these settings; the verdict comes as tested() with the returned id, and certificateOffered() before it where
    /// that may help. Without a password or passphrase, the one known for the connection's own id is meant.
    ConnectionId test(Connection connection, const std::optional<QString> &password = {}, const std::optional<QString> &passphrase = {});

    /// Whether passwords outlive the program (there is a usable keychain). Set by services.
    [[nodiscard]] bool keepsSecrets() const { return m_keepsSecrets; }
    void setKeepsSecrets(bool keeps);

    /// What could be connected to right now. Set by whoever watches the ports.
    [[nodiscard]] const QList<NearbyEndpoint> &nearby() const { return m_nearby; }
    void setNearby(const QList<NearbyEndpoint> &endpoints);

    [[nodiscard]] const QList<LinkProfile> &profiles() const { return m_profiles; }
    void setProfiles(const QList<LinkProfile> &profiles);

    /// Names taken from an endpoint for people: "broker.local" for mqtt://ada@broker.local:1883/x.
    [[nodiscard]] static QString nameFor(const QUrl &url);

public Q_SLOTS:
    void conclude(muster::ConnectionId id, const muster::Result<void> &verdict) { Q_EMIT tested(id, verdict); }
    void offerCertificate(muster::ConnectionId id, const muster::ServerCertificate &certificate) { Q_EMIT certificateOffered(id, certificate); }
    /// A connection cannot go on without a password that is not known.
    void wantPassword(muster::ConnectionId id) { Q_EMIT passwordWanted(id); }
    void wantPassphrase(muster::ConnectionId id) { Q_EMIT passphraseWanted(id); }

Q_SIGNALS:
    void added(muster::ConnectionId id);
    void changed(muster::ConnectionId id);          ///< name, URL or enabled
    void removed(muster::ConnectionId id);
    void passwordGiven(muster::ConnectionId id, const QString &password, bool keep);
    void passwordWanted(muster::ConnectionId id);
    void passphraseGiven(muster::ConnectionId id, const QString &passphrase, bool keep);
    void passphraseWanted(muster::ConnectionId id);
    void testRequested(const muster::Connection &connection, const std::optional<QString> &password, muster::ConnectionId original,
        const std::optional<QString> &passphrase);
    void certificateOffered(muster::ConnectionId id, const muster::ServerCertificate &certificate);
    void tested(muster::ConnectionId id, const muster::Result<void> &verdict);
    void keepsSecretsChanged();
    void nearbyChanged();
    void profilesChanged();

private:
    QList<Connection> m_all;
    QList<NearbyEndpoint> m_nearby;
    QList<LinkProfile> m_profiles;
    quint32 m_last = 0;
    bool m_keepsSecrets = true;
};

} // namespace muster
