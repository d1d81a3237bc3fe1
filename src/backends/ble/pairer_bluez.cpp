// Pairing over BlueZ's D-Bus interface: every call is asynchronous.

#include "backends/ble/pairer.h"

#include "backends/ble/bluezobjects.h"
#include "backends/ble/pairingagent.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <utility>

namespace muster::ble {

namespace {

constexpr int answerMs = 10'000; // of BlueZ itself

QDBusMessage callOf(const QString &path, const char *interface, const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.bluez"), path, QLatin1StringView(interface), QLatin1StringView(method));
}

template<class Then>
void whenAnswered(QObject *context, const QDBusMessage &call, int limitMs, Then then)
{
    auto *const waiting = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call, limitMs), context);
    QObject::connect(waiting, &QDBusPendingCallWatcher::finished, context, [then](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        then(answered->reply());
    });
}

/// Path of the device with this address, and of its adapter.
std::pair<QString, QString> find(const QDBusMessage &reply, const QString &address)
{
    std::pair<QString, QString> found;
    visitObjects(reply, [&](const QString &path, const QString &interface, const QVariantMap &properties) {
        if (interface == QLatin1String("org.bluez.Device1") && properties.value(QStringLiteral("Address")).toString() == address)
            found = {path, properties.value(QStringLiteral("Adapter")).value<QDBusObjectPath>().path()};
    });
    return found;
}

/// BlueZ's names of what went wrong, in words for people; empty: nothing did.
QString problemOf(const QDBusMessage &reply)
{
    if (reply.type() != QDBusMessage::ErrorMessage)
        return {};
    const QString name = reply.errorName().section(u'.', -1);
    if (name == QLatin1String("AlreadyExists"))
        return {}; // paired already
    if (name == QLatin1String("AuthenticationFailed"))
        return Pairer::tr("The number was wrong, or the device does not want to be paired.");
    if (name == QLatin1String("AuthenticationRejected"))
        return Pairer::tr("It was refused.");
    if (name == QLatin1String("AuthenticationCanceled"))
        return Pairer::tr("It was cancelled.");
    if (name == QLatin1String("AuthenticationTimeout") || name == QLatin1String("NoReply") || name == QLatin1String("Timeout"))
        return Pairer::tr("The device did not answer in time.");
    if (name == QLatin1String("ConnectionAttemptFailed"))
        return Pairer::tr("The device did not let itself be connected to.");
    return Pairer::tr("The Bluetooth service says: %1").arg(reply.errorMessage().left(200));
}

} // namespace

Pairer::Pairer(int limitMs, QObject *parent)
    : QObject(parent)
    , m_limit(this)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limitMs);
    connect(&m_limit, &QTimer::timeout, this, &Pairer::timedOut);
}

Pairer::~Pairer() = default;

bool Pairer::isPossible()
{
    return true;
}

void Pairer::pair(NodeKey node, const QString &address, quint32 token)
{
    enqueue({node, address, token, false});
}

void Pairer::forget(NodeKey node, const QString &address, quint32 token)
{
    enqueue({node, address, token, true});
}

void Pairer::enqueue(const Job &job)
{
    if (m_jobs.size() >= maxWaiting) {
        Q_EMIT done(job.token, tr("Other devices are being paired. Try again when they are."));
        return;
    }
    m_jobs.push_back(job);
    if (m_jobs.size() == 1)
        next();
}

void Pairer::next()
{
    if (m_jobs.empty())
        return;
    m_device.clear();
    const quint32 run = ++m_run;
    whenAnswered(this, callOf(QStringLiteral("/"), "org.freedesktop.DBus.ObjectManager", "GetManagedObjects"), answerMs, [this, run](const QDBusMessage &reply) {
        if (run != m_run || m_jobs.empty())
            return;
        const auto [device, adapter] = find(reply, m_jobs.front().address);
        if (device.isEmpty())
            finish(tr("The device is not near at the moment."));
        else
            begin(device, adapter);
    });
}

void Pairer::begin(const QString &device, const QString &adapter)
{
    m_device = device;
    const auto conclude = [this, run = m_run](const QDBusMessage &reply) {
        if (run == m_run && !m_jobs.empty())
            finish(problemOf(reply));
    };
    if (m_jobs.front().forget) {
        QDBusMessage call = callOf(adapter, "org.bluez.Adapter1", "RemoveDevice");
        call << QVariant::fromValue(QDBusObjectPath(device));
        whenAnswered(this, call, answerMs, conclude);
        return;
    }
    if (!m_agent) {
        m_agent = std::make_unique<PairingAgent>();
        connect(m_agent.get(), &PairingAgent::asked, this, &Pairer::ask);
        connect(m_agent.get(), &PairingAgent::cancelled, this, &Pairer::closeQuestion);
    }
    m_agent->setDevice(device);
    // Each time, for the service may have been started anew; it refuses what it knows. It asks the agent of the program that pairs, so the desktop's own
    // stays what it is for everything else.
    QDBusMessage introduce = callOf(QStringLiteral("/org/bluez"), "org.bluez.AgentManager1", "RegisterAgent");
    introduce << QVariant::fromValue(QDBusObjectPath(PairingAgent::path())) << QStringLiteral("KeyboardDisplay");
    whenAnswered(this, introduce, answerMs, [this, run = m_run, conclude](const QDBusMessage &) {
        if (run == m_run && !m_jobs.empty())
            whenAnswered(this, callOf(m_device, "org.bluez.Device1", "Pair"), pairMs, conclude);
    });
}

void Pairer::ask(PairingQuestion::Kind kind, const QString &code)
{
    if (m_jobs.empty())
        return;
    closeQuestion();
    m_question = ++m_lastQuestion;
    m_limit.start();
    PairingQuestion question;
    question.id = m_question;
    question.kind = kind;
    question.code = code;
    Q_EMIT asked(m_jobs.front().node, question);
}

void Pairer::answer(quint32 question, bool yes, const QString &code)
{
    if (question == 0 || question != m_question)
        return;
    m_question = 0;
    m_limit.stop();
    if (m_agent)
        m_agent->answer(yes, code);
    if (!yes)
        QDBusConnection::systemBus().asyncCall(callOf(m_device, "org.bluez.Device1", "CancelPairing"), answerMs);
}

void Pairer::closeQuestion()
{
    m_limit.stop();
    if (const quint32 open = std::exchange(m_question, 0))
        Q_EMIT takenBack(open);
}

void Pairer::timedOut()
{
    if (m_agent)
        m_agent->answer(false, {});
    QDBusConnection::systemBus().asyncCall(callOf(m_device, "org.bluez.Device1", "CancelPairing"), answerMs);
    finish(tr("Nobody answered in time."));
}

void Pairer::finish(const QString &problem)
{
    ++m_run;
    closeQuestion();
    if (m_agent) {
        m_agent->answer(false, {}); // a question that is still open is over
        m_agent->setDevice({});
    }
    const Job job = m_jobs.front();
    m_jobs.pop_front();
    Q_EMIT done(job.token, problem);
    QMetaObject::invokeMethod(this, &Pairer::next, Qt::QueuedConnection);
}

void Pairer::stop(const QString &reason)
{
    const bool isPairing = !m_jobs.empty() && !m_device.isEmpty() && !m_jobs.front().forget;
    if (isPairing)
        QDBusConnection::systemBus().asyncCall(callOf(m_device, "org.bluez.Device1", "CancelPairing"), answerMs);
    while (!m_jobs.empty())
        finish(reason);
}

} // namespace muster::ble
