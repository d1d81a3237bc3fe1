#pragma once

#include "analysis/window.h"

#include <optional>

namespace muster {

/// Where a metric usually is: mean ± k · σ of its latest stretch. Each value is held against what came before it, then taken in, so that a band
/// follows a new level within its window. Robust where σ says nothing: no verdict before `enough` values, and the band is never narrower than
/// k steps of the last decimal the metric has shown (21.5 → 0.1), so a constant metric may move by its smallest step unmarked.
class RollingBand
{
public:
    static constexpr int enough = 20; ///< values before the first verdict
    static constexpr double defaultWidth = 4; ///< σ: of normally distributed noise, one value in 16 000 lies outside

    struct Band
    {
        double low = 0;
        double high = 0;
    };

    explicit RollingBand(Micros window, double width = defaultWidth);

    /// Whether a value falls out of the band; takes it in. False of what is not finite, and of one that is older than the one before.
    bool add(Micros time, double value);
    /// As of the values taken in so far; none before there are enough.
    [[nodiscard]] std::optional<Band> band() const;
    [[nodiscard]] Micros window() const { return m_window.length(); }
    void clear();

private:
    void learnStep(double value);

    Window m_window;
    double m_width;
    double m_step = 1;   ///< one unit of the last decimal seen, 10^-m_decimals
    int m_decimals = 0;
    Micros m_newest = std::numeric_limits<Micros>::min();
};

/// A window that suits a chart of that length whose samples are usually `step` apart: a tenth of it, so that a person sees in the picture what
/// the values are held against, but long enough for three times as many values as a verdict needs.
[[nodiscard]] Micros bandWindow(Micros shown, Micros step);

} // namespace muster
