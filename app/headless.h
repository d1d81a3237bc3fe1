#pragma once

#include "app/options.h"

namespace muster {

/// `muster --headless`: the program without a window, until a signal ends it (EndSignals). Needs a QCoreApplication. The exit code; `endedWhole`: whether
/// nothing is left running afterwards.
int runHeadless(const Options &options, bool &endedWhole);

} // namespace muster
