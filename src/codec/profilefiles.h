#pragma once

#include "codec/profile.h"

namespace muster::codec {

/// The profiles that come with Muster (resources/profiles): their ids, which are the files' names without ".json", sorted.
[[nodiscard]] QStringList shippedProfiles();
/// NotFound: there is none of that id. They are small and read when asked for.
[[nodiscard]] Result<Profile> shippedProfile(const QString &id);
/// A profile from a file: Io when it cannot be read, else as readProfile(), with the file's name in the sentence.
[[nodiscard]] Result<Profile> profileFromFile(const QString &path);

} // namespace muster::codec
