#include "core/backendhost.h"

#include "core/backendregistry.h"

#include <functional>

namespace muster {

namespace {

/// One attempt to connect that answers once: its backend, an Ingest nobody listens to, and a time limit.
class Trial : public QObject
{
public:
    using Answer = std::function<void(const Result<void> &verdict, const ServerCertificate &untrusted)>;

    Trial(const BackendPlugin &plugin, const Connection &connection, const Credentials &credentials, int timeoutMs, Answer answer, QObject *parent)
        : QObject(parent)
        , m_backend(plugin.create(connection, credentials, m_ingest))
        , m_answer(std::move(answer))
    {
        connect(m_backend.get(), &Backend::statusChanged, this, &Trial::judge);
        QTimer::singleShot(timeoutMs, this, [this, connection] {
            conclude(failure(Error::Code::TimedOut, BackendHost::tr("%1 did not answer in time. Check the address and the network.").arg(connection.url.host())));
        });
        m_backend->start();
    }

private:
    void judge(const ConnectionStatus &status)
    {
        if (status.state == ConnectionState::Open)
            conclude({});
        else if (status.state == ConnectionState::Failed || status.state == ConnectionState::Waiting)
            conclude(failure(Error::Code::Unreachable, status.detail), status.untrusted);
    }

    void conclude(const Result<void> &verdict, const ServerCertificate &untrusted = {})
    {
        if (!m_answer)
            return;
        std::exchange(m_answer, nullptr)(verdict, untrusted);
        m_backend->stop();
        deleteLater();
    }

    Ingest m_ingest;
    std::unique_ptr<Backend> m_backend;
    Answer m_answer;
};

} // namespace

BackendHost::BackendHost(const BackendRegistry &registry, Ingest &ingest, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_ingest(ingest)
    , m_statistics(this)
{
    m_statistics.setInterval(statisticsMs);
    connect(&m_statistics, &QTimer::timeout, this, &BackendHost::publishCounters);
    connect(&ingest, &Ingest::identityChanged, this, [this](const QStringList &addresses) {
        for (const auto &open : m_open)
            open.second->announceAgain(addresses);
    });
}

BackendHost::~BackendHost() = default;

void BackendHost::open(const Connection &connection, const Credentials &credentials)
{
    const ConnectionId id = connection.id;
    if (const auto open = m_open.find(id.n); open != m_open.end() && m_registry.check(connection.url) && open->second->change(connection))
        return;
    shut(id);
    if (const auto valid = m_registry.check(connection.url); !valid) {
        Q_EMIT statusChanged(id, {ConnectionState::Failed, valid.error().text, 0});
        return;
    }
    const auto *entry = m_registry.find(connection.url.scheme());
    Backend *backend = m_open.insert_or_assign(id.n, entry->plugin->create(connection, credentials, m_ingest)).first->second.get();
    connect(backend, &Backend::statusChanged, this, [this, id](const ConnectionStatus &status) {
        m_ingest.setReachable(id, status.state == ConnectionState::Open);
        Q_EMIT statusChanged(id, status);
    });
    connect(backend, &Backend::commandFinished, this, &BackendHost::commandFinished);
    connect(backend, &Backend::noted, this,
        [this, id](Severity severity, const QString &text) { Q_EMIT noted({nowMicros(), id, severity, text, 1}); });
    connect(backend, &Backend::topicsChanged, this, &BackendHost::topicsChanged);
    connect(backend, &Backend::topicsTold, this, [this, id](const QString &problem) { Q_EMIT topicsTold(id, problem); });
    connect(backend, &Backend::publicationFinished, this, &BackendHost::publicationFinished);
    if (!m_statistics.isActive())
        m_statistics.start();
    backend->start();
    if (m_scopes.contains(id))
        backend->browse(m_scopes.value(id));
}

void BackendHost::shut(ConnectionId id)
{
    const auto it = m_open.find(id.n);
    if (it == m_open.end())
        return;
    Backend *backend = it->second.release();
    m_open.erase(it);
    backend->stop();
    backend->disconnect(this);
    backend->deleteLater(); // it may be on the stack below us: a signal of its own led here
    m_ingest.forget(id);
    m_ingest.flush();
}

void BackendHost::close(ConnectionId id)
{
    if (!m_open.contains(id.n)) {
        Q_EMIT statusChanged(id, {});
        return;
    }
    shut(id);
    if (m_open.empty())
        m_statistics.stop();
    Q_EMIT statusChanged(id, {});
}

void BackendHost::closeAll()
{
    while (!m_open.empty())
        close({m_open.begin()->first});
}

void BackendHost::send(const Command &command)
{
    const auto it = m_open.find(command.connection.n);
    if (it == m_open.end())
        Q_EMIT commandFinished(command.id, failure(Error::Code::Unreachable, tr("The connection to the device is closed. Open it in Connections.")), false);
    else
        it->second->send(command);
}

void BackendHost::abandon(ConnectionId connection, CommandId id)
{
    if (const auto it = m_open.find(connection.n); it != m_open.end())
        it->second->abandon(id);
}

void BackendHost::write(ConnectionId connection, const QString &where, const QByteArray &bytes)
{
    const auto it = m_open.find(connection.n);
    const Result<void> written
        = it != m_open.end() ? it->second->write(where, bytes) : failure(Error::Code::Unreachable, tr("The connection is closed. Open it in Connections."));
    if (!written)
        Q_EMIT writeRefused(connection, written.error());
}

void BackendHost::browse(ConnectionId connection, const TopicScope &scope)
{
    if (scope.isEmpty())
        m_scopes.remove(connection);
    else
        m_scopes.insert(connection, scope);
    if (const auto it = m_open.find(connection.n); it != m_open.end())
        it->second->browse(scope);
    else if (!scope.isEmpty())
        Q_EMIT topicsTold(connection, tr("The connection is closed. Open it in Connections."));
}

void BackendHost::acknowledgeTopics(ConnectionId connection)
{
    if (const auto it = m_open.find(connection.n); it != m_open.end())
        it->second->acknowledgeTopics();
}

void BackendHost::publish(ConnectionId connection, const Publication &publication)
{
    if (const auto it = m_open.find(connection.n); it != m_open.end())
        it->second->publish(publication);
    else
        Q_EMIT publicationFinished(publication.order, failure(Error::Code::Unreachable, tr("The connection is closed. Open it in Connections.")));
}

void BackendHost::test(const Connection &connection, const Credentials &credentials, int timeoutMs)
{
    if (const auto valid = m_registry.check(connection.url); !valid) {
        Q_EMIT tested(connection.id, valid);
        return;
    }
    const auto *entry = m_registry.find(connection.url.scheme());
    const ConnectionId id = connection.id;
    const auto answer = [this, id](const Result<void> &verdict, const ServerCertificate &untrusted) {
        if (!untrusted.fingerprint.isEmpty())
            Q_EMIT certificateOffered(id, untrusted);
        Q_EMIT tested(id, verdict);
    };
    new Trial(*entry->plugin, connection, credentials, timeoutMs, answer, this);
}

void BackendHost::publishCounters()
{
    const Micros now = nowMicros();
    for (const auto &open : m_open)
        Q_EMIT counted({open.first}, m_ingest.counters({open.first}), now);
}

} // namespace muster
