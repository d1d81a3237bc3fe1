#pragma once

#include "core/recording.h"
#include "store/history/store.h"

#include <QRegularExpression>

#include <chrono>

namespace muster::history {

/// What was taken away.
struct Removal
{
    qint64 samples = 0;
    qint64 blocks = 0;
    Micros upTo = 0; ///< the end of the newest block among it
};

/// The work nobody waits for, in slices of some milliseconds: what a rule no longer keeps goes, small and overlapping blocks are merged,
/// the file keeps its bound.
class Upkeep
{
public:
    /// `blockSamples`: that make a full block.
    Upkeep(Store &store, size_t blockSamples)
        : m_store(store)
        , m_blockSamples(blockSamples)
    {}

    void setPolicy(const HistoryPolicy &policy);

    /// Begins a walk over all metrics.
    void begin() { m_next = 1; }
    [[nodiscard]] bool isDone() const { return m_next >= m_store.extents.size(); }
    /// Applies the rules to, and merges the blocks of, some metrics.
    [[nodiscard]] Result<void> slice(Micros now, std::chrono::milliseconds budget);
    /// One step towards the size bound; false: it is kept, or nothing is left to take away.
    [[nodiscard]] Result<bool> enforceSize();
    /// Merges small and overlapping blocks of one metric, some dozens at once. Extent::small is 0 afterwards if there are no more.
    [[nodiscard]] Result<void> compact(MetricId metric);

    /// What the size bound took since it was asked last.
    [[nodiscard]] Removal takeRemoval() { return std::exchange(m_removed, {}); }

private:
    [[nodiscard]] const HistoryRule *ruleOf(MetricId metric) const;
    [[nodiscard]] Result<void> expire(MetricId metric, Micros now);
    [[nodiscard]] Result<qint64> expireBlocks(MetricId metric, Tier tier, Micros before, size_t limit);
    [[nodiscard]] Result<bool> eraseOldestRaw();
    [[nodiscard]] Result<bool> eraseOldestDay(Tier tier);
    [[nodiscard]] Result<void> noteErased(const Header &header);
    [[nodiscard]] Result<void> refreshStart(MetricId metric);
    /// `more`: there may be others behind them.
    [[nodiscard]] Result<std::vector<Header>> runs(MetricId metric, std::vector<size_t> &ends, bool &more);
    [[nodiscard]] bool gather(std::span<const Header> headers, Samples &merged);
    /// How many blocks there are fewer.
    [[nodiscard]] Result<qint64> merge(std::span<const Header> headers);

    struct Pattern
    {
        QRegularExpression expression {};
        HistoryRule rule {};
    };
    Store &m_store;
    size_t m_blockSamples;
    std::vector<Pattern> m_rules;
    qint64 m_maxBytes = 0;
    size_t m_next = std::numeric_limits<size_t>::max();
    Removal m_removed {};
    Removal m_expired {};
};

} // namespace muster::history
