#include "core/diagnostics.h"

#include <algorithm>

namespace muster {

quint64 Diagnostics::lostInAll() const
{
    quint64 sum = m_windowDrops + m_recording.lost;
    for (const State &state : m_connections)
        sum += lost(state.counters);
    return sum;
}

void Diagnostics::setStatus(ConnectionId id, const ConnectionStatus &status)
{
    State &state = m_connections[id];
    state.status = status;
    if (status.state != ConnectionState::Open)
        state.rate = 0;
    Q_EMIT statusChanged(id);
}

void Diagnostics::setCounters(ConnectionId id, const Counters &counters, Micros time)
{
    State &state = m_connections[id];
    const Micros elapsed = time - state.countedAt;
    const bool grew = at(counters, Count::Messages) >= at(state.counters, Count::Messages); // a reopened connection starts at 0
    if (state.countedAt > 0 && elapsed > 0 && grew)
        state.rate = double(at(counters, Count::Messages) - at(state.counters, Count::Messages)) * 1e6 / double(elapsed);
    state.counters = counters;
    state.countedAt = time;
    Q_EMIT countersChanged(id);
}

void Diagnostics::setRecording(const RecordingStatus &recording)
{
    m_recording = recording;
    Q_EMIT recordingChanged();
}

void Diagnostics::forget(ConnectionId id)
{
    m_connections.remove(id);
}

void Diagnostics::note(Notice notice)
{
    const auto last = std::find_if(m_notices.rbegin(), m_notices.rend(), [&](const Notice &n) { return n.connection == notice.connection; });
    if (last != m_notices.rend() && last->text == notice.text && last->severity == notice.severity) {
        ++last->times;
        last->time = notice.time;
        Q_EMIT noted();
        return;
    }
    m_notices.push_back(std::move(notice));
    if (m_notices.size() > maxNotices)
        m_notices.pop_front();
    Q_EMIT noted();
}

} // namespace muster
