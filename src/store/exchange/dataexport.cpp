#include "store/exchange/dataexport.h"

#include "store/exchange/exportsink.h"
#include "store/exchange/tracereader.h"

#include <QElapsedTimer>

#include <algorithm>
#include <optional>
#include <queue>

namespace muster {

namespace {

constexpr qsizetype samplesInMemory = 1 << 20;  // of all metrics of a merged export
constexpr qsizetype mostAtOnce = 1 << 16;       // of one metric
constexpr size_t rowsBetweenLooks = 4'096;      // written before the clock is read again

/// The next sample of one metric in a merged export.
struct Head
{
    Micros time = 0;
    quint32 repeat = 0; ///< samples of this metric already taken that have the same time
    size_t trace = 0;

    friend bool operator>(const Head &a, const Head &b) { return std::tie(a.time, a.repeat, a.trace) > std::tie(b.time, b.repeat, b.trace); }
};

} // namespace

struct DataExport::Job
{
    Job(quint64 jobId, ExportRequest wanted)
        : id(jobId)
        , request(std::move(wanted))
        , merged(request.order == ExportRequest::Order::ByTime || request.form == ExportRequest::Form::Wide)
        , sink(makeSink(request))
    {}

    [[nodiscard]] Result<void> open(History *history);
    /// Writes some rows; false when there are no more.
    [[nodiscard]] Result<bool> step() { return merged ? stepMerged() : stepByMetric(); }
    [[nodiscard]] Result<bool> stepMerged();
    [[nodiscard]] Result<bool> stepByMetric();
    [[nodiscard]] double part() const;

    quint64 id;
    ExportRequest request;
    bool merged;
    std::unique_ptr<ExportSink> sink;
    History *source = nullptr;
    std::vector<TraceReader> readers {};  ///< merged: of every trace
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads {};
    std::optional<TraceReader> reader {}; ///< by metric: of the current trace
    size_t current = 0;
};

Result<void> DataExport::Job::open(History *history)
{
    source = history;
    if (merged && request.traces.size() > ExportRequest::mostMerged)
        return failure(Error::Code::TooLarge, tr("“%1” would merge %2 metrics; there is room for %3. Choose fewer, or one row for each value.")
                                                  .arg(request.path).arg(request.traces.size()).arg(ExportRequest::mostMerged));
    if (auto opened = sink->open(); !opened || !merged)
        return opened;
    const qsizetype stretch = std::min(mostAtOnce, samplesInMemory / std::max<qsizetype>(1, qsizetype(request.traces.size())));
    for (size_t i = 0; i < request.traces.size(); ++i) {
        readers.emplace_back(history, request, request.traces[i], stretch);
        const auto more = readers.back().load();
        if (!more)
            return tl::unexpected(more.error());
        if (*more)
            heads.push({readers.back().samples().front().time, 0, i});
    }
    return {};
}

Result<bool> DataExport::Job::stepMerged()
{
    for (size_t row = 0; row < rowsBetweenLooks && !heads.empty(); ++row) {
        Head head = heads.top();
        heads.pop();
        TraceReader &from = readers[head.trace];
        if (auto written = sink->write(head.trace, from.samples().first(1), from.texts()); !written)
            return tl::unexpected(written.error());
        from.take(1);
        const auto more = from.load();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            continue;
        const Micros time = from.samples().front().time;
        heads.push({time, time == head.time ? head.repeat + 1 : 0, head.trace});
    }
    return !heads.empty();
}

Result<bool> DataExport::Job::stepByMetric()
{
    if (current >= request.traces.size())
        return false;
    if (!reader)
        reader.emplace(source, request, request.traces[current], mostAtOnce);
    const auto more = reader->load();
    if (!more)
        return tl::unexpected(more.error());
    if (!*more) {
        reader.reset();
        return ++current < request.traces.size();
    }
    const auto samples = reader->samples().first(std::min(rowsBetweenLooks, reader->samples().size()));
    if (auto written = sink->write(current, samples, reader->texts()); !written)
        return tl::unexpected(written.error());
    reader->take(qsizetype(samples.size()));
    return true;
}

double DataExport::Job::part() const
{
    if (merged) {
        double least = 1;
        for (const TraceReader &each : readers)
            least = std::min(least, each.part());
        return least;
    }
    return (double(current) + (reader ? reader->part() : 0)) / double(std::max<size_t>(1, request.traces.size()));
}

DataExport::DataExport(History *history, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_next(this)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &DataExport::slice);
}

DataExport::~DataExport() = default;

void DataExport::start(quint64 job, const ExportRequest &request)
{
    if (m_job) {
        Q_EMIT finished(job, failure(Error::Code::Refused, tr("Another export is still being written.")));
        return;
    }
    m_job = std::make_unique<Job>(job, request);
    if (auto opened = m_job->open(m_history); !opened)
        end(tl::unexpected(opened.error()));
    else
        m_next.start();
}

void DataExport::cancel(quint64 job)
{
    if (m_job && m_job->id == job)
        end(failure(Error::Code::Cancelled, tr("The export was cancelled; nothing was written.")));
}

void DataExport::slice()
{
    QElapsedTimer clock;
    clock.start();
    Result<bool> more = true;
    while (more && *more && clock.elapsed() < sliceMs)
        more = m_job->step();
    if (!more) {
        end(tl::unexpected(more.error()));
        return;
    }
    if (*more) {
        Q_EMIT progressed(m_job->id, m_job->sink->rows(), m_job->part());
        return;
    }
    if (auto done = m_job->sink->finish(); !done)
        end(tl::unexpected(done.error()));
    else
        end(m_job->sink->rows());
}

void DataExport::end(const Result<qint64> &result)
{
    m_next.stop();
    const quint64 job = m_job->id;
    m_job.reset(); // removes what was written unless it was finished
    Q_EMIT finished(job, result);
}

} // namespace muster
