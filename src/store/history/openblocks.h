#pragma once

#include "store/history/block.h"
#include "store/history/journal.h"

#include <QHash>

#include <deque>

namespace muster::history {

/// The samples that are in the journal but in no block yet, per metric, in order of arrival. Knows which metrics are due to be sealed.
class OpenBlocks
{
public:
    struct Open
    {
        Samples numbers {};
        quint64 firstRow = 0; ///< the journal row that holds the first of them
        bool hasTexts = false;
        bool due = false;
    };
    struct Texts
    {
        Samples samples {};
        QHash<QString, int> codes {};
        qsizetype bytes = 0;
    };

    /// `target`: samples that make a block; `budget`: bytes that should not be exceeded.
    OpenBlocks(size_t target, qsizetype budget)
        : m_target(target)
        , m_budget(budget)
    {}

    void append(MetricId metric, Micros time, double value, quint16 flags, quint64 row)
    {
        if (metric.n >= m_open.size()) [[unlikely]]
            m_open.resize(std::max<size_t>(metric.n + 1, m_open.size() * 3 / 2));
        Open &open = m_open[metric.n];
        Samples &samples = open.numbers;
        if (samples.points.size() == samples.points.capacity()) [[unlikely]]
            grow(samples);
        if (samples.points.empty() || flags != samples.commonFlags || !samples.flags.empty()) [[unlikely]]
            noteFlags(metric, open, flags, row);
        samples.points.push_back({time, value});
        if (samples.points.size() >= m_target && !open.due) [[unlikely]]
            makeDue(metric, open);
        ++m_samples;
    }
    void appendText(MetricId metric, Micros time, const QString &text, quint16 flags, quint64 row);

    /// Metrics with enough samples for a block; emptied by taking.
    [[nodiscard]] std::vector<MetricId> takeDue();
    void makeDue(const std::vector<MetricId> &metrics);
    /// The journal row of the oldest open sample; 0 when there is none.
    [[nodiscard]] quint64 oldestRow();
    /// Metrics that have samples in a journal row up to this one, the oldest first; at most `limit`.
    [[nodiscard]] std::vector<MetricId> begunBy(quint64 row, size_t limit) const;
    /// Metrics that together hold the most memory: without them the budget would be kept with a quarter to spare.
    [[nodiscard]] std::vector<MetricId> largest() const;
    [[nodiscard]] std::vector<MetricId> all() const;

    [[nodiscard]] const Open *find(MetricId metric) const { return metric.n < m_open.size() && m_open[metric.n].firstRow ? &m_open[metric.n] : nullptr; }
    [[nodiscard]] const Texts *texts(MetricId metric) const;
    /// Puts the metric's samples in time order.
    void sort(MetricId metric);
    /// They are in a block now.
    void clear(MetricId metric);

    [[nodiscard]] qint64 samples() const { return m_samples; }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    [[nodiscard]] bool overBudget() const { return m_bytes > m_budget; }

private:
    void grow(Samples &samples);
    void begin(MetricId metric, Open &open, quint64 row);
    void noteFlags(MetricId metric, Open &open, quint16 flags, quint64 row);
    void makeDue(MetricId metric, Open &open);

    size_t m_target;
    qsizetype m_budget;
    std::vector<Open> m_open; ///< by MetricId
    QHash<quint32, Texts> m_texts;
    std::vector<MetricId> m_due;
    std::deque<std::pair<MetricId, quint64>> m_order; ///< begun blocks by firstRow; entries of blocks sealed since are stale
    qint64 m_samples = 0;
    qsizetype m_bytes = 0; ///< capacity of all points, flags and texts
};

} // namespace muster::history
