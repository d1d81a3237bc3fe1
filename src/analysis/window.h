#pragma once

#include "core/sample.h"

#include <limits>
#include <vector>

namespace muster {

/// What some numbers amount to, so that two such can be put together without seeing the numbers again (Chan, Golub, LeVeque:
/// "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances", 1979).
struct Aggregate
{
    double count = 0;
    double mean = 0;
    double squares = 0; ///< sum of (value - mean)²
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();

    void add(double value);
    void add(const Aggregate &other);
    [[nodiscard]] double sum() const { return mean * count; }
    /// σ with n in the denominator; 0 of one number.
    [[nodiscard]] double deviation() const;
};

/// The latest stretch of a stream of numbers: what lies in (now - length, now]. Amortised O(1) per number, at most 2 · buckets of them in memory:
/// numbers closer together than length / buckets share a bucket and leave together, once the last of them is out of the stretch; what
/// comes slower is exact. Nothing is ever subtracted (a queue made of two stacks), so no number leaves a rounding error behind.
class Window
{
public:
    static constexpr int buckets = 512;
    static constexpr Micros shortest = 1'000;                          ///< 1 ms
    static constexpr Micros longest = 366LL * 86'400 * 1'000'000;

    explicit Window(Micros length);

    [[nodiscard]] Micros length() const { return m_length; }
    /// Finite numbers in order of time; others are not taken in.
    void add(Micros time, double value);
    /// Lets go of what is no longer in the stretch that ends now.
    void advance(Micros now);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_front.empty() && m_back.empty(); }
    [[nodiscard]] Aggregate total() const;
    /// The oldest number in it. Call when not empty.
    [[nodiscard]] double firstValue() const;
    [[nodiscard]] Micros firstTime() const;

private:
    struct Bucket
    {
        Micros from = 0;
        Micros to = 0;
        double first = 0;
        Aggregate content {}; ///< in m_front: of this bucket and all behind it there
    };
    void turn();

    Micros m_length;
    std::vector<Bucket> m_front; ///< the older ones, the oldest last
    std::vector<Bucket> m_back;  ///< the newer ones, the newest last
    Aggregate m_backTotal {};
};

} // namespace muster
