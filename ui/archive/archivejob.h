#pragma once

#include "core/archive.h"

namespace muster {

/// One order to the archive at a time, seen from who gave it. Cancels what is under way when it goes. Main thread.
class ArchiveJob : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveJob(Archive &archive, QObject *parent = nullptr);
    ~ArchiveJob() override;

    /// What an order of Archive returned.
    void follow(quint64 job);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_job != 0; }

Q_SIGNALS:
    void progressed(qint64 done, double part);
    void skipped(qint64 samples); ///< before finished()
    void finished(const muster::Result<qint64> &result);

private:
    Archive &m_archive;
    quint64 m_job = 0;
};

} // namespace muster
