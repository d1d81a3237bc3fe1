#pragma once

#include <QByteArrayView>

#include <optional>

namespace muster::codec {

/// Reads a decimal number at `p` and moves `p` behind it: sign, digits with `mark` among, before or behind them, exponent. C locale; no hex,
/// no grouping, no "nan". False, with `p` where it was: there is none, or it is beyond the range of a double.
///   "-12.5e3;" → -12500, p at ";"      ".5" → 0.5      "5." → 5      "e5", "-", "0x1" → none, none, 0 with p at "x"
[[nodiscard]] bool takeNumber(const char *&p, const char *end, double &number, char mark = '.');

/// The whole text as a number; white space around it is no harm.
[[nodiscard]] std::optional<double> wholeNumber(QByteArrayView text, char mark = '.');

/// Words that devices write where a number belongs and there is none: nan, inf, ovf, null, none, n/a, -, --, and nothing at all.
[[nodiscard]] bool isNoNumber(QByteArrayView text);

/// Whether bytes are a line that a person could read: valid UTF-8 without control characters but tabs.
[[nodiscard]] bool isPlainText(QByteArrayView bytes);

} // namespace muster::codec
