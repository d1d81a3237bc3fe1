#include "analysis/expressionparser.h"

#include "analysis/functions.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace muster {

namespace {

using Latin = QLatin1StringView;

QString tell(const char *text)
{
    return QCoreApplication::translate("Expression", text);
}

bool startsWord(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

} // namespace

tl::expected<Expression, ExpressionError> parseExpression(const QString &text)
{
    return ExpressionParser(text).run();
}

ExpressionParser::ExpressionParser(const QString &text)
    : m_text(m_made.m_text)
{
    m_made.m_text = text;
}

tl::expected<Expression, ExpressionError> ExpressionParser::run()
{
    if (m_text.size() > Expression::maxLength) {
        fail(Expression::maxLength, m_text.size() - Expression::maxLength,
            tell(QT_TRANSLATE_NOOP("Expression", "The expression is too long; it may have %1 characters.")).arg(Expression::maxLength));
        return tl::unexpected(m_error);
    }
    skipSpace();
    if (atEnd())
        fail(0, 0, tell(QT_TRANSLATE_NOOP("Expression", "Write what is to be calculated, for example \"Pump 3/pressure\" * 2.")));
    parseOr();
    skipSpace();
    if (!m_failed && peek() == u')')
        fail(m_at, 1, tell(QT_TRANSLATE_NOOP("Expression", "This parenthesis closes one that was never opened.")));
    if (!m_failed && peek() == u',')
        fail(m_at, 1, tell(QT_TRANSLATE_NOOP("Expression", "A comma stands only between the values of a function. Write decimals with a point: 0.5.")));
    if (!m_failed && !atEnd())
        fail(m_at, 1, tell(QT_TRANSLATE_NOOP("Expression", "An operator such as + - * / is missing in front of “%1”.")).arg(peek()));
    if (!m_failed && m_made.m_inputs.isEmpty())
        fail(0, m_text.size(), tell(QT_TRANSLATE_NOOP("Expression", "There is no metric in it, so it would never change. Name one, for example \"Pump 3/pressure\".")));
    if (m_failed)
        return tl::unexpected(m_error);
    return m_made;
}

// --- characters

void ExpressionParser::skipSpace()
{
    while (!atEnd() && peek().isSpace())
        ++m_at;
}

bool ExpressionParser::take(QStringView characters)
{
    skipSpace();
    if (m_failed || !QStringView(m_text).sliced(m_at).startsWith(characters))
        return false;
    m_at += characters.size();
    return true;
}

QString ExpressionParser::peekWord() const
{
    qsizetype end = m_at;
    if (end < m_text.size() && startsWord(m_text[end]))
        while (end < m_text.size() && isWord(m_text[end]))
            ++end;
    return m_text.mid(m_at, end - m_at);
}

bool ExpressionParser::takeWord(QLatin1StringView word)
{
    skipSpace();
    if (m_failed || peekWord().compare(word, Qt::CaseInsensitive) != 0)
        return false;
    m_at += word.size();
    return true;
}

void ExpressionParser::fail(qsizetype column, qsizetype length, const QString &text, const QString &suggestion)
{
    if (!m_failed)
        m_error = {column, length, text, suggestion};
    m_failed = true;
    m_at = m_text.size();
}

bool ExpressionParser::enter(qsizetype column)
{
    if (++m_depth <= Expression::maxDepth)
        return true;
    fail(column, 1, tell(QT_TRANSLATE_NOOP("Expression", "This is nested too deeply; %1 levels are possible.")).arg(Expression::maxDepth));
    return false;
}

void ExpressionParser::needOperand(qsizetype column, qsizetype length)
{
    skipSpace();
    if (!m_failed && (atEnd() || peek() == u')' || peek() == u','))
        fail(column, length, tell(QT_TRANSLATE_NOOP("Expression", "“%1” needs a value behind it.")).arg(m_text.mid(column, length)));
}

// --- operators, the weakest first

void ExpressionParser::parseOr()
{
    parseAnd();
    for (qsizetype column = (skipSpace(), m_at); takeWord(Latin("or")); column = (skipSpace(), m_at)) {
        needOperand(column, 2);
        parseAnd();
        emitStep(Op::Or, column);
    }
}

void ExpressionParser::parseAnd()
{
    parseNot();
    for (qsizetype column = (skipSpace(), m_at); takeWord(Latin("and")); column = (skipSpace(), m_at)) {
        needOperand(column, 3);
        parseNot();
        emitStep(Op::And, column);
    }
}

void ExpressionParser::parseNot()
{
    skipSpace();
    const qsizetype column = m_at;
    if (!takeWord(Latin("not"))) {
        parseComparison();
        return;
    }
    needOperand(column, 3);
    if (enter(column))
        parseNot();
    --m_depth;
    emitStep(Op::Not, column);
}

void ExpressionParser::parseComparison()
{
    struct Sign { QStringView text; Op op; };
    static constexpr Sign signs[] {{u"<=", Op::LessOrEqual}, {u"≤", Op::LessOrEqual}, {u">=", Op::GreaterOrEqual}, {u"≥", Op::GreaterOrEqual},
        {u"<>", Op::NotEqual}, {u"!=", Op::NotEqual}, {u"≠", Op::NotEqual}, {u"==", Op::Equal}, {u"=", Op::Equal}, {u"<", Op::Less}, {u">", Op::Greater}};
    parseSum();
    skipSpace();
    const qsizetype column = m_at;
    const auto sign = std::find_if(std::begin(signs), std::end(signs), [this](const Sign &s) { return take(s.text); });
    if (sign == std::end(signs))
        return;
    needOperand(column, sign->text.size());
    parseSum();
    emitStep(sign->op, column);
    skipSpace();
    if (!m_failed && QStringView(u"<>=≤≥≠!").contains(peek()))
        fail(m_at, 1, tell(QT_TRANSLATE_NOOP("Expression", "Compare two values at a time: a > 1 and a < 5.")));
}

void ExpressionParser::parseSum()
{
    parseProduct();
    for (;;) {
        skipSpace();
        const qsizetype column = m_at;
        const bool plus = take(u"+");
        if (!plus && !take(u"-") && !take(u"−"))
            return;
        needOperand(column, 1);
        parseProduct();
        emitStep(plus ? Op::Add : Op::Subtract, column);
    }
}

void ExpressionParser::parseProduct()
{
    parseSigned();
    for (;;) {
        skipSpace();
        const qsizetype column = m_at;
        const bool times = take(u"*") || take(u"×") || take(u"·");
        if (!times && !take(u"/") && !take(u"÷"))
            return;
        needOperand(column, 1);
        parseSigned();
        emitStep(times ? Op::Multiply : Op::Divide, column);
    }
}

void ExpressionParser::parseSigned()
{
    skipSpace();
    const qsizetype column = m_at;
    const bool minus = take(u"-") || take(u"−");
    if (!minus && !take(u"+")) {
        parsePower();
        return;
    }
    needOperand(column, 1);
    if (enter(column))
        parseSigned();
    --m_depth;
    if (minus)
        emitStep(Op::Negate, column);
}

void ExpressionParser::parsePower()
{
    parseConverted();
    skipSpace();
    const qsizetype column = m_at;
    if (!take(u"^"))
        return;
    needOperand(column, 1);
    if (enter(column))
        parseSigned(); // so that 2^-1 is possible and 2^3^2 is 2^(3^2)
    --m_depth;
    emitStep(Op::Power, column);
}

void ExpressionParser::parseConverted()
{
    parseAtom();
    for (qsizetype column = (skipSpace(), m_at); takeWord(Latin("to")); column = (skipSpace(), m_at)) {
        const QString wanted = unit();
        emitConvert({}, wanted, column);
    }
}

// --- values

void ExpressionParser::parseAtom()
{
    skipSpace();
    if (m_failed)
        return;
    const QChar c = peek();
    if (atEnd())
        fail(m_at, 0, tell(QT_TRANSLATE_NOOP("Expression", "A value is missing at the end.")));
    else if (c == u'(')
        parseParenthesis();
    else if (c.isDigit() || (c == u'.' && peek(1).isDigit()))
        parseNumber();
    else if (isQuote(c))
        parseReference();
    else if (startsWord(c))
        parseWord();
    else
        fail(m_at, 1, tell(QT_TRANSLATE_NOOP("Expression", "“%1” has no meaning here; a metric, a number or a function is expected.")).arg(c));
}

void ExpressionParser::parseParenthesis()
{
    const qsizetype column = m_at++;
    skipSpace();
    if (peek() == u')')
        fail(column, m_at + 1 - column, tell(QT_TRANSLATE_NOOP("Expression", "There is nothing between these parentheses.")));
    if (enter(column))
        parseOr();
    --m_depth;
    if (!m_failed && !take(u")"))
        fail(column, 1, tell(QT_TRANSLATE_NOOP("Expression", "This parenthesis is not closed.")));
}

void ExpressionParser::parseNumber()
{
    const qsizetype column = m_at;
    const auto digits = [this] {
        while (peek().isDigit())
            ++m_at;
    };
    digits();
    if (peek() == u'.') {
        ++m_at;
        digits();
    }
    const bool sign = peek(1) == u'+' || peek(1) == u'-';
    if ((peek() == u'e' || peek() == u'E') && peek(sign ? 2 : 1).isDigit()) {
        m_at += sign ? 2 : 1;
        digits();
    }
    bool ok = false;
    const double number = QStringView(m_text).sliced(column, m_at - column).toDouble(&ok);
    if (startsWord(peek()) || peek() == u'.') {
        while (isWord(peek()))
            ++m_at;
        const QString whole = m_text.mid(column, m_at - column);
        fail(column, whole.size(),
            tell(QT_TRANSLATE_NOOP("Expression", "“%1” is no number. A stretch of time such as 5m stands only behind the value of a function: mean(value, 5m).")).arg(whole));
    } else if (!ok || !std::isfinite(number)) {
        fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "“%1” is no number that can be calculated with.")).arg(m_text.mid(column, m_at - column)));
    } else {
        push({.op = Op::Number, .number = number, .column = column, .length = m_at - column});
    }
}

