#include "secrets/secretstore.h"

#include <qt6keychain/keychain.h>

namespace muster {

SecretStore::SecretStore(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
    m_deadline.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(tr("The keychain did not answer.")); });
    connect(&m_patience, &QTimer::timeout, this, &SecretStore::waiting);
}

// A job under way cannot be taken back: QtKeychain writes to it when its service answers, and deletes it then.
SecretStore::~SecretStore() = default;

void SecretStore::read(const QString &key, QObject *context, Done done)
{
    const Request request {Kind::Read, key, {}, context, std::move(done)};
    if (const std::optional<SecretAnswer> found = inFolders(key))
        QMetaObject::invokeMethod(this, [this, request, found] { answer(request, *found); }, Qt::QueuedConnection);
    else
        enqueue(request);
}

std::optional<SecretAnswer> SecretStore::inFolders(const QString &key)
{
    for (const CredentialFolder &folder : std::as_const(m_folders)) {
        const Result<std::optional<QString>> read = folder.read(key);
        if (!read) {
            Q_EMIT refused(read.error().text);
            return SecretAnswer();
        }
        if (*read)
            return SecretAnswer {SecretPlace::Folder, **read, {}};
    }
    return {};
}

void SecretStore::write(const QString &key, const QString &secret, QObject *context, Done done)
{
    enqueue({Kind::Write, key, secret, context ? context : this, std::move(done)});
}

void SecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_memory.remove(key);
    enqueue({Kind::Remove, key, {}, context ? context : this, std::move(done)});
}

void SecretStore::probe()
{
    read(QStringLiteral("probe"), this, {});
}

void SecretStore::retry()
{
    if (m_usable)
        return;
    setUsable(true, {});
    const auto unkept = m_memory;
    for (auto it = unkept.cbegin(); it != unkept.cend(); ++it)
        write(it.key(), it.value());
    if (unkept.isEmpty())
        probe();
}

void SecretStore::enqueue(Request request)
{
    if (m_waiting.size() >= maxWaiting || request.secret.size() > maxLength) {
        QMetaObject::invokeMethod(
            this, [this, request] { answer(request, {SecretPlace::Nowhere, {}, tr("The keychain was asked for too much at once.")}); }, Qt::QueuedConnection);
        return;
    }
    m_waiting.push_back(std::move(request));
    if (m_waiting.size() == 1)
        QMetaObject::invokeMethod(this, &SecretStore::next, Qt::QueuedConnection);
}

void SecretStore::next()
{
    if (m_job || m_waiting.empty())
        return;
    if (m_usable)
        return start();
    // Taken out first: a callback may ask for more.
    auto requests = std::exchange(m_waiting, {});
    for (const auto &request : requests)
        answerFromMemory(request);
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, &SecretStore::next, Qt::QueuedConnection);
}

void SecretStore::start()
{
    const Request &request = m_waiting.front();
    switch (request.kind) {
    case Kind::Read:
        m_job = new QKeychain::ReadPasswordJob(m_service);
        break;
    case Kind::Write: {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setTextData(request.secret);
        m_job = job;
        break;
    }
    case Kind::Remove:
        m_job = new QKeychain::DeletePasswordJob(m_service);
        break;
    }
    m_job->setKey(request.key);
    m_job->setInsecureFallback(false);
    connect(m_job, &QKeychain::Job::finished, this, &SecretStore::finished);
    m_deadline.start(m_timeout);
    m_patience.start(m_timeout / 5);
    m_job->start();
}

void SecretStore::finished(QKeychain::Job *job)
{
    if (job != m_job) {
        // The answer to a request that was given up: the person unlocked the keychain after all, perhaps.
        if (!m_usable && job->error() == QKeychain::NoError)
            retry();
        return;
    }
    const bool absent = job->error() == QKeychain::EntryNotFound;
    if (job->error() != QKeychain::NoError && !absent) {
        const bool denied = job->error() == QKeychain::AccessDenied || job->error() == QKeychain::AccessDeniedByUser;
        return giveUp(denied ? tr("The keychain is locked or refused access.") : tr("There is no usable keychain."));
    }
    m_deadline.stop();
    m_patience.stop();
    m_job = nullptr;
    const Request request = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (request.kind != Kind::Read) {
        if (request.kind == Kind::Remove || m_memory.value(request.key) == request.secret)
            m_memory.remove(request.key);
        answer(request, {request.kind == Kind::Write ? SecretPlace::Keychain : SecretPlace::Nowhere, {}, {}});
    } else if (absent) {
        answerFromMemory(request);
    } else {
        answer(request, {SecretPlace::Keychain, qobject_cast<QKeychain::ReadPasswordJob *>(job)->textData(), {}});
    }
    next();
}

void SecretStore::giveUp(const QString &problem)
{
    m_deadline.stop();
    m_patience.stop();
    m_job = nullptr;
    setUsable(false, problem);
    next();
}

void SecretStore::answerFromMemory(const Request &request)
{
    if (request.kind == Kind::Write && (m_memory.size() < maxInMemory || m_memory.contains(request.key)))
        m_memory.insert(request.key, request.secret);
    const auto found = m_memory.constFind(request.key);
    if (found == m_memory.cend())
        answer(request, {SecretPlace::Nowhere, {}, m_problem});
    else
        answer(request, {SecretPlace::Memory, request.kind == Kind::Read ? *found : QString(), m_problem});
}

void SecretStore::answer(const Request &request, const SecretAnswer &answer)
{
    if (request.context && request.done)
        request.done(answer);
}

void SecretStore::setUsable(bool usable, const QString &problem)
{
    m_problem = problem;
    if (std::exchange(m_usable, usable) != usable)
        Q_EMIT usableChanged(usable);
}

} // namespace muster
