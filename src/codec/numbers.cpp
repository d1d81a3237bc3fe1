#include "codec/numbers.h"

#include <QUtf8StringView>
#include <QtNumeric>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace muster::codec {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The powers of ten that a double holds exactly.
constexpr std::array<double, 23> powers {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22};

// What is too long for the short way.
bool takeLongNumber(const char *from, const char *to, char mark, double &number)
{
    if (*from == '+')
        ++from;
    std::string text(from, to);
    if (mark != '.')
        std::replace(text.begin(), text.end(), mark, '.');
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && stop == text.data() + text.size() && qIsFinite(number);
}

const char *behindExponent(const char *q, const char *end)
{
    const char *const at = q++;
    if (q != end && (*q == '-' || *q == '+'))
        ++q;
    if (q == end || !isDigit(*q))
        return at;
    while (q != end && isDigit(*q))
        ++q;
    return q;
}

} // namespace

bool takeNumber(const char *&p, const char *end, double &number, char mark)
{
    const char *q = p;
    const bool negative = q != end && *q == '-';
    if (q != end && (*q == '-' || *q == '+'))
        ++q;
    quint64 digits = 0;
    const char *const whole = q;
    for (; q != end && isDigit(*q); ++q)
        digits = digits * 10 + quint64(*q - '0');
    auto count = q - whole;
    qsizetype behind = 0;
    if (q != end && *q == mark) {
        const char *const fraction = ++q;
        for (; q != end && isDigit(*q); ++q)
            digits = digits * 10 + quint64(*q - '0');
        behind = q - fraction;
        count += behind;
    }
    if (count == 0)
        return false;
    const char *const plain = q;
    if (q != end && (*q == 'e' || *q == 'E'))
        q = behindExponent(q, end);
    // Up to 15 digits and a power of ten that is exact: one division rounds correctly (Clinger 1990).
    if (q == plain && count <= 15) {
        number = double(digits);
        if (behind > 0)
            number /= powers[size_t(behind)];
        if (negative)
            number = -number;
    } else if (!takeLongNumber(p, q, mark, number)) {
        return false;
    }
    p = q;
    return true;
}

std::optional<double> wholeNumber(QByteArrayView text, char mark)
{
    text = text.trimmed();
    const char *p = text.begin();
    double number = 0;
    if (!takeNumber(p, text.end(), number, mark) || p != text.end())
        return std::nullopt;
    return number;
}

bool isNoNumber(QByteArrayView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return true;
    static constexpr std::array<const char *, 12> words {"nan", "-nan", "inf", "-inf", "+inf", "ovf", "null", "none", "n/a", "na", "-", "--"};
    return text.size() <= 4 && std::any_of(words.begin(), words.end(), [&](const char *word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
}

bool isPlainText(QByteArrayView bytes)
{
    const bool controls = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7F;
    });
    return !controls && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

} // namespace muster::codec
