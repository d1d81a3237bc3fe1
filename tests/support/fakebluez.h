#pragma once
// A simulated BlueZ daemon: owns org.bluez on a private bus and serves the objects that Qt Bluetooth uses. Needs Qt Core and D-Bus only.
//
// Behaviour is copied from BlueZ 5.66 (doc/*-api.txt and what src/*.c emits, in its order):
//  - devices appear by InterfacesAdded during discovery only
//  - every advertisement under a discovery filter emits RSSI; ManufacturerData / ServiceData
//    are in the same PropertiesChanged only when their bytes changed
//  - Connect(): Connected=true, then the reply, then GATT objects, UUIDs, ServicesResolved=true
//  - ReadValue emits PropertiesChanged(Value) as well as the reply
//  - link loss: ServicesResolved=false + Connected=false in one PropertiesChanged

#include "tests/support/simperipheral.h"

#include <QByteArray>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QVariantMap>

#include <functional>
#include <optional>

namespace muster::test {

using SimIfaceMap = QMap<QString, QVariantMap>;          // a{sa{sv}}
using SimObjectMap = QMap<QDBusObjectPath, SimIfaceMap>; // a{oa{sa{sv}}}
using SimMfgMap = QMap<quint16, QDBusVariant>;           // a{qv}
using SimSvcMap = QMap<QString, QDBusVariant>;           // a{sv}

class FakeBlueZ : public QDBusVirtualObject
{
    Q_OBJECT
public:
    explicit FakeBlueZ(QObject *parent = nullptr);
    ~FakeBlueZ() override;

    // All functions below are for the thread this object lives in; use run() from elsewhere.
    bool start(const QString &busAddress);
    void crash(); // leaves the bus without a word
    template <typename F>
    void run(F f) // run f in the simulator's thread and wait
    {
        if (thread() == QThread::currentThread()) {
            f();
            return;
        }
        QMetaObject::invokeMethod(this, f, Qt::BlockingQueuedConnection);
    }

    void addAdapter(const QString &name, const QString &address, bool powered = true);
    void removeAdapter(const QString &name);
    void setPowered(const QString &name, bool on);
    void addPeripheral(const SimPeripheral &p, const QString &adapter = QStringLiteral("hci0"));
    void setInRange(const QString &address, bool inRange);
    void forgetDevice(const QString &address); // what TemporaryTimeout does (30 s after discovery)
    void advertise(const QString &address, const SimAdvert &a);
    void dropLink(const QString &address);
    void endPairing(const QString &address, bool paired); // the device: the number was typed there, or it wants no more
    bool isPaired(const QString &address) const;
    bool askAgent(const QString &method, const QString &path); // out of turn; false: nobody registered one
    QString agentError;                                        // how it answered
    bool notify(const QString &address, const QString &charUuid, const QByteArray &value);
    // count notifications of `size` bytes (u32 sequence number first); intervalUs 0 = flat out
    void stream(const QString &address, const QString &charUuid, int count, int size, int intervalUs);
    SimPeripheral *peripheral(const QString &address);
    SimCharacteristic *characteristic(const QString &address, const QString &charUuid);
    QString devicePath(const QString &address) const;

    std::function<void(const QString &address, const QString &charUuid, const QByteArray &value)> onWrite;

    bool frozen = false; // a daemon that is alive but answers nothing
    bool freezesOnceDiscovering = false;
    void thaw(); // answers what came meanwhile, as a process that is continued does

    struct Counters
    {
        int startDiscovery = 0, stopDiscovery = 0, connects = 0, disconnects = 0, reads = 0, writes = 0, startNotify = 0, stopNotify = 0, notifySent = 0,
            propertyGets = 0, getManagedObjects = 0, pair = 0, agentCalls = 0, cancelPairing = 0, removeDevice = 0;
    } counters;

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &msg, const QDBusConnection &conn) override;

private:
    struct Dev
    {
        SimPeripheral p;
        QString adapterPath, path;
        bool inRange = true, exported = false, connected = false, gattExported = false;
        quint32 link = 0;                     /* number of the current link */
        QMap<QString, QPair<int, int>> chars; /* object path -> service, characteristic */
    };
    struct CharRef
    {
        Dev *dev = nullptr;
        SimCharacteristic *ch = nullptr;
        SimDescriptor *desc = nullptr;
    };

    Dev *dev(const QString &address);
    Dev *devByPath(const QString &path);
    CharRef charByPath(const QString &path);
    QString charPath(const Dev &d, const QString &uuid) const;
    void addObject(const QString &path, const SimIfaceMap &ifaces);
    void removeObject(const QString &path);
    void changed(const QString &path, const QString &iface, const QVariantMap &props, const QStringList &gone = {});
    void exportDevice(Dev &d);
    void exportGatt(Dev &d);
    void reply(const QDBusMessage &m, const QVariantList &args = {});
    void fail(const QDBusMessage &m, const QString &name, const QString &text);
    void handleProperties(const QDBusMessage &m);
    void handleAdapter(const QDBusMessage &m);
    void handleDevice(const QDBusMessage &m);
    void handleChar(const QDBusMessage &m);
    void handleDesc(const QDBusMessage &m);
    void handleAgentManager(const QDBusMessage &m);
    void pair(Dev &d, const QDBusMessage &m);
    void finishPair(const QString &address, const QDBusMessage &m);
    void judgePair(const QString &address, const QDBusMessage &m, const QDBusMessage &answer);
    void failPair(const QString &address, const QString &error);
    bool discovering(const QString &adapterPath) const;

    QDBusConnection m_bus {QStringLiteral("invalid")};
    QString m_connName;
    QMap<QString, SimIfaceMap> m_objects;
    QHash<QString, Dev> m_devs;              // by address
    QMap<QString, QSet<QString>> m_sessions; // adapter path -> senders discovering
    QMap<QString, QStringList> m_agents;     // sender -> {path, capability}
    QString m_defaultAgent;                  // sender
    QHash<QString, QDBusMessage> m_pairing;  // address -> Pair() under way
    QList<QDBusMessage> m_unanswered;        // came while frozen
};

} // namespace muster::test

Q_DECLARE_METATYPE(muster::test::SimIfaceMap)
Q_DECLARE_METATYPE(muster::test::SimObjectMap)
Q_DECLARE_METATYPE(muster::test::SimMfgMap)
Q_DECLARE_METATYPE(muster::test::SimSvcMap)
