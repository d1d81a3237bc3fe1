#include "tables/csvtext.h"

#include <algorithm>

namespace muster::tables {

namespace {

QStringConverter::Encoding converter(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8: return QStringConverter::Utf8;
    case Encoding::Latin1: return QStringConverter::Latin1;
    case Encoding::Utf16LittleEndian: return QStringConverter::Utf16LE;
    case Encoding::Utf16BigEndian: return QStringConverter::Utf16BE;
    }
    return QStringConverter::Utf8;
}

} // namespace

Encoding guessEncoding(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8;
    if (head.startsWith("\xFF\xFE"))
        return Encoding::Utf16LittleEndian;
    if (head.startsWith("\xFE\xFF"))
        return Encoding::Utf16BigEndian;
    const qsizetype pairs = std::min<qsizetype>(head.size(), 4'096) / 2;
    qsizetype zeroAtOdd = 0;
    qsizetype zeroAtEven = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        zeroAtEven += head.at(2 * i) == 0;
        zeroAtOdd += head.at(2 * i + 1) == 0;
    }
    if (pairs > 2 && zeroAtOdd > pairs * 3 / 4 && zeroAtEven < pairs / 4)
        return Encoding::Utf16LittleEndian;
    if (pairs > 2 && zeroAtEven > pairs * 3 / 4 && zeroAtOdd < pairs / 4)
        return Encoding::Utf16BigEndian;
    QStringDecoder utf8(QStringConverter::Utf8); // keeps a character that is cut off at the end for later
    (void) QString(utf8.decode(head)); // it is decoded when it is made a string of
    return utf8.hasError() ? Encoding::Latin1 : Encoding::Utf8;
}

CsvText::CsvText(Encoding encoding, QChar separator)
    : m_decoder(converter(encoding))
    , m_separator(separator)
{}

bool CsvText::feed(QByteArrayView bytes)
{
    m_records.clear();
    if (m_fault != Fault::None)
        return false;
    const QString text = m_decoder.decode(bytes);
    if (!take(text))
        return false;
    if (m_decoder.hasError())
        m_fault = Fault::OtherEncoding;
    return m_fault == Fault::None;
}

bool CsvText::finish()
{
    m_records.clear();
    if (m_fault == Fault::None && (!m_record.isEmpty() || !m_field.isEmpty() || m_state != State::FieldStart))
        endRecord();
    return m_fault == Fault::None;
}

bool CsvText::take(QStringView text)
{
    for (const QChar c : text) {
        step(c);
        if (m_fault != Fault::None)
            return false;
    }
    return true;
}

void CsvText::step(QChar c)
{
    if (c == u'\n' && std::exchange(m_afterReturn, false))
        return; // the second half of a CRLF
    m_afterReturn = false;
    if (c == QChar::Null) {
        m_fault = Fault::Binary;
        return;
    }
    if (++m_length > longestRecord) {
        m_fault = Fault::LineTooLong;
        return;
    }
    const bool lineBreak = c == u'\n' || c == u'\r';
    if (lineBreak)
        ++m_line;
    if (m_state == State::Quoted) {
        if (c == u'"')
            m_state = State::QuoteInQuoted;
        else
            m_field += c;
        return;
    }
    if (lineBreak) {
        m_afterReturn = c == u'\r';
        endRecord();
    } else if (c == m_separator) {
        endField();
    } else if (c == u'"' && m_state == State::FieldStart) {
        m_state = State::Quoted;
    } else if (c == u'"' && m_state == State::QuoteInQuoted) {
        m_field += c;
        m_state = State::Quoted;
    } else {
        m_field += c;
        m_state = State::Plain;
    }
}

void CsvText::endField()
{
    if (m_record.size() >= mostFields)
        m_fault = Fault::TooManyFields;
    else
        m_record.append(std::exchange(m_field, QString()));
    m_state = State::FieldStart;
}

void CsvText::endRecord()
{
    const bool empty = m_record.isEmpty() && m_field.isEmpty() && m_state == State::FieldStart;
    m_length = 0;
    if (empty)
        return;
    endField();
    m_records.append(std::exchange(m_record, QStringList()));
}

} // namespace muster::tables
