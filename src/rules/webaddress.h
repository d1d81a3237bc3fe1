#pragma once

#include <QString>

namespace muster {

inline constexpr qsizetype maxWebAddress = 2'000;

/// Whether it is a whole http or https address that something can be posted to.
[[nodiscard]] bool isWebAddress(const QString &address);

} // namespace muster
