#include "rules/due.h"

#include <algorithm>

namespace muster {

namespace {

constexpr int latestMs = 60'000;

} // namespace

void DueTable::move(quint64 which, Micros &known, Micros due)
{
    if (due == known)
        return;
    if (known != 0)
        remove(which, known);
    known = due;
    if (due != 0)
        add(which, due);
}

DueTimer::DueTimer(int soonestMs, QObject *parent)
    : QTimer(parent)
    , m_soonestMs(soonestMs)
{
    setSingleShot(true);
    setTimerType(Qt::PreciseTimer);
}

void DueTimer::await(Micros due, Micros now)
{
    if (due == 0) {
        stop();
        return;
    }
    const int ms = int(std::clamp<Micros>((due - now) / 1'000 + 1, m_soonestMs, latestMs));
    if (!isActive() || remainingTime() > ms)
        start(ms);
}

} // namespace muster
