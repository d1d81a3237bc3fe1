#pragma once

// What the parts of the simulated BlueZ share: interface names, and values as D-Bus wants them.

#include "tests/support/fakebluez.h"

namespace muster::test::bluez {

inline const QString IfAdapter = QStringLiteral("org.bluez.Adapter1");
inline const QString IfDevice = QStringLiteral("org.bluez.Device1");
inline const QString IfService = QStringLiteral("org.bluez.GattService1");
inline const QString IfChar = QStringLiteral("org.bluez.GattCharacteristic1");
inline const QString IfDesc = QStringLiteral("org.bluez.GattDescriptor1");
inline const QString IfBattery = QStringLiteral("org.bluez.Battery1");
inline const QString IfAgentMgr = QStringLiteral("org.bluez.AgentManager1");
inline const QString IfAgent = QStringLiteral("org.bluez.Agent1");
inline const QString IfProps = QStringLiteral("org.freedesktop.DBus.Properties");
inline const QString IfObjMgr = QStringLiteral("org.freedesktop.DBus.ObjectManager");
inline const QString ErrFailed = QStringLiteral("org.bluez.Error.Failed");

inline QVariant mfgVariant(const QMap<quint16, QByteArray> &m)
{
    SimMfgMap out;
    for (auto it = m.begin(); it != m.end(); ++it)
        out.insert(it.key(), QDBusVariant(it.value()));
    return QVariant::fromValue(out);
}
inline QVariant svcVariant(const QMap<QString, QByteArray> &m)
{
    SimSvcMap out;
    for (auto it = m.begin(); it != m.end(); ++it)
        out.insert(it.key(), QDBusVariant(it.value()));
    return QVariant::fromValue(out);
}
inline QVariant objPath(const QString &p)
{
    return QVariant::fromValue(QDBusObjectPath(p));
}

} // namespace muster::test::bluez
