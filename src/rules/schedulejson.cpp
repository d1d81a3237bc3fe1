#include "rules/schedule.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace muster::schedulejson {

namespace {

constexpr int format = 1;
constexpr std::array<const char *, 5> kinds {"cron", "interval", "daily", "sun", "week"};
constexpr std::array<const char *, 4> events {"sunrise", "sunset", "dawn", "dusk"};
constexpr std::array<const char *, 4> policies {"run", "skip", "ask", "all"};
constexpr std::array<const char *, 7> days {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

tl::unexpected<Error> corrupt(const QString &text)
{
    return failure(Error::Code::Corrupt, text);
}

template <size_t N>
int indexOf(const std::array<const char *, N> &words, const QJsonValue &value)
{
    const QString word = value.toString();
    for (size_t i = 0; i < N; ++i)
        if (word == QLatin1StringView(words.at(i)))
            return int(i);
    return -1;
}

template <size_t N>
QString word(const std::array<const char *, N> &words, size_t index)
{
    return QString::fromLatin1(words.at(index));
}

/// 06:30, or 06:30:15 where there are seconds; 24:00 is the end of the day.
QString textOf(int seconds)
{
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(seconds / 3'600) + u':' + two(seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + u':' + two(seconds % 60);
}

std::optional<int> secondsOf(const QJsonValue &value)
{
    const QStringList parts = value.toString().left(20).split(u':');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    std::array<int, 3> numbers {};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool isNumber = false;
        const int number = parts.at(i).toInt(&isNumber);
        if (!isNumber || number < 0 || number > (i == 0 ? 24 : 59))
            return std::nullopt;
        numbers.at(size_t(i)) = number;
    }
    const int seconds = numbers[0] * 3'600 + numbers[1] * 60 + numbers[2];
    return seconds <= 86'400 ? std::optional(seconds) : std::nullopt;
}

std::optional<qint64> wholeOf(const QJsonValue &value, qint64 most)
{
    const double number = value.toDouble(std::nan(""));
    if (!std::isfinite(number) || std::abs(number) > double(most))
        return std::nullopt;
    return std::llround(number);
}

Result<quint8> weekdaysOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return Schedule::everyDay;
    quint8 bits = 0;
    const QJsonArray names = value.toArray();
    for (const QJsonValue &name : names) {
        const int day = indexOf(days, name);
        if (day < 0)
            return corrupt(
                QCoreApplication::translate("Schedules", "“%1” is no weekday: write mon, tue, wed, thu, fri, sat or sun.").arg(name.toString().left(20)));
        bits = quint8(bits | 1U << day);
    }
    return bits;
}

Result<QList<int>> timesOf(const QJsonValue &value)
{
    QList<int> times;
    const QJsonArray texts = value.toArray();
    for (const QJsonValue &text : texts) {
        const auto seconds = secondsOf(text);
        if (!seconds)
            return corrupt(QCoreApplication::translate("Schedules", "“%1” is no time of the day: write it like 06:30.").arg(text.toString().left(20)));
        if (times.size() <= Schedule::mostTimes) // one too many, so that validate() says so
            times.append(*seconds);
    }
    return times;
}

Result<QList<WeekBlock>> blocksOf(const QJsonValue &value)
{
    QList<WeekBlock> blocks;
    const QJsonArray all = value.toArray();
    for (const QJsonValue &each : all) {
        const QJsonObject json = each.toObject();
        const int day = indexOf(days, json.value(QLatin1StringView("day")));
        const auto from = secondsOf(json.value(QLatin1StringView("from")));
        const auto to = secondsOf(json.value(QLatin1StringView("to")));
        if (day < 0 || !from || !to || !json.value(QLatin1StringView("value")).isDouble())
            return corrupt(QCoreApplication::translate("Schedules",
                "A block of the week needs a day, from, to and a value, such as {\"day\": \"mon\", \"from\": \"06:00\", \"to\": \"08:00\", \"value\": 21}."));
        if (blocks.size() <= Schedule::mostBlocks)
            blocks.append({day + 1, *from, *to, json.value(QLatin1StringView("value")).toDouble()});
    }
    return blocks;
}

/// Reads the parts, the first of which that is wrong is what is said.
Result<void> readParts(const QJsonObject &json, Schedule &schedule)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    auto weekdays = weekdaysOf(at("weekdays"));
    if (!weekdays)
        return tl::unexpected(weekdays.error());
    schedule.weekdays = *weekdays;
    auto times = timesOf(at("times"));
    if (!times)
        return tl::unexpected(times.error());
    schedule.times = *times;
    auto blocks = blocksOf(at("blocks"));
    if (!blocks)
        return tl::unexpected(blocks.error());
    schedule.blocks = *blocks;
    if (schedule.kind == Schedule::Kind::Interval) {
        const auto every = wholeOf(at("every"), 1'000'000'000);
        const auto from = wholeOf(at("from").isUndefined() ? QJsonValue(0) : at("from"), 1LL << 36);
        if (!every || !from)
            return corrupt(QCoreApplication::translate("Schedules", "An interval needs “every”, a number of seconds."));
        schedule.every = *every * 1'000'000;
        schedule.from = *from * 1'000'000;
    }
    return {};
}

} // namespace

