#pragma once

#include "core/past.h"

#include <QTimer>

namespace muster {

class Fleet;

/// Reads what one metric was worth in a stretch of time: what live memory holds from there, what is older from the recorded past, in pages and a
/// slice per turn of the event loop, so that the window never waits. A past of more than `most` samples is read as summaries instead. Main thread.
class RangeReader : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype page = 50'000;      ///< samples per slice
    static constexpr qint64 most = 400'000;        ///< samples read from the past one by one
    static constexpr int columns = 2'000;          ///< summaries in the place of more
    static constexpr int patienceMs = 5'000;       ///< for one answer; then what is known is all there is

    RangeReader(const Fleet &fleet, Past &past, QObject *parent = nullptr);

    /// Begins anew. [from, to).
    void read(MetricId metric, Micros from, Micros to);
    void stop();
    [[nodiscard]] bool isReading() const { return m_stage != Stage::Idle; }

Q_SIGNALS:
    /// In order of time, those of the past first; a text's value means nothing.
    void samplesRead(const QList<muster::Sample> &samples);
    void summariesRead(const muster::Envelope &columns);
    /// `problem`: a sentence why something is missing; empty: that was all.
    void finished(const QString &problem);

private:
    enum class Stage : quint8 { Idle, Counting, Summaries, Pages, Live };

    void takeEnvelope(quint64 query, const Envelope &envelope);
    void takeSamples(quint64 query, const RecordedSamples &samples);
    void refused(quint64 query, const QString &problem);
    void ask(Stage stage);
    void step();
    void readLive();
    void finish();

    const Fleet &m_fleet;
    Past &m_past;
    quint64 m_asker;
    quint64 m_query = 0;      ///< 0: no answer is awaited
    Stage m_stage = Stage::Idle;
    MetricId m_metric {};
    Micros m_from = 0;        ///< what comes next
    Micros m_to = 0;
    Micros m_seam = 0;        ///< where live memory takes over
    QString m_problem {};
    QTimer m_turn;
    QTimer m_patience;
};

} // namespace muster
