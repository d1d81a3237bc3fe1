#pragma once

#include "backends/mqtt/conventions/scalars.h"

#include <functional>
#include <string_view>

namespace muster::mqtt {

/// Formats of binary documents: CBOR (RFC 8949) and MessagePack.
enum class BinaryForm : quint8 { None, Cbor, MessagePack };

/// Called with every scalar and its path (valuepath.h), in order; false: enough. Byte strings and extensions are no scalars and are passed over, numbers that are
/// none (NaN, infinity) are null. Text stays valid during the call.
using LeafVisitor = std::function<bool(std::string_view path, const Scalar &scalar)>;

/// What a payload is, by its bytes alone: it counts only when it is, to its last byte, one well-formed map with at least one member whose names are texts or whole numbers.
/// Anything that is UTF-8 text is none.
///   A1 61 74 F9 4D 60 → Cbor, {"t": 21.5}     81 A1 74 CB … → MessagePack     "55.49" → None
[[nodiscard]] BinaryForm binaryForm(QByteArrayView payload);

/// Visits the scalars of a payload of that form. False: it is not well-formed; some may have been visited then. Nested at most maxBinaryDepth deep, at most maxBinaryItems.
bool walkBinary(QByteArrayView payload, BinaryForm form, const LeafVisitor &visit);

inline constexpr int maxBinaryDepth = 32;
inline constexpr int maxBinaryItems = 100'000;

} // namespace muster::mqtt
