#pragma once

#include "core/ids.h"

#include <QHash>

namespace muster {

class Fleet;

/// Which metrics are on charts, and on how many: keeps their live memory long as long as one of them shows it. Main thread.
class Watches
{
public:
    /// 10 kHz for 100 s, and a sample a second for 12 days; 17 MB when full, which only a fast metric ever is.
    static constexpr qsizetype depth = 1 << 20;

    explicit Watches(Fleet &fleet)
        : m_fleet(fleet)
    {
    }

    void take(MetricId metric);
    void drop(MetricId metric);

private:
    Fleet &m_fleet;
    QHash<MetricId, int> m_charts;
};

} // namespace muster
