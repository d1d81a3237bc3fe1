#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

#include <optional>

namespace muster::mqtt {

/// A number written in full, as JSON writes it and nothing else: `-12`, `0.5`, `1e3`. White space around it is no harm; "0x1f", "1,5",
/// "1_000", "nan", "inf" and "" are none. C locale.
[[nodiscard]] std::optional<double> strictNumber(QByteArrayView text);

/// A string that is wholly a number rather than an identifier that happens to be made of digits: strictNumber, but no leading zeros
/// ("007"), at most 15 significant digits (an IMEI has 15 and no point: none either).
///   "29.244" → 29.244    "0.000" → 0    "00123", "356938035643809", "2021-08-23" → none
[[nodiscard]] std::optional<double> numericString(QByteArrayView text);

/// The texts that stand for "no value" in Home Assistant: unknown, unavailable, None; and the empty text.
[[nodiscard]] bool isNoValue(QByteArrayView text);

/// JSON scalars as Python's str() writes them, because Home Assistant compares these: true → "True", null → "None", 21.0 → "21.0".
/// 1e16 → "1e+16", 0.00001 → "1e-05".
[[nodiscard]] QByteArray pythonForm(double number);
[[nodiscard]] inline QByteArrayView pythonForm(bool value) { return value ? QByteArrayView("True") : QByteArrayView("False"); }
/// Of a configuration value. Whole numbers are written without a point: QJsonValue no longer knows 1 from 1.0.
[[nodiscard]] QByteArray pythonForm(const QJsonValue &value);

/// A number as a command writes it: without a point when it is whole, else the shortest text that reads back the same.
[[nodiscard]] QByteArray plainNumber(double number);

[[nodiscard]] bool isUtf8(QByteArrayView bytes);

/// A JSON scalar, or the whole text of a payload (Kind::String). `text` refers to memory of the message.
struct Scalar
{
    enum class Kind : quint8 { Null, Boolean, Integer, Unsigned, Real, String };
    Kind kind = Kind::Null;
    bool flag = false;
    qint64 integer = 0;   ///< Integer; the bits of Unsigned
    double number = 0;    ///< Integer, Unsigned, Real
    QByteArrayView text {};

    [[nodiscard]] static Scalar string(QByteArrayView text) { return {Kind::String, false, 0, 0, text}; }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Integer || kind == Kind::Unsigned || kind == Kind::Real; }
    /// Python's str() of it; `buffer` holds it where it had to be written.
    [[nodiscard]] QByteArrayView form(QByteArray &buffer) const;
};

} // namespace muster::mqtt
