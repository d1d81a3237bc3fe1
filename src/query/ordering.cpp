#include "query/ordering.h"

#include "query/literals.h"

#include <algorithm>
#include <bit>

namespace muster {

Ordering::Ordering(const QList<SortKey> &keys, Columns &columns)
    : m_keys(keys)
    , m_columns(columns)
{
    for (const SortKey &key : std::as_const(m_keys)) {
        const bool isMetric = key.field == Field::Metric || key.field == Field::Battery || key.field == Field::Signal;
        m_metrics.push_back(isMetric ? &m_columns.lease(key.field, key.key) : nullptr);
    }
}

Ordering::~Ordering()
{
    for (const MetricColumn *column : m_metrics)
        if (column)
            m_columns.giveBack(*column);
}

bool Ordering::reads(const MetricColumn &column) const
{
    return std::find(m_metrics.begin(), m_metrics.end(), &column) != m_metrics.end();
}

Ordering::Value Ordering::value(int index, Row row) const
{
    const SortKey &key = m_keys.at(index);
    const auto number = [](double n) { return Value {false, false, n, {}}; };
    const auto text = [](QByteArrayView t) { return Value {t.isEmpty(), true, 0, t}; };
    switch (key.field) {
    case Field::Battery:
    case Field::Signal:
    case Field::Metric: {
        const MetricColumn &column = *m_metrics[size_t(index)];
        const MetricColumn::State state = column.states[row];
        if (state == MetricColumn::State::None)
            return {};
        return state == MetricColumn::State::Word ? text(column.word(row)) : number(column.values[row]);
    }
    case Field::Id:
        return number(row);
    case Field::Kind:
    case Field::Status:
    case Field::Alarm:
    case Field::Severity: {
        const quint8 words = m_columns.words(key.field)[row];
        return words == 0 ? Value {} : number(std::countr_zero(words));
    }
    case Field::LastSeen: {
        const Micros seen = m_columns.lastSeen(row);
        return seen == 0 ? Value {} : number(-double(seen));
    }
    case Field::Any:
    case Field::Name:
        return text(m_columns.texts().name(row));
    case Field::Address:
        return text(m_columns.texts().addresses(row));
    case Field::Attribute: {
        const Dictionary *attribute = m_columns.attribute(key.key);
        return attribute ? text(attribute->folded(attribute->code(row))) : Value {};
    }
    default:
        break;
    }
    const Dictionary &dictionary = m_columns.dictionary(key.field);
    return text(dictionary.folded(dictionary.code(row)));
}

std::strong_ordering Ordering::compare(int index, const Value &a, const Value &b) const
{
    if (a.missing || b.missing)
        return a.missing <=> b.missing;
    std::strong_ordering order = std::strong_ordering::equal;
    if (a.isText != b.isText)
        order = a.isText <=> b.isText;
    else if (a.isText)
        order = naturalOrder(a.text, b.text);
    else if (a.number != b.number)
        order = a.number < b.number ? std::strong_ordering::less : std::strong_ordering::greater;
    return m_keys.at(index).descending ? 0 <=> order : order;
}

bool Ordering::less(const Entry &a, const Entry &b) const
{
    auto order = compare(0, a.first, b.first);
    for (int i = 1; i < m_keys.size() && order == 0; ++i)
        order = compare(i, value(i, a.row), value(i, b.row));
    return order != 0 ? order < 0 : a.row < b.row;
}

/// The `limit` first ones in order, looking at each row once: a heap with the last of them on top.
std::vector<Ordering::Entry> Ordering::first(const Bits &rows, size_t limit) const
{
    const auto before = [this](const Entry &a, const Entry &b) { return less(a, b); };
    std::vector<Entry> heap;
    heap.reserve(limit + 1);
    rows.forEach([&](Row row) {
        const Entry entry {row, value(0, row)};
        if (heap.size() == limit && !less(entry, heap.front()))
            return;
        heap.push_back(entry);
        std::push_heap(heap.begin(), heap.end(), before);
        if (heap.size() > limit) {
            std::pop_heap(heap.begin(), heap.end(), before);
            heap.pop_back();
        }
    });
    std::sort_heap(heap.begin(), heap.end(), before);
    return heap;
}

QList<DeviceId> Ordering::sorted(const Bits &rows, int limit) const
{
    const auto count = size_t(rows.count());
    const size_t wanted = limit > 0 ? std::min(size_t(limit), count) : count;
    QList<DeviceId> result;
    result.reserve(qsizetype(wanted));
    if (m_keys.isEmpty()) {
        rows.forEach([&](Row row) {
            if (size_t(result.size()) < wanted)
                result.append(DeviceId {row});
        });
        return result;
    }
    std::vector<Entry> entries;
    if (wanted < count / 8) {
        entries = first(rows, wanted);
    } else {
        entries.reserve(count);
        rows.forEach([&](Row row) { entries.push_back({row, value(0, row)}); });
        std::sort(entries.begin(), entries.end(), [this](const Entry &a, const Entry &b) { return less(a, b); });
    }
    for (size_t i = 0; i < wanted; ++i)
        result.append(DeviceId {entries[i].row});
    return result;
}

} // namespace muster
