#include "codec/output.h"

#include "codec/numbers.h"

#include <QtNumeric>

namespace muster::codec {

namespace {

// Cut between characters, not within one.
std::string_view shortened(std::string_view utf8, qsizetype longest)
{
    if (utf8.size() <= size_t(longest))
        return utf8;
    auto length = size_t(longest);
    while (length > 0 && (static_cast<unsigned char>(utf8[length]) & 0xC0U) == 0x80U)
        --length;
    return utf8.substr(0, length);
}

QString string(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace

quint32 Output::known(std::string_view key) const
{
    const auto it = m_byKey.find(std::string(shortened(key, LinkCodec::maxName)));
    return it == m_byKey.end() ? noColumn : it->second;
}

quint32 Output::column(std::string_view key, MetricType type, std::string_view unit)
{
    key = shortened(key, LinkCodec::maxName);
    if (const quint32 made = known(key); made != noColumn)
        return made;
    Metric metric;
    metric.key = string(key);
    metric.type = type;
    metric.unit = string(shortened(unit, LinkCodec::maxName));
    return column(std::move(metric));
}

quint32 Output::column(Metric metric)
{
    const std::string source = metric.key.toStdString();
    const MetricType type = metric.type;
    return make(source, std::move(metric), type);
}

quint32 Output::make(const std::string &source, Metric metric, MetricType type)
{
    if (const auto it = m_byKey.find(source); it != m_byKey.end())
        return it->second;
    if (m_closed || m_types.size() >= LinkCodec::maxColumns)
        return noColumn;
    const auto number = quint32(m_types.size());
    for (int i = 2; m_keys.contains(metric.key); ++i)
        metric.key = QStringLiteral("%1_%2").arg(string(source)).arg(i);
    m_byKey.emplace(source, number);
    m_keys.insert(metric.key);
    m_types.push_back(type);
    m_columns.append(std::move(metric));
    return number;
}

quint32 Output::add(const Field &field)
{
    Metric metric;
    metric.key = field.key;
    metric.name = field.name;
    metric.unit = field.unit;
    metric.decimals = field.decimals;
    metric.role = field.role;
    metric.diagnostic = field.diagnostic;
    metric.options = field.options;
    metric.type = field.boolean ? MetricType::Boolean : !field.options.isEmpty() ? MetricType::Enumeration : field.text ? MetricType::Text : MetricType::Number;
    const std::string source = (field.from.isEmpty() ? field.key : field.from).toStdString();
    const quint32 number = make(std::string(shortened(source, LinkCodec::maxName)), std::move(metric), byField);
    if (number != noColumn)
        m_fields.emplace(number, field);
    return number;
}

void Output::pushText(quint32 column, QByteArrayView utf8)
{
    const std::string_view kept = shortened({utf8.data(), size_t(utf8.size())}, LinkCodec::maxText);
    m_readings.push_back({m_time, double(m_texts.size()), column, quint16(m_flags | Sample::Text)});
    m_texts.append(string(kept));
}

void Output::text(quint32 column, QByteArrayView utf8)
{
    if (column < m_types.size() && m_types[column] == MetricType::Text)
        pushText(column, utf8);
    else
        pushOther(column, MetricType::Text, 0, utf8);
}

void Output::pushOther(quint32 column, MetricType type, double value, QByteArrayView text)
{
    if (column >= m_types.size())
        m_counters.limitReached += m_closed ? 0 : 1;
    else if (m_types[column] == byField)
        pushField(column, m_fields.at(column), type, value, text);
    else
        ++m_counters.typeChanged;
}

namespace {

std::optional<double> truth(QByteArrayView text)
{
    for (const char *word : {"true", "on", "1", "yes", "high", "open"}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return 1;
    }
    for (const char *word : {"false", "off", "0", "no", "low", "closed"}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return 0;
    }
    return std::nullopt;
}

// Which of the raw forms a value has; -1: none.
qsizetype rawIndex(const Field &field, MetricType type, double value, QByteArrayView text)
{
    for (qsizetype i = 0; i < field.raw.size(); ++i) {
        const QByteArray raw = field.raw[i].toUtf8();
        const auto number = wholeNumber(raw);
        if (type == MetricType::Text ? text == raw : (number && *number == value) || (type == MetricType::Boolean && raw == (value != 0 ? "true" : "false")))
            return i;
    }
    return -1;
}

} // namespace

void Output::pushField(quint32 column, const Field &field, MetricType type, double value, QByteArrayView text)
{
    const auto put = [&](double number) { m_readings.push_back({m_time, number, column, m_flags}); };
    if (field.boolean) {
        const auto state = type == MetricType::Text ? truth(text) : std::optional(value != 0 ? 1.0 : 0.0);
        if (state)
            put(*state);
        else
            ++m_counters.typeChanged;
    } else if (!field.options.isEmpty()) {
        if (const qsizetype index = rawIndex(field, type, value, text); index >= 0)
            put(double(index));
        else
            ++m_counters.outOfRange;
    } else if (field.text) {
        const QByteArray number = type == MetricType::Text ? QByteArray() : QByteArray::number(value, 'g', 15);
        pushText(column, type == MetricType::Text ? text : QByteArrayView(number));
    } else if (type != MetricType::Number) {
        ++m_counters.typeChanged;
    } else if (const double scaled = value * field.scale + field.offset; scaled >= field.minimum && scaled <= field.maximum && qIsFinite(scaled)) {
        put(scaled);
    } else {
        ++m_counters.outOfRange;
    }
}

void Output::deliver(ReadingSink &sink)
{
    if (m_readings.empty())
        return;
    m_counters.readings += m_readings.size();
    sink.readingsArrived(m_readings, m_texts);
    m_readings.clear();
    m_texts.clear();
}

} // namespace muster::codec
