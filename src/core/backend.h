#pragma once

#include "core/command.h"
#include "core/connection.h"
#include "core/diagnostics.h"
#include "core/topics.h"

#include <QObject>
#include <QtPlugin>

#include <memory>

namespace muster {

class Ingest;

/// One open connection of one kind. Made, used and deleted on muster-io; never blocks there.
///
/// Life: start() once; the state then changes by itself through statusChanged() until stop(). A backend that can drop reconnects by
/// itself, with back-off and jitter. Devices and samples go straight into the Ingest it was made with.
class Backend : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Its connection was changed by a person, or something outside that it names was. True: taken over without interrupting what is not concerned; false: it
    /// has to be opened anew. The URL has been checked.
    virtual bool change(const Connection &connection);
    /// Leaves the other side politely and goes to Closed. Commands under way are finished with Cancelled.
    virtual void stop() = 0;
    /// Starts to carry out a command for a device of this connection. Answers with commandFinished exactly once, possibly at once.
    virtual void send(const Command &command) = 0;
    /// A person decided anew which addresses are one device (Ingest::identityChanged): what was announced by these has to be announced again.
    virtual void announceAgain(const QStringList &addresses) { Q_UNUSED(addresses) }
    /// The deadline passed: whatever comes later for this command is no longer of interest.
    virtual void abandon(CommandId id) { Q_UNUSED(id) }
    /// Writes bytes as they are, asked for by a person in the console; `where` as this backend calls it in Ingest::wire().
    virtual Result<void> write(const QString &where, const QByteArray &bytes);
    /// Somebody looks at the topics of a broker, and no longer with an empty scope. After each topicsChanged() the next waits for acknowledgeTopics().
    virtual void browse(const TopicScope &scope) { Q_UNUSED(scope) }
    virtual void acknowledgeTopics() {}
    /// Sends a message by hand; answers with publicationFinished exactly once, possibly at once.
    virtual void publish(const Publication &publication);

Q_SIGNALS:
    void statusChanged(const muster::ConnectionStatus &status);
    /// `confirmed`: the device itself answered; else only the road took it.
    void commandFinished(muster::CommandId id, const muster::Result<void> &result, bool confirmed);
    void topicsChanged(const muster::TopicBatch &batch);
    void topicsTold(const QString &problem); ///< why nothing is heard; empty: it is
    void publicationFinished(quint64 order, const muster::Result<void> &result);
    /// A fault worth reading, once per kind and connection; its repetitions are counted in Counters.
    void noted(muster::Severity severity, const QString &text);
};

/// How a kind of connection enters the program: a Qt plug-in, linked statically or found in the plug-in folder.
/// Its JSON metadata: { "schemes": ["mqtt", "mqtts"], "name": "MQTT", "kind": "IoT" | "M2M" }.
class BackendPlugin
{
public:
    virtual ~BackendPlugin() = default;

    /// The library it speaks through, for the about box: "libmosquitto 2.0.11"; empty: none worth a word.
    [[nodiscard]] virtual QString library() const { return {}; }
    /// Whether an endpoint URL is one this kind can open; else a sentence that says what is wrong with it.
    [[nodiscard]] virtual Result<void> check(const QUrl &url) const = 0;
    /// What a rule that makes devices of topics would make of messages (Topics::tryRule); pure. Nothing, where there are no topics.
    [[nodiscard]] virtual TopicTrial tryRule(const QStringList &rules, qsizetype which, const QList<TopicMessage> &messages) const;
    /// Makes a backend for a checked URL. Called on muster-io; `ingest` outlives the backend.
    [[nodiscard]] virtual std::unique_ptr<Backend> create(const Connection &connection, const Credentials &credentials, Ingest &ingest) const = 0;
};

} // namespace muster

#define MusterBackendPlugin_iid "io.github.muster_fleet.Muster.Backend/1"
Q_DECLARE_INTERFACE(muster::BackendPlugin, MusterBackendPlugin_iid)
