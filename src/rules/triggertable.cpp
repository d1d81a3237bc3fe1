#include "rules/triggertable.h"

#include <algorithm>
#include <cmath>

namespace muster {

AlarmRule testOf(const Trigger &trigger)
{
    using Type = Trigger::Type;
    AlarmRule rule;
    rule.limit = trigger.limit;
    rule.upper = trigger.upper;
    rule.deadband = trigger.hysteresis;
    rule.hold = trigger.hold;
    switch (trigger.type) {
    case Type::Above:
        rule.test = AlarmRule::Test::Above;
        break;
    case Type::Below:
        rule.test = AlarmRule::Test::Below;
        break;
    case Type::Inside:
        rule.test = AlarmRule::Test::Inside;
        break;
    case Type::Outside:
        rule.test = AlarmRule::Test::Outside;
        break;
    case Type::Silent:
        rule.test = AlarmRule::Test::Silent;
        break;
    default:
        rule.test = AlarmRule::Test::Equal;
        rule.limit = 1;
        rule.deadband = 0;
    }
    return rule;
}

bool RunningTriggers::isLike(const RunningTriggers &other) const
{
    const auto isSame = [](const RunningTrigger &a, const RunningTrigger &b) {
        return a.rule == b.rule && a.number == b.number && a.trigger == b.trigger
            && std::equal(a.watched.cbegin(), a.watched.cend(), b.watched.cbegin(), b.watched.cend(),
                [](const RunningTrigger::Watched &x, const RunningTrigger::Watched &y) { return x.isLike(y); });
    };
    return std::equal(triggers.cbegin(), triggers.cend(), other.triggers.cbegin(), other.triggers.cend(), isSame);
}

void TriggerTable::set(const RunningTriggers &running, Micros now)
{
    const std::vector<Rule> rulesBefore = std::exchange(m_rules, {});
    const std::vector<Slot> before = std::exchange(m_slots, {});
    QHash<TriggerKey, quint32> places;
    for (quint32 i = 0; i < before.size(); ++i) {
        const Rule &rule = rulesBefore[before[i].rule];
        places.insert({rule.id, rule.number, before[i].metric}, i);
    }
    m_due.clear();
    seedReads(running.values);
    std::vector<std::pair<quint32, const RunningTrigger::Watched *>> fresh;
    for (const RunningTrigger &one : running.triggers) {
        m_rules.push_back({one.rule, one.number, one.trigger, testOf(one.trigger)});
        for (const RunningTrigger::Watched &watched : one.watched) {
            if (size() >= most)
                break;
            Slot slot {quint32(m_rules.size() - 1), watched.isText, watched.metric, watched.device, watched.target, {}, 0, watched.now.value, watched.now.text,
                watched.reads};
            const auto place = places.constFind({one.rule, one.number, watched.metric});
            const Slot *const known = place != places.cend() ? &before[*place] : nullptr;
            const bool goesOn = known && rulesBefore[known->rule].trigger == one.trigger && known->target == watched.target;
            if (goesOn) {
                slot.track = known->track;
                slot.value = known->value;
                slot.text = known->text;
            } else if (known) {
                slot.track.active = known->track.active;
            } else if (watched.track.last != 0) {
                slot.track = watched.track;
            }
            if (!goesOn && slot.track.last == 0)
                fresh.emplace_back(quint32(m_slots.size()), &watched);
            m_slots.push_back(std::move(slot));
        }
    }
    index(running);
    for (const auto &[slot, watched] : fresh)
        begin(m_slots[slot], *watched, now);
    for (quint32 i = 0; i < m_slots.size(); ++i)
        settle(i, m_slots[i].track, false, now);
}

/// A metric that is watched from now on, beginning with the value it has.
void TriggerTable::begin(Slot &slot, const RunningTrigger::Watched &watched, Micros now)
{
    slot.track.last = watched.now.time != 0 ? watched.now.time - 1 : now;
    if (watched.now.time == 0)
        return;
    const AlarmTrack before = slot.track;
    const bool fired = feed(slot, watched.now.time, watched.now.value, watched.now.text);
    if (fired || !(slot.track == before))
        m_news.append(newsOf(slot, fired, watched.now.time));
}

void TriggerTable::seedReads(const QList<ReadValue> &values)
{
    std::vector<Read> reads;
    for (const ReadValue &value : values) {
        Read read {value, {}};
        if (value.metric.n + 1 < m_byMetric.size() && m_byMetric[value.metric.n].read >= 0) {
            const Read &known = m_reads[size_t(m_byMetric[value.metric.n].read)];
            if (known.now.time >= value.time)
                read = known;
        }
        reads.push_back(std::move(read));
    }
    m_reads = std::move(reads);
}

void TriggerTable::index(const RunningTriggers &running)
{
    quint32 last = 0;
    for (const Slot &slot : m_slots)
        last = std::max(last, slot.metric.n);
    for (const ReadValue &value : running.values)
        last = std::max(last, value.metric.n);
    m_byMetric.assign(m_slots.empty() && running.values.isEmpty() ? 0 : size_t(last) + 2, {});
    for (const Slot &slot : m_slots)
        ++m_byMetric[slot.metric.n + 1].first;
    for (size_t i = 1; i < m_byMetric.size(); ++i)
        m_byMetric[i].first += m_byMetric[i - 1].first;
    for (qsizetype i = 0; i < running.values.size(); ++i)
        m_byMetric[running.values.at(i).metric.n].read = qint32(i);
    m_uses.resize(m_slots.size());
    std::vector<Uses> next = m_byMetric;
    for (quint32 i = 0; i < m_slots.size(); ++i)
        m_uses[next[m_slots[i].metric.n].first++] = i;
}

void TriggerTable::take(const SampleBatch &batch, Micros now)
{
    static const QString none;
    for (const Sample &sample : batch.samples) {
        const size_t metric = sample.metric.n;
        if (metric + 1 >= m_byMetric.size())
            continue;
        const Uses &uses = m_byMetric[metric];
        const quint32 end = m_byMetric[metric + 1].first;
        if (uses.read < 0 && uses.first == end)
            continue;
        if (m_due.isDue(sample.time - 1))
            pass(std::min(sample.time - 1, now)); // what was due before this value sees the ones before it
        const bool isText = (sample.flags & Sample::Text) != 0;
        const auto place = qsizetype(isText ? sample.value : 0);
        const QString &text = isText && place >= 0 && place < batch.texts.size() ? batch.texts.at(place) : none;
        if (uses.read >= 0) {
            Read &read = m_reads[size_t(uses.read)];
            read.before = std::exchange(read.now, {sample.metric, sample.time, isText ? 0 : sample.value, text});
        }
        for (quint32 use = uses.first; use < end; ++use) {
            const quint32 slot = m_uses[use];
            if (m_slots[slot].isText != isText)
                continue;
            passSlot(slot, sample.time - 1);
            const AlarmTrack before = m_slots[slot].track;
            settle(slot, before, feed(m_slots[slot], sample.time, isText ? 0 : sample.value, text), sample.time);
        }
    }
}

bool TriggerTable::feed(Slot &slot, Micros time, double value, const QString &text)
{
    const Rule &rule = m_rules[slot.rule];
    double fed = value;
    const bool isFirst = std::isnan(slot.track.value);
    if ((rule.trigger.type == Trigger::Type::ChangesTo || rule.trigger.isAboutPresence()) && !std::isnan(value)) {
        const bool isThat = slot.isText ? text.compare(rule.trigger.word, Qt::CaseInsensitive) == 0 : value == slot.target;
        fed = isThat ? 1 : 0;
    }
    const Micros last = slot.track.last;
    const AlarmChange change = alarmlogic::feed(rule.test, slot.track, time, fed);
    if (slot.track.last != last || time == last) {
        slot.value = value;
        slot.text = text;
    }
    const bool isChange = !isFirst || rule.trigger.type < Trigger::Type::ChangesTo || rule.trigger.hold > 0;
    return change == AlarmChange::Raised && isChange;
}

void TriggerTable::passSlot(quint32 index, Micros until)
{
    for (Micros when = m_slots[index].due; when != 0 && when <= until; when = m_slots[index].due) {
        Slot &slot = m_slots[index];
        const AlarmTrack before = slot.track;
        const AlarmChange change = alarmlogic::pass(m_rules[slot.rule].test, slot.track, when);
        settle(index, before, change == AlarmChange::Raised, when);
    }
}

void TriggerTable::pass(Micros now)
{
    while (m_due.isDue(now))
        passSlot(quint32(m_due.first()), m_due.next());
}

/// Notes what became of a slot: its news, and when it is due next.
void TriggerTable::settle(quint32 index, const AlarmTrack &before, bool fired, Micros time)
{
    Slot &slot = m_slots[index];
    const bool isKept = slot.track.since != before.since || slot.track.active != before.active;
    if (fired || isKept)
        m_news.append(newsOf(slot, fired, time));
    m_due.move(index, slot.due, alarmlogic::due(m_rules[slot.rule].test, slot.track));
}

TriggerNews TriggerTable::newsOf(const Slot &slot, bool fired, Micros time) const
{
    const Rule &rule = m_rules[slot.rule];
    TriggerNews news {{rule.id, rule.number, slot.metric}, slot.device, fired, time, slot.value, slot.text, slot.track, {}};
    if (fired)
        for (const MetricId metric : slot.reads)
            news.reads.append(readAt(metric, time));
    return news;
}

ReadValue TriggerTable::readAt(MetricId metric, Micros time) const
{
    if (size_t(metric.n) + 1 >= m_byMetric.size() || m_byMetric[metric.n].read < 0)
        return {metric, 0, 0, {}};
    const Read &read = m_reads[size_t(m_byMetric[metric.n].read)];
    if (read.now.time <= time || read.before.time == 0)
        return read.now;
    return read.before;
}

} // namespace muster
