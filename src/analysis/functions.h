#pragma once

#include "analysis/expression.h"

#include <optional>

namespace muster {

/// A function of the expression language: which step it becomes with how many values, and with a stretch of time behind them.
struct Function
{
    using Op = ExpressionStep::Op;
    QLatin1StringView name {};
    const char *signature = "";       ///< for error messages and completion
    std::optional<Op> one {};         ///< f(a)
    std::optional<Op> two {};         ///< f(a, b)
    std::optional<Op> three {};       ///< f(a, b, c)
    std::optional<Op> over {};        ///< f(a, 5m)
};

/// Null: there is none.
[[nodiscard]] const Function *findFunction(QStringView name);
/// The function whose name is nearest to a misspelt one; empty: none is near.
[[nodiscard]] QString nearestFunction(const QString &name);

} // namespace muster
