#pragma once

#include "core/result.h"
#include "store/sqlite.h"

/// What is in a backup beside the history: written, checked and taken out again.
namespace muster::backup {

/// Adds the fleet (null: none) and the settings to a copy of the history, and makes the file a backup. `scratch`: beside it, a copy of the fleet is made.
[[nodiscard]] Result<void> addParts(Sqlite &file, Sqlite *fleet, const QString &scratch, const QByteArray &settings);

/// Opens a backup for reading when it is one, of a version known here, and whole.
[[nodiscard]] Result<std::unique_ptr<Sqlite>> openChecked(const QString &path);

/// Writes fleet.db and settings.ini into a folder, and makes `history`, a copy of the backup, a history again.
[[nodiscard]] Result<void> takeParts(Sqlite &backup, Sqlite &history, const QString &folder);

/// What was written reaches the disk.
[[nodiscard]] Result<void> syncFile(const QString &path);

} // namespace muster::backup
