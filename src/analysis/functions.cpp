#include "analysis/functions.h"

#include <algorithm>
#include <array>
#include <vector>

namespace muster {

namespace {

using Op = ExpressionStep::Op;
using Latin = QLatin1StringView;

constexpr std::array functions {
    Function {Latin("mean"), "mean(value, 5m)", {}, {}, {}, Op::MeanOver},
    Function {Latin("min"), "min(value, 5m)", {}, Op::Least, {}, Op::MinOver},
    Function {Latin("max"), "max(value, 5m)", {}, Op::Greatest, {}, Op::MaxOver},
    Function {Latin("sum"), "sum(value, 5m)", {}, {}, {}, Op::SumOver},
    Function {Latin("count"), "count(value, 5m)", {}, {}, {}, Op::CountOver},
    Function {Latin("stddev"), "stddev(value, 5m)", {}, {}, {}, Op::DeviationOver},
    Function {Latin("rate"), "rate(value)", Op::Rate, {}, {}, Op::RateOver},
    Function {Latin("delta"), "delta(value)", Op::Delta, {}, {}, Op::DeltaOver},
    Function {Latin("if"), "if(condition, then, otherwise)", {}, {}, Op::If, {}},
    Function {Latin("clamp"), "clamp(value, 0, 100)", {}, {}, Op::Clamp, {}},
    Function {Latin("round"), "round(value, 2)", Op::Round, Op::RoundTo, {}, {}},
    Function {Latin("abs"), "abs(value)", Op::Abs, {}, {}, {}},
    Function {Latin("sqrt"), "sqrt(value)", Op::Sqrt, {}, {}, {}},
    Function {Latin("log"), "log(value)", Op::Log, {}, {}, {}},
    Function {Latin("log10"), "log10(value)", Op::Log10, {}, {}, {}},
    Function {Latin("exp"), "exp(value)", Op::Exp, {}, {}, {}},
};
constexpr Latin convert("convert");
constexpr char convertSignature[] = "convert(value, \"°C\", \"°F\")";

/// Levenshtein: how many letters must be added, taken or changed.
qsizetype distance(const QString &a, Latin b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = qsizetype(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype corner = std::exchange(row[0], i + 1);
        for (size_t k = 1; k < row.size(); ++k) {
            const qsizetype changed = corner + (a[i] == b[qsizetype(k) - 1] ? 0 : 1);
            corner = row[k];
            row[k] = std::min({changed, row[k] + 1, row[k - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const Function *findFunction(QStringView name)
{
    const auto it = std::find_if(functions.begin(), functions.end(), [name](const Function &f) { return name == f.name; });
    return it == functions.end() ? nullptr : &*it;
}

QString nearestFunction(const QString &name)
{
    struct Other { const char *meant; Latin name; };
    // What other languages call it.
    static constexpr std::array others {Other {"mean", Latin("avg")}, Other {"mean", Latin("average")}, Other {"log", Latin("ln")},
        Other {"rate", Latin("derivative")}, Other {"delta", Latin("diff")}, Other {"stddev", Latin("sigma")}, Other {"stddev", Latin("std")}};
    const QString low = name.toLower().left(32);
    for (const Other &other : others)
        if (low == other.name)
            return QLatin1StringView(other.meant);
    QString best;
    qsizetype least = 3;
    const auto consider = [&](Latin candidate) {
        const qsizetype far = distance(low, candidate);
        if (far < least && far < candidate.size() - 1) {
            least = far;
            best = candidate;
        }
    };
    std::for_each(functions.begin(), functions.end(), [&](const Function &f) { consider(f.name); });
    consider(convert);
    return best;
}

QStringList functionSignatures()
{
    QStringList all;
    for (const Function &function : functions)
        all.append(QLatin1StringView(function.signature));
    all.append(QString::fromUtf8(convertSignature));
    return all;
}

} // namespace muster
