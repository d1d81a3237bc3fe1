#pragma once

#include "core/ids.h"
#include "core/sample.h"

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
Q_DECLARE_METATYPE(muster::ConnectionStatus)
Q_DECLARE_METATYPE(muster::Counters)
