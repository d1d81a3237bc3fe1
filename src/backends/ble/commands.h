#pragma once

#include "core/device.h"

namespace muster::ble {

/// Commands every device of this kind has, and their keys.
inline constexpr char connectKey[] = "link.connect";
inline constexpr char disconnectKey[] = "link.disconnect";
inline constexpr char pairKey[] = "link.pair";
inline constexpr char unpairKey[] = "link.unpair";
inline constexpr char secretKey[] = "key";
inline constexpr char sendKey[] = "send";
inline constexpr char alertKey[] = "alert";
inline constexpr char writePrefix[] = "write.";
inline constexpr qsizetype maxWrite = 512; ///< bytes of an attribute, by the standard; and of a line that is sent

[[nodiscard]] CommandInfo keyCommand();
[[nodiscard]] QList<CommandInfo> linkCommands();
/// 32 hexadecimal digits, blanks allowed.
[[nodiscard]] QByteArray secretOf(const QString &typed);

} // namespace muster::ble
