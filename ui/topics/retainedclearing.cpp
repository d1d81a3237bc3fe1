#include "ui/topics/retainedclearing.h"

#include <algorithm>

namespace muster {

RetainedClearing::RetainedClearing(Topics &topics, ConnectionId connection, QObject *parent)
    : QObject(parent)
    , m_topics(topics)
    , m_connection(connection)
    , m_tick(this)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &RetainedClearing::tick);
    connect(&m_topics, &Topics::published, this, &RetainedClearing::concluded);
}

void RetainedClearing::begin(const QList<RetainedMessage> &messages, bool puttingBack)
{
    if (isRunning())
        return;
    m_puttingBack = puttingBack;
    m_left = messages;
    std::reverse(m_left.begin(), m_left.end());
    m_total = messages.size();
    m_done = 0;
    m_refused = 0;
    m_problem.clear();
    if (!m_left.isEmpty())
        m_tick.start();
    Q_EMIT changed();
}

void RetainedClearing::tick()
{
    for (int sent = 0; sent < perSecond * tickMs / 1'000 && !m_left.isEmpty() && m_underWay.size() < maxUnderWay; ++sent) {
        const RetainedMessage message = m_left.takeLast();
        // An empty retained message takes the kept one away (MQTT 3.1.1, section 3.3.1.3). With QoS 1 the broker says when it has it.
        const quint64 order = m_topics.publish(m_connection, {0, message.topic, m_puttingBack ? message.payload : QByteArray(), quint8(std::max<int>(1, m_puttingBack ? message.qos : 1)), true});
        m_underWay.insert(order, message);
    }
    if (m_left.isEmpty())
        m_tick.stop();
}

void RetainedClearing::concluded(quint64 order, const Result<void> &result)
{
    if (!m_underWay.contains(order))
        return;
    const RetainedMessage message = m_underWay.take(order);
    if (result) {
        ++m_done;
        if (!m_puttingBack)
            m_cleared.append(message);
    } else {
        ++m_refused;
        if (m_problem.isEmpty())
            m_problem = result.error().text;
        if (m_puttingBack)
            m_cleared.append(message); // it can be tried again
    }
    Q_EMIT changed();
}

void RetainedClearing::cancel()
{
    if (m_puttingBack)
        m_cleared += m_left;
    m_total -= m_left.size();
    m_left.clear();
    m_tick.stop();
    Q_EMIT changed();
}

} // namespace muster
