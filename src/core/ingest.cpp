#include "core/ingest.h"

#include "core/sameness.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype maxText = 4'096;
constexpr quint32 lastPart = 1U << 24; ///< larger numbers in a stored fleet were not given by Muster
constexpr qsizetype maxWireChunks = 4'096; ///< per tick
constexpr qsizetype maxRaw = 256; ///< raw messages per tick; a person cannot read more

/// What the road says now wins over what it said before, unless it says nothing.
bool update(QString &field, const QString &value)
{
    if (value.isEmpty() || field == value)
        return false;
    field = value;
    return true;
}

template<class T>
bool update(T &field, T value)
{
    if (field == value)
        return false;
    field = value;
    return true;
}

bool mergeCommands(QList<CommandInfo> &commands, const QList<CommandInfo> &news)
{
    bool changed = false;
    for (const CommandInfo &command : news) {
        const auto it = std::find_if(commands.begin(), commands.end(), [&](const CommandInfo &c) { return c.key == command.key; });
        if (it == commands.end())
            commands.append(command);
        else if (*it != command)
            *it = command;
        else
            continue;
        changed = true;
    }
    return changed;
}

bool mergeDescription(Device &device, const Device &news)
{
    bool changed = update(device.name, news.name);
    changed |= update(device.manufacturer, news.manufacturer);
    changed |= update(device.model, news.model);
    changed |= update(device.firmware, news.firmware);
    changed |= update(device.hardware, news.hardware);
    changed |= update(device.serialNumber, news.serialNumber);
    changed |= update(device.link, news.link);
    changed |= update(device.via, news.via);
    changed |= update(device.convention, news.convention);
    changed |= update(device.kind, news.kind);
    if (news.connection.isValid())
        changed |= update(device.connection, news.connection);
    if (news.presence != Presence::Unknown)
        changed |= update(device.presence, news.presence);
    return changed | mergeCommands(device.commands, news.commands);
}

} // namespace

Ingest::Ingest(IngestLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_tick(this)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(tickMs);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &Ingest::flush);
    m_devices.emplace_back();
    m_metricIndex.emplace_back();
}

Ingest::~Ingest() = default;

void Ingest::seed(const QList<Device> &known, DeviceId lastDevice, MetricId lastMetric)
{
    m_lastDevice = lastDevice.n;
    m_lastMetric = lastMetric.n;
    for (const Device &device : known) {
        m_lastDevice = std::max(m_lastDevice, device.id.n);
        for (const DevicePart &part : device.parts)
            m_lastDevice = std::max(m_lastDevice, std::min(part.id.n, lastPart));
        for (const Metric &metric : device.metrics)
            m_lastMetric = std::max(m_lastMetric, metric.id.n);
        m_metricCount += int(device.metrics.size());
    }
    m_devices.resize(size_t(m_lastDevice) + 1);
    m_metricIndex.resize(size_t(m_lastDevice) + 1);
    for (const Device &device : known)
        seedParts(device);
}

void Ingest::remember(const QList<KnownMetric> &metrics)
{
    QSet<MetricId> inUse;
    for (const auto &device : m_devices) {
        for (qsizetype i = 0; device && i < device->metrics.size(); ++i)
            inUse.insert(device->metrics[i].id);
    }
    QList<KnownMetric> gone;
    for (const KnownMetric &metric : metrics) {
        m_lastMetric = std::max(m_lastMetric, metric.id.n);
        if (!inUse.contains(metric.id))
            gone.append(metric);
    }
    m_earlier.add(gone);
}

void Ingest::giveUp(const Device &device, const Metric &metric)
{
    --m_metricCount;
    m_earlier.add(KnownMetric {metric.id, device.addresses.constFirst(), metric.key, metric.type});
}

Device *Ingest::known(DeviceId device)
{
    return device.n < m_devices.size() ? m_devices[device.n].get() : nullptr;
}

DeviceId Ingest::announce(const Device &news)
{
    Q_ASSERT(!news.addresses.isEmpty());
    Device *device = findPart(news);
    bool changed = false;
    if (!device) {
        if (qsizetype(m_byAddress.size()) >= m_limits.devices) {
            ++at(counters(news.connection), Count::LimitReached);
            return {};
        }
        device = makePart();
        changed = true;
    }
    changed |= mergeDescription(*device, news);
    remember(*device, news.sources.isEmpty() ? news.addresses : news.sources.constFirst());
    QStringList addresses = news.addresses;
    if (const QString address = addressOfSerialNumber(*device); !address.isEmpty())
        addresses.append(address);
    addresses = meant(addresses);
    for (const QString &address : std::as_const(addresses))
        changed |= addAddress(*device, address);
    for (const Metric &metric : news.metrics) {
        MetricId id;
        changed |= mergeMetric(*device, metric, id);
    }
    // One that had been withdrawn is told again even if nothing about it is new.
    changed |= m_absent.remove(device->id);
    m_homes.remove(device->id);
    if (changed)
        touch(device->id);
    return device->id;
}

