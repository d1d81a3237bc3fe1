#include "ui/console/consolelog.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype bytesPerRow = 16;

QString escaped(uchar byte)
{
    return QStringLiteral("\\x%1").arg(uint(byte), 2, 16, QLatin1Char('0'));
}

bool isPrintable(QChar c)
{
    return c.isPrint() && c.category() != QChar::Other_Format && c != QChar::ReplacementCharacter;
}

/// Of a character of UTF-8, by its first byte; 1 where it can be none.
qsizetype sequenceLength(uchar first)
{
    return first >= 0xF0 && first < 0xF8 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 1;
}

} // namespace

void ConsoleLog::add(const WireChunk &chunk)
{
    if (!m_places.contains(chunk.where) && m_places.size() < maxPlaces)
        m_places.append(chunk.where);
    const bool goesOn = m_isOpen && !m_lines.empty() && m_lines.back().outgoing == chunk.outgoing && m_lines.back().where == chunk.where
        && chunk.time - m_last < pause && !chunk.whole;
    if (!goesOn)
        m_isOpen = false;
    for (QByteArrayView rest = chunk.bytes; !rest.isEmpty();) {
        if (!m_isOpen)
            begin(chunk);
        ConsoleLine &line = m_lines.back();
        const qsizetype end = rest.indexOf('\n');
        const qsizetype wanted = end < 0 ? rest.size() : end + 1;
        const qsizetype size = std::min(wanted, maxLine - line.bytes.size());
        line.bytes.append(rest.first(size));
        m_bytes += size;
        rest = rest.sliced(size);
        m_isOpen = !line.bytes.endsWith('\n') && line.bytes.size() < maxLine;
        trim();
    }
    m_isOpen = m_isOpen && !chunk.whole;
    m_last = chunk.time;
}

void ConsoleLog::begin(const WireChunk &chunk)
{
    m_lines.push_back({chunk.time, chunk.outgoing, chunk.where, {}});
    m_isOpen = true;
}

void ConsoleLog::trim()
{
    while (m_lines.size() > 1 && (qsizetype(m_lines.size()) > maxLines || m_bytes > maxBytes)) {
        m_bytes -= m_lines.front().bytes.size();
        m_lines.pop_front();
        ++m_first;
        ++m_dropped;
    }
}

void ConsoleLog::clear()
{
    m_first += m_lines.size();
    m_lines.clear();
    m_bytes = 0;
    m_dropped = 0;
    m_lost = 0;
    m_isOpen = false;
}

QString consoleText(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const auto byte = uchar(bytes[at]);
        const QByteArrayView sequence = bytes.sliced(at, std::min(sequenceLength(byte), bytes.size() - at));
        if (byte >= 0x80) {
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString character = decoder.decode(sequence);
            if (sequence.size() > 1 && !decoder.hasError() && (character.size() > 1 || isPrintable(character.front()))) {
                text += character;
                at += sequence.size();
                continue;
            }
        }
        if ((byte >= 0x20 && byte < 0x7F) || byte == '\t')
            text += QLatin1Char(char(byte));
        else if (byte != '\n' && byte != '\r') // line ends are what they are
            text += escaped(byte);
        ++at;
    }
    return text;
}

QStringList consoleHex(QByteArrayView bytes)
{
    QStringList rows;
    for (qsizetype at = 0; at < bytes.size(); at += bytesPerRow) {
        const QByteArrayView part = bytes.sliced(at, std::min(bytesPerRow, bytes.size() - at));
        QString hex = QString::fromLatin1(part.toByteArray().toHex(' ').toUpper());
        QString characters;
        for (const char byte : part)
            characters += byte >= 0x20 && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('.');
        rows.append(hex.leftJustified(3 * bytesPerRow) + QLatin1Char(' ') + characters);
    }
    return rows;
}

Result<QByteArray> bytesFromHex(const QString &text)
{
    QString digits = text;
    digits.remove(QLatin1String("0x"), Qt::CaseInsensitive).remove(QLatin1Char(' ')).remove(QLatin1Char(','));
    const auto isDigit = [](QChar c) { return c.unicode() < 128 && isxdigit(c.unicode()) != 0; };
    if (digits.size() % 2 != 0 || !std::all_of(digits.cbegin(), digits.cend(), isDigit))
        return failure(Error::Code::Invalid, QCoreApplication::translate("muster::Console", "Bytes are written as pairs of hexadecimal digits: 01 FF 0D."));
    return QByteArray::fromHex(digits.toLatin1());
}

} // namespace muster
