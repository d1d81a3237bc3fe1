#pragma once

#include "core/device.h"
#include "core/importing.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace muster {

class History;

/// Takes a table into the history, in slices of the event loop and with a bounded piece of the file in memory. It reads the file twice: first to
/// see whether it can be read to its end and what is in it, so that a file that is broken somewhere leaves nothing behind; then, once the
/// metrics have their ids, to record what is not there yet. Lives on the thread of the history.
class TableImport : public QObject
{
    Q_OBJECT

public:
    static constexpr int sliceMs = 10;

    explicit TableImport(History *history, QObject *parent = nullptr);
    ~TableImport() override;

public Q_SLOTS:
    /// Answers with metricsWanted() and then, after proceed(), with finished(); or with finished() alone.
    void start(quint64 job, const muster::ImportRequest &request);
    /// The ids of the metrics that were wanted, in that order; an invalid one: there is no room for that metric, and it is left out.
    void proceed(quint64 job, const QList<muster::MetricId> &metrics);
    void cancel(quint64 job);
    /// The metrics cannot be had.
    void abandon(quint64 job, const muster::Error &error);

Q_SIGNALS:
    void metricsWanted(quint64 job, const QList<muster::Metric> &metrics);
    void progressed(quint64 job, qint64 samples, double part);
    /// How many samples the history had already; before finished(), when there are any.
    void skipped(quint64 job, qint64 samples);
    /// The number of samples that were recorded.
    void finished(quint64 job, const muster::Result<qint64> &samples);

private:
    struct Job;
    void slice();
    void endOfPass();
    void end(const Result<qint64> &result);

    History *m_history;
    std::unique_ptr<Job> m_job;
    QTimer m_next;
};

} // namespace muster
