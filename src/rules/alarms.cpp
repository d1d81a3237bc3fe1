#include "rules/alarms.h"

#include "rules/webaddresses.h"

#include <algorithm>

namespace muster {

namespace {

constexpr int shelfMs = 1'000;
constexpr int againMs = 50;

AlarmRule tidy(AlarmRule rule)
{
    rule.name = rule.name.simplified().left(AlarmRule::maxName);
    return rule;
}

quint8 bit(int n)
{
    return quint8(1U << unsigned(n));
}

} // namespace

Alarms::Alarms(const Fleet &fleet, FleetColumns &columns, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_columns(columns)
    , m_run(this)
    , m_store(this)
    , m_shelf(this)
    , m_againTimer(againMs, this)
{
    m_run.setSingleShot(true);
    m_run.setInterval(gatherMs);
    m_shelf.setInterval(shelfMs);
    connect(&m_run, &QTimer::timeout, this, &Alarms::run);
    connect(&m_store, &DocumentQueue::toStore, this, &Alarms::documentsToStore);
    connect(&m_shelf, &QTimer::timeout, this, &Alarms::endShelving);
    connect(&m_againTimer, &QTimer::timeout, this, &Alarms::pass);
    const auto soon = [this] {
        if (!m_rules.empty())
            runSoon();
    };
    connect(&fleet, &Fleet::devicesAdded, this, soon);
    connect(&fleet, &Fleet::devicesChanged, this, soon);
    connect(&fleet, &Fleet::devicesRemoved, this, soon);
    connect(&fleet, &Fleet::entriesChanged, this, soon);
}

Alarms::~Alarms()
{
    m_store.flush();
}

// --- rules

QList<AlarmRule> Alarms::rules() const
{
    QList<AlarmRule> rules;
    for (const Entry &entry : m_rules)
        rules.append(entry.rule);
    return rules;
}

Alarms::Entry *Alarms::entry(AlarmRuleId id)
{
    const auto it = std::find_if(m_rules.begin(), m_rules.end(), [id](const Entry &entry) { return entry.rule.id == id; });
    return it == m_rules.end() ? nullptr : &*it;
}

const AlarmRule *Alarms::rule(AlarmRuleId id) const
{
    const auto it = std::find_if(m_rules.cbegin(), m_rules.cend(), [id](const Entry &entry) { return entry.rule.id == id; });
    return it == m_rules.cend() ? nullptr : &it->rule;
}

QList<AlarmRule> Alarms::rulesOf(MetricId metric) const
{
    QList<AlarmRule> rules;
    for (const Entry &entry : m_rules)
        if (entry.rule.enabled && entry.metrics.contains(metric))
            rules.append(entry.rule);
    return rules;
}

Result<AlarmRuleId> Alarms::add(AlarmRule rule)
{
    rule = tidy(std::move(rule));
    if (const Result<void> valid = rule.validate(); !valid)
        return tl::unexpected(valid.error());
    if (qsizetype(m_rules.size()) >= mostRules)
        return failure(Error::Code::Refused, tr("There are %1 alarm rules already. Delete one first.").arg(mostRules));
    if (m_addresses)
        rule.postTo = m_addresses->keep(rule.postTo);
    rule.id = {++m_lastRule};
    scope(m_rules.emplace_back(Entry {rule, nullptr, {}}));
    storeRules();
    run();
    Q_EMIT rulesChanged();
    return rule.id;
}

Result<void> Alarms::change(AlarmRule rule)
{
    rule = tidy(std::move(rule));
    if (const Result<void> valid = rule.validate(); !valid)
        return valid;
    Entry *const known = entry(rule.id);
    if (!known)
        return failure(Error::Code::NotFound, tr("This alarm was deleted meanwhile."));
    if (m_addresses)
        rule.postTo = m_addresses->keep(rule.postTo);
    const bool isToldOtherwise = known->rule.again != rule.again || known->rule.hours != rule.hours;
    known->rule = rule;
    scope(*known);
    storeRules();
    run();
    if (isToldOtherwise)
        awaitAgainAll();
    Q_EMIT rulesChanged();
    return {};
}

void Alarms::remove(AlarmRuleId id)
{
    if (std::erase_if(m_rules, [id](const Entry &entry) { return entry.rule.id == id; }) == 0)
        return;
    QList<AlarmKey> gone;
    for (auto it = m_alarms.cbegin(); it != m_alarms.cend(); ++it)
        if (it.key().rule == id)
            gone.append(it.key());
    for (const AlarmKey &key : std::as_const(gone)) {
        write(m_alarms.value(key), AlarmLogEntry::Event::Removed, m_now(), tr("Its rule was deleted."));
        forget(key);
    }
    const QList<AlarmKey> tracked = m_tracks.keys();
    for (const AlarmKey &key : tracked) {
        if (key.rule != id)
            continue;
        m_tracks.remove(key);
        storeRecord(key);
    }
    storeRules();
    run();
    Q_EMIT rulesChanged();
    touch(gone);
}

/// Which devices it is about.
void Alarms::scope(Entry &entry)
{
    entry.scope.reset();
    entry.hours = OpenHours(entry.rule.hours, m_zone);
    const ParsedQuery query = parseQuery(entry.rule.query);
    if (!entry.rule.address.isEmpty() || !query || (query->acceptsAll() && query->limit() == 0))
        return;
    entry.scope = std::make_unique<LiveQuery>(m_columns);
    entry.scope->setQuery(*query);
    connect(entry.scope.get(), &LiveQuery::entered, this, &Alarms::runSoon);
    connect(entry.scope.get(), &LiveQuery::left, this, &Alarms::runSoon);
}

QList<DeviceId> Alarms::devicesOf(const Entry &entry) const
{
    if (!entry.rule.enabled)
        return {};
    if (!entry.rule.address.isEmpty()) {
        const DeviceId id = m_fleet.findByAddress(entry.rule.address);
        return m_fleet.isMember(id) ? QList<DeviceId> {id} : QList<DeviceId>();
    }
    return entry.scope ? entry.scope->devices() : m_fleet.members();
}

void Alarms::runSoon()
{
    if (!m_run.isActive())
        m_run.start();
}

void Alarms::run()
{
    m_run.stop();
    QList<RunningAlarm> running;
    for (Entry &entry : m_rules) {
        if (entry.rule.isTold())
            continue;
        RunningAlarm one {entry.rule, {}};
        entry.metrics.clear();
        const QList<DeviceId> devices = devicesOf(entry);
        for (const DeviceId device : devices) {
            const MetricState *const state = m_fleet.metric(m_fleet.findMetric(device, entry.rule.key));
            if (!state || state->info.type == MetricType::Text || state->info.type == MetricType::Event)
                continue;
            entry.metrics.insert(state->info.id);
            watchWithLimit(one, *state, device);
        }
        if (!one.watched.isEmpty())
            running.append(one);
    }
    Q_EMIT runChanged(running);
    endUnwatched();
}

void Alarms::watchWithLimit(RunningAlarm &running, const MetricState &metric, DeviceId device) const
{
    const AlarmRule &rule = running.rule;
    RunningAlarm::Watched watched {metric.info.id, device, m_tracks.value({rule.id, metric.info.id}), metric.time, metric.value};
    const DeviceId owner = rule.limitAddress.isEmpty() ? device : m_fleet.findByAddress(rule.limitAddress);
    const MetricState *const limit = rule.isRelative() ? m_fleet.metric(m_fleet.findMetric(owner, rule.limitKey)) : nullptr;
    if (limit && limit->info.type != MetricType::Text && limit->info.type != MetricType::Event) {
        watched.limit = limit->info.id;
        watched.limitTime = limit->time;
        watched.limitValue = limit->value;
    }
    running.watched.append(watched);
}

/// Nobody will say any longer that these are over.
void Alarms::endUnwatched()
{
    QList<AlarmKey> ended;
    for (Alarm &alarm : m_alarms) {
        const Entry *const about = entry(alarm.key.rule);
        if (!alarm.active || !about || isWatched(alarm, *about))
            continue;
        alarm.active = false;
        alarm.changed = m_now();
        write(alarm, AlarmLogEntry::Event::Cleared, alarm.changed, tr("Its rule watches it no longer."));
        ended.append(alarm.key);
        awaitAgain(alarm.key);
    }
    for (const AlarmKey &key : std::as_const(ended)) {
        m_tracks.remove(key);
        if (m_alarms.value(key).acknowledged)
            forget(key);
        storeRecord(key);
    }
    touch(ended);
}

// --- alarms

const Alarm *Alarms::find(const AlarmKey &key) const
{
    const auto it = m_alarms.constFind(key);
    return it == m_alarms.cend() ? nullptr : &*it;
}

std::array<int, alarmSeverities> Alarms::counts() const
{
    std::array<int, alarmSeverities> counts {};
    for (const Alarm &alarm : m_alarms)
        if (!alarm.isShelved())
            ++counts[size_t(alarm.severity)];
    return counts;
}

void Alarms::take(const QList<AlarmNews> &news)
{
    QList<AlarmKey> touched;
    QList<Alarm> fresh;
    QList<Alarm> over;
    for (const AlarmNews &one : news)
        takeOne(one, touched, fresh, over);
    touch(touched);
    if (!fresh.isEmpty())
        Q_EMIT raised(fresh);
    if (!over.isEmpty())
        Q_EMIT cleared(over);
}

void Alarms::takeOne(const AlarmNews &news, QList<AlarmKey> &touched, QList<Alarm> &fresh, QList<Alarm> &over)
{
    const AlarmRule *const about = rule(news.key.rule);
    if (!about)
        return; // deleted while this was on its way
    m_tracks.insert(news.key, news.track);
    if (news.change == AlarmChange::None) {
        storeRecord(news.key);
        return;
    }
    const bool isRaised = news.change == AlarmChange::Raised;
    const bool isKnown = m_alarms.contains(news.key);
    if (!isKnown && (!isRaised || m_alarms.size() >= mostAlarms)) {
        m_leftOut += isRaised ? 1 : 0;
        storeRecord(news.key);
        return;
    }
    Alarm &alarm = m_alarms[news.key];
    if (!isKnown) {
        alarm = {news.key, news.device, about->severity, true, false, {}, news.time, news.time, 0, 0, news.track.value, 1};
        m_byDevice[news.device].insert(news.key);
    } else if (isRaised) {
        alarm.times = std::min(alarm.times + 1, 1'000'000);
        alarm.acknowledged = false; // it is news again
    }
    alarm.active = isRaised;
    alarm.changed = news.time;
    if (isRaised)
        alarm.told = news.time;
    alarm.value = news.track.value;
    write(alarm, isRaised ? AlarmLogEntry::Event::Raised : AlarmLogEntry::Event::Cleared, news.time, {});
    touched.append(news.key);
    if (!alarm.isShelved())
        (isRaised ? fresh : over).append(alarm);
    if (!alarm.active && alarm.acknowledged)
        forget(news.key);
    awaitAgain(news.key);
    storeRecord(news.key);
}

void Alarms::forget(const AlarmKey &key)
{
    const Alarm alarm = m_alarms.take(key);
    QSet<AlarmKey> &ofDevice = m_byDevice[alarm.device];
    ofDevice.remove(key);
    paintDevice(alarm.device);
    if (ofDevice.isEmpty())
        m_byDevice.remove(alarm.device);
    awaitAgain(key);
    storeRecord(key);
}

void Alarms::changeEach(const QList<AlarmKey> &keys, AlarmLogEntry::Event event, const QString &why, const std::function<void(Alarm &)> &change)
{
    QList<AlarmKey> touched;
    for (const AlarmKey &key : keys) {
        const auto alarm = m_alarms.find(key);
        if (alarm == m_alarms.end())
            continue;
        const Alarm before = *alarm;
        change(*alarm);
        if (*alarm == before)
            continue;
        touched.append(key);
        write(*alarm, event, m_now(), why);
        if (!alarm->active && alarm->acknowledged)
            forget(key);
        awaitAgain(key);
        storeRecord(key);
    }
    touch(touched);
}

void Alarms::acknowledge(const QList<AlarmKey> &keys, const QString &comment)
{
    const QString kept = comment.simplified().left(maxComment);
    changeEach(keys, AlarmLogEntry::Event::Acknowledged, kept, [&kept](Alarm &alarm) {
        alarm.acknowledged = true;
        if (!kept.isEmpty())
            alarm.comment = kept;
    });
}

void Alarms::shelve(const QList<AlarmKey> &keys, Micros until)
{
    if (until <= m_now())
        return;
    changeEach(keys, AlarmLogEntry::Event::Shelved, {}, [until](Alarm &alarm) { alarm.shelvedUntil = until; });
    m_shelf.start();
}

void Alarms::unshelve(const QList<AlarmKey> &keys)
{
    changeEach(keys, AlarmLogEntry::Event::Unshelved, {}, [](Alarm &alarm) { alarm.shelvedUntil = 0; });
}

void Alarms::endShelving()
{
    const Micros now = m_now();
    QList<AlarmKey> due;
    bool any = false;
    for (const Alarm &alarm : std::as_const(m_alarms)) {
        any = any || alarm.isShelved();
        if (alarm.isShelved() && alarm.shelvedUntil <= now)
            due.append(alarm.key);
    }
    if (!any)
        m_shelf.stop();
    if (!due.isEmpty())
        changeEach(due, AlarmLogEntry::Event::Unshelved, tr("Its time on the shelf is over."), [](Alarm &alarm) { alarm.shelvedUntil = 0; });
}

void Alarms::touch(const QList<AlarmKey> &keys)
{
    if (keys.isEmpty())
        return;
    QSet<DeviceId> devices;
    for (const AlarmKey &key : keys)
        if (const Alarm *const alarm = find(key))
            devices.insert(alarm->device);
    for (const DeviceId device : std::as_const(devices))
        paintDevice(device);
    Q_EMIT alarmsChanged(keys);
}

/// What queries such as alarm:active and severity>=major see.
void Alarms::paintDevice(DeviceId device)
{
    enum Word { Active, Cleared, Acknowledged, Unacknowledged, Shelved };
    quint8 states = 0;
    int gravest = -1;
    const QSet<AlarmKey> keys = m_byDevice.value(device);
    for (const AlarmKey &key : keys) {
        const Alarm *const alarm = find(key);
        if (!alarm)
            continue;
        states |= bit(alarm->active ? Active : Cleared) | bit(alarm->acknowledged ? Acknowledged : Unacknowledged);
        if (alarm->isShelved())
            states |= bit(Shelved);
        if (alarm->active)
            gravest = std::max(gravest, int(alarm->severity));
    }
    m_columns.setAlarms(device, states, gravest < 0 ? quint8(0) : bit(gravest));
}

} // namespace muster
