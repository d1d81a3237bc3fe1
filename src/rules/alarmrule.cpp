#include "rules/alarmrule.h"

#include "query/query.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("Alarms", sentence);
}

bool isDelay(Micros delay)
{
    return delay >= 0 && delay <= AlarmRule::maxDelay;
}

} // namespace

bool AlarmRule::isAlarming(double value) const
{
    switch (test) {
    case Test::Above:
        return value > limit;
    case Test::Below:
        return value < limit;
    case Test::Equal:
        return value == limit;
    case Test::Unequal:
        return value != limit;
    case Test::Outside:
        return value < limit || value > upper;
    case Test::Inside:
        return value >= limit && value <= upper;
    case Test::Silent:
        break;
    }
    return false;
}

bool AlarmRule::isOver(double value) const
{
    switch (test) {
    case Test::Above:
        return clearAt ? value <= *clearAt : value <= limit - deadband;
    case Test::Below:
        return clearAt ? value >= *clearAt : value >= limit + deadband;
    case Test::Outside:
        return value >= limit + deadband && value <= upper - deadband;
    case Test::Inside:
        return value < limit - deadband || value > upper + deadband;
    case Test::Equal:
    case Test::Unequal:
    case Test::Silent:
        break;
    }
    return !isAlarming(value);
}

bool AlarmRule::decidesLike(const AlarmRule &other) const
{
    AlarmRule same = other;
    same.id = id;
    same.name = name;
    same.severity = severity;
    same.query = query;
    same.address = address;
    return same == *this;
}

Result<void> AlarmRule::validate() const
{
    const auto refuse = [](const char *sentence) { return failure(Error::Code::Invalid, text(sentence)); };
    if (name.simplified().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm needs a name."));
    if (key.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm needs a metric."));
    if (!std::isfinite(limit) || !std::isfinite(upper) || !std::isfinite(deadband) || deadband < 0 || (clearAt && !std::isfinite(*clearAt)))
        return refuse(QT_TRANSLATE_NOOP("Alarms", "A limit is no number."));
    if (test == Test::Outside && (upper < limit || upper - limit < 2 * deadband))
        return refuse(QT_TRANSLATE_NOOP("Alarms", "The upper limit must be above the lower one, by more than twice the deadband."));
    if (test == Test::Inside && upper < limit)
        return refuse(QT_TRANSLATE_NOOP("Alarms", "The upper limit must not be below the lower one."));
    if (test == Test::Above && clearAt && *clearAt > limit)
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm above a limit cannot be over above it."));
    if (test == Test::Below && clearAt && *clearAt < limit)
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm below a limit cannot be over below it."));
    if (test == Test::Silent && hold < 1'000'000)
        return refuse(QT_TRANSLATE_NOOP("Alarms", "Silence must last a second at least."));
    if (!isDelay(hold) || !isDelay(offDelay) || !isDelay(silence) || times < 1 || times > maxTimes)
        return refuse(QT_TRANSLATE_NOOP("Alarms", "A delay must be between 0 and 31 days, a count between 1 and 1000."));
    if (const ParsedQuery parsed = parseQuery(query); !parsed)
        return failure(Error::Code::Invalid, parsed.error().describe());
    return {};
}

namespace alarmlogic {

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

AlarmChange feedActive(const AlarmRule &rule, AlarmTrack &track, Micros time, double value)
{
    if (!rule.isOver(value)) {
        track.since = 0;
        return AlarmChange::None;
    }
    if (track.since == 0)
        track.since = time;
    return time - track.since >= rule.offDelay ? clear(track) : AlarmChange::None;
}

AlarmChange feedQuiet(const AlarmRule &rule, AlarmTrack &track, Micros time, double value)
{
    if (!rule.isAlarming(value)) {
        track.since = 0;
        track.count = 0;
        return AlarmChange::None;
    }
    if (track.since == 0)
        track.since = time;
    track.count = std::min(track.count + 1, AlarmRule::maxTimes);
    return track.count >= rule.times && time - track.since >= rule.hold ? raise(track) : AlarmChange::None;
}

} // namespace

AlarmChange feed(const AlarmRule &rule, AlarmTrack &track, Micros time, double value)
{
    if (std::isnan(value))
        return AlarmChange::None;
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
    return track.active ? feedActive(rule, track, time, value) : feedQuiet(rule, track, time, value);
}

Micros due(const AlarmRule &rule, const AlarmTrack &track)
{
    if (rule.test == AlarmRule::Test::Silent)
        return track.active ? 0 : track.last + rule.hold;
    Micros next = 0;
    const auto consider = [&next](Micros time) { next = next == 0 ? time : std::min(next, time); };
    if (track.since != 0 && track.active)
        consider(track.since + rule.offDelay);
    if (track.since != 0 && !track.active && track.count >= rule.times)
        consider(track.since + rule.hold);
    if (rule.silence > 0 && rule.silencePolicy != SilencePolicy::Keep && !track.silent)
        consider(track.last + rule.silence);
    return next;
}

AlarmChange pass(const AlarmRule &rule, AlarmTrack &track, Micros now)
{
    const Micros when = due(rule, track);
    if (when == 0 || now < when)
        return AlarmChange::None;
    if (rule.test == AlarmRule::Test::Silent)
        return raise(track);
    const bool isSilence = rule.silence > 0 && rule.silencePolicy != SilencePolicy::Keep && !track.silent && when == track.last + rule.silence;
    const bool isHold = track.since != 0 && when == track.since + (track.active ? rule.offDelay : rule.hold) && (track.active || track.count >= rule.times);
    if (isHold)
        return track.active ? clear(track) : raise(track);
    if (!isSilence)
        return AlarmChange::None;
    track.silent = true;
    if (rule.silencePolicy == SilencePolicy::Alarming && !track.active)
        return raise(track);
    if (rule.silencePolicy == SilencePolicy::Normal && track.active)
        return clear(track);
    return AlarmChange::None;
}

DryRun::DryRun(AlarmRule rule, Micros from)
    : m_rule(std::move(rule))
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
    for (Micros when = due(m_rule, m_track); when != 0 && when <= until; when = due(m_rule, m_track))
        take(pass(m_rule, m_track, when), when);
}

void DryRun::feed(const QList<Sample> &samples)
{
    for (const Sample &sample : samples) {
        if ((sample.flags & Sample::Text) != 0)
            continue;
        catchUp(sample.time - 1);
        take(alarmlogic::feed(m_rule, m_track, sample.time, sample.value), sample.time);
    }
}

void DryRun::end(Micros to)
{
    catchUp(to);
}

} // namespace alarmlogic
} // namespace muster
