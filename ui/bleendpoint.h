#pragma once

#include <QString>
#include <QUrl>

namespace muster {

[[nodiscard]] bool isBluetooth(const QUrl &url);

/// How one board with a serial line over Bluetooth is read: the option `board=address,profile` of its connection's URL.
/// An id; "auto": automatic; empty: nothing of its own is said.
[[nodiscard]] QString bleReading(const QUrl &url, const QString &address);
/// The URL with that of one board changed; automatic and empty leave its option out.
[[nodiscard]] QUrl withBleReading(const QUrl &url, const QString &address, const QString &profile);

} // namespace muster
