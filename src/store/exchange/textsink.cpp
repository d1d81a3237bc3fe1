#include "store/exchange/exportsink.h"

#include "store/exchange/rowtext.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

#include <fcntl.h>

namespace muster {

namespace {

constexpr qsizetype bufferBytes = 256 * 1024;
constexpr qint64 pushBytes = 16 << 20; // after which the kernel is asked to begin writing, so that the end has little left to wait for
constexpr size_t rowsPerLook = 256;    // formatted between two looks at the room left

/// A run of bytes on its way to a file that appears under its name only when it is whole.
class ByteFile
{
public:
    explicit ByteFile(const QString &path)
        : m_file(path)
    {}

    [[nodiscard]] Result<void> open(const QByteArray &start)
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return failure(Error::Code::Io, QCoreApplication::translate("muster::DataExport", "“%1” cannot be written: %2. Choose another place.").arg(m_file.fileName(), m_file.errorString()));
        m_buffer.resize(size_t(bufferBytes));
        return append(start);
    }
    /// Where `bytes` can be written; the end of them goes to advance(). Null: see problem().
    [[nodiscard]] char *reserve(qsizetype bytes)
    {
        if (m_used + bytes > qsizetype(m_buffer.size())) {
            if (!flush())
                return nullptr;
            if (bytes > qsizetype(m_buffer.size()))
                m_buffer.resize(size_t(bytes));
        }
        return m_buffer.data() + m_used;
    }
    void advance(const char *end) { m_used = end - m_buffer.data(); }
    [[nodiscard]] Result<void> append(QByteArrayView bytes)
    {
        char *const at = reserve(bytes.size());
        if (!at)
            return problem();
        advance(std::copy(bytes.begin(), bytes.end(), at));
        return {};
    }
    [[nodiscard]] Result<void> finish()
    {
        if (!flush())
            return problem();
        if (!m_file.commit())
            return failure(Error::Code::Io, QCoreApplication::translate("muster::DataExport", "“%1” could not be put in place: %2. Choose another place.").arg(m_file.fileName(), m_file.errorString()));
        return {};
    }
    [[nodiscard]] Result<void> problem()
    {
        return failure(Error::Code::Io, QCoreApplication::translate("muster::DataExport", "“%1” could not be written to its end: %2. Make room or choose another place.").arg(m_file.fileName(), m_file.errorString()));
    }

private:
    [[nodiscard]] bool flush()
    {
        const bool written = m_file.write(m_buffer.data(), m_used) == m_used;
        m_unpushed += m_used;
        m_used = 0;
#ifdef Q_OS_LINUX
        if (m_unpushed >= pushBytes) {
            (void) sync_file_range(m_file.handle(), 0, 0, SYNC_FILE_RANGE_WRITE);
            m_unpushed = 0;
        }
#endif
        return written;
    }

    QSaveFile m_file;
    std::vector<char> m_buffer;
    qsizetype m_used = 0;
    qint64 m_unpushed = 0;
};

QByteArray label(const ExportTrace &trace)
{
    const QString name = trace.device.isEmpty() ? trace.name : QStringLiteral("%1 · %2").arg(trace.device, trace.name);
    return csv::text(trace.unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, trace.unit));
}

bool namesDevices(const ExportRequest &request)
{
    return std::any_of(request.traces.begin(), request.traces.end(), [](const ExportTrace &trace) { return !trace.device.isEmpty(); });
}

/// What is the same in every row of a trace, and how its values read.
struct Fields
{
    QByteArray head {};           ///< before the time
    QByteArray middle {};         ///< between time and value
    QList<QByteArray> options {};
    qsizetype longest = 0;        ///< bytes of a row without its text

    /// The text for a value that is an option, if it is one.
    [[nodiscard]] const QByteArray *option(double value) const
    {
        return value >= 0 && value < double(options.size()) ? &options[qsizetype(value)] : nullptr;
    }
};

