#include "store/exchange/tableimport.h"

#include "store/exchange/alreadythere.h"
#include "store/history/history.h"
#include "tables/tableformat.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>

#include <optional>

namespace muster {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;

} // namespace

struct TableImport::Job
{
    Job(quint64 jobId, ImportRequest wanted)
        : id(jobId)
        , request(std::move(wanted))
        , file(request.path)
    {}

    [[nodiscard]] Result<void> begin();
    /// Reads and uses the next piece of the file; false at its end.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] Result<void> use(const QList<QStringList> &found);
    [[nodiscard]] Error faultError() const;
    [[nodiscard]] double part() const;

    quint64 id;
    ImportRequest request;
    QFile file;
    qint64 size = 0;
    bool recording = false;   ///< the second time
    std::optional<tables::CsvText> text {};
    std::optional<tables::TableRecords> records {};
    QList<tables::TableSeries> series {}; ///< as the first time found them
    QList<MetricId> metrics {};
    QList<tables::TableValue> values {};
    SampleBatch batch {};
    bool headerDue = false;
    qint64 rows = 0;
    qint64 unreadable = 0;    ///< rows whose time could not be read
    qint64 samples = 0;
    qint64 skipped = 0;       ///< the history has them already
};

Result<void> TableImport::Job::begin()
{
    if (request.format.timeColumn < 0)
        return failure(Error::Code::Invalid, tr("In “%1” no column tells the time. Choose one in the preview.").arg(request.path));
    if (!file.isOpen() && !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(Error::Code::Io, tr("“%1” cannot be read: %2. Check that the file exists and may be read.").arg(request.path, file.errorString()));
    if (!file.seek(0))
        return failure(Error::Code::Io, tr("“%1” cannot be read from its start. Copy it to a file on a disk first.").arg(request.path));
    size = file.size();
    text.emplace(request.format.encoding, request.format.separator);
    records.emplace(request.format);
    headerDue = request.format.header;
    rows = 0;
    unreadable = 0;
    return {};
}

Result<bool> TableImport::Job::step()
{
    const QByteArray piece = file.read(pieceBytes);
    if (piece.isEmpty() && file.error() != QFileDevice::NoError)
        return failure(Error::Code::Io, tr("“%1” cannot be read to its end: %2.").arg(request.path, file.errorString()));
    const bool good = piece.isEmpty() ? text->finish() : text->feed(piece);
    if (auto used = use(text->records()); !used)
        return tl::unexpected(used.error());
    if (!good)
        return tl::unexpected(faultError());
    return !piece.isEmpty();
}

Result<void> TableImport::Job::use(const QList<QStringList> &found)
{
    for (const QStringList &record : found) {
        if (std::exchange(headerDue, false))
            continue;
        ++rows;
        values.clear();
        unreadable += records->read(record, values) ? 0 : 1;
        if (records->tooManySeries())
            return failure(Error::Code::TooLarge, tr("“%1” holds more than %2 metrics. Split it, or choose fewer columns.").arg(request.path).arg(tables::TableRecords::mostSeries));
        if (!recording)
            continue;
        for (const tables::TableValue &value : std::as_const(values)) {
            if (value.series >= metrics.size() || !metrics.at(value.series).isValid())
                continue;
            const bool isText = series.at(value.series).isText();
            if (!isText && !value.number)
                continue;
            quint16 flags = Sample::DeviceTime;
            double number = value.number.value_or(0);
            if (isText) {
                flags |= Sample::Text;
                number = double(batch.texts.size());
                batch.texts.append(value.number ? QString::number(*value.number, 'g', QLocale::FloatingPointShortest) : value.text);
            }
            batch.samples.append({value.time, number, metrics.at(value.series), flags, 0});
        }
    }
    return {};
}

Error TableImport::Job::faultError() const
{
    const QString line = QString::number(text->line());
    switch (text->fault()) {
    case tables::Fault::LineTooLong:
        return {Error::Code::TooLarge, tr("In “%1” line %2 has more than a million characters, so this is no table. Check the file, or choose another separator.").arg(request.path, line)};
    case tables::Fault::TooManyFields:
        return {Error::Code::TooLarge, tr("In “%1” line %2 has more than %3 columns. Choose another separator, or split the table.").arg(request.path, line).arg(tables::CsvText::mostFields)};
    case tables::Fault::Binary:
        return {Error::Code::Corrupt, tr("“%1” is no text (line %2). Save it as CSV in the program it comes from.").arg(request.path, line)};
    case tables::Fault::OtherEncoding:
        return {Error::Code::Corrupt, tr("In “%1” line %2 has characters in another encoding than the lines before. Choose the encoding in the preview, or save the file anew as UTF-8.")
                                          .arg(request.path, line)};
    case tables::Fault::None: break;
    }
    return {};
}

double TableImport::Job::part() const
{
    const double read = size > 0 ? std::min(1.0, double(file.pos()) / double(size)) : 1;
    return recording ? 0.5 + read / 2 : read / 2;
}

TableImport::TableImport(History *history, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_next(this)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &TableImport::slice);
}

