#pragma once

#include "core/connections.h"
#include "core/diagnostics.h"
#include "core/fleet.h"
#include "rules/alarms.h"

#include <QObject>

#include <functional>

namespace muster {

/// What happens, as lines of text for whoever runs Muster without a window: notices, connections that wait for something, alarms. What comes from
/// devices is made harmless for a terminal. Bounded: mostAtOnce lines for one batch of alarms, repeated notices at the 10th, 100th … time. Main thread.
class PlainLog : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostAtOnce = 100;

    using Sink = std::function<void(const QString &line)>;

    /// `journal`: the lines go to the system's journal, which adds the time itself and understands severities as "<4>" (sd-daemon(3)).
    PlainLog(const Fleet &fleet, const Diagnostics &diagnostics, const Connections &connections, const Alarms &alarms, Sink sink, bool journal);

    void say(Severity severity, const QString &text);

private:
    void noted();
    void awaits(ConnectionId id, const QString &what);
    void alarmsChanged();
    void sayAlarm(const AlarmLogEntry &entry);

    const Fleet &m_fleet;
    const Diagnostics &m_diagnostics;
    const Connections &m_connections;
    const Alarms &m_alarms;
    Sink m_sink;
    bool m_journal = false;
    quint64 m_lastAlarm = 0;
};

} // namespace muster
