#include "tables/tableformat.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace muster::tables {

namespace {

constexpr qsizetype recordsLookedAt = 200;

/// Whether one of the words, which are given with bars between them, stands in the name.
bool sounds(QStringView name, QStringView words)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at <= name.size(); ++at) {
        if (at < name.size() && name.at(at).isLetter())
            continue;
        const QStringView word = name.sliced(from, at - from);
        for (const QStringView known : words.tokenize(u'|'))
            if (word.compare(known, Qt::CaseInsensitive) == 0)
                return true;
        from = at + 1;
    }
    return false;
}

/// The share of non-empty cells in a column, from row `first` on, for which something holds; 0 when all are empty.
template<class Test>
double share(const QList<QStringList> &records, int column, qsizetype first, Test test)
{
    int all = 0;
    int good = 0;
    for (qsizetype row = first; row < records.size(); ++row) {
        const QString cell = records.at(row).value(column);
        if (cell.trimmed().isEmpty())
            continue;
        ++all;
        good += test(cell) ? 1 : 0;
    }
    return all == 0 ? 0 : double(good) / all;
}

bool isTime(const QString &cell)
{
    return time(cell, TimeForm::Iso, u'.') || time(cell, TimeForm::DayFirst, u'.') || time(cell, TimeForm::MonthFirst, u'.');
}

/// How much of a table makes sense with this separator and decimal mark: cells that are numbers or times, in records as wide as most are.
double sense(const QList<QStringList> &records, QChar decimalMark)
{
    if (records.isEmpty())
        return 0;
    QHash<qsizetype, int> widths;
    for (const QStringList &record : records)
        ++widths[record.size()];
    const auto usual = std::max_element(widths.cbegin(), widths.cend(), [](int a, int b) { return a < b; });
    if (usual.key() < 2)
        return 0;
    double good = 0;
    double all = 0;
    for (const QStringList &record : records) {
        for (const QString &cell : record) {
            if (cell.isEmpty())
                continue;
            all += 1;
            good += record.size() == usual.key() && (number(cell, decimalMark) || isTime(cell)) ? 1 : 0;
        }
    }
    // A little for the shape alone, so that a table of words is cut where it should be.
    return (all > 0 ? good / all : 0) + 0.1 * double(*usual) / double(records.size());
}

void guessCut(QByteArrayView head, TableFormat &format)
{
    double best = -1;
    for (const QChar separator : {u',', u';', u'\t', u'|'}) {
        TableFormat attempt = format;
        attempt.separator = separator;
        const QList<QStringList> records = firstRecords(head, attempt, recordsLookedAt);
        for (const QChar mark : {u'.', u','}) {
            if (separator == mark)
                continue;
            double found = sense(records, mark);
            // 1,234 is either: where a comma is not what separates, it is more likely a decimal mark.
            const auto has = [&](QChar c) { return std::any_of(records.begin(), records.end(), [&](const QStringList &r) { return r.join(QString()).contains(c); }); };
            found += mark == u',' && has(u',') && !has(u'.') ? 0.001 : 0;
            if (found > best + 1e-9) {
                best = found;
                format.separator = separator;
                format.decimalMark = mark;
            }
        }
    }
}

/// Which way a column tells the time; nothing when it does not.
std::optional<TimeForm> timeFormOf(const QList<QStringList> &records, int column, const TableFormat &format, const QString &name, bool monthFirst)
{
    const qsizetype first = format.header ? 1 : 0;
    const auto fits = [&](TimeForm form) { return share(records, column, first, [&](const QString &cell) { return time(cell, form, format.decimalMark).has_value(); }) >= 0.75; };
    // Eight digits are a number more often than a day.
    static const QRegularExpression mark(QStringLiteral("\\d[-/.:T]\\d"));
    const bool marked = share(records, column, first, [](const QString &cell) { return cell.contains(mark); }) >= 0.75;
    if (marked && fits(TimeForm::Iso))
        return TimeForm::Iso;
    const bool day = marked && fits(TimeForm::DayFirst);
    const bool month = marked && fits(TimeForm::MonthFirst);
    if (day || month) {
        const bool slashes = share(records, column, first, [](const QString &cell) { return cell.contains(u'/'); }) > 0.9;
        const bool halves = share(records, column, first, [](const QString &cell) { return cell.endsWith(u'M', Qt::CaseInsensitive); }) > 0.9;
        return !day || (month && slashes && (monthFirst || halves)) ? TimeForm::MonthFirst : TimeForm::DayFirst;
    }
    double last = 0;
    bool rising = true;
    const auto inOrder = [&](double least, double most) {
        return share(records, column, first, [&](const QString &cell) {
            const auto value = number(cell, format.decimalMark);
            if (!value || *value < least || *value > most)
                return false;
            rising = rising && *value >= last;
            last = *value;
            return true;
        }) > 0.9;
    };
    const bool named = sounds(name, u"time|timestamp|ts|date|epoch|unix|zeit|zeitstempel|datum");
    for (const auto &[form, unit] : {std::pair(TimeForm::EpochSeconds, 1.0), std::pair(TimeForm::EpochMillis, 1e3), std::pair(TimeForm::EpochMicros, 1e6)}) {
        last = 0;
        rising = true;
        if (inOrder(3e8 * unit, 5e9 * unit) && (named || rising)) // 1979 … 2128
            return form;
    }
    return std::nullopt;
}

