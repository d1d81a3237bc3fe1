#include "rules/automation.h"

#include "core/mail.h"
#include "query/literals.h"
#include "query/query.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr int minutesOfDay = 24 * 60;

QString text(const char *sentence)
{
    return QCoreApplication::translate("Automations", sentence);
}

tl::unexpected<Error> refuse(const char *sentence)
{
    return failure(Error::Code::Invalid, text(sentence));
}

bool isSpan(Micros span, Micros least)
{
    return span >= least && span <= AlarmRule::maxDelay;
}

Result<void> checkQuery(const QString &query)
{
    if (const ParsedQuery parsed = parseQuery(query); !parsed)
        return failure(Error::Code::Invalid, parsed.error().describe());
    return {};
}

Result<void> checkLimits(double limit, double upper, bool isBand)
{
    if (!std::isfinite(limit) || !std::isfinite(upper))
        return refuse(QT_TRANSLATE_NOOP("Automations", "A limit is no number."));
    if (isBand && upper < limit)
        return refuse(QT_TRANSLATE_NOOP("Automations", "The upper limit must not be below the lower one."));
    return {};
}

Result<void> check(const Trigger &trigger)
{
    using Type = Trigger::Type;
    const bool isBand = trigger.type == Type::Inside || trigger.type == Type::Outside;
    if (trigger.isSchedule())
        return trigger.schedule.validate(Site());
    if (trigger.isTold() && (trigger.word.simplified().isEmpty() || trigger.word.size() > Automation::maxName))
        return refuse(QT_TRANSLATE_NOOP("Automations", "What is told from outside needs a name of at most 100 characters."));
    if (trigger.isAboutMetric() && trigger.key.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Automations", "A trigger needs a metric."));
    if (trigger.type == Type::ChangesTo && trigger.word.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Automations", "A trigger needs the value that the metric changes to."));
    if (const Result<void> limits = checkLimits(trigger.limit, trigger.upper, isBand); !limits)
        return limits;
    if (!std::isfinite(trigger.hysteresis) || trigger.hysteresis < 0)
        return refuse(QT_TRANSLATE_NOOP("Automations", "A hysteresis must not be below 0."));
    if (trigger.type == Type::Outside && trigger.upper - trigger.limit < 2 * trigger.hysteresis)
        return refuse(QT_TRANSLATE_NOOP("Automations", "The limits must be further apart than twice the hysteresis."));
    if (trigger.type == Type::Silent && trigger.hold < 1'000'000)
        return refuse(QT_TRANSLATE_NOOP("Automations", "Silence must last a second at least."));
    if (!isSpan(trigger.hold, 0))
        return refuse(QT_TRANSLATE_NOOP("Automations", "A span of time must be between 0 and 31 days."));
    return checkQuery(trigger.query);
}

Result<void> check(const RuleCondition &condition)
{
    using Type = RuleCondition::Type;
    using Test = AlarmRule::Test;
    const bool isBand = condition.test == Test::Inside || condition.test == Test::Outside;
    if (condition.type == Type::Metric) {
        if (condition.key.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Automations", "A condition needs a metric."));
        if (condition.test == Test::Silent)
            return refuse(QT_TRANSLATE_NOOP("Automations", "A condition cannot be about silence. Use a search with lastSeen."));
        if ((condition.test == Test::Equal || condition.test == Test::Unequal) && condition.word.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Automations", "A condition needs a value to compare with."));
        return checkLimits(condition.limit, condition.upper, isBand);
    }
    if (condition.type == Type::Query)
        return checkQuery(condition.query);
    if (condition.from < 0 || condition.from >= minutesOfDay || condition.to < 0 || condition.to >= minutesOfDay)
        return refuse(QT_TRANSLATE_NOOP("Automations", "A time of day must be between 00:00 and 23:59."));
    if ((condition.days & 127) == 0)
        return refuse(QT_TRANSLATE_NOOP("Automations", "A time window needs a day of the week."));
    return {};
}

Result<void> checkPost(const RuleStep &step)
{
    if (!isWebAddress(step.key))
        return refuse(QT_TRANSLATE_NOOP("Automations", "A webhook needs a web address, such as https://example.org/hook."));
    if (step.text.size() > Automation::maxText)
        return refuse(QT_TRANSLATE_NOOP("Automations", "The text of a webhook has at most 500 characters."));
    return {};
}

Result<void> checkMail(const RuleStep &step)
{
    if (!step.key.isEmpty() && !mail::recipients(step.key))
        return refuse(QT_TRANSLATE_NOOP("Automations", "An e-mail needs addresses such as ada@example.org, at most 10 with commas between them, or none for that of the settings."));
    if (step.subject.simplified().isEmpty() || step.subject.size() > mail::maxSubject)
        return refuse(QT_TRANSLATE_NOOP("Automations", "An e-mail needs a subject of at most 200 characters."));
    if (step.text.size() > Automation::maxText)
        return refuse(QT_TRANSLATE_NOOP("Automations", "The text of an e-mail has at most 500 characters."));
    return {};
}

Result<void> checkAlarm(const RuleStep &step)
{
    if (step.key.simplified().isEmpty() || step.key.size() > AlarmRule::maxName)
        return refuse(QT_TRANSLATE_NOOP("Automations", "A step about an alarm needs its name, of at most 100 characters."));
    if (step.text.size() > Automation::maxText)
        return refuse(QT_TRANSLATE_NOOP("Automations", "The text of an alarm has at most 500 characters."));
    return {};
}

Result<void> check(const RuleStep &step)
{
    using Type = RuleStep::Type;
    switch (step.type) {
    case Type::Command:
        if (step.key.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Automations", "A step needs a command."));
        return checkQuery(step.query);
    case Type::Delay:
        return isSpan(step.span, 1) ? Result<void>() : refuse(QT_TRANSLATE_NOOP("Automations", "A delay must be longer than 0 and at most 31 days."));
    case Type::Wait:
        if (!isSpan(step.span, 1))
            return refuse(QT_TRANSLATE_NOOP("Automations", "Waiting needs an end: longer than 0 and at most 31 days."));
        if (step.until.type != RuleCondition::Type::Metric)
            return refuse(QT_TRANSLATE_NOOP("Automations", "Only a metric can be waited for."));
        return check(step.until);
    case Type::Scene:
        if (step.key.simplified().isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Automations", "A step needs the name of a scene."));
        break;
    case Type::Webhook:
        return checkPost(step);
    case Type::Mail:
        return checkMail(step);
    case Type::RaiseAlarm:
    case Type::ClearAlarm:
        return checkAlarm(step);
    case Type::Notify:
    case Type::Notice:
        if (step.text.simplified().isEmpty() || step.text.size() > Automation::maxText)
            return refuse(QT_TRANSLATE_NOOP("Automations", "A message needs a text of at most 500 characters."));
        break;
    }
    return {};
}

template<class Part>
Result<void> checkAll(const QList<Part> &parts)
{
    for (const Part &part : parts)
        if (const Result<void> valid = check(part); !valid)
            return valid;
    return {};
}

/// A schedule and what is told from outside are about no device, so nothing can be about the one that set it off.
Result<void> checkNamed(const Automation &rule)
{
    using Step = RuleStep::Type;
    const auto isNameless = [](const RuleCondition &condition) { return condition.type == RuleCondition::Type::Metric && condition.address.isEmpty(); };
    for (const RuleCondition &condition : rule.conditions)
        if (isNameless(condition))
            return refuse(QT_TRANSLATE_NOOP("Automations", "A schedule, or what is told from outside, is about no device. Choose whose metric the condition is about."));
    for (const RuleStep &step : rule.steps) {
        if (step.type == Step::Command && step.address.isEmpty() && step.query.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Automations", "A schedule, or what is told from outside, is about no device. Choose where the command goes."));
        if (step.isAboutAlarm() && step.address.isEmpty())
            return refuse(QT_TRANSLATE_NOOP("Automations", "A schedule, or what is told from outside, is about no device. Choose which one the alarm is about."));
        if (step.type == Step::Wait && isNameless(step.until))
            return refuse(QT_TRANSLATE_NOOP("Automations", "A schedule, or what is told from outside, is about no device. Choose whose metric is waited for."));
    }
    return {};
}

} // namespace

bool Automation::hasNoDevice() const
{
    return std::any_of(triggers.cbegin(), triggers.cend(), [](const Trigger &trigger) { return trigger.isSchedule() || trigger.isTold(); });
}

bool Automation::hasSchedule() const
{
    return std::any_of(triggers.cbegin(), triggers.cend(), [](const Trigger &trigger) { return trigger.isSchedule(); });
}

Result<void> Automation::validate() const
{
    if (name.simplified().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Automations", "An automation needs a name."));
    if (triggers.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Automations", "An automation needs something that sets it off."));
    if (steps.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("Automations", "An automation needs something to do."));
    if (triggers.size() > maxTriggers || conditions.size() > maxConditions || steps.size() > maxSteps)
        return refuse(QT_TRANSLATE_NOOP("Automations", "An automation has at most 16 triggers, 16 conditions and 50 steps."));
    if (most < 1 || most > maxRuns)
        return refuse(QT_TRANSLATE_NOOP("Automations", "An automation runs at most 10 times at once."));
    if (retries < 0 || retries > maxRetries || !isSpan(retryAfter, 0))
        return refuse(QT_TRANSLATE_NOOP("Automations", "A command is repeated at most 5 times."));
    if (const Result<void> valid = checkAll(triggers); !valid)
        return valid;
    if (const Result<void> valid = checkAll(conditions); !valid)
        return valid;
    if (const Result<void> valid = checkAll(steps); !valid || !hasNoDevice())
        return valid;
    return checkNamed(*this);
}

namespace automationlogic {

Result<void> validate(const RuleStep &step)
{
    return check(step);
}

std::optional<double> valueOf(const QString &word, const Metric &metric)
{
    const QString wanted = word.trimmed();
    if (metric.type == MetricType::Enumeration || (metric.type == MetricType::Boolean && metric.options.size() == 2)) {
        for (qsizetype i = 0; i < metric.options.size(); ++i)
            if (metric.options.at(i).compare(wanted, Qt::CaseInsensitive) == 0)
                return double(i);
    }
    if (metric.type == MetricType::Boolean) {
        for (const char *yes : {"on", "true", "yes", "1"})
            if (wanted.compare(QLatin1StringView(yes), Qt::CaseInsensitive) == 0)
                return 1;
        for (const char *no : {"off", "false", "no", "0"})
            if (wanted.compare(QLatin1StringView(no), Qt::CaseInsensitive) == 0)
                return 0;
        return {};
    }
    const std::optional<Quantity> quantity = readQuantity(wanted);
    return metric.type == MetricType::Number && quantity && (quantity->unit.isEmpty() || sameUnit(quantity->unit, metric.unit)) ? std::optional<double>(quantity->value)
                                                                                                                               : std::nullopt;
}

bool isSo(const RuleCondition &condition, const Metric &metric, const ReadValue &read)
{
    using Test = AlarmRule::Test;
    if (read.time == 0)
        return false;
    const bool isText = metric.type == MetricType::Text || metric.type == MetricType::Event;
    if (condition.test == Test::Equal || condition.test == Test::Unequal) {
        const std::optional<double> wanted = valueOf(condition.word, metric);
        if ((isText ? false : std::isnan(read.value)) || (!isText && !wanted))
            return false;
        const bool isEqual = isText ? read.text.compare(condition.word, Qt::CaseInsensitive) == 0 : read.value == *wanted;
        return isEqual == (condition.test == Test::Equal);
    }
    AlarmRule test;
    test.test = condition.test;
    test.limit = condition.limit;
    test.upper = condition.upper;
    return !isText && !std::isnan(read.value) && test.isAlarming(read.value);
}

bool isWithin(const RuleCondition &condition, Micros time, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time / 1'000, zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const auto isOn = [&condition](int dayOfWeek) { return (condition.days >> unsigned(dayOfWeek - 1) & 1U) != 0; };
    const int today = local.date().dayOfWeek();
    const int yesterday = today == 1 ? 7 : today - 1;
    if (condition.from == condition.to)
        return isOn(today); // all day
    if (condition.from < condition.to)
        return isOn(today) && minute >= condition.from && minute < condition.to;
    return (isOn(today) && minute >= condition.from) || (isOn(yesterday) && minute < condition.to);
}

} // namespace automationlogic
} // namespace muster
