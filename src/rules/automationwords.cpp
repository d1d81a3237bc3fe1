#include "rules/automationwords.h"

#include "core/fleet.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <array>
#include <cmath>

namespace muster::automationwords {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("AutomationWords", text);
}

QString list(const QStringList &parts, const char *between)
{
    return parts.join(say(between));
}

QString whose(const QString &address, const QString &query, const Fleet &fleet, bool isOwn)
{
    if (!address.isEmpty()) {
        const DeviceId id = fleet.findByAddress(address);
        return say(QT_TRANSLATE_NOOP("AutomationWords", " of %1")).arg(id.isValid() ? device(fleet, id) : plain(address));
    }
    if (!query.isEmpty())
        return say(QT_TRANSLATE_NOOP("AutomationWords", " of devices that fit “%1”")).arg(plain(query));
    return isOwn ? QString() : say(QT_TRANSLATE_NOOP("AutomationWords", " of any device"));
}

QString comparison(AlarmRule::Test test, double limit, double upper, const QString &word)
{
    using Test = AlarmRule::Test;
    switch (test) {
    case Test::Above:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "above %1")).arg(number(limit));
    case Test::Below:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "below %1")).arg(number(limit));
    case Test::Equal:
        return plain(word);
    case Test::Unequal:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "not %1")).arg(plain(word));
    case Test::Inside:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "between %1 and %2")).arg(number(limit), number(upper));
    case Test::Outside:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "outside %1 to %2")).arg(number(limit), number(upper));
    case Test::Silent:
    case Test::Told:
        break;
    }
    return {};
}

QString clock(int minutes)
{
    return QTime(minutes / 60 % 24, minutes % 60).toString(QStringLiteral("HH:mm"));
}

QString days(quint8 mask)
{
    QStringList names;
    for (int day = 1; day <= 7; ++day)
        if ((mask >> unsigned(day - 1) & 1U) != 0)
            names.append(QLocale().standaloneDayName(day, QLocale::ShortFormat));
    return names.size() == 7 ? QString() : u' ' + names.join(QStringLiteral(", "));
}

QString crossing(const Trigger &trigger, const QString &who)
{
    using Type = Trigger::Type;
    switch (trigger.type) {
    case Type::Above:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1%2 rises above %3")).arg(plain(trigger.key), who, number(trigger.limit));
    case Type::Below:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1%2 falls below %3")).arg(plain(trigger.key), who, number(trigger.limit));
    case Type::Inside:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1%2 comes between %3 and %4")).arg(plain(trigger.key), who, number(trigger.limit), number(trigger.upper));
    case Type::Outside:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1%2 leaves %3 to %4")).arg(plain(trigger.key), who, number(trigger.limit), number(trigger.upper));
    case Type::ChangesTo:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1%2 changes to %3")).arg(plain(trigger.key), who, plain(trigger.word));
    default:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "no %1%2 arrives")).arg(plain(trigger.key), who);
    }
}

QString presence(const Trigger &trigger, const Fleet &fleet)
{
    const DeviceId id = fleet.findByAddress(trigger.address);
    QString who = say(QT_TRANSLATE_NOOP("AutomationWords", "a device"));
    if (!trigger.address.isEmpty())
        who = id.isValid() ? device(fleet, id) : plain(trigger.address);
    else if (!trigger.query.isEmpty())
        who = say(QT_TRANSLATE_NOOP("AutomationWords", "a device that fits “%1”")).arg(plain(trigger.query));
    return (trigger.type == Trigger::Type::Online ? say(QT_TRANSLATE_NOOP("AutomationWords", "%1 appears")) : say(QT_TRANSLATE_NOOP("AutomationWords", "%1 goes offline"))).arg(who);
}

QString alarm(const Trigger &trigger)
{
    const bool isRaised = trigger.type == Trigger::Type::AlarmRaised;
    if (trigger.word.isEmpty())
        return isRaised ? say(QT_TRANSLATE_NOOP("AutomationWords", "an alarm is raised")) : say(QT_TRANSLATE_NOOP("AutomationWords", "an alarm is over"));
    return (isRaised ? say(QT_TRANSLATE_NOOP("AutomationWords", "the alarm “%1” is raised")) : say(QT_TRANSLATE_NOOP("AutomationWords", "the alarm “%1” is over")))
        .arg(plain(trigger.word));
}