bool guessHeader(const QList<QStringList> &records, QChar decimalMark)
{
    if (records.isEmpty())
        return false;
    const auto speaks = [&](const QString &cell) { return number(cell, decimalMark) || isTime(cell); };
    const QStringList &first = records.constFirst();
    if (std::any_of(first.begin(), first.end(), speaks))
        return false;
    if (records.size() == 1)
        return true;
    for (int column = 0; column < first.size(); ++column) {
        if (share(records, column, 1, speaks) > 0.5)
            return true;
    }
    return false;
}

/// A row for each value: a column of words that names it, and one of numbers.
void guessShape(const QList<QStringList> &records, TableFormat &format)
{
    const qsizetype first = format.header ? 1 : 0;
    int words = -1;
    int numbers = 0;
    for (int column = 0; column < format.columns.size(); ++column) {
        if (column == format.timeColumn)
            continue;
        const QString &name = format.columns.at(column).name;
        const bool numeric = share(records, column, first, [&](const QString &cell) { return number(cell, format.decimalMark).has_value(); }) > 0.9;
        if (sounds(name, u"unit|units|einheit") && !numeric)
            format.unitColumn = column;
        else if (sounds(name, u"device|host|station|gerät|gateway") && !numeric)
            format.deviceColumn = column;
        else if (sounds(name, u"value|wert|val|reading|messwert"))
            format.valueColumn = column;
        else if (numeric)
            ++numbers;
        else if (words < 0 || sounds(name, u"name|metric|sensor|series|key|tag|variable|channel|measurement|signal|kanal|messgröße|topic"))
            words = column;
        if (numeric && format.valueColumn < 0 && !format.header)
            format.valueColumn = column; // a table without a header, in the usual order
    }
    format.nameColumn = words >= 0 ? words : format.deviceColumn;
    if (words < 0)
        format.deviceColumn = -1;
    // A "seconds since the start" beside it is ours.
    format.isLong = format.nameColumn >= 0 && format.valueColumn >= 0 && numbers <= 1;
}

} // namespace

TableFormat guess(QByteArrayView head, bool monthFirst)
{
    TableFormat format;
    format.encoding = guessEncoding(head);
    guessCut(head, format);
    format.header = guessHeader(firstRecords(head, format, recordsLookedAt), format.decimalMark);
    return nameColumns(head, format, monthFirst);
}

TableFormat nameColumns(QByteArrayView head, TableFormat format, bool monthFirst)
{
    const QList<QStringList> records = firstRecords(head, format, recordsLookedAt);
    format.columns.clear();
    format.timeColumn = format.nameColumn = format.valueColumn = format.unitColumn = format.deviceColumn = -1;
    qsizetype width = 0;
    for (const QStringList &record : records)
        width = std::max(width, record.size());
    for (int column = 0; column < width; ++column) {
        const Heading named = format.header && !records.isEmpty() ? heading(records.constFirst().value(column)) : Heading();
        format.columns.append({named.name.isEmpty() ? QStringLiteral("column %1").arg(column + 1) : named.name, named.unit, true});
        if (format.timeColumn >= 0)
            continue;
        if (const auto form = timeFormOf(records, column, format, named.name, monthFirst)) {
            format.timeColumn = column;
            format.timeForm = *form;
        }
    }
    for (int column = 0; column < width; ++column) // what counts from the start of the table says nothing more
        format.columns[column].used = column != format.timeColumn && !(format.timeColumn >= 0 && format.columns.at(column).name == QLatin1String("seconds"));
    guessShape(records, format);
    return format;
}

QList<QStringList> firstRecords(QByteArrayView head, const TableFormat &format, qsizetype most, bool whole)
{
    CsvText text(format.encoding, format.separator);
    (void) text.feed(head);
    QList<QStringList> records = text.records();
    if (whole && records.size() < most && text.finish())
        records += text.records();
    else if (!whole && records.isEmpty() && text.finish())
        records = text.records();
    records.resize(std::min(records.size(), most));
    return records;
}

} // namespace muster::tables
