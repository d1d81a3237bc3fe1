#pragma once

#include "core/sample.h"

#include <QTimer>

#include <set>

namespace muster {

/// Which of many numbered things are due when, the next one first. Whose thing it is remembers its moment itself; 0: it is never due.
class DueTable
{
public:
    /// The moment of the next one; 0: nothing is due.
    [[nodiscard]] Micros next() const { return m_due.empty() ? 0 : m_due.begin()->first; }
    [[nodiscard]] bool isDue(Micros now) const { return !m_due.empty() && m_due.begin()->first <= now; }
    [[nodiscard]] quint64 first() const { return m_due.begin()->second; } ///< only while something is due
    void add(quint64 which, Micros due) { m_due.insert({due, which}); }
    void remove(quint64 which, Micros due) { m_due.erase({due, which}); }
    void removeFirst() { m_due.erase(m_due.begin()); }
    /// Number `which` is due at `due` from now on, no longer at `known`, which becomes `due`.
    void move(quint64 which, Micros &known, Micros due);
    void clear() { m_due.clear(); }

private:
    std::set<std::pair<Micros, quint64>> m_due;
};

/// A timer that goes off once something is due. It never waits longer than a minute, for the wall clock may be set meanwhile: whoever hears of it
/// looks whether it is time, and starts it again.
class DueTimer : public QTimer
{
    Q_OBJECT

public:
    DueTimer(int soonestMs, QObject *parent);
    /// `due` 0: there is nothing to wait for.
    void await(Micros due, Micros now);

private:
    int m_soonestMs;
};

} // namespace muster
