#pragma once

#include "store/history/blockfile.h"
#include "store/history/openblocks.h"

#include <QSet>

namespace muster::history {

/// What recording, reading and upkeep share: an open file and what is known about it. One thread.
struct Store
{
    Store(size_t target, qsizetype budget)
        : open(target, budget)
    {}

    std::unique_ptr<BlockFile> file {};
    OpenBlocks open;
    BlockCoder coder {};
    Columns columns {};
    std::vector<Extent> extents {};       ///< by MetricId
    QHash<quint32, MetricRow> metrics {}; ///< by MetricId
    QSet<qint64> unreadable {};           ///< blocks and, as negative numbers, journal rows that do not decode
    QList<Error> problems {};             ///< met and not yet told
    static constexpr qsizetype maxProblems = 100;

    [[nodiscard]] Extent &extent(MetricId metric)
    {
        if (metric.n >= extents.size())
            extents.resize(metric.n + 1);
        return extents[metric.n];
    }
    /// The samples of a block; false when it cannot be read, which is told once.
    [[nodiscard]] bool load(const Header &header, Samples &samples);
    [[nodiscard]] bool loadBuckets(const Header &header, std::vector<Summary> &buckets);
    /// Notes something broken; `id` as in `unreadable`.
    void report(qint64 id, const QString &text);
    [[nodiscard]] QString nameOf(MetricId metric) const;
};

} // namespace muster::history
