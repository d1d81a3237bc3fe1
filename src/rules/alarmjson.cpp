#include "rules/alarm.h"

#include "rules/documents.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::alarmjson {

namespace {

constexpr int format = 1;
constexpr std::array<const char *, alarmSeverities> severities {"info", "warning", "minor", "major", "critical"};
constexpr std::array<const char *, 8> tests {"above", "below", "equal", "unequal", "outside", "silent", "inside", "told"};
constexpr std::array<const char *, 3> policies {"keep", "alarming", "normal"};
constexpr std::array<const char *, 7> events {"raised", "cleared", "acknowledged", "shelved", "unshelved", "removed", "told again"};
constexpr std::array<const char *, 7> weekdays {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr Micros latest = 1LL << 58; ///< far beyond any date, far from overflow

template<size_t N>
int indexOf(const std::array<const char *, N> &words, const QJsonValue &value, int otherwise)
{
    const QString word = value.toString();
    for (size_t i = 0; i < N; ++i)
        if (word == QLatin1StringView(words[i]))
            return int(i);
    return otherwise;
}

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

Micros timeOf(const QJsonValue &value)
{
    return std::clamp<Micros>(value.toInteger(), 0, latest);
}

Micros delayOf(const QJsonValue &seconds)
{
    const double value = seconds.toDouble();
    return std::isfinite(value) ? Micros(std::clamp(value, -1.0, 1e9) * 1e6) : -1;
}

QJsonObject toJson(const WeekHours &hours)
{
    const auto clock = [](int minutes) { return QTime(minutes / 60 % 24, minutes % 60).toString(QStringLiteral("HH:mm")); };
    QJsonArray days;
    for (size_t day = 0; day < weekdays.size(); ++day)
        if ((hours.days >> day & 1U) != 0)
            days.append(word(weekdays.at(day)));
    return {{QStringLiteral("days"), days}, {QStringLiteral("from"), clock(hours.from)}, {QStringLiteral("to"), clock(hours.to)}};
}

/// What cannot be read is refused by AlarmRule::validate().
WeekHours hoursOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    const QJsonObject json = value.toObject();
    const auto minutes = [&json](const char *name) {
        const QTime time = QTime::fromString(json.value(QLatin1StringView(name)).toString(QStringLiteral("00:00")), QStringLiteral("HH:mm"));
        return time.isValid() ? time.hour() * 60 + time.minute() : -1;
    };
    WeekHours hours {WeekHours::everyDay, minutes("from"), minutes("to")};
    if (!json.contains(QLatin1StringView("days")))
        return hours;
    hours.days = 0;
    const QJsonArray days = json.value(QLatin1StringView("days")).toArray();
    for (const auto &day : days)
        if (const int at = indexOf(weekdays, day, -1); at >= 0)
            hours.days |= quint8(1U << unsigned(at));
    return hours;
}

} // namespace

QJsonObject toJson(const AlarmRule &rule)
{
    const auto seconds = [](Micros span) { return double(span) / 1e6; };
    QJsonObject json {{QStringLiteral("format"), format}, {QStringLiteral("id"), qint64(rule.id.n)}, {QStringLiteral("name"), rule.name},
        {QStringLiteral("enabled"), rule.enabled}, {QStringLiteral("severity"), word(severities.at(size_t(rule.severity)))},
        {QStringLiteral("metric"), rule.key}, {QStringLiteral("device"), rule.address}, {QStringLiteral("query"), rule.query},
        {QStringLiteral("test"), word(tests.at(size_t(rule.test)))}, {QStringLiteral("limit"), rule.limit}, {QStringLiteral("upper"), rule.upper},
        {QStringLiteral("for"), seconds(rule.hold)}, {QStringLiteral("times"), rule.times}, {QStringLiteral("deadband"), rule.deadband},
        {QStringLiteral("offDelay"), seconds(rule.offDelay)}, {QStringLiteral("silence"), seconds(rule.silence)},
        {QStringLiteral("onSilence"), word(policies.at(size_t(rule.silencePolicy)))}};
    if (rule.clearAt)
        json.insert(QStringLiteral("clearAt"), *rule.clearAt);
    if (!rule.hours.isAlways())
        json.insert(QStringLiteral("hours"), toJson(rule.hours));
    if (rule.again != 0)
        json.insert(QStringLiteral("again"), seconds(rule.again));
    for (const auto &[name, text] : {std::pair {"limitMetric", rule.limitKey}, {"limitDevice", rule.limitAddress}, {"postTo", rule.postTo}, {"mailTo", rule.mailTo}})
        if (!text.isEmpty())
            json.insert(QLatin1StringView(name), text);
    return json;
}

Result<AlarmRule> ruleOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    if (at("format").toInt(format) > format)
        return failure(Error::Code::Unsupported, QCoreApplication::translate("Alarms", "This alarm was written by a newer Muster."));
    const int severity = indexOf(severities, at("severity"), -1);
    const int test = indexOf(tests, at("test"), -1);
    if (severity < 0 || test < 0)
        return failure(Error::Code::Corrupt, QCoreApplication::translate("Alarms", "This is no alarm: its severity or its test is missing."));
    AlarmRule rule;
    rule.id = {storedjson::idOf(at("id"))};
    rule.name = at("name").toString().simplified().left(AlarmRule::maxName);
    rule.enabled = at("enabled").toBool(true);
    rule.severity = AlarmSeverity(severity);
    rule.key = at("metric").toString();
    rule.address = at("device").toString();
    rule.query = at("query").toString();
    rule.test = AlarmRule::Test(test);
    rule.limit = at("limit").toDouble();
    rule.upper = at("upper").toDouble();
    rule.hold = delayOf(at("for"));
    rule.times = at("times").toInt(1);
    rule.deadband = at("deadband").toDouble();
    rule.offDelay = delayOf(at("offDelay"));
    rule.silence = delayOf(at("silence"));
    rule.silencePolicy = SilencePolicy(indexOf(policies, at("onSilence"), 0));
    if (at("clearAt").isDouble())
        rule.clearAt = at("clearAt").toDouble();
    rule.hours = hoursOf(at("hours"));
    rule.again = delayOf(at("again"));
    rule.limitKey = at("limitMetric").toString();
    rule.limitAddress = at("limitDevice").toString();
    rule.postTo = at("postTo").toString();
    rule.mailTo = at("mailTo").toString();
    if (const Result<void> valid = rule.validate(); !valid)
        return tl::unexpected(valid.error());
    return rule;
}

