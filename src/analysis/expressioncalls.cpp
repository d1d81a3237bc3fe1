// ExpressionParser: functions and what stands in their parentheses; and how expressions are spoken about.
#include "analysis/expressionparser.h"

#include "analysis/functions.h"
#include "analysis/units.h"
#include "analysis/window.h"

#include <QCoreApplication>

#include <cmath>

namespace muster {

namespace {

QString tell(const char *text)
{
    return QCoreApplication::translate("Expression", text);
}

/// Microseconds in a unit of a duration; 0: no such unit.
double lengthOf(QStringView unit)
{
    struct Known { QStringView name; double micros; };
    static constexpr Known known[] {{u"ms", 1e3}, {u"s", 1e6}, {u"m", 60e6}, {u"min", 60e6}, {u"h", 3600e6}, {u"d", 86'400e6}, {u"w", 604'800e6}};
    for (const Known &one : known)
        if (one.name == unit)
            return one.micros;
    return 0;
}

std::optional<ExpressionStep::Op> stepFor(const Function &function, int values, bool over)
{
    if (over)
        return values == 1 ? function.over : std::nullopt;
    switch (values) {
    case 1:
        return function.one;
    case 2:
        return function.two;
    case 3:
        return function.three;
    default:
        return {};
    }
}

QString join(const QStringList &units)
{
    return units.size() <= 12 ? units.join(QStringLiteral(", ")) : units.mid(0, 12).join(QStringLiteral(", ")) + QStringLiteral(" …");
}

} // namespace

void ExpressionParser::parseCall(const QString &name, qsizetype column)
{
    const QString low = name.toLower();
    const Function *const function = findFunction(low);
    if (!function && low != QLatin1StringView("convert")) {
        fail(column, name.size(), tell(QT_TRANSLATE_NOOP("Expression", "There is no function “%1”.")).arg(name), nearestFunction(name));
        return;
    }
    if (!enter(column))
        return;
    if (!function) {
        parseConvert(column);
    } else {
        const Arguments arguments = parseArguments(column);
        if (!m_failed)
            finishCall(*function, arguments, column);
    }
    --m_depth;
}

void ExpressionParser::closeCall(qsizetype column)
{
    if (!m_failed && !take(u")"))
        fail(column, m_text.indexOf(u'(', column) + 1 - column, tell(QT_TRANSLATE_NOOP("Expression", "This parenthesis is not closed.")));
}

ExpressionParser::Arguments ExpressionParser::parseArguments(qsizetype column)
{
    Arguments arguments;
    skipSpace();
    if (peek() != u')') {
        do {
            skipSpace();
            const qsizetype at = m_at;
            if (const Micros window = duration(); window > 0 && arguments.window == 0) {
                arguments.window = window;
                arguments.windowColumn = at;
            } else if (!m_failed) {
                if (window > 0 || arguments.window > 0)
                    fail(at, m_at - at, tell(QT_TRANSLATE_NOOP("Expression", "The stretch of time is the last thing in the parentheses, once: mean(value, 5m).")));
                parseOr();
                ++arguments.values;
            }
        } while (take(u","));
    }
    closeCall(column);
    return arguments;
}

void ExpressionParser::finishCall(const Function &function, const Arguments &arguments, qsizetype column)
{
    const std::optional<Op> op = stepFor(function, arguments.values, arguments.window > 0);
    const QString signature = QLatin1StringView(function.signature);
    if (!op && arguments.window == 0 && arguments.values == 1 && function.over) {
        fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "“%1” needs a stretch of time: %2.")).arg(function.name, signature),
            m_text.mid(column, m_at - 1 - column) + QStringLiteral(", 5m)"));
    } else if (!op) {
        fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "“%1” is written like this: %2.")).arg(function.name, signature));
    } else if (arguments.window > 0 && ++m_windows > Expression::maxWindows) {
        fail(column, m_at - column,
            tell(QT_TRANSLATE_NOOP("Expression", "There are too many stretches of time in it; %1 are possible.")).arg(Expression::maxWindows));
    } else {
        emitStep(*op, column, arguments.window);
    }
}

void ExpressionParser::parseConvert(qsizetype column)
{
    parseOr();
    QString units[2];
    for (QString &one : units) {
        if (!m_failed && !take(u","))
            fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "“%1” is written like this: %2.")).arg(QStringLiteral("convert"), functionSignatures().constLast()));
        const qsizetype at = (skipSpace(), m_at);
        one = unit();
        if (!m_failed && !units::find(one))
            fail(at, m_at - at, tell(QT_TRANSLATE_NOOP("Expression", "The unit “%1” is not known. There are: %2.")).arg(one, join(units::symbols())));
    }
    closeCall(column);
    emitConvert(units[0], units[1], column);
}

Micros ExpressionParser::duration()
{
    const qsizetype column = m_at;
    double total = 0;
    while (peek().isDigit()) {
        const qsizetype from = m_at;
        while (peek().isDigit() || peek() == u'.')
            ++m_at;
        const qsizetype unitAt = m_at;
        while (peek().isLetter())
            ++m_at;
        const double micros = lengthOf(QStringView(m_text).sliced(unitAt, m_at - unitAt));
        if (micros == 0) {
            m_at = column;
            return 0; // a number, or something parseNumber() complains about
        }
        total += QStringView(m_text).sliced(from, unitAt - from).toDouble() * micros;
    }
    if (m_at == column)
        return 0;
    if (!(total >= double(Window::shortest) && total <= double(Window::longest))) {
        fail(column, m_at - column, tell(QT_TRANSLATE_NOOP("Expression", "A stretch of time can be from 1 ms to 366 days long.")));
        return 0;
    }
    return Micros(total);
}

QString ExpressionError::describe() const
{
    QString said = tell(QT_TRANSLATE_NOOP("Expression", "Column %1: %2")).arg(column + 1).arg(text);
    if (!suggestion.isEmpty())
        said += u' ' + tell(QT_TRANSLATE_NOOP("Expression", "Did you mean %1?")).arg(suggestion);
    return said;
}

QString quotedLabel(const QString &label)
{
    QString text = label;
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

int argumentsOf(ExpressionStep::Op op)
{
    using Op = ExpressionStep::Op;
    switch (op) {
    case Op::Number:
    case Op::Input:
        return 0;
    case Op::Clamp:
    case Op::If:
        return 3;
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
    case Op::Divide:
    case Op::Power:
    case Op::Less:
    case Op::LessOrEqual:
    case Op::Greater:
    case Op::GreaterOrEqual:
    case Op::Equal:
    case Op::NotEqual:
    case Op::And:
    case Op::Or:
    case Op::RoundTo:
    case Op::Least:
    case Op::Greatest:
        return 2;
    default:
        return 1;
    }
}

} // namespace muster
