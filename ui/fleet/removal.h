#pragma once

#include "core/fleet.h"

namespace muster {

/// A device that was taken out of the fleet and all that a person had said about it, so that it can be put back as it was.
struct RemovedDevice
{
    Device device {};
    FleetEntry entry {};
};

[[nodiscard]] QList<RemovedDevice> removeFromFleet(Fleet &fleet, const QList<DeviceId> &devices);
void putBack(Fleet &fleet, const QList<RemovedDevice> &removed);

} // namespace muster
