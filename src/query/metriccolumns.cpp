#include "query/metriccolumns.h"

#include "query/literals.h"

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

constexpr qsizetype maxWord = 1'024; ///< characters of a text value that are compared
constexpr qsizetype maxUnits = 1'000;

using State = MetricColumn::State;

Role roleOf(Field field)
{
    return field == Field::Battery ? Role::Battery : field == Field::Signal ? Role::Signal : Role::None;
}

QString wordOf(const MetricState &metric)
{
    const QStringList &options = metric.info.options;
    switch (metric.info.type) {
    case MetricType::Boolean:
        if (options.size() >= 2)
            return options.at(metric.value != 0 ? 1 : 0);
        return metric.value != 0 ? QStringLiteral("on") : QStringLiteral("off");
    case MetricType::Enumeration:
        return metric.value >= 0 && metric.value < double(options.size()) ? options.at(qsizetype(metric.value)) : QString();
    case MetricType::Text:
    case MetricType::Event:
        return metric.text.left(maxWord);
    case MetricType::Number:
        break;
    }
    return {};
}

State stateOf(const MetricState &metric)
{
    if (metric.time == 0)
        return State::None;
    switch (metric.info.type) {
    case MetricType::Number:
        return std::isnan(metric.value) ? State::None : State::Number;
    case MetricType::Boolean:
        return std::isnan(metric.value) ? State::None : State::Boolean;
    case MetricType::Enumeration:
        return metric.value >= 0 && metric.value < double(metric.info.options.size()) ? State::Word : State::None;
    case MetricType::Text:
    case MetricType::Event:
        break;
    }
    return State::Word;
}

} // namespace

MetricColumns::MetricColumns(const Fleet &fleet)
    : m_fleet(fleet)
{}

quint32 MetricColumns::intern(const QString &key)
{
    quint32 &exact = m_exact[key];
    if (exact != 0)
        return exact;
    quint32 &known = m_index[key.toLower()];
    if (known == 0) {
        known = quint32(m_keys.size());
        m_keys.append(key);
    }
    return exact = known;
}

void MetricColumns::setSize(MetricColumn &column, Row rows)
{
    column.states.resize(rows, State::None);
    column.values.resize(rows, 0);
    column.owners.resize(rows);
    column.units.resize(rows, 0);
}

void MetricColumns::resize(Row rows)
{
    m_rows = rows;
    for (const auto &column : m_columns)
        setSize(*column, rows);
}

bool MetricColumns::concerns(const MetricColumn &column, quint32 key, Known metric)
{
    return (key != 0 && metric.key == key) || (column.field != Field::Metric && metric.role == roleOf(column.field));
}

/// The metric a column shows of a device: by role, else by key.
MetricId MetricColumns::ownerOf(const MetricColumn &column, const Device &device) const
{
    if (column.field != Field::Metric) {
        const MetricId id = m_fleet.metricOfRole(device.id, roleOf(column.field));
        if (id.isValid())
            return id;
    }
    const quint32 key = m_index.value(column.key);
    MetricId owner;
    for (const Metric &metric : device.metrics)
        if (key != 0 && m_known[metric.id.n].key == key && (!owner.isValid() || metric.id < owner))
            owner = metric.id;
    return owner;
}

quint16 MetricColumns::unitCode(MetricColumn &column, const QString &unit)
{
    const auto same = [&](const QString &known) { return sameUnit(known, unit); };
    const auto it = std::find_if(column.unitNames.cbegin(), column.unitNames.cend(), same);
    if (it != column.unitNames.cend())
        return quint16(it - column.unitNames.cbegin());
    if (column.unitNames.size() >= maxUnits)
        return 0;
    column.unitNames.append(unit);
    return quint16(column.unitNames.size() - 1);
}

void MetricColumns::setValue(MetricColumn &column, Row row, const MetricState &metric)
{
    const State state = stateOf(metric);
    column.states[row] = state;
    column.values[row] = metric.value;
    if (state != State::Boolean && state != State::Word)
        return;
    if (column.words.size() <= row)
        column.words.resize(column.states.size());
    column.words[row] = folded(wordOf(metric));
}

