#pragma once

#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace muster {

class History;
class Inventory;
class Sqlite;
class SqliteCopy;

/// A backup is one SQLite file: a copy of history.db, and in two tables of its own fleet.db and the settings (BACKUP.md). No secret is in it: there
/// are none in what it is made of.
namespace backup {

inline constexpr qint64 applicationId = 0x4d737442; ///< "MstB"
inline constexpr int version = 1;

/// What restoring puts into the folder of the same name until the next start, and the file that says that all of it is there.
inline constexpr char folder[] = "restore";
inline constexpr char readyFile[] = "ready";

} // namespace backup

/// Makes backups while everything goes on, and gets them ready to be put back. Lives on the thread of the history and the inventory, and works in
/// slices of its event loop. A file is there whole or not at all.
class Backup : public QObject
{
    Q_OBJECT

public:
    static constexpr int sliceMs = 10;

    /// Both outlive it. `folder`: where they keep their files; empty: they keep none, and nothing can be restored.
    Backup(History *history, Inventory *inventory, QString folder, QObject *parent = nullptr);
    ~Backup() override;

public Q_SLOTS:
    /// Finishes with the size of the file. `settings`: a text to be kept with the rest.
    void make(quint64 job, const QString &path, const QByteArray &settings);
    /// Checks the backup and copies what is in it into the folder "restore"; what is there now stays as it is until the next start. Finishes
    /// with the bytes that were copied.
    void restore(quint64 job, const QString &path);
    void cancel(quint64 job);

Q_SIGNALS:
    void progressed(quint64 job, qint64 bytes, double part);
    void finished(quint64 job, const muster::Result<qint64> &bytes);

private:
    struct Job;
    [[nodiscard]] bool begin(quint64 job, const QString &path);
    [[nodiscard]] Result<void> openForMaking();
    [[nodiscard]] Result<void> openForRestoring();
    void slice();
    [[nodiscard]] Result<qint64> finishMaking();
    [[nodiscard]] Result<qint64> finishRestoring();
    void end(const Result<qint64> &result);

    History *m_history;
    Inventory *m_inventory;
    QString m_folder;
    std::unique_ptr<Job> m_job;
    QTimer m_next;
};

} // namespace muster
