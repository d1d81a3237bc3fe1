// Alarms: those that stay active while nobody acknowledges them are told again.
#include "rules/alarms.h"

namespace muster {

namespace {

quint64 packed(const AlarmKey &key)
{
    return (quint64(key.rule.n) << 32) | (key.metric.isValid() ? key.metric.n : key.device.n);
}

AlarmKey unpacked(quint64 number, const Alarms &alarms)
{
    const AlarmRuleId id {quint32(number >> 32)};
    const AlarmRule *const rule = alarms.rule(id);
    return rule && rule->isTold() ? AlarmKey {id, {}, {quint32(number)}} : AlarmKey {id, {quint32(number)}};
}

} // namespace

/// Within the hours of its rule and not before its time on the shelf is over; 0: never.
Micros Alarms::againAt(const Alarm &alarm)
{
    const Entry *const about = entry(alarm.key.rule);
    if (!about || about->rule.again == 0 || !alarm.active || alarm.acknowledged || alarm.isShelved())
        return 0;
    const Micros due = alarm.told + about->rule.again;
    const OpenHours::Stretch &stretch = about->hours.at(due);
    return stretch.isOpen ? due : stretch.to;
}

void Alarms::awaitAgain(const AlarmKey &key)
{
    const Alarm *const alarm = find(key);
    const Micros due = alarm ? againAt(*alarm) : 0;
    if (due == 0 && !m_againDue.contains(key))
        return;
    m_again.move(packed(key), m_againDue[key], due);
    if (due == 0)
        m_againDue.remove(key);
    m_againTimer.await(m_again.next(), m_now());
}

void Alarms::awaitAgainAll()
{
    for (auto it = m_alarms.cbegin(); it != m_alarms.cend(); ++it)
        awaitAgain(it.key());
}

void Alarms::pass()
{
    const Micros now = m_now();
    QList<AlarmKey> due;
    while (m_again.isDue(now)) {
        due.append(unpacked(m_again.first(), *this));
        m_againDue.remove(due.last());
        m_again.removeFirst();
    }
    if (!due.isEmpty())
        tellAgain(due);
    m_againTimer.await(m_again.next(), m_now());
}

/// Once, however often it was due while Muster was not running.
void Alarms::tellAgain(const QList<AlarmKey> &keys)
{
    QList<Alarm> told;
    for (const AlarmKey &key : keys) {
        Alarm &alarm = m_alarms[key];
        alarm.told = m_now();
        write(alarm, AlarmLogEntry::Event::ToldAgain, alarm.told, {});
        awaitAgain(key);
        storeRecord(key);
        told.append(alarm);
    }
    touch(keys);
    Q_EMIT toldAgain(told);
}

} // namespace muster
