#pragma once

#include "analysis/calculation.h"

#include "core/ingest.h"

#include <vector>

namespace muster {

/// Runs the calculations. Lives on muster-io: listens to Ingest::sampled and pushes results back through the same door, so that one tick later
/// they are plotted, recorded, queried and exported like every other sample, and other calculations can use them.
///
/// Each calculation gives at most one result for one time of its inputs, after all of a batch's samples of that time: metrics that arrive together
/// count together. A sample that is older than the one before of its metric is left out and counted, unless the clock went back by more
/// than `clockStep`: then the calculation starts anew. A result is never older than the one before it.
class Calculator : public QObject
{
    Q_OBJECT

public:
    static constexpr Micros clockStep = 60'000'000;

    explicit Calculator(Ingest &ingest, QObject *parent = nullptr);
    ~Calculator() override;

    /// Samples that came too late to be taken in.
    [[nodiscard]] quint64 late() const { return m_late; }

public Q_SLOTS:
    /// What is to run from now on. Those that are as before go on where they are.
    void setCalculations(const QList<muster::RunningCalculation> &calculations);
    void take(const muster::SampleBatch &batch);

private:
    struct Run
    {
        RunningCalculation what {};
        MetricId result {};
        std::vector<Micros> times {}; ///< of each input's newest sample
        Micros time = 0;              ///< of the result that is due, or was last
        bool due = false;
        bool started = false;
    };
    struct Use
    {
        quint32 run = 0;
        int input = 0;
    };
    void announce(const QList<RunningCalculation> &calculations);
    void index();
    void feed(Use use, const Sample &sample);
    void finish(Run &run);
    static void restart(Run &run);

    Ingest &m_ingest;
    std::vector<Run> m_runs;
    std::vector<quint32> m_first; ///< by MetricId: where its uses begin; one more at the end
    std::vector<Use> m_uses;
    std::vector<quint32> m_due;   ///< runs that have a result to give at the end of the batch
    DeviceId m_device {};
    QStringList m_keys;           ///< of the metrics that are announced
    quint64 m_late = 0;
};

} // namespace muster
