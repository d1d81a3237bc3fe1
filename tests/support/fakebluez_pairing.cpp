#include "tests/support/fakebluez.h"

#include "tests/support/fakebluez_names.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace muster::test {

using namespace bluez;

bool FakeBlueZ::isPaired(const QString &addr) const
{
    return m_objects.value(devicePath(addr)).value(IfDevice).value(QStringLiteral("Paired")).toBool();
}

void FakeBlueZ::finishPair(const QString &addr, const QDBusMessage &m)
{
    m_pairing.remove(addr);
    Dev *d = dev(addr);
    if (!d)
        return fail(m, ErrFailed, QStringLiteral("gone"));
    changed(d->path, IfDevice, {{QStringLiteral("Paired"), true}, {QStringLiteral("Bonded"), true}});
    reply(m);
}

void FakeBlueZ::failPair(const QString &addr, const QString &error)
{
    if (m_pairing.contains(addr))
        fail(m_pairing.take(addr), QStringLiteral("org.bluez.Error.") + error, error);
}

void FakeBlueZ::endPairing(const QString &addr, bool paired)
{
    if (!m_pairing.contains(addr))
        return;
    if (paired)
        return finishPair(addr, m_pairing.value(addr));
    const QString who = m_pairing.value(addr).service();
    m_bus.asyncCall(QDBusMessage::createMethodCall(who, m_agents[who].value(0), IfAgent, QStringLiteral("Cancel")));
    failPair(addr, QStringLiteral("AuthenticationCanceled"));
}

bool FakeBlueZ::askAgent(const QString &method, const QString &path)
{
    if (m_agents.isEmpty())
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(m_agents.firstKey(), m_agents.first().value(0), IfAgent, method);
    call << objPath(path);
    auto *w = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(w, &QDBusPendingCallWatcher::finished, this, [=, this] {
        w->deleteLater();
        agentError = w->reply().errorName();
    });
    return true;
}

void FakeBlueZ::pair(Dev &d, const QDBusMessage &m)
{
    if (m_objects[d.path].value(IfDevice).value(QStringLiteral("Paired")).toBool())
        return fail(m, QStringLiteral("org.bluez.Error.AlreadyExists"), QStringLiteral("Already Exists"));
    const QString addr = d.p.address;
    const QString method = d.p.pairing;
    if (method.isEmpty()) { // Just Works
        QTimer::singleShot(10, this, [=, this] { finishPair(addr, m); });
        return;
    }
    const QString who = m_agents.contains(m.service()) ? m.service() : m_defaultAgent;
    if (who.isEmpty())
        return fail(m, QStringLiteral("org.bluez.Error.AuthenticationFailed"), QStringLiteral("Authentication Failed"));
    ++counters.agentCalls;
    m_pairing.insert(addr, m);
    QDBusMessage call = QDBusMessage::createMethodCall(who, m_agents[who].value(0), IfAgent, method);
    call << objPath(d.path);
    if (method == QLatin1String("RequestConfirmation") || method == QLatin1String("DisplayPasskey"))
        call << d.p.passkey;
    if (method == QLatin1String("DisplayPasskey"))
        call << QVariant::fromValue<quint16>(0);
    auto *w = new QDBusPendingCallWatcher(m_bus.asyncCall(call, 60000), this);
    connect(w, &QDBusPendingCallWatcher::finished, this, [=, this] {
        w->deleteLater();
        judgePair(addr, m, w->reply());
    });
}

void FakeBlueZ::judgePair(const QString &addr, const QDBusMessage &m, const QDBusMessage &answer)
{
    const Dev *d = dev(addr);
    if (!d || !m_pairing.contains(addr))
        return;
    if (answer.type() == QDBusMessage::ErrorMessage)
        return failPair(addr, QStringLiteral("AuthenticationRejected"));
    if (d->p.pairing == QLatin1String("DisplayPasskey"))
        return; // until it is typed there: endPairing()
    const QVariant said = answer.arguments().value(0);
    const bool wrong = (d->p.pairing == QLatin1String("RequestPasskey") && said.toUInt() != d->p.passkey)
        || (d->p.pairing == QLatin1String("RequestPinCode") && said.toString() != d->p.pin);
    if (wrong)
        return failPair(addr, QStringLiteral("AuthenticationFailed"));
    finishPair(addr, m);
}

void FakeBlueZ::handleAgentManager(const QDBusMessage &m)
{
    const QString path = m.arguments().value(0).value<QDBusObjectPath>().path();
    if (m.member() == QLatin1String("RegisterAgent")) {
        if (m_agents.contains(m.service()))
            return fail(m, QStringLiteral("org.bluez.Error.AlreadyExists"), QStringLiteral("Already Exists"));
        m_agents.insert(m.service(), {path, m.arguments().value(1).toString()});
    } else if (m.member() == QLatin1String("RequestDefaultAgent")) {
        m_defaultAgent = m.service();
    } else if (m.member() == QLatin1String("UnregisterAgent")) {
        m_agents.remove(m.service());
        if (m_defaultAgent == m.service())
            m_defaultAgent.clear();
    }
    reply(m);
}

} // namespace muster::test
