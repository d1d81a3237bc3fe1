// Alarms: those that automations raise and clear by their name, one for each name and device.
#include "rules/alarms.h"

#include "core/fleet.h"

#include <algorithm>

namespace muster {

Alarms::Entry *Alarms::toldEntry(const QString &name)
{
    const auto it = std::find_if(m_rules.begin(), m_rules.end(), [&name](const Entry &entry) { return entry.rule.isTold() && entry.rule.name.compare(name, Qt::CaseInsensitive) == 0; });
    return it == m_rules.end() ? nullptr : &*it;
}

/// Its severity is the one it was raised with last.
Result<AlarmRuleId> Alarms::toldRule(const QString &name, AlarmSeverity severity)
{
    Entry *const known = toldEntry(name);
    if (!known) {
        AlarmRule rule;
        rule.name = name;
        rule.severity = severity;
        rule.test = AlarmRule::Test::Told;
        return add(rule);
    }
    if (known->rule.enabled && std::exchange(known->rule.severity, severity) != severity) {
        storeRules();
        Q_EMIT rulesChanged();
    }
    return Result<AlarmRuleId>(known->rule.id);
}

Result<Alarms::Raising> Alarms::raise(const QString &name, AlarmSeverity severity, DeviceId device, const QString &text)
{
    if (!m_fleet.isMember(device))
        return failure(Error::Code::NotFound, tr("The device is not in the fleet, so there can be no alarm about it."));
    const Result<AlarmRuleId> about = toldRule(name.simplified().left(AlarmRule::maxName), severity);
    if (!about)
        return tl::unexpected(about.error());
    if (!rule(*about)->enabled)
        return Result<Raising>(Raising::Off);
    const AlarmKey key {*about, {}, device};
    const bool isKnown = m_alarms.contains(key);
    if (!isKnown && m_alarms.size() >= mostAlarms) {
        ++m_leftOut;
        return failure(Error::Code::Refused, tr("There are %1 alarms already. Acknowledge some that are over first.").arg(mostAlarms));
    }
    const Micros now = m_now();
    Alarm &alarm = m_alarms[key];
    const bool isNews = !alarm.active || severity > alarm.severity;
    if (!isKnown) {
        alarm.key = key;
        alarm.device = device;
        alarm.raised = now;
        m_byDevice[device].insert(key);
    } else {
        alarm.times = std::min(alarm.times + 1, 1'000'000);
    }
    alarm.active = true;
    alarm.severity = severity;
    alarm.text = text.left(Alarm::maxText);
    if (isNews) {
        alarm.acknowledged = false;
        alarm.changed = alarm.told = now;
        write(alarm, AlarmLogEntry::Event::Raised, now, alarm.text);
    }
    const Alarm shown = alarm;
    awaitAgain(key);
    storeRecord(key);
    touch({key});
    if (isNews && !shown.isShelved())
        Q_EMIT raised({shown});
    return Result<Raising>(isNews ? Raising::News : Raising::Known);
}

bool Alarms::clear(const QString &name, DeviceId device, const QString &why)
{
    const Entry *const about = toldEntry(name.simplified());
    const AlarmKey key {about ? about->rule.id : AlarmRuleId(), {}, device};
    if (!canClear(key))
        return false;
    clear(QList<AlarmKey> {key}, why);
    return true;
}

bool Alarms::canClear(const AlarmKey &key) const
{
    const Alarm *const alarm = find(key);
    const AlarmRule *const about = rule(key.rule);
    return alarm && alarm->active && about && about->isTold();
}

void Alarms::clear(const QList<AlarmKey> &keys, const QString &why)
{
    QList<AlarmKey> ended;
    QList<Alarm> over;
    for (const AlarmKey &key : keys) {
        if (!canClear(key))
            continue;
        Alarm &alarm = m_alarms[key];
        alarm.active = false;
        alarm.changed = m_now();
        write(alarm, AlarmLogEntry::Event::Cleared, alarm.changed, why);
        ended.append(key);
        if (!alarm.isShelved())
            over.append(alarm);
        if (alarm.acknowledged)
            forget(key);
        awaitAgain(key);
        storeRecord(key);
    }
    touch(ended);
    if (!over.isEmpty())
        Q_EMIT cleared(over);
}

/// Whether somebody may still say that it is over.
bool Alarms::isWatched(const Alarm &alarm, const Entry &about) const
{
    return about.rule.isTold() ? about.rule.enabled && m_fleet.isMember(alarm.device) : about.metrics.contains(alarm.key.metric);
}

} // namespace muster
