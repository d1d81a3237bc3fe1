#include "core/connection.h"

namespace muster {

quint64 lost(const Counters &counters)
{
    quint64 sum = 0;
    for (const Count what : {Count::Malformed, Count::Oversized, Count::TypeChanged, Count::LimitReached, Count::Late, Count::Dropped})
        sum += at(counters, what);
    return sum;
}

} // namespace muster
