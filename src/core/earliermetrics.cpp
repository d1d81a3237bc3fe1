#include "core/earliermetrics.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>

namespace muster {

EarlierMetrics::EarlierMetrics()
    : m_seed(size_t(QRandomGenerator::system()->generate64())) // anew in every session, so that nobody can make two that collide
{}

quint64 EarlierMetrics::print(const QString &address, const QString &key, MetricType type) const
{
    return qHashMulti(m_seed, address, key, quint8(type));
}

void EarlierMetrics::add(const QList<KnownMetric> &metrics)
{
    m_entries.reserve(m_entries.size() + size_t(metrics.size()));
    for (const KnownMetric &metric : metrics) {
        if (m_entries.size() < limit)
            m_entries.push_back({print(metric.address, metric.key, metric.type), metric.id});
    }
    std::sort(m_entries.begin(), m_entries.end(), before);
}

void EarlierMetrics::add(const KnownMetric &metric)
{
    if (m_entries.size() >= limit)
        return;
    const Entry entry {print(metric.address, metric.key, metric.type), metric.id};
    m_entries.insert(std::upper_bound(m_entries.begin(), m_entries.end(), entry, before), entry);
}

MetricId EarlierMetrics::take(const QStringList &addresses, const QString &key, MetricType type)
{
    if (m_entries.empty())
        return {};
    for (const QString &address : addresses) {
        const Entry last {print(address, key, type), {std::numeric_limits<quint32>::max()}};
        const auto end = std::upper_bound(m_entries.begin(), m_entries.end(), last, before);
        if (end == m_entries.begin() || (end - 1)->print != last.print)
            continue;
        const MetricId id = (end - 1)->id;
        m_entries.erase(end - 1);
        return id;
    }
    return {};
}

} // namespace muster
