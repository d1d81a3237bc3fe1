#pragma once

#include "backends/mqtt/conventions/scalars.h"
#include "backends/mqtt/conventions/valuepath.h"

#include "codec/jsonwalk.h"

namespace muster::mqtt {

static_assert(memberMark == codec::memberMark && elementMark == codec::elementMark, "paths are written alike");

/// Reads a JSON document once and visits its scalars in order, each with its path (valuepath.h): codec's walk, in the terms of the conventions.
class JsonLeaves
{
public:
    static constexpr size_t maxDepth = codec::JsonWalk::maxDepth;

    /// False: no JSON, not UTF-8, or nested deeper than maxDepth.
    [[nodiscard]] bool parse(QByteArrayView payload) { return m_walk.parse(payload); }

    [[nodiscard]] const simdjson::dom::element &root() const { return m_walk.root(); }
    [[nodiscard]] bool isObject() const { return root().is_object(); }

    /// visit(std::string_view path, const Scalar &) → false to stop.
    template<class Visit>
    void walk(Visit &&visit)
    {
        m_walk.walk([&visit](std::string_view path, simdjson::dom::element leaf) { return visit(path, scalar(leaf)); });
    }

private:
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

    codec::JsonWalk m_walk;
};

} // namespace muster::mqtt
