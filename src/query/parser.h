#pragma once

#include "query/query.h"
#include "query/scanner.h"

#include "query/fields.h"

namespace muster {

/// One run over a text by recursive descent; query.h has the grammar. Its terms are in termparser.cpp.
class Parser
{
public:
    explicit Parser(const QString &text);
    [[nodiscard]] ParsedQuery run();

private:
    /// The field whose values are being read; none: bare words.
    struct Context
    {
        const FieldInfo *field = nullptr;
        QString key {};
        qsizetype column = 0; ///< of the field's name
    };
    /// An end of a range or the word behind an operator.
    struct Bound
    {
        Word word {};
        bool open = false;
        bool missing = true;
    };

    // The tree; each returns the index of a node, -1 after an error (or for a sort: or limit:, which is no node).
    int parseOr(const Context &context);
    int parseAnd(const Context &context);
    int parseUnary(const Context &context);
    int parseNegated(const Context &context, qsizetype column, QLatin1StringView what);
    int parseAtom(const Context &context);
    int parseGroup(const Context &context);
    int join(Node::Type type, const QList<int> &children);
    [[nodiscard]] bool startsTerm() const;
    [[nodiscard]] bool isMinus(const Context &context) const;
    bool enter(qsizetype column);

    // Terms
    int parseField();
    int parseBare(const Word &word);
    int parseValue(const Context &context);
    int parseComparison(const Context &context);
    int parseRange(const Context &context);
    int parseRegex(const Context &context);
    int parseWord(const Context &context, const Word &word, bool whole);
    [[nodiscard]] Context contextOf(const Word &name) const;
    Bound parseBound(const Context &context);
    int add(Term term, const Context &context);
    bool fill(Term &term, const Context &context, const Word &word, bool whole);
    bool fillMetric(Term &term, const Context &context, const Word &word);
    bool fillWords(Term &term, const Context &context, const Word &word);
    int addBetween(const Context &context, const Bound &low, const Bound &high);
    bool fillNumbers(Term &term, const Context &context, const Bound &low, const Bound &high);
    bool fillGrades(Term &term, const Context &context, const Bound &low, const Bound &high);
    [[nodiscard]] bool readNumber(const Context &context, const Bound &bound, double &value, QString &unit);
    [[nodiscard]] QString validRegex(const QString &pattern, qsizetype column);

    // Orders beside the condition
    void parseSort(const Word &name);
    void parseLimit(const Word &name);

    void failWord(const Word &word, const QString &text, const QString &suggestion = {});
    void failTerm(const Context &context, const Word &word, const QString &text, const QString &suggestion);
    [[nodiscard]] QString named(const Context &context) const { return spelled(context.field->field, context.key); }

    Query m_query;
    Scanner m_scan;
    int m_depth = 0;
    int m_regexes = 0;
    bool m_topLevel = true; ///< outside of parentheses and NOT, where sort: and limit: may stand here
};

} // namespace muster
