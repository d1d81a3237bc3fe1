#pragma once

#include <QUuid>

namespace muster::ble {

/// A service that is a serial line by other means.
struct UartService
{
    const char *name = "";
    QUuid service {};
    QUuid write {};  ///< the characteristic that takes bytes
    QUuid tell {};   ///< the one that sends them; may be the same
};

inline constexpr qsizetype uartChunk = 20; ///< bytes that every link carries in one piece; Qt 6.4 does not tell what this one could

/// Nothing: it is none of those that are known.
[[nodiscard]] const UartService *uartService(const QUuid &service);

} // namespace muster::ble
