#pragma once

#include "core/result.h"
#include "store/sqlite.h"

namespace muster::history {

/// Opens a history file, makes or migrates its tables and refuses what is none: another program's file, that of a newer Muster.
[[nodiscard]] Result<std::unique_ptr<Sqlite>> openHistoryFile(const QString &path, bool readOnly);

} // namespace muster::history
