#include "backends/mqtt/conventions/template/datum.h"

#include <QMap>

#include <cmath>

namespace muster::mqtt {

using Kind = Datum::Kind;

Datum Datum::none()
{
    Datum datum;
    datum.kind = Kind::None;
    return datum;
}

Datum Datum::boolean(bool value)
{
    Datum datum;
    datum.kind = Kind::Boolean;
    datum.flag = value;
    return datum;
}

Datum Datum::number(qint64 value)
{
    Datum datum;
    datum.kind = Kind::Integer;
    datum.integer = value;
    return datum;
}

Datum Datum::number(double value)
{
    Datum datum;
    datum.kind = Kind::Real;
    datum.real = value;
    return datum;
}

Datum Datum::string(const QString &value)
{
    Datum datum;
    datum.kind = Kind::String;
    datum.text = value;
    return datum;
}

Datum Datum::list(const QList<Datum> &values, Kind kind)
{
    Datum datum;
    datum.kind = kind;
    datum.items = values;
    return datum;
}

Datum Datum::ofJson(simdjson::dom::element element)
{
    using Type = simdjson::dom::element_type;
    switch (element.type()) {
    case Type::BOOL:
        return boolean(bool(element));
    case Type::INT64:
        return number(qint64(int64_t(element)));
    case Type::UINT64:
        return number(double(uint64_t(element)));
    case Type::DOUBLE:
        return number(double(element));
    case Type::STRING: {
        const std::string_view view(element);
        return string(QString::fromUtf8(view.data(), qsizetype(view.size())));
    }
    case Type::NULL_VALUE:
        return none();
    default: {
        Datum datum;
        datum.kind = Kind::Json;
        datum.json = element;
        return datum;
    }
    }
}

Datum expanded(const Datum &value, Allowance &allowance)
{
    if (!value.is(Kind::Json))
        return value;
    Datum made;
    made.kind = value.json.is_array() ? Kind::List : Kind::Dict;
    if (made.is(Kind::List)) {
        for (const auto child : simdjson::dom::array(value.json)) {
            if (!allowance.take())
                return {};
            made.items.append(Datum::ofJson(child));
        }
        return made;
    }
    // As in Python, the last of several members of one name counts, at the place of the first.
    QMap<QString, qsizetype> places;
    for (const auto member : simdjson::dom::object(value.json)) {
        if (!allowance.take())
            return {};
        const QString name = QString::fromUtf8(member.key.data(), qsizetype(member.key.size()));
        if (const auto it = places.constFind(name); it != places.cend()) {
            made.items[*it + 1] = Datum::ofJson(member.value);
            continue;
        }
        places.insert(name, made.items.size());
        made.items << Datum::string(name) << Datum::ofJson(member.value);
    }
    return made;
}

bool isTrue(const Datum &value)
{
    switch (value.kind) {
    case Kind::Undefined:
    case Kind::None:
        return false;
    case Kind::Boolean:
        return value.flag;
    case Kind::Integer:
        return value.integer != 0;
    case Kind::Real:
        return value.real != 0;
    case Kind::String:
        return !value.text.isEmpty();
    case Kind::Json:
        return lengthOf(value) > 0;
    default:
        return !value.items.isEmpty();
    }
}

// ---- comparing ------------------------------------------------------------------------------------------------------------------

namespace {

bool equalItems(const QList<Datum> &a, const QList<Datum> &b, Allowance &allowance, int depth)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (!equal(a[i], b[i], allowance, depth))
            return false;
    }
    return true;
}

bool equalDicts(const Datum &a, const Datum &b, Allowance &allowance, int depth)
{
    if (a.items.size() != b.items.size())
        return false;
    for (qsizetype i = 0; i < a.items.size(); i += 2) {
        bool found = false;
        for (qsizetype j = 0; j < b.items.size() && !found && allowance.take(); j += 2)
            found = equal(a.items[i], b.items[j], allowance, depth) && equal(a.items[i + 1], b.items[j + 1], allowance, depth);
        if (!found)
            return false;
    }
    return true;
}

int sign(double a, double b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

} // namespace

bool equal(const Datum &a, const Datum &b, Allowance &allowance, int depth)
{
    if (depth > Allowance::maxDepth || !allowance.take()) {
        allowance.end(Rendered::Exhausted);
        return false;
    }
    if (a.is(Kind::Json) || b.is(Kind::Json))
        return equal(expanded(a, allowance), expanded(b, allowance), allowance, depth + 1);
    if (a.isNumber() && b.isNumber())
        return a.isWhole() && b.isWhole() ? a.toInteger() == b.toInteger() : a.toReal() == b.toReal();
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case Kind::String:
        return a.text == b.text;
    case Kind::List:
    case Kind::Tuple:
        return equalItems(a.items, b.items, allowance, depth + 1);
    case Kind::Dict:
        return equalDicts(a, b, allowance, depth + 1);
    default:
        return true; // Undefined, None
    }
}

