#pragma once

#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/valuepath.h"

#include <simdjson.h>

#include <cstring>
#include <vector>

namespace muster::mqtt {

/// Reads a JSON document once and visits its scalars in order, each with its path (valuepath.h). Parser, buffer and path are reused, so
/// a message of a size seen before allocates nothing. The whole document is checked before the first visit.
class JsonLeaves
{
public:
    static constexpr size_t maxDepth = 64;

    /// False: no JSON, not UTF-8, or nested deeper than maxDepth.
    [[nodiscard]] bool parse(QByteArrayView payload)
    {
        const auto size = size_t(payload.size());
        if (m_buffer.size() < size + simdjson::SIMDJSON_PADDING)
            m_buffer.resize(2 * size + simdjson::SIMDJSON_PADDING);
        std::memcpy(m_buffer.data(), payload.data(), size);
        if (m_parser.capacity() < size || m_parser.max_depth() != maxDepth) {
            if (m_parser.allocate(std::max<size_t>(2 * size, 1'024), maxDepth) != simdjson::SUCCESS)
                return false;
        }
        return m_parser.parse(m_buffer.data(), size, false).get(m_root) == simdjson::SUCCESS;
    }

    [[nodiscard]] const simdjson::dom::element &root() const { return m_root; }
    [[nodiscard]] bool isObject() const { return m_root.is_object(); }

    /// visit(std::string_view path, const Scalar &) → false to stop.
    template<class Visit>
    void walk(Visit &&visit)
    {
        m_path.clear();
        descend(m_root, visit);
    }

private:
    template<class Visit>
    bool descend(simdjson::dom::element element, Visit &visit)
    {
        using Type = simdjson::dom::element_type;
        const size_t length = m_path.size();
        switch (element.type()) {
        case Type::OBJECT:
            for (const auto member : simdjson::dom::object(element)) {
                appendMember(m_path, member.key);
                if (!descend(member.value, visit))
                    return false;
                m_path.resize(length);
            }
            return true;
        case Type::ARRAY: {
            size_t index = 0;
            for (const auto child : simdjson::dom::array(element)) {
                appendElement(m_path, index++);
                if (!descend(child, visit))
                    return false;
                m_path.resize(length);
            }
            return true;
        }
        default:
            return visit(std::string_view(m_path), scalar(element));
        }
    }

    static Scalar scalar(simdjson::dom::element element)
    {
        using Type = simdjson::dom::element_type;
        switch (element.type()) {
        case Type::BOOL:
            return {Scalar::Kind::Boolean, bool(element), 0, 0, {}};
        case Type::INT64: {
            const auto number = int64_t(element);
            return {Scalar::Kind::Integer, false, number, double(number), {}};
        }
        case Type::UINT64: {
            const auto number = uint64_t(element);
            return {Scalar::Kind::Unsigned, false, qint64(number), double(number), {}};
        }
        case Type::DOUBLE:
            return {Scalar::Kind::Real, false, 0, double(element), {}};
        case Type::STRING: {
            const std::string_view text(element);
            return Scalar::string({text.data(), qsizetype(text.size())});
        }
        default:
            return {};
        }
    }

    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
    std::vector<char> m_buffer;
    std::string m_path;
};

} // namespace muster::mqtt
