#include "store/history/schema.h"

#include "store/history/blockfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace muster::history {

namespace {

// One entry per version; entry i leads from version i to i + 1. What is released is never edited.
constexpr const char *steps[] = {
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "INSERT INTO meta VALUES('reader', 1);" // the oldest schema version whose programs can read this file
    "CREATE TABLE metric(id INTEGER PRIMARY KEY, address TEXT, device TEXT, key TEXT, name TEXT, unit TEXT, type TEXT, decimals INTEGER, options TEXT);"
    "CREATE TABLE journal(seq INTEGER PRIMARY KEY, time INTEGER, n INTEGER, data BLOB);"
    "CREATE TABLE block(metric INTEGER, tier INTEGER, t0 INTEGER, id INTEGER, t1 INTEGER, n INTEGER, min REAL, max REAL, sum REAL, first REAL,"
    " last REAL, codec INTEGER, size INTEGER, sketch BLOB, PRIMARY KEY(metric, tier, t0, id)) WITHOUT ROWID;"
    "CREATE TABLE data(id INTEGER PRIMARY KEY, bytes BLOB);"
    "CREATE TABLE bucket(metric INTEGER, tier INTEGER, start INTEGER, t0 INTEGER, t1 INTEGER, n INTEGER, min REAL, max REAL, sum REAL, first REAL,"
    " last REAL, PRIMARY KEY(metric, tier, start)) WITHOUT ROWID;"
    "CREATE TABLE extent(metric INTEGER PRIMARY KEY, seq INTEGER, t0 INTEGER, t1 INTEGER, span INTEGER, samples INTEGER, bytes INTEGER, small INTEGER);",
};
static_assert(std::size(steps) == BlockFile::schemaVersion);

Result<qint64> number(Sqlite &db, const char *sql)
{
    auto statement = db.prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

/// The version of the tables; 0 for an empty file. Refuses files that are not ours.
Result<qint64> versionOf(Sqlite &db, const QString &path)
{
    const auto application = number(db, "PRAGMA application_id");
    const auto version = number(db, "PRAGMA user_version");
    const auto tables = number(db, "SELECT count(*) FROM sqlite_master");
    for (const auto *const value : {&application, &version, &tables}) {
        if (!*value)
            return tl::unexpected(value->error());
    }
    if (*tables == 0)
        return 0;
    if (*application != BlockFile::applicationId)
        return failure(Error::Code::Unsupported,
            QCoreApplication::translate("muster::History", "The file %1 is not a history of Muster. Move it away, or choose another place for the history.")
                .arg(path));
    return *version;
}

Result<void> migrate(Sqlite &db, qint64 version)
{
    if (version == BlockFile::schemaVersion)
        return {};
    return db.transaction([&]() -> Result<void> {
        for (auto step = size_t(version); step < std::size(steps); ++step) {
            if (auto done = db.execute(steps[step]); !done)
                return done;
        }
        const QByteArray stamp =
            "PRAGMA application_id=" + QByteArray::number(BlockFile::applicationId) + ";PRAGMA user_version=" + QByteArray::number(BlockFile::schemaVersion);
        return db.execute(stamp.constData());
    });
}

Result<std::unique_ptr<Sqlite>> openReadOnly(const QString &path)
{
    if (!QFile::exists(path))
        return failure(Error::Code::NotFound, QCoreApplication::translate("muster::History", "There is no history at %1.").arg(path));
    auto db = Sqlite::open(path, Sqlite::Mode::ReadOnly);
    // The write-ahead log of a file in a read-only folder cannot be shared; what is in the file itself can be read.
    if (!db || !number(**db, "SELECT count(*) FROM sqlite_master"))
        db = Sqlite::open(path, Sqlite::Mode::Immutable);
    if (!db)
        return db;
    const auto version = versionOf(**db, path);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0)
        return failure(Error::Code::NotFound, QCoreApplication::translate("muster::History", "The file %1 holds no history yet.").arg(path));
    const auto reader = number(**db, "SELECT value FROM meta WHERE key = 'reader'");
    if (!reader || *reader > BlockFile::schemaVersion)
        return failure(Error::Code::Unsupported,
            QCoreApplication::translate("muster::History", "The history %1 was written by a newer Muster in a way this one cannot read. Update Muster.")
                .arg(path));
    return db;
}

} // namespace

Result<std::unique_ptr<Sqlite>> openHistoryFile(const QString &path, bool readOnly)
{
    if (readOnly)
        return openReadOnly(path);
    auto db = Sqlite::open(path);
    if (!db)
        return db;
    const auto version = versionOf(**db, path);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > BlockFile::schemaVersion)
        return failure(Error::Code::Unsupported,
            QCoreApplication::translate("muster::History", "The history %1 was written by a newer Muster. Update Muster, or open it read-only.").arg(path));
    // The first two count for a new file only. A commit reaches the operating system at once and the disk at the next checkpoint.
    auto ready = (*db)->execute("PRAGMA page_size=16384;PRAGMA auto_vacuum=INCREMENTAL;PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
                                "PRAGMA wal_autocheckpoint=0;PRAGMA cache_size=-32768;PRAGMA temp_store=MEMORY");
    if (ready)
        ready = migrate(**db, *version);
    if (!ready)
        return tl::unexpected(ready.error());
    return db;
}

} // namespace muster::history
