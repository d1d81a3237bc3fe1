#pragma once

#include "app/services.h"
#include "tests/support/ptypair.h"

#include <functional>

namespace muster::test {

/// Of this process, all threads.
[[nodiscard]] double cpuSeconds();
/// Lets the event loop run until it is so; false: it was not within `ms`.
bool waitFor(const std::function<bool()> &isSo, int ms = 30'000);

/// What is to be measured from a line on a serial port (pseudo terminal) to a subscriber of a real MQTT broker, which is the lamp.
struct WireToWire
{
    const char *name = "";  ///< of the goals
    int values = 0;         ///< the first tenth of them warms up
    int pauseMs = 0;        ///< between two
    /// Makes what leads from the knob to the bulb, once both are there.
    std::function<bool(Services &services, const Device &knob, const Device &bulb)> make {};
    /// What the knob says the n-th time, from 1, and what the bulb is to be sent for it.
    std::function<std::pair<int, int>(int n)> turn {};
};

/// Prints the goals of it.
void measure(const WireToWire &what);

} // namespace muster::test
