#include "codec/scriptreadings.h"

#include "codec/jsonwalk.h"

namespace muster::codec {

namespace {

using Json = simdjson::dom::element;
using Type = simdjson::dom::element_type;

// False: it is no value.
bool put(std::string_view name, const Json &value, std::string_view unit, Output &out)
{
    switch (value.type()) {
    case Type::BOOL: out.boolean(out.column(name, MetricType::Boolean, unit), bool(value)); return true;
    case Type::STRING: {
        const std::string_view text(value);
        out.text(out.column(name, MetricType::Text, unit), {text.data(), qsizetype(text.size())});
        return true;
    }
    case Type::INT64:
    case Type::UINT64:
    case Type::DOUBLE: out.number(out.column(name, MetricType::Number, unit), double(value)); return true;
    default: return false;
    }
}

// A value by itself, or {"value": …, "unit": "°C"}.
bool putMember(std::string_view name, const Json &member, Output &out)
{
    if (member.type() != Type::OBJECT)
        return put(name, member, {}, out);
    Json value;
    if (member["value"].get(value) != simdjson::SUCCESS)
        return false;
    std::string_view unit;
    if (member["unit"].get(unit) != simdjson::SUCCESS)
        unit = {};
    return put(name, value, unit, out);
}

} // namespace

ScriptReadings::ScriptReadings()
    : m_walk(std::make_unique<JsonWalk>())
{
}

ScriptReadings::~ScriptReadings() = default;

Decoded ScriptReadings::decode(QByteArrayView json, bool mayBeCut, Output &out)
{
    Q_UNUSED(mayBeCut) // what a script made is whole
    if (json.size() > longest || !m_walk->parse(json))
        return Decoded::Malformed;
    if (m_walk->root().type() == Type::NULL_VALUE)
        return Decoded::Nothing;
    if (m_walk->root().type() != Type::OBJECT)
        return Decoded::Malformed;
    bool any = false;
    bool isEmpty = true;
    for (const auto member : simdjson::dom::object(m_walk->root())) {
        isEmpty = false;
        any = (!member.key.empty() && putMember(member.key, member.value, out)) || any;
    }
    return any ? Decoded::Values : isEmpty ? Decoded::Nothing : Decoded::Malformed;
}

} // namespace muster::codec
