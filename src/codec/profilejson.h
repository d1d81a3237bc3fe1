#pragma once

#include "codec/profile.h"

#include <QJsonObject>

namespace muster::codec {

class JsonFields;
struct JsonFault;

inline constexpr qsizetype maxProfile = 1 << 20; ///< bytes of a profile's file
inline constexpr qsizetype maxScript = 64 * 1024; ///< bytes of the script in it

/// A profile from its JSON text. Errors are one sentence with line and column: "Line 12, column 7: “framing.knd” is not known here. Did you
/// mean “kind”?" Corrupt: no JSON. Invalid: JSON that is no profile. TooLarge.
/// `fault`: the offset of what is wrong in bytes, -1 where it is nowhere in particular or nothing is.
[[nodiscard]] Result<Profile> readProfile(QByteArrayView json, qsizetype *fault = nullptr);
/// What kinds of profiles share: the members fields and commands of an object, their keys each once.
void readParts(JsonFields &json, Profile &profile);
/// The error of what was found wrong with a JSON text that was parsed; `place` as readProfile()'s.
[[nodiscard]] Error profileFault(QByteArrayView json, const JsonFault &found, qsizetype &place);
/// The object a profile is, from its text; errors and `place` as readProfile()'s.
[[nodiscard]] Result<QJsonObject> profileObject(QByteArrayView json, qsizetype &place);
/// The same as text; what is as usual is left out, so that readProfile() gives the same profile.
[[nodiscard]] QByteArray writeProfile(const Profile &profile);

} // namespace muster::codec
