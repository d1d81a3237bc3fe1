// The terms of an expression: constants, names, members, calls, filters and tests.
#include "backends/mqtt/conventions/template/callables.h"
#include "backends/mqtt/conventions/template/parser.h"

namespace muster::mqtt {

using Op = Node::Op;

int Parser::primary()
{
    Node node;
    const Token first = token();
    switch (first.kind) {
    case Token::Kind::Name:
        return named();
    case Token::Kind::Integer: {
        const auto value = pythonInt(first.text, 0);
        if (!value)
            return corrupt();
        node.constant = Datum::number(*value);
        ++m_at;
        return add(std::move(node));
    }
    case Token::Kind::Real: {
        const auto value = pythonFloat(first.text);
        if (!value)
            return corrupt();
        node.constant = Datum::number(*value);
        ++m_at;
        return add(std::move(node));
    }
    case Token::Kind::String: {
        QString text;
        while (token().kind == Token::Kind::String) // strings side by side are one
            text += m_tokens[m_at++].text;
        node.constant = Datum::string(text);
        return add(std::move(node));
    }
    default:
        break;
    }
    if (skip("["))
        return sequence("]", Op::List);
    if (skip("{"))
        return mapping();
    if (!skip("("))
        return corrupt();
    if (skip(")")) {
        node.constant = Datum::list({}, Datum::Kind::Tuple);
        return add(std::move(node));
    }
    const int inner = tuple();
    expect(")");
    return inner;
}

int Parser::named()
{
    const QString name = token().text;
    ++m_at;
    Node node;
    if (name == QLatin1String("none") || name == QLatin1String("None")) {
        node.constant = Datum::none();
        return add(std::move(node));
    }
    const bool isTrueWord = name == QLatin1String("true") || name == QLatin1String("True");
    if (isTrueWord || name == QLatin1String("false") || name == QLatin1String("False")) {
        node.constant = Datum::boolean(isTrueWord);
        return add(std::move(node));
    }
    if (token().isOperator("(")) {
        node.op = Op::Call;
        node.function = functionNamed(name);
        if (!node.function)
            return unsupported(name);
        ++m_at;
        return arguments(*node.function, node.list) ? add(std::move(node)) : -1;
    }
    static constexpr const char *words[] = {"and", "or", "not", "if", "else", "in", "is", "elif", "endif", "for"};
    if (std::any_of(std::begin(words), std::end(words), [&](const char *word) { return name == QLatin1String(word); }))
        return corrupt();
    if (isStateful(name) && !m_set.contains(name))
        return unsupported(name);
    node.op = Op::Name;
    node.a = slot(name);
    return add(std::move(node));
}

int Parser::sequence(const char *end, Op op)
{
    Node node;
    node.op = op;
    while (!failed() && !skip(end)) {
        node.list.push_back(expression());
        if (!token().isOperator(end))
            expect(",");
    }
    return failed() ? -1 : add(std::move(node));
}

int Parser::mapping()
{
    Node node;
    node.op = Op::Dict;
    while (!failed() && !skip("}")) {
        node.list.push_back(expression());
        expect(":");
        node.list.push_back(expression());
        if (!token().isOperator("}"))
            expect(",");
    }
    return failed() ? -1 : add(std::move(node));
}

int Parser::postfix(int node)
{
    while (!failed()) {
        if (skip("."))
            node = member(node);
        else if (skip("["))
            node = subscript(node);
        else if (token().isOperator("("))
            return unsupported(QStringLiteral("("));
        else
            break;
    }
    return node;
}

int Parser::member(int subject)
{
    Node node;
    node.a = subject;
    node.name = token().text;
    if (token().kind == Token::Kind::Integer) {
        Node index;
        const auto value = pythonInt(token().text);
        if (!value)
            return corrupt();
        ++m_at;
        index.constant = Datum::number(*value);
        return binary(Op::Item, subject, add(std::move(index)));
    }
    if (token().kind != Token::Kind::Name)
        return corrupt();
    ++m_at;
    node.op = Op::Member;
    if (!skip("("))
        return add(std::move(node));
    node.op = Op::Method;
    node.method = methodNamed(node.name);
    if (!node.method)
        return unsupported(node.name);
    return arguments(*node.method, node.list) ? add(std::move(node)) : -1;
}

int Parser::subscript(int subject)
{
    Node node;
    node.op = Op::Slice;
    node.a = subject;
    node.list = {-1, -1, -1};
    size_t part = 0;
    bool slice = false;
    while (!failed() && !token().isOperator("]")) {
        if (skip(":")) {
            slice = true;
            if (++part > 2)
                return corrupt();
        } else if (node.list[part] >= 0) {
            return unsupported(QStringLiteral("[,]"));
        } else {
            node.list[part] = expression();
        }
    }
    expect("]");
    if (slice)
        return add(std::move(node));
    return node.list[0] < 0 ? corrupt() : binary(Op::Item, subject, node.list[0]);
}

int Parser::filters(int node)
{
    while (!failed()) {
        if (skip("|"))
            node = filter(node);
        else if (skipName("is"))
            node = test(node);
        else
            break;
    }
    return node;
}

int Parser::filter(int subject)
{
    if (token().kind != Token::Kind::Name)
        return corrupt();
    Node node;
    node.op = Op::Filter;
    node.a = subject;
    node.filter = filterNamed(token().text);
    if (!node.filter)
        return unsupported(token().text);
    ++m_at;
    if (skip("(") && !arguments(*node.filter, node.list))
        return -1;
    return int(node.list.size()) < node.filter->needed ? corrupt() : add(std::move(node));
}

// Whether what follows a test's name is its argument: `is divisibleby 3`.
bool Parser::isArgument()
{
    const Token &next = token();
    if (next.kind == Token::Kind::Name)
        return !next.isName("else") && !next.isName("or") && !next.isName("and") && !next.isName("is") && !next.isName("if") && !next.isName("in") && !next.isName("not");
    return next.kind == Token::Kind::String || next.kind == Token::Kind::Integer || next.kind == Token::Kind::Real || next.isOperator("[") || next.isOperator("{");
}

int Parser::test(int subject)
{
    Node node;
    node.op = Op::Test;
    node.a = subject;
    node.negated = skipName("not");
    if (token().kind != Token::Kind::Name)
        return corrupt();
    node.trial = trialNamed(token().text);
    if (!node.trial)
        return unsupported(token().text);
    ++m_at;
    if (skip("(")) {
        if (!arguments(*node.trial, node.list))
            return -1;
    } else if (isArgument()) {
        node.list.push_back(postfix(primary()));
    }
    return int(node.list.size()) < node.trial->needed ? corrupt() : add(std::move(node));
}

// Behind the opening bracket; arguments given by name go to their places.
bool Parser::arguments(const Callable &callable, std::vector<int> &list)
{
    const QStringList parameters = QString::fromLatin1(callable.parameters).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto most = qsizetype(Arguments::max);
    while (!failed() && !skip(")")) {
        qsizetype place = qsizetype(list.size());
        if (token().kind == Token::Kind::Name && token(1).isOperator("=")) {
            place = parameters.indexOf(token().text);
            m_at += 2;
        }
        const bool open = parameters.contains(QStringLiteral("*"));
        if (place < 0 || place >= most || (!open && place >= parameters.size())) {
            unsupported(QLatin1String(callable.name));
            return false;
        }
        if (place >= qsizetype(list.size()))
            list.resize(size_t(place) + 1, -1);
        list[size_t(place)] = expression();
        if (!token().isOperator(")"))
            expect(",");
    }
    return !failed();
}

} // namespace muster::mqtt
