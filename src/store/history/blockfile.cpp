#include "store/history/blockfile.h"

#include "store/history/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace muster::history {

namespace {

double realOrNan(const SqliteStatement &statement, int column)
{
    // SQLite keeps NaN as NULL.
    return statement.isNull(column) ? std::numeric_limits<double>::quiet_NaN() : statement.real(column);
}

/// Columns t0, t1, n, min, max, sum, first, last from `at` on.
Summary summaryFrom(const SqliteStatement &row, int at)
{
    Summary s;
    s.time = row.integer(at);
    s.endTime = row.integer(at + 1);
    s.count = row.integer(at + 2);
    s.min = realOrNan(row, at + 3);
    s.max = realOrNan(row, at + 4);
    s.sum = row.real(at + 5);
    s.first = realOrNan(row, at + 6);
    s.last = realOrNan(row, at + 7);
    return s;
}

void bindSummary(SqliteStatement &statement, int at, const Summary &s)
{
    statement.bind(at, s.time);
    statement.bind(at + 1, s.endTime);
    statement.bind(at + 2, s.count);
    statement.bind(at + 3, s.min);
    statement.bind(at + 4, s.max);
    statement.bind(at + 5, s.sum);
    statement.bind(at + 6, s.first);
    statement.bind(at + 7, s.last);
}

// A block's bytes are cut into parts, sixteen to a page of the file; only the last is shorter. Larger ones leave more of a page empty, smaller
// ones have more overhead.
constexpr qint64 partSize = 1'010;

qint64 partsOf(const Header &header)
{
    return (header.size + partSize - 1) / partSize;
}

} // namespace

Result<std::unique_ptr<BlockFile>> BlockFile::open(const QString &path, Access access)
{
    auto db = openHistoryFile(path, access == Access::ReadOnly);
    if (!db)
        return tl::unexpected(db.error());
    return std::make_unique<BlockFile>(std::move(*db), path);
}

BlockFile::BlockFile(std::unique_ptr<Sqlite> db, QString path)
    : m_db(std::move(db))
    , m_path(std::move(path))
{
    m_statements.reserve(32); // pointers into it are handed out
}

Result<SqliteStatement *> BlockFile::statement(const char *sql)
{
    for (auto &[text, prepared] : m_statements) {
        if (text == sql)
            return &prepared;
    }
    auto made = m_db->prepare(sql);
    if (!made)
        return tl::unexpected(made.error());
    Q_ASSERT(m_statements.size() < m_statements.capacity());
    m_statements.emplace_back(sql, std::move(*made));
    return &m_statements.back().second;
}

Result<qint64> BlockFile::number(const char *sql)
{
    auto query = m_db->prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    const auto row = query->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? query->integer(0) : 0;
}

Result<void> BlockFile::appendJournal(quint64 row, Micros time, qint64 samples, QByteArrayView bytes)
{
    static constexpr auto sql = "INSERT INTO journal(seq, time, n, data) VALUES(?, ?, ?, ?)";
    const auto insert = statement(sql);
    if (!insert)
        return tl::unexpected(insert.error());
    (*insert)->bind(1, qint64(row));
    (*insert)->bind(2, time);
    (*insert)->bind(3, samples);
    (*insert)->bindView(4, bytes);
    return (*insert)->run();
}

Result<void> BlockFile::trimJournal(quint64 firstKept)
{
    static constexpr auto sql = "DELETE FROM journal WHERE seq < ?";
    const auto trim = statement(sql);
    if (!trim)
        return tl::unexpected(trim.error());
    (*trim)->bind(1, qint64(firstKept));
    return (*trim)->run();
}

Result<void> BlockFile::readJournal(const JournalVisitor &visit)
{
    auto rows = m_db->prepare("SELECT seq, data FROM journal ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        visit(quint64(rows->integer(0)), rows->blobView(1));
    }
}

