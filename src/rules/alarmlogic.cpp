#include "rules/alarmlogic.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace muster::alarmlogic {

namespace {

AlarmChange raise(AlarmTrack &track)
{
    track.active = true;
    track.since = 0;
    track.count = 0;
    return AlarmChange::Raised;
}

AlarmChange clear(AlarmTrack &track)
{
    track.active = false;
    track.since = 0;
    track.count = 0;
    return AlarmChange::Cleared;
}

/// When it has been so for `span`, within the hours.
Micros lasted(Micros since, Micros span, const OpenHours *hours)
{
    return hours ? hours->after(since, span) : since + span;
}

AlarmChange feedActive(const AlarmRule &rule, AlarmTrack &track, Micros time, double seen)
{
    if (!rule.isOver(seen)) {
        track.since = 0;
        return AlarmChange::None;
    }
    if (track.since == 0)
        track.since = time;
    return time - track.since >= rule.offDelay ? clear(track) : AlarmChange::None;
}

/// `isNew`: the metric itself has a new value, not its limit alone.
AlarmChange feedQuiet(const AlarmRule &rule, AlarmTrack &track, Micros time, double seen, bool isNew, const OpenHours *hours)
{
    if (!rule.isAlarming(seen)) {
        track.since = 0;
        track.count = 0;
        return AlarmChange::None;
    }
    if (track.since == 0)
        track.since = time;
    track.count = std::clamp(track.count + (isNew ? 1 : 0), 1, AlarmRule::maxTimes);
    if (hours) {
        const OpenHours::Stretch &now = hours->at(time);
        track.since = std::max(track.since, now.from); // what was so before lasts from their beginning
        if (!now.isOpen)
            return AlarmChange::None;
    }
    return track.count >= rule.times && time - track.since >= rule.hold ? raise(track) : AlarmChange::None;
}

} // namespace

AlarmChange feed(const AlarmRule &rule, AlarmTrack &track, Micros time, double value, double reference, const OpenHours *hours)
{
    const bool isNew = !std::isnan(value);
    if (!std::isnan(reference))
        track.reference = reference;
    if (isNew) {
        if (time < track.last) {
            if (track.last - time <= clockStep)
                return AlarmChange::None;
            track.since = 0; // the clock was set back: what was measured with the other one is over
            track.count = 0;
        }
        track.last = time;
        track.value = value;
        track.silent = false;
        if (rule.test == AlarmRule::Test::Silent)
            return track.active ? clear(track) : AlarmChange::None;
    } else if (track.silent || rule.test == AlarmRule::Test::Silent) {
        return AlarmChange::None;
    }
    const double seen = rule.isRelative() ? track.value - track.reference : track.value;
    if (std::isnan(seen) || (!isNew && std::isnan(reference)))
        return AlarmChange::None;
    const Micros now = std::max(time, track.last);
    return track.active ? feedActive(rule, track, now, seen) : feedQuiet(rule, track, now, seen, isNew, hours);
}

Micros due(const AlarmRule &rule, const AlarmTrack &track, const OpenHours *hours)
{
    if (rule.test == AlarmRule::Test::Silent)
        return track.active ? 0 : lasted(track.last, rule.hold, hours);
    Micros next = 0;
    const auto consider = [&next](Micros time) {
        if (time != 0)
            next = next == 0 ? time : std::min(next, time);
    };
    if (track.since != 0 && track.active)
        consider(track.since + rule.offDelay);
    if (track.since != 0 && !track.active && track.count >= rule.times)
        consider(lasted(track.since, rule.hold, hours));
    if (rule.silence > 0 && rule.silencePolicy != SilencePolicy::Keep && !track.silent) {
        const bool raises = rule.silencePolicy == SilencePolicy::Alarming && !track.active;
        consider(lasted(track.last, rule.silence, raises ? hours : nullptr));
    }
    return next;
}

AlarmChange pass(const AlarmRule &rule, AlarmTrack &track, Micros now, const OpenHours *hours)
{
    const Micros when = due(rule, track, hours);
    if (when == 0 || now < when)
        return AlarmChange::None;
    if (rule.test == AlarmRule::Test::Silent)
        return raise(track);
    const bool isActive = track.active;
    if (track.since != 0 && isActive && when == track.since + rule.offDelay)
        return clear(track);
    if (track.since != 0 && !isActive && track.count >= rule.times && when == lasted(track.since, rule.hold, hours))
        return raise(track);
    track.silent = true;
    if (rule.silencePolicy == SilencePolicy::Alarming && !isActive)
        return raise(track);
    if (rule.silencePolicy == SilencePolicy::Normal && isActive)
        return clear(track);
    return AlarmChange::None;
}

void Gathered::put(const Sample &sample, bool isReference)
{
    time = sample.time;
    (isReference ? reference : value) = sample.value;
}

DryRun::DryRun(AlarmRule rule, Micros from, const QTimeZone &zone)
    : m_rule(std::move(rule))
    , m_hours(m_rule.hours, zone)
{
    m_track.last = from;
}

void DryRun::take(AlarmChange change, Micros time)
{
    if (change == AlarmChange::Raised) {
        ++m_count;
        if (m_firings.size() < most)
            m_firings.append({time, 0, m_track.value});
    } else if (change == AlarmChange::Cleared && m_count == m_firings.size() && !m_firings.isEmpty()) {
        m_firings.last().cleared = time;
    }
}

void DryRun::catchUp(Micros until)
{
    for (Micros when = due(m_rule, m_track, &m_hours); when != 0 && when <= until; when = due(m_rule, m_track, &m_hours))
        take(pass(m_rule, m_track, when, &m_hours), when);
}

void DryRun::feedGathered()
{
    const Gathered all = std::exchange(m_gathered, {});
    if (all.time == 0)
        return;
    catchUp(all.time - 1);
    take(alarmlogic::feed(m_rule, m_track, all.time, all.value, all.reference, &m_hours), std::max(all.time, m_track.last));
}

void DryRun::gather(const Sample &sample, bool isReference)
{
    if ((sample.flags & Sample::Text) != 0 || std::isnan(sample.value))
        return;
    if (!m_rule.isRelative() || m_gathered.time != sample.time)
        feedGathered();
    m_gathered.put(sample, isReference);
}

/// Those that are due before what comes next, that of the same time included.
void DryRun::feedReferences(Micros until)
{
    while (m_nextReference < m_references.size() && m_references.at(m_nextReference).time <= until)
        gather(m_references.at(m_nextReference++), true);
}

void DryRun::feed(const QList<Sample> &samples)
{
    for (const Sample &sample : samples) {
        feedReferences(sample.time);
        gather(sample, false);
    }
}

void DryRun::end(Micros to)
{
    feedReferences(to);
    feedGathered();
    catchUp(to);
}

} // namespace muster::alarmlogic
