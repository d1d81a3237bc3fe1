#include "query/parser.h"

#include <QCoreApplication>

namespace muster {

namespace {

using Latin = QLatin1StringView;

QString tell(const char *text)
{
    return QCoreApplication::translate("Query", text);
}

} // namespace

ParsedQuery parseQuery(const QString &text)
{
    return Parser(text).run();
}

Parser::Parser(const QString &text)
    : m_scan(m_query.m_text)
{
    m_query.m_text = text;
}

ParsedQuery Parser::run()
{
    const qsizetype size = m_query.m_text.size();
    if (size > Query::maxLength) {
        const QString tooLong = QCoreApplication::translate("Query", "The query is too long; it may have %1 characters.").arg(Query::maxLength);
        return tl::unexpected(QueryError {Query::maxLength, size - Query::maxLength, tooLong, {}});
    }
    m_scan.skipSpace();
    if (!m_scan.atEnd()) {
        m_query.m_nodes.clear();
        m_query.m_root = parseOr({});
        if (!m_scan.failed() && m_scan.peek() == u')')
            m_scan.fail(m_scan.at(), 1, QCoreApplication::translate("Query", "This parenthesis closes one that was never opened."));
        if (!m_scan.failed() && !m_scan.atEnd())
            m_scan.fail(m_scan.at(), 1,
                QCoreApplication::translate("Query", "“%1” has no meaning here. Put quotation marks around a text that has it.").arg(m_scan.peek()));
    }
    if (m_scan.failed())
        return tl::unexpected(m_scan.error());
    if (m_query.m_root < 0) // nothing but sort: and limit:
        m_query.m_root = join(Node::Type::All, {});
    return m_query;
}

int Parser::join(Node::Type type, const QList<int> &children)
{
    if (type != Node::Type::Not && children.size() == 1)
        return children.front();
    m_query.m_nodes.append(Node {type, children, -1});
    return int(m_query.m_nodes.size()) - 1;
}

bool Parser::enter(qsizetype column)
{
    if (++m_depth <= Query::maxDepth)
        return true;
    m_scan.fail(column, 1, QCoreApplication::translate("Query", "This is nested too deeply; %1 levels are possible.").arg(Query::maxDepth));
    return false;
}

int Parser::parseOr(const Context &context)
{
    QList<int> sides;
    qsizetype operatorAt = -1;
    for (;;) {
        const int side = parseAnd(context);
        if (m_scan.failed())
            return -1;
        if (side >= 0)
            sides.append(side);
        else if (operatorAt >= 0)
            m_scan.fail(operatorAt, 2, tell(QT_TRANSLATE_NOOP("Query", "OR needs a term behind it.")));
        m_scan.skipSpace();
        operatorAt = m_scan.at();
        if (m_scan.failed() || !m_scan.takeOperator(Latin("OR")))
            break;
        if (side < 0)
            m_scan.fail(operatorAt, 2, tell(QT_TRANSLATE_NOOP("Query", "OR needs a term in front of it.")));
    }
    if (m_scan.failed())
        return -1;
    return sides.isEmpty() ? -1 : join(Node::Type::Or, sides);
}

bool Parser::startsTerm() const
{
    return !m_scan.atEnd() && m_scan.peek() != u')' && !m_scan.isOperator(Latin("OR")) && !m_scan.isOperator(Latin("AND"));
}

int Parser::parseAnd(const Context &context)
{
    QList<int> sides;
    bool first = true;
    for (;;) {
        m_scan.skipSpace();
        const qsizetype column = m_scan.at();
        if (m_scan.takeOperator(Latin("AND"))) {
            if (first)
                m_scan.fail(column, 3, tell(QT_TRANSLATE_NOOP("Query", "AND needs a term in front of it.")));
            m_scan.skipSpace();
            if (!m_scan.failed() && !startsTerm())
                m_scan.fail(column, 3, tell(QT_TRANSLATE_NOOP("Query", "AND needs a term behind it.")));
        }
        if (m_scan.failed())
            return -1;
        if (!startsTerm())
            break;
        const int side = parseUnary(context);
        if (m_scan.failed())
            return -1;
        if (side >= 0)
            sides.append(side);
        first = false;
        if (m_scan.at() == column)
            break; // a character that nothing starts with; run() names it
    }
    return sides.isEmpty() ? -1 : join(Node::Type::And, sides);
}

bool Parser::isMinus(const Context &context) const
{
    if (m_scan.peek() != u'-' || m_scan.peek(1).isNull() || m_scan.peek(1).isSpace() || m_scan.peek(1) == u')')
        return false;
    if (!context.field)
        return true;
    const FieldType type = context.field->type;
    const bool digit = m_scan.peek(1).isDigit() || (m_scan.peek(1) == u'.' && m_scan.peek(2).isDigit());
    return !(digit && (type == FieldType::Number || type == FieldType::Metric));
}

int Parser::parseUnary(const Context &context)
{
    const qsizetype column = m_scan.at();
    if (m_scan.takeOperator(Latin("NOT")))
        return parseNegated(context, column, Latin("NOT"));
    if (isMinus(context)) {
        m_scan.moveTo(column + 1);
        return parseNegated(context, column, Latin("-"));
    }
    return parseAtom(context);
}

int Parser::parseNegated(const Context &context, qsizetype column, QLatin1StringView what)
{
    m_scan.skipSpace();
    if (!startsTerm()) {
        m_scan.fail(column, what.size(), QCoreApplication::translate("Query", "%1 needs a term behind it.").arg(what));
        return -1;
    }
    if (!enter(column))
        return -1;
    const bool wasTop = std::exchange(m_topLevel, false);
    const int inner = parseUnary(context);
    m_topLevel = wasTop;
    --m_depth;
    if (inner < 0 && !m_scan.failed())
        m_scan.fail(column, what.size(), QCoreApplication::translate("Query", "%1 needs a term behind it.").arg(what));
    return inner < 0 ? -1 : join(Node::Type::Not, {inner});
}

int Parser::parseAtom(const Context &context)
{
    if (m_scan.peek() == u'(')
        return parseGroup(context);
    return context.field ? parseValue(context) : parseField();
}

int Parser::parseGroup(const Context &context)
{
    const qsizetype column = m_scan.at();
    if (!enter(column))
        return -1;
    m_scan.moveTo(column + 1);
    m_scan.skipSpace();
    if (m_scan.peek() == u')') {
        m_scan.fail(column, m_scan.at() + 1 - column, tell(QT_TRANSLATE_NOOP("Query", "There is nothing between these parentheses.")));
        return -1;
    }
    const bool wasTop = std::exchange(m_topLevel, false);
    const int inner = parseOr(context);
    m_topLevel = wasTop;
    --m_depth;
    if (m_scan.failed())
        return -1;
    m_scan.skipSpace();
    if (m_scan.atEnd()) {
        m_scan.fail(column, 1, tell(QT_TRANSLATE_NOOP("Query", "This parenthesis is not closed.")));
        return -1;
    }
    if (m_scan.peek() == u')')
        m_scan.moveTo(m_scan.at() + 1);
    return inner;
}

} // namespace muster
