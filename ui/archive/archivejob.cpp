#include "ui/archive/archivejob.h"

namespace muster {

ArchiveJob::ArchiveJob(Archive &archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
    connect(&archive, &Archive::progressed, this, [this](quint64 job, qint64 done, double part) {
        if (job == m_job)
            Q_EMIT progressed(done, part);
    });
    connect(&archive, &Archive::skipped, this, [this](quint64 job, qint64 samples) {
        if (job == m_job)
            Q_EMIT skipped(samples);
    });
    connect(&archive, &Archive::finished, this, [this](quint64 job, const Result<qint64> &result) {
        if (job != m_job)
            return;
        m_job = 0;
        Q_EMIT finished(result);
    });
}

ArchiveJob::~ArchiveJob()
{
    cancel();
}

void ArchiveJob::follow(quint64 job)
{
    m_job = job;
}

void ArchiveJob::cancel()
{
    if (m_job != 0)
        m_archive.cancel(m_job);
}

} // namespace muster
