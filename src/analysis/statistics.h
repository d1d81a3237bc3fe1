#pragma once

#include "core/series.h"

#include <limits>
#include <random>
#include <vector>

namespace muster {

/// What a stretch of a metric amounts to. What is not known is NaN: everything of no samples, σ of one sample, the integral without an interval.
struct Statistics
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    qint64 count = 0;         ///< finite samples
    qint64 invalid = 0;       ///< NaN and infinite ones: counted, and otherwise as if they were a gap
    double min = unknown;
    double max = unknown;
    double mean = unknown;    ///< of the samples, each counting the same
    double timeMean = unknown;///< weighted by time: integral / covered
    double median = unknown;
    double deviation = unknown; ///< σ of the samples, n - 1 in the denominator
    double last = unknown;
    Micros firstTime = 0;
    Micros lastTime = 0;
    double integral = unknown;///< in value · seconds, over the covered time
    Micros covered = 0;       ///< time between samples, gaps left out
    qint64 gaps = 0;          ///< pauses longer than the longest step
    bool isEstimated = false; ///< part of it comes from summaries: count, min, max and last are exact, mean, median and integral are near, σ is unknown
    bool isSampled = false;   ///< the median comes from a random choice of the samples, because there are more than are kept
};

/// Keeps all numbers up to a bound, and beyond it a choice of them in which each has the same chance (reservoir sampling, algorithm L: Li,
/// "Reservoir-Sampling Algorithms of Time Complexity O(n(1+log(N/n)))", 1994). With 65 536 kept, the rank of the median is off by more
/// than 0.6 % once in 400 times. The choice is the same each time for the same numbers.
class Reservoir
{
public:
    static constexpr size_t defaultLimit = 65'536;

    explicit Reservoir(size_t limit = defaultLimit);

    void add(double value)
    {
        ++m_seen;
        if (m_kept.size() < m_limit)
            keep(value);
        else if (m_seen == m_next)
            replace(value);
    }
    [[nodiscard]] const std::vector<double> &kept() const { return m_kept; }
    [[nodiscard]] qint64 seen() const { return qint64(m_seen); }
    [[nodiscard]] bool isComplete() const { return m_seen == m_kept.size(); }
    /// The value below which `part` (0 … 1) of them are, between two values if need be; NaN of nothing.
    [[nodiscard]] double quantile(double part) const;

private:
    void keep(double value);
    void replace(double value);
    void plan();

    size_t m_limit;
    std::vector<double> m_kept;
    quint64 m_seen = 0;
    quint64 m_next = 0; ///< which one is taken in next
    double m_weight = 1;
    std::minstd_rand m_random {1};
};

/// Takes in samples one by one, in time order, and says what they amount to. Bounded memory. One that is older than the one before counts
/// as a value but adds no time.
class StatisticsBuilder
{
public:
    /// How a value goes on to the next one: in a straight line (trapezoid rule), or unchanged (states, which hold until they change).
    enum class Between : quint8 { Line, Hold };

    /// Samples further apart than `longestStep` have a gap between them, which belongs to no mean or integral; 0: there are no gaps.
    explicit StatisticsBuilder(Micros longestStep = 0, Between between = Between::Line);

    void add(Micros time, double value);
    /// Samples of which no more is known than this: taken to be in the middle between their minimum and maximum.
    void add(const EnvelopeColumn &summary);
    [[nodiscard]] Statistics result() const;
    [[nodiscard]] const Reservoir &values() const { return m_values; }

private:
    void addInterval(Micros time, double value);

    Micros m_longestStep;
    Between m_between;
    Statistics m_so {};
    double m_mean = 0;     ///< Welford: no cancellation, whatever the size of the values
    double m_squares = 0;
    double m_integral = 0;
    double m_lost = 0;     ///< Kahan: what m_integral was too coarse to take in
    bool m_joined = false; ///< the sample before was finite
    Micros m_newest = std::numeric_limits<Micros>::min();
    Reservoir m_values;
};

} // namespace muster
