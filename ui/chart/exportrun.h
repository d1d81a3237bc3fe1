#pragma once

#include "core/result.h"
#include "store/chartexport.h"

#include <QObject>

class QThread;

namespace muster {

class ChartView;
class Fleet;

/// What a person chose in the export dialog.
struct ExportChoice
{
    enum class Format : quint8 { Csv, Png, Svg };
    Format format = Format::Csv;
    ExportRequest::Form form = ExportRequest::Form::Long;
    bool visibleOnly = true;   ///< the range shown; else everything remembered
    QString path {};
};

/// One export of one chart, without a dialog: takes a copy of the data, has it written on the given thread (null: this one), and answers
/// with one finished(). Main thread.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    explicit ExportRun(QThread *thread, QObject *parent = nullptr);
    ~ExportRun() override;

    void start(ChartView &chart, const Fleet &fleet, const ExportChoice &choice);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(qint64 rows, qint64 samplesDone, qint64 samplesInAll);
    /// Rows of a table; 0 for a picture.
    void finished(const muster::Result<qint64> &rows);

private:
    void end(const Result<qint64> &result);

    ChartExport *m_writer; ///< lives on m_thread; deleted there
    bool m_owned;          ///< it has no other thread to be deleted on
    bool m_running = false;
};

/// The samples of a chart's shown traces.
[[nodiscard]] ExportRequest requestFor(const ChartView &chart, const Fleet &fleet, const ExportChoice &choice);

} // namespace muster
