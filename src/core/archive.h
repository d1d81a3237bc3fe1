#pragma once

#include "core/exporting.h"
#include "core/importing.h"
#include "core/recording.h"
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
    quint64 exportData(const ExportRequest &request);  ///< finishes with the number of rows
    quint64 importTable(const ImportRequest &request); ///< finishes with the number of samples
    quint64 backUp(const QString &path);               ///< finishes with the size of the file
    /// Makes everything ready to be as in the backup at the next start; finishes with the bytes that were put in place.
    quint64 restore(const QString &path);
    quint64 compact();                                 ///< finishes with the bytes that were given back
    /// What finished() tells then is an Error with the code Cancelled, unless it was done already.
    void cancel(quint64 job);

    // Questions
    void askStatistics() { Q_EMIT statisticsAsked(); }
    /// About how many samples there are in [from, to); answered by countArrived() with this number.
    quint64 askCount(const QList<MetricId> &metrics, Micros from, Micros to);

    /// What is recorded and how long it is kept.
    [[nodiscard]] const RecordingRules &rules() const { return m_rules; }
    void setRules(const RecordingRules &rules);

public Q_SLOTS: // answers
    void setProgress(quint64 job, qint64 done, double part);
    void setSkipped(quint64 job, qint64 samples);
    void finish(quint64 job, const muster::Result<qint64> &result);
    void setStatistics(const muster::HistoryStatistics &statistics);
    void setCount(quint64 question, qint64 samples);

Q_SIGNALS:
    void exportAsked(quint64 job, const muster::ExportRequest &request);
    void importAsked(quint64 job, const muster::ImportRequest &request);
    void backupAsked(quint64 job, const QString &path);
    void restoreAsked(quint64 job, const QString &path);
    void compactAsked(quint64 job);
    void cancelAsked(quint64 job);
    void statisticsAsked();
    void countAsked(quint64 question, const QList<muster::MetricId> &metrics, muster::Micros from, muster::Micros to);
    void rulesChanged(const muster::RecordingRules &rules);

    /// `done`: rows, samples or bytes; `part`: of the whole, from 0 to 1.
    void progressed(quint64 job, qint64 done, double part);
    /// Of an import, before finished(): how many samples were there already, and were not recorded again.
    void skipped(quint64 job, qint64 samples);
    void finished(quint64 job, const muster::Result<qint64> &result);
    void statisticsArrived(const muster::HistoryStatistics &statistics);
    void countArrived(quint64 question, qint64 samples);

private:
    quint64 m_lastJob = 0;
    RecordingRules m_rules;
};

} // namespace muster
