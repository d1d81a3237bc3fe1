// AdapterWatch where there is no BlueZ: looks at what Qt says.

#include "backends/ble/adapterwatch.h"

#include <QBluetoothLocalDevice>

namespace muster::ble {

AdapterWatch::AdapterWatch(QObject *parent)
    : QObject(parent)
{
    m_poll.setInterval(3'000);
    connect(&m_poll, &QTimer::timeout, this, &AdapterWatch::look);
}

AdapterWatch::~AdapterWatch() = default;

void AdapterWatch::start()
{
    m_poll.start();
    look();
}

void AdapterWatch::look()
{
    const QBluetoothLocalDevice adapter; // one made before an adapter was there never finds it
    if (!adapter.isValid())
        set(RadioState::NoAdapter);
    else
        set(adapter.hostMode() == QBluetoothLocalDevice::HostPoweredOff ? RadioState::Off : RadioState::Scanning);
}

void AdapterWatch::set(RadioState state)
{
    if (std::exchange(m_looked, true) && m_state == state)
        return;
    m_state = state;
    Q_EMIT changed(state);
}

} // namespace muster::ble
