// The half of Ingest that makes one device of what several roads show of it.
#include "core/ingest.h"

#include "core/sameness.h"

#include <algorithm>

namespace muster {

namespace {

/// `key`, or a key made of it that is not taken: "ble.temperature", "ble2.temperature" …
QString freeKey(const QString &key, const QString &link, const QSet<QString> &taken)
{
    const QString word = link.isEmpty() ? QStringLiteral("other") : link;
    QString free = key;
    for (int i = 1; taken.contains(free); ++i)
        free = word + (i > 1 ? QString::number(i) : QString()) + u'.' + key;
    return free;
}

QString nameOf(const QString &name, const QString &key, const QString &newKey)
{
    return newKey == key ? name : (name.isEmpty() ? key : name) + u' ' + u'(' + newKey.section(u'.', 0, 0) + u')';
}

void fill(QString &field, const QString &value)
{
    if (field.isEmpty())
        field = value;
}

void fillDescription(Device &device, const Device &part)
{
    fill(device.name, part.name);
    fill(device.manufacturer, part.manufacturer);
    fill(device.model, part.model);
    fill(device.firmware, part.firmware);
    fill(device.hardware, part.hardware);
    fill(device.serialNumber, part.serialNumber);
    fill(device.link, part.link);
    fill(device.via, part.via);
    fill(device.convention, part.convention);
    for (const QString &address : part.addresses) {
        if (!device.addresses.contains(address))
            device.addresses.append(address);
    }
}

/// The better of what two roads say: who reaches it knows more than who does not.
Presence better(Presence a, Presence b)
{
    const auto worth = [](Presence presence) {
        switch (presence) {
        case Presence::Online: return 3;
        case Presence::Unknown: return 2;
        case Presence::Lost: return 1;
        case Presence::Offline: break;
        }
        return 0;
    };
    return worth(a) >= worth(b) ? a : b;
}

/// Adds a part's commands. One that another part has just so is one command that goes either way.
void addCommands(Device &device, DevicePart &made, const Device &part, const QHash<QString, QString> &metricKeys)
{
    QSet<QString> taken;
    for (const CommandInfo &known : std::as_const(device.commands))
        taken.insert(known.key);
    for (CommandInfo command : part.commands) {
        const QString key = command.key;
        command.metric = metricKeys.value(command.metric, command.metric);
        const auto alike = [&command](const CommandInfo &known) {
            return known.key == command.key && known.argument == command.argument && known.options == command.options && known.unit == command.unit
                && known.minimum == command.minimum && known.maximum == command.maximum;
        };
        if (std::none_of(device.commands.cbegin(), device.commands.cend(), alike)) {
            command.key = freeKey(key, part.link, taken);
            command.name = nameOf(command.name, key, command.key);
            device.commands.append(command);
        }
        made.commands.insert(command.key, key);
    }
}

} // namespace

Device *Ingest::makePart()
{
    auto made = std::make_unique<Device>();
    made->id = {++m_lastDevice};
    m_devices.push_back(std::move(made));
    m_metricIndex.emplace_back();
    return m_devices.back().get();
}

// What this connection announced before; else what no connection shows now (a new connection to the same broker, the start of the program).
Device *Ingest::findPart(const Device &news) const
{
    Device *own = nullptr;
    Device *free = nullptr;
    const QStringList addresses = meant(news.addresses);
    for (const QString &address : addresses) {
        for (auto it = m_byAddress.constFind(address); it != m_byAddress.cend() && it.key() == address; ++it) {
            Device *const part = m_devices[it->n].get();
            const auto isBetter = [this, part, &news](const Device *than) {
                const auto isAway = [this, &news](DeviceId id) { return m_homes.value(id) != news.connection; };
                return !than || std::pair(isAway(part->id), part->id) < std::pair(isAway(than->id), than->id);
            };
            if (part->connection == news.connection || !news.connection.isValid())
                own = isBetter(own) ? part : own;
            else if (mayTakeUp(*part, news, address))
                free = isBetter(free) ? part : free;
        }
    }
    return own ? own : free;
}

bool Ingest::mayTakeUp(const Device &part, const Device &news, const QString &address) const
{
    if (part.connection.isValid() || !(part.link.isEmpty() || news.link.isEmpty() || part.link == news.link))
        return false;
    const ConnectionId home = m_homes.value(part.id);
    return !home.isValid() || home == news.connection || namesHardware(address);
}

void Ingest::releaseHomes(ConnectionId connection)
{
    m_homes.removeIf([connection](const auto &entry) { return entry.value() == connection; });
}

bool Ingest::mayAddAddress(const Device &part)
{
    if (part.addresses.size() < m_limits.addressesPerPart && qsizetype(m_byAddress.size()) < 2 * qsizetype(m_limits.devices))
        return true;
    ++at(counters(part.connection), Count::LimitReached);
    return false;
}

bool Ingest::addAddress(Device &part, const QString &address)
{
    if (part.addresses.contains(address) || !mayAddAddress(part))
        return false;
    part.addresses.append(address);
    m_byAddress.insert(address, part.id);
    uniteBy(part, address);
    return true;
}

// --- parts and wholes

QList<DeviceId> Ingest::partsOf(DeviceId whole) const
{
    const auto it = m_wholes.constFind(whole);
    return it == m_wholes.cend() ? QList<DeviceId> {whole} : it->parts;
}

bool Ingest::isGone(DeviceId whole) const
{
    const QList<DeviceId> parts = partsOf(whole);
    return std::all_of(parts.cbegin(), parts.cend(), [this](DeviceId part) { return m_absent.contains(part); });
}

void Ingest::uniteBy(const Device &part, const QString &address)
{
    QList<DeviceId> others;
    const bool hardware = namesHardware(address);
    for (auto it = m_byAddress.constFind(address); it != m_byAddress.cend() && it.key() == address; ++it) {
        const Device &other = *m_devices[it->n];
        if (other.id != part.id && (hardware || (other.connection == part.connection && part.connection.isValid())))
            others.append(other.id);
    }
    for (const QStringList &same : std::as_const(m_identity.together)) {
        if (!same.contains(address))
            continue;
        for (const QString &another : same) {
            const QList<DeviceId> found = m_byAddress.values(another);
            others += found;
        }
    }
    for (const DeviceId other : std::as_const(others)) {
        if (mayUnite(part, wholeOf(other)))
            unite(wholeOf(other), wholeOf(part.id));
    }
}

bool Ingest::mayUnite(const Device &part, DeviceId other)
{
    const DeviceId whole = wholeOf(part.id);
    if (whole == other || partsOf(whole).size() + partsOf(other).size() <= m_limits.partsPerDevice)
        return true;
    ++at(counters(part.connection), Count::LimitReached);
    return false;
}

void Ingest::unite(DeviceId a, DeviceId b)
{
    if (a == b)
        return;
    // What a person took into the fleet stays what it is; else the older one does.
    const bool firstStays = m_members.contains(a) != m_members.contains(b) ? m_members.contains(a) : a < b;
    const DeviceId into = firstStays ? a : b;
    const DeviceId from = firstStays ? b : a;
    const QList<DeviceId> parts = partsOf(from);
    Whole &whole = m_wholes[into];
    if (whole.parts.isEmpty())
        whole.parts.append(into);
    whole.parts += parts;
    whole.keys.insert(m_wholes.take(from).keys);
    m_wholeOf.insert(into, into);
    for (const DeviceId part : parts)
        m_wholeOf.insert(part, into);
    if (m_tapped == from)
        m_tapped = into;
    m_touched.remove(from);
    m_withdrawn.remove(from);
    m_united.append({from, into});
    touch(into);
}

QSet<DeviceId> Ingest::takeWholes(QSet<DeviceId> &parts) const
{
    QSet<DeviceId> taken = std::exchange(parts, {});
    if (m_wholeOf.isEmpty())
        return taken;
    QSet<DeviceId> wholes;
    for (const DeviceId part : std::as_const(taken))
        wholes.insert(wholeOf(part));
    return wholes;
}

// --- what the rest of the program is told

// Empty where there is but one.
void Ingest::addSources(Device &device, const Device &part) const
{
    if (part.sources.size() < 2 && m_wholeOf.isEmpty())
        return;
    QList<QStringList> sources;
    for (const QStringList &source : part.sources)
        sources.append(m_identity.parted(source));
    if (sources.isEmpty())
        sources.append(part.addresses);
    for (const QStringList &source : std::as_const(sources)) {
        const bool here = std::any_of(source.cbegin(), source.cend(), [&part](const QString &address) { return part.addresses.contains(address); });
        if (here && !device.sources.contains(source))
            device.sources.append(source);
    }
}

Device Ingest::composed(DeviceId id)
{
    const auto it = m_wholes.find(id);
    if (it == m_wholes.end()) {
        Device alone = *m_devices[id.n];
        alone.sources.clear();
        addSources(alone, *m_devices[id.n]);
        if (alone.sources.size() == 1)
            alone.sources.clear();
        return alone;
    }
    Device device;
    device.id = id;
    device.kind = m_devices[id.n]->kind;
    device.presence = Presence::Offline;
    bool shown = false;
    QSet<QString> taken(it->keys.cbegin(), it->keys.cend());
    for (const DeviceId partId : std::as_const(it->parts)) {
        const Device &part = *m_devices[partId.n];
        const bool absent = m_absent.contains(partId);
        fillDescription(device, part);
        addSources(device, part);
        if (absent && part.metrics.isEmpty() && partId != id)
            continue; // it is announced as another part now
        DevicePart made {part.id, part.connection, part.link, part.convention, part.addresses, part.presence, {}, {}};
        QHash<QString, QString> metricKeys;
        for (Metric metric : part.metrics) {
            QString &key = it->keys[metric.id];
            if (key.isEmpty()) {
                key = freeKey(metric.key, part.link, taken);
                taken.insert(key);
            }
            made.metrics.insert(metric.id, metric.key);
            metricKeys.insert(metric.key, key);
            metric.name = nameOf(metric.name, metric.key, key);
            metric.key = key;
            device.metrics.append(metric);
        }
        addCommands(device, made, part, metricKeys);
        if (!absent) {
            const bool isBetter = !shown || (part.presence == Presence::Online && device.presence != Presence::Online);
            device.connection = isBetter && part.connection.isValid() ? part.connection : device.connection;
            device.presence = shown ? better(device.presence, part.presence) : part.presence;
            shown = true;
        }
        device.parts.append(made);
    }
    if (!shown)
        device.presence = Presence::Unknown;
    if (device.sources.size() == 1)
        device.sources.clear();
    if (device.parts.size() == 1 && device.parts.constFirst().id == id)
        device.parts.clear();
    return device;
}

void Ingest::seedParts(const Device &known)
{
    QList<DevicePart> parts = known.parts;
    const bool isWhole = std::any_of(parts.cbegin(), parts.cend(), [&known](const DevicePart &part) { return part.id == known.id; });
    if (!isWhole)
        parts = {};
    if (!isWhole)
        parts.append(DevicePart {known.id, {}, known.link, known.convention, known.addresses, {}, {}, {}});
    for (const DevicePart &stored : std::as_const(parts)) {
        if (stored.id.n >= m_devices.size() || m_devices[stored.id.n] || stored.addresses.isEmpty())
            continue; // not a number that was ever given
        auto part = std::make_unique<Device>();
        if (stored.id == known.id)
            *part = known;
        part->parts.clear();
        part->sources.clear();
        part->metrics.clear();
        part->id = stored.id;
        part->connection = {};
        part->presence = Presence::Unknown;
        part->link = stored.link;
        part->convention = stored.convention;
        part->addresses = stored.addresses;
        for (const QString &address : std::as_const(part->addresses))
            m_byAddress.insert(address, part->id);
        for (Metric metric : known.metrics) {
            if (isWhole && !stored.metrics.contains(metric.id))
                continue;
            metric.key = stored.metrics.value(metric.id, metric.key);
            m_metricIndex[part->id.n].insert(metric.key, part->metrics.size());
            part->metrics.append(metric);
        }
        if (isWhole)
            part->commands.removeIf([&stored](const CommandInfo &command) { return !stored.commands.contains(command.key); });
        m_absent.insert(part->id);
        m_devices[stored.id.n] = std::move(part);
        if (!isWhole)
            return;
        m_wholeOf.insert(stored.id, known.id);
        m_wholes[known.id].parts.append(stored.id);
    }
    for (const Metric &metric : known.metrics)
        m_wholes[known.id].keys.insert(metric.id, metric.key);
}

} // namespace muster