QJsonObject toJson(const AlarmTrack &track)
{
    QJsonObject json {{QStringLiteral("active"), track.active}, {QStringLiteral("silent"), track.silent}, {QStringLiteral("count"), track.count},
        {QStringLiteral("since"), track.since}, {QStringLiteral("last"), track.last}};
    if (std::isfinite(track.value))
        json.insert(QStringLiteral("value"), track.value);
    if (std::isfinite(track.reference))
        json.insert(QStringLiteral("reference"), track.reference);
    return json;
}

AlarmTrack trackOf(const QJsonObject &json)
{
    AlarmTrack track;
    track.active = json.value(QLatin1StringView("active")).toBool();
    track.silent = json.value(QLatin1StringView("silent")).toBool();
    track.count = std::clamp(json.value(QLatin1StringView("count")).toInt(), 0, AlarmRule::maxTimes);
    track.since = timeOf(json.value(QLatin1StringView("since")));
    track.last = timeOf(json.value(QLatin1StringView("last")));
    track.value = json.value(QLatin1StringView("value")).toDouble(track.value);
    track.reference = json.value(QLatin1StringView("reference")).toDouble(track.reference);
    return track;
}

QJsonObject toJson(const Alarm &alarm)
{
    QJsonObject json {{QStringLiteral("rule"), qint64(alarm.key.rule.n)}, {QStringLiteral("metric"), qint64(alarm.key.metric.n)},
        {QStringLiteral("device"), qint64(alarm.device.n)}, {QStringLiteral("severity"), word(severities.at(size_t(alarm.severity)))},
        {QStringLiteral("active"), alarm.active}, {QStringLiteral("acknowledged"), alarm.acknowledged}, {QStringLiteral("comment"), alarm.comment},
        {QStringLiteral("raised"), alarm.raised}, {QStringLiteral("changed"), alarm.changed}, {QStringLiteral("told"), alarm.told},
        {QStringLiteral("shelvedUntil"), alarm.shelvedUntil}, {QStringLiteral("times"), alarm.times}};
    if (std::isfinite(alarm.value))
        json.insert(QStringLiteral("value"), alarm.value);
    if (!alarm.text.isEmpty())
        json.insert(QStringLiteral("text"), alarm.text);
    return json;
}

Alarm alarmOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    Alarm alarm;
    alarm.key = {{storedjson::idOf(at("rule"))}, {storedjson::idOf(at("metric"))}};
    alarm.device = {storedjson::idOf(at("device"))};
    alarm.key.device = alarm.key.metric.isValid() ? DeviceId() : alarm.device;
    alarm.severity = AlarmSeverity(indexOf(severities, at("severity"), int(AlarmSeverity::Major)));
    alarm.active = at("active").toBool();
    alarm.acknowledged = at("acknowledged").toBool();
    alarm.comment = at("comment").toString();
    alarm.raised = timeOf(at("raised"));
    alarm.changed = timeOf(at("changed"));
    alarm.told = json.contains(QLatin1StringView("told")) ? timeOf(at("told")) : alarm.changed;
    alarm.shelvedUntil = timeOf(at("shelvedUntil"));
    alarm.times = std::max(1, at("times").toInt(1));
    alarm.value = at("value").toDouble();
    alarm.text = at("text").toString().left(Alarm::maxText);
    return alarm;
}

QJsonObject toJson(const AlarmLogEntry &entry)
{
    QJsonObject json {{QStringLiteral("number"), qint64(entry.number)}, {QStringLiteral("time"), entry.time}, {QStringLiteral("rule"), qint64(entry.key.rule.n)},
        {QStringLiteral("metric"), qint64(entry.key.metric.n)}, {QStringLiteral("device"), qint64(entry.device.n)},
        {QStringLiteral("event"), word(events.at(size_t(entry.event)))}, {QStringLiteral("severity"), word(severities.at(size_t(entry.severity)))},
        {QStringLiteral("why"), entry.why}};
    if (std::isfinite(entry.value))
        json.insert(QStringLiteral("value"), entry.value);
    return json;
}

AlarmLogEntry entryOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    AlarmLogEntry entry;
    entry.number = quint64(std::max<qint64>(at("number").toInteger(), 0));
    entry.time = timeOf(at("time"));
    entry.key = {{storedjson::idOf(at("rule"))}, {storedjson::idOf(at("metric"))}};
    entry.device = {storedjson::idOf(at("device"))};
    entry.key.device = entry.key.metric.isValid() ? DeviceId() : entry.device;
    entry.event = AlarmLogEntry::Event(indexOf(events, at("event"), 0));
    entry.severity = AlarmSeverity(indexOf(severities, at("severity"), int(AlarmSeverity::Major)));
    entry.why = at("why").toString();
    entry.value = at("value").toDouble();
    return entry;
}

} // namespace muster::alarmjson
