#pragma once

#include "core/sample.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace muster {

/// Why an expression cannot be understood, and where.
struct ExpressionError
{
    qsizetype column = 0;  ///< of the first wrong character, from 0, in UTF-16 units as QLineEdit counts
    qsizetype length = 0;  ///< how many are wrong; 0: something is missing at `column`
    QString text {};       ///< translated, one or two sentences; plain text
    QString suggestion {}; ///< what to write in the place of these characters; empty: nothing comes to mind

    /// The text with the place (counted from 1, as people do) and, when there is a suggestion, the question whether that was meant.
    [[nodiscard]] QString describe() const;
    friend bool operator==(const ExpressionError &, const ExpressionError &) = default;
};

/// One step of an expression in postfix order: takes its arguments from what the steps before it left, and leaves one value.
struct ExpressionStep
{
    enum class Op : quint8 {
        Number, Input,
        Negate, Not, Add, Subtract, Multiply, Divide, Power,
        Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual, And, Or,
        Abs, Sqrt, Log, Log10, Exp, Round, RoundTo, Clamp, If, Least, Greatest, Convert,
        Rate, Delta,                                                  // from one value to the next
        RateOver, DeltaOver, MeanOver, MinOver, MaxOver, SumOver, CountOver, DeviationOver, // of a stretch of time
    };
    Op op = Op::Number;
    double number = 0;    ///< Number
    int input = -1;       ///< Input: index in Expression::inputs()
    Micros window = 0;    ///< …Over
    QString from {};      ///< Convert: a unit; empty: the argument's own
    QString to {};        ///< Convert
    qsizetype column = 0; ///< where it is written
    qsizetype length = 0;
};

/// How many values a step takes.
[[nodiscard]] int argumentsOf(ExpressionStep::Op op);

/// A calculation over metrics, as a person writes it. A plain value; parseExpression() makes it, Program runs it. The language:
///
///     "Pump 3/pressure" - "Pump 4/pressure"   a metric is its device and its name or key, in quotation marks
///     temperature * 1.8 + 32                  without them if the name is one word and only one device has such a metric
///     -2^2 = -4   2^3^2 = 2^9                 + - * / ^ and parentheses; × ÷ − are read as well
///     a > 20 and not (b = 0)                  < <= > >= = != and or not: 1 if it holds, else 0
///     if(a > 20, a, 0)                        the second value where the first is not 0, else the third
///     abs sqrt exp(a)  log(a)  log10(a)       log is the natural logarithm
///     round(a)  round(a, 2)                   to whole numbers, to that many decimals
///     min(a, b)  max(a, b)  clamp(a, 0, 100)  the lesser, the greater; kept within bounds
///     rate(a)  delta(a)                       change per second, change: from one sample to the next
///     mean(a, 5m)  min max sum count stddev   of the samples of the last 5 minutes; ms s m h d, 1h30m
///     rate(a, 5m)  delta(a, 5m)               from the first sample of the last 5 minutes to the newest
///     a to "°F"   convert(a, "°C", "°F")      conversion from the metric's own unit, from one that is named
///
/// It is worth something as soon as every metric in it has a value; each keeps its value until its next sample. What is no number (0/0, the root
/// of -1) gives no sample.
class Expression
{
public:
    static constexpr qsizetype maxLength = 1'000; ///< characters
    static constexpr int maxDepth = 32;
    static constexpr int maxSteps = 256;
    static constexpr int maxInputs = 16;
    static constexpr int maxWindows = 16;

    struct Input
    {
        QString label {};     ///< as written, without quotation marks
        qsizetype column = 0; ///< where it is written first, with its marks
        qsizetype length = 0;
    };
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<Input> &inputs() const { return m_inputs; }
    [[nodiscard]] const QList<ExpressionStep> &steps() const { return m_steps; }

private:
    friend class ExpressionParser;
    QString m_text;
    QList<Input> m_inputs;
    QList<ExpressionStep> m_steps;
};

/// Understands a text or says what is wrong with it and where. Bounded whatever the text.
[[nodiscard]] tl::expected<Expression, ExpressionError> parseExpression(const QString &text);

/// A label as it must be written in an expression: in quotation marks, with \ in front of those inside it.
[[nodiscard]] QString quotedLabel(const QString &label);

/// The functions as they are written: "mean(value, 5m)". For completion.
[[nodiscard]] QStringList functionSignatures();

} // namespace muster
