#include "analysis/calculation.h"

#include "core/fleet.h"

#include <QCoreApplication>

#include <algorithm>

namespace muster::metricnames {

namespace {

QString tell(const char *text)
{
    return QCoreApplication::translate("Expression", text);
}

/// 2: as written; 1: but for upper and lower case; 0: not at all.
int likeness(const QString &a, QStringView b)
{
    return a == b ? 2 : QStringView(a).compare(b, Qt::CaseInsensitive) == 0 ? 1 : 0;
}

int likeness(const Metric &metric, QStringView wanted)
{
    return std::max(likeness(metric.key, wanted), likeness(metric.name, wanted));
}

int likeness(const Fleet &fleet, const Device &device, QStringView wanted)
{
    int best = likeness(fleet.displayName(device.id), wanted);
    for (const QString &address : device.addresses)
        best = std::max(best, likeness(address, wanted));
    return best;
}

/// The metrics that fit a label best, and as well as each other.
class Candidates
{
public:
    void offer(MetricId metric, int fit)
    {
        if (fit <= 0 || fit < m_fit)
            return;
        if (fit > m_fit)
            m_metrics.clear();
        m_fit = fit;
        if (!m_metrics.contains(metric) && m_metrics.size() < 100)
            m_metrics.append(metric);
    }
    [[nodiscard]] const QList<MetricId> &metrics() const { return m_metrics; }

private:
    QList<MetricId> m_metrics;
    int m_fit = 0;
};

void offerDevice(Candidates &candidates, const Fleet &fleet, const Device &device, QStringView label)
{
    // Names and keys may hold slashes themselves: any of them may be the one in the middle.
    for (qsizetype slash = label.indexOf(u'/'); slash >= 0; slash = label.indexOf(u'/', slash + 1)) {
        const int likeDevice = likeness(fleet, device, label.first(slash).trimmed());
        if (likeDevice == 0)
            continue;
        for (const Metric &metric : device.metrics)
            if (const int likeMetric = likeness(metric, label.sliced(slash + 1).trimmed()))
                candidates.offer(metric.id, likeDevice + likeMetric + 4);
    }
    for (const Metric &metric : device.metrics)
        candidates.offer(metric.id, likeness(metric, label));
}

QString labelWith(const Fleet &fleet, const Device &device, const Metric &metric, bool address, bool key)
{
    return (address ? device.addresses.value(0) : fleet.displayName(device.id)) + u'/' + (key || metric.name.isEmpty() ? metric.key : metric.name);
}

} // namespace

bool isCalculable(const MetricState &state)
{
    return state.info.type != MetricType::Text && state.info.type != MetricType::Event;
}

Found find(const Fleet &fleet, const QString &label)
{
    Candidates candidates;
    const QList<DeviceId> devices = fleet.devices();
    for (const DeviceId id : devices)
        offerDevice(candidates, fleet, *fleet.device(id), label);
    const QList<MetricId> &found = candidates.metrics();
    if (found.isEmpty())
        return {{}, tell(QT_TRANSLATE_NOOP("Expression", "There is no metric “%1”. Write its device and its name: \"device/metric\".")).arg(label)};
    if (found.size() > 1)
        return {{}, tell(QT_TRANSLATE_NOOP("Expression", "“%1” could be several metrics, such as %2 or %3. Write which device's it is."))
                        .arg(label, quotedLabel(labelOf(fleet, found[0])), quotedLabel(labelOf(fleet, found[1])))};
    const MetricState *const state = fleet.metric(found.first());
    if (!state || !isCalculable(*state))
        return {{}, tell(QT_TRANSLATE_NOOP("Expression", "“%1” is a text; only numbers, switches and states can be calculated with.")).arg(label)};
    return {found.first(), {}};
}

QString labelOf(const Fleet &fleet, MetricId metric)
{
    const MetricState *const state = fleet.metric(metric);
    const Device *const own = state ? fleet.device(state->device) : nullptr;
    if (!own)
        return {};
    bool address = false;
    bool key = false;
    const QString name = fleet.displayName(own->id);
    const QList<DeviceId> devices = fleet.devices();
    for (const DeviceId id : devices)
        address = address || (id != own->id && likeness(fleet.displayName(id), name) == 2);
    for (const Metric &other : own->metrics)
        key = key || (other.id != metric && likeness(other, state->info.name) == 2);
    return labelWith(fleet, *own, state->info, address, key);
}

QStringList all(const Fleet &fleet, qsizetype most)
{
    QStringList labels;
    QHash<QString, int> names;
    QList<DeviceId> devices = fleet.devices();
    for (const DeviceId id : std::as_const(devices))
        ++names[fleet.displayName(id)];
    std::stable_partition(devices.begin(), devices.end(), [&](DeviceId id) { return fleet.isMember(id); });
    for (const DeviceId id : std::as_const(devices)) {
        const Device &device = *fleet.device(id);
        for (const Metric &metric : device.metrics) {
            const MetricState *const state = fleet.metric(metric.id);
            if (labels.size() >= most)
                return labels;
            if (state && isCalculable(*state))
                labels.append(labelWith(fleet, device, metric, names.value(fleet.displayName(id)) > 1, false));
        }
    }
    return labels;
}

} // namespace muster::metricnames
