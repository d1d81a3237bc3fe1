#pragma once

#include "core/wire.h"

#include <QStringList>

#include <deque>

namespace muster {

/// A line of the console: bytes that went one way without a pause, up to a line end.
struct ConsoleLine
{
    Micros time = 0;       ///< of its first byte
    bool outgoing = false;
    QString where {};
    QByteArray bytes {};   ///< with its line end
};

/// What went over one connection, as lines; bounded in lines and bytes, the oldest go first and are counted. Pure.
class ConsoleLog
{
public:
    static constexpr qsizetype maxLines = 20'000;
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;
    static constexpr qsizetype maxLine = 1'024;          ///< bytes; longer ones go on in the next
    static constexpr Micros pause = 300'000;             ///< after a longer silence a new line begins
    static constexpr qsizetype maxPlaces = 200;

    void add(const WireChunk &chunk);
    /// Bytes that never came here because the window could not keep up.
    void addLost(quint64 bytes) { m_lost += bytes; }
    void clear();

    [[nodiscard]] const std::deque<ConsoleLine> &lines() const { return m_lines; }
    /// The number of the first line that is kept, counted from 0 since the start.
    [[nodiscard]] quint64 first() const { return m_first; }
    /// Lines that had to go, and bytes that never came.
    [[nodiscard]] quint64 droppedLines() const { return m_dropped; }
    [[nodiscard]] quint64 lostBytes() const { return m_lost; }
    /// Whether more may still be added to the last line.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// The ports, topics or characteristics seen so far.
    [[nodiscard]] const QStringList &places() const { return m_places; }

private:
    void begin(const WireChunk &chunk);
    void trim();

    std::deque<ConsoleLine> m_lines;
    QStringList m_places;
    qsizetype m_bytes = 0;
    quint64 m_first = 0;
    quint64 m_dropped = 0;
    quint64 m_lost = 0;
    Micros m_last = 0;     ///< of the latest byte
    bool m_isOpen = false;
};

/// How a line reads. What is no printable character is written as \x1B.
[[nodiscard]] QString consoleText(QByteArrayView bytes);
/// "74 3D 31 0A              t=1.", sixteen bytes a row.
[[nodiscard]] QStringList consoleHex(QByteArrayView bytes);
/// Bytes written as hexadecimal digits, with or without blanks between them. Errors: Invalid.
[[nodiscard]] Result<QByteArray> bytesFromHex(const QString &text);

} // namespace muster
