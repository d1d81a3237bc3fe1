#include "core/sample.h"

#include <chrono>

namespace muster {

Micros nowMicros()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace muster
