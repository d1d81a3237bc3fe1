// The JSON form of automations and their runs. RULES.md describes the first.
#include "rules/automationrun.h"

#include "query/literals.h"
#include "rules/documents.h"
#include "rules/scene.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace muster::automationjson {

namespace {

constexpr int format = 1;
constexpr Micros latest = 1LL << 58; ///< far beyond any date, far from overflow
constexpr std::array<const char *, 13> triggers {"above", "below", "inside", "outside", "changesTo", "silent", "online", "offline", "alarmRaised", "alarmCleared",
    "manual", "schedule", "told"};
constexpr std::array<const char *, 7> tests {"above", "below", "equal", "unequal", "outside", "silent", "inside"};
constexpr std::array<const char *, 3> conditions {"metric", "query", "time"};
constexpr std::array<const char *, 10> steps {"command", "delay", "wait", "notify", "notice", "scene", "webhook", "mail", "raiseAlarm", "clearAlarm"};
constexpr std::array<const char *, 4> modes {"single", "restart", "queued", "parallel"};
constexpr std::array<const char *, 3> severities {"info", "warning", "error"};
constexpr std::array<const char *, alarmSeverities> gravities {"info", "warning", "minor", "major", "critical"};
constexpr std::array<const char *, 7> days {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QString text(const char *sentence)
{
    return QCoreApplication::translate("Automations", sentence);
}

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

template<size_t N>
QStringList wordsOf(const std::array<const char *, N> &words)
{
    QStringList all;
    for (const char *one : words)
        all.append(word(one));
    return all;
}

/// Reads one object and remembers the first thing that is wrong with it, with its place.
class Reader
{
public:
    Reader(QJsonObject json, QString place, std::optional<Error> &problem)
        : m_json(std::move(json))
        , m_place(std::move(place))
        , m_problem(problem)
    {}

    [[nodiscard]] bool has(const char *name) const { return m_json.contains(QLatin1StringView(name)); }
    [[nodiscard]] QJsonValue at(const char *name) const { return m_json.value(QLatin1StringView(name)); }

    void complain(const char *name, const QString &wanted)
    {
        if (!m_problem)
            m_problem = Error {Error::Code::Corrupt, text(QT_TRANSLATE_NOOP("Automations", "“%1” in %2 must be %3.")).arg(word(name), m_place, wanted)};
    }
    void complain(const Error &error)
    {
        if (!m_problem)
            m_problem = Error {error.code, text(QT_TRANSLATE_NOOP("Automations", "In %1: %2")).arg(m_place, error.text)};
    }
    QString string(const char *name)
    {
        if (has(name) && !at(name).isString())
            complain(name, text(QT_TRANSLATE_NOOP("Automations", "a text")));
        return at(name).toString();
    }
    double number(const char *name, double otherwise = 0)
    {
        if (has(name) && !at(name).isDouble())
            complain(name, text(QT_TRANSLATE_NOOP("Automations", "a number")));
        return at(name).toDouble(otherwise);
    }
    int whole(const char *name, int otherwise)
    {
        const double value = number(name, otherwise);
        return int(std::clamp(value, -1e6, 1e6));
    }
    bool flag(const char *name, bool otherwise = false)
    {
        if (has(name) && !at(name).isBool())
            complain(name, text(QT_TRANSLATE_NOOP("Automations", "true or false")));
        return at(name).toBool(otherwise);
    }
    /// Seconds as a number, or a text such as "10m" or "1h30m".
    Micros span(const char *name, Micros otherwise = 0)
    {
        if (!has(name))
            return otherwise;
        const std::optional<double> seconds = at(name).isDouble() ? at(name).toDouble() : readDuration(at(name).toString());
        if (!seconds || !std::isfinite(*seconds) || *seconds < 0 || *seconds > 1e9)
            complain(name, text(QT_TRANSLATE_NOOP("Automations", "a span of time such as “90s” or “1h30m”")));
        return seconds && std::isfinite(*seconds) ? Micros(std::round(std::clamp(*seconds, 0.0, 1e9) * 1e6)) : 0;
    }
    template<size_t N>
    int oneOf(const char *name, const std::array<const char *, N> &words, int otherwise)
    {
        if (!has(name) && otherwise >= 0)
            return otherwise;
        const qsizetype place = wordsOf(words).indexOf(at(name).toString());
        if (place < 0)
            complain(name, text(QT_TRANSLATE_NOOP("Automations", "one of: %1")).arg(wordsOf(words).join(QStringLiteral(", "))));
        return int(std::max<qsizetype>(place, 0));
    }
    /// Minutes of the day of "22:30".
    int clock(const char *name)
    {
        const QTime time = QTime::fromString(at(name).toString(), QStringLiteral("HH:mm"));
        if (!time.isValid())
            complain(name, text(QT_TRANSLATE_NOOP("Automations", "a time of day such as “22:30”")));
        return time.isValid() ? time.hour() * 60 + time.minute() : 0;
    }
    quint8 weekdays()
    {
        if (!has("days"))
            return 127;
        quint8 mask = 0;
        const QJsonArray names = at("days").toArray();
        for (const auto &name : names) {
            const qsizetype day = wordsOf(days).indexOf(name.toString());
            if (day < 0)
                complain("days", text(QT_TRANSLATE_NOOP("Automations", "a list of: %1")).arg(wordsOf(days).join(QStringLiteral(", "))));
            else
                mask |= quint8(1U << unsigned(day));
        }
        return mask;
    }

private:
    QJsonObject m_json;
    QString m_place;
    std::optional<Error> &m_problem;
};

QJsonValue spanOf(Micros span)
{
    return double(span) / 1e6;
}

void put(QJsonObject &json, const char *name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(word(name), value);
}

const char *wordName(const Trigger &trigger)
{
    return trigger.isAboutAlarm() ? "alarm" : trigger.isTold() ? "name" : "value";
}

QJsonObject toJson(const Trigger &trigger)
{
    using Type = Trigger::Type;
    QJsonObject json {{QStringLiteral("type"), word(triggers.at(size_t(trigger.type)))}};
    put(json, "metric", trigger.key);
    put(json, "device", trigger.address);
    put(json, "query", trigger.query);
    const bool isBand = trigger.type == Type::Inside || trigger.type == Type::Outside;
    if (isBand || trigger.type == Type::Above || trigger.type == Type::Below) {
        json.insert(QStringLiteral("limit"), trigger.limit);
        json.insert(QStringLiteral("hysteresis"), trigger.hysteresis);
    }
    if (isBand)
        json.insert(QStringLiteral("upper"), trigger.upper);
    put(json, wordName(trigger), trigger.word);
    if (trigger.hold != 0)
        json.insert(QStringLiteral("for"), spanOf(trigger.hold));
    if (trigger.isSchedule())
        json.insert(QStringLiteral("schedule"), schedulejson::toJson(trigger.schedule));
    return json;
}

Trigger triggerOf(Reader read)
{
    Trigger trigger;
    trigger.type = Trigger::Type(read.oneOf("type", triggers, -1));
    trigger.key = read.string("metric");
    trigger.address = read.string("device");
    trigger.query = read.string("query");
    trigger.limit = read.number("limit");
    trigger.upper = read.number("upper");
    trigger.hysteresis = read.number("hysteresis");
    trigger.word = read.string(wordName(trigger));
    trigger.hold = read.span("for");
    if (trigger.isSchedule()) {
        const Result<Schedule> schedule = schedulejson::scheduleOf(read.at("schedule").toObject());
        if (schedule)
            trigger.schedule = *schedule;
        else
            read.complain(schedule.error());
    }
    return trigger;
}

QJsonObject toJson(const RuleCondition &condition)
{
    using Test = AlarmRule::Test;
    QJsonObject json {{QStringLiteral("type"), word(conditions.at(size_t(condition.type)))}};
    if (condition.negated)
        json.insert(QStringLiteral("not"), true);
    if (condition.type == RuleCondition::Type::Query) {
        json.insert(QStringLiteral("query"), condition.query);
        json.insert(QStringLiteral("any"), condition.any);
        return json;
    }
    if (condition.type == RuleCondition::Type::Time) {
        const auto clock = [](int minutes) { return QTime(minutes / 60 % 24, minutes % 60).toString(QStringLiteral("HH:mm")); };
        json.insert(QStringLiteral("from"), clock(condition.from));
        json.insert(QStringLiteral("to"), clock(condition.to));
        QJsonArray on;
        for (size_t day = 0; day < days.size(); ++day)
            if ((condition.days >> day & 1U) != 0)
                on.append(word(days.at(day)));
        if (on.size() != qsizetype(days.size()))
            json.insert(QStringLiteral("days"), on);
        return json;
    }
    put(json, "metric", condition.key);
    put(json, "device", condition.address);
    json.insert(QStringLiteral("is"), word(tests.at(size_t(condition.test))));
    if (condition.test == Test::Equal || condition.test == Test::Unequal) {
        json.insert(QStringLiteral("value"), condition.word);
        return json;
    }
    json.insert(QStringLiteral("limit"), condition.limit);
    if (condition.test == Test::Inside || condition.test == Test::Outside)
        json.insert(QStringLiteral("upper"), condition.upper);
    return json;
}

RuleCondition conditionOf(Reader read)
{
    RuleCondition condition;
    condition.type = RuleCondition::Type(read.oneOf("type", conditions, -1));
    condition.negated = read.flag("not");
    condition.key = read.string("metric");
    condition.address = read.string("device");
    condition.query = read.string("query");
    condition.any = read.flag("any");
    if (condition.type == RuleCondition::Type::Time) {
        condition.from = read.clock("from");
        condition.to = read.clock("to");
        condition.days = read.weekdays();
    } else if (condition.type == RuleCondition::Type::Metric) {
        condition.test = AlarmRule::Test(read.oneOf("is", tests, -1));
        condition.limit = read.number("limit");
        condition.upper = read.number("upper");
        condition.word = read.string("value");
    }
    return condition;
}

QJsonObject toJson(const RuleStep &step)
{
    using Type = RuleStep::Type;
    QJsonObject json {{QStringLiteral("type"), word(steps.at(size_t(step.type)))}};
    if (step.type == Type::Command) {
        put(json, "command", step.key);
        put(json, "device", step.address);
        put(json, "query", step.query);
        if (!std::holds_alternative<std::monostate>(step.argument))
            json.insert(QStringLiteral("value"), scenejson::toJson(step.argument));
    } else if (step.type == Type::Scene) {
        json.insert(QStringLiteral("scene"), step.key);
    } else if (step.type == Type::Webhook) {
        json.insert(QStringLiteral("url"), step.key);
        put(json, "text", step.text);
    } else if (step.type == Type::Mail) {
        put(json, "to", step.key);
        json.insert(QStringLiteral("subject"), step.subject);
        put(json, "text", step.text);
    } else if (step.isAboutAlarm()) {
        json.insert(QStringLiteral("alarm"), step.key);
        put(json, "device", step.address);
        put(json, "text", step.text);
        if (step.type == Type::RaiseAlarm)
            json.insert(QStringLiteral("severity"), word(gravities.at(size_t(step.gravity))));
    } else if (step.type == Type::Delay || step.type == Type::Wait) {
        json.insert(QStringLiteral("for"), spanOf(step.span));
    } else {
        json.insert(QStringLiteral("text"), step.text);
        json.insert(QStringLiteral("severity"), word(severities.at(size_t(step.severity))));
    }
    if (step.type == Type::Wait) {
        json.insert(QStringLiteral("until"), toJson(step.until));
        json.insert(QStringLiteral("goOn"), step.goOn);
    }
    return json;
}

const char *keyName(RuleStep::Type type)
{
    using Type = RuleStep::Type;
    switch (type) {
    case Type::Scene:
        return "scene";
    case Type::Webhook:
        return "url";
    case Type::Mail:
        return "to";
    case Type::RaiseAlarm:
    case Type::ClearAlarm:
        return "alarm";
    default:
        return "command";
    }
}

RuleStep stepOf(Reader read, const QString &place, std::optional<Error> &problem)
{
    RuleStep step;
    step.type = RuleStep::Type(read.oneOf("type", steps, -1));
    using Type = RuleStep::Type;
    step.key = read.string(keyName(step.type));
    step.address = read.string("device");
    step.query = read.string("query");
    if (const QString group = read.string("group"); !group.isEmpty() && step.query.isEmpty())
        step.query = QStringLiteral("group:\"%1\"").arg(QString(group).remove(u'"'));
    step.argument = scenejson::valueOf(read.at("value"));
    step.span = read.span("for");
    step.goOn = read.flag("goOn");
    step.text = read.string("text");
    step.subject = read.string("subject");
    if (step.type == Type::RaiseAlarm)
        step.gravity = AlarmSeverity(read.oneOf("severity", gravities, -1));
    else
        step.severity = Severity(read.oneOf("severity", severities, 0));
    if (step.type == RuleStep::Type::Wait)
        step.until = conditionOf(Reader(read.at("until").toObject(), place, problem));
    return step;
}

Micros timeOf(const QJsonValue &value)
{
    return std::clamp<Micros>(value.toInteger(), 0, latest);
}

} // namespace

QJsonObject toJson(const Automation &rule)
{
    const auto all = [](const auto &parts) {
        QJsonArray array;
        for (const auto &part : parts)
            array.append(toJson(part));
        return array;
    };
    QJsonObject json {{QStringLiteral("automation"), format}, {QStringLiteral("name"), rule.name}, {QStringLiteral("enabled"), rule.enabled},
        {QStringLiteral("when"), all(rule.triggers)}, {QStringLiteral("if"), all(rule.conditions)}, {QStringLiteral("then"), all(rule.steps)},
        {QStringLiteral("mode"), word(modes.at(size_t(rule.mode)))}, {QStringLiteral("most"), rule.most}, {QStringLiteral("retries"), rule.retries},
        {QStringLiteral("retryAfter"), spanOf(rule.retryAfter)}, {QStringLiteral("goOn"), rule.goOn}, {QStringLiteral("late"), rule.runLate ? QStringLiteral("run") : QStringLiteral("skip")},
        {QStringLiteral("dangerous"), rule.mayBeDangerous}};
    if (rule.perDevice)
        json.insert(QStringLiteral("perDevice"), true);
    if (rule.id.isValid())
        json.insert(QStringLiteral("id"), qint64(rule.id.n));
    return json;
}

Result<Automation> ruleOf(const QJsonObject &json)
{
    std::optional<Error> problem;
    Reader read(json, text(QT_TRANSLATE_NOOP("Automations", "the automation")), problem);
    if (!json.value(QLatin1StringView("automation")).isDouble())
        return failure(Error::Code::Corrupt, text(QT_TRANSLATE_NOOP("Automations", "This is no automation: “automation” with its format, 1, is missing.")));
    if (json.value(QLatin1StringView("automation")).toDouble() > format)
        return failure(Error::Code::Unsupported, text(QT_TRANSLATE_NOOP("Automations", "This automation was written by a newer Muster.")));
    Automation rule;
    rule.id = {storedjson::idOf(read.at("id"))};
    rule.name = read.string("name").simplified().left(Automation::maxName);
    rule.enabled = read.flag("enabled", true);
    const auto each = [&read, &problem](const char *name, const QString &called, qsizetype most, const auto &take) {
        if (read.has(name) && !read.at(name).isArray())
            read.complain(name, text(QT_TRANSLATE_NOOP("Automations", "a list")));
        const QJsonArray parts = read.at(name).toArray();
        for (qsizetype i = 0; i < std::min(parts.size(), most + 1); ++i) {
            const QString place = called.arg(i + 1);
            take(Reader(parts.at(i).toObject(), place, problem), place);
        }
    };
    each("when", text(QT_TRANSLATE_NOOP("Automations", "trigger %1")), Automation::maxTriggers, [&](const Reader &part, const QString &) { rule.triggers.append(triggerOf(part)); });
    each("if", text(QT_TRANSLATE_NOOP("Automations", "condition %1")), Automation::maxConditions, [&](const Reader &part, const QString &) { rule.conditions.append(conditionOf(part)); });
    each("then", text(QT_TRANSLATE_NOOP("Automations", "step %1")), Automation::maxSteps,
        [&](const Reader &part, const QString &place) { rule.steps.append(stepOf(part, place, problem)); });
    rule.mode = Automation::Mode(read.oneOf("mode", modes, 0));
    rule.most = read.whole("most", Automation::maxRuns);
    rule.retries = read.whole("retries", 0);
    rule.retryAfter = read.span("retryAfter", rule.retryAfter);
    rule.goOn = read.flag("goOn");
    rule.runLate = read.oneOf("late", std::array<const char *, 2> {"run", "skip"}, 0) == 0;
    rule.mayBeDangerous = read.flag("dangerous");
    rule.perDevice = read.flag("perDevice");
    if (problem)
        return tl::unexpected(*problem);
    if (const Result<void> valid = rule.validate(); !valid)
        return tl::unexpected(valid.error());
    return rule;
}

QJsonObject toJson(const AutomationRun &run)
{
    QJsonArray trace;
    for (const TraceLine &line : run.trace)
        trace.append(QJsonArray {line.time, int(line.kind), line.good, line.text});
    QJsonArray retry;
    for (const DeviceId device : run.retry)
        retry.append(qint64(device.n));
    QJsonArray causes;
    for (const AutomationId cause : run.causes)
        causes.append(qint64(cause.n));
    QJsonObject json {{QStringLiteral("number"), qint64(run.number)}, {QStringLiteral("rule"), qint64(run.rule.n)}, {QStringLiteral("trigger"), run.firing.trigger},
        {QStringLiteral("device"), qint64(run.firing.device.n)}, {QStringLiteral("metric"), qint64(run.firing.metric.n)}, {QStringLiteral("time"), run.firing.time},
        {QStringLiteral("text"), run.firing.text}, {QStringLiteral("state"), int(run.state)}, {QStringLiteral("waits"), int(run.waits)},
        {QStringLiteral("started"), run.started}, {QStringLiteral("ended"), run.ended}, {QStringLiteral("step"), run.step}, {QStringLiteral("attempt"), run.attempt},
        {QStringLiteral("until"), run.until}, {QStringLiteral("times"), run.times}, {QStringLiteral("trace"), trace}, {QStringLiteral("retry"), retry},
        {QStringLiteral("causes"), causes}};
    if (std::isfinite(run.firing.value))
        json.insert(QStringLiteral("value"), run.firing.value);
    return json;
}

AutomationRun runOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    const auto small = [&at](const char *name, int most) { return std::clamp(at(name).toInt(), 0, most); };
    AutomationRun run;
    run.number = quint64(std::max<qint64>(at("number").toInteger(), 0));
    run.rule = {storedjson::idOf(at("rule"))};
    run.firing.trigger = std::clamp(at("trigger").toInt(-1), -1, int(Automation::maxTriggers));
    run.firing.device = {storedjson::idOf(at("device"))};
    run.firing.metric = {storedjson::idOf(at("metric"))};
    run.firing.time = timeOf(at("time"));
    run.firing.value = at("value").toDouble(std::numeric_limits<double>::quiet_NaN());
    run.firing.text = at("text").toString();
    run.state = AutomationRun::State(small("state", int(AutomationRun::State::Declined)));
    run.waits = AutomationRun::Waits(small("waits", int(AutomationRun::Waits::ForRetry)));
    run.started = timeOf(at("started"));
    run.ended = timeOf(at("ended"));
    run.step = small("step", int(Automation::maxSteps));
    run.attempt = small("attempt", Automation::maxRetries);
    run.until = timeOf(at("until"));
    run.times = std::max(1, at("times").toInt(1));
    const QJsonArray trace = at("trace").toArray();
    for (qsizetype i = 0; i < std::min(trace.size(), AutomationRun::maxTrace); ++i) {
        const QJsonArray line = trace.at(i).toArray();
        run.trace.append({timeOf(line.at(0)), TraceLine::Kind(std::clamp(line.at(1).toInt(), 0, int(TraceLine::Kind::End))), line.at(2).toBool(true), line.at(3).toString()});
    }
    const QJsonArray retry = at("retry").toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(retry.size(), 1'000); ++i)
        run.retry.append(DeviceId {storedjson::idOf(retry.at(i))});
    const QJsonArray causes = at("causes").toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(causes.size(), 16); ++i)
        run.causes.append(AutomationId {storedjson::idOf(causes.at(i))});
    return run;
}

} // namespace muster::automationjson
