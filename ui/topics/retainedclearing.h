#pragma once

#include "core/topics.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace muster {

/// A retained message as it can be put back.
struct RetainedMessage
{
    QString topic {};
    QByteArray payload {};
    quint8 qos = 0;
};

/// Takes retained messages away from a broker, or puts them back, one after the other and not faster than `perSecond`, waiting for the broker to
/// take each. Main thread.
class RetainedClearing : public QObject
{
    Q_OBJECT

public:
    static constexpr int tickMs = 50;
    static constexpr int perSecond = 200;
    static constexpr qsizetype maxUnderWay = 50; ///< messages the broker has not answered

    RetainedClearing(Topics &topics, ConnectionId connection, QObject *parent = nullptr);

    void clear(const QList<RetainedMessage> &messages) { begin(messages, false); }
    /// Puts back what has been cleared.
    void undo() { begin(std::exchange(m_cleared, {}), true); }
    /// Sends no more; what is under way is waited for.
    void cancel();

    [[nodiscard]] bool isRunning() const { return !m_left.isEmpty() || !m_underWay.isEmpty(); }
    [[nodiscard]] bool isPuttingBack() const { return m_puttingBack; }
    [[nodiscard]] qsizetype total() const { return m_total; }
    [[nodiscard]] qsizetype done() const { return m_done; }
    [[nodiscard]] qsizetype refused() const { return m_refused; }
    [[nodiscard]] QString problem() const { return m_problem; } ///< the first refusal
    [[nodiscard]] qsizetype canUndo() const { return m_cleared.size(); }

Q_SIGNALS:
    void changed();

private:
    void begin(const QList<RetainedMessage> &messages, bool puttingBack);
    void tick();
    void concluded(quint64 order, const Result<void> &result);

    Topics &m_topics;
    ConnectionId m_connection;
    QTimer m_tick;
    QList<RetainedMessage> m_left;              ///< the last one is next
    QHash<quint64, RetainedMessage> m_underWay; ///< by order
    QList<RetainedMessage> m_cleared;
    bool m_puttingBack = false;
    qsizetype m_total = 0;
    qsizetype m_done = 0;
    qsizetype m_refused = 0;
    QString m_problem;
};

} // namespace muster
