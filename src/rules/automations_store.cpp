// Automations: what is kept, and how it comes back. One document for each automation, each run and each hold time under way, so that one that is
// killed in the middle of them goes on where it was, and so that what a newer Muster wrote is left as it is.
#include "rules/automations.h"

#include "core/fleet.h"
#include "rules/alarm.h"
#include "rules/automationwords.h"
#include "rules/webaddresses.h"

#include <algorithm>

namespace muster {

namespace {

using State = AutomationRun::State;

constexpr int mostLookedAt = 200; ///< runs, to find one that can go
constexpr QLatin1StringView rulePrefix {"automation/"};
constexpr QLatin1StringView runPrefix {"automation run/"};
constexpr QLatin1StringView trackPrefix {"automation track/"};
constexpr QLatin1StringView markPrefix {"automation schedule/"};
constexpr QLatin1StringView siteName {"site"};

template<class Change>
Automation withAddresses(Automation rule, const Change &change)
{
    for (RuleStep &step : rule.steps)
        if (step.type == RuleStep::Type::Webhook)
            step.key = change(step.key);
    return rule;
}

} // namespace

void Automations::setAddresses(WebAddresses &addresses)
{
    m_addresses = &addresses;
    connect(&addresses, &WebAddresses::storedChanged, this, [this] {
        const auto tellsTheWeb = [](const RuleStep &step) { return step.type == RuleStep::Type::Webhook; };
        for (const auto &[id, entry] : m_rules)
            if (std::any_of(entry.rule.steps.cbegin(), entry.rule.steps.cend(), tellsTheWeb))
                storeRule(entry);
        m_store.flush();
    });
}

/// As it may be kept and shown.
Automation Automations::hidden(Automation rule) const
{
    return m_addresses ? withAddresses(std::move(rule), [this](const QString &address) { return m_addresses->keep(address); }) : rule;
}

/// Takes in a run under a new number.
void Automations::keep(Entry &entry, AutomationRun run)
{
    AutomationRun *const last = entry.runs.isEmpty() ? nullptr : this->run(entry.runs.last());
    if (run.state == State::Declined && last && last->state == State::Declined) { // the same again does not push out what is worth more
        run.number = last->number;
        run.times = std::min(last->times + 1, 1'000'000);
        *last = run;
    } else {
        run.number = ++m_lastRun;
        entry.runs.append(run.number);
        m_runs.emplace(run.number, run);
    }
    storeRun(run);
    touch(run.rule);
    trim(entry);
}

void Automations::trim(Entry &entry)
{
    qsizetype over = entry.runs.size() - mostKept;
    for (qsizetype i = 0; i < entry.runs.size() && over > 0;) {
        const AutomationRun *const one = run(entry.runs.at(i));
        if (one && !one->isOver()) {
            ++i;
            continue;
        }
        drop(entry.runs.takeAt(i));
        --over;
    }
    // Round and round, a stretch at a time: where ten thousand automations have one run each, nothing can go, and going through all would take long.
    for (int looked = 0; qsizetype(m_runs.size()) > mostKeptInAll && looked < mostLookedAt; ++looked) {
        auto it = m_runs.upper_bound(m_trimmed);
        if (it == m_runs.end())
            it = m_runs.begin();
        const AutomationRun &old = it->second;
        m_trimmed = it->first;
        Entry *const owner = this->entry(old.rule);
        const bool isLatest = owner && (owner->runs.isEmpty() || owner->runs.last() == old.number);
        if (!old.isOver() || isLatest)
            continue;
        if (owner)
            owner->runs.removeOne(old.number);
        drop(old.number);
    }
}

void Automations::drop(quint64 number)
{
    if (m_runs.erase(number) > 0)
        m_store.put(runPrefix + QString::number(number), QString());
}

void Automations::touch(AutomationId id)
{
    m_touched.insert(id);
    if (!m_tell.isActive())
        m_tell.start();
}

void Automations::storeRule(const Entry &entry)
{
    if (m_trials.contains(entry.rule.id))
        return;
    QJsonObject json = automationjson::toJson(m_addresses ? withAddresses(entry.rule, [this](const QString &address) { return m_addresses->stored(address); }) : entry.rule);
    if (!entry.halted.isEmpty())
        json.insert(QStringLiteral("halted"), entry.halted);
    m_store.put(rulePrefix + QString::number(entry.rule.id.n), json);
}

void Automations::storeRun(const AutomationRun &run)
{
    if (!m_trials.contains(run.rule))
        m_store.put(runPrefix + QString::number(run.number), automationjson::toJson(run));
}

void Automations::storeTrack(const TriggerKey &key)
{
    const QString name = QStringLiteral("%1%2/%3/%4").arg(trackPrefix).arg(key.rule.n).arg(key.trigger).arg(key.metric.n);
    const auto track = m_tracks.constFind(key);
    if (track == m_tracks.cend() || (!track->active && track->since == 0)) {
        m_store.put(name, QString());
        return;
    }
    QJsonObject json = alarmjson::toJson(*track);
    json.insert(QStringLiteral("rule"), qint64(key.rule.n));
    json.insert(QStringLiteral("trigger"), qint64(key.trigger));
    json.insert(QStringLiteral("metric"), qint64(key.metric.n));
    m_store.put(name, json);
}

void Automations::forgetTracks(AutomationId id)
{
    QList<TriggerKey> gone;
    for (auto it = m_tracks.cbegin(); it != m_tracks.cend(); ++it)
        if (it.key().rule == id)
            gone.append(it.key());
    for (const TriggerKey &key : std::as_const(gone)) {
        m_tracks.remove(key);
        storeTrack(key);
    }
}

void Automations::tell()
{
    const QSet<AutomationId> touched = std::exchange(m_touched, {});
    Q_EMIT runsChanged(QList<AutomationId>(touched.cbegin(), touched.cend()));
}

// --- coming back

void Automations::restoreRule(const QString &name, const QString &text, int &lost)
{
    m_lastRule = std::max(m_lastRule, quint32(std::clamp<qint64>(QStringView(name).mid(rulePrefix.size()).toLongLong(), 0, std::numeric_limits<qint32>::max())));
    const QJsonObject json = storedjson::objectOf(text);
    const Result<Automation> read = automationjson::ruleOf(json);
    if (!read || !read->id.isValid() || m_order.size() >= mostRules || rule(read->id)) {
        ++lost; // its document stays as it is
        return;
    }
    Entry &made = m_rules[read->id.n];
    made.rule = m_addresses ? withAddresses(*read, [this](const QString &address) { return m_addresses->adopt(address); }) : *read;
    made.halted = json.value(QLatin1StringView("halted")).toString().left(Automation::maxText);
    m_order.append(read->id);
    m_lastRule = std::max(m_lastRule, read->id.n);
}

void Automations::restoreTrack(const QString &text)
{
    const QJsonObject json = storedjson::objectOf(text);
    const TriggerKey key {{storedjson::idOf(json.value(QLatin1StringView("rule")))}, storedjson::idOf(json.value(QLatin1StringView("trigger"))), {storedjson::idOf(json.value(QLatin1StringView("metric")))}};
    const Automation *const known = rule(key.rule);
    if (known && known->enabled && qsizetype(key.trigger) < known->triggers.size() && m_tracks.size() < TriggerTable::most)
        m_tracks.insert(key, alarmjson::trackOf(json));
}

void Automations::restoreRun(const QString &text)
{
    const AutomationRun read = automationjson::runOf(storedjson::objectOf(text));
    Entry *const known = entry(read.rule);
    if (!known || read.number == 0 || qsizetype(m_runs.size()) >= mostKeptInAll + mostRules || !m_runs.emplace(read.number, read).second)
        return;
    m_lastRun = std::max(m_lastRun, read.number);
    known->runs.append(read.number);
}

int Automations::restore(const QHash<QString, QString> &documents)
{
    int lost = 0;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it)
        if (it.key().startsWith(rulePrefix))
            restoreRule(it.key(), it.value(), lost);
    std::sort(m_order.begin(), m_order.end());
    restoreSite(documents.value(siteName));
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        if (it.key().startsWith(trackPrefix))
            restoreTrack(it.value());
        else if (it.key().startsWith(runPrefix))
            restoreRun(it.value());
        else if (it.key().startsWith(markPrefix))
            restoreMark(it.value());
    }
    m_startedAt = m_now();
    for (auto &[id, known] : m_rules)
        std::sort(known.runs.begin(), known.runs.end());
    skipLate();
    planAll();
    resume();
    refresh();
    Q_EMIT rulesChanged();
    return lost;
}

