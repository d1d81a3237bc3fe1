#pragma once

#include "analysis/rollingband.h"
#include "analysis/statistics.h"
#include "ui/analysis/rangereader.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace muster {

/// What a stretch of time of one trace amounts to, and which values in it are unusual.
struct TraceAnalysis
{
    struct Mark
    {
        Micros time = 0;
        double value = 0;
    };
    static constexpr qsizetype mostMarks = 1'000;

    MetricId metric {};
    Statistics statistics {};
    Reservoir values {};
    QList<Mark> marks {};    ///< the newest ones, at most mostMarks
    qint64 marked = 0;       ///< all of them
    QString problem {};      ///< why something is missing, a sentence
};

/// Goes through the samples of several metrics in one stretch of time, one after the other, in slices of the event loop. Main thread.
class RangeAnalysis : public QObject
{
    Q_OBJECT

public:
    struct Subject
    {
        MetricId metric {};
        bool isState = false; ///< a value holds until the next one; it is never unusual

        friend bool operator==(const Subject &, const Subject &) = default;
    };
    RangeAnalysis(const Fleet &fleet, Past &past, QObject *parent = nullptr);
    ~RangeAnalysis() override;

    /// Begins anew; finished() follows. `k`: of the band (RollingBand).
    void start(const QList<Subject> &subjects, Micros from, Micros to, double k = RollingBand::defaultWidth);
    void stop();
    [[nodiscard]] bool isBusy() const { return m_current >= 0; }

    // As of the last one that was finished.
    [[nodiscard]] const std::vector<TraceAnalysis> &results() const { return m_results; }
    [[nodiscard]] const TraceAnalysis *find(MetricId metric) const;
    [[nodiscard]] Micros from() const { return m_doneFrom; }
    [[nodiscard]] Micros to() const { return m_doneTo; }
    [[nodiscard]] qint64 tookMs() const { return m_took; }

Q_SIGNALS:
    void finished();

private:
    void next();
    void takeSamples(const QList<Sample> &samples);
    void takeSummaries(const Envelope &columns);
    void prepare(const QList<Sample> &samples);
    void conclude(const QString &problem);

    RangeReader m_reader;
    QList<Subject> m_subjects;
    qsizetype m_current = -1;
    Micros m_from = 0;
    Micros m_to = 0;
    double m_k = RollingBand::defaultWidth;
    std::optional<StatisticsBuilder> m_builder;
    std::optional<RollingBand> m_band;
    std::vector<TraceAnalysis> m_made;
    std::vector<TraceAnalysis> m_results;
    Micros m_doneFrom = 0;
    Micros m_doneTo = 0;
    qint64 m_took = 0;
    QElapsedTimer m_clock;
};

} // namespace muster
