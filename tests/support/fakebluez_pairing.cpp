#include "tests/support/fakebluez.h"

#include "tests/support/fakebluez_names.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace muster::test {

using namespace bluez;

void FakeBlueZ::finishPair(const QString &addr, const QDBusMessage &m)
{
    Dev *d = dev(addr);
    if (!d)
        return fail(m, ErrFailed, QStringLiteral("gone"));
    changed(d->path, IfDevice, {{QStringLiteral("Paired"), true}, {QStringLiteral("Bonded"), true}});
    reply(m);
}

void FakeBlueZ::pair(Dev &d, const QDBusMessage &m)
{
    if (m_objects[d.path].value(IfDevice).value(QStringLiteral("Paired")).toBool())
        return fail(m, QStringLiteral("org.bluez.Error.AlreadyExists"), QStringLiteral("Already Exists"));
    const QString addr = d.p.address;
    if (!d.p.pairNeedsAgent) { // Just Works
        QTimer::singleShot(10, this, [=, this] { finishPair(addr, m); });
        return;
    }
    const QString who = m_agents.contains(m.service()) ? m.service() : m_defaultAgent;
    if (who.isEmpty())
        return fail(m, QStringLiteral("org.bluez.Error.AuthenticationFailed"), QStringLiteral("Authentication Failed"));
    ++counters.agentCalls;
    QDBusMessage call = QDBusMessage::createMethodCall(who, m_agents[who].value(0), IfAgent, QStringLiteral("RequestConfirmation"));
    call << objPath(d.path) << d.p.passkey;
    auto *w = new QDBusPendingCallWatcher(m_bus.asyncCall(call, 60000), this);
    connect(w, &QDBusPendingCallWatcher::finished, this, [=, this] {
        w->deleteLater();
        if (w->isError())
            fail(m, QStringLiteral("org.bluez.Error.AuthenticationRejected"), QStringLiteral("Authentication Rejected"));
        else
            finishPair(addr, m);
    });
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
