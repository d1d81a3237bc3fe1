#include "tables/cells.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace muster::tables {

namespace {

constexpr Micros second = 1'000'000;
constexpr qsizetype longestNumber = 64;
constexpr double farthest = 9e15; // microseconds: the year 2255; beyond 1970 by more is no time of a measurement

/// Reads runs of digits from the front of a text.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
    {}
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] bool take(QChar c)
    {
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }
    [[nodiscard]] QChar takeAnyOf(QStringView all)
    {
        if (m_rest.isEmpty() || !all.contains(m_rest.front()))
            return {};
        const QChar c = m_rest.front();
        m_rest = m_rest.mid(1);
        return c;
    }
    /// `least` to `most` digits; -1 when there are not.
    [[nodiscard]] int digits(int least, int most)
    {
        int value = 0;
        int n = 0;
        for (; n < most && n < m_rest.size() && m_rest.at(n) >= u'0' && m_rest.at(n) <= u'9'; ++n)
            value = 10 * value + (m_rest.at(n).unicode() - u'0');
        m_rest = m_rest.mid(n);
        return n < least ? -1 : value;
    }
    /// Any number of digits behind a decimal mark, as microseconds.
    [[nodiscard]] int fraction()
    {
        int value = 0;
        int scale = int(second);
        while (!m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9') {
            scale /= 10;
            value += scale * (m_rest.front().unicode() - u'0');
            m_rest = m_rest.mid(1);
        }
        return value;
    }
    void skipSpaces() { m_rest = m_rest.trimmed(); }
    [[nodiscard]] QStringView rest() const { return m_rest; }

private:
    QStringView m_rest;
};

/// 12:04, 12:04:31, 12:04:31.25, with AM or PM behind it; microseconds of the day.
std::optional<Micros> timeOfDay(Scanner &scan)
{
    int hour = scan.digits(1, 2);
    if (hour < 0 || !scan.take(u':'))
        return std::nullopt;
    const int minute = scan.digits(2, 2);
    int seconds = 0;
    int micros = 0;
    if (scan.take(u':')) {
        seconds = scan.digits(2, 2);
        if (!scan.takeAnyOf(u".,").isNull())
            micros = scan.fraction();
    }
    scan.skipSpaces();
    const QStringView mark = scan.rest().left(2);
    const bool am = mark.compare(u"AM", Qt::CaseInsensitive) == 0;
    if (am || mark.compare(u"PM", Qt::CaseInsensitive) == 0) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (am ? 0 : 12);
        scan = Scanner(scan.rest().mid(2));
    }
    if (hour > 24 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60)
        return std::nullopt;
    return ((hour * 60 + minute) * 60 + seconds) * second + micros;
}

/// "Z", "+01:00", "+0100", "+01", or nothing; seconds east of UTC. False: something else.
bool offset(Scanner &scan, std::optional<int> &seconds)
{
    scan.skipSpaces();
    if (scan.atEnd())
        return true;
    if (!scan.takeAnyOf(u"Zz").isNull()) {
        seconds = 0;
        return scan.atEnd();
    }
    if (scan.rest().compare(u"UTC", Qt::CaseInsensitive) == 0) {
        seconds = 0;
        return true;
    }
    const QChar sign = scan.takeAnyOf(u"+-\u2212");
    if (sign.isNull())
        return false;
    const int hours = scan.digits(2, 2);
    (void) scan.take(u':');
    const int minutes = scan.atEnd() ? 0 : scan.digits(2, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !scan.atEnd())
        return false;
    seconds = (sign == u'+' ? 1 : -1) * (hours * 60 + minutes) * 60;
    return true;
}

std::optional<Micros> moment(int year, int month, int day, Micros ofDay, std::optional<int> east)
{
    const QDate date(year, month, day);
    if (!date.isValid() || year < 1900 || year > 2200)
        return std::nullopt;
    if (east)
        return (QDate(1970, 1, 1).daysTo(date) * 86'400 - *east) * second + ofDay;
    const qint64 seconds = ofDay / second;
    // A full day or a leap second is the next one's start.
    const QDateTime local = QDateTime(date, QTime(0, 0)).addSecs(seconds >= 86'400 ? seconds : 0);
    const QDateTime exact = seconds >= 86'400 ? local : QDateTime(date, QTime::fromMSecsSinceStartOfDay(int(seconds) * 1'000));
    return exact.isValid() ? std::optional(exact.toSecsSinceEpoch() * second + ofDay % second) : std::nullopt;
}

