#pragma once

#include "codec/output.h"

namespace muster::codec {

/// The decoder of a profile. Its fields must have been added to the Output first, in their order.
[[nodiscard]] std::unique_ptr<Decoder> makeDecoder(const Profile &profile);

} // namespace muster::codec
