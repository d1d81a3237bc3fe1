#include "analysis/program.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
using Op = ExpressionStep::Op;

/// 1, 0, or NaN where one of the two is NaN.
double truth(bool holds, double a, double b = 0)
{
    return std::isnan(a) || std::isnan(b) ? none : holds ? 1 : 0;
}

double roundTo(double value, double decimals)
{
    if (!(std::abs(decimals) <= 15))
        return none;
    const double scale = std::pow(10, std::round(decimals));
    const double scaled = value * scale;
    return std::isfinite(scaled) ? std::round(scaled) / scale : value;
}

double ofOne(Op op, double a)
{
    switch (op) {
    case Op::Negate:
        return -a;
    case Op::Not:
        return truth(a == 0, a);
    case Op::Abs:
        return std::abs(a);
    case Op::Sqrt:
        return std::sqrt(a);
    case Op::Log:
        return a > 0 ? std::log(a) : none;
    case Op::Log10:
        return a > 0 ? std::log10(a) : none;
    case Op::Exp:
        return std::exp(a);
    default:
        return std::round(a);
    }
}

double ofTwo(Op op, double a, double b)
{
    switch (op) {
    case Op::Add:
        return a + b;
    case Op::Subtract:
        return a - b;
    case Op::Multiply:
        return a * b;
    case Op::Divide:
        return a / b;
    case Op::Power:
        return std::pow(a, b);
    case Op::Less:
        return truth(a < b, a, b);
    case Op::LessOrEqual:
        return truth(a <= b, a, b);
    case Op::Greater:
        return truth(a > b, a, b);
    case Op::GreaterOrEqual:
        return truth(a >= b, a, b);
    case Op::Equal:
        return truth(a == b, a, b);
    case Op::NotEqual:
        return truth(a != b, a, b);
    case Op::And:
        return truth(a != 0 && b != 0, a, b);
    case Op::Or:
        return truth(a != 0 || b != 0, a, b);
    case Op::Least:
        return std::isnan(a) || std::isnan(b) ? none : std::min(a, b);
    case Op::Greatest:
        return std::isnan(a) || std::isnan(b) ? none : std::max(a, b);
    default:
        return roundTo(a, b);
    }
}

double ofThree(Op op, double a, double b, double c)
{
    if (op == Op::If)
        return std::isnan(a) ? none : a != 0 ? b : c;
    return std::isnan(a) || std::isnan(b) || std::isnan(c) ? none : std::min(std::max(a, b), c);
}

double ofWindow(Op op, const Window &window)
{
    const Aggregate total = window.total();
    if (op == Op::CountOver)
        return total.count;
    if (total.count == 0)
        return none;
    switch (op) {
    case Op::MinOver:
        return total.min;
    case Op::MaxOver:
        return total.max;
    case Op::SumOver:
        return total.sum();
    case Op::DeviationOver:
        return total.deviation();
    default:
        return total.mean;
    }
}

} // namespace

void Program::set(int input, double value)
{
    double &kept = m_inputs[size_t(input)];
    m_missing += int(std::isnan(value)) - int(std::isnan(kept));
    kept = value;
    m_fresh |= 1U << input;
}

void Program::restart()
{
    std::fill(m_inputs.begin(), m_inputs.end(), none);
    m_missing = int(m_inputs.size());
    m_fresh = 0;
    for (Memory &memory : m_memories)
        memory = Memory(memory.window.length());
}

double Program::change(const Step &step, Memory &memory, Micros time, double value)
{
    const double since = memory.any ? (double(time) - double(memory.time)) * 1e-6 : 0;
    if (memory.any && since > 0)
        memory.result = step.op == Op::Rate ? (value - memory.value) / since : value - memory.value;
    else if (!memory.any)
        memory.result = none;
    memory.any = true;
    memory.time = time;
    memory.value = value;
    return memory.result;
}

double Program::follow(const Step &step, Memory &memory, Micros time, double value) const
{
    const bool fresh = (step.inputs & m_fresh) != 0 && std::isfinite(value);
    if (step.op == Op::Rate || step.op == Op::Delta)
        return fresh ? change(step, memory, time, value) : memory.any ? memory.result : none;
    memory.window.advance(time);
    if (fresh) {
        memory.window.add(time, value);
        memory.time = time;
        memory.value = value;
    }
    if (step.op != Op::RateOver && step.op != Op::DeltaOver)
        return ofWindow(step.op, memory.window);
    if (memory.window.isEmpty())
        return none;
    const double over = (double(memory.time) - double(memory.window.firstTime())) * 1e-6;
    const double by = memory.value - memory.window.firstValue();
    if (over <= 0)
        return none;
    return step.op == Op::RateOver ? by / over : by;
}

double Program::run(Micros time)
{
    double *top = m_stack.data(); // one behind the topmost value; compile() made it large enough
    for (const Step &step : m_steps) {
        if (step.op == Op::Number) {
            *top++ = step.number;
        } else if (step.op == Op::Input) {
            *top++ = m_inputs[step.index];
        } else if (step.op == Op::Convert) {
            top[-1] = top[-1] * step.number + step.offset;
        } else if (step.op >= Op::Rate) {
            top[-1] = follow(step, m_memories[step.index], time, top[-1]);
        } else {
            const int arguments = argumentsOf(step.op);
            top -= arguments;
            *top = arguments == 1 ? ofOne(step.op, top[0]) : arguments == 2 ? ofTwo(step.op, top[0], top[1]) : ofThree(step.op, top[0], top[1], top[2]);
            ++top;
        }
    }
    m_fresh = 0;
    const double result = m_steps.empty() || m_missing > 0 ? none : top[-1];
    return std::isfinite(result) ? result : none;
}

} // namespace muster
