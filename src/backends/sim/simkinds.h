#pragma once

#include "backends/sim/simmachine.h"

#include "core/result.h"
#include "core/value.h"

namespace muster::sim {

/// One step of a machine's physics: it ends at `time` and is `seconds` of the machine's own time long.
struct Step
{
    Micros time = 0;
    double seconds = 0;
    bool faults = true;
};

/// How a machine will take a command: after `latencyMs` it does what it was told, or refuses, or was never heard of again.
struct Answer
{
    enum class Kind : quint8 { Obeys, Refuses, Silent };
    Kind kind = Kind::Obeys;
    int latencyMs = 0;
    QString reason {};     ///< of a refusal, one sentence
};

/// "climate", "pump" …: stands in addresses.
[[nodiscard]] QString word(Species species);

/// A machine of a species as it leaves the factory: state, channels, metrics and commands; names are the catalogue's. `metrics` and `rate` (per second)
/// count for Load only.
[[nodiscard]] Machine make(Species species, Random random, int metrics = 3, double rate = 10);

void step(Machine &machine, const Step &now);

[[nodiscard]] Answer answer(Machine &machine, const QString &key, bool faults);
/// Does what a command says. The argument has been checked against what the device declares, by Dispatcher; nonsense is refused again here.
[[nodiscard]] Result<void> obey(Machine &machine, const QString &key, const Value &argument);

} // namespace muster::sim
