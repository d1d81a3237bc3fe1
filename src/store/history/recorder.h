#pragma once

#include "store/history/store.h"

#include <chrono>
#include <deque>

namespace muster::history {

struct RecorderLimits
{
    size_t blockSamples = 8'192;                           ///< that make a block
    qsizetype openBytes = 128 << 20;                       ///< memory for samples that are in no block yet; while the disk refuses, half as much again
    qsizetype journalBytes = 128 << 20;                    ///< of the journal, before its oldest samples are sealed into blocks however few
    std::chrono::milliseconds age = std::chrono::hours(3); ///< likewise
};

/// The way in: samples go to the journal row of the tick and to the open blocks; a flush writes the row and seals what is due, in one
/// transaction, so that every sample is in the journal or in a block and never counts twice.
class Recorder
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr qsizetype rowBytes = 8 << 20; ///< a row as large as this does not wait for the tick

    Recorder(Store &store, const RecorderLimits &limits);

    /// Reads the journal into the open blocks.
    [[nodiscard]] Result<void> recover();

    /// Takes in a batch; what does not fit while the disk refuses is counted as dropped.
    void append(const SampleBatch &batch, bool stalled);
    [[nodiscard]] bool wantsFlush() const { return m_row.bytes() >= rowBytes || m_store.open.overBudget(); }
    [[nodiscard]] bool isClean() const { return m_row.isEmpty(); }

    /// Writes what is not yet durable and seals what is due. After a failure everything is as before and can be tried again.
    [[nodiscard]] Result<void> flush();
    /// Seals everything and empties the journal.
    [[nodiscard]] Result<void> sealAll();
    /// The file is another one now, and empty: what is in memory goes into its blocks.
    [[nodiscard]] Result<void> moveIn();

    [[nodiscard]] quint64 recorded() const { return m_recorded; } ///< samples made durable since the start
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] qsizetype journalBytes() const { return m_journalBytes; }

private:
    struct JournalRowInfo
    {
        quint64 row = 0;
        qsizetype bytes = 0;
        Clock::time_point written {};
    };
    [[nodiscard]] std::vector<MetricId> toSeal();
    [[nodiscard]] Result<void> write(const std::vector<MetricId> &seal);
    [[nodiscard]] Result<void> sealMetric(MetricId metric, Extent &extent);
    [[nodiscard]] Result<void> sealRun(MetricId metric, BlockKind kind, const Samples &samples, size_t from, size_t to, Extent &extent);
    [[nodiscard]] Result<void> addRollups(MetricId metric, std::span<const Point> points, int exponent, Extent &extent);
    [[nodiscard]] Result<void> addBuckets(MetricId metric, Tier tier, std::span<const Summary> buckets, Extent &extent);
    void forgetTrimmed(quint64 firstKept);

    Store &m_store;
    RecorderLimits m_limits;
    JournalRow m_row;
    quint64 m_rowNumber = 1; ///< of m_row
    Bytes m_rowBuffer;
    std::deque<JournalRowInfo> m_journal;
    qsizetype m_journalBytes = 0;
    std::vector<std::pair<MetricId, Extent>> m_newExtents;
    std::vector<Summary> m_minutes;
    std::vector<Summary> m_hours;
    quint64 m_recorded = 0;
    quint64 m_dropped = 0;
};

} // namespace muster::history
