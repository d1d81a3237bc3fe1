#pragma once

#include "core/ids.h"
#include "core/sample.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <array>

namespace muster {

/// A road Muster keeps open: an endpoint URL and a name for people. Everything but the secrets is in the URL
/// (`mqtts://ada@broker:8883?protocol=5&filter=%23`), so it can be stored, shared and typed as one line.
struct Connection
{
    ConnectionId id {};
    QString name {};
    QUrl url {};          ///< never holds a password: Credentials does
    bool enabled = true;

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// What must never be stored outside the keychain.
struct Credentials
{
    QString password {};
    QString passphrase {}; ///< of the key that belongs to the connection's own certificate
};

/// What a server showed when its certificate could not be trusted, so that a person can look at it and trust this one alone.
struct ServerCertificate
{
    QByteArray fingerprint {}; ///< SHA-256 of the whole certificate, 32 bytes; empty: there is none to look at
    QString subject {};
    QString issuer {};
    QString names {};          ///< the hosts it is for
    Micros from = 0;
    Micros until = 0;

    friend bool operator==(const ServerCertificate &, const ServerCertificate &) = default;
};

enum class ConnectionState : quint8 { Closed, Connecting, Open, Waiting, Failed };

/// How a connection is doing. Waiting: it dropped or did not come up, and is tried again by itself.
/// Failed: trying again is pointless until a person changes something.
struct ConnectionStatus
{
    ConnectionState state = ConnectionState::Closed;
    QString detail {};     ///< one sentence for people; with a remedy when something is wrong
    Micros retryAt = 0;    ///< Waiting: when the next attempt starts
    bool loginRefused = false; ///< Failed: another user name or password may help
    bool keyLocked = false;    ///< Failed: the key of the own certificate needs a passphrase, or another one
    ServerCertificate untrusted {}; ///< Failed: it could be trusted by itself
};

/// Everything that is counted per connection. What is lost or refused is never silent: it is one of these.
enum class Count : quint8 {
    Messages,     ///< received
    Bytes,        ///< received
    Samples,      ///< made of them
    Sent,         ///< messages written
    Ignored,      ///< understood to be of no use: not discovery, no value in it
    Malformed,    ///< did not decode
    Oversized,    ///< larger than the payload limit, dropped whole
    TypeChanged,  ///< a value of another type than its metric's, not stored
    BadTime,      ///< a device time too far from now, replaced by the arrival
    LimitReached, ///< a device or metric beyond the limits, not made
    Late,         ///< older than the live memory reaches back
    Dropped,      ///< lost because something could not keep up
    Reconnects,
    Last_ = Reconnects
};
using Counters = std::array<quint64, size_t(Count::Last_) + 1>;

inline quint64 &at(Counters &counters, Count what) { return counters[size_t(what)]; }
inline quint64 at(const Counters &counters, Count what) { return counters[size_t(what)]; }

/// What was lost, refused or not understood: the number the status bar shows as "dropped".
[[nodiscard]] quint64 lost(const Counters &counters);

} // namespace muster

Q_DECLARE_METATYPE(muster::Connection)
Q_DECLARE_METATYPE(muster::Credentials)
Q_DECLARE_METATYPE(muster::ServerCertificate)
Q_DECLARE_METATYPE(muster::ConnectionStatus)
Q_DECLARE_METATYPE(muster::Counters)