void MetricColumns::refresh(MetricColumn &column, const Device &device)
{
    const Row row = device.id.n;
    const MetricId owner = ownerOf(column, device);
    const MetricState *metric = m_fleet.metric(owner);
    column.owners[row] = metric ? owner : MetricId {};
    column.states[row] = State::None;
    if (!metric)
        return;
    column.units[row] = unitCode(column, metric->info.unit);
    setValue(column, row, *metric);
}

void MetricColumns::learn(const Device &device)
{
    for (const Metric &metric : device.metrics) {
        if (metric.id.n >= m_known.size())
            m_known.resize(std::max<size_t>(metric.id.n + 1, m_known.size() * 2));
        m_known[metric.id.n] = {intern(metric.key), metric.role};
    }
    for (const auto &column : m_columns)
        refresh(*column, device);
}

void MetricColumns::forget(Row row)
{
    for (const auto &column : m_columns) {
        column->states[row] = State::None;
        column->owners[row] = {};
    }
}

MetricColumns::Changes MetricColumns::update(const QList<MetricId> &metrics)
{
    Changes changes;
    if (m_columns.empty())
        return changes;
    std::vector<std::pair<MetricColumn *, quint32>> wanted; // with the number of their key
    for (const auto &column : m_columns)
        wanted.emplace_back(column.get(), m_index.value(column->key));
    changes.resize(wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i)
        changes[i].first = wanted[i].first;
    for (const MetricId id : metrics) {
        if (id.n >= m_known.size())
            continue;
        const Known known = m_known[id.n];
        for (size_t i = 0; i < wanted.size(); ++i) {
            auto [column, key] = wanted[i];
            if (!concerns(*column, key, known))
                continue;
            const MetricState *metric = m_fleet.metric(id);
            if (!metric || metric->device.n >= m_rows || column->owners[metric->device.n] != id)
                continue;
            setValue(*column, metric->device.n, *metric);
            changes[i].second.append(metric->device);
        }
    }
    std::erase_if(changes, [](const auto &change) { return change.second.isEmpty(); });
    return changes;
}

const MetricColumn &MetricColumns::lease(Field field, const QString &key)
{
    const QString wanted = field == Field::Battery ? QStringLiteral("battery") : field == Field::Signal ? QStringLiteral("signal") : key;
    const auto it = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto &c) { return c->field == field && c->key == wanted; });
    if (it != m_columns.end()) {
        ++(*it)->uses;
        return **it;
    }
    auto column = std::make_unique<MetricColumn>();
    column->key = wanted;
    column->field = field;
    column->uses = 1;
    setSize(*column, m_rows);
    const quint32 number = m_index.value(wanted);
    for (size_t n = 0; n < m_known.size(); ++n) {
        if (!concerns(*column, number, m_known[n]))
            continue;
        const MetricState *metric = m_fleet.metric({quint32(n)});
        if (!metric || metric->device.n >= m_rows || column->owners[metric->device.n].isValid())
            continue;
        if (const Device *device = m_fleet.device(metric->device))
            refresh(*column, *device);
    }
    m_columns.push_back(std::move(column));
    return *m_columns.back();
}

void MetricColumns::giveBack(const MetricColumn &column)
{
    const auto it = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto &c) { return c.get() == &column; });
    if (it == m_columns.end() || --(*it)->uses > 0)
        return;
    std::rotate(it, it + 1, m_columns.end());
    dropIdle();
}

void MetricColumns::dropIdle()
{
    const auto isIdle = [](const auto &column) { return column->uses == 0; };
    while (size_t(std::count_if(m_columns.begin(), m_columns.end(), isIdle)) > maxIdle)
        m_columns.erase(std::find_if(m_columns.begin(), m_columns.end(), isIdle));
}

QStringList MetricColumns::keys(qsizetype most) const
{
    return m_keys.mid(1, most);
}

} // namespace muster
