#include "rules/alarmwatch.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

/// What was evaluated until now, to go on with.
struct AlarmWatch::Before
{
    std::vector<Rule> rules;
    std::vector<Slot> slots;
    std::vector<Pair> pairs;
    QHash<AlarmKey, quint32> places {};

    [[nodiscard]] const Slot *find(const AlarmKey &key) const
    {
        const auto place = places.constFind(key);
        return place == places.cend() ? nullptr : &slots[*place];
    }
    [[nodiscard]] MetricId limitOf(const Slot &slot) const { return slot.pair == noPair ? MetricId() : pairs[slot.pair].limit; }
};

void AlarmWatch::setRules(const QList<RunningAlarm> &rules)
{
    Before before {std::exchange(m_rules, {}), std::exchange(m_slots, {}), std::exchange(m_pairs, {})};
    for (quint32 i = 0; i < before.slots.size(); ++i)
        before.places.insert({before.rules[before.slots[i].rule].rule.id, before.slots[i].metric}, i);
    m_due.clear();
    const Micros now = m_clock();
    for (const RunningAlarm &running : rules) {
        m_rules.push_back({running.rule, OpenHours(running.rule.hours, m_zone)});
        for (const RunningAlarm::Watched &watched : running.watched)
            if (qsizetype(m_slots.size()) < most)
                place(running, watched, before, now);
    }
    index();
    for (quint32 i = 0; i < m_slots.size(); ++i)
        settle(i, m_slots[i].track, AlarmChange::None, now);
    tell();
    m_timer.await(m_due.next(), m_clock());
}

void AlarmWatch::place(const RunningAlarm &running, const RunningAlarm::Watched &watched, const Before &before, Micros now)
{
    Slot slot {quint32(m_rules.size() - 1), watched.metric, watched.device, {}, 0};
    const Slot *const known = before.find({running.rule.id, watched.metric});
    const bool goesOn = known && before.rules[known->rule].rule.decidesLike(running.rule);
    if (goesOn)
        slot.track = known->track;
    else if (known)
        slot.track.active = known->track.active;
    else if (watched.track.last != 0)
        slot.track = watched.track;
    if (running.rule.isRelative() && watched.limit.isValid()) {
        slot.pair = quint32(m_pairs.size());
        m_pairs.push_back({quint32(m_slots.size()), watched.limit, {}});
    }
    const bool hasLimit = goesOn && slot.pair != noPair && before.limitOf(*known) == watched.limit;
    if (slot.pair == noPair || (goesOn && !hasLimit))
        slot.track.reference = alarmlogic::none; // that was another one, or there is none any longer
    m_slots.push_back(slot);
    if (!goesOn && slot.track.last == 0)
        begin(m_slots.back(), watched, now);
    else if (slot.pair != noPair && !hasLimit)
        beginLimit(m_slots.back(), watched);
}

/// Which metric is used where.
void AlarmWatch::index()
{
    std::vector<MetricId> metrics;
    metrics.reserve(m_slots.size() + m_pairs.size());
    for (const Slot &slot : m_slots)
        metrics.push_back(slot.metric);
    for (const Pair &pair : m_pairs)
        metrics.push_back(pair.limit);
    m_uses.set(metrics);
}

/// A metric that is watched from now on, beginning with the values that it and its limit have.
void AlarmWatch::begin(Slot &slot, const RunningAlarm::Watched &watched, Micros now)
{
    slot.track.last = watched.time != 0 ? watched.time - 1 : now;
    if (slot.pair != noPair && watched.limitTime != 0 && watched.limitTime <= watched.time)
        slot.track.reference = watched.limitValue;
    if (watched.time != 0)
        feedFirst(slot, watched.time, watched.value, alarmlogic::none);
    if (slot.pair != noPair && watched.limitTime > watched.time)
        beginLimit(slot, watched);
}

/// Another metric is the limit from now on, or it was not known before.
void AlarmWatch::beginLimit(Slot &slot, const RunningAlarm::Watched &watched)
{
    if (watched.limitTime != 0)
        feedFirst(slot, std::max(watched.limitTime, slot.track.last), alarmlogic::none, watched.limitValue);
}

void AlarmWatch::feedFirst(Slot &slot, Micros time, double value, double reference)
{
    const Rule &rule = m_rules[slot.rule];
    const AlarmTrack before = slot.track;
    const AlarmChange change = alarmlogic::feed(rule.rule, slot.track, time, value, reference, rule.counts());
    if (change != AlarmChange::None || !(slot.track == before))
        m_news.append({{rule.rule.id, slot.metric}, slot.device, change, time, slot.track});
}

void AlarmWatch::take(const SampleBatch &batch)
{
    if (m_slots.empty())
        return;
    for (const Sample &sample : batch.samples) {
        if ((sample.flags & Sample::Text) != 0)
            continue;
        for (const quint32 use : m_uses.of(sample.metric))
            takeAs(use, sample);
    }
    for (const quint32 pair : m_gathered)
        feedGathered(pair);
    m_gathered.clear();
    tell();
    m_timer.await(m_due.next(), m_clock());
}

void AlarmWatch::takeAs(quint32 use, const Sample &sample)
{
    const bool isLimit = use >= m_slots.size();
    const quint32 number = isLimit ? use - quint32(m_slots.size()) : m_slots[use].pair;
    if (number == noPair)
        return feed(use, sample.time, sample.value, alarmlogic::none);
    if (std::isnan(sample.value))
        return;
    Pair &pair = m_pairs[number];
    if (pair.gathered.time == 0)
        m_gathered.push_back(number);
    else if (pair.gathered.time != sample.time)
        feedGathered(number);
    pair.gathered.put(sample, isLimit);
}

void AlarmWatch::feedGathered(quint32 pair)
{
    const alarmlogic::Gathered all = std::exchange(m_pairs[pair].gathered, {});
    feed(m_pairs[pair].slot, all.time, all.value, all.reference);
}

void AlarmWatch::feed(quint32 index, Micros time, double value, double reference)
{
    passSlot(index, time - 1);
    Slot &slot = m_slots[index];
    const Rule &rule = m_rules[slot.rule];
    const AlarmTrack before = slot.track;
    const AlarmChange change = alarmlogic::feed(rule.rule, slot.track, time, value, reference, rule.counts());
    settle(index, before, change, std::max(time, slot.track.last));
}

/// Everything due up to `now`, each at its own time.
void AlarmWatch::passSlot(quint32 index, Micros now)
{
    for (Micros when = m_slots[index].due; when != 0 && when <= now; when = m_slots[index].due) {
        const AlarmTrack before = m_slots[index].track;
        const Rule &rule = m_rules[m_slots[index].rule];
        settle(index, before, alarmlogic::pass(rule.rule, m_slots[index].track, when, rule.counts()), when);
    }
}

/// Notes what became of a slot: its news, and when it is due next.
void AlarmWatch::settle(quint32 index, const AlarmTrack &before, AlarmChange change, Micros time)
{
    Slot &slot = m_slots[index];
    const Rule &rule = m_rules[slot.rule];
    const bool isKept = slot.track.since != before.since || slot.track.count != before.count || slot.track.silent != before.silent;
    if (change != AlarmChange::None || isKept)
        m_news.append({{rule.rule.id, slot.metric}, slot.device, change, time, slot.track});
    m_due.move(index, slot.due, alarmlogic::due(rule.rule, slot.track, rule.counts()));
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
