#include "core/fleet.h"

#include <algorithm>
#include <bit>

namespace muster {

namespace {

constexpr Micros second = 1'000'000;
constexpr int statusMs = 1'000;
constexpr qsizetype bytesPerSample = 20; // time, value and its share of the pyramid

} // namespace

struct Fleet::Member
{
    Device device {};
    QHash<QString, MetricId> metrics {};
    Micros lastSeen = 0;
    Micros interval = 0; ///< running mean between two times it was heard
    DeviceStatus status = DeviceStatus::Unknown;
    quint32 seenInBatch = 0;
};

Fleet::Fleet(QObject *parent)
    : QObject(parent)
    , m_statusTimer(this)
{
    m_statusTimer.setInterval(statusMs);
    connect(&m_statusTimer, &QTimer::timeout, this, &Fleet::updateStatuses);
    m_statusTimer.start();
}

Fleet::~Fleet() = default;

// --- asking

Fleet::Member *Fleet::member(DeviceId id) const
{
    return id.n < m_devices.size() ? m_devices[id.n].get() : nullptr;
}

const Device *Fleet::device(DeviceId id) const
{
    const Member *known = member(id);
    return known ? &known->device : nullptr;
}

DeviceId Fleet::findByAddress(const QString &address) const
{
    return m_byAddress.value(address);
}

QList<DeviceId> Fleet::members() const
{
    QList<DeviceId> result;
    for (const DeviceId id : m_order)
        if (isMember(id))
            result.append(id);
    return result;
}

QString Fleet::displayName(DeviceId id) const
{
    if (const FleetEntry *known = entry(id); known && !known->name.isEmpty())
        return known->name;
    const Device *known = device(id);
    if (!known)
        return {};
    return known->name.isEmpty() ? known->addresses.value(0) : known->name;
}

Kind Fleet::kind(DeviceId id) const
{
    if (const FleetEntry *known = entry(id); known && known->kind >= 0)
        return Kind(known->kind);
    const Device *known = device(id);
    return known ? known->kind : Kind::IoT;
}

DeviceStatus Fleet::status(DeviceId id) const
{
    const Member *known = member(id);
    return known ? known->status : DeviceStatus::Unknown;
}

Micros Fleet::lastSeen(DeviceId id) const
{
    const Member *known = member(id);
    return known ? known->lastSeen : 0;
}

const MetricState *Fleet::metric(MetricId id) const
{
    return id.n < m_metrics.size() ? m_metrics[id.n].get() : nullptr;
}

MetricId Fleet::findMetric(DeviceId device, const QString &key) const
{
    const Member *known = member(device);
    return known ? known->metrics.value(key) : MetricId {};
}

MetricId Fleet::metricOfRole(DeviceId id, Role role) const
{
    const Device *known = device(id);
    if (!known)
        return {};
    const auto it = std::find_if(known->metrics.cbegin(), known->metrics.cend(), [role](const Metric &m) { return m.role == role; });
    return it == known->metrics.cend() ? MetricId {} : it->id;
}

// --- learning

void Fleet::announce(const QList<Device> &devices)
{
    QList<DeviceId> added;
    QList<DeviceId> changed;
    for (const Device &device : devices)
        (member(device.id) ? changed : added).append(device.id);
    for (const Device &device : devices)
        takeIn(device);
    dropGone();
    applyLimits();
    if (!added.isEmpty())
        Q_EMIT devicesAdded(added);
    if (!changed.isEmpty())
        Q_EMIT devicesChanged(changed);
    updateStatuses();
}

void Fleet::takeIn(const Device &device)
{
    if (device.id.n >= m_devices.size())
        m_devices.resize(std::max<size_t>(device.id.n + 1, m_devices.size() * 2));
    auto &known = m_devices[device.id.n];
    if (!known) {
        known = std::make_unique<Member>();
        m_order.append(device.id);
    }
    known->device = device;
    for (const QString &address : device.addresses)
        m_byAddress.insert(address, device.id);
    indexMetrics(*known);
}

void Fleet::indexMetrics(Member &known)
{
    const QHash<QString, MetricId> before = std::exchange(known.metrics, {});
    QSet<MetricId> kept;
    kept.reserve(known.device.metrics.size());
    for (const Metric &metric : std::as_const(known.device.metrics)) {
        if (metric.id.n >= m_metrics.size()) {
            m_metrics.resize(std::max<size_t>(metric.id.n + 1, m_metrics.size() * 2));
            m_batchMark.resize(m_metrics.size(), 0);
        }
        auto &state = m_metrics[metric.id.n];
        if (!state) {
            state = std::make_unique<MetricState>();
            state->device = known.device.id;
            ++m_metricCount;
            state->series.setLimit(m_seriesLimit);
        }
        if (state->device != known.device.id)
            claimMetric(*state, known);
        state->info = metric;
        known.metrics.insert(metric.key, metric.id);
        kept.insert(metric.id);
    }
    for (const MetricId id : before)
        if (!kept.contains(id))
            m_gone.append({known.device.id, id});
}

// It was another device's: that device is the same one, or was taken for it.
void Fleet::claimMetric(MetricState &state, const Member &owner)
{
    if (Member *before = member(state.device))
        before->metrics.removeIf([&state](const auto &entry) { return entry.value() == state.info.id; });
    state.device = owner.device.id;
}

void Fleet::dropGone()
{
    const auto gone = std::exchange(m_gone, {});
    for (const auto &[device, id] : gone)
        if (id.n < m_metrics.size() && m_metrics[id.n] && m_metrics[id.n]->device == device)
            dropMetric(id);
}

void Fleet::dropMetric(MetricId id)
{
    if (id.n < m_metrics.size() && m_metrics[id.n]) {
        m_metrics[id.n].reset();
        m_watched.remove(id);
        --m_metricCount;
    }
}

void Fleet::withdraw(const QList<DeviceId> &devices)
{
    QList<DeviceId> gone;
    QList<DeviceId> silent;
    for (const DeviceId id : devices) {
        Member *known = member(id);
        if (!known)
            continue;
        known->device = atRest(known->device);
        known->lastSeen = 0;
        (isMember(id) ? silent : gone).append(id);
    }
    drop(gone);
    if (!silent.isEmpty())
        Q_EMIT devicesChanged(silent);
    updateStatuses();
}

void Fleet::drop(const QList<DeviceId> &devices)
{
    if (devices.isEmpty())
        return;
    const QSet<DeviceId> gone(devices.cbegin(), devices.cend());
    for (const DeviceId id : devices) {
        const auto &known = m_devices[id.n];
        for (const MetricId metric : std::as_const(known->metrics))
            dropMetric(metric);
        for (const QString &address : std::as_const(known->device.addresses))
            if (m_byAddress.value(address) == id)
                m_byAddress.remove(address);
        m_devices[id.n].reset();
    }
    m_order.removeIf([&](DeviceId id) { return gone.contains(id); });
    Q_EMIT devicesRemoved(devices);
}

void Fleet::see(const QList<DeviceId> &devices, Micros time)
{
    for (const DeviceId id : devices)
        if (Member *known = member(id))
            heard(*known, time);
}

void Fleet::heard(Member &known, Micros time)
{
    if (known.lastSeen > 0 && time > known.lastSeen) {
        const Micros gap = time - known.lastSeen;
        known.interval = known.interval == 0 ? gap : (7 * known.interval + gap) / 8;
    }
    known.lastSeen = std::max(known.lastSeen, time);
}

void Fleet::observe(const SampleBatch &batch)
{
    const Micros now = this->now();
    ++m_batch;
    QList<MetricId> changed;
    for (const Sample &sample : batch.samples) {
        if (sample.metric.n >= m_metrics.size() || !m_metrics[sample.metric.n]) [[unlikely]]
            continue;
        MetricState &state = *m_metrics[sample.metric.n];
        const bool isText = sample.flags & Sample::Text;
        // A text has no place on a value axis: its series only remembers when something was said.
        if (!state.series.append(sample.time, isText ? 0 : sample.value)) [[unlikely]]
            ++m_late;
        if (sample.time >= state.time) {
            state.time = sample.time;
            state.value = sample.value;
            state.flags = sample.flags;
            if (isText)
                state.text = batch.texts.value(qsizetype(sample.value));
        }
        if (m_clock != 0) {
            if (Member *known = member(state.device))
                known->lastSeen = std::max(known->lastSeen, sample.time);
        }
        if (m_batchMark[sample.metric.n] == m_batch)
            continue;
        m_batchMark[sample.metric.n] = m_batch;
        changed.append(sample.metric);
        if (Member *known = member(state.device); known && m_clock == 0 && known && known->seenInBatch != m_batch && !(sample.flags & Sample::Retained)) {
            known->seenInBatch = m_batch;
            heard(*known, now);
        }
    }
    if (!changed.isEmpty())
        Q_EMIT metricsChanged(changed);
    Q_EMIT observed(batch.samples.size());
}

void Fleet::mirror(const Fleet &other, const std::function<void(Device &)> &change)
{
    m_clock = other.now();
    m_groups = other.m_groups;
    m_lastGroup = other.m_lastGroup;
    m_entries = other.m_entries;
    for (const DeviceId id : other.m_order) {
        Device device = *other.device(id);
        device.presence = Presence::Unknown;
        change(device);
        takeIn(device);
        member(id)->interval = other.member(id)->interval;
    }
    applyLimits();
}

void Fleet::rewind(Micros now)
{
    m_clock = now;
    QList<MetricId> changed;
    for (const auto &state : m_metrics) {
        if (!state)
            continue;
        const qsizetype limit = state->series.limit();
        state->series = {};
        state->series.setLimit(limit);
        state->time = 0;
        state->value = 0;
        state->text.clear();
        state->flags = 0;
        changed.append(state->info.id);
    }
    for (const DeviceId id : std::as_const(m_order))
        member(id)->lastSeen = 0;
    Q_EMIT metricsChanged(changed);
    updateStatuses();
}

void Fleet::setClock(Micros now)
{
    m_clock = now;
    updateStatuses();
}

void Fleet::updateStatuses()
{
    const Micros now = this->now();
    QList<DeviceId> changed;
    for (const DeviceId id : std::as_const(m_order)) {
        Member &known = *m_devices[id.n];
        DeviceStatus status = DeviceStatus::Unknown;
        if (known.device.presence == Presence::Offline)
            status = DeviceStatus::Offline;
        else if (known.device.presence == Presence::Lost)
            status = DeviceStatus::Stale;
        else if (known.device.presence == Presence::Online)
            status = DeviceStatus::Live;
        else if (known.lastSeen > 0)
            status = now - known.lastSeen > std::max(60 * second, 5 * known.interval) ? DeviceStatus::Stale : DeviceStatus::Live;
        if (status != std::exchange(known.status, status))
            changed.append(id);
    }
    if (!changed.isEmpty())
        Q_EMIT statusesChanged(changed);
}

void Fleet::applyLimits()
{
    const qsizetype fair = memoryBudget / bytesPerSample / std::max<qsizetype>(1, m_metricCount);
    const auto limit = qsizetype(std::bit_floor(quint64(std::clamp(fair, Series::minimumLimit, Series::defaultLimit))));
    if (limit == m_seriesLimit)
        return;
    m_seriesLimit = limit;
    for (const auto &state : m_metrics)
        if (state && !m_watched.contains(state->info.id))
            state->series.setLimit(limit);
}

void Fleet::watch(MetricId id, qsizetype samples)
{
    if (id.n >= m_metrics.size() || !m_metrics[id.n])
        return;
    if (samples > 0)
        m_watched.insert(id);
    else
        m_watched.remove(id);
    m_metrics[id.n]->series.setLimit(std::max(samples, m_seriesLimit));
}

} // namespace muster