/// CSV with a row for each sample.
class LongSink : public ExportSink
{
public:
    explicit LongSink(const ExportRequest &request)
        : m_request(request)
        , m_file(request.path)
        , m_json(request.form == ExportRequest::Form::JsonLines)
        , m_seconds(!m_json && request.sinceStart && request.order == ExportRequest::Order::ByTime)
    {}

    Result<void> open() override
    {
        const bool devices = namesDevices(m_request);
        for (const ExportTrace &trace : m_request.traces)
            m_fields.push_back(m_json ? jsonFields(trace) : csvFields(trace, devices));
        QByteArray header;
        if (!m_json)
            header = QByteArrayLiteral("time") + (m_seconds ? QByteArrayLiteral(",seconds") : QByteArray())
                + (devices ? QByteArrayLiteral(",device,metric") : QByteArrayLiteral(",name")) + QByteArrayLiteral(",unit,value\r\n");
        return m_file.open(header);
    }

    Result<void> write(size_t trace, std::span<const Sample> samples, const QStringList &texts) override
    {
        if (m_rows == 0 && !samples.empty())
            m_start = samples.front().time;
        for (size_t done = 0; done < samples.size();) {
            const std::span<const Sample> part = samples.subspan(done, std::min(rowsPerLook, samples.size() - done));
            if (auto written = writePart(m_fields[trace], m_request.traces[trace].type, part, texts); !written)
                return written;
            done += part.size();
        }
        m_rows += qint64(samples.size());
        return {};
    }

    Result<void> finish() override { return m_file.finish(); }

private:
    [[nodiscard]] static Fields csvFields(const ExportTrace &trace, bool devices)
    {
        Fields fields;
        fields.middle = ',' + (devices ? csv::text(trace.device) + ',' : QByteArray()) + csv::text(trace.name) + ',' + csv::text(trace.unit) + ',';
        return withOptions(fields, trace, csv::text);
    }
    [[nodiscard]] static Fields jsonFields(const ExportTrace &trace)
    {
        Fields fields;
        fields.head = QByteArrayLiteral("{\"time\":\"");
        fields.middle = QByteArrayLiteral("\",\"device\":") + json::text(trace.device) + QByteArrayLiteral(",\"metric\":") + json::text(trace.name)
            + QByteArrayLiteral(",\"unit\":") + json::text(trace.unit) + QByteArrayLiteral(",\"value\":");
        return withOptions(fields, trace, json::text);
    }
    [[nodiscard]] static Fields withOptions(Fields fields, const ExportTrace &trace, QByteArray (*text)(const QString &))
    {
        qsizetype longest = RowText::room;
        if (trace.type == MetricType::Enumeration) {
            for (const QString &option : trace.options) {
                fields.options.append(text(option));
                longest = std::max(longest, fields.options.constLast().size());
            }
        }
        fields.longest = fields.head.size() + fields.middle.size() + 2 * RowText::room + longest + 4;
        return fields;
    }

    [[nodiscard]] Result<void> writePart(const Fields &fields, MetricType type, std::span<const Sample> samples, const QStringList &texts)
    {
        char *at = m_file.reserve(fields.longest * qsizetype(samples.size()));
        if (!at)
            return m_file.problem();
        for (const Sample &sample : samples) {
            QByteArray text;
            if (sample.flags & Sample::Text) [[unlikely]] {
                const QString value = texts.value(qsizetype(sample.value));
                text = m_json ? json::text(value) : csv::text(value);
                m_file.advance(at);
                if (at = m_file.reserve(fields.longest * qsizetype(samples.size()) + text.size()); !at)
                    return m_file.problem();
            }
            at = put(at, fields.head);
            at = m_text.time(at, sample.time);
            if (m_seconds) {
                *at++ = ',';
                at = RowText::seconds(at, sample.time - m_start);
            }
            at = put(at, fields.middle);
            at = sample.flags & Sample::Text ? put(at, text) : value(at, fields, type, sample.value);
            at = m_json ? put(at, "}\n") : put(at, "\r\n");
        }
        m_file.advance(at);
        return {};
    }

