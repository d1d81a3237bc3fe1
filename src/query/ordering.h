#pragma once

#include "query/columns.h"
#include "query/term.h"

#include <QList>

namespace muster {

/// Puts devices into the order of sort: keys: texts as people count ("pump 2" before "pump 10"), numbers before words, lastSeen by how
/// long ago, what has no value last either way, ties by id. Without keys: by id. The columns must outlive it.
class Ordering
{
public:
    Ordering(const QList<SortKey> &keys, Columns &columns);
    ~Ordering();
    Ordering(const Ordering &) = delete;
    Ordering &operator=(const Ordering &) = delete;

    /// The first `limit` of the rows (0: all) in order.
    [[nodiscard]] QList<DeviceId> sorted(const Bits &rows, int limit) const;
    [[nodiscard]] bool reads(const MetricColumn &column) const;

private:
    struct Value
    {
        bool missing = true;
        bool isText = false;
        double number = 0;
        QByteArrayView text {};
    };
    struct Entry
    {
        Row row = 0;
        Value first {};
    };
    [[nodiscard]] std::vector<Entry> first(const Bits &rows, size_t limit) const;
    [[nodiscard]] Value value(int key, Row row) const;
    [[nodiscard]] std::strong_ordering compare(int key, const Value &a, const Value &b) const;
    [[nodiscard]] bool less(const Entry &a, const Entry &b) const;

    QList<SortKey> m_keys;
    Columns &m_columns;
    std::vector<const MetricColumn *> m_metrics; ///< by key; null: it is not about a metric
};

} // namespace muster
