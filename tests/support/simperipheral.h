#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace muster::test {

QString simUuid(quint16 shortUuid); // "0000180f-0000-1000-8000-00805f9b34fb"

struct SimError
{
    QString name, text;
}; // e.g. org.bluez.Error.Failed

struct SimDescriptor
{
    QString uuid;
    QByteArray value;
};

struct SimCharacteristic
{
    QString uuid;
    QStringList flags; // read, write, write-without-response, notify, indicate...
    QByteArray value;
    QList<SimDescriptor> descriptors; // a CCCD is added for notify/indicate unless noCccd
    bool noCccd = false;
    std::optional<SimError> readError {}, writeError {}, notifyError {};
    int replyDelayMs = 0;
    bool silent = false; // never replies (stuck peripheral)
    bool needsPairing = false;
};

struct SimService
{
    QString uuid;
    bool primary = true;
    QList<SimCharacteristic> characteristics;
};

struct SimPeripheral
{
    QString address, name, addressType = QStringLiteral("public");
    qint16 rssi = -60;
    QStringList advertisedUuids;
    QMap<quint16, QByteArray> manufacturerData;
    QMap<QString, QByteArray> serviceData;
    std::optional<qint16> txPower;
    QList<SimService> services;
    std::optional<SimError> connectError;
    int connectDelayMs = 5, resolveDelayMs = 5;
    bool neverResolves = false;     // ServicesResolved stays false
    bool connectHangs = false;      // Connect() is never answered
    std::optional<quint8> battery1; // also export org.bluez.Battery1
    quint32 passkey = 0;            // used when the agent can display/confirm
    QString pairing;                // the agent's method that is called, "RequestConfirmation" …; empty: just works
    QString pin;                    // right answer to RequestPinCode
};

struct SimAdvert
{
    std::optional<qint16> rssi;
    QMap<quint16, QByteArray> manufacturerData;
    QMap<QString, QByteArray> serviceData;
};

} // namespace muster::test
