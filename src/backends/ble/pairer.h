#pragma once

#include "backends/ble/radiotypes.h"

#include "core/pairing.h"

#include <QTimer>

#include <deque>
#include <memory>

namespace muster::ble {

class PairingAgent;

/// Pairs devices with this computer and lets go of them again, one after the other. What has to be asked is asked by signal and answered within a
/// time limit. Never blocks; lives in the thread of the radio. Linux alone: elsewhere the system pairs by itself when a device wants it.
class Pairer : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxWaiting = 4;
    static constexpr int pairMs = 60'000;

    /// `answerMs`: how long a person has for an answer.
    Pairer(int answerMs, QObject *parent);
    ~Pairer() override;

    [[nodiscard]] static bool isPossible();
    /// Answers with done(token, problem), once.
    void pair(NodeKey node, const QString &address, quint32 token);
    void forget(NodeKey node, const QString &address, quint32 token);
    void answer(quint32 question, bool yes, const QString &code);
    /// Ends what is under way and what waits.
    void stop(const QString &reason);

Q_SIGNALS:
    /// Its name is left to whoever knows the device.
    void asked(muster::ble::NodeKey node, const muster::PairingQuestion &question);
    void takenBack(quint32 question);
    void done(quint32 token, const QString &problem); ///< empty: it is paired, or forgotten

private:
    struct Job
    {
        NodeKey node = 0;
        QString address {};
        quint32 token = 0;
        bool forget = false;
    };

    void enqueue(const Job &job);
    void next();
    void begin(const QString &device, const QString &adapter);
    void finish(const QString &problem);
    void ask(PairingQuestion::Kind kind, const QString &code);
    void closeQuestion();
    void timedOut();

    std::unique_ptr<PairingAgent> m_agent;
    std::deque<Job> m_jobs; ///< the first one is under way
    quint32 m_run = 0;      ///< of the job under way: what answers an earlier one is not listened to
    QString m_device;       ///< its path
    quint32 m_question = 0; ///< open; 0: none
    quint32 m_lastQuestion = 0;
    QTimer m_limit;
};

} // namespace muster::ble
