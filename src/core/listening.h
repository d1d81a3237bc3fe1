#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QUrl>

namespace muster {

/// A wish to hear what an unknown port says, at one line rate after the other.
struct ListenOrder
{
    quint64 id = 0;
    QUrl port {};           ///< serial:///dev/ttyUSB0 or serial:0403:6001:A50285BI
    QList<int> rates {};    ///< Bd
    int msEach = 1'500;     ///< how long at each rate at most
    QByteArray wake {};     ///< written first at each rate, because a person said so; empty: not a byte is written
};

/// Listening to ports nobody knows yet, as the window sees it. Main thread; connected to whoever can listen by app/services. One at a time: a new one
/// ends the one before.
class Listening : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answers with heard() for each rate and one ended().
    quint64 listen(ListenOrder order)
    {
        order.id = ++m_last;
        Q_EMIT wanted(order);
        return order.id;
    }
    void stop(quint64 id) { Q_EMIT stopWanted(id); }

public Q_SLOTS:
    void take(quint64 id, int baud, const QByteArray &bytes) { Q_EMIT heard(id, baud, bytes); }
    void end(quint64 id, const muster::Result<void> &result) { Q_EMIT ended(id, result); }

Q_SIGNALS:
    void wanted(const muster::ListenOrder &order);
    void stopWanted(quint64 id);
    void heard(quint64 id, int baud, const QByteArray &bytes);
    /// After all rates, when stopped, or because the port cannot be opened.
    void ended(quint64 id, const muster::Result<void> &result);

private:
    quint64 m_last = 0;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::ListenOrder)
