#pragma once

#include "core/exporting.h"
#include "core/result.h"

#include <QObject>

namespace muster {

/// What a person may have done with the recorded past beyond looking at it. Orders go out, how they fare comes back on a later turn of the event
/// loop. Main thread. app/ connects it to the store; a test answers by itself.
class Archive : public QObject
{
    Q_OBJECT

public:
    explicit Archive(QObject *parent = nullptr);
    ~Archive() override;

    // Orders: each gets a number, any count of progressed() and exactly one finished().
    quint64 exportData(const ExportRequest &request);
    /// What finished() tells then is an Error with the code Cancelled, unless it was done already.
    void cancel(quint64 job);

public Q_SLOTS: // answers
    void setProgress(quint64 job, qint64 done, double part);
    void finish(quint64 job, const muster::Result<qint64> &result);

Q_SIGNALS:
    void exportAsked(quint64 job, const muster::ExportRequest &request);
    void cancelAsked(quint64 job);
    /// `done`: rows, samples or bytes; `part`: of the whole, from 0 to 1.
    void progressed(quint64 job, qint64 done, double part);
    void finished(quint64 job, const muster::Result<qint64> &result);

private:
    quint64 m_lastJob = 0;
};

} // namespace muster
