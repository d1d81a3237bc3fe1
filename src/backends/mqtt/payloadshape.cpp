#include "backends/mqtt/payloadshape.h"

#include "backends/mqtt/conventions/genericrule.h"

#include <string>
#include <vector>

namespace muster::mqtt {

namespace {

bool isBetween(char c)
{
    return c == ',' || c == ';' || c == '&' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct Pair
{
    QByteArrayView name {};
    QByteArrayView value {};
};

// Empty: the text is no list of pairs.
std::vector<Pair> pairsOf(QByteArrayView text)
{
    std::vector<Pair> pairs;
    for (qsizetype at = 0; at < text.size();) {
        if (isBetween(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && text[end] != '=' && text[end] != ':' && !isBetween(text[end]))
            ++end;
        const QByteArrayView name = text.sliced(at, end - at);
        if (name.isEmpty() || end == text.size() || isBetween(text[end]) || qsizetype(pairs.size()) >= maxPairs)
            return {};
        for (at = end + 1; at < text.size() && text[at] == ' ';)
            ++at;
        for (end = at; end < text.size() && !isBetween(text[end]);)
            ++end;
        pairs.push_back({name, text.sliced(at, end - at)});
        at = end;
    }
    return pairs;
}

PayloadShape automatic(QByteArrayView payload, QByteArrayView text, JsonLeaves &json)
{
    if (text.front() == '{' || text.front() == '[') {
        if (!json.parse(text))
            return PayloadShape::Malformed;
        return json.isObject() ? PayloadShape::Object : PayloadShape::Nothing;
    }
    switch (binaryForm(payload)) {
    case BinaryForm::Cbor: return PayloadShape::Cbor;
    case BinaryForm::MessagePack: return PayloadShape::MessagePack;
    case BinaryForm::None: break;
    }
    return PayloadShape::Scalar;
}

} // namespace

PayloadShape payloadShape(QByteArrayView payload, RuleFormat format, JsonLeaves &json)
{
    const QByteArrayView text = payload.trimmed();
    if (text.isEmpty())
        return PayloadShape::Nothing;
    switch (format) {
    case RuleFormat::Auto: break;
    case RuleFormat::Text: return PayloadShape::Scalar;
    case RuleFormat::Cbor: return binaryForm(payload) == BinaryForm::Cbor ? PayloadShape::Cbor : PayloadShape::Malformed;
    case RuleFormat::MessagePack: return binaryForm(payload) == BinaryForm::MessagePack ? PayloadShape::MessagePack : PayloadShape::Malformed;
    case RuleFormat::Pairs: return isUtf8(text) && !pairsOf(text).empty() ? PayloadShape::Pairs : PayloadShape::Malformed;
    case RuleFormat::Json:
        if (!json.parse(text))
            return PayloadShape::Malformed;
        return json.isObject() ? PayloadShape::Object : json.root().is_array() ? PayloadShape::Nothing : PayloadShape::Scalar;
    }
    return automatic(payload, text, json);
}

bool walkPairs(QByteArrayView payload, const LeafVisitor &visit)
{
    const std::vector<Pair> pairs = isUtf8(payload) ? pairsOf(payload) : std::vector<Pair>();
    std::string path;
    for (const Pair &pair : pairs) {
        path.assign(1, memberMark).append(pair.name.data(), size_t(pair.name.size()));
        if (!visit(path, scalarOf(pair.value)))
            break;
    }
    return !pairs.empty();
}

} // namespace muster::mqtt
