#pragma once

#include "core/command.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>

namespace muster {

class Fleet;

/// The one way a command leaves Muster. Checks it against what the device declares, gives it an id and a deadline, hands it on and
/// sees to it that it finishes exactly once, whatever the road does. Main thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxPending = 100'000;
    static constexpr size_t journalSize = 1'000;

    explicit Dispatcher(const Fleet &fleet, QObject *parent = nullptr);

    /// Starts a command; its outcome arrives through finished(). An error means that it was not started: unknown device or command, an
    /// argument outside the declared range, no open road to the device, too many under way.
    Result<CommandId> submit(Command command);
    void cancel(CommandId id);
    [[nodiscard]] bool isPending(CommandId id) const { return m_pending.contains(id.n); }
    [[nodiscard]] qsizetype pending() const { return qsizetype(m_pending.size()); }
    /// The last outcomes, oldest first.
    [[nodiscard]] const std::deque<CommandOutcome> &journal() const { return m_journal; }

public Q_SLOTS:
    /// What the road reports; ignored for a command that has already ended.
    void finish(muster::CommandId id, const muster::Result<void> &result, bool confirmed);

Q_SIGNALS:
    void sendRequested(const muster::Command &command);
    void abandoned(muster::ConnectionId connection, muster::CommandId id);
    void submitted(const muster::Command &command);
    void finished(const muster::CommandOutcome &outcome);

private:
    [[nodiscard]] Result<void> check(const Command &command) const;
    void expire();
    void arm();
    void end(CommandId id, const Result<void> &result, bool confirmed);

    const Fleet &m_fleet;
    std::map<quint32, Command> m_pending;
    std::multimap<qint64, quint32> m_deadlines; ///< monotonic ms → command
    std::deque<CommandOutcome> m_journal;
    QTimer m_timer;
    quint32 m_last = 0;
};

} // namespace muster
