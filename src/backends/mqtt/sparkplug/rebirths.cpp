#include "backends/mqtt/sparkplug/rebirths.h"

#include <algorithm>

namespace muster::mqtt::sparkplug {

namespace {

constexpr Micros second = 1'000'000;

Micros pause(int unanswered)
{
    return std::min(Rebirths::longest, Rebirths::again << std::clamp(unanswered - 1, 0, 16));
}

} // namespace

void Rebirths::schedule(const QByteArray &key, Node &node, Micros at)
{
    if (node.at != 0)
        m_queue.erase({node.at, key});
    node.at = at;
    if (at != 0)
        m_queue.insert({at, key});
}

void Rebirths::wish(const QByteArray &key, Micros now)
{
    Node &node = m_nodes[key];
    if (node.at != 0)
        return;
    if (now - node.asked > longest)
        node.unanswered = 0;
    const Micros at = node.asked == 0 ? now + first : std::max(now + first, node.asked + pause(node.unanswered));
    schedule(key, node, at);
}

void Rebirths::answered(const QByteArray &key)
{
    if (const auto it = m_nodes.find(key); it != m_nodes.end())
        schedule(key, *it, 0);
}

void Rebirths::forget(const QByteArray &key)
{
    answered(key);
    m_nodes.remove(key);
}

std::vector<QByteArray> Rebirths::take(Micros now)
{
    if (now - m_second >= second || now < m_second) {
        m_second = now;
        m_asked = 0;
    }
    std::vector<QByteArray> keys;
    while (!m_queue.empty() && m_queue.begin()->first <= now && m_asked < perSecond) {
        const QByteArray key = m_queue.begin()->second;
        Node &node = m_nodes[key];
        node.asked = now;
        ++node.unanswered;
        ++m_asked;
        schedule(key, node, now + pause(node.unanswered));
        keys.push_back(key);
    }
    return keys;
}

Micros Rebirths::due() const
{
    if (m_queue.empty())
        return 0;
    const Micros at = m_queue.begin()->first;
    return m_asked >= perSecond ? std::max(at, m_second + second) : at;
}

} // namespace muster::mqtt::sparkplug
