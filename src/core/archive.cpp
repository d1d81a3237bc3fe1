#include "core/archive.h"

namespace muster {

Archive::Archive(QObject *parent)
    : QObject(parent)
{}

Archive::~Archive() = default;

quint64 Archive::exportData(const ExportRequest &request)
{
    Q_EMIT exportAsked(++m_lastJob, request);
    return m_lastJob;
}

void Archive::cancel(quint64 job)
{
    Q_EMIT cancelAsked(job);
}

void Archive::setProgress(quint64 job, qint64 done, double part)
{
    Q_EMIT progressed(job, done, part);
}

void Archive::finish(quint64 job, const Result<qint64> &result)
{
    Q_EMIT finished(job, result);
}

} // namespace muster
