#pragma once

#include "analysis/statistics.h"

#include <QList>

namespace muster {

/// How often a value lies where: bins of equal width, side by side. The last bin includes its upper end, every other one only its lower.
struct Histogram
{
    static constexpr int most = 60; ///< bins: as many as a pop-up can show apart

    double low = 0;
    double width = 0;          ///< of a bin; 0: there are none
    QList<double> counts {};   ///< per bin; of a random choice, scaled up to all samples
    qint64 samples = 0;        ///< that it is about
    double below = 0;          ///< as counts, less than `low`: outliers that would have made all other bins too coarse
    double above = 0;
    bool isSampled = false;    ///< made of a random choice of the samples

    [[nodiscard]] bool isEmpty() const { return counts.isEmpty(); }
    [[nodiscard]] double high() const { return low + width * double(counts.size()); }
    [[nodiscard]] double lowerEnd(qsizetype bin) const { return low + width * double(bin); }
};

/// Bins as wide as Freedman and Diaconis advise (2 · interquartile range / ∛n: "On the histogram as a density estimator", 1981), at most
/// Histogram::most. Few different values (states, whole numbers) get a bin each, with the value in its middle. Where the bound would be broken,
/// the outermost 0.5 % on either side are only counted. One single value makes one bin.
[[nodiscard]] Histogram histogramOf(const Reservoir &values);

} // namespace muster
