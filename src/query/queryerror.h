#pragma once

#include <QString>

namespace muster {

/// Why a query cannot be understood, or why it may not mean what its author thinks (Query::doubts).
struct QueryError
{
    qsizetype column = 0;  ///< of the first wrong character, from 0, in UTF-16 units as QLineEdit counts
    qsizetype length = 0;  ///< how many are wrong; 0: something is missing at `column`
    QString text {};       ///< translated, one or two sentences; plain text
    QString suggestion {}; ///< what to write in the place of these characters; empty: nothing comes to mind

    /// The text and, when there is a suggestion, the question whether that was meant.
    [[nodiscard]] QString describe() const;

    friend bool operator==(const QueryError &, const QueryError &) = default;
};

} // namespace muster
