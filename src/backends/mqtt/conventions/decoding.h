#pragma once

#include "backends/mqtt/conventions/convention.h"
#include "backends/mqtt/conventions/scalars.h"

namespace muster::mqtt {

/// What became of a scalar under a Binding. Number: `number` holds it, for a Boolean 0 or 1, for an Enumeration the option's index.
/// Text: `text` holds it. Nothing: it says that there is no value ("unavailable", null, an empty text). Unfit: it is no such value.
struct Decoded
{
    enum class Outcome : quint8 { Number, Text, Nothing, Unfit };
    Outcome outcome = Outcome::Nothing;
    double number = 0;
    QByteArrayView text {};
};

/// Texts longer than this are no metric's value (bytes).
inline constexpr qsizetype maxTextValue = 4'096;

/// Applies a binding's decoding to what stands at its place. `buffer` is scratch memory that `text` may refer to.
///   {Number} "21.5" → 21.5        {Number} "n/a" → Unfit         {Number} "unavailable" → Nothing
///   {Boolean, on "True"} true → 1 {Enumeration, {"low","high"}} "high" → 1
[[nodiscard]] Decoded decode(const Binding &binding, const Scalar &scalar, QByteArray &buffer);

} // namespace muster::mqtt
