#include "backends/mqtt/conventions/template/evaluator.h"

#include "backends/mqtt/conventions/template/callables.h"

namespace muster::mqtt {

using Op = Node::Op;
using Kind = Datum::Kind;

QString Evaluator::run()
{
    execute(m_syntax.root);
    return m_out;
}

void Evaluator::execute(int index)
{
    if (index < 0 || !m_allowance.take())
        return;
    const Node &node = m_syntax.nodes[size_t(index)];
    switch (node.op) {
    case Op::Block:
        for (const int statement : node.list)
            execute(statement);
        break;
    case Op::Text:
        m_out += node.constant.text;
        break;
    case Op::Print:
        m_out += pythonText(value(node.a), m_allowance);
        break;
    case Op::If: {
        const bool yes = isTrue(value(node.a));
        if (m_allowance.isFine())
            execute(yes ? node.b : node.c);
        break;
    }
    default: // Set
        m_variables[size_t(node.a)] = value(node.b);
        break;
    }
    if (m_out.size() > Allowance::maxText)
        m_allowance.end(Rendered::Exhausted);
}

Datum Evaluator::value(int index)
{
    if (index < 0 || !m_allowance.take())
        return {};
    if (++m_depth > 4 * Allowance::maxDepth)
        m_allowance.end(Rendered::Exhausted);
    Datum result = m_allowance.isFine() ? compute(m_syntax.nodes[size_t(index)]) : Datum();
    --m_depth;
    return result;
}

Datum Evaluator::compute(const Node &node)
{
    switch (node.op) {
    case Op::Constant:
        return node.constant;
    case Op::Name:
        return m_variables[size_t(node.a)];
    case Op::Member:
    case Op::Item:
        return members(node);
    case Op::Slice:
        return slice(node);
    case Op::List:
    case Op::Tuple:
    case Op::Dict:
    case Op::Concat:
        return collection(node);
    case Op::Filter:
    case Op::Test:
    case Op::Call:
    case Op::Method:
        return called(node);
    case Op::Not:
        return Datum::boolean(!isTrue(value(node.a)));
    case Op::Or: {
        const Datum left = value(node.a);
        return isTrue(left) ? left : value(node.b);
    }
    case Op::And: {
        const Datum left = value(node.a);
        return isTrue(left) ? value(node.b) : left;
    }
    case Op::Compare:
        return compare(node);
    case Op::Conditional:
        return value(isTrue(value(node.a)) ? node.b : node.c);
    default:
        return arithmetic(node);
    }
}

Datum Evaluator::arithmetic(const Node &node)
{
    const Datum a = value(node.a);
    if (node.op != Op::Negative && node.op != Op::Positive) {
        const Datum b = value(node.b);
        return m_allowance.isFine() ? calculated(node.op, a, b, m_allowance) : Datum();
    }
    if (!a.isNumber())
        return error();
    if (node.op == Op::Positive)
        return a.is(Kind::Real) ? a : Datum::number(a.toInteger());
    return a.is(Kind::Real) ? Datum::number(-a.real) : calculated(Op::Subtract, Datum::number(qint64(0)), a, m_allowance);
}

Datum Evaluator::members(const Node &node)
{
    const Datum subject = value(node.a);
    if (subject.is(Kind::Undefined)) // "'x' is undefined"
        return error();
    if (node.op == Op::Member)
        return memberOf(subject, node.name, m_allowance);
    const Datum index = value(node.b);
    if (index.is(Kind::String))
        return memberOf(subject, index.text, m_allowance);
    if (index.isWhole())
        return elementOf(subject, index.toInteger(), m_allowance);
    const Datum whole = expanded(subject, m_allowance);
    for (qsizetype i = 0; whole.is(Kind::Dict) && i < whole.items.size(); i += 2) {
        if (equal(whole.items[i], index, m_allowance))
            return whole.items[i + 1];
    }
    return {};
}

// Python's a[from:to:step]; a text is cut by characters.
Datum Evaluator::slice(const Node &node)
{
    const Datum given = value(node.a);
    const Datum subject = expanded(given, m_allowance);
    if (!subject.isSequence() && !subject.is(Kind::String))
        return subject.is(Kind::Undefined) ? error() : Datum();
    const auto elements = iterated(subject, m_allowance);
    qint64 bounds[3] = {0, 0, 1};
    bool given3[3] = {false, false, false};
    for (size_t i = 0; i < 3; ++i) {
        const Datum bound = value(node.list[i]);
        if (node.list[i] < 0 || bound.is(Kind::None))
            continue;
        if (!bound.isWhole())
            return {};
        bounds[i] = bound.toInteger();
        given3[i] = true;
    }
    const qint64 step = bounds[2];
    if (!elements || step == 0 || std::abs(step) > Allowance::maxText)
        return error();
    const qint64 size = elements->size();
    const auto place = [&](size_t i, qint64 otherwise) {
        if (!given3[i])
            return otherwise;
        const qint64 at = bounds[i] < 0 ? std::max(bounds[i], -size - 1) + size : bounds[i];
        return step > 0 ? std::clamp<qint64>(at, 0, size) : std::clamp<qint64>(at, -1, size - 1);
    };
    const qint64 end = place(1, step > 0 ? size : -1);
    QList<Datum> taken;
    for (qint64 i = place(0, step > 0 ? 0 : size - 1); step > 0 ? i < end : i > end; i += step)
        taken.append(elements->at(i));
    if (!subject.is(Kind::String))
        return Datum::list(taken, subject.kind);
    QString text;
    for (const Datum &character : std::as_const(taken))
        text += character.text;
    return Datum::string(text);
}

Datum Evaluator::collection(const Node &node)
{
    if (node.op == Op::Concat) {
        QString text;
        for (const int part : node.list) {
            text += pythonText(value(part), m_allowance);
            if (text.size() > Allowance::maxText)
                m_allowance.end(Rendered::Exhausted);
        }
        return Datum::string(text);
    }
    QList<Datum> items;
    for (const int item : node.list)
        items.append(value(item));
    if (node.op != Op::Dict)
        return Datum::list(items, node.op == Op::List ? Kind::List : Kind::Tuple);
    QList<Datum> unique; // the last of several equal keys counts
    for (qsizetype i = 0; i + 1 < items.size(); i += 2) {
        qsizetype at = 0;
        while (at < unique.size() && !equal(unique[at], items[i], m_allowance))
            at += 2;
        if (at < unique.size())
            unique[at + 1] = items[i + 1];
        else
            unique << items[i] << items[i + 1];
    }
    return Datum::list(unique, Kind::Dict);
}

Arguments Evaluator::arguments(const Node &node, size_t first)
{
    Arguments arguments;
    for (size_t i = first; i < node.list.size(); ++i) {
        if (node.list[i] >= 0)
            arguments.set(i - first, value(node.list[i]));
    }
    return arguments;
}

Datum Evaluator::called(const Node &node)
{
    const Callable *callable = node.op == Op::Filter ? static_cast<const Callable *>(node.filter)
        : node.op == Op::Test                        ? static_cast<const Callable *>(node.trial)
        : node.op == Op::Method                      ? static_cast<const Callable *>(node.method)
                                                     : static_cast<const Callable *>(node.function);
    const bool free = node.op == Op::Call; // its first argument is the subject
    if (free && int(node.list.size()) < callable->needed)
        return error();
    const Datum subject = !free ? value(node.a) : node.list.empty() ? Datum() : value(node.list[0]);
    const Arguments given = arguments(node, free ? 1 : 0);
    if (!m_allowance.isFine())
        return {};
    if (subject.is(Kind::Undefined) && !callable->takesUndefined)
        return error();
    const Datum result = callable->apply(subject, given, m_allowance);
    return node.negated ? Datum::boolean(!isTrue(result)) : result;
}

Datum Evaluator::compare(const Node &node)
{
    Datum left = value(node.list[0]);
    for (size_t i = 0; i < node.relations.size(); ++i) {
        const Datum right = value(node.list[i + 1]);
        if (!m_allowance.isFine() || !holds(node.relations[i], left, right))
            return Datum::boolean(false);
        left = right;
    }
    return Datum::boolean(true);
}

bool Evaluator::holds(Node::Relation relation, const Datum &a, const Datum &b)
{
    using Relation = Node::Relation;
    switch (relation) {
    case Relation::Equal:
        return equal(a, b, m_allowance);
    case Relation::Unequal:
        return !equal(a, b, m_allowance);
    case Relation::In:
        return contains(b, a);
    case Relation::NotIn:
        return !contains(b, a) && m_allowance.isFine();
    default:
        break;
    }
    if ((a.is(Kind::Real) && a.real != a.real) || (b.is(Kind::Real) && b.real != b.real))
        return false; // nan
    const auto order = ordered(a, b, m_allowance);
    if (!order) {
        m_allowance.end(Rendered::Error);
        return false;
    }
    return relation == Relation::Less    ? *order < 0
        : relation == Relation::LessEqual ? *order <= 0
        : relation == Relation::Greater   ? *order > 0
                                          : *order >= 0;
}

bool Evaluator::contains(const Datum &whole, const Datum &part)
{
    if (whole.is(Kind::String)) {
        if (!part.is(Kind::String))
            m_allowance.end(Rendered::Error);
        return part.is(Kind::String) && whole.text.contains(part.text);
    }
    const auto elements = iterated(whole, m_allowance);
    if (!elements) {
        m_allowance.end(Rendered::Error);
        return false;
    }
    return std::any_of(elements->begin(), elements->end(), [&](const Datum &element) { return equal(element, part, m_allowance); });
}

} // namespace muster::mqtt
