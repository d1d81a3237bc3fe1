#pragma once

#include "backends/mqtt/binaryleaves.h"
#include "backends/mqtt/jsonleaves.h"
#include "backends/mqtt/topicrule.h"

namespace muster::mqtt {

/// What a payload nobody announced is. Nothing: empty, or a document that is no object. Malformed: not what it should be or begins like.
enum class PayloadShape : quint8 { Nothing, Malformed, Scalar, Object, Cbor, MessagePack, Pairs };

/// By its bytes, or in the format a rule says. `json` holds the document where it is an Object.
[[nodiscard]] PayloadShape payloadShape(QByteArrayView payload, RuleFormat format, JsonLeaves &json);

/// Visits `t=21.5, h: 40` as the members t and h: names and values with = or : between, one from the other apart by commas, semicolons, ampersands or
/// blanks. False: it is no such text, and nothing was visited.
bool walkPairs(QByteArrayView payload, const LeafVisitor &visit);

inline constexpr qsizetype maxPairs = 1'000; ///< of one payload; a longer one is none

} // namespace muster::mqtt
