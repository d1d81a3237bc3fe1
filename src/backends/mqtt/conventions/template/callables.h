#pragma once

#include "backends/mqtt/conventions/template/datum.h"

#include <array>

namespace muster::mqtt {

/// The arguments of a call in the order of its parameters; null: left out.
class Arguments
{
public:
    static constexpr size_t max = 6;

    void set(size_t at, const Datum &value)
    {
        m_values[at] = value;
        m_given[at] = true;
    }
    [[nodiscard]] const Datum *operator[](size_t at) const { return at < max && m_given[at] ? &m_values[at] : nullptr; }
    [[nodiscard]] bool flag(size_t at, bool otherwise) const { return (*this)[at] ? isTrue(m_values[at]) : otherwise; }
    [[nodiscard]] QString text(size_t at, Allowance &allowance, const QString &otherwise = {}) const
    {
        return (*this)[at] ? pythonText(m_values[at], allowance) : otherwise;
    }

private:
    std::array<Datum, max> m_values {};
    std::array<bool, max> m_given {};
};

/// A filter, test, function or method: its name, its parameters' names separated by spaces, how many of them are needed, and what it does.
/// It works as in Home Assistant; where that fails, it ends the rendering through the Allowance.
using Apply = Datum (*)(const Datum &subject, const Arguments &arguments, Allowance &allowance);

struct Callable
{
    const char *name = nullptr;
    const char *parameters = "";
    int needed = 0;
    Apply apply = nullptr;
    bool takesUndefined = false;  ///< else an undefined subject is an error
};
struct Filter : Callable {};
struct Trial : Callable {};
struct Function : Callable {};
struct Method : Callable {};

/// Null: there is none of this name here.
[[nodiscard]] const Filter *filterNamed(const QString &name);
[[nodiscard]] const Trial *trialNamed(const QString &name);
[[nodiscard]] const Function *functionNamed(const QString &name);
[[nodiscard]] const Method *methodNamed(const QString &name);

/// Whether a name is one of Home Assistant's that know its states or the clock: nothing a payload alone can answer.
[[nodiscard]] bool isStateful(const QString &name);

/// Python's `%` on a text: "%02X".
[[nodiscard]] Datum formatted(const QString &pattern, const QList<Datum> &values, Allowance &allowance);

/// Filters that several tables use.
namespace filters {
Datum toFloat(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum toInt(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum smallest(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum largest(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum round(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum multiply(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum add(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum isNumber(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum iif(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum regexSearch(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum regexMatch(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum regexReplace(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum regexFindallIndex(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum replace(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum join(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum truncate(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum lower(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum upper(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum title(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum capitalize(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum trim(const Datum &value, const Arguments &arguments, Allowance &allowance);
Datum format(const Datum &value, const Arguments &arguments, Allowance &allowance);
} // namespace filters

} // namespace muster::mqtt