std::optional<Micros> dated(QStringView text, TimeForm form)
{
    Scanner scan(text);
    std::array<int, 3> parts {};
    const bool iso = form == TimeForm::Iso;
    parts[0] = iso ? scan.digits(4, 4) : scan.digits(1, 2);
    const QChar mark = scan.takeAnyOf(iso ? u"-/." : u"./-");
    const bool packed = iso && mark.isNull(); // 20261122
    parts[1] = scan.digits(packed ? 2 : 1, 2);
    if (!packed && !scan.take(mark))
        return std::nullopt;
    parts[2] = iso ? scan.digits(packed ? 2 : 1, 2) : scan.digits(2, 4);
    if (parts[0] < 0 || parts[1] < 0 || parts[2] < 0)
        return std::nullopt;
    (void) scan.takeAnyOf(u"T,");
    scan.skipSpaces();
    std::optional<Micros> ofDay = Micros(0);
    std::optional<int> east;
    if (!scan.atEnd()) {
        ofDay = timeOfDay(scan);
        if (!ofDay || !offset(scan, east))
            return std::nullopt;
    }
    if (iso)
        return moment(parts[0], parts[1], parts[2], *ofDay, east);
    const int year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
    return form == TimeForm::DayFirst ? moment(year, parts[1], parts[0], *ofDay, east) : moment(year, parts[0], parts[1], *ofDay, east);
}

bool isGroupMark(QChar c, QChar decimalMark)
{
    return c == u' ' || c == u'\u00A0' || c == u'\u202F' || c == u'\'' || c == u'\u2019' || c == (decimalMark == u',' ? u'.' : u',');
}

} // namespace

std::optional<double> number(QStringView text, QChar decimalMark)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longestNumber)
        return std::nullopt;
    std::array<char, longestNumber + 1> plain {};
    size_t n = 0;
    int sinceGroup = -1; // digits since the last group mark; -1: there was none
    bool decimals = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            plain[n++] = char(c.unicode());
            sinceGroup += sinceGroup >= 0 && !decimals ? 1 : 0;
        } else if (c == decimalMark && !decimals) {
            if (sinceGroup >= 0 && sinceGroup != 3)
                return std::nullopt;
            decimals = true;
            plain[n++] = '.';
        } else if (!decimals && n > 0 && isGroupMark(c, decimalMark)) {
            if (sinceGroup >= 0 ? sinceGroup != 3 : n > 4)
                return std::nullopt;
            sinceGroup = 0;
        } else if (c == u'-' || c == u'\u2212' || c == u'+') {
            plain[n++] = c == u'+' ? '+' : '-';
        } else if (c == u'e' || c == u'E') {
            plain[n++] = 'e';
            decimals = true;
        } else {
            return std::nullopt;
        }
    }
    if (sinceGroup >= 0 && !decimals && sinceGroup != 3)
        return std::nullopt;
    bool good = false;
    const double value = QByteArrayView(plain.data(), qsizetype(n)).toByteArray().toDouble(&good);
    return good ? std::optional(value) : std::nullopt;
}

std::optional<Micros> time(QStringView text, TimeForm form, QChar decimalMark)
{
    text = text.trimmed();
    if (form == TimeForm::Iso || form == TimeForm::DayFirst || form == TimeForm::MonthFirst)
        return dated(text, form);
    const std::optional<double> value = number(text, decimalMark);
    if (!value || !std::isfinite(*value))
        return std::nullopt;
    const double unit = form == TimeForm::EpochSeconds ? 1e6 : form == TimeForm::EpochMillis ? 1e3 : 1;
    const double micros = *value * unit;
    return std::fabs(micros) < farthest ? std::optional(Micros(std::llround(micros))) : std::nullopt;
}

Heading heading(const QString &text)
{
    const QString whole = text.trimmed();
    for (const auto &[open, close] : {std::pair(u'[', u']'), std::pair(u'(', u')')}) {
        if (!whole.endsWith(close))
            continue;
        const qsizetype at = whole.lastIndexOf(open);
        if (at > 0 && whole.size() - at - 2 <= 16)
            return {whole.left(at).trimmed(), whole.mid(at + 1, whole.size() - at - 2).trimmed()};
    }
    return {whole, {}};
}

} // namespace muster::tables
