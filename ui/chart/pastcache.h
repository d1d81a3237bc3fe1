#pragma once

#include "core/past.h"
#include "ui/chart/seam.h"

#include <QElapsedTimer>

#include <vector>

namespace muster {

/// What the recorded past adds to the traces of one chart. Asks when what is shown is not known, or soon will not be: one question per trace
/// at a time, with a margin to either side. Until the answer is there the latest one is drawn, put into the columns of now, so that nothing
/// flickers. Keeps two answers a trace, of at most `mostColumns` each. Main thread.
class PastCache : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostColumns = 8'192;

    explicit PastCache(Past &past, QObject *parent = nullptr);

    /// Which traces there are; what is known of those that stay is kept.
    void setMetrics(const QList<MetricId> &metrics);

    /// The whole envelope of a trace: `live` (of `series`) and what is older.
    [[nodiscard]] Envelope envelope(MetricId metric, const Series &series, const Envelope &live, const seam::Grid &grid);
    /// The oldest recorded sample's time as far as is known; 0: none, or not known yet.
    [[nodiscard]] Micros oldest(MetricId metric);
    /// Forgets what it was told: what is recorded became another thing.
    void clear();

Q_SIGNALS:
    void arrived(); ///< an answer: there may be something new to draw

private:
    struct Question
    {
        quint64 id = 0;         ///< 0: none is waiting
        qint64 notBefore = 0;   ///< m_clock's ms: then it is asked anew though no answer came
        int tries = 0;
    };
    struct Trace
    {
        MetricId metric {};
        quint64 asker = 0;
        Question question {};
        seam::Told asked {};    ///< without envelope: what the question was about
        seam::Told told {};     ///< columns 0: nothing yet
        seam::Told wider {};    ///< an earlier answer that reaches further
        Micros liveFrom = 0;    ///< live memory's beginning when `told` was asked for
        Micros askedLiveFrom = 0;
        quint64 oldestAsker = 0;
        Question oldestQuestion {};
        qint64 oldestKnown = -1;///< m_clock's ms; -1: never
        Micros oldest = 0;
    };
    [[nodiscard]] Trace *find(MetricId metric);
    [[nodiscard]] static int margin(const seam::Grid &grid); ///< columns asked for beyond what is shown, to either side
    [[nodiscard]] static bool covers(const seam::Told &told, Micros from, Micros to);
    [[nodiscard]] static bool knows(const Trace &trace, const Series &series, const seam::Grid &grid);
    void ask(Trace &trace, const Series &series, const seam::Grid &grid);
    [[nodiscard]] bool mayAsk(const Question &question) const;
    void note(Question &question, quint64 id) const;
    void takeIn(quint64 query, MetricId metric, const Envelope &envelope);
    void refused(quint64 query);

    Past &m_past;
    std::vector<Trace> m_traces;
    QElapsedTimer m_clock;
};

} // namespace muster
