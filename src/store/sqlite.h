#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_backup;
struct sqlite3_stmt;

namespace muster {

/// A prepared statement of an Sqlite. Parameters are numbered from 1, columns from 0.
class SqliteStatement
{
public:
    SqliteStatement(sqlite3 *db, sqlite3_stmt *statement)
        : m_db(db)
        , m_statement(statement)
    {}

    void bind(int parameter, qint64 value);
    void bind(int parameter, double value);
    void bind(int parameter, const QString &value);
    void bind(int parameter, const QByteArray &value);
    /// Does not copy: the bytes must stay until the statement has run.
    void bindView(int parameter, QByteArrayView value);

    /// True: there is a row to read. False: done.
    [[nodiscard]] Result<bool> step();
    /// Runs it to the end and makes it ready for other parameters.
    [[nodiscard]] Result<void> run();
    /// Makes it ready for other parameters before it came to its end.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    /// Does not copy: valid until the next step.
    [[nodiscard]] QByteArrayView blobView(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    sqlite3 *m_db;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// An open SQLite database; closed when it goes. One thread at a time. Errors name the file and what SQLite said.
class Sqlite
{
public:
    enum class Mode : quint8 {
        ReadWrite, ///< and make it when there is none
        ReadOnly,
        Immutable, ///< read a file in a folder that cannot be written and that nobody writes to
    };
    [[nodiscard]] static Result<std::unique_ptr<Sqlite>> open(const QString &path, Mode mode = Mode::ReadWrite);
    ~Sqlite();
    Sqlite(const Sqlite &) = delete;
    Sqlite &operator=(const Sqlite &) = delete;

    /// One or more statements without parameters or results.
    [[nodiscard]] Result<void> execute(const char *sql);
    [[nodiscard]] Result<SqliteStatement> prepare(const char *sql);
    /// All of `work` or nothing of it.
    template<class Work>
    [[nodiscard]] Result<void> transaction(Work work)
    {
        auto result = execute("BEGIN IMMEDIATE");
        if (!result)
            return result;
        result = work();
        if (result)
            result = execute("COMMIT");
        if (!result)
            (void) execute("ROLLBACK");
        return result;
    }

private:
    friend class SqliteCopy;
    Sqlite() = default;

    sqlite3 *m_db = nullptr;
};

/// A copy of an open database into a file, made in steps. What is written through the same Sqlite in the meantime goes into the copy, too.
/// Both databases outlive it.
class SqliteCopy
{
public:
    /// Of `from` over all that is in `to`.
    [[nodiscard]] static Result<std::unique_ptr<SqliteCopy>> begin(Sqlite &from, Sqlite &to);
    ~SqliteCopy();
    SqliteCopy(const SqliteCopy &) = delete;
    SqliteCopy &operator=(const SqliteCopy &) = delete;

    /// Copies some pages; false: that was all.
    [[nodiscard]] Result<bool> step(int pages);
    [[nodiscard]] double part() const;

private:
    explicit SqliteCopy(sqlite3 *to)
        : m_to(to)
    {}

    sqlite3 *m_to;
    sqlite3_backup *m_copy = nullptr;
};

} // namespace muster
