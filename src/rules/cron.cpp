#include "rules/cron.h"

#include "rules/walltime.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <optional>

namespace muster {

namespace {

/// One of the five fields: its bounds and words.
struct Field
{
    const char *wanted = ""; ///< what a number in it is, as a sentence about %1
    int least = 0;
    int most = 59;
    const char *names = ""; ///< three letters each, from `firstName` on
    int firstName = 0;
};

constexpr std::array<Field, 5> fields {{
    {QT_TRANSLATE_NOOP("Schedules", "“%1” is no minute: write 0 to 59, or * for every minute."), 0, 59, "", 0},
    {QT_TRANSLATE_NOOP("Schedules", "“%1” is no hour: write 0 to 23, or * for every hour."), 0, 23, "", 0},
    {QT_TRANSLATE_NOOP("Schedules", "“%1” is no day of the month: write 1 to 31, or * for every day."), 1, 31, "", 0},
    {QT_TRANSLATE_NOOP("Schedules", "“%1” is no month: write 1 to 12, jan to dec, or * for every month."), 1, 12, "janfebmaraprmayjunjulaugsepoctnovdec", 1},
    {QT_TRANSLATE_NOOP("Schedules", "“%1” is no weekday: write mon to sun, 0 to 7 (0 and 7 are Sunday), or * for every weekday."), 0, 7,
        "sunmontuewedthufrisat", 0},
}};
constexpr size_t weekdayField = 4;

tl::unexpected<Error> wrong(qsizetype column, const QString &text)
{
    return failure(Error::Code::Invalid, QCoreApplication::translate("Schedules", "Column %1: %2").arg(column + 1).arg(text));
}

/// A number or a name.
std::optional<int> numberOf(const QString &word, const Field &field)
{
    const QByteArray latin = word.toLower().toLatin1();
    if (const qsizetype at = QByteArrayView(field.names).indexOf(latin); latin.size() == 3 && at >= 0 && at % 3 == 0)
        return field.firstName + int(at / 3);
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,4}$"));
    if (!digits.match(word).hasMatch())
        return std::nullopt;
    const int number = word.toInt();
    return number >= field.least && number <= field.most ? std::optional(number) : std::nullopt;
}

/// One field being read; `column` is where it begins in the line.
class FieldReader
{
public:
    FieldReader(size_t index, qsizetype column)
        : m_field(fields.at(index))
        , m_isWeekday(index == weekdayField)
        , m_column(column)
    {}

    Result<quint64> read(const QString &text) const
    {
        quint64 bits = 0;
        qsizetype at = 0;
        const QStringList parts = text.split(u',');
        for (const QString &part : parts) {
            const Result<quint64> some = readPart(part, m_column + at);
            if (!some)
                return some;
            bits |= *some;
            at += part.size() + 1;
        }
        if (m_isWeekday && (bits & (1U << 7)) != 0)
            bits |= 1;
        return bits;
    }

private:
    struct Range
    {
        int first = 0;
        int last = 0;
    };

    [[nodiscard]] tl::unexpected<Error> noNumber(const QString &word, qsizetype column) const
    {
        return wrong(column, QCoreApplication::translate("Schedules", m_field.wanted).arg(word.left(20)));
    }

    [[nodiscard]] Result<quint64> readPart(const QString &part, qsizetype column) const
    {
        const qsizetype slash = part.indexOf(u'/');
        const QString what = part.left(slash < 0 ? part.size() : slash);
        auto range = rangeOf(what, column);
        if (!range)
            return tl::unexpected(range.error());
        int step = 1;
        if (slash >= 0) {
            const auto read = stepOf(part.mid(slash + 1), column + slash + 1);
            if (!read)
                return tl::unexpected(read.error());
            step = *read;
            if (what != QLatin1String("*") && !what.contains(u'-'))
                range->last = m_isWeekday ? 6 : m_field.most; // 5/10: from 5 on
        }
        quint64 bits = 0;
        for (int i = range->first; i <= range->last; i += step)
            bits |= 1ULL << i;
        return bits;
    }

    [[nodiscard]] Result<Range> rangeOf(const QString &what, qsizetype column) const
    {
        if (what == QLatin1String("*"))
            return Range {m_field.least, m_isWeekday ? 6 : m_field.most};
        const qsizetype dash = what.indexOf(u'-');
        const auto first = numberOf(what.left(dash < 0 ? what.size() : dash), m_field);
        if (!first)
            return noNumber(what.left(dash < 0 ? what.size() : dash), column);
        if (dash < 0)
            return Range {*first, *first};
        auto last = numberOf(what.mid(dash + 1), m_field);
        if (!last)
            return noNumber(what.mid(dash + 1), column + dash + 1);
        if (m_isWeekday && *last == 0 && *first > 0)
            last = 7; // fri-sun
        if (*last < *first)
            return wrong(column,
                QCoreApplication::translate("Schedules", "the range %1 goes backwards. Write it as two, with a comma between them.").arg(what.left(20)));
        return Range {*first, *last};
    }

    [[nodiscard]] Result<int> stepOf(const QString &text, qsizetype column) const
    {
        static const QRegularExpression digits(QStringLiteral("^[0-9]{1,4}$"));
        const int step = digits.match(text).hasMatch() ? text.toInt() : 0;
        if (step < 1)
            return wrong(column, QCoreApplication::translate("Schedules", "“%1” is no step: write a number from 1 on behind the /.").arg(text.left(20)));
        if (step > m_field.most - m_field.least)
            return wrong(column, QCoreApplication::translate(
                                     "Schedules", "a step of %1 never comes a second time in this field, which ends at %2. Choose an interval instead of cron.")
                                     .arg(step)
                                     .arg(m_field.most));
        return step;
    }

