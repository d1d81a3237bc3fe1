#include "query/literals.h"

#include <QLocale>

#include <cmath>

namespace muster {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// How many characters at the start make a number; 0: none do.
qsizetype numberLength(QStringView text)
{
    qsizetype i = 0;
    const auto digits = [&] {
        const qsizetype from = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - from;
    };
    if (i < text.size() && (text[i] == u'-' || text[i] == u'+'))
        ++i;
    qsizetype found = digits();
    if (i < text.size() && text[i] == u'.') {
        ++i;
        found += digits();
    }
    if (found == 0)
        return 0;
    const qsizetype mantissa = i;
    if (i < text.size() && (text[i] == u'e' || text[i] == u'E')) {
        ++i;
        if (i < text.size() && (text[i] == u'-' || text[i] == u'+'))
            ++i;
        if (digits() == 0)
            return mantissa;
    }
    return i;
}

bool startsUnit(QChar c)
{
    return c.isLetter() || c == u'%' || c == u'°' || c == u'µ';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The run of digits at `at` without its leading zeros; moves `at` behind it.
QByteArrayView digitsAt(QByteArrayView text, qsizetype &at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

} // namespace

std::optional<Quantity> readQuantity(QStringView text)
{
    const qsizetype length = numberLength(text);
    if (length == 0)
        return std::nullopt;
    bool ok = false;
    const double value = QLocale::c().toDouble(text.first(length), &ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    const QStringView unit = text.sliced(length).trimmed();
    if (!unit.isEmpty() && !startsUnit(unit.front()))
        return std::nullopt;
    return Quantity {value, unit.toString()};
}

std::optional<double> readDuration(QStringView text)
{
    struct Unit
    {
        QLatin1StringView name;
        double seconds;
    };
    constexpr Unit units[] {{QLatin1StringView("ms"), 0.001}, {QLatin1StringView("s"), 1}, {QLatin1StringView("m"), 60}, {QLatin1StringView("h"), 3'600},
        {QLatin1StringView("d"), 86'400}, {QLatin1StringView("w"), 604'800}};
    double sum = 0;
    if (text.isEmpty())
        return std::nullopt;
    while (!text.isEmpty()) {
        qsizetype number = 0;
        while (number < text.size() && (isDigit(text[number]) || text[number] == u'.'))
            ++number;
        qsizetype end = number;
        while (end < text.size() && text[end].isLetter())
            ++end;
        bool ok = false;
        const double amount = QLocale::c().toDouble(text.first(number), &ok);
        const QStringView name = text.sliced(number, end - number);
        const auto unit = std::find_if(std::begin(units), std::end(units), [&](const Unit &u) { return name.compare(u.name, Qt::CaseInsensitive) == 0; });
        if (!ok || !std::isfinite(amount) || unit == std::end(units))
            return std::nullopt;
        sum += amount * unit->seconds;
        text = text.sliced(end);
    }
    return sum;
}

bool sameUnit(QStringView a, QStringView b)
{
    const auto bare = [](QStringView unit) {
        unit = unit.trimmed();
        return unit.startsWith(u'°') ? unit.sliced(1).trimmed() : unit;
    };
    return bare(a) == bare(b);
}

QByteArray folded(const QString &text)
{
    return text.toLower().toUtf8();
}

std::strong_ordering naturalOrder(QByteArrayView a, QByteArrayView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QByteArrayView left = digitsAt(a, i);
            const QByteArrayView right = digitsAt(b, j);
            if (left.size() != right.size())
                return left.size() <=> right.size();
            if (const int order = left.compare(right); order != 0)
                return order <=> 0;
        } else if (a[i] != b[j]) {
            return quint8(a[i]) <=> quint8(b[j]);
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i <=> b.size() - j;
}

} // namespace muster