std::optional<int> ordered(const Datum &left, const Datum &right, Allowance &allowance, int depth)
{
    if (depth > Allowance::maxDepth || !allowance.take())
        return std::nullopt;
    const Datum a = expanded(left, allowance);
    const Datum b = expanded(right, allowance);
    if (a.isNumber() && b.isNumber()) {
        if (a.isWhole() && b.isWhole())
            return a.toInteger() < b.toInteger() ? -1 : int(a.toInteger() > b.toInteger());
        return sign(a.toReal(), b.toReal());
    }
    if (a.kind != b.kind)
        return std::nullopt;
    if (a.is(Kind::String)) {
        const auto x = a.text.toUcs4();
        const auto y = b.text.toUcs4();
        return x < y ? -1 : int(y < x);
    }
    if (!a.isSequence())
        return std::nullopt;
    for (qsizetype i = 0; i < std::min(a.items.size(), b.items.size()); ++i) {
        if (!equal(a.items[i], b.items[i], allowance, depth + 1))
            return ordered(a.items[i], b.items[i], allowance, depth + 1);
    }
    return a.items.size() < b.items.size() ? -1 : int(a.items.size() > b.items.size());
}

// ---- looking inside -------------------------------------------------------------------------------------------------------------

Datum memberOf(const Datum &value, const QString &name, Allowance &allowance)
{
    if (!allowance.take())
        return {};
    if (value.is(Kind::Json)) {
        simdjson::dom::object object;
        if (value.json.get(object) != simdjson::SUCCESS)
            return {};
        const QByteArray key = name.toUtf8();
        Datum found;
        for (const auto member : object) {
            if (!allowance.take())
                return {};
            if (member.key == std::string_view(key.constData(), size_t(key.size())))
                found = Datum::ofJson(member.value);
        }
        return found;
    }
    for (qsizetype i = 0; value.is(Kind::Dict) && i < value.items.size(); i += 2) {
        if (value.items[i].is(Kind::String) && value.items[i].text == name)
            return value.items[i + 1];
    }
    return {};
}

Datum elementOf(const Datum &value, qint64 index, Allowance &allowance)
{
    if (!allowance.take())
        return {};
    if (value.is(Kind::String)) {
        const auto characters = value.text.toUcs4();
        const qint64 at = index < 0 ? index + characters.size() : index;
        return at < 0 || at >= characters.size() ? Datum() : Datum::string(QString::fromUcs4(reinterpret_cast<const char32_t *>(&characters[at]), 1));
    }
    const Datum list = expanded(value, allowance);
    if (list.is(Kind::Dict)) {
        for (qsizetype i = 0; i < list.items.size(); i += 2) {
            if (list.items[i].isNumber() && list.items[i].toReal() == double(index))
                return list.items[i + 1];
        }
        return {};
    }
    const qint64 at = index < 0 ? index + list.items.size() : index;
    return !list.isSequence() || at < 0 || at >= list.items.size() ? Datum() : list.items[at];
}

qsizetype lengthOf(const Datum &value)
{
    switch (value.kind) {
    case Kind::Undefined:
        return 0;
    case Kind::String:
        return value.text.toUcs4().size();
    case Kind::List:
    case Kind::Tuple:
        return value.items.size();
    case Kind::Dict:
        return value.items.size() / 2;
    case Kind::Json:
        return qsizetype(value.json.is_array() ? simdjson::dom::array(value.json).size() : simdjson::dom::object(value.json).size());
    default:
        return -1;
    }
}

std::optional<QList<Datum>> iterated(const Datum &given, Allowance &allowance)
{
    const Datum value = expanded(given, allowance);
    QList<Datum> list;
    switch (value.kind) {
    case Kind::Undefined:
        return list;
    case Kind::List:
    case Kind::Tuple:
        return value.items;
    case Kind::Dict:
        for (qsizetype i = 0; i < value.items.size(); i += 2)
            list.append(value.items[i]);
        return list;
    case Kind::String: {
        const auto characters = value.text.toUcs4();
        if (!allowance.take(characters.size()))
            return std::nullopt;
        for (const uint character : characters)
            list.append(Datum::string(QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1)));
        return list;
    }
    default:
        return std::nullopt;
    }
}

} // namespace muster::mqtt
