#pragma once

#include "backends/ble/radiotypes.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace muster::ble {

/// Says whether there is a Bluetooth adapter to work with, and when that changes; Qt Bluetooth itself does not notice an adapter that is
/// switched off or a service that dies. Never blocks. Lives in the thread of the radio. On Linux it asks BlueZ over D-Bus and also knows
/// which addresses are made up; elsewhere it looks every few seconds.
class AdapterWatch : public QObject
{
    Q_OBJECT

public:
    explicit AdapterWatch(QObject *parent = nullptr);
    ~AdapterWatch() override;

    void start();
    /// Scanning: there is an adapter, and it is on.
    [[nodiscard]] RadioState state() const { return m_state; }
    [[nodiscard]] bool isRandom(const QString &address) const { return m_random.value(address, false); }

Q_SIGNALS:
    void changed(muster::ble::RadioState state);

private Q_SLOTS:
    void look();
#ifdef Q_OS_LINUX
    void propertiesChanged(const QString &interface, const QVariantMap &properties, const QStringList &gone);
    void interfacesAdded();
    void interfacesRemoved();
#endif

private:
    void set(RadioState state);

    static constexpr qsizetype maxAddresses = 4'000;

    RadioState m_state = RadioState::NoService;
    bool m_looked = false;
    bool m_looking = false;
    bool m_lookAgain = false;
    QTimer m_poll {this};
    QHash<QString, bool> m_random;
};

} // namespace muster::ble
