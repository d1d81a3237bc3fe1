#pragma once

#include "backends/mqtt/conventions/template/lexer.h"
#include "backends/mqtt/conventions/template/syntax.h"

namespace muster::mqtt {

struct Callable;

/// Reads tokens by Jinja's grammar into a Syntax, bounded in depth and size. What is not of this grammar or not known here (loops, macros, the
/// clock, Home Assistant's states) is refused with the word that stands there.
class Parser
{
public:
    explicit Parser(QList<Token> tokens) : m_tokens(std::move(tokens)) {}

    /// Errors: Unsupported or Corrupt, with a phrase for people.
    [[nodiscard]] Result<Syntax> parse();

private:
    static constexpr int maxDepth = 40;
    static constexpr size_t maxNodes = 4'096;

    // statements
    [[nodiscard]] int statements(std::initializer_list<const char *> until);
    [[nodiscard]] int statement();
    [[nodiscard]] int ifStatement();
    [[nodiscard]] int setStatement();
    // expressions, loosest first
    [[nodiscard]] int expression();
    [[nodiscard]] int tuple();
    [[nodiscard]] int disjunction();
    [[nodiscard]] int conjunction();
    [[nodiscard]] int negation();
    [[nodiscard]] int comparison();
    [[nodiscard]] int sum();
    [[nodiscard]] int concatenation();
    [[nodiscard]] int product();
    [[nodiscard]] int power();
    [[nodiscard]] int unary(bool withFilters = true);
    [[nodiscard]] int primary();
    [[nodiscard]] int named();
    [[nodiscard]] int postfix(int node);
    [[nodiscard]] int member(int subject);
    [[nodiscard]] int subscript(int subject);
    [[nodiscard]] int filters(int node);
    [[nodiscard]] int filter(int subject);
    [[nodiscard]] int test(int subject);
    [[nodiscard]] int sequence(const char *end, Node::Op op);
    [[nodiscard]] int mapping();
    bool arguments(const Callable &callable, std::vector<int> &list);
    [[nodiscard]] bool relation(Node::Relation &relation);
    [[nodiscard]] int binary(Node::Op op, int a, int b);
    bool isArgument();

    [[nodiscard]] const Token &token(int ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    bool skip(const char *sign);
    bool skipName(const char *word);
    void expect(const char *sign);
    void expect(Token::Kind kind);
    int add(Node node);
    int slot(const QString &name);
    int unsupported(const QString &word);
    int corrupt();

    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
    Syntax m_syntax;
    QStringList m_set;
    std::optional<Error> m_error;
};

} // namespace muster::mqtt
