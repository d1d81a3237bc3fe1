#pragma once

#include "core/importing.h"

#include <QByteArray>
#include <QList>
#include <QStringDecoder>
#include <QStringList>

namespace muster::tables {

/// What is wrong with a run of bytes as a table.
enum class Fault : quint8 { None, LineTooLong, TooManyFields, Binary, OtherEncoding };

/// Cuts a stream of bytes into records of fields, whatever pieces it comes in (RFC 4180, with any separator, and CR, LF or CRLF). Bounded: a
/// record that is too long ends it with a fault, and no more than that record is ever held.
class CsvText
{
public:
    static constexpr qsizetype longestRecord = 1 << 20; ///< characters
    static constexpr qsizetype mostFields = 10'000;

    CsvText(Encoding encoding, QChar separator);

    /// Takes in the next bytes, and what they complete is in records(). False: see fault(); nothing can be taken in any more.
    bool feed(QByteArrayView bytes);
    /// The last record may lack its line break.
    bool finish();
    /// Since the last feed(); empty lines are left out.
    [[nodiscard]] const QList<QStringList> &records() const { return m_records; }
    [[nodiscard]] Fault fault() const { return m_fault; }
    /// Lines begun so far.
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    enum class State : quint8 { FieldStart, Plain, Quoted, QuoteInQuoted };
    bool take(QStringView text);
    void step(QChar c);
    void endField();
    void endRecord();

    QStringDecoder m_decoder;
    QChar m_separator;
    State m_state = State::FieldStart;
    bool m_afterReturn = false;
    QString m_field;
    QStringList m_record;
    qsizetype m_length = 0; ///< of the record
    QList<QStringList> m_records;
    qint64 m_line = 1;
    Fault m_fault = Fault::None;
};

/// From a byte order mark; else UTF-8 when the bytes are (a character cut off at the end counts), UTF-16 when every other byte is 0, else Latin-1.
[[nodiscard]] Encoding guessEncoding(QByteArrayView head);

} // namespace muster::tables
