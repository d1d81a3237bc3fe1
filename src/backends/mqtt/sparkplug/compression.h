#pragma once

#include "core/result.h"

#include <QByteArray>

namespace muster::mqtt::sparkplug {

/// Unpacks gzip (RFC 1952) or zlib (RFC 1950) data; which one it is shows in its first bytes. Errors: Corrupt, and TooLarge beyond `limit` bytes, both
/// with a short phrase.
[[nodiscard]] Result<QByteArray> inflated(QByteArrayView data, qsizetype limit);

} // namespace muster::mqtt::sparkplug
