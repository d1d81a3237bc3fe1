// Filters that calculate, with Home Assistant's meaning (homeassistant/helpers/template.py).
#include "backends/mqtt/conventions/template/callables.h"

#include <charconv>
#include <cmath>

namespace muster::mqtt {

using Kind = Datum::Kind;

namespace {

Datum failed(Allowance &allowance)
{
    allowance.end(Rendered::Error);
    return {};
}

// Python's float(); none where it raises TypeError or ValueError.
std::optional<double> floatOf(const Datum &value)
{
    if (value.isNumber())
        return value.toReal();
    return value.is(Kind::String) ? pythonFloat(value.text) : std::nullopt;
}

Datum wholeOf(double value, Allowance &allowance)
{
    // int(inf) raises OverflowError, int(nan) ValueError; beyond 64 bits nothing is claimed.
    if (!std::isfinite(value))
        return failed(allowance);
    if (std::abs(value) >= 9.2e18) {
        allowance.end(Rendered::Exhausted);
        return {};
    }
    return Datum::number(qint64(value));
}

} // namespace

namespace filters {

Datum toFloat(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (const auto number = floatOf(value))
        return Datum::number(*number);
    return arguments[0] ? *arguments[0] : failed(allowance);
}

Datum toInt(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const int base = arguments[1] && arguments[1]->isWhole() ? int(std::clamp<qint64>(arguments[1]->toInteger(), -1, 99)) : 10;
    if (value.isWhole())
        return Datum::number(value.toInteger());
    if (value.is(Kind::String)) {
        if (const auto whole = pythonInt(value.text, base))
            return Datum::number(*whole);
    }
    if (const auto number = floatOf(value); number && std::isfinite(*number))
        return wholeOf(*number, allowance);
    return arguments[0] ? *arguments[0] : failed(allowance);
}

Datum isNumber(const Datum &value, const Arguments &, Allowance &)
{
    const auto number = floatOf(value);
    return Datum::boolean(number && std::isfinite(*number));
}

Datum iif(const Datum &value, const Arguments &arguments, Allowance &)
{
    if (value.is(Kind::None) && arguments[2])
        return *arguments[2];
    if (isTrue(value))
        return arguments[0] ? *arguments[0] : Datum::boolean(true);
    return arguments[1] ? *arguments[1] : Datum::boolean(false);
}

} // namespace filters

namespace {

// Of one sequence, or of several values.
Datum extreme(const Datum &value, const Arguments &arguments, Allowance &allowance, int wanted)
{
    QList<Datum> items {value};
    for (size_t i = 0; arguments[i]; ++i)
        items.append(*arguments[i]);
    if (items.size() == 1) {
        const auto elements = iterated(value, allowance);
        if (!elements)
            return failed(allowance);
        items = *elements;
    }
    if (items.isEmpty())
        return {};
    Datum best = items.constFirst();
    for (const Datum &item : std::as_const(items)) {
        const auto order = ordered(item, best, allowance);
        if (!order)
            return failed(allowance);
        if (*order == wanted)
            best = item;
    }
    return best;
}

// Python's round(value, digits): the decimal digits are those of the exact binary value, halves to even.
double roundedTo(double value, int digits)
{
    if (!std::isfinite(value) || digits > 22)
        return value;
    if (digits < 0) {
        const double scale = std::pow(10.0, -digits);
        return std::nearbyint(value / scale) * scale;
    }
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits).ptr;
    double result = value;
    std::from_chars(buffer, end, result);
    return result;
}

} // namespace

namespace filters {

Datum smallest(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    return extreme(value, arguments, allowance, -1);
}

Datum largest(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    return extreme(value, arguments, allowance, 1);
}

Datum round(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto otherwise = [&] { return arguments[2] ? *arguments[2] : failed(allowance); };
    const auto number = floatOf(value);
    if (!number || (arguments[0] && !arguments[0]->isWhole()))
        return otherwise();
    const auto digits = int(std::clamp<qint64>(arguments[0] ? arguments[0]->toInteger() : 0, -300, 300));
    const QString method = arguments.text(1, allowance, QStringLiteral("common"));
    const double scale = std::pow(10.0, digits);
    double result = 0;
    if (method == QLatin1String("ceil"))
        result = std::ceil(*number * scale) / scale;
    else if (method == QLatin1String("floor"))
        result = std::floor(*number * scale) / scale;
    else if (method == QLatin1String("half"))
        result = std::nearbyint(*number * 2) / 2;
    else
        result = roundedTo(*number, digits);
    if (std::isnan(*number))
        return digits == 0 ? otherwise() : Datum::number(result);
    return digits == 0 ? wholeOf(result, allowance) : Datum::number(result);
}

Datum multiply(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto number = floatOf(value);
    if (number && arguments[0]->isNumber())
        return Datum::number(*number * arguments[0]->toReal());
    return arguments[1] ? *arguments[1] : failed(allowance);
}

Datum add(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto number = floatOf(value);
    if (number && arguments[0]->isNumber())
        return Datum::number(*number + arguments[0]->toReal());
    return arguments[1] ? *arguments[1] : failed(allowance);
}

} // namespace filters

} // namespace muster::mqtt
