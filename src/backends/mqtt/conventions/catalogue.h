#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/sparkplug/host.h"

#include <vector>

namespace muster::mqtt {

/// Which conventions a connection knows, by their names ("zigbee2mqtt"): all but `without`, or, where `only` says any, those alone.
struct ConventionChoice
{
    QByteArrayList only {};
    QByteArrayList without {};
    QByteArray discoveryPrefix {}; ///< of Home Assistant's discovery; empty: off
    QString broker {};             ///< its host, with the port where it is not the usual one
    sparkplug::HostOptions sparkplug {};

    [[nodiscard]] bool takes(const QByteArray &name) const { return (only.isEmpty() || only.contains(name)) && !without.contains(name); }
};

/// The names of all conventions.
[[nodiscard]] QByteArrayList conventionNames();
/// The chosen ones, in the order in which they are asked: those whose topics are plainest first.
[[nodiscard]] std::vector<std::unique_ptr<Convention>> conventionsOf(const ConventionChoice &choice);

} // namespace muster::mqtt
