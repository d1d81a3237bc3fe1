#include "ui/chart/exportrun.h"

#include "core/archive.h"
#include "core/fleet.h"
#include "ui/chart/chartview.h"
#include "ui/chart/picture.h"

#include <limits>

namespace muster {

ExportRequest requestFor(const ChartView &chart, const Fleet &fleet, const ExportChoice &choice)
{
    ExportRequest request;
    request.path = choice.path;
    request.form = choice.form;
    request.from = 0;
    // What came after a pause is not on the chart, so it is not in its export either.
    Micros last = chart.time().isPaused() ? chart.time().pausedAt() : std::numeric_limits<Micros>::max() - 1;
    if (choice.visibleOnly) {
        request.from = chart.shownRange().from;
        last = std::min(last, chart.shownRange().to - 1);
    }
    request.to = last + 1;
    for (const Trace &trace : chart.traces().all()) {
        const MetricState *state = fleet.metric(trace.metric);
        if (trace.shown && state)
            request.traces.push_back(copyTrace(state->series, state->info, trace.name(), request.from, last));
    }
    return request;
}

ExportRun::ExportRun(Archive *archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
    if (!archive)
        return;
    connect(archive, &Archive::progressed, this, [this](quint64 job, qint64, double part) {
        if (m_running && job == m_job)
            Q_EMIT progressed(part);
    });
    connect(archive, &Archive::finished, this, [this](quint64 job, const Result<qint64> &rows) {
        if (m_running && job == m_job)
            end(rows);
    });
}

ExportRun::~ExportRun()
{
    cancel();
}

void ExportRun::start(ChartView &chart, const Fleet &fleet, const ExportChoice &choice)
{
    if (m_running) {
        Q_EMIT finished(failure(Error::Code::Refused, tr("Another export is still being written.")));
        return;
    }
    m_running = true;
    if (choice.format != ExportChoice::Format::Csv) {
        const Result<void> written
            = choice.format == ExportChoice::Format::Png ? picture::writePng(chart, choice.path) : picture::write(choice.path, picture::svg(chart));
        end(written ? Result<qint64>(0) : Result<qint64>(tl::unexpected(written.error())));
    } else if (m_archive) {
        m_job = m_archive->exportData(requestFor(chart, fleet, choice));
    } else {
        end(failure(Error::Code::Unsupported, tr("“%1” cannot be written: tables are not exported here. Choose a picture.").arg(choice.path)));
    }
}

void ExportRun::cancel()
{
    if (m_running && m_archive)
        m_archive->cancel(m_job);
}

void ExportRun::end(const Result<qint64> &result)
{
    m_running = false;
    Q_EMIT finished(result);
}

} // namespace muster
