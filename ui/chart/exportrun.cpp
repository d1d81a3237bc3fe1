#include "ui/chart/exportrun.h"

#include "core/fleet.h"
#include "ui/chart/chartview.h"
#include "ui/chart/picture.h"

#include <QThread>

#include <limits>

namespace muster {

ExportRequest requestFor(const ChartView &chart, const Fleet &fleet, const ExportChoice &choice)
{
    ExportRequest request {choice.path, choice.form, {}};
    Micros from = 0;
    // What came after a pause is not on the chart, so it is not in its export either.
    Micros to = chart.time().isPaused() ? chart.time().pausedAt() : std::numeric_limits<Micros>::max();
    if (choice.visibleOnly) {
        from = chart.shownRange().from;
        to = std::min(to, chart.shownRange().to - 1);
    }
    for (const Trace &trace : chart.traces().all()) {
        const MetricState *state = fleet.metric(trace.metric);
        if (trace.shown && state)
            request.traces.push_back(copyTrace(state->series, state->info, trace.name(), from, to));
    }
    return request;
}

ExportRun::ExportRun(QThread *thread, QObject *parent)
    : QObject(parent)
    , m_writer(new ChartExport)
    , m_owned(thread == nullptr)
{
    if (m_owned) {
        m_writer->setParent(this);
    } else {
        m_writer->moveToThread(thread);
        connect(thread, &QThread::finished, m_writer, &QObject::deleteLater);
        connect(this, &QObject::destroyed, m_writer, &QObject::deleteLater);
    }
    connect(m_writer, &ChartExport::progressed, this, &ExportRun::progressed);
    connect(m_writer, &ChartExport::finished, this, &ExportRun::end);
}

ExportRun::~ExportRun() = default;

void ExportRun::start(ChartView &chart, const Fleet &fleet, const ExportChoice &choice)
{
    if (m_running) {
        Q_EMIT finished(failure(Error::Code::Refused, tr("Another export is still being written.")));
        return;
    }
    m_running = true;
    if (choice.format == ExportChoice::Format::Csv) {
        QMetaObject::invokeMethod(m_writer, [writer = m_writer, request = requestFor(chart, fleet, choice)] { writer->start(request); });
        return;
    }
    const Result<void> written
        = choice.format == ExportChoice::Format::Png ? picture::writePng(chart, choice.path) : picture::write(choice.path, picture::svg(chart));
    end(written ? Result<qint64>(0) : Result<qint64>(tl::unexpected(written.error())));
}

void ExportRun::cancel()
{
    QMetaObject::invokeMethod(m_writer, &ChartExport::cancel, Qt::QueuedConnection);
}

void ExportRun::end(const Result<qint64> &result)
{
    m_running = false;
    Q_EMIT finished(result);
}

} // namespace muster
