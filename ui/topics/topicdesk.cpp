#include "ui/topics/topicdesk.h"

#include "ui/endpoint.h"
#include "ui/format.h"
#include "ui/topics/rulesdialog.h"
#include "ui/topics/topicwindow.h"

#include <QScreen>

namespace muster {

namespace {

constexpr QSize frame {8, 40}; ///< the window manager's
constexpr QSize usualSize {1'120, 600};

} // namespace

TopicDesk::TopicDesk(Connections &connections, Topics *topics, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_topics(topics)
    , m_window(window)
{
    connect(&connections, &Connections::changed, this, &TopicDesk::name);
    connect(&connections, &Connections::removed, this, [this](ConnectionId id) {
        if (QWidget *open = m_open.take(id))
            open->close();
    });
}

void TopicDesk::open(ConnectionId id)
{
    const Connection *connection = m_connections.find(id);
    if (!m_topics || !connection || !isMqtt(connection->url))
        return;
    QPointer<TopicWindow> &topics = m_open[id];
    if (!topics) {
        topics = new TopicWindow(*m_topics, id, m_window);
        topics->setWindowFlag(Qt::Window);
        topics->setAttribute(Qt::WA_DeleteOnClose);
        topics->resize(usualSize.boundedTo(m_window->screen()->availableSize() - frame));
        connect(topics, &TopicWindow::rulesRequested, this, [this, id](const QString &topic) { openRules(id, topic); });
        name(id);
    }
    topics->show();
    topics->raise();
    topics->activateWindow();
}

void TopicDesk::openRules(ConnectionId id, const QString &topic)
{
    open(id);
    TopicWindow *const topics = m_open.value(id);
    if (!topics)
        return;
    auto *rules = topics->findChild<RulesDialog *>();
    if (!rules) {
        rules = new RulesDialog(*m_topics, m_connections, id, topics->tree(), topics);
        rules->setAttribute(Qt::WA_DeleteOnClose);
    }
    rules->makeDevicesOf(topic);
    rules->show();
    rules->raise();
    rules->activateWindow();
}

void TopicDesk::name(ConnectionId id)
{
    const Connection *connection = m_connections.find(id);
    if (QWidget *topics = m_open.value(id); topics && connection)
        topics->setWindowTitle(tr("Topics of %1").arg(format::plain(connection->name, 100)));
}

} // namespace muster
