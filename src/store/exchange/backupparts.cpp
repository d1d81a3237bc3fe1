#include "store/exchange/backupparts.h"

#include "store/exchange/backup.h"
#include "store/history/blockfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace muster::backup {

namespace {

constexpr qint64 pieceBytes = 1 << 20;

/// A file's bytes, cut into rows, and what they sum up to.
Result<void> addFile(Sqlite &to, const QString &name, QIODevice &from)
{
    auto insert = to.prepare("INSERT INTO backup_file(name, seq, bytes) VALUES(?, ?, ?)");
    if (!insert)
        return tl::unexpected(insert.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 seq = 0; !from.atEnd(); ++seq) {
        const QByteArray piece = from.read(pieceBytes);
        hash.addData(piece);
        insert->bind(1, name);
        insert->bind(2, seq);
        insert->bind(3, piece);
        if (auto done = insert->run(); !done)
            return done;
    }
    auto sum = to.prepare("INSERT INTO backup_sum(name, sha256) VALUES(?, ?)");
    if (!sum)
        return tl::unexpected(sum.error());
    sum->bind(1, name);
    sum->bind(2, QString::fromLatin1(hash.result().toHex()));
    return sum->run();
}

/// Copies a part out; without `to` it is only checked. False: there is no such part.
Result<bool> takeFile(Sqlite &from, const QString &name, QIODevice *to)
{
    auto sum = from.prepare("SELECT sha256 FROM backup_sum WHERE name = ?");
    auto rows = from.prepare("SELECT bytes FROM backup_file WHERE name = ? ORDER BY seq");
    if (!sum || !rows)
        return tl::unexpected(sum ? rows.error() : sum.error());
    sum->bind(1, name);
    rows->bind(1, name);
    const auto known = sum->step();
    if (!known || !*known)
        return known;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row;
        if (!*row)
            break;
        const QByteArray piece = rows->blob(0);
        hash.addData(piece);
        if (to && to->write(piece) != piece.size())
            return failure(Error::Code::Io, to->errorString());
    }
    if (QString::fromLatin1(hash.result().toHex()) != sum->text(0))
        return failure(Error::Code::Corrupt, QCoreApplication::translate("muster::Backup", "its part “%1” is damaged").arg(name));
    return true;
}

Result<QString> value(Sqlite &db, const char *sql)
{
    auto row = db.prepare(sql);
    if (!row)
        return tl::unexpected(row.error());
    const auto found = row->step();
    if (!found)
        return tl::unexpected(found.error());
    return *found ? row->text(0) : QString();
}

} // namespace

namespace {

/// A copy of fleet.db as a file, so that its bytes can become rows.
Result<void> copyFleet(Sqlite &fleet, const QString &path)
{
    QFile::remove(path);
    auto target = Sqlite::open(path);
    if (!target)
        return tl::unexpected(target.error());
    {
        auto copy = SqliteCopy::begin(fleet, **target);
        const auto copied = copy ? (*copy)->step(-1) : Result<bool>(tl::unexpected(copy.error()));
        if (!copied)
            return tl::unexpected(copied.error());
    }
    return (*target)->execute("PRAGMA journal_mode=DELETE");
}

Result<void> addFleet(Sqlite &to, Sqlite &fleet, const QString &scratch)
{
    auto done = copyFleet(fleet, scratch);
    QFile bytes(scratch);
    if (done)
        done = bytes.open(QIODevice::ReadOnly) ? addFile(to, QStringLiteral("fleet.db"), bytes) : failure(Error::Code::Io, bytes.errorString());
    bytes.close();
    QFile::remove(scratch);
    return done;
}

} // namespace