TableImport::~TableImport() = default;

void TableImport::start(quint64 job, const ImportRequest &request)
{
    if (m_job) {
        Q_EMIT finished(job, failure(Error::Code::Refused, tr("Another table is still being imported.")));
        return;
    }
    m_job = std::make_unique<Job>(job, request);
    if (!m_history || m_history->state() != HistoryState::Recording)
        return end(failure(Error::Code::Refused, tr("“%1” cannot be imported, because nothing is being recorded. See the messages for the reason.").arg(request.path)));
    if (auto begun = m_job->begin(); !begun)
        return end(tl::unexpected(begun.error()));
    m_next.start();
}

void TableImport::slice()
{
    QElapsedTimer clock;
    clock.start();
    Result<bool> more = true;
    while (more && *more && clock.elapsed() < sliceMs)
        more = m_job->step();
    if (!more)
        return end(tl::unexpected(more.error()));
    if (!m_job->batch.samples.isEmpty()) {
        const auto skipped = leaveOutRecorded(*m_history, m_job->batch);
        if (!skipped)
            return end(tl::unexpected(skipped.error()));
        m_job->skipped += *skipped;
        m_job->samples += m_job->batch.samples.size();
        m_history->take(std::exchange(m_job->batch, {}));
        if (m_history->state() != HistoryState::Recording)
            return end(failure(Error::Code::Io, tr("“%1” could not be imported to its end: the disk of the history refuses. Make room there, and import the file again from line %2 on.")
                                                    .arg(m_job->request.path).arg(m_job->text->line())));
    }
    Q_EMIT progressed(m_job->id, m_job->samples, m_job->part());
    if (!*more)
        endOfPass();
}

void TableImport::endOfPass()
{
    m_next.stop();
    if (m_job->recording) {
        m_history->flush();
        return end(m_job->samples);
    }
    m_job->series = m_job->records->series();
    if (m_job->rows == m_job->unreadable)
        return end(failure(Error::Code::Invalid, tr("In no line of “%1” the time can be read. Choose another column or form of time in the preview.").arg(m_job->request.path)));
    QList<Metric> metrics;
    for (const tables::TableSeries &series : std::as_const(m_job->series)) {
        Metric metric;
        metric.key = series.name;
        metric.name = series.name;
        metric.unit = series.unit;
        metric.type = series.isText() ? MetricType::Text : MetricType::Number;
        metrics.append(metric);
    }
    Q_EMIT metricsWanted(m_job->id, metrics);
}

void TableImport::proceed(quint64 job, const QList<MetricId> &metrics)
{
    if (!m_job || m_job->id != job || m_job->recording)
        return;
    m_job->recording = true;
    m_job->metrics = metrics;
    if (auto begun = m_job->begin(); !begun)
        return end(tl::unexpected(begun.error()));
    m_next.start();
}

void TableImport::cancel(quint64 job)
{
    if (!m_job || m_job->id != job)
        return;
    end(failure(Error::Code::Cancelled, m_job->samples == 0
            ? tr("The import was cancelled; nothing was recorded.")
            : tr("The import was cancelled at line %1; what had been read is recorded.").arg(m_job->text->line())));
}

void TableImport::abandon(quint64 job, const Error &error)
{
    if (m_job && m_job->id == job)
        end(tl::unexpected(error));
}

void TableImport::end(const Result<qint64> &result)
{
    m_next.stop();
    const quint64 job = m_job->id;
    if (m_job->skipped > 0)
        Q_EMIT skipped(job, m_job->skipped);
    m_job.reset();
    Q_EMIT finished(job, result);
}

} // namespace muster
