#pragma once

#include <QBluetoothUuid>
#include <QMultiHash>
#include <QObject>
#include <QVariant>

class QDBusMessage;

namespace muster::ble {

/// What a device's advertisement says of its services.
using ServiceData = QMultiHash<QBluetoothUuid, QByteArray>;

/// Hears of advertisements that Qt Bluetooth 6.4 passes over: new service data that come without a signal strength, as BlueZ tells them while another program
/// scans without a filter. All others are left to Qt. Linux alone; elsewhere there is nothing to be told. Never blocks. Lives in the thread of the radio.
class AdvertWatch : public QObject
{
    Q_OBJECT

public:
    explicit AdvertWatch(QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void serviceDataChanged(quint64 address, const muster::ble::ServiceData &data);

#ifdef Q_OS_LINUX
private Q_SLOTS:
    void propertiesChanged(const QString &interface, const QVariantMap &properties, const QStringList &gone, const QDBusMessage &message);
#endif
};

} // namespace muster::ble
