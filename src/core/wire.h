#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "core/sample.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

namespace muster {

/// Bytes as they went over a connection, in one piece as they were read or written.
struct WireChunk
{
    Micros time = 0;
    ConnectionId connection {};
    bool outgoing = false;
    QString where {};       ///< the port, topic or characteristic
    QByteArray bytes {};
    bool whole = false;     ///< a message by itself, not a piece of a stream
};

/// What went over the tapped connections within one tick. Bounded by Ingest; what did not fit is counted.
struct WireBatch
{
    QList<WireChunk> chunks {};
    qsizetype bytes = 0;    ///< of all chunks
    quint64 dropped = 0;    ///< bytes that were left out of this batch
};

/// Listening in on connections and writing to them by hand, as the window sees it. Main thread. Nothing is copied for a connection that nobody
/// listens to. Connected to Ingest and BackendHost by app/services.
class Wire : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts and ends listening; each listen() needs its release().
    void listen(ConnectionId id);
    void release(ConnectionId id);
    /// Sends bytes as they are; `where` as in WireChunk, empty where a connection has only one. A refusal comes as refused().
    void write(ConnectionId id, const QString &where, const QByteArray &bytes) { Q_EMIT writeRequested(id, where, bytes); }

public Q_SLOTS:
    void take(const muster::WireBatch &batch);
    void refuse(muster::ConnectionId id, const muster::Error &error) { Q_EMIT refused(id, error); }

Q_SIGNALS:
    void tapRequested(muster::ConnectionId id, bool on);
    void writeRequested(muster::ConnectionId id, const QString &where, const QByteArray &bytes);
    void taken(qsizetype bytes); ///< back-pressure for Ingest
    void arrived(const muster::WireBatch &batch);
    void refused(muster::ConnectionId id, const muster::Error &error);

private:
    QHash<ConnectionId, int> m_listeners;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::WireBatch)
