#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace muster {

/// A number and what stands behind it: "21.5°C" is 21.5 and "°C".
struct Quantity
{
    double value = 0;
    QString unit {};
};

/// A decimal number as programs write it (-1.5, .5, 2e3), with or without a unit right behind it. A unit starts with a letter, % or °.
[[nodiscard]] std::optional<Quantity> readQuantity(QStringView text);

/// Seconds of "90s", "1h30m", "1.5d"; units ms s m h d w.
[[nodiscard]] std::optional<double> readDuration(QStringView text);

/// Two spellings of a unit that mean the same: "°C" and "C".
[[nodiscard]] bool sameUnit(QStringView a, QStringView b);

/// Lower case as UTF-8: what is compared with what.
[[nodiscard]] QByteArray folded(const QString &text);

/// Compares runs of digits as numbers and the rest byte by byte: "1.9" before "1.10", "pump 2" before "pump 10".
[[nodiscard]] std::strong_ordering naturalOrder(QByteArrayView a, QByteArrayView b);

} // namespace muster
