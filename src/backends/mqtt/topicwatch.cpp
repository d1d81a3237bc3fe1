#include "backends/mqtt/topicwatch.h"

#include "backends/mqtt/conventions/secrets.h"

#include <algorithm>
#include <utility>

namespace muster::mqtt {

void TopicWatch::add(const MqttMessage &message, Micros now)
{
    // Looked up without a copy of the topic, which is made only when it is new.
    const auto key = QByteArray::fromRawData(message.topic.data(), message.topic.size());
    qsizetype place = m_index.value(key, -1);
    if (place < 0) {
        if (m_changes.size() >= maxTopics) {
            ++m_untold;
            return;
        }
        place = m_changes.size();
        m_index.insert(message.topic.toByteArray(), place);
        m_changes.append(TopicChange {QString::fromUtf8(message.topic)});
    }
    TopicChange &change = m_changes[place];
    ++change.messages;
    change.bytes += quint64(message.payload.size());
    change.time = now;
    change.qos = quint8(message.qos);
    change.retained |= message.retained;
    change.size = message.payload.size();
    m_bytes -= change.payload.size() + change.properties.size();
    change.properties = message.extras && m_bytes < maxBytes ? message.extras->read() : MessageProperties {};
    change.properties.leftOut += message.extras && m_bytes >= maxBytes ? 1 : 0;
    m_bytes += change.properties.size();
    const qsizetype kept = std::min({message.payload.size(), TopicBatch::mostKept, std::max<qsizetype>(0, maxBytes - m_bytes)});
    change.payload = message.payload.first(kept).toByteArray();
    m_bytes += kept;
}

TopicBatch TopicWatch::take(ConnectionId connection)
{
    TopicBatch batch;
    batch.connection = connection;
    batch.changes = std::exchange(m_changes, {});
    for (TopicChange &change : batch.changes) {
        if (QByteArray masked = withoutSecrets(change.payload); masked != change.payload)
            change.masked = std::move(masked);
        for (auto &property : change.properties.user) {
            if (isSecretName(property.name.toUtf8()))
                property.value = QStringLiteral("•••");
        }
    }
    batch.untold = std::exchange(m_untold, 0);
    m_index.clear();
    m_bytes = 0;
    return batch;
}

} // namespace muster::mqtt
