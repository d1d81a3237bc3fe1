#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace muster::mqtt {

/// A piece of a template. Data: text outside of braces. Name, Number, String and Operator stand inside of them.
struct Token
{
    enum class Kind : quint8 { Data, PrintBegin, PrintEnd, BlockBegin, BlockEnd, Name, Integer, Real, String, Operator, End };
    Kind kind = Kind::End;
    QString text {};   ///< a String without its quotes, escapes resolved

    [[nodiscard]] bool isName(const char *word) const { return kind == Kind::Name && text == QLatin1String(word); }
    [[nodiscard]] bool isOperator(const char *sign) const { return kind == Kind::Operator && text == QLatin1String(sign); }
};

/// Cuts a template into tokens, white space control (`{%-`) applied, comments left out. Errors: Corrupt.
[[nodiscard]] Result<QList<Token>> tokensOf(const QString &text);

} // namespace muster::mqtt
