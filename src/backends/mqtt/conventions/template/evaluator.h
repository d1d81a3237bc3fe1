#pragma once

#include "backends/mqtt/conventions/template/syntax.h"

namespace muster::mqtt {

class Arguments;

/// Carries out a Syntax on one payload. Everything it does is taken from the Allowance.
class Evaluator
{
public:
    Evaluator(const Syntax &syntax, std::vector<Datum> variables, Allowance &allowance)
        : m_syntax(syntax), m_variables(std::move(variables)), m_allowance(allowance) {}

    /// The rendered text; valid while the allowance is fine.
    [[nodiscard]] QString run();

private:
    void execute(int index);
    [[nodiscard]] Datum value(int index);
    [[nodiscard]] Datum compute(const Node &node);
    [[nodiscard]] Datum arithmetic(const Node &node);
    [[nodiscard]] Datum members(const Node &node);
    [[nodiscard]] Datum slice(const Node &node);
    [[nodiscard]] Datum collection(const Node &node);
    [[nodiscard]] Datum called(const Node &node);
    [[nodiscard]] Datum compare(const Node &node);
    [[nodiscard]] bool holds(Node::Relation relation, const Datum &a, const Datum &b);
    [[nodiscard]] bool contains(const Datum &whole, const Datum &part);
    [[nodiscard]] Arguments arguments(const Node &node, size_t first = 0);
    Datum error()
    {
        m_allowance.end(Rendered::Error);
        return {};
    }

    const Syntax &m_syntax;
    std::vector<Datum> m_variables;
    Allowance &m_allowance;
    QString m_out;
    int m_depth = 0;
};

/// Python's operators; Error through the allowance where Python raises, Exhausted where a whole number leaves 64 bits.
[[nodiscard]] Datum calculated(Node::Op op, const Datum &a, const Datum &b, Allowance &allowance);

} // namespace muster::mqtt