void ExpressionParser::parseWord()
{
    const qsizetype column = m_at;
    const QString word = peekWord();
    m_at += word.size();
    const qsizetype behind = m_at;
    if (take(u"(")) {
        parseCall(word, column);
        return;
    }
    m_at = m_failed ? m_at : behind;
    emitInput(word, column);
}

void ExpressionParser::parseReference()
{
    const qsizetype column = m_at;
    const QString label = quoted();
    if (!m_failed && label.trimmed().isEmpty())
        fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "Between these quotation marks a metric is to be named: \"device/metric\".")));
    emitInput(label.trimmed(), column);
}

QString ExpressionParser::quoted()
{
    const qsizetype column = m_at;
    const QChar mark = peek();
    QString text;
    for (++m_at; !atEnd(); ++m_at) {
        if (peek() == mark) {
            ++m_at;
            return text;
        }
        if (peek() == u'\\' && (peek(1) == mark || peek(1) == u'\\'))
            ++m_at;
        text += peek();
    }
    fail(column, m_text.size() - column, tell(QT_TRANSLATE_NOOP("Expression", "The quotation mark is not closed.")), m_text.mid(column).trimmed() + mark);
    return {};
}

QString ExpressionParser::unit()
{
    skipSpace();
    if (m_failed)
        return {};
    if (!isQuote(peek())) {
        const QString word = peekWord();
        fail(m_at, word.size(), tell(QT_TRANSLATE_NOOP("Expression", "A unit in quotation marks is expected here, such as \"°F\".")),
            word.isEmpty() ? QString() : u'"' + word + u'"');
        return {};
    }
    return quoted();
}

