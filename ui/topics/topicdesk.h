#pragma once

#include "core/connections.h"
#include "core/topics.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace muster {

class TopicWindow;

/// The windows of the topics, one per MQTT connection at most; they go with their connection.
class TopicDesk : public QObject
{
    Q_OBJECT

public:
    TopicDesk(Connections &connections, Topics *topics, QWidget *window);

public Q_SLOTS:
    void open(muster::ConnectionId id);
    /// The rules that make devices of its topics, over its window, which hears what they are tried on. `topic`: what to make devices of; empty: nothing yet.
    void openRules(muster::ConnectionId id, const QString &topic = {});

private:
    void name(ConnectionId id);

    Connections &m_connections;
    Topics *m_topics = nullptr;
    QWidget *m_window = nullptr;
    QHash<ConnectionId, QPointer<TopicWindow>> m_open;
};

} // namespace muster