QString clockSeconds(int seconds)
{
    return QTime(0, 0).addSecs(seconds).toString(seconds % 60 == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

QString daily(const Schedule &schedule)
{
    constexpr qsizetype most = 6;
    QStringList times;
    for (const int time : schedule.times)
        if (times.size() < most)
            times.append(clockSeconds(time));
    if (schedule.times.size() > most)
        times.append(QStringLiteral("…"));
    return say(QT_TRANSLATE_NOOP("AutomationWords", "it is %1%2")).arg(times.join(QStringLiteral(", ")), days(schedule.weekdays));
}

QString bySun(const Schedule &schedule)
{
    constexpr std::array<const char *, 4> events {QT_TRANSLATE_NOOP("AutomationWords", "sunrise"), QT_TRANSLATE_NOOP("AutomationWords", "sunset"),
        QT_TRANSLATE_NOOP("AutomationWords", "dawn"), QT_TRANSLATE_NOOP("AutomationWords", "dusk")};
    const QString event = say(events.at(size_t(schedule.event))) + days(schedule.weekdays);
    if (schedule.offset == 0)
        return say(QT_TRANSLATE_NOOP("AutomationWords", "it is %1")).arg(event);
    const QString away = span(std::abs(schedule.offset) * Micros(1'000'000));
    return (schedule.offset < 0 ? say(QT_TRANSLATE_NOOP("AutomationWords", "it is %1 before %2")) : say(QT_TRANSLATE_NOOP("AutomationWords", "it is %1 after %2"))).arg(away, event);
}

} // namespace

QString plain(const QString &text, qsizetype most)
{
    QString line = text.left(most * 2).simplified();
    return line.size() > most ? line.left(most - 1) + u'…' : line;
}

QString number(double value)
{
    return std::isfinite(value) ? QLocale().toString(value, 'g', 8) : QStringLiteral("–");
}

QString span(Micros span)
{
    const double seconds = double(span) / 1e6;
    if (seconds < 120)
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1 s")).arg(number(seconds));
    if (seconds < 7'200)
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1 min")).arg(number(std::round(seconds / 6) / 10));
    if (seconds < 172'800)
        return say(QT_TRANSLATE_NOOP("AutomationWords", "%1 h")).arg(number(std::round(seconds / 360) / 10));
    return say(QT_TRANSLATE_NOOP("AutomationWords", "%1 days")).arg(number(std::round(seconds / 8'640) / 10));
}

QString device(const Fleet &fleet, DeviceId device)
{
    const QString name = fleet.displayName(device);
    return name.isEmpty() ? say(QT_TRANSLATE_NOOP("AutomationWords", "a device that is gone")) : plain(name);
}

QString value(const Metric &metric, double value, const QString &text)
{
    if (metric.type == MetricType::Text || metric.type == MetricType::Event)
        return u'“' + plain(text) + u'”';
    if (metric.type != MetricType::Number && value >= 0 && value < double(metric.options.size()))
        return plain(metric.options.at(qsizetype(value)));
    if (metric.type == MetricType::Boolean)
        return value != 0 ? say(QT_TRANSLATE_NOOP("AutomationWords", "on")) : say(QT_TRANSLATE_NOOP("AutomationWords", "off"));
    return metric.unit.isEmpty() ? number(value) : number(value) + u' ' + plain(metric.unit, 20);
}

QString argument(const Value &argument)
{
    if (const bool *const on = std::get_if<bool>(&argument))
        return *on ? say(QT_TRANSLATE_NOOP("AutomationWords", "on")) : say(QT_TRANSLATE_NOOP("AutomationWords", "off"));
    if (const double *const number = std::get_if<double>(&argument))
        return automationwords::number(*number);
    if (const QString *const text = std::get_if<QString>(&argument))
        return plain(*text);
    return {};
}

QString moment(Micros moment, const QTimeZone &zone)
{
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(moment / 1'000, zone);
    return QLocale().toString(shown, shown.time().second() == 0 ? QStringLiteral("ddd d MMM yyyy HH:mm") : QStringLiteral("ddd d MMM yyyy HH:mm:ss"));
}

QStringList moments(const QList<Micros> &moments, const QTimeZone &zone)
{
    QStringList texts;
    int year = 0;
    for (const Micros one : moments) {
        const QDateTime shown = QDateTime::fromMSecsSinceEpoch(one / 1'000, zone);
        const bool isSame = year == shown.date().year();
        year = shown.date().year();
        texts.append(isSame ? QLocale().toString(shown, shown.time().second() == 0 ? QStringLiteral("ddd d MMM HH:mm") : QStringLiteral("ddd d MMM HH:mm:ss")) : moment(one, zone));
    }
    return texts;
}

QString schedule(const Schedule &schedule)
{
    switch (schedule.kind) {
    case Schedule::Kind::Cron:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "“%1” says so")).arg(plain(schedule.cron));
    case Schedule::Kind::Interval:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "another %1 are over")).arg(span(schedule.every));
    case Schedule::Kind::Daily:
        return daily(schedule);
    case Schedule::Kind::Sun:
        return bySun(schedule);
    case Schedule::Kind::Week:
        break;
    }
    return say(QT_TRANSLATE_NOOP("AutomationWords", "the week plan changes"));
}

QString trigger(const Trigger &trigger, const Fleet &fleet)
{
    using Type = Trigger::Type;
    if (trigger.isAboutAlarm())
        return alarm(trigger);
    if (trigger.isSchedule())
        return schedule(trigger.schedule);
    if (trigger.isTold())
        return say(QT_TRANSLATE_NOOP("AutomationWords", "“%1” is told from outside")).arg(plain(trigger.word));
    if (trigger.type == Type::Manual)
        return say(QT_TRANSLATE_NOOP("AutomationWords", "a person starts it"));
    const QString what = trigger.isAboutPresence() ? presence(trigger, fleet) : crossing(trigger, whose(trigger.address, trigger.query, fleet, false));
    return trigger.hold == 0 ? what : say(QT_TRANSLATE_NOOP("AutomationWords", "%1 for %2")).arg(what, span(trigger.hold));
}

QString condition(const RuleCondition &condition, const Fleet &fleet)
{
    QString words;
    switch (condition.type) {
    case RuleCondition::Type::Metric:
        words = say(QT_TRANSLATE_NOOP("AutomationWords", "%1%2 is %3"))
                    .arg(plain(condition.key), whose(condition.address, {}, fleet, true), comparison(condition.test, condition.limit, condition.upper, condition.word));
        break;
    case RuleCondition::Type::Query:
        words = (condition.any ? say(QT_TRANSLATE_NOOP("AutomationWords", "some device fits “%1”")) : say(QT_TRANSLATE_NOOP("AutomationWords", "it fits “%1”")))
                    .arg(plain(condition.query));
        break;
    case RuleCondition::Type::Time:
        words = say(QT_TRANSLATE_NOOP("AutomationWords", "it is between %1 and %2%3")).arg(clock(condition.from), clock(condition.to), days(condition.days));
        break;
    }
    return condition.negated ? say(QT_TRANSLATE_NOOP("AutomationWords", "not: %1")).arg(words) : words;
}

QString step(const RuleStep &step, const Fleet &fleet)
{
    switch (step.type) {
    case RuleStep::Type::Command: {
        const QString value = argument(step.argument);
        const QString what = value.isEmpty() ? plain(step.key) : say(QT_TRANSLATE_NOOP("AutomationWords", "%1 = %2")).arg(plain(step.key), value);
        return what + whose(step.address, step.query, fleet, true);
    }
    case RuleStep::Type::Delay:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "wait %1")).arg(span(step.span));
    case RuleStep::Type::Wait:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "wait until %1, at most %2")).arg(condition(step.until, fleet), span(step.span));
    case RuleStep::Type::Notify:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "tell on the desktop “%1”")).arg(plain(step.text));
    case RuleStep::Type::Webhook: // not the whole address: it may hold a secret
        return say(QT_TRANSLATE_NOOP("AutomationWords", "tell %1 on the web")).arg(plain(QUrl(step.key).host()));
    case RuleStep::Type::Mail:
        return step.key.isEmpty() ? say(QT_TRANSLATE_NOOP("AutomationWords", "send the e-mail “%1”")).arg(plain(step.subject))
                                  : say(QT_TRANSLATE_NOOP("AutomationWords", "send the e-mail “%1” to %2")).arg(plain(step.subject), plain(step.key));
    case RuleStep::Type::RaiseAlarm:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "raise the alarm “%1”%2")).arg(plain(step.key), whose(step.address, {}, fleet, true));
    case RuleStep::Type::ClearAlarm:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "clear the alarm “%1”%2")).arg(plain(step.key), whose(step.address, {}, fleet, true));
    case RuleStep::Type::Scene:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "apply the scene “%1”")).arg(plain(step.key));
    case RuleStep::Type::Notice:
        break;
    }
    return say(QT_TRANSLATE_NOOP("AutomationWords", "write the message “%1”")).arg(plain(step.text));
}

