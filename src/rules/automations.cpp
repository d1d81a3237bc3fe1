// Automations: the rules, and what sets them off.
#include "rules/automations.h"

#include "core/fleet.h"
#include "rules/automationwords.h"

#include <algorithm>
#include <limits>

namespace muster {

namespace {

constexpr int soonestMs = 5;

Automation tidy(Automation rule)
{
    rule.name = rule.name.simplified().left(Automation::maxName);
    return rule;
}

} // namespace

Automations::Automations(const Fleet &fleet, FleetColumns &columns, Dispatcher &dispatcher, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_columns(columns)
    , m_dispatcher(dispatcher)
    , m_judge(fleet, columns)
    , m_presence([this] { return m_now(); })
    , m_refresh(this)
    , m_tell(this)
    , m_store(this)
    , m_timer(soonestMs, this)
{
    for (QTimer *timer : {&m_refresh, &m_tell}) {
        timer->setSingleShot(true);
        timer->setInterval(gatherMs);
    }
    connect(&m_refresh, &QTimer::timeout, this, &Automations::refresh);
    connect(&m_tell, &QTimer::timeout, this, &Automations::tell);
    connect(&m_store, &DocumentQueue::toStore, this, &Automations::documentsToStore);
    connect(&m_timer, &QTimer::timeout, this, &Automations::pass);
    connect(&m_presence, &TriggerWatch::changed, this, &Automations::take);
    const auto soon = [this] { refreshSoon(); };
    connect(&fleet, &Fleet::devicesAdded, this, soon);
    connect(&fleet, &Fleet::devicesChanged, this, soon);
    connect(&fleet, &Fleet::devicesRemoved, this, soon);
    connect(&fleet, &Fleet::entriesChanged, this, soon);
    connect(&fleet, &Fleet::statusesChanged, this, &Automations::takePresence);
    connect(&fleet, &Fleet::metricsChanged, this, &Automations::takeValues);
    connect(&dispatcher, &Dispatcher::finished, this, &Automations::takeOutcome);
}

Automations::~Automations()
{
    m_store.flush();
}

void Automations::setClock(std::function<Micros()> now)
{
    m_now = std::move(now);
}

// --- rules

Automations::Entry *Automations::entry(AutomationId id)
{
    const auto it = m_rules.find(id.n);
    return it == m_rules.end() ? nullptr : &it->second;
}

const Automation *Automations::rule(AutomationId id) const
{
    const auto it = m_rules.find(id.n);
    return it == m_rules.end() ? nullptr : &it->second.rule;
}

QString Automations::halted(AutomationId id) const
{
    const auto it = m_rules.find(id.n);
    return it == m_rules.end() ? QString() : it->second.halted;
}

Result<AutomationId> Automations::add(Automation rule)
{
    rule = tidy(std::move(rule));
    if (const Result<void> valid = check(rule); !valid)
        return tl::unexpected(valid.error());
    if (m_order.size() >= mostRules)
        return failure(Error::Code::Refused, tr("There are %1 automations already. Delete one first.").arg(mostRules));
    rule = hidden(std::move(rule));
    rule.id = {++m_lastRule};
    Entry &made = m_rules[rule.id.n];
    made.rule = rule;
    m_order.append(rule.id);
    storeRule(made);
    plan(made, m_now());
    refreshSoon();
    Q_EMIT rulesChanged();
    return rule.id;
}

Result<void> Automations::change(Automation rule)
{
    rule = tidy(std::move(rule));
    if (const Result<void> valid = check(rule); !valid)
        return valid;
    Entry *const known = entry(rule.id);
    if (!known)
        return failure(Error::Code::NotFound, tr("This automation was deleted meanwhile."));
    const QList<quint64> running = active(*known);
    rule = hidden(std::move(rule));
    known->rule = rule;
    known->halted.clear();
    known->presenceKnown = false;
    for (const quint64 number : running)
        finish(number, AutomationRun::State::Stopped, tr("The automation was changed."));
    if (!rule.enabled)
        forgetTracks(rule.id);
    storeRule(*known);
    plan(*known, m_now());
    refreshSoon();
    Q_EMIT rulesChanged();
    return {};
}

void Automations::setEnabled(AutomationId id, bool on)
{
    const Automation *const known = rule(id);
    if (!known)
        return;
    Automation changed = *known;
    changed.enabled = on;
    if (const Result<void> done = change(changed); !done) {
        Q_EMIT noticed(Severity::Warning, tr("Automation “%1”: %2").arg(changed.name, done.error().text));
        Q_EMIT rulesChanged(); // what shows it shows again how it is
    }
}

void Automations::remove(AutomationId id)
{
    Entry *const known = entry(id);
    if (!known)
        return;
    stopRuns(id);
    const QList<quint64> kept = std::exchange(known->runs, {});
    for (const quint64 number : kept)
        drop(number);
    forgetTracks(id);
    known->rule.enabled = false;
    plan(*known, 0);
    m_store.put(QStringLiteral("automation/%1").arg(id.n), QString());
    m_rules.erase(id.n);
    m_order.removeOne(id);
    refreshSoon();
    Q_EMIT rulesChanged();
}

// --- triggers

QList<DeviceId> Automations::devicesFor(const QString &query)
{
    const ParsedQuery parsed = parseQuery(query);
    if (!parsed)
        return {};
    if (parsed->acceptsAll() && parsed->limit() == 0)
        return m_fleet.members();
    std::unique_ptr<LiveQuery> &scope = m_scopes[query];
    if (!scope) {
        scope = std::make_unique<LiveQuery>(m_columns);
        scope->setQuery(*parsed);
        connect(scope.get(), &LiveQuery::entered, this, &Automations::refreshSoon);
        connect(scope.get(), &LiveQuery::left, this, &Automations::refreshSoon);
    }
    return scope->devices();
}

void Automations::refreshSoon()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

/// Which metrics the triggers are about may have changed.
void Automations::refresh()
{
    m_refresh.stop();
    RunningTriggers running;
    QSet<QString> asked;
    for (const AutomationId id : std::as_const(m_order)) {
        const Entry &known = *entry(id);
        if (!known.rule.enabled || !known.halted.isEmpty())
            continue;
        running.triggers += m_judge.metricTriggers(known.rule, [this](const QString &query) { return devicesFor(query); });
        for (const Trigger &trigger : known.rule.triggers)
            asked.insert(trigger.query);
    }
    std::erase_if(m_scopes, [&asked](const auto &scope) { return !asked.contains(scope.first); });
    for (RunningTrigger &trigger : running.triggers)
        for (RunningTrigger::Watched &watched : trigger.watched)
            watched.track = m_tracks.value({trigger.rule, trigger.number, watched.metric});
    refreshPresence();
    if (running.isLike(m_running))
        return;
    running.values = m_judge.reads(running.triggers);
    m_running = running;
    Q_EMIT triggersChanged(running);
}

RunningTriggers Automations::triggersOf(const Automation &rule)
{
    RunningTriggers running;
    running.triggers = m_judge.metricTriggers(rule, [this](const QString &query) { return devicesFor(query); });
    running.values = m_judge.reads(running.triggers);
    const QList<MetricId> named = rule.hasSchedule() ? m_judge.namedMetrics(rule) : QList<MetricId>();
    for (const MetricId metric : named)
        if (std::none_of(running.values.cbegin(), running.values.cend(), [metric](const ReadValue &read) { return read.metric == metric; }))
            running.values.append(m_judge.valueOf(metric));
    return running;
}

/// Devices as metrics that are 1 while they are online and 0 while they are offline. A device that turns up while its rule is on begins with 0.
void Automations::refreshPresence()
{
    RunningTriggers running;
    for (const AutomationId id : std::as_const(m_order)) {
        Entry &known = *entry(id);
        QSet<DeviceId> present;
        for (qsizetype i = 0; known.rule.enabled && known.halted.isEmpty() && i < known.rule.triggers.size(); ++i) {
            const Trigger &trigger = known.rule.triggers.at(i);
            if (!trigger.isAboutPresence())
                continue;
            RunningTrigger one {id, quint32(i), trigger, {}};
            const DeviceId only = m_fleet.findByAddress(trigger.address);
            const QList<DeviceId> about = trigger.address.isEmpty() ? devicesFor(trigger.query) : m_fleet.isMember(only) ? QList<DeviceId> {only} : QList<DeviceId>();
            for (const DeviceId device : about) {
                const bool isNew = known.presenceKnown && !known.present.contains(device);
                const Micros seen = isNew ? m_now() - 1 : 0;
                one.watched.append({{device.n}, device, trigger.type == Trigger::Type::Online ? 1.0 : 0.0, false, {}, m_tracks.value({id, quint32(i), {device.n}}), {{device.n}, seen, 0, {}}});
                present.insert(device);
            }
            running.triggers.append(one);
        }
        known.present = present;
        known.presenceKnown = true;
    }
    if (running.triggers.isEmpty() && m_presence.watched() == 0)
        return;
    m_presence.set(running);
    takePresence(m_fleet.members());
}

void Automations::takePresence(const QList<DeviceId> &devices)
{
    if (m_presence.watched() == 0)
        return;
    SampleBatch batch;
    const Micros now = m_now();
    for (const DeviceId device : devices) {
        const DeviceStatus status = m_fleet.status(device);
        if (status == DeviceStatus::Live || status == DeviceStatus::Offline)
            batch.samples.append({now, status == DeviceStatus::Live ? 1.0 : 0.0, {device.n}, 0, 0});
    }
    if (!batch.samples.isEmpty())
        m_presence.take(batch);
}

void Automations::take(const QList<TriggerNews> &news)
{
    for (const TriggerNews &one : news) {
        Entry *const known = entry(one.key.rule);
        if (!known || !known->rule.enabled || qsizetype(one.key.trigger) >= known->rule.triggers.size())
            continue; // deleted or changed while this was on its way
        m_tracks.insert(one.key, one.track);
        storeTrack(one.key);
        if (!one.fired)
            continue;
        const bool isMetric = known->rule.triggers.at(one.key.trigger).isAboutMetric();
        fire(*known, {int(one.key.trigger), one.device, isMetric ? one.key.metric : MetricId(), one.time, one.value, one.text, one.reads});
    }
}

// --- what becomes of it

Result<void> Automations::runNow(AutomationId id)
{
    Entry *const known = entry(id);
    if (!known)
        return failure(Error::Code::NotFound, tr("This automation was deleted meanwhile."));
    if (!known->halted.isEmpty())
        return failure(Error::Code::Refused, known->halted);
    DeviceId device;
    for (const Trigger &trigger : known->rule.triggers)
        if (!trigger.address.isEmpty() && !device.isValid())
            device = m_fleet.findByAddress(trigger.address);
    fire(*known, {-1, device, {}, m_now(), planned(known->rule), {}, {}});
    return {};
}

QList<AutomationId> Automations::setOff(const QString &name)
{
    QList<AutomationId> set;
    for (const AutomationId id : QList<AutomationId>(m_order)) {
        Entry *const known = entry(id);
        if (!known || !known->rule.enabled)
            continue;
        const QList<Trigger> &triggers = known->rule.triggers;
        const auto told = std::find_if(triggers.cbegin(), triggers.cend(), [&name](const Trigger &one) { return one.isTold() && one.word.simplified().compare(name, Qt::CaseInsensitive) == 0; });
        if (told == triggers.cend())
            continue;
        set.append(id);
        fire(*known, {int(told - triggers.cbegin()), {}, {}, m_now(), std::numeric_limits<double>::quiet_NaN(), {}, {}});
    }
    return set;
}

void Automations::fire(Entry &entry, const Firing &firing, const QList<TraceLine> &remarks)
{
    if (!entry.halted.isEmpty())
        return;
    AutomationRun run;
    run.rule = entry.rule.id;
    run.firing = firing;
    run.started = m_now();
    run.trace.append({firing.time, TraceLine::Kind::Trigger, true, m_judge.cause(entry.rule, firing)});
    run.trace += remarks;
    if (isLoop(entry, run))
        return;
    if (!m_judge.holds(entry.rule, firing, run.trace))
        decline(entry, run, {});
    else
        admit(entry, run);
}

/// Whether it set itself off again and again; then it is stopped.
bool Automations::isLoop(Entry &entry, AutomationRun &run)
{
    run.causes = m_guard.causes(entry.rule, run.firing, run.started);
    if (run.causes.count(entry.rule.id) < loopRounds)
        return false;
    QStringList names;
    for (const AutomationId id : std::as_const(run.causes))
        if (const Automation *const other = rule(id); other && !names.contains(other->name))
            names.append(other->name);
    const QString name = entry.rule.name;
    entry.halted = names.size() < 2 ? tr("“%1” sets itself off again and again. It was stopped; change it, then switch it on again.").arg(name)
                                    : tr("“%1” sets itself off again and again, by way of: %2. It was stopped; change it, then switch it on again.")
                                          .arg(name, names.join(QStringLiteral(" → ")));
    const QString why = entry.halted;
    const QList<quint64> running = active(entry);
    for (const quint64 number : running)
        finish(number, AutomationRun::State::Stopped, why);
    run.state = AutomationRun::State::Stopped;
    run.ended = run.started;
    run.trace.append({run.started, TraceLine::Kind::Failure, false, why});
    keep(entry, run);
    storeRule(entry);
    plan(entry, 0);
    refreshSoon();
    Q_EMIT noticed(Severity::Error, why);
    Q_EMIT rulesChanged();
    return true;
}

void Automations::decline(Entry &entry, AutomationRun &run, const QString &why)
{
    run.state = AutomationRun::State::Declined;
    run.ended = run.started;
    if (!why.isEmpty())
        run.trace.append({run.started, TraceLine::Kind::End, false, why});
    keep(entry, run);
}

void Automations::admit(Entry &entry, AutomationRun &run)
{
    using Mode = Automation::Mode;
    const QList<quint64> running = active(entry, run.firing.device);
    const Mode mode = entry.rule.mode;
    const bool isFull = running.size() >= (mode == Mode::Single ? 1 : entry.rule.most);
    if (run.firing.isOneOfMany) {
        if (running.size() >= Automation::maxRuns + Timetable::mostMadeUp)
            return decline(entry, run, tr("%n run(s) were under way already.", nullptr, int(running.size())));
    } else if (entry.rule.perDevice && (mode != Mode::Restart || running.isEmpty()) && active(entry).size() >= Automation::maxRunsInAll) {
        ++m_declined;
        return decline(entry, run, tr("%n run(s) were under way already.", nullptr, Automation::maxRunsInAll));
    } else if (mode == Mode::Restart) {
        for (const quint64 number : running)
            finish(number, AutomationRun::State::Stopped, tr("It was set off again and started anew."));
    } else if (isFull) {
        ++m_declined;
        return decline(entry, run, mode == Mode::Single ? tr("It was running already.") : tr("%n run(s) were under way already.", nullptr, int(running.size())));
    }
    run.state = AutomationRun::State::Queued;
    const bool isFirst = running.isEmpty() || (!run.firing.isOneOfMany && (mode == Mode::Restart || mode == Mode::Parallel));
    keep(entry, run);
    if (isFirst)
        begin(entry.runs.last());
}

} // namespace muster
