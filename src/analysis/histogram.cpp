#include "analysis/histogram.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

double quantile(const std::vector<double> &sorted, double part)
{
    return sorted[size_t(part * double(sorted.size() - 1))];
}

/// The distance of which all differences between the different values are multiples, if there are few of them; else 0.
double lattice(const std::vector<double> &sorted)
{
    constexpr size_t few = Histogram::most;
    std::vector<double> different;
    for (const double value : sorted) {
        if (!different.empty() && different.back() == value)
            continue;
        if (different.size() == few)
            return 0;
        different.push_back(value);
    }
    if (different.size() * 4 > sorted.size() && different.size() > 2) // as good as all different: no lattice, just few samples
        return 0;
    double step = std::numeric_limits<double>::infinity();
    for (size_t i = 1; i < different.size(); ++i)
        step = std::min(step, different[i] - different[i - 1]);
    for (size_t i = 1; i < different.size(); ++i) {
        const double steps = (different[i] - different[0]) / step;
        if (steps > Histogram::most - 1 || std::abs(steps - std::round(steps)) > 1e-6 * std::max(1.0, steps))
            return 0;
    }
    return std::isfinite(step) ? step : 0;
}

/// Whether the outermost values were left out.
bool chooseBins(Histogram &histogram, const std::vector<double> &sorted)
{
    const double step = lattice(sorted);
    double low = sorted.front();
    double high = sorted.back();
    if (step > 0) {
        histogram.low = low - step / 2;
        histogram.width = step;
        histogram.counts.resize(qsizetype(std::lround((high - low) / step)) + 1);
        return false;
    }
    const double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    double width = 2 * spread / std::cbrt(double(sorted.size()));
    if (!(width > 0) || !std::isfinite(width))
        width = (high / 2 - low / 2) / 10 * 2;
    const bool cut = !((high - low) / width <= Histogram::most) && quantile(sorted, 0.995) > quantile(sorted, 0.005);
    if (cut) {
        low = quantile(sorted, 0.005);
        high = quantile(sorted, 0.995);
    }
    const double wanted = std::ceil((high - low) / width);
    const int bins = wanted >= 1 && wanted <= Histogram::most ? int(wanted) : wanted >= 1 ? Histogram::most : 1;
    histogram.low = low;
    histogram.width = high / bins - low / bins;
    histogram.counts.resize(bins);
    return cut;
}

/// What lies beyond the ends by no more than rounding belongs to the outermost bins, unless values were left out there.
void count(Histogram &histogram, const std::vector<double> &sorted, double weight, bool cut)
{
    const double last = double(histogram.counts.size()) - 1;
    for (const double value : sorted) {
        const double bin = std::floor((value - histogram.low) / histogram.width);
        if (cut && value < histogram.low)
            histogram.below += weight;
        else if (cut && value > histogram.high())
            histogram.above += weight;
        else
            histogram.counts[qsizetype(std::clamp(bin, 0.0, last))] += weight;
    }
}

} // namespace

Histogram histogramOf(const Reservoir &values)
{
    Histogram histogram;
    std::vector<double> sorted = values.kept();
    if (sorted.empty())
        return histogram;
    std::sort(sorted.begin(), sorted.end());
    histogram.samples = values.seen();
    histogram.isSampled = !values.isComplete();
    const bool cut = sorted.front() < sorted.back() && chooseBins(histogram, sorted);
    if (!(histogram.width > 0) || !std::isfinite(histogram.width)) {
        // One value, or values so close or so far apart that a double holds nothing between them.
        const double half = std::max(std::abs(sorted.front()) * 0.05, 0.5);
        histogram.low = sorted.front() - half;
        histogram.width = sorted.back() - sorted.front() + 2 * half;
        histogram.counts = {double(values.seen())};
        return histogram;
    }
    count(histogram, sorted, double(values.seen()) / double(sorted.size()), cut);
    return histogram;
}

} // namespace muster
