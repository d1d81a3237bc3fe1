#include "backends/mqtt/conventions/template/callables.h"
#include "backends/mqtt/conventions/template/evaluator.h"

#include <cmath>

namespace muster::mqtt {

using Op = Node::Op;
using Kind = Datum::Kind;

namespace {

Datum failed(Allowance &allowance, Rendered how = Rendered::Error)
{
    allowance.end(how);
    return {};
}

Datum repeated(const Datum &value, qint64 times, Allowance &allowance)
{
    const qint64 size = value.is(Kind::String) ? value.text.size() : value.items.size();
    const qint64 count = std::max<qint64>(times, 0);
    if (size > 0 && count > Allowance::maxText / size)
        return failed(allowance, Rendered::Exhausted);
    if (value.is(Kind::String))
        return Datum::string(value.text.repeated(count));
    QList<Datum> items;
    for (qint64 i = 0; i < count && allowance.take(size); ++i)
        items += value.items;
    return Datum::list(items, value.kind);
}

// Python rounds towards minus infinity, and the remainder has the divisor's sign.
Datum wholeDivision(Op op, qint64 a, qint64 b, Allowance &allowance)
{
    if (b == 0)
        return failed(allowance);
    if (b == -1) {
        qint64 negative = 0;
        if (op == Op::Modulo)
            return Datum::number(qint64(0));
        return __builtin_sub_overflow(qint64(0), a, &negative) ? failed(allowance, Rendered::Exhausted) : Datum::number(negative);
    }
    const qint64 remainder = a % b;
    const bool off = remainder != 0 && ((remainder < 0) != (b < 0));
    return op == Op::Modulo ? Datum::number(off ? remainder + b : remainder) : Datum::number(a / b - (off ? 1 : 0));
}

Datum wholePower(qint64 base, qint64 exponent, Allowance &allowance)
{
    if (exponent < 0)
        return base == 0 ? failed(allowance) : Datum::number(std::pow(double(base), double(exponent)));
    qint64 result = 1;
    for (qint64 i = 0; i < exponent; ++i) {
        if (!allowance.take() || __builtin_mul_overflow(result, base, &result))
            return failed(allowance, Rendered::Exhausted);
    }
    return Datum::number(result);
}

Datum wholes(Op op, qint64 a, qint64 b, Allowance &allowance)
{
    qint64 result = 0;
    bool over = false;
    switch (op) {
    case Op::Add:
        over = __builtin_add_overflow(a, b, &result);
        break;
    case Op::Subtract:
        over = __builtin_sub_overflow(a, b, &result);
        break;
    case Op::Multiply:
        over = __builtin_mul_overflow(a, b, &result);
        break;
    case Op::Divide:
        return b == 0 ? failed(allowance) : Datum::number(double(a) / double(b));
    case Op::Power:
        return wholePower(a, b, allowance);
    default:
        return wholeDivision(op, a, b, allowance);
    }
    return over ? failed(allowance, Rendered::Exhausted) : Datum::number(result);
}

Datum reals(Op op, double a, double b, Allowance &allowance)
{
    switch (op) {
    case Op::Add:
        return Datum::number(a + b);
    case Op::Subtract:
        return Datum::number(a - b);
    case Op::Multiply:
        return Datum::number(a * b);
    case Op::Power: {
        const double result = std::pow(a, b);
        const bool raises = (a == 0 && b < 0) || (std::isfinite(a) && std::isfinite(b) && !std::isfinite(result));
        return raises || std::isnan(result) ? failed(allowance) : Datum::number(result);
    }
    default:
        break;
    }
    if (b == 0)
        return failed(allowance);
    if (op == Op::Divide)
        return Datum::number(a / b);
    double remainder = std::fmod(a, b);
    if (remainder != 0 && ((remainder < 0) != (b < 0)))
        remainder += b;
    if (op == Op::Modulo)
        return Datum::number(remainder == 0 ? std::copysign(0.0, b) : remainder);
    const double quotient = (a - remainder) / b;
    const double floor = std::floor(quotient);
    return Datum::number(quotient - floor > 0.5 ? floor + 1 : floor);
}

Datum joined(const Datum &a, const Datum &b, Allowance &allowance)
{
    if (!allowance.take(a.items.size() + b.items.size()) || a.text.size() + b.text.size() > Allowance::maxText)
        return failed(allowance, Rendered::Exhausted);
    return a.is(Kind::String) ? Datum::string(a.text + b.text) : Datum::list(a.items + b.items, a.kind);
}

} // namespace

Datum calculated(Op op, const Datum &left, const Datum &right, Allowance &allowance)
{
    if (left.isNumber() && right.isNumber()) {
        if (left.isWhole() && right.isWhole())
            return wholes(op, left.toInteger(), right.toInteger(), allowance);
        return reals(op, left.toReal(), right.toReal(), allowance);
    }
    const Datum a = expanded(left, allowance);
    const Datum b = expanded(right, allowance);
    const bool plural = a.is(Kind::String) || a.isSequence();
    if (op == Op::Add && plural && a.kind == b.kind)
        return joined(a, b, allowance);
    if (op == Op::Multiply && plural && b.isWhole())
        return repeated(a, b.toInteger(), allowance);
    if (op == Op::Multiply && a.isWhole() && (b.is(Kind::String) || b.isSequence()))
        return repeated(b, a.toInteger(), allowance);
    if (op == Op::Modulo && a.is(Kind::String))
        return formatted(a.text, b.is(Kind::Tuple) ? b.items : QList<Datum> {b}, allowance);
    return failed(allowance);
}

} // namespace muster::mqtt
