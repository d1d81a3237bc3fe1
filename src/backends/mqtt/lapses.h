#pragma once

#include "core/ids.h"
#include "core/sample.h"

#include <QHash>

#include <functional>

namespace muster::mqtt {

/// Values that are good for some time only, and what they lapse to. Time is given from outside.
class Lapses
{
public:
    struct Lapse
    {
        Micros due = 0;
        MetricId metric {};
        DeviceId device {};
        bool toOff = false;  ///< it becomes off; else nothing is known any more
        bool isText = false;
    };

    /// A value came: it lapses at `lapse.due`; one of 0: the metric's earlier value does not lapse this way any more.
    void put(const Lapse &lapse)
    {
        const quint64 key = quint64(lapse.metric.n) << 1 | quint64(lapse.toOff);
        if (lapse.due == 0) {
            m_lapses.remove(key);
            return;
        }
        m_next = m_lapses.isEmpty() ? lapse.due : std::min(m_next, lapse.due);
        m_lapses.insert(key, lapse);
    }
    /// Hands those over whose time has come.
    void take(Micros now, const std::function<void(const Lapse &)> &lapsed)
    {
        if (m_lapses.isEmpty() || now < m_next)
            return;
        m_next = std::numeric_limits<Micros>::max();
        m_lapses.removeIf([&](const QHash<quint64, Lapse>::iterator &it) {
            if (it->due <= now) {
                lapsed(*it);
                return true;
            }
            m_next = std::min(m_next, it->due);
            return false;
        });
    }
    [[nodiscard]] bool isEmpty() const { return m_lapses.isEmpty(); }

private:
    QHash<quint64, Lapse> m_lapses; ///< by metric and what it lapses to
    Micros m_next = 0;
};

} // namespace muster::mqtt