// --- steps

void ExpressionParser::push(ExpressionStep step)
{
    if (m_failed)
        return;
    if (m_made.m_steps.size() >= Expression::maxSteps) {
        fail(step.column, std::max<qsizetype>(1, step.length),
            tell(QT_TRANSLATE_NOOP("Expression", "The expression has too many parts; %1 are possible.")).arg(Expression::maxSteps));
        return;
    }
    m_made.m_steps.append(std::move(step));
}

void ExpressionParser::emitStep(Op op, qsizetype column, Micros window)
{
    push({.op = op, .window = window, .column = column, .length = std::max<qsizetype>(1, m_at - column)});
}

void ExpressionParser::emitConvert(const QString &from, const QString &to, qsizetype column)
{
    push({.op = Op::Convert, .from = from, .to = to, .column = column, .length = m_at - column});
}

void ExpressionParser::emitInput(const QString &label, qsizetype column)
{
    if (m_failed)
        return;
    auto &inputs = m_made.m_inputs;
    const auto known = std::find_if(inputs.cbegin(), inputs.cend(), [&](const Expression::Input &input) { return input.label == label; });
    const int index = int(known - inputs.cbegin());
    if (index == inputs.size() && inputs.size() >= Expression::maxInputs) {
        fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "There are too many metrics in it; %1 are possible.")).arg(Expression::maxInputs));
        return;
    }
    if (index == inputs.size())
        inputs.append({label, column, m_at - column});
    push({.op = Op::Input, .input = index, .column = column, .length = m_at - column});
}

} // namespace muster
