// The tables of what a template may call, and the tests and functions that need no room of their own.
#include "backends/mqtt/conventions/template/callables.h"

#include <QStringList>

#include <cmath>
#include <functional>

namespace muster::mqtt {

using Kind = Datum::Kind;

namespace {

Datum failed(Allowance &allowance)
{
    allowance.end(Rendered::Error);
    return {};
}

// ---- filters about values ---------------------------------------------------------------------------------------------------------

Datum otherwise(const Datum &value, const Arguments &arguments, Allowance &)
{
    if (!value.is(Kind::Undefined) && !(arguments.flag(1, false) && !isTrue(value)))
        return value;
    return arguments[0] ? *arguments[0] : Datum::string({});
}

Datum isDefined(const Datum &value, const Arguments &, Allowance &allowance)
{
    if (value.is(Kind::Undefined))
        allowance.end(Rendered::NoUpdate);
    return value;
}

Datum toText(const Datum &value, const Arguments &, Allowance &allowance)
{
    return Datum::string(pythonText(value, allowance));
}

Datum toJson(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (arguments[0] || arguments[1] || arguments[2]) // ways of writing that are not made here
        allowance.end(Rendered::Exhausted);
    return Datum::string(jsonText(value, allowance));
}

Datum fromJson(const Datum &value, const Arguments &, Allowance &allowance)
{
    simdjson::dom::parser parser;
    const QByteArray text = pythonText(value, allowance).toUtf8();
    simdjson::dom::element root;
    if (!allowance.take(text.size() / 16) || parser.allocate(std::max<size_t>(size_t(text.size()), 256), size_t(Allowance::maxDepth)) != simdjson::SUCCESS)
        return failed(allowance);
    if (parser.parse(text.constData(), size_t(text.size()), true).get(root) != simdjson::SUCCESS)
        return failed(allowance);
    // The parser goes, so nothing may refer to it: expanded to the bottom.
    const std::function<Datum(const Datum &)> whole = [&](const Datum &part) {
        Datum made = expanded(part, allowance);
        for (Datum &item : made.items)
            item = whole(item);
        return made;
    };
    return whole(Datum::ofJson(root));
}

Datum absolute(const Datum &value, const Arguments &, Allowance &allowance)
{
    if (!value.isNumber() || (value.is(Kind::Integer) && value.integer == std::numeric_limits<qint64>::min()))
        return failed(allowance);
    return value.is(Kind::Real) ? Datum::number(std::abs(value.real)) : Datum::number(qint64(std::abs(value.toInteger())));
}

Datum first(const Datum &value, const Arguments &, Allowance &allowance)
{
    const auto items = iterated(value, allowance);
    return !items ? failed(allowance) : items->isEmpty() ? Datum() : items->constFirst();
}

Datum last(const Datum &value, const Arguments &, Allowance &allowance)
{
    const auto items = iterated(value, allowance);
    return !items ? failed(allowance) : items->isEmpty() ? Datum() : items->constLast();
}

Datum length(const Datum &value, const Arguments &, Allowance &allowance)
{
    const qsizetype size = lengthOf(value);
    return size < 0 ? failed(allowance) : Datum::number(qint64(size));
}

Datum toList(const Datum &value, const Arguments &, Allowance &allowance)
{
    const auto items = iterated(value, allowance);
    return items ? Datum::list(*items) : failed(allowance);
}

Datum reversed(const Datum &value, const Arguments &, Allowance &allowance)
{
    auto items = iterated(value, allowance);
    if (!items)
        return failed(allowance);
    std::reverse(items->begin(), items->end());
    if (!value.is(Kind::String))
        return Datum::list(*items);
    QString text;
    for (const Datum &character : std::as_const(*items))
        text += character.text;
    return Datum::string(text);
}

Datum toBoolean(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (value.isNumber())
        return value.is(Kind::Boolean) || value.toReal() == 0 || value.toReal() == 1 ? Datum::boolean(isTrue(value)) : failed(allowance);
    const QString word = pythonText(value, allowance).trimmed().toLower();
    for (const char *yes : {"1", "yes", "true", "on", "enable"}) {
        if (word == QLatin1String(yes))
            return Datum::boolean(true);
    }
    for (const char *no : {"0", "no", "false", "off", "disable"}) {
        if (word == QLatin1String(no))
            return Datum::boolean(false);
    }
    return arguments[0] ? *arguments[0] : failed(allowance);
}

// ---- tests --------------------------------------------------------------------------------------------------------------------------

template<bool (*judge)(const Datum &)>
Datum test(const Datum &value, const Arguments &, Allowance &)
{
    return Datum::boolean(judge(value));
}

bool isDefinedTest(const Datum &v) { return !v.is(Kind::Undefined); }
bool isUndefinedTest(const Datum &v) { return v.is(Kind::Undefined); }
bool isNoneTest(const Datum &v) { return v.is(Kind::None); }
bool isNumberTest(const Datum &v) { return v.isNumber(); }
bool isStringTest(const Datum &v) { return v.is(Kind::String); }
bool isTrueTest(const Datum &v) { return v.is(Kind::Boolean) && v.flag; }
bool isFalseTest(const Datum &v) { return v.is(Kind::Boolean) && !v.flag; }
bool isBooleanTest(const Datum &v) { return v.is(Kind::Boolean); }
bool isIntegerTest(const Datum &v) { return v.is(Kind::Integer); }
bool isFloatTest(const Datum &v) { return v.is(Kind::Real); }
bool isMappingTest(const Datum &v) { return v.is(Kind::Dict) || (v.is(Kind::Json) && v.json.is_object()); }
bool isIterableTest(const Datum &v) { return lengthOf(v) >= 0; }

Datum divides(const Datum &value, qint64 by, Allowance &allowance)
{
    if (!value.isWhole() || by == 0)
        return failed(allowance);
    return Datum::boolean(by == -1 || value.toInteger() % by == 0);
}

Datum isEven(const Datum &value, const Arguments &, Allowance &allowance) { return divides(value, 2, allowance); }
Datum isOdd(const Datum &value, const Arguments &, Allowance &allowance) { return Datum::boolean(!isTrue(divides(value, 2, allowance))); }
Datum isDivisible(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    return arguments[0]->isWhole() ? divides(value, arguments[0]->toInteger(), allowance) : failed(allowance);
}
Datum isEqual(const Datum &value, const Arguments &arguments, Allowance &allowance) { return Datum::boolean(equal(value, *arguments[0], allowance)); }
Datum isUnequal(const Datum &value, const Arguments &arguments, Allowance &allowance) { return Datum::boolean(!equal(value, *arguments[0], allowance)); }

Datum isIn(const Datum &value, const Arguments &arguments, Allowance &allowance)
{
    if (arguments[0]->is(Kind::String))
        return value.is(Kind::String) ? Datum::boolean(arguments[0]->text.contains(value.text)) : failed(allowance);
    const auto items = iterated(*arguments[0], allowance);
    if (!items)
        return failed(allowance);
    return Datum::boolean(std::any_of(items->begin(), items->end(), [&](const Datum &item) { return equal(item, value, allowance); }));
}

// ---- the tables ---------------------------------------------------------------------------------------------------------------------

constexpr Filter allFilters[] = {
    {{"default", "default_value boolean", 0, otherwise, true}},
    {{"d", "default_value boolean", 0, otherwise, true}},
    {{"is_defined", "", 0, isDefined, true}},
    {{"float", "default", 0, filters::toFloat}},
    {{"int", "default base", 0, filters::toInt}},
    {{"round", "precision method default", 0, filters::round}},
    {{"multiply", "amount default", 1, filters::multiply}},
    {{"add", "amount default", 1, filters::add}},
    {{"string", "", 0, toText, true}},
    {{"lower", "", 0, filters::lower, true}},
    {{"upper", "", 0, filters::upper, true}},
    {{"title", "", 0, filters::title, true}},
    {{"capitalize", "", 0, filters::capitalize, true}},
    {{"trim", "chars", 0, filters::trim, true}},
    {{"replace", "old new count", 2, filters::replace, true}},
    {{"truncate", "length killwords end leeway", 0, filters::truncate, true}},
    {{"format", "* _ _ _ _ _", 0, filters::format, true}},
    {{"join", "d attribute", 0, filters::join, true}},
    {{"tojson", "", 0, toJson}},
    {{"to_json", "ensure_ascii pretty_print sort_keys", 0, toJson}},
    {{"from_json", "", 0, fromJson}},
    {{"abs", "", 0, absolute}},
    {{"max", "", 0, filters::largest}},
    {{"min", "", 0, filters::smallest}},
    {{"first", "", 0, first, true}},
    {{"last", "", 0, last, true}},
    {{"length", "", 0, length, true}},
    {{"count", "", 0, length, true}},
    {{"list", "", 0, toList, true}},
    {{"reverse", "", 0, reversed}},
    {{"bool", "default", 0, toBoolean}},
    {{"iif", "if_true if_false if_none", 0, filters::iif, true}},
    {{"is_number", "", 0, filters::isNumber}},
    {{"regex_replace", "find replace ignorecase", 0, filters::regexReplace}},
    {{"regex_match", "find ignorecase", 0, filters::regexMatch}},
    {{"regex_search", "find ignorecase", 0, filters::regexSearch}},
    {{"regex_findall_index", "find index ignorecase", 0, filters::regexFindallIndex}},
};

constexpr Trial allTests[] = {
    {{"defined", "", 0, test<isDefinedTest>, true}},
    {{"undefined", "", 0, test<isUndefinedTest>, true}},
    {{"none", "", 0, test<isNoneTest>, true}},
    {{"number", "", 0, test<isNumberTest>, true}},
    {{"string", "", 0, test<isStringTest>, true}},
    {{"true", "", 0, test<isTrueTest>, true}},
    {{"false", "", 0, test<isFalseTest>, true}},
    {{"boolean", "", 0, test<isBooleanTest>, true}},
    {{"integer", "", 0, test<isIntegerTest>, true}},
    {{"float", "", 0, test<isFloatTest>, true}},
    {{"mapping", "", 0, test<isMappingTest>, true}},
    {{"sequence", "", 0, test<isIterableTest>, true}},
    {{"iterable", "", 0, test<isIterableTest>, true}},
    {{"even", "", 0, isEven}},
    {{"odd", "", 0, isOdd}},
    {{"divisibleby", "num", 1, isDivisible}},
    {{"eq", "b", 1, isEqual, true}},
    {{"equalto", "b", 1, isEqual, true}},
    {{"ne", "b", 1, isUnequal, true}},
    {{"in", "seq", 1, isIn, true}},
    {{"search", "find ignorecase", 0, filters::regexSearch}},
    {{"match", "find ignorecase", 0, filters::regexMatch}},
    {{"is_number", "", 0, filters::isNumber}},
};

constexpr Function allFunctions[] = {
    {{"float", "value default", 1, filters::toFloat}},
    {{"int", "value default base", 1, filters::toInt}},
    {{"is_number", "value", 1, filters::isNumber}},
    {{"iif", "value if_true if_false if_none", 1, filters::iif, true}},
    {{"bool", "value default", 1, toBoolean}},
    {{"min", "value * _ _ _ _", 1, filters::smallest}},
    {{"max", "value * _ _ _ _", 1, filters::largest}},
};

template<class Entry, size_t n>
const Entry *find(const Entry (&table)[n], const QString &name)
{
    const auto it = std::find_if(std::begin(table), std::end(table), [&](const Entry &entry) { return name == QLatin1String(entry.name); });
    return it == std::end(table) ? nullptr : it;
}

} // namespace

const Filter *filterNamed(const QString &name)
{
    return find(allFilters, name);
}

const Trial *trialNamed(const QString &name)
{
    return find(allTests, name);
}

const Function *functionNamed(const QString &name)
{
    return find(allFunctions, name);
}

bool isStateful(const QString &name)
{
    static const QStringList names {QStringLiteral("states"), QStringLiteral("this"), QStringLiteral("trigger"), QStringLiteral("now"), QStringLiteral("utcnow"),
                                    QStringLiteral("entity_id"), QStringLiteral("name"), QStringLiteral("namespace"), QStringLiteral("loop"), QStringLiteral("range"),
                                    QStringLiteral("dict"), QStringLiteral("pi"), QStringLiteral("e"), QStringLiteral("tau"), QStringLiteral("inf"), QStringLiteral("lipsum"),
                                    QStringLiteral("cycler"), QStringLiteral("joiner"), QStringLiteral("self"), QStringLiteral("caller"), QStringLiteral("log")};
    return names.contains(name);
}

} // namespace muster::mqtt