    const Field &m_field;
    bool m_isWeekday;
    qsizetype m_column;
};

QString withoutNickname(const QString &text)
{
    static constexpr std::array<std::pair<const char *, const char *>, 6> nicknames {{{"@hourly", "0 * * * *"}, {"@daily", "0 0 * * *"},
        {"@midnight", "0 0 * * *"}, {"@weekly", "0 0 * * 0"}, {"@monthly", "0 0 1 * *"}, {"@yearly", "0 0 1 1 *"}}};
    const QString word = text.trimmed().toLower();
    for (const auto &[name, line] : nicknames)
        if (word == QLatin1StringView(name))
            return QLatin1String(line);
    return text;
}

/// Whether some of these months has one of these days.
bool comesEver(quint64 days, quint64 months)
{
    static constexpr std::array<int, 13> longest {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (size_t month = 1; month < longest.size(); ++month)
        if ((months >> month & 1) != 0 && (days & ((2ULL << longest.at(month)) - 1)) != 0)
            return true;
    return false;
}

} // namespace

Result<Cron> Cron::parse(const QString &text)
{
    if (text.size() > maxText)
        return failure(Error::Code::TooLarge, QCoreApplication::translate("Schedules", "A cron line has at most %1 characters.").arg(maxText));
    const QString line = withoutNickname(text);
    if (line.startsWith(u'@'))
        return wrong(0, QCoreApplication::translate("Schedules", "“%1” is not known: write @hourly, @daily, @weekly, @monthly, @yearly, or five fields.")
                            .arg(line.left(20)));
    static const QRegularExpression word(QStringLiteral("\\S+"));
    QStringList words;
    QList<qsizetype> columns;
    for (auto it = word.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        words.append(match.captured());
        columns.append(match.capturedStart());
    }
    if (words.size() != qsizetype(fields.size()))
        return wrong(words.size() > qsizetype(fields.size()) ? columns.at(qsizetype(fields.size())) : line.size(),
            QCoreApplication::translate(
                "Schedules", "a cron line has five fields (minute, hour, day of the month, month, weekday), this one has %1. Example: 30 6 * * mon-fri")
                .arg(words.size()));
    std::array<quint64, fields.size()> bits {};
    for (size_t i = 0; i < fields.size(); ++i) {
        const Result<quint64> read = FieldReader(i, columns.at(qsizetype(i))).read(words.at(qsizetype(i)));
        if (!read)
            return tl::unexpected(read.error());
        bits.at(i) = *read;
    }
    Cron cron;
    cron.m_minutes = bits[0];
    cron.m_hours = bits[1];
    cron.m_days = bits[2];
    cron.m_months = bits[3];
    cron.m_weekdays = bits[4];
    cron.m_everyHour = words.at(1) == QLatin1String("*");
    cron.m_bothDays = words.at(2).startsWith(u'*') || words.at(4).startsWith(u'*');
    if (cron.m_bothDays && !comesEver(cron.m_days, cron.m_months))
        return wrong(columns.at(2), QCoreApplication::translate("Schedules", "this day does not come in these months."));
    return cron;
}

bool Cron::isDay(QDate date) const
{
    const bool day = (m_days >> date.day() & 1) != 0;
    const bool weekday = (m_weekdays >> (date.dayOfWeek() % 7) & 1) != 0;
    return (m_months >> date.month() & 1) != 0 && (m_bothDays ? day && weekday : day || weekday);
}

QDate Cron::nextDay(QDate from) const
{
    const QDate end = from.addYears(50);
    for (QDate date = from; date < end; date = date.addDays(1)) {
        if ((m_months >> date.month() & 1) == 0)
            date = QDate(date.year(), date.month(), date.daysInMonth()); // on with the next month
        else if (isDay(date))
            return date;
    }
    return {};
}

Micros Cron::next(Micros after, const QTimeZone &zone) const
{
    if (m_everyHour)
        return nextOfEveryHour(after, zone);
    // From the day before on: a clock that is put back over midnight shows a date twice.
    QDate date = nextDay(walltime::shown(after, zone).date.addDays(-1));
    for (; date.isValid(); date = nextDay(date.addDays(1)))
        if (const Micros moment = nextOn(date, after, zone); moment > after)
            return moment;
    return 0;
}

Micros Cron::nextOfEveryHour(Micros after, const QTimeZone &zone) const
{
    // Minute by minute, at most an hour of them on each day that may be looked at: minutes repeat hourly.
    qint64 at = walltime::floorSeconds(after) + 1;
    walltime::Shown shown = walltime::shown(at * walltime::second, zone);
    at += (60 - shown.seconds % 60) % 60;
    for (int i = 0; i < 400; ++i) {
        shown = walltime::shown(at * walltime::second, zone);
        if (!isDay(shown.date)) {
            const QDate day = nextDay(shown.date.addDays(1));
            if (!day.isValid())
                return 0;
            at = walltime::moment(day, 0, zone) / walltime::second;
        } else if ((m_minutes >> (shown.seconds / 60 % 60) & 1) != 0) {
            return at * walltime::second;
        } else {
            at += 60;
        }
    }
    return 0;
}

Micros Cron::nextOn(QDate date, Micros after, const QTimeZone &zone) const
{
    for (int hour = 0; hour < 24; ++hour) {
        if ((m_hours >> hour & 1) == 0 || walltime::moment(date, hour * 3'600 + 59 * 60, zone) <= after)
            continue;
        for (int minute = 0; minute < 60; ++minute) {
            if ((m_minutes >> minute & 1) == 0)
                continue;
            if (const Micros moment = walltime::moment(date, hour * 3'600 + minute * 60, zone); moment > after)
                return moment;
        }
    }
    return 0;
}

} // namespace muster
