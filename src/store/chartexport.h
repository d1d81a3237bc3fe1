#pragma once

#include "core/device.h"
#include "core/result.h"
#include "core/series.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace muster {

/// The samples of one trace as they were when the export was asked for: a copy, so that the series may go on.
struct ExportTrace
{
    QString name {};          ///< "Pump 3 · pressure"
    QString unit {};
    MetricType type = MetricType::Number;
    QStringList options {};   ///< Enumeration: texts by index
    std::vector<Micros> times {};
    std::vector<double> values {};
};

/// Copies the samples of a series within [from, to].
[[nodiscard]] ExportTrace copyTrace(const Series &series, const Metric &metric, const QString &name, Micros from, Micros to);

struct ExportRequest
{
    enum class Form : quint8 {
        Long, ///< time, seconds, name, unit, value: a row for each sample
        Wide, ///< time, seconds, and a column for each trace; a row for each time at which any of them has a sample
    };
    QString path {};
    Form form = Form::Long;
    std::vector<ExportTrace> traces {};
};

/// Writes traces as CSV (RFC 4180: UTF-8, CRLF) in slices of its thread's event loop, so it may live in any thread; atomically: the file
/// is there whole or not at all. Times are local ISO 8601 with milliseconds and offset, and seconds since the first sample to the
/// microsecond. Numbers are the shortest text that reads back as the same double; NaN is empty.
class ChartExport : public QObject
{
    Q_OBJECT

public:
    static constexpr int sliceMs = 10;

    explicit ChartExport(QObject *parent = nullptr);
    ~ChartExport() override;

public Q_SLOTS:
    /// Answers with one finished(). A second start while one is under way is refused with an Error by finished().
    void start(const muster::ExportRequest &request);
    void cancel();

Q_SIGNALS:
    void progressed(qint64 rows, qint64 samplesDone, qint64 samplesInAll);
    /// The number of rows written below the header.
    void finished(const muster::Result<qint64> &rows);

private:
    void slice();
    bool writeRow();
    bool writeLongRow();
    bool writeWideRow();
    void writeTime(Micros time);
    void flush();
    void finish();
    void end(const Result<qint64> &result);

    struct Job;
    std::unique_ptr<Job> m_job;
    std::optional<QSaveFile> m_file;
    QByteArray m_buffer;
    QByteArray m_second;    ///< "2026-11-22T12:04:31" of m_secondOf
    QByteArray m_offset;    ///< "+01:00" of the same
    qint64 m_secondOf = std::numeric_limits<qint64>::min();
    QTimer m_next;
};

/// How exports write their parts; pure.
namespace csv {

/// A text as one field: quoted when it has to be, and made harmless where a spreadsheet would take it for a formula
/// (it starts with = + - @, a tab or a line break and is no number): an apostrophe goes before it.
[[nodiscard]] QByteArray text(const QString &text);
/// A number as one field: the shortest form that reads back the same; empty for NaN.
[[nodiscard]] QByteArray number(double value);
/// A sample's value: 0 or 1, an option's text, or a number.
[[nodiscard]] QByteArray value(const ExportTrace &trace, double value);

} // namespace csv

} // namespace muster

Q_DECLARE_METATYPE(muster::ExportRequest)