Result<void> addParts(Sqlite &file, Sqlite *fleet, const QString &scratch, const QByteArray &settings)
{
    auto done = file.execute("PRAGMA journal_mode=DELETE;"
                             "CREATE TABLE backup_file(name TEXT, seq INTEGER, bytes BLOB, PRIMARY KEY(name, seq));"
                             "CREATE TABLE backup_sum(name TEXT PRIMARY KEY, sha256 TEXT);"
                             "CREATE TABLE backup_info(version INTEGER, made TEXT, pages INTEGER, schema INTEGER);");
    if (done && fleet)
        done = addFleet(file, *fleet, scratch + QStringLiteral(".fleet"));
    if (done) {
        QByteArray text = settings;
        QBuffer bytes(&text);
        bytes.open(QIODevice::ReadOnly);
        done = addFile(file, QStringLiteral("settings.ini"), bytes);
    }
    // Last, and with its size: what was cut off shows.
    const QByteArray last = "INSERT INTO backup_info VALUES(" + QByteArray::number(version) + ", '"
        + QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1() + "', 0, (SELECT user_version FROM pragma_user_version()));"
        "UPDATE backup_info SET pages = (SELECT page_count FROM pragma_page_count());"
        "PRAGMA application_id=" + QByteArray::number(applicationId) + "; PRAGMA user_version=" + QByteArray::number(version);
    return done ? file.execute(last.constData()) : done;
}

Result<std::unique_ptr<Sqlite>> openChecked(const QString &path)
{
    const auto foreign = [&] { return failure(Error::Code::Unsupported, QCoreApplication::translate("muster::Backup", "“%1” is no backup of Muster. Choose a file that ends in .musterbackup.").arg(path)); };
    if (!QFile::exists(path))
        return failure(Error::Code::NotFound, QCoreApplication::translate("muster::Backup", "There is no file “%1”.").arg(path));
    auto db = Sqlite::open(path, Sqlite::Mode::Immutable);
    if (!db)
        return db;
    const auto application = value(**db, "PRAGMA application_id");
    if (!application || application->toLongLong() != applicationId)
        return foreign();
    const auto damaged = [&](const QString &what) {
        return failure(Error::Code::Corrupt, QCoreApplication::translate("muster::Backup", "The backup “%1” is damaged (%2). Use another copy of it.").arg(path, what));
    };
    const auto known = value(**db, "SELECT max(version) FROM backup_info");
    if (!known)
        return damaged(known.error().text);
    if (known->toLongLong() > version)
        return failure(Error::Code::Unsupported, QCoreApplication::translate("muster::Backup", "The backup “%1” was made by a newer Muster. Update Muster.").arg(path));
    const auto size = value(**db, "SELECT pages * (SELECT page_size FROM pragma_page_size()) FROM backup_info");
    if (!size || size->toLongLong() != QFileInfo(path).size())
        return damaged(QCoreApplication::translate("muster::Backup", "its end is missing"));
    const auto whole = value(**db, "PRAGMA quick_check(1)");
    if (!whole || *whole != QLatin1String("ok"))
        return damaged(whole ? *whole : whole.error().text);
    for (const char *part : {"fleet.db", "settings.ini"}) {
        if (const auto good = takeFile(**db, QLatin1StringView(part), nullptr); !good)
            return damaged(good.error().text);
    }
    return db;
}

Result<void> takeParts(Sqlite &backup, Sqlite &history, const QString &folder)
{
    for (const char *part : {"fleet.db", "settings.ini"}) {
        QFile file(folder + u'/' + QLatin1StringView(part));
        if (!file.open(QIODevice::WriteOnly))
            return failure(Error::Code::Io, file.errorString());
        const auto taken = takeFile(backup, QLatin1StringView(part), &file);
        if (!taken)
            return tl::unexpected(taken.error());
        if (!file.flush())
            return failure(Error::Code::Io, file.errorString());
        if (!*taken)
            file.remove();
    }
    const auto schema = value(history, "SELECT schema FROM backup_info");
    if (!schema)
        return tl::unexpected(schema.error());
    const QByteArray clean = "DROP TABLE backup_file; DROP TABLE backup_sum; DROP TABLE backup_info; PRAGMA application_id="
        + QByteArray::number(history::BlockFile::applicationId)
        + "; PRAGMA user_version=" + QByteArray::number(schema->toLongLong());
    return history.execute(clean.constData());
}

Result<void> syncFile(const QString &path)
{
#ifdef Q_OS_UNIX
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || fsync(file.handle()) != 0)
        return failure(Error::Code::Io, qt_error_string());
#endif
    return {};
}

} // namespace muster::backup
