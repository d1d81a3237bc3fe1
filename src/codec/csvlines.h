#pragma once

#include "codec/output.h"

namespace muster::codec {

/// How a table of lines is written. Nothing said: found out.
struct CsvOptions
{
    char separator = 0;             ///< 0: tab, semicolon, comma or white space, whichever the first line has, in this order
    char decimalMark = 0;           ///< 0: a comma where fields are separated by semicolons or tabs and no point is in the number; else a point
    bool wordsAllowed = true;       ///< fields may be texts; else only numbers and nothing
    QStringList names {};           ///< of the columns; empty: from a header line, else "value", or "column1", "column2" …
};

/// Lines of separated values. A line of names in front of the first values, or later, names the columns ("temp [°C]" has a unit). The number
/// of columns is what two lines in a row agree on (the first two, or later ones after a change); a line with another number is malformed.
class CsvLines : public Decoder
{
public:
    static constexpr size_t maxFields = 256;

    explicit CsvLines(CsvOptions options = {});

    Decoded decode(QByteArrayView line, bool mayBeCut, Output &out) override;
    void reset() override { m_header.clear(); }

private:
    [[nodiscard]] bool decodeNumbers(QByteArrayView line, Output &out);
    [[nodiscard]] bool split(QByteArrayView line);
    [[nodiscard]] Decoded takeHeader();
    [[nodiscard]] bool agreed();
    void makeColumns(Output &out);
    void put(QByteArrayView line, Output &out);
    [[nodiscard]] std::optional<double> number(QByteArrayView field) const;
    [[nodiscard]] std::string name(size_t field) const;

    CsvOptions m_options;
    char m_separator;
    char m_mark = '.';
    std::vector<QByteArrayView> m_fields;   ///< of the current line
    std::vector<QByteArray> m_header;       ///< names that wait for values
    char m_headerSeparator = 0;
    std::vector<QByteArray> m_names;
    std::vector<quint32> m_columns;
    std::vector<double> m_numbers;
    size_t m_proposed = 0;                  ///< number of fields of the line before, when it was another than that of m_columns
};

} // namespace muster::codec
