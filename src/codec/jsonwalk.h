#pragma once

#include <QByteArrayView>

#include <simdjson.h>

#include <charconv>
#include <cstring>
#include <string>
#include <vector>

namespace muster::codec {

/// A path into a JSON document, flattened so that two paths are the same exactly when their bytes are:
/// 0x1F + a member's name, 0x1E + an element's number, one after the other. `a.b[0]` is "\x1F""a\x1F""b\x1E""0".
inline constexpr char memberMark = '\x1F';
inline constexpr char elementMark = '\x1E';

/// Reads a JSON document once and visits its scalars in order, each with its path. Parser, buffer and path are reused, so a document of a size
/// seen before allocates nothing. The whole document is checked before the first visit.
class JsonWalk
{
public:
    static constexpr size_t maxDepth = 64;

    /// False: no JSON, not UTF-8, or nested deeper than maxDepth.
    [[nodiscard]] bool parse(QByteArrayView text)
    {
        const auto size = size_t(text.size());
        if (m_buffer.size() < size + simdjson::SIMDJSON_PADDING)
            m_buffer.resize(2 * size + simdjson::SIMDJSON_PADDING);
        std::memcpy(m_buffer.data(), text.data(), size);
        if (m_parser.capacity() < size || m_parser.max_depth() != maxDepth) {
            if (m_parser.allocate(std::max<size_t>(2 * size, 1'024), maxDepth) != simdjson::SUCCESS)
                return false;
        }
        return m_parser.parse(m_buffer.data(), size, false).get(m_root) == simdjson::SUCCESS;
    }

    [[nodiscard]] const simdjson::dom::element &root() const { return m_root; }

    /// visit(std::string_view path, simdjson::dom::element scalar) → false to stop.
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
                m_path += memberMark;
                m_path += member.key;
                if (!descend(member.value, visit))
                    return false;
                m_path.resize(length);
            }
            return true;
        case Type::ARRAY: {
            size_t index = 0;
            for (const auto child : simdjson::dom::array(element)) {
                char digits[24];
                const auto end = std::to_chars(digits, digits + sizeof digits, index++).ptr;
                m_path += elementMark;
                m_path.append(digits, end);
                if (!descend(child, visit))
                    return false;
                m_path.resize(length);
            }
            return true;
        }
        default:
            return visit(std::string_view(m_path), element);
        }
    }

    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
    std::vector<char> m_buffer;
    std::string m_path;
};

} // namespace muster::codec
