#include "backends/mqtt/topicbrowser.h"

#include "backends/mqtt/conventions/topics.h"

namespace muster {

namespace {

constexpr char systemFilter[] = "$SYS/#";

} // namespace

TopicBrowser::TopicBrowser(ConnectionId connection, const MqttOptions &options, const MakeClient &makeClient, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_options(options)
    , m_client(makeClient(*this))
    , m_tick(this)
    , m_retry(this)
{
    if (!m_options.clientId.isEmpty()) // two sessions of one name would throw each other out
        m_options.clientId += QStringLiteral("-topics");
    m_tick.setInterval(tickMs);
    m_retry.setInterval(retryMs);
    m_retry.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &TopicBrowser::tick);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_client->connectToBroker(m_options); });
    m_client->connectToBroker(m_options);
}

TopicBrowser::~TopicBrowser() = default;

void TopicBrowser::setScope(const TopicScope &scope)
{
    const TopicScope before = std::exchange(m_scope, scope);
    if (!m_open)
        return;
    if (before.filter != scope.filter || before.round != scope.round) {
        if (!before.filter.isEmpty())
            (void)m_client->unsubscribe(before.filter.toUtf8());
        hear(scope.filter.toUtf8());
    }
    if (before.system && !scope.system)
        (void)m_client->unsubscribe(systemFilter);
    else if (scope.system && !before.system)
        hear(systemFilter);
}

void TopicBrowser::hear(const QByteArray &filter)
{
    if (filter.isEmpty())
        return;
    const QString text = QString::fromUtf8(filter);
    if (!mqtt::isFilter(filter))
        return Q_EMIT told(tr("“%1” is no topic filter: + stands for a whole level, # for all that follow and only at the end.").arg(text));
    if (const auto subscribed = m_client->subscribe(filter, 0); !subscribed)
        Q_EMIT told(subscribed.error().text);
}

void TopicBrowser::mqttConnected()
{
    m_open = true;
    m_tick.start();
    Q_EMIT told({});
    hear(m_scope.filter.toUtf8());
    if (m_scope.system)
        hear(systemFilter);
}

void TopicBrowser::mqttDisconnected(const Error &reason, bool permanent)
{
    m_open = false;
    tick();
    m_tick.stop();
    Q_EMIT told(reason.text);
    if (!permanent)
        m_retry.start();
}

void TopicBrowser::mqttReceived(const MqttMessage &message)
{
    m_watch.add(message, nowMicros());
}

void TopicBrowser::mqttSubscribed(const QByteArray &filter, bool granted)
{
    if (granted)
        Q_EMIT told({});
    else
        Q_EMIT told(tr("The broker does not let this login hear “%1”. Narrow the filter.").arg(QString::fromUtf8(filter)));
}

void TopicBrowser::tick()
{
    if (m_waiting || m_watch.isEmpty())
        return;
    m_waiting = true;
    Q_EMIT arrived(m_watch.take(m_connection));
}

} // namespace muster
