#include "rules/linkwatch.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace muster {

namespace {

constexpr int soonestMs = 1;

/// How far an echo may be from what was asked for: devices round to their own steps.
double toleranceOf(const CommandInfo &command)
{
    if (command.argument != ArgumentType::Number)
        return 0;
    return std::max(std::abs(command.step), std::abs(command.maximum - command.minimum) * 0.02);
}

} // namespace

Micros LinkWatch::steadyMicros()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count() + 1; // 0 means never
}

LinkWatch::LinkWatch(std::function<Micros()> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_timer(soonestMs, this)
{
    connect(&m_timer, &QTimer::timeout, this, &LinkWatch::pass);
}

void LinkWatch::setLinks(const QList<RunningLink> &links)
{
    std::vector<Slot> before = std::exchange(m_slots, {});
    m_due.clear();
    QHash<LinkId, size_t> places;
    for (size_t i = 0; i < before.size(); ++i)
        places.insert(before[i].running.link.id, i);
    for (const RunningLink &running : links) {
        Slot slot;
        if (const auto place = places.constFind(running.link.id); place != places.cend()) {
            const RunningLink &other = before[*place].running;
            if (other.source == running.source && other.command == running.command && other.link.decidesLike(running.link))
                slot = std::move(before[*place]);
        }
        slot.running = running;
        slot.due = 0;
        m_slots.push_back(std::move(slot));
    }
    QSet<MetricId> effects;
    for (const Slot &slot : m_slots)
        effects.insert(slot.running.effect);
    m_echoes.removeIf([&effects](const auto &echo) { return !effects.contains(echo.key()); });
    std::vector<MetricId> sources;
    for (const Slot &slot : m_slots)
        sources.push_back(slot.running.source);
    m_uses.set(sources);
    for (quint32 i = 0; i < m_slots.size(); ++i)
        settle(i);
    m_timer.await(m_due.next(), m_clock());
}

void LinkWatch::take(const SampleBatch &batch)
{
    if (m_slots.empty())
        return;
    const Micros now = m_clock();
    for (const Sample &sample : batch.samples) {
        if ((sample.flags & Sample::Text) != 0)
            continue;
        for (const quint32 use : m_uses.of(sample.metric))
            feed(use, sample, now);
    }
    tell();
    m_timer.await(m_due.next(), m_clock());
}

void LinkWatch::feed(quint32 index, const Sample &sample, Micros now)
{
    Slot &slot = m_slots[index];
    const DeviceLink &link = slot.running.link;
    if (slot.isStopped || (link.stale > 0 && (sample.flags & Sample::Retained) != 0))
        return;
    const bool wasStale = slot.track.isStale;
    const auto echo = m_echoes.constFind(sample.metric);
    const bool isEcho = echo != m_echoes.cend() && now < echo->until && std::abs(sample.value - echo->value) <= echo->tolerance;
    const Chain chain = isEcho ? echo->chain : Chain();
    const auto out = linklogic::feed(link, slot.running.command, slot.track, now, sample.value);
    if (wasStale && !slot.track.isStale)
        m_news.append({link.id, LinkNews::What::Fresh, sample.value, {}});
    if (out)
        send(slot, *out, chain, now);
    else if (slot.track.waiting)
        slot.chain = chain;
    settle(index);
}

void LinkWatch::send(Slot &slot, double value, const Chain &chain, Micros now)
{
    const LinkId id = slot.running.link.id;
    if (chain.size() >= longestChain) {
        slot.isStopped = true;
        slot.track = {};
        m_news.append({id, LinkNews::What::Loop, value, chain + Chain {id}});
        return;
    }
    if (slot.running.effect.isValid())
        m_echoes.insert(slot.running.effect, {value, toleranceOf(slot.running.command), now + echoWithin, chain + Chain {id}});
    m_news.append({id, LinkNews::What::Send, value, {}});
}

void LinkWatch::settle(quint32 index)
{
    Slot &slot = m_slots[index];
    m_due.move(index, slot.due, slot.isStopped ? 0 : linklogic::due(slot.running.link, slot.track));
}

void LinkWatch::pass()
{
    const Micros now = m_clock();
    while (m_due.isDue(now)) {
        const auto index = quint32(m_due.first());
        Slot &slot = m_slots[index];
        const bool wasStale = slot.track.isStale;
        const auto out = linklogic::pass(slot.running.link, slot.running.command, slot.track, now);
        const bool isStaleNow = slot.track.isStale && !wasStale;
        if (isStaleNow)
            m_news.append({slot.running.link.id, LinkNews::What::Stale, 0, {}});
        if (out)
            send(slot, *out, isStaleNow ? Chain() : slot.chain, now);
        settle(index);
    }
    tell();
    m_timer.await(m_due.next(), m_clock());
}

void LinkWatch::tell()
{
    if (!m_news.isEmpty())
        Q_EMIT changed(std::exchange(m_news, {}));
}

} // namespace muster
