#pragma once

#include "core/device.h"

#include <QByteArray>

#include <limits>

namespace muster {

/// How exports write their parts; pure.
namespace csv {

/// A text as one field: quoted when it has to be, and made harmless where a spreadsheet would take it for a formula
/// (it starts with = + - @, a tab or a line break and is no number): an apostrophe goes before it.
[[nodiscard]] QByteArray text(const QString &text);

} // namespace csv

namespace json {

/// A text in quotes, RFC 8259.
[[nodiscard]] QByteArray text(const QString &text);

} // namespace json

/// Writes numbers and times at the end of a run of bytes. Fast where rows resemble each other: it remembers how many decimals the last number
/// needed, and the date, hour, minute and offset of the last time. Each function needs `room` bytes and returns the end of what it wrote.
class RowText
{
public:
    static constexpr qsizetype room = 48;

    /// The shortest decimal number that reads back as the same double; nothing for NaN.
    char *number(char *at, double value);
    static char *integer(char *at, qint64 value);
    /// Local ISO 8601 with offset: milliseconds, or microseconds where those are not zero. "2026-11-22T12:04:31.250+01:00"
    char *time(char *at, Micros time);
    /// Seconds with six decimals.
    static char *seconds(char *at, Micros duration);

private:
    void rememberMinute(qint64 minute);

    int m_decimals = 0;
    qint64 m_minute = std::numeric_limits<qint64>::min(); ///< since 1970
    qint64 m_offsetSpan = std::numeric_limits<qint64>::min(); ///< quarter of an hour since 1970 for which m_offset holds
    int m_offset = 0;       ///< seconds east of UTC
    QByteArray m_head;      ///< "2026-11-22T12:04:"
    QByteArray m_tail;      ///< "+01:00"
};

} // namespace muster
