#include "tests/support/fakebluez.h"

#include "tests/support/fakebluez_names.h"

#include <QDBusMetaType>

namespace muster::test {

using namespace bluez;

QString simUuid(quint16 s)
{
    return QStringLiteral("0000%1-0000-1000-8000-00805f9b34fb").arg(s, 4, 16, QLatin1Char('0'));
}

FakeBlueZ::FakeBlueZ(QObject *parent)
    : QDBusVirtualObject(parent)
{
    qDBusRegisterMetaType<SimIfaceMap>();
    qDBusRegisterMetaType<SimObjectMap>();
    qDBusRegisterMetaType<SimMfgMap>();
    qDBusRegisterMetaType<SimSvcMap>();
    m_objects.insert(QStringLiteral("/org/bluez"), {{IfAgentMgr, {}}});
}

FakeBlueZ::~FakeBlueZ()
{
    crash();
}

bool FakeBlueZ::start(const QString &busAddress)
{
    static int n = 0;
    m_connName = QStringLiteral("fakebluez-%1").arg(++n);
    m_bus = QDBusConnection::connectToBus(busAddress, m_connName);
    return m_bus.isConnected() && m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath) &&
           m_bus.registerService(QStringLiteral("org.bluez"));
}

void FakeBlueZ::crash()
{
    if (m_connName.isEmpty())
        return;
    m_bus.unregisterObject(QStringLiteral("/"), QDBusConnection::UnregisterTree);
    m_bus = QDBusConnection(QStringLiteral("invalid"));
    QDBusConnection::disconnectFromBus(m_connName);
    m_connName.clear();
    m_objects = {{QStringLiteral("/org/bluez"), {{IfAgentMgr, {}}}}};
    m_sessions.clear();
    m_agents.clear();
    m_defaultAgent.clear();
    m_unanswered.clear();
    m_pairing.clear();
    for (Dev &d : m_devs)
        d.exported = d.connected = d.gattExported = false;
}

void FakeBlueZ::addObject(const QString &path, const SimIfaceMap &ifaces)
{
    m_objects.insert(path, ifaces);
    QDBusMessage s = QDBusMessage::createSignal(QStringLiteral("/"), IfObjMgr, QStringLiteral("InterfacesAdded"));
    s << objPath(path) << QVariant::fromValue(ifaces);
    m_bus.send(s);
}

void FakeBlueZ::removeObject(const QString &path)
{
    if (!m_objects.contains(path))
        return;
    const QStringList ifaces = m_objects.take(path).keys();
    QDBusMessage s = QDBusMessage::createSignal(QStringLiteral("/"), IfObjMgr, QStringLiteral("InterfacesRemoved"));
    s << objPath(path) << ifaces;
    m_bus.send(s);
}

void FakeBlueZ::changed(const QString &path, const QString &iface, const QVariantMap &props, const QStringList &gone)
{
    auto it = m_objects.find(path);
    if (it == m_objects.end())
        return;
    QVariantMap &cur = (*it)[iface];
    for (auto p = props.begin(); p != props.end(); ++p)
        cur.insert(p.key(), p.value());
    for (const QString &g : gone)
        cur.remove(g);
    QDBusMessage s = QDBusMessage::createSignal(path, IfProps, QStringLiteral("PropertiesChanged"));
    s << iface << props << gone;
    m_bus.send(s);
}

void FakeBlueZ::reply(const QDBusMessage &m, const QVariantList &args)
{
    if (m.isReplyRequired())
        m_bus.send(m.createReply(args));
}
void FakeBlueZ::fail(const QDBusMessage &m, const QString &name, const QString &text)
{
    m_bus.send(m.createErrorReply(name, text));
}

QString FakeBlueZ::introspect(const QString &) const
{
    return {};
}

void FakeBlueZ::thaw()
{
    frozen = false;
    const QList<QDBusMessage> waiting = std::exchange(m_unanswered, {});
    for (const QDBusMessage &message : waiting)
        handleMessage(message, m_bus);
}

bool FakeBlueZ::handleMessage(const QDBusMessage &m, const QDBusConnection &)
{
    if (frozen) {
        m_unanswered.append(m);
        return true;
    }
    const QString i = m.interface();
    if (i == IfObjMgr && m.path() == QLatin1String("/")) {
        ++counters.getManagedObjects;
        SimObjectMap out;
        for (auto it = m_objects.begin(); it != m_objects.end(); ++it)
            out.insert(QDBusObjectPath(it.key()), it.value());
        reply(m, {QVariant::fromValue(out)});
        return true;
    }
    if (i == IfProps) {
        handleProperties(m);
        return true;
    }
    if (i == IfAdapter) {
        handleAdapter(m);
        return true;
    }
    if (i == IfDevice) {
        handleDevice(m);
        return true;
    }
    if (i == IfChar) {
        handleChar(m);
        return true;
    }
    if (i == IfDesc) {
        handleDesc(m);
        return true;
    }
    if (i == IfAgentMgr) {
        handleAgentManager(m);
        return true;
    }
    return false;
}

void FakeBlueZ::handleProperties(const QDBusMessage &m)
{
    ++counters.propertyGets;
    const QString iface = m.arguments().value(0).toString(), name = m.arguments().value(1).toString();
    auto it = m_objects.constFind(m.path());
    if (it == m_objects.constEnd() || !it->contains(iface)) {
        fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownObject"), QStringLiteral("no such object/interface"));
        return;
    }
    const QVariantMap props = it->value(iface);
    if (m.member() == QLatin1String("GetAll")) {
        reply(m, {QVariant::fromValue(props)});
    } else if (m.member() == QLatin1String("Get")) {
        if (!props.contains(name))
            fail(m, QStringLiteral("org.freedesktop.DBus.Error.InvalidArgs"), QStringLiteral("No such property"));
        else
            reply(m, {QVariant::fromValue(QDBusVariant(props.value(name)))});
    } else { // Set
        const QVariant v = m.arguments().value(2).value<QDBusVariant>().variant();
        if (iface == IfAdapter && name == QLatin1String("Powered"))
            setPowered(m.path().section(u'/', -1), v.toBool());
        else
            changed(m.path(), iface, {{name, v}});
        reply(m);
    }
}

} // namespace muster::test
