#pragma once

#include "secrets/credentialfolder.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace QKeychain {
class Job;
}

namespace muster {

/// Where a secret is now.
enum class SecretPlace : quint8 { Nowhere, Memory, Keychain, Folder };

/// What became of a request to SecretStore.
struct SecretAnswer
{
    SecretPlace place = SecretPlace::Nowhere;
    QString secret {};   ///< of a read; empty when Nowhere
    QString problem {};  ///< why the keychain was of no use: one sentence for people, never the secret; empty: it was
};

/// The one place that talks to the desktop's keychain. Main thread, never blocks, writes nothing anywhere else, logs nothing.
///
/// A keychain that fails once (no service, refused, silent for `timeout`) counts as unusable until retry(): secrets then stay in
/// memory and are gone with the program. A locked keychain answers a read like one that has no such entry, so SecretPlace::Nowhere never
/// proves that nothing is stored.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxWaiting = 1'000;        ///< requests in the queue; one more is refused
    static constexpr qsizetype maxInMemory = 1'000;    ///< secrets
    static constexpr qsizetype maxLength = 16 * 1024;  ///< characters of one secret

    using Done = std::function<void(const SecretAnswer &)>;

    explicit SecretStore(QString service, QObject *parent = nullptr);
    ~SecretStore() override;

    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    [[nodiscard]] bool isUsable() const { return m_usable; }
    /// Why not, for people; empty while it is usable.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Where a read looks before it asks the keychain: the first that has the secret, or refuses it (see refused()), decides.
    void addFolder(const CredentialFolder &folder) { m_folders.append(folder); }

    /// `done` is called once, later, from the event loop, unless `context` is gone by then.
    void read(const QString &key, QObject *context, Done done);
    void write(const QString &key, const QString &secret, QObject *context = nullptr, Done done = {});
    void remove(const QString &key, QObject *context = nullptr, Done done = {});

    /// Asks the keychain for nothing in particular, to learn whether there is one.
    void probe();
    /// Takes the keychain for usable again and hands it what is only in memory.
    void retry();

Q_SIGNALS:
    void usableChanged(bool usable);
    /// A file of a folder is no secret to be used; a sentence for people with the remedy.
    void refused(const QString &problem);
    /// The keychain has not answered for a while: the desktop may be asking the person to unlock it.
    void waiting();

private:
    enum class Kind : quint8 { Read, Write, Remove };
    struct Request
    {
        Kind kind = Kind::Read;
        QString key {};
        QString secret {};
        QPointer<QObject> context {};
        Done done {};
    };

    [[nodiscard]] std::optional<SecretAnswer> inFolders(const QString &key);
    void enqueue(Request request);
    void next();
    void start();
    void finished(QKeychain::Job *job);
    void answer(const Request &request, const SecretAnswer &answer);
    void answerFromMemory(const Request &request);
    void giveUp(const QString &problem);
    void setUsable(bool usable, const QString &problem);

    QString m_service;
    QList<CredentialFolder> m_folders;
    std::chrono::milliseconds m_timeout {5'000};
    std::deque<Request> m_waiting;          ///< the first one is under way while m_job is set
    QPointer<QKeychain::Job> m_job;
    QTimer m_deadline;
    QTimer m_patience;
    QHash<QString, QString> m_memory;       ///< only what the keychain did not take
    QString m_problem;
    bool m_usable = true;
};

} // namespace muster
