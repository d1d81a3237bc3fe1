#pragma once

#include "codec/profile.h"

#include <optional>
#include <span>
#include <string_view>

namespace muster::codec {

/// Names of the number formats in profiles, by Raw: "u8", "s8" … "f64".
[[nodiscard]] std::span<const std::string_view> rawNames();
/// Bytes it takes: 1 … 8.
[[nodiscard]] int rawSize(Raw type);

struct RawForm
{
    Raw type = Raw::U8;
    bool bigEndian = false;
};
/// "u16be" → U16, most significant byte first. Without an order at its end: least significant first. Nothing for an unknown one.
[[nodiscard]] std::optional<RawForm> rawFormOf(std::string_view name);

/// The number in the first rawSize() bytes; `bits` > 0: only that many from `bit` upwards, without sign. Nothing when there are too few bytes.
/// Of 64-bit numbers the lowest bits are lost beyond 2^53, as a double has it.
[[nodiscard]] std::optional<double> rawNumber(QByteArrayView bytes, RawForm form, int bit = 0, int bits = 0);
/// The bytes of a number, rounded when it is no float; nothing when it does not fit.
[[nodiscard]] std::optional<QByteArray> rawBytes(double number, RawForm form);

} // namespace muster::codec