QJsonObject toJson(const Schedule &schedule)
{
    QJsonObject json {{QStringLiteral("format"), format}, {QStringLiteral("kind"), word(kinds, size_t(schedule.kind))},
        {QStringLiteral("missed"), word(policies, size_t(schedule.missed))}};
    const bool hasWeekdays = schedule.kind == Schedule::Kind::Daily || schedule.kind == Schedule::Kind::Sun;
    if (hasWeekdays && schedule.weekdays != Schedule::everyDay) {
        QJsonArray names;
        for (size_t i = 0; i < days.size(); ++i)
            if ((schedule.weekdays >> i & 1) != 0)
                names.append(word(days, i));
        json.insert(QStringLiteral("weekdays"), names);
    }
    QJsonArray list;
    switch (schedule.kind) {
    case Schedule::Kind::Cron:
        json.insert(QStringLiteral("cron"), schedule.cron);
        break;
    case Schedule::Kind::Interval:
        json.insert(QStringLiteral("every"), schedule.every / 1'000'000);
        json.insert(QStringLiteral("from"), schedule.from / 1'000'000);
        break;
    case Schedule::Kind::Daily:
        for (const int time : schedule.times)
            list.append(textOf(time));
        json.insert(QStringLiteral("times"), list);
        break;
    case Schedule::Kind::Sun:
        json.insert(QStringLiteral("event"), word(events, size_t(schedule.event)));
        json.insert(QStringLiteral("offset"), schedule.offset);
        break;
    case Schedule::Kind::Week:
        for (const WeekBlock &block : schedule.blocks)
            list.append(QJsonObject {{QStringLiteral("day"), word(days, size_t(std::clamp(block.weekday, 1, 7) - 1))},
                {QStringLiteral("from"), textOf(block.from)}, {QStringLiteral("to"), textOf(block.to)}, {QStringLiteral("value"), block.value}});
        json.insert(QStringLiteral("blocks"), list);
        json.insert(QStringLiteral("between"), schedule.between);
        break;
    }
    return json;
}

Result<Schedule> scheduleOf(const QJsonObject &json)
{
    const auto at = [&json](const char *name) { return json.value(QLatin1StringView(name)); };
    if (at("format").toInt(format) > format)
        return failure(Error::Code::Unsupported, QCoreApplication::translate("Schedules", "This schedule was written by a newer Muster."));
    Schedule schedule;
    const int kind = indexOf(kinds, at("kind"));
    if (kind < 0)
        return corrupt(QCoreApplication::translate("Schedules", "A schedule needs a “kind”: cron, interval, daily, sun or week."));
    schedule.kind = Schedule::Kind(kind);
    if (!at("missed").isUndefined()) {
        const int missed = indexOf(policies, at("missed"));
        if (missed < 0)
            return corrupt(QCoreApplication::translate("Schedules", "“missed” is run, skip, ask or all."));
        schedule.missed = MissedRuns(missed);
    }
    schedule.cron = at("cron").toString().left(1'000);
    if (schedule.kind == Schedule::Kind::Sun) {
        const int event = indexOf(events, at("event"));
        const auto offset = wholeOf(at("offset").isUndefined() ? QJsonValue(0) : at("offset"), 1'000'000);
        if (event < 0 || !offset)
            return corrupt(QCoreApplication::translate("Schedules", "“event” is sunrise, sunset, dawn or dusk, and “offset” a number of seconds."));
        schedule.event = SunEvent(event);
        schedule.offset = int(*offset);
    }
    schedule.between = at("between").toDouble();
    if (const auto read = readParts(json, schedule); !read)
        return tl::unexpected(read.error());
    return schedule;
}

} // namespace muster::schedulejson
