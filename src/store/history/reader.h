#pragma once

#include "core/past.h"
#include "store/history/envelopebuilder.h"
#include "store/history/store.h"

namespace muster {

/// What checking every block found.
struct HistoryCheck
{
    qint64 blocks = 0;
    qint64 samples = 0;
    qint64 damaged = 0;
};

} // namespace muster

namespace muster::history {

/// The way out. Reads block headers, and opens a block only where those do not say enough.
class Reader
{
public:
    explicit Reader(Store &store)
        : m_store(store)
    {}

    [[nodiscard]] Result<Envelope> envelope(MetricId metric, Micros from, Micros to, int pixels);
    /// Samples in [from, to), about `limit` of them: those of one time stay together.
    [[nodiscard]] Result<RecordedSamples> range(MetricId metric, Micros from, Micros to, qsizetype limit);
    /// Samples of many metrics together, in order of time; not many more than `limit`: what is too much is thinned out to the latest.
    [[nodiscard]] Result<RecordedSamples> moment(const MomentQuery &query, qsizetype limit);
    /// Opens every block and holds it against its header.
    [[nodiscard]] Result<HistoryCheck> check();

private:
    [[nodiscard]] Result<RecordedSamples> lastBefore(MetricId metric, Micros time);
    /// False: there are too many raw blocks for columns this wide, take the rollups.
    [[nodiscard]] Result<bool> addRaw(MetricId metric, EnvelopeBuilder &builder);
    [[nodiscard]] Result<void> addRollups(MetricId metric, Tier tier, EnvelopeBuilder &builder, Micros from, Micros to);
    [[nodiscard]] Result<void> addExpired(MetricId metric, EnvelopeBuilder &builder);
    [[nodiscard]] Result<void> addNeighbours(MetricId metric, EnvelopeBuilder &builder);
    void addBlock(const Header &header, EnvelopeBuilder &builder);
    void addOpen(MetricId metric, EnvelopeBuilder &builder);
    void checkBlock(const Header &header, HistoryCheck &check);

    Store &m_store;
    Samples m_samples;
    std::vector<EnvelopeColumn> m_sketch;
    std::vector<Summary> m_buckets;
};

} // namespace muster::history
