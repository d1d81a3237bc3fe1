#pragma once

#include "core/sample.h"

#include <algorithm>
#include <optional>

namespace muster {

/// Which stretch of time a chart shows: it follows the present, stands still somewhere, or is paused, which only stops its clock.
/// A plain value; the present is always handed in.
class TimeView
{
public:
    static constexpr Micros shortest = 10'000;                    ///< 10 ms
    static constexpr Micros longest = 20LL * 366 * 86'400 * 1'000'000; ///< 20 years
    static constexpr Micros everything = 0;                       ///< a window as long as what is remembered

    struct Range
    {
        Micros from = 0;
        Micros to = 0;
        [[nodiscard]] Micros length() const { return to - from; }
        friend bool operator==(const Range &, const Range &) = default;
    };

    /// What to show: `pixels` (> 0) columns of whole microseconds that begin at multiples of their width, whatever moves. So each sample stays
    /// in its column, dense traces do not shimmer, and what is known of a column stays true while panning. A window that is no multiple of the
    /// pixels is shown that little shorter. `oldest`: the first sample remembered, for the window `everything`; 0: none.
    [[nodiscard]] Range range(Micros now, Micros oldest, int pixels) const;

    [[nodiscard]] Micros window() const { return m_window; }
    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] bool isPaused() const { return m_pausedAt.has_value(); }
    [[nodiscard]] Micros pausedAt() const { return m_pausedAt.value_or(0); }
    /// The chart's own present.
    [[nodiscard]] Micros present(Micros now) const { return m_pausedAt.value_or(now); }

    /// Shows the latest `window`, or `everything`.
    void setWindow(Micros window);
    void follow() { m_following = true; }
    void pause(Micros now) { m_pausedAt = now; }
    void resume() { m_pausedAt.reset(); }

    /// Makes what is shown (`shown`) longer by `factor`; the time at `part` (0 left edge … 1 right edge) stays where it is. Never shows
    /// what is yet to come: reaching the present means following it.
    void zoom(double factor, double part, Range shown, Micros now);
    void pan(Micros by, Range shown, Micros now);
    void show(Range range, Micros now) { standAt(range.to, std::clamp(range.length(), shortest, longest), now); }

private:
    void standAt(Micros to, Micros window, Micros now);

    Micros m_window = 60'000'000;
    Micros m_to = 0;           ///< the right edge while standing still
    bool m_following = true;
    std::optional<Micros> m_pausedAt;
};

} // namespace muster
