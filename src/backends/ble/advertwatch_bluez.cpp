// AdvertWatch over BlueZ's D-Bus interface.

#include "backends/ble/advertwatch.h"

#include <QBluetoothAddress>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>

namespace muster::ble {

namespace {

constexpr qsizetype maxParts = 16;

/// …/dev_A4_C1_38_8B_7A_5D; 0: it is no device's path.
quint64 addressOf(const QString &path)
{
    const QString name = path.section(u'/', -1);
    if (!name.startsWith(QLatin1String("dev_")))
        return 0;
    return QBluetoothAddress(name.mid(4).replace(u'_', u':')).toUInt64();
}

/// a{sv} of byte arrays by UUID
ServiceData readServiceData(const QVariant &value)
{
    ServiceData data;
    const auto parts = qdbus_cast<QVariantMap>(value);
    for (auto it = parts.cbegin(); it != parts.cend() && data.size() < maxParts; ++it) {
        const QBluetoothUuid uuid(it.key());
        if (!uuid.isNull())
            data.insert(uuid, it->toByteArray());
    }
    return data;
}

} // namespace

AdvertWatch::AdvertWatch(QObject *parent)
    : QObject(parent)
{
}

void AdvertWatch::start()
{
    QDBusConnection::systemBus().connect(QStringLiteral("org.bluez"), {}, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"),
        {QStringLiteral("org.bluez.Device1")}, {}, this, SLOT(propertiesChanged(QString,QVariantMap,QStringList,QDBusMessage)));
}

void AdvertWatch::propertiesChanged(const QString &interface, const QVariantMap &properties, const QStringList &, const QDBusMessage &message)
{
    if (interface != QLatin1String("org.bluez.Device1") || properties.contains(QStringLiteral("RSSI")) || !properties.contains(QStringLiteral("ServiceData")))
        return;
    const ServiceData data = readServiceData(properties.value(QStringLiteral("ServiceData")));
    if (const quint64 address = addressOf(message.path()); address != 0 && !data.isEmpty())
        Q_EMIT serviceDataChanged(address, data);
}

} // namespace muster::ble
