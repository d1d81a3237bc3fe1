#pragma once

#include "backends/ble/blebackend.h"
#include "tests/support/ingestrecord.h"

#include <QThread>

namespace muster::test {

inline QString bleAddress(const QString &address)
{
    return QStringLiteral("ble:") + address;
}

/// The backend with a radio thread, its Ingest and what left it.
class BleStage
{
public:
    explicit BleStage(const BleBackend::Options &options = {})
        : m_backend(ConnectionId {1}, options, ingest, start(m_thread))
    {
        QObject::connect(&m_backend, &Backend::statusChanged, &m_backend, [this](const ConnectionStatus &status) {
            states.append(status);
            ingest.setReachable({1}, status.state == ConnectionState::Open);
        });
        QObject::connect(&m_backend, &Backend::commandFinished, &m_backend,
            [this](CommandId id, const Result<void> &result, bool confirmed) { finished.insert(id.n, {result, confirmed}); });
        QObject::connect(&m_backend, &Backend::noted, &m_backend, [this](Severity, const QString &text) { notes.append(text); });
        QObject::connect(&m_backend, &BleBackend::pairingAsked, &m_backend, [this](const PairingQuestion &question) { questions.append(question); });
        QObject::connect(&m_backend, &BleBackend::pairingTakenBack, &m_backend, [this](quint32 id) { takenBack.append(id); });
        m_backend.start();
    }
    ~BleStage()
    {
        m_backend.stop();
    }

    /// Takes a device into the fleet.
    void adopt(const QString &address) { ingest.setMembers({record.device(address).id}, true); }
    void send(const QString &address, const char *key, const Value &argument = {})
    {
        Command command;
        command.id = {++lastCommand};
        command.device = record.device(address).id;
        command.key = QLatin1StringView(key);
        command.argument = argument;
        m_backend.send(command);
    }
    [[nodiscard]] bool isOpen() const { return !states.isEmpty() && states.last().state == ConnectionState::Open; }
    [[nodiscard]] BleBackend &backend() { return m_backend; }
    [[nodiscard]] double last(const QString &address, const char *key)
    {
        const QList<double> all = record.numbers(address, QLatin1StringView(key));
        return all.isEmpty() ? qQNaN() : all.last();
    }

    Ingest ingest;
    IngestRecord record {ingest};
    QList<ConnectionStatus> states;
    QHash<quint32, std::pair<Result<void>, bool>> finished;
    QStringList notes;
    QList<PairingQuestion> questions;
    QList<quint32> takenBack;
    quint32 lastCommand = 0;

private:
    struct Joined : QThread
    {
        ~Joined() override
        {
            quit();
            wait();
        }
    };
    static QThread *start(QThread &thread)
    {
        thread.start();
        return &thread;
    }

    Joined m_thread; // outlives the backend
    BleBackend m_backend;
};

} // namespace muster::test
