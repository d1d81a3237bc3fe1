#pragma once

#include "core/connection.h"
#include "core/recording.h"
#include "core/sample.h"

#include <QHash>
#include <QObject>

#include <deque>

namespace muster {

enum class Severity : quint8 { Info, Warning, Error };

/// Something a person should be able to read later: a connection that came or went, the first of a kind of fault.
struct Notice
{
    Micros time = 0;
    ConnectionId connection {};
    Severity severity = Severity::Info;
    QString text {};      ///< plain text, one sentence
    quint32 times = 1;    ///< how often in a row it happened
};

/// Whether what arrives is recorded, and what could not be.
struct RecordingStatus
{
    HistoryState state = HistoryState::Closed;
    QString problem {};    ///< Closed, Stalled: why, in one sentence
    quint64 lost = 0;      ///< samples
};

/// The program's memory of what went wrong and what was lost: the latest counters and state of each connection and the last
/// notices. Main thread. Bounded: maxNotices, the oldest go first.
class Diagnostics : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxNotices = 2'000;

    using QObject::QObject;

    [[nodiscard]] ConnectionStatus status(ConnectionId id) const { return m_connections.value(id).status; }
    [[nodiscard]] Counters counters(ConnectionId id) const { return m_connections.value(id).counters; }
    [[nodiscard]] double messagesPerSecond(ConnectionId id) const { return m_connections.value(id).rate; }
    [[nodiscard]] quint64 lostInAll() const;
    [[nodiscard]] const std::deque<Notice> &notices() const { return m_notices; }

    void setStatus(ConnectionId id, const ConnectionStatus &status);
    /// A snapshot of a connection's counters, taken at `time`; the message rate comes from two of them.
    void setCounters(ConnectionId id, const Counters &counters, Micros time);
    /// Samples of all connections that were lost because the window did not keep up.
    void setWindowDrops(quint64 samples) { m_windowDrops = samples; }
    [[nodiscard]] const RecordingStatus &recording() const { return m_recording; }
    void setRecording(const RecordingStatus &recording);
    void forget(ConnectionId id);
    /// Adds a notice; one that repeats the last of its connection only raises that one's count.
    void note(Notice notice);

Q_SIGNALS:
    void statusChanged(muster::ConnectionId id);
    void countersChanged(muster::ConnectionId id);
    void recordingChanged();
    void noted();

private:
    struct State
    {
        ConnectionStatus status {};
        Counters counters {};
        Micros countedAt = 0;
        double rate = 0;
    };
    QHash<ConnectionId, State> m_connections;
    std::deque<Notice> m_notices;
    quint64 m_windowDrops = 0;
    RecordingStatus m_recording;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::Notice)
