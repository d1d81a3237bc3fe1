#include "ui/chart/timeview.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace muster {

namespace {

/// A little more, so that a range that grows with the time keeps its columns for a while: 0.4 % of its age.
Micros roughly(Micros column)
{
    const int digits = std::max(0, int(std::bit_width(quint64(column))) - 8);
    return ((column + (1LL << digits) - 1) >> digits) << digits;
}

} // namespace

TimeView::Range TimeView::range(Micros now, Micros oldest, int pixels) const
{
    const Micros clock = present(now);
    const int columns = std::max(1, pixels);
    Micros column = std::max<Micros>(1, m_window / columns);
    if (m_window == everything) {
        const Micros from = oldest > 0 && oldest < clock ? std::max(oldest, clock - longest) : clock - 60'000'000;
        column = roughly(std::max(clock - from, shortest) / std::max(1, columns - 2) + 1);
    }
    // The newest column fills up before one's eyes.
    const Micros end = m_following ? clock : m_to;
    const Micros to = (end / column + (m_following ? 1 : 0)) * column;
    return {to - column * columns, to};
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
