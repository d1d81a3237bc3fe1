#include "rules/triggerwatch.h"

#include <algorithm>

namespace muster {

namespace {

constexpr int soonestMs = 10;
constexpr int latestMs = 60'000; ///< a timer is never asked to wait longer: the wall clock may be set meanwhile

} // namespace

TriggerWatch::TriggerWatch(std::function<Micros()> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TriggerWatch::pass);
}

TriggerWatch::~TriggerWatch() = default;

void TriggerWatch::set(const RunningTriggers &triggers)
{
    m_table.set(triggers, m_clock());
    settle();
}

void TriggerWatch::take(const SampleBatch &batch)
{
    if (m_table.size() == 0)
        return;
    m_table.take(batch, m_clock());
    settle();
}

void TriggerWatch::pass()
{
    m_table.pass(m_clock() - settling);
    settle();
}

void TriggerWatch::settle()
{
    if (const QList<TriggerNews> news = m_table.takeNews(); !news.isEmpty())
        Q_EMIT changed(news);
    const Micros due = m_table.due();
    if (due == 0) {
        m_timer.stop();
        return;
    }
    const int ms = int(std::clamp<Micros>((due + settling - m_clock()) / 1'000 + 1, soonestMs, latestMs));
    if (!m_timer.isActive() || m_timer.remainingTime() > ms)
        m_timer.start(ms);
}

} // namespace muster
