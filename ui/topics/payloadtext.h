#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace muster {

/// How bytes can be read.
enum class PayloadForm : quint8 { Automatic, Text, Json, Hex, Cbor };

/// Bytes as text of several lines, in one of the ways; what it turned out to be in `form`. Pure; never more than `mostShown` characters.
struct PayloadText
{
    static constexpr qsizetype mostShown = 128 * 1024;

    PayloadForm form = PayloadForm::Text; ///< never Automatic
    QString text {};
    QString problem {};                   ///< why it could not be read as wanted; `text` is then the next best
};

[[nodiscard]] PayloadText payloadText(const QByteArray &payload, PayloadForm wanted);

/// JSON with each member on a line of its own, every number and name as it was written. Empty if it is none.
[[nodiscard]] QString prettyJson(const QByteArray &json);

/// One line of a comparison.
struct DiffLine
{
    enum class Kind : quint8 { Same, Gone, Come };
    Kind kind = Kind::Same;
    QString text {};

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// What turns `before` into `after`, line by line. More than `mostCompared` lines on either side are not compared but shown as gone and come.
inline constexpr qsizetype mostCompared = 400;
[[nodiscard]] QList<DiffLine> diffLines(const QString &before, const QString &after);

/// What a person typed as the payload of a message: text as UTF-8, JSON if it is some, hexadecimal digits as bytes. Errors: Invalid.
[[nodiscard]] Result<QByteArray> payloadFrom(const QString &text, PayloadForm form);

} // namespace muster
