// Python's printf-style formatting (docs.python.org, "printf-style String Formatting").
#include "backends/mqtt/conventions/template/callables.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace muster::mqtt {

namespace {

struct Conversion
{
    bool left = false;
    bool plus = false;
    bool space = false;
    bool zero = false;
    bool alternate = false;
    int width = 0;
    int precision = -1;
    QChar letter {};
};

constexpr int maxWidth = 200;

int digitsAt(const QString &text, qsizetype &at)
{
    int value = 0;
    while (at < text.size() && text[at] >= QLatin1Char('0') && text[at] <= QLatin1Char('9'))
        value = std::min(value * 10 + text[at++].digitValue(), maxWidth + 1);
    return value;
}

Conversion conversionAt(const QString &text, qsizetype &at)
{
    Conversion made;
    for (; at < text.size() && QStringLiteral("-+ 0#").contains(text[at]); ++at) {
        made.left = made.left || text[at] == QLatin1Char('-');
        made.plus = made.plus || text[at] == QLatin1Char('+');
        made.space = made.space || text[at] == QLatin1Char(' ');
        made.zero = made.zero || text[at] == QLatin1Char('0');
        made.alternate = made.alternate || text[at] == QLatin1Char('#');
    }
    made.width = digitsAt(text, at);
    if (at < text.size() && text[at] == QLatin1Char('.'))
        made.precision = digitsAt(text, ++at);
    if (at < text.size())
        made.letter = text[at++];
    return made;
}

QString padded(const QString &sign, const QString &body, const Conversion &how, bool zeros)
{
    const qsizetype missing = how.width - sign.size() - body.size();
    if (missing <= 0)
        return sign + body;
    const QString space(missing, QLatin1Char(' '));
    if (how.left)
        return sign + body + space;
    return zeros ? sign + QString(missing, QLatin1Char('0')) + body : space + sign + body;
}

QString signOf(bool negative, const Conversion &how)
{
    return QString::fromLatin1(negative ? "-" : how.plus ? "+" : how.space ? " " : "");
}

std::optional<QString> whole(const Datum &value, const Conversion &how)
{
    const bool decimal = QStringLiteral("diu").contains(how.letter);
    if (!value.isWhole() && !(decimal && value.is(Datum::Kind::Real) && std::abs(value.real) < 9e18))
        return std::nullopt;
    const qint64 number = value.isWhole() ? value.toInteger() : qint64(value.real);
    const quint64 size = number < 0 ? quint64(0) - quint64(number) : quint64(number);
    const int base = how.letter.toLower() == QLatin1Char('x') ? 16 : how.letter == QLatin1Char('o') ? 8 : 10;
    QString body = QString::number(size, base);
    while (body.size() < how.precision)
        body.prepend(QLatin1Char('0'));
    if (how.letter == QLatin1Char('X'))
        body = body.toUpper();
    return padded(signOf(number < 0, how), body, how, how.zero);
}

std::optional<QString> real(const Datum &value, const Conversion &how)
{
    if (!value.isNumber())
        return std::nullopt;
    const double number = value.toReal();
    if (!std::isfinite(number))
        return padded(signOf(number < 0, how), QString::fromLatin1(std::isnan(number) ? "nan" : "inf"), how, false);
    const auto format = how.letter.toLower() == QLatin1Char('f') ? std::chars_format::fixed
        : how.letter.toLower() == QLatin1Char('e')               ? std::chars_format::scientific
                                                                 : std::chars_format::general;
    char buffer[700];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), format, how.precision < 0 ? 6 : how.precision).ptr;
    const QString body = QString::fromLatin1(buffer, end - buffer);
    return padded(signOf(std::signbit(number), how), how.letter.isUpper() ? body.toUpper() : body, how, how.zero);
}

std::optional<QString> converted(const Datum &value, const Conversion &how, Allowance &allowance)
{
    if (QStringLiteral("diuxXo").contains(how.letter))
        return whole(value, how);
    if (QStringLiteral("fFeEgG").contains(how.letter))
        return real(value, how);
    QString text = how.letter == QLatin1Char('r') ? pythonRepr(value, allowance) : pythonText(value, allowance);
    if (how.precision >= 0)
        text.truncate(how.precision);
    return padded({}, text, how, false);
}

} // namespace

Datum formatted(const QString &pattern, const QList<Datum> &values, Allowance &allowance)
{
    QString out;
    qsizetype used = 0;
    for (qsizetype at = 0; at < pattern.size() && allowance.take();) {
        if (pattern[at] != QLatin1Char('%')) {
            out += pattern[at++];
            continue;
        }
        const Conversion how = conversionAt(pattern, ++at);
        if (how.letter == QLatin1Char('%')) {
            out += how.letter;
            continue;
        }
        if (how.alternate || how.width > maxWidth || how.precision > maxWidth || !QStringLiteral("diuxXofFeEgGsr").contains(how.letter) || how.letter.isNull()) {
            allowance.end(Rendered::Exhausted); // %(name)s, %c and the like
            return {};
        }
        const auto text = used < values.size() ? converted(values[used], how, allowance) : std::nullopt;
        ++used;
        if (!text) {
            allowance.end(Rendered::Error);
            return {};
        }
        out += *text;
        if (out.size() > Allowance::maxText)
            allowance.end(Rendered::Exhausted);
    }
    if (used < values.size()) // "not all arguments converted"
        allowance.end(Rendered::Error);
    return Datum::string(out);
}

} // namespace muster::mqtt
