#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

/// The time from `a` to `b` in microseconds; the times may be anything.
double between(Micros a, Micros b)
{
    return double(b) - double(a);
}

} // namespace

Reservoir::Reservoir(size_t limit)
    : m_limit(std::max<size_t>(1, limit))
{}

void Reservoir::keep(double value)
{
    m_kept.push_back(value);
    if (m_kept.size() == m_limit)
        plan();
}

void Reservoir::plan()
{
    std::uniform_real_distribution<double> part(std::numeric_limits<double>::min(), 1);
    m_weight *= std::exp(std::log(part(m_random)) / double(m_limit));
    const double skipped = std::floor(std::log(part(m_random)) / std::log1p(-m_weight));
    m_next = m_seen + 1 + (skipped < 1e15 ? quint64(skipped) : quint64(1e15));
}

void Reservoir::replace(double value)
{
    m_kept[std::uniform_int_distribution<size_t>(0, m_limit - 1)(m_random)] = value;
    plan();
}

double Reservoir::quantile(double part) const
{
    if (m_kept.empty())
        return Statistics::unknown;
    std::vector<double> values = m_kept;
    const double place = std::clamp(part, 0.0, 1.0) * double(values.size() - 1);
    const auto at = values.begin() + std::ptrdiff_t(place);
    std::nth_element(values.begin(), at, values.end());
    const double rest = place - std::floor(place);
    if (rest == 0)
        return *at;
    const double next = *std::min_element(at + 1, values.end());
    return *at * (1 - rest) + next * rest; // not *at + (next - *at): that overflows
}

StatisticsBuilder::StatisticsBuilder(Micros longestStep, Between between)
    : m_longestStep(longestStep)
    , m_between(between)
{}

void StatisticsBuilder::addInterval(Micros time, double value)
{
    const double step = between(m_so.lastTime, time);
    if (step <= 0)
        return;
    if (m_longestStep > 0 && step > double(m_longestStep)) {
        ++m_so.gaps;
        return;
    }
    const double height = m_between == Between::Hold ? m_so.last : m_so.last / 2 + value / 2;
    const double piece = height * (step * 1e-6) - m_lost;
    const double sum = m_integral + piece;
    m_lost = std::isfinite(sum) ? (sum - m_integral) - piece : 0;
    m_integral = sum;
    m_so.covered += Micros(step);
}

void StatisticsBuilder::add(Micros time, double value)
{
    if (!std::isfinite(value)) {
        ++m_so.invalid;
        m_joined = false;
        return;
    }
    if (m_so.count == 0) {
        m_so.min = m_so.max = value;
        m_so.firstTime = time;
    } else if (m_joined) {
        addInterval(time, value);
    }
    ++m_so.count;
    m_so.min = std::min(m_so.min, value);
    m_so.max = std::max(m_so.max, value);
    const double off = value - m_mean;
    m_mean += off / double(m_so.count);
    m_squares += off * (value - m_mean);
    m_values.add(value);
    if (time >= m_newest) {
        m_newest = time;
        m_so.last = value;
        m_so.lastTime = time;
        m_joined = true;
    }
}

void StatisticsBuilder::add(const EnvelopeColumn &summary)
{
    if (summary.count <= 2) {
        add(summary.time, summary.first);
        if (summary.count == 2)
            add(summary.endTime, summary.last);
        return;
    }
    const double middle = summary.min / 2 + summary.max / 2;
    const qint64 count = m_so.count;
    add(summary.time, middle);
    add(summary.endTime, middle);
    if (m_so.count != count + 2)
        return; // not a number in it
    const double more = double(summary.count) - 2;
    m_so.count = count + summary.count;
    m_mean += (middle - m_mean) * more / double(m_so.count);
    m_so.min = std::min(m_so.min, summary.min);
    m_so.max = std::max(m_so.max, summary.max);
    if (summary.endTime >= m_newest && std::isfinite(summary.last))
        m_so.last = summary.last;
    m_so.isEstimated = true;
}

Statistics StatisticsBuilder::result() const
{
    Statistics so = m_so;
    if (so.count == 0)
        return so;
    so.mean = m_mean;
    so.median = m_values.quantile(0.5);
    so.isSampled = !m_values.isComplete();
    if (so.count > 1 && !so.isEstimated)
        so.deviation = std::sqrt(m_squares / double(so.count - 1));
    if (so.covered > 0) {
        so.integral = m_integral;
        so.timeMean = m_integral / (double(so.covered) * 1e-6);
    }
    return so;
}

} // namespace muster
