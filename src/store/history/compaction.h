#pragma once

#include "store/history/recorder.h"
#include "store/history/upkeep.h"

namespace muster::history {

/// "Compact now", in slices short enough for recording to go on in between: seals everything, merges small blocks, applies the rules and
/// gives free room back to the file system.
class Compaction
{
public:
    Compaction(Store &store, Recorder &recorder, Upkeep &upkeep)
        : m_store(store)
        , m_recorder(recorder)
        , m_upkeep(upkeep)
    {}

    void begin();
    [[nodiscard]] bool isRunning() const { return m_step != Step::Idle; }
    /// Some of the work; after a failure it is over.
    [[nodiscard]] Result<void> slice(Micros now, std::chrono::milliseconds budget);

private:
    enum class Step : quint8 { Idle, Seal, Merge, Walk, Shrink };
    [[nodiscard]] Result<void> work(Micros now, std::chrono::milliseconds budget);
    [[nodiscard]] Result<void> seal();
    [[nodiscard]] Result<void> merge();
    [[nodiscard]] Result<void> shrink();

    Store &m_store;
    Recorder &m_recorder;
    Upkeep &m_upkeep;
    Step m_step = Step::Idle;
    std::vector<MetricId> m_unsealed;
    quint32 m_metric = 0; ///< whose blocks are merged next
};

} // namespace muster::history