    [[nodiscard]] char *value(char *at, const Fields &fields, MetricType type, double value)
    {
        if (const QByteArray *const option = fields.option(value))
            return put(at, *option);
        if (!m_json)
            return m_text.number(at, value);
        if (type == MetricType::Boolean)
            return put(at, value != 0 ? "true" : "false");
        return std::isfinite(value) ? m_text.number(at, value) : put(at, "null");
    }

    [[nodiscard]] static char *put(char *at, QByteArrayView bytes)
    {
        return std::copy(bytes.begin(), bytes.end(), at); // which may be empty, and then null
    }

    const ExportRequest &m_request;
    ByteFile m_file;
    bool m_json;
    bool m_seconds;
    RowText m_text;
    std::vector<Fields> m_fields;
    Micros m_start = 0;
};

/// CSV with a column for each trace. Of two samples of one trace with the same time the second one gets a row of its own.
class WideSink : public ExportSink
{
public:
    explicit WideSink(const ExportRequest &request)
        : m_request(request)
        , m_file(request.path)
        , m_cells(request.traces.size())
        , m_filled(request.traces.size(), false)
    {}

    Result<void> open() override
    {
        QByteArray header = m_request.sinceStart ? QByteArrayLiteral("time,seconds") : QByteArrayLiteral("time");
        for (const ExportTrace &trace : m_request.traces)
            header += ',' + label(trace);
        return m_file.open(header + QByteArrayLiteral("\r\n"));
    }

    Result<void> write(size_t trace, std::span<const Sample> samples, const QStringList &texts) override
    {
        for (const Sample &sample : samples) {
            if (m_any && (sample.time != m_time || m_filled[trace])) {
                if (auto written = writeRow(); !written)
                    return written;
            }
            if (!m_any && m_rows == 0)
                m_start = sample.time;
            m_any = true;
            m_time = sample.time;
            m_filled[trace] = true;
            m_cells[trace] = cell(m_request.traces[trace], sample, texts);
        }
        return {};
    }

    Result<void> finish() override
    {
        if (m_any) {
            if (auto written = writeRow(); !written)
                return written;
        }
        return m_file.finish();
    }

private:
    [[nodiscard]] QByteArray cell(const ExportTrace &trace, const Sample &sample, const QStringList &texts)
    {
        if (sample.flags & Sample::Text)
            return csv::text(texts.value(qsizetype(sample.value)));
        if (trace.type == MetricType::Enumeration && sample.value >= 0 && sample.value < double(trace.options.size()))
            return csv::text(trace.options.at(qsizetype(sample.value)));
        char digits[RowText::room];
        return {digits, m_text.number(digits, sample.value) - digits};
    }

    [[nodiscard]] Result<void> writeRow()
    {
        char head[2 * RowText::room];
        char *at = m_text.time(head, m_time);
        if (m_request.sinceStart) {
            *at++ = ',';
            at = RowText::seconds(at, m_time - m_start);
        }
        m_row.assign(head, at);
        for (size_t i = 0; i < m_cells.size(); ++i) {
            m_row += ',';
            if (m_filled[i])
                m_row.append(m_cells[i].constData(), size_t(m_cells[i].size()));
            m_filled[i] = false;
        }
        m_row += "\r\n";
        m_any = false;
        ++m_rows;
        return m_file.append({m_row.data(), qsizetype(m_row.size())});
    }

    const ExportRequest &m_request;
    ByteFile m_file;
    RowText m_text;
    std::vector<QByteArray> m_cells;
    std::vector<bool> m_filled;
    std::string m_row;
    Micros m_time = 0;
    Micros m_start = 0;
    bool m_any = false;
};

} // namespace

std::unique_ptr<ExportSink> makeSink(const ExportRequest &request)
{
    switch (request.form) {
    case ExportRequest::Form::Wide: return std::make_unique<WideSink>(request);
    case ExportRequest::Form::Sqlite: return makeSqliteSink(request);
    case ExportRequest::Form::Long:
    case ExportRequest::Form::JsonLines: break;
    }
    return std::make_unique<LongSink>(request);
}

} // namespace muster
