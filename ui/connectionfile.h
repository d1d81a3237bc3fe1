#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QList>

namespace muster {

/// A `.muster` file: connections as JSON, to be handed to a colleague. Never holds a secret.
///
/// { "format": "muster-connections", "version": 1, "connections": [ { "name": "Hall B", "url": "mqtt://broker.local", "enabled": true } ] }
namespace connectionfile {

inline constexpr qsizetype maxBytes = 1 << 20;
inline constexpr qsizetype maxConnections = 1'000;
inline constexpr char suffix[] = ".muster";

/// Passwords, and query items that are named like a secret, are left out.
[[nodiscard]] QByteArray toJson(const QList<Connection> &connections);
/// All or nothing. The error says which entry is wrong, and how. A password in a URL is refused, since the file may have been seen by many.
[[nodiscard]] Result<QList<Connection>> fromJson(const QByteArray &json);

/// Whole, or the old file stays. The error names the file.
[[nodiscard]] Result<void> write(const QString &path, const QList<Connection> &connections);
[[nodiscard]] Result<QList<Connection>> read(const QString &path);

} // namespace connectionfile

} // namespace muster
