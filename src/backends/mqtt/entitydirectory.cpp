#include "backends/mqtt/entitydirectory.h"

#include "core/ingest.h"

#include <algorithm>

namespace muster::mqtt {

namespace {

QStringList keysOf(const QList<Metric> &metrics)
{
    QStringList keys;
    for (const Metric &metric : metrics)
        keys.append(metric.key);
    return keys;
}

QStringList keysOf(const QList<CommandInfo> &commands)
{
    QStringList keys;
    for (const CommandInfo &command : commands)
        keys.append(command.key);
    return keys;
}

QStringList without(QStringList keys, const QStringList &kept)
{
    keys.removeIf([&kept](const QString &key) { return kept.contains(key); });
    return keys;
}

// Puts `word.` in front of a key wherever the announcement uses it.
void rename(Announcement &announcement, const QString &key, const QString &newKey)
{
    const auto change = [&](QString &name) {
        if (name == key)
            name = newKey;
    };
    for (Metric &metric : announcement.device.metrics)
        change(metric.key);
    for (Binding &binding : announcement.bindings)
        change(binding.metric);
    for (CommandInfo &command : announcement.device.commands) {
        change(command.key);
        change(command.metric);
    }
    for (CommandEncoding &encoding : announcement.commands) {
        change(encoding.command);
        change(encoding.echo);
    }
}

} // namespace

std::vector<quint32> EntityDirectory::apply(const Digest &digest)
{
    for (const QByteArray &group : digest.withdrawnGroups) {
        const std::set<QByteArray> origins = m_groups.take(group);
        for (const QByteArray &origin : origins)
            withdraw(origin);
    }
    for (const QByteArray &origin : digest.withdrawn)
        withdraw(origin);
    std::vector<quint32> owners;
    for (const Announcement &announcement : digest.announced)
        announce(announcement, owners);
    return owners;
}

void EntityDirectory::announce(const Announcement &announcement, std::vector<quint32> &owners)
{
    Entity *const before = m_byOrigin.value(announcement.origin);
    if (!before && m_entities.size() >= maxEntities) {
        countLimit();
        return;
    }
    Device device; // what it is called is told when it is clear who may tell
    device.connection = m_connection;
    device.addresses = announcement.device.addresses;
    device.sources = announcement.device.sources;
    device.link = QStringLiteral("mqtt");
    const DeviceId id = m_ingest.announce(device);
    if (!id.isValid())
        return;
    Parts &parts = m_devices[id.n];
    auto made = std::make_unique<Entity>();
    made->owner = ++m_lastOwner;
    made->device = id;
    made->announcement = announcement;
    parts.owners.insert(made->owner); // before the old one goes, so that the device stays
    QSet<DeviceId> same;
    const QStringList meant = m_ingest.meant(announcement.device.addresses);
    for (const QString &address : meant) {
        DeviceId &known = m_byAddress[address];
        if (known.isValid() && known != id)
            same.insert(known);
        known = id;
        if (!parts.addresses.contains(address))
            parts.addresses.append(address);
    }
    if (announcement.native && parts.natives++ == 0)
        mute(id);
    made->muted = !announcement.native && parts.natives > 0;
    if (addReach(*made, parts)) // so does what is known of its availability
        owners.push_back(made->reach->owner);
    if (before)
        succeed(*before, *made);
    makeKeysUnique(made->announcement, parts);
    parts.named = parts.named || !announcement.device.name.isEmpty();
    bind(*made, parts);
    owners.push_back(made->owner);
    m_byOrigin.insert(announcement.origin, made.get());
    m_groups[announcement.group].insert(announcement.origin);
    const quint32 owner = made->owner;
    m_entities.emplace(owner, std::move(made));
    const bool outermost = m_toAbsorb.empty();
    for (const DeviceId other : std::as_const(same))
        m_toAbsorb.emplace_back(other, id);
    while (outermost && !m_toAbsorb.empty()) {
        absorb(m_toAbsorb.front().first, m_toAbsorb.front().second, owners);
        m_toAbsorb.erase(m_toAbsorb.begin());
    }
}

// Two devices turned out to be one: what was announced of the one is announced anew, under the other's address.
void EntityDirectory::absorb(DeviceId from, DeviceId into, std::vector<quint32> &replayed)
{
    const auto parts = m_devices.find(from.n);
    if (parts == m_devices.end() || from == into)
        return;
    const QString address = m_devices[into.n].addresses.value(0);
    const QSet<quint32> owners = parts->second.owners;
    for (const quint32 owner : owners) {
        const auto entity = m_entities.find(owner);
        if (entity == m_entities.end())
            continue;
        Announcement again = entity->second->announcement;
        if (again.device.sources.isEmpty())
            again.device.sources.append(again.device.addresses);
        again.device.addresses.prepend(address);
        announce(again, replayed);
    }
}

std::vector<quint32> EntityDirectory::announceAgain(const QStringList &addresses)
{
    QList<Announcement> again;
    for (const auto &[owner, entity] : m_entities) {
        const Device &device = entity->announcement.device;
        const QStringList own = device.sources.isEmpty() ? device.addresses : device.sources.constFirst();
        if (std::none_of(own.cbegin(), own.cend(), [&addresses](const QString &address) { return addresses.contains(address); }))
            continue;
        again.append(entity->announcement);
        again.last().device.addresses = own;
        again.last().device.sources.clear();
        m_devices[entity->device.n].addresses.removeIf([&addresses](const QString &address) { return addresses.contains(address); });
    }
    for (const QString &address : addresses) // whose they are shows when they are announced
        m_byAddress.remove(address);
    std::vector<quint32> owners;
    for (const Announcement &announcement : std::as_const(again))
        announce(announcement, owners);
    return owners;
}

// The old entity goes; what both have stays, and the metrics that were read of it go on.
void EntityDirectory::succeed(Entity &before, Entity &made)
{
    if (before.device != made.device)
        return release(before, {}, {});
    made.readings = before.readings;
    QStringList kept = keysOf(made.announcement.device.metrics);
    for (const Known &known : std::as_const(made.readings))
        kept.append(known.key);
    release(before, kept, keysOf(made.announcement.device.commands));
}

void EntityDirectory::makeKeysUnique(Announcement &announcement, const Parts &parts) const
{
    const QString component = QString::fromUtf8(announcement.origin.left(announcement.origin.indexOf('/')));
    const QStringList keys = keysOf(announcement.device.metrics) + keysOf(announcement.device.commands);
    for (const QString &key : keys) {
        QString free = key;
        for (int i = 0; i < 8 && (parts.metricOwners.contains(free) || parts.commands.contains(free)); ++i)
            free = component + QLatin1Char('.') + free;
        if (free != key)
            rename(announcement, key, free);
    }
}

void EntityDirectory::bind(Entity &entity, Parts &parts)
{
    const Announcement &announcement = entity.announcement;
    for (const QByteArray &topic : announcement.topics) {
        if (!m_topics.claim(topic, entity.owner))
            countLimit();
    }
    if (entity.muted)
        return;
    entity.commands = keysOf(announcement.device.commands);
    const std::map<QString, Metric> metrics = bindMetrics(entity, parts);
    for (const Binding &binding : announcement.bindings) {
        const auto metric = metrics.find(binding.metric);
        Target target;
        target.owner = entity.owner;
        target.binding = &binding;
        target.metric = metric == metrics.end() ? MetricId() : metric->second.id;
        target.device = entity.device;
        const bool isWanted = binding.decoding == Decoding::Attributes ? showsAttributes(entity, binding, parts) : target.metric.isValid();
        if (isWanted && !m_topics.attach(binding.topic, binding.place, target))
            countLimit();
    }
    for (const CommandInfo &info : announcement.device.commands)
        parts.commands.insert_or_assign(info.key, Command {info, {}, {}, {}});
    for (const CommandEncoding &encoding : announcement.commands) {
        Command &command = parts.commands[encoding.command];
        command.encoding = encoding;
        const auto echo = metrics.find(encoding.echo);
        command.echoMetric = echo == metrics.end() ? Metric() : echo->second;
        command.echo = command.echoMetric.id;
    }
    Device device = announcement.device;
    device.metrics.clear();
    device.connection = m_connection;
    device.link = QStringLiteral("mqtt");
    if (!parts.named)
        device.name = device.addresses.constFirst().section(QLatin1Char(':'), 1);
    m_ingest.announce(device);
}

bool EntityDirectory::showsAttributes(const Entity &entity, const Binding &binding, Parts &parts)
{
    return parts.attributes.try_emplace({binding.topic, binding.place.path}, entity.owner).first->second == entity.owner;
}

const Announcement *EntityDirectory::announcementOf(quint32 owner) const
{
    const auto it = m_entities.find(owner);
    return it == m_entities.end() ? nullptr : &it->second->announcement;
}

// The metrics of an entity with their ids, by key: those of its announcement and those that were read of it before.
std::map<QString, Metric> EntityDirectory::bindMetrics(Entity &entity, Parts &parts)
{
    std::map<QString, Metric> metrics;
    entity.metrics = keysOf(entity.announcement.device.metrics);
    for (Metric metric : std::as_const(entity.announcement.device.metrics)) {
        metric.id = m_ingest.metric(entity.device, metric);
        metrics.insert_or_assign(metric.key, metric);
    }
    for (const Known &known : std::as_const(entity.readings)) {
        entity.metrics.append(known.key);
        Metric metric;
        metric.id = known.id;
        metric.key = known.key;
        metric.type = known.type;
        metric.options = known.options;
        metrics.insert_or_assign(known.key, metric);
    }
    for (const QString &key : std::as_const(entity.metrics))
        parts.metricOwners.insert_or_assign(key, entity.owner);
    return metrics;
}

bool EntityDirectory::addReach(Entity &entity, Parts &parts)
{
    const Availability &rule = entity.announcement.availability;
    if (rule.topics.isEmpty())
        return false;
    const auto same = std::find_if(parts.reaches.begin(), parts.reaches.end(), [&rule](const auto &reach) { return reach->rule == rule; });
    if (same != parts.reaches.end()) {
        entity.reach = same->get();
        ++entity.reach->users;
        return false;
    }
    auto made = std::make_unique<Reach>();
    made->rule = rule;
    made->words.assign(size_t(rule.topics.size()), Reach::Silent);
    made->device = entity.device;
    made->users = 1;
    entity.reach = made.get();
    parts.reaches.push_back(std::move(made));
    // Targets of its own, not the entity's: the rule outlives the entity that brought it.
    const quint32 owner = ++m_lastOwner;
    entity.reach->owner = owner;
    for (int i = 0; i < int(rule.topics.size()); ++i) {
        Target target;
        target.owner = owner;
        target.reach = entity.reach;
        target.item = i;
        target.device = entity.device;
        if (!m_topics.attach(rule.topics[i].topic, rule.topics[i].place, target))
            countLimit();
    }
    return true;
}

const EntityDirectory::Command *EntityDirectory::command(DeviceId device, const QString &key) const
{
    const auto parts = m_devices.find(device.n);
    if (parts == m_devices.end())
        return nullptr;
    const auto it = parts->second.commands.find(key);
    return it == parts->second.commands.end() ? nullptr : &it->second;
}

// ---- metrics that conventions read themselves -------------------------------------------------------------------------------------

DeviceId EntityDirectory::deviceOf(const QByteArray &origin) const
{
    const Entity *const entity = m_byOrigin.value(origin);
    return entity ? entity->device : DeviceId();
}

EntityDirectory::Known EntityDirectory::metric(const QByteArray &origin, const Metric &metric)
{
    Entity *const entity = m_byOrigin.value(origin);
    if (!entity)
        return {};
    Known known;
    known.device = entity->device;
    if (entity->muted)
        return known;
    if (const auto it = entity->readings.constFind(metric.key); it != entity->readings.cend())
        return *it;
    if (entity->announced.isEmpty() && !entity->announcement.device.metrics.isEmpty())
        resolveAnnounced(*entity);
    if (const auto it = entity->announced.constFind(metric.key); it != entity->announced.cend())
        return *it;
    if (entity->readings.size() >= maxReadings) {
        countLimit();
        return known;
    }
    Parts &parts = m_devices[entity->device.n];
    Metric made = metric;
    if (const auto holder = parts.metricOwners.find(made.key); holder != parts.metricOwners.end() && holder->second != entity->owner)
        made.key = QString::fromUtf8(origin.left(origin.indexOf('/'))) + QLatin1Char('.') + made.key;
    known.key = made.key;
    known.type = made.type;
    known.options = made.options;
    known.id = m_ingest.metric(entity->device, made);
    entity->metrics.append(made.key);
    parts.metricOwners.insert_or_assign(made.key, entity->owner);
    entity->readings.insert(metric.key, known);
    for (auto &[name, command] : parts.commands) { // those whose effect it shows were waiting for it
        if (command.encoding.echo == metric.key && !command.echo.isValid()) {
            command.echo = known.id;
            command.echoMetric = made;
        }
    }
    return known;
}

void EntityDirectory::resolveAnnounced(Entity &entity)
{
    for (const Metric &metric : std::as_const(entity.announcement.device.metrics))
        entity.announced.insert(metric.key, {m_ingest.metric(entity.device, metric), entity.device, metric.key, metric.type, metric.options});
}

// ---- one device, announced twice ----------------------------------------------------------------------------------------------------

// The device's own convention is heard now: what others say of it is put away.
void EntityDirectory::mute(DeviceId device)
{
    Parts &parts = m_devices[device.n];
    for (const quint32 owner : std::as_const(parts.owners)) {
        const auto it = m_entities.find(owner);
        if (it == m_entities.end() || it->second->announcement.native || it->second->muted)
            continue;
        it->second->muted = true;
        unbind(*it->second, {}, {});
        bind(*it->second, parts);
    }
}

void EntityDirectory::unmute(DeviceId device)
{
    Parts &parts = m_devices[device.n];
    for (const quint32 owner : std::as_const(parts.owners)) {
        const auto it = m_entities.find(owner);
        if (it == m_entities.end() || !std::exchange(it->second->muted, false))
            continue;
        m_topics.detach(owner);
        bind(*it->second, parts);
    }
}

// Takes an entity's metrics and commands back, and all its targets.
void EntityDirectory::unbind(Entity &entity, const QStringList &keptMetrics, const QStringList &keptCommands)
{
    m_topics.detach(entity.owner);
    entity.announced.clear();
    Parts &parts = m_devices[entity.device.n];
    std::erase_if(parts.attributes, [&entity](const auto &shown) { return shown.second == entity.owner; });
    for (const QString &key : std::as_const(entity.metrics))
        parts.metricOwners.erase(key);
    for (const QString &key : std::as_const(entity.commands))
        parts.commands.erase(key);
    m_ingest.withdrawParts(entity.device, without(entity.metrics, keptMetrics), without(entity.commands, keptCommands));
    entity.metrics.clear();
    entity.commands.clear();
}

void EntityDirectory::leaveGroup(const Announcement &announcement)
{
    const auto group = m_groups.find(announcement.group);
    if (group == m_groups.end())
        return;
    group->erase(announcement.origin);
    if (group->empty())
        m_groups.remove(announcement.group);
}

// Takes an entity apart. What its successor has too stays in the fleet's eyes.
void EntityDirectory::release(Entity &entity, const QStringList &keptMetrics, const QStringList &keptCommands)
{
    const DeviceId device = entity.device;
    unbind(entity, keptMetrics, keptCommands);
    Parts &parts = m_devices[device.n];
    if (entity.reach && --entity.reach->users == 0) {
        m_topics.detach(entity.reach->owner);
        std::erase_if(parts.reaches, [&entity](const auto &reach) { return reach.get() == entity.reach; });
    }
    leaveGroup(entity.announcement);
    m_byOrigin.remove(entity.announcement.origin);
    const bool lastNative = entity.announcement.native && --parts.natives == 0;
    parts.owners.remove(entity.owner);
    const bool last = parts.owners.isEmpty();
    m_entities.erase(entity.owner);
    if (last) {
        for (const QString &address : std::as_const(parts.addresses)) {
            if (m_byAddress.value(address) == device)
                m_byAddress.remove(address);
        }
        m_devices.erase(device.n);
        if (!isShared || !isShared(device))
            m_ingest.withdraw(device);
    } else if (lastNative) {
        unmute(device);
    }
}

void EntityDirectory::withdraw(const QByteArray &origin)
{
    if (Entity *const entity = m_byOrigin.value(origin))
        release(*entity, {}, {});
}

void EntityDirectory::withdrawAll()
{
    for (const auto &[id, parts] : m_devices)
        m_ingest.withdraw(DeviceId {id});
    m_devices.clear();
    m_entities.clear();
    m_byOrigin.clear();
    m_groups.clear();
    m_byAddress.clear();
}

void EntityDirectory::countLimit()
{
    ++at(m_ingest.counters(m_connection), Count::LimitReached);
}

} // namespace muster::mqtt
