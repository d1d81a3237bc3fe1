#include "store/exchange/tracereader.h"

#include "store/history/history.h"

#include <algorithm>

namespace muster {

namespace {

constexpr Micros farPast = -(1LL << 59); // beyond what a history takes in; no difference of two such times overflows
constexpr Micros farFuture = 1LL << 59;

} // namespace

TraceReader::TraceReader(History *history, const ExportRequest &request, const ExportTrace &trace, qsizetype stretch)
    : m_history(history)
    , m_trace(trace)
    , m_stretch(stretch)
    , m_from(std::clamp(request.from, farPast, farFuture))
    , m_next(m_from)
    , m_recordedEnd(std::clamp(request.to, farPast, farFuture))
    , m_end(m_recordedEnd)
{
    if (!trace.times.empty())
        m_recordedEnd = std::min(m_recordedEnd, trace.times.front());
    if (!history || !trace.metric.isValid())
        m_next = m_recordedEnd;
    const auto begin = trace.times.begin();
    m_live = size_t(std::lower_bound(begin, trace.times.end(), m_from) - begin);
}

Result<bool> TraceReader::load()
{
    while (m_taken >= m_samples.size()) {
        m_samples.clear();
        m_texts.clear();
        m_taken = 0;
        if (m_next < m_recordedEnd) {
            if (auto loaded = loadRecorded(); !loaded)
                return tl::unexpected(loaded.error());
        } else if (m_live < m_trace.times.size() && m_trace.times[m_live] < m_end) {
            loadLive();
        } else {
            return false;
        }
    }
    return true;
}

Result<void> TraceReader::loadRecorded()
{
    auto range = m_history->read(m_trace.metric, m_next, m_recordedEnd, m_stretch);
    if (!range)
        return tl::unexpected(range.error());
    m_samples = std::move(range->samples);
    m_texts = std::move(range->texts);
    m_next = range->complete ? m_recordedEnd : std::max(range->next, m_next + 1);
    return {};
}

void TraceReader::loadLive()
{
    const size_t last = std::min(m_trace.times.size(), m_live + size_t(m_stretch));
    m_samples.reserve(qsizetype(last - m_live));
    for (; m_live < last && m_trace.times[m_live] < m_end; ++m_live)
        m_samples.append({m_trace.times[m_live], m_trace.values[m_live], m_trace.metric, 0, 0});
}

double TraceReader::part() const
{
    const Micros reached = m_samples.isEmpty() ? m_next : m_samples.at(std::min(m_taken, m_samples.size() - 1)).time;
    const double whole = double(m_end) - double(m_from);
    return whole > 0 ? std::clamp((double(reached) - double(m_from)) / whole, 0.0, 1.0) : 1.0;
}

} // namespace muster
