#pragma once

#include "backends/sim/simmachine.h"

#include "core/result.h"

#include <QUrl>

namespace muster::sim {

/// What a sim:// URL asks for: sim://demo?devices=40&seed=1&speed=1&faults=1&history=30 or sim://load?devices=1000&metrics=3&rate=10.
struct Options
{
    bool load = false;
    int devices = 40;
    quint64 seed = 1;
    double speed = 1;       ///< how much faster than the clock the physics run
    bool faults = true;     ///< machines break down, links fail, commands get lost
    int historyMinutes = 0; ///< made up at each start, so that charts are not empty; for stores that are thrown away
    int metrics = 3;        ///< load: per device
    double rate = 10;       ///< load: samples per second and metric
};

/// Invalid, with a sentence, when a value is missing its number or out of range.
[[nodiscard]] Result<Options> readOptions(const QUrl &url);

/// The fleet, with names, models and addresses, ready to be advanced.
[[nodiscard]] std::vector<Machine> makeFleet(const Options &options);

} // namespace muster::sim
