#include "rules/triggerwatch.h"

namespace muster {

namespace {

constexpr int soonestMs = 10;

} // namespace

TriggerWatch::TriggerWatch(std::function<Micros()> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_timer(soonestMs, this)
{
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
    m_timer.await(due == 0 ? 0 : due + settling, m_clock());
}

} // namespace muster
