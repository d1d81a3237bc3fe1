#include "store/chartexport.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace muster {

namespace {

constexpr qsizetype bufferBytes = 256 * 1024;
constexpr int rowsBetweenLooks = 256; ///< rows written before the clock is read again
constexpr Micros second = 1'000'000;

qint64 floorDivide(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

QByteArray padded(qint64 value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

QByteArray heading(const ExportTrace &trace)
{
    return csv::text(trace.unit.isEmpty() ? trace.name : QStringLiteral("%1 (%2)").arg(trace.name, trace.unit));
}

QByteArray header(const ExportRequest &request)
{
    QByteArray line = QByteArrayLiteral("time,seconds");
    if (request.form == ExportRequest::Form::Long)
        return line + QByteArrayLiteral(",name,unit,value\r\n");
    for (const ExportTrace &trace : request.traces)
        line += ',' + heading(trace);
    return line + QByteArrayLiteral("\r\n");
}

} // namespace

namespace csv {

QByteArray text(const QString &text)
{
    // The full-width forms count as well: some spreadsheets read them like the plain ones.
    static const QString formula = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    QByteArray bytes = text.toUtf8();
    bool isNumber = false;
    bytes.toDouble(&isNumber);
    const bool harmful = !text.isEmpty() && formula.contains(text.front()) && !isNumber;
    if (harmful)
        bytes.prepend('\'');
    const bool quoted = harmful || std::any_of(bytes.begin(), bytes.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
    if (!quoted)
        return bytes;
    return '"' + bytes.replace('"', QByteArrayLiteral("\"\"")) + '"';
}

QByteArray number(double value)
{
    if (std::isnan(value))
        return {};
    std::array<char, 32> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end - digits.data()};
}

QByteArray value(const ExportTrace &trace, double value)
{
    if (trace.type != MetricType::Enumeration || !(value >= 0) || value >= double(trace.options.size()))
        return number(value);
    return text(trace.options.at(qsizetype(value)));
}

} // namespace csv

ExportTrace copyTrace(const Series &series, const Metric &metric, const QString &name, Micros from, Micros to)
{
    ExportTrace trace {name, metric.unit, metric.type, metric.options, {}, {}};
    const qsizetype first = series.lowerBound(from);
    const qsizetype last = to == std::numeric_limits<Micros>::max() ? series.size() : series.lowerBound(to + 1);
    if (first >= last)
        return trace;
    trace.times.reserve(size_t(last - first));
    trace.values.reserve(size_t(last - first));
    for (qsizetype i = first; i < last; ++i) {
        trace.times.push_back(series.timeAt(i));
        trace.values.push_back(series.valueAt(i));
    }
    return trace;
}

struct ChartExport::Job
{
    ExportRequest request {};
    std::vector<size_t> next {};        ///< by trace: its first sample not yet written
    std::vector<QByteArray> prefix {};  ///< by trace: its fields in the long form
    Micros start = 0;                   ///< the first sample of all
    qint64 rows = 0;
    qint64 done = 0;
    qint64 all = 0;
};

ChartExport::ChartExport(QObject *parent)
    : QObject(parent)
    , m_next(this)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &ChartExport::slice);
}

ChartExport::~ChartExport() = default;

