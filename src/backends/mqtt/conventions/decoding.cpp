#include "backends/mqtt/conventions/decoding.h"

namespace muster::mqtt {

namespace {

constexpr Decoded nothing {Decoded::Outcome::Nothing, 0, {}};
constexpr Decoded unfit {Decoded::Outcome::Unfit, 0, {}};

Decoded number(double value)
{
    return {Decoded::Outcome::Number, value, {}};
}

Decoded decodeNumber(const Scalar &scalar)
{
    if (scalar.isNumber())
        return number(scalar.number);
    if (scalar.kind != Scalar::Kind::String)
        return scalar.kind == Scalar::Kind::Null ? nothing : unfit;
    if (const auto value = strictNumber(scalar.text))
        return number(*value);
    return isNoValue(scalar.text.trimmed()) ? nothing : unfit;
}

} // namespace

Decoded decode(const Binding &binding, const Scalar &scalar, QByteArray &buffer)
{
    if (binding.decoding == Decoding::Number)
        return decodeNumber(scalar);
    if (scalar.kind == Scalar::Kind::Null)
        return nothing;
    const QByteArrayView text = scalar.form(buffer).trimmed();
    if (binding.decoding == Decoding::Boolean) {
        if (text == binding.on)
            return number(1);
        if (text == binding.off)
            return number(0);
    } else if (binding.decoding == Decoding::Enumeration) {
        for (qsizetype i = 0; i < binding.options.size(); ++i) {
            if (text == binding.options[i])
                return number(double(i));
        }
    } else if (binding.decoding == Decoding::Event) {
        if (text.isEmpty() || text.size() > maxTextValue || !isUtf8(text) || (!binding.options.isEmpty() && !binding.options.contains(text)))
            return isNoValue(text) ? nothing : unfit;
        return {Decoded::Outcome::Text, 0, binding.on.isEmpty() ? text : QByteArrayView(binding.on)};
    } else if (text.size() == 1 && text.front() == '\0') { // Homie 5: MQTT has no empty retained payload, so this stands for an empty text
        return {Decoded::Outcome::Text, 0, {}};
    } else if (text != "None" && text.size() <= maxTextValue && isUtf8(text)) {
        return {Decoded::Outcome::Text, 0, text};
    }
    return isNoValue(text) ? nothing : unfit;
}

} // namespace muster::mqtt
