#include "backends/mqtt/conventions/scalars.h"

#include <QtNumeric>
#include <QUtf8StringView>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace muster::mqtt {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The grammar of a JSON number: -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?; `zeros` lets "007" pass.
bool looksLikeNumber(QByteArrayView text, bool zeros)
{
    const char *p = text.begin();
    const char *const end = text.end();
    const auto digits = [&] {
        const char *const from = p;
        while (p != end && isDigit(*p))
            ++p;
        return p - from;
    };
    if (p != end && *p == '-')
        ++p;
    const char *const whole = p;
    if (digits() == 0 || (!zeros && p - whole > 1 && *whole == '0'))
        return false;
    if (p != end && *p == '.') {
        ++p;
        if (digits() == 0)
            return false;
    }
    if (p != end && (*p == 'e' || *p == 'E')) {
        ++p;
        if (p != end && (*p == '+' || *p == '-'))
            ++p;
        if (digits() == 0)
            return false;
    }
    return p == end;
}

std::optional<double> toNumber(QByteArrayView text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    if (error != std::errc() || end != text.end() || !qIsFinite(value))
        return std::nullopt;
    return value;
}

QByteArray shortest(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return QByteArray(text, end - text);
}

} // namespace

std::optional<double> strictNumber(QByteArrayView text)
{
    text = text.trimmed();
    return looksLikeNumber(text, true) ? toNumber(text) : std::nullopt;
}

std::optional<double> numericString(QByteArrayView text)
{
    if (!looksLikeNumber(text, false))
        return std::nullopt;
    const auto digits = std::count_if(text.begin(), text.end(), isDigit);
    if (digits > 15 + (text.contains('.') ? 2 : -1))
        return std::nullopt;
    return toNumber(text);
}

bool isNoValue(QByteArrayView text)
{
    switch (text.size()) {
    case 0: return true;
    case 4: return text == "None";
    case 7: return text == "unknown";
    case 11: return text == "unavailable";
    default: return false;
    }
}

QByteArray pythonForm(double number)
{
    if (number == 0)
        return std::signbit(number) ? QByteArrayLiteral("-0.0") : QByteArrayLiteral("0.0");
    const double size = std::fabs(number);
    char text[400];
    if (size >= 1e16 || size < 1e-4) {
        const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
        return QByteArray(text, end - text);
    }
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr;
    QByteArray form(text, end - text);
    if (!form.contains('.'))
        form += ".0";
    return form;
}

QByteArray pythonForm(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return pythonForm(value.toBool()).toByteArray();
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return std::floor(number) == number && std::fabs(number) < 1e16 ? QByteArray::number(qint64(number)) : pythonForm(number);
    }
    case QJsonValue::String: return value.toString().toUtf8();
    default: return QByteArrayLiteral("None");
    }
}

QByteArray plainNumber(double number)
{
    if (std::floor(number) == number && std::fabs(number) < 1e15)
        return QByteArray::number(qint64(number));
    return shortest(number);
}

QByteArrayView Scalar::form(QByteArray &buffer) const
{
    switch (kind) {
    case Kind::Null: return "None";
    case Kind::Boolean: return pythonForm(flag);
    case Kind::Integer: return buffer = QByteArray::number(integer);
    case Kind::Unsigned: return buffer = QByteArray::number(quint64(integer));
    case Kind::Real: return buffer = pythonForm(number);
    case Kind::String: break;
    }
    return text;
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

} // namespace muster::mqtt
