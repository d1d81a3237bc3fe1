#pragma once

#include "core/backend.h"
#include "core/device.h"
#include "core/ingest.h"

#include <QHash>
#include <QTimer>

#include <unordered_map>

namespace muster {

class BackendRegistry;

/// Keeps the open backends, one per connection, and is what the rest of the program talks to instead of them. Lives on muster-io with
/// its Ingest; call its slots by queued signals only.
class BackendHost : public QObject
{
    Q_OBJECT

public:
    static constexpr int statisticsMs = 1'000;

    BackendHost(const BackendRegistry &registry, Ingest &ingest, QObject *parent = nullptr);
    ~BackendHost() override;

public Q_SLOTS:
    /// Opens a connection, or opens it anew with changed settings where its backend cannot take them over.
    void open(const muster::Connection &connection, const muster::Credentials &credentials);
    void close(muster::ConnectionId id);
    void closeAll();
    void send(const muster::Command &command);
    void abandon(muster::ConnectionId connection, muster::CommandId id);
    /// Bytes from the console; a refusal comes as writeRefused().
    void write(muster::ConnectionId connection, const QString &where, const QByteArray &bytes);
    /// Stays in force when the connection is opened anew. After each topicsChanged() the next waits for acknowledgeTopics().
    void browse(muster::ConnectionId connection, const muster::TopicScope &scope);
    void acknowledgeTopics(muster::ConnectionId connection);
    /// A message by hand; its end comes as publicationFinished().
    void publish(muster::ConnectionId connection, const muster::Publication &publication);
    /// Tries a connection without keeping it or learning devices from it; answers with one tested() within `timeoutMs`.
    void test(const muster::Connection &connection, const muster::Credentials &credentials, int timeoutMs = 10'000);

Q_SIGNALS:
    void statusChanged(muster::ConnectionId id, const muster::ConnectionStatus &status);
    void commandFinished(muster::CommandId id, const muster::Result<void> &result, bool confirmed);
    void noted(const muster::Notice &notice);
    void writeRefused(muster::ConnectionId connection, const muster::Error &error);
    void topicsChanged(const muster::TopicBatch &batch);
    void topicsTold(muster::ConnectionId connection, const QString &problem);
    void publicationFinished(quint64 order, const muster::Result<void> &result);
    void counted(muster::ConnectionId id, const muster::Counters &counters, muster::Micros time);
    /// Comes before tested() where a test failed over a certificate that could be trusted by itself.
    void certificateOffered(muster::ConnectionId id, const muster::ServerCertificate &certificate);
    void tested(muster::ConnectionId id, const muster::Result<void> &verdict);

private:
    void shut(ConnectionId id);
    void publishCounters();

    const BackendRegistry &m_registry;
    Ingest &m_ingest;
    QTimer m_statistics;
    std::unordered_map<quint32, std::unique_ptr<Backend>> m_open; ///< by ConnectionId
    QHash<ConnectionId, TopicScope> m_scopes; ///< of connections whose topics somebody looks at
};

} // namespace muster
