#pragma once

#include "core/result.h"
#include "core/series.h"

#include <QObject>

namespace muster {

/// A question for at most two points a pixel. `id` is the question's own; a newer question of the same `asker` replaces one that is still waiting.
struct EnvelopeQuery
{
    quint64 id = 0;
    quint64 asker = 0;
    MetricId metric {};
    Micros from = 0;
    Micros to = 0;
    int pixels = 0;
};

/// A question for samples as they are, in [from, to), about `limit` of them.
struct SamplesQuery
{
    quint64 id = 0;
    MetricId metric {};
    Micros from = 0;
    Micros to = 0;
    qsizetype limit = 0;
};

/// A question for the samples of many metrics in [from, to), and for the last one of each before that when `before` is set.
struct MomentQuery
{
    quint64 id = 0;
    QList<MetricId> metrics {};
    Micros from = 0;
    Micros to = 0;
    bool before = false;
};

/// Samples of a stretch of time, in time order. The value of one with Sample::Text is an index into texts.
struct RecordedSamples
{
    QList<Sample> samples {};
    QStringList texts {};
    Micros next = 0;      ///< where to go on reading, when not complete
    bool complete = true; ///< there is no more up to the end that was asked for
};

/// The recorded past, as the window sees it: questions go out, answers come back on a later turn of the event loop, in any order. Main thread.
/// app/ connects it to the history store; a test answers by itself. With nothing behind it questions stay unanswered and isRecording() is false.
class Past : public QObject
{
    Q_OBJECT

public:
    explicit Past(QObject *parent = nullptr);
    ~Past() override;

    /// A number for each who asks, so that questions which are outrun by newer ones need not be answered.
    [[nodiscard]] quint64 newAsker() { return ++m_lastAsker; }
    quint64 askEnvelope(quint64 asker, MetricId metric, Micros from, Micros to, int pixels);
    quint64 askSamples(MetricId metric, Micros from, Micros to, qsizetype limit);
    quint64 askMoment(const QList<MetricId> &metrics, Micros from, Micros to, bool before);

    [[nodiscard]] bool isRecording() const { return m_recording; }

public Q_SLOTS: // answers
    void setRecording(bool recording);
    void answerEnvelope(quint64 query, muster::MetricId metric, const muster::Envelope &envelope);
    void answerSamples(quint64 query, muster::MetricId metric, const muster::RecordedSamples &samples);
    void answerMoment(quint64 query, const muster::RecordedSamples &samples);
    void refuse(quint64 query, const muster::Error &error);

Q_SIGNALS:
    void envelopeAsked(const muster::EnvelopeQuery &query);
    void samplesAsked(const muster::SamplesQuery &query);
    void momentAsked(const muster::MomentQuery &query);
    void envelopeArrived(quint64 query, muster::MetricId metric, const muster::Envelope &envelope);
    void samplesArrived(quint64 query, muster::MetricId metric, const muster::RecordedSamples &samples);
    void momentArrived(quint64 query, const muster::RecordedSamples &samples);
    void refused(quint64 query, const muster::Error &error);
    void recordingChanged(bool recording);

private:
    quint64 m_lastAsker = 0;
    quint64 m_lastQuery = 0;
    bool m_recording = false;
};

} // namespace muster

Q_DECLARE_METATYPE(muster::EnvelopeQuery)
Q_DECLARE_METATYPE(muster::SamplesQuery)
Q_DECLARE_METATYPE(muster::MomentQuery)
Q_DECLARE_METATYPE(muster::RecordedSamples)
