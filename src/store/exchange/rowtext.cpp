#include "store/exchange/rowtext.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace muster {

namespace {

constexpr Micros second = 1'000'000;
constexpr int mostDecimals = 9;
constexpr std::array<double, mostDecimals + 1> powers {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
constexpr double exactly = 1e15; // up to here every whole number of fifteen digits is its own double

qint64 floorDivide(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

QByteArray padded(qint64 value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

/// Exactly `digits` digits of a number that has no more.
char *fixed(char *at, qint64 value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = char('0' + value % 10);
        value /= 10;
    }
    return at + digits;
}

/// n / 10^decimals, which is positive.
char *decimal(char *at, quint64 n, int decimals)
{
    while (decimals > 0 && n % 10 == 0) {
        n /= 10;
        --decimals;
    }
    const auto power = quint64(powers[size_t(decimals)]);
    at = std::to_chars(at, at + RowText::room, n / power).ptr;
    if (decimals == 0)
        return at;
    *at++ = '.';
    return fixed(at, qint64(n % power), decimals);
}

} // namespace

namespace csv {

QByteArray text(const QString &text)
{
    // The full-width forms count as well: some spreadsheets read them like the plain ones.
    static const QString formula = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    QByteArray bytes = text.toUtf8();
    bool isNumber = false;
    bytes.toDouble(&isNumber);
    const bool harmful = !text.isEmpty() && formula.contains(text.front()) && !isNumber;
    if (harmful)
        bytes.prepend('\'');
    const bool quoted = harmful || std::any_of(bytes.begin(), bytes.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
    if (!quoted)
        return bytes;
    return '"' + bytes.replace('"', QByteArrayLiteral("\"\"")) + '"';
}

} // namespace csv

namespace json {

QByteArray text(const QString &text)
{
    QByteArray out = QByteArrayLiteral("\"");
    const QByteArray bytes = text.toUtf8();
    for (const char c : bytes) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (quint8(c) >= 0x20)
            out += c;
        else
            out += QByteArrayLiteral("\\u00") + QByteArray::number(quint8(c), 16).rightJustified(2, '0');
    }
    return out + '"';
}

} // namespace json

char *RowText::number(char *at, double value)
{
    if (std::isnan(value))
        return at;
    // Most numbers are a whole number over a small power of ten: then no shorter text reads back the same, and division is cheap.
    const double size = std::fabs(value);
    for (int decimals = m_decimals, left = mostDecimals + 1; left > 0 && size < exactly; --left) {
        const double scaled = std::nearbyint(size * powers[size_t(decimals)]);
        if (scaled < exactly && scaled / powers[size_t(decimals)] == size) {
            if (std::signbit(value))
                *at++ = '-';
            m_decimals = decimals;
            return decimal(at, quint64(scaled), decimals);
        }
        decimals = decimals == mostDecimals ? 0 : decimals + 1;
    }
    return std::to_chars(at, at + room, value).ptr;
}

char *RowText::integer(char *at, qint64 value)
{
    return std::to_chars(at, at + room, value).ptr;
}

void RowText::rememberMinute(qint64 minute)
{
    // Offsets change at full quarters of an hour at the most.
    if (const qint64 span = floorDivide(minute, 15); span != m_offsetSpan) {
        m_offsetSpan = span;
        m_offset = QDateTime::fromSecsSinceEpoch(minute * 60).offsetFromUtc();
        const int minutes = std::abs(m_offset) / 60;
        m_tail = (m_offset < 0 ? '-' : '+') + padded(minutes / 60, 2) + ':' + padded(minutes % 60, 2);
    }
    m_minute = minute;
    const qint64 local = minute + floorDivide(m_offset, 60);
    const QDate date = QDate(1970, 1, 1).addDays(floorDivide(local, 1'440));
    const qint64 ofDay = local - floorDivide(local, 1'440) * 1'440;
    m_head = padded(date.year(), 4) + '-' + padded(date.month(), 2) + '-' + padded(date.day(), 2) + 'T' + padded(ofDay / 60, 2) + ':' + padded(ofDay % 60, 2) + ':';
}

char *RowText::time(char *at, Micros time)
{
    if (const qint64 minute = floorDivide(time, 60 * second); minute != m_minute) [[unlikely]]
        rememberMinute(minute);
    std::memcpy(at, m_head.constData(), size_t(m_head.size()));
    at += m_head.size();
    const qint64 micros = time - m_minute * 60 * second;
    at = fixed(at, micros / second, 2);
    *at++ = '.';
    const qint64 part = micros % second;
    at = part % 1'000 == 0 ? fixed(at, part / 1'000, 3) : fixed(at, part, 6);
    std::memcpy(at, m_tail.constData(), size_t(m_tail.size()));
    return at + m_tail.size();
}

char *RowText::seconds(char *at, Micros duration)
{
    at = std::to_chars(at, at + room, duration / second).ptr;
    *at++ = '.';
    return fixed(at, duration % second, 6);
}

} // namespace muster
