#include "store/sqlite.h"

#include <QCoreApplication>
#include <QUrl>

#include <sqlite3.h>

namespace muster {

namespace {

constexpr int busyMs = 5'000;

tl::unexpected<Error> problem(sqlite3 *db)
{
    const int code = sqlite3_errcode(db) & 0xff;
    const bool broken = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return failure(broken ? Error::Code::Corrupt : Error::Code::Io,
        QCoreApplication::translate("muster::Sqlite", "The file %1 cannot be used: %2.")
            .arg(QString::fromUtf8(sqlite3_db_filename(db, nullptr)), QString::fromUtf8(sqlite3_errmsg(db))));
}

} // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void SqliteStatement::bind(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void SqliteStatement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement.get(), parameter, value);
}

void SqliteStatement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement.get(), parameter, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT); // NOLINT: SQLite's own cast
}

void SqliteStatement::bind(int parameter, const QByteArray &value)
{
    sqlite3_bind_blob(m_statement.get(), parameter, value.constData(), int(value.size()), SQLITE_TRANSIENT); // NOLINT: SQLite's own cast
}

void SqliteStatement::bindView(int parameter, QByteArrayView value)
{
    sqlite3_bind_blob(m_statement.get(), parameter, value.data(), int(value.size()), SQLITE_STATIC);
}

Result<bool> SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return problem(m_db);
}

Result<void> SqliteStatement::run()
{
    auto row = step();
    while (row && *row)
        row = step();
    reset();
    if (!row)
        return tl::unexpected(row.error());
    return {};
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double SqliteStatement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString SqliteStatement::text(int column) const
{
    return QString::fromUtf8(blob(column));
}

QByteArray SqliteStatement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArrayView SqliteStatement::blobView(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

Result<std::unique_ptr<Sqlite>> Sqlite::open(const QString &path, Mode mode)
{
    std::unique_ptr<Sqlite> made(new Sqlite);
    QByteArray name = path.toUtf8();
    int flags = mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    if (mode == Mode::Immutable) {
        name = QUrl::fromLocalFile(path).toEncoded() + "?immutable=1";
        flags |= SQLITE_OPEN_URI;
    }
    const int code = sqlite3_open_v2(name.constData(), &made->m_db, flags, nullptr);
    if (code != SQLITE_OK)
        return failure(Error::Code::Io,
            QCoreApplication::translate("muster::Sqlite", "The file %1 cannot be opened: %2. Check that its folder exists and can be written.")
                .arg(path, QString::fromUtf8(sqlite3_errstr(code))));
    sqlite3_busy_timeout(made->m_db, busyMs);
    return made;
}

Sqlite::~Sqlite()
{
    sqlite3_close(m_db);
}

Result<void> Sqlite::execute(const char *sql)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return problem(m_db);
    return {};
}

Result<SqliteStatement> Sqlite::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) != SQLITE_OK)
        return problem(m_db);
    return SqliteStatement(m_db, statement);
}

Result<std::unique_ptr<SqliteCopy>> SqliteCopy::begin(Sqlite &from, Sqlite &to)
{
    std::unique_ptr<SqliteCopy> made(new SqliteCopy(to.m_db));
    made->m_copy = sqlite3_backup_init(to.m_db, "main", from.m_db, "main");
    if (!made->m_copy)
        return problem(to.m_db);
    return made;
}

SqliteCopy::~SqliteCopy()
{
    if (m_copy)
        sqlite3_backup_finish(m_copy);
}

Result<bool> SqliteCopy::step(int pages)
{
    const int code = sqlite3_backup_step(m_copy, pages);
    if (code == SQLITE_DONE)
        return false;
    if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return true;
    sqlite3_backup_finish(std::exchange(m_copy, nullptr)); // so that the database tells what was wrong
    return problem(m_to);
}

double SqliteCopy::part() const
{
    const int all = m_copy ? sqlite3_backup_pagecount(m_copy) : 0;
    return all > 0 ? 1.0 - double(sqlite3_backup_remaining(m_copy)) / all : 0;
}

} // namespace muster
