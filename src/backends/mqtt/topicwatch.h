#pragma once

#include "backends/mqtt/mqttclient.h"

#include "core/topics.h"

#include <QHash>

namespace muster::mqtt {

/// Gathers messages topic by topic until they are taken, so that a flood costs the window no more than its topics: the last message of each, and
/// how many there were. Pure; bounded in topics and bytes.
class TopicWatch
{
public:
    static constexpr qsizetype maxTopics = 4'096;          ///< waiting to be taken
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024; ///< of payloads waiting to be taken; beyond, only their size is told

    void add(const MqttMessage &message, Micros now);
    [[nodiscard]] bool isEmpty() const { return m_changes.isEmpty() && m_untold == 0; }
    [[nodiscard]] TopicBatch take(ConnectionId connection);

private:
    QHash<QByteArray, qsizetype> m_index; ///< topic → place in m_changes
    QList<TopicChange> m_changes;
    qsizetype m_bytes = 0;
    quint64 m_untold = 0;
};

} // namespace muster::mqtt
