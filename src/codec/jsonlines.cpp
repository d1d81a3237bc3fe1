#include "codec/jsonlines.h"

#include "codec/jsonwalk.h"
#include "codec/numbers.h"

namespace muster::codec {

namespace {

// "\x1F""a\x1E""0" as "a.0".
std::string dotted(std::string_view path)
{
    std::string text(path.substr(path.empty() ? 0 : 1));
    for (char &c : text) {
        if (c == memberMark || c == elementMark)
            c = '.';
    }
    return text.empty() ? "value" : text;
}

bool isFarElement(std::string_view path)
{
    for (size_t at = path.find(elementMark); at != std::string_view::npos; at = path.find(elementMark, at + 1)) {
        size_t index = 0;
        std::from_chars(path.data() + at + 1, path.data() + path.size(), index);
        if (index >= JsonLines::maxElements)
            return true;
    }
    return false;
}

} // namespace

JsonLines::JsonLines()
    : m_walk(std::make_unique<JsonWalk>())
{
}

JsonLines::~JsonLines() = default;

const JsonLines::Place &JsonLines::place(size_t index, std::string_view path, MetricType type, Output &out)
{
    if (index >= m_places.size())
        m_places.resize(index + 1);
    Place &place = m_places[index];
    if (place.path != path || (place.column == noColumn && !place.skipped)) {
        place.path = path;
        place.skipped = isFarElement(path);
        place.column = place.skipped ? noColumn : out.column(dotted(path), type);
    }
    return place;
}

Decoded JsonLines::decode(QByteArrayView line, bool mayBeCut, Output &out)
{
    Q_UNUSED(mayBeCut) // half a document does not parse
    if (!m_walk->parse(line))
        return Decoded::Malformed;
    size_t index = 0;
    bool any = false;
    m_walk->walk([&](std::string_view path, const simdjson::dom::element &leaf) {
        using Type = simdjson::dom::element_type;
        const Type type = leaf.type();
        const auto where = [&](MetricType kind) -> const Place & { return place(index, path, kind, out); };
        if (type == Type::BOOL) {
            if (const Place &at = where(MetricType::Boolean); !at.skipped)
                out.boolean(at.column, bool(leaf));
        } else if (type == Type::STRING) {
            const std::string_view string(leaf);
            const QByteArrayView text(string.data(), qsizetype(string.size()));
            const auto number = wholeNumber(text);
            if (const Place &at = where(number ? MetricType::Number : MetricType::Text); at.skipped)
                return true;
            else if (number)
                out.number(at.column, *number);
            else
                out.text(at.column, text);
        } else if (type != Type::NULL_VALUE) {
            if (const Place &at = where(MetricType::Number); !at.skipped)
                out.number(at.column, double(leaf));
        }
        any = true;
        return ++index < maxLeaves;
    });
    return any ? Decoded::Values : Decoded::Nothing;
}

} // namespace muster::codec
