#include "analysis/rollingband.h"

#include <algorithm>
#include <cmath>

namespace muster {

RollingBand::RollingBand(Micros window, double width)
    : m_window(window)
    , m_width(std::max(0.0, width))
{}

void RollingBand::learnStep(double value)
{
    constexpr int finest = 6;
    for (; m_decimals < finest; ++m_decimals, m_step /= 10) {
        const double steps = value / m_step;
        // Beyond 2^50 every double is a whole number of steps.
        if (std::abs(steps - std::round(steps)) <= 1e-6 || std::abs(steps) > 1e15)
            return;
    }
}

bool RollingBand::add(Micros time, double value)
{
    if (!std::isfinite(value) || time < m_newest)
        return false;
    m_newest = time;
    m_window.advance(time);
    learnStep(value);
    const std::optional<Band> usual = band();
    m_window.add(time, value);
    return usual && (value < usual->low || value > usual->high);
}

std::optional<RollingBand::Band> RollingBand::band() const
{
    const Aggregate total = m_window.total();
    if (total.count < enough)
        return {};
    // The tiny addition keeps a value that is exactly at the edge from falling out by rounding.
    const double half = m_width * std::max(total.deviation(), m_step) * (1 + 1e-9) + std::abs(total.mean) * 1e-12;
    return Band {total.mean - half, total.mean + half};
}

void RollingBand::clear()
{
    m_window.clear();
    m_newest = std::numeric_limits<Micros>::min();
}

Micros bandWindow(Micros shown, Micros step)
{
    const double wanted = std::max(double(shown) / 10, double(std::max<Micros>(0, step)) * 3 * RollingBand::enough);
    return Micros(std::clamp(wanted, double(Window::shortest), double(Window::longest)));
}

} // namespace muster
