#include "codec/csvlines.h"

#include "codec/numbers.h"

#include <algorithm>

namespace muster::codec {

namespace {

char usualSeparator(QByteArrayView line)
{
    for (const char c : {'\t', ';', ','}) {
        if (line.contains(c))
            return c;
    }
    return ' ';
}

QByteArrayView unquoted(QByteArrayView field)
{
    field = field.trimmed();
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
        field = field.sliced(1, field.size() - 2);
    return field;
}

bool isName(QByteArrayView field)
{
    if (field.isEmpty() || field.size() > LinkCodec::maxName)
        return false;
    const char c = field.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// "temp [°C]", "temp (°C)": the name and what is in the brackets at its end.
std::pair<QByteArrayView, QByteArrayView> nameAndUnit(QByteArrayView heading)
{
    const char close = heading.isEmpty() ? '\0' : heading.back();
    if (close == ']' || close == ')') {
        const qsizetype open = heading.lastIndexOf(close == ']' ? '[' : '(');
        if (open > 0)
            return {heading.first(open).trimmed(), heading.sliced(open + 1, heading.size() - open - 2).trimmed()};
    }
    return {heading, {}};
}

} // namespace

CsvLines::CsvLines(CsvOptions options)
    : m_options(std::move(options))
    , m_separator(m_options.separator)
{
    for (const QString &name : std::as_const(m_options.names))
        m_names.push_back(name.toUtf8());
}

std::optional<double> CsvLines::number(QByteArrayView field) const
{
    if (m_options.decimalMark)
        return wholeNumber(field, m_options.decimalMark);
    if (const auto plain = wholeNumber(field))
        return plain;
    return m_separator == ';' || m_separator == '\t' ? wholeNumber(field, ',') : std::nullopt;
}

// The usual line: as many numbers as there are columns. False: something else, nothing was put out.
bool CsvLines::decodeNumbers(QByteArrayView line, Output &out)
{
    const char *p = line.begin();
    const char *const end = line.end();
    const auto skipSpaces = [&] {
        while (p != end && *p == ' ')
            ++p;
    };
    skipSpaces();
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (i > 0) {
            if (m_separator != ' ' && (p == end || *p++ != m_separator))
                return false;
            skipSpaces();
        }
        const char *const from = p;
        if (m_columns[i] == noColumn || !takeNumber(p, end, m_numbers[i], m_mark))
            return false;
        if (m_separator == ' ' && p != end && *p != ' ' && p != from)
            return false;
        skipSpaces();
    }
    if (p != end && !(*p == m_separator && p + 1 == end))
        return false;
    for (size_t i = 0; i < m_columns.size(); ++i)
        out.number(m_columns[i], m_numbers[i]);
    return true;
}

// Into m_fields; false: too many.
bool CsvLines::split(QByteArrayView line)
{
    m_fields.clear();
    line = line.trimmed();
    if (m_separator == ' ') {
        for (qsizetype at = 0; at < line.size() && m_fields.size() <= maxFields;) {
            const qsizetype stop = line.indexOf(' ', at);
            const QByteArrayView field = line.sliced(at, (stop < 0 ? line.size() : stop) - at);
            if (!field.isEmpty())
                m_fields.push_back(unquoted(field));
            at += field.size() + 1;
        }
        return m_fields.size() <= maxFields;
    }
    for (qsizetype at = 0; at <= line.size() && m_fields.size() <= maxFields;) {
        qsizetype stop = line.indexOf(m_separator, at);
        if (stop < 0)
            stop = line.size();
        m_fields.push_back(unquoted(line.sliced(at, stop - at)));
        at = stop + 1;
    }
    // A separator behind the last value is common, and means nothing unless a column is there.
    const size_t wanted = m_header.empty() ? m_columns.size() : m_header.size();
    if (m_fields.size() > 1 && m_fields.back().isEmpty() && m_fields.size() != wanted)
        m_fields.pop_back();
    return m_fields.size() <= maxFields;
}

Decoded CsvLines::takeHeader()
{
    if (m_options.names.isEmpty() && std::all_of(m_fields.begin(), m_fields.end(), isName)) {
        m_header.clear();
        m_headerSeparator = m_separator;
        for (const QByteArrayView field : m_fields)
            m_header.push_back(field.toByteArray());
    }
    return Decoded::Nothing;
}

// Whether so many columns are to be believed.
bool CsvLines::agreed()
{
    const size_t count = m_fields.size();
    if (count > 1 && m_headerSeparator != m_separator)
        m_header.clear();
    if (!m_columns.empty() && count == m_columns.size() && m_header.empty())
        return true;
    const bool named = m_header.size() == count || size_t(m_options.names.size()) == count;
    const bool again = m_proposed == count;
    m_proposed = count;
    return named || again;
}

std::string CsvLines::name(size_t field) const
{
    if (field < m_names.size())
        return nameAndUnit(m_names[field]).first.toByteArray().toStdString();
    return m_fields.size() == 1 ? "value" : "column" + std::to_string(field + 1);
}

void CsvLines::makeColumns(Output &out)
{
    if (m_header.size() == m_fields.size())
        m_names = std::move(m_header);
    m_header.clear();
    m_columns.assign(m_fields.size(), noColumn);
    m_numbers.assign(m_fields.size(), 0);
    m_mark = m_options.decimalMark ? m_options.decimalMark : '.';
    m_proposed = 0;
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_columns[i] = out.known(name(i));
}

void CsvLines::put(QByteArrayView line, Output &out)
{
    if (!m_options.decimalMark && (m_separator == ';' || m_separator == '\t'))
        m_mark = line.contains(',') ? ',' : '.';
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const QByteArrayView field = m_fields[i];
        const auto value = number(field);
        if (!value && isNoNumber(field))
            continue;
        if (m_columns[i] == noColumn) {
            const QByteArrayView unit = i < m_names.size() ? nameAndUnit(m_names[i]).second : QByteArrayView();
            m_columns[i] = out.column(name(i), value ? MetricType::Number : MetricType::Text, {unit.data(), size_t(unit.size())});
        }
        if (value)
            out.number(m_columns[i], *value);
        else
            out.text(m_columns[i], field);
    }
}

