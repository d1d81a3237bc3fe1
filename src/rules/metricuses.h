#pragma once

#include "core/ids.h"

#include <span>
#include <vector>

namespace muster {

/// Which of many numbered things use which metric: one look into a table per sample.
class MetricUses
{
public:
    /// The metrics of things 0, 1, 2 …
    void set(const std::vector<MetricId> &metrics);
    [[nodiscard]] std::span<const quint32> of(MetricId metric) const
    {
        if (size_t(metric.n) + 1 >= m_first.size())
            return {};
        return std::span(m_uses).subspan(m_first[metric.n], m_first[metric.n + 1] - m_first[metric.n]);
    }

private:
    std::vector<quint32> m_first; ///< by MetricId: where its things begin in m_uses; one more at the end
    std::vector<quint32> m_uses;
};

} // namespace muster
