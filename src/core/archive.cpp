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

quint64 Archive::importTable(const ImportRequest &request)
{
    Q_EMIT importAsked(++m_lastJob, request);
    return m_lastJob;
}

quint64 Archive::backUp(const QString &path)
{
    Q_EMIT backupAsked(++m_lastJob, path);
    return m_lastJob;
}

quint64 Archive::restore(const QString &path)
{
    Q_EMIT restoreAsked(++m_lastJob, path);
    return m_lastJob;
}

quint64 Archive::compact()
{
    Q_EMIT compactAsked(++m_lastJob);
    return m_lastJob;
}

void Archive::cancel(quint64 job)
{
    Q_EMIT cancelAsked(job);
}

quint64 Archive::askCount(const QList<MetricId> &metrics, Micros from, Micros to)
{
    Q_EMIT countAsked(++m_lastJob, metrics, from, to);
    return m_lastJob;
}

void Archive::setRules(const RecordingRules &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    Q_EMIT rulesChanged(rules);
}

void Archive::setProgress(quint64 job, qint64 done, double part)
{
    Q_EMIT progressed(job, done, part);
}

void Archive::setSkipped(quint64 job, qint64 samples)
{
    Q_EMIT skipped(job, samples);
}

void Archive::finish(quint64 job, const Result<qint64> &result)
{
    Q_EMIT finished(job, result);
}

void Archive::setStatistics(const HistoryStatistics &statistics)
{
    Q_EMIT statisticsArrived(statistics);
}

void Archive::setCount(quint64 question, qint64 samples)
{
    Q_EMIT countArrived(question, samples);
}

} // namespace muster
