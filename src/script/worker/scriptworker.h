#pragma once

namespace muster::script {

/// The whole of the program muster-script: reads messages from the standard input (scriptmessages.h), runs the script they bring, and answers on the standard
/// output, until the input ends. Limits itself first. The exit code.
[[nodiscard]] int work();

} // namespace muster::script
