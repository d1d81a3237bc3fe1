#include "ui/chart/timeview.h"

#include <algorithm>
#include <cmath>

namespace muster {

TimeView::Range TimeView::range(Micros now, Micros oldest, int pixels) const
{
    const Micros clock = present(now);
    if (m_window == everything) {
        const Micros from = oldest > 0 && oldest < clock ? oldest : clock - 60'000'000;
        return {from, std::max(clock, from + shortest)};
    }
    if (!m_following)
        return {m_to - m_window, m_to};
    const Micros column = std::max<Micros>(1, m_window / std::max(1, pixels));
    // The newest column fills up before one's eyes; while paused it must not, so the range ends before it.
    const Micros to = (clock / column + (isPaused() ? 0 : 1)) * column;
    return {to - column * std::max(1, pixels), to};
}

void TimeView::setWindow(Micros window)
{
    m_window = window == everything ? everything : std::clamp(window, shortest, longest);
    m_following = true;
}

void TimeView::zoom(double factor, double part, Range shown, Micros now)
{
    const Micros window = std::clamp(Micros(std::llround(double(shown.length()) * factor)), shortest, longest);
    const double kept = double(shown.from) + double(shown.length()) * part;
    standAt(Micros(std::llround(kept + double(window) * (1 - part))), window, now);
}

void TimeView::pan(Micros by, Range shown, Micros now)
{
    standAt(shown.to + std::clamp(by, -longest, longest), shown.length(), now);
}

void TimeView::standAt(Micros to, Micros window, Micros now)
{
    m_window = window;
    m_following = to >= present(now);
    m_to = m_following ? present(now) : std::max(to, window);
}

} // namespace muster
