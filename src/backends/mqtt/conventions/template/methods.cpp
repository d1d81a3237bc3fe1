// The methods of Python's texts and dicts that templates call.
#include "backends/mqtt/conventions/template/callables.h"

namespace muster::mqtt {

namespace {

using Kind = Datum::Kind;

Datum failed(Allowance &allowance)
{
    allowance.end(Rendered::Error);
    return {};
}

bool isMapping(const Datum &value)
{
    return value.is(Kind::Dict) || (value.is(Kind::Json) && value.json.is_object());
}

Datum get(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (!isMapping(value) || !arguments[0])
        return failed(allowance);
    const Datum dict = expanded(value, allowance);
    for (qsizetype i = 0; i < dict.items.size(); i += 2) {
        if (equal(dict.items[i], *arguments[0], allowance))
            return dict.items[i + 1];
    }
    return arguments[1] ? *arguments[1] : Datum::none();
}

Datum parts(const Datum &value, Allowance &allowance, bool keys, bool values)
{
    if (!isMapping(value))
        return failed(allowance);
    const Datum dict = expanded(value, allowance);
    QList<Datum> list;
    for (qsizetype i = 0; i < dict.items.size(); i += 2) {
        if (keys && values)
            list.append(Datum::list({dict.items[i], dict.items[i + 1]}, Kind::Tuple));
        else
            list.append(dict.items[keys ? i : i + 1]);
    }
    return Datum::list(list);
}

Datum keys(const Datum &value, const Arguments &, Allowance &allowance) { return parts(value, allowance, true, false); }
Datum values(const Datum &value, const Arguments &, Allowance &allowance) { return parts(value, allowance, false, true); }
Datum items(const Datum &value, const Arguments &, Allowance &allowance) { return parts(value, allowance, true, true); }

Datum split(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (!value.is(Kind::String) || (arguments[0] && !arguments[0]->is(Kind::String) && !arguments[0]->is(Kind::None)))
        return failed(allowance);
    qint64 most = arguments[1] && arguments[1]->isWhole() ? arguments[1]->toInteger() : -1;
    QList<Datum> list;
    if (!arguments[0] || arguments[0]->is(Kind::None)) {
        const QStringList words = value.text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (most >= 0 || !allowance.take(words.size())) {
            allowance.end(Rendered::Exhausted);
            return {};
        }
        for (const QString &word : words)
            list.append(Datum::string(word));
        return Datum::list(list);
    }
    const QString between = arguments[0]->text;
    if (between.isEmpty())
        return failed(allowance);
    qsizetype at = 0;
    for (qsizetype next = value.text.indexOf(between); next >= 0 && most != 0 && allowance.take(); next = value.text.indexOf(between, at), --most) {
        list.append(Datum::string(value.text.sliced(at, next - at)));
        at = next + between.size();
    }
    list.append(Datum::string(value.text.sliced(at)));
    return Datum::list(list);
}

// Filters of the same name take anything; methods exist on texts only.
template<Apply filter>
Datum ofText(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    return value.is(Kind::String) ? filter(value, arguments, allowance) : failed(allowance);
}

Datum replaceText(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const bool texts = value.is(Kind::String) && arguments[0] && arguments[1] && arguments[0]->is(Kind::String) && arguments[1]->is(Kind::String);
    return texts ? filters::replace(value, arguments, allowance) : failed(allowance);
}

Datum startsWith(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (!value.is(Kind::String) || !arguments[0] || !arguments[0]->is(Kind::String))
        return failed(allowance);
    return Datum::boolean(value.text.startsWith(arguments[0]->text));
}

Datum endsWith(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (!value.is(Kind::String) || !arguments[0] || !arguments[0]->is(Kind::String))
        return failed(allowance);
    return Datum::boolean(value.text.endsWith(arguments[0]->text));
}

Datum joinTexts(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    const auto list = value.is(Kind::String) && arguments[0] ? iterated(*arguments[0], allowance) : std::nullopt;
    if (!list || !std::all_of(list->begin(), list->end(), [](const Datum &item) { return item.is(Kind::String); }))
        return failed(allowance);
    Arguments between;
    between.set(0, value);
    return filters::join(Datum::list(*list), between, allowance);
}

Datum isDigits(const Datum &value, const Arguments &, Allowance &allowance)
{
    if (!value.is(Kind::String))
        return failed(allowance);
    const bool digits = std::all_of(value.text.begin(), value.text.end(), [](QChar c) { return c.isDigit(); });
    return Datum::boolean(digits && !value.text.isEmpty());
}

constexpr Method allMethods[] = {
    {{"get", "key default", 1, get}},
    {{"keys", "", 0, keys}},
    {{"values", "", 0, values}},
    {{"items", "", 0, items}},
    {{"split", "sep maxsplit", 0, split}},
    {{"lower", "", 0, ofText<filters::lower>}},
    {{"upper", "", 0, ofText<filters::upper>}},
    {{"capitalize", "", 0, ofText<filters::capitalize>}},
    {{"strip", "chars", 0, ofText<filters::trim>}},
    {{"replace", "old new count", 2, replaceText}},
    {{"startswith", "prefix", 1, startsWith}},
    {{"endswith", "suffix", 1, endsWith}},
    {{"join", "items", 1, joinTexts}},
    {{"isdigit", "", 0, isDigits}},
    {{"isnumeric", "", 0, isDigits}},
};

} // namespace

const Method *methodNamed(const QString &name)
{
    const auto it = std::find_if(std::begin(allMethods), std::end(allMethods), [&](const Method &method) { return name == QLatin1String(method.name); });
    return it == std::end(allMethods) ? nullptr : it;
}

} // namespace muster::mqtt
