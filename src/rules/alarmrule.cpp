#include "rules/alarmrule.h"

#include "rules/webaddress.h"

#include "core/mail.h"
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

Result<void> refuse(const char *sentence)
{
    return failure(Error::Code::Invalid, text(sentence));
}

bool isMailAddress(const QString &text)
{
    return text.size() <= AlarmRule::maxMail && mail::address(text).has_value();
}

Result<void> checkHours(const AlarmRule &rule)
{
    if (const Result<void> valid = rule.hours.validate(); !valid)
        return valid;
    const bool lasts = rule.silence > 0 && rule.silencePolicy == SilencePolicy::Alarming;
    if (rule.hold >= rule.hours.longest() || (lasts && rule.silence >= rule.hours.longest()))
        return refuse(QT_TRANSLATE_NOOP("Alarms", "The hours in which it counts are shorter than what must last in them."));
    if (!rule.isRelative())
        return {};
    if (rule.test == AlarmRule::Test::Silent)
        return refuse(QT_TRANSLATE_NOOP("Alarms", "Silence has no limit that another metric could be."));
    if (rule.limitKey == rule.key && rule.limitAddress.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Alarms", "A metric cannot be its own limit."));
    return {};
}

Result<void> checkTold(const AlarmRule &rule)
{
    if (rule.again != 0 && (rule.again < AlarmRule::leastAgain || rule.again > AlarmRule::maxDelay))
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm can be told again after a minute to 31 days."));
    if (!rule.postTo.isEmpty() && !isWebAddress(rule.postTo))
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm is told to a web address such as https://example.org/hook."));
    if (!rule.mailTo.isEmpty() && !isMailAddress(rule.mailTo))
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm is mailed to one address such as name@example.org."));
    return {};
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
    case Test::Told:
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
    case Test::Told:
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
    same.again = again;
    same.postTo = postTo;
    same.mailTo = mailTo;
    return same == *this;
}

Result<void> AlarmRule::validate() const
{
    if (name.simplified().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Alarms", "An alarm needs a name."));
    if (isTold())
        return checkTold(*this);
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
    return checkHours(*this).and_then([this] { return checkTold(*this); });
}

} // namespace muster
