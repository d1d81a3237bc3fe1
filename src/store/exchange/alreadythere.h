#pragma once

#include "core/result.h"
#include "core/sample.h"

namespace muster {

class History;

/// Takes out of a batch what the history already holds: the same metric at the same time with the same value, and what is twice in the batch
/// itself. Reads the history in pages, so the memory does not grow with it. Returns how many samples were taken out. Thread of the history.
[[nodiscard]] Result<qint64> leaveOutRecorded(History &history, SampleBatch &batch);

} // namespace muster
