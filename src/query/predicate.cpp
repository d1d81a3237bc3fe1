#include "query/predicate.h"

#include "query/fields.h"
#include "query/literals.h"

#include <QLocale>

#include <algorithm>

namespace muster {

struct Predicate::Leaf
{
    const Term *term = nullptr;
    std::optional<TextTest> text {};
    QByteArray low {};
    QByteArray high {};
    std::vector<Memo> memos {};
    const MetricColumn *metric = nullptr;
    const std::vector<quint8> *words = nullptr;
};

Predicate::Predicate(const Query &query, Columns &columns)
    : m_columns(columns)
    , m_nodes(query.nodes())
    , m_terms(query.terms())
    , m_root(query.root())
{
    for (const Term &term : std::as_const(m_terms)) {
        m_leaves.push_back(std::make_unique<Leaf>());
        compile(term, *m_leaves.back());
    }
    for (Node &node : m_nodes)
        std::stable_sort(node.children.begin(), node.children.end(), [this](int a, int b) { return cost(a) < cost(b); });
}

Predicate::~Predicate()
{
    for (const auto &leaf : m_leaves)
        if (leaf->metric)
            m_columns.giveBack(*leaf->metric);
}

void Predicate::compile(const Term &term, Leaf &leaf)
{
    leaf.term = &term;
    if (term.isText || term.test == Term::Test::Text)
        leaf.text.emplace(term.match, term.pattern);
    leaf.low = folded(term.low);
    leaf.high = folded(term.high);
    const auto remember = [&](const Dictionary *dictionary) { leaf.memos.push_back({dictionary, {}, dictionary ? dictionary->epoch() : 0}); };
    m_readsDescriptions |= term.field != Field::Battery && term.field != Field::Signal && term.field != Field::Metric && term.field != Field::LastSeen;
    switch (term.field) {
    case Field::Any:
        for (const Field field : {Field::Model, Field::Manufacturer, Field::Tag})
            remember(&m_columns.dictionary(field));
        break;
    case Field::Name:
    case Field::Address:
    case Field::Id:
        break;
    case Field::Model:
    case Field::Manufacturer:
    case Field::Link:
    case Field::Backend:
    case Field::Tag:
    case Field::Group:
    case Field::Firmware:
        remember(&m_columns.dictionary(term.field));
        break;
    case Field::Attribute:
        remember(m_columns.attribute(term.key));
        break;
    case Field::Kind:
    case Field::Status:
    case Field::Alarm:
    case Field::Severity:
        leaf.words = &m_columns.words(term.field);
        break;
    case Field::LastSeen:
        m_dependsOnTime |= term.test == Term::Test::Age;
        break;
    case Field::Battery:
    case Field::Signal:
    case Field::Metric:
        leaf.metric = &m_columns.lease(term.field, term.key);
        break;
    }
}

int Predicate::cost(int index) const
{
    const Node &node = m_nodes.at(index);
    int sum = 0;
    for (const int child : node.children)
        sum += cost(child);
    if (node.type != Node::Type::Leaf)
        return sum;
    const Term &term = m_terms.at(node.term);
    if (term.field != Field::Any && term.field != Field::Name && term.field != Field::Address)
        return term.field == Field::LastSeen ? 2 : 1;
    return term.match == Term::Match::Regex ? 50 : 10;
}

bool Predicate::reads(const MetricColumn &column) const
{
    return std::any_of(m_leaves.begin(), m_leaves.end(), [&](const auto &leaf) { return leaf->metric == &column; });
}

bool Predicate::exhausted() const
{
    return std::any_of(m_leaves.begin(), m_leaves.end(), [](const auto &leaf) { return leaf->text && leaf->text->exhausted(); });
}

/// Whether a text fits a leaf that is about texts.
bool Predicate::fits(Leaf &leaf, QByteArrayView text)
{
    switch (leaf.term->test) {
    case Term::Test::Exists:
        return !text.isEmpty();
    case Term::Test::Version: {
        if (text.isEmpty())
            return false;
        const auto low = leaf.low.isEmpty() ? std::strong_ordering::greater : naturalOrder(text, leaf.low);
        const auto high = leaf.high.isEmpty() ? std::strong_ordering::less : naturalOrder(text, leaf.high);
        return (leaf.term->lowOpen ? low > 0 : low >= 0) && (leaf.term->highOpen ? high < 0 : high <= 0);
    }
    default:
        return leaf.text && leaf.text->accepts(text);
    }
}

bool Predicate::remembered(Leaf &leaf, Memo &memo, Row row)
{
    if (!memo.dictionary)
        return false;
    const Dictionary &dictionary = *memo.dictionary;
    if (memo.verdicts.size() < dictionary.size() || memo.epoch != dictionary.epoch()) {
        if (memo.epoch != dictionary.epoch())
            memo.verdicts.clear();
        memo.epoch = dictionary.epoch();
        memo.verdicts.resize(dictionary.size() + dictionary.size() / 4, -1);
    }
    const quint32 code = dictionary.code(row);
    qint8 &verdict = memo.verdicts[code];
    if (verdict < 0)
        verdict = fits(leaf, dictionary.folded(code)) ? 1 : 0;
    return verdict > 0;
}

bool Predicate::metricFits(Leaf &leaf, Row row, quint16 unit)
{
    const Term &term = *leaf.term;
    const MetricColumn &column = *leaf.metric;
    const MetricColumn::State state = column.states[row];
    if (state == MetricColumn::State::None || term.test == Term::Test::Exists)
        return state != MetricColumn::State::None;
    if (term.isNumber && state != MetricColumn::State::Word)
        if ((term.unit.isEmpty() || column.units[row] == unit) && term.range.contains(column.values[row]))
            return true;
    if (state == MetricColumn::State::Number)
        return false;
    if (term.truth >= 0 && state == MetricColumn::State::Boolean && (column.values[row] != 0) == (term.truth == 1))
        return true;
    if (term.isNumber && state == MetricColumn::State::Word && term.unit.isEmpty()) {
        const auto number = readQuantity(QString::fromUtf8(column.word(row)));
        if (number && number->unit.isEmpty() && term.range.contains(number->value))
            return true;
    }
    return term.isText && leaf.text->accepts(column.word(row));
}

/// Hands `use` a function that tells whether a row fits the leaf.
template <class Use>
auto Predicate::withMetricTest(Leaf &leaf, Use use)
{
    const Term &term = *leaf.term;
    const MetricColumn &column = *leaf.metric;
    quint16 unit = 0xFFFF; // fits none
    for (qsizetype i = 0; i < column.unitNames.size() && !term.unit.isEmpty(); ++i)
        if (sameUnit(column.unitNames[i], term.unit))
            unit = quint16(i);
    return use([&, unit](Row row) { return metricFits(leaf, row, unit); });
}

template <class Use>
auto Predicate::withTest(Leaf &leaf, Micros now, Use use)
{
    const Term &term = *leaf.term;
    switch (term.field) {
    case Field::Any:
        return use([&](Row row) {
            return fits(leaf, m_columns.texts().all(row)) ||
                   std::any_of(leaf.memos.begin(), leaf.memos.end(), [&](Memo &memo) { return remembered(leaf, memo, row); });
        });
    case Field::Name:
        return use([&](Row row) { return fits(leaf, m_columns.texts().name(row)); });
    case Field::Address:
        return use([&](Row row) { return fits(leaf, m_columns.texts().addresses(row)); });
    case Field::Id:
        return use([&](Row row) { return term.range.contains(row); });
    case Field::Kind:
    case Field::Status:
    case Field::Alarm:
    case Field::Severity: {
        const quint8 mask = term.test == Term::Test::Exists ? 0xFF : term.words;
        return use([&, mask](Row row) { return ((*leaf.words)[row] & mask) != 0; });
    }
    case Field::LastSeen:
        return use([&](Row row) {
            const Micros seen = m_columns.lastSeen(row);
            return seen > 0 && (term.test == Term::Test::Exists || term.range.contains(double(now - seen) / 1e6));
        });
    case Field::Battery:
    case Field::Signal:
    case Field::Metric:
        return withMetricTest(leaf, use);
    default:
        return use([&](Row row) { return remembered(leaf, leaf.memos.front(), row); });
    }
}

bool Predicate::matches(Row row, Micros now)
{
    return m_columns.present().test(row) && test(m_root, row, now);
}

bool Predicate::test(int index, Row row, Micros now)
{
    const Node &node = m_nodes.at(index);
    const auto holds = [&](int child) { return test(child, row, now); };
    switch (node.type) {
    case Node::Type::All:
        return true;
    case Node::Type::And:
        return std::all_of(node.children.begin(), node.children.end(), holds);
    case Node::Type::Or:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    case Node::Type::Not:
        return !holds(node.children.front());
    case Node::Type::Leaf:
        break;
    }
    return withTest(*m_leaves[size_t(node.term)], now, [row](auto accept) { return accept(row); });
}

Bits Predicate::evaluate(const Bits &candidates, Micros now)
{
    Bits rows = m_columns.present();
    rows &= candidates;
    return run(m_root, rows, now);
}

Bits Predicate::run(int index, const Bits &candidates, Micros now)
{
    const Node &node = m_nodes.at(index);
    Bits result = candidates;
    switch (node.type) {
    case Node::Type::All:
        break;
    case Node::Type::And:
        for (const int child : node.children)
            result = run(child, result, now);
        break;
    case Node::Type::Or: {
        Bits open = candidates; // not accepted yet
        for (const int child : node.children)
            open.remove(run(child, open, now));
        result.remove(open);
        break;
    }
    case Node::Type::Not:
        result.remove(run(node.children.front(), candidates, now));
        break;
    case Node::Type::Leaf:
        return withTest(*m_leaves[size_t(node.term)], now, [&](auto accept) { return candidates.filtered(accept); });
    }
    return result;
}

} // namespace muster
