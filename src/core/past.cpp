#include "core/past.h"

namespace muster {

Past::Past(QObject *parent)
    : QObject(parent)
{
    qRegisterMetaType<EnvelopeQuery>();
    qRegisterMetaType<SamplesQuery>();
    qRegisterMetaType<MomentQuery>();
    qRegisterMetaType<RecordedSamples>();
}

Past::~Past() = default;

quint64 Past::askEnvelope(quint64 asker, MetricId metric, Micros from, Micros to, int pixels)
{
    const quint64 id = ++m_lastQuery;
    Q_EMIT envelopeAsked({id, asker, metric, from, to, pixels});
    return id;
}

quint64 Past::askSamples(MetricId metric, Micros from, Micros to, qsizetype limit)
{
    const quint64 id = ++m_lastQuery;
    Q_EMIT samplesAsked({id, metric, from, to, limit});
    return id;
}

quint64 Past::askMoment(const QList<MetricId> &metrics, Micros from, Micros to, bool before)
{
    const quint64 id = ++m_lastQuery;
    Q_EMIT momentAsked({id, metrics, from, to, before});
    return id;
}

void Past::answerMoment(quint64 query, const RecordedSamples &samples)
{
    Q_EMIT momentArrived(query, samples);
}

void Past::setRecording(bool recording)
{
    if (recording == m_recording)
        return;
    m_recording = recording;
    Q_EMIT recordingChanged(recording);
}

void Past::answerEnvelope(quint64 query, MetricId metric, const Envelope &envelope)
{
    Q_EMIT envelopeArrived(query, metric, envelope);
}

void Past::answerSamples(quint64 query, MetricId metric, const RecordedSamples &samples)
{
    Q_EMIT samplesArrived(query, metric, samples);
}

void Past::refuse(quint64 query, const Error &error)
{
    Q_EMIT refused(query, error);
}

} // namespace muster
