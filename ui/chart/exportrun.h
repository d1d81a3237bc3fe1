#pragma once

#include "core/exporting.h"
#include "core/result.h"

#include <QObject>

namespace muster {

class Archive;
class ChartView;
class Fleet;

/// What a person chose in the export dialog.
struct ExportChoice
{
    enum class Format : quint8 { Csv, Png, Svg };
    Format format = Format::Csv;
    ExportRequest::Form form = ExportRequest::Form::Long;
    bool visibleOnly = true;   ///< the range shown; else everything recorded and remembered
    QString path {};
};

/// One export of one chart, without a dialog: takes a copy of what the live memory holds, has it written after what is recorded before that, and
/// answers with one finished(). Main thread.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    /// Without an archive there are pictures only.
    explicit ExportRun(Archive *archive, QObject *parent = nullptr);
    ~ExportRun() override; ///< cancels

    void start(ChartView &chart, const Fleet &fleet, const ExportChoice &choice);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(double part);
    /// Rows of a table; 0 for a picture.
    void finished(const muster::Result<qint64> &rows);

private:
    void end(const Result<qint64> &result);

    Archive *m_archive;
    quint64 m_job = 0;
    bool m_running = false;
};

/// The samples of a chart's shown traces.
[[nodiscard]] ExportRequest requestFor(const ChartView &chart, const Fleet &fleet, const ExportChoice &choice);

} // namespace muster
