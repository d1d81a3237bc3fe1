// AdvertWatch where there is no BlueZ: Qt tells everything.

#include "backends/ble/advertwatch.h"

namespace muster::ble {

AdvertWatch::AdvertWatch(QObject *parent)
    : QObject(parent)
{
}

void AdvertWatch::start() { }

} // namespace muster::ble
