#pragma once

namespace muster {

/// The program from the command line to the exit code: 0 fine, 1 could not go on (a sentence on stderr says why), 2 wrong options or no display.
int run(int argc, char **argv);

} // namespace muster
