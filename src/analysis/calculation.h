#pragma once

#include "analysis/program.h"

#include "core/ids.h"

#include <QMetaType>

namespace muster {

class Fleet;
struct MetricState;

/// Which metric a label of an expression means, in a way that outlives restarts and new names.
struct CalculationInput
{
    QString label {};   ///< as written in the expression
    QString address {}; ///< an address of its device
    QString key {};     ///< Metric::key

    friend bool operator==(const CalculationInput &, const CalculationInput &) = default;
};

/// A metric that is calculated from others, as a person defined it.
struct Calculation
{
    QString key {};          ///< Metric::key of the result; made of the first name, never changes
    QString name {};
    QString expression {};
    QString unit {};         ///< empty: what the expression's inputs lead to
    int decimals = -1;       ///< -1: as needed
    QList<CalculationInput> inputs {};

    friend bool operator==(const Calculation &, const Calculation &) = default;
};

/// A calculation that runs: what Calculator wants to know.
struct RunningCalculation
{
    Calculation definition {};
    QString unit {};
    QList<MetricId> inputs {}; ///< by input of the program
    QStringList units {};      ///< of the inputs, when it was compiled
    Program program {};
    QString problem {};        ///< why it does not run: a translated sentence; empty: it runs
};

/// Metrics as they are named in expressions. Pure.
namespace metricnames {

/// "Pump 3/Pressure": what a person would write; where that could mean several, with the metric's key or the device's address instead.
[[nodiscard]] QString labelOf(const Fleet &fleet, MetricId metric);

struct Found
{
    MetricId metric {};
    QString problem {}; ///< why there is none: a translated sentence
};
/// What a label means: device (its name here, or an address) / metric (its name or key), or a metric alone if one device has it. Case counts
/// only where it is needed to tell two apart.
[[nodiscard]] Found find(const Fleet &fleet, const QString &label);

/// Whether a metric has numbers to calculate with.
[[nodiscard]] bool isCalculable(const MetricState &state);

/// The labels of all metrics that can be used, those of the fleet first, at most `most`.
[[nodiscard]] QStringList all(const Fleet &fleet, qsizetype most);

} // namespace metricnames

} // namespace muster

Q_DECLARE_METATYPE(QList<muster::RunningCalculation>)
