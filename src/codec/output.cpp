#include "codec/output.h"

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
    if (m_types.size() >= LinkCodec::maxColumns)
        return noColumn;
    const auto number = quint32(m_types.size());
    const auto [it, made] = m_byKey.try_emplace(metric.key.toStdString(), number);
    if (!made)
        return it->second;
    m_types.push_back(metric.type);
    m_columns.append(std::move(metric));
    return number;
}

void Output::text(quint32 column, QByteArrayView utf8)
{
    const auto index = m_texts.size();
    const std::string_view kept = shortened({utf8.data(), size_t(utf8.size())}, LinkCodec::maxText);
    const size_t before = m_readings.size();
    push(column, MetricType::Text, double(index), Sample::Text);
    if (m_readings.size() > before)
        m_texts.append(string(kept));
}

void Output::refuse(quint32 column)
{
    ++(column < m_types.size() ? m_counters.typeChanged : m_counters.limitReached);
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
