#pragma once

#include "core/ids.h"
#include "core/messageproperties.h"
#include "core/result.h"
#include "core/sample.h"
#include "core/topictrial.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace muster {

/// What happened to one topic of a broker since it was last told about.
struct TopicChange
{
    QString topic {};
    quint32 messages = 0;
    quint64 bytes = 0;        ///< of all these messages
    // Of the last of them:
    Micros time = 0;
    QByteArray payload {};    ///< its beginning, see TopicBatch::mostKept
    QByteArray masked {};     ///< as it may be shown, where it holds secrets; else empty
    qsizetype size = 0;       ///< of the whole payload
    quint8 qos = 0;
    bool retained = false;    ///< the broker had kept one of them
    MessageProperties properties {}; ///< those with secrets in their names masked
};

/// The topics that changed within one tick, each once however many messages came. Bounded; what did not fit is counted.
struct TopicBatch
{
    static constexpr qsizetype mostKept = 64 * 1024; ///< bytes of a payload

    ConnectionId connection {};
    QList<TopicChange> changes {};
    quint64 untold = 0;       ///< messages of topics that did not fit
};

/// What is to be listened to on a broker.
struct TopicScope
{
    QString filter {};        ///< empty: nothing
    bool system = false;      ///< $SYS/# as well
    quint32 round = 0;        ///< another number: what is retained is asked for once more

    [[nodiscard]] bool isEmpty() const { return filter.isEmpty() && !system; }
    friend bool operator==(const TopicScope &, const TopicScope &) = default;
};

/// A message somebody wants sent by hand.
struct Publication
{
    quint64 order = 0;        ///< comes back with what became of it; > 0
    QString topic {};
    QByteArray payload {};
    quint8 qos = 0;
    bool retain = false;
};

/// The topics of brokers as the window sees them: what is there, and messages by hand. Main thread. Nothing is listened to for a connection that
/// nobody looks at. Connected to BackendHost by app/services.
class Topics : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// One listener per connection; an empty scope ends it.
    void listen(ConnectionId id, const TopicScope &scope) { Q_EMIT scopeRequested(id, scope); }
    /// What became of it comes as published().
    quint64 publish(ConnectionId id, Publication publication)
    {
        publication.order = ++m_orders;
        Q_EMIT publishRequested(id, publication);
        return m_orders;
    }
    /// What rule number `which` of a connection's would make of messages; fast enough for every key typed. Set by services.
    std::function<TopicTrial(const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages)> tryRule {};
    /// The batch has been taken in: the next one may come.
    void acknowledge(ConnectionId id) { Q_EMIT acknowledged(id); }

public Q_SLOTS:
    void take(const muster::TopicBatch &batch) { Q_EMIT arrived(batch); }
    void tell(muster::ConnectionId id, const QString &problem) { Q_EMIT told(id, problem); }
    void conclude(quint64 order, const muster::Result<void> &result) { Q_EMIT published(order, result); }

Q_SIGNALS:
    void scopeRequested(muster::ConnectionId id, const muster::TopicScope &scope);
    void publishRequested(muster::ConnectionId id, const muster::Publication &publication);
    void acknowledged(muster::ConnectionId id);
    void arrived(const muster::TopicBatch &batch);
    void told(muster::ConnectionId id, const QString &problem); ///< why nothing is heard, one sentence; empty: it is
    void published(quint64 order, const muster::Result<void> &result);

private:
    quint64 m_orders = 0;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::TopicBatch)
Q_DECLARE_METATYPE(muster::TopicScope)
Q_DECLARE_METATYPE(muster::Publication)
