#pragma once

#include "core/result.h"

namespace muster {

/// Puts what was restored from a backup into the data folder, before anything there is opened; what was there goes into a folder
/// "before-restore-<time>". `settingsFile` is replaced, too. Returns that folder; empty: there was nothing to put back. After a failure
/// everything is as before.
[[nodiscard]] Result<QString> putBackRestored(const QString &folder, const QString &settingsFile);

} // namespace muster
