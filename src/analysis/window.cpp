#include "analysis/window.h"

#include <algorithm>
#include <cmath>

namespace muster {

void Aggregate::add(double value)
{
    count += 1;
    const double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
    min = std::min(min, value);
    max = std::max(max, value);
}

void Aggregate::add(const Aggregate &other)
{
    if (other.count == 0)
        return;
    if (count == 0) {
        *this = other;
        return;
    }
    const double all = count + other.count;
    const double off = other.mean - mean;
    squares += other.squares + off * off * (count * (other.count / all));
    mean += off * (other.count / all);
    count = all;
    min = std::min(min, other.min);
    max = std::max(max, other.max);
}

double Aggregate::deviation() const
{
    return count > 0 ? std::sqrt(squares / count) : std::numeric_limits<double>::quiet_NaN();
}

Window::Window(Micros length)
    : m_length(std::clamp(length, shortest, longest))
{}

void Window::add(Micros time, double value)
{
    if (!std::isfinite(value))
        return;
    // Unsigned: the times of hostile data may be too far apart for a signed difference.
    if (!m_back.empty() && quint64(time) - quint64(m_back.back().from) < quint64(m_length / buckets)) {
        m_back.back().to = time;
        m_back.back().content.add(value);
    } else {
        m_back.push_back({time, time, value, {}});
        m_back.back().content.add(value);
    }
    m_backTotal.add(value);
}

void Window::turn()
{
    Aggregate total;
    for (; !m_back.empty(); m_back.pop_back()) {
        Bucket bucket = m_back.back();
        bucket.content.add(total);
        total = bucket.content;
        m_front.push_back(bucket);
    }
    m_backTotal = {};
}

void Window::advance(Micros now)
{
    constexpr Micros never = std::numeric_limits<Micros>::min();
    const Micros until = now < never + m_length ? never : now - m_length;
    for (;;) {
        if (m_front.empty()) {
            if (m_back.empty() || m_back.front().to > until)
                return;
            turn();
        }
        if (m_front.back().to > until)
            return;
        m_front.pop_back();
    }
}

void Window::clear()
{
    m_front.clear();
    m_back.clear();
    m_backTotal = {};
}

Aggregate Window::total() const
{
    Aggregate total = m_front.empty() ? Aggregate {} : m_front.back().content;
    total.add(m_backTotal);
    return total;
}

double Window::firstValue() const
{
    return m_front.empty() ? m_back.front().first : m_front.back().first;
}

Micros Window::firstTime() const
{
    return m_front.empty() ? m_back.front().from : m_front.back().from;
}

} // namespace muster
