#pragma once

namespace muster::script {

/// What this process may use, so that a script in it can harm nobody. Only on Linux, and in parts on other Unix systems; elsewhere nothing is done, and only
/// the clock of whoever started the process bounds it.

/// First thing of all: nothing that whoever started this process has open stays open here, but the three standard streams.
void closeInherited();
/// Once everything that is needed is loaded: so much more memory and no more, no files, no processes, no core dumps; it ends with whoever started it.
void limitProcess();
/// From now on some seconds of the processor's time. To be called again while the script makes headway.
void renewProcessorTime();

} // namespace muster::script
