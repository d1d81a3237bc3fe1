// Program::compile: from what was written to what is run, with its units.
#include "analysis/program.h"

#include "analysis/units.h"

#include <QCoreApplication>

namespace muster {

namespace {

using Op = ExpressionStep::Op;

QString tell(const char *text)
{
    return QCoreApplication::translate("Expression", text);
}

/// What is known about a value while compiling.
struct Operand
{
    QString unit {};
    bool isNumber = false; ///< a bare number takes on the unit of what it is added to
    quint32 inputs = 0;
};

QString ofEqual(const Operand &a, const Operand &b)
{
    if (a.isNumber || b.isNumber)
        return a.isNumber ? b.unit : a.unit;
    return a.unit == b.unit ? a.unit : QString();
}

QString unitOf(Op op, const Operand &a, const Operand &b, const Operand &c)
{
    switch (op) {
    case Op::Negate:
    case Op::Abs:
    case Op::Round:
    case Op::RoundTo:
    case Op::Clamp:
    case Op::Delta:
    case Op::DeltaOver:
    case Op::MeanOver:
    case Op::MinOver:
    case Op::MaxOver:
    case Op::SumOver:
    case Op::DeviationOver:
        return a.unit;
    case Op::Add:
    case Op::Subtract:
    case Op::Least:
    case Op::Greatest:
        return ofEqual(a, b);
    case Op::If:
        return ofEqual(b, c);
    case Op::Multiply:
        return a.isNumber ? b.unit : b.isNumber ? a.unit : QString();
    case Op::Divide:
        return b.isNumber ? a.unit : QString();
    case Op::Rate:
    case Op::RateOver:
        return a.unit.isEmpty() ? QString() : a.unit + QStringLiteral("/s");
    default:
        return {};
    }
}

tl::expected<units::Conversion, ExpressionError> conversion(const ExpressionStep &step, const QString &own)
{
    const auto wrong = [&](const QString &text) { return tl::unexpected(ExpressionError {step.column, step.length, text, {}}); };
    const QString name = step.from.isEmpty() ? own : step.from;
    const units::Unit *const to = units::find(step.to);
    if (!to)
        return wrong(tell(QT_TRANSLATE_NOOP("Expression", "The unit “%1” is not known.")).arg(step.to));
    if (name.isEmpty())
        return wrong(tell(QT_TRANSLATE_NOOP("Expression", "What is to be converted has no unit. Name it: convert(value, \"unit\", \"%1\").")).arg(step.to));
    const units::Unit *const from = units::find(name);
    if (!from)
        return wrong(tell(QT_TRANSLATE_NOOP("Expression", "The unit “%1” is not known, so nothing can be converted from it.")).arg(name));
    if (from->dimension != to->dimension)
        return wrong(tell(QT_TRANSLATE_NOOP("Expression", "“%1” cannot be converted to “%2”, but to: %3."))
                         .arg(name, step.to, units::symbols(from).mid(0, 12).join(QStringLiteral(", "))));
    return units::between(*from, *to);
}

} // namespace

tl::expected<Program, ExpressionError> Program::compile(const Expression &expression, const QStringList &units)
{
    Program made;
    QList<Operand> stack;
    qsizetype deepest = 0;
    for (const ExpressionStep &step : expression.steps()) {
        const int arguments = argumentsOf(step.op);
        Q_ASSERT(stack.size() >= arguments);
        std::array<Operand, 3> taken;
        std::copy(stack.cend() - arguments, stack.cend(), taken.begin());
        stack.resize(stack.size() - arguments);
        Operand result {unitOf(step.op, taken[0], taken[1], taken[2]), false, taken[0].inputs | taken[1].inputs | taken[2].inputs};
        if (step.op == Op::Input)
            result = {units.value(step.input), false, 1U << step.input};
        result.isNumber = step.op == Op::Number || (step.op == Op::Negate && taken[0].isNumber);
        Step compiled {step.op, quint16(step.input), result.inputs, step.number, 0};
        if (step.op == Op::Convert) {
            const auto factors = conversion(step, taken[0].unit);
            if (!factors)
                return tl::unexpected(factors.error());
            compiled.number = factors->factor;
            compiled.offset = factors->offset;
            result.unit = step.to;
        } else if (step.op >= Op::Rate) {
            compiled.index = quint16(made.m_memories.size());
            made.m_memories.emplace_back(step.window);
        }
        made.m_steps.push_back(compiled);
        stack.append(result);
        deepest = std::max(deepest, stack.size());
    }
    Q_ASSERT(stack.size() == 1);
    made.m_unit = stack.isEmpty() ? QString() : stack.first().unit;
    made.m_stack.resize(size_t(deepest));
    made.m_inputs.resize(size_t(expression.inputs().size()));
    made.restart();
    return made;
}

} // namespace muster
