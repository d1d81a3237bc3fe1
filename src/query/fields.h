#pragma once

#include "query/term.h"

#include <QStringList>

namespace muster {

/// How a field's values compare.
enum class FieldType : quint8 {
    Prose,   ///< text in which a value is found anywhere
    Word,    ///< text that is compared as a whole
    Version, ///< as Word, and < > compare version numbers
    Words,   ///< one of a few words
    Grades,  ///< one of a few words that have an order
    Number,
    Age,
    Metric ///< whatever the device's metric is
};

struct FieldInfo
{
    Field field = Field::Any;
    FieldType type = FieldType::Prose;
    QLatin1StringView name {};
    QList<QLatin1StringView> words {}; ///< Words, Grades: by bit
};

/// The fields that have a name of their own, in the order they are offered.
[[nodiscard]] const QList<FieldInfo> &knownFields();
[[nodiscard]] const FieldInfo *findField(QStringView name);
[[nodiscard]] FieldType typeOf(Field field);
[[nodiscard]] const FieldInfo &infoOf(Field field); ///< one of knownFields(); a nameless one for the others

/// A field with its key as a person writes it: "attr.hardware".
[[nodiscard]] QString spelled(Field field, const QString &key);

/// The bit of one of a field's words or their synonyms; -1: it has no such word.
[[nodiscard]] int wordOf(const FieldInfo &field, QStringView word);

/// What else the words of a field may be called.
[[nodiscard]] QStringList synonymsOf(const FieldInfo &field);

/// The candidate that is most like a misspelt word; empty when none is.
[[nodiscard]] QString nearest(QStringView word, const QStringList &candidates);

} // namespace muster
