#pragma once

#include "query/columns.h"
#include "query/query.h"
#include "query/texttest.h"

#include <memory>
#include <vector>

namespace muster {

/// A query compiled for certain columns, which must outlive it. Main thread. Asking about all devices looks at one column after the
/// other and at no more rows of each than the terms before it have left over.
class Predicate
{
public:
    Predicate(const Query &query, Columns &columns);
    ~Predicate();
    Predicate(const Predicate &) = delete;
    Predicate &operator=(const Predicate &) = delete;

    [[nodiscard]] bool matches(Row row, Micros now);
    /// Those of `candidates` that fit.
    [[nodiscard]] Bits evaluate(const Bits &candidates, Micros now);

    /// Whether the answer changes by itself as time passes.
    [[nodiscard]] bool dependsOnTime() const { return m_dependsOnTime; }
    [[nodiscard]] bool reads(const MetricColumn &column) const;
    /// Whether it reads anything but metrics and the time.
    [[nodiscard]] bool readsDescriptions() const { return m_readsDescriptions; }
    /// A regular expression took too long too often and accepts nothing any longer.
    [[nodiscard]] bool exhausted() const;

private:
    /// What a text test said about the entries of a dictionary.
    struct Memo
    {
        const Dictionary *dictionary = nullptr;
        std::vector<qint8> verdicts {}; ///< by number; -1: not asked yet
        quint32 epoch = 0;
    };
    struct Leaf;

    template <class Use>
    auto withTest(Leaf &leaf, Micros now, Use use);
    template <class Use>
    auto withMetricTest(Leaf &leaf, Use use);
    void compile(const Term &term, Leaf &leaf);
    [[nodiscard]] bool remembered(Leaf &leaf, Memo &memo, Row row);
    [[nodiscard]] static bool fits(Leaf &leaf, QByteArrayView text);
    [[nodiscard]] static bool metricFits(Leaf &leaf, Row row, quint16 unit);
    [[nodiscard]] bool test(int node, Row row, Micros now);
    [[nodiscard]] Bits run(int node, const Bits &candidates, Micros now);
    [[nodiscard]] int cost(int node) const;

    Columns &m_columns;
    QList<Node> m_nodes; ///< the cheap children of an And or Or first
    QList<Term> m_terms;
    int m_root = 0;
    std::vector<std::unique_ptr<Leaf>> m_leaves; ///< by term
    bool m_dependsOnTime = false;
    bool m_readsDescriptions = false;
};

} // namespace muster