Result<quint64> BlockFile::lastJournalRow()
{
    // A row that was trimmed held samples of a metric that was sealed when that row or a later one was the newest.
    const auto row = number("SELECT max(coalesce((SELECT max(seq) FROM journal), 0), coalesce((SELECT max(seq) FROM extent), 0))");
    if (!row)
        return tl::unexpected(row.error());
    return quint64(*row);
}

Result<void> BlockFile::insert(Block &block)
{
    static constexpr auto dataSql = "INSERT INTO data(id, bytes) VALUES(?, ?)";
    static constexpr auto blockSql = "INSERT INTO block(metric, tier, id, codec, size, sketch, t0, t1, n, min, max, sum, first, last) "
                                     "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    Header &header = block.header;
    if (m_lastId < 0) {
        const auto last = number("SELECT max(id) FROM data");
        if (!last)
            return tl::unexpected(last.error());
        m_lastId = *last;
    }
    const auto data = statement(dataSql);
    const auto row = statement(blockSql);
    if (!data || !row)
        return tl::unexpected(data ? row.error() : data.error());
    header.id = m_lastId + 1;
    header.size = qint64(block.bytes.size());
    const QByteArrayView bytes(block.bytes.data(), header.size);
    for (qint64 at = 0; at < header.size; at += partSize) {
        (*data)->bind(1, ++m_lastId);
        (*data)->bindView(2, bytes.sliced(at, std::min(partSize, header.size - at)));
        if (auto done = (*data)->run(); !done)
            return done;
    }
    (*row)->bind(1, qint64(header.metric.n));
    (*row)->bind(2, qint64(header.tier));
    (*row)->bind(3, header.id);
    (*row)->bind(4, qint64(header.kind));
    (*row)->bind(5, header.size);
    if (!header.sketch.isEmpty())
        (*row)->bindView(6, header.sketch);
    bindSummary(**row, 7, header.summary);
    return (*row)->run();
}

Result<void> BlockFile::erase(const Header &header)
{
    static constexpr auto dataSql = "DELETE FROM data WHERE id >= ? AND id < ?";
    static constexpr auto blockSql = "DELETE FROM block WHERE metric = ? AND tier = ? AND t0 = ? AND id = ?";
    const auto data = statement(dataSql);
    const auto row = statement(blockSql);
    if (!data || !row)
        return tl::unexpected(data ? row.error() : data.error());
    (*data)->bind(1, header.id);
    (*data)->bind(2, header.id + partsOf(header));
    if (auto done = (*data)->run(); !done)
        return done;
    (*row)->bind(1, qint64(header.metric.n));
    (*row)->bind(2, qint64(header.tier));
    (*row)->bind(3, header.summary.time);
    (*row)->bind(4, header.id);
    return (*row)->run();
}

Result<void> BlockFile::addBucket(MetricId metric, Tier tier, const Summary &bucket)
{
    static constexpr auto sql = "INSERT INTO bucket(metric, tier, start, t0, t1, n, min, max, sum, first, last) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                "ON CONFLICT(metric, tier, start) DO UPDATE SET n = n + excluded.n, sum = sum + excluded.sum,"
                                " min = CASE WHEN min IS NULL OR excluded.min < min THEN excluded.min ELSE min END,"
                                " max = CASE WHEN max IS NULL OR excluded.max > max THEN excluded.max ELSE max END,"
                                " first = CASE WHEN excluded.t0 < t0 THEN excluded.first ELSE first END, t0 = min(t0, excluded.t0),"
                                " last = CASE WHEN excluded.t1 >= t1 THEN excluded.last ELSE last END, t1 = max(t1, excluded.t1)";
    const auto add = statement(sql);
    if (!add)
        return tl::unexpected(add.error());
    (*add)->bind(1, qint64(metric.n));
    (*add)->bind(2, qint64(tier));
    (*add)->bind(3, floorDiv(bucket.time, widthOf(tier)) * widthOf(tier));
    bindSummary(**add, 4, bucket);
    return (*add)->run();
}

