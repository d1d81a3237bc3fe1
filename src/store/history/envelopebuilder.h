#pragma once

#include "store/history/summary.h"

namespace muster::history {

/// Gathers samples and summaries, in any order, into the columns of a chart: the same columns as Series::envelope makes.
class EnvelopeBuilder
{
public:
    static constexpr int maxPixels = 16'384;

    /// `from` < `to`, `pixels` > 0.
    EnvelopeBuilder(Micros from, Micros to, int pixels);

    [[nodiscard]] Micros from() const { return m_from; }
    [[nodiscard]] Micros to() const { return m_to; }
    /// At least one.
    [[nodiscard]] Micros columnWidth() const { return m_width; }
    /// Whether a run in [from, to) may be counted as a whole: it lies in one column, or is no wider than one.
    [[nodiscard]] bool fits(const EnvelopeColumn &run) const;

    /// A run that fits; it counts for the column that its first sample is in.
    void add(const EnvelopeColumn &run);
    /// Samples in time order, anywhere.
    void add(std::span<const Point> points);
    /// A run outside [from, to): its end or beginning may be what the line comes from or goes to.
    void addOutside(const EnvelopeColumn &run);
    void clearColumns();
    [[nodiscard]] bool hasBefore() const { return m_before.count > 0; }
    [[nodiscard]] bool hasAfter() const { return m_after.count > 0; }

    [[nodiscard]] Envelope take() const;

private:
    [[nodiscard]] int columnAt(Micros time) const;
    [[nodiscard]] Micros endOf(int column) const;
    void before(Micros time, double value);
    void after(Micros time, double value);

    Micros m_from;
    Micros m_to;
    int m_pixels;
    Micros m_width;
    std::vector<EnvelopeColumn> m_columns;
    EnvelopeColumn m_before {};
    EnvelopeColumn m_after {};
};

} // namespace muster::history