Decoded CsvLines::decode(QByteArrayView line, bool mayBeCut, Output &out)
{
    if (!mayBeCut && m_header.empty() && !m_columns.empty() && decodeNumbers(line, out))
        return Decoded::Values;
    if (!isPlainText(line))
        return Decoded::Malformed;
    if (m_options.separator == 0 && (m_columns.empty() || !line.contains(m_separator)))
        m_separator = usualSeparator(line);
    if (!split(line) || m_fields.empty())
        return Decoded::Malformed;
    const auto isNumber = [&](QByteArrayView field) { return number(field).has_value(); };
    const auto numbers = std::count_if(m_fields.begin(), m_fields.end(), isNumber);
    const auto words = std::count_if(m_fields.begin(), m_fields.end(), [&](QByteArrayView field) { return !isNumber(field) && !isNoNumber(field); });
    const bool sentence = std::any_of(m_fields.begin(), m_fields.end(), [](QByteArrayView field) { return field.contains(": "); });
    if (numbers == 0)
        return words > 0 ? takeHeader() : Decoded::Nothing;
    if (words > 0 && (sentence || !m_options.wordsAllowed || m_separator == ' '))
        return Decoded::Malformed;
    if (!agreed())
        return mayBeCut || m_columns.empty() ? Decoded::Nothing : Decoded::Malformed;
    if (m_columns.size() != m_fields.size() || !m_header.empty())
        makeColumns(out);
    if (mayBeCut)
        return Decoded::Nothing;
    put(line, out);
    return Decoded::Values;
}

} // namespace muster::codec
