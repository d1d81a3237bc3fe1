#include "tests/support/fakebluez.h"

#include "tests/support/fakebluez_names.h"

namespace muster::test {

using namespace bluez;

void FakeBlueZ::addAdapter(const QString &name, const QString &address, bool powered)
{
    addObject(QStringLiteral("/org/bluez/") + name,
        {{IfAdapter, {{QStringLiteral("Address"), address}, {QStringLiteral("AddressType"), QStringLiteral("public")},
                         {QStringLiteral("Name"), QStringLiteral("sim-") + name}, {QStringLiteral("Alias"), QStringLiteral("sim-") + name},
                         {QStringLiteral("Class"), 0u}, {QStringLiteral("Powered"), powered}, {QStringLiteral("Discoverable"), false},
                         {QStringLiteral("DiscoverableTimeout"), 180u}, {QStringLiteral("Pairable"), true}, {QStringLiteral("PairableTimeout"), 0u},
                         {QStringLiteral("Discovering"), false}, {QStringLiteral("UUIDs"), QStringList {}},
                         {QStringLiteral("Modalias"), QStringLiteral("usb:v1D6Bp0246d0542")},
                         {QStringLiteral("Roles"), QStringList {QStringLiteral("central"), QStringLiteral("peripheral")}}}}});
}

void FakeBlueZ::removeAdapter(const QString &name)
{
    const QString ap = QStringLiteral("/org/bluez/") + name;
    for (Dev &d : m_devs) {
        if (d.adapterPath == ap)
            forgetDevice(d.p.address);
    }
    m_sessions.remove(ap);
    removeObject(ap);
}

void FakeBlueZ::setPowered(const QString &name, bool on)
{
    const QString ap = QStringLiteral("/org/bluez/") + name;
    if (!on) {
        for (Dev &d : m_devs) {
            if (d.adapterPath == ap && d.connected)
                dropLink(d.p.address);
        }
        if (m_sessions.remove(ap))
            changed(ap, IfAdapter, {{QStringLiteral("Discovering"), false}});
    }
    changed(ap, IfAdapter, {{QStringLiteral("Powered"), on}});
}

void FakeBlueZ::addPeripheral(const SimPeripheral &p, const QString &adapter)
{
    Dev d;
    d.p = p;
    for (SimService &s : d.p.services) {
        for (SimCharacteristic &c : s.characteristics) {
            const bool sub = c.flags.contains(QStringLiteral("notify")) || c.flags.contains(QStringLiteral("indicate"));
            if (sub && !c.noCccd)
                c.descriptors.prepend({simUuid(0x2902), QByteArray(2, '\0')});
        }
    }
    d.adapterPath = QStringLiteral("/org/bluez/") + adapter;
    d.path = d.adapterPath + QStringLiteral("/dev_") + QString(p.address).replace(u':', u'_');
    m_devs.insert(p.address, d);
    if (discovering(d.adapterPath))
        exportDevice(m_devs[p.address]);
}

bool FakeBlueZ::discovering(const QString &ap) const
{
    return !m_sessions.value(ap).isEmpty();
}

FakeBlueZ::Dev *FakeBlueZ::dev(const QString &address)
{
    auto it = m_devs.find(address);
    return it == m_devs.end() ? nullptr : &*it;
}
FakeBlueZ::Dev *FakeBlueZ::devByPath(const QString &path)
{
    for (Dev &d : m_devs) {
        if (path == d.path || path.startsWith(d.path + u'/'))
            return &d;
    }
    return nullptr;
}
SimPeripheral *FakeBlueZ::peripheral(const QString &a)
{
    Dev *d = dev(a);
    return d ? &d->p : nullptr;
}
QString FakeBlueZ::devicePath(const QString &a) const
{
    return m_devs.value(a).path;
}

SimCharacteristic *FakeBlueZ::characteristic(const QString &a, const QString &u)
{
    Dev *d = dev(a);
    if (!d)
        return nullptr;
    for (SimService &s : d->p.services) {
        for (SimCharacteristic &c : s.characteristics) {
            if (c.uuid == u)
                return &c;
        }
    }
    return nullptr;
}

void FakeBlueZ::setInRange(const QString &a, bool in)
{
    Dev *d = dev(a);
    if (!d)
        return;
    d->inRange = in;
    if (!in && d->connected)
        dropLink(a);
}

void FakeBlueZ::exportDevice(Dev &d)
{
    if (d.exported || !m_objects.contains(d.adapterPath))
        return;
    d.exported = true;
    QVariantMap m {{QStringLiteral("Address"), d.p.address}, {QStringLiteral("AddressType"), d.p.addressType},
        {QStringLiteral("Alias"), d.p.name.isEmpty() ? QString(d.p.address).replace(u':', u'-') : d.p.name}, {QStringLiteral("Paired"), false},
        {QStringLiteral("Bonded"), false}, {QStringLiteral("Trusted"), false}, {QStringLiteral("Blocked"), false}, {QStringLiteral("LegacyPairing"), false},
        {QStringLiteral("RSSI"), QVariant::fromValue<short>(d.p.rssi)}, {QStringLiteral("Connected"), false}, {QStringLiteral("UUIDs"), d.p.advertisedUuids},
        {QStringLiteral("Adapter"), objPath(d.adapterPath)}, {QStringLiteral("ServicesResolved"), false}};
    if (!d.p.name.isEmpty())
        m.insert(QStringLiteral("Name"), d.p.name);
    if (!d.p.manufacturerData.isEmpty())
        m.insert(QStringLiteral("ManufacturerData"), mfgVariant(d.p.manufacturerData));
    if (!d.p.serviceData.isEmpty())
        m.insert(QStringLiteral("ServiceData"), svcVariant(d.p.serviceData));
    if (d.p.txPower)
        m.insert(QStringLiteral("TxPower"), QVariant::fromValue<short>(*d.p.txPower));
    SimIfaceMap ifaces {{IfDevice, m}};
    if (d.p.battery1)
        ifaces.insert(IfBattery, {{QStringLiteral("Percentage"), QVariant::fromValue<uchar>(*d.p.battery1)}});
    addObject(d.path, ifaces);
}

void FakeBlueZ::forgetDevice(const QString &a)
{
    Dev *d = dev(a);
    if (!d || !d->exported)
        return;
    QStringList kids;
    for (auto it = m_objects.begin(); it != m_objects.end(); ++it) {
        if (it.key().startsWith(d->path + u'/'))
            kids.prepend(it.key());
    }
    for (const QString &k : kids)
        removeObject(k);
    removeObject(d->path);
    d->exported = d->connected = d->gattExported = false;
}

void FakeBlueZ::advertise(const QString &a, const SimAdvert &ad)
{
    Dev *d = dev(a);
    if (!d || !d->inRange)
        return;
    QVariantMap ch;
    if (ad.rssi) {
        d->p.rssi = *ad.rssi;
        ch.insert(QStringLiteral("RSSI"), QVariant::fromValue<short>(*ad.rssi));
    }
    bool m = false, s = false;
    for (auto it = ad.manufacturerData.begin(); it != ad.manufacturerData.end(); ++it) {
        m |= d->p.manufacturerData.value(it.key()) != it.value();
        d->p.manufacturerData.insert(it.key(), it.value());
    }
    for (auto it = ad.serviceData.begin(); it != ad.serviceData.end(); ++it) {
        s |= d->p.serviceData.value(it.key()) != it.value();
        d->p.serviceData.insert(it.key(), it.value());
    }
    if (!discovering(d->adapterPath))
        return;
    if (!d->exported) {
        exportDevice(*d);
        return;
    }
    if (m)
        ch.insert(QStringLiteral("ManufacturerData"), mfgVariant(d->p.manufacturerData));
    if (s)
        ch.insert(QStringLiteral("ServiceData"), svcVariant(d->p.serviceData));
    if (!ch.isEmpty())
        changed(d->path, IfDevice, ch);
}

void FakeBlueZ::dropLink(const QString &a)
{
    Dev *d = dev(a);
    if (!d || !d->connected)
        return;
    d->connected = false;
    const QStringList paths = d->chars.keys();
    for (const QString &cp : paths) {
        if (m_objects[cp].value(IfChar).value(QStringLiteral("Notifying")).toBool())
            changed(cp, IfChar, {{QStringLiteral("Notifying"), false}});
    }
    changed(d->path, IfDevice, {{QStringLiteral("ServicesResolved"), false}, {QStringLiteral("Connected"), false}});
}

void FakeBlueZ::handleAdapter(const QDBusMessage &m)
{
    const QString ap = m.path();
    if (!m_objects.contains(ap))
        return fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownObject"), QString());
    const bool powered = m_objects[ap].value(IfAdapter).value(QStringLiteral("Powered")).toBool();
    if (m.member() == QLatin1String("SetDiscoveryFilter")) {
        reply(m);
    } else if (m.member() == QLatin1String("StartDiscovery")) {
        ++counters.startDiscovery;
        if (!powered)
            return fail(m, QStringLiteral("org.bluez.Error.NotReady"), QStringLiteral("Resource Not Ready"));
        if (m_sessions[ap].contains(m.service()))
            return fail(m, QStringLiteral("org.bluez.Error.InProgress"), QStringLiteral("Operation already in progress"));
        const bool first = m_sessions[ap].isEmpty();
        m_sessions[ap].insert(m.service());
        reply(m);
        if (first)
            changed(ap, IfAdapter, {{QStringLiteral("Discovering"), true}});
        for (Dev &d : m_devs) {
            if (d.adapterPath == ap && d.inRange)
                exportDevice(d);
        }
        frozen = frozen || freezesOnceDiscovering;
    } else if (m.member() == QLatin1String("StopDiscovery")) {
        ++counters.stopDiscovery;
        if (!m_sessions[ap].remove(m.service()))
            return fail(m, ErrFailed, QStringLiteral("No discovery started"));
        reply(m);
        if (m_sessions[ap].isEmpty())
            changed(ap, IfAdapter, {{QStringLiteral("Discovering"), false}});
    } else if (m.member() == QLatin1String("RemoveDevice")) {
        ++counters.removeDevice;
        if (Dev *d = devByPath(m.arguments().value(0).value<QDBusObjectPath>().path()))
            forgetDevice(d->p.address);
        reply(m);
    } else {
        fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod"), m.member());
    }
}

void FakeBlueZ::handleDevice(const QDBusMessage &m)
{
    Dev *d = devByPath(m.path());
    if (!d || !d->exported)
        return fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownObject"), QString());
    const QString addr = d->p.address;
    if (m.member() == QLatin1String("Connect")) {
        ++counters.connects;
        if (d->p.connectHangs)
            return;
        QTimer::singleShot(d->p.connectDelayMs, this, [this, m, addr] {
            Dev *near = dev(addr);
            if (!near || !near->exported || !near->inRange)
                return fail(m, ErrFailed, QStringLiteral("le-connection-abort-by-local"));
            if (near->p.connectError)
                return fail(m, near->p.connectError->name, near->p.connectError->text);
            near->connected = true;
            const quint32 link = ++near->link;
            changed(near->path, IfDevice, {{QStringLiteral("Connected"), true}});
            reply(m);
            if (near->p.neverResolves)
                return;
            QTimer::singleShot(near->p.resolveDelayMs, this, [this, addr, link] {
                Dev *linked = dev(addr);
                if (!linked || !linked->connected || linked->link != link)
                    return;
                exportGatt(*linked);
                QStringList uuids;
                for (const SimService &s : std::as_const(linked->p.services))
                    uuids << s.uuid;
                changed(linked->path, IfDevice, {{QStringLiteral("UUIDs"), uuids}, {QStringLiteral("ServicesResolved"), true}});
            });
        });
    } else if (m.member() == QLatin1String("Disconnect")) {
        ++counters.disconnects;
        QTimer::singleShot(2, this, [this, m, addr] {
            reply(m); // BlueZ answers before it announces Connected=false
            dropLink(addr);
        });
    } else if (m.member() == QLatin1String("Pair")) {
        ++counters.pair;
        pair(*d, m);
    } else if (m.member() == QLatin1String("CancelPairing")) {
        ++counters.cancelPairing;
        failPair(addr, QStringLiteral("AuthenticationCanceled"));
        reply(m);
    } else {
        fail(m, QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod"), m.member());
    }
}

} // namespace muster::test
