#pragma once

#include "core/exporting.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace muster {

class History;

/// Writes samples to a file: of the recorded past, of the live memory, or of both, one after the other. Lives on the thread of the history and
/// works in slices of its event loop, so that recording goes on. The file is there whole or not at all.
class DataExport : public QObject
{
    Q_OBJECT

public:
    static constexpr int sliceMs = 10;

    /// `history` may be null: then only what the request brings along is written.
    explicit DataExport(History *history, QObject *parent = nullptr);
    ~DataExport() override;

public Q_SLOTS:
    /// Answers with one finished(). A second start while one is under way is refused by finished() with that job's number.
    void start(quint64 job, const muster::ExportRequest &request);
    void cancel(quint64 job);

Q_SIGNALS:
    void progressed(quint64 job, qint64 rows, double part);
    /// The number of rows written below the header.
    void finished(quint64 job, const muster::Result<qint64> &rows);

private:
    struct Job;
    void slice();
    void end(const Result<qint64> &result);

    History *m_history;
    std::unique_ptr<Job> m_job;
    QTimer m_next;
};

} // namespace muster