Result<void> BlockFile::eraseBuckets(MetricId metric, Tier tier, Micros before)
{
    static constexpr auto sql = "DELETE FROM bucket WHERE metric = ? AND tier = ? AND start < ?";
    const auto erase = statement(sql);
    if (!erase)
        return tl::unexpected(erase.error());
    (*erase)->bind(1, qint64(metric.n));
    (*erase)->bind(2, qint64(tier));
    (*erase)->bind(3, before);
    return (*erase)->run();
}

Result<void> BlockFile::readHeaders(MetricId metric, Tier tier, Micros from, Micros to, const HeaderVisitor &visit)
{
    static constexpr auto sql = "SELECT id, codec, t0, t1, n, min, max, sum, first, last, size, sketch FROM block "
                                "WHERE metric = ? AND tier = ? AND t0 >= ? AND t0 < ? ORDER BY t0, id";
    const auto rows = statement(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    (*rows)->bind(3, from);
    (*rows)->bind(4, to);
    return visitHeaders(**rows, metric, tier, visit);
}

Result<void> BlockFile::readHeadersBackwards(MetricId metric, Tier tier, Micros before, const HeaderVisitor &visit)
{
    static constexpr auto sql = "SELECT id, codec, t0, t1, n, min, max, sum, first, last, size, sketch FROM block "
                                "WHERE metric = ? AND tier = ? AND t0 < ? ORDER BY t0 DESC, id DESC";
    const auto rows = statement(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    (*rows)->bind(3, before);
    return visitHeaders(**rows, metric, tier, visit);
}

Result<Micros> BlockFile::firstTime(MetricId metric, Tier tier)
{
    static constexpr auto sql = "SELECT min((SELECT coalesce(min(t0), 1 << 60) FROM block WHERE metric = ?1 AND tier = ?2), "
                                "(SELECT coalesce(min(start), 1 << 60) FROM bucket WHERE metric = ?1 AND tier = ?2))";
    const auto first = statement(sql);
    if (!first)
        return tl::unexpected(first.error());
    (*first)->bind(1, qint64(metric.n));
    (*first)->bind(2, qint64(tier));
    const auto row = (*first)->step();
    const Micros time = row && *row ? (*first)->integer(0) : 0;
    (*first)->reset();
    if (!row)
        return tl::unexpected(row.error());
    return time;
}

Result<void> BlockFile::visitHeaders(SqliteStatement &row, MetricId metric, Tier tier, const HeaderVisitor &visit)
{
    row.bind(1, qint64(metric.n));
    row.bind(2, qint64(tier));
    Header header;
    header.metric = metric;
    header.tier = tier;
    for (;;) {
        const auto step = row.step();
        if (!step || !*step) {
            row.reset();
            return step ? Result<void>() : tl::unexpected(step.error());
        }
        header.id = row.integer(0);
        header.kind = BlockKind(row.integer(1));
        header.summary = summaryFrom(row, 2);
        header.size = row.integer(10);
        const QByteArrayView sketch = row.blobView(11); // valid until the next step; whoever keeps the header longer detaches it
        header.sketch = QByteArray::fromRawData(sketch.data(), sketch.size());
        if (!visit(header)) {
            row.reset();
            return {};
        }
    }
}

Result<void> BlockFile::readBuckets(MetricId metric, Tier tier, Micros from, Micros to, const BucketVisitor &visit)
{
    static constexpr auto sql =
        "SELECT t0, t1, n, min, max, sum, first, last FROM bucket WHERE metric = ? AND tier = ? AND start >= ? AND start < ? ORDER BY start";
    const auto rows = statement(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    SqliteStatement &row = **rows;
    row.bind(1, qint64(metric.n));
    row.bind(2, qint64(tier));
    row.bind(3, from);
    row.bind(4, to);
    for (;;) {
        const auto step = row.step();
        if (!step || !*step) {
            row.reset();
            return step ? Result<void>() : tl::unexpected(step.error());
        }
        visit(summaryFrom(row, 0));
    }
}

Result<void> BlockFile::readBytes(const Header &header, const BytesVisitor &visit)
{
    static constexpr auto sql = "SELECT bytes FROM data WHERE id >= ? AND id < ? ORDER BY id";
    const auto rows = statement(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    (*rows)->bind(1, header.id);
    (*rows)->bind(2, header.id + partsOf(header));
    m_read.clear();
    for (;;) {
        const auto row = (*rows)->step();
        if (!row || !*row) {
            (*rows)->reset();
            if (!row)
                return tl::unexpected(row.error());
            visit({m_read.data(), qsizetype(m_read.size())});
            return {};
        }
        const QByteArrayView part = (*rows)->blobView(0);
        m_read.insert(m_read.end(), part.begin(), part.end());
    }
}

Result<void> BlockFile::putMetric(const MetricRow &metric)
{
    static constexpr auto sql =
        "INSERT OR REPLACE INTO metric(id, address, device, key, name, unit, type, decimals, options) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const auto put = statement(sql);
    if (!put)
        return tl::unexpected(put.error());
    (*put)->bind(1, qint64(metric.id.n));
    int parameter = 2;
    for (const QString &text : {metric.address, metric.device, metric.key, metric.name, metric.unit, metric.type})
        (*put)->bind(parameter++, text);
    (*put)->bind(8, qint64(metric.decimals));
    (*put)->bind(9, QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(metric.options)).toJson(QJsonDocument::Compact)));
    return (*put)->run();
}

Result<QList<MetricRow>> BlockFile::metrics()
{
    auto rows = m_db->prepare("SELECT id, address, device, key, name, unit, type, decimals, options FROM metric ORDER BY id");
    if (!rows)
        return tl::unexpected(rows.error());
    QList<MetricRow> metrics;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return metrics;
        MetricRow metric {
            {quint32(rows->integer(0))}, rows->text(1), rows->text(2), rows->text(3), rows->text(4), rows->text(5), rows->text(6), int(rows->integer(7)), {}};
        const QJsonArray options = QJsonDocument::fromJson(rows->blob(8)).array();
        for (const QJsonValue &option : options)
            metric.options.append(option.toString());
        metrics.append(std::move(metric));
    }
}

Result<void> BlockFile::putExtent(MetricId metric, const Extent &extent)
{
    static constexpr auto sql = "INSERT OR REPLACE INTO extent(metric, seq, t0, t1, span, samples, bytes, small) VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
    const auto put = statement(sql);
    if (!put)
        return tl::unexpected(put.error());
    int parameter = 1;
    for (const qint64 value : {qint64(metric.n), qint64(extent.sealed), extent.from, extent.to, extent.span, extent.samples, extent.bytes, extent.small})
        (*put)->bind(parameter++, value);
    return (*put)->run();
}

Result<void> BlockFile::readExtents(const ExtentVisitor &visit)
{
    auto rows = m_db->prepare("SELECT metric, seq, t0, t1, span, samples, bytes, small FROM extent");
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        visit({quint32(rows->integer(0))},
            {quint64(rows->integer(1)), rows->integer(2), rows->integer(3), rows->integer(4), rows->integer(5), rows->integer(6), rows->integer(7)});
    }
}

Result<qint64> BlockFile::usedBytes()
{
    const auto pages = number("PRAGMA page_count");
    const auto free = number("PRAGMA freelist_count");
    const auto size = number("PRAGMA page_size");
    for (const auto *const value : {&pages, &free, &size}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    return (*pages - *free) * *size;
}

Result<void> BlockFile::checkpoint()
{
    return m_db->execute("PRAGMA wal_checkpoint(PASSIVE)");
}

Result<qint64> BlockFile::freePages()
{
    return number("PRAGMA freelist_count");
}

Result<void> BlockFile::shrink(int pages)
{
    const QByteArray sql = "PRAGMA incremental_vacuum(" + QByteArray::number(pages) + ')';
    return m_db->execute(sql.constData());
}

} // namespace muster::history