void ChartExport::start(const ExportRequest &request)
{
    if (m_job) {
        Q_EMIT finished(failure(Error::Code::Refused, tr("Another export is still being written.")));
        return;
    }
    m_job = std::make_unique<Job>();
    m_job->request = request;
    m_job->next.assign(request.traces.size(), 0);
    m_job->start = std::numeric_limits<Micros>::max();
    for (const ExportTrace &trace : request.traces) {
        m_job->all += qint64(trace.times.size());
        m_job->prefix.push_back(csv::text(trace.name) + ',' + csv::text(trace.unit) + ',');
        if (!trace.times.empty())
            m_job->start = std::min(m_job->start, trace.times.front());
    }
    m_file.emplace(request.path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        end(failure(Error::Code::Io, tr("“%1” cannot be written: %2.").arg(request.path, m_file->errorString())));
        return;
    }
    m_buffer = header(request);
    m_buffer.reserve(bufferBytes + 4'096);
    m_next.start();
}

void ChartExport::cancel()
{
    if (m_job)
        end(failure(Error::Code::Cancelled, tr("The export was cancelled; nothing was written.")));
}

void ChartExport::slice()
{
    QElapsedTimer clock;
    clock.start();
    bool more = true;
    while (more && clock.elapsed() < sliceMs) {
        for (int row = 0; row < rowsBetweenLooks && more; ++row)
            more = writeRow();
        if (m_buffer.size() >= bufferBytes) {
            flush();
            if (!m_job)
                return; // the disk is full
        }
    }
    Q_EMIT progressed(m_job->rows, m_job->done, m_job->all);
    if (!more && m_job)
        finish();
}

bool ChartExport::writeRow()
{
    if (!(m_job->request.form == ExportRequest::Form::Wide ? writeWideRow() : writeLongRow()))
        return false;
    m_buffer += "\r\n";
    ++m_job->rows;
    return true;
}

bool ChartExport::writeLongRow()
{
    const auto &traces = m_job->request.traces;
    size_t chosen = traces.size();
    for (size_t i = 0; i < traces.size(); ++i) {
        const size_t at = m_job->next[i];
        if (at < traces[i].times.size() && (chosen == traces.size() || traces[i].times[at] < traces[chosen].times[m_job->next[chosen]]))
            chosen = i;
    }
    if (chosen == traces.size())
        return false;
    const size_t at = m_job->next[chosen]++;
    writeTime(traces[chosen].times[at]);
    m_buffer += ',' + m_job->prefix[chosen] + csv::value(traces[chosen], traces[chosen].values[at]);
    ++m_job->done;
    return true;
}

bool ChartExport::writeWideRow()
{
    const auto &traces = m_job->request.traces;
    Micros time = std::numeric_limits<Micros>::max();
    bool any = false;
    for (size_t i = 0; i < traces.size(); ++i) {
        const size_t at = m_job->next[i];
        if (at < traces[i].times.size()) {
            time = std::min(time, traces[i].times[at]);
            any = true;
        }
    }
    if (!any)
        return false;
    writeTime(time);
    for (size_t i = 0; i < traces.size(); ++i) {
        m_buffer += ',';
        // Of two samples with the same time the second one gets a row of its own.
        const size_t at = m_job->next[i];
        if (at >= traces[i].times.size() || traces[i].times[at] != time)
            continue;
        m_buffer += csv::value(traces[i], traces[i].values[at]);
        ++m_job->next[i];
        ++m_job->done;
    }
    return true;
}

void ChartExport::writeTime(Micros time)
{
    const qint64 seconds = floorDivide(time, second);
    if (seconds != m_secondOf) {
        m_secondOf = seconds;
        const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds);
        const int offset = local.offsetFromUtc() / 60;
        m_second = local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1();
        m_offset = (offset < 0 ? '-' : '+') + padded(std::abs(offset) / 60, 2) + ':' + padded(std::abs(offset) % 60, 2);
    }
    m_buffer += m_second + '.' + padded((time - seconds * second) / 1'000, 3) + m_offset;
    const Micros since = time - m_job->start;
    m_buffer += ',' + QByteArray::number(since / second) + '.' + padded(since % second, 6);
}

void ChartExport::flush()
{
    const bool written = m_file->write(m_buffer) == m_buffer.size() && m_file->flush();
    m_buffer.clear();
    if (!written)
        end(failure(Error::Code::Io, tr("“%1” could not be written to its end: %2. Make room or choose another place.")
                                         .arg(m_job->request.path, m_file->errorString())));
}

void ChartExport::finish()
{
    flush();
    if (!m_job)
        return;
    if (!m_file->commit()) {
        end(failure(Error::Code::Io, tr("“%1” could not be put in place: %2.").arg(m_job->request.path, m_file->errorString())));
        return;
    }
    end(m_job->rows);
}

void ChartExport::end(const Result<qint64> &result)
{
    m_next.stop();
    if (m_file && !result)
        m_file->cancelWriting();
    m_file.reset(); // removes what was written unless it was committed
    m_job.reset();
    m_buffer = {};
    Q_EMIT finished(result);
}

} // namespace muster
