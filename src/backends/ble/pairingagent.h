#pragma once

#include "core/pairing.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QObject>

namespace muster::ble {

/// org.bluez.Agent1: what BlueZ asks of the program that pairs a device. One question at a time; a second one is refused. Answers are delayed, so nothing
/// waits in here. In the thread of the radio.
class PairingAgent : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.bluez.Agent1")

public:
    explicit PairingAgent(QObject *parent = nullptr);
    ~PairingAgent() override;

    [[nodiscard]] static QString path();
    /// The device that is being paired; questions about any other are refused.
    void setDevice(const QString &path) { m_device = path; }
    void answer(bool yes, const QString &code);

public Q_SLOTS:
    Q_SCRIPTABLE void Release();
    Q_SCRIPTABLE QString RequestPinCode(const QDBusObjectPath &device);
    Q_SCRIPTABLE void DisplayPinCode(const QDBusObjectPath &device, const QString &pin);
    Q_SCRIPTABLE quint32 RequestPasskey(const QDBusObjectPath &device);
    Q_SCRIPTABLE void DisplayPasskey(const QDBusObjectPath &device, quint32 passkey, quint16 entered);
    Q_SCRIPTABLE void RequestConfirmation(const QDBusObjectPath &device, quint32 passkey);
    Q_SCRIPTABLE void RequestAuthorization(const QDBusObjectPath &device);
    Q_SCRIPTABLE void AuthorizeService(const QDBusObjectPath &device, const QString &uuid);
    Q_SCRIPTABLE void Cancel();

Q_SIGNALS:
    void asked(muster::PairingQuestion::Kind kind, const QString &code);
    void cancelled();

private:
    void take(const QDBusObjectPath &device, PairingQuestion::Kind kind, const QString &code = {});

    QString m_device;
    PairingQuestion::Kind m_kind = PairingQuestion::Kind::Allow;
    QDBusMessage m_open; ///< not yet answered
};

} // namespace muster::ble
