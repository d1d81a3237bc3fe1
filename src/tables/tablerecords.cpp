#include "tables/tableformat.h"

namespace muster::tables {

TableRecords::TableRecords(TableFormat format)
    : m_format(std::move(format))
{
    if (m_format.isLong)
        return;
    for (int column = 0; column < m_format.columns.size(); ++column) {
        const Column &wanted = m_format.columns.at(column);
        const bool used = wanted.used && column != m_format.timeColumn && m_series.size() < mostSeries;
        m_tooMany = m_tooMany || (wanted.used && column != m_format.timeColumn && !used);
        m_ofColumn.append(used ? int(m_series.size()) : -1);
        if (used)
            m_series.append({wanted.name, wanted.unit, 0, 0});
    }
}

bool TableRecords::read(const QStringList &record, QList<TableValue> &values)
{
    const auto at = time(record.value(m_format.timeColumn), m_format.timeForm, m_format.decimalMark);
    if (!at)
        return false;
    if (m_format.isLong) {
        if (const int series = longSeries(record); series >= 0)
            add(record.value(m_format.valueColumn), series, *at, values);
        return true;
    }
    for (int column = 0; column < std::min(record.size(), m_ofColumn.size()); ++column) {
        if (m_ofColumn.at(column) >= 0)
            add(record.at(column), m_ofColumn.at(column), *at, values);
    }
    return true;
}

int TableRecords::longSeries(const QStringList &record)
{
    QString name = record.value(m_format.nameColumn).trimmed();
    if (const QString device = record.value(m_format.deviceColumn).trimmed(); m_format.deviceColumn >= 0 && !device.isEmpty())
        name = name.isEmpty() ? device : QStringLiteral("%1 · %2").arg(device, name);
    if (name.isEmpty())
        return -1;
    const auto known = m_byName.constFind(name);
    if (known != m_byName.cend())
        return *known;
    if (m_series.size() >= mostSeries) {
        m_tooMany = true;
        return -1;
    }
    const Heading named = heading(name);
    const QString unit = m_format.unitColumn >= 0 ? record.value(m_format.unitColumn).trimmed() : QString();
    m_byName.insert(name, int(m_series.size()));
    m_series.append({unit.isEmpty() ? named.name : name, unit.isEmpty() ? named.unit : unit, 0, 0});
    return int(m_series.size()) - 1;
}

void TableRecords::add(const QString &text, int series, Micros time, QList<TableValue> &values)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return;
    const auto value = number(trimmed, m_format.decimalMark);
    ++(value ? m_series[series].numbers : m_series[series].texts);
    values.append({time, series, value, value ? QString() : trimmed});
}

} // namespace muster::tables
