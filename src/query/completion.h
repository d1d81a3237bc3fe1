#pragma once

#include "query/vocabulary.h"

#include <QList>
#include <QString>

namespace muster {

/// Something that could be written at the cursor: `text` in the place of `length` characters from `column`.
struct Completion
{
    QString text {}; ///< quoted where it has to be
    qsizetype column = 0;
    qsizetype length = 0;
    bool isField = false; ///< a field name with its colon: the person will go on with a value

    friend bool operator==(const Completion &, const Completion &) = default;
};

/// What could be meant by the half-typed word at the cursor: fields and metrics, or the values of the field before it. The best first:
/// what begins so, then what has it in it. Never more than `most`; nothing within a regular expression.
[[nodiscard]] QList<Completion> complete(const QString &text, qsizetype cursor, const Vocabulary &vocabulary, qsizetype most = 20);

} // namespace muster
