// Automations: what time sets off. Of each schedule one document says up to when its runs are accounted for, so that what was missed is known after
// the program was killed.
#include "rules/automations.h"

#include "rules/automationwords.h"

#include <QJsonObject>

namespace muster {

namespace {

constexpr QLatin1StringView markPrefix {"automation schedule/"};
constexpr QLatin1StringView siteName {"site"};

} // namespace

void Automations::setZone(const QTimeZone &zone)
{
    m_judge.setZone(zone);
    m_timetable.setPlace(zone, m_timetable.site());
    awaitNext();
}

void Automations::setSite(const std::optional<Site> &site)
{
    if (site == m_timetable.site())
        return;
    m_timetable.setPlace(m_timetable.zone(), site);
    m_store.put(siteName, site ? storedjson::compact({{QStringLiteral("latitude"), site->latitude}, {QStringLiteral("longitude"), site->longitude}}) : QString());
    awaitNext();
    Q_EMIT siteChanged();
}

void Automations::restoreSite(const QString &text)
{
    const QJsonObject json = storedjson::objectOf(text);
    const QJsonValue latitude = json.value(QLatin1StringView("latitude"));
    const QJsonValue longitude = json.value(QLatin1StringView("longitude"));
    const Site site {latitude.toDouble(), longitude.toDouble()};
    if (!latitude.isDouble() || !longitude.isDouble() || !site.isValid())
        return;
    m_timetable.setPlace(m_timetable.zone(), site);
    Q_EMIT siteChanged();
}

Result<void> Automations::check(const Automation &rule) const
{
    Result<void> valid = rule.validate();
    for (const Trigger &trigger : rule.triggers)
        if (valid && rule.enabled && trigger.isSchedule())
            valid = trigger.schedule.validate(m_timetable.site());
    return valid;
}

QList<Micros> Automations::upcoming(const Schedule &schedule, int count) const
{
    return schedule.upcoming(m_now(), count, m_timetable.zone(), m_timetable.site());
}

/// The value of the week plan at this moment.
double Automations::planned(const Automation &rule) const
{
    for (const Trigger &trigger : rule.triggers)
        if (trigger.isSchedule() && trigger.schedule.kind == Schedule::Kind::Week)
            return trigger.schedule.valueAt(m_now(), m_timetable.zone());
    return 0;
}

// --- plans

/// Runs later than `until` are to come; schedules that are as they were go on where they are.
void Automations::plan(const Entry &entry, Micros until)
{
    const Automation &rule = entry.rule;
    const bool isOn = rule.enabled && entry.halted.isEmpty();
    std::map<quint32, Micros> before;
    const QList<Timetable::Key> keys = m_timetable.keysOf(rule.id);
    for (const Timetable::Key &key : keys) {
        const bool isThere = isOn && qsizetype(key.trigger) < rule.triggers.size() && m_timetable.has(key, rule.triggers.at(key.trigger).schedule);
        if (isThere && rule.triggers.at(key.trigger).isSchedule())
            before[key.trigger] = m_timetable.until(key);
        else
            storeMark(key, 0);
    }
    m_timetable.forget(rule.id);
    for (qsizetype i = 0; isOn && i < rule.triggers.size(); ++i) {
        if (!rule.triggers.at(i).isSchedule())
            continue;
        const Timetable::Key key {rule.id, quint32(i)};
        const auto known = before.find(key.trigger);
        m_timetable.plan(key, rule.triggers.at(i).schedule, known == before.end() ? until : known->second, m_now());
        if (known == before.end())
            storeMark(key, m_timetable.until(key));
    }
    awaitNext();
}

/// After a start: what is stored says where each schedule was.
void Automations::planAll()
{
    const Micros now = m_now();
    for (const auto &[id, known] : m_rules) {
        for (qsizetype i = 0; known.rule.enabled && known.halted.isEmpty() && i < known.rule.triggers.size(); ++i) {
            const Schedule &schedule = known.rule.triggers.at(i).schedule;
            if (!known.rule.triggers.at(i).isSchedule())
                continue;
            const Timetable::Key key {known.rule.id, quint32(i)};
            const auto mark = m_marks.find(key);
            m_timetable.plan(key, schedule, mark == m_marks.end() ? now : mark->second, now);
            if (mark == m_marks.end())
                storeMark(key, now);
            if (const Result<void> valid = schedule.validate(m_timetable.site()); !valid)
                Q_EMIT noticed(Severity::Warning, tr("Automation “%1”: %2").arg(known.rule.name, valid.error().text));
        }
    }
    m_marks.clear();
}

void Automations::storeMark(const Timetable::Key &key, Micros until)
{
    const QString name = QStringLiteral("%1%2/%3").arg(markPrefix).arg(key.rule.n).arg(key.trigger);
    m_store.put(name, until == 0 ? QString() : storedjson::compact({{QStringLiteral("rule"), qint64(key.rule.n)}, {QStringLiteral("trigger"), qint64(key.trigger)}, {QStringLiteral("until"), until}}));
}

void Automations::restoreMark(const QString &text)
{
    const QJsonObject json = storedjson::objectOf(text);
    const auto number = [&json](const char *name) { return std::clamp<qint64>(json.value(QLatin1StringView(name)).toInteger(), 0, std::numeric_limits<qint32>::max()); };
    const Micros until = std::clamp<Micros>(json.value(QLatin1StringView("until")).toInteger(), 0, 1LL << 58);
    if (const Timetable::Key key {{quint32(number("rule"))}, quint32(number("trigger"))}; until != 0 && rule(key.rule))
        m_marks[key] = until;
}

// --- runs

void Automations::takeSchedules(Micros now)
{
    const QList<Timetable::Run> runs = m_timetable.take(now);
    for (const Timetable::Run &one : runs)
        takeScheduled(one);
    if (!runs.isEmpty())
        m_store.flush(); // at once and together: the run, and that it is accounted for
}

void Automations::takeScheduled(const Timetable::Run &run)
{
    Entry *const known = entry(run.key.rule);
    if (!known || qsizetype(run.key.trigger) >= known->rule.triggers.size())
        return;
    storeMark(run.key, m_timetable.until(run.key));
    const Micros now = m_now();
    Firing firing;
    firing.trigger = int(run.key.trigger);
    firing.time = run.time;
    firing.value = run.value;
    firing.isOneOfMany = run.isOneOfMany;
    if (run.what != Timetable::Run::What::Start) {
        AutomationRun passed;
        passed.rule = known->rule.id;
        passed.firing = firing;
        passed.started = now;
        return passOver(*known, run, passed);
    }
    QList<TraceLine> remarks;
    if (run.isLate)
        remarks.append({now, TraceLine::Kind::Trigger, false,
            tr("It is %1 late: Muster was not running, the computer slept, or its clock was set.").arg(automationwords::span(now - run.time))});
    if (run.others > 0)
        remarks.append({now, TraceLine::Kind::Trigger, false, tr("%n run(s) before it were missed and are not made up for.", nullptr, run.others)});
    fire(*known, firing, remarks);
}

/// A missed run that is not made up for, or not before a person says so.
void Automations::passOver(Entry &entry, const Timetable::Run &run, AutomationRun passed)
{
    const QString when = automationwords::moment(run.time, m_timetable.zone());
    passed.trace.append({run.time, TraceLine::Kind::Trigger, true, m_judge.cause(entry.rule, passed.firing)});
    if (run.others > 0)
        passed.trace.append({passed.started, TraceLine::Kind::Trigger, false, tr("%n run(s) before it were missed, too.", nullptr, run.others)});
    if (run.what == Timetable::Run::What::Skip)
        return decline(entry, passed, tr("It was missed and skipped: Muster was not running, the computer slept, or its clock was set."));
    const QString name = entry.rule.name;
    decline(entry, passed, tr("It was missed and waits for a person: start it with “Run now” if it is still wanted."));
    const QString question = tr("“%1” was due at %2 and was missed. Start it with “Run now” if it is still wanted.").arg(name, when);
    Q_EMIT noticed(Severity::Warning, question);
    Q_EMIT notifyRequested(name, question);
}

} // namespace muster
