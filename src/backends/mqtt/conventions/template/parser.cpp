#include "backends/mqtt/conventions/template/parser.h"

#include "backends/mqtt/conventions/template/callables.h"
#include "backends/mqtt/conventions/words.h"

namespace muster::mqtt {

using Op = Node::Op;

// ---- tokens and nodes -------------------------------------------------------------------------------------------------------------

bool Parser::skip(const char *sign)
{
    const bool there = token().isOperator(sign);
    m_at += there ? 1 : 0;
    return there;
}

bool Parser::skipName(const char *word)
{
    const bool there = token().isName(word);
    m_at += there ? 1 : 0;
    return there;
}

void Parser::expect(const char *sign)
{
    if (!skip(sign))
        corrupt();
}

void Parser::expect(Token::Kind kind)
{
    if (token().kind == kind)
        ++m_at;
    else
        corrupt();
}

int Parser::add(Node node)
{
    if (m_syntax.nodes.size() >= maxNodes)
        return corrupt();
    m_syntax.nodes.push_back(std::move(node));
    return int(m_syntax.nodes.size()) - 1;
}

int Parser::binary(Op op, int a, int b)
{
    Node node;
    node.op = op;
    node.a = a;
    node.b = b;
    return add(std::move(node));
}

int Parser::slot(const QString &name)
{
    const qsizetype known = m_syntax.names.indexOf(name);
    if (known >= 0)
        return int(known);
    m_syntax.names.append(name);
    return int(m_syntax.names.size()) - 1;
}

int Parser::unsupported(const QString &word)
{
    if (!failed())
        m_error = Error {Error::Code::Unsupported, Words::tr("“%1” in a template is not supported").arg(word.left(40))};
    m_at = m_tokens.size() - 1;
    return -1;
}

int Parser::corrupt()
{
    if (!failed())
        m_error = Error {Error::Code::Corrupt, Words::tr("the template is not well formed")};
    m_at = m_tokens.size() - 1;
    return -1;
}

// ---- statements -------------------------------------------------------------------------------------------------------------------

Result<Syntax> Parser::parse()
{
    m_syntax.root = statements({});
    if (!failed() && token().kind != Token::Kind::End)
        corrupt();
    if (failed())
        return tl::unexpected(*m_error);
    return m_syntax;
}

// Up to a tag whose word is one of `until`, which stays to be read.
int Parser::statements(std::initializer_list<const char *> until)
{
    Node block;
    block.op = Op::Block;
    if (++m_depth > maxDepth)
        return corrupt();
    while (!failed() && token().kind != Token::Kind::End) {
        const bool ends = token().kind == Token::Kind::BlockBegin
            && std::any_of(until.begin(), until.end(), [this](const char *word) { return token(1).isName(word); });
        if (ends)
            break;
        block.list.push_back(statement());
    }
    --m_depth;
    return add(std::move(block));
}

int Parser::statement()
{
    Node node;
    if (token().kind == Token::Kind::Data) {
        node.op = Op::Text;
        node.constant = Datum::string(token().text);
        ++m_at;
        return add(std::move(node));
    }
    if (token().kind == Token::Kind::PrintBegin) {
        ++m_at;
        node.op = Op::Print;
        node.a = tuple();
        expect(Token::Kind::PrintEnd);
        return add(std::move(node));
    }
    expect(Token::Kind::BlockBegin);
    if (skipName("if"))
        return ifStatement();
    if (skipName("set"))
        return setStatement();
    return token().kind == Token::Kind::Name ? unsupported(token().text) : corrupt();
}

// Behind the word "if" or "elif".
int Parser::ifStatement()
{
    if (++m_depth > maxDepth)
        return corrupt();
    Node node;
    node.op = Op::If;
    node.a = tuple();
    expect(Token::Kind::BlockEnd);
    node.b = statements({"elif", "else", "endif"});
    expect(Token::Kind::BlockBegin);
    if (skipName("elif")) {
        node.c = ifStatement();
        --m_depth;
        return add(std::move(node));
    }
    if (skipName("else")) {
        expect(Token::Kind::BlockEnd);
        node.c = statements({"endif"});
        expect(Token::Kind::BlockBegin);
    }
    if (!skipName("endif"))
        return corrupt();
    expect(Token::Kind::BlockEnd);
    --m_depth;
    return add(std::move(node));
}

int Parser::setStatement()
{
    if (token().kind != Token::Kind::Name)
        return corrupt();
    const QString name = token().text;
    ++m_at;
    if (!token().isOperator("=")) // a block, several targets, a namespace
        return unsupported(QStringLiteral("set"));
    ++m_at;
    Node node;
    node.op = Op::Set;
    node.b = tuple();
    node.a = slot(name);
    m_set.append(name);
    expect(Token::Kind::BlockEnd);
    return add(std::move(node));
}

// ---- expressions: operators ---------------------------------------------------------------------------------------------------------

int Parser::tuple()
{
    const int first = expression();
    if (failed() || !token().isOperator(","))
        return first;
    Node node;
    node.op = Op::Tuple;
    node.list.push_back(first);
    const auto ends = [this] {
        return token().kind == Token::Kind::PrintEnd || token().kind == Token::Kind::BlockEnd || token().isOperator(")");
    };
    while (!failed() && skip(",") && !ends())
        node.list.push_back(expression());
    return add(std::move(node));
}

int Parser::expression()
{
    if (++m_depth > maxDepth)
        return corrupt();
    int value = disjunction();
    while (!failed() && skipName("if")) {
        Node node;
        node.op = Op::Conditional;
        node.b = value;
        node.a = disjunction();
        if (skipName("else"))
            node.c = expression();
        value = add(std::move(node));
    }
    --m_depth;
    return value;
}

int Parser::disjunction()
{
    int left = conjunction();
    while (!failed() && skipName("or"))
        left = binary(Op::Or, left, conjunction());
    return left;
}

int Parser::conjunction()
{
    int left = negation();
    while (!failed() && skipName("and"))
        left = binary(Op::And, left, negation());
    return left;
}

int Parser::negation()
{
    if (!token().isName("not") || token(1).isName("in"))
        return comparison();
    ++m_at;
    if (++m_depth > maxDepth)
        return corrupt();
    const int inner = negation();
    --m_depth;
    return binary(Op::Not, inner, -1);
}

bool Parser::relation(Node::Relation &relation)
{
    static constexpr std::pair<const char *, Node::Relation> signs[] = {
        {"==", Node::Relation::Equal}, {"!=", Node::Relation::Unequal},  {"<=", Node::Relation::LessEqual},
        {">=", Node::Relation::GreaterEqual}, {"<", Node::Relation::Less}, {">", Node::Relation::Greater}};
    for (const auto &[sign, meant] : signs) {
        if (skip(sign)) {
            relation = meant;
            return true;
        }
    }
    if (skipName("in")) {
        relation = Node::Relation::In;
        return true;
    }
    if (!token().isName("not") || !token(1).isName("in"))
        return false;
    m_at += 2;
    relation = Node::Relation::NotIn;
    return true;
}

int Parser::comparison()
{
    const int first = sum();
    Node node;
    node.op = Op::Compare;
    node.list.push_back(first);
    Node::Relation found {};
    while (!failed() && relation(found)) {
        node.relations.push_back(found);
        node.list.push_back(sum());
    }
    return node.relations.empty() ? first : add(std::move(node));
}

int Parser::sum()
{
    int left = concatenation();
    while (!failed()) {
        if (skip("+"))
            left = binary(Op::Add, left, concatenation());
        else if (skip("-"))
            left = binary(Op::Subtract, left, concatenation());
        else
            break;
    }
    return left;
}

int Parser::concatenation()
{
    const int first = product();
    if (failed() || !token().isOperator("~"))
        return first;
    Node node;
    node.op = Op::Concat;
    node.list.push_back(first);
    while (!failed() && skip("~"))
        node.list.push_back(product());
    return add(std::move(node));
}

int Parser::product()
{
    int left = power();
    while (!failed()) {
        if (skip("*"))
            left = binary(Op::Multiply, left, power());
        else if (skip("//"))
            left = binary(Op::FloorDivide, left, power());
        else if (skip("/"))
            left = binary(Op::Divide, left, power());
        else if (skip("%"))
            left = binary(Op::Modulo, left, power());
        else
            break;
    }
    return left;
}

int Parser::power()
{
    int left = unary();
    while (!failed() && skip("**"))
        left = binary(Op::Power, left, unary());
    return left;
}

// In Jinja the sign binds tighter than filters: -x|abs is (-x)|abs.
int Parser::unary(bool withFilters)
{
    int node = -1;
    if (token().isOperator("-") || token().isOperator("+")) {
        const Op op = token().isOperator("-") ? Op::Negative : Op::Positive;
        ++m_at;
        if (++m_depth > maxDepth)
            return corrupt();
        node = binary(op, unary(false), -1);
        --m_depth;
    } else {
        node = primary();
    }
    node = postfix(node);
    return withFilters ? filters(node) : node;
}

} // namespace muster::mqtt