bool Ingest::mergeMetric(Device &device, const Metric &news, MetricId &id)
{
    auto &index = m_metricIndex[device.id.n];
    const auto it = index.constFind(news.key);
    const bool isNew = it == index.cend();
    if (!isNew) {
        Metric &metric = device.metrics[*it];
        Metric merged = news;
        merged.id = metric.id;
        if (metric.type == news.type || !mayMakeMetric()) {
            merged.type = metric.type;
            id = metric.id;
            return update(metric, std::move(merged));
        }
    } else if (index.size() >= m_limits.metricsPerDevice || !mayMakeMetric()) {
        ++at(counters(device.connection), Count::LimitReached);
        return false;
    }
    Metric made = news;
    id = m_earlier.take(device.addresses, news.key, news.type);
    if (const auto from = m_cameFrom.constFind(device.id); !id.isValid() && from != m_cameFrom.cend())
        id = m_earlier.take(m_devices[from->n]->addresses, news.key, news.type);
    if (!id.isValid())
        id = {++m_lastMetric};
    made.id = id;
    ++m_metricCount;
    if (isNew) {
        index.insert(made.key, device.metrics.size());
        device.metrics.append(made);
    } else {
        giveUp(device, device.metrics[*it]);
        device.metrics[*it] = made;
    }
    return true;
}

MetricId Ingest::metric(DeviceId deviceId, const Metric &metric)
{
    Device *device = known(deviceId);
    if (!device)
        return {};
    MetricId id;
    if (mergeMetric(*device, metric, id))
        touch(deviceId);
    return id;
}

void Ingest::setPresence(DeviceId deviceId, Presence presence)
{
    Device *device = known(deviceId);
    if (device && update(device->presence, presence))
        touch(deviceId);
}

void Ingest::withdraw(DeviceId deviceId)
{
    Device *device = known(deviceId);
    if (!device)
        return;
    if (device->connection.isValid())
        m_homes.insert(deviceId, device->connection);
    device->presence = Presence::Unknown;
    device->connection = {};
    m_absent.insert(deviceId);
    const DeviceId whole = wholeOf(deviceId);
    if (!isGone(whole))
        return touch(deviceId); // another road still shows it
    m_touched.remove(whole);
    m_withdrawn.insert(whole);
    schedule();
}

void Ingest::withdrawParts(DeviceId deviceId, const QStringList &metricKeys, const QStringList &commandKeys)
{
    Device *device = known(deviceId);
    if (!device)
        return;
    const auto taken = [&](const Metric &metric) {
        if (!metricKeys.contains(metric.key))
            return false;
        giveUp(*device, metric);
        return true;
    };
    const auto gone = device->metrics.removeIf(taken)
        + device->commands.removeIf([&](const CommandInfo &c) { return commandKeys.contains(c.key); });
    if (gone == 0)
        return;
    auto &index = m_metricIndex[deviceId.n];
    index.clear();
    for (qsizetype i = 0; i < device->metrics.size(); ++i)
        index.insert(device->metrics[i].key, i);
    touch(deviceId);
}

void Ingest::touch(DeviceId part)
{
    const DeviceId device = wholeOf(part);
    m_withdrawn.remove(device);
    m_touched.insert(device);
    schedule();
}

void Ingest::seen(DeviceId device)
{
    m_seen.insert(device);
    schedule();
}

void Ingest::pushText(ConnectionId connection, MetricId metric, Micros time, const QString &text, quint16 flags)
{
    m_batch.texts.append(text.size() > maxText ? text.left(maxText) : text);
    push(connection, metric, time, double(m_batch.texts.size() - 1), quint16(flags | Sample::Text));
}

void Ingest::raw(RawMessage message)
{
    if (m_raw.size() >= maxRaw)
        m_raw.removeFirst();
    message.size = message.payload.size();
    message.device = wholeOf(message.device);
    if (message.payload.size() > RawMessage::maxBytes)
        message.payload.truncate(RawMessage::maxBytes);
    m_raw.append(std::move(message));
    schedule();
}

void Ingest::tapWire(ConnectionId connection, bool on)
{
    if (on)
        m_wireTaps.insert(connection);
    else
        m_wireTaps.remove(connection);
}

