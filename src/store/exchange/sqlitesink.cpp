#include "store/exchange/exportsink.h"

#include "store/exchange/rowtext.h"
#include "store/sqlite.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <optional>

#include <cstdio>

namespace muster {

namespace {

constexpr qint64 rowsPerTransaction = 100'000;

/// One plain table that any tool can read. Written beside its place under another name, without a journal: a file that is not whole is not kept.
class SqliteSink : public ExportSink
{
public:
    explicit SqliteSink(const ExportRequest &request)
        : m_request(request)
        , m_part(request.path + QStringLiteral(".part"))
    {}
    ~SqliteSink() override
    {
        m_insert.reset();
        m_db.reset();
        if (m_begun)
            QFile::remove(m_part);
    }

    Result<void> open() override
    {
        QFile::remove(m_part); // of an export that was cut off
        m_begun = true;
        auto db = Sqlite::open(m_part);
        if (!db)
            return unwritable(db.error());
        m_db = std::move(*db);
        auto ready = m_db->execute("PRAGMA page_size=16384; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                                   "CREATE TABLE samples(time TEXT, epoch_us INTEGER, device TEXT, metric TEXT, unit TEXT, value);"
                                   "BEGIN");
        if (!ready)
            return unwritable(ready.error());
        auto insert = m_db->prepare("INSERT INTO samples VALUES(?, ?, ?, ?, ?, ?)");
        if (!insert)
            return unwritable(insert.error());
        m_insert.emplace(std::move(*insert));
        return {};
    }

    Result<void> write(size_t trace, std::span<const Sample> samples, const QStringList &texts) override
    {
        const ExportTrace &metric = m_request.traces[trace];
        for (const Sample &sample : samples) {
            char time[RowText::room];
            m_insert->bind(1, QString::fromLatin1(time, m_text.time(time, sample.time) - time));
            m_insert->bind(2, sample.time);
            m_insert->bind(3, metric.device);
            m_insert->bind(4, metric.name);
            m_insert->bind(5, metric.unit);
            bindValue(metric, sample, texts);
            if (auto done = m_insert->run(); !done)
                return cutOff(done.error());
            if (++m_rows % rowsPerTransaction == 0) {
                if (auto done = m_db->execute("COMMIT; BEGIN"); !done)
                    return cutOff(done.error());
            }
        }
        return {};
    }

    Result<void> finish() override
    {
        m_insert.reset();
        if (auto done = m_db->execute("COMMIT"); !done)
            return cutOff(done.error());
        m_db.reset();
        const QByteArray from = QFile::encodeName(m_part);
        const QByteArray to = QFile::encodeName(m_request.path);
        if (std::rename(from.constData(), to.constData()) != 0)
            return failure(Error::Code::Io, QCoreApplication::translate("muster::DataExport", "“%1” could not be put in place: %2. Choose another place.").arg(m_request.path, qt_error_string()));
        m_begun = false;
        return {};
    }

private:
    void bindValue(const ExportTrace &metric, const Sample &sample, const QStringList &texts)
    {
        if (sample.flags & Sample::Text)
            m_insert->bind(6, texts.value(qsizetype(sample.value)));
        else if (metric.type == MetricType::Enumeration && sample.value >= 0 && sample.value < double(metric.options.size()))
            m_insert->bind(6, metric.options.at(qsizetype(sample.value)));
        else
            m_insert->bind(6, sample.value);
    }
    [[nodiscard]] Result<void> unwritable(const Error &error) const
    {
        return failure(Error::Code::Io, QCoreApplication::translate("muster::DataExport", "“%1” cannot be written: %2. Choose another place.").arg(m_request.path, error.text));
    }
    [[nodiscard]] Result<void> cutOff(const Error &error) const
    {
        return failure(Error::Code::Io, QCoreApplication::translate("muster::DataExport", "“%1” could not be written to its end: %2. Make room or choose another place.").arg(m_request.path, error.text));
    }

    const ExportRequest &m_request;
    QString m_part;
    bool m_begun = false;
    std::unique_ptr<Sqlite> m_db;
    std::optional<SqliteStatement> m_insert;
    RowText m_text;
};

} // namespace

std::unique_ptr<ExportSink> makeSqliteSink(const ExportRequest &request)
{
    return std::make_unique<SqliteSink>(request);
}

} // namespace muster
