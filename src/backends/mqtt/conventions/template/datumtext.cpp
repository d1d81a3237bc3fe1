#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/template/datum.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <charconv>
#include <cmath>
#include <limits>

namespace muster::mqtt {

using Kind = Datum::Kind;

namespace {

// What Python calls printable, near enough: it escapes control and format characters and unassigned ones.
bool isPrintable(char32_t c)
{
    return c == U' ' || (QChar::isPrint(c) && QChar::category(c) != QChar::Separator_Space);
}

QString escaped(char32_t c)
{
    switch (c) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    case U'\\':
        return QStringLiteral("\\\\");
    default:
        break;
    }
    if (isPrintable(c))
        return QString::fromUcs4(&c, 1);
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    const QLatin1Char letter(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    return QLatin1Char('\\') + QString(letter) + QStringLiteral("%1").arg(uint(c), digits, 16, QLatin1Char('0'));
}

QString quoted(const QString &text)
{
    const bool doubled = text.contains(QLatin1Char('\'')) && !text.contains(QLatin1Char('"'));
    const QLatin1Char quote(doubled ? '"' : '\'');
    QString out(quote);
    const auto characters = text.toUcs4();
    for (const uint c : characters) {
        if (!doubled && c == '\'')
            out += QStringLiteral("\\'");
        else
            out += escaped(char32_t(c));
    }
    return out + quote;
}

QString realText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("nan");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-inf") : QStringLiteral("inf");
    return QString::fromLatin1(pythonForm(value));
}

QString jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.constData() + 1, array.size() - 2);
}

// Writes a list or dict with the texts of its items.
template<class Item>
QString written(const Datum &value, Allowance &allowance, const QString &comma, const QString &colon, Item item)
{
    const bool dict = value.is(Kind::Dict);
    QString out(QLatin1Char(dict ? '{' : value.is(Kind::Tuple) ? '(' : '['));
    for (qsizetype i = 0; i < value.items.size() && allowance.take(); ++i) {
        if (i > 0)
            out += dict && i % 2 == 1 ? colon : comma;
        out += item(value.items[i], dict && i % 2 == 0);
        if (out.size() > Allowance::maxText)
            allowance.end(Rendered::Exhausted);
    }
    if (value.is(Kind::Tuple) && value.items.size() == 1)
        out += QLatin1Char(',');
    return out + QLatin1Char(dict ? '}' : value.is(Kind::Tuple) ? ')' : ']');
}

// Takes white space off both ends and underscores from between digits; empty when there are others.
QByteArray digitsOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    QByteArray out;
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        const QChar c = trimmed[i];
        if (c.unicode() > 0x7F)
            return {};
        if (c != QLatin1Char('_')) {
            out += c.toLatin1();
            continue;
        }
        if (i == 0 || i + 1 == trimmed.size() || !isxdigit(uchar(trimmed[i - 1].toLatin1())) || !isxdigit(uchar(trimmed[i + 1].toLatin1())))
            return {};
    }
    return out;
}

} // namespace

QString pythonText(const Datum &value, Allowance &allowance)
{
    if (value.is(Kind::String))
        return value.text;
    return value.is(Kind::Undefined) ? QString() : pythonRepr(value, allowance);
}

QString pythonRepr(const Datum &given, Allowance &allowance, int depth)
{
    if (depth > Allowance::maxDepth) {
        allowance.end(Rendered::Exhausted);
        return {};
    }
    const Datum value = expanded(given, allowance);
    switch (value.kind) {
    case Kind::Undefined:
        return QStringLiteral("Undefined");
    case Kind::None:
        return QStringLiteral("None");
    case Kind::Boolean:
        return value.flag ? QStringLiteral("True") : QStringLiteral("False");
    case Kind::Integer:
        return QString::number(value.integer);
    case Kind::Real:
        return realText(value.real);
    case Kind::String:
        return quoted(value.text);
    default:
        return written(value, allowance, QStringLiteral(", "), QStringLiteral(": "),
                       [&](const Datum &item, bool) { return pythonRepr(item, allowance, depth + 1); });
    }
}

QString jsonText(const Datum &given, Allowance &allowance, int depth)
{
    const Datum value = expanded(given, allowance);
    if (depth > Allowance::maxDepth)
        allowance.end(Rendered::Exhausted);
    if (!allowance.isFine())
        return {};
    switch (value.kind) {
    case Kind::Undefined:
        allowance.end(Rendered::Error);
        return {};
    case Kind::None:
        return QStringLiteral("null");
    case Kind::Boolean:
        return value.flag ? QStringLiteral("true") : QStringLiteral("false");
    case Kind::Integer:
        return QString::number(value.integer);
    case Kind::Real:
        return std::isfinite(value.real) ? QString::fromLatin1(pythonForm(value.real)).remove(QLatin1Char('+')) : QStringLiteral("null");
    case Kind::String:
        return jsonString(value.text);
    default:
        break;
    }
    Datum plain = value; // a tuple is an array
    if (plain.is(Kind::Tuple))
        plain.kind = Kind::List;
    return written(plain, allowance, QStringLiteral(","), QStringLiteral(":"), [&](const Datum &item, bool key) {
        if (key && !item.is(Kind::String))
            allowance.end(Rendered::Error);
        return jsonText(item, allowance, depth + 1);
    });
}

std::optional<double> pythonFloat(const QString &text)
{
    QByteArray word = digitsOf(text).toLower();
    const bool negative = word.startsWith('-');
    if (negative || word.startsWith('+'))
        word.remove(0, 1);
    if (word.isEmpty() || word.startsWith('-') || word.startsWith('+'))
        return std::nullopt;
    double value = 0;
    if (word == "inf" || word == "infinity") {
        value = std::numeric_limits<double>::infinity();
    } else if (word == "nan") {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        if (word.startsWith('i') || word.startsWith('n'))
            return std::nullopt;
        const auto [end, error] = std::from_chars(word.cbegin(), word.cend(), value);
        if (end != word.cend() || (error != std::errc() && error != std::errc::result_out_of_range))
            return std::nullopt;
        if (error != std::errc()) // too large or too small for a double
            value = word.contains("e-") ? 0 : std::numeric_limits<double>::infinity();
    }
    return negative ? -value : value;
}

std::optional<qint64> pythonInt(const QString &text, int base)
{
    QByteArray word = digitsOf(text).toLower();
    const bool negative = word.startsWith('-');
    if (negative || word.startsWith('+'))
        word.remove(0, 1);
    const auto prefixed = [&word, &base](const char *prefix, int meant) {
        if ((base != meant && base != 0) || !word.startsWith(prefix))
            return;
        word.remove(0, 2);
        base = meant;
    };
    prefixed("0x", 16);
    prefixed("0o", 8);
    prefixed("0b", 2);
    if (word.isEmpty() || word.startsWith('-') || word.startsWith('+') || base < 0 || base == 1 || base > 36)
        return std::nullopt;
    if (base == 0)
        base = 10;
    quint64 value = 0;
    const auto [end, error] = std::from_chars(word.cbegin(), word.cend(), value, base);
    if (end != word.cend() || error != std::errc() || value > quint64(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return negative ? -qint64(value) : qint64(value);
}

} // namespace muster::mqtt
