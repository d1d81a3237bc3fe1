#include "store/history/history.h"

#include <algorithm>

namespace muster {

namespace {

constexpr qsizetype maxQueries = 256;

} // namespace

Error History::noHistory()
{
    return {Error::Code::NotFound, tr("No history is open.")};
}

Result<Envelope> History::envelope(MetricId metric, Micros from, Micros to, int pixels)
{
    if (!m_store)
        return tl::unexpected(noHistory());
    auto result = m_reader->envelope(metric, from, to, pixels);
    tellProblems();
    return result;
}

Result<RecordedSamples> History::read(MetricId metric, Micros from, Micros to, qsizetype limit)
{
    if (!m_store)
        return tl::unexpected(noHistory());
    auto result = m_reader->range(metric, from, to, limit);
    tellProblems();
    return result;
}

Result<HistoryCheck> History::check()
{
    if (!m_store)
        return tl::unexpected(noHistory());
    auto result = m_reader->check();
    tellProblems();
    return result;
}

void History::askEnvelope(const EnvelopeQuery &query)
{
    // Questions queue up while a flush runs; a chart that is being dragged only wants its last one answered.
    m_envelopeQueries.removeIf([&](const EnvelopeQuery &waiting) { return waiting.asker == query.asker && waiting.metric == query.metric; });
    queue(m_envelopeQueries, query);
}

Result<RecordedSamples> History::moment(const MomentQuery &query)
{
    if (!m_store)
        return tl::unexpected(noHistory());
    auto result = m_reader->moment(query, maxAnswer);
    tellProblems();
    return result;
}

void History::askSamples(const SamplesQuery &query)
{
    queue(m_samplesQueries, query);
}

void History::askMoment(const MomentQuery &query)
{
    queue(m_momentQueries, query);
}

template <class Query>
void History::queue(QList<Query> &queries, const Query &query)
{
    if (!m_store)
        return Q_EMIT refused(query.id, noHistory());
    if (queries.size() >= maxQueries)
        return Q_EMIT refused(query.id, {Error::Code::TooLarge, History::tr("The history has too many questions to answer. Ask again later.")});
    queries.append(query);
    if (!m_answerTimer.isActive())
        m_answerTimer.start(0);
}

void History::answer()
{
    // One at a time, so that recording goes on in between; pictures first, because somebody looks at them.
    if (!m_envelopeQueries.isEmpty()) {
        const EnvelopeQuery query = m_envelopeQueries.takeFirst();
        if (const auto result = envelope(query.metric, query.from, query.to, query.pixels))
            Q_EMIT envelopeReady(query.id, query.metric, *result);
        else
            Q_EMIT refused(query.id, result.error());
    } else if (!m_samplesQueries.isEmpty()) {
        const SamplesQuery query = m_samplesQueries.takeFirst();
        if (const auto result = read(query.metric, query.from, query.to, std::min(query.limit, maxAnswer)))
            Q_EMIT samplesReady(query.id, query.metric, *result);
        else
            Q_EMIT refused(query.id, result.error());
    } else if (!m_momentQueries.isEmpty()) {
        const MomentQuery query = m_momentQueries.takeFirst();
        if (const auto result = moment(query))
            Q_EMIT momentReady(query.id, *result);
        else
            Q_EMIT refused(query.id, result.error());
    }
    if (!m_envelopeQueries.isEmpty() || !m_samplesQueries.isEmpty() || !m_momentQueries.isEmpty())
        m_answerTimer.start(0);
}

} // namespace muster
