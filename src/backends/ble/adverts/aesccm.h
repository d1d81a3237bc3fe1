#pragma once

#include <QByteArray>

#include <optional>

namespace muster::ble {

/// AES-128 in counter mode with CBC-MAC (RFC 3610), as sensors encrypt their advertisements: 16 bytes of key, a nonce of 7 to 13 bytes,
/// 4 bytes of tag. The plain bytes, or none if the tag does not fit.
[[nodiscard]] std::optional<QByteArray> decryptCcm(
    const QByteArray &key, const QByteArray &nonce, QByteArrayView cipher, QByteArrayView tag, QByteArrayView associated = {});

} // namespace muster::ble
