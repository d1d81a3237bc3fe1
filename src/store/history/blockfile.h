#pragma once

#include "core/result.h"
#include "store/history/block.h"
#include "store/sqlite.h"

#include <functional>

namespace muster::history {

/// What a person or another program needs to know about a metric to read its history without the fleet.
struct MetricRow
{
    MetricId id {};
    QString address {}; ///< of its device: the first one it was announced with
    QString device {};  ///< the device's name
    QString key {};
    QString name {};
    QString unit {};
    QString type {}; ///< number, boolean, enumeration, text, event
    int decimals = -1;
    QStringList options {};

    friend bool operator==(const MetricRow &, const MetricRow &) = default;
};

/// How much of a metric is in blocks.
struct Extent
{
    quint64 sealed = 0; ///< journal rows up to this one hold nothing of it that is not in a block
    Micros from = 0;
    Micros to = 0;
    Micros span = 0;    ///< no block lasts longer
    qint64 samples = 0; ///< in blocks of Tier::Raw
    qint64 bytes = 0;   ///< those blocks' bytes
    qint64 small = 0;   ///< blocks written since the last compaction that are worth merging
};

/// The SQLite file: FORMAT.md tells its tables. One connection, one thread. Errors name the file.
class BlockFile
{
public:
    static constexpr int schemaVersion = 1;
    static constexpr qint64 applicationId = 0x4d757374; ///< "Must"

    enum class Access : quint8 { ReadWrite, ReadOnly };
    [[nodiscard]] static Result<std::unique_ptr<BlockFile>> open(const QString &path, Access access);
    BlockFile(std::unique_ptr<Sqlite> db, QString path);

    template <class Work>
    [[nodiscard]] Result<void> transaction(Work work)
    {
        return m_db->transaction(work);
    }

    // Journal
    [[nodiscard]] Result<void> appendJournal(quint64 row, Micros time, qint64 samples, QByteArrayView bytes);
    [[nodiscard]] Result<void> trimJournal(quint64 firstKept);
    using JournalVisitor = std::function<void(quint64 row, QByteArrayView bytes)>;
    [[nodiscard]] Result<void> readJournal(const JournalVisitor &visit);
    /// The number of the newest row there ever was.
    [[nodiscard]] Result<quint64> lastJournalRow();

    // Blocks and buckets
    [[nodiscard]] Result<void> insert(Block &block); ///< gives it an id if it has none
    [[nodiscard]] Result<void> erase(const Header &header);
    [[nodiscard]] Result<void> addBucket(MetricId metric, Tier tier, const Summary &bucket);
    [[nodiscard]] Result<void> eraseBuckets(MetricId metric, Tier tier, Micros before);
    using HeaderVisitor = std::function<bool(const Header &)>; ///< false: no more
    /// Headers with t0 in [from, to), in order of t0.
    [[nodiscard]] Result<void> readHeaders(MetricId metric, Tier tier, Micros from, Micros to, const HeaderVisitor &visit);
    /// Headers with t0 before `before`, the latest first.
    [[nodiscard]] Result<void> readHeadersBackwards(MetricId metric, Tier tier, Micros before, const HeaderVisitor &visit);
    /// When a tier's blocks and buckets of a metric begin; far in the future when there are none.
    [[nodiscard]] Result<Micros> firstTime(MetricId metric, Tier tier);
    using BucketVisitor = std::function<void(const Summary &)>;
    [[nodiscard]] Result<void> readBuckets(MetricId metric, Tier tier, Micros from, Micros to, const BucketVisitor &visit);
    using BytesVisitor = std::function<void(QByteArrayView)>;
    /// The bytes of a block; fewer when some are gone.
    [[nodiscard]] Result<void> readBytes(const Header &header, const BytesVisitor &visit);

    // Metrics
    [[nodiscard]] Result<void> putMetric(const MetricRow &metric);
    [[nodiscard]] Result<QList<MetricRow>> metrics();
    [[nodiscard]] Result<void> putExtent(MetricId metric, const Extent &extent);
    using ExtentVisitor = std::function<void(MetricId, const Extent &)>;
    [[nodiscard]] Result<void> readExtents(const ExtentVisitor &visit);

    // The file
    [[nodiscard]] Result<qint64> usedBytes();
    [[nodiscard]] Result<void> checkpoint(); ///< what is in the write-ahead log goes to its place
    [[nodiscard]] Result<qint64> freePages();
    [[nodiscard]] Result<void> shrink(int pages); ///< gives free pages back to the file system
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Sqlite &database() { return *m_db; } ///< for copying

private:
    /// Prepared on first use and kept.
    [[nodiscard]] Result<SqliteStatement *> statement(const char *sql);
    [[nodiscard]] Result<qint64> number(const char *sql);
    [[nodiscard]] Result<void> visitHeaders(SqliteStatement &rows, MetricId metric, Tier tier, const HeaderVisitor &visit);

    std::unique_ptr<Sqlite> m_db;
    QString m_path;
    std::vector<std::pair<const char *, SqliteStatement>> m_statements;
    qint64 m_lastId = -1;
    Bytes m_read;
};

} // namespace muster::history
