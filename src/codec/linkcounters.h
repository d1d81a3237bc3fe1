#pragma once

#include "core/connection.h"

namespace muster::codec {

/// Everything is counted; nothing is dropped without one of these.
struct LinkCounters
{
    quint64 bytes = 0;          ///< fed
    quint64 frames = 0;         ///< found whole, checksum right where there is one
    quint64 readings = 0;
    quint64 garbage = 0;        ///< bytes that belong to no frame: before a start, of a frame given up
    quint64 oversized = 0;      ///< frames longer than the bound, dropped whole
    quint64 badChecksums = 0;   ///< frames whose checksum is wrong
    quint64 malformed = 0;      ///< frames nothing could be made of though they should decode; a CSV line that lacks columns
    quint64 ignored = 0;        ///< frames without a value in them: headers, chatter, the first line, which may be cut
    quint64 typeChanged = 0;    ///< values of another type than their column's
    quint64 outOfRange = 0;     ///< values beyond the limits their profile names
    quint64 limitReached = 0;   ///< values whose column is beyond maxColumns
    quint64 stopped = 0;        ///< frames a script was stopped at, with those it had been given by then
    quint64 unread = 0;         ///< frames a script was not given: it does not run, or does not keep up
    quint64 late = 0;           ///< answers that came when nobody waited for them any more
};
/// Frames a script made nothing of, by why; for the counters of the same names.
struct ScriptLosses
{
    quint64 failed = 0;         ///< it threw an error: malformed
    quint64 stopped = 0;
    quint64 unread = 0;

    friend bool operator==(const ScriptLosses &, const ScriptLosses &) = default;
};
/// Adds what happened between two states to a connection's counters.
void addTo(Counters &counters, const LinkCounters &before, const LinkCounters &now);

} // namespace muster::codec