/// Hold times that were over while the program was not running, where the automation says that these are to be skipped.
void Automations::skipLate()
{
    for (auto it = m_tracks.begin(); it != m_tracks.end(); ++it) {
        Entry &known = *entry(it.key().rule);
        const AlarmRule test = testOf(known.rule.triggers.at(it.key().trigger));
        const Micros due = alarmlogic::due(test, *it);
        if (known.rule.runLate || it->active || due == 0 || due > m_startedAt)
            continue;
        it->active = true;
        it->since = 0;
        AutomationRun missed;
        missed.rule = it.key().rule;
        missed.firing.trigger = int(it.key().trigger);
        missed.started = m_startedAt;
        decline(known, missed, tr("It was due at %1, while Muster was not running, and was skipped.")
                                   .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(due / 1'000), QLocale::ShortFormat)));
        storeTrack(it.key());
    }
}

/// Runs that were under way when the program ended.
void Automations::resume()
{
    QList<quint64> open;
    for (const auto &[number, one] : m_runs)
        if (!one.isOver())
            open.append(number);
    for (const quint64 number : std::as_const(open)) {
        AutomationRun &one = *run(number);
        const Automation &about = *rule(one.rule);
        if (one.step >= about.steps.size()) {
            finish(number, State::Stopped, tr("The automation was changed."));
        } else if (one.state == State::Running) {
            say(one, TraceLine::Kind::Failure, false, tr("Muster ended before it was known how step %1 ended.").arg(one.step + 1));
            finish(number, State::Failed, tr("Given up after step %1.").arg(one.step + 1));
        } else if (one.state == State::Waiting && one.until <= m_startedAt && !about.runLate) {
            finish(number, State::Stopped, tr("Its time was over while Muster was not running, and the rest was skipped."));
        } else if (one.state == State::Waiting) {
            say(one, TraceLine::Kind::Wait, true, tr("Muster was started again; the rest of the time counts."));
            m_due.add(number, one.until);
            if (one.waits == AutomationRun::Waits::ForValue)
                if (const MetricId metric = m_judge.metricOf(about.steps.at(one.step).until, one.firing.device); metric.isValid())
                    m_awaited[metric].insert(number);
        } else if (const QList<quint64> underWay = active(*entry(one.rule), one.firing.device); one.state == State::Queued && underWay.first() == number) {
            QMetaObject::invokeMethod(this, [this, number] { begin(number); }, Qt::QueuedConnection);
        }
    }
    awaitNext();
}

} // namespace muster
