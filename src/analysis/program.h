#pragma once

#include "analysis/expression.h"
#include "analysis/window.h"

#include <array>
#include <vector>

namespace muster {

/// An expression made ready to run over streams of samples. Amortised O(1) per sample and bounded memory whatever its windows (see Window).
/// A plain value: a copy starts where the original was.
class Program
{
public:
    Program() = default;
    /// `units`: of each input, as its metric declares it. Fails where a conversion makes no sense.
    [[nodiscard]] static tl::expected<Program, ExpressionError> compile(const Expression &expression, const QStringList &units);

    /// The unit of the result as far as it can be told: that of the inputs if they agree; per second for rate; what it is converted to.
    [[nodiscard]] const QString &unit() const { return m_unit; }
    [[nodiscard]] int inputs() const { return int(m_inputs.size()); }

    /// A new sample of one input; run() takes it into account. One that is no number leaves the input without a value.
    void set(int input, double value);
    /// Whether all inputs have a value.
    [[nodiscard]] bool isReady() const { return m_missing == 0; }
    /// The result at a time that is not before the last one. NaN: none (yet). What follows how an input changes (rate, mean …) takes in only
    /// what was set() since the last run, so another input's samples do not count twice: run it for each time at which something was set.
    [[nodiscard]] double run(Micros time);
    /// Forgets everything seen.
    void restart();

private:
    using Op = ExpressionStep::Op;
    struct Step
    {
        Op op = Op::Number;
        quint16 index = 0;   ///< of an input or a memory
        quint32 inputs = 0;  ///< which inputs it depends on, a bit each
        double number = 0;   ///< Number; Convert: the factor
        double offset = 0;   ///< Convert
    };
    /// What a step remembers from one run to the next.
    struct Memory
    {
        explicit Memory(Micros length)
            : window(length)
        {}
        Window window;        ///< …Over
        Micros time = 0;      ///< Rate, Delta, RateOver, DeltaOver: of the newest value
        double value = 0;
        double result = 0;
        bool any = false;
    };
    [[nodiscard]] double follow(const Step &step, Memory &memory, Micros time, double value) const;
    [[nodiscard]] static double change(const Step &step, Memory &memory, Micros time, double value);

    std::vector<Step> m_steps;
    std::vector<Memory> m_memories;
    std::vector<double> m_inputs;
    std::vector<double> m_stack;
    QString m_unit;
    quint32 m_fresh = 0;             ///< inputs set since the last run
    int m_missing = 0;
};

} // namespace muster
