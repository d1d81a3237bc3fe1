#pragma once

#include "analysis/expression.h"

namespace muster {

struct Function;

/// Reads an expression by recursive descent and writes its steps in postfix order. Keeps the first error; after it nothing more is read.
class ExpressionParser
{
public:
    explicit ExpressionParser(const QString &text);
    [[nodiscard]] tl::expected<Expression, ExpressionError> run();

private:
    using Op = ExpressionStep::Op;
    /// What stands in a function's parentheses.
    struct Arguments
    {
        int values = 0;
        Micros window = 0; ///< 0: none
        qsizetype windowColumn = 0;
    };

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    void skipSpace();
    bool take(QStringView characters);
    bool takeWord(QLatin1StringView word);
    [[nodiscard]] QString peekWord() const;

    void parseOr();
    void parseAnd();
    void parseNot();
    void parseComparison();
    void parseSum();
    void parseProduct();
    void parseSigned();
    void parsePower();
    void parseConverted();
    void parseAtom();
    void parseParenthesis();
    void parseNumber();
    void parseWord();
    void parseReference();
    void parseCall(const QString &name, qsizetype column);
    void parseConvert(qsizetype column);
    [[nodiscard]] Arguments parseArguments(qsizetype column);
    void finishCall(const Function &function, const Arguments &arguments, qsizetype column);
    void closeCall(qsizetype column);
    [[nodiscard]] Micros duration();
    [[nodiscard]] QString quoted();
    [[nodiscard]] QString unit();

    void emitStep(Op op, qsizetype column, Micros window = 0);
    void emitConvert(const QString &from, const QString &to, qsizetype column);
    void emitInput(const QString &label, qsizetype column);
    void push(ExpressionStep step);
    bool enter(qsizetype column);
    void needOperand(qsizetype column, qsizetype length);
    void fail(qsizetype column, qsizetype length, const QString &text, const QString &suggestion = {});

    Expression m_made;
    const QString &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_windows = 0;
    ExpressionError m_error {};
    bool m_failed = false;
};

} // namespace muster
