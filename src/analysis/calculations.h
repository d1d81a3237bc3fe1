#pragma once

#include "analysis/calculation.h"

#include "core/fleet.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

namespace muster {

/// What an expression comes to as things stand.
struct CheckedExpression
{
    Program program {};
    QList<MetricId> inputs {};            ///< by input of the program
    QList<CalculationInput> bindings {};  ///< the same for good
};

/// The metrics that a person defined as calculations over others. Main thread. Keeps the definitions, finds their inputs in the fleet again and
/// again, and says what is to run; app/ hands that to the Calculator and stores save().
///
/// The results belong to one device, "Calculated": a formula may use several devices, and a result that arrives must not make any of them look
/// alive. There they are found, plotted, recorded, queried and exported like every other metric.
class Calculations : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 1'000;
    static constexpr int gatherMs = 200; ///< changes of the fleet are looked at together

    explicit Calculations(Fleet &fleet, QObject *parent = nullptr);
    ~Calculations() override;

    /// The address of the device that the results belong to.
    [[nodiscard]] static QString address() { return QStringLiteral("calculated:metrics"); }

    [[nodiscard]] const QList<Calculation> &all() const { return m_all; }
    [[nodiscard]] const Calculation *find(const QString &key) const;
    /// Why a calculation does not run, as a sentence; empty: it runs.
    [[nodiscard]] QString problem(const QString &key) const { return m_running.value(key).problem; }
    /// The metric of a calculation's result; invalid until it has been announced.
    [[nodiscard]] MetricId metric(const QString &key) const;
    /// A calculation's expression with its metrics as they are called now.
    [[nodiscard]] QString currentExpression(const Calculation &calculation) const;

    /// Understands an expression and finds its metrics: those bound already by their binding, others by name. `key`: of the calculation it is
    /// for, so that circles are refused; empty: a new one.
    [[nodiscard]] tl::expected<CheckedExpression, ExpressionError> check(
        const QString &expression, const QString &key = {}, const QList<CalculationInput> &bound = {}) const;

    /// A new one (its key is made here and returned) or a changed one. Refused with a sentence when it cannot run or there are too many.
    Result<QString> add(Calculation calculation);
    Result<void> change(Calculation calculation);
    void remove(const QString &key);

    /// As JSON text.
    [[nodiscard]] QString save() const;
    /// Puts back what was stored, without changed(). What cannot be read is left out; their number is returned.
    int restore(const QString &stored);

Q_SIGNALS:
    void changed();          ///< save() has something new to say
    void problemsChanged();
    /// All of them, those that do not run included.
    void runChanged(const QList<muster::RunningCalculation> &calculations);

private:
    [[nodiscard]] Result<void> validate(Calculation &calculation) const;
    [[nodiscard]] MetricId bound(const CalculationInput &input) const;
    /// Whether what is called `key` is among what `from` is calculated from.
    [[nodiscard]] bool leadsTo(const CalculationInput &from, const QString &key) const;
    [[nodiscard]] RunningCalculation run(const Calculation &calculation) const;
    [[nodiscard]] bool isCurrent(const RunningCalculation &running, const Calculation &calculation) const;
    [[nodiscard]] QString freeKey(const QString &name) const;
    void fleetChanged(const QList<DeviceId> &devices);
    void update();

    Fleet &m_fleet;
    QList<Calculation> m_all;
    QHash<QString, RunningCalculation> m_running; ///< by key: what runChanged() said last
    QTimer m_gather;
};

} // namespace muster
