#pragma once

#include "core/past.h"

#include <QHash>
#include <QTimer>

#include <algorithm>

namespace muster {

/// A recorded past for tests: remembers everything it is given and answers questions from it, on a later turn of the event loop or when told to.
class RecordedPast : public QObject
{
public:
    explicit RecordedPast(Past &past)
        : m_past(past)
    {
        connect(&past, &Past::envelopeAsked, this, [this](const EnvelopeQuery &query) {
            envelopes.append(query);
            if (!holdsBack)
                QTimer::singleShot(0, this, &RecordedPast::answer);
        });
        connect(&past, &Past::samplesAsked, this, [this](const SamplesQuery &query) {
            samples.append(query);
            if (!holdsBack)
                QTimer::singleShot(0, this, &RecordedPast::answer);
        });
        connect(&past, &Past::momentAsked, this, [this](const MomentQuery &query) {
            moments.append(query);
            if (!holdsBack)
                QTimer::singleShot(0, this, &RecordedPast::answer);
        });
        past.setRecording(true);
    }

    void record(MetricId metric, Micros time, double value) { series(metric).append(time, value); }
    void record(MetricId metric, Micros time, const QString &text) { m_texts[metric].append({time, text}); }

    Series &series(MetricId metric)
    {
        Series &series = m_series[metric];
        series.setLimit(Series::maximumLimit);
        return series;
    }

    /// Everything that was asked.
    void answer()
    {
        for (; m_answeredEnvelopes < envelopes.size(); ++m_answeredEnvelopes) {
            const EnvelopeQuery query = envelopes.at(m_answeredEnvelopes);
            m_past.answerEnvelope(query.id, query.metric, series(query.metric).envelope(query.from, query.to, query.pixels));
        }
        for (; m_answeredSamples < samples.size(); ++m_answeredSamples) {
            const SamplesQuery query = samples.at(m_answeredSamples);
            m_past.answerSamples(query.id, query.metric, told(query));
        }
        for (; m_answeredMoments < moments.size(); ++m_answeredMoments)
            m_past.answerMoment(moments.at(m_answeredMoments).id, told(moments.at(m_answeredMoments)));
    }

    QList<EnvelopeQuery> envelopes {}; ///< asked so far
    QList<SamplesQuery> samples {};
    QList<MomentQuery> moments {};
    qsizetype mostInMoment = 1 << 20;  ///< samples of each metric: the last ones
    bool holdsBack = false;            ///< answers only when answer() is called

private:
    struct Said
    {
        Micros time = 0;
        QString text {};
    };

    RecordedSamples told(const SamplesQuery &query)
    {
        RecordedSamples result;
        result.next = query.to;
        const Series &numbers = series(query.metric);
        for (qsizetype i = numbers.lowerBound(query.from); i < numbers.size() && numbers.timeAt(i) < query.to; ++i) {
            if (result.samples.size() >= query.limit && numbers.timeAt(i) != numbers.timeAt(i - 1)) {
                result.complete = false;
                result.next = numbers.timeAt(i);
                break;
            }
            result.samples.append({numbers.timeAt(i), numbers.valueAt(i), query.metric, 0, 0});
        }
        for (const Said &said : m_texts.value(query.metric)) {
            if (said.time < query.from || said.time >= query.to)
                continue;
            if (result.samples.size() >= query.limit) {
                result.complete = false;
                result.next = said.time;
                break;
            }
            result.samples.append({said.time, double(result.texts.size()), query.metric, Sample::Text, 0});
            result.texts.append(said.text);
        }
        return result;
    }

    /// Numbers only.
    RecordedSamples told(const MomentQuery &query)
    {
        RecordedSamples result;
        for (const MetricId metric : query.metrics) {
            const Series &numbers = series(metric);
            const qsizetype end = numbers.lowerBound(query.to);
            const qsizetype begin = numbers.lowerBound(query.from);
            for (qsizetype i = std::max(query.before ? std::max<qsizetype>(0, begin - 1) : begin, end - mostInMoment); i < end; ++i)
                result.samples.append({numbers.timeAt(i), numbers.valueAt(i), metric, 0, 0});
        }
        std::stable_sort(result.samples.begin(), result.samples.end(), [](const Sample &a, const Sample &b) { return a.time < b.time; });
        return result;
    }

    Past &m_past;
    QHash<MetricId, Series> m_series;
    QHash<MetricId, QList<Said>> m_texts;
    qsizetype m_answeredEnvelopes = 0;
    qsizetype m_answeredSamples = 0;
    qsizetype m_answeredMoments = 0;
};

} // namespace muster
