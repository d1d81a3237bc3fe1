#pragma once

#include "codec/profile.h"

namespace muster::codec {

inline constexpr qsizetype maxProfile = 1 << 20; ///< bytes of a profile's file
inline constexpr qsizetype maxScript = 64 * 1024; ///< bytes of the script in it

/// A profile from its JSON text. Errors are one sentence with line and column: "Line 12, column 7: “framing.knd” is not known here. Did you
/// mean “kind”?" Corrupt: no JSON. Invalid: JSON that is no profile. TooLarge.
/// `fault`: the offset of what is wrong in bytes, -1 where it is nowhere in particular or nothing is.
[[nodiscard]] Result<Profile> readProfile(QByteArrayView json, qsizetype *fault = nullptr);
/// The same as text; what is as usual is left out, so that readProfile() gives the same profile.
[[nodiscard]] QByteArray writeProfile(const Profile &profile);

} // namespace muster::codec