QString sentence(const Automation &rule, const Fleet &fleet)
{
    QStringList triggers;
    QStringList conditions;
    QStringList steps;
    for (const Trigger &one : rule.triggers)
        triggers.append(trigger(one, fleet));
    for (const RuleCondition &one : rule.conditions)
        conditions.append(condition(one, fleet));
    for (const RuleStep &one : rule.steps)
        steps.append(step(one, fleet));
    const QString when = list(triggers, QT_TRANSLATE_NOOP("AutomationWords", " or "));
    const QString then = list(steps, QT_TRANSLATE_NOOP("AutomationWords", ", then "));
    if (conditions.isEmpty())
        return say(QT_TRANSLATE_NOOP("AutomationWords", "When %1: %2.")).arg(when, then);
    return say(QT_TRANSLATE_NOOP("AutomationWords", "When %1, if %2: %3.")).arg(when, list(conditions, QT_TRANSLATE_NOOP("AutomationWords", " and ")), then);
}

QString state(AutomationRun::State state)
{
    using State = AutomationRun::State;
    switch (state) {
    case State::Queued:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "Queued"));
    case State::Running:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "Running"));
    case State::Waiting:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "Waiting"));
    case State::Done:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "Done"));
    case State::Failed:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "Failed"));
    case State::Stopped:
        return say(QT_TRANSLATE_NOOP("AutomationWords", "Stopped"));
    case State::Declined:
        break;
    }
    return say(QT_TRANSLATE_NOOP("AutomationWords", "Nothing to do"));
}

} // namespace muster::automationwords
