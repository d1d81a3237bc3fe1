#include "rules/alarmwatch.h"

#include <algorithm>

namespace muster {

namespace {

constexpr int soonestMs = 10;

} // namespace

AlarmWatch::AlarmWatch(std::function<Micros()> clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_timer(soonestMs, this)
{
    connect(&m_timer, &QTimer::timeout, this, &AlarmWatch::pass);
}

AlarmWatch::~AlarmWatch() = default;

void AlarmWatch::setRules(const QList<RunningAlarm> &rules)
{
    const std::vector<AlarmRule> rulesBefore = std::exchange(m_rules, {});
    const std::vector<Slot> before = std::exchange(m_slots, {});
    QHash<AlarmKey, quint32> places;
    for (quint32 i = 0; i < before.size(); ++i)
        places.insert({rulesBefore[before[i].rule].id, before[i].metric}, i);
    m_due.clear();
    const Micros now = m_clock();
    for (const RunningAlarm &running : rules) {
        m_rules.push_back(running.rule);
        for (const RunningAlarm::Watched &watched : running.watched) {
            if (qsizetype(m_slots.size()) >= most)
                break;
            Slot slot {quint32(m_rules.size() - 1), watched.metric, watched.device, {}, 0};
            const auto place = places.constFind({running.rule.id, watched.metric});
            const bool goesOn = place != places.cend() && rulesBefore[before[*place].rule].decidesLike(running.rule);
            if (goesOn)
                slot.track = before[*place].track;
            else if (place != places.cend())
                slot.track.active = before[*place].track.active;
            else if (watched.track.last != 0)
                slot.track = watched.track;
            m_slots.push_back(slot);
            if (!goesOn && slot.track.last == 0)
                begin(m_slots.back(), watched, now);
        }
    }
    std::vector<MetricId> metrics;
    for (const Slot &slot : m_slots)
        metrics.push_back(slot.metric);
    m_uses.set(metrics);
    for (quint32 i = 0; i < m_slots.size(); ++i)
        settle(i, m_slots[i].track, AlarmChange::None, now);
    tell();
    m_timer.await(m_due.next(), m_clock());
}

/// A metric that is watched from now on, beginning with the value it has.
void AlarmWatch::begin(Slot &slot, const RunningAlarm::Watched &watched, Micros now)
{
    const AlarmRule &rule = m_rules[slot.rule];
    slot.track.last = watched.time != 0 ? watched.time - 1 : now;
    if (watched.time == 0)
        return;
    const AlarmTrack before = slot.track;
    const AlarmChange change = alarmlogic::feed(rule, slot.track, watched.time, watched.value);
    if (change != AlarmChange::None || !(slot.track == before))
        m_news.append({{rule.id, slot.metric}, slot.device, change, watched.time, slot.track});
}

void AlarmWatch::take(const SampleBatch &batch)
{
    if (m_slots.empty())
        return;
    for (const Sample &sample : batch.samples) {
        if ((sample.flags & Sample::Text) != 0)
            continue;
        for (const quint32 use : m_uses.of(sample.metric))
            feed(use, sample);
    }
    tell();
    m_timer.await(m_due.next(), m_clock());
}

void AlarmWatch::feed(quint32 index, const Sample &sample)
{
    passSlot(index, sample.time - 1);
    Slot &slot = m_slots[index];
    const AlarmTrack before = slot.track;
    const AlarmChange change = alarmlogic::feed(m_rules[slot.rule], slot.track, sample.time, sample.value);
    settle(index, before, change, sample.time);
}

/// Everything due up to `now`, each at its own time.
void AlarmWatch::passSlot(quint32 index, Micros now)
{
    for (Micros when = m_slots[index].due; when != 0 && when <= now; when = m_slots[index].due) {
        const AlarmTrack before = m_slots[index].track;
        settle(index, before, alarmlogic::pass(m_rules[m_slots[index].rule], m_slots[index].track, when), when);
    }
}

/// Notes what became of a slot: its news, and when it is due next.
void AlarmWatch::settle(quint32 index, const AlarmTrack &before, AlarmChange change, Micros time)
{
    Slot &slot = m_slots[index];
    const AlarmRule &rule = m_rules[slot.rule];
    const bool isKept = slot.track.since != before.since || slot.track.count != before.count || slot.track.silent != before.silent;
    if (change != AlarmChange::None || isKept)
        m_news.append({{rule.id, slot.metric}, slot.device, change, time, slot.track});
    m_due.move(index, slot.due, alarmlogic::due(rule, slot.track));
}

void AlarmWatch::pass()
{
    const Micros now = m_clock();
    while (m_due.isDue(now))
        passSlot(quint32(m_due.first()), now);
    tell();
    m_timer.await(m_due.next(), m_clock());
}

void AlarmWatch::tell()
{
    if (!m_news.isEmpty())
        Q_EMIT changed(std::exchange(m_news, {}));
}

} // namespace muster