void Ingest::wire(ConnectionId connection, bool outgoing, const QString &where, QByteArrayView bytes, bool whole)
{
    schedule();
    if (m_wire.bytes + bytes.size() > wirePerTick || m_unacknowledgedWire > wireBacklog || m_wire.chunks.size() >= maxWireChunks) {
        m_wire.dropped += quint64(bytes.size());
        return;
    }
    m_wire.bytes += bytes.size();
    m_wire.chunks.append({m_now ? m_now : arrival(), connection, outgoing, where, bytes.toByteArray(), whole});
}

void Ingest::setMembers(const QList<DeviceId> &devices, bool areMembers)
{
    for (const DeviceId id : devices) {
        if (areMembers)
            m_members.insert(id);
        else
            m_members.remove(id);
    }
    QList<DeviceId> parts;
    for (const DeviceId id : devices)
        parts += partsOf(id);
    Q_EMIT membersChanged(parts);
}

Counters &Ingest::counters(ConnectionId connection)
{
    const auto it = std::find_if(m_counters.begin(), m_counters.end(), [&](const auto &entry) { return entry.first == connection; });
    if (it != m_counters.end())
        return *it->second;
    return *m_counters.emplace_back(connection, std::make_unique<Counters>(Counters {})).second;
}

void Ingest::setReachable(ConnectionId connection, bool reachable)
{
    for (const auto &device : m_devices) {
        if (!device || device->connection != connection || m_absent.contains(device->id))
            continue;
        if (!reachable)
            setPresence(device->id, Presence::Lost);
        else if (device->presence == Presence::Lost)
            setPresence(device->id, Presence::Unknown);
    }
}

void Ingest::forget(ConnectionId connection)
{
    for (const auto &device : m_devices)
        if (device && device->connection == connection)
            withdraw(device->id);
    counters(connection) = {};
}

Micros Ingest::believed(ConnectionId connection, Micros time, quint16 &flags)
{
    const Micros now = m_now ? m_now : arrival();
    // Compared without subtracting `time`: it may be anything.
    if (time > now + m_limits.future || time < now - m_limits.past) {
        ++at(counters(connection), Count::BadTime);
        return now;
    }
    flags |= Sample::DeviceTime;
    return time;
}

void Ingest::schedule()
{
    if (!m_tick.isActive())
        m_tick.start();
}

void Ingest::flush()
{
    if (!m_withdrawn.isEmpty())
        Q_EMIT devicesWithdrawn(std::exchange(m_withdrawn, {}).values());
    if (!m_touched.isEmpty()) {
        QList<DeviceId> ids = std::exchange(m_touched, {}).values();
        std::sort(ids.begin(), ids.end());
        QList<Device> devices;
        devices.reserve(ids.size());
        for (const DeviceId id : std::as_const(ids))
            devices.append(composed(id));
        Q_EMIT devicesAnnounced(devices);
    }
    if (!m_united.isEmpty())
        Q_EMIT devicesUnited(std::exchange(m_united, {}));
    if (!m_parted.isEmpty())
        Q_EMIT devicesParted(std::exchange(m_parted, {}));
    if (!m_seen.isEmpty())
        Q_EMIT devicesSeen(takeWholes(m_seen).values(), nowMicros());
    flushSamples();
    if (!m_raw.isEmpty())
        Q_EMIT rawArrived(std::exchange(m_raw, {}));
    if (!m_wire.chunks.isEmpty() || m_wire.dropped > 0) {
        m_unacknowledgedWire += m_wire.bytes;
        Q_EMIT wired(std::exchange(m_wire, {}));
    }
}

void Ingest::flushSamples()
{
    const qsizetype count = m_batch.samples.size();
    if (count == 0)
        return;
    const SampleBatch batch = std::exchange(m_batch, {});
    m_batch.samples.reserve(std::min(maxBatch, 2 * count));
    if (m_recording)
        record(batch);
    Q_EMIT arrived(batch);
    if (m_unacknowledged > m_limits.backlog) {
        // The window does not keep up: what it cannot take is counted, never queued without end.
        m_dropped += quint64(count);
        Q_EMIT dropped(m_dropped);
        return;
    }
    m_unacknowledged += count;
    Q_EMIT sampled(batch);
}

void Ingest::record(const SampleBatch &batch)
{
    if (m_unrecorded > m_limits.recordingBacklog) {
        m_lostToHistory += quint64(batch.samples.size());
        Q_EMIT unrecorded(m_lostToHistory);
        return;
    }
    m_unrecorded += batch.samples.size();
    Q_EMIT recorded(batch);
}

} // namespace muster
